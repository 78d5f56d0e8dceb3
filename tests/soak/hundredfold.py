"""A hundred seconds in one: the clock and the timers of a kiosk that lives fast.

What waits for another process keeps real time, for processes run no faster: the importer's and the speaker's limits.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from importlib import import_module
from time import monotonic

from PySide6.QtCore import QTimer

from kiosk.ops import insights, looker, watchdog
from kiosk.ops.clocks import Clocks, day_of

SPEED = 100
SECONDS_A_DAY = 86_400
LOOKS_A_SECOND = 5
"""Of the content folder. Two hundred, a hundredfold of the usual, would leave no time for the rest."""
FROZEN_SECONDS = 120.0
"""Real ones: a busy machine has stopped whole soaks for more than the kiosk's 15 s, and nothing of them was left."""
_LEAST_MILLISECONDS = 5
_HURRIED = (
    "kiosk.app",
    "kiosk.ops.guard",
    "kiosk.ops.watchdog",
    "kiosk.ui.corners",
    "kiosk.ui.countdown",
    "kiosk.ui.listening",
    "kiosk.ui.pages.attract",
    "kiosk.ui.pages.still_there",
    "kiosk.ui.pointer",
)
"""All that have timers but the speaker's and those of moving pictures, which are drawn as often as they can be."""


class FastClock:
    """Simulated time since it was made."""

    def __init__(self) -> None:
        self._began, self._at = monotonic(), datetime.now(UTC)

    def seconds(self) -> float:
        return (monotonic() - self._began) * SPEED

    def days(self) -> float:
        return self.seconds() / SECONDS_A_DAY

    def now(self) -> datetime:
        return self._at + timedelta(seconds=self.seconds())

    def today(self) -> date:
        return day_of(self.now())

    def clocks(self) -> Clocks:
        """For the content: its days are fast, the time that an import may take is real."""
        return Clocks(self.today, self.now)


class FastTimer(QTimer):
    """Takes milliseconds of the simulated time."""

    def setInterval(self, milliseconds: int) -> None:
        super().setInterval(_hurried(milliseconds))

    def start(self, *milliseconds: int) -> None:
        super().start(*map(_hurried, milliseconds))


def hurry() -> None:
    """Make all that waits in this process wait a hundredth; before a kiosk is made."""
    for name in _HURRIED:
        module = import_module(name)
        assert module.QTimer is QTimer, f"{name} has no timer any more"
        module.QTimer = FastTimer  # type: ignore[attr-defined]
    insights.EVERY_SECONDS /= SPEED
    looker.LOOK_SECONDS = 1 / LOOKS_A_SECOND
    watchdog.FROZEN_SECONDS = FROZEN_SECONDS


def _hurried(milliseconds: int) -> int:
    return max(_LEAST_MILLISECONDS, round(milliseconds / SPEED))

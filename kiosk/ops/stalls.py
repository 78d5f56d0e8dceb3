"""How long the window could do nothing, as a patient's finger would have found it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer  # noqa: TID251 - measures Qt's event loop

TICK_MILLISECONDS = 1000


class Stalls(QObject):
    """By how much a tick came too late: a stall of any length is told, up to one tick too short."""

    def __init__(self, clock: Callable[[], float], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clock, self._last, self._longest = clock, clock(), 0.0
        self._timer = QTimer(self)
        self._timer.setInterval(TICK_MILLISECONDS)
        self._timer.timeout.connect(self._tick)

    def start(self) -> None:
        self._last = self._clock()
        self._timer.start()

    def end(self) -> None:
        self._timer.stop()

    def take_longest(self) -> float:
        """Seconds of the longest one since this was asked last."""
        longest, self._longest = self._longest, 0.0
        return longest

    def _tick(self) -> None:
        now = self._clock()
        self._longest = max(self._longest, now - self._last - TICK_MILLISECONDS / 1000)
        self._last = now

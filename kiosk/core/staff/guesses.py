"""How often a PIN may be guessed: five tries, then a wait of 30 s that doubles with every five more, to 15 min.

No clock of the day is asked. A wait is served while the kiosk runs, by a clock that only goes forward, so neither
a clock that is set nor a restart can shorten it: after a restart the whole wait begins again. It begins at the
start, not at the gate, so staff who come later have it behind them.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from pathlib import Path

import msgspec
from msgspec import Struct

from kiosk.core.content.snapshot import write_whole

TRIES = 5
FIRST_WAIT, LONGEST_WAIT = 30.0, 900.0
"""Seconds."""
_DAMAGED = 6 * TRIES
"""Wrong guesses that are assumed where the count cannot be read: the longest wait, then five tries."""
_log = logging.getLogger(__name__)


class _Count(Struct, frozen=True):
    wrong: int


class Guesses:
    """`file` keeps the count over restarts; `clock` gives seconds and never goes back (`time.monotonic`).

    `began` is when the kiosk started, by that clock; None: now.
    """

    def __init__(self, file: Path, clock: Callable[[], float], began: float | None = None) -> None:
        self._file, self._clock = file, clock
        self._wrong = _count_in(file)
        self._since = clock() if began is None else began

    @property
    def wait(self) -> float:
        """Seconds until the next guess counts as one; 0.0: now."""
        left = _wait_after(self._wrong) - (self._clock() - self._since)
        return min(max(0.0, left), LONGEST_WAIT)

    @property
    def tries_left(self) -> int:
        """Guesses until the next wait."""
        return TRIES - self._wrong % TRIES

    def begin(self) -> bool:
        """Count a guess before it is checked, as a wrong one; False while it has to wait.

        Whoever pulls the plug during the check has used up a try.
        """
        if self.wait > 0:
            return False
        self._keep(self._wrong + 1)
        self._since = self._clock()
        return True

    def forget(self) -> None:
        """The guess was right: the next one begins with five tries."""
        self._keep(0)

    def _keep(self, wrong: int) -> None:
        self._wrong = wrong
        try:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            write_whole(self._file, msgspec.json.encode(_Count(wrong)))
        except OSError:
            _log.exception("The count of PIN guesses cannot be kept; it lasts until the next start.")


def _wait_after(wrong: int) -> float:
    """Seconds that this many wrong guesses cost."""
    if wrong == 0 or wrong % TRIES:
        return 0.0
    return min(FIRST_WAIT * 2.0 ** min(wrong // TRIES - 1, 10), LONGEST_WAIT)


def _count_in(file: Path) -> int:
    try:
        return max(0, msgspec.json.decode(file.read_bytes(), type=_Count).wrong)
    except FileNotFoundError:
        return 0
    except (OSError, msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
        _log.warning("The count of PIN guesses cannot be read; the longest wait is taken.")
        return _DAMAGED

"""Errors that nobody caught: in a slot, a paint event or a thread. Qt goes on after them, perhaps with half a screen.

Each is logged once, then only counted. After one the patient is back on Attract; after too many in a short time the
kiosk ends with code 1, and whoever started it starts it again.
"""

from __future__ import annotations

import logging
import sys
import threading
import traceback
from collections import Counter, deque
from collections.abc import Callable
from types import TracebackType

_log = logging.getLogger(__name__)
MOST, WITHIN_SECONDS = 5, 300.0
Place = tuple[str, str, int]


class Errors:
    """`failed` and `too_many` may be called from any thread."""

    def __init__(
        self, clock: Callable[[], float], failed: Callable[[], None], too_many: Callable[[], None]
    ) -> None:
        self._clock, self._failed, self._too_many = clock, failed, too_many
        self._times: deque[float] = deque(maxlen=MOST)
        self._seen: Counter[Place] = Counter()

    def catch_all(self) -> None:
        """Be told of every error of this process from now on."""
        sys.excepthook = self.take
        threading.excepthook = lambda args: self.take(args.exc_type, args.exc_value, args.exc_traceback)
        sys.unraisablehook = lambda args: self.take(args.exc_type, args.exc_value, args.exc_traceback)

    def take(
        self, kind: type[BaseException], error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt | SystemExit):
            sys.__excepthook__(kind, error or kind(), trace)
            return
        place = _place(kind, trace)
        self._seen[place] += 1
        if self._seen[place] == 1:
            _log.error("Something failed; back to the first screen.", exc_info=(kind, error or kind(), trace))
        traceback.clear_frames(trace)  # a painter in them would outlive its paint event, and crash
        self._times.append(self._clock())
        if len(self._times) == MOST and self._times[-1] - self._times[0] <= WITHIN_SECONDS:
            _log.critical(
                "%d errors in %.0f seconds: the kiosk ends.", MOST, self._times[-1] - self._times[0]
            )
            self._too_many()
        else:
            self._failed()


def _place(kind: type[BaseException], trace: TracebackType | None) -> Place:
    """Where it was raised: the innermost frame."""
    while trace and trace.tb_next:
        trace = trace.tb_next
    return (
        (kind.__name__, trace.tb_frame.f_code.co_filename, trace.tb_lineno)
        if trace
        else (kind.__name__, "", 0)
    )

"""How the last starts went, and whether the next one should leave the clinic's content out.

Bad is a start that never painted a screen, one that ended with code 1 (too many errors), and one that left a fault
trace (frozen, crashed). Three bad ones in five minutes lead to safe mode: the built-in topic. After ten minutes of that
the content is tried again, so that nothing stays dead and nothing stays safe for ever. What is ended from outside once
it has painted (a kill, a power cut) is not bad: the content is not to blame.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from msgspec import Struct

MOST_BAD = 3
WITHIN = timedelta(minutes=5)
SAFE_SECONDS = 10 * 60
KEPT = 20
"""Runs that are remembered."""
TOO_MANY_ERRORS = 1
"""The exit code of a kiosk that ended itself."""


class Run(Struct, frozen=True):
    """One start: `began` (UTC); whether it painted; its exit code, None: it was ended from outside, or still runs."""

    began: datetime
    has_painted: bool = False
    code: int | None = None
    has_trace: bool = False

    @property
    def is_bad(self) -> bool:
        # Code 128 + n is a signal: whoever ends it so early means it.
        return self.has_trace or self.code == TOO_MANY_ERRORS or (not self.has_painted and self.code is None)


def is_safe_mode_due(runs: Sequence[Run], now: datetime) -> bool:
    """Whether the last runs, oldest first, were bad too often. A clock that was set back makes nothing older."""
    last = runs[-MOST_BAD:]
    return len(last) == MOST_BAD and all(run.is_bad and now - run.began <= WITHIN for run in last)

"""What the clocks say; a test brings its own."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime
from time import monotonic

from msgspec import Struct


class Clocks(Struct, frozen=True):
    """`today` is the clinic's day, `now` UTC, `monotonic` seconds that never go back."""

    today: Callable[[], date] = lambda: datetime.now().astimezone().date()
    now: Callable[[], datetime] = lambda: datetime.now(UTC)
    monotonic: Callable[[], float] = monotonic

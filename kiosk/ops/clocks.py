"""What the clocks say; a test brings its own."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime
from time import monotonic

from msgspec import Struct


def day_of(moment: datetime) -> date:
    """The clinic's day at this moment: that of the zone which the machine is set to, with its summer time."""
    return moment.astimezone().date()


def clinic_day() -> date:
    return day_of(datetime.now(UTC))


class Clocks(Struct, frozen=True):
    """`today` is the clinic's day, `now` UTC, `monotonic` seconds that never go back."""

    today: Callable[[], date] = clinic_day
    now: Callable[[], datetime] = lambda: datetime.now(UTC)
    monotonic: Callable[[], float] = monotonic

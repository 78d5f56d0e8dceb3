"""How often something happened on a day: all that the kiosk ever keeps of its patients (standards.md PRV-05).

Each count stands alone. Nothing says which language went with which topic, what came before what, or at what time.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from enum import StrEnum
from typing import Annotated, TypeAlias

from msgspec import Meta, Struct

KEPT_MONTHS = 13
"""This month and the twelve before it: a month can be compared with the same one a year ago."""


class What(StrEnum):
    """What is counted. Beside it stands which one, such as a language or the name of a slide's file."""

    SESSION = "sessions"
    LANGUAGE = "language"
    TOPIC = "topic opened"
    STOPPED = "stopped at"
    FINISHED = "read to the end"
    QUESTION = "question ticked"
    HELP = "help opened"
    FACE = "did it help"


class Thing(Struct, frozen=True):
    """`which` is empty where there is but one."""

    what: What
    which: str = ""


class Tally(Struct, frozen=True):
    """What one session adds to its day: one to each of these."""

    day: date
    things: frozenset[Thing]


Count: TypeAlias = Annotated[int, Meta(ge=0)]
Counts: TypeAlias = dict[str, dict[str, Count]]
"""By what, then by which. A later version may know more of them, so they are plain texts."""
Days: TypeAlias = dict[date, Counts]


def month_of(day: date) -> str:
    """`2026-03`."""
    return f"{day.year:04}-{day.month:02}"


def is_over_age(month: str, today: date) -> bool:
    """Whether a month's counts have been kept long enough. One that has not come yet waits: a clock may be wrong."""
    year, number = (int(part) for part in month.split("-"))
    return (today.year - year) * 12 + today.month - number >= KEPT_MONTHS


def added(days: Mapping[date, Counts], tallies: Iterable[Tally]) -> Days:
    """The counts with these sessions among them; their order leaves no trace."""
    found = {day: {what: dict(each) for what, each in counts.items()} for day, counts in days.items()}
    for tally in tallies:
        counts = found.setdefault(tally.day, {})
        for thing in tally.things:
            each = counts.setdefault(thing.what.value, {})
            each[thing.which] = each.get(thing.which, 0) + 1
    return {
        day: {what: dict(sorted(each.items())) for what, each in sorted(counts.items())}
        for day, counts in sorted(found.items())
    }

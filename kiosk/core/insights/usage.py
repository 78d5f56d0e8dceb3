"""What may be told of the counts: to staff on the desk, and to whoever asks for `kiosk insights --csv`.

Every number that is shown is rounded down to fives, so what is under five is "fewer than 5", and 0 says the same: a
single patient can be seen neither in a number nor in the difference of two. Between a total, one of its parts and the
rest, the rest may always still be any number under five. Today is left out: whoever looks twice learns nothing of who
came between.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping
from datetime import date, timedelta

from msgspec import Struct

from kiosk.core.insights.counts import Counts, What

FEWEST = 5
WEEKS = 8
HEADER = ("day", "what", "which", "count")


class Week(Struct, frozen=True):
    """It begins on a Monday; the last one is not over."""

    monday: date
    sessions: int


class Usage(Struct, frozen=True):
    """The last weeks; every number is one that may be shown, 0 where it is under five.

    The dicts are by language, by topic, by topic and slide, by topic, by question, and by face. `is_lost`: what was
    counted last could not be written.
    """

    is_on: bool = False
    is_lost: bool = False
    weeks: tuple[Week, ...] = ()
    sessions: int = 0
    helped: int = 0
    languages: Mapping[str, int] = {}
    topics: Mapping[str, int] = {}
    stopped: Mapping[str, int] = {}
    finished: Mapping[str, int] = {}
    questions: Mapping[str, int] = {}
    faces: Mapping[str, int] = {}


def shown(count: int) -> int:
    """The count as it may be shown: rounded down to fives."""
    return count // FEWEST * FEWEST


def usage_of(days: Mapping[date, Counts], today: date, *, is_lost: bool = False) -> Usage:
    monday = today - timedelta(days=today.weekday())
    mondays = [monday - timedelta(weeks=back) for back in reversed(range(WEEKS))]
    told = {day: counts for day, counts in days.items() if mondays[0] <= day < today}
    sessions = {day: counts.get(What.SESSION.value, {}).get("", 0) for day, counts in told.items()}

    def sums(what: What) -> dict[str, int]:
        found: dict[str, int] = {}
        for counts in told.values():
            for which, count in counts.get(what.value, {}).items():
                found[which] = found.get(which, 0) + count
        return {which: shown(count) for which, count in sorted(found.items()) if shown(count)}

    return Usage(
        is_on=True,
        is_lost=is_lost,
        weeks=tuple(
            Week(begins, shown(sum(sessions.get(begins + timedelta(days=day), 0) for day in range(7))))
            for begins in mondays
        ),
        sessions=shown(sum(sessions.values())),
        helped=sums(What.HELP).get("", 0),
        languages=sums(What.LANGUAGE),
        topics=sums(What.TOPIC),
        stopped=sums(What.STOPPED),
        finished=sums(What.FINISHED),
        questions=sums(What.QUESTION),
        faces=sums(What.FACE),
    )


def as_csv(days: Mapping[date, Counts], today: date) -> str:
    """A row for each day and each thing; lines end with LF."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(HEADER)
    for day, what, which, count in _rows(days, today):
        writer.writerow((day.isoformat(), what, which, count or f"fewer than {FEWEST}"))
    return text.getvalue()


def _rows(days: Mapping[date, Counts], today: date) -> Iterator[tuple[date, str, str, int]]:
    """A day of few sessions tells that alone. The others tell of all things that came five times in their month.

    That a thing has a row thus says nothing of a day: it may be there without having happened.
    """
    told = {day: counts for day, counts in sorted(days.items()) if day < today}
    for day, counts in told.items():
        sessions = shown(counts.get(What.SESSION.value, {}).get("", 0))
        yield day, What.SESSION.value, "", sessions
        if sessions:
            for what, which in _common_in_month(told, day):
                yield day, what, which, shown(counts.get(what, {}).get(which, 0))


def _common_in_month(days: Mapping[date, Counts], day: date) -> list[tuple[str, str]]:
    sums: dict[tuple[str, str], int] = {}
    for other, counts in days.items():
        if (other.year, other.month) == (day.year, day.month):
            for what, each in counts.items():
                for which, count in each.items():
                    sums[what, which] = sums.get((what, which), 0) + count
    sums.pop((What.SESSION.value, ""), None)
    return sorted(thing for thing, count in sums.items() if shown(count))

"""What may be told of the counts: never a number from 1 to 4, nor two that give one away."""

from __future__ import annotations

import csv
import io
import re
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from kiosk.core.insights.counts import Days, What
from kiosk.core.insights.usage import HEADER, WEEKS, Usage, as_csv, shown, usage_of
from tests.catalogs import A_DAY

TODAY = A_DAY + timedelta(days=10)
"""A Thursday."""
COUNTS = st.dictionaries(
    st.sampled_from([what.value for what in What if what is not What.SESSION] + ["of a later version"]),
    st.dictionaries(st.sampled_from(["", "en", "es", "a/1", 'b "2",\n']), st.integers(0, 40), max_size=4),
    max_size=6,
)
DAYS = st.dictionaries(
    st.dates(TODAY - timedelta(days=80), TODAY + timedelta(days=3)),
    st.builds(lambda counts, sessions: {**counts, "sessions": {"": sessions}}, COUNTS, st.integers(0, 40)),
    max_size=12,
)


def rows(days: Days, today: date = TODAY) -> list[list[str]]:
    return list(csv.reader(io.StringIO(as_csv(days, today), newline="")))


def numbers(usage: Usage) -> list[int]:
    found = [usage.sessions, usage.helped, *(week.sessions for week in usage.weeks)]
    for each in (usage.languages, usage.topics, usage.stopped, usage.finished, usage.questions, usage.faces):
        found += each.values()
    return found


def test_numbers_are_rounded_down_to_fives() -> None:
    """PRV-05."""
    assert [shown(count) for count in (0, 1, 4, 5, 9, 10, 14)] == [0, 0, 0, 5, 5, 10, 10]


@given(st.integers(0, 200), st.integers(1, 4))
def test_a_total_and_all_but_one_of_its_parts_never_tell_the_part_that_is_small(
    part: int, small: int
) -> None:
    """PRV-05: whoever subtracts finds that each number under five may be the one."""
    total = part + small
    fits = {
        other
        for other in range(1, 5)
        if any(shown(each) == shown(part) and shown(each + other) == shown(total) for each in range(part + 5))
    }
    assert fits == {1, 2, 3, 4}


@given(DAYS)
def test_no_number_that_is_told_is_one_to_four_and_none_is_more_than_there_was(days: Days) -> None:
    usage = usage_of(days, TODAY)
    assert all(number % 5 == 0 for number in numbers(usage))
    told = {day: counts for day, counts in days.items() if day < TODAY}
    total = sum(counts["sessions"][""] for counts in told.values())
    assert sum(week.sessions for week in usage.weeks) <= total
    assert usage.sessions <= total
    for day, what, which, count in rows(days)[1:]:
        if count != "fewer than 5":
            assert 5 <= int(count) <= days[date.fromisoformat(day)][what][which]
            assert int(count) % 5 == 0


@given(DAYS, st.integers(0, 40))
def test_today_is_never_told(days: Days, sessions: int) -> None:
    """Whoever looks twice would see who came between."""
    without = {day: counts for day, counts in days.items() if day != TODAY}
    today = {**without, TODAY: {"sessions": {"": sessions}, "language": {"es": sessions}}}
    assert usage_of(today, TODAY) == usage_of(without, TODAY)
    assert as_csv(today, TODAY) == as_csv(without, TODAY)


@given(DAYS, st.integers(1, 4))
def test_that_somebody_read_spanish_on_a_day_cannot_be_told_from_nobody(days: Days, few: int) -> None:
    """Under five and none look the same: a row is there because of its month, not because of its day."""
    busy = {"sessions": {"": 30}, "language": {"es": 20}}
    month = {**days, TODAY - timedelta(days=2): busy}
    day = TODAY - timedelta(days=1)
    one = {**month, day: {"sessions": {"": 9}, "language": {"es": few}}}
    none = {**month, day: {"sessions": {"": 9}, "language": {}}}
    assert as_csv(one, TODAY) == as_csv(none, TODAY)


def test_a_day_of_few_sessions_tells_only_that() -> None:
    few = {"sessions": {"": 4}, "language": {"es": 4}}
    many = {"sessions": {"": 12}, "language": {"es": 5, "en": 7}, "help opened": {"": 1}}
    assert rows({A_DAY: few, A_DAY + timedelta(days=1): many}) == [
        list(HEADER),
        ["2026-03-02", "sessions", "", "fewer than 5"],
        ["2026-03-03", "sessions", "", "10"],
        ["2026-03-03", "language", "en", "5"],
        ["2026-03-03", "language", "es", "5"],
    ]


def test_what_came_five_times_in_a_month_has_a_row_on_each_of_its_days_and_in_no_other_month() -> None:
    """A row that stood only where something happened would tell that it did."""
    two = {"sessions": {"": 9}, "language": {"es": 2}}
    three = {"sessions": {"": 9}, "language": {"es": 3}}
    days: Days = {date(2026, 2, 27): two, date(2026, 3, 2): two, date(2026, 3, 3): three}
    told = [row[0] for row in rows(days) if row[1:] == ["language", "es", "fewer than 5"]]
    assert told == ["2026-03-02", "2026-03-03"]


def test_lines_of_the_csv_end_with_lf_and_odd_names_survive() -> None:
    days: Days = {A_DAY: {"sessions": {"": 5}, "topic opened": {'a "b", c': 5}}}
    assert "\r" not in as_csv(days, TODAY)
    assert rows(days)[2] == ["2026-03-02", "topic opened", 'a "b", c', "5"]
    assert as_csv({}, TODAY) == "day,what,which,count\n"


def test_the_weeks_are_the_last_eight_from_monday() -> None:
    days: Days = {
        date(2026, 1, 18): {"sessions": {"": 100}},
        date(2026, 1, 19): {"sessions": {"": 7}},
        date(2026, 3, 8): {"sessions": {"": 12}},
        date(2026, 3, 9): {"sessions": {"": 6}},
        date(2026, 3, 11): {"sessions": {"": 6}},
    }
    usage = usage_of(days, TODAY)
    assert len(usage.weeks) == WEEKS
    assert (usage.weeks[0].monday, usage.weeks[0].sessions) == (date(2026, 1, 19), 5)
    assert [week.sessions for week in usage.weeks[-2:]] == [10, 10]
    assert usage.sessions == 30


def test_a_csv_holds_days_and_no_finer_time() -> None:
    """PRV-04."""
    days: Days = {A_DAY: {"sessions": {"": 50}, "stopped at": {"a/1": 50}}}
    assert not re.search(r"\d\d:\d\d", as_csv(days, TODAY))

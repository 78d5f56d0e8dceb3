"""Counts a day: what is added, and how long it is kept."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.core.insights.counts import Tally, Thing, What, added, is_over_age, month_of
from tests.catalogs import A_DAY

SPANISH = Thing(What.LANGUAGE, "es")
THINGS = st.frozensets(
    st.builds(Thing, st.sampled_from(What), st.sampled_from(["", "en", "es", "backs/01-slide"]))
)
TALLIES = st.lists(st.builds(Tally, st.dates(date(2026, 2, 27), date(2026, 3, 3)), THINGS), max_size=30)


def test_sessions_of_a_day_add_up() -> None:
    once = Tally(A_DAY, frozenset({Thing(What.SESSION), SPANISH}))
    assert added({}, [once, once]) == {A_DAY: {"language": {"es": 2}, "sessions": {"": 2}}}
    assert added({A_DAY: {"language": {"en": 4}}}, [once])[A_DAY]["language"] == {"en": 4, "es": 1}


@given(TALLIES, st.randoms(use_true_random=False))
def test_the_order_of_sessions_leaves_no_trace(tallies: list[Tally], chance: object) -> None:
    """PRV-05: also not in the order in which the counts stand."""
    mixed = list(tallies)
    chance.shuffle(mixed)  # type: ignore[attr-defined]
    one, other = added({}, tallies), added({}, mixed)
    assert one == other
    assert repr(one) == repr(other)


@given(TALLIES, TALLIES)
def test_adding_twice_is_adding_all_at_once_and_changes_nothing_that_was_given(
    first: list[Tally], second: list[Tally]
) -> None:
    before = added({}, first)
    kept = repr(before)
    assert added(before, second) == added({}, [*first, *second])
    assert repr(before) == kept


@pytest.mark.parametrize(
    ("month", "today", "is_over"),
    [
        ("2026-03", date(2026, 3, 1), False),
        ("2026-03", date(2027, 3, 31), False),
        ("2026-03", date(2027, 4, 1), True),
        ("2026-12", date(2027, 12, 31), False),
        ("2026-12", date(2028, 1, 1), True),
        ("2027-01", date(2026, 3, 1), False),
        ("1999-01", date(2026, 3, 1), True),
    ],
)
def test_a_month_is_kept_for_thirteen(month: str, today: date, *, is_over: bool) -> None:
    assert is_over_age(month, today) is is_over


@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)), st.integers(0, 2000))
def test_no_day_is_kept_longer_than_thirteen_months(day: date, later: int) -> None:
    today = day + timedelta(days=later)
    if not is_over_age(month_of(day), today):
        assert later <= 13 * 31

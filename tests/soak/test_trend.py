"""The slope that a soak fits through its samples."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.soak.trend import trend

SLOPES = st.integers(-1000, 1000)
STARTS = st.integers(-1000, 1000)
SLOWLY = settings(deadline=None)  # a busy machine is slow


@SLOWLY
@given(slope=SLOPES, start=STARTS, count=st.integers(2, 60))
def test_a_straight_line_has_its_slope_and_no_doubt(slope: int, start: int, count: int) -> None:
    days = list(range(count))
    found = trend(days, [start + slope * day for day in days])
    assert (found.low, found.slope, found.high) == (slope, slope, slope)


@SLOWLY
@given(
    figures=st.lists(st.integers(-100, 100), min_size=3, max_size=40),
    slope=st.integers(-50, 50),
    start=st.integers(-50, 50),
)
def test_a_line_added_to_the_samples_is_added_to_their_slope(
    figures: list[int], slope: int, start: int
) -> None:
    days = list(range(len(figures)))
    plain = trend(days, figures)
    found = trend(days, [figure + start + slope * day for day, figure in enumerate(figures)])
    assert (found.low, found.slope, found.high) == pytest.approx(
        (plain.low + slope, plain.slope + slope, plain.high + slope)
    )


@SLOWLY
@given(seed=st.integers(0, 1000), slope=SLOPES, wild=st.floats(-1e9, 1e9))
def test_a_few_wild_samples_do_not_move_it(seed: int, slope: int, wild: float) -> None:
    """A sum of squares would follow them anywhere."""
    days, figures = list(range(40)), [float(slope * day) for day in range(40)]
    for place in random.Random(seed).sample(days, 6):  # noqa: S311 - a seed for samples
        figures[place] = wild
    assert trend(days, figures).slope == pytest.approx(slope, abs=1e-6)


@SLOWLY
@given(seed=st.integers(0, 500))
def test_samples_that_scatter_around_a_line_have_its_slope(seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - samples
    days = list(range(60))
    found = trend(days, [chance.gauss(0, 1) + day for day in days])
    assert found.low <= found.slope <= found.high
    assert found.slope == pytest.approx(1, abs=0.1)


def test_95_of_100_intervals_hold_the_true_slope() -> None:
    chance, days = random.Random(7), list(range(30))  # noqa: S311 - samples
    held = 0
    for _ in range(200):
        found = trend(days, [chance.gauss(0, 5) + 0.5 * day for day in days])
        held += found.low <= 0.5 <= found.high
    assert 180 <= held < 200


@pytest.mark.parametrize(("days", "figures"), [([], []), ([1.0], [5.0]), ([2.0, 2.0], [1.0, 9.0])])
def test_less_than_two_times_have_no_slope(days: list[float], figures: list[float]) -> None:
    with pytest.raises(ValueError, match="two samples"):
        trend(days, figures)

"""When a soak says that something leaks, and what it prints."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.soak.__main__ import plan_of, report
from tests.soak.run import Record
from tests.soak.verdict import LEAST_SAMPLES, MEASURES, Measure, finding, findings, table

GROWING = Measure("things", a_day=2.0, noise=10.0)
FALLING = Measure("references", a_day=2.0, noise=10.0, is_lost=True)
A_WEEK = [day / 10 for day in range(71)]
AN_HOUR = [hour / 24 / 70 for hour in range(71)]
PLAIN = {measure.name: 50.0 for measure in MEASURES}


def line(days: list[float], a_day: float) -> list[float]:
    return [100 + a_day * day for day in days]


@pytest.mark.parametrize(
    ("measure", "days", "a_day", "is_leak"),
    [
        (GROWING, A_WEEK, 0.0, False),
        (GROWING, A_WEEK, 1.9, False),
        (GROWING, A_WEEK, 2.1, True),
        (GROWING, A_WEEK, -50.0, False),
        (FALLING, A_WEEK, 50.0, False),
        (FALLING, A_WEEK, -1.9, False),
        (FALLING, A_WEEK, -2.1, True),
        (GROWING, AN_HOUR, 230.0, False),  # 9.6 in that hour, within the noise
        (GROWING, AN_HOUR, 250.0, True),
    ],
)
def test_what_grows_faster_than_it_may_is_a_leak(
    measure: Measure, days: list[float], a_day: float, *, is_leak: bool
) -> None:
    assert finding(measure, days, line(days, a_day)).is_leak is is_leak


def test_a_step_is_no_slope() -> None:
    """A cache that fills once, in the middle of a run."""
    once = [100.0 if day < 3.5 else 105.0 for day in A_WEEK]
    assert not finding(GROWING, A_WEEK, once).is_leak
    again_and_again = [100.0 + 5 * int(day) for day in A_WEEK]
    assert finding(GROWING, A_WEEK, again_and_again).is_leak


@settings(deadline=None)  # a busy machine is slow
@given(figures=st.lists(st.floats(0, 10), min_size=25, max_size=25))
def test_what_stays_within_the_noise_of_a_day_is_never_a_leak(figures: list[float]) -> None:
    days = [hour / 24 for hour in range(25)]
    assert not finding(Measure("things", 1.0, 20.0), days, figures).is_leak


def test_too_few_samples_say_nothing() -> None:
    days = A_WEEK[: LEAST_SAMPLES - 1]
    with pytest.raises(ValueError, match="7 samples say nothing"):
        finding(GROWING, days, line(days, 0))
    assert not finding(GROWING, A_WEEK[:LEAST_SAMPLES], line(A_WEEK[:LEAST_SAMPLES], 0)).is_leak


@pytest.mark.parametrize("measure", MEASURES, ids=lambda measure: measure.name)
def test_the_table_names_what_leaks_and_nothing_else(measure: Measure) -> None:
    a_day = measure.a_day * (-3 if measure.is_lost else 3)
    samples = [PLAIN | {measure.name: 50 + a_day * day} for day in A_WEEK[:40]]
    head, *rows = table(findings(A_WEEK[:40], samples)).splitlines()
    leaks = [row for row in rows if row.startswith("LEAK")]
    assert "a simulated day" in head
    assert len(rows) == len(MEASURES)
    assert len(leaks) == (1 if 3 * measure.a_day * A_WEEK[39] > measure.noise else 0)
    assert all(measure.name in row and f"{a_day:+.2f}" in row for row in leaks)


def record(samples: int = len(A_WEEK), errors: int = 0, a_day: float = 0.0) -> Record:
    grown = [PLAIN | {"widgets": 50 + a_day * day} for day in A_WEEK[:samples]]
    return Record(A_WEEK[:samples], grown, Counter(taps=7), errors, 0)


@pytest.mark.parametrize(
    ("lived", "log_size", "code", "said"),
    [
        (record(), 1000, 0, "Nothing leaks."),
        (record(a_day=30), 1000, 1, "NOT SOUND: widgets."),
        (record(errors=2), 1000, 1, "NOT SOUND: 2 errors were logged."),
        (record(), 2_000_000, 1, "NOT SOUND: the log has 2000000 bytes."),
        (record(samples=3), 1000, 1, "No verdict: 3 samples say nothing: it takes 8."),
    ],
)
def test_the_last_line_and_the_exit_code_are_the_verdict(
    lived: Record, log_size: int, code: int, said: str
) -> None:
    lines: list[str] = []
    assert report(lived, log_size, lines.append) == code
    assert lines[0] == "       7 taps"
    assert lines[-1] == said


@pytest.mark.parametrize("minutes", [0.5, 5, 30, 480])
def test_every_plan_has_enough_samples_and_time_to_warm_up(minutes: float) -> None:
    plan = plan_of(minutes * 60, 1)
    measured = plan.seconds - plan.warm_up
    assert plan.warm_up >= plan.seconds / 5
    assert LEAST_SAMPLES < measured / plan.sample_every <= 180

"""When a start leaves the clinic's content out."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.core.restarts import MOST_BAD, WITHIN, Run, is_safe_mode_due

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
GOOD = Run(NOON, has_painted=True, code=0)

RUNS = [
    (Run(NOON, has_painted=True, code=0), False),  # staff ended it
    (Run(NOON, has_painted=True, code=143), False),  # the system did
    (Run(NOON, has_painted=True), False),  # SIGKILL or a power cut, after Attract
    (Run(NOON, has_painted=True, code=1), True),  # too many errors
    (Run(NOON, has_painted=True, has_trace=True), True),  # frozen or crashed
    (Run(NOON), True),  # never painted
    (Run(NOON, code=143), False),  # ended by the system while it started
    (Run(NOON, code=1), True),
]


@pytest.mark.parametrize(("run", "is_bad"), RUNS)
def test_what_a_bad_run_is(run: Run, *, is_bad: bool) -> None:
    assert run.is_bad is is_bad


def bad(minutes: float) -> Run:
    return Run(NOON - timedelta(minutes=minutes))


@pytest.mark.parametrize(
    ("runs", "is_due"),
    [
        ([], False),
        ([bad(1), bad(0.5)], False),
        ([bad(2), bad(1), bad(0.5)], True),
        ([bad(5), bad(1), bad(0.5)], True),
        ([bad(5.1), bad(1), bad(0.5)], False),
        ([bad(2), GOOD, bad(1), bad(0.5)], False),
        ([GOOD, bad(2), bad(1), bad(0.5)], True),
        ([bad(3), bad(2), bad(1), GOOD], False),
        ([bad(-60), bad(-60), bad(-60)], True),  # the clock was set back since
    ],
)
def test_three_bad_runs_in_a_row_within_five_minutes_lead_to_safe_mode(
    runs: list[Run], *, is_due: bool
) -> None:
    assert is_safe_mode_due(runs, NOON) is is_due


@given(st.lists(st.tuples(st.floats(0, 20), st.sampled_from([run for run, _ in RUNS])), max_size=8))
def test_any_history(history: list[tuple[float, Run]]) -> None:
    """Never with fewer than three bad ones, never after a good one, never for old ones."""
    now, runs = NOON, []
    for minutes, run in history:
        runs.append(Run(now, run.has_painted, run.code, run.has_trace))
        now += timedelta(minutes=minutes)
    last = runs[-MOST_BAD:]
    expected = len(last) == MOST_BAD and all(run.is_bad for run in last) and now - last[0].began <= WITHIN
    assert is_safe_mode_due(runs, now) is expected

"""How starts went is remembered, and nothing depends on it: a damaged or forbidden file costs safe mode only."""

from __future__ import annotations

import os
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from kiosk.core.restarts import KEPT
from kiosk.ops.runs import Runs
from tests.ops.receptionist import NOON


class Clock:
    def __init__(self) -> None:
        self.now = NOON

    def __call__(self) -> datetime:
        self.now += timedelta(seconds=20)
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


def test_a_start_that_never_painted_counts(tmp_path: Path, clock: Clock) -> None:
    assert [Runs(tmp_path, clock).is_safe for _ in range(5)] == [False, False, False, True, True]


def test_one_that_was_killed_after_it_had_painted_does_not(tmp_path: Path, clock: Clock) -> None:
    for _ in range(10):
        runs = Runs(tmp_path, clock)
        assert not runs.is_safe
        runs.note_painted()


def test_one_that_ended_itself_counts(tmp_path: Path, clock: Clock) -> None:
    for expected in (False, False, False, True):
        runs = Runs(tmp_path, clock)
        assert runs.is_safe is expected
        runs.note_painted()
        runs.note_end(1)


def test_one_that_left_a_trace_counts_and_its_trace_is_told_once(tmp_path: Path, clock: Clock) -> None:
    for expected in ("", "Fatal error 1", "Fatal error 2", "Fatal error 3"):
        runs = Runs(tmp_path, clock)
        assert runs.last_trace == expected
        assert runs.is_safe is (expected == "Fatal error 3")
        runs.note_painted()
        trace = runs.open_trace()
        assert trace
        with trace:
            trace.write(b"Fatal error %d" % (len(runs.before) + 1))
    trace = Runs(tmp_path, clock).open_trace()
    assert trace
    trace.close()
    assert Runs(tmp_path, clock).last_trace == ""


@pytest.mark.parametrize("has_painted", [False, True])
@pytest.mark.parametrize("trace", [b"", b"Timeout (0:01:00)!"])
def test_one_that_froze_before_it_painted_is_told_to_the_next(
    tmp_path: Path, clock: Clock, trace: bytes, *, has_painted: bool
) -> None:
    first = Runs(tmp_path, clock)
    assert not first.has_frozen_at_start
    if has_painted:
        first.note_painted()
    (tmp_path / "trace.txt").write_bytes(trace)
    assert Runs(tmp_path, clock).has_frozen_at_start is (bool(trace) and not has_painted)


def test_only_the_last_runs_are_kept(tmp_path: Path, clock: Clock) -> None:
    for _ in range(3 * KEPT):
        Runs(tmp_path, clock).note_painted()
    assert len(Runs(tmp_path, clock).before) == KEPT
    assert (tmp_path / "runs.json").stat().st_size < 4000


@pytest.mark.parametrize(
    "damaged", [b"", b"{", b"\xff\xfe\0", b'{"runs": 3}', b'{"runs":[{"began":"never"}]}', b"[" * 100_000]
)
def test_a_damaged_file_is_begun_anew(tmp_path: Path, clock: Clock, damaged: bytes) -> None:
    """Faults 43 and 44."""
    (tmp_path / "runs.json").write_bytes(damaged)
    assert Runs(tmp_path, clock).before == ()
    assert len(Runs(tmp_path, clock).before) == 1


def test_where_nothing_can_be_written_it_starts_all_the_same(tmp_path: Path, clock: Clock) -> None:
    """Fault 38, for root too: the data folder is a file."""
    (tmp_path / "data").write_bytes(b"")
    runs = Runs(tmp_path / "data", clock)
    runs.note_painted()
    runs.note_end(0)
    assert (runs.before, runs.is_safe, runs.last_trace) == ((), False, "")
    trace = runs.open_trace()
    assert trace
    with trace:
        assert os.fstat(trace.fileno()).st_rdev  # the null device

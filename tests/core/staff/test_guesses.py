"""The PIN against 10,000 guesses, restarts and clocks that are set (reliability fault 55)."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.core.staff import guesses
from kiosk.core.staff.guesses import FIRST_WAIT, LONGEST_WAIT, TRIES, Guesses


class Clock:
    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "data" / "pin-guesses.json"


def guess(count: Guesses, times: int = 1) -> None:
    for _ in range(times):
        assert count.begin()


def test_five_tries_then_waits_that_double_to_fifteen_minutes(file: Path, clock: Clock) -> None:
    count = Guesses(file, clock)
    waits = []
    for _ in range(8):
        assert count.tries_left == TRIES
        guess(count, TRIES)
        waits.append(count.wait)
        assert not count.begin()
        clock.now += count.wait
    assert waits == [30, 60, 120, 240, 480, 900, 900, 900]


def test_the_right_pin_gives_five_tries_again(file: Path, clock: Clock) -> None:
    count = Guesses(file, clock)
    guess(count, 4)
    assert count.tries_left == 1
    count.forget()
    assert (count.tries_left, count.wait) == (TRIES, 0)
    assert Guesses(file, clock).tries_left == TRIES


def test_ten_thousand_guesses_with_a_restart_between_each_take_over_twenty_days(
    file: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A restart gives no try and takes no wait away."""
    kept: dict[Path, bytes] = {}
    monkeypatch.setattr(guesses, "write_whole", kept.__setitem__)
    monkeypatch.setattr(Path, "read_bytes", lambda path: kept.get(path, b'{"wrong": 0}'))
    began, made = clock.now, 0
    while made < 10_000:
        count = Guesses(file, clock)
        if count.begin():
            made += 1
        else:
            clock.now += count.wait
            guess(count)
            made += 1
    assert clock.now - began > 20 * 24 * 3600
    assert Guesses(file, clock).wait == LONGEST_WAIT


def test_a_restart_in_the_middle_of_a_wait_begins_the_whole_wait_again(file: Path, clock: Clock) -> None:
    guess(Guesses(file, clock), TRIES)
    clock.now += 29
    again = Guesses(file, clock)
    assert again.wait == FIRST_WAIT
    clock.now += FIRST_WAIT
    assert again.begin()


def test_a_plug_that_is_pulled_during_the_check_has_used_up_a_try(file: Path, clock: Clock) -> None:
    guess(Guesses(file, clock))
    assert Guesses(file, clock).tries_left == TRIES - 1


@pytest.mark.parametrize("jump", [-10 * 365 * 86400, -3600, 3600, 10 * 365 * 86400])
def test_a_clock_of_the_day_that_is_set_changes_no_wait(
    file: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch, jump: int
) -> None:
    guess(Guesses(file, clock), TRIES)
    real: Callable[[], float] = time.time
    monkeypatch.setattr(time, "time", lambda: real() + jump)
    assert Guesses(file, clock).wait == FIRST_WAIT


@pytest.mark.parametrize("jump", [-1e9, -60.0])
def test_even_a_clock_that_goes_back_makes_no_wait_longer_than_the_longest(
    file: Path, clock: Clock, jump: float
) -> None:
    count = Guesses(file, clock)
    guess(count, TRIES)
    clock.now += jump
    assert FIRST_WAIT <= count.wait <= LONGEST_WAIT


@pytest.mark.parametrize(
    "found", [b"", b"\0\xff", b"{}", b'{"wrong": "none"}', b'{"wrong": 1e400}', b"[" * 9999]
)
def test_a_damaged_count_means_the_longest_wait_and_then_five_tries(
    file: Path, clock: Clock, found: bytes
) -> None:
    """The safe side, and nobody is locked out for ever."""
    file.parent.mkdir()
    file.write_bytes(found)
    count = Guesses(file, clock)
    assert not count.begin()
    clock.now += LONGEST_WAIT
    guess(count, TRIES)
    count.forget()
    assert Guesses(file, clock).wait == 0


def test_a_folder_that_cannot_be_written_still_counts_until_the_next_start(
    file: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def refuse(*_: object) -> None:
        raise OSError("read-only")

    monkeypatch.setattr(guesses, "write_whole", refuse)
    count = Guesses(file, clock)
    guess(count, TRIES)
    assert count.wait == FIRST_WAIT
    assert "cannot be kept" in caplog.text


@settings(max_examples=200)
@given(st.lists(st.one_of(st.just("guess"), st.just("restart"), st.floats(0, 1000)), max_size=60))
def test_no_order_of_guesses_restarts_and_time_gets_more_than_five_tries_a_wait(
    tmp_path_factory: pytest.TempPathFactory, steps: list[str | float]
) -> None:
    clock = Clock()
    file = tmp_path_factory.mktemp("walk") / "count.json"
    count, tries, waited = Guesses(file, clock), 0, 0.0
    for step in steps:
        if step == "guess" and count.begin():
            tries += 1
            if tries > TRIES:
                assert waited >= FIRST_WAIT
                tries, waited = 1, 0.0
        elif step == "restart":
            count, waited = Guesses(file, clock), 0.0 if tries >= TRIES else waited
        elif isinstance(step, float):
            clock.now += step
            waited += step if tries >= TRIES else 0.0
        assert 0 <= count.wait <= LONGEST_WAIT

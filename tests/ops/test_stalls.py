"""The longest stall of the window is told, whenever it came."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from kiosk.ops.stalls import TICK_MILLISECONDS, Stalls

ON_TIME = TICK_MILLISECONDS / 1000


class Clock:
    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def stalls(clock: Clock, qapp: QApplication) -> Stalls:
    found = Stalls(clock)
    clock.now += 7  # until the first screen, which is no stall
    found.start()
    found._timer.stop()  # its ticks come by hand
    return found


def tick(stalls: Stalls, clock: Clock, after: float) -> None:
    clock.now += after
    stalls._timer.timeout.emit()


def test_ticks_in_time_are_no_stall(stalls: Stalls, clock: Clock) -> None:
    for _ in range(10):
        tick(stalls, clock, ON_TIME)
    assert stalls.take_longest() == pytest.approx(0)


def test_the_longest_is_told_once(stalls: Stalls, clock: Clock) -> None:
    for late in (0.3, 2.5, 0.0, 0.4):
        tick(stalls, clock, ON_TIME + late)
    assert stalls.take_longest() == pytest.approx(2.5)
    assert stalls.take_longest() == 0
    tick(stalls, clock, ON_TIME + 0.1)
    assert stalls.take_longest() == pytest.approx(0.1)


def test_it_ticks_from_its_start_to_its_end(clock: Clock, qapp: QApplication) -> None:
    stalls = Stalls(clock)
    assert not stalls._timer.isActive()
    stalls.start()
    assert stalls._timer.isActive()
    stalls.end()
    assert not stalls._timer.isActive()

"""Clocks that are wrong, set, or stand still (fault 45)."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from kiosk.core.content.standing import Kept
from kiosk.ops.clocks import day_of
from kiosk.ops.runs import Runs
from kiosk.ops.status import content_status
from tests.ops.receptionist import NOON, Receptionist, put_topic

KIOSK = Path(__file__).parents[2] / "kiosk"
FIFTY_YEARS = timedelta(days=50 * 365.25)
HOUR = timedelta(hours=1)
JUMPS = [-FIFTY_YEARS, FIFTY_YEARS, -HOUR, HOUR, NOON.replace(year=1970) - NOON]
OF_THE_DAY = re.compile(r"time\.time\(|datetime\.now|date\.today|clinic_day|current(?:DateTime|Date|Time)\b")
"""What asks for the time of the day."""


class WrongClock(Receptionist):
    """A kiosk whose clock of the day is set while it runs; seconds go on as they do."""

    off = timedelta()

    def now(self) -> datetime:
        return super().now() + self.off

    def set(self, off: timedelta) -> None:
        self.off = off
        self.day: date = day_of(self.now())


@pytest.mark.parametrize("jump", JUMPS, ids=lambda jump: f"{jump.days} days")
def test_new_content_comes_in_time_and_staff_can_go_back_whatever_the_clock_says(
    tmp_path: Path, jump: timedelta
) -> None:
    desk = WrongClock(tmp_path)
    for number, off in enumerate((timedelta(), jump, timedelta(), jump)):
        desk.set(off)
        put_topic(desk.root, title=f"Knees {number}")
        desk.wait(8)
        assert desk.shown == [f"Knees {number}"]
        desk.start()
        assert desk.shown == [f"Knees {number}"]
        desk.intake.step()
        status = content_status(desk.content.standing(), desk.now())
        assert status.age_days is not None
        assert 0 <= status.age_days < 1
    desk.wait()
    kept: tuple[Kept, ...] = desk.content.kept
    assert [int(each.name.partition("-")[0]) for each in kept] == [4, 3, 2]
    desk.content.go_back(kept[-1].name)
    desk.intake.step()
    assert desk.shown == ["Knees 1"]


@pytest.mark.parametrize("jump", JUMPS, ids=lambda jump: f"{jump.days} days")
def test_a_clock_that_is_set_between_starts_neither_keeps_it_in_safe_mode_nor_out_of_it(
    tmp_path: Path, jump: timedelta
) -> None:
    for _ in range(3):
        Runs(tmp_path, lambda: NOON)
    # The start after the clock was set is safe or not; once it has painted, the next one is not.
    Runs(tmp_path, lambda: NOON + jump).note_painted()
    assert not Runs(tmp_path, lambda: NOON + jump).is_safe
    for _ in range(2):
        Runs(tmp_path, lambda: NOON + jump)
    assert Runs(tmp_path, lambda: NOON + jump).is_safe


def test_no_screen_and_no_limit_depends_on_the_time_of_the_day() -> None:
    """The idle limit, the countdown, the lock-out and every timer count seconds that no clock can set.

    Two pages of staff's write a time down; the days of topics come as events.
    """
    files = [KIOSK / "app.py", *(KIOSK / "core").rglob("*.py"), *(KIOSK / "ui").rglob("*.py")]
    asking = {str(file.relative_to(KIOSK)) for file in files if OF_THE_DAY.search(file.read_text())}
    assert asking == {"ui/pages/desk.py", "ui/pages/cleaning.py"}
    assert OF_THE_DAY.search((KIOSK / "ops" / "clocks.py").read_text())

"""How programs copy: in any order, and in place of what was there (faults 30 and 31)."""

from __future__ import annotations

import os
import random
import shutil
from pathlib import Path

import pytest
from PIL import Image

from tests.ops.receptionist import Receptionist, put_topic

SLIDES = 15
IN_1980 = (315_532_800, 315_532_800)
"""The time that robocopy gives a file until it is whole, in seconds."""


@pytest.fixture
def desk(tmp_path: Path) -> Receptionist:
    found = Receptionist(tmp_path)
    put_topic(found.root, title="Old", slides=SLIDES)
    found.wait()
    found.events.clear()
    return found


@pytest.mark.parametrize("seed", range(5))
def test_thirty_files_in_any_order_are_shown_once_and_whole(
    desk: Receptionist, tmp_path: Path, seed: int
) -> None:
    """Fault 30: a slide before its picture or after it; a file is there all of a sudden, after two seconds or six."""
    put_topic(tmp_path / "stick", title="New", slides=SLIDES)
    names = [
        path.relative_to(tmp_path / "stick") for path in (tmp_path / "stick").rglob("*") if path.is_file()
    ]
    assert len(names) == 2 * SLIDES
    chance = random.Random(seed)  # noqa: S311 - an order, no secret
    chance.shuffle(names)
    shutil.rmtree(desk.root / "knees")
    for name in names:
        (desk.root / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(tmp_path / "stick" / name, desk.root / name)
        desk.wait(chance.choice([0.0, 0.0, 2.0]))
        assert desk.shown == ["Old"] * SLIDES
    desk.wait(16)
    assert desk.arrived == [["New"] * SLIDES]
    assert len(desk.pictures) == SLIDES


def test_a_picture_that_is_written_over_in_place_is_shown_when_it_is_whole(
    desk: Receptionist, tmp_path: Path
) -> None:
    """Fault 31: the old picture is cut, has its full size at once, holds zeros, and is of 1980 until it is whole."""
    photo = desk.root / "knees" / "20-photo.png"
    Image.new("RGB", (400, 300), "red").save(photo)
    desk.wait()
    red = desk.pictures
    desk.events.clear()
    Image.effect_noise((400, 300), 90).save(tmp_path / "new.png")
    whole = (tmp_path / "new.png").read_bytes()
    for done in range(0, len(whole), len(whole) // 4 + 1):
        photo.write_bytes(whole[:done] + b"\0" * (len(whole) - done))
        os.utime(photo, IN_1980)
        desk.wait(2)
        assert (desk.arrived, desk.pictures) == ([], red)
    photo.write_bytes(whole)
    desk.wait(8)
    assert len(desk.arrived) == 1
    assert len(desk.pictures - red) == 1


def test_a_stick_whose_files_have_no_time_of_their_own_is_shown_after_a_minute(desk: Receptionist) -> None:
    """Cameras and sticks without a clock give that day too."""
    put_topic(desk.root, title="New", slides=SLIDES)
    for path in desk.root.rglob("*.*"):
        os.utime(path, IN_1980)
    desk.wait(70)
    assert desk.arrived == [["New"] * SLIDES]

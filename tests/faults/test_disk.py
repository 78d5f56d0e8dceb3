"""Disks that are full, read-only or without a name left (faults 38 to 41); the disk is a real one, if a small one."""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from kiosk.core.content.snapshot import SnapshotStore
from kiosk.ops import importer
from kiosk.ops.builtin import write_builtin
from kiosk.ops.importer import RESERVE_BYTES
from tests.faults.poor_machine import SmallDisk, small_disk
from tests.ops.receptionist import Receptionist, put_topic, titles

OLD, NEW = ["Old"] * 2, ["New"] * 2
FAR_TOO_MANY = 200
LONGEST_RETRY = 310.0  # seconds
CANNOT_WRITE = "the kiosk cannot write into its own folder, or the disk is full."


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[SmallDisk]:
    with small_disk(tmp_path / "data") as found:
        yield found


@pytest.fixture
def desk(tmp_path: Path, disk: SmallDisk, monkeypatch: pytest.MonkeyPatch) -> Receptionist:
    """The kiosk's data lies on the small disk, of which nothing is kept in reserve."""
    monkeypatch.setattr(importer, "RESERVE_BYTES", 0)
    put_topic(tmp_path / "ours", title="Built in", slides=2)
    write_builtin(tmp_path / "ours", tmp_path / "builtin")
    found = Receptionist(tmp_path, tmp_path / "builtin")
    put_topic(found.root, title="Old", slides=2)
    found.wait()
    assert found.shown == OLD
    return found


def is_told(desk: Receptionist) -> bool:
    return any(CANNOT_WRITE in problem for problem in desk.problems())


LIMITS: dict[str, Callable[[SmallDisk, int], None]] = {
    "pages": lambda disk, left: disk.fill_up(pages_left=left),
    "names": lambda disk, left: disk.use_up_names(left=left),
}


@pytest.mark.parametrize("of", LIMITS)
def test_wherever_the_disk_is_full_the_old_content_stays_until_there_is_room(
    desk: Receptionist, disk: SmallDisk, tmp_path: Path, of: str
) -> None:
    """Faults 39 and 41: room for no page or file more, for one, for two, until an import has enough."""
    shutil.copytree(desk.data, tmp_path / "saved")
    put_topic(desk.root, title="New", slides=2)
    for path in (desk.root / "knees" / "pictures").iterdir():
        path.write_text(path.read_text() + "\n")
    failed = 0
    for left in range(FAR_TOO_MANY):
        disk.make_room()
        shutil.rmtree(desk.data, ignore_errors=True)  # a mount itself stays
        shutil.copytree(tmp_path / "saved", desk.data, dirs_exist_ok=True)
        desk.start()
        LIMITS[of](disk, left)
        desk.wait()
        if not is_told(desk):
            break
        failed += 1
        assert desk.shown in (OLD, NEW), f"room for {left}"
        desk.start()
        assert desk.shown in (OLD, NEW), f"a start with room for {left}"
        disk.make_room()
        desk.wait(LONGEST_RETRY)
        assert desk.shown == NEW, f"room for {left} is never made good"
        assert not is_told(desk)
    assert failed > 2
    assert left < FAR_TOO_MANY - 1
    assert desk.shown == NEW


def test_a_read_only_data_folder_keeps_what_is_shown_and_takes_the_new_when_it_can(
    desk: Receptionist, disk: SmallDisk
) -> None:
    """Fault 38."""
    disk.set_read_only(is_read_only=True)
    desk.start()
    put_topic(desk.root, title="New", slides=2)
    desk.content.pause("hips", is_paused=True)
    desk.wait(60)
    assert (desk.shown, is_told(desk)) == (OLD, True)
    assert "the kiosk cannot write into its own folder" in desk.report
    disk.set_read_only(is_read_only=False)
    desk.wait(LONGEST_RETRY)
    assert (desk.shown, is_told(desk)) == (NEW, False)


def test_a_quota_is_told_like_a_full_disk(desk: Receptionist, monkeypatch: pytest.MonkeyPatch) -> None:
    """Fault 40: the error of a quota, which shows when what was written is to last; no disk here has one."""

    def refuse(_: int) -> None:
        raise OSError(errno.EDQUOT, os.strerror(errno.EDQUOT))

    put_topic(desk.root, title="New", slides=2)
    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", refuse)
        desk.wait()
        assert (desk.shown, is_told(desk)) == (OLD, True)
        assert list(desk.data.rglob("*.tmp")) == []
    desk.wait(LONGEST_RETRY)
    assert (desk.shown, is_told(desk)) == (NEW, False)


def test_a_disk_is_never_filled_to_its_end(tmp_path: Path, disk: SmallDisk) -> None:
    """Faults 26 and 39: with less than the reserve left, no picture more is stored."""
    desk = Receptionist(tmp_path)
    put_topic(desk.root)
    assert RESERVE_BYTES > 8_000_000  # all of this disk
    desk.wait()
    assert (desk.shown, is_told(desk)) == ([], True)
    assert list(SnapshotStore(desk.data).pictures.glob("*")) == []
    assert titles(desk.content.catalog) == []

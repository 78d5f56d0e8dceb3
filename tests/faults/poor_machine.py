"""A machine that lacks something: room on its disk, memory, rights. What needs root is skipped without it."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

NOBODY = 65534
PAGE = 4096
"""Bytes in which a tmpfs counts."""
_GROUPS = Path("/sys/fs/cgroup")


class SmallDisk:
    """A file system of its own in this folder, with so much room and no more: what fills it is real."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._filler = folder / "filler"

    def fill_up(self, *, pages_left: int = 0) -> None:
        """Leave room for so many pages of data."""
        self._filler.unlink(missing_ok=True)
        state = os.statvfs(self.folder)
        free = state.f_bavail * state.f_frsize // PAGE
        with self._filler.open("wb") as file:
            file.write(b"x" * PAGE * max(0, free - pages_left))

    def use_up_names(self, *, left: int = 0) -> None:
        """Leave room for so many more files."""
        self._filler.mkdir(exist_ok=True)
        for number in range(os.statvfs(self.folder).f_favail - left):
            (self._filler / str(number)).touch()

    def make_room(self) -> None:
        if self._filler.is_dir():
            for path in self._filler.iterdir():
                path.unlink()
        else:
            self._filler.unlink(missing_ok=True)

    def set_read_only(self, *, is_read_only: bool) -> None:
        state = "ro" if is_read_only else "rw"
        subprocess.run(["mount", "-o", f"remount,{state}", str(self.folder)], check=True)  # noqa: S603, S607


@contextmanager
def small_disk(folder: Path, size: str = "512k", names: int = 60) -> Iterator[SmallDisk]:
    """Mount it in the folder, which is made; `names` is how many files it can hold; no program starts there."""
    if sys.platform != "linux" or os.geteuid() != 0:
        pytest.skip("only root of a Linux machine can mount a small disk")
    folder.mkdir(parents=True, exist_ok=True)
    options = f"size={size},nr_inodes={names},noexec"
    mount = ["mount", "-t", "tmpfs", "-o", options, "tmpfs", str(folder)]
    if subprocess.run(mount, capture_output=True, check=False).returncode:  # noqa: S603
        pytest.skip("this machine lets nobody mount")
    try:
        yield SmallDisk(folder)
    finally:
        subprocess.run(["umount", "--lazy", str(folder)], check=True)  # noqa: S603, S607


@contextmanager
def folder_of_nobody() -> Iterator[Path]:
    """Give a folder in which all are nobody, for whom rights count: root may open everything.

    Without root the test's own user is one for whom they count.
    """
    with tempfile.TemporaryDirectory(prefix="kiosk-nobody-") as name:
        if os.geteuid() == 0:
            os.chown(name, NOBODY, NOBODY)
        try:
            yield Path(name)
        finally:
            for path in Path(name).rglob("*"):
                if path.is_dir():
                    path.chmod(0o700)


@contextmanager
def as_nobody() -> Iterator[None]:
    """Let this process have nobody's rights for a while."""
    is_root = os.geteuid() == 0
    if is_root:
        os.seteuid(NOBODY)
    try:
        yield
    finally:
        if is_root:
            os.seteuid(0)


@contextmanager
def group_of_processes(name: str, limits: Mapping[str, int]) -> Iterator[list[Path]]:
    """Yield the files that take the number of a process, which then has only so much, with all that it starts.

    `limits` has bytes of "memory" and how many "pids", which are processes and threads.
    """
    is_one_tree = (_GROUPS / "cgroup.controllers").exists()
    files = {"memory": "memory.max" if is_one_tree else "memory.limit_in_bytes", "pids": "pids.max"}
    groups = {_GROUPS / ("" if is_one_tree else kind) / name for kind in limits}
    try:
        for group in groups:
            group.mkdir()
        for kind, most in limits.items():
            (_GROUPS / ("" if is_one_tree else kind) / name / files[kind]).write_text(str(most))
    except OSError:
        pytest.skip("this machine lets nobody limit processes")
    try:
        yield [group / "cgroup.procs" for group in groups]
    finally:
        for group in groups:
            with suppress(OSError):  # what is in it still, ends soon
                group.rmdir()


def peak_megabytes(*, begins_now: bool = False) -> float:
    """The most that this process ever held in memory, or since it was asked to begin anew."""
    if begins_now:
        Path("/proc/self/clear_refs").write_text("5")
    status = Path("/proc/self/status").read_text()
    return int(status.partition("VmHWM:")[2].split()[0]) / 1000

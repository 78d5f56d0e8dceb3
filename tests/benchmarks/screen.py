"""A virtual screen whose pixels are read from outside, for measuring any program the same way."""

from __future__ import annotations

import mmap
import os
import shutil
import struct
import subprocess
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Self

ROWS = 7
"""One row in so many is looked at: every widget is higher than that."""


class WatchedScreen:
    """Xvfb with its frame buffer in a file, and a small window manager."""

    def __init__(self, width: int, height: int) -> None:
        self._folder = Path(tempfile.mkdtemp(prefix="screen-"))
        read, write = os.pipe()
        arguments = [
            "-screen",
            "0",
            f"{width}x{height}x24",
            "-fbdir",
            str(self._folder),
            "-nolisten",
            "tcp",
            "-noreset",
        ]
        self._server = subprocess.Popen(  # noqa: S603
            ["Xvfb", "-displayfd", str(write), *arguments],  # noqa: S607
            pass_fds=(write,),
            stderr=subprocess.DEVNULL,
        )
        os.close(write)
        with os.fdopen(read, "rb") as number:
            self.display = f":{int(number.readline())}"
        self._file = (self._folder / "Xvfb_screen0").open("rb")
        self._memory = mmap.mmap(self._file.fileno(), 0, prot=mmap.PROT_READ)
        # The X Window Dump header: its size, then the width of a line and the number of colours.
        head = struct.unpack(">25I", self._memory[:100])
        self._start, self._stride, self._height = head[0] + head[19] * 12, head[12], head[5]
        self.environ = {**os.environ, "DISPLAY": self.display}
        for name in ("WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
            self.environ.pop(name, None)
        self._manager = subprocess.Popen(
            ["openbox", "--sm-disable"],  # noqa: S607
            env=self.environ,
            stderr=subprocess.DEVNULL,
        )
        time.sleep(1)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        for process in (self._manager, self._server):
            process.terminate()
            process.wait(10)
        self._memory.close()
        self._file.close()
        shutil.rmtree(self._folder, ignore_errors=True)

    def rows(self) -> bytes:
        """Some of the rows on the screen now."""
        lines = range(2, self._height, ROWS)
        return b"".join(
            self._memory[self._start + line * self._stride : self._start + (line + 1) * self._stride]
            for line in lines
        )

    def key(self, name: str) -> None:
        subprocess.run(["xdotool", "key", name], env=self.environ, check=True)  # noqa: S603, S607

    def wait_for_change(self, before: bytes, patience: float = 20.0) -> float:
        """Return when a pixel is first seen to differ. Raises TimeoutError."""
        end = time.perf_counter() + patience
        while self.rows() == before:
            if time.perf_counter() > end:
                raise TimeoutError("nothing changed on the screen")
        return time.perf_counter()

    def wait_until_still(self, seconds: float, is_enough: Callable[[bytes], bool] = bool) -> float:
        """Return when the last change was, once nothing has changed for so long. Raises TimeoutError."""
        end = time.perf_counter() + 30
        last, changed = self.rows(), time.perf_counter()
        while time.perf_counter() - changed < seconds or not is_enough(last):
            if time.perf_counter() > end:
                raise TimeoutError("the screen never came to rest")
            now = self.rows()
            if now != last:
                last, changed = now, time.perf_counter()
            time.sleep(0.001)
        return changed


def pss_mb(pid: int) -> float:
    """Memory of a process, shared pages counted in proportion."""
    for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
        if line.startswith("Pss:"):
            return int(line.split()[1]) / 1024
    raise LookupError(f"no PSS of process {pid}")


def cpu_seconds(pid: int) -> float:
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

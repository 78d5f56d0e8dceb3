"""Looks at its own process: what a leak of any kind would make more of. Linux."""

from __future__ import annotations

import ctypes
import gc
import os
import sys
from pathlib import Path

import shiboken6
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from kiosk.ops.log import FILE
from tests.benchmarks.screen import pss_mb

_PROCESS = Path("/proc/self")


def figures(logs: Path, data: Path) -> dict[str, float]:
    """One of each in `verdict.MEASURES`, now. `logs` and `data` are the kiosk's folders."""
    gc.collect()
    objects = gc.get_objects()
    timers = [each for each in objects if isinstance(each, QTimer) and shiboken6.isValid(each)]
    return {
        "memory (RSS), MB": _resident_mb(),
        "memory (PSS), MB": pss_mb(os.getpid()),
        "malloc, MB": _allocated_bytes() / 1e6,
        "Python blocks": sys.getallocatedblocks(),
        "file descriptors": len(os.listdir(_PROCESS / "fd")),  # noqa: PTH208 - a number is all that is wanted
        "threads": len(os.listdir(_PROCESS / "task")),  # noqa: PTH208
        "child processes": _children(),
        "timers": len(timers),
        "widgets": len(QApplication.allWidgets()),
        "Python objects": len(objects),
        "references to None": sys.getrefcount(None),
        "references to True": sys.getrefcount(True),
        "log, kB": log_bytes(logs) / 1e3,
        "data folder, MB": _bytes_in(data) / 1e6,
    }


def log_bytes(logs: Path) -> int:
    """Of all its files."""
    return sum(file.stat().st_size for file in logs.glob(f"{FILE}*"))


def _resident_mb() -> float:
    pages = int((_PROCESS / "statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


class _MallInfo(ctypes.Structure):
    """glibc's `struct mallinfo2` (mallinfo(3))."""

    _fields_ = tuple(
        (name, ctypes.c_size_t)
        for name in (
            "arena",
            "ordblks",
            "smblks",
            "hblks",
            "hblkhd",
            "usmblks",
            "fsmblks",
            "uordblks",
            "fordblks",
            "keepcost",
        )
    )


def _allocated_bytes() -> int:
    """What malloc has handed out and not got back, in its arenas and beside them."""
    ask = ctypes.CDLL(None).mallinfo2
    ask.restype = _MallInfo
    found = ask()
    return int(found.uordblks + found.hblkhd)


def _children() -> int:
    """Processes that this one has started, also those that have ended and that nobody has asked after."""
    found = 0
    for task in (_PROCESS / "task").iterdir():
        try:
            found += len((task / "children").read_text().split())
        except OSError:  # a thread that has just ended
            continue
    return found


def _bytes_in(folder: Path) -> int:
    total = 0
    for file in folder.rglob("*"):
        try:
            total += file.stat().st_size
        except OSError:  # gone since it was listed
            continue
    return total

"""A soak with a leak put in: python -m tests.soak.planted KIND ARGUMENTS OF THE SOAK."""

from __future__ import annotations

import ctypes
import logging
import os
import subprocess
import sys
import threading
from collections.abc import Callable
from itertools import count

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from tests.soak.__main__ import main

_NOTHINGS = 3_000_000
"""So many references to None can be lost before the program aborts."""
_kept: list[object] = []
_numbers = count()


def widget() -> None:
    _kept.extend(QWidget() for _ in range(5))


def timer() -> None:
    _kept.append(QTimer())


def descriptor() -> None:
    _kept.append(os.open(os.devnull, os.O_RDONLY))


def thread() -> None:
    is_over = threading.Event()
    threading.Thread(target=is_over.wait, daemon=True).start()


def zombie() -> None:
    _kept.append(subprocess.Popen(["true"]))  # noqa: S607 - ends at once, and nobody asks after it


def growing_list() -> None:
    _kept.append([[number] for number in range(20_000)])


def memory() -> None:
    _kept.append(b"1" * 1_000_000)


def none() -> None:
    for _ in range(3000):
        ctypes.pythonapi.Py_DecRef(ctypes.py_object(None))


def log() -> None:
    logging.getLogger(__name__).warning(f"{next(_numbers)} {'x' * 8000}")  # noqa: G004 - each of them another


def error() -> None:
    """One alone."""
    if next(_numbers) == 0:
        QTimer.singleShot(0, lambda: 1 // 0)


KINDS: dict[str, Callable[[], None]] = {
    function.__name__: function
    for function in (widget, timer, descriptor, thread, zombie, growing_list, memory, none, log, error)
}


if __name__ == "__main__":
    kind = KINDS[sys.argv[1]]
    if kind is none:
        _kept.append([None] * _NOTHINGS)
    os._exit(main(sys.argv[2:], kind))  # at its end Python would miss the references that were lost

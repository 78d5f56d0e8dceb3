"""A soak sees one more of each thing that can leak."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from kiosk.ops.log import FILE
from tests.soak.measures import figures
from tests.soak.verdict import MEASURES


@contextmanager
def a_descriptor() -> Iterator[None]:
    read, write = os.pipe()
    yield
    os.close(read)
    os.close(write)


@contextmanager
def a_thread() -> Iterator[None]:
    is_over = threading.Event()
    thread = threading.Thread(target=is_over.wait)
    thread.start()
    yield
    is_over.set()
    thread.join()


@contextmanager
def a_child() -> Iterator[None]:
    with subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE):
        yield


@contextmanager
def a_timer() -> Iterator[None]:
    timer = QTimer()
    yield
    timer.deleteLater()


@contextmanager
def a_widget() -> Iterator[None]:
    widget = QWidget()
    yield
    widget.deleteLater()


@contextmanager
def many_lists() -> Iterator[None]:
    lists: list[list[object]] = [[] for _ in range(5000)]
    yield
    lists.clear()


@contextmanager
def memory() -> Iterator[None]:
    block = bytearray(os.urandom(1)) * 50_000_000
    yield
    block.clear()


@contextmanager
def much_of_nothing() -> Iterator[None]:
    nothing = [None] * 5000
    yield
    nothing.clear()


@pytest.mark.parametrize(
    ("thing", "name", "more"),
    [
        (a_descriptor, "file descriptors", 2),
        (a_thread, "threads", 1),
        (a_child, "child processes", 1),
        (a_timer, "timers", 1),
        (a_widget, "widgets", 1),
        (many_lists, "Python objects", 5000),
        (many_lists, "Python blocks", 5000),
        (memory, "memory (RSS), MB", 50),
        (memory, "memory (PSS), MB", 47),
        (memory, "malloc, MB", 50),
        pytest.param(
            much_of_nothing,
            "references to None",
            5000,
            marks=pytest.mark.skipif(sys.version_info >= (3, 12), reason="None is not counted from 3.12 on"),
        ),
    ],
)
def test_one_more_of_it_is_seen(
    qtbot: QtBot, tmp_path: Path, thing: Callable[[], AbstractContextManager[None]], name: str, more: float
) -> None:
    figures(tmp_path, tmp_path)  # what it needs itself is there from now on
    before = figures(tmp_path, tmp_path)[name]
    with thing():
        seen = figures(tmp_path, tmp_path)[name]
    assert seen - before == pytest.approx(more, rel=0.05)


def test_the_log_is_all_its_files_and_the_data_all_that_lies_there(tmp_path: Path) -> None:
    logs, data = tmp_path / "logs", tmp_path / "data"
    (data / "deep").mkdir(parents=True)
    logs.mkdir()
    for name in (FILE, f"{FILE}.1"):
        (logs / name).write_bytes(b"0" * 1500)
    (logs / "samples.csv").write_bytes(b"0" * 9000)
    (data / "deep" / "picture").write_bytes(b"0" * 2_000_000)
    found = figures(logs, data)
    assert found["log, kB"] == 3.0
    assert found["data folder, MB"] == pytest.approx(2.0, rel=0.01)


def test_all_that_is_judged_is_measured_and_nothing_else(tmp_path: Path) -> None:
    assert list(figures(tmp_path, tmp_path)) == [measure.name for measure in MEASURES]

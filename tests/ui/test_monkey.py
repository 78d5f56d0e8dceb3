"""What a child who hammers (`monkey.py`) leaves behind.

Seconds here; `python3 dev.py test --long` plays ten minutes' worth of them. In the end the kiosk is on Attract,
nothing was logged as an error, and nothing has grown.
"""

from __future__ import annotations

import gc
import logging
import os
import statistics
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kiosk.app import Kiosk
from kiosk.core.content.model import Catalog
from kiosk.core.session.events import CatalogArrived, WentIdle
from kiosk.core.session.screens import Attract
from kiosk.core.views.view import view_of
from kiosk.ops.memory import keep_little_free_memory
from tests.catalogs import catalog, topic
from tests.ui.conftest import StartKiosk
from tests.ui.hands import later
from tests.ui.monkey import Monkey


def let_it_play(monkey: Monkey, kiosk: Kiosk, count: int) -> None:
    """Let it do so many things."""
    for _ in range(count):
        for seconds in monkey.play():
            later(kiosk, seconds)
        QApplication.processEvents()
        # `exec()` would do this: pages that were thrown away go only when its loop turns.
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def objects() -> int:
    """Qt objects that are alive, after those that were thrown away are really gone."""
    gc.collect()
    return sum(len(widget.findChildren(QObject)) for widget in QApplication.topLevelWidgets())


def resident_mb() -> float:
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


def settle(kiosk: Kiosk, content: Catalog) -> None:
    """Nobody touches it any more, on the content and the screen that it began with."""
    for _ in range(3):
        kiosk.happen(WentIdle())
    kiosk.happen(CatalogArrived(content))
    kiosk.happen(WentIdle())
    kiosk.window.resize(1920, 1080)
    kiosk.show()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def play(
    start_kiosk: StartKiosk, shipped: Catalog, caplog: pytest.LogCaptureFixture, *, rounds: int
) -> list[float]:
    """Return the resident megabytes after each round."""
    caplog.set_level(logging.ERROR)
    keep_little_free_memory()
    catalogs = [shipped, catalog(topic("backs"), topic("knees", 2)), catalog(topic("hips", 1)), Catalog()]
    kiosk = start_kiosk()
    glass = QTest.createTouchDevice()
    let_it_play(Monkey(kiosk, glass, catalogs, seed=0), kiosk, 200)
    settle(kiosk, shipped)
    before, memory = objects(), []
    for seed in range(1, rounds + 1):
        let_it_play(Monkey(kiosk, glass, catalogs, seed), kiosk, 200)
        settle(kiosk, shipped)
        memory.append(resident_mb())
    assert kiosk.session.screen == Attract()
    assert view_of(kiosk.session) == view_of(type(kiosk.session).at_start(shipped, kiosk.session.day))
    assert objects() <= before
    assert [record for record in caplog.records if record.levelno >= logging.ERROR] == []
    return memory


def test_a_monkey_leaves_the_kiosk_as_it_found_it(
    start_kiosk: StartKiosk, shipped: Catalog, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    play(start_kiosk, shipped, caplog, rounds=3)


@pytest.mark.long
def test_ten_minutes_of_a_monkey_leave_the_kiosk_as_it_found_it(
    start_kiosk: StartKiosk, shipped: Catalog, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    memory = play(start_kiosk, shipped, caplog, rounds=100)
    # One round says little: which pictures are kept at its end is chance.
    assert statistics.median(memory[-30:]) < statistics.median(memory[10:40]) + 10

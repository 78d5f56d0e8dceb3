"""A child who hammers: random touches, palms, swipes, keys, long presses, idle times and new content.

Seconds here; `python3 dev.py test --long` plays ten minutes' worth of them. In the end the kiosk is on Attract,
nothing was logged as an error, and nothing has grown.
"""

from __future__ import annotations

import gc
import logging
import os
import random
import statistics
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QPointingDevice
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kiosk.app import Kiosk
from kiosk.core.content.model import Catalog
from kiosk.core.session.events import CatalogArrived, WentIdle
from kiosk.core.session.screens import Attract
from kiosk.core.views.view import view_of
from kiosk.ops.memory import return_large_blocks
from tests.catalogs import catalog, topic
from tests.ui.conftest import StartKiosk
from tests.ui.hands import later

KEYS = [
    Qt.Key.Key_Left,
    Qt.Key.Key_Right,
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_Tab,
    Qt.Key.Key_Return,
    Qt.Key.Key_Space,
    Qt.Key.Key_Escape,
    Qt.Key.Key_Home,
    Qt.Key.Key_F1,
    Qt.Key.Key_F5,
    Qt.Key.Key_A,
    Qt.Key.Key_Delete,
    Qt.Key.Key_MediaPlay,
]


class Monkey:
    """Does one random thing at a time; the same seed does the same things."""

    def __init__(self, kiosk: Kiosk, glass: QPointingDevice, catalogs: list[Catalog], seed: int) -> None:
        self._kiosk, self._glass, self._catalogs = kiosk, glass, catalogs
        self._random = random.Random(seed)  # noqa: S311 - a monkey keeps no secrets
        self._tricks: list[tuple[Callable[[], None], int]] = [
            (self._tap, 40),
            (self._tap_a_target, 40),
            (self._double_tap, 15),
            (self._palm, 8),
            (self._swipe_from_the_edge, 8),
            (self._keys, 20),
            (self._wait, 10),
            (self._idle, 4),
            (self._content, 3),
            (self._resize, 1),
        ]

    def play(self, count: int) -> None:
        tricks, weights = zip(*self._tricks, strict=True)
        for trick in self._random.choices(tricks, weights, k=count):
            trick()
            later(self._kiosk, self._random.choice((0.05, 0.2, 0.5, 1.0)))
            QApplication.processEvents()
            # `exec()` would do this: pages that were thrown away go only when its loop turns.
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def _place(self) -> QPoint:
        window = self._kiosk.window
        return QPoint(self._random.randrange(window.width()), self._random.randrange(window.height()))

    def _touch(self) -> QTest.QTouchEventSequence:
        return QTest.touchEvent(self._kiosk.window, self._glass)

    def _tap_at(self, place: QPoint) -> None:
        self._touch().press(0, place, self._kiosk.window).commit()
        self._touch().release(0, place, self._kiosk.window).commit()

    def _tap(self) -> None:
        self._tap_at(self._place())

    def _tap_a_target(self) -> None:
        hit = self._random.choice(self._kiosk.window.targets())
        self._tap_at(hit.mapTo(self._kiosk.window, hit.face.center().toPoint()))

    def _double_tap(self) -> None:
        place = self._place()
        for _ in range(self._random.randint(2, 6)):
            self._tap_at(place)
            later(self._kiosk, 0.08)

    def _palm(self) -> None:
        window, places = self._kiosk.window, [self._place() for _ in range(4)]
        down = self._touch()
        for finger, place in enumerate(places):
            down.press(finger, place, window)
        down.commit()
        later(self._kiosk, self._random.choice((0.1, 5.0)))
        up = self._touch()
        for finger, place in enumerate(places):
            up.release(finger, place, window)
        up.commit()

    def _swipe_from_the_edge(self) -> None:
        window = self._kiosk.window
        y = self._random.randrange(window.height())
        across = [0, window.width() - 1]
        self._random.shuffle(across)
        self._touch().press(0, QPoint(across[0], y), window).commit()
        self._touch().move(0, QPoint(window.width() // 2, y), window).commit()
        self._touch().release(0, QPoint(across[1], y), window).commit()

    def _keys(self) -> None:
        for key in self._random.choices(KEYS, k=self._random.randint(1, 12)):
            QTest.keyClick(self._kiosk.window, key)
            later(self._kiosk, self._random.choice((0.02, 0.5)))

    def _wait(self) -> None:
        later(self._kiosk, 30)

    def _idle(self) -> None:
        if self._kiosk.idle.isActive():
            self._kiosk.idle.timeout.emit()

    def _content(self) -> None:
        self._kiosk.happen(CatalogArrived(self._random.choice(self._catalogs)))

    def _resize(self) -> None:
        self._kiosk.window.resize(*self._random.choice([(1280, 720), (720, 1280), (1024, 600)]))


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
    return_large_blocks()
    catalogs = [shipped, catalog(topic("backs"), topic("knees", 2)), catalog(topic("hips", 1)), Catalog()]
    kiosk = start_kiosk()
    glass = QTest.createTouchDevice()
    Monkey(kiosk, glass, catalogs, seed=0).play(200)
    settle(kiosk, shipped)
    before, memory = objects(), []
    for seed in range(1, rounds + 1):
        Monkey(kiosk, glass, catalogs, seed).play(200)
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

"""A child who hammers: random touches, palms, swipes, keys, long presses, idle times and new content."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Sequence
from typing import TypeAlias

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QPointingDevice
from PySide6.QtTest import QTest

from kiosk.app import Kiosk
from kiosk.core.content.model import Catalog
from kiosk.core.session.events import CatalogArrived

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
Pauses: TypeAlias = Iterator[float]
"""What is done between them happens at once; each is the seconds of the kiosk's clock that pass before it goes on."""
Trick: TypeAlias = Callable[[], Pauses]


class Monkey:
    """Does one random thing at a time; the same seed does the same things."""

    def __init__(
        self, kiosk: Kiosk, glass: QPointingDevice, catalogs: Sequence[Catalog], seed: int | str
    ) -> None:
        self._kiosk, self._glass, self._catalogs = kiosk, glass, catalogs
        self._random = random.Random(seed)  # noqa: S311 - a monkey keeps no secrets
        self._tricks: list[tuple[Trick, float]] = [
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

    def play(self) -> Pauses:
        """One trick, and the rest after it."""
        tricks, weights = zip(*self._tricks, strict=True)
        (trick,) = self._random.choices(tricks, weights)
        yield from trick()
        yield self._random.choice((0.05, 0.2, 0.5, 1.0))

    def _place(self) -> QPoint:
        window = self._kiosk.window
        return QPoint(self._random.randrange(window.width()), self._random.randrange(window.height()))

    def _touch(self) -> QTest.QTouchEventSequence:
        return QTest.touchEvent(self._kiosk.window, self._glass)

    def _tap_at(self, place: QPoint) -> None:
        self._touch().press(0, place, self._kiosk.window).commit()
        self._touch().release(0, place, self._kiosk.window).commit()

    def _tap(self) -> Pauses:
        self._tap_at(self._place())
        yield from ()

    def _tap_a_target(self) -> Pauses:
        targets = self._kiosk.window.targets()
        if targets:
            hit = self._random.choice(targets)
            self._tap_at(hit.mapTo(self._kiosk.window, hit.face.center().toPoint()))
        yield from ()

    def _double_tap(self) -> Pauses:
        place = self._place()
        for _ in range(self._random.randint(2, 6)):
            self._tap_at(place)
            yield 0.08

    def _palm(self) -> Pauses:
        window, places = self._kiosk.window, [self._place() for _ in range(4)]
        down = self._touch()
        for finger, place in enumerate(places):
            down.press(finger, place, window)
        down.commit()
        yield self._random.choice((0.1, 5.0))
        up = self._touch()
        for finger, place in enumerate(places):
            up.release(finger, place, window)
        up.commit()

    def _swipe_from_the_edge(self) -> Pauses:
        window = self._kiosk.window
        y = self._random.randrange(window.height())
        across = [0, window.width() - 1]
        self._random.shuffle(across)
        self._touch().press(0, QPoint(across[0], y), window).commit()
        self._touch().move(0, QPoint(window.width() // 2, y), window).commit()
        self._touch().release(0, QPoint(across[1], y), window).commit()
        yield from ()

    def _keys(self) -> Pauses:
        for key in self._random.choices(KEYS, k=self._random.randint(1, 12)):
            QTest.keyClick(self._kiosk.window, key)
            yield self._random.choice((0.02, 0.5))

    def _wait(self) -> Pauses:
        yield 30

    def _idle(self) -> Pauses:
        if self._kiosk.idle.isActive():
            self._kiosk.idle.timeout.emit()
        yield from ()

    def _content(self) -> Pauses:
        if self._catalogs:
            self._kiosk.happen(CatalogArrived(self._random.choice(self._catalogs)))
        yield from ()

    def _resize(self) -> Pauses:
        self._kiosk.window.resize(*self._random.choice([(1280, 720), (720, 1280), (1024, 600)]))
        yield from ()

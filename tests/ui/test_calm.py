"""What makes a screen calm: room, and one thing to do next."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from kiosk.core.content.model import Catalog
from kiosk.core.content.snapshot import SnapshotStore
from kiosk.core.session.screens import SlideOpen
from kiosk.core.session.session import Session
from kiosk.ops.render import every_screen
from kiosk.ui.fonts import load_fonts
from kiosk.ui.pictures import Pictures
from kiosk.ui.widgets.key import KeyButton, Look
from kiosk.ui.window import KioskWindow
from tests.catalogs import A_DAY
from tests.ui.fitting import parts


@pytest.fixture
def window(qtbot: QtBot, store: SnapshotStore) -> KioskWindow:
    load_fonts()
    shown = KioskWindow(Pictures(store.pictures))
    qtbot.addWidget(shown)
    shown.resize(QSize(1920, 1080))
    return shown


def test_a_third_of_each_slide_is_empty(window: KioskWindow, shipped: Catalog) -> None:
    start = Session.at_start(shipped, A_DAY)
    slides = [(name, each) for name, each in every_screen(start) if isinstance(each.screen, SlideOpen)]
    assert len(slides) >= 14
    crowded = []
    for name, each in slides:
        for drawn in parts(window, each):
            small = drawn.page.grab().toImage().scaled(192, 83, mode=Qt.TransformationMode.FastTransformation)
            if _empty_share(small, drawn.page.ground.rgb()) < 1 / 3:
                crowded.append(name)
    assert not crowded


def test_every_screen_has_one_filled_key_at_most(window: KioskWindow, shipped: Catalog) -> None:
    """Attract has one for each language."""
    start = Session.at_start(shipped, A_DAY)
    for name, each in every_screen(start):
        for drawn in parts(window, each):
            keys = (*drawn.page.findChildren(KeyButton), *drawn.rail.findChildren(KeyButton))
            filled = sum(key._look in {Look.GO, Look.BEGIN} for key in keys)
            assert filled <= (len(shipped.clinic.languages) if name.startswith("attract") else 1), name


def _empty_share(picture: QImage, ground: int) -> float:
    pixels = [picture.pixel(x, y) for x in range(picture.width()) for y in range(picture.height())]
    return sum(pixel == ground for pixel in pixels) / len(pixels)

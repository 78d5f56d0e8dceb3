"""Drawings that move: slowly, for a while, never for who chose calm motion, never when nobody looks."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from kiosk.core.content.model import Image
from kiosk.ui.pictures import Pictures
from kiosk.ui.widgets import picture as picture_module
from kiosk.ui.widgets.picture import MOVING_SECONDS, STILL_MILLISECONDS, PictureLabel
from tests.ui.hands import Clock

STILL = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 80">'
    '<rect width="20" height="20" fill="#d8452f"/></svg>'
)
MOVING = STILL.replace("<rect", "<g><rect").replace(
    "/></svg>",
    '/><animateTransform attributeName="transform" type="translate" from="0 0" to="60 0" dur="4s"'
    ' repeatCount="indefinite"/></g></svg>',
)


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    clock = Clock()
    monkeypatch.setattr(picture_module, "perf_counter", clock)
    return clock


@pytest.fixture
def page(qtbot: QtBot) -> QWidget:
    page = QWidget()
    qtbot.addWidget(page)
    page.resize(400, 320)
    return page


def label_of(drawing: str, folder: Path, page: QWidget, *, may_move: bool = True) -> PictureLabel:
    (folder / "a.svg").write_text(drawing)
    label = PictureLabel(page, Pictures(folder), Image("a.svg", 100, 80), "A square", 0, may_move=may_move)
    label.place(QRect(0, 0, 400, 320))
    page.show()
    return label


def test_a_moving_drawing_rests_then_moves_then_rests_again(
    tmp_path: Path, page: QWidget, qtbot: QtBot, clock: Clock
) -> None:
    label = label_of(MOVING, tmp_path, page)
    mover = label._mover
    assert mover
    assert mover.timer.isActive()
    assert mover.timer.interval() == STILL_MILLISECONDS
    first = label.grab().toImage()
    mover.timer.timeout.emit()
    qtbot.waitUntil(lambda: label.grab().toImage() != first)
    clock.now += MOVING_SECONDS
    mover.timer.timeout.emit()
    mover.timer.stop()
    assert label.grab().toImage() == first
    assert not mover.timer.isActive()


def test_a_hidden_drawing_stops(tmp_path: Path, page: QWidget, qtbot: QtBot, clock: Clock) -> None:
    label = label_of(MOVING, tmp_path, page)
    assert label._mover
    label._mover.timer.timeout.emit()
    label.hide()
    assert not label._mover.timer.isActive()


def test_a_still_drawing_costs_one_look(tmp_path: Path, page: QWidget, qtbot: QtBot, clock: Clock) -> None:
    label = label_of(STILL, tmp_path, page)
    assert label._mover
    label._mover.timer.stop()
    label._mover.timer.timeout.emit()
    assert not label._mover.timer.isActive()


def test_calm_motion_keeps_every_drawing_still(tmp_path: Path, page: QWidget) -> None:
    """standards.md MOT-02."""
    assert label_of(MOVING, tmp_path, page, may_move=False)._mover is None

"""An error in a paint event is told, and neither crashes nor stops what else is painted."""

from __future__ import annotations

import ast
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from kiosk.ui.painting import guarded

UI = Path(__file__).parents[2] / "kiosk" / "ui"


@pytest.mark.parametrize("file", sorted(UI.rglob("*.py")), ids=lambda file: str(file.relative_to(UI)))
def test_every_paint_event_is_guarded(file: Path) -> None:
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef) and node.name == "paintEvent":
            assert [ast.unparse(each) for each in node.decorator_list] == ["guarded"], node.lineno


class Failing(QWidget):
    @guarded
    def paintEvent(self, _event: object) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor("red"))
        raise KeyError("sciatica")


class Sound(QWidget):
    @guarded
    def paintEvent(self, _event: object) -> None:
        QPainter(self).fillRect(self.rect(), QColor("green"))


class Pressed(QWidget):
    """Takes a picture of another widget when it is pressed, as a turn of the page does."""

    seen: str = ""

    def __init__(self, other: QWidget) -> None:
        super().__init__()
        self._other = other

    def mouseReleaseEvent(self, _event: object) -> None:
        self.seen = self._other.grab().toImage().pixelColor(60, 60).name()


def test_a_picture_of_a_page_with_a_failing_widget_has_the_others(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without the guard PySide 6.11.3 ends with a segmentation fault here."""
    told: list[type[BaseException]] = []
    monkeypatch.setattr(sys, "excepthook", lambda kind, _error, _trace: told.append(kind))
    page = Failing()
    page.resize(100, 100)
    Sound(page).setGeometry(50, 50, 50, 50)
    hand = Pressed(page)
    qtbot.addWidget(page)
    qtbot.addWidget(hand)
    hand.show()
    QTest.mouseClick(hand, Qt.MouseButton.LeftButton)
    assert told == [KeyError]
    assert hand.seen == QColor("green").name()

"""A number in a filled circle: how many questions are on the list, and which of them this is."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from kiosk.ui.painting import guarded
from kiosk.ui.theme import Role, Style


def paint_number(painter: QPainter, style: Style, circle: QRectF, number: int) -> None:
    palette = style.palette
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(palette.teal)
    painter.drawEllipse(circle)
    font = style.font(Role.TOOL)
    font.setPixelSize(max(1, round(circle.height() * 0.58)))
    painter.setFont(font)
    painter.setPen(palette.on_teal)
    painter.drawText(circle, Qt.AlignmentFlag.AlignCenter, style.number(number))


class NumberMark(QWidget):
    """The number of a line, as large as the widget."""

    def __init__(self, parent: QWidget, style: Style, number: int) -> None:
        super().__init__(parent)
        self._style, self._number = style, number
        self.setAccessibleName(style.number(number))

    @guarded
    def paintEvent(self, _event: object) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_number(painter, self._style, QRectF(self.rect()), self._number)

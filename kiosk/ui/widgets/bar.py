"""A bar of a chart, from where the script begins; its number stands beside it as text."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from kiosk.ui.painting import guarded
from kiosk.ui.theme import Style


class ShareBar(QWidget):
    """`share` is from 0 to 1; 0 is a dot, so that one sees where a bar would be."""

    def __init__(self, parent: QWidget, style: Style, share: float) -> None:
        super().__init__(parent)
        self._style, self._share = style, share

    @guarded
    def paintEvent(self, _event: QPaintEvent) -> None:
        palette, high = self._style.palette, self.height()
        wide = max(high, round(self.width() * self._share))
        is_rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(palette.tealmark if self._share else palette.line)
        if not self._share:
            wide = high = round(high * 0.5)
        box = QRectF(self.width() - wide if is_rtl else 0, (self.height() - high) / 2, wide, high)
        painter.drawRoundedRect(box, high / 2, high / 2)

"""The ring round the target that has the focus, drawn only for who uses keys."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from kiosk.ui.painting import guarded
from kiosk.ui.theme import Style
from kiosk.ui.widgets.target import Target

OUTSIDE, WIDTH, HALO = 5, 6, 4
"""In units. The halo is as pale as the ring is dark, so that one of the two is seen on any ground."""


class FocusRing(QWidget):
    """Lies over the page and lets every touch through."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._style: Style | None = None
        self.hide()

    def restyle(self, style: Style) -> None:
        self._style = style

    def follow(self, target: Target | None) -> None:
        """Draw the ring round this target, or round none."""
        self.hide()
        window = self.parentWidget()
        if target is None or self._style is None or window is None:
            return
        out = self._style.px(OUTSIDE + WIDTH + HALO)
        face = target.face.toAlignedRect().translated(target.mapTo(window, QPoint(0, 0)))
        self.setGeometry(QRect(face).adjusted(-out, -out, out, out).intersected(window.rect()))
        self.show()
        self.raise_()

    @guarded
    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._style is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width, halo = max(2, self._style.px(WIDTH)), self._style.px(HALO)
        half = width / 2 + halo
        radius = min(self._style.px(30), self.height() / 2)
        palette, line = self._style.palette, QRectF(self.rect()).adjusted(half, half, -half, -half)
        for colour, wide in ((palette.paper, width + 2 * halo), (palette.focus, width)):
            painter.setPen(QPen(colour, wide))
            painter.drawRoundedRect(line, radius, radius)

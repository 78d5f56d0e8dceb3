"""A question to tick: a row as wide as the sheet, a circle before it that fills when it is chosen."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from kiosk.core.language import is_right_to_left
from kiosk.core.views.rail import Key
from kiosk.ui.icons import icons
from kiosk.ui.painting import guarded
from kiosk.ui.theme import Role, Style
from kiosk.ui.typeset import Typeset
from kiosk.ui.widgets.key import LIP, PRESS, RADIUS, face_height
from kiosk.ui.widgets.target import Target

PAD, MARK, MARK_GAP, AIR = 40, 60, 34, 24


class TickRow(Target):
    """Acts like any key. `typeset` is its question, which may take several lines."""

    def __init__(self, parent: QWidget, style: Style, key: Key, scale: float) -> None:
        super().__init__(parent, key)
        self._style = style
        self.typeset = question_text(style, key, scale)
        self.setCheckable(True)
        self.setChecked(key.is_open)

    @property
    def face(self) -> QRectF:
        return QRectF(0, 0, self.width(), self.height() - self._style.px(LIP))

    def nextCheckState(self) -> None:
        """Do nothing: the session decides what is chosen."""

    def text_overflow(self) -> int:
        """By how many pixels the question is higher than the face; 0 or less: it fits."""
        return self.typeset.height_at(text_width(self._style, self.width())) - round(self.face.height())

    @guarded
    def paintEvent(self, _event: QPaintEvent) -> None:
        style, palette = self._style, self._style.palette
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        is_chosen = self.key.is_open
        border = palette.teal if is_chosen else palette.line
        stroke, radius = style.px(6 if is_chosen else palette.stroke), style.px(RADIUS)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(border)
        painter.drawRoundedRect(self.face.translated(0, style.px(LIP)), radius, radius)
        face, half = self.face.translated(0, style.px(PRESS) if self.isDown() else 0), stroke / 2
        painter.setPen(QPen(border, stroke))
        ground = palette.mint if is_chosen else palette.surface
        painter.setBrush(palette.pressed if self.isDown() else ground)
        painter.drawRoundedRect(face.adjusted(half, half, -half, -half), radius - half, radius - half)
        self._paint_mark(painter, face)
        width = text_width(style, self.width())
        is_rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        painter.translate(style.px(PAD) if is_rtl else self.width() - style.px(PAD) - width, face.y())
        painter.translate(0, (face.height() - self.typeset.height_at(width)) / 2)
        self.typeset.draw(painter, width)

    def _paint_mark(self, painter: QPainter, face: QRectF) -> None:
        """Drawn, not an icon of the font: where that is missing one must still see what is chosen."""
        style, palette, size = self._style, self._style.palette, self._style.px(MARK)
        is_rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        x = self.width() - style.px(PAD) - size if is_rtl else style.px(PAD)
        circle = QRectF(x, face.center().y() - size / 2, size, size)
        if not self.key.is_open:
            half = style.px(6) / 2
            painter.setPen(QPen(palette.ink, style.px(6)))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(circle.adjusted(half, half, -half, -half))
            return
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(palette.teal)
        painter.drawEllipse(circle)
        inset = size * 0.24
        icons().draw(painter, "check", circle.adjusted(inset, inset, -inset, -inset), palette.on_teal)


def question_text(style: Style, key: Key, scale: float) -> Typeset:
    """The question, in the direction of its own script."""
    is_rtl = is_right_to_left(key.language) if key.language else None
    direction = style.direction
    if is_rtl is not None:
        direction = Qt.LayoutDirection.RightToLeft if is_rtl else Qt.LayoutDirection.LeftToRight
    return Typeset(style, Role.MESSAGE, key.label, direction=direction, scale=scale)


def text_width(style: Style, width: int) -> int:
    """Pixels for the words in a row of this width."""
    return width - style.px(2 * PAD + MARK + MARK_GAP)


def row_height(style: Style, key: Key, width: int, scale: float = 1.0) -> int:
    """Pixels, with the lip."""
    words = question_text(style, key, scale).height_at(text_width(style, width))
    return max(round(face_height(style) * 1.12), words + style.px(2 * AIR)) + style.px(LIP)

"""How good the evidence is: the chip that can be touched, and the same mark on its sheet."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from kiosk.core.true_size import LEAST_KEY_MM
from kiosk.core.views.slide import EvidenceMark
from kiosk.ui.icons import icons
from kiosk.ui.painting import guarded
from kiosk.ui.theme import Palette, Role, Style
from kiosk.ui.typeset import draw_word
from kiosk.ui.widgets.key import LIP, PRESS
from kiosk.ui.widgets.target import Target

BEFORE, BETWEEN, AFTER = 22, 14, 24


def _face_height(style: Style) -> int:
    """Pixels of what can be seen of a chip, without its lip."""
    return style.px(20) + style.line(Role.CHIP)


def chip_height(style: Style) -> int:
    """Pixels of what can be hit, all round what can be seen."""
    return max(_face_height(style) + style.px(LIP), style.mm(LEAST_KEY_MM))


def chip_rim(style: Style) -> int:
    """Pixels above and below a chip that can be hit and are empty: gaps need not count them twice."""
    return (chip_height(style) - _face_height(style) - style.px(LIP)) // 2


class EvidenceChip(Target):
    """A word, bars of which some are filled, and a sign that there is more to learn; it has a lip like every key."""

    def __init__(self, parent: QWidget, style: Style, mark: EvidenceMark) -> None:
        super().__init__(parent, mark.key)
        self._style, self._mark = style, mark
        self._has_sign = bool(icons())

    def width_needed(self) -> int:
        text = QFontMetricsF(self._style.font(Role.CHIP)).horizontalAdvance(self.text())
        return round(text) + self._mark_width + self._icon_width + self._style.px(BEFORE + BETWEEN + AFTER)

    def fit(self, width: int) -> int:
        """Return the width that it takes, at most this; where that is too narrow, its sign gives way to the word."""
        if self.width_needed() > width:
            self._has_sign = False
        return min(width, self.width_needed())

    @property
    def face(self) -> QRectF:
        """Where it can be seen when nobody presses it, without its lip."""
        return QRectF(0, chip_rim(self._style), self.width(), _face_height(self._style))

    @property
    def _mark_width(self) -> int:
        return round(self._style.line(Role.CHIP) * (1.1 if self._mark.bars is None else 1.45))

    @property
    def _icon_width(self) -> int:
        """Of the sign at the end, and the space before it."""
        return round(self._style.line(Role.CHIP) * 0.95) + self._style.px(BETWEEN) if self._has_sign else 0

    @guarded
    def paintEvent(self, _event: QPaintEvent) -> None:
        style, palette = self._style, self._style.palette
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        stroke, radius = style.px(palette.stroke), self.face.height() / 2
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(palette.line)
        painter.drawRoundedRect(self.face.translated(0, style.px(LIP)), radius, radius)
        face = self.face.translated(0, style.px(PRESS) if self.isDown() else 0)
        painter.setPen(QPen(palette.line, stroke))
        painter.setBrush(palette.pressed if self.isDown() else palette.mint)
        half = stroke / 2
        painter.drawRoundedRect(face.adjusted(half, half, -half, -half), radius - half, radius - half)
        self._paint_content(painter, face)

    def _paint_content(self, painter: QPainter, face: QRectF) -> None:
        """Bars, word and sign in this order from where the script begins."""
        style, palette = self._style, self._style.palette
        is_rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        line = style.line(Role.CHIP)
        mark = QRectF(style.px(BEFORE), face.y(), self._mark_width, face.height())
        sign = QRectF(0, 0, line * 0.95, line * 0.95)
        sign.moveCenter(face.center())
        sign.moveRight(face.right() - style.px(AFTER))
        words = QRectF(face)
        words.setLeft(mark.right() + style.px(BETWEEN))
        words.setRight(face.right() - style.px(AFTER) - self._icon_width)
        if is_rtl:
            for box in (mark, sign, words):
                box.moveLeft(self.width() - box.right())
        if self._mark.bars is None:
            icons().draw(painter, "books", _square(mark), palette.teal)
        else:
            paint_bars(painter, palette, mark, self._mark.bars, is_rtl=is_rtl)
        if self._has_sign:
            icons().draw(painter, "info", sign, palette.teal)
        painter.setFont(style.font(Role.CHIP))
        painter.setPen(palette.ink)
        draw_word(painter, words, self.text(), is_page_rtl=is_rtl)


def _square(box: QRectF) -> QRectF:
    """The largest square in the middle of a box that is higher than wide."""
    square = QRectF(0, 0, box.width(), box.width())
    square.moveCenter(box.center())
    return square


class EvidenceBars(QWidget):
    """The mark's bars alone, large."""

    def __init__(self, parent: QWidget, style: Style, bars: int) -> None:
        super().__init__(parent)
        self._style, self._bars = style, bars

    @guarded
    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        is_rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        paint_bars(painter, self._style.palette, QRectF(self.rect()), self._bars, is_rtl=is_rtl)


def paint_bars(painter: QPainter, palette: Palette, box: QRectF, filled: int, *, is_rtl: bool) -> None:
    """Three bars as wide as the box, in its middle, that grow in the reading direction."""
    painter.save()
    if is_rtl:
        painter.translate(box.right() + box.left(), 0)
        painter.scale(-1, 1)
    size = box.width()
    stroke, width = max(2.0, size * 0.055), size * 0.27
    bottom = box.center().y() + size * 0.32
    for bar, share in enumerate((0.34, 0.5, 0.64)):
        x = box.x() + bar * size * 0.365
        shape = QRectF(x, bottom - size * share, width, size * share)
        painter.setPen(QPen(palette.teal, stroke))
        painter.setBrush(palette.teal if bar < filled else Qt.GlobalColor.transparent)
        half = stroke / 2
        painter.drawRoundedRect(shape.adjusted(half, half, -half, -half), stroke, stroke)
    painter.restore()


class EvidenceCard(QWidget):
    """The chip, grown to a card: the ground of what its word means."""

    def __init__(self, parent: QWidget, style: Style) -> None:
        super().__init__(parent)
        self._style = style

    @guarded
    def paintEvent(self, _event: QPaintEvent) -> None:
        style, palette = self._style, self._style.palette
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        stroke = style.px(palette.stroke) if palette.card_border else 0
        painter.setPen(QPen(palette.card_border, stroke) if palette.card_border else Qt.PenStyle.NoPen)
        painter.setBrush(palette.mint)
        half, radius = stroke / 2, style.px(32)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(half, half, -half, -half), radius, radius)

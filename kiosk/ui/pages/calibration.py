"""Calibration: the frame of a bank card in the upper left corner, the keys that move its edges beside or below."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from kiosk.core.views.calibration import CalibrationView
from kiosk.core.views.rail import Key
from kiosk.ui.pages.page import MARGIN, Kit, Page
from kiosk.ui.painting import guarded
from kiosk.ui.theme import Role, Style
from kiosk.ui.typeset import Typeset
from kiosk.ui.widgets.key import Look, key_height, key_width

LEAST_SCALE = 0.3
CARD_RADIUS = 3.18 / 85.6
"""Of the card's width: ISO/IEC 7810 gives its corners 3.18 mm."""


class CalibrationPage(Page):
    is_whole = True

    def __init__(self, parent: QWidget, kit: Kit, size: QSize, view: CalibrationView) -> None:
        super().__init__(parent, kit, size)
        self._view = view
        m = self.px(MARGIN)
        left = round(self.width() * (0.1 if self.style_.is_portrait else 0.06))
        card = QRect(left, round(self.height() * 0.12), round(view.width), round(view.height))
        if self.style_.is_portrait:
            box = QRect(m, self.height() // 2 - self.px(60), self.width() - 2 * m, 0)
            box.setBottom(self.height() - self.px(40))
            self._add_words(box)
        else:
            x = round(self.width() * 0.55)
            box = QRect(x, m, self.width() - m - x, self.height() - m - self.px(36))
            if self._fits(box):
                self._add_words(box)
            else:
                card.moveTopLeft(QPoint(m, self.px(36)))
                self._add_words_over_keys(card)
        CardFrame(self, self.style_, view.measure).setGeometry(card)
        self.mirror()

    def _add_words_over_keys(self, card: QRect) -> None:
        """The keys in one row at the foot of a low screen, the words beside the card."""
        m, gap, high, keys = self.px(MARGIN), self.style_.gap, key_height(self.style_), self._view.keys
        wide = (self.width() - 2 * m - gap * (len(keys) - 1)) // len(keys)
        y = self.height() - self.px(24) - high
        for place, key in enumerate(keys):
            self.add_key(key, Look.RAIL, QRect(m + place * (wide + gap), y, wide, high)).has_icon = False
        x = card.right() + self.px(MARGIN)
        box = QRect(x, self.px(28), self.width() - m - x, y - gap - self.px(28))
        y = box.y()
        for text in self._steps(Role.LABEL, LEAST_SCALE):
            y = self.add_text(text, box.x(), y, box.width()) + self.px(12)

    def _steps(self, role: Role, scale: float = 1.0) -> list[Typeset]:
        texts = [f"{self.style_.number(number)}. {text}" for number, text in enumerate(self._view.steps, 1)]
        return [self.set_text(role, text, scale=scale) for text in texts]

    def _fits(self, box: QRect) -> bool:
        """Whether words and keys have room below each other."""
        gap = self.style_.gap
        words = sum(text.height_at(box.width()) + gap for text in self._texts(0.5))
        return words + len(self._rows(box.width())) * (key_height(self.style_) + gap) <= box.height()

    def mirror(self) -> None:
        """Stay as it is: the card lies where the hand of the staff is told to lay it."""

    def _add_words(self, box: QRect) -> None:
        rows = self._rows(box.width())
        gap, high = self.style_.gap, key_height(self.style_)
        room = box.height() - len(rows) * (high + gap)
        scale = 1.0
        texts = self._texts(scale)
        while sum(text.height_at(box.width()) + gap for text in texts) > room and scale > 0.5:
            scale -= 0.05
            texts = self._texts(scale)
        y = box.y()
        for text in texts:
            y = self.add_text(text, box.x(), y, box.width()) + gap
        y = box.bottom() + 1 - len(rows) * (high + gap) + gap
        for row in rows:
            wide = (box.width() - gap * (len(row) - 1)) // len(row)
            for place, key in enumerate(row):
                self.add_key(key, Look.RAIL, QRect(box.x() + place * (wide + gap), y, wide, high)).fit()
            y += high + gap

    def _texts(self, scale: float) -> list[Typeset]:
        title = self.set_text(Role.SHEET_TITLE, self._view.title, scale=scale)
        return [title, *self._steps(Role.SIGN, scale)]

    def _rows(self, width: int) -> list[Sequence[Key]]:
        """Two keys abreast where their words fit, else one."""
        keys, each = self._view.keys, (width - self.style_.gap) // 2
        fit = all(key_width(self.style_, key, Look.RAIL, lines=2) <= each for key in keys)
        return [keys[:2], keys[2:]] if fit else [(key,) for key in keys]


class CardFrame(QWidget):
    """The outline lies inside of its own edges, so that what is measured is what is seen."""

    def __init__(self, parent: QWidget, style: Style, measure: str) -> None:
        super().__init__(parent)
        self._style, self._measure = style, measure
        self.setAccessibleName(measure)

    @guarded
    def paintEvent(self, _event: QPaintEvent) -> None:
        style, palette = self._style, self._style.palette
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        stroke = max(2, style.px(6))
        half, radius = stroke / 2, self.width() * CARD_RADIUS
        painter.setPen(QPen(palette.teal, stroke))
        painter.setBrush(palette.mint)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(half, half, -half, -half), radius, radius)
        corner = QPainterPath()
        arm = style.px(64)
        corner.moveTo(half, arm)
        corner.lineTo(half, radius)
        corner.arcTo(QRectF(half, half, 2 * radius, 2 * radius), 180, -90)
        corner.lineTo(arm, half)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.strokePath(corner, QPen(palette.ink, stroke * 2))
        painter.setPen(palette.ink2)
        font = style.font(Role.LABEL)
        font.setPixelSize(max(1, min(font.pixelSize(), self.width() // 8)))
        painter.setFont(font)
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._measure)

"""Sheets over the cover, and pages of choices: while controls are low, these are sheets that lie low.

Then the choices stand below the line that can be reached, and what was above them stands on the cover: the page's
title, and a sun that rises behind the sheet.
"""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent

from kiosk.ui.pages.page import MARGIN, Page
from kiosk.ui.painting import guarded
from kiosk.ui.theme import Role

ROOMY = 1.25
"""Times the usual size."""
TOP, SMALL_TOP, RADIUS, LOW_EDGE = 56, 20, 56, 34
SUN_LYING, SUN_UPRIGHT, SUN_EDGE = 0.34, 0.4, 140
"""The radius as a share of the cover's height or the page's width; the distance from the trailing edge in units."""


class SheetPage(Page):
    """A white sheet that rises from the rail over the cover."""

    _lowered = 0
    is_choice = False
    """Whether most of it is touched, so that it lies low while controls are low."""
    is_sheet = True
    """Whether it is a sheet at all other times as well."""

    @property
    def ground(self) -> QColor:
        palette = self.style_.palette
        return palette.cover if self.is_sheet or self._lies_low else palette.paper

    @property
    def sheet(self) -> QRect:
        """Where things may stand."""
        m = self.px(MARGIN)
        top = self._edge + self.px(40 if self.style_.step else 48)
        if self.style_.true.is_small:
            top = self._edge + self.px(28)
        if self._lies_low:
            top = self.style_.low_line
        return QRect(m, top, self.width() - 2 * m, self.height() - top - self.px(28))

    @property
    def _lies_low(self) -> bool:
        return self.is_choice and self.is_low

    @property
    def _edge(self) -> int:
        """Where the sheet begins, in pixels."""
        if self._lies_low:
            return self.style_.low_line - self.px(LOW_EDGE)
        return self.px(SMALL_TOP if self.style_.true.is_small else TOP) + self._lowered

    def lower_by(self, spare: int) -> None:
        """On a large screen the sheet is no higher than what stands on it: `spare` pixels of it are empty."""
        if self.style_.room >= ROOMY:
            self._lowered = max(0, spare)

    def add_cover(self, title: str, note: str) -> None:
        """What stands on the cover over a sheet that lies low."""
        m, white = self.px(74), self.style_.palette.on_cover
        box = QRect(m, self.px(40), self.width() - 2 * m, self._edge - self.px(80))
        if self.style_.palette.sun and not self.style_.is_portrait:
            box.setRight(round(self._sun().left() - self.px(40)))
        scale = 1.0
        while True:
            texts = (
                self.set_text(Role.COVER_TITLE, title, colour=white, is_balanced=True, scale=scale),
                self.set_text(Role.SIGN, note, colour=white, is_balanced=True, scale=scale),
            )
            high = sum(text.height_at(box.width()) for text in texts) + self.px(16)
            is_wide = max(text.longest_word() for text in texts) > box.width()
            if (high <= box.height() and not is_wide) or scale < 0.4:
                break
            scale -= 0.05
        y = box.y() + max(0, (box.height() - high) // 2)
        for text in texts:
            y = self.add_text(text, box.x(), y, box.width()) + self.px(16)

    def _sun(self) -> QRectF:
        """Half of it is behind the sheet; in a script that runs right to left it is mirrored."""
        radius = self.width() * SUN_UPRIGHT / 2 if self.style_.is_portrait else self._edge * SUN_LYING * 2
        x = self.width() - self.px(SUN_EDGE) - radius
        circle = QRectF(0, 0, 2 * radius, 2 * radius)
        circle.moveCenter(QPointF(x, self._edge))
        return circle

    @guarded
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self.is_sheet and not self._lies_low:
            return
        palette, radius = self.style_.palette, self.px(RADIUS)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        if self._lies_low and palette.sun:
            sun = self._sun()
            if self.style_.direction == Qt.LayoutDirection.RightToLeft:
                sun.moveLeft(self.width() - sun.right())
            painter.setBrush(palette.sun)
            painter.drawEllipse(sun)
        path = QPainterPath()
        box = QRectF(0, self._edge, self.width(), self.height() + radius)
        path.addRoundedRect(box, radius, radius)
        painter.setBrush(palette.surface if self.is_sheet else palette.paper)
        painter.setPen(Qt.PenStyle.NoPen if palette.card_border is None else palette.card_border)
        painter.drawPath(path)

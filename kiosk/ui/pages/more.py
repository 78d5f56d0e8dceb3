"""Tell me more: a sheet over the slide, with the longer text and the way to the limits and the risks."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, Qt
from PySide6.QtWidgets import QWidget

from kiosk.core.views.more import MoreView
from kiosk.ui.flow import cut_into_parts, height_of
from kiosk.ui.pages.page import GAP, MARGIN, Kit, Page
from kiosk.ui.theme import Role
from kiosk.ui.widgets.key import Look, key_height
from kiosk.ui.widgets.marks import EvidenceChip, chip_height

SHEET_TOP, RADIUS = 56, 56


class SheetPage(Page):
    """A white sheet that rises from the rail over the cover."""

    @property
    def ground(self) -> QColor:
        return self.style_.palette.cover

    @property
    def sheet(self) -> QRect:
        """Where things may stand."""
        m = self.px(MARGIN)
        top = self.px(SHEET_TOP + (40 if self.style_.step else 48))
        return QRect(m, top, self.width() - 2 * m, self.height() - top - self.px(28))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        palette, radius = self.style_.palette, self.px(RADIUS)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        path = QPainterPath()
        box = QRectF(0, self.px(SHEET_TOP), self.width(), self.height() + radius)
        path.addRoundedRect(box, radius, radius)
        painter.setBrush(palette.surface)
        painter.setPen(Qt.PenStyle.NoPen if palette.card_border is None else palette.card_border)
        painter.drawPath(path)


class MorePage(SheetPage):
    def __init__(self, parent: QWidget, kit: Kit, size: QSize, view: MoreView) -> None:
        super().__init__(parent, kit, size)
        self._view = view
        column = self._add_side()
        y = column.y()
        if view.draft:
            y = self.add_note(view.draft, column.x(), y, "pencil-line").geometry().bottom() + self.px(6)
        title = self.set_text(Role.SHEET_TITLE, view.title, language=view.language, is_balanced=True)
        y = self.add_text(title, column.x(), y, column.width()) + self.px(16)
        self._add_text(QRect(column.x(), y, column.width(), column.bottom() + 1 - y))
        self.mirror()

    def _add_side(self) -> QRect:
        """Picture, evidence and links at the leading side of a wide screen; return the column for the words."""
        view, sheet = self._view, self.sheet
        if self.style_.is_portrait or self.style_.step:
            return sheet
        width, gap, high = round(sheet.width() * 0.27), self.px(GAP), key_height(self.style_)
        y = sheet.y() - self.px(4)
        if view.image:
            self.add_picture(view.image, view.alt, QRect(sheet.x(), y, width, round(width * 0.76)))
            y += round(width * 0.76) + gap
        if view.evidence:
            chip = EvidenceChip(self, self.style_, view.evidence)
            chip.setGeometry(sheet.x(), y, chip.width_needed(), chip_height(self.style_))
        y = sheet.bottom() + 1 - len(view.links) * (high + gap) + gap
        for key in view.links:
            self.add_key(key, Look.TOOL, QRect(sheet.x(), y, width, high))
            y += high + gap
        column = QRect(sheet)
        column.setLeft(sheet.x() + width + self.px(58))
        return column

    def _add_text(self, box: QRect) -> None:
        view = self._view
        has_links_below = self.style_.is_portrait or bool(self.style_.step)
        links = self._link_rows(box.width()) if has_links_below else 0
        links_high = links * (key_height(self.style_) + self.px(GAP))
        pieces = self.flow_of(view.text, Role.BODY_DENSE, language=view.language, gap=22)
        parts = [pieces]
        if height_of(pieces, box.width()) > box.height() - links_high:
            turner = key_height(self.style_) + self.px(GAP)
            parts = cut_into_parts(pieces, box.width(), box.height() - links_high - turner)
        self.parts = len(parts)
        self.add_pieces(parts[min(view.part, self.parts) - 1], box.x(), box.y(), box.width())
        foot = QRect(box)
        if self.parts > 1:
            self.add_part_turner(view.part_label, view.part_key, foot)
            foot.setBottom(foot.bottom() - key_height(self.style_) - self.px(GAP))
        self._add_links(foot, links)

    def _link_rows(self, width: int) -> int:
        """Rows that the links take: side by side where their words fit."""
        links = self._view.links
        if not links:
            return 0
        each = (width - self.px(GAP) * (len(links) - 1)) // len(links)
        return 1 if all(self._link_width(index) <= each for index in range(len(links))) else len(links)

    def _link_width(self, index: int) -> int:
        button = self.add_key(self._view.links[index], Look.TOOL, QRect())
        width = button.width_needed()
        button.setParent(None)
        return width

    def _add_links(self, box: QRect, rows: int) -> None:
        links, gap, height = self._view.links, self.px(GAP), key_height(self.style_)
        if not rows:
            return
        columns = len(links) if rows == 1 else 1
        width = (box.width() - gap * (len(links) - 1)) // len(links) if rows == 1 else box.width()
        top = box.bottom() + 1 - rows * height - (rows - 1) * gap
        for place, key in enumerate(links):
            row, column = divmod(place, columns)
            x, y = box.x() + column * (width + gap), top + row * (height + gap)
            self.add_key(key, Look.TOOL, QRect(x, y, width, height))

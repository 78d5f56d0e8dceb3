"""Tell me more: a sheet over the slide, with the longer text and the way to the limits and the risks."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRect, QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, Qt
from PySide6.QtWidgets import QWidget

from kiosk.core.views.more import MoreView
from kiosk.core.views.rail import Key
from kiosk.ui.flow import BoxPiece, Piece, cut_into_parts, height_of
from kiosk.ui.pages.chip import chip_piece
from kiosk.ui.pages.page import GAP, MARGIN, Kit, Page
from kiosk.ui.painting import guarded
from kiosk.ui.theme import Role
from kiosk.ui.widgets.key import Look, key_height, key_width

SHEET_TOP, RADIUS, COLUMN_GAP = 56, 56, 58


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

    @guarded
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
            note = self.add_note(view.draft, column.x(), y, column.width(), "pencil-line")
            y = note.geometry().bottom() + self.px(6)
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
            chip = chip_piece(self, view.evidence, 0)
            chip.build(sheet.x(), y - self.px(8), width + self.px(COLUMN_GAP - GAP))
        y = sheet.bottom() + 1 - len(view.links) * (high + gap) + gap
        for key in view.links:
            self.add_key(key, Look.TOOL, QRect(sheet.x(), y, width, high))
            y += high + gap
        column = QRect(sheet)
        column.setLeft(sheet.x() + width + self.px(COLUMN_GAP))
        return column

    def _add_text(self, box: QRect) -> None:
        view = self._view
        pieces = self.flow_of(view.text, Role.BODY_DENSE, language=view.language, gap=22)
        if self.style_.is_portrait or self.style_.step:
            if view.evidence:
                pieces.append(chip_piece(self, view.evidence, self.px(28)))
            pieces += self._link_pieces(box.width())
        parts = [pieces]
        if height_of(pieces, box.width()) > box.height():
            turner = key_height(self.style_) + self.px(GAP)
            parts = cut_into_parts(pieces, box.width(), box.height() - turner)
        self.parts = len(parts)
        self.add_pieces(parts[min(view.part, self.parts) - 1], box.x(), box.y(), box.width())
        if self.parts > 1:
            self.add_part_turner(view.part_label, view.part_key, box)

    def _link_pieces(self, width: int) -> list[Piece]:
        """The links at the end of the text: side by side where their words fit, else below each other."""
        links, gap, high = self._view.links, self.px(GAP), key_height(self.style_)
        each = (width - gap * (len(links) - 1)) // max(1, len(links))
        is_row = all(key_width(self.style_, key, Look.TOOL) <= each for key in links)
        rows = [links] if is_row and links else [(key,) for key in links]
        return [
            BoxPiece(high, self.px(28 if row is rows[0] else GAP), self._row_builder(row)) for row in rows
        ]

    def _row_builder(self, row: Sequence[Key]) -> Callable[[int, int, int], None]:
        def build(x: int, y: int, width: int) -> None:
            gap = self.px(GAP)
            each = (width - gap * (len(row) - 1)) // len(row)
            for place, key in enumerate(row):
                box = QRect(x + place * (each + gap), y, each, key_height(self.style_))
                self.add_key(key, Look.TOOL, box)

        return build

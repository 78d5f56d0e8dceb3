"""Tell me more: a sheet over the slide, with the longer text and the way to the limits and the risks."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QWidget

from kiosk.core.views.more import MoreView
from kiosk.core.views.rail import Key
from kiosk.ui.flow import BoxPiece, Piece, TextPiece, cut_into_parts, height_of
from kiosk.ui.pages.chip import chip_piece, chip_width
from kiosk.ui.pages.page import Kit, heading
from kiosk.ui.pages.sheet import SheetPage
from kiosk.ui.theme import Role
from kiosk.ui.widgets.key import Look, key_height, key_width

COLUMN_GAP = 58
SIDE_SHARE, LARGEST_SIDE, MEASURE = 0.27, 0.42, 1500


class MorePage(SheetPage):
    def __init__(self, parent: QWidget, kit: Kit, size: QSize, view: MoreView) -> None:
        super().__init__(parent, kit, size)
        self._view = view
        if self._has_side:
            self.lower_by(self._spare())
        column = self._add_side()
        y = column.y()
        title = self.set_text(Role.SHEET_TITLE, view.title, language=view.language, is_balanced=True)
        heads: list[Piece] = []
        above = title.height_at(column.width()) + self.px(16)
        if view.draft:
            above += self.set_text(Role.LABEL, view.draft).height_at(column.width()) + self.px(6)
        if self.is_tight(column.height() - above, Role.BODY_DENSE):
            heads.append(
                TextPiece(self.set_text(Role.SHEET_TITLE, heading(view.title), language=view.language), 0)
            )
        else:
            if view.draft:
                note = self.add_note(view.draft, column.x(), y, column.width(), "pencil-line")
                y = note.foot + self.px(6)
            y = self.add_text(title, column.x(), y, column.width()) + self.px(16)
        self._add_text(QRect(column.x(), y, column.width(), column.bottom() + 1 - y), heads)
        self.mirror()

    @property
    def _side_width(self) -> int:
        """On a large screen the picture takes what lines of a good length leave."""
        wide = self.sheet.width()
        return max(round(wide * SIDE_SHARE), min(round(wide * LARGEST_SIDE), wide - self.px(MEASURE)))

    @property
    def _has_side(self) -> bool:
        """Whether picture, evidence and links stand beside the words: on a wide screen, where they have room."""
        if self.style_.is_portrait or self.style_.step:
            return False
        view, gap = self._view, self.style_.gap
        widths = [key_width(self.style_, key, Look.TOOL, lines=2) for key in view.links]
        if view.evidence:
            widths.append(chip_width(self, view.evidence) - self.px(COLUMN_GAP) + gap)
        if max(widths, default=0) > self._side_width:
            return False
        picture = round(self._side_width * 0.76) + gap if view.image else 0
        chip = chip_piece(self, view.evidence, 0).height + gap if view.evidence else 0
        return picture + chip + len(view.links) * (key_height(self.style_) + gap) <= self.sheet.height()

    def _spare(self) -> int:
        """Of the sheet's height, in pixels."""
        view, sheet, gap = self._view, self.sheet, self.style_.gap
        width = sheet.width() - self._side_width - self.px(COLUMN_GAP)
        words = height_of(self.flow_of(view.text, Role.BODY_DENSE, language=view.language, gap=22), width)
        words += self.style_.line(Role.LABEL) + self.set_text(Role.SHEET_TITLE, view.title).height_at(width)
        picture = round(self._side_width * 0.76) + gap if view.image else 0
        side = picture + self.px(120) + len(view.links) * (key_height(self.style_) + gap)
        return sheet.height() - max(words + self.px(60), side)

    def _add_side(self) -> QRect:
        """Return the column for the words."""
        view, sheet = self._view, self.sheet
        if not self._has_side:
            return sheet
        width, gap, high = self._side_width, self.style_.gap, key_height(self.style_)
        y = sheet.y() - self.px(4)
        if view.image:
            self.add_picture(view.image, view.alt, QRect(sheet.x(), y, width, round(width * 0.76)))
            y += round(width * 0.76) + gap
        bottom = sheet.bottom() + 1 - len(view.links) * (high + gap) + gap
        if view.evidence:
            chip = chip_piece(self, view.evidence, 0)
            top = bottom - gap - chip.height if self.is_low else y - self.px(8)
            chip.build(sheet.x(), top, width + self.px(COLUMN_GAP) - gap)
        y = bottom
        for key in view.links:
            self.add_key(key, Look.TOOL, QRect(sheet.x(), y, width, high))
            y += high + gap
        column = QRect(sheet)
        column.setLeft(sheet.x() + width + self.px(COLUMN_GAP))
        return column

    def _add_text(self, box: QRect, heads: Sequence[Piece]) -> None:
        view = self._view
        pieces = [*heads, *self.flow_of(view.text, Role.BODY_DENSE, language=view.language, gap=22)]
        if heads and view.draft:
            pieces.append(self.note_piece(view.draft, "pencil-line", box.width(), gap=self.px(28)))
        targets: list[Piece] = []
        if not self._has_side:
            if view.evidence:
                targets.append(chip_piece(self, view.evidence, self.px(28)))
            targets += self._link_pieces(box.width())
        parts = self._parts(pieces, targets, box)
        self.parts = len(parts)
        here, y = parts[min(view.part, self.parts) - 1], box.y()
        if self.is_low and any(piece is target for piece in here for target in targets):
            room = box.height() if self.parts == 1 else self._room(box)
            y += room - height_of(here, box.width())
        self.add_pieces(here, box.x(), y, box.width())
        if self.parts > 1:
            self.add_part_turner(view.part_label, view.part_key, box)

    def _room(self, box: QRect) -> int:
        """Of a part, above the key that turns on."""
        return box.height() - key_height(self.style_) - self.style_.gap

    def _parts(self, pieces: list[Piece], targets: list[Piece], box: QRect) -> list[list[Piece]]:
        """While controls are low, what can be touched is on parts of its own, unless it all lies low anyway."""
        width, room, low = box.width(), self._room(box), self.low_part(box).height()
        is_reached = not self.is_low or height_of(targets, width) <= low
        if is_reached and height_of([*pieces, *targets], width) <= box.height():
            return [[*pieces, *targets]]
        if not self.is_low:
            return cut_into_parts([*pieces, *targets], width, room)
        low -= box.height() - room
        return cut_into_parts(pieces, width, room) + (cut_into_parts(targets, width, low) if targets else [])

    def _link_pieces(self, width: int) -> list[Piece]:
        """The links at the end of the text: side by side where their words fit, else below each other."""
        links, gap, high = self._view.links, self.style_.gap, key_height(self.style_)
        each = (width - gap * (len(links) - 1)) // max(1, len(links))
        is_row = all(key_width(self.style_, key, Look.TOOL) <= each for key in links)
        rows = [links] if is_row and links else [(key,) for key in links]
        return [
            BoxPiece(high, self.px(28) if row is rows[0] else gap, self._row_builder(row)) for row in rows
        ]

    def _row_builder(self, row: Sequence[Key]) -> Callable[[int, int, int], None]:
        def build(x: int, y: int, width: int) -> None:
            gap = self.style_.gap
            each = (width - gap * (len(row) - 1)) // len(row)
            for place, key in enumerate(row):
                box = QRect(x + place * (each + gap), y, each, key_height(self.style_))
                self.add_key(key, Look.TOOL, box)

        return build

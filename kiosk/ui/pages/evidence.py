"""How sure are we?: a sheet with the meaning of the word on the chip, the sources, and who has checked them."""

from __future__ import annotations

from msgspec.structs import replace
from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QWidget

from kiosk.core.content.model import Block, BlockStyle, Run
from kiosk.core.views.evidence import EvidenceView
from kiosk.ui.dates import date_in_words
from kiosk.ui.flow import BoxPiece, Piece, TextPiece, cut_into_parts, height_of
from kiosk.ui.pages.more import COLUMN_GAP
from kiosk.ui.pages.page import Kit, heading
from kiosk.ui.pages.sheet import SheetPage
from kiosk.ui.theme import Role
from kiosk.ui.widgets.evidence import EvidenceBars, EvidenceCard
from kiosk.ui.widgets.key import key_height

PADDING, PARAGRAPH, SECTION, UNDER_HEADING = 36, 20, 28, 12


class EvidencePage(SheetPage):
    def __init__(self, parent: QWidget, kit: Kit, size: QSize, view: EvidenceView) -> None:
        super().__init__(parent, kit, size)
        self._view = view
        self.lower_by(self._spare())
        sheet, y = self.sheet, self.sheet.y()
        is_low = not self.style_.is_portrait and bool(self.style_.step)
        if not is_low:  # large text on a low screen needs the line
            about = self.add_note(view.about, sheet.x(), y, sheet.width())
            y = about.foot + self.px(6)
        title = self.set_text(Role.SHEET_TITLE, view.title, is_balanced=True)
        self._heads: list[Piece] = []
        if self.is_tight(sheet.bottom() - y - title.height_at(sheet.width()) - self.px(20), Role.BODY_DENSE):
            self._heads.append(TextPiece(self.set_text(Role.SHEET_TITLE, heading(view.title)), 0))
        else:
            y = self.add_text(title, sheet.x(), y, sheet.width()) + self.px(20)
        box = QRect(sheet.x(), y, sheet.width(), sheet.bottom() + 1 - y)
        width = round(box.width() * 0.4)
        if (
            view.mark
            and not self.style_.is_portrait
            and not is_low
            and self._card_height(width) <= box.height()
        ):
            self._build_card(box.x(), box.y(), width)
            box.setLeft(box.x() + width + self.px(COLUMN_GAP))
            self._add_parts(box, has_meaning=False)
        else:
            self._add_parts(box, has_meaning=True)
        self.mirror()

    def _spare(self) -> int:
        """Of the sheet's height, in pixels."""
        width = round(self.sheet.width() * 0.6) - self.px(COLUMN_GAP)
        if self.style_.is_portrait:
            width = self.sheet.width()
        words = height_of([*self._sources(), self._review(width)], width)
        head = self.set_text(Role.SHEET_TITLE, self._view.title).height_at(width) + self.style_.line(
            Role.LABEL
        )
        high = max(words, self._card_height(round(self.sheet.width() * 0.4)))
        if self.style_.is_portrait:
            high = words + self._card_height(width)
        return self.sheet.height() - high - head - self.px(100)

    def _add_parts(self, box: QRect, *, has_meaning: bool) -> None:
        view, width, room = self._view, box.width(), box.height()
        rest = [*self._sources(), self._review(width)]
        heads = self._heads
        parts = [[*heads, *self._meaning_in(width, room), *rest] if has_meaning else [*heads, *rest]]
        if height_of(parts[0], width) > room:
            room -= key_height(self.style_) + self.style_.gap
            pieces = [*heads, *self._meaning_in(width, room), *rest] if has_meaning else [*heads, *rest]
            parts = cut_into_parts(pieces, width, room)
        self.parts = len(parts)
        self.add_pieces(parts[min(view.part, self.parts) - 1], box.x(), box.y(), width)
        if self.parts > 1:
            self.add_part_turner(view.part_label, view.part_key, box)

    def _meaning_in(self, width: int, room: int) -> list[Piece]:
        """The meaning on its card where that has room as a whole; empty where there is no mark."""
        height = self._card_height(width)
        if self._view.mark and height <= room:
            return [BoxPiece(height, 0, self._build_card)]
        return self._meaning(width)

    def _meaning(self, width: int) -> list[Piece]:
        """Bars and word, and below them what the word says."""
        mark = self._view.mark
        if mark is None or mark.bars is None:
            return []
        bars, word = mark.bars, self.set_text(Role.MESSAGE, mark.label)
        size = round(word.line_height * 1.45)
        inset = size + round(word.line_height * 0.35)

        def build(x: int, y: int, width: int) -> None:
            EvidenceBars(self, self.style_, bars).setGeometry(x, y, size, word.line_height)
            self.add_text(word, x + inset, y, width - inset)

        texts = [self.set_text(Role.BODY_DENSE, text) for text in self._view.meaning]
        lines = [TextPiece(text, self.px(PARAGRAPH)) for text in texts]
        return [BoxPiece(word.height_at(width - inset), 0, build), *lines]

    def _card_height(self, width: int) -> int:
        inner = width - 2 * self.px(PADDING)
        return height_of(self._meaning(inner), inner) + 2 * self.px(PADDING)

    def _build_card(self, x: int, y: int, width: int) -> None:
        pad = self.px(PADDING)
        inner = width - 2 * pad
        EvidenceCard(self, self.style_).setGeometry(x, y, width, self._card_height(width))
        self.add_pieces(self._meaning(inner), x + pad, y + pad, inner)

    def _sources(self) -> list[Piece]:
        view = self._view
        sources = self.flow_of(view.sources, Role.BODY_DENSE)
        if not view.sources_title:
            return sources
        title = self.set_text(Role.BODY_DENSE, Block((Run(view.sources_title),), BlockStyle.HEADING))
        first = replace(sources[0], gap=self.px(UNDER_HEADING))
        return [TextPiece(title, self.px(SECTION)), first, *sources[1:]]

    def _review(self, width: int) -> Piece:
        """Who has checked this, after an icon; a text so long that it may have to be cut goes without."""
        view, text, icon = self._view, self._view.review, "pencil-line"
        if view.reviewed_on:
            language = self.style_.preferences.language
            day = date_in_words(view.reviewed_on, language, native_digits=view.native_digits)
            text, icon = text.replace("{date}", day), "check-circle"
        piece = self.note_piece(text, icon, width, Role.BODY_DENSE, self.px(SECTION))
        if piece.height > 3 * self.style_.line(Role.BODY_DENSE):
            return TextPiece(self.set_text(Role.BODY_DENSE, text), piece.gap)
        return piece

"""Questions to ask: a sheet of rows to tick. What a tick changes moves no row from under the finger."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QWidget

from kiosk.core.content.model import Block, BlockStyle, Run
from kiosk.core.views.questions import QuestionsView
from kiosk.core.views.rail import Key
from kiosk.core.views.slide import Tone
from kiosk.ui.flow import BoxPiece, Piece, TextPiece, cut_into_parts
from kiosk.ui.pages.page import Kit, heading
from kiosk.ui.pages.sheet import SheetPage
from kiosk.ui.theme import Role
from kiosk.ui.typeset import Typeset
from kiosk.ui.widgets.key import Look, key_height, key_width
from kiosk.ui.widgets.marks import MessageCard
from kiosk.ui.widgets.tick_row import TickRow, row_height

LEAST_SCALE = 0.6
"""Of the type at 200 %: still as large as body text at 100 %."""

LOW_SCALE = (1.0, 0.88, 0.75)
"""Of the type of a row, by text size, on a low screen: it grows as that of other keys does."""


class QuestionsPage(SheetPage):
    is_choice = True

    def __init__(self, parent: QWidget, kit: Kit, size: QSize, view: QuestionsView) -> None:
        super().__init__(parent, kit, size)
        self._view = view
        sheet = self.sheet
        title = self.set_text(Role.SHEET_TITLE, view.title, is_balanced=True)
        # Large text on a low screen needs the lines: there the lead stands over the first row alone.
        self._is_short = not self.style_.is_portrait and bool(self.style_.step)
        self._heads: list[Piece] = []
        if self.is_low:
            self.add_cover(view.title, view.notice if view.is_full else view.lead)
            self._add_rows(sheet)
            self.mirror()
            return
        if self.is_tight(sheet.height() - title.height_at(sheet.width()), Role.MESSAGE):
            text = view.notice if view.is_full else view.title
            self._heads.append(TextPiece(self.set_text(Role.CHOICE, heading(text)), 0))
            self._add_rows(sheet)
            self.mirror()
            return
        if self._is_short:
            y = self._add_head(title, sheet)
        else:
            y = self.add_text(title, sheet.x(), sheet.y(), sheet.width()) + self.px(4)
            lead = self.set_text(Role.BODY_DENSE, view.lead)
            y = self._add_head(lead, QRect(sheet.x(), y, sheet.width(), 0))
        y += self.px(20)
        self._add_rows(QRect(sheet.x(), y, sheet.width(), sheet.bottom() + 1 - y))
        self.mirror()

    def _add_head(self, text: Typeset, box: QRect) -> int:
        """The text, or in its place that the list is full; return the y below the higher of both."""
        pad, inset = self.px(10), self.px(24)
        # Where it takes the place of the title, it is the heading of the page.
        style = BlockStyle.HEADING if self._is_short else BlockStyle.PARAGRAPH
        notice = self.set_text(Role.CHOICE, Block((Run(self._view.notice),), style), is_balanced=True)
        inner = box.width() - 2 * inset
        high = max(text.height_at(box.width()), notice.height_at(inner) + 2 * pad)
        if self._view.is_full:
            card = MessageCard(self, self.style_, Tone.KEEP, has_sun=False)
            card.setGeometry(box.x(), box.y(), box.width(), high)
            top = box.y() + (high - notice.height_at(inner)) // 2
            self.add_text(notice, box.x() + inset, top, inner)
        else:
            self.add_text(text, box.x(), box.y(), box.width())
        return box.y() + high

    def _add_rows(self, box: QRect) -> None:
        """The foot is kept free for the key that turns on, so that the eighth tick, which brings it, moves nothing."""
        view, foot = self._view, key_height(self.style_) + self.style_.gap
        parts = cut_into_parts(
            self._pieces(box.width(), box.height() - foot), box.width(), box.height() - foot
        )
        self.parts = len(parts)
        self.add_pieces(parts[min(view.part, self.parts) - 1], box.x(), box.y(), box.width())
        where = QRect(box)
        if self.parts > 1:
            label = self.add_part_turner(view.part_label, view.part_key, box)
            where.setLeft(label.geometry().right() + self.px(48))
            where.setRight(box.right() - key_width(self.style_, view.part_key, Look.TOOL) - self.style_.gap)
        self._add_count(where)

    def _add_count(self, box: QRect) -> None:
        """How many there are, at the foot; left out where it would be broken: the key on the slide says it too."""
        words = self.set_text(Role.LABEL, self._view.count)
        room = box.width() - round(words.line_height * 1.2)
        if not self._view.count or room <= words.longest_word() or words.line_count(room) > 2:
            return
        note = self.add_note(self._view.count, box.x(), 0, box.width(), "list-bullets")
        note.move(box.x(), box.bottom() + 1 - (key_height(self.style_) + note.height()) // 2)

    def _pieces(self, width: int, room: int) -> list[Piece]:
        pieces = list(self._heads)
        if self._is_short and not self.is_low:
            pieces.append(TextPiece(self.set_text(Role.CHOICE_STATE, self._view.lead), 0))
        for group in self._view.groups:
            if group.title:
                text = self.set_text(Role.CHIP, heading(group.title), language=group.language)
                pieces.append(TextPiece(text, self.px(28)))
            for number, key in enumerate(group.rows):
                pieces.append(self._row(key, width, room, is_first=not number))
        return pieces

    def _row(self, key: Key, width: int, room: int, *, is_first: bool) -> Piece:
        """A row that keeps together, its words smaller where a part would not hold them."""
        scale = LOW_SCALE[self.style_.step] if self._is_short else 1.0
        while row_height(self.style_, key, width, scale) > room and scale >= LEAST_SCALE:
            scale -= 0.05

        def build(x: int, y: int, wide: int) -> None:
            row = TickRow(self, self.style_, key, scale)
            self.add_target(row, QRect(x, y, wide, row_height(self.style_, key, wide, scale)))

        gap = self.px(12) if is_first else self.style_.gap
        return BoxPiece(row_height(self.style_, key, width, scale), gap, build)

"""Questions to ask: a sheet of rows to tick. What a tick changes moves no row from under the finger."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QWidget

from kiosk.core.content.model import Block, BlockStyle, Run
from kiosk.core.views.questions import QuestionsView
from kiosk.core.views.rail import Key
from kiosk.core.views.slide import Tone
from kiosk.ui.flow import BoxPiece, Piece, TextPiece, cut_into_parts
from kiosk.ui.pages.more import SheetPage
from kiosk.ui.pages.page import GAP, Kit
from kiosk.ui.theme import Role
from kiosk.ui.widgets.key import key_height
from kiosk.ui.widgets.marks import MessageCard
from kiosk.ui.widgets.tick_row import TickRow, row_height

LEAST_SCALE = 0.6
"""Of the type at 200 %: still as large as body text at 100 %."""


class QuestionsPage(SheetPage):
    def __init__(self, parent: QWidget, kit: Kit, size: QSize, view: QuestionsView) -> None:
        super().__init__(parent, kit, size)
        self._view = view
        sheet = self.sheet
        title = self.set_text(Role.SHEET_TITLE, view.title, is_balanced=True)
        y = self.add_text(title, sheet.x(), sheet.y(), sheet.width()) + self.px(4)
        y = self._add_lead(QRect(sheet.x(), y, sheet.width(), 0)) + self.px(16)
        self._add_rows(QRect(sheet.x(), y, sheet.width(), sheet.bottom() + 1 - y))
        self.mirror()

    def _add_lead(self, box: QRect) -> int:
        """What to do, or that the list is full, in the same place; return the y below the larger of both."""
        view, pad, inset = self._view, self.px(10), self.px(24)
        lead = self.set_text(Role.BODY_DENSE, view.lead)
        notice = self.set_text(Role.MESSAGE_DENSE, view.notice)
        inner = box.width() - 2 * inset
        high = max(lead.height_at(box.width()), notice.height_at(inner) + 2 * pad)
        if view.is_full:
            card = MessageCard(self, self.style_, Tone.KEEP, has_sun=False)
            card.setGeometry(box.x(), box.y(), box.width(), high)
            self.add_text(notice, box.x() + inset, box.y() + pad, inner)
        else:
            self.add_text(lead, box.x(), box.y(), box.width())
        return box.y() + high

    def _add_rows(self, box: QRect) -> None:
        """The foot is kept free for the key that turns on, so that the eighth tick, which brings it, moves nothing."""
        view, foot = self._view, key_height(self.style_) + self.px(GAP)
        parts = cut_into_parts(
            self._pieces(box.width(), box.height() - foot), box.width(), box.height() - foot
        )
        self.parts = len(parts)
        self.add_pieces(parts[min(view.part, self.parts) - 1], box.x(), box.y(), box.width())
        if self.parts > 1:
            label = f"{view.part_label}  \u00b7  {view.count}" if view.count else view.part_label
            self.add_part_turner(label, view.part_key, box)
        elif view.count:
            note = self.add_note(view.count, box.x(), 0, box.width(), "list-bullets")
            note.move(box.x(), box.bottom() + 1 - (key_height(self.style_) + note.height()) // 2)

    def _pieces(self, width: int, room: int) -> list[Piece]:
        pieces: list[Piece] = []
        for group in self._view.groups:
            if group.title:
                heading = Block((Run(group.title),), BlockStyle.HEADING)
                text = self.set_text(Role.CHIP, heading, language=group.language)
                pieces.append(TextPiece(text, self.px(28)))
            for number, key in enumerate(group.rows):
                pieces.append(self._row(key, width, room, is_first=not number))
        return pieces

    def _row(self, key: Key, width: int, room: int, *, is_first: bool) -> Piece:
        """A row that keeps together, its words smaller where a part would not hold them."""
        scale = 1.0
        while row_height(self.style_, key, width, scale) > room and scale >= LEAST_SCALE:
            scale -= 0.05

        def build(x: int, y: int, wide: int) -> None:
            row = TickRow(self, self.style_, key, scale)
            self.add_target(row, QRect(x, y, wide, row_height(self.style_, key, wide, scale)))

        gap = self.px(12 if is_first else GAP)
        return BoxPiece(row_height(self.style_, key, width, scale), gap, build)

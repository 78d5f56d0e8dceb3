"""Finish: the questions for the visit, a code that takes them home, and what to remember.

On a wide screen the code stands beside the list. In large text, on a tall screen, or where the code had to grow, all
of it is one column. Either goes on in parts.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QWidget

from kiosk.core.content.model import Block, BlockStyle, Run
from kiosk.core.takeaway import Carried, chosen_for_code
from kiosk.core.views.finish import AskedLine, CodeCard, FinishView
from kiosk.core.views.slide import Tone
from kiosk.ui.flow import BoxPiece, Piece, TextPiece, cut_into_parts, height_of
from kiosk.ui.pages.codes import SLOT, CodeCards
from kiosk.ui.pages.faces import faces_pieces
from kiosk.ui.pages.page import MARGIN, Kit, Page
from kiosk.ui.theme import Role
from kiosk.ui.typeset import Typeset
from kiosk.ui.widgets.key import Look, key_height
from kiosk.ui.widgets.marks import MessageCard, Note, Rule, Sheet
from kiosk.ui.widgets.number import NumberMark

TOP, FOOT, COLUMNS_GAP, PAD, ROW_PAD, SECTION, BELOW_TITLE = 34, 28, 40, 32, 14, 24, 20
CODE_COLUMN = 790
WIDEST_KEY = 850
LEAST_SCALE = 0.6
"""Of the type at 200 %: still as large as body text at 100 %."""


class FinishPage(Page):
    def __init__(self, parent: QWidget, kit: Kit, size: QSize, view: FinishView) -> None:
        super().__init__(parent, kit, size)
        self._view = view
        self._rows: list[Piece] = []
        self._keys: list[Piece] = []
        m = self.px(MARGIN)
        self._box = QRect(m, self.px(TOP), self.width() - 2 * m, self.height() - self.px(TOP + FOOT))
        self._turner = key_height(self.style_) + self.style_.gap
        taken = self._turner + self._head()[0].height_at(self._box.width())
        self._room = self._box.height() - taken
        self._cards = CodeCards(self, self._box.width(), self._room)
        carried = self._carried()
        is_handy = carried is None or self._cards.px_of(carried.size.mm) <= self.px(SLOT)
        is_wide = not self.style_.is_portrait and not self.style_.step
        if is_handy and is_wide and self._has_room_beside(carried):
            self._build_beside(carried)
        else:
            self._build_column(carried)
        self.mirror()

    def _has_room_beside(self, carried: Carried | None) -> bool:
        """Whether the code's card is no higher than a part."""
        room = self._box.height() - self._turner
        return all(piece.height_at(0) <= room for piece in self._side(carried, self.px(CODE_COLUMN)))

    def _carried(self) -> Carried | None:
        """What the code carries on a screen of this size."""
        code = self._view.code
        if code is None:
            return None
        largest = self._cards.largest_px(_texts(code, code.holds_all))
        return chosen_for_code(code.notes, self._cards.size_of, self._cards.mm_of(largest))

    def _build_beside(self, carried: Carried | None) -> None:
        """The list at the leading side, code and keys at the other; each goes on in parts of its own."""
        box, width = self._box, self.px(CODE_COLUMN)
        side = self._side(carried, width)
        wide = box.width() - (width + self.px(COLUMNS_GAP) if side else 0)
        y = self.add_pieces(self._head(), box.x(), box.y(), wide) + self.px(20)
        room = box.bottom() + 1 - y
        lists, sides = [self._lists(wide, room)], [side]
        if height_of(lists[0], wide) > room or height_of(side, width) > box.height():
            room -= self._turner
            lists = cut_into_parts(self._lists(wide, room), wide, room)
            sides = self._within_reach(cut_into_parts(side, width, box.height() - self._turner), width)
        self.parts = max(len(lists), len(sides))
        part = min(self._view.part, self.parts)
        self._add_part(lists[min(part, len(lists)) - 1], box.x(), y, wide)
        side = sides[min(part, len(sides)) - 1]
        top = box.y() + self._lowered(side, width, box.height())
        self._add_part(side, box.right() + 1 - width, top, width)
        self._add_turner()

    def _build_column(self, carried: Carried | None) -> None:
        """All below each other; the title stands on each part that has room for it."""
        box = self._box
        title, lead = self._head()
        y, heads = box.y(), [title, lead]
        if not self.is_tight(box.height() - title.height_at(box.width()), Role.MESSAGE_DENSE):
            y, heads = self.add_pieces([title], box.x(), y, box.width()) + self.px(BELOW_TITLE), [lead]
        room = box.bottom() + 1 - y
        pieces = [*heads, *self._column(carried, room)]
        parts = [pieces]
        if height_of(pieces, box.width()) > room:
            room -= self._turner
            parts = cut_into_parts([*heads, *self._column(carried, room)], box.width(), room)
            parts = self._within_reach(parts, box.width())
        self.parts = len(parts)
        here = parts[min(self._view.part, self.parts) - 1]
        self._add_part(here, box.x(), y + self._lowered(here, box.width(), room), box.width())
        self._add_turner()

    def _lowered(self, pieces: Sequence[Piece], width: int, room: int) -> int:
        """How much lower a part with keys stands while controls are low, in pixels."""
        if not self.is_low or self._first_key(pieces) is None:
            return 0
        turner = self._turner if self.parts > 1 and room == self._box.height() else 0
        return max(0, room - turner - height_of(pieces, width))

    def _within_reach(self, parts: Sequence[list[Piece]], width: int) -> list[list[Piece]]:
        """While controls are low, keys of which the first would stand too high go on in another part."""
        if not self.is_low:
            return list(parts)
        found: list[list[Piece]] = []
        for part in parts:
            here = part
            while (first := self._first_key(here)) is not None and here[first + 1 :]:
                if height_of(here[first:], width) <= self._reach:
                    break
                found.append(here[: first + 1])
                here = here[first + 1 :]
            found.append(here)
        return found

    @property
    def _reach(self) -> int:
        """Pixels between the highest place of a key while controls are low and the part's own key."""
        return self._box.bottom() + 1 - self._turner - self.style_.low_line

    def _first_key(self, pieces: Sequence[Piece]) -> int | None:
        keys = [key for key in self._keys if isinstance(key, BoxPiece)]
        return next((n for n, piece in enumerate(pieces) if any(piece is key for key in keys)), None)

    def _column(self, carried: Carried | None, room: int) -> list[Piece]:
        width = self._box.width()
        lists = self._lists(width, room)
        count = len(self._view.questions) or len(lists)
        side = self._side(carried, width)
        if self.is_low:
            return [*lists, *side]
        return [*lists[:count], *side, *lists[count:]]

    def _add_part(self, pieces: Sequence[Piece], x: int, y: int, width: int) -> None:
        """Rows that follow one another lie on one sheet, with a line between them."""
        was_row = False
        for number, piece in enumerate(pieces):
            y += piece.gap if number else 0
            is_row = self._is_row(piece)
            if is_row and not was_row:
                run = list(takewhile(self._is_row, pieces[number:]))
                Sheet(self, self.style_).setGeometry(x, y, width, height_of(run, width))
            elif is_row:
                inset = self.px(PAD)
                Rule(self, self.style_).setGeometry(x + inset, y, width - 2 * inset, max(1, self.px(3)))
            y = self.add_pieces([piece], x, y, width)
            was_row = is_row

    def _is_row(self, piece: Piece) -> bool:
        return any(piece is row for row in self._rows)

    def _add_turner(self) -> None:
        if self.parts > 1:
            self.add_part_turner(self._view.part_label, self._view.part_key, self._box)

    def _head(self) -> list[Piece]:
        title = self.set_text(Role.TITLE, self._view.title, is_balanced=True)
        lead = self.set_text(Role.BODY_DENSE, self._view.lead)
        return [TextPiece(title, 0), TextPiece(lead, self.px(2))]

    def _lists(self, width: int, room: int) -> list[Piece]:
        """The questions and then what to remember; without questions that alone, in rows."""
        view = self._view
        lines = view.questions or tuple(AskedLine(text, view.language) for text in view.sentences)
        rows = [self._row(number, line, width, room) for number, line in enumerate(lines, 1)]
        self._rows = [row for row in rows if isinstance(row, BoxPiece)]
        if view.questions and view.sentences:
            return [*rows, *self._summary(width, room)]
        return [*rows, *self._draft()]

    def _row(self, number: int, line: AskedLine, width: int, room: int) -> Piece:
        """A numbered line, smaller where a part would not hold it; the clinic's words stand beneath."""
        size = max(self.px((60, 72, 84)[self.style_.step]), round(self.style_.least_px() * 1.75))
        pad, scale = self.px(ROW_PAD), 1.0
        inner = width - size - self.px(PAD * 2 + 24)
        while True:
            texts = self._line(line, scale)
            words = sum(text.height_at(inner) for text in texts)
            high = max(size, words) + 2 * pad
            if high <= room or scale < LEAST_SCALE:
                break
            scale -= 0.05

        if high > room:  # without the mark it can be cut
            block = Block((Run(line.text),), BlockStyle.NUMBER, number)
            return TextPiece(self.set_text(Role.MESSAGE_DENSE, block, language=line.language), self.px(20))

        def build(x: int, y: int, _width: int) -> None:
            mark = NumberMark(self, self.style_, number)
            mark.setGeometry(x + self.px(PAD), y + (high - size) // 2, size, size)
            top = y + (high - words) // 2
            for text in texts:
                # As wide as its words: one of the other direction begins where the question does.
                wide = min(inner, text.width_at(inner) + 2)
                top = self.add_text(text, x + self.px(PAD + 24) + size, top, wide)

        return BoxPiece(high, 0 if number > 1 else self.px(20), build)

    def _line(self, line: AskedLine, scale: float) -> list[Typeset]:
        found = [self.set_text(Role.MESSAGE_DENSE, line.text, language=line.language, scale=scale)]
        if line.beneath:
            role, quiet, language = Role.CHOICE_STATE, self.style_.palette.ink2, line.beneath_language
            found.append(self.set_text(role, line.beneath, language=language, colour=quiet, scale=scale))
        return found

    def _summary(self, width: int, room: int) -> list[Piece]:
        """What to remember, on the card of key messages; a text too long for one goes on in parts without it."""
        view, pad, inset = self._view, self.px(20), self.px(PAD)
        inner = width - 2 * inset
        title = self.set_text(Role.URGE, view.summary_title)
        texts = [self.set_text(Role.CARD_SMALL, text, language=view.language) for text in view.sentences]
        pieces: list[Piece] = [TextPiece(title, self.px(SECTION))]
        pieces += [TextPiece(text, self.px(6)) for text in texts]
        pieces += self._draft()
        high = height_of(pieces, inner) + 2 * pad
        if high > room:
            return pieces
        has_sun = all(text.width_at(inner) <= inner - self.px(200) for text in texts[-1:])

        def build(x: int, y: int, wide: int) -> None:
            MessageCard(self, self.style_, Tone.KEEP, has_sun=has_sun).setGeometry(x, y, wide, high)
            self.add_pieces(pieces, x + inset, y + pad, inner)

        return [BoxPiece(high, self.px(SECTION), build)]

    def _draft(self) -> list[Piece]:
        """That no clinician has read it."""
        text = self._view.draft
        if not text:
            return []
        note = Note(self, self.style_, text, "pencil-line")
        note.setParent(None)
        high = note.place(0, 0, self._box.width() // 2)

        def build(x: int, y: int, width: int) -> None:
            self.add_note(text, x, y, width, "pencil-line")

        return [BoxPiece(high, self.px(10), build)]

    def _side(self, carried: Carried | None, width: int) -> list[Piece]:
        """The code's card, the keys below it, and the card of the clinic's own address."""
        view, pieces = self._view, list[Piece]()
        if view.code and carried:
            pieces.append(self._code(view.code, carried, width))
        self._keys = self._tools(width)
        if view.faces:
            self._keys += faces_pieces(self, view.faces, width, self._reach if self.is_low else self._room)
        if view.print_note:
            pieces.append(TextPiece(self.set_text(Role.TOOL, view.print_note), self.style_.gap))
        if not self.is_low:
            pieces += self._keys
        if view.leaflet:
            size = self._cards.size_of(view.leaflet.address)
            if size and self._cards.px_of(size.mm) <= self.px(SLOT):
                card, gap = view.leaflet, self.px(SECTION)
                texts = (card.title, card.how, card.shown)
                pieces.append(self._cards.piece(card.address, size, card.alt, texts, width, gap))
        return [*pieces, *self._keys] if self.is_low else pieces

    def _code(self, code: CodeCard, carried: Carried, width: int) -> Piece:
        """The code's card; where it is higher than a part, the last of its words go: the code itself says them."""
        texts, title = _texts(code, _holds(code, carried)), self._head()[0].height_at(self._box.width())
        room = self._box.height() - self._turner - title
        while True:
            card = self._cards.piece(carried.text, carried.size, code.alt, texts, width, self.px(SECTION))
            if card.height_at(width) <= room or len(texts) == 1:
                return card
            texts = texts[:-1]

    def _tools(self, width: int) -> list[Piece]:
        keys, high = self._view.tools, key_height(self.style_)
        if not keys:
            return []
        gap = self.style_.gap
        each = min(self.px(WIDEST_KEY), (width - gap * (len(keys) - 1)) // len(keys))

        def build(x: int, y: int, _width: int) -> None:
            for place, key in enumerate(keys):
                self.add_key(key, Look.TOOL, QRect(x + place * (each + gap), y, each, high))

        return [BoxPiece(high, self.px(SECTION), build)]


def _texts(code: CodeCard, holds: str) -> tuple[str, ...]:
    return code.title, code.how, holds, code.photo


def _holds(code: CodeCard, carried: Carried) -> str:
    """What the code carries, in the words of the view."""
    if not carried.questions:
        return code.holds_summary
    if carried.questions < len(code.notes.questions):
        return code.holds_first[carried.questions - 1]
    return code.holds_all if carried.has_summary else code.holds_questions

"""A slide. What does not fit gives way by the ladder: air, then the picture, then it goes on in parts."""

from __future__ import annotations

from msgspec import Struct
from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QWidget

from kiosk.core.content.model import Block, BlockStyle
from kiosk.core.views.slide import SlideView
from kiosk.ui.flow import BoxPiece, Piece, TextPiece, cut_into_parts, height_of
from kiosk.ui.pages.chip import chip_piece
from kiosk.ui.pages.page import GAP, MARGIN, Kit, Page
from kiosk.ui.theme import Role
from kiosk.ui.typeset import Typeset
from kiosk.ui.widgets.evidence import chip_rim
from kiosk.ui.widgets.key import Look, key_height
from kiosk.ui.widgets.marks import MessageCard, RoundMark
from kiosk.ui.widgets.target import Area

TOP, FOOT, TITLE_GAP = 20, 28, 14
PHOTO_TOP = 64
"""A photograph begins below the top line; a drawing brings empty ground for it."""
DRAWING_RIM, FOCUS_AIR = 0.035, 18
"""A drawing's empty ground, as a share of its height, and how much further in the ring of the focus stands."""

LEAST_MESSAGE_SCALE = 0.6
"""Of the message's size at 200 %: still as large as body text at 100 %."""


PROMPT_SCALE = 1.15
"""Of the message's size, for what a patient says aloud; at larger text they are large as they are."""


class _Rung(Struct, frozen=True):
    """One rung of the ladder, in pixels. `column` holds title to keys; `caption` None: under the picture."""

    picture: QRect
    column: QRect
    title: Role
    body: Role
    message: Role
    gap: int
    is_small: bool = False


class SlidePage(Page):
    def __init__(self, parent: QWidget, kit: Kit, size: QSize, view: SlideView) -> None:
        super().__init__(parent, kit, size)
        self._view = view
        if view.is_picture_only and view.image:
            self._build_picture_only()
        else:
            self._build()
        self.mirror()

    def _build(self) -> None:
        rungs = self._rungs()
        fitting = [rung for rung in rungs if self._fits(rung)]
        rung = fitting[0] if fitting else rungs[-1]
        parts = cut_into_parts(self._pieces(rung), rung.column.width(), self._room(rung))
        self.parts = len(parts)
        part = min(self._view.part, self.parts)
        self._add_top_line(rung)
        self._add_picture(rung)
        self._add_column(rung, parts[part - 1])
        self._add_tools(rung)

    def _build_picture_only(self) -> None:
        view, m = self._view, self.px(MARGIN)
        caption = self.set_text(Role.LABEL, view.caption or view.title, is_centred=True)
        height = caption.height_at(self.width() - 2 * m) if caption.block.text else 0
        box = QRect(m, self.px(24), self.width() - 2 * m, self.height() - self.px(48) - height)
        if view.image:
            self.add_picture(view.image, view.alt or view.title, box)
        if height:
            self.add_text(caption, m, self.height() - height - self.px(8), self.width() - 2 * m)

    def _rungs(self) -> list[_Rung]:
        if not self._view.image:
            return [self._rung_of_words(is_dense=dense) for dense in (False, True)]
        if self.style_.is_portrait:
            rungs = [
                self._rung_upright(990, 34, 858, is_dense=False),
                self._rung_upright(800, 60, 760, is_dense=True),
                self._rung_upright(446, 68, 500, is_dense=True),
            ]
        else:
            rungs = [
                self._rung_beside(980, 30, 50, is_dense=False),
                self._rung_beside(800, 92, 42, is_dense=True),
                self._rung_beside(446, 40, 42, is_dense=True),
            ]
        return rungs[2:] if self.style_.step else rungs

    def _rung_beside(self, picture: int, y: int, gap: int, *, is_dense: bool) -> _Rung:
        """Picture at the leading side. On screens that are less wide than 16:9 it keeps its share."""
        width = min(self.px(picture), round(self.width() * picture / 1920))
        is_small = picture < 500
        x = self.px(24 if is_small else 10)
        box = QRect(x, self.px(y), width, round(width * 0.8))
        left = box.right() + 1 + self.px(gap)
        top = self.px(TOP if is_small else 70 if is_dense else 91)
        column = QRect(left, top, self.width() - self.px(MARGIN) - left, self.height() - top - self.px(FOOT))
        return self._rung(box, column, is_dense=is_dense, is_small=is_small)

    def _rung_upright(self, picture: int, y: int, top: int, *, is_dense: bool) -> _Rung:
        width = min(self.px(picture), self.width() - self.px(90))
        m = self.px(MARGIN)
        note = self._note_height(self._view.draft, self.width() - 2 * m) if self._view.draft else 0
        box = QRect((self.width() - width) // 2, self.px(y), width, round(width * 0.8))
        if note > self.style_.line(Role.LABEL) + self.px(4):
            box.moveTop(self.px(TOP) + note)
        caption = self._caption_height(self.width() - 2 * m)
        first = max(self.px(top), box.bottom() + 1 + caption + self.px(24))
        column = QRect(m, first, self.width() - 2 * m, self.height() - first - self.px(17))
        return self._rung(box, column, is_dense=is_dense, is_small=False)

    def _rung_of_words(self, *, is_dense: bool) -> _Rung:
        m = self.px(MARGIN if self.style_.is_portrait else 160)
        top = self.px(91)
        column = QRect(m, top, self.width() - 2 * m, self.height() - top - self.px(FOOT))
        return self._rung(QRect(), column, is_dense=is_dense, is_small=False)

    def _rung(self, picture: QRect, column: QRect, *, is_dense: bool, is_small: bool) -> _Rung:
        roles = (Role.TITLE, Role.BODY, Role.MESSAGE)
        if is_dense:
            roles = (Role.TITLE_DENSE, Role.BODY_DENSE, Role.MESSAGE_DENSE)
        if self.style_.step:
            roles = (Role.TITLE, Role.BODY, Role.MESSAGE)
        return _Rung(picture, column, *roles, gap=self.px(16 if is_dense else 24), is_small=is_small)

    def _caption_height(self, width: int) -> int:
        if not self._view.caption:
            return 0
        return self.set_text(Role.LABEL, self._view.caption, is_centred=True).height_at(width)

    def _title_height(self, rung: _Rung) -> int:
        """Title, and what stands over it in the column, down to where the body may begin."""
        width = rung.column.width()
        over = self._note_height(self._view.draft, width) if self._has_draft_over_title(rung) else 0
        title = self.set_text(rung.title, self._view.title, is_balanced=True)
        note = self._note_height(self._view.note, width) if self._view.note else 0
        return over + title.height_at(width) + note + self.px(TITLE_GAP)

    def _note_height(self, text: str, width: int) -> int:
        """Height of a note with an icon, and the space below it."""
        line = self.style_.line(Role.LABEL)
        return self.set_text(Role.LABEL, text).height_at(width - round(line * 1.2)) + self.px(4)

    def _has_draft_over_title(self, rung: _Rung) -> bool:
        return rung.is_small and bool(self._view.draft)

    def _room(self, rung: _Rung) -> int:
        """Height for body, evidence and message."""
        tools = key_height(self.style_) + rung.gap if self._view.tools else 0
        return rung.column.height() - self._title_height(rung) - tools

    def _fits(self, rung: _Rung) -> bool:
        if height_of(self._pieces(rung), rung.column.width()) > self._room(rung):
            return False
        title = self.set_text(rung.title, self._view.title)
        if title.line_count(rung.column.width()) > 2 or title.longest_word() > rung.column.width():
            return False
        if self.style_.is_portrait or rung.is_small or rung.picture.isEmpty():
            return True
        under = self.height() - rung.picture.bottom() - self.px(4) + round(rung.picture.height() * 0.04)
        return self._caption_height(rung.picture.width()) <= under

    def _pieces(self, rung: _Rung) -> list[Piece]:
        view = self._view
        between = 10 if rung.body is Role.BODY_DENSE else 18
        pieces = self._prompts(rung) if view.has_prompts else []
        pieces = pieces or self.flow_of(view.body, rung.body, language=view.language, gap=between)
        rim = 0
        if view.evidence:
            rim = chip_rim(self.style_)
            pieces.append(chip_piece(self, view.evidence, rung.gap))
        if view.message:
            text = self._message_text(rung)
            height = text.height_at(rung.column.width() - self.px(80)) + 2 * self._message_padding(rung)
            pieces.append(
                BoxPiece(height, rung.gap - rim, lambda x, y, w: self._build_message(rung, text, x, y, w))
            )
        return pieces

    def _prompts(self, rung: _Rung) -> list[Piece]:
        """What the patient tells somebody: large, a speech bubble before each; nothing that looks like a key."""
        pieces: list[Piece] = []
        scale = 1.0 if self.style_.step else PROMPT_SCALE
        for block in self._view.body:
            if block.style is BlockStyle.PARAGRAPH:
                text = self.set_text(rung.body, block, language=self._view.language)
                pieces.append(TextPiece(text, rung.gap))
                continue
            prompt = Block(block.runs)
            words = self.set_text(rung.message, prompt, language=self._view.language, scale=scale)
            pieces.append(self._prompt(words, rung))
        return pieces

    def _prompt(self, words: Typeset, rung: _Rung) -> Piece:
        size = round(words.line_height * 0.9)
        room = size + self.px(24)
        width = rung.column.width()

        def build(x: int, y: int, wide: int) -> None:
            mark = RoundMark(self, "chat-circle-dots", self.style_.palette.teal, None)
            mark.setGeometry(x, y + (words.line_height - size) // 2, size, size)
            self.add_text(words, x + room, y, wide - room)

        return BoxPiece(words.height_at(width - room), self.px(16), build)

    def _message_padding(self, rung: _Rung) -> int:
        return self.px(29 if rung.message is Role.MESSAGE and not self.style_.step else 22)

    def _message_text(self, rung: _Rung) -> Typeset:
        """The message in one card, smaller where a card of the page's height would not hold it."""
        view, scale = self._view, 1.0
        while True:
            text = self.set_text(
                rung.message, view.message, language=view.language, is_balanced=True, scale=scale
            )
            inner = rung.column.width() - self.px(80)
            high = text.height_at(inner) + 2 * self._message_padding(rung)
            if (high <= self._room(rung) and text.longest_word() <= inner) or scale < LEAST_MESSAGE_SCALE:
                return text
            scale -= 0.04

    def _build_message(self, rung: _Rung, text: Typeset, x: int, y: int, width: int) -> None:
        inner, pad = width - self.px(80), self._message_padding(rung)
        height = text.height_at(inner) + 2 * pad
        has_sun = self.parts == 1 and width - self.px(40) - text.width_at(inner) >= self.px(250)
        MessageCard(self, self.style_, self._view.tone, has_sun=has_sun).setGeometry(x, y, width, height)
        self.add_text(text, x + self.px(40), y + pad, inner)

    def _add_top_line(self, rung: _Rung) -> None:
        view, y, m = self._view, self.px(TOP), self.px(MARGIN)
        if self._has_draft_over_title(rung):
            self.add_note(view.draft, rung.column.x(), rung.column.y(), rung.column.width(), "pencil-line")
            return
        end = m
        if view.draft:
            note = self.add_note(view.draft, m, y, self.width() - 2 * m, "pencil-line")
            end = note.geometry().right() + self.px(GAP)
        topic = self.add_note(view.topic, rung.column.x(), y, self.width() - 2 * m)
        if self.style_.is_portrait or rung.picture.isEmpty():
            topic.move(self.width() - m - topic.width(), y)
        if topic.x() < end or topic.geometry().right() > self.width() - m or not view.topic:
            topic.setParent(None)

    def _add_picture(self, rung: _Rung) -> None:
        view = self._view
        if not view.image:
            return
        box = QRect(rung.picture)
        if not view.image.is_drawing and not rung.is_small:
            box.setTop(max(box.top(), self.px(PHOTO_TOP)))
            box.setBottom(min(box.bottom(), self.px(800 if self.style_.is_portrait else 780)))
        where = self.add_picture(view.image, view.alt, box, may_move=True)
        # Drawings end their own ground a little above the box's foot, where the caption stands.
        rim = where.height() * DRAWING_RIM if view.image.is_drawing else 0.0
        if view.picture:
            area = Area(self, view.picture, takes_focus=True, rim=round(rim) + self.px(FOCUS_AIR) * bool(rim))
            self.add_target(area, where)
        if not view.caption:
            return
        if rung.is_small:
            x, width = self.px(MARGIN), rung.column.x() - self.px(MARGIN + 24)
            self.add_text(self.set_text(Role.LABEL, view.caption), x, box.bottom() + self.px(12), width)
            return
        x, width = box.x(), box.width()
        if self.style_.is_portrait:
            x, width = self.px(MARGIN), self.width() - 2 * self.px(MARGIN)
        y = box.bottom() + self.px(8) - (round(box.height() * DRAWING_RIM) if view.image.is_drawing else 0)
        colour = self.style_.palette.ink2
        self.add_text(self.set_text(Role.LABEL, view.caption, is_centred=True, colour=colour), x, y, width)

    def _add_column(self, rung: _Rung, pieces: list[Piece]) -> None:
        view, box = self._view, rung.column
        y = box.y()
        if self._has_draft_over_title(rung):
            y += self._note_height(view.draft, box.width())
        y = self.add_text(
            self.set_text(rung.title, view.title, language=view.language, is_balanced=True),
            box.x(),
            y,
            box.width(),
        )
        if view.note:
            note = self.add_note(view.note, box.x(), y, box.width(), "translate")
            y = note.geometry().bottom() + self.px(4)
        y += self.px(TITLE_GAP)
        is_card_last = bool(pieces) and isinstance(pieces[-1], BoxPiece) and bool(view.message)
        if is_card_last and len(pieces) > 1 and self.parts == 1:
            y = self.add_pieces(pieces[:-1], box.x(), y, box.width())
            card = pieces[-1]
            bottom = box.bottom() + 1 - (key_height(self.style_) if view.tools else 0)
            free = bottom - y - card.height_at(box.width())
            self.add_pieces([card], box.x(), y + max(card.gap, min(free // 2, self.px(110))), box.width())
            return
        self.add_pieces(pieces, box.x(), y, box.width())

    def _add_tools(self, rung: _Rung) -> None:
        box, height = rung.column, key_height(self.style_)
        width = (box.width() - self.px(GAP)) // 2
        for place, key in enumerate(self._view.tools):
            x = box.x() + place * (width + self.px(GAP))
            self.add_key(key, Look.TOOL, QRect(x, box.bottom() + 1 - height, width, height))

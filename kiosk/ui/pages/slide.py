"""A slide. What does not fit gives way by the ladder: air, then the picture, then it goes on in parts.

On a screen that is small for its letters all of it flows, title and picture too, so that no part is taken up by what
stands on each.
"""

from __future__ import annotations

from msgspec.structs import replace
from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QWidget

from kiosk.core.content.model import Block, BlockStyle
from kiosk.core.views.slide import SlideView
from kiosk.ui.flow import BoxPiece, Piece, TextPiece, cut_into_parts, height_of
from kiosk.ui.pages.chip import chip_piece, chip_width
from kiosk.ui.pages.ladder import FOOT, TOP, Ladder, Rung
from kiosk.ui.pages.page import LEAST_LINES, MARGIN, Kit, Page, heading
from kiosk.ui.theme import Role
from kiosk.ui.typeset import Typeset
from kiosk.ui.widgets.evidence import chip_height, chip_rim
from kiosk.ui.widgets.key import Look, key_height
from kiosk.ui.widgets.marks import MessageCard, RoundMark
from kiosk.ui.widgets.target import Area

TITLE_GAP = 14
ROOMY = 1.25
"""Times the usual size, from which on words would hang at the top of a page."""
PHOTO_TOP = 64
"""A photograph begins below the top line; a drawing brings empty ground for it."""
DRAWING_RIM, FOCUS_AIR = 0.035, 18
"""A drawing's empty ground, as a share of its height, and how much further in the ring of the focus stands."""

LEAST_MESSAGE_SCALE = 0.6
"""Of the message's size at 200 %: still as large as body text at 100 %."""


PROMPT_SCALE = 1.15
"""Of the message's size, for what a patient says aloud; at larger text they are large as they are."""


class SlidePage(Page):
    def __init__(self, parent: QWidget, kit: Kit, size: QSize, view: SlideView) -> None:
        super().__init__(parent, kit, size)
        self._view, self._ladder = view, Ladder(self, view)
        if view.is_picture_only and view.image:
            self._build_picture_only()
        else:
            self._build()
        self.mirror()

    def _build(self) -> None:
        rungs = self._ladder.rungs()
        fitting = [rung for rung in rungs if self._fits(rung)]
        rung = fitting[0] if fitting else rungs[-1]
        if not fitting and self._is_tight(rung):
            rung = self._ladder.rung_of_flow()
        parts = cut_into_parts(self._pieces(rung), rung.column.width(), self._room(rung))
        self.parts = len(parts)
        part = min(self._view.part, self.parts)
        if rung.is_flow:
            self._add_flow(parts[part - 1], rung.column)
            return
        self._add_top_line(rung)
        self._add_picture(rung)
        rung = self._centred(rung)
        self._add_column(rung, parts[part - 1])
        self._add_tools(rung)

    def _centred(self, rung: Rung) -> Rung:
        """On a large screen the words stand beside the picture's middle, their keys below them."""
        if self.style_.room < ROOMY or self.style_.is_portrait or rung.is_small or self.parts > 1:
            return rung
        column = rung.column
        words = self._title_height(rung) + height_of(self._pieces(rung), column.width())
        high = words + self._foot_height(rung) + self.px(120)
        spare = max(0, column.height() - high)
        return replace(rung, column=column.adjusted(0, spare // 2, 0, spare // 2 - spare))

    def _add_flow(self, pieces: list[Piece], column: QRect) -> None:
        """From the top; while controls are low down to the foot, where the keys of a part are."""
        spare = column.height() - height_of(pieces, column.width()) if self.is_low else 0
        self.add_pieces(pieces, column.x(), column.y() + max(0, spare), column.width())

    def _build_picture_only(self) -> None:
        view, m = self._view, self.px(MARGIN)
        caption = self.set_text(Role.LABEL, view.caption or view.title, is_centred=True)
        height = caption.height_at(self.width() - 2 * m) if caption.block.text else 0
        box = QRect(m, self.px(24), self.width() - 2 * m, self.height() - self.px(48) - height)
        if view.image:
            self.add_picture(view.image, view.alt or view.title, box)
        if height:
            self.add_text(caption, m, self.height() - height - self.px(8), self.width() - 2 * m)

    def _is_tight(self, rung: Rung) -> bool:
        """Whether a part would hold hardly a sentence."""
        words = [
            self.set_text(rung.title, self._view.title),
            *(self._body_text(rung, block) for block in self._view.body),
        ]
        is_narrow = max(text.longest_word() for text in words) > rung.column.width()
        return is_narrow or self._room(rung) < LEAST_LINES * self.style_.line(rung.body)

    def _title_height(self, rung: Rung) -> int:
        """Title, and what stands over it in the column, down to where the body may begin."""
        width = rung.column.width()
        over = self._over_title(rung)
        title = self.set_text(rung.title, self._view.title, is_balanced=True)
        note = self._ladder.note_height(self._view.note, width) if self._view.note else 0
        return over + title.height_at(width) + note + self.px(TITLE_GAP)

    def _over_title(self, rung: Rung) -> int:
        """How much the note that it is a draft takes from the column, in pixels: letters of Arabic are higher."""
        if self._has_draft_over_title(rung):
            return self._ladder.note_height(self._view.draft, rung.column.width())
        if not self._view.draft:
            return 0
        text = self.set_text(Role.LABEL, self._view.draft)
        foot = self.px(TOP) + text.height_at(self.width() - 2 * self.px(MARGIN))
        return max(0, foot - rung.column.y())

    def _has_draft_over_title(self, rung: Rung) -> bool:
        return rung.is_small and bool(self._view.draft)

    def _room(self, rung: Rung) -> int:
        """Height for body, evidence and message; in a flow, for everything."""
        if rung.is_flow:
            return rung.column.height()
        return rung.column.height() - self._title_height(rung) - self._foot_height(rung)

    @property
    def _has_chip_below(self) -> bool:
        """Whether the evidence stands over the keys, to be reached as they are."""
        return self.is_low and self._view.evidence is not None

    def _foot_height(self, rung: Rung) -> int:
        """What stands at the foot of the column: the keys, and while controls are low the evidence."""
        keys = key_height(self.style_) + rung.gap if self._view.tools else 0
        has_row = self._has_chip_below and not self._is_chip_beside(rung)
        return keys + (chip_height(self.style_) + self._chip_gap if has_row else 0)

    def _is_chip_beside(self, rung: Rung) -> bool:
        """Whether the evidence has room beside the one key."""
        view, half = self._view, (rung.column.width() - self.style_.gap) // 2
        return (
            len(view.tools) == 1
            and view.evidence is not None
            and chip_width(self, view.evidence) <= half - self.style_.gap
        )

    @property
    def _chip_gap(self) -> int:
        """Between the chip and the keys below it."""
        return self.style_.gap if self._view.tools else 0

    def _fits(self, rung: Rung) -> bool:
        if height_of(self._pieces(rung), rung.column.width()) > self._room(rung):
            return False
        title = self.set_text(rung.title, self._view.title)
        if title.line_count(rung.column.width()) > 2 or title.longest_word() > rung.column.width():
            return False
        if self.style_.is_portrait or rung.is_small or rung.picture.isEmpty():
            return True
        under = self.height() - rung.picture.bottom() - self.px(4) + round(rung.picture.height() * 0.04)
        return self._ladder.caption_height(rung.picture.width()) <= under

    def _pieces(self, rung: Rung) -> list[Piece]:
        view = self._view
        between = 10 if rung.body is Role.BODY_DENSE else 18
        prompts = self._prompts(rung) if view.has_prompts else []
        pieces = self._head_pieces() if rung.is_flow else []
        pieces += prompts or self.flow_of(view.body, rung.body, language=view.language, gap=between)
        rim = 0
        if view.evidence and not self._has_chip_below:
            rim = chip_rim(self.style_)
            pieces.append(chip_piece(self, view.evidence, rung.gap))
        if view.message:
            text = self._message_text(rung)
            height = text.height_at(rung.column.width() - self.px(80)) + 2 * self._message_padding(rung)
            pieces.append(
                BoxPiece(height, rung.gap - rim, lambda x, y, w: self._build_message(rung, text, x, y, w))
            )
        if rung.is_flow:
            pieces += self._foot_pieces(rung)
        elif view.caption and view.image and rung.is_small and not self._has_caption_below(rung):
            pieces.append(self._caption_piece(rung.gap))
        return pieces

    def _prompts(self, rung: Rung) -> list[Piece]:
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

    def _prompt(self, words: Typeset, rung: Rung) -> Piece:
        size = round(words.line_height * 0.9)
        room = size + self.px(24)
        width = rung.column.width()

        def build(x: int, y: int, wide: int) -> None:
            mark = RoundMark(self, "chat-circle-dots", self.style_.palette.teal, None)
            mark.setGeometry(x, y + (words.line_height - size) // 2, size, size)
            self.add_text(words, x + room, y, wide - room)

        return BoxPiece(words.height_at(width - room), self.px(16), build)

    def _head_pieces(self) -> list[Piece]:
        """The title, where all flows; it goes on with what it stands over."""
        title = self.set_text(Role.TITLE, heading(self._view.title), language=self._view.language)
        return [TextPiece(title, 0)]

    def _foot_pieces(self, rung: Rung) -> list[Piece]:
        """Notes, picture, caption and keys, where all flows."""
        view, pieces = self._view, list[Piece]()
        for text, icon in ((view.note, "translate"), (view.draft, "pencil-line")):
            if text:
                pieces.append(self.note_piece(text, icon, rung.column.width(), gap=rung.gap))
        if view.image:
            caption = self._ladder.caption_height(rung.column.width())
            high = rung.column.height() - (caption + self.px(12) if caption else 0)
            pieces.append(BoxPiece(high, rung.gap, lambda x, y, w: self._build_picture(QRect(x, y, w, high))))
        if view.caption and view.image:
            pieces.append(self._caption_piece(self.px(12)))
        if view.evidence and self._has_chip_below:
            pieces.append(chip_piece(self, view.evidence, rung.gap))
        if view.tools:
            pieces.append(BoxPiece(key_height(self.style_), rung.gap, self._build_tools))
        return pieces

    def _caption_piece(self, gap: int) -> Piece:
        colour = self.style_.palette.ink2
        return TextPiece(self.set_text(Role.LABEL, self._view.caption, colour=colour), gap)

    def _has_caption_below(self, rung: Rung) -> bool:
        """Whether the caption has room under the small picture beside the words."""
        caption, width = self.set_text(Role.LABEL, self._view.caption), self._caption_width(rung)
        high = self.height() - self.px(FOOT) - rung.picture.bottom() - self.px(12)
        return caption.longest_word() <= width and caption.height_at(width) <= high

    def _caption_width(self, rung: Rung) -> int:
        return rung.column.x() - self.px(MARGIN + 24)

    def _body_text(self, rung: Rung, block: Block) -> Typeset:
        return self.set_text(rung.body, block, language=self._view.language)

    def _message_padding(self, rung: Rung) -> int:
        return self.px(29 if rung.message is Role.MESSAGE and not self.style_.step else 22)

    def _message_text(self, rung: Rung) -> Typeset:
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

    def _build_message(self, rung: Rung, text: Typeset, x: int, y: int, width: int) -> None:
        inner, pad = width - self.px(80), self._message_padding(rung)
        height = text.height_at(inner) + 2 * pad
        has_sun = self.parts == 1 and width - self.px(40) - text.width_at(inner) >= self.px(250)
        card = MessageCard(self, self.style_, self._view.tone, has_sun=has_sun)
        card.setLayoutDirection(text.side)  # the sun rises where the lines end
        card.setGeometry(x, y, width, height)
        self.add_text(text, x + self.px(40), y + pad, inner)

    def _add_top_line(self, rung: Rung) -> None:
        view, y, m = self._view, self.px(TOP), self.px(MARGIN)
        if self._has_draft_over_title(rung):
            self.add_note(view.draft, rung.column.x(), rung.column.y(), rung.column.width(), "pencil-line")
            return
        end = m
        if view.draft:
            note = self.add_note(view.draft, m, y, self.width() - 2 * m, "pencil-line")
            end = note.geometry().right() + self.style_.gap
        topic = self.add_note(view.topic, rung.column.x(), y, self.width() - 2 * m)
        if self.style_.is_portrait or rung.picture.isEmpty():
            topic.move(self.width() - m - topic.width(), topic.y())
        if topic.x() < end or topic.geometry().right() > self.width() - m or not view.topic:
            topic.setParent(None)

    def _add_picture(self, rung: Rung) -> None:
        view = self._view
        if not view.image:
            return
        box = QRect(rung.picture)
        if not view.image.is_drawing and not rung.is_small:
            box.setTop(max(box.top(), self.px(PHOTO_TOP)))
            box.setBottom(
                min(box.bottom(), self.px((800 if self.style_.is_portrait else 780) * self.style_.room))
            )
        self._build_picture(box)
        if not view.caption:
            return
        if rung.is_small:
            if self._has_caption_below(rung):
                text = self.set_text(Role.LABEL, view.caption)
                self.add_text(text, self.px(MARGIN), box.bottom() + self.px(12), self._caption_width(rung))
            return
        x, width = box.x(), box.width()
        if self.style_.is_portrait:
            x, width = self.px(MARGIN), self.width() - 2 * self.px(MARGIN)
        y = box.bottom() + self.px(8) - (round(box.height() * DRAWING_RIM) if view.image.is_drawing else 0)
        colour = self.style_.palette.ink2
        self.add_text(self.set_text(Role.LABEL, view.caption, is_centred=True, colour=colour), x, y, width)

    def _build_picture(self, box: QRect) -> None:
        """The picture, and where it can be touched."""
        view = self._view
        if view.image is None:
            return
        where = self.add_picture(view.image, view.alt, box, may_move=True)
        # Drawings end their own ground a little above the box's foot, where the caption stands.
        rim = where.height() * DRAWING_RIM if view.image.is_drawing else 0.0
        if self.is_low:
            where = self.low_part(where)
        if view.picture and min(where.width(), where.height()) >= self.style_.side(0):
            area = Area(self, view.picture, takes_focus=True, rim=round(rim) + self.px(FOCUS_AIR) * bool(rim))
            self.add_target(area, where)

    def _add_column(self, rung: Rung, pieces: list[Piece]) -> None:
        view, box = self._view, rung.column
        y = box.y() + self._over_title(rung)
        y = self.add_text(
            self.set_text(rung.title, view.title, language=view.language, is_balanced=True),
            box.x(),
            y,
            box.width(),
        )
        if view.note:
            note = self.add_note(view.note, box.x(), y, box.width(), "translate")
            y = note.foot + self.px(4)
        y += self.px(TITLE_GAP)
        is_card_last = bool(pieces) and isinstance(pieces[-1], BoxPiece) and bool(view.message)
        if is_card_last and len(pieces) > 1 and self.parts == 1:
            y = self.add_pieces(pieces[:-1], box.x(), y, box.width())
            card = pieces[-1]
            bottom = box.bottom() + 1 - max(0, self._foot_height(rung) - rung.gap)
            free = bottom - y - card.height_at(box.width())
            self.add_pieces([card], box.x(), y + max(card.gap, min(free // 2, self.px(110))), box.width())
            return
        self.add_pieces(pieces, box.x(), y, box.width())

    def _add_tools(self, rung: Rung) -> None:
        box, y = rung.column, rung.column.bottom() + 1
        if self._view.tools:
            y -= key_height(self.style_)
            self._build_tools(box.x(), y, box.width())
        if not self._view.evidence or not self._has_chip_below:
            return
        x, chip = box.x(), chip_piece(self, self._view.evidence, 0)
        if self._is_chip_beside(rung):
            x += (box.width() + self.style_.gap) // 2 + self.style_.gap
            y += (key_height(self.style_) - chip.height) // 2
        else:
            y -= chip.height + self._chip_gap
        chip.build(x, y, box.right() + 1 - x)

    def _build_tools(self, x: int, y: int, width: int) -> None:
        gap, height = self.style_.gap, key_height(self.style_)
        each = (width - gap) // 2
        for place, key in enumerate(self._view.tools):
            self.add_key(key, Look.TOOL, QRect(x + place * (each + gap), y, each, height))

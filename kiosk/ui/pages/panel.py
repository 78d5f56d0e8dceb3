"""A panel of the staff desk as pieces that flow: heading, large keys, small pictures, rows with their marks."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime

from PySide6.QtCore import QRect
from PySide6.QtGui import QColor

from kiosk.core.content.model import Block, BlockStyle, Run
from kiosk.core.views.desk import Card, Mark, Panel, Row, Said
from kiosk.core.views.rail import Key
from kiosk.core.views.slide import Tone
from kiosk.ui.dates import moment
from kiosk.ui.flow import BoxPiece, Piece, TextPiece, height_of
from kiosk.ui.pages.page import Page
from kiosk.ui.theme import Role
from kiosk.ui.typeset import Typeset
from kiosk.ui.widgets.key import Look, key_height, key_width
from kiosk.ui.widgets.marks import MessageCard, RoundMark, Rule

PAD, ROW_GAP, SMALL_PICTURE = 28, 14, 128
_ICONS = {
    Mark.NOT_SHOWN: "warning-octagon",
    Mark.WARNING: "warning",
    Mark.ADVICE: "info",
    Mark.GOOD: "check",
    Mark.FOLDER: "folder-open",
    Mark.KEPT: "clock",
}


class PanelBuilder:
    """`width` is that of the pieces and `room` the least height of a part, both in pixels."""

    def __init__(self, page: Page, panel: Panel, width: int, room: int, now: datetime) -> None:
        self._page, self._panel, self._room, self._now = page, panel, room, now
        self.width = width
        self.pieces: list[Piece] = [*self._head(), *self._tools(), *self._cards(), *self._rows()]
        if panel.charts:
            from kiosk.ui.pages.usage import chart_pieces  # noqa: PLC0415 - only one page has any

            for chart in panel.charts:
                self.pieces += chart_pieces(page, chart, width, room)

    def _px(self, units: float) -> int:
        return self._page.px(units)

    @property
    def _line(self) -> int:
        return self._page.style_.line(Role.LABEL)

    def _text(self, said: Said, *, is_short: bool = False) -> str:
        if said.at is None:
            return said.text
        language = self._page.style_.preferences.language
        return said.text.replace("{when}", moment(said.at, self._now, language, is_short=is_short))

    def _head(self) -> list[Piece]:
        page, panel = self._page, self._panel
        quiet = page.style_.palette.ink2
        title = Block((Run(self._text(panel.title, is_short=True)),), BlockStyle.HEADING)
        pieces: list[Piece] = [TextPiece(page.set_text(Role.URGE, title), 0)]
        if panel.lead:
            pieces.append(TextPiece(page.set_text(Role.LABEL, panel.lead, colour=quiet), self._px(2)))
        if panel.notice:
            pieces.append(self._notice(panel.notice))
        return pieces

    def _notice(self, text: str) -> Piece:
        page, pad = self._page, self._px(18)
        words = page.set_text(Role.CHIP, text)
        inner = self.width - 2 * self._px(28)
        high = words.height_at(inner) + 2 * pad
        if high > self._room:
            return TextPiece(words, self._px(16))

        def build(x: int, y: int, width: int) -> None:
            MessageCard(page, page.style_, Tone.KEEP, has_sun=False).setGeometry(x, y, width, high)
            page.add_text(words, x + self._px(28), y + pad, inner)

        return BoxPiece(high, self._px(16), build)

    def _tools(self) -> list[Piece]:
        """Large keys, as many abreast as have room for their words."""
        keys, gap, style = self._panel.tools, self._page.style_.gap, self._page.style_
        if not keys:
            return []
        for columns in (count for count in (4, 3, 2, 1) if len(keys) % count == 0 or count == 1):
            each = (self.width - gap * (columns - 1)) // columns
            if all(key_width(style, key, Look.TOOL, lines=2) <= each for key in keys):
                break
        rows = [keys[start : start + columns] for start in range(0, len(keys), columns)]
        return [
            BoxPiece(
                key_height(style),
                (self._page.style_.gap if number else self._px(24)),
                self._row_of_keys(row, each),
            )
            for number, row in enumerate(rows)
        ]

    def _row_of_keys(self, keys: Sequence[Key], each: int) -> Callable[[int, int, int], None]:
        def build(x: int, y: int, _width: int) -> None:
            for place, key in enumerate(keys):
                left = x + place * (each + self._page.style_.gap)
                self._page.add_key(key, Look.TOOL, QRect(left, y, each, key_height(self._page.style_)))

        return build

    def _cards(self) -> list[Piece]:
        """Topics as small pictures, as many abreast as can be told apart."""
        cards, gap = self._panel.cards, self._px(16)
        least = self._px(200 * (1 + 0.25 * self._page.style_.step))
        columns = max(1, min(len(cards), 4, (self.width + gap) // (least + gap)))
        while True:
            each = min((self.width - gap * (columns - 1)) // columns, round(least * 1.55))
            rows = [cards[start : start + columns] for start in range(0, len(cards), columns)]
            pieces = [self._row_of_cards(row, each if columns > 1 else self.width, gap) for row in rows]
            if columns == 1 or all(piece.height <= self._room for piece in pieces):
                return list(pieces)
            columns -= 1

    def _row_of_cards(self, cards: Sequence[Card], each: int, gap: int) -> BoxPiece:
        page, high = self._page, round(self._px(130) * (1 + 0.25 * self._page.style_.step))
        names = [page.set_text(Role.CHIP, card.title, is_balanced=True, is_centred=True) for card in cards]
        below = max(name.height_at(each) for name in names)
        high = min(high, max(self._px(SMALL_PICTURE), self._room - below - self._px(4)))

        def build(x: int, y: int, _width: int) -> None:
            for place, (card, name) in enumerate(zip(cards, names, strict=True)):
                left = x + place * (each + gap)
                if card.image:
                    page.add_picture(card.image, "", QRect(left, y, each, high))
                page.add_text(name, left, y + high + self._px(4), each)

        return BoxPiece(high + self._px(4) + below, self._px(12), build)

    def _rows(self) -> list[Piece]:
        return [piece for row in self._panel.rows for piece in self._row(row)]

    def _row(self, row: Row) -> list[Piece]:
        """A line over it, its mark before it. It stays together, unless it is longer than a part."""
        room = self._mark_room(row)
        if row.key:
            return [self._row_with_key(row, row.key, room)]
        first, *others = self._texts(row)
        lines: list[Piece] = [TextPiece(text, self._px(2), room) for text in others]
        pieces = [self._first_of_row(row, first, room), *lines]
        high = height_of(pieces, self.width)
        return [self._kept_together(pieces, high)] if high <= self._room else pieces

    def _kept_together(self, pieces: Sequence[Piece], high: int) -> Piece:
        def build(x: int, y: int, width: int) -> None:
            self._page.add_pieces(pieces, x, y, width)

        return BoxPiece(high, pieces[0].gap, build)

    def _mark_room(self, row: Row) -> int:
        if row.image:
            return self._px(SMALL_PICTURE + 24)
        return self._mark_size + self._px(22) if row.mark else 0

    @property
    def _mark_size(self) -> int:
        return max(self._px(60), round(self._line * 1.5))

    def _texts(self, row: Row) -> list[Typeset]:
        page, quiet = self._page, self._page.style_.palette.ink2
        title = [Run(self._text(row.title), strong=True)]
        if row.beside:
            title.append(Run(f"  {row.beside}"))
        own, side = page.style_.preferences.language, page.style_.direction
        found = [page.set_text(Role.LABEL, tuple(title), language=own if row.beside else "")]
        for number, line in enumerate(row.lines):
            is_mend = number > 0
            colour = quiet if is_mend else None
            found.append(page.set_text(Role.LABEL, line, colour=colour, language=row.language, side=side))
        return found

    def _first_of_row(self, row: Row, text: Typeset, room: int) -> Piece:
        """A text that is longer than a part goes without rule and mark, so that it can be cut."""
        over, width = self._px(ROW_GAP), self.width
        high = over + max(text.height_at(width - room), self._mark_size if not row.lines else 0)
        if high > self._room:
            return TextPiece(text, 2 * over, room)

        def build(x: int, y: int, _width: int) -> None:
            self._add_rule(x, y)
            self._add_mark(row, x, y + over)
            self._page.add_text(text, x + room, y + over, width - room)

        return BoxPiece(high, self._px(ROW_GAP), build)

    def _row_with_key(self, row: Row, key: Key, room: int) -> Piece:
        page, over, gap = self._page, self._px(ROW_GAP), self._page.style_.gap
        style, texts = page.style_, self._texts(row)
        wide, tall = key_width(style, key, Look.TOOL), key_height(style)
        inner = self.width - room - wide - gap
        is_beside = inner >= max(self.width * 0.4, *(text.longest_word() for text in texts))
        inner = inner if is_beside else self.width - room
        words = sum(text.height_at(inner) for text in texts)
        mark = self._px(SMALL_PICTURE * 0.8) if row.image else self._mark_size
        high = max(words, tall, mark) if is_beside else max(words, mark) + gap + tall

        def build(x: int, y: int, width: int) -> None:
            self._add_rule(x, y)
            middle = high if is_beside else high - gap - tall
            self._add_mark(row, x, y + over + (max(0, middle - mark) // 2 if row.image else 0))
            below = y + over + (max(0, middle - words) // 2 if is_beside else 0)
            for text in texts:
                below = page.add_text(text, x + room, below, inner)
            top = y + over + ((high - tall) // 2 if is_beside else high - tall)
            page.add_key(key, Look.TOOL, QRect(x + width - wide, top, wide, tall))

        return BoxPiece(over + high, self._px(ROW_GAP), build)

    def _add_rule(self, x: int, y: int) -> None:
        style = self._page.style_
        Rule(self._page, style).setGeometry(x, y, self.width, max(1, style.px(3)))

    def _add_mark(self, row: Row, x: int, y: int) -> None:
        page, size = self._page, self._mark_size
        if row.image:
            wide = self._px(SMALL_PICTURE)
            page.add_picture(row.image, "", QRect(x, y, wide, round(wide * 0.8)))
        elif row.mark:
            colour, ground = self._colours(row.mark)
            border = page.style_.palette.card_border
            RoundMark(page, _ICONS[row.mark], colour, ground, border).setGeometry(x, y, size, size)

    def _colours(self, mark: Mark) -> tuple[QColor, QColor]:
        palette = self._page.style_.palette
        match mark:
            case Mark.NOT_SHOWN:
                return palette.on_red, palette.red_face
            case Mark.WARNING:
                return palette.red, palette.peach
            case Mark.ADVICE:
                return palette.ink, palette.lemon
            case Mark.GOOD:
                return palette.teal, palette.mint
            case Mark.FOLDER | Mark.KEPT:
                return palette.ink, palette.rail

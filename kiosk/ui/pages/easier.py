"""Make it easier: groups of large keys on a sheet; where they do not fit, on further parts."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from kiosk.core.views.easier import Choice, EasierView, Group, Section
from kiosk.core.views.rail import KeyName
from kiosk.ui.flow import BoxPiece, Piece, TextPiece, cut_into_parts, height_of
from kiosk.ui.icons import icons
from kiosk.ui.pages.page import Kit, mirror_children
from kiosk.ui.pages.sheet import SheetPage
from kiosk.ui.theme import Role, Style
from kiosk.ui.typeset import Typeset
from kiosk.ui.widgets.key import LIP, KeyButton, Look, key_height
from kiosk.ui.widgets.marks import Note

_SECTION_ICONS = {
    Section.TEXT: "text-aa",
    Section.SEE: "eye",
    Section.HEAR: "speaker-high",
    Section.REACH: "hand-pointing",
    Section.LANGUAGE: "translate",
}
_KEY_ICONS = {
    KeyName.CONTRAST: "circle-half",
    KeyName.CALM: "wind",
    KeyName.LOW: "arrow-line-down",
    KeyName.LISTEN: "speaker-high",
    KeyName.LOUDER: "speaker-low",
    KeyName.PACE: "gauge",
}
_SAMPLE_PX = {100: 44, 150: 60, 200: 78}
_KEY_HEIGHTS, _LOW_KEY = (230, 214, 200), 164
"""Of a key that has room, by step; and where lower ones make fewer parts."""
_ICON = 64


class EasierPage(SheetPage):
    is_choice = True

    def __init__(self, parent: QWidget, kit: Kit, size: QSize, view: EasierView) -> None:
        super().__init__(parent, kit, size)
        self._view = view
        self._is_close = False
        self._key_height = self.px(_KEY_HEIGHTS[self.style_.step])
        sheet = self.sheet
        below = self._title_height(sheet.width()) + self.px(28)
        self.lower_by(
            sheet.height() - below - height_of(self._pieces(sheet.width()), sheet.width()) - self.px(40)
        )
        box = QRect(self.sheet)
        if self.is_low:
            self.add_cover(view.title, view.note)
            self._is_close = not self._has_room(box.width(), box.height())
        elif self._has_room(box.width(), box.height() - below):
            self._add_title(box)
            box.setTop(box.y() + below)
        else:
            self._is_close = True
        self._add_groups(box)
        self.mirror()

    def _texts(self) -> tuple[Typeset, Typeset]:
        title = self.set_text(Role.SHEET_TITLE, self._view.title, is_balanced=True)
        return title, self.set_text(Role.LABEL, self._view.note)

    def _is_note_beside(self, width: int) -> bool:
        title, note = self._texts()
        return title.width_at(width) + note.width_at(width) + self.px(50) <= width

    def _title_height(self, width: int) -> int:
        title, note = self._texts()
        if self._is_note_beside(width):
            return title.height_at(width)
        return title.height_at(width) + self.px(8) + note.height_at(width)

    def _add_title(self, box: QRect) -> None:
        title, note = self._texts()
        is_beside = self._is_note_beside(box.width())
        wide = note.width_at(box.width()) + 2
        below = self.add_text(title, box.x(), box.y(), box.width() - (wide if is_beside else 0))
        if is_beside:
            self.add_text(note, box.right() + 1 - wide, below - note.line_height - self.px(14), wide)
        else:
            self.add_text(note, box.x(), below + self.px(8), box.width())

    def _has_room(self, width: int, room: int) -> bool:
        """Whether each row of groups fits a part under the title; else they stand closer, without it."""
        pieces = self._pieces(width)
        if height_of(pieces, width) > room:
            room -= key_height(self.style_) + self.style_.gap
        return all(piece.height_at(width) <= room for piece in pieces)

    def _add_groups(self, box: QRect) -> None:
        view, parts = self._view, self._cut(box)
        if len(parts) > 1:
            self._key_height = self.px(_LOW_KEY)
            parts = min(parts, self._cut(box), key=len)
        self.parts = len(parts)
        self.add_pieces(parts[min(view.part, self.parts) - 1], box.x(), box.y(), box.width())
        if self.parts > 1:
            self.add_part_turner(view.part_label, view.part_key, box)

    def _cut(self, box: QRect) -> list[list[Piece]]:
        pieces, room = self._pieces(box.width()), box.height()
        if self._is_close and not self.is_low:
            pieces.append(TextPiece(self.set_text(Role.LABEL, self._view.note), self.px(28)))
        if height_of(pieces, box.width()) > room:
            room -= key_height(self.style_) + self.style_.gap
        return cut_into_parts(pieces, box.width(), room)

    def _pieces(self, width: int) -> list[Piece]:
        """Two groups beside each other on a wide screen, as long as their keys stand in one row each."""
        groups = self._view.groups
        if self.style_.is_portrait or self.style_.step:
            return [piece for group in groups for piece in self._rows(group, width)]
        across = self.px(64)
        half, pieces = (width - across) // 2, list[Piece]()
        waiting = list(groups)
        while waiting:
            pair = waiting[:2]
            if any(len(self._rows(group, half)) > 1 for group in pair):
                pieces += self._rows(waiting.pop(0), width)
                continue
            pieces.append(self._side_by_side([self._rows(group, half)[0] for group in pair], half, across))
            del waiting[:2]
        return pieces

    def _side_by_side(self, rows: Sequence[BoxPiece], width: int, across: int) -> Piece:
        def build(x: int, y: int, _width: int) -> None:
            for place, row in enumerate(rows):
                row.build(x + place * (width + across), y, width)

        return BoxPiece(max(row.height for row in rows), self.px(32), build)

    def _rows(self, group: Group, width: int) -> list[BoxPiece]:
        """The group's keys, as many abreast as have room for their words; over the first row its heading."""
        gap, count = self.style_.gap, len(group.choices)
        while count > 1 and any(
            self._is_wide(choice, (width - gap * (count - 1)) // count) for choice in group.choices
        ):
            count -= 1
        rows = -(-len(group.choices) // count)
        count = -(-len(group.choices) // rows)
        each = (width - gap * (count - 1)) // count
        least = max(choice_height(self.style_, choice, each) for choice in group.choices)
        high = max(self.style_.side(0), least)
        if not self._is_close and rows == 1:
            high = max(high, self._key_height)
        return [
            self._row(group, group.choices[row * count : (row + 1) * count], (each, high), is_first=row == 0)
            for row in range(rows)
        ]

    def _is_wide(self, choice: Choice, width: int) -> bool:
        texts = [
            Typeset(self.style_, Role.CHOICE, choice.key.label),
            Typeset(self.style_, Role.CHOICE_STATE, choice.state),
        ]
        return max(text.longest_word() for text in texts) > width - self.px(24)

    def _row(
        self, group: Group, choices: Sequence[Choice], size: tuple[int, int], *, is_first: bool
    ) -> BoxPiece:
        wide, high = size
        over = self.style_.line(Role.GROUP) + self.px(20 if not self._is_close else 8) if is_first else 0

        def build(x: int, y: int, width: int) -> None:
            together = ChoiceGroup(self)
            together.setGeometry(x, y, width, over + high)
            if is_first:
                icon = _SECTION_ICONS[group.section]
                Note(together, self.style_, group.title, icon, Role.GROUP).place(0, 0, width)
            for place, choice in enumerate(choices):
                key = ChoiceKey(together, self.style_, choice)
                self.add_target(key, QRect(place * (wide + self.style_.gap), over, wide, high))
            if self.style_.direction == Qt.LayoutDirection.RightToLeft:
                mirror_children(together)

        return BoxPiece(over + high, self.px(32) if is_first else self.style_.gap, build)


class ChoiceGroup(QWidget):
    """A heading with its choices: a screen reader comes to the choices after their own heading."""


def choice_height(style: Style, choice: Choice, width: int) -> int:
    """Pixels that a choice's key needs at least."""
    inner = width - style.px(24)
    label = Typeset(style, Role.CHOICE, choice.key.label, is_balanced=True)
    if choice.sample:
        return _sample_high(style, choice) + label.height_at(inner) + style.px(6 + 8 + LIP)
    state = Typeset(style, Role.CHOICE_STATE, choice.state)
    beside = width - 2 * style.px(24) - style.px(_ICON + 20)
    if label.longest_word() <= beside:
        words = label.height_at(beside) + (state.height_at(beside) if choice.state else 0)
        return max(words, style.px(_ICON)) + style.px(8 + LIP)
    words = label.height_at(inner) + (state.height_at(inner) if choice.state else 0)
    return words + style.px(_ICON + 6 + 8 + LIP)


def _sample_high(style: Style, choice: Choice) -> int:
    return round(_sample_px(style, choice) * 1.25)


def _sample_px(style: Style, choice: Choice) -> int:
    """Of the letters Aa on a key: they show the steps, not the sizes themselves."""
    return max(style.px(_SAMPLE_PX[choice.sample]), style.least_px())


class ChoiceKey(KeyButton):
    """A large key that says what it sets, and how it is set now."""

    def __init__(self, parent: QWidget, style: Style, choice: Choice) -> None:
        super().__init__(parent, style, choice.key, Look.RAIL)
        self._choice = choice

    def _paint_stacked(self, painter: QPainter, face: QRectF, _colours: object) -> None:
        style, choice = self._style, self._choice
        label = Typeset(style, Role.CHOICE, self.text(), is_balanced=True, is_centred=bool(choice.sample))
        state = Typeset(style, Role.CHOICE_STATE, choice.state, is_centred=False) if choice.state else None
        icon, gap, edge = style.px(_ICON), style.px(20), style.px(24)
        room = round(face.width()) - 2 * edge
        if choice.sample:
            self._paint_below_a_sample(painter, face, label)
            return
        if self.key.name not in _KEY_ICONS:
            self._paint_alone(painter, face)
            return
        texts = [text for text in (label, state) if text]
        if label.longest_word() > room - icon - gap:
            self._paint_over_each_other(painter, face, icon)
            return
        inner = max(text.width_at(room - icon - gap) for text in texts) + 2
        high = sum(text.height_at(inner) for text in texts)
        left = face.x() + (face.width() - icon - gap - inner) / 2
        is_rtl = self._is_rtl
        square = QRectF(left + inner + gap if is_rtl else left, face.center().y() - icon / 2, icon, icon)
        icons().draw(painter, _KEY_ICONS[self.key.name], square, style.palette.ink)
        x, y = left if is_rtl else left + icon + gap, face.center().y() - high / 2
        self._paint_texts(painter, texts, QRectF(x, y, inner, high))

    def _paint_below_a_sample(self, painter: QPainter, face: QRectF, label: Typeset) -> None:
        """The letters Aa in the size that the key chooses."""
        style = self._style
        sample = _sample_high(style, self._choice)
        inner = round(face.width()) - style.px(24)
        high = label.height_at(inner)
        y = face.y() + (face.height() - sample - style.px(6) - high - label.rim) / 2
        font = style.font(Role.TOOL)
        font.setPixelSize(_sample_px(style, self._choice))
        painter.setFont(font)
        painter.setPen(style.palette.ink)
        painter.drawText(QRectF(face.x(), y, face.width(), sample), Qt.AlignmentFlag.AlignCenter, "Aa")
        self._paint_texts(
            painter, [label], QRectF(face.x() + style.px(12), y + sample + style.px(6), inner, high)
        )

    def _paint_alone(self, painter: QPainter, face: QRectF) -> None:
        """The name of a language: no flag and no other sign."""
        inner = round(face.width()) - self._style.px(24)
        name = Typeset(self._style, Role.CHOICE, self.text(), is_balanced=True, is_centred=True)
        y = face.center().y() - name.height_at(inner) / 2
        self._paint_texts(painter, [name], QRectF(face.x() + self._style.px(12), y, inner, 0))

    def _paint_over_each_other(self, painter: QPainter, face: QRectF, icon: int) -> None:
        """Icon, word and state, where the key is too narrow for a row."""
        style = self._style
        inner = round(face.width()) - style.px(24)
        texts = [Typeset(style, Role.CHOICE, self.text(), is_balanced=True, is_centred=True)]
        texts.append(Typeset(style, Role.CHOICE_STATE, self._choice.state, is_centred=True))
        high = sum(text.height_at(inner) for text in texts)
        y = face.y() + (face.height() - icon - style.px(6) - high) / 2
        square = QRectF(face.center().x() - icon / 2, y, icon, icon)
        icons().draw(painter, _KEY_ICONS[self.key.name], square, style.palette.ink)
        self._paint_texts(
            painter, texts, QRectF(face.x() + style.px(12), y + icon + style.px(6), inner, high)
        )

    @staticmethod
    def _paint_texts(painter: QPainter, texts: Sequence[Typeset], box: QRectF) -> None:
        y, width = box.y(), round(box.width())
        for text in texts:
            painter.save()
            painter.translate(box.x(), y)
            text.draw(painter, width)
            painter.restore()
            y += text.height_at(width)

"""Make it easier: groups of large keys on a sheet; where they do not fit, on further parts."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from kiosk.core.views.easier import Choice, EasierView, Group, Section
from kiosk.core.views.rail import KeyName
from kiosk.ui.icons import icons
from kiosk.ui.pages.more import SheetPage
from kiosk.ui.pages.page import GAP, Kit, mirror_children
from kiosk.ui.theme import Role, Style
from kiosk.ui.typeset import Typeset
from kiosk.ui.widgets.key import KeyButton, Look, key_height
from kiosk.ui.widgets.marks import Note

_SECTION_ICONS = {
    Section.TEXT: "text-aa",
    Section.SEE: "eye",
    Section.HEAR: "speaker-high",
    Section.LANGUAGE: "translate",
}
_KEY_ICONS = {
    KeyName.CONTRAST: "circle-half",
    KeyName.CALM: "wind",
    KeyName.LISTEN: "speaker-high",
    KeyName.LOUDER: "speaker-low",
    KeyName.PACE: "gauge",
}
_SAMPLE_PX = {100: 44, 150: 60, 200: 78}
_KEY_HEIGHTS = (230, 214, 200)


class EasierPage(SheetPage):
    def __init__(self, parent: QWidget, kit: Kit, size: QSize, view: EasierView) -> None:
        super().__init__(parent, kit, size)
        self._view = view
        box = QRect(self.sheet)
        box.setTop(self._add_title(box) + self.px(28))
        self._add_groups(box)
        self.mirror()

    def _add_title(self, box: QRect) -> int:
        view = self._view
        title = self.set_text(Role.SHEET_TITLE, view.title, is_balanced=True)
        note = self.set_text(Role.LABEL, view.note)
        note_width = note.width_at(box.width()) + 2
        is_beside = title.width_at(box.width()) + note_width + self.px(48) <= box.width()
        below = self.add_text(title, box.x(), box.y(), box.width() - (note_width if is_beside else 0))
        if is_beside:
            y = below - note.line_height - self.px(14)
            self.add_text(note, box.right() + 1 - note_width, y, note_width)
            return below
        return self.add_text(note, box.x(), below + self.px(8), box.width())

    def _add_groups(self, box: QRect) -> None:
        """Side by side on a wide screen, below each other on a narrow one or in large text."""
        view = self._view
        is_beside = not self.style_.is_portrait and not self.style_.step
        gap = self.px(64 if is_beside else 32)
        columns = 2 if is_beside else 1
        width = (box.width() - gap * (columns - 1)) // columns
        gap, across = self.px(14) if is_beside else gap, gap
        height = self._group_height()
        rows = max(1, (box.height() + gap) // (height + gap))
        each = columns * rows
        if len(view.groups) > each:
            rows = max(1, (box.height() - key_height(self.style_) - self.px(GAP) + gap) // (height + gap))
            each = columns * rows
        self.parts = -(-len(view.groups) // each)
        part = min(view.part, self.parts)
        for place, group in enumerate(view.groups[(part - 1) * each : part * each]):
            row, column = divmod(place, columns)
            x, y = box.x() + column * (width + across), box.y() + row * (height + gap)
            self._add_group(group, QRect(x, y, width, height))
        if self.parts > 1:
            self.add_part_turner(view.part_label, view.part_key, box)

    def _group_height(self) -> int:
        return self.style_.line(Role.GROUP) + self.px(20) + self.px(_KEY_HEIGHTS[self.style_.step])

    def _add_group(self, group: Group, box: QRect) -> None:
        together = ChoiceGroup(self)
        together.setGeometry(box)
        icon = _SECTION_ICONS[group.section]
        heading = Note(together, self.style_, group.title, icon, Role.GROUP)
        top = heading.place(0, 0, box.width()) + self.px(20)
        gap, count = self.px(GAP), len(group.choices)
        width = (box.width() - gap * (count - 1)) // count
        for place, choice in enumerate(group.choices):
            button = ChoiceKey(together, self.style_, choice)
            self.add_target(button, QRect(place * (width + gap), top, width, box.height() - top))
        if self.style_.direction == Qt.LayoutDirection.RightToLeft:
            mirror_children(together)


class ChoiceGroup(QWidget):
    """A heading with its choices: a screen reader comes to the choices after their own heading."""


class ChoiceKey(KeyButton):
    """A large key that says what it sets, and how it is set now."""

    def __init__(self, parent: QWidget, style: Style, choice: Choice) -> None:
        super().__init__(parent, style, choice.key, Look.RAIL)
        self._choice = choice

    def _paint_stacked(self, painter: QPainter, face: QRectF, _colours: object) -> None:
        style, choice = self._style, self._choice
        label = Typeset(style, Role.CHOICE, self.text(), is_balanced=True, is_centred=bool(choice.sample))
        state = Typeset(style, Role.CHOICE_STATE, choice.state, is_centred=False) if choice.state else None
        icon, gap, edge = style.px(64), style.px(20), style.px(24)
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
        sample = style.px(_SAMPLE_PX[self._choice.sample] * 1.25)
        inner = round(face.width()) - style.px(24)
        high = label.height_at(inner)
        y = face.y() + (face.height() - sample - style.px(6) - high) / 2
        font = style.font(Role.TOOL)
        font.setPixelSize(style.px(_SAMPLE_PX[self._choice.sample]))
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

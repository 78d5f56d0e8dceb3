"""Make it easier: groups of large keys on a sheet; where they do not fit, on further parts."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from kiosk.core.views.easier import Choice, EasierView, Group, Section
from kiosk.core.views.rail import KeyName
from kiosk.ui.icons import icons
from kiosk.ui.pages.more import SheetPage
from kiosk.ui.pages.page import GAP, Kit
from kiosk.ui.theme import Role, Style
from kiosk.ui.typeset import Typeset
from kiosk.ui.widgets.key import KeyButton, Look, key_height
from kiosk.ui.widgets.marks import Note

_SECTION_ICONS = {Section.TEXT: "text-aa", Section.SEE: "eye"}
_KEY_ICONS = {KeyName.CONTRAST: "circle-half", KeyName.CALM: "wind"}
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
        columns = len(view.groups) if is_beside else 1
        width = (box.width() - gap * (columns - 1)) // columns
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
            x, y = box.x() + column * (width + gap), box.y() + row * (height + gap)
            self._add_group(group, QRect(x, y, width, height))
        if self.parts > 1:
            self.add_part_turner(view.part_label, view.part_key, box)

    def _group_height(self) -> int:
        return self.style_.line(Role.TOOL) + self.px(20) + self.px(_KEY_HEIGHTS[self.style_.step])

    def _add_group(self, group: Group, box: QRect) -> None:
        icon = _SECTION_ICONS[group.section]
        heading = Note(self, self.style_, group.title, icon, Role.TOOL)
        top = heading.place(box.x(), box.y(), box.width()) + self.px(20)
        gap, count = self.px(GAP), len(group.choices)
        width = (box.width() - gap * (count - 1)) // count
        for place, choice in enumerate(group.choices):
            button = ChoiceKey(self, self.style_, choice)
            x = box.x() + place * (width + gap)
            self.add_target(button, QRect(x, top, width, box.bottom() + 1 - top))


class ChoiceKey(KeyButton):
    """A large key that says what it sets, and how it is set now."""

    def __init__(self, parent: QWidget, style: Style, choice: Choice) -> None:
        super().__init__(parent, style, choice.key, Look.RAIL)
        self._choice = choice

    def _paint_stacked(self, painter: QPainter, face: QRectF, _colours: object) -> None:
        style, choice = self._style, self._choice
        palette = style.palette
        sample = style.px(_SAMPLE_PX[choice.sample] * 1.25 if choice.sample else 60)
        label = Typeset(style, Role.TOOL, self.text(), is_balanced=True, is_centred=True)
        state = Typeset(style, Role.LABEL, choice.state, is_centred=True) if choice.state else None
        inner = round(face.width()) - style.px(24)
        texts = [text for text in (label, state) if text]
        high = sum(text.height_at(inner) for text in texts)
        y = face.y() + (face.height() - sample - style.px(6) - high) / 2
        box = QRectF(face.x(), y, face.width(), sample)
        if choice.sample:
            font = style.font(Role.TOOL)
            font.setPixelSize(style.px(_SAMPLE_PX[choice.sample]))
            painter.setFont(font)
            painter.setPen(palette.ink)
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, "Aa")
        else:
            square = QRectF(0, 0, sample, sample)
            square.moveCenter(box.center())
            icons().draw(painter, _KEY_ICONS[self.key.name], square, palette.ink)
        y += sample + style.px(6)
        for text in texts:
            painter.save()
            painter.translate(face.x() + style.px(12), y)
            text.draw(painter, inner)
            painter.restore()
            y += text.height_at(inner)

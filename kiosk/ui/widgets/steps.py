"""The strip of steps: done, here, to come. A step is a target where it is wide enough, else the strip is."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from kiosk.core.true_size import LEAST_KEY_MM
from kiosk.core.views.rail import Key, Steps
from kiosk.ui.icons import icons
from kiosk.ui.painting import guarded
from kiosk.ui.theme import Role, Style
from kiosk.ui.typeset import draw_word
from kiosk.ui.widgets.target import Target

GAP, CAPSULE, PILL, HEIGHT = 12, 20, 64, 84


def strip_height(style: Style) -> int:
    """Pixels."""
    return max(style.side(HEIGHT), style.line(Role.RAIL) + style.px(16))


class StepTarget(Target):
    """One capsule: filled when done, an outline when to come."""

    def __init__(self, parent: QWidget, style: Style, key: Key, *, is_done: bool) -> None:
        super().__init__(parent, key)
        self._style, self._is_done = style, is_done

    @property
    def face(self) -> QRectF:
        height = self._style.px(CAPSULE)
        inset = self._style.px(GAP) / 2
        return QRectF(inset, (self.height() - height) / 2, self.width() - 2 * inset, height)

    @guarded
    def paintEvent(self, _event: QPaintEvent) -> None:
        palette = self._style.palette
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        face = self.face
        colour = palette.tealmark if self._is_done else palette.line
        stroke = max(2.0, self._style.unit * 3)
        painter.setPen(QPen(colour, stroke))
        painter.setBrush(palette.pressed if self.isDown() else colour if self._is_done else palette.surface)
        half, radius = stroke / 2, (face.height() - stroke) / 2
        painter.drawRoundedRect(face.adjusted(half, half, -half, -half), radius, radius)


class PillTarget(Target):
    """Where one is, in words; opens the overview."""

    def __init__(self, parent: QWidget, style: Style, key: Key) -> None:
        super().__init__(parent, key)
        self._style = style
        self.pill = QRectF()

    @property
    def face(self) -> QRectF:
        return self.pill

    def width_needed(self) -> int:
        """Pixels of the pill alone."""
        style = self._style
        text = QFontMetricsF(style.font(Role.RAIL)).horizontalAdvance(self.text())
        return round(text) + self._icon_px + style.px(28 + 14 + 28)

    @property
    def _icon_px(self) -> int:
        return round(self._style.line(Role.RAIL) * 0.86)

    @guarded
    def paintEvent(self, _event: QPaintEvent) -> None:
        style, palette = self._style, self._style.palette
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pill, radius = self.pill, self.pill.height() / 2
        painter.setPen(QPen(palette.pill, 0))
        painter.setBrush(palette.lip if self.isDown() else palette.pill)
        painter.drawRoundedRect(pill, radius, radius)
        icon, gap = self._icon_px, style.px(14)
        text = QFontMetricsF(style.font(Role.RAIL)).horizontalAdvance(self.text())
        is_rtl = self.layoutDirection().name == "RightToLeft"
        left = pill.center().x() - (icon + gap + text) / 2
        box = QRectF(left + text + gap if is_rtl else left, pill.center().y() - icon / 2, icon, icon)
        icons().draw(painter, "squares-four", box, palette.on_pill)
        painter.setFont(style.font(Role.RAIL))
        painter.setPen(palette.on_pill)
        words = QRectF(left if is_rtl else left + icon + gap, pill.y(), text + 1, pill.height())
        draw_word(painter, words, self.text(), is_page_rtl=is_rtl)


class StepsStrip(QWidget):
    """Placed for left to right; whoever owns the rail mirrors its children."""

    happened = Signal(object)

    def __init__(self, parent: QWidget, style: Style, steps: Steps, width: int) -> None:
        super().__init__(parent)
        self._style, self._steps = style, steps
        self.resize(width, strip_height(style))
        pill = PillTarget(self, style, steps.pill)
        gap = style.px(GAP)
        pill_width = pill.width_needed() + gap
        others = len(steps.keys) - 1
        self._pitch = (width - pill_width) / others if others else 0.0
        is_tappable = self._pitch >= style.mm(LEAST_KEY_MM)
        before = round((steps.current - 1) * self._pitch)
        pill_height = max(style.px(PILL), style.line(Role.RAIL) + style.px(16))
        top = (self.height() - pill_height) / 2
        pill.clicked.connect(lambda: self.happened.emit(steps.pill.event))
        if is_tappable:
            self._add_targets(pill_width)
            pill.setGeometry(before, 0, pill_width, self.height())
            pill.pill = QRectF(gap / 2, top, pill_width - gap, pill_height)
        else:
            pill.setGeometry(self.rect())
            pill.pill = QRectF(before + gap / 2, top, pill_width - gap, pill_height)
            if style.direction == Qt.LayoutDirection.RightToLeft:
                pill.pill.moveRight(width - pill.pill.left())
            self._add_marks(pill_width)
            pill.raise_()
        self.pill = pill

    def _places(self, pill_width: int) -> list[tuple[int, int, Key, bool]]:
        """x, width, key and whether it is done, of every step but the current one."""
        found = []
        for index, key in enumerate(self._steps.keys):
            place = index - (self._steps.current - 1)
            if place == 0:
                continue
            x = index * self._pitch if place < 0 else (index - 1) * self._pitch + pill_width
            found.append((round(x), round(self._pitch), key, place < 0))
        return found

    def _add_targets(self, pill_width: int) -> None:
        for x, width, key, is_done in self._places(pill_width):
            step = StepTarget(self, self._style, key, is_done=is_done)
            step.setGeometry(x, 0, width, self.height())
            step.clicked.connect(lambda *_, event=key.event: self.happened.emit(event))

    def _add_marks(self, pill_width: int) -> None:
        for x, width, key, is_done in self._places(pill_width):
            mark = StepTarget(self, self._style, key, is_done=is_done)
            mark.setGeometry(x, 0, width, self.height())
            mark.setEnabled(False)

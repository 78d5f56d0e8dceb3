"""A question over the foot of the page, with a yes and a no; the page can be read above it."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from kiosk.core.views.rail import Key, Question
from kiosk.ui.painting import guarded
from kiosk.ui.theme import Role, Style
from kiosk.ui.typeset import Typeset
from kiosk.ui.widgets.key import KeyButton, Look, key_height, key_width
from kiosk.ui.widgets.marks import paint_ground
from kiosk.ui.widgets.prose import Prose

MARGIN, AIR = 48, 24


class AskBand(QWidget):
    """Stands at the foot of its page, as high as it needs: words and keys in a row, or the words above the keys."""

    happened = Signal(object)

    def __init__(self, page: QWidget, style: Style, question: Question) -> None:
        super().__init__(page)
        self._style = style
        self.setLayoutDirection(style.direction)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        text = Typeset(style, Role.MESSAGE_DENSE, question.title, is_balanced=True)
        inner = page.width() - 2 * style.px(MARGIN)
        keys = [question.no, question.yes]
        width = max(style.px(200), *(key_width(style, key, Look.TOOL) for key in keys))
        taken = 2 * width + style.gap
        is_row = text.width_at(inner) + 2 * style.gap + taken <= inner
        width = width if is_row else (inner - style.gap) // 2
        room = inner - taken - 2 * style.gap if is_row else inner
        words, high = text.height_at(room), key_height(style)
        air = style.px(AIR)
        height = 2 * air + (max(words, high) if is_row else words + style.gap + high)
        self.setGeometry(0, page.height() - height, page.width(), height)
        top = (height - words) // 2 if is_row else air
        Prose(self, text).place(style.px(MARGIN), top, room)
        x = page.width() - style.px(MARGIN)
        for key in keys:
            x -= width
            self._add(key, QRect(x, height - air - high, width, high))
            x -= style.gap
        self._mirror()

    @guarded
    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, palette = QPainter(self), self._style.palette
        paint_ground(painter, self.rect(), palette.surface)
        painter.setBrush(palette.teal)
        painter.drawRect(0, 0, self.width(), max(3, self._style.px(6)))

    def _add(self, key: Key, box: QRect) -> None:
        button = KeyButton(self, self._style, key, Look.TOOL)
        button.setGeometry(box)
        button.clicked.connect(lambda: self.happened.emit(key.event))

    def _mirror(self) -> None:
        if self._style.direction == Qt.LayoutDirection.RightToLeft:
            for child in self.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly):
                child.move(self.width() - child.x() - child.width(), child.y())

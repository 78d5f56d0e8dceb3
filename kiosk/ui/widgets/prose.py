"""A set text on a page. It is a `QLabel`, so a screen reader finds a label with the text."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QWidget

from kiosk.ui.painting import guarded
from kiosk.ui.typeset import Typeset


class Prose(QLabel):
    """It reaches over its lines by the rim of its text, so that nothing of Arabic is cut off."""

    def __init__(self, parent: QWidget, text: Typeset) -> None:
        super().__init__(parent)
        self.typeset = text
        self._spoken = (0, 0)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(text.spoken)
        self.setLayoutDirection(text.direction)

    def place(self, x: int, y: int, width: int) -> int:
        """Put it there, as high as it needs; return the y below it. All in pixels."""
        height, rim = self.typeset.height_at(width), self.typeset.rim
        self.setGeometry(x, y - rim, width, height + 2 * rim)
        return y + height

    @property
    def ink(self) -> QRect:
        """Where its lines really are, in its parent."""
        return self.typeset.ink_in(self.geometry())

    def say(self, text: Typeset) -> None:
        """Show another text in the same place."""
        self.typeset = text
        self.setText(text.spoken)
        self.update()

    def mark(self, start: int, end: int) -> None:
        """Mark the characters from start to end as being said; none where both are 0."""
        if self._spoken != (start, end):
            self._spoken = (start, end)
            self.update()

    @guarded
    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.translate(0, self.typeset.rim)
        self.typeset.draw(painter, self.width(), spoken=self._spoken)

    def focusInEvent(self, _event: QFocusEvent) -> None:
        """A title has the focus for a screen reader only: nothing is drawn for it."""

    def focusOutEvent(self, _event: QFocusEvent) -> None:
        pass

"""What a finger can hit: a button that acts on release inside and leaves every key to the window."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from kiosk.core.views.rail import Key


class Target(QAbstractButton):
    """`face` is where it can be seen, for the ring of the focus; a screen reader hears the key's name."""

    def __init__(self, parent: QWidget, key: Key) -> None:
        super().__init__(parent)
        self.key = key
        self.setText(key.label)
        self.setAccessibleName(key.accessible_name)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    @property
    def face(self) -> QRectF:
        return QRectF(self.rect())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.ignore()  # a Qt button would take the arrows for itself and leave Return alone

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        event.ignore()

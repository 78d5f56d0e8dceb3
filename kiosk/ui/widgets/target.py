"""What a finger can hit. It leaves fingers and keys to the window, which has one set of rules for all."""

from __future__ import annotations

from collections.abc import Hashable

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from kiosk.core.views.rail import Key, KeyName
from kiosk.ui.painting import guarded

_REPEATED = frozenset({KeyName.DIGIT, KeyName.ERASE, KeyName.SMALLER, KeyName.LARGER})


class Target(QAbstractButton):
    """`face` is where it can be seen, for the ring of the focus; a screen reader hears the key's name."""

    def __init__(self, parent: QWidget, key: Key) -> None:
        super().__init__(parent)
        self.key = key
        self.setText(key.label)
        self.setAccessibleName(key.accessible_name)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.ensurePolished()
        self.setAttribute(
            Qt.WidgetAttribute.WA_Hover, False
        )  # the style asks for it; a finger does not hover

    @property
    def face(self) -> QRectF:
        return QRectF(self.rect())

    @property
    def is_repeated(self) -> bool:
        """Whether pressing it twice within the guard is meant: a PIN may have the same digit twice."""
        return self.key.name in _REPEATED

    @property
    def identity(self) -> Hashable:
        """What makes it the same target on the next screen."""
        return self.key.name, self.key.event

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.ignore()  # a Qt button would take the arrows for itself and leave Return alone

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.ignore()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        event.ignore()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.ignore()


class Area(Target):
    """A target that is not drawn: the whole of Attract, the whole of *Still there?*, a picture.

    It takes no focus where a key of the page does the same. `rim` is what can be hit and not be seen, in pixels.
    """

    def __init__(self, parent: QWidget, key: Key, *, takes_focus: bool = False, rim: int = 0) -> None:
        super().__init__(parent, key)
        self._rim = rim
        if not takes_focus:
            self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            self.setAccessibleName("")

    @property
    def face(self) -> QRectF:
        return QRectF(self.rect()).adjusted(self._rim, self._rim, -self._rim, -self._rim)

    @guarded
    def paintEvent(self, _event: object) -> None:
        """Draw nothing."""

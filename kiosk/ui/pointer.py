"""The mouse pointer: there while a mouse moves, gone when it is still. A finger never brings it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QMouseEvent, QPointingDevice
from PySide6.QtWidgets import QWidget

STILL_MILLISECONDS = 3000


class Pointer(QObject):
    """Watches the native window, where every move of a mouse arrives, also over widgets that do not track it."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.still = QTimer(self)
        self.still.setSingleShot(True)
        self.still.setInterval(STILL_MILLISECONDS)
        self.still.timeout.connect(self.hide)
        self.hide()

    def watch(self) -> None:
        """Begin, once the window has a native one."""
        handle = self._window.windowHandle()
        if handle is not None:
            handle.installEventFilter(self)

    def hide(self) -> None:
        self.still.stop()
        self._window.setCursor(Qt.CursorShape.BlankCursor)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.MouseMove and isinstance(event, QMouseEvent) and _is_of_a_mouse(event):
            self._window.setCursor(Qt.CursorShape.ArrowCursor)
            self.still.start()
        return False


def _is_of_a_mouse(event: QMouseEvent) -> bool:
    return event.pointingDevice().type() != QPointingDevice.DeviceType.TouchScreen

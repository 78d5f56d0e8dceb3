"""Keeps the window over the whole primary screen, whatever becomes of the screens, and lets no other window lie on it.

Screens are unplugged, turned and resized; window managers move, minimise and close. All of it ends the same way: as
soon as it is over, the window covers the primary screen again, and a curtain every other one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QRect, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from kiosk.ui.curtain import Curtain, Stage

SETTLE_MILLISECONDS = 100
"""What changes within it is one change. It also is how often a window manager that insists is answered."""

_DISPLACED = frozenset(
    {
        QEvent.Type.Hide,
        QEvent.Type.Move,
        QEvent.Type.Resize,
        QEvent.Type.WindowDeactivate,
        QEvent.Type.WindowStateChange,
    }
)


class WholeScreen(QObject):
    """Where there is no screen, the window waits as it is for one."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._curtains: dict[Stage, Curtain] = {}
        self.settle = QTimer(self)
        self.settle.setSingleShot(True)
        self.settle.setInterval(SETTLE_MILLISECONDS)
        self.settle.timeout.connect(self._fit)

    def cover(self) -> None:
        """Cover the screens, and go on doing so.

        `showFullScreen()` on X11 without a window manager leaves the window at 640x480: it is given its geometry too.
        """
        window, application = self._window, QGuiApplication.instance()
        window.setWindowFlag(Qt.WindowType.FramelessWindowHint)
        window.setWindowFlag(Qt.WindowType.WindowStaysOnTopHint)
        if isinstance(application, QGuiApplication):
            application.screenAdded.connect(self._watch)
            application.screenRemoved.connect(self._note)
            application.primaryScreenChanged.connect(self._note)
            for screen in application.screens():
                self._watch(screen)
        self._fit()
        window.showFullScreen()
        window.installEventFilter(self)
        self._fit()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() in _DISPLACED:
            self.settle.start()
        elif event.type() == QEvent.Type.Close and event.spontaneous():
            event.ignore()  # Alt+F4, or a window manager
            return True
        return False

    def _watch(self, screen: QScreen) -> None:
        screen.geometryChanged.connect(self._note)
        self.settle.start()

    def _note(self, _what: object) -> None:
        self.settle.start()

    def _fit(self) -> None:
        screen, window = QGuiApplication.primaryScreen(), self._window
        # With no output at all Qt has a primary screen that is empty, or none.
        if not QGuiApplication.screens() or screen.geometry().isEmpty():
            return
        window.setScreen(screen)
        if window.geometry() != whole(screen):
            window.setGeometry(whole(screen))
        if window.isMinimized() or not window.isFullScreen() or not window.isVisible():
            window.showFullScreen()
        self._draw_curtains(screen)
        if not window.isActiveWindow() and not _is_placed_by_others():
            window.raise_()
            window.activateWindow()

    def _draw_curtains(self, shown: QScreen) -> None:
        others = [screen for screen in QGuiApplication.screens() if not _is_within(screen, shown)]
        if not (others or self._curtains) or _is_placed_by_others():
            return
        from kiosk.ui.curtain import draw_curtains  # noqa: PLC0415 - most kiosks have one screen

        self._curtains = draw_curtains(self._curtains, others)


def _is_placed_by_others() -> bool:
    """Whether it is on Wayland, where a compositor puts windows as it likes: a curtain might hide the kiosk."""
    return QGuiApplication.platformName().startswith("wayland")


def whole(screen: QScreen) -> QRect:
    """Return where a window has to lie to leave nothing of this screen bare.

    Where the system draws 1.75 times as large, 720 pixels are 411.4 of Qt's, and 411 would leave a line of the desktop.
    """
    is_exact = screen.devicePixelRatio().is_integer()
    return screen.geometry() if is_exact else screen.geometry().adjusted(0, 0, 1, 1)


def _is_within(screen: QScreen, shown: QScreen) -> bool:
    """Whether all of it is covered by the kiosk: it is the same screen, or shows the same picture."""
    return shown.geometry().contains(screen.geometry())

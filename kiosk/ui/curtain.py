"""A curtain: black over a screen on which the kiosk is not, so that nobody sees a desktop there.

It is a plain window without widgets, which a screen reader does not know.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QRasterWindow, QScreen

from kiosk.ui.painting import guarded
from kiosk.ui.whole_screen import whole

Stage = tuple[str, tuple[int, int, int, int]]
"""The name of a screen, and where it lies."""


class Curtain(QRasterWindow):
    """Does nothing, and takes neither the focus nor its end from a window manager."""

    def __init__(self, screen: QScreen) -> None:
        super().__init__()
        self.setFlags(
            Qt.WindowType.FramelessWindowHint
            | Qt.WindowType.WindowStaysOnTopHint
            | Qt.WindowType.WindowDoesNotAcceptFocus
        )
        self.setTitle("Kiosk")
        self.setScreen(screen)
        self.setGeometry(whole(screen))
        self.setCursor(Qt.CursorShape.BlankCursor)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Close:
            event.ignore()
            return True
        return super().event(event)

    @guarded
    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(event.rect(), QColor(Qt.GlobalColor.black))


def draw_curtains(drawn: Mapping[Stage, Curtain], screens: Sequence[QScreen]) -> dict[Stage, Curtain]:
    """Return a curtain for each of these screens; those of screens that are gone are drawn away."""
    stages: dict[Stage, QScreen] = {(each.name(), _place(each)): each for each in screens}
    # Qt hides a window together with its screen, also where that comes back at once.
    kept = {stage: curtain for stage, curtain in drawn.items() if stage in stages and curtain.isVisible()}
    for stage, curtain in drawn.items():
        if stage not in kept:
            curtain.destroy()
    new = {stage: Curtain(screen) for stage, screen in stages.items() if stage not in kept}
    for curtain in new.values():
        curtain.setWindowState(Qt.WindowState.WindowFullScreen)  # `showFullScreen()` would ask for the focus
        curtain.show()
    return kept | new


def _place(screen: QScreen) -> tuple[int, int, int, int]:
    place = screen.geometry()
    return place.x(), place.y(), place.width(), place.height()

"""The glass: where fingers arrive, and the two that follow them: the press, and the corners of the bare screen."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPointF
from PySide6.QtGui import QEventPoint, QTouchEvent
from PySide6.QtWidgets import QWidget

from kiosk.core.session.events import Event
from kiosk.ui.corners import Corners
from kiosk.ui.theme import Style
from kiosk.ui.touch import Finger


class Glass:
    """Positions are the window's pixels. `may` says whether an event would do anything now."""

    def __init__(
        self,
        window: QWidget,
        finger: Finger,
        clock: Callable[[], float],
        may: Callable[[Event], bool],
        happen: Callable[[Event], None],
    ) -> None:
        self._window, self._finger, self._happen = window, finger, happen
        self.corners = Corners(window, clock, may, self._hold)

    def restyle(self, style: Style) -> None:
        """Take the millimetres of the page that is shown now."""
        self._finger.px_per_mm = style.true.px_per_mm
        self.corners.style_ = style

    def press(self, finger: int, place: QPointF) -> None:
        self._finger.press(finger, place)
        if self._finger.is_alone:
            self.corners.press(finger, place)

    def move(self, finger: int, place: QPointF) -> None:
        self.corners.move(finger, place)
        self._finger.move(finger, place)

    def release(self, finger: int, place: QPointF) -> None:
        asked = self.corners.release(finger, place)
        if asked:
            self._finger.cancel_press()
        self._finger.release(finger, place)
        if asked:
            self._happen(asked)

    def follow(self, event: QTouchEvent) -> None:
        event.accept()
        if event.type() == QEvent.Type.TouchCancel:
            self._finger.cancel()
            self.corners.let_go()
            return
        for point in event.points():
            place = self._window.mapFromGlobal(point.globalPosition())
            match point.state():
                case QEventPoint.State.Pressed:
                    self.press(point.id(), place)
                case QEventPoint.State.Updated:
                    self.move(point.id(), place)
                case QEventPoint.State.Released:
                    self.release(point.id(), place)
                case _:
                    pass

    def _hold(self, event: Event) -> None:
        """A corner was held: what lies beneath is not pressed."""
        self._finger.cancel_press()
        self._happen(event)

"""The places of the bare screen: squares of 25 mm in its corners that do something when held, or tapped often.

They are places of the glass, so they are never mirrored, and they are alive on every screen where the session has a
row for their event. A ring fills while a finger is there.
"""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum, auto

from msgspec import Struct
from PySide6.QtCore import QObject, QPointF, QRect, QRectF, Qt, QTimer
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from kiosk.core.session.events import CleaningAsked, Event, GateAsked, ListenHeld
from kiosk.ui.painting import guarded
from kiosk.ui.theme import Style

SIDE_MM = 25.0
UNSEEN_SECONDS = 0.4
"""A touch that is shorter is an ordinary one: no ring flashes up under it."""
FRAME_MILLISECONDS = 40


class Corner(Enum):
    UPPER_LEFT = auto()
    UPPER_RIGHT = auto()
    LOWER_LEFT = auto()

    def square(self, width: int, height: int, side: int) -> QRect:
        """Return where it lies on a screen of this size, in pixels."""
        x = width - side if self is Corner.UPPER_RIGHT else 0
        return QRect(x, height - side if self is Corner.LOWER_LEFT else 0, side, side)


class Place(Struct, frozen=True):
    """`taps` 0: it is held for `seconds`; else tapped so often within them."""

    corner: Corner
    seconds: float
    event: Event
    taps: int = 0


PLACES = (
    Place(Corner.LOWER_LEFT, 2.0, ListenHeld()),
    Place(Corner.UPPER_RIGHT, 3.0, CleaningAsked()),
    Place(Corner.UPPER_LEFT, 3.0, GateAsked(), taps=5),
)


class Corners(QObject):
    """Follows the first finger on the glass, beside whatever that finger presses.

    `may` says whether an event would do anything now; `held` is called with the event of a place that was held.
    """

    def __init__(
        self,
        window: QWidget,
        clock: Callable[[], float],
        may: Callable[[Event], bool],
        held: Callable[[Event], None],
    ) -> None:
        super().__init__(window)
        self._window, self._clock, self._may, self._held = window, clock, may, held
        self.style_: Style | None = None
        self._finger: int | None = None
        self._place: Place | None = None
        self._began = 0.0
        self._taps: list[float] = []
        self._forgets = 0.0
        self.ring = HoldRing(window)
        self.timer = QTimer(window)
        self.timer.setInterval(FRAME_MILLISECONDS)
        self.timer.timeout.connect(self.step)

    def press(self, finger: int, where: QPointF) -> None:
        self.let_go()
        self._finger, self._began = finger, self._clock()
        self._place = next((place for place in PLACES if self._is_in(place, where)), None)
        if self._place is None:
            self._taps.clear()
        elif not self._may(self._place.event):
            self._place = None
        elif not self._place.taps:
            self.timer.start()

    def move(self, finger: int, where: QPointF) -> None:
        if finger == self._finger and self._place and not self._is_in(self._place, where):
            self.let_go()

    def release(self, finger: int, where: QPointF) -> Event | None:
        """Return the event of a place that has been tapped often enough now."""
        if finger != self._finger:
            return None
        place = self._place
        self.let_go()
        if place is None or not place.taps or not self._is_in(place, where):
            return None
        now = self._clock()
        self._taps = [at for at in (*self._taps, self._began) if now - at <= place.seconds]
        if len(self._taps) >= place.taps:
            self._taps.clear()
            self.ring.hide()
            return place.event
        if len(self._taps) > 1:
            self._forgets = self._taps[0] + place.seconds
            self._show_ring(place, len(self._taps) / place.taps)
            self.timer.start()
        return None

    def let_go(self) -> None:
        """Forget the finger; the taps so far still count."""
        self.timer.stop()
        self.ring.hide()
        self._finger = self._place = None

    def step(self) -> None:
        """Look how long the finger has been there, or when the last tap was."""
        now, place = self._clock(), self._place
        if place is None:
            if now > self._forgets:
                self.let_go()
            return
        done = (now - self._began) / place.seconds
        if done >= 1:
            self.let_go()
            if self._may(place.event):
                self._held(place.event)
        elif now - self._began > UNSEEN_SECONDS:
            self._show_ring(place, done)

    def _is_in(self, place: Place, where: QPointF) -> bool:
        return self._square(place).contains(where.toPoint())

    def _square(self, place: Place) -> QRect:
        side = self.style_.mm(SIDE_MM) if self.style_ else 0
        return place.corner.square(self._window.width(), self._window.height(), side)

    def _show_ring(self, place: Place, share: float) -> None:
        if self.style_:
            self.ring.show_share(self._square(place), share, self.style_)


class HoldRing(QWidget):
    """Lies over everything and lets every touch through."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.share = 0.0
        self._colours = (QColor(), QColor())
        self._width = 0
        self.hide()

    def show_share(self, square: QRect, share: float, style: Style) -> None:
        self.share = share
        self._colours, self._width = (style.palette.surface, style.palette.teal), style.px(14)
        self.setGeometry(square)
        self.show()
        self.raise_()
        self.update()

    @guarded
    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        inset = self._width
        arc = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        ground, colour = self._colours
        painter.setPen(QPen(ground, self._width * 1.7))
        painter.drawEllipse(arc)
        painter.setPen(QPen(colour, self._width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.drawArc(arc, 90 * 16, round(-360 * 16 * self.share))

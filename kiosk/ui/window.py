"""The one window: a page, the rail below it, the whole screen; where fingers and keys come in."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from time import monotonic
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace
from PySide6.QtCore import QEvent, QPointF, QSize, Qt, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QHideEvent,
    QKeyEvent,
    QMouseEvent,
    QPixmap,
    QResizeEvent,
    QShowEvent,
    QTouchEvent,
)
from PySide6.QtWidgets import QApplication, QWidget

from kiosk.core.language import translator
from kiosk.core.session.events import AloudAgreed, BackPressed, Event, KeysUsed, ListenPressed, NextPressed
from kiosk.core.session.motion import Motion
from kiosk.core.session.session import Session
from kiosk.core.settings import Machine
from kiosk.core.views.announcement import announcement, is_another, name_of
from kiosk.core.views.attract import AttractView, UpdatingView
from kiosk.core.views.rail import Key, KeyName, Rail
from kiosk.core.views.still_there import StillThereView
from kiosk.core.views.view import View
from kiosk.ui.focus import Focus
from kiosk.ui.glass import Glass
from kiosk.ui.keyboard import Keyboard, struck
from kiosk.ui.pages.of_view import page_of
from kiosk.ui.pages.page import Kit, Page
from kiosk.ui.pictures import Pictures
from kiosk.ui.pointer import Pointer
from kiosk.ui.theme import Style
from kiosk.ui.touch import MOUSE, Finger, RepeatGuard, Swipe
from kiosk.ui.turn import SLIDE_UNITS, Turn
from kiosk.ui.widgets.rail import RailBar
from kiosk.ui.widgets.target import Area, Target

if TYPE_CHECKING:
    from kiosk.ui.screen_reader import ScreenReader

PICTURES_OF_PAGES = 2.5
"""How many screens full of pictures are kept: 21 MB at 1920x1080."""


class Drawn(Struct, frozen=True):
    """A view as a page and a rail."""

    view: View
    style: Style
    page: Page
    rail: RailBar

    def discard(self) -> None:
        for part in (self.page, self.rail):
            part.hide()
            part.deleteLater()


class KioskWindow(QWidget):
    """`happened`: events of the session; `touched`: somebody is there; `lifted`: what they did has been done.

    `focused`: the key that the focus has come to; `resized`: the view is wanted again.
    """

    happened = Signal(object)
    touched = Signal()
    lifted = Signal()
    focused = Signal(object)
    resized = Signal()
    closed = Signal()

    def __init__(
        self, pictures: Pictures, machine: Machine | None = None, clock: Callable[[], float] = monotonic
    ) -> None:
        super().__init__()
        self._pictures, self._clock = pictures, clock
        self._machine = machine or Machine()
        self._drawn: Drawn | None = None
        self._counted_from = clock()
        self.focus = Focus(self, self._parts)
        self.screen_reader: ScreenReader | None = None
        self._turn = Turn(self)
        self._studio = QWidget()
        self._pointer = Pointer(self)
        guard = RepeatGuard(self._machine.repeat_guard, clock)
        self._finger = Finger(guard, clock, self._target_at, self._press_target, self._swipe)
        self.can_happen: Callable[[Event], bool] = lambda _event: True
        may = lambda event: self.can_happen(event)  # noqa: E731, PLW0108 - who answers is known later
        self._glass = Glass(self, self._finger, clock, may, self.happened.emit)
        self.corners = self._glass.corners
        self._keyboard = Keyboard(
            self._machine.keys,
            RepeatGuard(self._machine.repeat_guard, clock),
            answer=self._show_pressed,
            happen=self.happened.emit,
            focus=self._move_focus,
            press=self._press_focused,
            end=self._end,
        )
        self.may_close = not self._machine.pin
        self.setWindowTitle("Kiosk")
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)

    @property
    def shown(self) -> Drawn:
        """What is on show. Raises RuntimeError before the first page."""
        if self._drawn is None:
            raise RuntimeError("nothing is shown yet")
        return self._drawn

    @property
    def page(self) -> Page:
        return self.shown.page

    @property
    def px_per_mm(self) -> float:
        """Pixels of a millimetre, as it was measured, or else as it is assumed."""
        return self._machine.px_per_mm or self.shown.style.true.px_per_mm

    def set_scale(self, px_per_mm: float) -> None:
        """Draw in these millimetres from now on."""
        self._machine = replace(self._machine, px_per_mm=px_per_mm)
        self.resized.emit()

    def count_anew(self) -> None:
        """The time after which the screen closes by itself begins now."""
        self._counted_from = self._clock()
        self.page.count_on(0.0)

    @property
    def is_turning(self) -> bool:
        return self._turn.is_running

    def draw(self, view: View, session: Session, on: QWidget | None = None) -> Drawn:
        """Make the view's page and rail, unseen: how many parts it has is known before it is shown.

        What will not be shown is drawn `on` another widget: a child that comes and goes repaints its window.
        """
        parent = on or self
        is_native, preferences = session.catalog.clinic.native_digits, session.preferences
        style = Style.of(
            self.size(),
            preferences,
            self._machine.px_per_mm,
            self._machine.viewing_distance_mm,
            native_digits=is_native,
        )
        begin: Sequence[Key] = view.begin if isinstance(view, AttractView) else ()
        ground = style.palette.lemon if isinstance(view, StillThereView) else None
        rail = RailBar(parent, style, view.rail, begin=begin, ground=ground)
        rail.move(0, self.height() - rail.height())
        size = QSize(self.width(), self.height() - rail.height())
        page = page_of(view, parent, Kit(style, self._pictures), size, self._clock)
        if view.rail.question:
            from kiosk.ui.widgets.ask_band import AskBand  # noqa: PLC0415 - for who listens

            AskBand(page, style, view.rail.question).happened.connect(page.happened)
        for part in (page, rail):
            part.hide()
            part.happened.connect(self.happened)
        return Drawn(view, style, page, rail)

    def prepare(self, view: View, session: Session) -> None:
        """Have a view's pictures ready, as large as its page will show them."""
        self.draw(view, session, on=self._studio).discard()

    def show_drawn(self, drawn: Drawn, motion: Motion = Motion.NONE) -> None:
        """Turn to what was drawn."""
        focused, has_ring = self.focus.key, self.focus.ring.isVisible()
        self._finger.void()
        self._glass.restyle(drawn.style)
        self._turn.end()
        old = self._drawn
        before = self._turn.last_picture_of(old.page) if old and motion is not Motion.NONE else None
        self._drawn = drawn
        self.focus.restyle(drawn.style)
        if self.screen_reader:
            self.screen_reader.meet(drawn.page, drawn.rail)
        drawn.page.show()
        drawn.rail.show()
        if old:
            old.discard()
        if before:
            self._begin_turn(motion, before, drawn)
        drawn.page.count_on(self._clock() - self._counted_from)
        self.setWindowTitle(name_of(drawn.view))
        last = old.view if old else None
        self.focus.settle(focused, has_ring=has_ring, is_another_screen=is_another(last, drawn.view))
        self._announce(last, drawn)

    def open_to_screen_readers(self) -> None:
        """Let programs that read the screen find what is on it. Not at the start: Qt's types for it take 4 ms."""
        from kiosk.ui.screen_reader import ScreenReader  # noqa: PLC0415 - after the first screen

        self.screen_reader = ScreenReader(self, self._press_from_outside, self.focus.children_of)

    def targets(self) -> list[Target]:
        """Everything that the focus can reach now, in reading order."""
        return self.focus.targets()

    def focusNextPrevChild(self, _onward: bool) -> bool:  # noqa: FBT001
        """Leave Tab to the keyboard, whatever is held with it: Qt's order is not that of the screen."""
        return False

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if self.page.is_deaf:
                self._keyboard.press_only(event)
                return True
            self.touched.emit()
            is_attract = isinstance(self.shown.view, AttractView | UpdatingView)
            # Before Qt: Tab would leave the window for Qt's own order.
            self._keyboard.handle(
                event,
                is_right_to_left=self.page.layoutDirection() == Qt.LayoutDirection.RightToLeft,
                is_attract=isinstance(self.shown.view, AttractView),
                is_typing=self.page.is_typing,
                is_asked=self.shown.view.rail.question is not None,
            )
            if is_attract and self._keyboard.is_of_pad(struck(event)):
                self.happened.emit(KeysUsed())
            self.lifted.emit()
            return True
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self._turn.end()
            self.resized.emit()
        if isinstance(event, QTouchEvent):
            if event.type() == QEvent.Type.TouchBegin:
                self._notice_finger()
            self._glass.follow(event)
            if event.type() == QEvent.Type.TouchEnd:
                self.lifted.emit()
            return True
        return super().event(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._notice_finger()
        if event.button() == Qt.MouseButton.LeftButton:
            self._glass.press(MOUSE, event.position())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._glass.move(MOUSE, event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._glass.release(MOUSE, event.position())
            self.lifted.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._pictures.limit_bytes = round(PICTURES_OF_PAGES * 4 * self.width() * self.height())
        self._turn.end()
        self.resized.emit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._pointer.watch()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._turn.end()
        self.corners.let_go()
        self._pointer.hide()

    def closeEvent(self, event: QCloseEvent) -> None:
        """A window with a frame can be closed by it; over the whole screen no window manager's word counts."""
        if self.may_close:
            event.accept()
            self.closed.emit()
        else:
            event.ignore()

    def _end(self) -> None:
        if self.may_close:
            self.closed.emit()

    def _begin_turn(self, motion: Motion, before: QPixmap, drawn: Drawn) -> None:
        page, style = drawn.page, drawn.style
        is_mirrored = style.direction == Qt.LayoutDirection.RightToLeft
        shift = style.px(SLIDE_UNITS) * (-1 if (motion is Motion.BACK) != is_mirrored else 1)
        self._turn.begin(motion, page, before, shift=shift)

    def _notice_finger(self) -> None:
        """Somebody is there, and does not use keys."""
        self.focus.ring.follow(None)
        if not self.page.is_deaf:
            self.touched.emit()

    def _targets_of(self, part: QWidget) -> list[Target]:
        found = part.findChildren(Target)
        return [target for target in found if target.isVisibleTo(self) and target.isEnabled()]

    def _target_at(self, place: QPointF) -> Target | None:
        """The target under a finger; a key lies over an area."""
        found = None
        for target in (*self._targets_of(self.shown.page), *self._targets_of(self.shown.rail)):
            inside = target.rect().contains(target.mapFrom(self, place.toPoint()))
            if inside and (found is None or not isinstance(target, Area)):
                found = target
        return found

    def _press_target(self, target: Target) -> None:
        target.click()

    def _press_from_outside(self, target: Target) -> None:
        """A screen reader presses it for somebody: a sign of life like any touch, unless the screen is wiped."""
        if target not in self._targets_of(self.page) + self._targets_of(self.shown.rail):
            return
        if not self.page.is_deaf:
            self.touched.emit()
        target.setFocus(Qt.FocusReason.OtherFocusReason)
        target.click()
        self.lifted.emit()

    def _parts(self) -> tuple[QWidget, ...]:
        return (self.shown.page, self.shown.rail) if self._drawn else ()

    def _announce(self, before: View | None, drawn: Drawn) -> None:
        _ = translator(drawn.style.preferences.language)
        found = announcement(before, drawn.view, _) if self.screen_reader else None
        if self.screen_reader and found:
            self.screen_reader.say(found)

    def _swipe(self, swipe: Swipe) -> None:
        """A second way to go on and back, where the rail has those keys."""
        rail: Rail = self.shown.view.rail
        is_rtl = self.page.layoutDirection() == Qt.LayoutDirection.RightToLeft
        is_onward = (swipe is Swipe.LEFT) != is_rtl
        if is_onward and rail.go and rail.go.name is KeyName.NEXT:
            self.happened.emit(NextPressed())
        if not is_onward and rail.back and rail.back.name is KeyName.BACK:
            self.happened.emit(BackPressed())

    def _show_pressed(self, event: Event) -> None:
        """Let the target that a key stands for give way at once, before the next page is made."""
        for target in self._targets_of(self.shown.rail):
            if target.key.event == event:
                target.setDown(True)
                target.repaint()

    def _press_focused(self) -> None:
        target = QApplication.focusWidget()
        if self.page.is_deaf:
            for only in self.targets():
                only.click()
        elif self.shown.view.rail.question:
            self.happened.emit(AloudAgreed())
            self.focus.put_on(ListenPressed())  # so that the same key stops it and has it go on
        elif isinstance(target, Target):
            target.click()
        elif isinstance(self.shown.view, StillThereView):
            self.happened.emit(self.shown.view.stay.event)
        elif self.page.enter is not None:
            self.happened.emit(self.page.enter)
        elif self.shown.rail.go is not None:
            self.shown.rail.go.click()

    def _move_focus(self, by: int) -> None:
        target = self.focus.move(by)
        if target:
            self.focused.emit(target.key)

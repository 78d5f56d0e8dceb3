"""The one window: a page, the rail below it, the keys of a keyboard or keypad, the whole screen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from time import monotonic

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QKeyEvent, QKeySequence, QResizeEvent, QScreen
from PySide6.QtWidgets import QApplication, QWidget

from kiosk.core.session.events import (
    BackPressed,
    Begun,
    ClosePressed,
    Event,
    HelpPressed,
    HomePressed,
    NextPressed,
)
from kiosk.core.session.preferences import Preferences
from kiosk.core.settings import Keys
from kiosk.core.views.attract import AttractView
from kiosk.core.views.rail import Key, Rail
from kiosk.core.views.still_there import StillThereView
from kiosk.core.views.view import View
from kiosk.ui.pages.of_view import page_of
from kiosk.ui.pages.page import Kit, Page
from kiosk.ui.pictures import Pictures
from kiosk.ui.theme import Style
from kiosk.ui.widgets.focus_ring import FocusRing
from kiosk.ui.widgets.rail import RailBar
from kiosk.ui.widgets.target import Target

_TOUCHES = frozenset({QEvent.Type.MouseButtonPress, QEvent.Type.TouchBegin, QEvent.Type.KeyPress})


class KioskWindow(QWidget):
    """`happened`: events of the session; `touched`: somebody is there; `resized`: the view is wanted again."""

    happened = Signal(object)
    touched = Signal()
    resized = Signal()
    closed = Signal()

    def __init__(
        self,
        pictures: Pictures,
        *,
        keys: Keys | None = None,
        px_per_mm: float = 0.0,
        clock: Callable[[], float] = monotonic,
    ) -> None:
        super().__init__()
        self._pictures, self._px_per_mm, self._clock = pictures, px_per_mm, clock
        self._keys = _bindings(keys or Keys())
        self._page: Page | None = None
        self._rail: RailBar | None = None
        self._view: View | None = None
        self._watched: QScreen | None = None
        self._ring = FocusRing(self)
        self.may_close = False
        self.setWindowTitle("Kiosk")
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self.setCursor(Qt.CursorShape.BlankCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    @property
    def page(self) -> Page:
        """The page on show. Raises RuntimeError before the first."""
        if self._page is None:
            raise RuntimeError("no page is shown yet")
        return self._page

    @property
    def rail(self) -> RailBar:
        """The rail on show. Raises RuntimeError before the first."""
        if self._rail is None:
            raise RuntimeError("no rail is shown yet")
        return self._rail

    def show_view(self, view: View, preferences: Preferences) -> int:
        """Draw the view; return into how many parts its page was cut."""
        style = Style.of(self.size(), preferences, self._px_per_mm)
        focused = self._focused_key()
        begin: Sequence[Key] = view.begin if isinstance(view, AttractView) else ()
        ground = style.palette.lemon if isinstance(view, StillThereView) else None
        rail = RailBar(self, style, view.rail, begin=begin, ground=ground)
        rail.move(0, self.height() - rail.height())
        size = QSize(self.width(), self.height() - rail.height())
        page = page_of(view, self, Kit(style, self._pictures), size, self._clock)
        for part in (page, rail):
            part.happened.connect(self.happened)
        page.show()
        rail.show()
        old = [part for part in (self._page, self._rail) if part]
        self._page, self._rail, self._view = page, rail, view
        for part in old:
            part.hide()
            part.deleteLater()
        self._focus_again(focused)
        self._ring.restyle(style)
        self.setWindowTitle(_title_of(view))
        return page.parts

    def cover_the_screen(self) -> None:
        """Fill the screen, with or without a window manager, and go on doing so when screens change.

        `showFullScreen()` on X11 without a window manager leaves the window at 640x480.
        """
        self.setWindowFlag(Qt.WindowType.FramelessWindowHint)
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.screenAdded.connect(self._fit_screen)
            application.screenRemoved.connect(self._fit_screen)
            application.primaryScreenChanged.connect(self._fit_screen)
        self._fit_screen()
        self.showFullScreen()
        self._fit_screen()

    def targets(self) -> list[Target]:
        """Everything that a finger can hit now, in reading order."""
        found: list[Target] = []
        for part in (self._page, self._rail):
            here = part.findChildren(Target) if part else []
            shown = [target for target in here if target.isVisibleTo(self) and target.isEnabled()]
            found += sorted(shown, key=self._reading_place)
        return found

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.isAutoRepeat():
            return
        key = event.key()
        if key in (Qt.Key.Key_Up, Qt.Key.Key_Backtab, self._keys["up"]):
            self._move_focus(-1)
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Tab, self._keys["down"]):
            self._move_focus(1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space, self._keys["select"]):
            self._press()
        elif key == Qt.Key.Key_Q and event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            self.close()
        elif (said := self._event_of(key)) is not None:
            self.happened.emit(said)

    def event(self, event: QEvent) -> bool:
        # Tab would leave the window for Qt's own order before keyPressEvent sees it.
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            self.keyPressEvent(event)
            return True
        return super().event(event)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() in _TOUCHES:
            self.touched.emit()
            if event.type() != QEvent.Type.KeyPress:
                self._ring.follow(None)
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.resized.emit()

    def closeEvent(self, event: QCloseEvent) -> None:
        """A kiosk is closed by staff, never by a window manager."""
        if self.may_close:
            event.accept()
            self.closed.emit()
        else:
            event.ignore()

    def _event_of(self, key: int) -> Event | None:
        is_rtl = self._page is not None and self._page.layoutDirection() == Qt.LayoutDirection.RightToLeft
        onward, back = (
            (self._keys["back"], self._keys["next"])
            if is_rtl
            else (
                self._keys["next"],
                self._keys["back"],
            )
        )
        if key == onward:
            return Begun() if isinstance(self._view, AttractView) else NextPressed()
        if key == back:
            return BackPressed()
        if key == Qt.Key.Key_Escape:
            return ClosePressed()
        if key == Qt.Key.Key_Home:
            return HomePressed()
        return HelpPressed() if key in (Qt.Key.Key_F1, self._keys["help"]) else None

    def _reading_place(self, target: Target) -> tuple[int, int]:
        """Rows from the top, in each from where the script begins."""
        place = target.mapTo(self, QPoint(0, 0))
        is_rtl = target.layoutDirection() == Qt.LayoutDirection.RightToLeft
        return place.y(), -place.x() if is_rtl else place.x()

    def _press(self) -> None:
        target = QApplication.focusWidget()
        if isinstance(target, Target):
            target.click()
        elif isinstance(self._view, StillThereView):
            self.happened.emit(self._view.stay.event)
        elif self._rail is not None and self._rail.go is not None:
            self._rail.go.click()

    def _move_focus(self, by: int) -> None:
        targets = self.targets()
        if not targets:
            return
        current = QApplication.focusWidget()
        place = targets.index(current) if isinstance(current, Target) and current in targets else None
        if place is None:
            place = -1 if by > 0 else 0
        target = targets[(place + by) % len(targets)]
        target.setFocus(Qt.FocusReason.TabFocusReason)
        self._ring.follow(target)

    def _focused_key(self) -> Key | None:
        target = QApplication.focusWidget()
        return target.key if isinstance(target, Target) and self._ring.isVisible() else None

    def _focus_again(self, key: Key | None) -> None:
        """Keep the focus on the key of the same name when the page has changed under it."""
        self._ring.follow(None)
        self.setFocus()
        if key is None:
            return
        for target in self.targets():
            if target.key.name == key.name and target.key.label == key.label:
                target.setFocus(Qt.FocusReason.TabFocusReason)
                self._ring.follow(target)
                return

    def _fit_screen(self, _screen: QScreen | None = None) -> None:
        # With no output at all Qt has a primary screen that is empty.
        screen = QGuiApplication.primaryScreen()
        if screen.geometry().isEmpty():
            return
        if screen is not self._watched:
            if self._watched is not None:
                self._watched.geometryChanged.disconnect(self._fit_rect)
            screen.geometryChanged.connect(self._fit_rect)
            self._watched = screen
        self.setGeometry(screen.geometry())

    def _fit_rect(self, _rect: QRect) -> None:
        self._fit_screen()


def _bindings(keys: Keys) -> dict[str, int]:
    """Key codes by what they do; a name that Qt does not know binds nothing."""
    found = {}
    for name in ("next", "back", "up", "down", "select", "help"):
        bound = QKeySequence.fromString(getattr(keys, name))
        # PySide6's stubs do not know that a sequence can be indexed.
        found[name] = bound[0].key().value if bound.count() else 0  # type: ignore[index]
    return found


def _title_of(view: View) -> str:
    """What the window is called for a screen reader; it changes with the screen (standards.md OPR-13)."""
    title = getattr(view, "title", "") or "Kiosk"
    rail: Rail = view.rail
    return f"{title}, {rail.steps.pill.accessible_name}" if rail.steps else title

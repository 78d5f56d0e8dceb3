"""The composition root: a session, a window, the one idle timer, and the watch over the content folder."""

from __future__ import annotations

import logging
import signal
import socket
from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from msgspec.structs import replace
from PySide6.QtCore import QObject, QSocketNotifier, Qt, QTimer, Signal

from kiosk.core.content.model import Catalog
from kiosk.core.session.errands import Errand, errand_of
from kiosk.core.session.events import (
    BackPressed,
    Begun,
    CatalogArrived,
    DayCame,
    Event,
    News,
    NextPressed,
    PartsCounted,
    WentIdle,
)
from kiosk.core.session.motion import Motion, motion_between
from kiosk.core.session.preferences import Theme
from kiosk.core.session.screens import SlideOpen, StaffScreen, StillThere
from kiosk.core.session.session import Session
from kiosk.core.views.rail import Key
from kiosk.core.views.view import view_of
from kiosk.ui.chime import Chime
from kiosk.ui.window import KioskWindow

if TYPE_CHECKING:
    from kiosk.ops.insights import Counting
    from kiosk.ui.listening import Listening

_log = logging.getLogger(__name__)
AHEAD_MILLISECONDS = 400
"""After the page has turned, so that preparing the next one does not slow the turn."""


class Kiosk(QObject):
    """Hands what happens to the session, and what the session shows to the window."""

    heard = Signal(object)
    """An event from another thread."""

    def __init__(
        self,
        window: KioskWindow,
        catalog: Catalog | None,
        day: date,
        *,
        first_language: str = "",
        theme: Theme = Theme.LIGHT,
        has_printer: bool = False,
        asks_face: bool = False,
    ) -> None:
        super().__init__()
        self.window, self._first_language = window, first_language
        shown = self._in_order(catalog or Catalog())
        start = Session.at_start(shown, day, theme, has_printer=has_printer)
        self.session = replace(start, asks_face=asks_face)
        self._chime = Chime()
        self.listening: Listening | None = None
        self._ahead = QTimer(window)  # what it draws on goes with the window
        self._ahead.setSingleShot(True)
        self._ahead.setInterval(AHEAD_MILLISECONDS)
        self._ahead.timeout.connect(self._prepare_neighbours)
        self.idle = QTimer(self)
        self.idle.setSingleShot(True)
        self.idle.timeout.connect(self._went_idle)
        self.run_errand: Callable[[Errand], None] = _leave_it
        self.counting: Counting | None = None
        window.can_happen = self.can_happen
        window.happened.connect(self.happen)
        window.touched.connect(self._notice_touch)
        window.lifted.connect(self._notice_end)
        window.focused.connect(self._tell_focus)
        window.resized.connect(self.show)
        self.heard.connect(self.happen, Qt.ConnectionType.QueuedConnection)
        # The first call of a signal belongs on this thread: see `ui/pictures.py`. A day that is here changes nothing.
        self.heard.emit(DayCame(day))

    def happen(self, event: Event) -> None:
        """Move on, and show what is different now."""
        if isinstance(event, CatalogArrived):
            event = CatalogArrived(self._in_order(event.catalog))
        before = self.session
        self.session = before.after(event)
        if _is_seen(before, self.session):
            self.show(motion_between(before, self.session))
            if isinstance(self.session.screen, StillThere):
                self._chime.ring()
            if not _is_news(event, self.session):
                self._arm()
        errand = errand_of(before, event, self.session)
        if errand is not None:
            self.run_errand(errand)
        if self.counting:
            self.counting.follow(before, event, self.session)
        if self.listening:
            self.listening.follow(before, event, self.session)

    def can_happen(self, event: Event) -> bool:
        """Whether this would change anything now."""
        return self.session.after(event) is not self.session

    def ring(self) -> bool:
        """Sound the chime; return whether this machine can."""
        return self._chime.ring()

    def show(self, motion: Motion = Motion.NONE) -> None:
        drawn = self.window.draw(view_of(self.session), self.session)
        counted = self.session.after(PartsCounted(drawn.page.parts))
        if counted is not self.session:
            drawn.discard()
            self.session = counted
            drawn = self.window.draw(view_of(counted), counted)
        self.window.show_drawn(drawn, motion)
        self._ahead.start()
        if self.listening:
            self.listening.redrawn()

    def _prepare_neighbours(self) -> None:
        """Have the pictures of the screens before and after this one ready, ahead of the finger."""
        for event in (NextPressed(), BackPressed(), Begun()):
            neighbour = self.session.after(event)
            if isinstance(neighbour.screen, SlideOpen) and neighbour is not self.session:
                self.window.prepare(view_of(neighbour), neighbour)

    def _in_order(self, catalog: Catalog) -> Catalog:
        """Put the language of the command line before the clinic's own."""
        if not self._first_language:
            return catalog
        others = tuple(tag for tag in catalog.clinic.languages if tag != self._first_language)
        return replace(catalog, clinic=replace(catalog.clinic, languages=(self._first_language, *others)))

    def _notice_touch(self) -> None:
        if self.listening:
            self.listening.hush()
        self._arm()

    def _notice_end(self) -> None:
        if self.listening:
            self.listening.lift()

    def _tell_focus(self, key: Key) -> None:
        if self.listening:
            self.listening.tell_focus(key)

    def _went_idle(self) -> None:
        self.happen(WentIdle())

    def _arm(self) -> None:
        seconds = self.session.idle_seconds
        if seconds is None:
            self.idle.stop()
        else:
            self.idle.start(round(seconds * 1000))
        self.window.count_anew()


def _leave_it(_errand: Errand) -> None:
    """Leave an errand undone, until the program has services."""


def _is_seen(before: Session, after: Session) -> bool:
    """Whether anything on the screen is different; a catalog that waits for the session's end is not."""
    return (
        after.screen is not before.screen
        or after.preferences is not before.preferences
        or after.catalog is not before.catalog
        or after.day != before.day
        or after.hearing != before.hearing
        or after.voices != before.voices
        or after.face != before.face
        or after.printing is not before.printing
    )


def _is_news(event: Event, session: Session) -> bool:
    """Whether it came without a person, while staff's screen is open: nobody is there because files change."""
    return isinstance(session.screen, StaffScreen) and isinstance(event, News)


class Signals(QObject):
    """Ends the program when the system asks for it: SIGTERM, SIGINT, SIGHUP.

    Python runs a handler only when it gets a turn, and a still kiosk gives it none: the system writes a byte
    into a socket that Qt watches.
    """

    def __init__(self, end: Callable[[int], None]) -> None:
        super().__init__()
        self._end = end
        self._near, self._far = socket.socketpair()
        self._near.setblocking(False)
        self._far.setblocking(False)
        signal.set_wakeup_fd(self._far.fileno())
        for name in ("SIGTERM", "SIGINT", "SIGHUP"):
            if hasattr(signal, name):
                signal.signal(getattr(signal, name), lambda *_: None)
        self._notifier = QSocketNotifier(self._near.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._read)

    def _read(self) -> None:
        for number in self._near.recv(64):
            self._end(128 + number)

    def close(self) -> None:
        self._notifier.setEnabled(False)
        signal.set_wakeup_fd(-1)
        self._near.close()
        self._far.close()

"""Ends a kiosk whose window is frozen: nothing has been painted for 15 s, though a repaint was asked for.

A still slide paints nothing, so every 5 s one pixel of the page is painted again. `faulthandler` counts the seconds
on a thread of C that needs no Python; it writes where every thread is and ends the process with code 1. The supervisor
(systemd) is told from the same paint event, and takes over where even that thread is stuck.
"""

from __future__ import annotations

import faulthandler
from collections.abc import Callable
from typing import TYPE_CHECKING, BinaryIO

from PySide6.QtCore import QEvent, QObject, QTimer  # noqa: TID251 - watches what Qt paints

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget  # noqa: TID251 - as above

    from kiosk.ui.window import KioskWindow

ASK_MILLISECONDS = 5000
FROZEN_SECONDS = 15.0
START_SECONDS = 60.0
"""Until the first paint: a cold start on a slow card takes its time."""


class Watchdog(QObject):
    """`alive` is called after each paint that was asked for."""

    def __init__(self, window: KioskWindow, trace: BinaryIO | None, alive: Callable[[], None]) -> None:
        super().__init__(window)
        self._window, self._trace, self._alive = window, trace, alive
        self._watched: QWidget | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(ASK_MILLISECONDS)
        self._timer.timeout.connect(self._ask)
        if trace:
            faulthandler.enable(trace)
            faulthandler.dump_traceback_later(START_SECONDS, exit=True, file=trace)

    def start(self) -> None:
        """From the first screen on."""
        self._ask()
        self._timer.start()

    def end(self) -> None:
        self._timer.stop()
        faulthandler.cancel_dump_traceback_later()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if event.type() == QEvent.Type.Paint and watched is self._watched:
            watched.removeEventFilter(self)
            self._watched = None
            self._beat()
        return False

    def _ask(self) -> None:
        if not self._window.isVisible() or not self._window.windowHandle().isExposed():
            self._beat()  # nothing is painted while the screen is off
            return
        page = self._window.page
        self._watched = page.childAt(0, 0) or page  # what lies on top: nothing beneath it is painted
        self._watched.installEventFilter(self)
        self._watched.update(0, 0, 1, 1)

    def _beat(self) -> None:
        if self._trace:
            faulthandler.dump_traceback_later(FROZEN_SECONDS, exit=True, file=self._trace)
        self._alive()

"""Keeps a kiosk on its feet: how its starts went, the watchdog, errors that nobody caught, and what is told outside."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path
from time import monotonic

from PySide6.QtCore import QObject, Qt, QTimer, Signal  # noqa: TID251 - watches Qt

from kiosk import __version__
from kiosk.app import Kiosk
from kiosk.core.content.standing import Standing
from kiosk.core.restarts import TOO_MANY_ERRORS
from kiosk.core.session.events import SomethingFailed
from kiosk.ops.errors import Errors
from kiosk.ops.log import Held, open_log_file
from kiosk.ops.runs import Runs
from kiosk.ops.runtime import NO_DISPLAY
from kiosk.ops.stalls import Stalls
from kiosk.ops.supervisor import notify
from kiosk.ops.watchdog import Watchdog

_log = logging.getLogger(__name__)


class Guard(QObject):
    """`over`: the kiosk has to end, with this exit code; it may come from any thread."""

    over = Signal(int)

    def __init__(
        self, kiosk: Kiosk, runs: Runs, data: Path, logs: Path, held: Held, standing: Callable[[], Standing]
    ) -> None:
        super().__init__()
        self._runs, self._data, self._logs, self._held, self._standing = runs, data, logs, held, standing
        self._began, self._has_painted = datetime.now(UTC), False
        failed = lambda: kiosk.heard.emit(SomethingFailed())  # noqa: E731
        self._has_given_up = False
        self._errors = Errors(monotonic, failed, self._give_up)
        self._errors.catch_all()
        self._watchdog = Watchdog(kiosk.window, runs.open_trace(), self._note_alive)
        self._stalls = Stalls(monotonic, self)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._write_status)

    def connect_end(self, end: Callable[[int], None]) -> None:
        self.over.connect(end, Qt.ConnectionType.QueuedConnection)

    def start(self) -> None:
        """Once the first screen is shown."""
        from kiosk.ops.status import EVERY_SECONDS  # noqa: PLC0415 - after the first screen

        open_log_file(self._logs, self._held)
        if self._runs.last_trace:
            _log.error("The run before this one froze or crashed:\n%s", self._runs.last_trace)
        if self._runs.is_safe:
            _log.error("Three bad ends within five minutes: the built-in topic is shown.")
        self._watchdog.start()
        self._stalls.start()
        self._timer.start(EVERY_SECONDS * 1000)

    def meaning_of(self, code: int) -> int:
        """The exit code of product.md for Qt's own: that is 1 as well when its X server is gone."""
        return NO_DISPLAY if code == TOO_MANY_ERRORS and not self._has_given_up else code

    def end(self, code: int) -> None:
        """The kiosk ends with this code."""
        notify("STOPPING=1")
        if self._held.records:  # it ended before the log was open
            open_log_file(self._logs, self._held)
        self._timer.stop()
        self._stalls.end()
        self._watchdog.end()
        self._runs.note_end(code)

    def _give_up(self) -> None:
        self._has_given_up = True
        self.over.emit(TOO_MANY_ERRORS)

    def _note_alive(self) -> None:
        if not self._has_painted:
            self._has_painted = True
            self._runs.note_painted()
            notify("READY=1")
        notify("WATCHDOG=1")

    def _write_status(self) -> None:
        """On a thread: a slow disk must not hold the screen up."""
        longest = self._stalls.take_longest()
        with suppress(RuntimeError):  # the system gives no thread more; in a minute it may
            threading.Thread(target=self._write, args=(longest,), name="status", daemon=True).start()

    def _write(self, longest: float) -> None:
        from kiosk.ops.status import (  # noqa: PLC0415 - after the first screen
            Status,
            content_status,
            free_disk_mb,
            memory_mb,
            write_status,
        )

        now = datetime.now(UTC)
        day = [run for run in self._runs.before if now - run.began < timedelta(days=1)]
        status = Status(
            version=__version__,
            written=now,
            started=self._began,
            content=content_status(self._standing(), now),
            restarts_24h=len(day),
            bad_ends_24h=sum(run.is_bad for run in day),
            is_safe_mode=self._runs.is_safe,
            memory_mb=memory_mb(),
            longest_stall_ms=round(longest * 1000),
            free_disk_mb=free_disk_mb(self._data),
        )
        with suppress(OSError):
            write_status(self._data, status)

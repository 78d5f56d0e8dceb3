"""Counts sessions while the kiosk runs, where IT has turned it on.

What a session adds waits in memory. Once an hour, whether anybody was here or not, it goes to the disk on a thread of
its own, so the time of a file tells nothing of a patient (standards.md PRV-03). A power cut costs an hour of counts.
"""

from __future__ import annotations

import logging
import queue
import threading
from collections.abc import Callable
from datetime import date
from pathlib import Path

from msgspec.structs import replace

from kiosk.core.insights.counts import Tally
from kiosk.core.insights.usage import Usage, usage_of
from kiosk.core.insights.visit import Visit, counted
from kiosk.core.session.events import Event
from kiosk.core.session.session import Session
from kiosk.ops.insights_files import InsightsFolder

EVERY_SECONDS = 3600.0
LAST_SECONDS = 0.4
_log = logging.getLogger(__name__)


class Counting:
    """`follow` is called on the GUI's thread, `usage` on any. While it `is_safe` nothing counts."""

    def __init__(self, data: Path, today: Callable[[], date], *, is_safe: Callable[[], bool]) -> None:
        self._folder, self._today, self._is_safe = InsightsFolder(data), today, is_safe
        self._visit = Visit()
        self._waiting: queue.SimpleQueue[Tally] = queue.SimpleQueue()
        self._is_lost = False
        self._writing = threading.Lock()
        self._is_over = threading.Event()
        self._thread: threading.Thread | None = None

    def start(self) -> None:
        self._thread = threading.Thread(target=self._run, name="insights", daemon=True)
        self._thread.start()

    def end(self) -> None:
        """Write what waits. A disk that does not answer is not waited for."""
        self._is_over.set()
        if self._thread:
            self._thread.join(LAST_SECONDS)

    def follow(self, before: Session, event: Event, after: Session) -> None:
        self._visit, tally = counted(self._visit, before, event, after)
        if self._is_safe():
            self._visit = replace(self._visit, is_void=True)
        if tally:
            self._waiting.put(tally)

    def usage(self) -> Usage:
        with self._writing:
            days, _ = self._folder.days()
        return usage_of(days, self._today(), is_lost=self._is_lost)

    def write(self) -> None:
        """Write what has come since, or lose it: a full disk must not fill the memory instead."""
        with self._writing:
            waiting = [self._waiting.get_nowait() for _ in range(self._waiting.qsize())]
            today = self._today()
            self._folder.delete_old(today)
            try:
                self._folder.add(waiting, today)
            except OSError as reason:
                self._is_lost = True
                _log.warning("The counts cannot be written: %s.", reason.strerror)
            else:
                self._is_lost = False

    def _run(self) -> None:
        self.write()
        while not self._is_over.wait(EVERY_SECONDS):
            self.write()
        self.write()

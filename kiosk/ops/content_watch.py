"""Notices new files in the content folder and publishes a checked copy of them. Never runs on the GUI thread.

A folder that is being copied into is left alone until two polls agree. What was read counts only if the folder
still looks the same afterwards. A reading with nothing to show never replaces one that has something.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from datetime import date
from pathlib import Path

from kiosk.core.content.fingerprint import Fingerprint, fingerprint
from kiosk.core.content.model import Catalog
from kiosk.core.content.snapshot import Snapshot, SnapshotStore, write_whole
from kiosk.core.session.events import CatalogArrived, DayCame, Event

_log = logging.getLogger(__name__)
POLL_SECONDS = 2.0
REPORT = "CONTENT-REPORT.txt"


class ContentWatch:
    """`today` is asked at each look. `live` is what was published last."""

    def __init__(self, root: Path, store: SnapshotStore, today: Callable[[], date]) -> None:
        self._root, self._store, self._today = root, store, today
        self._day = today()
        snapshot = store.last(root)
        self.live: Catalog | None = snapshot.catalog if snapshot else None
        self._read = snapshot.fingerprint if snapshot else None
        self._seen = self._read

    def look(self) -> list[Event]:
        """Poll once, and read when it is time to; return what happened."""
        events: list[Event] = []
        day = self._today()
        if day != self._day:
            self._day = day
            events.append(DayCame(day))
        now = fingerprint(self._root)
        is_quiet = now == self._seen
        self._seen = now
        if is_quiet and now.files and now != self._read:
            events += self._take(now)
        return events

    def read_at_once(self) -> Catalog | None:
        """For the very first start: read without waiting for a second look; None where nothing can be shown."""
        now = fingerprint(self._root)
        if now.files:
            self._take(now)
        return self.live

    def _take(self, before: Fingerprint) -> list[Event]:
        # The reader is loaded when there is something to read: a start from the last copy does without.
        from kiosk.core.content.folder import NotAContentFolder, read_content  # noqa: PLC0415
        from kiosk.core.content.report import as_text  # noqa: PLC0415

        try:
            reading = read_content(self._root, today=self._day, keep=self._store.keep)
        except NotAContentFolder:
            return []
        except OSError:
            _log.exception("The copy of the content could not be written; the last one stays.")
            return []
        if fingerprint(self._root) != before:
            return []
        self._read = before
        self._write_report(as_text(reading))
        catalog = reading.catalog
        if not catalog.topics or catalog == self.live:
            return []
        try:
            self._store.publish(Snapshot(str(self._root), before, catalog))
        except OSError:
            _log.exception("The copy of the content could not be written; it is shown until the next start.")
        self.live = catalog
        return [CatalogArrived(catalog)]

    def _write_report(self, report: str) -> None:
        path, text = self._root / REPORT, report.encode()
        try:
            if not path.is_file() or path.read_bytes() != text:
                write_whole(path, text)
        except OSError:
            _log.info("The content folder cannot be written; the report is left out.")


class WatchThread(threading.Thread):
    """Looks every two seconds and hands on what happened, from its own thread."""

    def __init__(self, watch: ContentWatch, happened: Callable[[Event], None]) -> None:
        super().__init__(name="content-watch", daemon=True)
        self._watch, self._happened = watch, happened
        self._ended = threading.Event()

    def run(self) -> None:
        while not self._ended.wait(POLL_SECONDS):
            try:
                for event in self._watch.look():
                    self._happened(event)
            except Exception:  # noqa: BLE001 - the screen goes on, and so does the next look
                _log.exception("Looking at the content folder failed; it is tried again.")

    def end(self) -> None:
        """Stop at the next look. A hanging network folder is not waited for: the thread dies with the program."""
        self._ended.set()

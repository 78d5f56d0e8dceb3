"""The content as the window knows it: what is live, and a thread that lets new content come in.

A start opens the last published snapshot; it neither reads a slide nor looks at the content folder, and what does is
loaded after the first screen is painted.
"""

from __future__ import annotations

import logging
import queue
import threading
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace

from kiosk.core.content.model import Catalog
from kiosk.core.content.problems import Problem, Severity
from kiosk.core.content.snapshot_file import SnapshotDamaged
from kiosk.core.content.standing import Standing
from kiosk.core.restarts import SAFE_SECONDS
from kiosk.core.session.events import CatalogArrived, Event
from kiosk.ops.clocks import Clocks
from kiosk.ops.live_content import LiveContent

if TYPE_CHECKING:
    from kiosk.ops.intake import Intake

_log = logging.getLogger(__name__)
_BUSY_SECONDS, _IDLE_SECONDS = 0.2, 10.0


class Contents:
    """`live` is what to show at the start, None: nothing. Commands return at once; the thread does the work."""

    def __init__(
        self,
        root: Path,
        data: Path,
        *,
        builtin: Path | None = None,
        clocks: Clocks | None = None,
        is_safe: bool = False,
    ) -> None:
        self._root, self._clocks = root, clocks or Clocks()
        self._content = LiveContent(str(root), data, builtin, self._clocks.now, is_safe=is_safe)
        self.live = self._content.catalog
        self.picture_folders = self._content.picture_folders
        self._orders: queue.SimpleQueue[Callable[[], None]] = queue.SimpleQueue()
        self._intake: Intake | None = None
        self._is_over = threading.Event()

    def start(self, happened: Callable[[Event], None]) -> None:
        """`happened` gets events from another thread."""
        threading.Thread(target=self._run, args=(happened,), name="contents", daemon=True).start()

    def end(self) -> None:
        """Stop, and end an import that is under way. A hanging folder is not waited for."""
        self._is_over.set()
        self._orders.put(lambda: None)
        if self._intake:
            self._intake.end()

    @property
    def is_safe(self) -> bool:
        """Whether the built-in topic is shown instead of the clinic's own, after bad starts."""
        return self._content.is_safe

    def standing(self) -> Standing:
        """How things stood when the thread last looked."""
        standing = self._intake.standing if self._intake else None
        return standing or replace(self._content.standing(), problems=self._safe_mode())

    def show_now(self) -> None:
        """Show what waits; where nothing does, read the folder without waiting for it to keep still."""
        self._orders.put(self._show_now)

    def go_back(self, name: str) -> None:
        """Make this snapshot live, and let nothing follow it until `follow`."""
        self._orders.put(lambda: self._content.go_back(name))

    def follow(self) -> None:
        """Show the newest content again, and what comes after it."""
        self._orders.put(self._content.follow)

    def pause(self, topic: str) -> None:
        """Show this topic no more, also after a restart."""
        self._orders.put(lambda: self._content.pause(topic, is_paused=True))

    def resume(self, topic: str) -> None:
        self._orders.put(lambda: self._content.pause(topic, is_paused=False))

    def preview(self, name: str) -> Catalog:
        """A snapshot's catalog; its pictures stay while somebody holds it. Raises SnapshotDamaged."""
        return self._content.preview(name)

    def _run(self, happened: Callable[[Event], None]) -> None:
        # Here, not above: a start does without them.
        from kiosk.ops.import_process import ImportProcess  # noqa: PLC0415
        from kiosk.ops.intake import Intake  # noqa: PLC0415
        from kiosk.ops.looker import Looker  # noqa: PLC0415

        def wake() -> None:
            self._orders.put(lambda: None)

        if self._content.is_safe:
            self._keep_safe(happened)
        importer = ImportProcess(clock=self._clocks.monotonic, woken=wake)
        looker = Looker(self._root, wake, self._clocks.monotonic)
        intake = self._intake = Intake(self._content, happened, self._clocks, importer, looker)
        looker.start()
        while not self._is_over.is_set():
            self._obey(_BUSY_SECONDS if intake.is_busy else _IDLE_SECONDS)
            try:
                intake.step()
            except Exception:  # noqa: BLE001 - the screen goes on, and so does the next step
                _log.exception("Looking after the content failed; it is tried again.")
        intake.end()

    def _show_now(self) -> None:
        if self._content.is_safe:
            self._content.leave_safe_mode()
        elif self._intake:
            self._intake.show_now()

    def _keep_safe(self, happened: Callable[[Event], None]) -> None:
        """Stay with the built-in topic for a while, or until staff ask for the clinic's own."""
        end = self._clocks.monotonic() + SAFE_SECONDS
        while self._content.is_safe and not self._is_over.is_set():
            left = end - self._clocks.monotonic()
            if left <= 0:
                self._content.leave_safe_mode()
            else:
                self._obey(min(left, _IDLE_SECONDS))
        if self._content.catalog:
            happened(CatalogArrived(self._content.catalog))

    def _safe_mode(self) -> tuple[Problem, ...]:
        if not self._content.is_safe:
            return ()
        return (
            Problem(
                str(self._root),
                0,
                Severity.NOT_SHOWN,
                "the kiosk failed three times within five minutes.",
                "The built-in topic is shown for ten minutes, then this content again.",
                "If it goes on, go back to an earlier copy and call IT.",
            ),
        )

    def _obey(self, seconds: float) -> None:
        """Wait so long for something to do."""
        try:
            order = self._orders.get(timeout=seconds)
            while True:
                self._follow_order(order)
                order = self._orders.get_nowait()
        except queue.Empty:
            return

    def _follow_order(self, order: Callable[[], None]) -> None:
        try:
            order()
        except SnapshotDamaged:
            _log.warning("That copy of the content is damaged; what is shown stays.")

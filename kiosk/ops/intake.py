"""Lets new content come in: watches what the folder looks like, runs the importer, and takes what it published.

It never touches the content folder itself. One call of `step` does what is to be done now and waits for nothing.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator

import msgspec

from kiosk import __version__
from kiosk.core.content.content_report import content_report
from kiosk.core.content.fingerprint import Fingerprint
from kiosk.core.content.last_reading import LastReading, Refused, RefusedFile, load
from kiosk.core.content.problems import Problem, Severity
from kiosk.core.content.quiet import Quiet
from kiosk.core.content.snapshot import write_whole
from kiosk.core.content.standing import FolderState, Standing
from kiosk.core.session.events import CatalogArrived, DayCame, Event, StandingArrived
from kiosk.ops.clocks import Clocks
from kiosk.ops.import_order import Memories, Order, Outcome
from kiosk.ops.import_process import Ended, ImportProcess
from kiosk.ops.live_content import LiveContent
from kiosk.ops.looker import Looker

_log = logging.getLogger(__name__)
SILENT_SECONDS = 10.0
"""A folder that has not answered for so long is told to staff."""
_RETRY_SECONDS, _LONGEST_RETRY_SECONDS = 4.0, 300.0
_CHECKED_A_STEP = 8  # pictures


class Intake:
    """`happened` gets events. `content` is used by nobody else at the same time."""

    def __init__(
        self,
        content: LiveContent,
        happened: Callable[[Event], None],
        clocks: Clocks,
        importer: ImportProcess,
        looker: Looker,
    ) -> None:
        self._content, self._happened, self._clocks = content, happened, clocks
        self._importer, self._looker = importer, looker
        self._memories = Memories(content.data)
        self._catalog = content.catalog
        self._day = clocks.today()
        self._quiet = Quiet()
        self._seen: Fingerprint | None = None
        self._incomplete: Fingerprint | None = None
        self._under_way: Fingerprint | None = None
        self._outcome: Outcome | None = None
        self._suspect = ""
        self._failures, self._not_before, self._is_hurried = 0, 0.0, False
        reading = load(self._memories.reading, LastReading)
        is_ours = (reading.root, reading.program) == (content.root, __version__)
        self._reading = reading if is_ours and content.newest else LastReading()
        content.tidy()
        self._check = content.check()
        self.standing: Standing | None = None

    def end(self) -> None:
        """End what is under way."""
        self._looker.end()
        self._importer.end()

    @property
    def is_busy(self) -> bool:
        """Whether an import is under way."""
        return self._importer.is_running

    def step(self) -> None:
        """Do what is to be done now."""
        day = self._clocks.today()
        if day != self._day:
            # What is said of the content depends on the day, so it is read again.
            self._day, self._reading = day, LastReading()
            self._happened(DayCame(day))
        look = self._looker.take()
        if look:
            self._seen, self._quiet.is_network = look.fingerprint, look.is_network
            self._quiet.see(look.fingerprint, look.at)
        ended = self._importer.poll()
        if ended:
            self._take(ended)
        elif self._is_due():
            self._import()
        elif any(next(self._check, False) for _ in range(_CHECKED_A_STEP)):
            self._reading, self._check = LastReading(), iter(())
        self._tell()

    def show_now(self) -> None:
        """Show what waits; where nothing does, read the folder without waiting for it to keep still."""
        if self._content.waiting:
            self._content.follow()
        else:
            self._is_hurried = True
            self._looker.look_now()

    def _is_due(self) -> bool:
        seen, at = self._seen, self._clocks.monotonic()
        if not seen or not seen.files or self._importer.is_running or at < self._not_before:
            return False
        if self._is_hurried:
            return True
        is_new = seen != self._reading.fingerprint
        may_be_whole = seen != self._incomplete or not self._quiet.is_patient(at)
        return is_new and may_be_whole and self._quiet.is_quiet(at)

    def _import(self) -> None:
        at = self._clocks.monotonic()
        is_patient = not self._is_hurried and self._quiet.is_patient(at)
        order = Order(
            self._content.root, str(self._content.data), self._clocks.now(), self._day, is_patient=is_patient
        )
        self._is_hurried, self._under_way = False, self._seen
        try:
            self._importer.start(order)
        except OSError:
            _log.exception("The importer could not be started; it is tried again.")
            self._put_off()

    def _take(self, ended: Ended) -> None:
        """Take what an import came to."""
        self._outcome, self._incomplete = ended.outcome, None
        match ended.outcome:
            case Outcome.PUBLISHED | Outcome.SAME | Outcome.NOTHING:
                self._failures, self._suspect = 0, ""
                self._reading = load(self._memories.reading, LastReading)
                self._content.arrive()
                self._tell()
                self._content.tidy()
            case Outcome.INCOMPLETE:
                self._incomplete = self._under_way
                self._reading = load(self._memories.reading, LastReading)
                self._not_before = self._clocks.monotonic() + 1
            case Outcome.CHANGED | Outcome.GONE:
                self._looker.look_now()
            case None if ended.file and ended.file == self._suspect:
                self._refuse(ended.file)
            case None if ended.file:
                # Once may be chance: somebody else took the memory, or ended the process.
                self._suspect = ended.file
            case Outcome.SILENT | Outcome.NOT_WRITTEN | Outcome.BUSY | None:
                self._put_off()

    def _put_off(self) -> None:
        wait = min(_RETRY_SECONDS * 2**self._failures, _LONGEST_RETRY_SECONDS)
        self._failures += 1
        self._not_before = self._clocks.monotonic() + wait

    def _refuse(self, name: str) -> None:
        """Do not read this file again until it changes."""
        found = {file: (size, time) for file, size, time in (self._under_way and self._under_way.files) or ()}
        if name not in found:
            self._put_off()
            return
        refused = load(self._memories.refused, Refused).files
        refused = {file: facts for file, facts in refused.items() if file in found} | {
            name: RefusedFile(*found[name])
        }
        try:
            write_whole(self._memories.refused, msgspec.msgpack.encode(Refused(refused)))
        except OSError:
            self._put_off()

    def _tell(self) -> None:
        """Hand on what is different now."""
        catalog = self._content.catalog
        if catalog is not None and catalog is not self._catalog:
            self._catalog = catalog
            self._happened(CatalogArrived(catalog))
            _log.info("New content goes live: %s.", self._content.snapshot and self._content.snapshot.name)
        standing = self._stand()
        if standing != self.standing:
            self.standing = standing
            self._happened(StandingArrived(standing))
            if standing.read_at and standing.folder is not FolderState.SILENT:
                self._looker.write_report(content_report(standing))

    def _stand(self) -> Standing:
        content, reading = self._content, self._reading
        return Standing(
            content.root,
            self._folder_state(),
            content.snapshot.kept if content.snapshot else None,
            content.since,
            content.waiting,
            content.kept,
            content.is_held,
            content.paused,
            (*self._own_problems(), *reading.problems),
            reading.at,
        )

    def _folder_state(self) -> FolderState:
        is_silent = self._outcome is Outcome.SILENT or self._looker.silent_seconds() > SILENT_SECONDS
        if is_silent:
            return FolderState.SILENT
        if self._seen is None:
            return FolderState.ANSWERS
        if self._seen.files is None:
            return FolderState.GONE
        has_topic = any("/" in name for name, _, _ in self._seen.files)
        return FolderState.ANSWERS if has_topic else FolderState.EMPTY

    def _own_problems(self) -> Iterator[Problem]:
        if self._outcome is Outcome.NOT_WRITTEN:
            yield Problem(
                str(self._content.data),
                0,
                Severity.NOT_SHOWN,
                "the kiosk cannot write into its own folder, or the disk is full.",
                "Nothing new can be shown.",
                "Ask IT to free space there, or to allow the kiosk to write.",
            )
        if self._quiet.is_restless(self._clocks.monotonic()):
            yield Problem(
                self._content.root,
                0,
                Severity.WARNING,
                "this folder has been changing for ten minutes without a pause.",
                "What was shown stays until it keeps still.",
                "Look for a program that goes on copying into it.",
            )

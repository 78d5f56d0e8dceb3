"""`kiosk import`: the importer's own process. It reads the content folder once and publishes what can be shown.

Hostile pictures, dead shares and pulled sticks are met here. It says on its output which file it is at, so that the
kiosk knows what to blame when it has to end it (`ops/import_process.py`); a kiosk that is gone ends it too, for its
next word has nobody to read it.
"""

from __future__ import annotations

import errno
import hashlib
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import msgspec

from kiosk import __version__
from kiosk.core.content.files import (
    DECK_ENDING,
    PICTURE_LIMIT,
    SLIDE_ENDINGS,
    SOUND_ENDINGS,
    File,
    NotAContentFolder,
    Unreadable,
    list_files,
    read_file,
)
from kiosk.core.content.fingerprint import fingerprint, fingerprint_of
from kiosk.core.content.folder import Reading, read_listing
from kiosk.core.content.last_reading import LastReading, Originals, Refused, load
from kiosk.core.content.manifest import follow_manifest
from kiosk.core.content.model import Topic
from kiosk.core.content.out_of_date import out_of_date
from kiosk.core.content.picture_memory import PictureMemory
from kiosk.core.content.picture_shelf import PictureShelf
from kiosk.core.content.problems import Problem, Severity
from kiosk.core.content.snapshot import Snapshot, SnapshotStore, write_whole
from kiosk.ops.import_order import Memories, Order, Outcome, Told
from kiosk.ops.limits import limit_this_process, lock_file

RESERVE_BYTES = 100_000_000
"""Of the disk, left free for everything else."""
_REMEMBER_EVERY = 50  # pictures
_DEAD = frozenset(
    getattr(errno, name)
    for name in (
        "EIO",
        "ENODEV",
        "ENXIO",
        "ESTALE",
        "ETIMEDOUT",
        "ENOTCONN",
        "EHOSTDOWN",
        "EHOSTUNREACH",
        "ECONNRESET",
    )
    if hasattr(errno, name)
)


class _Dead(Exception):  # noqa: N818 - the folder, not this program
    pass


class Importer:
    def __init__(self, order: Order, tell: Callable[[Told], None]) -> None:
        self._order, self._tell = order, tell
        self._root = Path(order.root)
        self._store = SnapshotStore(Path(order.data))
        self._memories = Memories(Path(order.data))
        self._refused = Refused()
        self._digests: dict[str, str] = {}
        self._kept = 0

    def run(self) -> Outcome:
        """Import, and return what became of it; hands on nothing but what the kiosk itself did wrong."""
        try:
            self._memories.folder.mkdir(parents=True, exist_ok=True)
            lock = lock_file(self._memories.lock)
            if lock is None:
                return Outcome.BUSY
            with lock:
                return self._import()
        except NotAContentFolder:
            return Outcome.GONE
        except _Dead:
            return Outcome.SILENT
        except OSError:
            return Outcome.NOT_WRITTEN

    def _import(self) -> Outcome:
        self._refused = load(self._memories.refused, Refused)
        self._tell(Told(self._order.root, is_read=False))
        listing = list_files(self._root)
        before = fingerprint_of(listing)
        listing.read, listing.go_on = self._read, lambda file: self._tell(Told(file.name))
        last = load(self._memories.reading, LastReading)
        wrong = follow_manifest(listing, self._read, PICTURE_LIMIT)
        if wrong:
            self._remember(
                LastReading(__version__, self._order.root, None, (_not_as_listed(wrong),), self._order.at)
            )
            return Outcome.INCOMPLETE
        newest = self._store.newest(self._order.root)
        self._memory = self._picture_memory()
        shelf = PictureShelf(listing, self._keep, self._memory)
        reading = read_listing(listing, shelf, today=self._order.today, last_good=_topics_of(newest))
        self._tell(Told(self._order.root, is_read=False))
        if fingerprint(self._root) != before:
            return Outcome.CHANGED
        is_incomplete = self._order.is_patient and _lost(reading.problems) - _lost(last.problems)
        outcome = Outcome.INCOMPLETE if is_incomplete else self._publish(reading, newest)
        originals = load(self._memories.originals, Originals).after(
            reading.translated, self._digests, self._order.today
        )
        problems = (*reading.problems, *out_of_date(originals, reading.translated))
        self._remember(
            LastReading(
                __version__,
                self._order.root,
                None if is_incomplete else before,
                _newest_first(problems, last.problems),
                self._order.at,
            )
        )
        if not is_incomplete:
            write_whole(self._memories.pictures, self._memory.as_bytes())
            write_whole(self._memories.originals, msgspec.msgpack.encode(originals))
        return outcome

    def _publish(self, reading: Reading, newest: Snapshot | None) -> Outcome:
        if not reading.catalog.topics:
            return Outcome.NOTHING
        published = self._store.publish(reading.catalog, self._order.root, self._order.at)
        return Outcome.SAME if newest and published.name == newest.name else Outcome.PUBLISHED

    def _remember(self, reading: LastReading) -> None:
        write_whole(self._memories.reading, msgspec.msgpack.encode(reading))

    def _picture_memory(self) -> PictureMemory:
        try:
            data = self._memories.pictures.read_bytes()
            stored = set(os.listdir(self._store.pictures))  # noqa: PTH208 - names are all that is wanted
        except OSError:
            data, stored = b"", set()
        return PictureMemory(data, __version__, stored)

    def _read(self, file: File, limit: int) -> bytes:
        """A file's bytes, once, under the eyes of the kiosk."""
        self._tell(Told(file.name, is_read=False))
        refused = self._refused.files.get(file.name)
        if refused and (refused.size, refused.mtime_ns) == (file.size, file.mtime_ns):
            raise Unreadable(
                "this file stopped the kiosk's reader.",
                "Save it again with another program, or take another file.",
            )
        try:
            data = read_file(file, limit)
        except Unreadable as refusal:
            if isinstance(refusal.__cause__, OSError) and refusal.__cause__.errno in _DEAD:
                raise _Dead from refusal
            raise
        self._tell(Told(file.name))
        if file.ending in SLIDE_ENDINGS | SOUND_ENDINGS | {DECK_ENDING}:
            self._digests[file.name] = hashlib.sha256(data).hexdigest()
        return data

    def _keep(self, name: str, data: bytes) -> None:
        if shutil.disk_usage(self._memories.folder).free < RESERVE_BYTES + len(data):
            raise OSError(errno.ENOSPC, "the disk is full")
        self._store.keep(name, data)
        self._kept += 1
        if self._kept % _REMEMBER_EVERY == 0:
            write_whole(self._memories.pictures, self._memory.as_bytes(is_whole=False))


def _topics_of(snapshot: Snapshot | None) -> Callable[[str], Topic | None]:
    topics = {topic.key: topic for topic in snapshot.catalog.topics} if snapshot else {}
    return topics.get


def run_import(text: str) -> int:
    """The command; `text` is an Order as JSON. 0: the last line says what became of it."""
    limit_this_process()
    order = msgspec.json.decode(text, type=Order)
    # Not sys.stdout: a program without a console has none on Windows, though it was given a pipe.
    with open(1, "wb", buffering=0, closefd=False) as out:

        def tell(told: Told) -> None:
            out.write(msgspec.json.encode(told) + b"\n")

        try:
            tell(Told(outcome=Importer(order, tell).run()))
        except BrokenPipeError:  # the kiosk is gone
            return 1
    return 0


def _newest_first(now: tuple[Problem, ...], before: tuple[Problem, ...]) -> tuple[Problem, ...]:
    """What the last change brought, then the others in the order in which they came."""
    known, found = set(before), dict.fromkeys(now)
    new = [problem for problem in found if problem not in known]
    return (*new, *(problem for problem in dict.fromkeys(before) if problem in found))


def _lost(problems: tuple[Problem, ...]) -> set[Problem]:
    return {problem for problem in problems if problem.severity is Severity.NOT_SHOWN}


def _not_as_listed(name: str) -> Problem:
    return Problem(
        name,
        0,
        Severity.NOT_SHOWN,
        "this file is not as manifest.sha256 says.",
        "Nothing new is shown until it is.",
        "Copy it again, or make manifest.sha256 anew.",
    )

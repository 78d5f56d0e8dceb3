"""Which snapshot is on the screen: the newest, unless staff went back to another, and without paused topics.

What staff chose is kept over restarts. No snapshot is deleted while somebody may still show its pictures.
"""

from __future__ import annotations

import logging
import threading
import weakref
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import datetime
from pathlib import Path

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from kiosk.core.content.kept_slides import Blob
from kiosk.core.content.model import Catalog
from kiosk.core.content.snapshot import KEPT, Snapshot, SnapshotDamaged, SnapshotStore, write_whole
from kiosk.core.content.standing import Kept, Standing
from kiosk.ops.import_order import Memories

_log = logging.getLogger(__name__)
BUILT_IN = "built-in"
"""The name of the snapshot that is a part of the program."""


class _Choices(Struct, frozen=True):
    """`held` is a snapshot's name or empty; `live` has been shown since `since` (UTC)."""

    held: str = ""
    paused: tuple[str, ...] = ()
    live: str = ""
    since: datetime | None = None


class LiveContent:
    """`root` is the content folder's full path, of which this folder `data` holds the copies.

    In safe mode only what is built in is shown, and nothing of the clinic's is opened.
    """

    def __init__(
        self,
        root: str,
        data: Path,
        builtin: Path | None,
        now: Callable[[], datetime],
        *,
        is_safe: bool = False,
    ) -> None:
        self.store = SnapshotStore(data)
        self.root, self.data, self._now = root, data, now
        self._builtin = SnapshotStore(builtin) if builtin else None
        self._choices = self._load()
        self._lent: weakref.WeakSet[Blob] = weakref.WeakSet()
        self._lock = threading.Lock()
        self.is_safe = is_safe
        self.newest: Snapshot | None = None
        self.kept: tuple[Kept, ...] = ()
        self.snapshot = self._first()
        self.catalog = self._lend(self.snapshot) if self.snapshot else None

    @property
    def picture_folders(self) -> tuple[Path, ...]:
        """Where the pictures of any snapshot are."""
        return (self.store.pictures, *([self._builtin.pictures] if self._builtin else []))

    @property
    def since(self) -> datetime | None:
        if self.snapshot is None:
            return None
        is_known = self._choices.live == self.snapshot.name and self._choices.since
        return self._choices.since if is_known else self.snapshot.head.at

    @property
    def is_held(self) -> bool:
        return bool(self._choices.held)

    @property
    def paused(self) -> tuple[str, ...]:
        return self._choices.paused

    @property
    def waiting(self) -> Kept | None:
        """What is ready and not live."""
        if self.newest is None or (self.snapshot and self.newest.name == self.snapshot.name):
            return None
        return self.newest.kept

    def standing(self) -> Standing:
        """How things stand before anything has looked at the content folder."""
        live = self.snapshot.kept if self.snapshot else None
        return Standing(self.root, live=live, live_since=self.since, is_held=self.is_held, paused=self.paused)

    def leave_safe_mode(self) -> None:
        """Show the clinic's content again."""
        self.is_safe = False
        self.snapshot = self._first()
        self.catalog = self._lend(self.snapshot) if self.snapshot else None

    def arrive(self) -> None:
        """Take note of what the importer has published; show it, unless staff went back."""
        self.newest = self.store.newest(self.root)
        if not self.is_held:
            self._show_newest()

    def go_back(self, name: str) -> None:
        """Raises SnapshotDamaged."""
        snapshot = self.open(name)
        self._choices = replace(self._choices, held=name)
        self._show(snapshot)

    def follow(self) -> None:
        self._choices = replace(self._choices, held="")
        self._show_newest()
        self._save()

    def pause(self, topic: str, *, is_paused: bool) -> None:
        others = tuple(key for key in self.paused if key != topic)
        self._choices = replace(self._choices, paused=(*others, topic) if is_paused else others)
        self._save()
        if self.snapshot:
            self.catalog = self._lend(self.snapshot)

    def open(self, name: str) -> Snapshot:
        """Raises SnapshotDamaged."""
        if name == BUILT_IN and self._builtin:
            found = self._builtin.newest("")
            if found is None:
                raise SnapshotDamaged(name)
            return replace(found, name=BUILT_IN)
        return self.store.open(name)

    def preview(self, name: str) -> Catalog:
        """For any thread. Raises SnapshotDamaged."""
        with self._lock:
            return self._lend(self.open(name), without=())

    def tidy(self) -> None:
        """List what can be gone back to, and delete what nobody needs any more."""
        sound = self.store.kept(self.root)
        self.newest = self.newest or self.store.newest(self.root)
        with self._lock:
            wanted = {snapshot.name for snapshot in sound[:KEPT]} | {self._choices.held}
            wanted |= {snapshot.name for snapshot in (self.snapshot, self.newest) if snapshot}
            wanted |= {blob.name for blob in self._lent}
            self.kept = tuple(snapshot.kept for snapshot in sound if snapshot.name in wanted)
            if sound:
                self._clean(wanted)

    def check(self) -> Iterator[bool]:
        """Look at the live pictures one a step; True once one of them is damaged, and another snapshot is live."""
        if self.snapshot is None or self.snapshot.name == BUILT_IN:
            return
        for damaged in self.store.damaged_pictures(self.snapshot):
            if damaged:
                _log.warning("The picture %s is damaged; an older copy of the content is shown.", damaged)
                self.store.drop_picture(damaged)
                self.snapshot = self._first()
                self.newest = self.store.newest(self.root)
                self.catalog = self._lend(self.snapshot) if self.snapshot else None
            yield bool(damaged)

    def _clean(self, wanted: set[str]) -> None:
        """Not while an importer works that outlived the kiosk which started it: its pictures are no orphans."""
        from kiosk.ops.limits import lock_file  # noqa: PLC0415 - a start does without

        try:
            lock = lock_file(Memories(self.data).lock)
        except OSError:
            return
        if lock:
            with lock:
                self.store.clean(wanted, [snapshot for snapshot in (self.snapshot, self.newest) if snapshot])

    def _first(self) -> Snapshot | None:
        if self.is_safe:
            with suppress(SnapshotDamaged):
                return self.open(BUILT_IN)
            return None
        if self._choices.held:
            with suppress(SnapshotDamaged):
                held = self.open(self._choices.held)
                if held.head.root in {self.root, ""}:
                    return held
        self.newest = self.store.newest(self.root)
        if self.newest is None:
            with suppress(SnapshotDamaged):
                return self.open(BUILT_IN)
        return self.newest

    def _show_newest(self) -> None:
        if self.newest and (self.snapshot is None or self.newest.name != self.snapshot.name):
            self._show(self.newest)

    def _show(self, snapshot: Snapshot) -> None:
        is_other = self.snapshot is None or self.snapshot.head.digest != snapshot.head.digest
        self.snapshot = snapshot
        if is_other:
            self.catalog = self._lend(snapshot)
        self._choices = replace(self._choices, live=snapshot.name, since=self._now())
        self._save()

    def _lend(self, snapshot: Snapshot, without: tuple[str, ...] | None = None) -> Catalog:
        """What is handed to the window: its pictures stay until nobody has it any more."""
        self._lent.add(snapshot.blob)
        left_out = self.paused if without is None else without
        topics = tuple(topic for topic in snapshot.catalog.topics if topic.key not in left_out)
        return replace(snapshot.catalog, topics=topics)

    def _load(self) -> _Choices:
        try:
            return msgspec.json.decode((self.data / "choices.json").read_bytes(), type=_Choices)
        except (OSError, msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
            return _Choices()

    def _save(self) -> None:
        try:
            self.data.mkdir(parents=True, exist_ok=True)
            write_whole(self.data / "choices.json", msgspec.json.encode(self._choices))
        except OSError:
            _log.exception("What staff chose could not be kept; it holds until the next start.")

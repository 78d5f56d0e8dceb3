"""The kiosk's own copies of the content: what is on the screen, whatever happens to the folder it came from.

`pictures/` holds each prepared picture under the hash of its bytes, `snapshots/` one file for each copy, `newest.json`
the name of the one published last. That file is replaced in one step, after everything it leads to is there, so a stop
at any moment leaves the old copy or the new one. Nothing published is ever changed.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import suppress
from datetime import datetime
from pathlib import Path

import msgspec
from msgspec import Struct

from kiosk.core.content.model import Catalog
from kiosk.core.content.snapshot_file import Snapshot, SnapshotDamaged, packed, picture_names, unpacked

__all__ = ["KEPT", "Snapshot", "SnapshotDamaged", "SnapshotStore", "picture_names", "write_whole"]

KEPT = 3
"""How many snapshots are kept to go back to."""
_NAME = re.compile(r"([0-9]{4,9})-[0-9a-f]{16}")
_SUFFIX = ".snapshot"


class _Pointer(Struct, frozen=True):
    name: str


class SnapshotStore:
    """In the folder `data`. Names of snapshots begin with a number that grows: a clock may be wrong."""

    def __init__(self, data: Path) -> None:
        self._data = data
        self.pictures = data / "pictures"
        self._folder = data / "snapshots"
        self._pointer = data / "newest.json"

    def keep(self, name: str, content: bytes) -> None:
        """Store a picture under its name. Raises OSError where the data folder cannot be written."""
        path = self.pictures / name
        if not path.exists():
            self.pictures.mkdir(parents=True, exist_ok=True)
            write_whole(path, content)

    def publish(self, catalog: Catalog, root: str, at: datetime) -> Snapshot:
        """Make this the newest copy; `at` is UTC. The same content is published once. Raises OSError."""
        head, data = packed(catalog, root, at)
        newest = self.newest(root)
        if newest and newest.head.digest == head.digest:
            return newest
        number = max((int(name.partition("-")[0]) for name in self.names()), default=0) + 1
        name = f"{number:04}-{head.digest[:16]}"
        self._folder.mkdir(parents=True, exist_ok=True)
        with suppress(FileNotFoundError):
            sync_folder(self.pictures)
        write_whole(self._folder / (name + _SUFFIX), data)
        self.point_to(name)
        return unpacked(data, name)

    def point_to(self, name: str) -> None:
        """Raises OSError."""
        write_whole(self._pointer, msgspec.json.encode(_Pointer(name)))

    def newest(self, root: str) -> Snapshot | None:
        """The copy of this content folder published last; where it is damaged, the one before."""
        for name in self._in_turn():
            with suppress(SnapshotDamaged):
                snapshot = self.open(name)
                if snapshot.head.root == root:
                    return snapshot
        return None

    def open(self, name: str) -> Snapshot:
        """Raises SnapshotDamaged where a part of it is missing or wrong, also one of its pictures."""
        try:
            snapshot = unpacked((self._folder / (name + _SUFFIX)).read_bytes(), name)
            here = set(os.listdir(self.pictures)) if snapshot.pictures else set()  # noqa: PTH208 - 5 times as fast
        except OSError as fault:
            raise SnapshotDamaged(name) from fault
        if not here.issuperset(snapshot.pictures):
            raise SnapshotDamaged(name)
        return snapshot

    def names(self) -> list[str]:
        """All that lie there, newest first."""
        try:
            found = [entry.removesuffix(_SUFFIX) for entry in os.listdir(self._folder)]  # noqa: PTH208 - as above
        except OSError:
            return []
        return sorted(
            filter(_NAME.fullmatch, found), key=lambda name: int(name.partition("-")[0]), reverse=True
        )

    def kept(self, root: str) -> list[Snapshot]:
        """The sound copies of this content folder, newest first. Reads each of them."""
        found = []
        for name in self.names():
            with suppress(SnapshotDamaged):
                snapshot = self.open(name)
                if snapshot.head.root == root:
                    found.append(snapshot)
        return found

    def clean(self, names: Collection[str], shown: Iterable[Snapshot] = ()) -> None:
        """Delete all but these snapshots, those that are shown, and their pictures; what cannot be deleted stays."""
        pictures = {picture for snapshot in shown for picture in snapshot.pictures}
        for name in names:
            with suppress(OSError, SnapshotDamaged):
                pictures.update(unpacked((self._folder / (name + _SUFFIX)).read_bytes(), name).pictures)
        _delete(self._folder, lambda name: name not in {each + _SUFFIX for each in names})
        _delete(self.pictures, lambda name: name not in pictures)
        # What a stop in the middle left behind, and the one copy that versions before the importer kept.
        for folder in (self._data, self._data / "import"):
            _delete(
                folder,
                lambda name: name == "catalog.json" or (name.startswith(".") and name.endswith(".tmp")),
            )

    def damaged_pictures(self, snapshot: Snapshot) -> Iterator[str]:
        """Looks at one picture a step and yields "" or, where its bytes are not those of its name, the name."""
        import hashlib  # noqa: PLC0415 - see snapshot_file

        for name in snapshot.pictures:
            try:
                is_sound = (
                    hashlib.sha256((self.pictures / name).read_bytes()).hexdigest() == name.partition(".")[0]
                )
            except OSError:
                is_sound = False
            yield "" if is_sound else name

    def drop_picture(self, name: str) -> None:
        """Take a damaged picture away: no snapshot with it is whole then, and the next import makes it again."""
        with suppress(OSError):
            (self.pictures / name).unlink()

    def _in_turn(self) -> Iterator[str]:
        """The one that is pointed to, then those before it, newest first, then any other."""
        try:
            pointed = msgspec.json.decode(self._pointer.read_bytes(), type=_Pointer).name
        except (OSError, msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
            pointed = ""
        if _NAME.fullmatch(pointed):
            yield pointed
        yield from (name for name in self.names() if name != pointed)


def _delete(folder: Path, is_unwanted: Callable[[str], bool]) -> None:
    with suppress(OSError):
        for name in filter(is_unwanted, os.listdir(folder)):  # noqa: PTH208 - as above
            with suppress(OSError):
                (folder / name).unlink()


def write_whole(path: Path, content: bytes, mode: int | None = None) -> None:
    """Write the file so that it is there whole or not at all, also after a power cut. Raises OSError.

    `mode` says who may read it where the umask should not; a file system that knows no modes does without.
    """
    temporary = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        with temporary.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        if mode is not None:
            with suppress(OSError):
                temporary.chmod(mode)
        temporary.replace(path)
    finally:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)
    sync_folder(path.parent)


def sync_folder(folder: Path) -> None:
    """Make new names in the folder outlast a power cut. Windows does so itself, and cannot be asked."""
    if os.name == "nt":
        return
    opened = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)

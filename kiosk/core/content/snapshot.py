"""The kiosk's own copy of the content: what is on the screen, whatever happens to the folder it came from.

`pictures/` holds each prepared picture under the hash of its bytes, `catalog.json` what was read with them. The
file is replaced in one step, after everything it names is there, so a stop at any moment leaves the old copy or
the new one.
"""

from __future__ import annotations

import os
from pathlib import Path

import msgspec
from msgspec import Struct

from kiosk.core.content.fingerprint import Fingerprint
from kiosk.core.content.model import Catalog

FORMAT = 1


class Snapshot(Struct, frozen=True):
    """`root` is the content folder's full path, `fingerprint` what it looked like when it was read."""

    root: str
    fingerprint: Fingerprint
    catalog: Catalog
    format: int = FORMAT


class SnapshotStore:
    def __init__(self, data: Path) -> None:
        self.pictures = data / "pictures"
        self._file = data / "catalog.json"

    def keep(self, name: str, content: bytes) -> None:
        """Store a picture under its name. Raises OSError where the data folder cannot be written."""
        path = self.pictures / name
        if not path.exists():
            self.pictures.mkdir(parents=True, exist_ok=True)
            write_whole(path, content)

    def publish(self, snapshot: Snapshot) -> None:
        """Make this the last good copy, and drop pictures of older ones. Raises OSError."""
        self._file.parent.mkdir(parents=True, exist_ok=True)
        write_whole(self._file, msgspec.json.encode(snapshot))

    def last(self, root: Path) -> Snapshot | None:
        """Return the last good copy of this content folder; None where there is none that can be shown."""
        try:
            snapshot = msgspec.json.decode(self._file.read_bytes(), type=Snapshot)
        except (OSError, msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
            return None
        if snapshot.format != FORMAT or snapshot.root != str(root):
            return None
        return snapshot if self._has_pictures(snapshot.catalog) else None

    def drop_all_but(self, catalog: Catalog) -> None:
        """Delete the pictures that this catalog does not name; what cannot be deleted stays."""
        named = picture_names(catalog)
        try:
            found = list(self.pictures.iterdir())
        except OSError:
            return
        for path in found:
            if path.name not in named:
                try:
                    path.unlink()
                except OSError:
                    continue

    def _has_pictures(self, catalog: Catalog) -> bool:
        return all((self.pictures / name).is_file() for name in picture_names(catalog))


def picture_names(catalog: Catalog) -> frozenset[str]:
    """Every picture that a page of this catalog may ask for."""
    images = [slide.image for topic in catalog.topics for slide in topic.slides]
    images += [catalog.clinic.logo, catalog.help_page.image if catalog.help_page else None]
    return frozenset(image.name for image in images if image)


def write_whole(path: Path, content: bytes) -> None:
    """Write the file so that it is there whole or not at all, also after a power cut. Raises OSError."""
    temporary = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        with temporary.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path)
    finally:
        temporary.unlink(missing_ok=True)

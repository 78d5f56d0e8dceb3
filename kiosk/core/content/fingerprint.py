"""A cheap answer to "did the content folder change?": the names, sizes and times of the files that count."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from pathlib import Path

    from kiosk.core.content.files import Listing


class Fingerprint(Struct, frozen=True):
    """Name, bytes and modification time in nanoseconds of each file; `files` None: the folder is not there.

    `arriving` is the same of files that a copying program has not finished. `has_manifest`: the folder says itself
    what it holds, so nothing needs to be waited for.
    """

    files: tuple[tuple[str, int, int], ...] | None = None
    arriving: tuple[tuple[str, int, int], ...] = ()
    has_manifest: bool = False

    @property
    def is_there(self) -> bool:
        return self.files is not None


def fingerprint(root: Path) -> Fingerprint:
    # Here, not above: a start from the last copy knows the class, and looks at the folder later.
    from kiosk.core.content.files import NotAContentFolder, list_files  # noqa: PLC0415

    try:
        return fingerprint_of(list_files(root))
    except NotAContentFolder:
        return Fingerprint()


def fingerprint_of(listing: Listing) -> Fingerprint:
    manifest = [listing.manifest] if listing.manifest else []
    files = [(file.name, file.size, file.mtime_ns) for file in (*listing.files.values(), *manifest)]
    return Fingerprint(tuple(files), tuple(listing.arriving), bool(manifest))

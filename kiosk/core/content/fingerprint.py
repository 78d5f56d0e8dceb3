"""A cheap answer to "did the content folder change?": the names, sizes and times of the files that count."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from pathlib import Path


class Fingerprint(Struct, frozen=True):
    """Name, bytes and modification time in nanoseconds of each file; None: the folder is not there."""

    files: tuple[tuple[str, int, int], ...] | None = None

    @property
    def is_there(self) -> bool:
        return self.files is not None


def fingerprint(root: Path) -> Fingerprint:
    # Here, not above: a start from the last copy knows the class, and looks at the folder later.
    from kiosk.core.content.files import NotAContentFolder, list_files  # noqa: PLC0415

    try:
        files = list_files(root).files.values()
    except NotAContentFolder:
        return Fingerprint()
    return Fingerprint(tuple((file.name, file.size, file.mtime_ns) for file in files))

"""Which of the libraries that PyInstaller found on this Linux go into the bundle: those that something in it needs."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

Entry = tuple[str, str, str]
"""What PyInstaller takes: its name in the bundle, the file, and its kind."""

OF_EVERY_SYSTEM = {"libgcc_s.so.1", "libstdc++.so.6"}
"""None is older than Debian 12's, which Qt asks for; in here it would keep a newer driver from loading."""


def needed(entries: Sequence[Entry]) -> list[Entry]:
    """Leave out what was drawn in by a library that is itself left out, until nothing more can be."""
    kept = [entry for entry in entries if entry[0] not in OF_EVERY_SYSTEM]
    while True:
        wanted = {name for entry in kept if entry[2] != "SYMLINK" for name in _names_in(entry[1])}
        fewer = [entry for entry in kept if not _is_of_system(entry[0]) or entry[0] in wanted]
        if len(fewer) == len(kept):
            return kept
        kept = fewer


def _is_of_system(name: str) -> bool:
    """Python's own library is loaded by its name; all others in the top folder are there because others need them."""
    return "/" not in name and ".so" in name and not name.startswith("libpython")


def _names_in(file: str) -> list[str]:
    from PyInstaller.depend.bindepend import get_imports  # noqa: PLC0415 - where nothing is built it may be missing

    return [Path(name).name for name, _ in get_imports(file)]

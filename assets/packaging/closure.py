"""Which of the libraries that PyInstaller found on this Linux go into the bundle: those that something in it needs."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Sequence
from functools import cache

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


@cache
def _names_in(file: str) -> list[str]:
    """What the file itself asks the loader for: not what that asks for in turn, which the system may bring."""
    dump = subprocess.run(["objdump", "-p", file], capture_output=True, text=True, check=False)  # noqa: S603, S607
    return re.findall(r"^\s+NEEDED\s+(\S+)", dump.stdout, re.MULTILINE)

"""`manifest.sha256`: a list of the files that the folder is meant to hold, as `sha256sum` writes it.

Where it is there, a copy is whole when every file on it has its hash: certain, with no waiting.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable

from kiosk.core.content.files import MANIFEST, File, Listing, Unreadable
from kiosk.core.content.names import nfc
from kiosk.core.content.problems import Severity

_LINE = re.compile(r"([0-9A-Fa-f]{64})(?:  | \*)(?:\./)?(.+)")
_LIMIT = 20_000_000  # bytes


def follow_manifest(listing: Listing, read: Callable[[File, int], bytes], limit: int) -> str:
    """Leave out of the listing what the manifest does not name; return the first file that is not as it says, or ""."""
    manifest = listing.manifest
    if manifest is None:
        return ""
    try:
        text = read(manifest, _LIMIT).decode("utf-8-sig")
    except (Unreadable, UnicodeDecodeError):
        return MANIFEST
    wanted = {
        nfc(line[2].replace("\\", "/")): line[1].lower()
        for line in map(_LINE.fullmatch, text.splitlines())
        if line
    }
    for name, digest in wanted.items():
        file = listing.files.get(name)
        if file and _digest(file, read, limit) != digest:
            return name
        if file is None and name in _counted(wanted):
            return name
    for name in listing.files.keys() - wanted.keys():
        del listing.files[name]
        listing.report(
            name,
            f"this file is not named in {MANIFEST}.",
            "It is not shown.",
            "Make that list anew, or delete it.",
            Severity.WARNING,
        )
    return ""


def _counted(wanted: dict[str, str]) -> set[str]:
    """Of the files on the list those that can be content: others are not looked for."""
    from kiosk.core.content.files import COUNTED_ENDINGS  # noqa: PLC0415
    from kiosk.core.content.litter import is_litter  # noqa: PLC0415

    return {
        name
        for name in wanted
        if "." + name.rpartition(".")[2].lower() in COUNTED_ENDINGS
        and not any(map(is_litter, name.split("/")))
    }


def _digest(file: File, read: Callable[[File, int], bytes], limit: int) -> str:
    try:
        return hashlib.sha256(read(file, limit)).hexdigest()
    except Unreadable:
        return ""

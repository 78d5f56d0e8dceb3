"""Names that programs leave behind in a folder that people and programs copy into (reliability.md, section 2)."""

from __future__ import annotations

import re

# Syncthing, rsync, rclone, robocopy, browsers, editors, office programs, Windows, macOS, and disk stations.
_LITTER = re.compile(
    r"[.~_].*|.*~|#.*#?|4913|@eadir|lost\+found|found\.[0-9]{3}|icon\r|temporary items|network trash folder"
    r"|(?:eh)?thumbs\.db|desktop\.ini|\$recycle\.bin|recycler|system volume information"
    r"|.*\.(?:tmp|temp|part|partial|filepart|crdownload|download|!sync|sw[a-z]|bak|wbk|asd|icloud|lnk|url)"
    r"|.*\.sb-[0-9a-f]{8}-.*|read ?me(?:\.[a-z-]+)?|content-report\.txt",
    re.IGNORECASE,
)
# Of these, what a program writes while it copies, and gives its right name when it is whole.
_ARRIVING = re.compile(
    r"[.~]syncthing[.~].*|\.~tmp~|\..+\.[a-z0-9]{6}|\.tmp\.drive.*"
    r"|.*\.(?:part|partial|filepart|crdownload|download|!sync)",
    re.IGNORECASE,
)
_CONFLICT = re.compile(
    r".*(?:\.sync-conflict-|\(.*conflicted copy.*\)|\(.*in conflict.*\)|\(sfconflict .*\)|\.conflict\.?).*",
    re.IGNORECASE,
)


_STAMPED = range(315_446_400, 315_705_600)
"""Seconds of 1 and 2 January 1980 in any zone: robocopy gives a file that day until it is whole."""


def is_litter(name: str) -> bool:
    """Whether a file or folder of this name is never content."""
    return _LITTER.fullmatch(name) is not None


def is_arriving(name: str) -> bool:
    """Whether a copying program uses such a name until the file is whole."""
    return _ARRIVING.fullmatch(name) is not None


def is_stamped_as_arriving(mtime_ns: int) -> bool:
    """Whether a file of this time may have its full size already and not yet its bytes."""
    return mtime_ns // 1_000_000_000 in _STAMPED


def is_conflict(name: str) -> bool:
    """Whether a synchronising program made this copy because two people changed a file at once."""
    return _CONFLICT.fullmatch(name) is not None

"""What the importer remembers between two readings: what it read, what was wrong, and what it must not read again."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TypeVar

import msgspec
from msgspec import Struct

from kiosk.core.content.fingerprint import Fingerprint
from kiosk.core.content.problems import Problem

_Kind = TypeVar("_Kind", bound=Struct)


class LastReading(Struct, frozen=True):
    """Of the folder `root`, at `at` (UTC), by this version of the program.

    Without a fingerprint it is to be read again at the next occasion.
    """

    program: str = ""
    root: str = ""
    fingerprint: Fingerprint | None = None
    problems: tuple[Problem, ...] = ()
    at: datetime | None = None


class RefusedFile(Struct, frozen=True):
    """A file that the importer did not survive, by its size in bytes and its time in nanoseconds."""

    size: int
    mtime_ns: int


class Refused(Struct, frozen=True):
    """By the file's name."""

    files: dict[str, RefusedFile] = {}


class Original(Struct, frozen=True):
    """A translation's SHA-256, and its original with the SHA-256 that it had when the translation last changed."""

    translation: str
    file: str
    original: str


class Originals(Struct, frozen=True):
    """By the name of the translation's file: whether an original was changed since is `original` against its own."""

    files: dict[str, Original] = {}

    def after(self, translated: dict[str, str], digests: dict[str, str]) -> Originals:
        """As it is once these files were read; `translated` has the original of each translation."""
        found = {}
        for name, file in translated.items():
            if name not in digests or file not in digests:
                continue
            old = self.files.get(name)
            is_same = old is not None and (old.translation, old.file) == (digests[name], file)
            found[name] = old if old and is_same else Original(digests[name], file, digests[file])
        return Originals(found)


def load(path: Path, kind: type[_Kind]) -> _Kind:
    """What was saved there; where there is nothing, or nothing sound, a new one."""
    try:
        return msgspec.msgpack.decode(path.read_bytes(), type=kind)
    except (OSError, msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
        return kind()

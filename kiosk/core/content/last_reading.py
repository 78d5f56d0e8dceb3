"""What the importer remembers between two readings: what it read, what was wrong, and what it must not read again."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import TypeVar

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from kiosk.core.content.fingerprint import Fingerprint
from kiosk.core.content.problems import Problem

MOST_ORIGINALS = 20_000
"""Translations that are remembered, those read last: more than any folder can hold."""
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
    """A translation's SHA-256, and its original with the SHA-256 that it had when the translation last changed.

    `changed` is the day on which the original was first seen with another one; None: it is as it was.
    """

    translation: str
    file: str
    original: str
    changed: date | None = None


class Originals(Struct, frozen=True):
    """By the name of the translation's file. One that is away for a while is judged as before when it comes back."""

    files: dict[str, Original] = {}

    def after(self, translated: dict[str, str], digests: dict[str, str], today: date) -> Originals:
        """As it is once these files were read; `translated` has the original of each translation."""
        known = dict(self.files)
        for name, file in translated.items():
            if name not in digests or file not in digests:
                continue
            old = known.pop(name, None)
            is_same = old is not None and (old.translation, old.file) == (digests[name], file)
            new = old if old and is_same else Original(digests[name], file, digests[file])
            changed = new.changed or today if new.original != digests[file] else None
            known[name] = replace(new, changed=changed)
        return Originals(dict([*known.items()][-MOST_ORIGINALS:]))


def load(path: Path, kind: type[_Kind]) -> _Kind:
    """What was saved there; where there is nothing, or nothing sound, a new one."""
    try:
        return msgspec.msgpack.decode(path.read_bytes(), type=kind)
    except (OSError, msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
        return kind()

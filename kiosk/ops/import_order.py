"""What the kiosk and the importer's process say to each other, and where the importer remembers."""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum
from pathlib import Path

from msgspec import Struct


class Outcome(StrEnum):
    """What became of an import."""

    PUBLISHED = "published"
    SAME = "same"
    NOTHING = "nothing to show"
    CHANGED = "changed while it was read"
    INCOMPLETE = "something may still arrive"
    GONE = "no folder"
    SILENT = "the folder does not answer"
    NOT_WRITTEN = "the data folder cannot be written"
    BUSY = "another import is running"


class Order(Struct, frozen=True):
    """`root` is the content folder, `data` the kiosk's own; `at` is UTC, `today` the clinic's day.

    `is_patient`: what would no longer be shown may still arrive.
    """

    root: str
    data: str
    at: datetime
    today: date
    is_patient: bool = False


class Told(Struct, frozen=True, omit_defaults=True):
    """A line of the importer's output: the file that it is at, or at the end what became of all.

    `is_read`: its bytes are here, so from now on it is the file that costs time, not the folder that it lies in.
    """

    file: str = ""
    is_read: bool = True
    outcome: Outcome | None = None


class Memories:
    """The files in which the importer remembers, below the data folder."""

    def __init__(self, data: Path) -> None:
        self.folder = data / "import"
        self.reading = self.folder / "reading.msgpack"
        self.refused = self.folder / "refused.msgpack"
        self.pictures = self.folder / "pictures.msgpack"
        self.originals = self.folder / "originals.msgpack"
        self.lock = self.folder / "lock"

"""How the content stands: what is live, since when, from which folder, and what is wrong. For staff only."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum

from msgspec import Struct

from kiosk.core.content.problems import Problem


class FolderState(StrEnum):
    """What the content folder did when it was last looked at."""

    ANSWERS = "answers"
    GONE = "gone"
    EMPTY = "empty"
    SILENT = "silent"


class Kept(Struct, frozen=True):
    """A snapshot that can be shown. `at` is when it was published, in UTC."""

    name: str
    at: datetime
    topics: int
    slides: int


class Standing(Struct, frozen=True):
    """`root` is the content folder's full path; `waiting` is ready and not live yet; `kept` are newest first.

    `is_held`: staff went back, so nothing new goes live until they say otherwise. `paused` names topics.
    `problems` are those of the newest reading, `read_at` (UTC) its time.
    """

    root: str
    folder: FolderState = FolderState.ANSWERS
    live: Kept | None = None
    live_since: datetime | None = None
    waiting: Kept | None = None
    kept: tuple[Kept, ...] = ()
    is_held: bool = False
    paused: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()
    read_at: datetime | None = None

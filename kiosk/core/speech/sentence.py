"""One sentence to say: its language, what it is about on the page, and the recording that says it better."""

from __future__ import annotations

import re
from enum import StrEnum

from msgspec import Struct

from kiosk.core.bidi import without_marks
from kiosk.core.views.rail import Key, KeyName

_END = re.compile(r"(?<=[.!?\u061f\u06d4\u3002\uff01\uff1f\u0964])[\"'\u201d\u2019\u00bb)\]]*\s+")
_SHORT = re.compile(r"(?:^|\s)(?:\w|Dr|Mr|Mrs|Ms|St|No|Nr|vs|e\.g|i\.e|z\.B|Sr|Sra|Ud|Uds)\.$")


class About(StrEnum):
    """What is marked on the page while the sentence is said; `BODY`: the whole text of a slide."""

    NOTHING = "nothing"
    TEXT = "text"
    BODY = "body"
    PICTURE = "picture"
    KEY = "key"


class Clip(Struct, frozen=True):
    """A stretch of a recording, in seconds; `name` is that of the file in the kiosk's own copy."""

    name: str
    begins: float = 0.0
    ends: float | None = None


class Sentence(Struct, frozen=True):
    """`shown` are the words on the page that are marked; empty: those that are said."""

    text: str
    language: str
    about: About = About.NOTHING
    key: Key | None = None
    clip: Clip | None = None
    shown: str = ""

    @property
    def is_of_listen(self) -> bool:
        """Whether it is about *Listen*, which changes to *Stop* and back while one listens."""
        return self.key is not None and self.key.name in {KeyName.LISTEN, KeyName.STOP}

    @property
    def mark(self) -> str:
        return self.shown or self.text


def sentences_in(text: str) -> list[str]:
    """The sentences of a text, in order; together they are its words.

    A full stop after an initial or a common short form ends none. Scripts without spaces after a full stop are
    cut after it all the same.
    """
    found: list[str] = []
    for line in text.splitlines():
        start = 0
        for end in _ends(line):
            found.append(line[start:end].strip())
            start = end
        found.append(line[start:].strip())
    return [sentence for sentence in found if sentence]


def _ends(line: str) -> list[int]:
    spaced = [match.end() for match in _END.finditer(line) if not _SHORT.search(line[: match.start()])]
    dense = [match.end() for match in re.finditer(r"[\u3002\uff01\uff1f](?=\S)", line)]
    return sorted({*spaced, *dense})


def speakable(text: str) -> str:
    """The text without marks of direction, which some voices read out."""
    return " ".join(without_marks(text).split())

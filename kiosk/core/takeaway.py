"""What a patient takes home on a phone: the questions and what to remember, as plain text in a code.

A code that grows too large to be scanned at arm's length gives way in steps (`chosen_for_code`): what to remember is
left out, then it may be as high as the page, then the last questions are left out. Whatever is left out stays on the
screen, which says so.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TypeAlias

from msgspec import Struct

LARGEST_MM = 95.0
"""With its empty rim, before anything is left out: larger, and a phone must be held further away than an arm."""
LARGEST_VERSION = 25
"""Of the 40 that there are: beyond, the squares of a code are too many for an older phone."""
QUIET_MODULES = 4
"""The empty rim that a reader needs on each side: ISO/IEC 18004."""
LEAST_MODULE_PX, LEAST_MODULE_MM = 3, 0.5


class Notes(Struct, frozen=True):
    """What may be taken along, in the patient's language; `draft` says that no clinician has read what to remember."""

    clinic: str
    questions_title: str
    questions: tuple[str, ...]
    summary_title: str
    summary: tuple[str, ...]
    draft: str = ""


class CodeSize(Struct, frozen=True):
    """`mm` is the width of the code with its rim."""

    version: int
    mm: float


class Carried(Struct, frozen=True):
    """The text of the code and what it carries: so many of the questions, from the first on."""

    text: str
    questions: int
    has_summary: bool
    size: CodeSize


SizeOf: TypeAlias = Callable[[str], CodeSize | None]
"""The size of the smallest code that holds the text; None: no code does."""


def text_of(notes: Notes, questions: int, *, has_summary: bool) -> str:
    """The first questions, numbered, and what to remember, under the clinic's name."""
    blocks = [notes.clinic] if notes.clinic else []
    if questions:
        asked = (f"{number}. {text}" for number, text in enumerate(notes.questions[:questions], 1))
        blocks.append("\n".join((notes.questions_title, *asked)))
    if has_summary:
        blocks.append("\n".join((notes.summary_title, *(f"- {text}" for text in notes.summary))))
        blocks += [notes.draft] if notes.draft else []
    return "\n\n".join(blocks)


def chosen_for_code(notes: Notes, size_of: SizeOf, page_mm: float) -> Carried | None:
    """Return what the code carries, at most as high as the page; None: there is nothing that it could carry."""
    for questions, has_summary, is_grown in _ladder(len(notes.questions), has_summary=bool(notes.summary)):
        text = text_of(notes, questions, has_summary=has_summary)
        size = size_of(text)
        if size and size.mm <= page_mm and (is_grown or is_handy(size)):
            return Carried(text, questions, has_summary, size)
    return None


def is_handy(size: CodeSize) -> bool:
    """Whether any phone reads the code at arm's length."""
    return size.mm <= LARGEST_MM and size.version <= LARGEST_VERSION


def _ladder(questions: int, *, has_summary: bool) -> Iterator[tuple[int, bool, bool]]:
    """How many questions, whether what to remember too, and whether the code may grow beyond what is handy."""
    if has_summary:
        yield questions, True, False
        if not questions:
            yield 0, True, True
    for count in range(questions, 0, -1):
        yield count, False, True

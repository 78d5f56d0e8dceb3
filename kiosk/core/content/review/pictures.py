"""Whether a picture says what it shows, has a caption, and is large enough."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kiosk.core.content.names import is_camera_name
from kiosk.core.content.problems import Problem, Severity
from kiosk.core.content.review.written import Part

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kiosk.core.content.model import Image, Slide
    from kiosk.core.content.review.written import Written

SLOT = (1960, 1568)
PAGE = (3840, 1668)
"""Pixels of a slide's picture, and of the page above the rail, on a screen of 3840x2160 (TOKENS.md, Layouts)."""

MOST_ENLARGED = 2
"""Times; beyond that a picture looks blurred at an arm's length: our own limit."""

_FILE_NAME = re.compile(r"\S+\.(?:jpe?g|png|webp|gif|svg|bmp|tiff?|heic)|[\w.-]*[_-][\w.-]*\d", re.IGNORECASE)
_OFFICE_NAME = re.compile(r"\d{0,4}\W*(?:slide|folie|diapositiv[ae]|dia|lámina)\W*\d+", re.IGNORECASE)


def is_file_name(alt: str) -> bool:
    """Whether a picture's text is only what a file is called, as programs put there."""
    return _FILE_NAME.fullmatch(alt) is not None or is_camera_name(alt)


def missing_alt_text(file: str, line: int, *, is_deck: bool = False) -> Problem:
    """Standards SPK-12, WCAG 1.1.1: what is not said is not there for who does not see it."""
    return Problem(
        file,
        line,
        Severity.WARNING,
        "the picture has no text that says what it shows.",
        "Who cannot see it learns nothing of it.",
        "Right-click the picture in PowerPoint, choose View Alt Text, and write it there."
        if is_deck
        else "Write it between the square brackets: ![what it shows](name.png).",
    )


def alt_text(written: Written) -> Iterable[Problem]:
    alt = written.words.alt.strip()
    line = written.line(Part.PICTURE)
    if written.image and not alt:
        yield missing_alt_text(written.file, line, is_deck=written.is_of_deck)
    elif written.image and is_file_name(alt):
        yield written.note(
            line,
            f'the picture\'s text "{alt[:60]}" is only a file name.',
            "Who cannot see it learns nothing of it.",
            "Say in one sentence what the picture shows.",
            Severity.WARNING,
        )


def caption(written: Written) -> Iterable[Problem]:
    """Standards LIT-13, PEMAT item 17. Where all words of the picture are missing, that is said once.

    A presentation has none.
    """
    if written.image and written.words.alt and not written.words.caption and not written.is_of_deck:
        yield written.note(
            written.line(Part.PICTURE),
            "the picture has no caption.",
            "Many people look at the picture and read nothing else.",
            'Write one after its name, in quotes: ![what it shows](name.png "caption").',
        )


def too_small(written: Written) -> Iterable[Problem]:
    if written.is_original and written.image and _is_small(written.image, SLOT):
        width, height = written.image.width, written.image.height
        found = f"the picture is small, {width:,} by {height:,} pixels."
        mend = f"Use one that is at least {SLOT[0] // MOST_ENLARGED} pixels wide."
        yield written.note(written.line(Part.PICTURE), found, "It looks blurred on a large screen.", mend)


def pictures_alone(file: str, slides: Sequence[Slide], *, is_deck: bool = False) -> Iterable[Problem]:
    """Of the slides without a text file, or without a text in a presentation.

    No photograph keeps so few colours that the kiosk stores it as PNG: such a picture, like one with the name
    that an office program gives, is a drawn page, and most of these hold words.
    """
    alone = [slide for slide in slides if slide.is_picture_only and slide.image]
    pages = [slide for slide in alone if _is_drawn_page(slide)]
    if pages:
        yield Problem(
            file,
            0,
            Severity.ADVICE,
            _counted(len(pages), "slide is a picture alone", "slides are pictures alone", pages[0].key),
            "Words in a picture cannot be enlarged or read aloud.",
            "If there are words, type them on the slide or into its notes."
            if is_deck
            else 'If there are words, type them in a text file: "01 Welcome.md" beside "01 Welcome.png".',
        )
    small = [slide for slide in alone if slide.image and _is_small(slide.image, PAGE)]
    if small:
        yield Problem(
            file,
            0,
            Severity.ADVICE,
            _counted(len(small), "slide is a small picture", "slides are small pictures", small[0].key),
            "It looks blurred on a large screen.",
            f"Use pictures that are at least {PAGE[0] // MOST_ENLARGED} pixels wide.",
        )


def _is_drawn_page(slide: Slide) -> bool:
    return bool(slide.image and not slide.image.name.endswith(".jpg")) or bool(
        _OFFICE_NAME.fullmatch(slide.key)
    )


def _is_small(image: Image, room: tuple[int, int]) -> bool:
    """Whether it must be enlarged too much to fill the room in one direction. A drawing is sharp at any size."""
    enlarged = min(room[0] / image.width, room[1] / image.height)
    return not image.is_drawing and enlarged > MOST_ENLARGED


def _counted(count: int, one: str, many: str, example: str) -> str:
    return f'{count} {many}, such as "{example}".' if count > 1 else f'{count} {one}: "{example}".'

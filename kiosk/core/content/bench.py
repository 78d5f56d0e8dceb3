"""What the reading of every slide shares: the files, the pictures, the day, and the problems found so far."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

from kiosk.core.content.files import TEXT_LIMIT, File, Listing, Unreadable
from kiosk.core.content.model import Clinic, Image, Topic
from kiosk.core.content.picture_shelf import Missing, PictureShelf
from kiosk.core.content.problems import Problem, Severity
from kiosk.core.content.slide_text import SlideText, read_slide


@dataclass(slots=True)
class Bench:
    """What the reading of every topic shares.

    `clinic` is as its file says it: without languages, none are chosen. `last_good` gives the version of a topic
    that is shown until now. `translated` is filled with the name of each translation and that of its original.
    """

    listing: Listing
    shelf: PictureShelf
    today: date
    default_language: str
    problems: list[Problem] = field(default_factory=list)
    clinic: Clinic = field(default_factory=lambda: Clinic(languages=()))
    last_good: Callable[[str], Topic | None] = lambda _: None
    translated: dict[str, str] = field(default_factory=dict)

    def note(
        self, file: str, line: int, severity: Severity, found: str, shown: str = "", mend: str = ""
    ) -> None:
        self.problems.append(Problem(file, line, severity, found, shown, mend))

    def not_shown(self, file: str, found: str, mend: str, shown: str = "It is not shown.") -> None:
        self.note(file, 0, Severity.NOT_SHOWN, found, shown, mend)


def slide_stem(file: File) -> str:
    """Notepad makes `01-pain.md.txt` of `01-pain.md`, and Windows hides the last ending."""
    return file.stem[:-3] if file.ending == ".txt" and file.stem.lower().endswith(".md") else file.stem


def read_slide_file(file: File, bench: Bench) -> SlideText | None:
    """None if nothing of it can be shown; then a problem says so."""
    try:
        text = read_slide(bench.listing.read(file, TEXT_LIMIT), file.name)
    except Unreadable as refusal:
        bench.not_shown(file.name, refusal.found, refusal.mend)
        return None
    bench.problems += text.problems
    return text if text.words else None


def picture_of(text: SlideText, file: File, bench: Bench) -> Image | None:
    """The picture that a slide's mark names."""
    mark = text.picture
    if mark is None:
        return None
    found = bench.shelf.find(posixpath.dirname(file.name), mark.source)
    image = bench.shelf.image(found) if isinstance(found, File) else found
    if isinstance(image, Missing):
        what = re.sub(
            r"^this(?: picture| photo| drawing| file)?", f'the picture "{mark.source}"', image.found
        )
        shown = "The slide is shown without it."
        bench.note(file.name, mark.line, Severity.NOT_SHOWN, what, shown, image.mend)
        return None
    if isinstance(found, File) and found.base != posixpath.basename(mark.source):
        what = f'the picture "{mark.source}" is called "{found.base}".'
        mend = "Write its name in the same letters, with its ending."
        bench.note(file.name, mark.line, Severity.ADVICE, what, "It is shown.", mend)
    return image

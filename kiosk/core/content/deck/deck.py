"""A whole presentation: its slides that are shown, its language, and its title."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from pptx.oxml.ns import qn
from pptx.slide import Slide

from kiosk.core.content.bench import Bench
from kiosk.core.content.deck.package import DECK_LIMIT, DeckRefused, Package, open_package
from kiosk.core.content.deck.shapes import Box
from kiosk.core.content.deck.slide import DeckSlide, read_deck_slide
from kiosk.core.content.deck.texts import letters_by_language, runs_right_to_left
from kiosk.core.content.deck.tongue import language_of
from kiosk.core.content.files import File, Unreadable
from kiosk.core.content.names import is_camera_name
from kiosk.core.content.problems import Severity
from kiosk.core.content.text import cleaned
from kiosk.core.language import is_right_to_left

MOST_SLIDES = 200
_NO_TITLE = re.compile(
    r".*(?:power ?point|pr[äée]sentation|presentaci[óo]n|template|vorlage).*", re.IGNORECASE
)
_LONGEST_TITLE = 80  # characters


@dataclass(frozen=True, slots=True)
class Deck:
    """`slides` are by their number, without hidden and damaged ones; `count` are all. `title` may be empty."""

    package: Package
    language: str
    title: str
    slides: dict[int, DeckSlide]
    count: int
    hidden: int


def open_deck(file: File, language: str, bench: Bench) -> Deck:
    """`language` where it is known. Raises DeckRefused; what is wrong inside goes to the problems."""
    try:
        package = open_package(bench.listing.read(file, DECK_LIMIT))
        return _read(file, package, language, bench)
    except Unreadable as refusal:
        raise DeckRefused(refusal.found, refusal.mend) from refusal
    except (MemoryError, RecursionError) as fault:
        mend = "Take large pictures out of it, or make two presentations of it."
        raise DeckRefused("this presentation is too large for this machine.", mend) from fault


def _read(file: File, package: Package, language: str, bench: Bench) -> Deck:
    if package.has_macros:
        mend = 'Save it as "PowerPoint Presentation (.pptx)", which has none.'
        shown = "They are left out and never run."
        bench.note(file.name, 0, Severity.WARNING, "this presentation holds macros.", shown, mend)
    slides, count, hidden = _slides(file, package, bench)
    bodies = {number: list(slide.element.iter(qn("p:txBody"))) for number, slide in slides.items()}
    texts = [body for each in bodies.values() for body in each]
    letters: Counter[str] = letters_by_language(texts)
    clinic = bench.clinic.languages
    language = (
        language
        or language_of(letters, clinic, runs_right_to_left=runs_right_to_left(texts))
        or bench.default_language
    )
    width, height = package.presentation.slide_width, package.presentation.slide_height
    size = Box(0, 0, width or 1, height or 1)
    read: dict[int, DeckSlide] = {}
    for number, slide in slides.items():
        bench.listing.go_on(file)
        turned = runs_right_to_left(bodies[number]) or is_right_to_left(language)
        try:
            read[number] = read_deck_slide(slide, number, file.name, size, is_right_to_left=turned)
        except MemoryError:
            raise
        except Exception:  # noqa: BLE001 - python-pptx takes what it reads at its word, and raises whatever follows
            _note_damage(file, number, bench)
    return Deck(package, language, _title(package), read, count, hidden)


def _slides(file: File, package: Package, bench: Bench) -> tuple[dict[int, Slide], int, int]:
    """Those that are shown, how many there are, and how many are hidden."""
    presentation = package.presentation
    names = [each.get(qn("r:id")) for each in presentation.element.xpath("p:sldIdLst/p:sldId")]
    if len(names) > MOST_SLIDES:
        found = f"this presentation has {len(names):,} slides."
        shown = f"Only the first {MOST_SLIDES} are shown."
        bench.not_shown(file.name, found, "Make several presentations of it.", shown)
    slides: dict[int, Slide] = {}
    hidden = 0
    for number, name in enumerate(names[:MOST_SLIDES], 1):
        try:
            slide = presentation.part.related_slide(name)
            if slide.element.get("show") in {"0", "false"}:
                hidden += 1
            else:
                slides[number] = slide
        except (KeyError, AttributeError):
            _note_damage(file, number, bench)
    return slides, len(names), hidden


def _note_damage(file: File, number: int, bench: Bench) -> None:
    mend = "Open it in PowerPoint and save it again."
    bench.note(file.name, number, Severity.NOT_SHOWN, "this slide is damaged.", "It is left out.", mend)


def _title(package: Package) -> str:
    """What the presentation calls itself, unless its program has made that up."""
    try:
        title = " ".join(cleaned(package.presentation.core_properties.title or "").split())
    except Exception:  # noqa: BLE001 - as above
        return ""
    is_made_up = is_camera_name(title) or _NO_TITLE.fullmatch(title) or len(title) > _LONGEST_TITLE
    return "" if is_made_up else title

"""Small catalogs for tests, made by hand."""

from __future__ import annotations

from datetime import date
from typing import Any

from msgspec.structs import replace

from kiosk.core.content.model import (
    Block,
    Catalog,
    Clinic,
    Evidence,
    Image,
    Kind,
    Run,
    Slide,
    SlideWords,
    Topic,
)

A_DAY = date(2026, 3, 2)


def words(title: str, *, message: str = "", more: str = "", body: str = "Some words.") -> SlideWords:
    return SlideWords(
        title=title,
        body=(Block((Run(body),)),) if body else (),
        message=message,
        more=(Block((Run(more),)),) if more else (),
    )


def slide(number: int, *, kind: Kind | None = None, more: str = "", image: Image | None = None) -> Slide:
    text = words(f"Slide {number}", message=f"Message {number}.", more=more)
    return Slide(f"{number:02}-slide", {"en": text}, kind=kind, evidence=Evidence.LITTLE, image=image)


def topic(key: str = "backs", count: int = 3, **facts: Any) -> Topic:
    slides = tuple(
        slide(number, more="Longer text." if number == 1 else "") for number in range(1, count + 1)
    )
    return Topic(key, "en", {"en": key.title()}, facts.pop("slides", slides), **facts)


def asking(key: str = "backs", count: int = 3, each: int = 3, **facts: Any) -> Topic:
    """A topic whose slides, all but the last, have questions: "Backs 1a?" to "Backs 1c?" and so on."""
    plain = topic(key, count, **facts)
    slides = []
    for place, shown in enumerate(plain.slides):
        asked = tuple(f"{key.title()} {place + 1}{chr(ord('a') + number)}?" for number in range(each))
        text = shown.words["en"]
        slides.append(
            replace(shown, words={"en": replace(text, questions=asked)}) if place + 1 < count else shown
        )
    return replace(plain, slides=tuple(slides))


def in_spanish(shown: Topic) -> Topic:
    """With words in a second language on each slide: the English ones between the marks of a Spanish question."""
    slides = []
    for each in shown.slides:
        text = each.words["en"]
        asked = tuple(f"¿{question}" for question in text.questions)
        spanish = replace(text, title=f"{text.title} (es)", message=f"¡{text.message}", questions=asked)
        slides.append(replace(each, words={**each.words, "es": spanish}))
    return replace(shown, slides=tuple(slides))


def catalog(*topics: Topic, clinic: Clinic | None = None) -> Catalog:
    return Catalog(clinic or Clinic(), topics or (topic(),))

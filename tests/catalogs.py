"""Small catalogs for tests, made by hand."""

from __future__ import annotations

from datetime import date
from typing import Any

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


def catalog(*topics: Topic, clinic: Clinic | None = None) -> Catalog:
    return Catalog(clinic or Clinic(), topics or (topic(),))

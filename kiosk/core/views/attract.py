"""Attract: nobody is here. One key message at a time, readable from the chairs."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from msgspec import Struct

from kiosk.core.content.model import Catalog, Image, Topic
from kiosk.core.content.showing import title_of, words_of
from kiosk.core.language import Translate, translator
from kiosk.core.own_names import own_name
from kiosk.core.session.events import Begun, TakeMeBackPressed
from kiosk.core.session.session import Session
from kiosk.core.views.rail import Key, KeyName, Rail, help_key

MOST_POSTERS = 60
"""In one round, which takes 8 minutes; each topic has its share of them."""

MOST_WIDE_KEYS = 3
"""Languages whose keys have room for words; more are offered by their names."""


class Poster(Struct, frozen=True):
    """One key message with its picture; `topic` stands small above it."""

    topic: str
    message: str
    image: Image | None
    alt: str


class AttractView(Struct, frozen=True):
    """`begin` has one key a language; `seconds` is how long a poster stays; `notice` is for staff nearby."""

    clinic: str
    logo: Image | None
    posters: tuple[Poster, ...]
    seconds: int
    begin: tuple[Key, ...]
    rail: Rail
    take_back: Key | None
    notice: str


class UpdatingView(Struct, frozen=True):
    """Being updated: what Attract says when nothing can be shown."""

    title: str
    text: str
    alt: str
    rail: Rail
    notice: str


def attract_view(session: Session, _: Translate) -> AttractView | UpdatingView:
    screen = session.screen
    notice = _("Updated") if getattr(screen, "is_updated", False) else ""
    rail = Rail(leading=(help_key(_),))
    if not session.topics:
        return UpdatingView(
            _("This information is being updated."),
            _("Please ask at reception."),
            _("A closed curtain behind a reception desk, with a green plant and a small bell."),
            rail,
            notice,
        )
    clinic = session.catalog.clinic
    take_back = None
    if getattr(screen, "take_back", None):
        take_back = Key(KeyName.TAKE_BACK, _("That was me, take me back"), TakeMeBackPressed())
    return AttractView(
        clinic.name,
        clinic.logo,
        _posters(session),
        clinic.attract_seconds,
        tuple(_begin_key(language, session.catalog) for language in clinic.languages),
        rail,
        take_back,
        notice,
    )


def _begin_key(language: str, catalog: Catalog) -> Key:
    """In its own language; its own name where nobody has translated the program into it, or where keys are narrow."""
    _ = translator(language, catalog)
    words, offered = _("Touch to begin"), catalog.clinic.languages
    is_wide = _.language == language and len(offered) <= MOST_WIDE_KEYS
    label = words if is_wide else own_name(language, offered)
    spoken = words if _.language == language else label
    return Key(KeyName.BEGIN, label, Begun(language), spoken=spoken, language=language)


def _posters(session: Session) -> tuple[Poster, ...]:
    language = session.preferences.language
    topics = session.topics[:MOST_POSTERS]
    share = MOST_POSTERS // len(topics)
    posters = [poster for topic in topics for poster in islice(_of_topic(topic, language), share)]
    if posters:
        return tuple(posters)
    return tuple(Poster("", title_of(topic, language), topic.slides[0].image, "") for topic in topics)


def _of_topic(topic: Topic, language: str) -> Iterator[Poster]:
    title = title_of(topic, language)
    for slide in topic.slides:
        words = words_of(slide, topic, language)
        if words.message:
            yield Poster(title, words.message, slide.image, words.alt)

"""Tell me more: the longer text over its slide, and the way to what is not known and who should ask first."""

from __future__ import annotations

from msgspec import Struct

from kiosk.core.content.model import Block, Image, Kind, Topic
from kiosk.core.content.showing import words_of
from kiosk.core.language import Translate
from kiosk.core.session.events import ClosePressed, PartPressed, SlideChosen
from kiosk.core.session.screens import MoreOpen
from kiosk.core.session.session import Session
from kiosk.core.views.rail import Key, KeyName, Rail, easier_key, help_key, home_key, part_label
from kiosk.core.views.slide import EvidenceMark, draft_note, evidence_mark


class MoreView(Struct, frozen=True):
    """`links` lead to the topic's first limits and first risk slide."""

    draft: str
    title: str
    language: str
    text: tuple[Block, ...]
    evidence: EvidenceMark | None
    image: Image | None
    alt: str
    links: tuple[Key, ...]
    part: int
    part_label: str
    part_key: Key
    rail: Rail


def more_view(session: Session, screen: MoreOpen, _: Translate) -> MoreView:
    topic = session.topic(screen.topic)
    slide = topic.slides[screen.slide]
    language = session.preferences.language
    words = words_of(slide, topic, language)
    spoken = language if language in slide.words else topic.language
    return MoreView(
        draft=draft_note(topic, spoken, _),
        title=words.title,
        language=spoken,
        text=words.more,
        evidence=evidence_mark(slide, _),
        image=slide.image,
        alt=words.alt,
        links=_links(topic, screen.slide, language),
        part=screen.part,
        part_label=part_label(session, screen.part, _),
        part_key=Key(KeyName.MORE_TEXT, _("More text"), PartPressed()),
        rail=Rail(
            leading=(help_key(_), easier_key(_), home_key(session, _)),
            go=Key(KeyName.CLOSE, _("Close"), ClosePressed()),
        ),
    )


def _links(topic: Topic, here: int, language: str) -> tuple[Key, ...]:
    found = []
    for kind in (Kind.LIMITS, Kind.RISK):
        index = next((i for i, slide in enumerate(topic.slides) if slide.kind is kind), here)
        if index != here:
            title = words_of(topic.slides[index], topic, language).title
            found.append(Key(KeyName.LINK, title, SlideChosen(index)))
    return tuple(found)

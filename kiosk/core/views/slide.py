"""A slide: picture, title, a few short sentences, how good the evidence is, one key message."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct

from kiosk.core.content.model import Block, Evidence, Image, Kind, Recording, Slide, SlideWords, Topic
from kiosk.core.content.showing import is_translation_reviewed, title_of, words_of
from kiosk.core.language import Translate
from kiosk.core.session.events import EvidencePressed, MorePressed, PicturePressed
from kiosk.core.session.questions import offers_questions
from kiosk.core.session.screens import SlideOpen
from kiosk.core.session.session import Session
from kiosk.core.views.questions import questions_key
from kiosk.core.views.rail import (
    Key,
    KeyName,
    Rail,
    back_key,
    easier_key,
    help_key,
    home_key,
    next_key,
    steps,
)


class Tone(StrEnum):
    """The ground of the key message."""

    KEEP = "keep"
    CARE = "care"


class EvidenceMark(Struct, frozen=True):
    """How good the evidence is, as a word and a shape: `bars` of three are filled. None: it has sources alone."""

    label: str
    bars: int | None
    key: Key


class SlideView(Struct, frozen=True):
    """`language` is that of the words; `note` says that it is not the patient's; `part` counts from 1.

    `has_prompts`: the items of its lists are what the patient tells somebody; there is nothing to touch.
    """

    topic: str
    draft: str
    note: str
    language: str
    title: str
    body: tuple[Block, ...]
    recording: Recording | None
    evidence: EvidenceMark | None
    message: str
    tone: Tone
    image: Image | None
    picture: Key | None
    caption: str
    alt: str
    is_picture_only: bool
    has_prompts: bool
    part: int
    tools: tuple[Key, ...]
    rail: Rail


def slide_view(session: Session, screen: SlideOpen, _: Translate) -> SlideView:
    topic = session.topic(screen.topic)
    slide = topic.slides[screen.slide]
    language = session.preferences.language
    words = words_of(slide, topic, language)
    is_translated = language in slide.words
    spoken = language if is_translated else topic.language
    titles = tuple(words_of(each, topic, language).title for each in topic.slides)
    is_careful = slide.kind in {Kind.RISK, Kind.LIMITS}
    return SlideView(
        topic=title_of(topic, language),
        draft=draft_note(topic, spoken, _),
        note="" if is_translated else _("This page is not in your language yet"),
        language=spoken,
        title=words.title,
        body=words.body,
        recording=words.recording,
        evidence=evidence_mark(slide, _) if slide.evidence or not words.more else None,
        message=words.message,
        tone=Tone.CARE if is_careful else Tone.KEEP,
        image=slide.image,
        picture=_picture_key(slide, words, _),
        caption=words.caption,
        alt=words.alt or words.title,
        is_picture_only=slide.is_picture_only,
        has_prompts=slide.kind is Kind.CHECK,
        part=screen.part,
        tools=_tools(session, screen, words, _),
        rail=Rail(
            leading=(help_key(_), easier_key(_), home_key(session, _)),
            back=back_key(_),
            go=next_key(_),
            steps=steps(titles, screen.slide + 1, screen.part, session.parts, _),
        ),
    )


def _picture_key(slide: Slide, words: SlideWords, _: Translate) -> Key | None:
    """A touch shows the picture over the whole page; a picture that is a slide of its own fills it already."""
    if slide.image is None or slide.is_picture_only:
        return None
    spoken = _("Picture: {alt}", alt=words.alt or words.caption or words.title)
    return Key(KeyName.PICTURE, "", PicturePressed(), spoken=spoken)


def _tools(session: Session, screen: SlideOpen, words: SlideWords, _: Translate) -> tuple[Key, ...]:
    more = (Key(KeyName.MORE, _("Tell me more"), MorePressed()),) if words.more else ()
    if not offers_questions(session.topic(screen.topic), screen.slide):
        return more
    return (*more, questions_key(session, _("Questions to ask"), _))


def draft_note(topic: Topic, language: str, _: Translate) -> str:
    """What stands over a slide that nobody has reviewed, as a clinician or in this language; else nothing."""
    match topic.is_reviewed, is_translation_reviewed(topic, language):
        case False, True:
            return _("Draft, not yet reviewed by a clinician")
        case False, False:
            return _("Draft, not yet reviewed by a clinician or translator")
        case True, False:
            return _("Draft translation, not yet reviewed")
        case _:
            return ""


def evidence_mark(slide: Slide, _: Translate) -> EvidenceMark | None:
    """The chip that opens *How sure are we?*; None where there is nothing that it could say."""
    bars: int | None
    match slide.evidence:
        case Evidence.GOOD:
            label, bars = _("Good evidence"), 3
        case Evidence.SOME:
            label, bars = _("Some evidence"), 2
        case Evidence.LITTLE:
            label, bars = _("Little evidence"), 1
        case Evidence.NONE_YET:
            label, bars = _("No good studies yet"), 0
        case None if slide.sources:
            label, bars = _("Sources"), None
            spoken = "{evidence}. " + _("Where this comes from")
        case None:
            return None
    spoken = (
        _("{evidence}. How sure are we?", evidence=label)
        if slide.evidence
        else _("Sources: where this comes from")
    )
    key = Key(KeyName.EVIDENCE, label, EvidencePressed(), spoken=spoken)
    return EvidenceMark(label, bars, key)

"""How sure are we?: what the word on the chip means, where a slide comes from, and who has checked it."""

from __future__ import annotations

import re
from datetime import date

from msgspec import Struct

from kiosk.core.bidi import isolated
from kiosk.core.content.model import Block, BlockStyle, Evidence, Run, Slide, Source, Topic
from kiosk.core.content.showing import words_of
from kiosk.core.language import Translate
from kiosk.core.session.events import ClosePressed, PartPressed
from kiosk.core.session.screens import EvidenceOpen
from kiosk.core.session.session import Session
from kiosk.core.views.rail import (
    Key,
    KeyName,
    Rail,
    easier_key,
    help_key,
    home_key,
    part_label,
)
from kiosk.core.views.slide import EvidenceMark, draft_note, evidence_mark

NO_BREAK_SPACE = "\u00a0"
LONGEST_ADDRESS = 32
"""In characters: what a patient may copy by hand. Longer ones help nobody here."""


class EvidenceView(Struct, frozen=True):
    """`about` is the slide's title. `meaning` says what the word says, then what it does not say.

    `review` holds "{date}" where `reviewed_on` stands, as the patient's language writes it: with `native_digits`,
    or else with 0 to 9. `sources_language` is that of the sources.
    """

    about: str
    title: str
    mark: EvidenceMark | None
    meaning: tuple[str, ...]
    sources_title: str
    sources: tuple[Block, ...]
    sources_language: str
    review: str
    reviewed_on: date | None
    native_digits: bool
    part: int
    part_label: str
    part_key: Key
    rail: Rail


def evidence_view(session: Session, screen: EvidenceOpen, _: Translate) -> EvidenceView:
    topic = session.topic(screen.below.topic)
    slide = topic.slides[screen.below.slide]
    has_word = slide.evidence is not None
    heading = _("What we looked at") if slide.evidence is Evidence.NONE_YET else _("Where this comes from")
    sources = tuple(source_line(source) for source in _sources(slide, topic))
    return EvidenceView(
        about=words_of(slide, topic, session.preferences.language).title,
        title=_("How sure are we?") if has_word else heading,
        mark=evidence_mark(slide, _) if has_word else None,
        meaning=_meaning(slide.evidence, _),
        sources_title=heading if has_word else "",
        sources=sources or (Block((Run(_("We have no source to show for this.")),)),),
        sources_language=topic.language if sources else session.preferences.language,
        review=draft_note(topic, topic.language, _) or reviewed_note(topic.review.reviewed_by, _),
        reviewed_on=topic.review.reviewed_on if topic.is_reviewed else None,
        native_digits=session.catalog.clinic.native_digits,
        part=screen.part,
        part_label=part_label(session, screen.part, _),
        part_key=Key(KeyName.MORE_TEXT, _("More text"), PartPressed()),
        rail=Rail(
            leading=(help_key(_), easier_key(_), home_key(session, _)),
            go=Key(KeyName.CLOSE, _("Close"), ClosePressed()),
        ),
    )


def _meaning(evidence: Evidence | None, _: Translate) -> tuple[str, ...]:
    """Two short paragraphs: what the word says, and what it does not say."""
    match evidence:
        case Evidence.GOOD:
            return (
                _("Many good studies agree on this. New ones are not likely to change it much."),
                _("That does not mean it is the same for everyone. It may be different for you."),
            )
        case Evidence.SOME:
            return (
                _("Some good studies say this. Others do not agree, so it may change."),
                _("That does not mean it is certain. It may be different for you."),
            )
        case Evidence.LITTLE:
            return (
                _("There are only a few studies, or weak ones. We cannot be sure that this is true."),
                _("That does not mean it is false. It means that nobody has shown it well."),
            )
        case Evidence.NONE_YET:
            return (
                _("We found no good studies of this. So nobody knows for sure."),
                _("That does not mean it is false. It means that nobody has tested it well."),
            )
        case None:
            return ()


def _sources(slide: Slide, topic: Topic) -> list[Source]:
    known = {source.id: source for source in topic.sources}
    return [known[key] for key in slide.sources if key in known]


def source_line(source: Source) -> Block:
    """Title, who published it, year; the address below, where a patient can copy it."""
    text = f"{source.text},{NO_BREAK_SPACE}{source.year}" if source.year else source.text
    address = re.sub(r"^\w+://(www\.)?|/$", "", source.url)
    is_short = 0 < len(address) <= LONGEST_ADDRESS
    return Block((Run(f"{text}\n{address}" if is_short else text),), BlockStyle.BULLET)


def reviewed_note(name: str, _: Translate) -> str:
    """Name and date stand apart from the sentence, whichever way their script runs."""
    return _("Last checked on {date} by {name}.", date=isolated("{date}"), name=isolated(name))

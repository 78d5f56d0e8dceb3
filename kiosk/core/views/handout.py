"""The leaflet: what a patient takes home on paper. Plain data; `ui/leaflet` sets it.

The ordinary one is short: the key messages, and in full only what keeps a patient safe and what to do. The one in
large print has every slide.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from msgspec import Struct

from kiosk.core.bidi import isolated
from kiosk.core.content.model import Block, BlockStyle, Catalog, Image, Kind, Run, Slide, Topic
from kiosk.core.content.showing import title_of, words_of
from kiosk.core.language import Translate, translator
from kiosk.core.views.evidence import reviewed_note, source_line
from kiosk.core.views.help import help_words, with_number
from kiosk.core.views.slide import draft_note

_IN_FULL = frozenset({Kind.RISK, Kind.ACTION})


class Passage(Struct, frozen=True):
    """A text, or what of a slide is printed, in the language of its words. `message` stands out."""

    language: str
    title: str
    body: tuple[Block, ...] = ()
    message: str = ""
    image: Image | None = None


class HandoutQuestion(Struct, frozen=True):
    """A question that the patient has ticked, in words."""

    text: str
    language: str


class Handout(Struct, frozen=True):
    """`language` is the patient's; a passage may be in another one, and then `note` says so.

    `points` are short, side by side; `passages` are in full; `urgent_more` goes on after `urgent`. `review` holds
    "{date}" where `reviewed_on` stands, `page` holds "{number}" and "{count}".
    """

    language: str
    is_large: bool
    clinic: str
    logo: Image | None
    title: str
    purpose: str
    draft: str
    note: str
    summary: Passage | None
    points: tuple[Passage, ...]
    passages: tuple[Passage, ...]
    urgent: Passage
    urgent_more: tuple[Block, ...]
    questions_title: str
    questions_lead: str
    questions: tuple[HandoutQuestion, ...]
    sources: Passage | None
    advice: str
    review: str
    reviewed_on: date | None
    native_digits: bool
    page: str


def handout_of(
    catalog: Catalog,
    topic: Topic,
    language: str,
    questions: Iterable[HandoutQuestion] = (),
    *,
    is_large: bool = False,
) -> Handout:
    _ = translator(language, catalog)
    urgent, urgent_more = _urgent(catalog, language, _)
    asked = tuple(questions)
    printed = [slide for slide in topic.slides if slide.kind is not Kind.CHECK or is_large]
    summary = next((slide for slide in topic.slides if slide.kind is Kind.SUMMARY), None)
    if is_large:
        points, in_full = [], [slide for slide in printed if slide is not summary]
    else:
        points = [slide for slide in printed if slide is not summary and slide.kind not in _IN_FULL]
        in_full = [slide for slide in printed if slide.kind in _IN_FULL]
    is_translated = all(language in slide.words for slide in printed)
    return Handout(
        language=language,
        is_large=is_large,
        clinic=catalog.clinic.name,
        logo=catalog.clinic.logo,
        title=title_of(topic, language),
        purpose=topic.purposes.get(language) or topic.purposes.get(topic.language, ""),
        draft=draft_note(topic, language, _),
        note="" if is_translated else _("Some of this is not in your language yet"),
        summary=_in_full(summary, topic, language) if summary else None,
        points=tuple(_point(slide, topic, language) for slide in points),
        passages=tuple(_in_full(slide, topic, language) for slide in in_full),
        urgent=urgent,
        urgent_more=urgent_more,
        questions_title=_("My questions") if asked else _("Questions to ask"),
        questions_lead=_("Show this to your clinician.") if asked else _("Write down what you want to ask."),
        questions=asked,
        sources=_sources(topic, _),
        advice=_("This does not replace advice from your care team."),
        review=draft_note(topic, language, _) or reviewed_note(topic.review.reviewed_by, _),
        reviewed_on=topic.review.reviewed_on if topic.is_reviewed else None,
        native_digits=catalog.clinic.native_digits,
        page=_("Page {number} of {count}"),
    )


def _in_full(slide: Slide, topic: Topic, language: str) -> Passage:
    words = words_of(slide, topic, language)
    spoken = language if language in slide.words else topic.language
    return Passage(spoken, words.title, words.body, words.message, slide.image)


def _point(slide: Slide, topic: Topic, language: str) -> Passage:
    """The key message, or where a slide has none how its text begins."""
    whole = _in_full(slide, topic, language)
    words = words_of(slide, topic, language)
    first = whole.body[0].text if whole.body else words.caption
    return Passage(whole.language, whole.title, (), whole.message or first, whole.image)


def _urgent(catalog: Catalog, language: str, _: Translate) -> tuple[Passage, tuple[Block, ...]]:
    """Get help now, for who is at home: what the kiosk says of the front desk is of no use there.

    Whom to call stands right under the first signs; the second value follows.
    """
    words = help_words(catalog.help_page, language, _)
    emergency = catalog.clinic.emergency
    call = _("Call your local emergency number.")
    if emergency:
        call = _("Call {emergency}.", emergency=isolated(emergency))
    signs = tuple(Block(sign.runs, BlockStyle.BULLET) for sign in words.signs)
    more = tuple(with_number(block, emergency or _("your local emergency number")) for block in words.more)
    lead = (Block((Run(words.lead),)),) if words.lead else ()
    return Passage(language, words.title, (*lead, *signs), call), more


def _sources(topic: Topic, _: Translate) -> Passage | None:
    """Those that a slide names, in their own language under a heading in the patient's."""
    named = {key for slide in topic.slides for key in slide.sources}
    lines = tuple(source_line(source) for source in topic.sources if source.id in named)
    return Passage(topic.language, _("Where this comes from"), lines) if lines else None

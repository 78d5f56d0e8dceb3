"""Finish: the questions for the visit, large; what to remember; and a code that takes both home."""

from __future__ import annotations

import re

from msgspec import Struct

from kiosk.core.bidi import isolated
from kiosk.core.content.model import Topic
from kiosk.core.content.showing import summary_of
from kiosk.core.language import Translate
from kiosk.core.session.events import PartPressed, PrintPressed, StartOverPressed
from kiosk.core.session.printing import Printing
from kiosk.core.session.questions import Asked, asked_in, offers_questions
from kiosk.core.session.screens import Finish
from kiosk.core.session.session import Session
from kiosk.core.takeaway import Notes
from kiosk.core.views.faces import FacesView, faces_view
from kiosk.core.views.questions import questions_key
from kiosk.core.views.rail import (
    Key,
    KeyName,
    Rail,
    back_key,
    easier_key,
    help_key,
    home_key,
    part_label,
)
from kiosk.core.views.slide import draft_note

SENTENCES = 3


class AskedLine(Struct, frozen=True):
    """A question in the patient's language; `beneath`, in the clinic's own, may be empty."""

    text: str
    language: str
    beneath: str = ""
    beneath_language: str = ""


class CodeCard(Struct, frozen=True):
    """What a code is for and how it is used. `notes` are what it may carry; how much is known where it is drawn.

    Of `holds_first` the n-th says that it carries the first n questions alone.
    """

    title: str
    how: str
    notes: Notes
    holds_all: str
    holds_questions: str
    holds_summary: str
    holds_first: tuple[str, ...]
    photo: str
    alt: str


class AddressCard(Struct, frozen=True):
    """A code that is an address on the web; `shown` is how it is written for people."""

    title: str
    how: str
    address: str
    shown: str
    alt: str


class FinishView(Struct, frozen=True):
    """`language` is that of the sentences; `print_note` says what became of a leaflet that was asked for."""

    title: str
    lead: str
    questions: tuple[AskedLine, ...]
    summary_title: str
    sentences: tuple[str, ...]
    language: str
    draft: str
    code: CodeCard | None
    leaflet: AddressCard | None
    tools: tuple[Key, ...]
    faces: FacesView | None
    print_note: str
    part: int
    part_label: str
    part_key: Key
    rail: Rail


def finish_view(session: Session, screen: Finish, _: Translate) -> FinishView:
    topic, language = session.topic(screen.topic), session.preferences.language
    summary, spoken = summary_of(topic, language)
    questions = _lines(session)
    leading: tuple[Key, ...] = (help_key(_), easier_key(_))
    if len(session.topics) > 1:
        leading += (home_key(session, _),)
    return FinishView(
        title=_("My questions") if questions else _("Remember"),
        lead=_("Show this to your clinician.") if questions else _thanks(_, has_more=bool(summary)),
        questions=questions,
        summary_title=_("Remember") if summary else "",
        sentences=summary[:SENTENCES],
        language=spoken,
        draft=draft_note(topic, spoken, _) if summary else "",
        code=_code(session, questions, summary, draft_note(topic, spoken, _), _),
        leaflet=_leaflet(session.catalog.clinic.leaflet_url, _),
        tools=_tools(session, topic, _, has_some=bool(questions)),
        faces=faces_view(session, _),
        print_note=_print_note(session, _),
        part=screen.part,
        part_label=part_label(session, screen.part, _),
        part_key=Key(KeyName.MORE_TEXT, _("More"), PartPressed()),
        rail=Rail(
            leading=leading,
            back=back_key(_),
            go=Key(KeyName.START_OVER, _("Start over"), StartOverPressed()),
        ),
    )


def _thanks(_: Translate, *, has_more: bool) -> str:
    return _("Thank you. Take these with you:") if has_more else _("Thank you.")


def _lines(session: Session) -> tuple[AskedLine, ...]:
    """The clinic's own language stands beneath where the slide has words in it: the clinician reads that."""
    clinic = session.catalog.clinic.languages[0]
    asked = asked_in(session.questions, session.topics, session.preferences.language)
    return tuple(
        _line(each, theirs, clinic) for each, theirs in zip(asked, _in(session, clinic), strict=True)
    )


def _in(session: Session, language: str) -> tuple[Asked, ...]:
    return asked_in(session.questions, session.topics, language)


def _line(asked: Asked, theirs: Asked, clinic: str) -> AskedLine:
    if theirs.language != clinic or asked.language == clinic:
        return AskedLine(asked.text, asked.language)
    return AskedLine(asked.text, asked.language, theirs.text, clinic)


def _code(
    session: Session, questions: tuple[AskedLine, ...], summary: tuple[str, ...], draft: str, _: Translate
) -> CodeCard | None:
    if not questions and not summary:
        return None
    return CodeCard(
        title=_("Take it with you"),
        how=_("Scan this with your phone's camera. It needs no network."),
        notes=Notes(
            session.catalog.clinic.name,
            _("My questions"),
            tuple(line.text for line in questions),
            _("Remember"),
            summary,
            draft,
        ),
        holds_all=_("It holds your questions and what to remember."),
        holds_questions=_("It holds your questions."),
        holds_summary=_("It holds what to remember."),
        holds_first=tuple(
            _.plural(
                "It holds your first question. The others are only on this list.",
                "It holds your first {count} questions. The others are only on this list.",
                count,
            )
            for count in range(1, len(questions))
        ),
        photo=_("Or take a photo of this list.") if questions else _("Or take a photo of this page."),
        alt=_("A square code to scan with a phone"),
    )


def _leaflet(address: str, _: Translate) -> AddressCard | None:
    if not address:
        return None
    bare = re.sub(r"^\w+://(www\.)?|/$", "", address)
    return AddressCard(
        title=_("More to read"),
        how=_("Scan this to open a page on the web. Your phone needs a network for it."),
        address=address,
        shown=isolated(bare),
        alt=_("A square code to scan with a phone"),
    )


def _tools(session: Session, topic: Topic, _: Translate, *, has_some: bool) -> tuple[Key, ...]:
    found: tuple[Key, ...] = ()
    if offers_questions(topic):
        label = _("Add more questions") if has_some else _("Choose questions to ask")
        found += (questions_key(session, label, _),)
    if session.has_printer and session.printing in {Printing.NOT_ASKED, Printing.FAILED}:
        found += (Key(KeyName.PRINT, _("Print"), PrintPressed()),)
    return found


def _print_note(session: Session, _: Translate) -> str:
    match session.printing:
        case Printing.NOT_ASKED:
            return ""
        case Printing.SENT:
            return _("One moment. It is on its way to the printer.")
        case Printing.PRINTED:
            return _("It is being printed. Please take it from the printer.")
        case Printing.FAILED:
            return _("The printer does not answer. Please ask at reception.")

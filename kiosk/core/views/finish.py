"""Finish: three sentences to remember."""

from __future__ import annotations

from msgspec import Struct

from kiosk.core.content.model import Image, Kind, Topic
from kiosk.core.content.showing import words_of
from kiosk.core.language import Translate
from kiosk.core.session.events import PartPressed, PrintPressed, StartOverPressed
from kiosk.core.session.printing import Printing
from kiosk.core.session.screens import Finish
from kiosk.core.session.session import Session
from kiosk.core.views.rail import Key, KeyName, Rail, back_key, easier_key, help_key, home_key, part_label

SENTENCES = 3


class FinishView(Struct, frozen=True):
    """`print_key` only where there is a printer, and nothing printed yet; `print_note` says what became of it."""

    title: str
    lead: str
    sentences: tuple[str, ...]
    image: Image | None
    alt: str
    print_key: Key | None
    print_note: str
    part: int
    part_label: str
    part_key: Key
    rail: Rail


def finish_view(session: Session, screen: Finish, _: Translate) -> FinishView:
    topic = session.topic(screen.topic)
    sentences, image, alt = _to_remember(topic, session.preferences.language)
    leading: tuple[Key, ...] = (help_key(_), easier_key(_))
    if len(session.topics) > 1:
        leading += (home_key(session, _),)
    return FinishView(
        title=_("Remember"),
        lead=_("Thank you. Take these with you:") if sentences else _("Thank you."),
        sentences=sentences,
        image=image,
        alt=alt,
        print_key=print_key(session, _),
        print_note=print_note(session, _),
        part=screen.part,
        part_label=part_label(session, screen.part, _),
        part_key=Key(KeyName.MORE_TEXT, _("More"), PartPressed()),
        rail=Rail(
            leading=leading,
            back=back_key(_),
            go=Key(KeyName.START_OVER, _("Start over"), StartOverPressed()),
        ),
    )


def print_key(session: Session, _: Translate) -> Key | None:
    may_print = session.has_printer and session.printing in {Printing.NOT_ASKED, Printing.FAILED}
    return Key(KeyName.PRINT, _("Print"), PrintPressed()) if may_print else None


def print_note(session: Session, _: Translate) -> str:
    match session.printing:
        case Printing.NOT_ASKED:
            return ""
        case Printing.SENT:
            return _("One moment. It is on its way to the printer.")
        case Printing.PRINTED:
            return _("It is being printed. Please take it from the printer.")
        case Printing.FAILED:
            return _("The printer does not answer. Please ask at reception.")


def _to_remember(topic: Topic, language: str) -> tuple[tuple[str, ...], Image | None, str]:
    """The topic's summary, or where it has none its first key messages."""
    for slide in topic.slides:
        if slide.kind is Kind.SUMMARY:
            words = words_of(slide, topic, language)
            return tuple(block.text for block in words.body[:SENTENCES]), slide.image, words.alt
    messages = [words_of(slide, topic, language).message for slide in topic.slides]
    return tuple(message for message in messages if message)[:SENTENCES], None, ""

"""Questions to ask: large rows to tick, of one slide, or over Finish of the whole topic, slide by slide."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from kiosk.core.content.model import Topic
from kiosk.core.content.showing import words_of
from kiosk.core.language import Translate, translator
from kiosk.core.session.events import ClosePressed, PartPressed, QuestionPressed, QuestionsPressed
from kiosk.core.session.questions import (
    MOST_QUESTIONS,
    Asked,
    VisitQuestion,
    asked_in,
    questions_offered,
)
from kiosk.core.session.screens import QuestionsOpen, SlideOpen
from kiosk.core.session.session import Session
from kiosk.core.views.rail import Key, KeyName, Rail, easier_key, help_key, home_key, part_label


class QuestionGroup(Struct, frozen=True):
    """The rows under one heading; empty: they need none. `language` is the heading's."""

    title: str
    language: str
    rows: tuple[Key, ...]


class QuestionsView(Struct, frozen=True):
    """`notice` stands in the place of `lead` once somebody wants more than there is room for; `count` may be empty."""

    title: str
    lead: str
    notice: str
    is_full: bool
    count: str
    groups: tuple[QuestionGroup, ...]
    part: int
    part_label: str
    part_key: Key
    rail: Rail


def questions_view(session: Session, screen: QuestionsOpen, _: Translate) -> QuestionsView:
    count = len(session.questions)
    return QuestionsView(
        title=_("Questions to ask"),
        lead=_("Touch the ones you want. They are on your list at the end."),
        notice=_("Eight are enough for one visit. Touch a chosen one to take it off first."),
        is_full=screen.is_full and count == MOST_QUESTIONS,
        count=on_your_list(count, _),
        groups=_groups(session, screen, _),
        part=screen.part,
        part_label=part_label(session, screen.part, _),
        part_key=Key(KeyName.MORE_TEXT, _("More questions"), PartPressed()),
        rail=Rail(
            leading=(help_key(_), easier_key(_), home_key(session, _)),
            go=Key(KeyName.DONE, _("Done"), ClosePressed()),
        ),
    )


def questions_key(session: Session, label: str, _: Translate) -> Key:
    """The key that opens them, with how many are on the list already."""
    count = len(session.questions)
    said = on_your_list(count, _)
    spoken = f"{label}. {said}" if said else ""
    return Key(KeyName.QUESTIONS, label, QuestionsPressed(), spoken=spoken, count=count)


def on_your_list(count: int, _: Translate) -> str:
    """How many are on the list; empty for none."""
    return _.plural("{count} on your list", "{count} on your list", count) if count else ""


def _groups(session: Session, screen: QuestionsOpen, _: Translate) -> tuple[QuestionGroup, ...]:
    topic, language = session.topic(screen.below.topic), session.preferences.language
    is_of_slide = isinstance(screen.below, SlideOpen)
    places = (screen.below.slide,) if isinstance(screen.below, SlideOpen) else range(len(topic.slides))
    found = []
    for place in places:
        asked = asked_in(_all_of(topic, place), session.topics, language)
        if asked:
            heading = "" if is_of_slide else words_of(topic.slides[place], topic, language).title
            rows = _rows(asked, session)
            found.append(QuestionGroup(heading, asked[0].language, rows))
    if len(session.questions) == MOST_QUESTIONS:
        others = tuple(
            each for each in session.questions if each.topic != topic.key or each.slide not in places
        )
        rows = _rows(asked_in(others, session.topics, language), session)
        if rows:
            found.append(QuestionGroup(_("Also on your list"), language, rows))
    return tuple(found)


def _all_of(topic: Topic, place: int) -> Iterable[VisitQuestion]:
    count = questions_offered(topic.slides[place], topic)
    return (VisitQuestion(topic.key, place, index) for index in range(count))


def _rows(asked: Iterable[Asked], session: Session) -> tuple[Key, ...]:
    """The state is said in the language of the question: one voice says both."""
    rows = []
    for each in asked:
        _ = translator(each.language, session.catalog)
        is_chosen = each.origin in session.questions
        state = _("Chosen") if is_chosen else _("Not chosen")
        rows.append(
            Key(
                KeyName.QUESTION,
                each.text,
                QuestionPressed(each.origin),
                spoken=f"{each.text} {state}.",
                is_open=is_chosen,
                language=each.language,
            )
        )
    return tuple(rows)

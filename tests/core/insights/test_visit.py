"""What a session adds to its day, and what adds nothing."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from kiosk.core.content.model import Catalog, Clinic
from kiosk.core.insights.counts import Tally, Thing, What
from kiosk.core.insights.visit import Visit, counted
from kiosk.core.session.events import (
    BackPressed,
    Begun,
    CameAsStaff,
    CatalogArrived,
    CleaningAsked,
    ClosePressed,
    DayCame,
    DigitPressed,
    EasierPressed,
    Event,
    FaceChosen,
    FinishPressed,
    GateAsked,
    GuessesCounted,
    HelpPressed,
    HomePressed,
    LanguageChosen,
    NextPressed,
    OverviewPressed,
    PinChecked,
    PinEntered,
    PreviewArrived,
    QuestionPressed,
    QuestionsPressed,
    SomethingFailed,
    StartOverPressed,
    TakeMeBackPressed,
    TopicChosen,
    WentIdle,
)
from kiosk.core.session.face import Face
from kiosk.core.session.questions import VisitQuestion
from kiosk.core.session.session import Session
from tests.catalogs import A_DAY, asking, catalog, in_spanish, topic

CLINIC = Clinic(languages=("en", "es"))
ONE = catalog(in_spanish(asking()), clinic=CLINIC)
TWO = catalog(topic("backs"), topic("knees"))
SESSION, HELP, ENGLISH = Thing(What.SESSION), Thing(What.HELP), Thing(What.LANGUAGE, "en")
SPANISH, BACKS = Thing(What.LANGUAGE, "es"), Thing(What.TOPIC, "backs")
OVER: tuple[Event, ...] = (WentIdle(), WentIdle(), WentIdle())
"""Still there?, the end, and nobody came back."""
PIN: tuple[Event, ...] = (GateAsked(), GuessesCounted(has_pin=True, tries_left=5, wait=0))
PIN_TYPED: tuple[Event, ...] = (
    *(DigitPressed(digit) for digit in "277913"),
    PinEntered(),
    PinChecked(is_right=True),
)


def stopped(slide: int, key: str = "backs") -> Thing:
    return Thing(What.STOPPED, f"{key}/{slide:02}-slide")


def tallies(events: Iterable[Event], content: Catalog = ONE, *, asks_face: bool = True) -> list[Tally]:
    session, visit, found = replace(Session.at_start(content, A_DAY), asks_face=asks_face), Visit(), []
    for event in events:
        before, session = session, session.after(event)
        visit, tally = counted(visit, before, event, session)
        if tally:
            found.append(tally)
    return found


def things(*events: Event, content: Catalog = ONE) -> list[set[Thing]]:
    return [set(tally.things) for tally in tallies(events, content)]


@pytest.mark.parametrize(
    ("events", "added"),
    [
        ((Begun(), NextPressed(), StartOverPressed()), {stopped(2)}),
        ((Begun(), NextPressed(), BackPressed(), HomePressed()), {stopped(1)}),
        ((Begun(), NextPressed(), *OVER), {stopped(2)}),
        ((Begun(), OverviewPressed(), *OVER), {stopped(1)}),
        ((Begun(), *([NextPressed()] * 3), StartOverPressed()), {Thing(What.FINISHED, "backs")}),
        ((Begun(), OverviewPressed(), FinishPressed(), BackPressed(), *OVER), {stopped(3)}),
        ((Begun(), HelpPressed(), HelpPressed(), HelpPressed(), *OVER), {stopped(1), HELP}),
        ((Begun(), CleaningAsked(), WentIdle(), HomePressed()), {stopped(1)}),
        ((Begun(), GateAsked(), ClosePressed(), NextPressed(), HomePressed()), {stopped(2)}),
        ((Begun(), CatalogArrived(TWO), HomePressed()), {stopped(1)}),
    ],
)
def test_a_session_adds_one_to_each_thing_of_its_own(events: tuple[Event, ...], added: set[Thing]) -> None:
    assert things(*events) == [{SESSION, ENGLISH, BACKS, *added}]


def test_the_language_is_the_one_at_the_end() -> None:
    changed: tuple[Event, ...] = (EasierPressed(), LanguageChosen("es"), ClosePressed())
    assert things(Begun("es"), HomePressed()) == [{SESSION, SPANISH, BACKS, stopped(1)}]
    assert things(Begun("en"), *changed, HomePressed()) == [{SESSION, SPANISH, BACKS, stopped(1)}]


def test_questions_count_as_they_were_ticked_in_the_end() -> None:
    first, second = VisitQuestion("backs", 0, 0), VisitQuestion("backs", 0, 2)
    ticking = (QuestionPressed(first), QuestionPressed(second), QuestionPressed(first))
    asked = Thing(What.QUESTION, "backs/01-slide/3")
    found = things(Begun(), QuestionsPressed(), *ticking, ClosePressed(), NextPressed(), HomePressed())
    assert found == [{SESSION, ENGLISH, BACKS, stopped(2), asked}]


def test_one_answer_counts_whatever_is_pressed_after_it() -> None:
    faces = [FaceChosen(face) for face in (Face.A_LITTLE, Face.NO, Face.YES)]
    read = (Begun(), OverviewPressed(), FinishPressed())
    answer = Thing(What.FACE, "a little")
    assert answer in things(*read, *faces, HomePressed())[0]
    assert answer in things(*read, *faces, BackPressed(), NextPressed(), *faces[1:], HomePressed())[0]
    silent = tallies((*read, *faces, HomePressed()), asks_face=False)
    assert all(thing.what is not What.FACE for thing in silent[0].things)


def test_two_topics_of_one_session_are_opened_once_each_and_left_once() -> None:
    events: tuple[Event, ...] = (
        Begun(),
        TopicChosen("backs"),
        HomePressed(),
        TopicChosen("knees"),
        NextPressed(),
    )
    again: tuple[Event, ...] = (HomePressed(), TopicChosen("backs"), HomePressed(), StartOverPressed())
    knees = Thing(What.TOPIC, "knees")
    assert things(*events, *OVER, content=TWO) == [{SESSION, ENGLISH, BACKS, knees, stopped(2, "knees")}]
    assert things(*events, *again, content=TWO) == [{SESSION, ENGLISH, BACKS, knees, stopped(1)}]


@pytest.mark.parametrize(
    "events",
    [
        (WentIdle(), DayCame(A_DAY + timedelta(days=1))),
        (Begun(), HomePressed(), StartOverPressed()),
        (Begun(), *OVER),
        (CameAsStaff(), ClosePressed()),
        (Begun(), TopicChosen("backs"), *PIN, *PIN_TYPED, ClosePressed()),
        (CameAsStaff(), PreviewArrived(ONE), NextPressed(), HelpPressed(), WentIdle()),
        (Begun(), TopicChosen("backs"), NextPressed(), SomethingFailed()),
    ],
)
def test_staff_previews_errors_and_touches_that_come_to_nothing_add_nothing(
    events: tuple[Event, ...],
) -> None:
    assert tallies(events, TWO) == []


def test_after_staff_the_next_patient_counts_again() -> None:
    staff: tuple[Event, ...] = (*PIN, *PIN_TYPED, ClosePressed())
    found = things(Begun(), *staff, Begun(), HomePressed())
    assert found == [{SESSION, ENGLISH, BACKS, stopped(1)}]


def test_help_from_the_cover_counts_as_help_and_as_no_session() -> None:
    assert things(HelpPressed(), ClosePressed()) == [{HELP}]


def test_a_session_that_is_taken_back_is_one() -> None:
    ended: tuple[Event, ...] = (Begun(), NextPressed(), WentIdle(), WentIdle())
    back = (TakeMeBackPressed(), NextPressed(), HomePressed())
    assert things(*ended, *back) == [{SESSION, ENGLISH, BACKS, stopped(3)}]


def test_an_answer_before_a_session_is_taken_back_still_counts() -> None:
    answered: tuple[Event, ...] = (Begun(), OverviewPressed(), FinishPressed(), FaceChosen(Face.NO))
    found = things(*answered, WentIdle(), WentIdle(), TakeMeBackPressed(), HomePressed())
    assert found == [{SESSION, ENGLISH, BACKS, Thing(What.FINISHED, "backs"), Thing(What.FACE, "no")}]


def test_who_begins_while_the_session_before_could_be_taken_back_is_another() -> None:
    ended: tuple[Event, ...] = (Begun(), NextPressed(), WentIdle(), WentIdle())
    assert things(*ended, Begun("es"), HomePressed()) == [
        {SESSION, ENGLISH, BACKS, stopped(2)},
        {SESSION, SPANISH, BACKS, stopped(1)},
    ]


def test_a_session_over_midnight_belongs_to_the_day_on_which_it_began() -> None:
    tomorrow = A_DAY + timedelta(days=1)
    found = tallies((Begun(), DayCame(tomorrow), HomePressed(), Begun(), HomePressed()))
    assert [tally.day for tally in found] == [A_DAY, tomorrow]


EVENTS: list[Event] = [
    Begun(),
    Begun("es"),
    NextPressed(),
    NextPressed(),
    BackPressed(),
    HomePressed(),
    HelpPressed(),
    ClosePressed(),
    EasierPressed(),
    QuestionsPressed(),
    QuestionPressed(VisitQuestion("backs", 0, 0)),
    TopicChosen("backs"),
    TopicChosen("knees"),
    FaceChosen(Face.NO),
    GateAsked(),
    CameAsStaff(),
    PreviewArrived(ONE),
    CleaningAsked(),
    TakeMeBackPressed(),
    StartOverPressed(),
    SomethingFailed(),
    WentIdle(),
    WentIdle(),
]


@given(st.lists(st.sampled_from(EVENTS), max_size=60), st.sampled_from([ONE, TWO]))
def test_whatever_happens_a_tally_is_one_session_with_one_language_and_one_place(
    events: list[Event], content: Catalog
) -> None:
    begun = sum(isinstance(event, Begun | HelpPressed) for event in events)
    found = tallies(events, content)
    assert len(found) <= begun
    for tally in found:
        kinds = [thing.what for thing in tally.things]
        sessions = kinds.count(What.SESSION)
        places = kinds.count(What.STOPPED) + kinds.count(What.FINISHED)
        assert sessions == kinds.count(What.LANGUAGE) == places <= 1
        assert sessions or tally.things == {HELP}
        assert kinds.count(What.FACE) <= 1
        assert isinstance(tally.day, date)

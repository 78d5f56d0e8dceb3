"""Questions for the visit: how they are ticked, how many there may be, and when they are gone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from kiosk.core.content.model import Clinic
from kiosk.core.session.events import (
    Event,
    QuestionPressed,
    QuestionsPressed,
    StartOverPressed,
    TakeMeBackPressed,
    WentIdle,
)
from kiosk.core.session.preferences import Preferences
from kiosk.core.session.questions import MOST_QUESTIONS, VisitQuestion, asked_in, is_offered
from kiosk.core.session.screens import Attract, EasierOpen, Finish, QuestionsOpen, SlideOpen
from kiosk.core.session.session import Session
from tests.catalogs import A_DAY, asking, catalog, topic
from tests.core.session.test_session import EVENTS

TEN = catalog(asking("backs", 3, each=5), asking("knees", 2, each=2))
FIRST = SlideOpen("backs", 0)
SHEET = QuestionsOpen(below=FIRST)
BACKS = [VisitQuestion("backs", place, index) for place in (0, 1) for index in range(5)]


def at(*questions: VisitQuestion) -> Session:
    return replace(Session.at_start(TEN, A_DAY), screen=SHEET, questions=questions)


def tick(session: Session, *questions: VisitQuestion) -> Session:
    for question in questions:
        session = session.after(QuestionPressed(question))
    return session


def test_questions_stand_in_the_order_in_which_they_were_ticked() -> None:
    assert tick(at(), BACKS[3], BACKS[0], BACKS[7]).questions == (BACKS[3], BACKS[0], BACKS[7])


def test_a_second_touch_takes_the_tick_off_and_leaves_the_others_in_their_order() -> None:
    assert tick(at(), BACKS[3], BACKS[0], BACKS[7], BACKS[0]).questions == (BACKS[3], BACKS[7])


def test_eight_are_enough_and_the_ninth_is_told_so_until_one_is_taken_off() -> None:
    full = tick(at(), *BACKS[:8])
    assert (full.questions, full.screen) == (tuple(BACKS[:8]), SHEET)
    ninth = tick(full, BACKS[8])
    assert (ninth.questions, ninth.screen) == (tuple(BACKS[:8]), replace(SHEET, is_full=True))
    fewer = tick(ninth, BACKS[2])
    assert (len(fewer.questions), fewer.screen) == (7, SHEET)
    assert tick(fewer, BACKS[8]).questions[-1] == BACKS[8]


@pytest.mark.parametrize(
    "question",
    [
        VisitQuestion("backs", 0, 5),
        VisitQuestion("backs", 0, -1),
        VisitQuestion("backs", -1, 0),
        VisitQuestion("backs", 2, 0),
        VisitQuestion("backs", 3, 0),
        VisitQuestion("no such topic", 0, 0),
    ],
)
def test_what_no_slide_offers_cannot_be_ticked(question: VisitQuestion) -> None:
    session = at()
    assert session.after(QuestionPressed(question)) is session


def test_nothing_is_ticked_but_on_the_sheet() -> None:
    session = replace(at(), screen=FIRST)
    assert session.after(QuestionPressed(BACKS[0])) is session


def test_they_follow_the_patients_language_and_where_a_translation_lacks_one_the_original_stands() -> None:
    """product.md: a translation's n-th question is the original's n-th."""
    original = asking("backs", 2, each=3)
    spanish = replace(original.slides[0].words["en"], questions=("¿Uno?", "¿Dos?"))
    first = replace(original.slides[0], words={**original.slides[0].words, "es": spanish})
    backs = replace(original, slides=(first, original.slides[1]))
    ticked = [VisitQuestion("backs", 0, 2), VisitQuestion("backs", 0, 1)]
    assert [(each.text, each.language) for each in asked_in(ticked, [backs], "es")] == [
        ("Backs 1c?", "en"),
        ("¿Dos?", "es"),
    ]
    assert [each.text for each in asked_in(ticked, [backs], "en")] == ["Backs 1c?", "Backs 1b?"]


def test_a_reset_takes_them_and_that_was_me_does_not_bring_them_back() -> None:
    """product.md, Reset; standards.md TIM-05."""
    session = tick(at(), *BACKS[:3])
    assert session.after(StartOverPressed()) == Session.at_start(TEN, A_DAY)
    ended = session.after(WentIdle()).after(WentIdle())
    assert isinstance(ended.screen, Attract)
    assert ended.screen.take_back
    assert ended.questions == ()
    back = ended.after(TakeMeBackPressed())
    assert (back.screen, back.questions) == (SHEET, ())


STEPS = st.lists(st.one_of(EVENTS, st.sampled_from(BACKS).map(QuestionPressed)), max_size=60)


def walk(events: list[Event]) -> list[Session]:
    """From the sheet of questions, with seven on the list."""
    sessions = [at(*BACKS[:7])]
    for event in events:
        sessions.append(sessions[-1].after(event))
    return sessions


@given(STEPS)
def test_whatever_happens_there_are_never_more_than_eight_none_twice_and_only_such_as_are_offered(
    events: list[Event],
) -> None:
    for session in walk(events):
        assert len(session.questions) <= MOST_QUESTIONS
        assert len(set(session.questions)) == len(session.questions)
        assert all(is_offered(each, session.topics) for each in session.questions)


@given(STEPS)
def test_no_question_outlives_its_session(events: list[Event]) -> None:
    """standards.md PRV-02: not on Attract, nor in what can be taken back."""
    for session in walk(events):
        if isinstance(session.screen, Attract):
            assert session.questions == ()
            assert "VisitQuestion" not in repr(session)


@given(st.lists(st.sampled_from(BACKS), max_size=30))
def test_ticking_is_a_toggle_until_the_list_is_full(touched: list[VisitQuestion]) -> None:
    expected: list[VisitQuestion] = []
    for question in touched:
        if question in expected:
            expected.remove(question)
        elif len(expected) < 8:
            expected.append(question)
    assert tick(at(), *touched).questions == tuple(expected)


def test_the_idle_limits_know_how_much_there_is_to_read() -> None:
    """standards.md TIM-01: twice the reading time at 130 words a minute; the questions, and on Finish all it says."""
    clinic = Clinic(idle_limit=20)
    content = catalog(asking("backs", 3, each=25), clinic=clinic)
    session = replace(Session.at_start(content, A_DAY), screen=SHEET)
    assert session.idle_seconds == pytest.approx(25 * 2 * 120 / 130)
    whole = replace(session, screen=QuestionsOpen(below=Finish("backs")))
    assert whole.idle_seconds == pytest.approx(50 * 2 * 120 / 130)
    finish = replace(session, screen=Finish("backs"))
    few = finish.idle_seconds
    more = replace(
        finish, questions=(VisitQuestion("backs", 0, 0), VisitQuestion("backs", 1, 0))
    ).idle_seconds
    assert few == pytest.approx((60 + 6) * 120 / 130)  # three messages of two words
    assert more == pytest.approx((60 + 6 + 4) * 120 / 130)
    assert replace(session, screen=EasierOpen(below=SHEET)).idle_seconds == session.idle_seconds


def test_a_topic_without_questions_has_no_key_for_them() -> None:
    bare = replace(Session.at_start(catalog(topic()), A_DAY), screen=FIRST, preferences=Preferences())
    assert bare.after(QuestionsPressed()) is bare

"""Staff's rows of the machine: the gate, the desk, and what they may never do to a patient."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from kiosk.core.content.model import Catalog, Clinic
from kiosk.core.content.standing import Standing
from kiosk.core.session.errands import (
    CheckPin,
    CountGuesses,
    Errand,
    KeepScale,
    NoteCleaned,
    TellCleaned,
    TellHealth,
    TellStanding,
    errand_of,
)
from kiosk.core.session.events import (
    BackPressed,
    Begun,
    CalibratePressed,
    CameAsStaff,
    CatalogArrived,
    CleanedBefore,
    CleaningAsked,
    ClosePressed,
    DayCame,
    DeskPageChosen,
    DigitPressed,
    EdgeMoved,
    ErasePressed,
    Event,
    ExitPressed,
    FollowPressed,
    GateAsked,
    GoBackPressed,
    GuessesCounted,
    HealthArrived,
    HelpPressed,
    HomePressed,
    NextPressed,
    Noted,
    PartPressed,
    PartsCounted,
    PausePressed,
    PinChecked,
    PinEntered,
    PreviewArrived,
    PreviewClosed,
    PreviewPressed,
    QuestionPressed,
    QuestionsPressed,
    ResumePressed,
    ScaleChosen,
    ScaleTold,
    ShowNowPressed,
    SoundTestPressed,
    StandingArrived,
    StartOverPressed,
    TopicChosen,
    WaitEnded,
    WentIdle,
)
from kiosk.core.session.preferences import Preferences, TextSize
from kiosk.core.session.questions import VisitQuestion
from kiosk.core.session.screens import (
    Attract,
    Calibration,
    Cleaning,
    Desk,
    DeskPage,
    Finish,
    Gate,
    GateState,
    HelpOpen,
    Home,
    Preview,
    Screen,
    SlideOpen,
    StillThere,
)
from kiosk.core.session.session import Session
from kiosk.core.staff.health import Finding, Notice, State
from kiosk.core.views.questions import QuestionsView
from kiosk.core.views.view import view_of
from tests.catalogs import A_DAY, asking, catalog, topic

ONE, TWO = catalog(), catalog(topic("backs"), topic("knees", 2))
SLIDE = SlideOpen("backs", 1)
NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
STANDING = Standing("/content")
FINDINGS = (Finding("Disk", State.GOOD, "Much is free."),)
GATE, DESK, CARD = Gate(below=SLIDE), Desk(), Calibration(Desk(), 4.0, 8.0)
FULL = replace(GATE, typed="123456789012")
CHECKING = Gate(SLIDE, "275913", GateState.CHECKING)
WAITING = Gate(SLIDE, state=GateState.WAITING, wait=30)
NO_PIN = Gate(SLIDE, state=GateState.NO_PIN)
PREVIEW = Preview(DESK, ONE, SlideOpen("backs", 0))


def at(screen: Screen, content: Catalog = TWO) -> Session:
    return replace(Session.at_start(content, A_DAY), screen=screen)


MOVES: list[tuple[Screen, Event, Screen]] = [
    (GATE, DigitPressed("2"), replace(GATE, typed="2")),
    (replace(GATE, typed="27"), ErasePressed(), replace(GATE, typed="2")),
    (GATE, ErasePressed(), GATE),
    (FULL, DigitPressed("3"), FULL),
    (replace(GATE, typed="275913"), PinEntered(), CHECKING),
    (replace(GATE, typed="27591"), PinEntered(), Gate(SLIDE, "27591", GateState.TOO_SHORT)),
    (CHECKING, DigitPressed("1"), CHECKING),
    (CHECKING, PinEntered(), CHECKING),
    (CHECKING, PinChecked(is_right=True), DESK),
    (CHECKING, PinChecked(is_right=False, tries_left=4), Gate(SLIDE, "", GateState.REFUSED, 4)),
    (
        CHECKING,
        PinChecked(is_right=False, tries_left=5, wait=30),
        Gate(SLIDE, "", GateState.WAITING, 5, 30),
    ),
    (GATE, PinChecked(is_right=True), GATE),
    (GATE, GuessesCounted(has_pin=False, tries_left=5, wait=0), NO_PIN),
    (GATE, GuessesCounted(has_pin=True, tries_left=5, wait=30), Gate(SLIDE, "", GateState.WAITING, 5, 30)),
    (WAITING, DigitPressed("1"), WAITING),
    (WAITING, PinEntered(), WAITING),
    (WAITING, WaitEnded(), Gate(SLIDE)),
    (NO_PIN, DigitPressed("1"), NO_PIN),
    (NO_PIN, PinEntered(), NO_PIN),
    (GATE, ClosePressed(), SLIDE),
    (GATE, BackPressed(), SLIDE),
    (GATE, WentIdle(), SLIDE),
    (WAITING, ClosePressed(), SLIDE),
    (CHECKING, WentIdle(), SLIDE),
    (Gate(below=Attract()), WentIdle(), Attract()),
    (GATE, HelpPressed(), HelpOpen(below=SLIDE)),
    (Gate(below=HelpOpen(below=SLIDE)), HelpPressed(), HelpOpen(below=SLIDE)),
    (GATE, HomePressed(), GATE),
    (GATE, StartOverPressed(), GATE),
    (GATE, CameAsStaff(), GATE),
    (GATE, CleaningAsked(), GATE),
    (Attract(), CameAsStaff(), DESK),
    (SLIDE, CameAsStaff(), SLIDE),
    (DESK, DeskPageChosen(DeskPage.TOPICS), Desk(DeskPage.TOPICS)),
    (Desk(notice=Notice.DONE), DeskPageChosen(DeskPage.CONTENT), DESK),
    (DESK, StandingArrived(STANDING), Desk(standing=STANDING)),
    (DESK, HealthArrived(FINDINGS), Desk(findings=FINDINGS)),
    (DESK, Noted(Notice.SOUND), Desk(notice=Notice.SOUND)),
    (DESK, ClosePressed(), Attract()),
    (DESK, WentIdle(), Attract()),
    (DESK, HelpPressed(), DESK),
    (DESK, HomePressed(), DESK),
    (DESK, GateAsked(), DESK),
    (Desk(DeskPage.EXIT), ClosePressed(), Desk(DeskPage.MACHINE)),
    (DESK, CleaningAsked(), Cleaning(below=DESK)),
    (DESK, ScaleTold(4.0, 8.0), CARD),
    (DESK, ScaleTold(40.0, 8.0), Calibration(DESK, 8.0, 8.0)),
    (DESK, PreviewArrived(ONE), PREVIEW),
    (DESK, PreviewArrived(TWO), Preview(DESK, TWO, Home())),
    (DESK, PreviewArrived(Catalog()), Desk(notice=Notice.NOTHING_TO_PREVIEW)),
    (PREVIEW, NextPressed(), Preview(DESK, ONE, SLIDE)),
    (PREVIEW, HelpPressed(), Preview(DESK, ONE, HelpOpen(below=SlideOpen("backs", 0)))),
    (PREVIEW, BackPressed(), DESK),
    (PREVIEW, PreviewClosed(), DESK),
    (PREVIEW, WentIdle(), Attract()),
    (PREVIEW, GateAsked(), PREVIEW),
    (PREVIEW, CleaningAsked(), PREVIEW),
    (Preview(DESK, ONE, Finish("backs")), StartOverPressed(), DESK),
    (CARD, EdgeMoved(12), Calibration(DESK, 354 / 85.6, 8.0)),
    (CARD, NextPressed(), Calibration(DESK, 343 / 85.6, 8.0)),
    (CARD, BackPressed(), Calibration(DESK, 341 / 85.6, 8.0)),
    (CARD, EdgeMoved(9999), Calibration(DESK, 8.0, 8.0)),
    (CARD, EdgeMoved(-9999), Calibration(DESK, 1.0, 8.0)),
    (CARD, ScaleChosen(), DESK),
    (CARD, ClosePressed(), DESK),
    (CARD, WentIdle(), Attract()),
    (Cleaning(below=SLIDE), WentIdle(), SLIDE),
    (Cleaning(below=SLIDE), ClosePressed(), SLIDE),
    (Cleaning(below=Attract()), WentIdle(), Attract()),
    (Cleaning(below=DESK), WentIdle(), DESK),
    (Cleaning(below=SLIDE), CleanedBefore(NOON), Cleaning(below=SLIDE, last=NOON)),
]


@pytest.mark.parametrize(("screen", "event", "then"), MOVES)
def test_each_move_leads_where_the_table_says(screen: Screen, event: Event, then: Screen) -> None:
    assert at(screen).after(event).screen == then


def test_what_a_patient_ticked_is_gone_at_the_desk_and_what_staff_tick_in_a_preview_after_it() -> None:
    """A preview ticks like a session, and starts and ends without any."""
    content = catalog(asking())
    ticked = (VisitQuestion("backs", 0, 0),)
    desk = replace(at(CHECKING, content), questions=ticked).after(PinChecked(is_right=True))
    assert (desk.screen, desk.questions) == (DESK, ())
    sheet = desk.after(PreviewArrived(content)).after(QuestionsPressed())
    chosen = sheet.after(QuestionPressed(ticked[0]))
    view = view_of(chosen)
    assert isinstance(view, QuestionsView)
    assert [row.is_open for row in view.groups[0].rows] == [True, False, False]
    for leaves in (PreviewClosed(), StartOverPressed()):
        closed = chosen.after(leaves)
        assert (closed.screen, closed.questions) == (DESK, ())


def test_a_gate_that_is_closed_gives_the_patient_the_questions_back() -> None:
    ticked = (VisitQuestion("backs", 0, 0),)
    session = replace(at(Gate(below=SLIDE), catalog(asking())), questions=ticked).after(ClosePressed())
    assert (session.screen, session.questions) == (SLIDE, ticked)


@pytest.mark.parametrize(
    "event",
    [Begun(), NextPressed(), BackPressed(), HomePressed(), HelpPressed(), GateAsked(), CleaningAsked()],
)
def test_cleaning_lets_nothing_through(event: Event) -> None:
    session = at(Cleaning(below=SLIDE))
    assert session.after(event) is session


def test_the_gate_keeps_a_patients_place_parts_and_preferences() -> None:
    patient = replace(at(SlideOpen("backs", 1, 2)), preferences=Preferences(text_size=TextSize.LARGEST))
    back = patient.after(GateAsked()).after(DigitPressed("1")).after(ClosePressed())
    assert (back.screen, back.preferences) == (patient.screen, patient.preferences)


def test_leaving_the_desk_is_a_reset() -> None:
    patient = replace(at(SLIDE), preferences=Preferences("es", text_size=TextSize.LARGEST))
    desk = replace(patient, screen=CHECKING).after(PinChecked(is_right=True))
    assert desk.preferences == Preferences(
        "en", text_size=TextSize.LARGEST
    )  # the clinic's words, still large
    assert desk.after(ClosePressed()) == Session.at_start(TWO, A_DAY)
    assert desk.after(WentIdle()) == Session.at_start(TWO, A_DAY)


def test_new_content_is_live_on_the_desk_at_once_and_behind_the_gate_when_it_closes() -> None:
    assert at(DESK, ONE).after(CatalogArrived(TWO)).catalog == TWO
    gate = at(Gate(below=Attract()), ONE).after(CatalogArrived(TWO))
    assert gate.catalog == ONE
    assert gate.after(ClosePressed()).catalog == TWO
    patient = at(GATE, ONE).after(CatalogArrived(TWO)).after(ClosePressed())
    assert (patient.catalog, patient.screen) == (ONE, SLIDE)


@pytest.mark.parametrize(
    ("screen", "is_begun"),
    [
        (Gate(below=Attract()), False),
        (GATE, True),
        (Cleaning(below=SLIDE), True),
        (Cleaning(below=DESK), False),
        (DESK, False),
        (PREVIEW, False),
    ],
)
def test_a_session_is_a_patients_and_not_staffs(screen: Screen, *, is_begun: bool) -> None:
    assert at(screen).is_begun is is_begun


@pytest.mark.parametrize(("screen", "seconds"), [(GATE, 30), (DESK, 120), (CARD, 120), (PREVIEW, 120)])
def test_staffs_screens_close_by_themselves_also_where_the_idle_limit_is_off(
    screen: Screen, seconds: int
) -> None:
    assert at(screen, catalog(clinic=Clinic(idle_limit=0))).idle_seconds == seconds


def test_a_day_that_begins_takes_no_topic_away_from_a_preview() -> None:
    content = catalog(topic(show_until=A_DAY))
    preview = at(Preview(DESK, content, SlideOpen("backs", 0))).after(DayCame(A_DAY + timedelta(1)))
    view_of(preview)
    assert preview.after(NextPressed()).screen == Preview(DESK, content, SLIDE)
    assert at(DESK).after(DayCame(A_DAY + timedelta(1))).day == A_DAY + timedelta(1)


def test_the_key_more_turns_the_parts_of_the_desk() -> None:
    session = at(DESK).after(PartsCounted(2)).after(PartPressed())
    assert session.screen == Desk(part=2)
    assert session.after(PartPressed()).screen == Desk()
    assert session.after(PartsCounted(1)).screen == Desk()


ERRANDS: list[tuple[Screen, Event, Errand | None]] = [
    (SLIDE, GateAsked(), CountGuesses()),
    (replace(GATE, typed="275913"), PinEntered(), CheckPin("275913")),
    (replace(GATE, typed="2759"), PinEntered(), None),
    (CHECKING, PinEntered(), None),
    (WAITING, PinEntered(), None),
    (NO_PIN, PinEntered(), None),
    (CHECKING, PinChecked(is_right=True), TellStanding()),
    (CHECKING, PinChecked(is_right=False), None),
    (Attract(), CameAsStaff(), TellStanding()),
    (SLIDE, CleaningAsked(), TellCleaned()),
    (Cleaning(below=SLIDE), WentIdle(), NoteCleaned()),
    (Cleaning(below=SLIDE), ClosePressed(), None),
    (DESK, DeskPageChosen(DeskPage.MACHINE), TellHealth("en")),
    (CARD, ScaleChosen(), KeepScale(4.0)),
    (CARD, ClosePressed(), None),
]
ASKED: list[Event] = [
    ShowNowPressed(),
    GoBackPressed("a"),
    FollowPressed(),
    PausePressed("backs"),
    ResumePressed("backs"),
    PreviewPressed("a"),
    SoundTestPressed(),
    CalibratePressed(),
    ExitPressed(),
]


@pytest.mark.parametrize(("screen", "event", "errand"), ERRANDS)
def test_what_follows_outside_of_a_move(screen: Screen, event: Event, errand: Errand | None) -> None:
    before = at(screen)
    assert errand_of(before, event, before.after(event)) == errand


@pytest.mark.parametrize("event", ASKED)
def test_what_staff_ask_for_is_an_errand_at_the_desk_and_nowhere_else(event: Event) -> None:
    for screen in (Attract(), SLIDE, GATE, CHECKING, StillThere(below=SLIDE), CARD, PREVIEW, Cleaning(SLIDE)):
        before = at(screen)
        assert errand_of(before, event, before.after(event)) is None
    assert errand_of(at(DESK), event, at(DESK).after(event)) == event


def test_digits_never_stand_in_what_may_be_logged() -> None:
    gate = at(GATE).after(DigitPressed("7")).after(DigitPressed("5"))
    assert "75" not in repr(gate)
    assert "7" not in repr(DigitPressed("7"))
    assert "275913" not in repr(CheckPin("275913"))


EVENTS = st.one_of(
    st.sampled_from(
        [
            *(event for _, event, _ in MOVES),
            *ASKED,
            Begun(),
            TopicChosen("backs"),
            PartPressed(),
            CatalogArrived(ONE),
            CatalogArrived(Catalog()),
            DayCame(A_DAY + timedelta(1)),
        ]
    ),
    st.sampled_from([GateAsked(), DigitPressed("7"), PinEntered(), WentIdle(), CleaningAsked()]),
    st.integers(1, 4).map(PartsCounted),
)


@given(st.lists(EVENTS, max_size=50))
def test_no_order_of_events_reaches_the_desk_without_a_right_pin_or_shows_what_cannot_be_shown(
    events: list[Event],
) -> None:
    session = Session.at_start(TWO, A_DAY)
    is_staff = False
    for event in events:
        before, session = session, session.after(event)
        view_of(session)
        if isinstance(session.screen, Desk | Preview | Calibration):
            is_staff = is_staff or event in (PinChecked(is_right=True), CameAsStaff())
            assert is_staff
        elif not (isinstance(session.screen, Cleaning) and isinstance(session.screen.below, Desk)):
            is_staff = False
        errand = errand_of(before, event, session)
        if isinstance(errand, ExitPressed | GoBackPressed | KeepScale):
            assert isinstance(before.screen, Desk | Calibration)


@given(st.lists(EVENTS, max_size=50))
def test_left_alone_the_kiosk_is_always_back_on_attract(events: list[Event]) -> None:
    session = Session.at_start(TWO, A_DAY)
    for event in events:
        session = session.after(event)
    for _ in range(4):
        session = session.after(WentIdle())
    assert isinstance(session.screen, Attract)

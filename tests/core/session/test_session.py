"""Every move of the machine, as a table, and what no order of events may break."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from kiosk.core.content.model import Catalog, Clinic, Image, Review, Source
from kiosk.core.content.standing import Standing
from kiosk.core.session.events import (
    BackPressed,
    Begun,
    CalmMotionToggled,
    CatalogArrived,
    CleaningAsked,
    ClosePressed,
    ContrastToggled,
    ControlsLowToggled,
    DayCame,
    EasierPressed,
    Event,
    EvidencePressed,
    FinishPressed,
    GateAsked,
    HelpPressed,
    HomePressed,
    MorePressed,
    NextPressed,
    OverviewPressed,
    PartPressed,
    PartsCounted,
    PicturePressed,
    QuestionPressed,
    QuestionsPressed,
    SlideChosen,
    StandingArrived,
    StartOverPressed,
    StayPressed,
    TakeMeBackPressed,
    TextSizeChosen,
    TopicChosen,
    WentIdle,
)
from kiosk.core.session.motion import Motion, motion_between
from kiosk.core.session.preferences import Preferences, TextSize, Theme
from kiosk.core.session.questions import VisitQuestion
from kiosk.core.session.screens import (
    LAST_PART,
    Attract,
    Cleaning,
    EasierOpen,
    EvidenceOpen,
    Finish,
    Gate,
    HelpOpen,
    Home,
    MoreOpen,
    Overview,
    PictureOpen,
    QuestionsOpen,
    Screen,
    SlideOpen,
    StillThere,
    TakeBack,
)
from kiosk.core.session.session import Session
from kiosk.core.views.attract import AttractView
from kiosk.core.views.view import view_of
from tests.catalogs import A_DAY, asking, catalog, slide, topic

ONE = catalog()
TWO = catalog(topic("backs"), topic("knees", 2))
PICTURED = catalog(replace(topic(), slides=(slide(1, image=Image("a.png", 4, 3)),)))
FIRST, SECOND, LAST = SlideOpen("backs", 0), SlideOpen("backs", 1), SlideOpen("backs", 2)
MORE, FINISH, OVERVIEW = MoreOpen("backs", 0), Finish("backs"), Overview("backs", 1)
ASKING, ASK = catalog(asking()), QuestionsOpen(below=FIRST)
BARE = catalog(replace(topic(), slides=(replace(slide(1), evidence=None),)))
SOURCED = catalog(replace(topic(), slides=(replace(slide(1), evidence=None, sources=("who",)),)))
DUE = Review("A nurse", A_DAY, review_by=A_DAY - timedelta(60))
FADING = catalog(asking("backs", each=5), asking("knees", 3, each=5, review=DUE))
"""Shows the knees for the last day."""
TOMORROW = A_DAY + timedelta(1)


def at(screen: Screen, content: Catalog = ONE, parts: int = 1) -> Session:
    return replace(Session.at_start(content, A_DAY), screen=screen, parts=parts)


MOVES: list[tuple[Catalog, Screen, Event, Screen]] = [
    (ONE, Attract(), Begun("en"), FIRST),
    (ONE, Attract(), Begun(), FIRST),
    (TWO, Attract(), Begun("en"), Home()),
    (ONE, Attract(), HelpPressed(), HelpOpen(below=Attract())),
    (ONE, Attract(), NextPressed(), Attract()),
    (ONE, Attract(is_updated=True), WentIdle(), Attract()),
    (TWO, Home(), TopicChosen("knees"), SlideOpen("knees", 0)),
    (TWO, Home(), TopicChosen("no such topic"), Home()),
    (TWO, Home(), BackPressed(), Attract()),
    (TWO, Home(), StartOverPressed(), Attract()),
    (ONE, FIRST, NextPressed(), SECOND),
    (ONE, LAST, NextPressed(), FINISH),
    (ONE, SECOND, BackPressed(), replace(FIRST, part=LAST_PART)),
    (ONE, SECOND, ClosePressed(), replace(FIRST, part=LAST_PART)),
    (ONE, FIRST, BackPressed(), Attract()),
    (TWO, FIRST, BackPressed(), Home()),
    (ONE, SECOND, HomePressed(), Attract()),
    (TWO, SECOND, HomePressed(), Home()),
    (ONE, SECOND, HelpPressed(), HelpOpen(below=SECOND)),
    (ONE, SECOND, OverviewPressed(), OVERVIEW),
    (ONE, SECOND, SlideChosen(2), LAST),
    (ONE, SECOND, SlideChosen(3), SECOND),
    (ONE, FIRST, MorePressed(), MORE),
    (ONE, SECOND, MorePressed(), SECOND),
    (ONE, OVERVIEW, SlideChosen(0), FIRST),
    (ONE, OVERVIEW, ClosePressed(), SECOND),
    (ONE, OVERVIEW, BackPressed(), SECOND),
    (ONE, MORE, ClosePressed(), FIRST),
    (ONE, MORE, SlideChosen(2), LAST),
    (TWO, MORE, HomePressed(), Home()),
    (ONE, FINISH, BackPressed(), replace(LAST, part=LAST_PART)),
    (ONE, FINISH, StartOverPressed(), Attract()),
    (TWO, FINISH, HomePressed(), Home()),
    (ONE, HelpOpen(below=SECOND), ClosePressed(), SECOND),
    (ONE, HelpOpen(below=SECOND), HelpPressed(), SECOND),
    (ONE, HelpOpen(below=Attract()), ClosePressed(), Attract()),
    (ONE, HelpOpen(below=MORE), BackPressed(), MORE),
    (TWO, HelpOpen(below=SECOND), HomePressed(), Home()),
    (ONE, SECOND, WentIdle(), StillThere(below=SECOND)),
    (ONE, HelpOpen(below=SECOND), WentIdle(), StillThere(below=HelpOpen(below=SECOND))),
    (ONE, StillThere(below=SECOND), StayPressed(), SECOND),
    (ONE, StillThere(below=SECOND), NextPressed(), SECOND),
    (ONE, StillThere(below=SECOND), HelpPressed(), HelpOpen(below=SECOND)),
    (ONE, StillThere(below=HelpOpen(below=SECOND)), HelpPressed(), HelpOpen(below=SECOND)),
    (ONE, StillThere(below=SECOND), DayCame(TOMORROW), StillThere(below=SECOND)),
    (ONE, SECOND, EasierPressed(), EasierOpen(below=SECOND)),
    (ONE, EasierOpen(below=SECOND), ClosePressed(), SECOND),
    (ONE, EasierOpen(below=SECOND), EasierPressed(), SECOND),
    (ONE, EasierOpen(below=SECOND), HelpPressed(), HelpOpen(below=EasierOpen(below=SECOND))),
    (ONE, HelpOpen(below=EasierOpen(below=SECOND)), EasierPressed(), EasierOpen(below=SECOND)),
    (ONE, EasierOpen(below=HelpOpen(below=SECOND)), HelpPressed(), HelpOpen(below=SECOND)),
    (ONE, HelpOpen(below=Attract()), EasierPressed(), HelpOpen(below=Attract())),
    (TWO, EasierOpen(below=SECOND), HomePressed(), Home()),
    (ONE, Attract(), EasierPressed(), Attract()),
    (Catalog(), HelpOpen(below=Attract()), HomePressed(), Attract()),
    (ONE, SECOND, PicturePressed(), SECOND),
    (PICTURED, FIRST, PicturePressed(), PictureOpen("backs", 0)),
    (PICTURED, PictureOpen("backs", 0), ClosePressed(), FIRST),
    (ONE, EasierOpen(below=SECOND), WentIdle(), StillThere(below=EasierOpen(below=SECOND))),
    (ONE, SECOND, QuestionsPressed(), SECOND),
    (ONE, FINISH, QuestionsPressed(), FINISH),
    (ASKING, FIRST, QuestionsPressed(), ASK),
    (ASKING, replace(FIRST, part=2), QuestionsPressed(), QuestionsOpen(below=replace(FIRST, part=2))),
    (ASKING, LAST, QuestionsPressed(), LAST),
    (ASKING, FINISH, QuestionsPressed(), QuestionsOpen(below=FINISH)),
    (ASKING, OVERVIEW, QuestionsPressed(), OVERVIEW),
    (ASKING, ASK, ClosePressed(), FIRST),
    (ASKING, ASK, BackPressed(), FIRST),
    (ASKING, ASK, NextPressed(), FIRST),
    (ASKING, QuestionsOpen(below=replace(FIRST, part=2), part=3), ClosePressed(), replace(FIRST, part=2)),
    (ASKING, QuestionsOpen(below=FINISH), ClosePressed(), FINISH),
    (ASKING, ASK, HelpPressed(), HelpOpen(below=ASK)),
    (ASKING, HelpOpen(below=ASK), ClosePressed(), ASK),
    (ASKING, ASK, EasierPressed(), EasierOpen(below=ASK)),
    (ASKING, EasierOpen(below=ASK), ClosePressed(), ASK),
    (ASKING, ASK, WentIdle(), StillThere(below=ASK)),
    (ASKING, ASK, HomePressed(), Attract()),
    (ASKING, FIRST, QuestionPressed(VisitQuestion("backs", 0, 0)), FIRST),
    (ONE, OVERVIEW, FinishPressed(), FINISH),
    (ONE, SECOND, FinishPressed(), SECOND),
    (ONE, SECOND, EvidencePressed(), EvidenceOpen(below=SECOND)),
    (ONE, replace(SECOND, part=2), EvidencePressed(), EvidenceOpen(below=replace(SECOND, part=2))),
    (ONE, MORE, EvidencePressed(), EvidenceOpen(below=MORE)),
    (SOURCED, FIRST, EvidencePressed(), EvidenceOpen(below=FIRST)),
    (BARE, FIRST, EvidencePressed(), FIRST),
    (ONE, OVERVIEW, EvidencePressed(), OVERVIEW),
    (ONE, EvidenceOpen(below=replace(SECOND, part=2)), ClosePressed(), replace(SECOND, part=2)),
    (ONE, EvidenceOpen(below=replace(MORE, part=2)), ClosePressed(), replace(MORE, part=2)),
    (ONE, EvidenceOpen(below=MORE), BackPressed(), MORE),
    (ONE, EvidenceOpen(below=SECOND, part=2), NextPressed(), SECOND),
    (ONE, EvidenceOpen(below=SECOND), HelpPressed(), HelpOpen(below=EvidenceOpen(below=SECOND))),
    (ONE, HelpOpen(below=EvidenceOpen(below=SECOND)), ClosePressed(), EvidenceOpen(below=SECOND)),
    (ONE, EvidenceOpen(below=MORE), EasierPressed(), EasierOpen(below=EvidenceOpen(below=MORE))),
    (ONE, EvidenceOpen(below=SECOND), WentIdle(), StillThere(below=EvidenceOpen(below=SECOND))),
    (ONE, EvidenceOpen(below=SECOND), HomePressed(), Attract()),
    (TWO, EvidenceOpen(below=SECOND), HomePressed(), Home()),
    (ONE, SECOND, DayCame(TOMORROW), SECOND),
    (ONE, EvidenceOpen(below=SECOND), DayCame(TOMORROW), EvidenceOpen(below=SECOND)),
    (ONE, Attract(), GateAsked(), Gate(below=Attract())),
    (ONE, SECOND, GateAsked(), Gate(below=SECOND)),
    (ONE, HelpOpen(below=SECOND), GateAsked(), Gate(below=HelpOpen(below=SECOND))),
    (ONE, StillThere(below=SECOND), GateAsked(), Gate(below=SECOND)),
    (ONE, Attract(), CleaningAsked(), Cleaning(below=Attract())),
    (ONE, SECOND, CleaningAsked(), Cleaning(below=SECOND)),
    (ONE, StillThere(below=SECOND), CleaningAsked(), Cleaning(below=SECOND)),
    (ONE, HelpOpen(below=SECOND), CleaningAsked(), HelpOpen(below=SECOND)),
    (ONE, StillThere(below=HelpOpen(below=SECOND)), CleaningAsked(), HelpOpen(below=SECOND)),
]


@pytest.mark.parametrize(("content", "screen", "event", "then"), MOVES)
def test_each_move_leads_where_the_table_says(
    content: Catalog, screen: Screen, event: Event, then: Screen
) -> None:
    assert at(screen, content).after(event).screen == then


def test_next_walks_the_parts_of_a_slide_before_it_walks_on() -> None:
    session = at(FIRST).after(PartsCounted(2))
    session = session.after(NextPressed())
    assert session.screen == replace(FIRST, part=2)
    assert session.after(PartsCounted(2)).after(NextPressed()).screen == SECOND


def test_back_enters_the_slide_before_at_its_last_part() -> None:
    session = at(SECOND).after(BackPressed()).after(PartsCounted(3))
    assert session.screen == replace(FIRST, part=3)
    assert session.after(BackPressed()).screen == replace(FIRST, part=2)


def test_the_key_more_turns_from_the_last_part_to_the_first() -> None:
    session = at(MORE).after(PartsCounted(2))
    session = session.after(PartPressed())
    assert session.screen == replace(MORE, part=2)
    assert session.after(PartsCounted(2)).after(PartPressed()).screen == MORE


def test_a_session_that_ends_by_itself_can_be_taken_back_with_its_preferences() -> None:
    chosen = Preferences("en", TextSize.LARGE, Theme.CONTRAST, calm_motion=True)
    ended = replace(at(SECOND), preferences=chosen).after(WentIdle()).after(WentIdle())
    assert ended.screen == Attract(take_back=TakeBack(SECOND, chosen))
    assert ended.idle_seconds == 15
    back = ended.after(TakeMeBackPressed())
    assert (back.screen, back.preferences) == (SECOND, chosen)


def test_after_a_reset_nothing_of_the_patient_is_left() -> None:
    """standards.md TIM-05."""
    chosen = Preferences("es", TextSize.LARGEST, Theme.CONTRAST, calm_motion=True)
    start = Session.at_start(ONE, A_DAY)
    session = replace(at(SECOND), preferences=chosen)
    assert session.after(StartOverPressed()) == start
    assert session.after(WentIdle()).after(WentIdle()).after(WentIdle()) == start


def test_help_that_was_opened_from_attract_leaves_nothing_to_take_back() -> None:
    ended = at(HelpOpen(below=Attract())).after(WentIdle()).after(WentIdle())
    assert ended.screen == Attract()


def test_new_content_waits_for_the_end_of_a_session() -> None:
    new = catalog(topic("knees", 1))
    during = at(SECOND).after(CatalogArrived(new))
    assert (during.catalog, during.screen) == (ONE, SECOND)
    assert during.after(StartOverPressed()).catalog == new
    assert during.after(WentIdle()).after(WentIdle()).screen == Attract()


def test_new_content_on_attract_is_live_at_once_and_ends_the_take_me_back_button() -> None:
    ended = at(SECOND).after(WentIdle()).after(WentIdle())
    new = ended.after(CatalogArrived(TWO))
    assert (new.catalog, new.screen, new.idle_seconds) == (TWO, Attract(is_updated=True), 10)


def test_a_catalog_with_nothing_to_show_leaves_every_touch_without_effect() -> None:
    session = Session.at_start(Catalog(), A_DAY)
    assert session.after(Begun("en")) is session
    assert isinstance(session.after(HelpPressed()).screen, HelpOpen)


def test_a_topic_past_its_grace_is_being_updated_from_the_next_day_on() -> None:
    session = Session.at_start(catalog(topic(review=DUE)), A_DAY)
    assert [each.key for each in session.topics] == ["backs"]
    assert session.after(DayCame(TOMORROW)).topics == ()


def test_midnight_waits_for_the_end_of_a_session_and_is_not_forgotten() -> None:
    """The topic that was open is shown to its end, and to nobody after it."""
    during = at(SlideOpen("knees", 0), FADING).after(DayCame(TOMORROW))
    assert (during.screen, during.day) == (SlideOpen("knees", 0), A_DAY)
    assert during.after(NextPressed()).screen == SlideOpen("knees", 1)
    ended = during.after(StartOverPressed())
    assert (ended.day, [each.key for each in ended.topics]) == (TOMORROW, ["backs"])
    assert ended == Session.at_start(FADING, TOMORROW)


def test_a_session_that_ends_by_itself_after_midnight_cannot_be_taken_back() -> None:
    """Its topic may not be shown on the new day."""
    ended = at(SlideOpen("knees", 0), FADING).after(DayCame(TOMORROW)).after(WentIdle()).after(WentIdle())
    assert ended == Session.at_start(FADING, TOMORROW)
    kept = at(SlideOpen("knees", 0), FADING).after(WentIdle()).after(WentIdle())
    assert kept.after(DayCame(TOMORROW)) == Session.at_start(FADING, TOMORROW)


def test_midnight_is_no_sign_of_life() -> None:
    """It neither closes *Still there?* nor, seen twice or on the same day, changes the cover."""
    asked = at(StillThere(below=SECOND)).after(DayCame(TOMORROW))
    assert (asked.screen, asked.new_day) == (StillThere(below=SECOND), TOMORROW)
    cover = Session.at_start(ONE, A_DAY)
    assert cover.after(DayCame(A_DAY)) is cover


def test_the_sheet_of_evidence_is_turned_part_by_part() -> None:
    session = at(EvidenceOpen(below=SECOND)).after(PartsCounted(2)).after(PartPressed())
    assert session.screen == EvidenceOpen(below=SECOND, part=2)
    assert session.after(PartsCounted(2)).after(PartPressed()).screen == EvidenceOpen(below=SECOND)


def test_the_idle_limit_of_the_evidence_sheet_knows_how_much_there_is_to_read() -> None:
    """standards.md TIM-01: 70 words of the kiosk's own, and those of the sources, twice at 130 a minute."""
    sheet = EvidenceOpen(below=FIRST)
    few = at(sheet, ONE).idle_seconds
    source = Source("long", " ".join(["word"] * 58), 2020)
    shown = replace(topic(), sources=(source,), slides=(replace(slide(1), sources=("long",)),))
    many = at(sheet, catalog(shown)).idle_seconds
    other = replace(shown, slides=(replace(slide(1), sources=()),))
    assert few == pytest.approx(70 * 120 / 130)
    assert many == pytest.approx((70 + 59) * 120 / 130)
    assert at(sheet, catalog(other)).idle_seconds == few
    assert at(EasierOpen(below=sheet), catalog(shown)).idle_seconds == many
    assert at(sheet, catalog(shown, clinic=Clinic(idle_limit=0))).idle_seconds is None


@pytest.mark.parametrize(
    "facts",
    [
        {"hidden": True},
        {"show_from": A_DAY + timedelta(1)},
        {"show_until": A_DAY - timedelta(1)},
        {"weekdays": ((A_DAY.weekday() + 1) % 7,)},
    ],
)
def test_a_topic_is_left_out_when_hidden_or_outside_its_days(facts: dict[str, Any]) -> None:
    assert Session.at_start(catalog(topic(**facts)), A_DAY).topics == ()


def test_drafts_are_left_out_where_the_clinic_says_so() -> None:
    clinic = Clinic(show_drafts=False)
    reviewed = topic("knees", review=Review("Dr A, physiotherapist", A_DAY))
    session = Session.at_start(catalog(topic(), reviewed, clinic=clinic), A_DAY)
    assert [each.key for each in session.topics] == ["knees"]


IDLE: list[tuple[Clinic, Screen, float | None]] = [
    (Clinic(), Attract(), None),
    (Clinic(), FIRST, 60),
    (Clinic(idle_limit=20), SECOND, 20),
    (Clinic(idle_limit=0), FIRST, None),
    (Clinic(idle_limit=0), StillThere(below=FIRST), None),
    (Clinic(still_there=45), StillThere(below=FIRST), 45),
    (Clinic(), HelpOpen(below=FIRST), 180),
    (Clinic(idle_limit=600), HelpOpen(below=FIRST), 600),
]


@pytest.mark.parametrize(("clinic", "screen", "seconds"), IDLE)
def test_the_idle_limit_of_each_screen(clinic: Clinic, screen: Screen, seconds: float | None) -> None:
    assert at(screen, catalog(clinic=clinic)).idle_seconds == seconds


@pytest.mark.parametrize(("count", "seconds"), [(10, 60), (130, 120), (195, 180), (900, 180)])
def test_the_idle_limit_knows_how_long_a_slide_takes_to_read(count: int, seconds: float) -> None:
    """Twice the reading time at 130 words a minute, counted to at most 180 s."""
    text = " ".join(["word"] * (count - 4))
    first = topic().slides[0]
    long = replace(first.words["en"], title="a b", body=(replace(first.words["en"].body[0]),), message="c d")
    long = replace(long, body=(replace(long.body[0], runs=(replace(long.body[0].runs[0], text=text),)),))
    content = catalog(replace(topic(), slides=(replace(first, words={"en": long}),)))
    assert at(FIRST, content).idle_seconds == pytest.approx(seconds)


def test_eleven_extensions_in_a_row_are_granted() -> None:
    """standards.md TIM-01: at least ten."""
    session = at(SECOND)
    for _ in range(11):
        session = session.after(WentIdle())
        assert isinstance(session.screen, StillThere)
        session = session.after(StayPressed())
        assert session.screen == SECOND


EVENTS = st.one_of(
    st.sampled_from(
        [
            Begun(),
            Begun("es"),
            TakeMeBackPressed(),
            NextPressed(),
            BackPressed(),
            HomePressed(),
            StartOverPressed(),
            HelpPressed(),
            ClosePressed(),
            OverviewPressed(),
            MorePressed(),
            EvidencePressed(),
            PartPressed(),
            StayPressed(),
            EasierPressed(),
            PicturePressed(),
            QuestionsPressed(),
            FinishPressed(),
            ContrastToggled(),
            CalmMotionToggled(),
            ControlsLowToggled(),
            TextSizeChosen(TextSize.LARGEST),
            WentIdle(),
            CatalogArrived(ONE),
            CatalogArrived(TWO),
            CatalogArrived(FADING),
            CatalogArrived(Catalog()),
            DayCame(TOMORROW),
            DayCame(A_DAY),
            GateAsked(),
            CleaningAsked(),
        ]
    ),
    st.integers(-2, 5).map(SlideChosen),
    st.integers(1, 4).map(PartsCounted),
    st.builds(
        VisitQuestion, st.sampled_from(["backs", "knees", "none"]), st.integers(-1, 3), st.integers(-1, 4)
    ).map(QuestionPressed),
    st.sampled_from(["backs", "knees", "none"]).map(TopicChosen),
)


def walk(events: list[Event], content: Catalog = FADING) -> list[Session]:
    sessions = [Session.at_start(content, A_DAY)]
    for event in events:
        sessions.append(sessions[-1].after(event))
    return sessions


@given(st.lists(EVENTS, max_size=40))
def test_no_order_of_events_leads_to_a_screen_that_cannot_be_shown(events: list[Event]) -> None:
    for session in walk(events):
        view_of(session)
        assert session.topics or isinstance(session.screen, Attract | HelpOpen | StillThere | Gate | Cleaning)
        assert session.idle_seconds is None or session.idle_seconds >= 10


@given(st.lists(EVENTS, max_size=40))
def test_going_idle_twice_ends_any_session(events: list[Event]) -> None:
    session = walk(events)[-1]
    if isinstance(session.screen, Gate | Cleaning):
        session = session.after(WentIdle())  # back to where the patient was
    session = session.after(WentIdle()).after(WentIdle())
    assert isinstance(session.screen, Attract)


@given(st.lists(EVENTS, max_size=40))
def test_content_never_changes_under_a_patient(events: list[Event]) -> None:
    for before, after in zip(walk(events), walk(events)[1:], strict=False):
        if before.is_begun and after.is_begun:
            assert after.catalog is before.catalog or after.catalog == before.catalog
            assert after.day == before.day


@given(st.lists(EVENTS, max_size=40))
def test_help_is_one_touch_away_from_everywhere(events: list[Event]) -> None:
    """standards.md CLI-01."""
    session = walk(events)[-1]
    if not isinstance(session.screen, HelpOpen | Cleaning):
        assert isinstance(session.after(HelpPressed()).screen, HelpOpen)


MOTIONS = [
    (FIRST, SECOND, Motion.ONWARD),
    (SECOND, FIRST, Motion.BACK),
    (FIRST, replace(FIRST, part=2), Motion.ONWARD),
    (Attract(), FIRST, Motion.ONWARD),
    (LAST, FINISH, Motion.ONWARD),
    (FINISH, LAST, Motion.BACK),
    (FIRST, MORE, Motion.RISE),
    (MORE, FIRST, Motion.FALL),
    (FIRST, HelpOpen(below=FIRST), Motion.RISE),
    (FIRST, EvidenceOpen(below=FIRST), Motion.RISE),
    (MORE, EvidenceOpen(below=MORE), Motion.RISE),
    (EvidenceOpen(below=MORE), MORE, Motion.FALL),
    (EvidenceOpen(below=FIRST), EvidenceOpen(below=FIRST, part=2), Motion.ONWARD),
    (FIRST, QuestionsOpen(below=FIRST), Motion.RISE),
    (QuestionsOpen(below=FINISH), FINISH, Motion.FALL),
    (QuestionsOpen(below=FINISH), QuestionsOpen(below=FINISH, part=2), Motion.ONWARD),
    (QuestionsOpen(below=FIRST), QuestionsOpen(below=FIRST, is_full=True), Motion.NONE),
    (OVERVIEW, FINISH, Motion.FALL),
    (EasierOpen(below=FIRST), FIRST, Motion.FALL),
    (FIRST, StillThere(below=FIRST), Motion.NONE),
    (StillThere(below=FIRST), FIRST, Motion.NONE),
    (Attract(), Attract(is_updated=True), Motion.NONE),
]


@pytest.mark.parametrize(("before", "after", "motion"), MOTIONS)
def test_motion_follows_the_reading_direction_and_what_lies_on_top(
    before: Screen, after: Screen, motion: Motion
) -> None:
    assert motion_between(at(before), at(after)) is motion
    calm = replace(at(after), preferences=Preferences(calm_motion=True))
    assert motion_between(replace(at(before), preferences=calm.preferences), calm) is Motion.NONE


def test_what_staff_are_told_is_no_sign_of_life() -> None:
    waiting = at(StillThere(below=FIRST))
    assert waiting.after(StandingArrived(Standing("/content"))) is waiting


def test_a_round_of_posters_ends_and_every_topic_has_its_share_of_it() -> None:
    many = catalog(*(topic(f"t{number}", 50) for number in range(4)))
    view = view_of(Session.at_start(many, A_DAY))
    assert isinstance(view, AttractView)
    assert [poster.topic for poster in view.posters] == [
        f"T{number}" for number in range(4) for _ in range(15)
    ]

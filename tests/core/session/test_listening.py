"""The machine's rows for listening."""

from __future__ import annotations

import math
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from kiosk.core.content.model import Clinic
from kiosk.core.session.events import (
    AloudAgreed,
    AloudDeclined,
    Begun,
    CatalogArrived,
    ClosePressed,
    EasierPressed,
    Event,
    FellSilent,
    HelpPressed,
    KeysUsed,
    ListenHeld,
    ListenPressed,
    ListenToggled,
    LouderPressed,
    NextPressed,
    PaceChanged,
    PartsCounted,
    StartOverPressed,
    TakeMeBackPressed,
    VoicesFound,
    WentIdle,
)
from kiosk.core.session.hearing import GAINS, USUAL_VOLUME, Hearing, Pace
from kiosk.core.session.listening import has_voice
from kiosk.core.session.screens import Attract, EasierOpen, HelpOpen, SlideOpen, StillThere
from kiosk.core.session.session import Session
from kiosk.core.views.easier import EasierView
from kiosk.core.views.rail import KeyName
from kiosk.core.views.view import view_of
from tests.catalogs import A_DAY, catalog

SPEAKING = VoicesFound(("en-GB", "es"))
QUIET, ASKING = Hearing(), Hearing(is_asking=True, was_asked=True, is_speaking=True)
ON = Hearing(is_on=True, is_speaking=True, is_agreed=True, was_asked=True)
PAUSED, OFF = replace(ON, is_speaking=False), replace(ON, is_on=False, is_speaking=False)
FIRST = SlideOpen("backs", 0)


def at(screen: Any = FIRST, hearing: Hearing = QUIET, **clinic: Any) -> Session:
    session = Session.at_start(catalog(clinic=Clinic(**clinic)), A_DAY).after(SPEAKING)
    return replace(session, screen=screen, hearing=hearing)


MOVES: list[tuple[Hearing, Event, Hearing]] = [
    (QUIET, ListenPressed(), ASKING),
    (QUIET, ListenHeld(), ASKING),
    (QUIET, ListenToggled(), ASKING),
    (QUIET, NextPressed(), QUIET),
    (QUIET, AloudDeclined(), QUIET),
    (ASKING, AloudAgreed(), ON),
    (ASKING, ListenPressed(), ON),
    (ASKING, ListenHeld(), ON),
    (ASKING, AloudDeclined(), replace(QUIET, was_asked=True)),
    (ASKING, FellSilent(), replace(ASKING, is_speaking=False)),
    (ASKING, NextPressed(), replace(QUIET, was_asked=True)),
    (ASKING, HelpPressed(), replace(QUIET, was_asked=True)),
    (ASKING, PartsCounted(2), ASKING),
    (ON, ListenPressed(), OFF),
    (ON, ListenHeld(), ON),
    (ON, FellSilent(), PAUSED),
    (ON, ListenToggled(), OFF),
    (PAUSED, ListenPressed(), ON),
    (PAUSED, ListenHeld(), ON),
    (PAUSED, NextPressed(), ON),
    (PAUSED, PartsCounted(1), PAUSED),
    (OFF, ListenPressed(), ON),
    (OFF, ListenHeld(), ON),
    (OFF, NextPressed(), OFF),
    (OFF, KeysUsed(), OFF),
]


@pytest.mark.parametrize(("before", "event", "after"), MOVES)
def test_each_move_of_listening(before: Hearing, event: Event, after: Hearing) -> None:
    """standards.md SPK-04: pause and go on; SPK-07: nothing is said unasked; SPK-14: first the question."""
    assert at(hearing=before).after(event).hearing == after


def test_a_hold_of_the_corner_always_does_something() -> None:
    """standards.md SPK-06 (c): also while it speaks, for whoever cannot see whether it would."""
    for hearing in (QUIET, ASKING, ON, PAUSED, OFF):
        session = at(hearing=hearing)
        assert session.after(ListenHeld()) is not session


def test_whatever_else_is_pressed_while_the_question_stands_means_no_and_acts() -> None:
    session = at(hearing=ASKING).after(NextPressed())
    assert session.screen == SlideOpen("backs", 1)
    assert not session.hearing.is_on


def test_the_first_key_on_attract_asks_once() -> None:
    """standards.md SPK-06 (a)."""
    session = at(Attract()).after(Begun()).after(KeysUsed())
    assert session.screen == FIRST
    assert session.hearing.is_asking
    session = session.after(AloudDeclined()).after(KeysUsed())
    assert not session.hearing.is_asking


def test_no_first_key_asks_where_nothing_can_speak() -> None:
    session = Session.at_start(catalog(), A_DAY)
    for event in (KeysUsed(), ListenPressed(), ListenHeld(), ListenToggled(), AloudAgreed()):
        assert session.after(event) is session


def test_a_speaker_that_is_lost_takes_listen_away_and_leaves_the_screen() -> None:
    session = at(hearing=ON).after(VoicesFound())
    assert session.screen == FIRST
    assert session.hearing == QUIET
    assert view_of(session).rail.listen is None


LANGUAGES = [("en", True), ("en-AU", True), ("es-MX", True), ("ar", False), ("e", False), ("eng", False)]


@pytest.mark.parametrize(("language", "speaks"), LANGUAGES)
def test_a_voice_speaks_its_own_language_or_not_at_all(language: str, *, speaks: bool) -> None:
    """standards.md SPK-11: never Arabic with an English voice."""
    assert has_voice(("en-GB", "es"), language) is speaks


def test_listen_is_hidden_where_the_patients_language_has_no_voice_and_its_place_stays_empty() -> None:
    session = at()
    assert view_of(session).rail.listen is not None
    arabic = replace(session, preferences=replace(session.preferences, language="ar"))
    assert view_of(arabic).rail.listen is None
    assert view_of(arabic).rail.keeps_listen


def test_listen_says_stop_while_it_speaks() -> None:
    listen = [view_of(at(hearing=hearing)).rail.listen for hearing in (QUIET, ON, PAUSED)]
    assert [key.name for key in listen if key] == [KeyName.LISTEN, KeyName.STOP, KeyName.LISTEN]


def test_the_steps_of_loudness_are_18_db_apart_with_one_12_db_over_the_lowest() -> None:
    """standards.md SPK-08 (EN 301 549, 8.2.1.1 and 8.2.1.2)."""
    decibels = [20 * math.log10(gain / GAINS[0]) for gain in GAINS]
    assert len(decibels) == 4
    assert decibels[-1] >= 18
    assert any(12 <= step < 18 for step in decibels)


def test_louder_walks_the_four_steps_and_begins_again() -> None:
    session = at(EasierOpen(below=FIRST), PAUSED)
    steps = []
    for _ in range(5):
        steps.append(session.hearing.volume)
        session = session.after(LouderPressed())
        assert session.hearing.is_speaking  # one hears how loud it is now
    assert steps == [1, 2, 3, 0, 1]


def test_the_pace_goes_from_half_to_double() -> None:
    """standards.md SPK-16."""
    session, speeds = at(EasierOpen(below=FIRST), PAUSED), set()
    for _ in Pace:
        speeds.add(session.hearing.pace.speed)
        session = session.after(PaceChanged())
    assert min(speeds) <= 0.5
    assert max(speeds) >= 2.0
    assert Pace.NORMAL.speed < 1
    assert session.hearing.pace is Pace.NORMAL


ENDS = [(StartOverPressed(),), (WentIdle(), WentIdle())]


@pytest.mark.parametrize("ends", ENDS)
def test_nothing_of_how_one_listened_outlives_the_session(ends: tuple[Event, ...]) -> None:
    """standards.md SPK-09 and TIM-05: the volume too; and it is not taken back."""
    session = at(hearing=replace(ON, volume=3, pace=Pace.FAST))
    for event in ends:
        session = session.after(event)
    assert session.hearing == QUIET
    assert session.hearing.volume == USUAL_VOLUME
    assert session.voices == SPEAKING.languages
    assert session.after(TakeMeBackPressed()).hearing == QUIET


def test_the_idle_clock_waits_while_it_speaks() -> None:
    """standards.md SPK-10."""
    assert at(hearing=ON, idle_limit=20).idle_seconds is None
    assert at(hearing=PAUSED, idle_limit=20).idle_seconds == 20
    assert at(StillThere(below=FIRST), ON).idle_seconds == 30  # its countdown is seen, so it goes on


@pytest.mark.parametrize("limit", [0, 60])
def test_whoever_listened_to_attract_and_left_leaves_nothing(limit: int) -> None:
    session = at(Attract(), PAUSED, idle_limit=limit)
    assert session.idle_seconds == 60
    assert session.after(WentIdle()).hearing == QUIET
    assert session.after(WentIdle()).idle_seconds is None


def test_content_does_not_change_under_whoever_listens_to_attract() -> None:
    new = catalog(clinic=Clinic(name="New"))
    assert at(Attract(), ON).after(CatalogArrived(new)).waiting == new


def test_help_that_is_opened_by_a_key_lies_open_under_the_question() -> None:
    """standards.md CLI-01."""
    session = at(Attract()).after(HelpPressed()).after(KeysUsed())
    assert isinstance(session.screen, HelpOpen)
    assert session.hearing.is_asking
    assert view_of(session).rail.question


def test_the_choices_of_hearing_say_how_they_are_set() -> None:
    """standards.md OPR-11."""
    session = at(EasierOpen(below=FIRST), replace(ON, volume=2, pace=Pace.SLOW))
    view = view_of(session)
    assert isinstance(view, EasierView)
    (group,) = [group for group in view.groups if group.title == "Hearing"]
    assert [choice.key.accessible_name for choice in group.choices] == [
        "Listen: On",
        "Volume 3 of 4. Louder",
        "Speed: Slow",
    ]
    assert [choice.state for choice in group.choices] == ["On", "3 of 4", "Slow"]


HEARD = st.sampled_from(
    [
        ListenPressed(),
        ListenHeld(),
        ListenToggled(),
        KeysUsed(),
        AloudAgreed(),
        AloudDeclined(),
        LouderPressed(),
        PaceChanged(),
        FellSilent(),
        SPEAKING,
        VoicesFound(("ar",)),
        VoicesFound(),
        Begun(),
        NextPressed(),
        HelpPressed(),
        EasierPressed(),
        ClosePressed(),
        WentIdle(),
        StartOverPressed(),
        PartsCounted(2),
    ]
)


@given(st.lists(HEARD, max_size=40))
def test_nothing_is_read_before_somebody_agreed_and_never_without_a_voice(events: list[Event]) -> None:
    """standards.md SPK-07, SPK-14."""
    session = Session.at_start(catalog(), A_DAY)
    agreed = False
    for event in events:
        before, session = session, session.after(event)
        view_of(session)
        asked = before.hearing.is_asking and isinstance(
            event, AloudAgreed | ListenPressed | ListenHeld | ListenToggled
        )
        agreed = agreed or asked or isinstance(event, AloudAgreed)
        hearing = session.hearing
        assert agreed or not hearing.is_on
        assert session.voices or not (hearing.is_on or hearing.is_asking)
        assert not (hearing.is_on and hearing.is_asking)
        assert hearing.is_on or hearing.is_asking or not hearing.is_speaking
        if before.is_begun and not session.is_begun:
            assert hearing == QUIET

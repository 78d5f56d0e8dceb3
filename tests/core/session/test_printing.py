"""Printing at Finish: once a visit of it, answered by whoever prints, and no patient gets the answer to another."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from kiosk.core.language import translator
from kiosk.core.session.errands import PrintHandout, errand_of
from kiosk.core.session.events import (
    BackPressed,
    CatalogArrived,
    ClosePressed,
    DayCame,
    EasierPressed,
    Event,
    GateAsked,
    HelpPressed,
    NextPressed,
    PrintAnswered,
    PrintPressed,
    StartOverPressed,
    WentIdle,
)
from kiosk.core.session.preferences import TextSize
from kiosk.core.session.printing import Printing
from kiosk.core.session.screens import (
    Attract,
    Finish,
    Gate,
    HelpOpen,
    Overview,
    Screen,
    SlideOpen,
    StillThere,
)
from kiosk.core.session.session import Session
from kiosk.core.views.finish import finish_view
from kiosk.core.views.rail import KeyName
from tests.catalogs import A_DAY, catalog, topic

AT_FINISH = replace(
    Session.at_start(catalog(topic("backs", 2)), A_DAY, has_printer=True), screen=Finish("backs")
)
SENT = AT_FINISH.after(PrintPressed())


def key_and_note(session: Session) -> tuple[bool, str]:
    view = finish_view(session, Finish("backs"), translator("en"))
    return any(key.name is KeyName.PRINT for key in view.tools), view.print_note


@pytest.mark.parametrize(
    ("session", "has_key", "note"),
    [
        (replace(AT_FINISH, has_printer=False), False, ""),
        (AT_FINISH, True, ""),
        (SENT, False, "One moment. It is on its way to the printer."),
        (
            SENT.after(PrintAnswered(is_printed=True)),
            False,
            "It is being printed. Please take it from the printer.",
        ),
        (
            SENT.after(PrintAnswered(is_printed=False)),
            True,
            "The printer does not answer. Please ask at reception.",
        ),
    ],
)
def test_finish_says_in_one_sentence_how_printing_goes(session: Session, *, has_key: bool, note: str) -> None:
    assert key_and_note(session) == (has_key, note)


@pytest.mark.parametrize(
    ("session", "is_asked"),
    [
        (AT_FINISH, True),
        (replace(AT_FINISH, has_printer=False), False),
        (replace(AT_FINISH, screen=SlideOpen("backs", 0)), False),
        (SENT, False),
        (SENT.after(PrintAnswered(is_printed=True)), False),
        (SENT.after(PrintAnswered(is_printed=False)), True),
    ],
)
def test_only_a_press_that_counts_prints_so_a_shaking_hand_makes_one_leaflet(
    session: Session, *, is_asked: bool
) -> None:
    after = session.after(PrintPressed())
    assert isinstance(errand_of(session, PrintPressed(), after), PrintHandout) is is_asked
    assert (after is not session) is is_asked


@pytest.mark.parametrize(
    ("size", "is_large"), [(TextSize.NORMAL, False), (TextSize.LARGE, True), (TextSize.LARGEST, True)]
)
def test_who_reads_in_larger_text_gets_large_print(size: TextSize, *, is_large: bool) -> None:
    before = replace(AT_FINISH, preferences=replace(AT_FINISH.preferences, text_size=size, language="es"))
    errand = errand_of(before, PrintPressed(), before.after(PrintPressed()))
    assert errand == PrintHandout(before.catalog, before.topics[0], "es", is_large)


@pytest.mark.parametrize(
    "screen",
    [
        HelpOpen(Finish("backs")),
        StillThere(Finish("backs")),
        Overview("backs", 0),
        Gate(below=Finish("backs")),
    ],
)
def test_the_answer_is_kept_wherever_the_patient_is_and_is_no_sign_of_life(screen: Screen) -> None:
    after = replace(SENT, screen=screen).after(PrintAnswered(is_printed=True))
    assert (after.screen, after.printing) == (screen, Printing.PRINTED)


def test_an_answer_that_comes_after_the_session_tells_nobody_anything() -> None:
    left = SENT.after(StartOverPressed())
    assert left.printing is Printing.NOT_ASKED
    assert left.after(PrintAnswered(is_printed=False)) is left
    by_itself = SENT.after(WentIdle()).after(WentIdle())
    assert isinstance(by_itself.screen, Attract)
    assert by_itself.printing is Printing.NOT_ASKED


def test_help_over_finish_keeps_the_note_and_a_new_visit_of_finish_prints_again() -> None:
    printed = SENT.after(PrintAnswered(is_printed=True))
    assert printed.after(HelpPressed()).after(ClosePressed()).printing is Printing.PRINTED
    again = printed.after(BackPressed()).after(NextPressed())
    assert again.screen == Finish("backs")
    assert again.printing is Printing.NOT_ASKED


def test_what_is_still_on_its_way_is_not_sent_twice() -> None:
    again = SENT.after(BackPressed()).after(NextPressed())
    assert again.printing is Printing.SENT


EVENTS: list[Event] = [
    PrintPressed(),
    PrintAnswered(is_printed=True),
    PrintAnswered(is_printed=False),
    BackPressed(),
    NextPressed(),
    HelpPressed(),
    EasierPressed(),
    ClosePressed(),
    GateAsked(),
    StartOverPressed(),
    WentIdle(),
    CatalogArrived(catalog(topic("knees", 1))),
    DayCame(A_DAY.replace(day=9)),
]


@given(st.lists(st.sampled_from(EVENTS), max_size=25))
def test_the_machine_keeps_its_printer_and_attract_never_knows_of_a_leaflet(events: list[Event]) -> None:
    session = AT_FINISH
    for event in events:
        session = session.after(event)
        assert session.has_printer
        if isinstance(session.screen, Attract):
            assert session.printing is Printing.NOT_ASKED

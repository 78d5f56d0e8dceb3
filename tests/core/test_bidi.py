"""What is filled into a sentence stands apart from it, and a text runs as most of its letters do (LNG-04)."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.core.bidi import isolated, runs_right_to_left, with_numbers_apart, without_marks
from kiosk.core.content.model import Block, Clinic, HelpPage, Run, SlideWords
from kiosk.core.language import translator
from kiosk.core.session.screens import Attract, HelpOpen
from kiosk.core.session.session import Session
from kiosk.core.speech.script import script_of
from kiosk.core.views.help import HelpView
from kiosk.core.views.view import view_of
from tests.catalogs import A_DAY, catalog

PHONE = "+1 555 0100"


def test_texts_stand_apart_from_the_sentence_and_numbers_do_not() -> None:
    place = translator("en")("{file}, line {line}", file=isolated("a.md"), line=3)
    assert place == "\u2068a.md\u2069, line 3"


def test_nothing_is_left_of_the_marks_where_they_would_be_read_out() -> None:
    assert without_marks(f"Call {isolated('112')}\u200f.") == "Call 112."


@pytest.mark.parametrize(
    ("text", "of_arabic_page", "of_english_page"),
    [
        ("Move a little", False, False),
        ("تحرّك قليلًا", True, True),
        ("NICE توصي بالحركة كل يوم", True, True),
        ("World Health Organization (منظمة)", False, False),
        ("30", True, False),
        ("٣٠", True, False),
        ("AB سي", True, False),
        ("", True, False),
    ],
)
def test_a_text_runs_as_most_of_its_letters_do_and_else_as_the_page(
    text: str, *, of_arabic_page: bool, of_english_page: bool
) -> None:
    assert runs_right_to_left(text, otherwise=True) is of_arabic_page
    assert runs_right_to_left(text, otherwise=False) is of_english_page


@pytest.mark.parametrize(
    "number", [PHONE, "(555) 010-0199", "555-0100-22", "2026-03-31", "0800 555 01 00", "+15550100"]
)
def test_a_telephone_number_or_a_day_in_arabic_keeps_its_order(number: str) -> None:
    text = with_numbers_apart(f"اتصل على {number}.")
    assert text == f"اتصل على \u2066{number}\u2069."
    assert with_numbers_apart(text) == text


@pytest.mark.parametrize("number", ["12", "911", "3-5", "2016-2018", "2016 - 2018", "100000", "3, 5", "1.5"])
def test_other_numbers_follow_the_sentence(number: str) -> None:
    """A range is read from right to left, like the sentence: its greater end stands at the left."""
    assert with_numbers_apart(f"من {number} أسابيع") == f"من {number} أسابيع"


@given(st.text("0123456789+-(). /ab\u0627\u0628\u0663\u2011\n"))
def test_marks_are_all_that_is_added(text: str) -> None:
    once = with_numbers_apart(text)
    assert without_marks(once) == text
    assert with_numbers_apart(once) == once
    assert once.count("\u2066") == once.count("\u2069")


def test_the_emergency_number_stands_apart_from_the_clinics_sentence_and_is_said_without_marks() -> None:
    words = SlideWords(title="Help", body=(), more=(Block((Run("Call {emergency} now."),)),))
    content = catalog(clinic=Clinic(emergency=PHONE))
    content = type(content)(content.clinic, content.topics, HelpPage({"en": words}))
    view = view_of(Session.at_start(content, A_DAY).at(HelpOpen(Attract())))
    assert isinstance(view, HelpView)
    assert view.more[-1].text == f"Call \u2068{PHONE}\u2069 now."
    said = [sentence.text for sentence in script_of(view, "en")]
    assert f"Call {PHONE} now." in said
    assert all(without_marks(each) == each for each in said)

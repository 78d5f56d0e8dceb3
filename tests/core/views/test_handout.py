"""What a leaflet says: short, or every slide; nothing of safety is left out."""

from __future__ import annotations

from datetime import date

import pytest
from msgspec.structs import replace

from kiosk.core.content.model import (
    Block,
    BlockStyle,
    Catalog,
    Clinic,
    Image,
    Kind,
    Review,
    Run,
    Slide,
    SlideWords,
    Source,
    Topic,
)
from kiosk.core.language import translator
from kiosk.core.views.handout import Handout, HandoutQuestion, handout_of
from kiosk.core.views.help import help_words
from tests.catalogs import topic

PICTURE = Image("a" * 64 + ".svg", 4, 3)
KINDS = (Kind.INTRO, Kind.BENEFIT, Kind.RISK, Kind.ACTION, Kind.SUMMARY, Kind.CHECK)


def words(name: str, tag: str) -> SlideWords:
    return SlideWords(
        f"{name} {tag}", (Block((Run(f"Body of {name} {tag}."),)),), f"Message of {name} {tag}."
    )


def made(languages: tuple[str, ...] = ("en", "xx"), **facts: object) -> Topic:
    slides = tuple(
        Slide(kind, {tag: words(kind, tag) for tag in languages}, PICTURE, kind, sources=("a",))
        for kind in KINDS
    )
    titles = {"en": "Knees", "xx": "Xnees"}
    sources = (Source("a", "A study", 2020, "https://a.example/b"), Source("b", "Nobody names it"))
    return replace(Topic("knees", "en", titles, slides, {"en": "What helps"}, sources), **facts)


def printed(language: str = "xx", *, is_large: bool = False, clinic: Clinic | None = None) -> Handout:
    return handout_of(Catalog(clinic or Clinic()), made(), language, is_large=is_large)


def titles(handout: Handout) -> tuple[list[str], list[str], str]:
    short, full = ([passage.title for passage in part] for part in (handout.points, handout.passages))
    return short, full, handout.summary.title if handout.summary else ""


@pytest.mark.parametrize(
    ("is_large", "short", "full"),
    [
        (False, ["intro xx", "benefit xx"], ["risk xx", "action xx"]),
        (True, [], ["intro xx", "benefit xx", "risk xx", "action xx", "check xx"]),
    ],
)
def test_risks_and_what_to_do_are_always_in_full_and_large_print_has_every_slide_hwi_09(
    *, is_large: bool, short: list[str], full: list[str]
) -> None:
    assert titles(printed(is_large=is_large)) == (short, full, "summary xx")


def test_words_are_the_patients_and_the_purpose_falls_back_to_the_topics() -> None:
    handout = printed()
    assert (handout.title, handout.purpose, handout.note) == ("Xnees", "What helps", "")
    assert handout.points[1].message == "Message of benefit xx."
    assert handout.passages[0].body[0].text == "Body of risk xx."
    assert {passage.language for passage in (*handout.points, *handout.passages)} == {"xx"}


def test_what_is_not_translated_is_printed_in_its_own_language_and_said_so() -> None:
    some = made()
    first = replace(some.slides[0], words={"en": words("intro", "en")})
    handout = handout_of(Catalog(), replace(some, slides=(first, *some.slides[1:])), "xx")
    assert [point.language for point in handout.points] == ["en", "xx"]
    assert handout.note == "Some of this is not in your language yet"


def test_a_slide_without_a_message_says_how_its_text_begins_and_a_bare_picture_its_caption() -> None:
    bare = (
        Slide("a", {"en": SlideWords("A", (Block((Run("First."),)), Block((Run("Second."),))))}),
        Slide("b", {"en": SlideWords("B", caption="A caption")}, PICTURE),
    )
    handout = handout_of(Catalog(), topic(slides=bare), "en")
    assert [point.message for point in handout.points] == ["First.", "A caption"]


@pytest.mark.parametrize(
    ("emergency", "call", "inside"),
    [
        ("911", "Call \u2068911\u2069.", "Call 911."),
        ("", "Call your local emergency number.", "Call your local"),
    ],
)
def test_every_urgent_sign_is_there_and_whom_to_call(emergency: str, call: str, inside: str) -> None:
    handout = printed("en", clinic=Clinic(emergency=emergency))
    expected = help_words(None, "en", translator("en"))
    body = [block.text for block in handout.urgent.body]
    assert body == [expected.lead, *("".join(run.text for run in sign.runs) for sign in expected.signs)]
    assert {block.style for block in handout.urgent.body[1:]} == {BlockStyle.BULLET}
    assert handout.urgent.message == call
    assert len(handout.urgent_more) == len(expected.more)
    assert inside in " ".join(block.text for block in handout.urgent_more)


def test_only_sources_that_a_slide_names_are_printed_with_what_can_be_copied_by_hand() -> None:
    sources = printed().sources
    assert sources
    assert [block.text for block in sources.body] == ["A study,\u00a02020\na.example/b"]
    assert sources.language == "en"
    assert handout_of(Catalog(), topic(), "en").sources is None


def test_ticked_questions_are_the_patients_and_without_any_there_is_room_to_write() -> None:
    asked = (HandoutQuestion("Why?", "en"),)
    handout = handout_of(Catalog(), made(), "en", asked)
    assert (handout.questions, handout.questions_title) == (asked, "My questions")
    assert (printed("en").questions, printed("en").questions_title) == ((), "Questions to ask")


def test_a_draft_says_so_twice_and_what_was_checked_says_by_whom_and_when() -> None:
    draft = printed("en")
    assert draft.draft == draft.review == "Draft, not yet reviewed by a clinician"
    day = date(2026, 3, 1)
    checked = handout_of(Catalog(), made(review=Review("Ada, nurse", day)), "en")
    assert (checked.draft, checked.reviewed_on) == ("", day)
    assert checked.review == "Last checked on \u2068{date}\u2069 by \u2068Ada, nurse\u2069."

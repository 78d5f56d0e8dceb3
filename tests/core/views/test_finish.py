"""What Finish and the sheets of questions show."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from kiosk.core.content.model import Block, Catalog, Clinic, Kind, Review, Run, Topic
from kiosk.core.session.preferences import Preferences
from kiosk.core.session.questions import VisitQuestion
from kiosk.core.session.reading_time import WORDS_OF_FINISH
from kiosk.core.session.screens import Finish, QuestionsOpen, Screen, SlideOpen
from kiosk.core.session.session import Session
from kiosk.core.views.finish import AskedLine, FinishView
from kiosk.core.views.questions import QuestionsView
from kiosk.core.views.rail import KeyName
from kiosk.core.views.slide import SlideView
from kiosk.core.views.view import View, view_of
from tests.catalogs import A_DAY, asking, catalog, in_spanish, topic

FIRST = VisitQuestion("backs", 0, 0)
THIRD = VisitQuestion("backs", 1, 2)
DRAFT = "Draft, not yet reviewed by a clinician"


def shown(content: Catalog, screen: Screen, *questions: VisitQuestion, language: str = "en") -> View:
    session = Session.at_start(content, A_DAY)
    return view_of(replace(session, screen=screen, questions=questions, preferences=Preferences(language)))


def finish(content: Catalog, *questions: VisitQuestion, language: str = "en") -> FinishView:
    view = shown(content, Finish("backs"), *questions, language=language)
    assert isinstance(view, FinishView)
    return view


def sheet(content: Catalog, screen: QuestionsOpen, *questions: VisitQuestion) -> QuestionsView:
    view = shown(content, screen, *questions)
    assert isinstance(view, QuestionsView)
    return view


def bilingual(*languages: str) -> Catalog:
    return catalog(in_spanish(asking()), clinic=Clinic(languages=languages))


def test_the_questions_stand_there_in_the_order_of_the_ticks_for_the_clinician() -> None:
    view = finish(catalog(asking()), THIRD, FIRST)
    assert (view.title, view.lead) == ("My questions", "Show this to your clinician.")
    assert view.questions == (AskedLine("Backs 2c?", "en"), AskedLine("Backs 1a?", "en"))


def test_beneath_each_stands_the_clinics_own_language_where_the_patients_is_another() -> None:
    assert finish(bilingual("en", "es"), FIRST, language="es").questions == (
        AskedLine("¿Backs 1a?", "es", "Backs 1a?", "en"),
    )
    assert finish(bilingual("en", "es"), FIRST).questions == (AskedLine("Backs 1a?", "en"),)
    assert finish(bilingual("es", "en"), FIRST).questions == (
        AskedLine("Backs 1a?", "en", "¿Backs 1a?", "es"),
    )


def test_nothing_stands_beneath_where_the_slide_has_no_words_in_the_clinics_language() -> None:
    content = catalog(in_spanish(asking()), clinic=Clinic(languages=("ar", "es")))
    assert finish(content, FIRST, language="es").questions == (AskedLine("¿Backs 1a?", "es"),)
    untranslated = catalog(asking(), clinic=Clinic(languages=("en", "es")))
    assert finish(untranslated, FIRST, language="es").questions == (AskedLine("Backs 1a?", "en"),)


def test_questions_of_another_topic_are_on_the_list_too() -> None:
    content = catalog(asking("backs"), asking("knees"))
    view = finish(content, VisitQuestion("knees", 0, 1), FIRST)
    assert [line.text for line in view.questions] == ["Knees 1b?", "Backs 1a?"]


def with_summary(**facts: object) -> Topic:
    asked = asking()
    words = asked.slides[2].words["en"]
    body = tuple(Block((Run(f"Sentence {number}."),)) for number in range(1, 5))
    last = replace(asked.slides[2], kind=Kind.SUMMARY, words={"en": replace(words, body=body)})
    return replace(asked, slides=(*asked.slides[:2], last), **facts)


def test_three_sentences_to_remember_are_shown_and_the_code_may_carry_all() -> None:
    view = finish(catalog(with_summary()), FIRST)
    assert view.sentences == ("Sentence 1.", "Sentence 2.", "Sentence 3.")
    assert view.code is not None
    assert view.code.notes.summary == (*view.sentences, "Sentence 4.")
    assert view.code.notes.questions == ("Backs 1a?",)


def test_what_no_clinician_has_read_says_so_on_the_screen_and_in_the_code() -> None:
    draft = finish(catalog(with_summary()))
    assert draft.code is not None
    assert (draft.draft, draft.code.notes.draft) == (DRAFT, DRAFT)
    reviewed = finish(catalog(with_summary(review=Review("Ana Ruiz", A_DAY))))
    assert reviewed.code is not None
    assert (reviewed.draft, reviewed.code.notes.draft) == ("", "")


def test_without_questions_finish_invites_to_choose_some() -> None:
    view = finish(catalog(asking()))
    assert (view.title, view.questions) == ("Remember", ())
    assert [(key.name, key.label) for key in view.tools] == [(KeyName.QUESTIONS, "Choose questions to ask")]
    assert finish(catalog(topic())).tools == ()
    assert finish(catalog(asking()), FIRST).tools[0].label == "Add more questions"


def test_a_clinics_address_is_a_second_code_and_shown_without_what_nobody_types() -> None:
    clinic = Clinic(leaflet_url="https://www.clinic.example/backs/")
    leaflet = finish(catalog(asking(), clinic=clinic)).leaflet
    assert leaflet is not None
    assert leaflet.address == "https://www.clinic.example/backs/"
    assert leaflet.shown == "\u2068clinic.example/backs\u2069"
    assert finish(catalog(asking())).leaflet is None


def test_all_questions_of_the_topic_are_listed_slide_by_slide_over_finish() -> None:
    view = sheet(catalog(asking()), QuestionsOpen(below=Finish("backs")), THIRD)
    assert [group.title for group in view.groups] == ["Slide 1", "Slide 2"]
    chosen = [row.label for group in view.groups for row in group.rows if row.is_open]
    assert chosen == ["Backs 2c?"]
    assert view.count == "1 on your list"


def test_whoever_has_eight_finds_those_of_other_slides_on_the_sheet_to_take_one_off() -> None:
    content = catalog(asking("backs", 3, each=4), asking("knees"))
    eight = tuple(VisitQuestion("backs", place, index) for place in (0, 1) for index in range(4))[1:]
    eight += (VisitQuestion("knees", 0, 0),)
    below = SlideOpen("backs", 0)
    seven = sheet(content, QuestionsOpen(below=below), *eight[:7])
    assert [group.title for group in seven.groups] == [""]
    full = sheet(content, QuestionsOpen(below=below), *eight)
    assert [group.title for group in full.groups] == ["", "Also on your list"]
    others = [row.label for row in full.groups[1].rows]
    assert others == ["Backs 2a?", "Backs 2b?", "Backs 2c?", "Backs 2d?", "Knees 1a?"]


@pytest.mark.parametrize(("count", "is_full"), [(8, True), (7, False)])
def test_that_the_list_is_full_is_said_only_while_it_is(count: int, *, is_full: bool) -> None:
    """*That was me* comes back to the sheet with nothing ticked."""
    content = catalog(asking("backs", 3, each=4))
    ticked = [VisitQuestion("backs", place, index) for place in (0, 1) for index in range(4)][:count]
    view = sheet(content, QuestionsOpen(below=SlideOpen("backs", 0), is_full=True), *ticked)
    assert view.is_full is is_full


def test_the_key_on_a_slide_carries_how_many_there_are_already() -> None:
    view = shown(catalog(asking()), SlideOpen("backs", 0), THIRD, FIRST)
    assert isinstance(view, SlideView)
    more, key = view.tools
    assert (more.name, key.name, key.label, key.count) == (
        KeyName.MORE,
        KeyName.QUESTIONS,
        "Questions to ask",
        2,
    )
    assert key.accessible_name == "Questions to ask. 2 on your list"
    last = shown(catalog(asking()), SlideOpen("backs", 2), THIRD)
    assert isinstance(last, SlideView)
    assert last.tools == ()


def test_the_words_that_finish_says_itself_are_not_more_than_its_idle_limit_counts() -> None:
    """standards.md TIM-01."""
    view = finish(catalog(asking()), FIRST)
    assert view.code is not None
    code = view.code
    texts = [view.title, view.lead, view.summary_title, view.draft, code.title, code.how, code.holds_all]
    texts += [code.photo, *(key.label for key in view.tools)]
    assert 30 < len(" ".join(texts).split()) <= WORDS_OF_FINISH

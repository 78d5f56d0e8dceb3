"""What the desk says of the counts, in words."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from kiosk.core.content.model import Catalog, Clinic
from kiosk.core.insights.counts import Days
from kiosk.core.insights.usage import Usage, usage_of
from kiosk.core.language import translator
from kiosk.core.session.screens import Desk, DeskPage
from kiosk.core.session.session import Session
from kiosk.core.staff.examples import staff_screens
from kiosk.core.views.charts import Chart
from kiosk.core.views.desk import Panel
from kiosk.core.views.usage import usage_panels
from tests.catalogs import A_DAY, asking, catalog, in_spanish, topic

ONE = catalog(in_spanish(asking(count=6)), clinic=Clinic(languages=("en", "es")))
TWO = catalog(topic("backs"), topic("knees"))
BUSY = Usage(is_on=True, weeks=usage_of({}, A_DAY).weeks, sessions=100)


def panels(usage: Usage | None, content: Catalog = ONE) -> tuple[Panel, ...]:
    return usage_panels(Session.at_start(content, A_DAY), usage, translator("en"))


def chart(usage: Usage, title: str, content: Catalog = ONE) -> Chart:
    found = [chart for panel in panels(usage, content) for chart in panel.charts]
    return next(each for each in found if each.title == title)


def bars(of: Chart) -> list[tuple[str, str]]:
    return [(bar.label, bar.amount) for bar in of.bars]


def words(usage: Usage | None, content: Catalog = ONE) -> str:
    found = []
    for panel in panels(usage, content):
        found += [panel.title.text, panel.lead, panel.notice]
        found += [text for row in panel.rows for text in (row.title.text, *row.lines)]
        for each in panel.charts:
            found += [
                each.title,
                each.meaning,
                each.note,
                *(f"{bar.label} {bar.amount}" for bar in each.bars),
            ]
    return "\n".join(found)


@pytest.mark.parametrize(
    ("stopped", "finished", "meaning"),
    [
        ((0, 0, 0, 50), 50, "About half of the patients read to the end."),
        ((0, 0, 0, 55), 45, "About half of the patients stop at page 4."),
        ((0, 0, 0, 90), 10, "Nearly all patients stop at page 4."),
        ((70, 0, 0, 20), 10, "About three in four patients stop at page 1."),
        ((25, 30, 0, 25), 20, "About one in four patients stops at page 2."),
        ((15, 15, 15, 15, 15), 10, "Patients stop at many pages, most often at page 1."),
        ((5,), 95, "Nearly all patients read to the end."),
        ((15, 15), 70, "About three in four patients read to the end."),
        ((25, 25, 20), 30, "About one in four patients reads to the end."),
        ((15, 15, 15, 15, 15, 15), 15, "Few patients read to the end; the others stop at many pages."),
    ],
)
def test_where_patients_stop_is_said_in_one_sentence(
    stopped: tuple[int, ...], finished: int, meaning: str
) -> None:
    places = {f"backs/{place:02}-slide": count for place, count in enumerate(stopped, 1)}
    usage = replace(BUSY, topics={"backs": 100}, stopped=places, finished={"backs": finished})
    assert chart(usage, "Where patients stop").meaning == meaning


def test_pages_stand_in_the_order_of_the_topic_and_what_is_left_out_is_said() -> None:
    places = {"backs/05-slide": 40, "backs/02-slide": 10, "backs/99-gone": 80}
    found = chart(replace(BUSY, stopped=places, finished={"backs": 20}), "Where patients stop")
    assert bars(found) == [("Page 2: Slide 2", "10"), ("Page 5: Slide 5", "40"), ("Read to the end", "20")]
    assert [bar.share for bar in found.bars] == [0.25, 1.0, 0.5]
    assert found.note == "Every other page: fewer than 5."


def test_each_of_several_topics_has_its_own_chart_and_all_of_them_are_compared() -> None:
    usage = replace(BUSY, topics={"knees": 60}, finished={"knees": 50, "backs": 5})
    titles = [each.title for each in panels(usage, TWO)[0].charts]
    assert titles == [
        "Sessions each week, from Monday",
        "Where patients stop: Knees",
        "Where patients stop: Backs",
    ]
    compared = chart(usage, "Topics opened", TWO)
    assert compared.meaning == "Opened most: Knees."
    assert bars(compared) == [("Backs", "fewer than 5"), ("Knees", "60")]


@pytest.mark.parametrize(
    ("languages", "meaning"),
    [
        ({"es": 60, "en": 40}, "Read most in Español."),
        ({"en": 95}, "Nearly all read in English."),
        ({}, "Fewer than 5 so far."),
    ],
)
def test_the_languages_are_called_by_their_own_names(languages: dict[str, int], meaning: str) -> None:
    found = chart(replace(BUSY, languages=languages), "Languages")
    assert found.meaning == meaning
    assert [bar.label for bar in found.bars] == ["English", "Español"]


def test_the_questions_ticked_most_come_first_in_words() -> None:
    asked = {"backs/01-slide/2": 10, "backs/02-slide/1": 25, "backs/01-slide/9": 50}
    found = chart(replace(BUSY, questions=asked), "Questions ticked")
    assert bars(found) == [("Backs 2a?", "25"), ("Backs 1b?", "10")]


@pytest.mark.parametrize(
    ("faces", "meaning"),
    [
        ({"yes": 40, "no": 10}, "Many of those who answer say that it helped."),
        ({"yes": 10, "no": 40}, "Many of those who answer say that it did not help."),
        ({"yes": 10, "a little": 40, "no": 10}, "The answers differ."),
        ({}, "Fewer than 5 so far."),
    ],
)
def test_the_answers_are_said_in_words(faces: dict[str, int], meaning: str) -> None:
    assert chart(replace(BUSY, faces=faces), "Did this help you?").meaning == meaning


def test_before_anything_can_be_told_the_desk_says_why() -> None:
    assert "Looking…" in words(None)
    assert "insights = true in machine.toml" in words(Usage())
    assert "Fewer than 5 sessions so far: too few to show." in words(Usage(is_on=True))
    assert "could not be written" in words(Usage(is_on=True, is_lost=True))
    assert "could not be written" not in words(BUSY)
    assert "could not be written" in words(replace(BUSY, is_lost=True))


COUNT = st.integers(0, 60)


@given(
    st.dictionaries(
        st.dates(A_DAY.replace(month=1), A_DAY),
        st.fixed_dictionaries(
            {
                "sessions": st.fixed_dictionaries({"": COUNT}),
                "help opened": st.fixed_dictionaries({"": COUNT}),
                "language": st.fixed_dictionaries({"en": COUNT, "es": COUNT}),
                "stopped at": st.fixed_dictionaries({"backs/01-slide": COUNT, "backs/02-slide": COUNT}),
                "read to the end": st.fixed_dictionaries({"backs": COUNT}),
                "question ticked": st.fixed_dictionaries({"backs/01-slide/1": COUNT}),
                "did it help": st.fixed_dictionaries({"yes": COUNT, "no": COUNT}),
            }
        ),
    )
)
def test_no_count_of_one_to_four_stands_anywhere_on_the_page(days: Days) -> None:
    """PRV-05."""
    usage = usage_of(days, A_DAY)
    for panel in panels(usage):
        for each in panel.charts:
            assert all(bar.amount == "fewer than 5" or int(bar.amount) % 5 == 0 for bar in each.bars)
            told = re.findall(r"At least (\d+)|at least (\d+)", each.meaning)
            assert all(int(number) >= 5 for pair in told for number in pair if number)


def test_the_examples_show_usage_full_off_and_empty() -> None:
    """They are what the tests of every size look at."""
    screens = [each.screen for _, each in staff_screens(Session.at_start(ONE, A_DAY))]
    shown = [screen.usage for screen in screens if isinstance(screen, Desk) and screen.page is DeskPage.USAGE]
    assert [bool(usage and usage.is_on) for usage in shown] == [True, False, True]
    assert shown[0] is not None
    assert len(panels(shown[0])) == 2

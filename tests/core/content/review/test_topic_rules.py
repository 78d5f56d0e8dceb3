"""What is said of a topic as a whole."""

from __future__ import annotations

from datetime import date

import pytest

from kiosk.core.content.model import Evidence, Kind, Review, Slide, SlideWords, Topic
from kiosk.core.content.problems import Severity
from kiosk.core.content.review.balance import benefit_without_source
from tests.core.content.review.drafts import REVIEWED, TODAY, found, on_slide, reviewed, topic_of, written


def slides(*kinds: Kind | None, languages: tuple[str, ...] = ("en",)) -> tuple[Slide, ...]:
    words = {language: SlideWords("A") for language in languages}
    return tuple(Slide(f"{number:02}", words, kind=kind) for number, kind in enumerate(kinds, 1))


WHOLE = (Kind.INTRO, Kind.BENEFIT, Kind.LIMITS, Kind.RISK, Kind.ACTION, Kind.SUMMARY)


def without(*kinds: Kind) -> tuple[Kind, ...]:
    return tuple(kind for kind in WHOLE if kind not in kinds)


@pytest.mark.parametrize(
    ("kinds", "said"),
    [
        (WHOLE, []),
        (without(Kind.RISK), ["this topic tells of benefits, and not of risks."]),
        (without(Kind.LIMITS), ["this topic tells of benefits, and not of limits."]),
        (without(Kind.RISK, Kind.LIMITS), ["this topic tells of benefits, and not of limits and risks."]),
        (without(Kind.BENEFIT, Kind.RISK), []),
        (without(Kind.SUMMARY), ["this topic has no summary."]),
        (without(Kind.ACTION), ["this topic does not say what patients can do."]),
        ((Kind.INTRO, Kind.CHECK), []),
        ((None,) * 4, []),
        ((None,) * 5, ["no slide of this topic says what kind it is."]),
    ],
)
def test_a_topic_tells_both_sides_what_to_do_and_a_summary(kinds: tuple[Kind, ...], said: list[str]) -> None:
    """Standards LIT-06 to LIT-09; CDC Clear Communication Index item 19."""
    problems = reviewed(topic_of(*slides(*kinds)))

    assert found(problems) == said
    sides = [problem for problem in problems if "benefits" in problem.found]
    assert all((problem.severity is Severity.WARNING) == (problem in sides) for problem in problems)


@pytest.mark.parametrize(
    ("facts", "is_told"),
    [
        ({"kind": Kind.BENEFIT, "evidence": Evidence.LITTLE}, True),
        ({"kind": Kind.BENEFIT}, True),
        ({"kind": Kind.BENEFIT, "evidence": Evidence.NONE_YET}, False),
        ({"kind": Kind.BENEFIT, "evidence": Evidence.LITTLE, "has_sources": True}, False),
        ({"kind": Kind.RISK}, False),
        ({"kind": Kind.BENEFIT, "is_original": False}, False),
    ],
)
def test_a_benefit_names_its_source_unless_nobody_has_studied_it(
    facts: dict[str, object],
    is_told: bool,  # noqa: FBT001
) -> None:
    """Standards CLI-05."""
    assert bool(found(benefit_without_source(written(on_slide("Go."), "fr", **facts)))) == is_told


@pytest.mark.parametrize(
    ("review", "said"),
    [
        (REVIEWED, []),
        (Review(), ["no clinician has reviewed this topic."]),
        (Review("A. Nurse", TODAY), ["this topic has no date for its next review."]),
        (Review("A. Nurse", TODAY, TODAY), []),
        (
            Review("A. Nurse", date(2024, 1, 1), date(2026, 1, 14)),
            ["this topic was to be reviewed again by 2026-01-14."],
        ),
    ],
)
def test_who_reviewed_it_and_when_again(review: Review, said: list[str]) -> None:
    """Standards LIT-16."""
    assert found(reviewed(topic_of(*slides(None), review=review))) == said


def test_pictures_alone_need_no_reviewer() -> None:
    picture = Slide("a", {"en": SlideWords("A")}, is_picture_only=True)
    assert reviewed(topic_of(picture, review=Review())) == []


def topic_in(*languages: tuple[str, ...], titles: tuple[str, ...] = ("en",)) -> Topic:
    told = tuple(
        Slide(f"{number:02}-a", {tag: SlideWords("A") for tag in tags})
        for number, tags in enumerate(languages, 1)
    )
    return Topic("t", "en", dict.fromkeys(titles, "T"), told, review=REVIEWED)


@pytest.mark.parametrize(
    ("topic", "offered", "said"),
    [
        (topic_in(("en",)), (), []),
        (topic_in(("en", "es"), ("en", "es")), (), []),
        (topic_in(("en", "es"), ("en",)), (), ['the slide "02-a" is not in "es".']),
        (topic_in(("en", "es"), ("en",)), ("en",), []),
        (topic_in(("en",), ("en",)), ("en", "ar"), ['no slide of this topic is in "ar".']),
        (topic_in(("en",)), ("en", "ar"), ['this topic is not in "ar".']),
        (
            topic_in(("en", "es"), ("en",), ("en",)),
            ("es",),
            ['2 of 3 slides, such as "02-a", are not in "es".'],
        ),
    ],
)
def test_what_is_not_in_every_language_that_is_offered(
    topic: Topic, offered: tuple[str, ...], said: list[str]
) -> None:
    assert found(reviewed(topic, offered=offered)) == said


HARD = "Considerable rehabilitation necessitates deliberate participation and coordination."
EASY = "Move a little each day and rest when you are tired."


@pytest.mark.parametrize(
    ("text", "language", "severity"),
    [
        (f"{HARD} " * 5, "en", Severity.WARNING),
        (f"{HARD} " * 5, "en-GB", Severity.WARNING),
        (f"{HARD} " * 5, "fr", None),
        (f"{EASY} " * 5, "en", None),
        (HARD, "en", None),
        (f"{HARD} " + f"{EASY} " * 7, "en", None),
        (
            "We can all improve our general condition if we remember to exercise every morning. " * 4,
            "en",
            Severity.WARNING,
        ),
    ],
)
def test_the_reading_grade_of_a_topic_in_english(text: str, language: str, severity: Severity | None) -> None:
    """product.md, Defaults: advice above 6, warning above 8; fewer than 30 words tell nothing."""
    problems = reviewed(topic_of(*slides(None)), written(on_slide(text), language))
    assert [problem.severity for problem in problems] == ([severity] if severity else [])

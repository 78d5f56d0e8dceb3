"""The topic that ships says what ../design allows: hedged, marked, sourced, short, plain."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from kiosk.core.content.folder import read_content
from kiosk.core.content.model import Block, Evidence, Kind, Slide, SlideWords, Topic
from kiosk.core.content.review.reading_grade import grade
from tests.catalogs import A_DAY

SHIPPED = Path(__file__).parents[1] / "content"
CATALOG = read_content(SHIPPED, today=A_DAY).catalog
TOPIC: Topic = CATALOG.topics[0]
BENEFITS = TOPIC.slides[1:9]

MARKS: list[tuple[str, Evidence, set[str]]] = [
    ("02-pain-relief", Evidence.LITTLE, {"cochrane-2015", "acp-2017", "who-2023", "va-2024"}),
    ("03-blood-flow", Evidence.NONE_YET, {"crane-2012", "white-2020"}),
    ("04-looser-muscles", Evidence.NONE_YET, set()),
    ("05-easier-movement", Evidence.LITTLE, {"who-2023"}),
    ("06-fewer-flare-ups", Evidence.NONE_YET, {"steffens-2016"}),
    ("07-whole-person-care", Evidence.LITTLE, {"nice-ng59"}),
    ("08-made-for-you", Evidence.NONE_YET, set()),
    ("09-better-sleep", Evidence.NONE_YET, set()),
]
REMOVED_CLAIMS = re.compile(
    r"toxin|\bcures?\b|compress|inflam|root cause|underlying|guarantee|side effect|\bheal(s|ing|ed)?\b",
    re.IGNORECASE,
)
NEGATION = re.compile(r"\b(not|no|cannot|never|none|nothing)\b", re.IGNORECASE)


def words_of(slide: Slide) -> SlideWords:
    return slide.words["en"]


def text_of(blocks: tuple[Block, ...]) -> str:
    return " ".join(block.text for block in blocks)


def sentences(slide: Slide) -> list[str]:
    words = words_of(slide)
    texts = [*(block.text for block in words.body), words.message, *(block.text for block in words.more)]
    return [part for text in texts for part in re.split(r"(?<=[.!?:])\s+", text) if part]


def test_fourteen_slides_in_the_order_of_the_contract() -> None:
    kinds = [slide.kind for slide in TOPIC.slides]
    assert kinds == [
        Kind.INTRO,
        *[Kind.BENEFIT] * 8,
        Kind.LIMITS,
        Kind.RISK,
        Kind.ACTION,
        Kind.SUMMARY,
        Kind.CHECK,
    ]


@pytest.mark.parametrize(("key", "evidence", "sources"), MARKS)
def test_each_benefit_carries_its_evidence_and_its_sources_and_no_others(
    key: str, evidence: Evidence, sources: set[str]
) -> None:
    slide = next(slide for slide in TOPIC.slides if slide.key == key)
    assert (slide.evidence, set(slide.sources)) == (evidence, sources)
    assert sources <= {source.id for source in TOPIC.sources}


@pytest.mark.parametrize("slide", TOPIC.slides, ids=lambda slide: slide.key)
def test_a_slides_face_is_short_and_plain(slide: Slide) -> None:
    """standards.md LIT-01, LIT-03, LIT-04."""
    words = words_of(slide)
    assert len(f"{text_of(words.body)} {words.message}".split()) <= 40
    assert len(words.title.split()) <= 8
    assert len(words.message.split()) <= 12
    assert grade(sentences(slide)) <= 8
    assert max(len(sentence.split()) for sentence in sentences(slide)) <= 20


def test_the_topic_reads_at_grade_six_or_lower() -> None:
    """standards.md LIT-01."""
    every = [sentence for slide in TOPIC.slides for sentence in sentences(slide)]
    assert grade(every) <= 6
    assert sum(len(sentence.split()) for sentence in every) / len(every) <= 12


@pytest.mark.parametrize("slide", BENEFITS, ids=lambda slide: slide.key)
def test_a_benefit_is_hedged_asks_back_and_says_where_no_study_is(slide: Slide) -> None:
    """standards.md CLI-05."""
    words = words_of(slide)
    face = f"{text_of(words.body)} {words.message}"
    assert re.search(
        r"\b(may|some|many people|not been shown|not shown|only one part)\b", face, re.IGNORECASE
    )
    assert 2 <= len(words.questions) <= 3
    if slide.evidence is Evidence.NONE_YET:
        assert "We found no good studies of this in sciatica." in text_of(words.more)


def test_the_eight_benefits_begin_differently() -> None:
    assert len({" ".join(text_of(words_of(slide).body).split()[:5]) for slide in BENEFITS}) == 8


@pytest.mark.parametrize("slide", TOPIC.slides, ids=lambda slide: slide.key)
def test_no_slide_makes_a_claim_that_was_removed(slide: Slide) -> None:
    """standards.md CLI-04: only its denial may stand."""
    claims = [sentence for sentence in sentences(slide) if REMOVED_CLAIMS.search(sentence)]
    assert [claim for claim in claims if not NEGATION.search(claim)] == []


def test_every_picture_has_a_text_for_who_does_not_see_it() -> None:
    """standards.md SPK-12."""
    assert all(words_of(slide).alt and slide.image for slide in TOPIC.slides)
    assert all(words_of(slide).caption for slide in TOPIC.slides)


def test_the_help_page_has_the_signs_of_cauda_equina_and_the_number() -> None:
    """standards.md CLI-02, CLI-03."""
    page = CATALOG.help_page
    assert page
    words = page.words["en"]
    text = f"{text_of(words.body)} {text_of(words.more)}".lower()
    for sign in ("cannot pee", "poop", "numb", "both legs", "wipe", "sex", "bladder", "calf", "fever"):
        assert sign in text
    assert "{emergency}" in text


def test_nobody_is_named_as_a_reviewer() -> None:
    assert TOPIC.review.reviewed_by == ""
    assert not TOPIC.is_reviewed

"""The topic that ships says what its design allows: hedged, marked, sourced, short, plain."""

from __future__ import annotations

import re
from itertools import chain, groupby
from pathlib import Path

import pytest

from kiosk.core.content.folder import read_content
from kiosk.core.content.model import Block, BlockStyle, Evidence, Kind, Slide, SlideWords, Topic
from kiosk.core.content.review.reading_grade import grade
from tests.catalogs import A_DAY
from tests.claims import denied_or_absent

SHIPPED = Path(__file__).parents[1] / "content"
CATALOG = read_content(SHIPPED, today=A_DAY).catalog
TOPIC: Topic = CATALOG.topics[0]
BENEFITS = TOPIC.slides[1:9]

# The table of the design, slide by slide. Blood flow: its two studies speak of what is not shown, not of a benefit.
MARKS: list[tuple[str, Kind, Evidence | None, set[str]]] = [
    ("01-what-is-sciatica", Kind.INTRO, None, {"nhs-sciatica"}),
    ("02-pain-relief", Kind.BENEFIT, Evidence.LITTLE, {"cochrane-2015", "acp-2017", "who-2023", "va-2024"}),
    ("03-blood-flow", Kind.BENEFIT, Evidence.NONE_YET, {"crane-2012", "white-2020"}),
    ("04-looser-muscles", Kind.BENEFIT, Evidence.NONE_YET, set()),
    ("05-easier-movement", Kind.BENEFIT, Evidence.LITTLE, {"who-2023"}),
    ("06-fewer-flare-ups", Kind.BENEFIT, Evidence.NONE_YET, {"steffens-2016"}),
    ("07-whole-person-care", Kind.BENEFIT, Evidence.LITTLE, {"nice-ng59"}),
    ("08-made-for-you", Kind.BENEFIT, Evidence.NONE_YET, set()),
    ("09-better-sleep", Kind.BENEFIT, Evidence.NONE_YET, set()),
    (
        "10-what-we-do-not-know",
        Kind.LIMITS,
        None,
        {"nice-ng59", "kngf-2021", "cochrane-2015", "luijsterburg-2007", "dove-2022"},
    ),
    ("11-ask-before-you-start", Kind.RISK, None, {"nccih"}),
    ("12-what-you-can-do-today", Kind.ACTION, None, {"nhs-sciatica", "steffens-2016"}),
    ("13-remember", Kind.SUMMARY, None, set()),
    ("14-in-your-own-words", Kind.CHECK, None, set()),
]
# CLI-03: one way of saying it for each group of urgent signs of standards.md 4.3.
URGENT_SIGNS = (
    ("both legs", "weak, numb or in pain"),
    ("around your bottom", "private parts", "inner thighs", "paper feels odd when you wipe"),
    ("cannot pee", "hard to pee", "cannot hold your pee", "leak", "cannot feel when you need to pee"),
    ("hold your pee or poop", "need to pee or poop"),
    ("sex feels different",),
)
ALSO_TODAY: tuple[str, ...] = (
    "fever",
    "very ill",
    "cancer",
    "weight loss",
    "fall",
    "injury",
    "weak bones",
    "steroids",
)
ALSO_TODAY += ("inject drugs", "night", "weaker leg", "foot that drags", "calf is swollen, warm and sore")
# Section 4.4, in everyday words.
ASK_FIRST: tuple[str, ...] = (
    "blood thinners",
    "bleed or bruise",
    "blood clot",
    "broken bone",
    "weak bones",
    "burns",
    "cancer",
)
ASK_FIRST += ("open wounds", "skin infection", "surgery", "fever", "pregnant", "numb skin", "do not know why")


def words_of(slide: Slide) -> SlideWords:
    return slide.words["en"]


def text_of(blocks: tuple[Block, ...]) -> str:
    return " ".join(block.text for block in blocks)


def face_of(slide: Slide) -> str:
    return f"{text_of(words_of(slide).body)} {words_of(slide).message}"


def sentences(slide: Slide) -> list[str]:
    words = words_of(slide)
    blocks = [block.text for block in (*words.body, *words.more)]
    texts = [*blocks, words.message, words.caption, *words.questions]
    return [part for text in texts for part in re.split(r"(?<=[.!?:])\s+", text) if part]


def every_text(slide: Slide) -> str:
    words = words_of(slide)
    return " ".join((words.title, *sentences(slide), words.alt))


each_slide = pytest.mark.parametrize("slide", TOPIC.slides, ids=lambda slide: slide.key)
each_benefit = pytest.mark.parametrize("slide", BENEFITS, ids=lambda slide: slide.key)


def test_each_slide_carries_its_kind_its_evidence_and_its_sources_and_no_others() -> None:
    shipped = [(slide.key, slide.kind, slide.evidence, set(slide.sources)) for slide in TOPIC.slides]
    assert shipped == MARKS


def test_every_source_is_known_and_used() -> None:
    """standards.md 4.2: nothing is cited that was not read, nothing read is left out."""
    assert {source.id for source in TOPIC.sources} == set(chain(*(slide.sources for slide in TOPIC.slides)))
    assert all(source.text for source in TOPIC.sources)


@each_slide
def test_a_year_on_a_slide_is_the_year_of_one_of_its_sources(slide: Slide) -> None:
    named = {int(year) for year in re.findall(r"\b(?:19|20)\d\d\b", every_text(slide))}
    assert named <= {source.year for source in TOPIC.sources if source.id in slide.sources}


@each_slide
def test_a_slides_face_is_short_and_plain(slide: Slide) -> None:
    """standards.md LIT-01, LIT-03, LIT-04; product.md: 40 words, title 8, key message 12."""
    words = words_of(slide)
    assert len(face_of(slide).split()) <= 40
    assert len(words.title.split()) <= 8
    assert len(words.message.split()) <= 12
    assert grade(sentences(slide)) <= 8
    assert max(len(sentence.split()) for sentence in sentences(slide)) <= 20


@each_slide
def test_paragraphs_and_lists_are_short(slide: Slide) -> None:
    """standards.md LIT-03 (its three sentences are four here: one study, one paragraph), LIT-04."""
    for blocks in (words_of(slide).body, words_of(slide).more):
        runs = [len(list(run)) for in_list, run in groupby(blocks, is_item) if in_list]
        assert max(runs, default=0) <= 7
        assert max(len(re.findall(r"[.!?](?:\s|$)", block.text)) for block in blocks) <= 4


def is_item(block: Block) -> bool:
    return block.style in {BlockStyle.BULLET, BlockStyle.NUMBER}


def test_the_topic_reads_at_grade_six_or_lower() -> None:
    """standards.md LIT-01, LIT-03."""
    every = [sentence for slide in TOPIC.slides for sentence in sentences(slide)]
    assert grade(every) <= 6
    assert sum(len(sentence.split()) for sentence in every) / len(every) <= 12


@each_benefit
def test_a_benefits_face_hedges_and_says_that_it_does_not_last(slide: Slide) -> None:
    """standards.md CLI-05."""
    assert re.search(r"\b(may|some people)\b", face_of(slide), re.IGNORECASE)
    assert re.search(
        r"\bfor a (short time|while)\b|\boften short\b|\bmay not last\b|\bwhile it lasts\b", face_of(slide)
    )


@each_benefit
def test_a_benefit_asks_back_and_says_where_no_study_is(slide: Slide) -> None:
    words = words_of(slide)
    assert 2 <= len(words.questions) <= 3
    says_none = "We found no good studies of this in sciatica." in text_of(words.more)
    assert says_none == (slide.evidence is Evidence.NONE_YET)


def test_the_eight_benefits_begin_differently() -> None:
    assert len({" ".join(text_of(words_of(slide).body).split()[:5]) for slide in BENEFITS}) == 8


def test_the_first_slide_says_in_one_sentence_what_massage_can_and_cannot_do() -> None:
    """standards.md LIT-05; product.md."""
    assert any("may ease" in text and "cannot cure" in text for text in sentences(TOPIC.slides[0]))
    assert "Ask before you start" in face_of(TOPIC.slides[0])
    assert "can and cannot" in TOPIC.purposes["en"]


@each_slide
def test_every_slide_has_more_to_tell(slide: Slide) -> None:
    assert words_of(slide).more


@each_slide
def test_no_slide_makes_a_claim_that_was_removed(slide: Slide) -> None:
    """standards.md CLI-04, CLI-07, section 4.5: only its denial may stand."""
    assert [text for text in (words_of(slide).title, *sentences(slide)) if not denied_or_absent(text)] == []


def test_a_key_message_is_hedged_or_advice_or_an_open_question() -> None:
    """product.md: true when read alone, because the lobby screen shows it without its slide."""
    alone = re.compile(
        r"\b(may|often|usually|some)\b|\bdo not know\b|\bask us\b|\bonly one part\b|^(Keep|Say)\b",
        re.IGNORECASE,
    )
    messages = [words_of(slide).message for slide in TOPIC.slides if words_of(slide).message]
    assert [message for message in messages if not alone.search(message)] == []


def test_risks_and_summary_say_who_asks_first_and_that_care_is_not_replaced() -> None:
    """standards.md CLI-06, section 4.4."""
    for kind in (Kind.RISK, Kind.SUMMARY):
        text = every_text(next(slide for slide in TOPIC.slides if slide.kind is kind))
        assert "This does not replace advice from your care team." in text
        assert "if you:" in text
    risk = every_text(next(slide for slide in TOPIC.slides if slide.kind is Kind.RISK))
    assert [sign for sign in ASK_FIRST if sign not in risk] == []


def test_no_slide_says_from_memory_how_long_soreness_lasts() -> None:
    """standards.md F15: that it happens is sourced, that it lasts "a day or two" is not."""
    assert [slide.key for slide in TOPIC.slides if "day or two" in every_text(slide)] == []


@each_slide
def test_every_picture_has_a_text_for_who_does_not_see_it_and_a_caption_that_adds_to_it(slide: Slide) -> None:
    """standards.md SPK-12, LIT-13, PEMAT 17."""
    words = words_of(slide)
    assert slide.image
    assert words.alt.endswith(".")
    assert 3 <= len(words.caption.split()) <= 15
    assert words.caption not in {words.alt, words.title, words.message.rstrip(".")}


@each_slide
def test_quotes_are_real_and_a_number_stays_with_what_it_counts(slide: Slide) -> None:
    text = every_text(slide)
    assert not re.search(r"[\"']|--|\.\.\.", text)
    assert re.findall(r"\b(?!(?:19|20)\d\d)\d[\d,]* (?!to\b)[a-z]+", text) == []


def test_the_help_page_has_every_urgent_sign_and_the_number() -> None:
    """standards.md CLI-02, CLI-03, section 4.3."""
    page = CATALOG.help_page
    assert page
    words = page.words["en"]
    text = f"{text_of(words.body)} {text_of(words.more)}".lower()
    assert [sign for sign in chain(*URGENT_SIGNS, ALSO_TODAY) if sign not in text] == []
    assert "{emergency}" in text
    assert words.body[1].text.startswith("You cannot pee")
    assert words.body[2].text.startswith("You are numb")


def test_nobody_is_named_as_a_reviewer() -> None:
    assert TOPIC.review.reviewed_by == ""
    assert not TOPIC.is_reviewed
    assert CATALOG.clinic.name == ""

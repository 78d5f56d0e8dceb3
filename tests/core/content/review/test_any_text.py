"""Whatever is written, no rule raises, and what a rule says changes nothing that is shown."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from kiosk.core.content import help_page, topic_folder, topic_whole
from kiosk.core.content.deck import topic as deck_topic
from kiosk.core.content.folder import read_content
from kiosk.core.content.model import (
    Block,
    BlockStyle,
    Evidence,
    Image,
    Kind,
    Review,
    Run,
    Slide,
    SlideWords,
)
from kiosk.core.content.problems import Severity
from kiosk.core.content.report import exit_code
from kiosk.core.content.review.reading_grade import Measure
from kiosk.core.content.review.slide import Noticed, review_help, review_slide
from kiosk.core.content.review.wording import Passive
from kiosk.core.content.review.written import Written
from kiosk.core.content.slide_text import SlideText
from tests.core.content.review.drafts import TODAY, reviewed, topic_of

# Pieces that the rules look for, between anything at all.
PIECES = st.sampled_from(
    [
        *"toxins removes cures no not never side effects guaranteed stop taking your tablets pressure off the".split(),  # noqa: SIM905 - quoted words cannot be read
        *"nerve disc back is was given by edema (swelling) called acute NEVER 30% 3 of 10 per cent Dr. e.g.".split(),  # noqa: SIM905 - quoted words cannot be read
        *'may eases relief lasting in place ? ! … 。 ؟ , ; — " \u2019 \uff05 ٪ İ ß \u0301 \u200f 🙂 १२ 你好'.split(),  # noqa: SIM905 - quoted words cannot be read
    ]
)
texts = st.one_of(st.text(max_size=80), st.lists(PIECES, max_size=14).map(" ".join))
blocks = st.lists(
    st.builds(
        lambda text, style: Block((Run(text),), style), texts.filter(bool), st.sampled_from(BlockStyle)
    ),
    max_size=10,
).map(tuple)
words = st.builds(
    SlideWords, texts, blocks, texts, st.lists(texts, max_size=9).map(tuple), blocks, texts, texts
)
images = st.one_of(
    st.none(),
    st.builds(
        Image,
        st.sampled_from(["a.png", "a.jpg", "a.svg"]),
        st.integers(1, 5000),
        st.integers(1, 5000),
    ),
)


@st.composite
def drafts(draw: st.DrawFn) -> Written:
    shown = draw(words)
    lines = st.integers(1, 99)
    places = {
        "body": [draw(lines) for _ in shown.body],
        "more": [draw(lines) for _ in shown.more],
        "questions": [draw(lines) for _ in shown.questions],
    }
    return Written(
        "t/01-a.md",
        draw(st.sampled_from(["en", "EN-gb", "ar", "zh", ""])),
        shown,
        SlideText(shown, lines={"title": draw(lines)}, block_lines=places),
        draw(images),
        draw(st.sampled_from([None, *Kind])),
        draw(st.sampled_from([None, *Evidence])),
        draw(st.booleans()),
    )


@settings(max_examples=150)
@given(st.lists(drafts(), min_size=1, max_size=4), st.booleans())
def test_no_rule_raises_or_hides_whatever_is_written(slides: list[Written], is_alone: bool) -> None:  # noqa: FBT001
    topic = topic_of(
        *(
            Slide("a", {each.language or "en": each.words}, each.image, each.kind, is_picture_only=is_alone)
            for each in slides
        ),
        review=Review("", None, date(2020, 1, 1)),
    )
    problems = [problem for each in slides for problem in review_slide(each)[0]]
    problems += [problem for each in slides for problem in review_help(each)]
    problems += reviewed(topic, *slides, offered=("en", "ar"))

    for problem in problems:
        assert problem.severity is not Severity.NOT_SHOWN
        assert problem.found.endswith(".")
        assert problem.found[0] == problem.found[0].lower()
        assert problem.shown.endswith(".")
        assert problem.mend.endswith((".", "?", '"'))
        assert len(str(problem)) < 600


@example("x " * 10_000)
@example("1" * 20_000)
@example("a" * 20_000)
@example("is " * 5_000)
@example("remove " * 3_000)
@example("not, " * 4_000)
@given(texts)
def test_a_long_text_is_looked_at_too(text: str) -> None:
    body = (Block((Run(text or "a"),)),)
    slide = Written("a.md", "en", SlideWords("A", body), SlideText(None, block_lines={"body": [1]}))
    assert isinstance(review_slide(slide)[0], list)


SAMPLES = Path(__file__).parents[3] / "samples"


def test_what_the_review_says_never_changes_what_is_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    folders = [folder / "content" for folder in sorted(SAMPLES.iterdir()) if folder.is_dir()]
    reviewed_ones = [read_content(folder, today=TODAY) for folder in folders]
    for module in (topic_folder, deck_topic):
        monkeypatch.setattr(
            module,
            "review_slide",
            lambda each: ([], Noticed(each.file, each.language, Measure(), Passive(), ())),
        )
    monkeypatch.setattr(topic_whole, "review_topic", lambda *_, **__: ())
    monkeypatch.setattr(help_page, "review_help", lambda _: ())

    unreviewed = [read_content(folder, today=TODAY) for folder in folders]

    assert [each.catalog for each in reviewed_ones] == [each.catalog for each in unreviewed]
    assert sum(len(each.problems) for each in reviewed_ones) > sum(len(each.problems) for each in unreviewed)
    assert [exit_code(each.problems, strict=False) for each in reviewed_ones] == [
        exit_code(each.problems, strict=False) for each in unreviewed
    ]

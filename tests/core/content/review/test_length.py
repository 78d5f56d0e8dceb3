"""product.md, Defaults: 40 words on a slide, advice from 50, warning from 80; title 8; key message 12."""

from __future__ import annotations

import pytest

from kiosk.core.content.problems import Severity
from kiosk.core.content.review.length import (
    long_lists,
    long_message,
    long_sentences,
    long_title,
    too_many_words,
)
from kiosk.core.content.review.written import sentences_in
from tests.core.content.review.drafts import found, on_slide, written


@pytest.mark.parametrize(
    ("count", "severity"), [(49, None), (50, Severity.ADVICE), (79, Severity.ADVICE), (80, Severity.WARNING)]
)
def test_words_of_body_and_message_are_counted_and_no_others(count: int, severity: Severity | None) -> None:
    body = " ".join(["so"] * (count - 3))
    slide = written(f"# Title of words\n\n{body}\n\n> Move a little\n\n- [ ] Why so?\n\n---\n\n{body}\n")

    problems = list(too_many_words(slide))

    assert [problem.severity for problem in problems] == ([severity] if severity else [])
    assert all(problem.line == 3 and f"has {count} words" in problem.found for problem in problems)


@pytest.mark.parametrize(
    ("title", "is_long"),
    [
        ("one two three four five six seven eight", False),
        ("one two three four five six seven eight nine", True),
        ("Don't stop: well-known 3.5 mg, e.g. now", False),
        ("一二三四五六七八九十", False),
        ("ما الذي لا نعرفه عن التدليك وعن عرق النسا اليوم", True),
    ],
)
def test_a_title_has_at_most_eight_words_in_every_language(title: str, is_long: bool) -> None:  # noqa: FBT001
    assert bool(list(long_title(written(f"# {title}\n\nText.\n", "ar")))) == is_long


def test_a_key_message_has_at_most_twelve_words() -> None:
    twelve = " ".join(["go"] * 12)

    assert list(long_message(written(on_slide(f"> {twelve}")))) == []
    (problem,) = long_message(written(on_slide(f"> {twelve} on")))
    assert (problem.line, problem.found) == (3, "the key message has 13 words.")


TWENTY = " ".join(["go"] * 20)


@pytest.mark.parametrize(
    "text",
    [
        f"{TWENTY}.",
        f"{TWENTY}: {TWENTY}? {TWENTY}! {TWENTY}…",
        f"“{TWENTY}.” {TWENTY}.",
        "\n".join(f"- {TWENTY}" for _ in range(3)),
        f"{TWENTY}.\n\n{TWENTY}",
        " ".join(["你好"] * 11) + "。" + " ".join(["你好"] * 11),
        f"## {TWENTY} and more as a subheading\n\nGo.",
    ],
)
def test_sentences_of_twenty_words_pass_and_list_items_are_sentences(text: str) -> None:
    """Standards LIT-01, LIT-03."""
    assert found(long_sentences(written(on_slide(text)))) == []


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        (f"Go.\n\n{TWENTY} on.", 5, "a sentence has 21 words."),
        (f"{TWENTY} with Dr. Smith.", 3, "a sentence has 23 words."),
        (f"{TWENTY}, e.g. at 3.5 km.", 3, "a sentence has 24 words."),
        (f"- Go.\n- {TWENTY} on", 4, "a sentence has 21 words."),
        (f"Go.\n\n- [ ] {TWENTY} or not?", 5, "a sentence has 22 words."),
        (f"Go.\n\n---\n\n{TWENTY} on.", 7, "a sentence has 21 words."),
        (f"{TWENTY} on. {TWENTY} and on.", 3, "2 sentences have more than 20 words, the longest 22."),
        (f"¿{TWENTY} sí?", 3, "a sentence has 21 words."),
    ],
)
def test_a_longer_sentence_is_named_with_its_line(text: str, line: int, said: str) -> None:
    (problem,) = long_sentences(written(on_slide(text), "es"))
    assert (problem.line, problem.found) == (line, said)


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("Ask Dr. Lee. Go.", ["Ask Dr. Lee.", "Go."]),
        ("Mrs. Lee and Mr. Lee", ["Mrs. Lee and Mr. Lee"]),
        ("It is 3.5 km. Walk.", ["It is 3.5 km.", "Walk."]),
        ("Eat fruit, e.g. an apple.", ["Eat fruit, e.g. an apple."]),
        ("Really?! Yes.", ["Really?!", "Yes."]),
        ("At 10:30 we open.", ["At 10:30 we open."]),
        ("去吧。好。", ["去吧。", "好。"]),
        ("هل يؤلم؟ نعم.", ["هل يؤلم؟", "نعم."]),
        ("… 12. !", []),
    ],
)
def test_a_sentence_ends_at_its_mark_and_not_after_a_short_form(text: str, sentences: list[str]) -> None:
    assert sentences_in(text) == sentences


def items(count: int, mark: str = "-") -> str:
    return "\n".join(f"{mark} Item" for _ in range(count))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (items(7), []),
        (items(8), ["this list has 8 items."]),
        (items(9, "1."), ["this list has 9 items."]),
        (f"{items(5)}\n\nAnd then:\n\n{items(5)}", []),
        (f"{items(5)}\n\n---\n\n{items(5)}", []),
        (f"Go.\n\n---\n\n{items(8)}", ["this list has 8 items."]),
        (items(8, "- [ ]"), ["this list has 8 questions."]),
    ],
)
def test_a_list_has_at_most_seven_items(text: str, said: list[str]) -> None:
    """Standards LIT-04; CDC Clear Communication Index item 8."""
    assert found(long_lists(written(on_slide(text), "fr"))) == said

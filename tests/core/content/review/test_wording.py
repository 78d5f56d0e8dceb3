"""Standards LIT-11, LIT-12 and LIT-14."""

from __future__ import annotations

import pytest

from kiosk.core.content.review.wording import (
    bare_percentages,
    capitals,
    is_passive,
    passive_in,
    passive_voice,
)
from tests.core.content.review.drafts import found, on_slide, written


@pytest.mark.parametrize(
    "sentence",
    [
        "The drug is given by mouth.",
        "Your knee was examined.",
        "It has been shown to help.",
        "The results are not usually sent by post.",
        "The wound wasn't cleaned.",
        "The wound wasn’t properly cleaned.",  # noqa: RUF001 - the other apostrophe
        "IT WAS TAKEN.",
        "It is being tested.",
    ],
)
def test_a_sentence_that_hides_who_acts_is_passive(sentence: str) -> None:
    assert is_passive(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "We check your knee.",
        "You are tired and worried.",
        "The ankle is swollen.",
        "We are closed on Sunday.",
        "It is called sciatica.",
        "He is used to it.",
        "There is a hundred of them.",
        "It is in bed.",
        "The need is real.",
        "You may be sore.",
        "Was bedeutet das?",
        "",
    ],
)
def test_a_state_or_an_active_sentence_is_not(sentence: str) -> None:
    assert not is_passive(sentence)


PASSIVE = "The cap is removed. It is shaken. The button is pressed."


@pytest.mark.parametrize(
    ("text", "language", "said"),
    [
        (PASSIVE, "en", 1),
        (PASSIVE, "en-GB", 1),
        (PASSIVE, "de", 0),
        ("The cap is removed. It is shaken.", "en", 0),
        (f"{PASSIVE} {'Go now. ' * 25}", "en", 1),
        (f"{PASSIVE} {'Go now. ' * 26}", "en", 0),
    ],
)
def test_more_than_a_tenth_of_passive_sentences_are_named_by_the_first(
    text: str, language: str, said: int
) -> None:
    slide = written(on_slide(f"Shake it.\n\n{text}"), language)
    sentences = sum(len(passage.sentences) for passage in slide.running_text)

    problems = list(passive_voice([(slide.file, passive_in(slide))], sentences))

    assert len(problems) == said
    assert all(problem.line == 5 and '"The cap is removed."' in problem.found for problem in problems)


@pytest.mark.parametrize(
    "text",
    [
        "Take it with NICE or the NHS.",
        "COVID-19 and NSAIDs",
        "The World Health Organization (UNHCR) says so.",
        "STOP now",
        "Vitamin B12",
        "مرحبا بكم جميعا",
        "你好你好你好",
        "straße",
        "McDonald's",
    ],
)
def test_short_forms_and_small_letters_do_not_shout(text: str) -> None:
    assert found(capitals(written(on_slide(text)))) == []


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("NEVER do this", "NEVER"),
        ("¡CUIDADO! No lo haga", "CUIDADO"),
        ("ÉVITEZ cela", "ÉVITEZ"),
        ("ВНИМАНИЕ", "ВНИМАНИЕ"),
        ("Never, **NEVER-EVER**", "NEVER"),
        ("- [ ] Is it REALLY safe?", "REALLY"),
    ],
)
def test_words_of_five_capitals_are_named_in_every_language(text: str, word: str) -> None:
    assert found(capitals(written(on_slide(text), "es"))) == [f'"{word}" is written in capitals.']


@pytest.mark.parametrize(
    "text",
    [
        "30% (3 of 10 people) feel better",
        "30 % feel better: 3 out of 10",
        "30 %, das sind 3 von 10",
        "Half of them (50%)",
        "Use 70% alcohol",
        "100 % cotton",
        "Call 30 or 40 people",
        "A recent study costs 5 cents",
    ],
)
def test_a_percentage_that_is_told_in_people_passes(text: str) -> None:
    assert found(bare_percentages(written(on_slide(text)))) == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("30% feel better", "30%"),
        ("From 20% to 30% of people", "20%"),
        ("12.5 percent of people", "12.5 percent"),
        ("Es hilft 30 % der Menschen", "30 %"),
        ("٣٠٪ من الناس", "٣٠٪"),
        ("About 1,000 people: 30 per cent", "30 per cent"),
    ],
)
def test_a_percentage_alone_is_named_in_every_script(text: str, said: str) -> None:
    assert found(bare_percentages(written(on_slide(text), "de"))) == [f'"{said}" stands alone.']

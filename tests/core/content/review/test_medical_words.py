"""Standards LIT-10: medical words are explained on the slide that uses them."""

from __future__ import annotations

import pytest

from kiosk.core.content.review.medical_words import medical_words_in, unexplained
from kiosk.core.content.review.plain_words import PLAIN
from tests.core.content.review.drafts import on_slide, written


def missing(*texts: str, language: str = "en", title: str = "") -> list[tuple[int, str]]:
    slides = [written(on_slide(text), language) for text in texts]
    problems = unexplained(((slide.file, medical_words_in(slide)) for slide in slides), title)
    return [(problem.line, problem.found.split('"')[1]) for problem in problems]


@pytest.mark.parametrize(
    "text",
    [
        "Edema is swelling.",
        "Edema means that water stays in the legs.",
        "Edema (water in the legs) is common.",
        "Edema, or swelling, is common.",
        "Water in the legs is called edema.",
        "Water in the legs (edema) is common.",
        "You may hear the word edema.\n\n---\n\nEdema: water in the legs.",
        "Analgesics are pills that ease pain.",
        "Take a painkiller, an analgesic.",
        "You may be prone to falls.",
        "Swelling is common.",
        "Chronicle of a clinic",
    ],
)
def test_a_word_that_is_explained_or_not_medical_passes(text: str) -> None:
    assert missing(text) == []


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Edema is common.", "edema"),
        ("EDEMA is not serious.", "edema"),
        ("Take analgesics.", "analgesic"),
        ("Ask about anti-inflammatory gel", "anti-inflammatory"),
        ("- [ ] Is it chronic?", "chronic"),
        ("It isn't malignant.", "malignant"),
        ("The vertebrae hurt", "vertebrae"),
    ],
)
def test_a_word_that_is_only_used_is_named_with_its_line(text: str, word: str) -> None:
    assert missing(f"Ask us.\n\n{text}") == [(5, word)]


def test_each_slide_explains_its_own_words() -> None:
    assert missing("Edema is swelling.", "Ask about edema.") == [(3, "edema")]
    assert missing("Ask about edema.", "Edema is swelling.", "Ask about edema.") == [(3, "edema")] * 2


def test_what_the_topic_is_called_is_explained_once() -> None:
    title = "All about Edema"
    assert missing("Ask about edema.", "Edema is swelling.", "Ask about edema.", title=title) == []
    assert missing("Ask about edema.", "Edema is bad.", title=title) == [(3, "edema")]
    assert missing("Edema is swelling.", "It is chronic.", title=title) == [(3, "chronic")]


def test_only_english_is_looked_at() -> None:
    assert missing("El edema es crónico, acute.", language="es") == []


def test_the_mend_is_the_plain_word() -> None:
    slide = written(on_slide("Take an analgesic."))
    (problem,) = unexplained([(slide.file, medical_words_in(slide))])
    assert 'Say "painkiller"' in problem.mend


def test_no_plain_word_is_medical_itself() -> None:
    for word, plain in PLAIN.items():
        assert word == word.lower()
        assert not PLAIN.keys() & set(plain.replace(",", "").split()), word

"""Texts cut into sentences."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.core.speech.sentence import sentences_in, speakable

TEXTS: list[tuple[str, list[str]]] = [
    ("", []),
    ("Move a little.", ["Move a little."]),
    ("Move a little. Rest, too!", ["Move a little.", "Rest, too!"]),
    ("Is it safe? Ask.", ["Is it safe?", "Ask."]),
    ("It takes 4.5 weeks. Or more.", ["It takes 4.5 weeks.", "Or more."]),
    ("Ask Dr. Lee. She knows.", ["Ask Dr. Lee.", "She knows."]),
    ("One\nTwo.", ["One", "Two."]),
    ('She said "Stop." Then she left.', ['She said "Stop."', "Then she left."]),
    ("¿Es seguro? Pregunte.", ["¿Es seguro?", "Pregunte."]),
    ("هل هو آمن؟ اسأل الفريق.", ["هل هو آمن؟", "اسأل الفريق."]),
    ("这是安全的。请询问。", ["这是安全的。", "请询问。"]),
    ("क्या यह ठीक है। पूछें।", ["क्या यह ठीक है।", "पूछें।"]),
]


@pytest.mark.parametrize(("text", "sentences"), TEXTS)
def test_a_text_is_cut_after_its_sentences(text: str, sentences: list[str]) -> None:
    assert sentences_in(text) == sentences


@given(st.text(max_size=300))
def test_no_word_is_lost_between_sentences(text: str) -> None:
    assert "".join("".join(sentences_in(text)).split()) == "".join(text.split())


def test_marks_of_direction_are_not_said() -> None:
    assert speakable("\u20685 من 14\u2069") == "5 من 14"

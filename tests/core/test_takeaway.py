"""What the code carries, and what is left out where it would grow too large."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from kiosk.core.takeaway import CodeSize, Notes, chosen_for_code, text_of

QUESTIONS = ("Is it safe for me?", "How often?", "What else may help?")
NOTES = Notes(
    "Riverside Clinic", "My questions", QUESTIONS, "Remember", ("Keep moving.", "Ask us."), "A draft"
)


def size_by_length(text: str) -> CodeSize:
    """A code that is as many millimetres wide as the text has letters."""
    return CodeSize(10, float(len(text)))


def length(questions: int, *, has_summary: bool) -> int:
    return len(text_of(NOTES, questions, has_summary=has_summary))


def test_the_text_can_be_read_as_it_is() -> None:
    assert text_of(NOTES, 3, has_summary=True) == (
        "Riverside Clinic\n\n"
        "My questions\n1. Is it safe for me?\n2. How often?\n3. What else may help?\n\n"
        "Remember\n- Keep moving.\n- Ask us.\n\n"
        "A draft"
    )


def test_without_questions_or_a_clinic_there_is_no_heading_for_them() -> None:
    bare = replace(NOTES, clinic="", questions=(), draft="")
    assert text_of(bare, 0, has_summary=True) == "Remember\n- Keep moving.\n- Ask us."


LARGE = 10_000.0
SHORT = replace(NOTES, clinic="", questions=("One?", "Two is longer?", "And three is long?"))
ONE, TWO = (2.0 * len(text_of(SHORT, count, has_summary=False)) for count in (1, 2))
"""Millimetres of the codes with so many questions, at two a letter."""
LADDER: list[tuple[str, float, float, tuple[int, bool] | None]] = [
    ("all of it fits", 0.3, LARGE, (3, True)),
    ("with what to remember it is over 95 mm", 0.95, LARGE, (3, False)),
    ("the questions alone are, so it grows to the page", 2.0, LARGE, (3, False)),
    ("they are higher than the page, so the last is left out", 2.0, TWO, (2, False)),
    ("so are the last two", 2.0, TWO - 1, (1, False)),
    ("not even one question fits", 2.0, ONE - 1, None),
]


@pytest.mark.parametrize(("why", "mm_a_letter", "page_mm", "carried"), LADDER)
def test_what_is_left_out_first(
    why: str, mm_a_letter: float, page_mm: float, carried: tuple[int, bool] | None
) -> None:
    def size_of(text: str) -> CodeSize:
        return CodeSize(10, len(text) * mm_a_letter)

    found = chosen_for_code(SHORT, size_of, page_mm)
    assert (found and (found.questions, found.has_summary)) == carried, why


def test_a_code_of_more_than_version_25_leaves_out_what_to_remember() -> None:
    whole = length(3, has_summary=True)

    def size_of(text: str) -> CodeSize:
        return CodeSize(26 if len(text) >= whole else 25, 50.0)

    found = chosen_for_code(NOTES, size_of, 500.0)
    assert found is not None
    assert (found.questions, found.has_summary, found.size.version) == (3, False, 25)


def test_what_to_remember_alone_may_grow_to_the_page_too() -> None:
    alone = replace(NOTES, questions=())
    found = chosen_for_code(alone, lambda _: CodeSize(30, 120.0), 130.0)
    assert found is not None
    assert (found.questions, found.has_summary) == (0, True)
    assert chosen_for_code(alone, lambda _: CodeSize(30, 120.0), 110.0) is None


def test_without_anything_to_carry_there_is_no_code() -> None:
    assert chosen_for_code(replace(NOTES, questions=(), summary=()), size_by_length, LARGE) is None
    assert chosen_for_code(NOTES, lambda _: None, LARGE) is None


def test_a_screen_lower_than_95_mm_is_never_given_a_higher_code() -> None:
    found = chosen_for_code(NOTES, lambda text: CodeSize(10, len(text) / 2), 40.0)
    assert found is not None
    assert found.size.mm <= 40.0


@given(
    st.lists(st.text("ab ?؟", min_size=1, max_size=60), max_size=8),
    st.lists(st.text("ab .", min_size=1, max_size=60), max_size=4),
    st.floats(0.01, 3.0),
    st.floats(10.0, 400.0),
)
def test_whatever_the_texts_no_code_is_higher_than_the_page_and_only_its_last_questions_are_missing(
    questions: list[str], summary: list[str], mm_a_letter: float, page_mm: float
) -> None:
    notes = replace(NOTES, questions=tuple(questions), summary=tuple(summary))
    found = chosen_for_code(notes, lambda text: CodeSize(10, len(text) * mm_a_letter), page_mm)
    if found is None:
        fewest = text_of(notes, 1, has_summary=False) if questions else text_of(notes, 0, has_summary=True)
        assert not (questions or summary) or len(fewest) * mm_a_letter > page_mm
        return
    assert found.size.mm <= page_mm
    assert found.text == text_of(notes, found.questions, has_summary=found.has_summary)
    if found.has_summary:
        assert found.questions == len(questions)
    elif found.questions < len(questions):
        one_more = text_of(notes, found.questions + 1, has_summary=False)
        assert len(one_more) * mm_a_letter > page_mm

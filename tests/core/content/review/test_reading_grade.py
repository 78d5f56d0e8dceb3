from pathlib import Path

import pytest

from kiosk.core.content.review.reading_grade import grade, syllables
from kiosk.core.content.review.written import sentences_in


@pytest.mark.parametrize(
    ("word", "count"),
    [
        *(
            ("cat", 1),
            ("massage", 2),
            ("little", 2),
            ("moved", 1),
            ("rested", 2),
            ("table", 2),
            ("people", 2),
        ),
        *(
            ("muscles", 2),
            ("exercise", 3),
            ("sciatica", 4),
            ("evidence", 3),
            ("breathe", 1),
            ("walk", 1),
            ("idea", 3),
        ),
        *(
            ("the", 1),
            ("area", 3),
            ("relief", 2),
            ("treatment", 2),
            ("medicine", 3),
            ("science", 2),
            ("shoes", 1),
        ),
    ],
)
def test_syllables_are_counted_as_they_are_spoken(word: str, count: int) -> None:
    assert syllables(word) == count


def test_the_syllables_of_common_words_are_counted_right() -> None:
    """Standards LIT-01: a tested function. Of these 764 words pyphen 0.18.1 counts 677 right."""
    rows = (Path(__file__).parent / "counted_words.txt").read_text(encoding="utf-8").splitlines()
    counted = {
        word: int(count)
        for count, _, words in (row.partition(": ") for row in rows[2:])
        for word in words.split()
    }
    wrong = {word for word, count in counted.items() if syllables(word) != count}

    assert len(counted) > 750
    assert len(wrong) <= 0.011 * len(counted), wrong
    assert abs(sum(syllables(word) - count for word, count in counted.items())) <= 8


def test_the_grade_is_flesch_and_kincaids() -> None:
    # Six words of one syllable: 0.39 x 6 + 11.8 x 1 - 15.59.
    assert grade(["The cat sat on the mat."]) == pytest.approx(-1.45)


def test_long_words_and_sentences_raise_the_grade() -> None:
    plain = grade(["Move a little. It helps."])
    assert grade(["Considerable rehabilitation necessitates deliberate participation."]) > plain + 10


def test_nothing_has_the_grade_zero() -> None:
    assert grade([]) == 0.0
    assert grade(["…", "123"]) == 0.0


def test_sentences_end_at_their_marks() -> None:
    assert sentences_in('One. Two? "Three!" Four') == ["One.", "Two?", '"Three!', "Four"]

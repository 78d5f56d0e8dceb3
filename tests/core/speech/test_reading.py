"""Where a reading goes on."""

from __future__ import annotations

from kiosk.core.speech.reading import Reading
from kiosk.core.speech.sentence import Sentence

ONE, TWO, THREE = (Sentence(text, "en") for text in ("One.", "Two.", "Three."))


def test_sentences_come_one_after_another_until_all_is_said() -> None:
    reading, heard = Reading([ONE, TWO]), []
    while sentence := reading.begin(0.0):
        heard.append(sentence)
        reading.go_on()
    assert heard == [ONE, TWO]


def test_after_a_pause_the_sentence_that_was_interrupted_is_said_again() -> None:
    """standards.md SPK-04: the last sentence is repeated, not the whole slide."""
    reading = Reading([ONE, TWO, THREE])
    reading.begin(0.0)
    reading.go_on()
    reading.begin(5.0)
    reading.go_back(8.0)
    assert reading.begin(9.0) is TWO


def test_a_sentence_that_had_only_just_begun_is_taken_with_the_one_before() -> None:
    reading = Reading([ONE, TWO, THREE])
    reading.begin(0.0)
    reading.go_on()
    reading.begin(5.0)
    reading.go_back(5.4)
    assert reading.begin(6.0) is ONE
    reading.go_back(6.2)
    assert reading.begin(7.0) is ONE  # there is none before the first


def test_all_that_was_said_is_said_again_from_the_start() -> None:
    reading = Reading([ONE, TWO])
    for _ in range(2):
        reading.begin(0.0)
        reading.go_on()
    reading.go_back(9.0)
    assert reading.begin(9.0) is ONE


def test_nothing_to_say_is_no_fault() -> None:
    reading = Reading()
    reading.go_back(0.0)
    assert reading.begin(0.0) is None

"""Why *Listen* is hidden, in words for staff; asked of a real process with a fake voice."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from kiosk.core.language import translator
from kiosk.core.speech.messages import NO_ANSWER, Absent, Ready
from kiosk.core.staff.health import State
from kiosk.ops import reading_aloud
from kiosk.ops.reading_aloud import ask_for_voices, finding_of

HELPER = Path(__file__).parents[1] / "speech" / "fake_helper.py"
EN = translator("en")


@pytest.mark.parametrize(
    ("answer", "offered", "state", "said"),
    [
        (Ready("fake", ("en-GB", "es")), ("en", "es-MX"), State.GOOD, "a voice for every language"),
        (
            Ready("fake", ("en-GB",)),
            ("en", "es", "ar"),
            State.LOOK,
            "there is no voice: es, ar. Install a voice",
        ),
        (
            Absent("no voice is installed"),
            ("en",),
            State.LOOK,
            "read aloud: no voice is installed. The kiosk tries",
        ),
        (Absent("it broke."), ("en",), State.LOOK, "read aloud: it broke. The kiosk tries"),
        (None, ("en",), State.LOOK, "still being asked for its voices. Look again"),
    ],
)
def test_staff_are_told_why_listen_is_hidden_and_what_to_do(
    answer: Ready | Absent | None, offered: tuple[str, ...], state: State, said: str
) -> None:
    """Issue 8, part 1; standards.md SPK-11, SPK-15."""
    finding = finding_of(answer, offered, EN)
    assert finding.state is state
    assert said in str(finding)


def test_the_speaker_itself_is_asked_and_ended() -> None:
    assert ask_for_voices([sys.executable, str(HELPER)]) == Ready("fake", ("en-US", "es-ES"))
    assert ask_for_voices([sys.executable, str(HELPER), "absent"]) == Absent("there is no voice in this test")


def test_a_speaker_that_never_answers_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    """With a shorter wait than the real 3 s."""
    monkeypatch.setattr(reading_aloud, "ANSWER_SECONDS", 0.1)
    assert ask_for_voices([sys.executable, str(HELPER), "deaf"]) == Absent(NO_ANSWER)


def test_a_program_that_cannot_be_started_is_a_reason_too() -> None:
    answer = ask_for_voices(["/no/such/program"])
    assert isinstance(answer, Absent)
    assert "/no/such/program" in answer.reason

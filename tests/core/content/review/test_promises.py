"""Standards CLI-04 to CLI-07, with the claims of section 4.5; each with its denial."""

from __future__ import annotations

from typing import Any

import pytest

from kiosk.core.content.model import Evidence, Kind
from kiosk.core.content.problems import Severity
from kiosk.core.content.review.hedges import unhedged
from kiosk.core.content.review.promises import claims
from tests.core.content.review.drafts import found, on_slide, written

PROMISES = [
    "Massage flushes out toxins.",
    "It removes toxins.",
    "It gets rid of toxins.",
    "Toxins leave your body.",
    "Try our detox.",
    "Massage cures sciatica.",
    "It is a cure for back pain.",
    "It prevents recurrence.",
    "It keeps the pain from coming back.",
    "It stops flare-ups.",
    "It takes pressure off the nerve.",
    "It relieves nerve compression.",
    "It decompresses the spine.",
    "It frees the trapped nerve.",
    "It puts the disc back.",
    "It pushes a disc into place.",
    "It realigns your spine.",
    "Massage lowers inflammation.",
    "Reduce the inflammation with massage.",
    "It treats the root cause.",
    "Unlike drugs, it addresses the underlying cause.",
    "It is safer than painkillers.",
    "Relief is guaranteed.",
    "It always works.",
    "A miracle for your back",
    "It is 100% safe.",
    "It is safe, with no side effects.",
    "It is completely safe.",
    "It is risk-free.",
    "Regular massage gives lasting relief.",
    "Be pain-free for good.",
    "You can stop taking your tablets.",
    "Throw away your pills.",
    "Come off your blood thinners.",
    # A denial of something else does not count.
    "It does not hurt, and it removes toxins.",
    "It does not hurt and removes toxins.",
    "Massage will not only remove toxins but warm you.",
    "It isn't new but cures pain.",
    "It is not sport: it cures pain.",
]
NO_PROMISES = [
    "Massage does not remove toxins.",
    "It does not flush out toxins.",
    "It doesn't remove toxins.",
    "It doesn’t flush or remove toxins.",  # noqa: RUF001
    "Massage does not flush, move or remove toxins.",
    "Massage does not remove toxins, which are things that poison the body.",
    "No one has shown that massage removes toxins.",
    "It is a myth that massage removes toxins.",
    "That massage removes toxins is not true.",
    "The toxin of this germ makes you ill.",
    "Massage cannot cure sciatica.",
    "There is no cure.",
    "Will massage cure my pain?",
    "Massage has not been shown to stop flare-ups.",
    "We do not know if it prevents relapses.",
    "It does not move a disc or take pressure off the nerve.",
    "Ask for light pressure at first.",
    "Do not put pressure on the wound.",
    "A slipped disc often heals.",
    "Massage has not been shown to lower inflammation.",
    "It does not treat the underlying cause.",
    "Nothing is guaranteed.",
    "It is not free of side effects.",
    "No medicine is completely safe.",
    "It is not risk-free.",
    "We cannot promise lasting relief.",
    "Do not stop taking your tablets.",
    "Never stop a medicine without asking us.",
    "Talk to us before you stop your medicine.",
    "If you want to stop your medicine, ask us first.",
    "It is never a reason to stop a medicine.",
    "Stop the massage if it hurts.",
    "Curtains are closed for you.",
    "Securely closed",
    "",
]


@pytest.mark.parametrize("text", PROMISES)
def test_a_promise_is_a_warning(text: str) -> None:
    problems = list(claims(written(on_slide(f"Ask us.\n\n{text}"))))

    assert problems
    assert {(problem.severity, problem.line) for problem in problems} == {(Severity.WARNING, 5)}


@pytest.mark.parametrize("text", NO_PROMISES)
def test_what_is_denied_asked_or_doubted_is_none(text: str) -> None:
    assert found(claims(written(on_slide(f"Ask us.\n\n{text}")))) == []


@pytest.mark.parametrize("text", PROMISES)
def test_other_languages_are_left_alone(text: str) -> None:
    assert found(claims(written(on_slide(text), "nl"))) == []


@pytest.mark.parametrize("text", ["It improves your circulation.", "It releases endorphins."])
def test_what_studies_do_not_agree_on_is_advice(text: str) -> None:
    assert [problem.severity for problem in claims(written(on_slide(text)))] == [Severity.ADVICE]


def test_title_caption_and_longer_text_promise_too() -> None:
    slide = written('# A cure\n\n![A](a.png "It is guaranteed")\n\nGo.\n\n---\n\nIt removes toxins.\n')
    assert [problem.line for problem in claims(slide)] == [9, 1, 3]


def test_the_questions_that_a_patient_may_take_along_promise_nothing() -> None:
    assert (
        found(claims(written(on_slide("Go.\n\n- [ ] How to remove toxins\n- [ ] Tell me of a cure")))) == []
    )


@pytest.mark.parametrize(
    ("text", "is_told"),
    [
        ("It cures the infection.", False),
        ("It reduces inflammation.", False),
        ("It has no side effects.", True),
    ],
)
def test_good_evidence_may_say_so_and_still_not_that_nothing_can_happen(text: str, is_told: bool) -> None:  # noqa: FBT001
    slide = written(on_slide(text), evidence=Evidence.GOOD, has_sources=True)

    assert bool(found(claims(slide))) == is_told
    assert found(claims(written(on_slide(text), evidence=Evidence.GOOD)))


def benefit(text: str, **facts: Any) -> list[str]:
    return found(unhedged(written(on_slide(text), **({"kind": Kind.BENEFIT} | facts))))


@pytest.mark.parametrize(
    "text",
    [
        "You may feel better.",
        "Some people feel better. It eases pain for a while.",
        "It could help. How it helps is not known.",
        "It may last. Do you know if it helps?",
        "Perhaps it will help you.",
        "It may help.\n\n- [ ] Tell me how it helps",
    ],
)
def test_a_benefit_that_leaves_room_passes(text: str) -> None:
    """Standards CLI-05."""
    assert benefit(text) == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("It may last. Massage eases pain.", '"Massage eases pain." sounds certain.'),
        ("It may last. You will feel better.", '"You will feel better." sounds certain.'),
        ("It may last.\n\n> Massage relaxes you.", '"Massage relaxes you." sounds certain.'),
        ("You have less pain.", "this benefit sounds certain."),
    ],
)
def test_a_benefit_that_is_certain_is_named(text: str, said: str) -> None:
    assert benefit(text) == [said]


def test_other_kinds_other_languages_and_good_evidence_may_be_certain() -> None:
    text = "Massage eases pain."

    assert benefit(text, kind=Kind.ACTION) == benefit(text, kind=None) == []
    assert benefit(text, language="nl") == []
    assert benefit(text, evidence=Evidence.GOOD, has_sources=True) == []


def test_a_promise_is_not_told_twice() -> None:
    assert benefit("It may help. It reduces inflammation.") == []

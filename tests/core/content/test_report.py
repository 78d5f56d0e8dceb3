import json

import pytest

from kiosk.core.content.folder import Reading
from kiosk.core.content.model import Catalog, Slide, SlideWords, Topic
from kiosk.core.content.problems import Problem, Severity
from kiosk.core.content.report import as_json, as_text, exit_code
from kiosk.core.content.review.pemat import LEFT_TO_PEOPLE, SEEN

PEMAT = (
    "PEMAT-P, a checklist for patient texts: this review looks for faults in its items 3, 4, 5, 6, 8, 9, 11, 17, 19 "
    "and 20. Only people can judge 1, 2, 7, 10, 12, 15, 16, 18, 21, 22, 23, 24, 25 and 26, and how well the others "
    "are done.\n"
)
TOPIC = Topic("t", "en", {"en": "T"}, (Slide("01-a", {"en": SlideWords("A")}),))
HIDDEN = Problem("t/01-a.md", 3, Severity.NOT_SHOWN, "a is wrong.", "It is not shown.", "Mend it.")
WRONG = Problem("t", 0, Severity.WARNING, "b is wrong.", "", "Mend it.")
HINT = Problem("t", 0, Severity.ADVICE, "c could be better.", "", "")


@pytest.mark.parametrize(
    ("problems", "usual", "strict"),
    [([], 0, 0), ([HINT], 0, 0), ([WRONG, HINT], 0, 1), ([HIDDEN], 1, 1), ([HINT, HIDDEN], 1, 1)],
)
def test_the_exit_code_tells_whether_something_is_not_shown(
    problems: list[Problem], usual: int, strict: int
) -> None:
    assert exit_code(problems, strict=False) == usual
    assert exit_code(problems, strict=True) == strict


def test_the_report_is_grouped_and_ends_in_a_summary() -> None:
    assert as_text(Reading(Catalog(topics=(TOPIC,)), (HINT, HIDDEN, WRONG))) == (
        "Not shown (1)\n"
        "  t/01-a.md, line 3: a is wrong. It is not shown. Mend it.\n"
        "\n"
        "Shown, but something is wrong (1)\n"
        "  t: b is wrong. Mend it.\n"
        "\n"
        "Advice, for when there is time (1)\n"
        "  t: c could be better.\n"
        "\n"
        "1 topic, 1 slide (en): 1 not shown, 1 warning, 1 of advice.\n"
        "\n" + PEMAT
    )


def advice(number: int, mend: str = "Mend it.") -> Problem:
    return Problem(f"t/{number:02}-a.md", number, Severity.ADVICE, f"it has {number} words.", "Why.", mend)


def test_advice_that_asks_for_the_same_is_told_in_full_once() -> None:
    problems = (advice(1), advice(2, "Mend that."), advice(3), HIDDEN)

    told = as_text(Reading(Catalog(topics=(TOPIC,)), problems))

    assert "Advice, for when there is time (3)\n" in told
    assert "  t/01-a.md, line 1: it has 1 words. Why. Mend it.\n    The same: t/03-a.md, line 3.\n" in told
    assert "  t/02-a.md, line 2: it has 2 words. Why. Mend that.\n" in told


def test_a_thousand_pieces_of_the_same_advice_do_not_drown_what_is_not_shown() -> None:
    problems = (*(advice(number) for number in range(1, 1001)), HIDDEN, WRONG, WRONG)

    lines = as_text(Reading(Catalog(topics=(TOPIC,)), problems)).splitlines()

    assert lines[:2] == ["Not shown (1)", f"  {HIDDEN}"]
    assert lines.count(f"  {WRONG}") == 2
    assert len(lines) < 15
    assert any(
        line.endswith("; t/13-a.md, line 13; and 987 more (all of them with --json).") for line in lines
    )


def test_the_pemat_items_are_all_of_the_printed_form_and_there_is_no_score() -> None:
    """Standards section 2: 24 items, 13 and 14 are for sound and film; a program gives no score."""
    assert sorted([*SEEN, *LEFT_TO_PEOPLE]) == [number for number in range(1, 27) if number not in {13, 14}]
    assert "score" not in PEMAT
    assert not any(mark in PEMAT for mark in ("%", "passed", "out of"))


def test_a_report_without_problems_says_so() -> None:
    assert as_text(Reading(Catalog(), ())) == "0 topics, 0 slides (en): nothing is wrong.\n\n" + PEMAT


def test_the_json_holds_every_problem_and_its_sentence() -> None:
    told = json.loads(as_json(Reading(Catalog(topics=(TOPIC,)), (HIDDEN,))))

    assert told["topics"] == ["t"]
    assert told["pemat_p"] == {"faults_looked_for": list(SEEN), "left_to_people": list(LEFT_TO_PEOPLE)}
    assert told["problems"] == [
        {
            "file": "t/01-a.md",
            "line": 3,
            "severity": "not shown",
            "found": "a is wrong.",
            "shown": "It is not shown.",
            "mend": "Mend it.",
            "text": "t/01-a.md, line 3: a is wrong. It is not shown. Mend it.",
        }
    ]

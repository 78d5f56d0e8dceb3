import json

import pytest

from kiosk.core.content.folder import Reading
from kiosk.core.content.model import Catalog, Slide, SlideWords, Topic
from kiosk.core.content.problems import Problem, Severity
from kiosk.core.content.report import as_json, as_text, exit_code

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
        "Advice (1)\n"
        "  t: c could be better.\n"
        "\n"
        "1 topic, 1 slide (en): 1 not shown, 1 warning, 1 of advice.\n"
    )


def test_a_report_without_problems_is_one_line() -> None:
    assert as_text(Reading(Catalog(), ())) == "0 topics, 0 slides (en): nothing is wrong.\n"


def test_the_json_holds_every_problem_and_its_sentence() -> None:
    told = json.loads(as_json(Reading(Catalog(topics=(TOPIC,)), (HIDDEN,))))

    assert told["topics"] == ["t"]
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

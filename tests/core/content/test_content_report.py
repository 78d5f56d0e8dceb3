"""CONTENT-REPORT.txt as a receptionist reads it."""

from __future__ import annotations

from datetime import UTC, datetime

from kiosk.core.content.content_report import content_report
from kiosk.core.content.problems import Problem, Severity
from kiosk.core.content.standing import FolderState, Kept, Standing

AT = datetime(2026, 3, 2, 12, 5, tzinfo=UTC)
LIVE = Kept("0007-x", AT, 2, 15)
HIDDEN = Problem("t/01-a.md", 3, Severity.NOT_SHOWN, "a is wrong.", "It is not shown.", "Mend it.")
WRONG = Problem("t", 0, Severity.WARNING, "b is wrong.", "", "Mend it.")
HINT = Problem("t", 0, Severity.ADVICE, "c could be better.", "", "")


def test_it_says_first_what_is_live_then_what_is_not_shown_then_warnings_then_advice() -> None:
    standing = Standing("D:\\kiosk", live=LIVE, live_since=AT, problems=(HINT, HIDDEN, WRONG))
    assert content_report(standing, UTC).split("\r\n") == [
        "ON THE SCREEN",
        "2 topics, 15 slides, since 2026-03-02 12:05.",
        "The content folder is D:\\kiosk",
        "",
        "NOT SHOWN (1)",
        "- t/01-a.md, line 3: a is wrong. It is not shown. Mend it.",
        "",
        "SHOWN, BUT SOMETHING IS WRONG (1)",
        "- t: b is wrong. Mend it.",
        "",
        "ADVICE, FOR WHEN THERE IS TIME (1)",
        "- t: c could be better.",
        "",
        "The kiosk writes this page whenever something changes. What is new stands first in each list.",
        "",
    ]


def test_it_says_what_staff_decided_and_what_waits() -> None:
    standing = Standing(
        "/c",
        FolderState.EMPTY,
        LIVE,
        AT,
        waiting=Kept("0008-y", AT, 1, 1),
        is_held=True,
        paused=("knees", "hips"),
    )
    told = content_report(standing, UTC)
    assert "The content folder holds no topic. What was shown stays." in told
    assert "Staff went back to this copy" in told
    assert "New content waits: 1 topic, 1 slide, ready since 2026-03-02 12:05." in told
    assert "Paused by staff: knees, hips." in told
    assert "Nothing is wrong." not in told


def test_when_all_is_well_it_says_so() -> None:
    assert "Nothing is wrong." in content_report(Standing("/c", live=LIVE), UTC)


def test_before_any_content_was_good_it_says_so() -> None:
    assert content_report(Standing("/c")).startswith("NOTHING IS SHOWN YET\r\n")

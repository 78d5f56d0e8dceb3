"""What a reading found, for people, for programs, and as an exit code."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from msgspec.structs import asdict

from kiosk.core.content.problems import Problem, Severity
from kiosk.core.content.review import pemat

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kiosk.core.content.folder import Reading

HEADINGS = {
    Severity.NOT_SHOWN: "Not shown",
    Severity.WARNING: "Shown, but something is wrong",
}
ADVICE = "Advice, for when there is time"
_MOST_PLACES = 12  # of the same advice


def exit_code(problems: Iterable[Problem], *, strict: bool) -> int:
    """0 nothing wrong or only advice and, unless strict, warnings; 1 otherwise."""
    failing = {Severity.NOT_SHOWN, Severity.WARNING} if strict else {Severity.NOT_SHOWN}
    return int(any(problem.severity in failing for problem in problems))


def as_text(reading: Reading) -> str:
    """Plain text that ends in a summary and PEMAT-P; lines are as long as their sentences.

    What is not shown stands first and in full. Of advice that asks for the same in many places one is told in full.
    """
    parts: list[str] = []
    for severity, heading in HEADINGS.items():
        found = [problem for problem in reading.problems if problem.severity is severity]
        if found:
            parts.append("\n".join([f"{heading} ({len(found)})", *(f"  {problem}" for problem in found)]))
    advice = [problem for problem in reading.problems if problem.severity is Severity.ADVICE]
    if advice:
        parts.append(
            "\n".join([f"{ADVICE} ({len(advice)})", *advice_lines(advice, " (all of them with --json)")])
        )
    return "\n\n".join([*parts, _summary(reading), pemat.in_one_line()]) + "\n"


def advice_lines(advice: Iterable[Problem], where_all_are: str = "") -> Iterable[str]:
    """Advice that asks for the same, at the place of its first."""
    alike: dict[tuple[str, str], list[Problem]] = {}
    for problem in advice:
        alike.setdefault((problem.mend, problem.shown or problem.found), []).append(problem)
    for first, *others in alike.values():
        yield f"  {first}"
        if others:
            yield f"    The same: {_places(others, where_all_are)}."


def _places(problems: Sequence[Problem], where_all_are: str) -> str:
    named = "; ".join(problem.place for problem in problems[:_MOST_PLACES])
    left = len(problems) - _MOST_PLACES
    return f"{named}; and {left:,} more{where_all_are}" if left > 0 else named


def _summary(reading: Reading) -> str:
    topics = reading.catalog.topics
    slides = sum(len(topic.slides) for topic in topics)
    languages = ", ".join(reading.catalog.clinic.languages)
    content = f"{counted(len(topics), 'topic')}, {counted(slides, 'slide')} ({languages})"
    hidden, wrong, hints = (
        sum(problem.severity is severity for problem in reading.problems)
        for severity in (Severity.NOT_SHOWN, Severity.WARNING, Severity.ADVICE)
    )
    if not (hidden or wrong or hints):
        return f"{content}: nothing is wrong."
    return f"{content}: {hidden} not shown, {counted(wrong, 'warning')}, {hints} of advice."


def counted(count: int, noun: str) -> str:
    """`1,200 slides`, `1 slide`."""
    return f"{count:,} {noun}" if count == 1 else f"{count:,} {noun}s"


def as_json(reading: Reading) -> str:
    """An object with `topics`, `slides`, `languages`, `problems` and `pemat_p`.

    `text` is a problem's whole sentence. `pemat_p` has the numbers of the items of which faults are looked for, and
    of those that only people can judge.
    """
    topics = reading.catalog.topics
    return json.dumps(
        {
            "topics": [topic.key for topic in topics],
            "slides": sum(len(topic.slides) for topic in topics),
            "languages": reading.catalog.clinic.languages,
            "problems": [{**asdict(problem), "text": str(problem)} for problem in reading.problems],
            "pemat_p": {"faults_looked_for": list(pemat.SEEN), "left_to_people": pemat.LEFT_TO_PEOPLE},
        },
        ensure_ascii=False,
        indent=2,
    )

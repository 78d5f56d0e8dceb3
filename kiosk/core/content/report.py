"""What a reading found, for people, for programs, and as an exit code."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from msgspec.structs import asdict

from kiosk.core.content.problems import Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kiosk.core.content.folder import Reading

_HEADINGS = {
    Severity.NOT_SHOWN: "Not shown",
    Severity.WARNING: "Shown, but something is wrong",
    Severity.ADVICE: "Advice",
}


def exit_code(problems: Iterable[Problem], *, strict: bool) -> int:
    """0 nothing wrong or only advice and, unless strict, warnings; 1 otherwise."""
    failing = {Severity.NOT_SHOWN, Severity.WARNING} if strict else {Severity.NOT_SHOWN}
    return int(any(problem.severity in failing for problem in problems))


def as_text(reading: Reading) -> str:
    """Plain text that ends in a summary; lines are as long as their sentences."""
    parts: list[str] = []
    for severity, heading in _HEADINGS.items():
        found = [problem for problem in reading.problems if problem.severity is severity]
        if found:
            parts.append("\n".join([f"{heading} ({len(found)})", *(f"  {problem}" for problem in found)]))
    return "\n\n".join([*parts, _summary(reading)]) + "\n"


def _summary(reading: Reading) -> str:
    topics = reading.catalog.topics
    slides = sum(len(topic.slides) for topic in topics)
    languages = ", ".join(reading.catalog.clinic.languages)
    content = f"{_counted(len(topics), 'topic')}, {_counted(slides, 'slide')} ({languages})"
    counts = [sum(problem.severity is severity for problem in reading.problems) for severity in _HEADINGS]
    if not any(counts):
        return f"{content}: nothing is wrong."
    hidden, wrong, hints = counts
    return f"{content}: {hidden} not shown, {_counted(wrong, 'warning')}, {hints} of advice."


def _counted(count: int, noun: str) -> str:
    return f"{count:,} {noun}" if count == 1 else f"{count:,} {noun}s"


def as_json(reading: Reading) -> str:
    """An object with `topics`, `slides`, `languages` and `problems`; `text` is a problem's whole sentence."""
    topics = reading.catalog.topics
    return json.dumps(
        {
            "topics": [topic.key for topic in topics],
            "slides": sum(len(topic.slides) for topic in topics),
            "languages": reading.catalog.clinic.languages,
            "problems": [{**asdict(problem), "text": str(problem)} for problem in reading.problems],
        },
        ensure_ascii=False,
        indent=2,
    )

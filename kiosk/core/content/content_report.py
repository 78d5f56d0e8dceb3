"""CONTENT-REPORT.txt, which lies beside the content: what is live, what is not shown and why, and what to do.

Its lines end as on Windows: Notepad showed a whole file as one line until 2018, and every other editor reads them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime, tzinfo

from kiosk.core.content.problems import Severity
from kiosk.core.content.report import ADVICE, HEADINGS, advice_lines, counted
from kiosk.core.content.standing import FolderState, Kept, Standing

_STATES = {
    FolderState.ANSWERS: "",
    FolderState.GONE: "The content folder is not there. What was shown stays.",
    FolderState.EMPTY: "The content folder holds no topic. What was shown stays.",
    FolderState.SILENT: "The content folder does not answer. What was shown stays.",
}


def content_report(standing: Standing, zone: tzinfo | None = None) -> str:
    """The whole text; times are those of `zone`, else of this machine."""
    parts = ["\n".join(_what_is_live(standing, zone))]
    for severity, heading in HEADINGS.items():
        found = [problem for problem in standing.problems if problem.severity is severity]
        if found:
            parts.append(
                "\n".join([f"{heading.upper()} ({len(found)})", *(f"- {problem}" for problem in found)])
            )
    advice = [problem for problem in standing.problems if problem.severity is Severity.ADVICE]
    if advice:
        lines = (re.sub("^  (?! )", "- ", line) for line in advice_lines(advice))
        parts.append("\n".join([f"{ADVICE.upper()} ({len(advice)})", *lines]))
    if not standing.problems and standing.folder is FolderState.ANSWERS:
        parts.append("Nothing is wrong.")
    return "\n\n".join([*parts, _END]).replace("\n", "\r\n") + "\r\n"


_END = "The kiosk writes this page whenever something changes. What is new stands first in each list."


def _what_is_live(standing: Standing, zone: tzinfo | None) -> Iterator[str]:
    live = standing.live
    if live is None:
        yield "NOTHING IS SHOWN YET"
    else:
        yield "ON THE SCREEN"
        since = standing.live_since or live.at
        yield f"{_size(live)}, since {_when(since, zone)}."
    yield f"The content folder is {standing.root}"
    if _STATES[standing.folder]:
        yield _STATES[standing.folder]
    if standing.is_held:
        yield "Staff went back to this copy: new content waits until they let it follow again."
    if standing.waiting:
        waits = standing.waiting
        yield f"New content waits: {_size(waits)}, ready since {_when(waits.at, zone)}."
    if standing.paused:
        yield f"Paused by staff: {', '.join(standing.paused)}."


def _size(kept: Kept) -> str:
    return f"{counted(kept.topics, 'topic')}, {counted(kept.slides, 'slide')}"


def _when(moment: datetime, zone: tzinfo | None) -> str:
    return moment.astimezone(zone).strftime("%Y-%m-%d %H:%M")

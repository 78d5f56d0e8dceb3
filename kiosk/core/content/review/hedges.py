"""Whether a benefit leaves room: "may", "some people", "for a while" (standards CLI-05)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kiosk.core.content.model import Evidence, Kind
from kiosk.core.content.review.denial import is_denied
from kiosk.core.content.review.promises import is_claim
from kiosk.core.content.review.written import Part, Written

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kiosk.core.content.problems import Problem

_VERBS = "reduce relieve ease improve lower boost strengthen loosen heal soothe calm relax help".split()  # noqa: SIM905 - words
_EFFECT = re.compile(
    rf"\b(?:(?:{'|'.join(_VERBS)})e?s|will\s+(?:\w+\s+)?(?:{'|'.join(_VERBS)}|feel|sleep))\b", re.IGNORECASE
)
_HEDGE = re.compile(
    r"\b(?:may|might|can|could|some|sometimes|often|perhaps|seems?|many|chance|part of|not"
    r"|for a (?:while|(?:short|little) (?:time|while)))\b",
    re.IGNORECASE,
)
_WHY = "No treatment helps everyone."
_MEND = 'Say "may", "some people" or "for a short time".'


def unhedged(written: Written) -> Iterable[Problem]:
    """Of a benefit: a sentence that knows for certain, or no word on its face that leaves room."""
    is_proven = written.evidence is Evidence.GOOD and written.has_sources
    if not written.is_english or written.kind is not Kind.BENEFIT or is_proven:
        return
    for passage in written.running_text:
        for sentence in passage.sentences:
            if passage.part is not Part.QUESTIONS and _is_certain(sentence):
                short = sentence if len(sentence) <= 80 else sentence[:79].rstrip() + "…"
                yield written.note(passage.line, f'"{short}" sounds certain.', _WHY, _MEND)
                return
    face = [passage for passage in written.passages if passage.part in {Part.BODY, Part.MESSAGE}]
    if face and not any(_HEDGE.search(passage.text) for passage in face):
        yield written.note(face[0].line, "this benefit sounds certain.", _WHY, _MEND)


def _is_certain(sentence: str) -> bool:
    """What is a promise already is told as that."""
    found = _EFFECT.search(sentence)
    return bool(
        found
        and not _HEDGE.search(sentence)
        and not is_denied(sentence, *found.span())
        and not is_claim(sentence)
    )

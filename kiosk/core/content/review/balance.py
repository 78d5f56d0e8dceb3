"""Whether a topic tells both sides, says it again at its end, and where it has it from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.core.content.model import Evidence, Kind
from kiosk.core.content.problems import Problem, Severity
from kiosk.core.content.review.written import Written

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kiosk.core.content.model import Slide

SLIDES_WITHOUT_SUMMARY = 2
"""What is longer has a summary and something to do (standards LIT-06, LIT-07): our own limit."""

SLIDES_WITHOUT_KINDS = 4
"""What is longer should say what its slides are: our own limit."""

_NOUN = {"limits": "limits", "risk": "risks"}


def benefit_without_source(written: Written) -> Iterable[Problem]:
    """Standards CLI-05; a benefit that nobody has studied yet has none."""
    is_studied = written.evidence is not Evidence.NONE_YET
    is_benefit = written.kind is Kind.BENEFIT and written.is_original
    if is_benefit and is_studied and not written.has_sources:
        yield written.note(
            0,
            "this benefit names no source.",
            "Nobody can see how it is known.",
            'Add sources = ["…"] to the facts at its top, or evidence = "none-yet".',
        )


def balance(file: str, slides: Sequence[Slide]) -> Iterable[Problem]:
    """Of one topic; pictures alone are not counted."""
    texts = [slide for slide in slides if not slide.is_picture_only]
    kinds = {slide.kind for slide in texts} - {None}
    if kinds:
        yield from _one_sided(file, kinds)
        yield from _unfinished(file, kinds, len(texts))
    elif len(texts) > SLIDES_WITHOUT_KINDS:
        yield Problem(
            file,
            0,
            Severity.ADVICE,
            "no slide of this topic says what kind it is.",
            "Nobody can check that limits, risks and a summary are there.",
            'Put +++, a line such as kind = "benefit" and +++ at the top of each slide.',
        )


def _one_sided(file: str, kinds: set[Kind | None]) -> Iterable[Problem]:
    """Standards LIT-08 and LIT-09; CDC Clear Communication Index items 11 and 19."""
    missing = [kind.value for kind in (Kind.LIMITS, Kind.RISK) if kind not in kinds]
    if Kind.BENEFIT in kinds and missing:
        yield Problem(
            file,
            0,
            Severity.WARNING,
            f"this topic tells of benefits, and not of {' and '.join(_NOUN[kind] for kind in missing)}.",
            "Patients need both to decide.",
            " ".join(f'Add a slide with kind = "{kind}".' for kind in missing),
        )


def _unfinished(file: str, kinds: set[Kind | None], count: int) -> Iterable[Problem]:
    if count <= SLIDES_WITHOUT_SUMMARY:
        return
    if Kind.SUMMARY not in kinds:
        yield Problem(
            file,
            0,
            Severity.ADVICE,
            "this topic has no summary.",
            "People keep what is said again at the end.",
            'End with up to three sentences to remember, with kind = "summary".',
        )
    if Kind.ACTION not in kinds:
        yield Problem(
            file,
            0,
            Severity.ADVICE,
            "this topic does not say what patients can do.",
            "Knowing what to do is what they came for.",
            'Add a slide that begins with what to do, with kind = "action".',
        )

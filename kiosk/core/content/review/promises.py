"""Claims that a clinician would contest: those of standards CLI-04 and CLI-07, section 4.5.

What is denied, asked or doubted is no claim.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec import Struct

from kiosk.core.content.model import Evidence
from kiosk.core.content.problems import Problem, Severity
from kiosk.core.content.review.denial import is_denied
from kiosk.core.content.review.written import Part, Passage, Written

if TYPE_CHECKING:
    from collections.abc import Iterable


class Claim(Struct, frozen=True):
    """`signs`: without one of these there is no such claim. `is_provable`: it may stand on good evidence."""

    signs: tuple[str, ...]
    pattern: re.Pattern[str]
    why: str
    mend: str
    is_provable: bool = False
    severity: Severity = Severity.WARNING
    found: str = "is a promise."


def _pattern(*ways: str) -> re.Pattern[str]:
    return re.compile("|".join(ways), re.IGNORECASE)


_ANY = r"(?:\W+\w+){0,4}?\W+"  # up to four words between two others
_FEW = r"(?:\W+\w+){0,2}?\W+"
_MEDICINE = r"(?:medicines?|medications?|drugs?|pills?|tablets?|painkillers?|blood[ -]thinners?)"

CLAIMS = (
    Claim(
        ("toxin", "detox"),
        _pattern(
            rf"\b(?:flush|remov|clear|clean|rid|releas|drain|wash|draw|eliminat|purg|expel)\w*\b{_ANY}toxins?\b",
            rf"\btoxins?\b{_ANY}(?:leave|out of)\b",
            r"\bdetox\w*",
        ),
        "No study shows it; the liver and the kidneys do that work.",
        "Leave it out.",
    ),
    Claim(
        ("cure", "curing"),
        _pattern(r"\bcur(?:e|es|ed|ing)\b"),
        "Patients take the word for certain.",
        'Say what it may do, as in "may ease back pain for a short time".',
        is_provable=True,
    ),
    Claim(
        ("recurrence", "relapse", "flare", "coming back", "come back", "comes back", "return"),
        _pattern(
            rf"\b(?:prevent|stop|keep|avoid)\w*\b{_ANY}(?:recurrences?|relapses?|flare-?ups?)\b",
            rf"\b(?:prevent|stop|keep|avoid)\w*\b{_ANY}(?:com(?:e|es|ing) back|return(?:s|ing)?)\b",
        ),
        "Few treatments were shown to do that.",
        'Say what studies show, as in "Regular exercise may lower the chance of new back pain".',
        is_provable=True,
    ),
    Claim(
        ("pressure", "compress", "free"),
        _pattern(
            rf"\b(?:tak|reliev|eas|reduc|lift|releas|lower|remov)\w*\b{_ANY}pressure{_ANY}(?:nerve|dis[ck])s?\b",
            rf"\b(?:reliev|reduc|eas|remov)\w*\b{_ANY}compression\b",
            rf"\bdecompress\w*|\bfrees?\b{_ANY}nerves?\b",
        ),
        "No study shows it.",
        'Say "It may relax tight muscles".',
    ),
    Claim(
        ("disc", "disk", "realign"),
        _pattern(
            rf"\b(?:put|mov|push|slid|bring|slip)\w*\b{_ANY}dis[ck]s?\b{_FEW}(?:back|place)\b",
            r"\brealign\w*",
        ),
        "No study shows it.",
        "Leave it out.",
    ),
    Claim(
        ("inflammation",),
        _pattern(
            rf"\b(?:lower|reduc|decreas|calm|fight|eas|reliev|cut)(?:s|es|ed|ing|e)?\b{_ANY}inflammation\b",
            rf"\bbr(?:ings?|ought|inging) down{_ANY}inflammation\b",
        ),
        "Few treatments were shown to do that.",
        "Leave it out, unless good studies of this illness show it.",
        is_provable=True,
    ),
    Claim(
        ("underlying", "root", "real cause", "true cause"),
        _pattern(
            r"\b(?:address|treat|fix|target|tackl|remov|solv|reach|heal)\w*\b"
            rf"{_ANY}(?:underlying|root|real|true)\s+causes?\b",
            r"\b(?:gets?|goes|getting)\s+to\s+the\s+root\b",
        ),
        "To ease pain is not to treat its cause.",
        'Say "Some people use it along with other care".',
    ),
    Claim(
        ("than", "unlike"),
        _pattern(
            r"\b(?:better|safer|stronger|healthier|more effective)\s+than\s+(?:any\s+|your\s+)?"
            rf"(?:{_MEDICINE}|surgery)\b",
            rf"\bunlike\s+(?:any\s+|other\s+)?{_MEDICINE}\b",
        ),
        "People may stop their medicine for it.",
        'Say "Some people use it along with other care".',
    ),
    Claim(
        ("guarant", "always work", "for every", "mirac", "100"),
        _pattern(
            r"\bguarant\w+|\balways works?\b|\bworks? for every(?:one|body)\b|\bmirac(?:le|ulous)\w*",
            r"\b100\s?%\s+(?:safe|effective)\b",
        ),
        "Nothing helps everyone.",
        'Say "may help some people".',
    ),
    Claim(
        ("side", "risk", "safe", "harmless"),
        _pattern(
            r"\b(?:no|zero|without(?:\s+any)?)\s+(?:\w+\s+)?side[ -]?effects?\b",
            r"\b(?:risk|side[ -]effect)[- ]free\b|\b(?:has|have|is|are|with)\s+no\s+risks?\b",
            r"\b(?:completely|totally|perfectly|entirely|absolutely)\s+(?:safe|harmless)\b",
        ),
        "Every treatment can do harm.",
        'Say what may happen, as in "Most people do fine. You may be sore".',
    ),
    Claim(
        ("lasting", "permanent", "life", "relief", "for good", "pain-free", "painfree", "pain free"),
        _pattern(
            r"\b(?:lasting|permanent|life-?long)\s+(?:pain\s+)?(?:relief|results?|improvement)\b",
            r"\brelief\s+that\s+lasts\b|\bpain\w*\s+for\s+good\b",
            r"\bpain[ -]?free\s+(?:for\s+good|forever|for\s+ever)\b",
        ),
        "Relief is often short.",
        "Say how long it lasts, as your sources do.",
        is_provable=True,
    ),
    Claim(
        ("stop", "quit", "skip", "come off", "give up", "throw away", "cut down"),
        _pattern(
            r"\b(?:stop|quit|skip|come\s+off|give\s+up|throw\s+away|cut\s+down)\s+(?:on\s+)?(?:taking\s+)?"
            rf"(?:(?:your|the|a|all|any|these|those|of)\s+)*(?:\w+\s+)?{_MEDICINE}\b"
        ),
        "To stop without advice can do harm.",
        'Say "Talk to us before you change your medicine".',
        found="tells patients to change their medicine.",
    ),
    Claim(
        ("circulation", "endorphin"),
        _pattern(
            rf"\b(?:improv|boost|increas)\w*\b{_FEW}circulation\b",
            rf"\breleas\w*\b{_FEW}endorphins?\b",
        ),
        "Studies do not agree on it.",
        'Say "Many people feel relaxed".',
        is_provable=True,
        severity=Severity.ADVICE,
    ),
)


def claims(written: Written) -> Iterable[Problem]:
    """Each claim once a slide."""
    if not written.is_english:
        return
    is_proven = written.evidence is Evidence.GOOD and written.has_sources
    for claim in CLAIMS:
        if not any(sign in written.lowered for sign in claim.signs) or (claim.is_provable and is_proven):
            continue
        for passage, words in _claimed(claim.pattern, written.passages):
            found = f'"{words[:80]}" {claim.found}'
            yield written.note(passage.line, found, claim.why, claim.mend, claim.severity)
            break


def is_claim(sentence: str) -> bool:
    return any(claim.pattern.search(sentence) for claim in CLAIMS)


def _claimed(pattern: re.Pattern[str], passages: Iterable[Passage]) -> Iterable[tuple[Passage, str]]:
    for passage in passages:
        if passage.part is Part.QUESTIONS or not pattern.search(passage.text):
            continue
        for sentence in passage.sentences:
            for found in pattern.finditer(sentence):
                if not is_denied(sentence, *found.span()):
                    yield passage, found[0]

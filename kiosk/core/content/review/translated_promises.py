"""The plainest promises in Spanish and in Arabic: what a translation must not add to a careful original.

Fewer than in English, and only those that hardly mean anything else. What is denied, asked or doubted passes.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from unicodedata import category

from msgspec import Struct

from kiosk.core.content.problems import Severity
from kiosk.core.content.review.written import Part

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kiosk.core.content.problems import Problem
    from kiosk.core.content.review.written import Written

_WINDOW = 8
"""Words before a promise in which a denial counts, as in English."""


class Language(Struct, frozen=True):
    """How it denies, how it tells somebody to stop a medicine, and its promises with the reason against each."""

    denial: re.Pattern[str]
    stopping: re.Pattern[str]
    promises: tuple[tuple[re.Pattern[str], str, str], ...]


def _words(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{pattern})(?!\w)", re.IGNORECASE)


_CERTAIN = (
    "Patients take the word for certain.",
    'Say what it may do, as in "may ease back pain for a short time".',
)
_TOXINS = ("No study shows it; the liver and the kidneys do that work.", "Leave it out.")
_ALWAYS = ("Nothing helps everyone.", 'Say "may help some people".')
_SAFE = (
    "Every treatment can do harm.",
    'Say what may happen, as in "Most people do fine. You may be sore".',
)
_STOPPING = ("To stop without advice can do harm.", 'Say "Talk to us before you change your medicine".')

LANGUAGES = {
    "es": Language(
        _words(r"no|nunca|jamás|ni|ning[uú]n\w*|nadie|nada|tampoco|sin|si|antes|mito|falso|dud\w+"),
        _words(
            r"(?:dej[ea]r?|suspend(?:a|er)|abandon(?:e|ar)|tir[ea]r?)\s+(?:de\s+tomar\s+)?(?:(?:su|la|el|lo|tu)s?\s+)?"
            r"(?:medic(?:in|ament)\w*|pastillas?|analgésicos?|anticoagulantes?)"
        ),
        (
            (_words(r"(?<!se\s)(?:cur(?:a|an|ó|ará|arán|ar)|san(?:ará|arán))"), *_CERTAIN),
            (
                _words(r"(?:elimin|expuls|limpi|libera|sac)\w*\s+(?:\w+\s+){0,3}toxinas?|desintoxi\w*"),
                *_TOXINS,
            ),
            (_words(r"garanti[zc]\w*|garantías?|siempre\s+funciona\w*|milagro\w*"), *_ALWAYS),
            (
                _words(
                    r"sin\s+(?:ning[uú]n\s+)?(?:efectos?\s+secundarios?|riesgos?)"
                    r"|(?:totalmente|completamente|absolutamente|100\s?%)\s+segur[oa]s?"
                ),
                *_SAFE,
            ),
        ),
    ),
    "ar": Language(
        _words(r"[وف]?(?:لا|لم|لن|ليس|ليست|غير|ما|بدون|دون|إذا|إن|قبل|هل|لو|خطأ|ولا)"),
        _words(
            r"[وف]?(?:توقف|تتوقف|أوقف|امتنع)\s+عن\s+(?:تناول|أخذ|استعمال)\s+(?:ال)?(?:دواء|أدوية|مسكن|حبوب)\w*"
        ),
        (
            (_words(r"[وف]?س?[يت]شفي\w*|شفاء\s+(?:تام|كامل|نهائي|دائم)\w*"), *_CERTAIN),
            (_words(r"\w*سموم"), *_TOXINS),
            (_words(r"مضمونة?|[يت]ضمن|ضمان|معجزة|دائما\s+[يت]نجح"), *_ALWAYS),
            (
                _words(
                    r"(?:بلا|بدون|دون|من\s+غير)\s+(?:أي\s+|أية\s+)?(?:آثار\s+جانبية|أعراض\s+جانبية|مخاطر|أضرار|خطر)"
                    r"|آمنة?\s+(?:تماما|كليا|بالكامل|100)"
                ),
                *_SAFE,
            ),
        ),
    ),
}
_ASKED = re.compile(r"[?؟][\s\"”»)]*$")


def translated_claims(written: Written) -> Iterable[Problem]:
    """Each once a slide."""
    language = LANGUAGES.get(written.language.partition("-")[0].lower())
    if language is None:
        return
    told: set[str] = set()
    for passage in written.passages:
        for sentence in passage.sentences if passage.part is not Part.QUESTIONS else ():
            for found, why, mend, words in _in_sentence(_plain(sentence), language):
                if why not in told:
                    told.add(why)
                    yield written.note(passage.line, f'"{words[:80]}" {found}', why, mend, Severity.WARNING)


def _in_sentence(sentence: str, language: Language) -> Iterable[tuple[str, str, str, str]]:
    rows = [("is a promise.", *promise) for promise in language.promises]
    rows.append(("tells patients to change their medicine.", language.stopping, *_STOPPING))
    if _ASKED.search(sentence):
        return
    for found, pattern, why, mend in rows:
        for match in pattern.finditer(sentence):
            before = " ".join(sentence[: match.start()].split()[-_WINDOW:])
            if not language.denial.search(before):
                yield found, why, mend, match[0]


def _plain(text: str) -> str:
    """Without the signs over and under Arabic letters, and without the line that stretches them."""
    return "".join(sign for sign in text if not category(sign).startswith("M")).replace("\u0640", "")

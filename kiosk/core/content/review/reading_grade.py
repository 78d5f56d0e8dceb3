"""How many years of school a text in English asks for (Flesch-Kincaid)."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from msgspec import Struct

from kiosk.core.content.problems import Problem, Severity
from kiosk.core.content.review.written import Part, Written

if TYPE_CHECKING:
    from collections.abc import Iterable

ADVISED_GRADE, HIGHEST_GRADE = 6, 8
"""Of a topic, product.md; of a slide only the second. AMA asks for grade 6, NIH for 8 (standards LIT-01)."""

_GRADED_WORDS = 30  # fewer tell nothing
_WORD = re.compile(r"[A-Za-z]+(?:['’][A-Za-z]+)*")  # noqa: RUF001 - both apostrophes
_VOWELS = re.compile(r"[aeiouy]+")
_SILENT = re.compile(
    r"(?<=[^aeiouy])(?:(?<![^aeiouy]l)e|(?<![dt])ed|(?<![^aeiouy]l)(?<![csxzg])(?<![cs]h)es)$"
)
# The silent e inside "likely", "safety", "carefully", "movement" and "something".
_SILENT_WITHIN = re.compile(
    r"(?<=[aeiouy][^aeiouy])e(?=(?:ly|ty|ful|fully|less|ness)$)|(?<=[aeiouy][ckgnrstvz])e(?=ments?$)|(?<=^som)e(?=[a-z])"
)
_SPLIT = re.compile(
    r"ia(?!l)|io(?!us|n)|[rv]ious|iu|scie|quie|^diet|xie|[lr]uid|[^gqc]u[ao]|useu|ea$|(?<!g)eo(?![pru])"
    r"|[aeo]y?ing|[^aeiouy]ying|ism$|(?<=[aeiouy][^aeiouyd])ie(?:r|st)$"
)
_JOINED = re.compile(r"[ct]ian")


@lru_cache(maxsize=8192)
def syllables(word: str) -> int:
    """By the groups of vowels, less the silent e, plus the pairs that are spoken apart."""
    plain = re.sub(r"[^a-z]", "", word.lower())
    count = len(_VOWELS.findall(plain))
    if _SILENT.search(plain) and count > 1:
        count -= 1
    count -= len(_SILENT_WITHIN.findall(plain))
    count += len(_SPLIT.findall(plain)) - len(_JOINED.findall(plain))
    return max(1, count)


class Measure(Struct, frozen=True):
    """How much of an English text there is."""

    sentences: int = 0
    words: int = 0
    syllables: int = 0

    def __add__(self, other: Measure) -> Measure:
        return Measure(
            self.sentences + other.sentences, self.words + other.words, self.syllables + other.syllables
        )

    @property
    def grade(self) -> float:
        """Flesch-Kincaid: 0.39 words a sentence + 11.8 syllables a word - 15.59; 0.0 without words."""
        if not self.words:
            return 0.0
        return 0.39 * self.words / self.sentences + 11.8 * self.syllables / self.words - 15.59

    @property
    def is_enough(self) -> bool:
        return self.words >= _GRADED_WORDS


def measure(sentences: Iterable[str]) -> Measure:
    spoken = [words for sentence in sentences if (words := _WORD.findall(sentence))]
    return Measure(
        len(spoken), sum(map(len, spoken)), sum(syllables(word) for words in spoken for word in words)
    )


def grade(sentences: Iterable[str]) -> float:
    return measure(sentences).grade


def grade_slide(written: Written, measured: Measure) -> Iterable[Problem]:
    found = round(measured.grade, 1)
    if found > HIGHEST_GRADE and measured.is_enough:
        yield written.note(
            written.line(Part.BODY),
            f"this slide asks for {found:g} years of school.",
            "Many patients read less easily than that.",
            "Shorten its longest sentences, and use everyday words.",
        )


def grade_topic(file: str, measured: Measure) -> Iterable[Problem]:
    found = round(measured.grade, 1)
    if found > ADVISED_GRADE and measured.is_enough:
        yield Problem(
            file,
            0,
            Severity.ADVICE if found <= HIGHEST_GRADE else Severity.WARNING,
            f"the texts of this topic ask for {found:g} years of school.",
            "Many patients read less easily than that.",
            f"Aim at {ADVISED_GRADE}: write shorter sentences and everyday words.",
        )

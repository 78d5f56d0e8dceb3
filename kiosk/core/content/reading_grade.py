"""How many years of school a text in English asks for (Flesch-Kincaid)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_WORD = re.compile(r"[A-Za-z]+(?:['’][A-Za-z]+)*")  # noqa: RUF001 - both apostrophes
_END = re.compile(r"(?<=[.!?…:])[\"'”’)\]]*\s+")  # noqa: RUF001 - closing quotes
_VOWELS = re.compile(r"[aeiouy]+")
_SILENT = re.compile(
    r"(?<=[^aeiouy])(?:(?<![^aeiouy]l)e|(?<![dt])ed|(?<![^aeiouy]l)(?<![csxzg])(?<![cs]h)es)$"
)
_SPLIT = re.compile(
    r"ia(?!l)|io(?!us|n)|[rv]ious|iu|scie|quie|xie|[^gqc]u[ao]|useu|ea$|eo(?![pru])|[aeo]y?ing|[^aeiouy]ying|ism$"
)
_JOINED = re.compile(r"[ct]ian")


def sentences_in(text: str) -> list[str]:
    return [part for part in _END.split(text) if _WORD.search(part)]


def syllables(word: str) -> int:
    """By the groups of vowels, less the silent e, plus the pairs that are spoken apart."""
    plain = re.sub(r"[^a-z]", "", word.lower())
    count = len(_VOWELS.findall(plain))
    if _SILENT.search(plain) and count > 1:
        count -= 1
    count += len(_SPLIT.findall(plain)) - len(_JOINED.findall(plain))
    return max(1, count)


def grade(sentences: Iterable[str]) -> float:
    """Flesch-Kincaid: 0.39 words a sentence + 11.8 syllables a word - 15.59; 0.0 without words."""
    spoken = [words for sentence in sentences if (words := _WORD.findall(sentence))]
    words = [word for sentence in spoken for word in sentence]
    if not words:
        return 0.0
    return 0.39 * len(words) / len(spoken) + 11.8 * sum(map(syllables, words)) / len(words) - 15.59

"""All rules that look at one slide, and what the rules of the topic need to know of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from kiosk.core.content.review.balance import benefit_without_source
from kiosk.core.content.review.hedges import unhedged
from kiosk.core.content.review.length import (
    long_lists,
    long_message,
    long_sentences,
    long_title,
    too_many_words,
)
from kiosk.core.content.review.medical_words import Met, medical_words_in, unexplained
from kiosk.core.content.review.pictures import alt_text, caption, too_small
from kiosk.core.content.review.promises import claims
from kiosk.core.content.review.reading_grade import Measure, grade_slide, measure
from kiosk.core.content.review.signs import strange_signs
from kiosk.core.content.review.translated_promises import translated_claims
from kiosk.core.content.review.wording import Passive, bare_percentages, capitals, passive_in

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kiosk.core.content.problems import Problem
    from kiosk.core.content.review.written import Written

_RULES = (
    too_many_words,
    long_title,
    long_message,
    long_sentences,
    long_lists,
    capitals,
    bare_percentages,
    alt_text,
    caption,
    too_small,
    claims,
    translated_claims,
    unhedged,
    benefit_without_source,
    strange_signs,
)
# Get help now is read in need: it is as long as it must be, its picture is small, and it promises nothing.
_RULES_OF_HELP = (long_sentences, long_lists, capitals, bare_percentages, alt_text, strange_signs)


class Noticed(Struct, frozen=True):
    """What a slide in one language adds to the review of its topic."""

    file: str
    language: str
    length: Measure
    passive: Passive
    medical: tuple[Met, ...]


def review_slide(written: Written) -> tuple[list[Problem], Noticed]:
    length = _length(written)
    problems = [problem for rule in _RULES for problem in rule(written)]
    problems += grade_slide(written, length)
    noticed = Noticed(written.file, written.language, length, passive_in(written), medical_words_in(written))
    return problems, noticed


def review_help(written: Written) -> Iterable[Problem]:
    """Of *Get help now*: whether it can be understood at once."""
    for rule in _RULES_OF_HELP:
        yield from rule(written)
    yield from grade_slide(written, _length(written))
    yield from unexplained([(written.file, medical_words_in(written))])


def _length(written: Written) -> Measure:
    if not written.is_english:
        return Measure()
    return measure(sentence for passage in written.running_text for sentence in passage.sentences)

"""Whether there is little enough to read: words, sentences and lists."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from kiosk.core.content.model import BlockStyle
from kiosk.core.content.problems import Problem, Severity
from kiosk.core.content.review.written import Part, Written, count_of_words

if TYPE_CHECKING:
    from collections.abc import Iterable

ADVISED_WORDS, MOST_WORDS = 50, 80
"""Body and key message together; the aim is 40 (product.md, Defaults)."""

TITLE_WORDS, MESSAGE_WORDS = 8, 12
"""product.md: Defaults; Content folder."""

SENTENCE_WORDS = 20
"""The longest sentence (standards LIT-03; CDC Simply Put asks for 8 to 10)."""

LIST_ITEMS = 7
"""CDC Clear Communication Index, item 8: split what is longer (standards LIT-04)."""

_ITEMS = {BlockStyle.BULLET, BlockStyle.NUMBER}


def too_many_words(written: Written) -> Iterable[Problem]:
    face = {Part.BODY, Part.MESSAGE}
    count = sum(count_of_words(passage.text) for passage in written.passages if passage.part in face)
    if count >= ADVISED_WORDS:
        place = "into its notes" if written.is_of_deck else "below a line of three dashes"
        yield written.note(
            written.line(Part.BODY),
            f"this slide has {count} words.",
            "Few people read that much while they wait.",
            f"Keep it near 40 and put the rest {place}.",
            Severity.ADVICE if count < MOST_WORDS else Severity.WARNING,
        )


def long_title(written: Written) -> Iterable[Problem]:
    count = count_of_words(written.words.title)
    if count > TITLE_WORDS:
        found = f"the title has {count} words."
        why = "A short one is read at a glance."
        yield written.note(written.line(Part.TITLE), found, why, f"Keep it to {TITLE_WORDS}.")


def long_message(written: Written) -> Iterable[Problem]:
    count = count_of_words(written.words.message)
    if count > MESSAGE_WORDS:
        found = f"the key message has {count} words."
        why = "A long one cannot be read from the chairs."
        yield written.note(written.line(Part.MESSAGE), found, why, f"Keep it to {MESSAGE_WORDS}.")


def long_sentences(written: Written) -> Iterable[Problem]:
    long = [
        (count, passage.line)
        for passage in written.running_text
        for sentence in passage.sentences
        if len(sentence) > 2 * SENTENCE_WORDS and (count := count_of_words(sentence)) > SENTENCE_WORDS
    ]
    if not long:
        return
    most, line = max(long, key=lambda pair: pair[0])
    found = f"a sentence has {most} words."
    if len(long) > 1:
        found = f"{len(long)} sentences have more than {SENTENCE_WORDS} words, the longest {most}."
    why = "Who is in pain or tired loses the thread."
    yield written.note(line, found, why, "Make two sentences of it: 12 words are a good length.")


def long_lists(written: Written) -> Iterable[Problem]:
    for (part, is_list), group in groupby(
        written.running_text,
        lambda passage: (passage.part, passage.part is Part.QUESTIONS or passage.style in _ITEMS),
    ):
        items = list(group)
        if is_list and len(items) > LIST_ITEMS:
            why = f"More than {LIST_ITEMS} are hard to keep in mind."
            mend = "Keep those that matter most, or make two groups."
            what = "questions" if part is Part.QUESTIONS else "items"
            yield written.note(items[0].line, f"this list has {len(items)} {what}.", why, mend)
            return

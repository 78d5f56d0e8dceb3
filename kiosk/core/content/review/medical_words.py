"""Whether medical words are explained on the slide that uses them: patients jump to any of them.

The words of the topic's title stand over every slide; to explain those once is enough. Standards LIT-10, PEMAT
item 4, CDC Clear Communication Index item 7: such a word is used only to teach it.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from msgspec import Struct

from kiosk.core.content.problems import Problem, Severity
from kiosk.core.content.review.plain_words import PLAIN

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kiosk.core.content.review.written import Written

_FORMS = {form: word for word in PLAIN for form in (word, f"{word}s")}
_WORDS = re.compile(r"[a-z]+(?:-[a-z]+)*")
_OTHER_SENSE = {
    "prone": re.compile(r"\bprone to\b"),
    "acute": re.compile(r"\bacute angle\b"),
    "trauma": re.compile(r"\btrauma (?:team|centre|center)\b"),
}
# "Sciatica is common" says nothing of what it is.
_EXPLAINING = (
    r"\W{0,3}\s*(?:\(|[–—:]|(?:,\s*|\s*)(?:which |that )?(?:means?|(?:is|are) called|(?:is|are) (?!(?:not|no|very|"  # noqa: RUF001 - dashes
    r"common|rare|often|usually|sometimes|mostly|more|less|caused|treated|safe|present|bad|good|better|worse|"
    r"painful|serious|likely|known|different|the same)\b))|, or |,? also )"
)
_NAMING = (
    r"(?:\bcalled|\bnamed|\bknown as|\bmeans|\bor|\bterm is|\bword is|\w\s*\()[\s,]*(?:an? |the )?[\"'“‘]?"  # noqa: RUF001
)


class Met(Struct, frozen=True):
    """A word of PLAIN on one slide. `line` counts from 1."""

    word: str
    line: int
    is_explained: bool


def medical_words_in(written: Written) -> tuple[Met, ...]:
    """Each once, in the order in which they are met."""
    if not written.is_english:
        return ()
    met = _FORMS.keys() & set(_WORDS.findall(written.lowered))
    places: dict[str, int] = {}
    for passage in written.passages if met else ():
        for form in _WORDS.findall(passage.text.lower()):
            if form in met:
                places.setdefault(_FORMS[form], passage.line)
    return tuple(
        Met(word, line, _is_explained(word, written.lowered))
        for word, line in places.items()
        if not (word in _OTHER_SENSE and _OTHER_SENSE[word].search(written.lowered))
    )


def unexplained(slides: Iterable[tuple[str, Iterable[Met]]], title: str = "") -> Iterable[Problem]:
    """The slides, by their files, are those of one topic in one language, under this title."""
    found = [(file, met) for file, words in slides for met in words]
    subject = {_FORMS[form] for form in _FORMS.keys() & set(_WORDS.findall(title.lower()))}
    settled = subject & {met.word for _, met in found if met.is_explained}
    for file, met in found:
        if met.is_explained or met.word in settled:
            continue
        if met.word in subject:
            settled.add(met.word)
        yield Problem(
            file,
            met.line,
            Severity.ADVICE,
            f'the medical word "{met.word}" is not explained.',
            "Many patients do not know it.",
            f'Say "{PLAIN[met.word]}", or tell on this slide what it means.',
        )


def _is_explained(word: str, whole: str) -> bool:
    term, explained = _patterns(word)
    if explained.search(whole):
        return True
    plain = PLAIN[word].partition(",")[0]
    return any(plain in line and term.search(line) for line in whole.split("\n"))


@cache
def _patterns(word: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """One that finds the word, and one that finds it with what tells its meaning."""
    term = rf"\b{re.escape(word)}s?\b"
    return re.compile(term), re.compile(f"{term}{_EXPLAINING}|{_NAMING}{term}")

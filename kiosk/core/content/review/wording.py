"""Who acts, and how loud: passive voice, capitals, and numbers that nobody can picture."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec import Struct

from kiosk.core.content.problems import Problem, Severity
from kiosk.core.content.review.written import Part

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kiosk.core.content.review.written import Written

MOST_PASSIVE = 0.1
"""Of all sentences of a topic (standards LIT-11, PEMAT item 5)."""

LEAST_PASSIVE = 3
"""Fewer are nothing to speak of in a short topic: our own limit."""

LETTERS_IN_CAPITALS = 4
"""Of a word; CDC Simply Put (standards LIT-14)."""

_IRREGULAR = """
    given taken done made seen shown known told found put kept held brought bought caught taught thought felt lost
    sent spent built cut written chosen driven eaten forgotten hidden drawn grown thrown torn worn begun paid said
    sold set led understood sworn stolen spoken proven fed split shut shaken struck bitten frozen
""".split()  # noqa: SIM905 - quoted words cannot be read
_PASSIVE = re.compile(
    r"\b(?:am|is|are|was|were|be|been|being)(?:n['’]t)?"  # noqa: RUF001 - both apostrophes
    r"(?:\s+(?:not|never|also|often|always|sometimes|only|then|now|first|still|being|been|[a-z]+ly)){0,3}"
    rf"\s+([a-z]{{2,}}ed|{'|'.join(_IRREGULAR)})\b(?!\s+to\s+be\b)",
    re.IGNORECASE,
)
# Not done by anyone: how somebody is or feels, what something is called, and words that only end like it.
_NOT_PASSIVE = frozenset(
    """
    tired worried scared frightened interested supposed married relaxed stressed excited confused surprised pleased
    prepared closed limited related concerned called named based located used inflamed blocked advanced experienced
    retired ashamed embarrassed depressed crowded drunk aged bored annoyed disappointed satisfied skilled
    need speed feed bleed breed seed weed hundred indeed naked wicked sacred exceed proceed succeed red bed
    """.split()  # noqa: SIM905 - quoted words cannot be read
)

_UPPER = re.compile(rf"[^\W\d_a-z]{{{LETTERS_IN_CAPITALS + 1},}}")
_NAMES_IN_CAPITALS = frozenset({"COVID", "NSAID", "NSAIDS", "HIPAA", "UNICEF", "UNESCO", "NCCIH"})

_PERCENT_SIGNS = ("%", "٪", "﹪", "％", "cent", "ciento", "مئة", "مائة")  # noqa: RUF001 - full width
# "%" in every script that writes one, and the word for it in the three languages of the kiosk.
_OF_HUNDRED = r"[%٪﹪％]|per\s?cent|por\s?ciento|(?:في\s?ال|بال)(?:مئة|مائة)"  # noqa: RUF001 - full width
_PERCENT = re.compile(rf"(?<![\d.,])\d[\d.,]{{0,9}}\s?(?:{_OF_HUNDRED})", re.IGNORECASE)
_NUMBER = rf"(?<![\d.,])\d{{1,7}}(?![\d.,]{{0,9}}\s?(?:{_OF_HUNDRED})|\d)"
_IN_PEOPLE = re.compile(rf"{_NUMBER}\W{{1,3}}(?:\w{{1,20}}\W{{1,3}}){{1,4}}?{_NUMBER}")
_IN_WORDS = {
    "en": re.compile(
        r"\b(?:half|quarters?|thirds?|one|two|three|four|five|six|seven|eight|nine)\b", re.IGNORECASE
    ),
    "es": re.compile(
        r"\b(?:mitad|tercio|cuartos?|un[oa]?|dos|tres|cuatro|cinco|seis|siete|ocho|nueve)\b", re.IGNORECASE
    ),
    "ar": re.compile(r"(?:نصف|ثلث|ربع|واحد|اثنان|اثنين|ثلاث|أربع|خمس|ست|سبع|ثمان|تسع)"),
}
_STRENGTH = re.compile(
    r"\s*(?:alcohol|cotton|saline|solution|gel|cream|ointment|oxygen|fat|milk|zoom)\b", re.IGNORECASE
)


class Passive(Struct, frozen=True):
    """Of one slide: how many sentences do not say who acts, and the first of them."""

    count: int = 0
    line: int = 0
    sentence: str = ""


def is_passive(sentence: str) -> bool:
    return any(found[1].lower() not in _NOT_PASSIVE for found in _PASSIVE.finditer(sentence))


def passive_in(written: Written) -> Passive:
    if not written.is_english:
        return Passive()
    found = [
        (passage.line, sentence)
        for passage in written.running_text
        if _PASSIVE.search(passage.text)
        for sentence in passage.sentences
        if is_passive(sentence)
    ]
    return Passive(len(found), *found[0]) if found else Passive()


def passive_voice(slides: Iterable[tuple[str, Passive]], sentences: int) -> Iterable[Problem]:
    """The slides, by their files, are those of one topic in one language; it has so many sentences."""
    found = [(file, passive) for file, passive in slides if passive.count]
    count = sum(passive.count for _, passive in found)
    if count >= LEAST_PASSIVE and count > MOST_PASSIVE * sentences:
        file, first = found[0]
        text = first.sentence if len(first.sentence) <= 80 else first.sentence[:79].rstrip() + "…"
        yield Problem(
            file,
            first.line,
            Severity.ADVICE,
            f'"{text}" does not say who acts, like {count} of {sentences} sentences of this topic.',
            "Readers must guess who does what.",
            'Say who does it, as in "We check your knee", not "Your knee is checked".',
        )


def capitals(written: Written) -> Iterable[Problem]:
    for passage in written.passages:
        for found in _UPPER.finditer(passage.text):
            word, place = found[0], passage.text[: found.start()]
            is_spelt_out = place.endswith("(") and passage.text[found.end() : found.end() + 1] == ")"
            if word.isupper() and word not in _NAMES_IN_CAPITALS and not is_spelt_out:
                why = "Capitals are slow to read, and they shout."
                mend = "Write it in small letters. Two stars before and after it make it **bold**."
                if passage.part in {Part.TITLE, Part.PICTURE, Part.QUESTIONS, Part.MESSAGE}:
                    mend = "Write it in small letters."
                yield written.note(passage.line, f'"{word[:40]}" is written in capitals.', why, mend)
                return


def bare_percentages(written: Written) -> Iterable[Problem]:
    """Standards LIT-12, PEMAT item 6: whole numbers of people, not parts of a hundred."""
    if not any(sign in written.lowered for sign in _PERCENT_SIGNS):
        return
    for passage in written.passages:
        for found in _PERCENT.finditer(passage.text):
            in_words = _IN_WORDS.get(written.language.partition("-")[0].lower())
            is_explained = _IN_PEOPLE.search(passage.text) or (in_words and in_words.search(passage.text))
            if not is_explained and not _STRENGTH.match(passage.text, found.end()):
                why = "Many people cannot picture it."
                mend = 'Say it in people, as in "3 of 10 people".'
                yield written.note(passage.line, f'"{found[0][:40]}" stands alone.', why, mend)
                return

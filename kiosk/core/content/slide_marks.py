"""The marks that no Markdown reader knows: `+++` facts, the dividing line, pictures as people type them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import unquote

from kiosk.core.content.problems import Problem, Severity

_DIVIDER = re.compile(r"[ \t]*[-–—_=]{3,}[ \t]*")  # noqa: RUF001 - Word makes dashes of them
_FACT = re.compile(r"[ \t]*[\w.-]+[ \t]*=")
_YAML = re.compile(r"[ \t]*[\w.-]+[ \t]*:")
# A list, heading or quote mark followed by the no-break space that Option+Space types on a Mac.
_MARK_WITH_NBSP = re.compile(r"^([ \t]*(?:#{1,6}|[-*+>]|\d{1,4}[.)]))\u00a0+")
_DOT = re.compile(r"^([ \t]*)[•▪◦‣·●][ \t\u00a0]*(?=\S)")
# No mark begins inside of another: a row of them would be read from each of its places.
_PICTURE = re.compile(r"!\[((?:(?!!\[)[^\]\n]){0,1000})\][ \t]*\(((?:[^()\n]|\([^()\n]{0,300}\)){0,1000})\)")
_CAPTION = re.compile(r"""(.+?)[ \t]+(["'“”„«»‘’‚])(.*)["'“”„«»‘’‚]""")  # noqa: RUF001 - quotes
_MARKDOWN = re.compile(r"\\([_*()\[\]#-])|[*`]")


@dataclass(frozen=True, slots=True)
class PictureMark:
    """`source` is unquoted and with slashes, and nothing more is known of it."""

    source: str
    alt: str = ""
    caption: str = ""
    line: int = 0


@dataclass(frozen=True, slots=True)
class Parts:
    """A slide file taken apart. What is taken out of a line leaves it empty, so that places stay numbers."""

    facts: str
    face: list[str]
    more: list[str]
    more_starts: int
    pictures: list[PictureMark]
    problems: list[Problem]


def take_apart(text: str, file: str) -> Parts:
    lines = text.split("\n")
    problems: list[Problem] = []
    facts = _take_facts(lines, file, problems)
    pictures = _take_pictures(lines, file, problems)
    lines = [_DOT.sub(r"\1- ", _MARK_WITH_NBSP.sub(r"\1 ", line)) for line in lines]
    divider = _take_divider(lines, bool(pictures), file, problems)
    return Parts(facts, lines[:divider], lines[divider:], divider, pictures, problems)


def _note(
    file: str, index: int, found: str, shown: str, mend: str, severity: Severity = Severity.WARNING
) -> Problem:
    return Problem(file, index + 1, severity, found, shown, mend)


def _take_facts(lines: list[str], file: str, problems: list[Problem]) -> str:
    """Cuts the block out and returns its TOML, with a line break for each line above it."""
    first = next((number for number, line in enumerate(lines) if line.strip()), 0)
    if lines[first].strip() == "+++":
        ends = [number for number, line in enumerate(lines[first + 1 :], first + 1) if line.strip() == "+++"]
        if ends:
            end = ends[0]
        else:
            end = _end_of(_FACT, lines, first)
            found = "the block of facts begins with +++ and has no second +++."
            problems.append(
                _note(file, first, found, "It ends where the text begins.", "Put +++ below the facts.")
            )
        facts = "\n" * (first + 1) + "\n".join(lines[first + 1 : end])
        lines[first : end + 1] = [""] * len(lines[first : end + 1])
        return facts
    if lines[first].strip() == "---" and len(lines) > first + 1 and _YAML.match(lines[first + 1]):
        end = _end_of(_YAML, lines, first)
        found = "the block at the top stands between --- lines."
        mend = 'Put +++ above and below it and write kind = "benefit".'
        problems.append(_note(file, first, found, "It is left out.", mend))
        lines[first : end + 1] = [""] * len(lines[first : end + 1])
    return ""


def _end_of(fact: re.Pattern[str], lines: list[str], first: int) -> int:
    end = first
    while end + 1 < len(lines) and fact.match(lines[end + 1]):
        end += 1
    return end + 1 if end + 1 < len(lines) and lines[end + 1].strip() == "---" else end


def _take_pictures(lines: list[str], file: str, problems: list[Problem]) -> list[PictureMark]:
    """Cuts each picture mark out of its line. A line that begins like one and is none goes as a whole."""
    pictures: list[PictureMark] = []
    broken = 0
    for number, line in enumerate(lines):
        if "![" not in line:
            continue
        found = [_picture(mark, number + 1) for mark in _PICTURE.finditer(line)]
        pictures += found
        lines[number] = rest = _PICTURE.sub("", line)
        if rest.lstrip().startswith("!["):
            lines[number] = ""
            broken += 1
            if broken <= 5:
                what = "this line begins like a picture and is none."
                mend = f"{_missing(rest)} Write it as ![what it shows](name.png)."
                problems.append(_note(file, number, what, "It is left out.", mend, Severity.NOT_SHOWN))
        elif not rest.strip(" \t-*+>"):
            lines[number] = ""
    return pictures


def _missing(text: str) -> str:
    if "]" not in text:
        return "The closing ] is missing."
    if "(" not in text:
        return "The picture's name in round brackets is missing."
    if ")" not in text:
        return "The closing ) is missing."
    return "Check the brackets."


def _picture(mark: re.Match[str], line: int) -> PictureMark:
    inside = mark[2].strip()
    titled = _CAPTION.fullmatch(inside)
    source, caption = (titled[1], titled[3]) if titled else (inside, "")
    source = re.sub(r"\\([_*()\[\]])", r"\1", source.strip()).removeprefix("<").removesuffix(">")
    source = unquote(source.replace("\\", "/")).strip()
    alt = _MARKDOWN.sub(r"\1", mark[1])
    return PictureMark(source, " ".join(alt.split()), " ".join(caption.split()), line)


def _take_divider(lines: list[str], has_picture: bool, file: str, problems: list[Problem]) -> int:  # noqa: FBT001 - private
    """Empties the dividing lines and returns the index of the first one, or the number of lines."""
    places = [number for number, line in enumerate(lines) if _DIVIDER.fullmatch(line)]
    for number in places:
        lines[number] = ""
    if not has_picture:
        above = next((number for number, line in enumerate(lines) if line.strip()), len(lines))
        while places and places[0] < above:
            found = "a dividing line stands above all text."
            mend = "Put it between the slide's text and the longer text."
            problems.append(_note(file, places.pop(0), found, "It is left out.", mend))
    if len(places) > 1:
        found = "a second dividing line stands here."
        mend = "One line divides the slide from the longer text."
        problems.append(_note(file, places[1], found, "It is left out.", mend, Severity.ADVICE))
    return places[0] if places else len(lines)

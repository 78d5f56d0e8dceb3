"""TOML as people type it: a faulty line is left out and reported, and every key knows its line.

tomllib stops at the first fault and tells no lines, hence the scanner and the second tries here.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kiosk.core.content.problems import Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

KeyPath = tuple[str | int, ...]

LONGEST = 100_000  # characters
_LONGEST_LINE = 4_000
# tomllib's memory grows with the square of the dots in a key: 90,000 of them end the program.
_MANY_DOTS = re.compile(r"[ \t]*\[{0,2}(?:[^.=\"']*\.){12}")
_TRIES = 12
_NAME = r"""(?:[A-Za-z0-9_-]+|"[^"\n]*"|'[^'\n]*')"""
_KEY = re.compile(rf"[ \t]*({_NAME}(?:[ \t]*\.[ \t]*{_NAME}){{0,20}})[ \t]*=")
_HEADER = re.compile(rf"[ \t]*(\[\[?)[ \t]*({_NAME}(?:[ \t]*\.[ \t]*{_NAME}){{0,20}})[ \t]*\]")
_MARKS = re.compile(r'''"""|\'\'\'|"(?:\\.|[^"\\\n])*"|'[^'\n]*'|#.*|[\[\]{}]''')
_STRAIGHT = str.maketrans({"“": '"', "”": '"', "„": '"', "‟": '"', "‘": "'", "’": "'"})  # noqa: RUF001 - Word makes them


@dataclass(frozen=True, slots=True)
class TomlText:
    values: dict[str, object] = field(default_factory=dict)
    lines: dict[KeyPath, int] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()

    def line(self, path: KeyPath) -> int:
        """The line of the key, or of the nearest table around it; 0 if the file has none of them."""
        while path and path not in self.lines:
            path = path[:-1]
        return self.lines.get(path, 0)


def parse_toml(text: str, file: str, first_line: int = 1) -> TomlText:
    """`first_line` is the line of the file on which the text begins."""
    if len(text) > LONGEST:
        problem = _given_up(file, "this is far too long for settings")
        return TomlText(problems=(problem,))
    lines = text.split("\n")
    problems = list(_without_monsters(lines, file, first_line))
    last = -1
    for _ in range(_TRIES):
        try:
            values = tomllib.loads("\n".join(lines))
        except RecursionError:
            break
        except (ValueError, OverflowError) as fault:
            index = _faulty_line(str(fault), lines)
            if not lines[index].strip():
                break
            if lines[index] != (straight := lines[index].translate(_STRAIGHT)):
                lines[index] = straight
                continue
            if index != last + 1 or not problems:  # what follows a fault is mostly its remainder
                problems.append(_fault(file, first_line + index, str(fault), lines[index]))
            lines[index] = ""
            last = index
        else:
            places = {path: first_line + number for path, number in key_lines(lines)}
            return TomlText(values, places, tuple(problems))
    return TomlText(problems=(_given_up(file, "this cannot be read as settings", problems),))


def _without_monsters(lines: list[str], file: str, first_line: int) -> Iterator[Problem]:
    """Empties the lines that would take tomllib minutes or gigabytes."""
    for index, line in enumerate(lines):
        if len(line) > _LONGEST_LINE or _MANY_DOTS.match(line):
            lines[index] = ""
            mend = "Compare it with the example in the manual."
            found = "this line is no setting."
            yield Problem(file, first_line + index, Severity.WARNING, found, "The line is left out.", mend)


def _given_up(file: str, found: str, problems: list[Problem] | None = None) -> Problem:
    return Problem(
        file,
        problems[0].line if problems else 0,
        Severity.WARNING,
        f"{found}.",
        "None of these settings is used.",
        "Start again from the example in the manual, one setting on a line.",
    )


def _faulty_line(message: str, lines: list[str]) -> int:
    place = re.search(r"\(at line (\d+), column (\d+)\)", message)
    if place:
        return min(int(place[1]), len(lines)) - 1
    starts = [number for _, number in key_lines(lines)]
    written = [number for number, line in enumerate(lines) if line.strip()]
    # Where the end of the text is the fault, the statement that began last was never finished.
    return max([*starts[-1:], 0]) if starts else max([*written[-1:], 0])


def _fault(file: str, line: int, message: str, text: str) -> Problem:
    found, mend = _cause(message, text)
    return Problem(file, line, Severity.WARNING, found, "The line is left out.", mend)


def _cause(message: str, text: str) -> tuple[str, str]:
    """What was found and how to mend it, from tomllib's English and the line itself."""
    name, equals, value = (part.strip() for part in text.partition("="))
    quotes = text.count('"') - text.count('\\"')
    if re.search(r"overwrite|twice|mutate", message):
        return f'"{name[:40]}" is written twice.', "Keep one of the two lines."
    if "escape" in message or "Unescaped" in message:
        return "a backslash stands inside the quotes.", "Write / instead of each backslash, as in D:/folder."
    if quotes % 2:
        return (
            "a quote is missing.",
            f'Put " before and after the value, as in {name[:40] or "name"} = "text".',
        )
    if text.lstrip().startswith("[") and not text.rstrip().endswith("]"):
        return "a square bracket is missing.", "Close the line with ]."
    if not equals:
        return "this line has no equals sign.", 'Write it as name = "text", or put # before a remark.'
    if not value:
        return f'"{name[:40]}" has no value.', 'Write "" for none, or remove the line.'
    if value.casefold() in {"true", "false", "yes", "no", "on", "off"}:
        return f"{value[:10]} is not understood.", "Write true or false, in small letters and without quotes."
    if value[:1].isdigit():
        return (
            f'the value "{value[:40]}" is no number and no date.',
            'Put " before and after it if it is text.',
        )
    if value[:1] not in "\"'[{":
        return "the text has no quotes.", f'Put " before and after it: {name[:40]} = "{value[:40]}".'
    return "this line cannot be understood.", "Compare it with the example in the manual."


def key_lines(lines: list[str]) -> Iterator[tuple[KeyPath, int]]:
    """Each key and table with the index of its line, in the file's order. Tables of a list are counted."""
    table: KeyPath = ()
    counts: dict[KeyPath, int] = {}
    still_open = _Open()
    for number, line in enumerate(lines):
        if still_open.is_open:
            still_open.pass_over(line)
        elif header := _HEADER.match(line):
            table = _path(header[2])
            if header[1] == "[[":
                counts[table] = counts.get(table, -1) + 1
                table = (*table, counts[table])
            elif table[:1] in counts:
                table = (table[0], counts[table[:1]], *table[1:])
            yield table, number
        elif key := _KEY.match(line):
            yield (*table, *_path(key[1])), number
            still_open.pass_over(line[key.end() :])


def _path(dotted: str) -> tuple[str, ...]:
    return tuple(part.strip("\"'") for part in re.findall(_NAME, dotted))


class _Open:
    """Whether a string of three quotes or a bracket goes on in the next line."""

    def __init__(self) -> None:
        self._quotes = ""
        self._depth = 0

    @property
    def is_open(self) -> bool:
        return bool(self._quotes) or self._depth > 0

    def pass_over(self, text: str) -> None:
        place = 0
        while place < len(text):
            if self._quotes:
                end = text.find(self._quotes, place)
                if end < 0:
                    return
                place, self._quotes = end + 3, ""
                continue
            mark = _MARKS.search(text, place)
            if not mark:
                return
            place = mark.end()
            if mark[0] in {'"""', "'''"}:
                self._quotes = mark[0]
            else:
                self._depth += {"[": 1, "{": 1, "]": -1, "}": -1}.get(mark[0], 0)

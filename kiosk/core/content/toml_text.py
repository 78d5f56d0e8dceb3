"""TOML as people type it: a faulty line is left out and reported, and every key knows its line.

tomllib stops at the first fault and tells no lines, hence the second tries here and the scanner in toml_lines.py.
"""

from __future__ import annotations

import re
import tomllib
from functools import cached_property
from typing import TYPE_CHECKING

from kiosk.core.content.problems import Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kiosk.core.content.toml_lines import KeyPath

LONGEST = 100_000  # characters
_LONGEST_LINE = 4_000
# tomllib's memory grows with the square of the dots in a key: 90,000 of them end the program.
_MANY_DOTS = re.compile(r"[ \t]*\[{0,2}(?:[^.=\"']*\.){12}")
_TRIES = 12
_STRAIGHT = str.maketrans({"“": '"', "”": '"', "„": '"', "‟": '"', "‘": "'", "’": "'"})  # noqa: RUF001 - Word makes them


class TomlText:
    """What was understood, and what was not; where each key stands is looked up when somebody asks."""

    def __init__(
        self,
        values: dict[str, object] | None = None,
        problems: tuple[Problem, ...] = (),
        written: Sequence[str] = (),
        first_line: int = 1,
    ) -> None:
        self.values, self.problems = values or {}, problems
        self._written, self._first_line = written, first_line

    @cached_property
    def lines(self) -> dict[KeyPath, int]:
        from kiosk.core.content.toml_lines import key_lines  # noqa: PLC0415 - most files have nothing to say

        return {path: self._first_line + number for path, number in key_lines(self._written)}

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
            return TomlText(values, tuple(problems), lines, first_line)
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
    from kiosk.core.content.toml_lines import key_lines  # noqa: PLC0415 - most files have no fault

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

"""On which line of a TOML file each key stands: tomllib does not tell."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TypeAlias

KeyPath: TypeAlias = tuple[str | int, ...]

_NAME = r"""(?:[A-Za-z0-9_-]+|"[^"\n]*"|'[^'\n]*')"""
_KEY = re.compile(rf"[ \t]*({_NAME}(?:[ \t]*\.[ \t]*{_NAME}){{0,20}})[ \t]*=")
_HEADER = re.compile(rf"[ \t]*(\[\[?)[ \t]*({_NAME}(?:[ \t]*\.[ \t]*{_NAME}){{0,20}})[ \t]*\]")
_MARKS = re.compile(r'''"""|\'\'\'|"(?:\\.|[^"\\\n])*"|'[^'\n]*'|#.*|[\[\]{}]''')


def key_lines(lines: Iterable[str]) -> Iterator[tuple[KeyPath, int]]:
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

"""The order in which boxes are read: for a screen reader and for the focus, which must agree (standards.md OPR-06).

Columns are read one after the other, what stands in rows like a table row by row, everything else from the top.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from PySide6.QtCore import QRect

ItemT = TypeVar("ItemT")
GUTTER = 36
"""Units between two columns; keys and tiles that belong together stand closer."""
LEVEL = 2
"""Pixels by which boxes of one row may differ: they were rounded."""


def in_reading_order(
    items: Sequence[ItemT], box_of: Callable[[ItemT], QRect], gutter: int, *, is_rtl: bool
) -> list[ItemT]:
    """`gutter` is the least gap between columns, in pixels; with `is_rtl` the script runs from the right."""
    return _Reader(box_of, gutter, is_rtl=is_rtl).sort(list(items))


class _Reader:
    def __init__(self, box_of: Callable[[ItemT], QRect], gutter: int, *, is_rtl: bool) -> None:
        self._box_of, self._gutter, self._is_rtl = box_of, gutter, is_rtl

    def sort(self, items: list[ItemT]) -> list[ItemT]:
        if len(items) < 2:
            return items
        rows = self._cut(items, self._down)
        if all(self._is_level(row) for row in rows):
            return [item for row in rows for item in sorted(row, key=self._across)]
        columns = self._cut(items, self._across, self._gutter)
        if len(columns) > 1 and self._are_beside(columns):
            return [item for column in columns for item in self.sort(column)]
        if len(rows) > 1:
            return [item for row in rows for item in self.sort(row)]
        return sorted(items, key=self._middle)

    def _down(self, item: ItemT) -> tuple[int, int]:
        box = self._box_of(item)
        return box.y(), box.y() + box.height()

    def _across(self, item: ItemT) -> tuple[int, int]:
        """From where the script begins."""
        box = self._box_of(item)
        left, right = box.x(), box.x() + box.width()
        return (-right, -left) if self._is_rtl else (left, right)

    def _middle(self, item: ItemT) -> tuple[int, int]:
        """Of boxes that lie on each other, the one whose middle is higher comes first."""
        return sum(self._down(item)), sum(self._across(item))

    @staticmethod
    def _cut(
        items: list[ItemT], span_of: Callable[[ItemT], tuple[int, int]], least: int = 0
    ) -> list[list[ItemT]]:
        """The items apart wherever a gap of at least this many pixels goes through all of them."""
        found: list[list[ItemT]] = []
        end = 0
        for item in sorted(items, key=span_of):
            start, stop = span_of(item)
            if not found or start - end < least:
                found = found or [[]]
                found[-1].append(item)
                end = max(end, stop) if len(found[-1]) > 1 else stop
            else:
                found.append([item])
                end = stop
        return found

    def _is_level(self, row: list[ItemT]) -> bool:
        """Whether all of them begin and end at the same height, and none lies on another."""
        tops, ends = zip(*map(self._down, row), strict=True)
        is_apart = len(self._cut(row, self._across)) == len(row)
        return is_apart and max(tops) - min(tops) <= LEVEL and max(ends) - min(ends) <= LEVEL

    def _are_beside(self, columns: list[list[ItemT]]) -> bool:
        """Whether columns stand beside each other, for at least half of the shorter one, and not as steps."""
        spans = []
        for column in columns:
            tops, ends = zip(*map(self._down, column), strict=True)
            spans.append((min(tops), max(ends)))
        shared = min(end for _, end in spans) - max(top for top, _ in spans)
        return 2 * shared >= min(end - top for top, end in spans)

"""The order in which boxes are read: for a screen reader and for the focus, which must agree (standards.md OPR-06).

Columns are read one after the other, what stands in rows like a table row by row, everything else from the top.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QRect

ItemT = TypeVar("ItemT")
GUTTER = 36
"""Units between two columns; keys and tiles that belong together stand closer."""
LEVEL = 2
"""Pixels by which boxes of one row may differ: they were rounded."""


def in_reading_order(
    items: Sequence[ItemT],
    box_of: Callable[[ItemT], QRect],
    ink_of: Callable[[ItemT], QRect],
    gutter: int,
    *,
    is_rtl: bool,
) -> list[ItemT]:
    """Sort the items by their boxes, or where these lie on each other, by what is really drawn in them.

    `gutter` is the least gap between columns, in pixels; with `is_rtl` the script runs from the right.
    """
    middle_of = _Reader(box_of, gutter, is_rtl=is_rtl).middle
    by_ink = _Reader(ink_of, 0, is_rtl=is_rtl, otherwise=lambda left: sorted(left, key=middle_of))
    return _Reader(box_of, gutter, is_rtl=is_rtl, otherwise=by_ink.sort).sort(list(items))


class _Reader(Generic[ItemT]):
    """`otherwise` sorts what has no gap in it anywhere."""

    def __init__(
        self,
        box_of: Callable[[ItemT], QRect],
        gutter: int,
        *,
        is_rtl: bool,
        otherwise: Callable[[list[ItemT]], list[ItemT]] | None = None,
    ) -> None:
        self._box_of, self._gutter, self._is_rtl = box_of, gutter, is_rtl
        self._otherwise = otherwise or list

    def sort(self, items: list[ItemT]) -> list[ItemT]:
        if len(items) < 2:
            return items
        rows = self._cut(items, self._down)
        if all(self._is_level(row) for row in rows):
            return [item for row in rows for item in sorted(row, key=self._across)]
        # What stands over columns, such as a title, and below them comes off row by row.
        for count in range(len(rows), 0, -1):
            columns = self._columns([item for row in rows[:count] for item in row])
            if columns:
                first = [item for column in columns for item in self.sort(column)]
                return first + self.sort([item for row in rows[count:] for item in row])
        if len(rows) > 1:
            return self.sort(rows[0]) + self.sort([item for row in rows[1:] for item in row])
        return self._otherwise(items)

    def _columns(self, items: list[ItemT]) -> list[list[ItemT]]:
        """The items as columns; empty where they do not stand in any."""
        columns = self._cut(items, self._across, self._gutter)
        return columns if len(columns) > 1 and self._are_beside(columns) else []

    def _down(self, item: ItemT) -> tuple[int, int]:
        box = self._box_of(item)
        return box.y(), box.y() + box.height()

    def _across(self, item: ItemT) -> tuple[int, int]:
        """From where the script begins."""
        box = self._box_of(item)
        left, right = box.x(), box.x() + box.width()
        return (-right, -left) if self._is_rtl else (left, right)

    def middle(self, item: ItemT) -> tuple[int, int]:
        """Of boxes that lie on each other, the one whose middle is higher comes first, then where it begins."""
        return sum(self._down(item)), self._across(item)[0]

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
        tops = [min(self._down(item)[0] for item in column) for column in columns]
        ends = [max(self._down(item)[1] for item in column) for column in columns]
        shortest = min(end - top for top, end in zip(tops, ends, strict=True))
        return 2 * (min(ends) - max(tops)) >= shortest

"""Boxes in the order in which they are read."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QRect

from kiosk.ui.reading_order import in_reading_order

GUTTER = 36
Boxes = dict[str, tuple[int, int, int, int]]

SLIDE: Boxes = {
    "draft": (48, 20, 520, 36),
    "picture": (10, 30, 800, 640),
    "caption": (10, 660, 800, 36),
    "topic": (850, 20, 280, 36),
    "title": (850, 70, 1020, 84),
    "body": (850, 168, 1020, 116),
    "more": (850, 690, 500, 118),
}
GRID: Boxes = {
    "title": (48, 26, 1500, 84),
    "hint": (1550, 62, 320, 36),
    **{
        f"tile {row}{column}": (48 + 368 * column, 126 + 262 * row, 348, 242)
        for row in (1, 2)
        for column in (1, 2)
    },
    "part": (48, 900, 140, 36),
    "turn": (1600, 860, 270, 118),
}
COLUMNS_UNDER_A_TITLE: Boxes = {
    "title": (48, 147, 1824, 84),
    "left 1": (190, 287, 554, 58),
    "left 2": (86, 365, 658, 174),
    "left 3": (86, 559, 658, 174),
    "right 1": (838, 251, 1036, 58),
    "right 2": (838, 441, 1036, 116),
    "right 3": (838, 561, 1036, 116),
}
ROWS_WITH_A_KEY: Boxes = {
    "row 1": (78, 291, 1500, 36),
    "row 1, second line": (78, 327, 1500, 36),
    "row 1, key": (1598, 268, 214, 118),
    "row 2": (78, 437, 1500, 36),
    "row 2, second line": (78, 473, 1500, 36),
    "row 2, key": (1598, 414, 214, 118),
}
NUMBER_ON_A_CARD: Boxes = {"card": (50, 242, 971, 176), "sentence": (178, 272, 807, 116)}


def order(boxes: Boxes, *, is_rtl: bool = False, ink: Boxes | None = None) -> list[str]:
    """The names as they are read; they are handed over from last to first."""
    return in_reading_order(
        list(reversed(boxes)),
        lambda name: QRect(*boxes[name]),
        lambda name: QRect(*(ink or boxes).get(name, boxes[name])),
        GUTTER,
        is_rtl=is_rtl,
    )


def mirrored(boxes: Boxes) -> Boxes:
    return {name: (1920 - x - width, y, width, height) for name, (x, y, width, height) in boxes.items()}


@pytest.mark.parametrize("boxes", [SLIDE, GRID, COLUMNS_UNDER_A_TITLE, ROWS_WITH_A_KEY, NUMBER_ON_A_CARD])
def test_columns_one_by_one_rows_row_by_row_and_mirrored_the_same(boxes: Boxes) -> None:
    assert order(boxes) == list(boxes)
    assert order(mirrored(boxes), is_rtl=True) == list(boxes)


def test_where_boxes_lie_on_each_other_what_is_drawn_in_them_decides() -> None:
    """Get help now: the picture stands beside the title and its second line, in the empty end of their boxes."""
    boxes: Boxes = {"title": (76, 46, 1018, 90), "lead": (76, 144, 1018, 54), "picture": (794, 14, 300, 240)}
    ink: Boxes = {"title": (76, 46, 500, 90), "lead": (76, 144, 400, 54)}
    assert order(boxes, ink=ink) == ["title", "lead", "picture"]


def test_a_line_below_a_tile_that_stands_elsewhere_is_no_column() -> None:
    boxes: Boxes = {"tile": (600, 100, 640, 700), "part": (48, 860, 140, 36), "turn": (1600, 820, 270, 118)}
    assert order(boxes) == ["tile", "part", "turn"]


@settings(deadline=None)  # a busy machine is slow
@given(
    places=st.lists(
        st.tuples(st.integers(0, 900), st.integers(0, 900), st.integers(1, 900), st.integers(1, 900)),
        max_size=12,
    ),
    is_rtl=st.booleans(),
)
def test_nothing_is_lost_and_what_is_wholly_above_all_others_comes_first(
    *, places: list[tuple[int, int, int, int]], is_rtl: bool
) -> None:
    boxes: Boxes = {f"box {number}": (x, y + 200, w, h) for number, (x, y, w, h) in enumerate(places)}
    boxes["title"] = (0, 0, 2000, 90)
    found = order(boxes, is_rtl=is_rtl)
    assert sorted(found) == sorted(boxes)
    assert found[0] == "title"

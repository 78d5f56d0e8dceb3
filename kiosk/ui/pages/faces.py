"""Three faces to touch, below their question."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QRect

from kiosk.core.views.faces import FacesView
from kiosk.core.views.rail import Key
from kiosk.ui.flow import BoxPiece, Piece, TextPiece, height_of
from kiosk.ui.pages.page import Page
from kiosk.ui.theme import Role
from kiosk.ui.widgets.key import Look, key_height, key_width

SPACE = 24
"""Above the question."""


def faces_pieces(page: Page, view: FacesView, width: int, room: int) -> list[Piece]:
    """The question and its keys; they stay together where a part has so much room."""
    style, gap = page.style_, page.style_.gap
    title, keys, high = page.set_text(Role.BODY_DENSE, view.title), view.keys, key_height(style)
    words = TextPiece(title, page.px(SPACE))
    if not keys:
        return [words]
    each = (width - gap * (len(keys) - 1)) // len(keys)
    is_abreast = all(key_width(style, key, Look.RAIL) <= each for key in keys)
    rows = [keys] if is_abreast else [(key,) for key in keys]
    wide = each if is_abreast else width

    def build_row(row: Sequence[Key], x: int, y: int, _width: int) -> None:
        for place, key in enumerate(row):
            page.add_key(key, Look.RAIL, QRect(x + place * (each + gap), y, wide, high))

    pieces: list[Piece] = [words]
    for number, row in enumerate(rows):
        above = gap if number else page.px(8)
        pieces.append(BoxPiece(high, above, partial(build_row, row)))
    if height_of(pieces, width) > room:
        return pieces

    def build_both(x: int, y: int, _width: int) -> None:
        page.add_pieces(pieces, x, y, width)

    return [BoxPiece(height_of(pieces, width), page.px(SPACE), build_both)]

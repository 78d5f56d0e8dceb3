"""Three faces to touch, below their question."""

from __future__ import annotations

from PySide6.QtCore import QRect

from kiosk.core.views.faces import FacesView
from kiosk.ui.flow import BoxPiece, Piece
from kiosk.ui.pages.page import GAP, Page
from kiosk.ui.theme import Role
from kiosk.ui.widgets.key import Look, key_height, key_width


def faces_piece(page: Page, view: FacesView, width: int, space: int) -> Piece:
    """The question and its keys stay together; `space` is above them."""
    style, gap = page.style_, page.px(GAP)
    title = page.set_text(Role.BODY_DENSE, view.title)
    below, high, keys = title.height_at(width), key_height(style), view.keys
    each = (width - gap * (len(keys) - 1)) // max(1, len(keys))
    is_abreast = all(key_width(style, key, Look.RAIL) <= each for key in keys)
    rows = [keys] if is_abreast else [(key,) for key in keys]
    wide = each if is_abreast else width

    def build(x: int, y: int, _width: int) -> None:
        top = page.add_text(title, x, y, width) + page.px(8)
        for row in rows if keys else ():
            for place, key in enumerate(row):
                page.add_key(key, Look.RAIL, QRect(x + place * (each + gap), top, wide, high))
            top += high + gap

    tall = len(rows) * (high + gap) - gap + page.px(8) if keys else 0
    return BoxPiece(below + tall, space, build)

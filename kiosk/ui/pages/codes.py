"""Codes on a page: each on a white card, with what it is for beside it, or below it where that has more room."""

from __future__ import annotations

from collections.abc import Sequence

from kiosk.core.takeaway import CodeSize, is_handy
from kiosk.ui.flow import BoxPiece, Piece, TextPiece, height_of
from kiosk.ui.pages.page import Page
from kiosk.ui.theme import Role
from kiosk.ui.typeset import Typeset
from kiosk.ui.widgets.code import CodeLabel, Sizer, modules_of
from kiosk.ui.widgets.marks import Sheet

PAD, GAP = 28, 28
SLOT = 384
"""95 mm: what a code takes on its card, however little it holds."""
LEAST_TEXT = 300


class CodeCards:
    """Makes the cards of one page. `width` and `height` are the room of the largest one, in pixels."""

    def __init__(self, page: Page, width: int, height: int) -> None:
        self._page, self._room = page, (width, height)
        self._px_per_mm = page.style_.true.px_per_mm
        self._sizer = Sizer(self._px_per_mm, page.devicePixelRatioF())

    def size_of(self, text: str) -> CodeSize | None:
        return self._sizer.size_of(text)

    def largest_px(self, texts: Sequence[str]) -> int:
        """Of a code that has the page for itself, with its texts beside it or below it."""
        return max(self._beside(*self._room), self._above(*self._room, self._texts(texts)))

    def px_of(self, mm: float) -> float:
        return mm * self._px_per_mm

    def mm_of(self, px: float) -> float:
        return px / self._px_per_mm

    def piece(self, text: str, size: CodeSize, alt: str, texts: Sequence[str], width: int, gap: int) -> Piece:
        """The card at this width; one that is handy is no larger than its slot."""
        page, pad, lines = self._page, self._page.px(PAD), self._texts(texts)
        ratio = page.devicePixelRatioF()
        most = page.px(SLOT) if is_handy(size) else self.largest_px(texts)
        module = self._sizer.module_within(size.version, most * ratio)
        side = round(modules_of(size.version) * module / ratio)
        is_beside = side <= self._beside(width, self._room[1])
        inner = width - 2 * pad - (side + page.px(GAP) if is_beside else 0)
        words = height_of(lines, inner)
        high = max(side, words) if is_beside else side + page.px(GAP) + words

        def build(x: int, y: int, wide: int) -> None:
            Sheet(page, page.style_).setGeometry(x, y, wide, high + 2 * pad)
            code = CodeLabel(page, text, size.version, module, alt)
            code.move(x + pad, y + pad + (high - side) // 2 if is_beside else y + pad)
            left = x + pad + (side + page.px(GAP) if is_beside else 0)
            top = y + pad + ((high - words) // 2 if is_beside else side + page.px(GAP))
            page.add_pieces(lines, left, top, inner)

        return BoxPiece(high + 2 * pad, gap, build)

    def _beside(self, width: int, height: int) -> int:
        """Pixels for a code that has its texts at its side."""
        page = self._page
        least = page.px(LEAST_TEXT * (1 + 0.25 * page.style_.step))
        return min(width - 2 * page.px(PAD) - page.px(GAP) - least, height - 2 * page.px(PAD))

    def _above(self, width: int, height: int, lines: Sequence[Piece]) -> int:
        """Pixels for a code that has its texts below it."""
        pad, inner = self._page.px(PAD), width - 2 * self._page.px(PAD)
        return min(inner, height - 2 * pad - self._page.px(GAP) - height_of(lines, inner))

    def _texts(self, texts: Sequence[str]) -> list[Piece]:
        """The first is the card's title."""
        page = self._page
        title: list[Typeset] = [page.set_text(Role.URGE, texts[0], is_balanced=True)]
        rest = [page.set_text(Role.LABEL, text) for text in texts[1:] if text]
        return [TextPiece(text, page.px(12)) for text in (*title, *rest)]

"""Text that flows down a column and, where the column is too short, on into further parts of the same page.

Nothing scrolls and nothing is skipped: a paragraph that does not fit is cut between two lines.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeAlias

from msgspec import Struct

from kiosk.core.content.model import BlockStyle
from kiosk.ui.typeset import Typeset

FEW_LINES = 6
FULL = 0.5
"""A part that has less than this share of its room left ends with a whole paragraph."""


class TextPiece(Struct, frozen=True):
    """`gap` is the space above it, in pixels, unless it stands first; `indent` is the space before its lines."""

    text: Typeset
    gap: int
    indent: int = 0

    def height_at(self, width: int) -> int:
        return self.text.height_at(width - self.indent)


class BoxPiece(Struct, frozen=True):
    """Something that cannot be cut, such as the evidence chip; `build` makes it at x, y, width."""

    height: int
    gap: int
    build: Callable[[int, int, int], None]

    def height_at(self, _width: int) -> int:
        return self.height


Piece: TypeAlias = TextPiece | BoxPiece


def height_of(pieces: Sequence[Piece], width: int) -> int:
    """Height of the pieces below each other, in pixels."""
    gaps = sum(piece.gap for piece in pieces[1:])
    return gaps + sum(piece.height_at(width) for piece in pieces)


def cut_into_parts(pieces: Sequence[Piece], width: int, room: int) -> list[list[Piece]]:
    """Return the pieces in parts of which each is at most `room` high, if its first line is.

    A subheading goes on with what it stands over.
    """
    parts: list[list[Piece]] = [[]]
    waiting = list(pieces)
    left = room
    while waiting:
        piece = waiting.pop(0)
        gap = piece.gap if parts[-1] else 0
        if gap + piece.height_at(width) <= left:
            parts[-1].append(piece)
            left -= gap + piece.height_at(width)
            continue
        is_full = bool(parts[-1]) and left < room * FULL and not _is_short(piece, room)
        head, tail = (None, piece) if is_full else _cut(piece, width, left - gap, is_first=not parts[-1])
        if head:
            parts[-1].append(head)
            left = 0
        if tail:
            waiting.insert(0, tail)
            if not head and len(parts[-1]) > 1 and _is_heading(parts[-1][-1]) and not _is_heading(tail):
                waiting.insert(0, parts[-1].pop())
            parts.append([])
            left = room
    return [part for part in parts if part] or [[]]


def _is_short(piece: Piece, room: int) -> bool:
    """Whether the room is that of a few lines, of which none may stay empty."""
    return isinstance(piece, TextPiece) and room < FEW_LINES * piece.text.line_height


def _is_heading(piece: Piece) -> bool:
    """A subheading, or a paragraph that is bold throughout."""
    if isinstance(piece, BoxPiece):
        return False
    block = piece.text.block
    return block.style is BlockStyle.HEADING or all(run.strong for run in block.runs)


def _cut(piece: Piece, width: int, room: int, *, is_first: bool) -> tuple[Piece | None, Piece | None]:
    """What still fits, and what goes on. A lone first or last line of a paragraph is not left behind."""
    if isinstance(piece, BoxPiece):
        return (piece, None) if is_first else (None, piece)
    width -= piece.indent
    count = piece.text.line_count(width)
    lines = min(room // piece.text.line_height, count - 1)
    if count > 3 and lines == count - 1:
        lines -= 1
    if is_first:
        lines = max(lines, 1)
    if count == 1 and is_first:
        return piece, None
    if lines < 1 or (lines == 1 and not is_first):
        return None, piece
    head, tail = piece.text.cut_after(lines, width)
    return TextPiece(head, piece.gap, piece.indent), TextPiece(tail, piece.gap, piece.indent)

"""A chart as pieces that flow: its name, what it means, and its bars. Labels stand beside their bars where they fit."""

from __future__ import annotations

from msgspec import Struct

from kiosk.core.content.model import Run
from kiosk.core.views.charts import Bar, Chart
from kiosk.ui.dates import short_date
from kiosk.ui.flow import BoxPiece, Piece, TextPiece, height_of
from kiosk.ui.pages.page import Page
from kiosk.ui.theme import Role
from kiosk.ui.typeset import Typeset
from kiosk.ui.widgets.bar import ShareBar
from kiosk.ui.widgets.marks import Rule

RULE_GAP, BAR, BESIDE = 14, 0.62, 0.36
"""`BAR` is its height in lines of text; labels stand beside the bars where all of them fit in `BESIDE` of the width."""


class _Columns(Struct, frozen=True):
    """Widths in pixels; `label` 0: labels stand above their bars."""

    label: int
    bar: int
    amount: int
    gap: int


def chart_pieces(page: Page, chart: Chart, width: int, room: int) -> list[Piece]:
    """It stays together, unless it is higher than `room`; then its first bar stays with the words above it."""
    title = page.set_text(Role.LABEL, (Run(chart.title, strong=True),))
    meaning = page.set_text(Role.LABEL, chart.meaning)
    head: list[Piece] = [TextPiece(title, 0), TextPiece(meaning, page.px(2))]
    labels = [page.set_text(Role.LABEL, _label(page, bar), language=bar.language) for bar in chart.bars]
    amounts = [page.set_text(Role.LABEL, (Run(bar.amount, strong=True),)) for bar in chart.bars]
    columns = _columns(page, labels, amounts, width)
    rows = [
        piece
        for bar, label, amount in zip(chart.bars, labels, amounts, strict=True)
        for piece in _row(page, bar, label, amount, columns, room)
    ]
    first = _with_rule(page, [*head, *rows[:1]], width)
    pieces = (
        [first, *rows[1:]] if first.height <= room else [TextPiece(title, page.px(RULE_GAP)), head[1], *rows]
    )
    if chart.note:
        quiet = page.set_text(Role.LABEL, chart.note, colour=page.style_.palette.ink2)
        pieces.append(TextPiece(quiet, page.px(4)))
    high = height_of(pieces, width)
    return [_together(page, pieces, high)] if high <= room else pieces


def _label(page: Page, bar: Bar) -> str:
    if bar.day is None:
        return bar.label
    return bar.label.replace("{day}", short_date(bar.day, page.style_.preferences.language))


def _columns(page: Page, labels: list[Typeset], amounts: list[Typeset], width: int) -> _Columns:
    gap = page.px(18)
    label = max((text.width_at(width) + 2 for text in labels), default=0)
    amount = max((text.width_at(width) + 2 for text in amounts), default=0)
    if label > width * BESIDE:
        label = 0
    bar = width - amount - gap - (label + gap if label else 0)
    return _Columns(label, bar, amount, gap)


def _row(page: Page, bar: Bar, label: Typeset, amount: Typeset, columns: _Columns, room: int) -> list[Piece]:
    """A label that is too high for a part with its bar flows on its own."""
    line = page.style_.line(Role.LABEL)
    thick = round(line * BAR)
    above = 0 if columns.label else label.height_at(columns.bar + columns.gap + columns.amount) + label.rim
    is_apart = above + line > room

    def build(x: int, y: int, width: int) -> None:
        left = x
        if columns.label:
            page.add_text(label, x, y, columns.label)
            left += columns.label + columns.gap
        elif not is_apart:
            page.add_text(label, x, y, width)
        top = y if is_apart else y + above
        share = ShareBar(page, page.style_, bar.share)
        share.setGeometry(left, top + (line - thick) // 2, columns.bar, thick)
        wide = amount.width_at(columns.amount) + 2
        page.add_text(amount, x + width - wide, top, wide)

    # Rows stand apart with their rims too: a screen reader finds a bar's number beside its label.
    gap = max(page.px(4 if columns.label else 10), 2 * max(label.rim, amount.rim))
    if is_apart:
        return [TextPiece(label, gap), BoxPiece(line, 0, build)]
    return [BoxPiece(above + line, gap, build)]


def _together(page: Page, pieces: list[Piece], high: int) -> BoxPiece:
    def build(x: int, y: int, width: int) -> None:
        page.add_pieces(pieces, x, y, width)

    return BoxPiece(high, pieces[0].gap, build)


def _with_rule(page: Page, pieces: list[Piece], width: int) -> BoxPiece:
    over = page.px(RULE_GAP)

    def build(x: int, y: int, wide: int) -> None:
        Rule(page, page.style_).setGeometry(x, y, wide, max(1, page.px(3)))
        page.add_pieces(pieces, x, y + over, wide)

    return BoxPiece(over + height_of(pieces, width), page.px(RULE_GAP), build)

"""Text that is set, not just shown: line heights, balanced lines, two weights, text cut for parts of a page.

Qt's label can neither set its line height in pixels nor balance its lines, nor say where they end.
"""

from __future__ import annotations

import re

from msgspec import Struct
from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QTextLayout, QTextLine, QTextOption

from kiosk.core.bidi import runs_right_to_left, with_numbers_apart, without_marks
from kiosk.core.content.model import Block, BlockStyle, Run
from kiosk.ui.theme import Role, Style

LEAST_MEASURE = 0.8
"""Of its column, for a text that is set narrower to bring company to its last word."""
HEADINGS = frozenset(
    {Role.TITLE, Role.TITLE_DENSE, Role.SHEET_TITLE, Role.COVER_TITLE, Role.STILL_TITLE, Role.GROUP}
)
ARABIC_OVER, ARABIC_UNDER = 1.32, 0.62
"""How far vowel signs and the deepest letters reach from the base line, as shares of the size."""
_LINE_SEPARATOR = "\u2028"
_SENTENCE_END = re.compile(r"(?<=[.!?؟]) ")


def draw_word(painter: QPainter, box: QRectF, text: str, *, is_page_rtl: bool) -> None:
    """One line in the middle of the box, in the order of its letters; a painter knows no direction by itself."""
    is_rtl = runs_right_to_left(text, otherwise=is_page_rtl)
    order = Qt.TextFlag.TextForceRightToLeft if is_rtl else Qt.TextFlag.TextForceLeftToRight
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip | order, text)


class _Set(Struct, frozen=True):
    """A text set at a width: the layout, its lines' natural widths and where each line ends in the text."""

    layout: QTextLayout
    widths: tuple[float, ...]
    ends: tuple[int, ...]


class Typeset:
    """One paragraph, title or list item in a role. Widths and heights are pixels.

    A text of the direction that is given stands at its own side of the column, with its marks. Without one it runs as
    its letters do, and stands where the page begins: a Latin name among Arabic notes.
    """

    def __init__(
        self,
        style: Style,
        role: Role,
        text: Block | tuple[Run, ...] | str,
        *,
        colour: QColor | None = None,
        direction: Qt.LayoutDirection | None = None,
        side: Qt.LayoutDirection | None = None,
        is_balanced: bool = False,
        is_centred: bool = False,
        scale: float = 1.0,
    ) -> None:
        block = text if isinstance(text, Block) else Block(_runs(text))
        self.direction = _direction_of(block, style) if direction is None else direction
        self.side = side or (style.direction if direction is None else direction)
        is_rtl = self.direction == Qt.LayoutDirection.RightToLeft
        self.block = _with_numbers_apart(block) if is_rtl else block
        self._style, self._role, self._scale = style.for_direction(self.direction), role, scale
        self._colour = colour or style.palette.ink
        self._is_balanced, self._is_centred = is_balanced, is_centred
        self._marker = _marker(self.block, style)
        self._plain: dict[int, _Set] = {}
        self._sets: dict[int, _Set] = {}

    @property
    def spoken(self) -> str:
        """What a screen reader says: the text, with its number in a list."""
        is_numbered = self.block.style is BlockStyle.NUMBER and self.block.number
        text = without_marks(self.block.text)
        return f"{self._marker} {text}" if is_numbered else text

    @property
    def is_heading(self) -> bool:
        """Whether it says what the screen is about, or what follows it."""
        is_cover = self._role is Role.COVER and self._is_bold_throughout
        return is_cover or self._role in HEADINGS or self.block.style is BlockStyle.HEADING

    @property
    def line_height(self) -> int:
        return self._style.line(self._role, self._scale)

    @property
    def rim(self) -> int:
        """What vowel signs and deep letters of Arabic may need above the first line and below the last."""
        if not runs_right_to_left(self.block.text, otherwise=False):  # digits alone
            return 0
        metrics, size = QFontMetricsF(self._font()), self._font().pixelSize()
        base = (self.line_height + metrics.ascent() - metrics.descent()) / 2
        under = self.line_height - base
        return max(0, round(max(ARABIC_OVER * size - base, ARABIC_UNDER * size - under)))

    def line_count(self, width: int) -> int:
        # Balancing keeps the number of lines.
        return max(1, len(self._plain_at(width).ends))

    def height_at(self, width: int) -> int:
        return self.line_count(width) * self.line_height

    def width_at(self, width: int) -> int:
        """Return the width that the lines really take."""
        return round(max(self._set_at(width).widths, default=0.0) + 0.5) + self._indent

    def ink_in(self, box: QRect) -> QRect:
        """Return where in this box the lines really are."""
        ink = QRect(box)
        ink.setWidth(min(box.width(), self.width_at(box.width())))
        if self._is_centred:
            ink.moveCenter(box.center())
        elif self.direction == Qt.LayoutDirection.RightToLeft:
            ink.moveRight(box.right())
        return ink

    def longest_word(self) -> float:
        """Width of the longest word: narrower than this, and it would have to be broken."""
        metrics = QFontMetricsF(self._font(is_bold=any(run.strong for run in self.block.runs) or None))
        return max((metrics.horizontalAdvance(word) for word in self.block.text.split()), default=0.0)

    def cut_after(self, lines: int, width: int) -> tuple[Typeset, Typeset]:
        """Return the text cut after this many lines, for two parts of a page."""
        end = _characters(self.block.text, self._set_at(width).ends[lines - 1])
        last = len(self.block.text[:end].rstrip("\n"))  # a break at its end would be one more line
        return self._with(_head(self.block, last)), self._with(_tail(self.block, end))

    def draw(self, painter: QPainter, width: int, *, spoken: tuple[int, int] = (0, 0)) -> None:
        """`spoken` are the first and the last character, but one, of the sentence that is being said."""
        # Qt draws glyphs over 64 pixels as paths, which are jagged without this.
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(self._colour)
        offset = 0 if self._is_at_right else self._indent
        layout = self._set_at(width).layout
        words = [self._paint_spoken(painter, layout, offset, *spoken)] if spoken[1] else []
        layout.draw(painter, QPointF(offset, 0), words)
        if self._marker:
            self._draw_marker(painter, width)

    def _paint_spoken(
        self, painter: QPainter, layout: QTextLayout, offset: int, first: int, last: int
    ) -> QTextLayout.FormatRange:
        """A ground as high as the line and a line under the words; return the colour of the words on it."""
        text, palette = self.block.text, self._style.palette
        start, end = units_of(text[:first]), units_of(text[:last])
        under = max(2, self._style.px(4))
        edge = self._style.px(3)
        painter.setPen(Qt.PenStyle.NoPen)
        for number in range(layout.lineCount()):
            line = layout.lineAt(number)
            begins, ends = max(start, line.textStart()), min(end, line.textStart() + line.textLength())
            ends -= _trailing_spaces(layout.text(), begins, ends)
            if begins >= ends:
                continue
            places = [_cursor_x(line, place) for place in range(begins, ends + 1)]
            left, right = min(places), max(places)
            box = QRectF(
                offset + left - edge, number * self.line_height, right - left + 2 * edge, self.line_height
            )
            painter.fillRect(box, palette.spoken)
            painter.fillRect(QRectF(box.x(), box.bottom() - under, box.width(), under), palette.on_spoken)
        painter.setPen(self._colour)
        words = QTextLayout.FormatRange()
        words.start, words.length = start, end - start
        form = words.format
        form.setForeground(palette.on_spoken)
        words.format = form
        return words

    def _with(self, block: Block) -> Typeset:
        return Typeset(
            self._style,
            self._role,
            block,
            colour=self._colour,
            direction=self.direction,
            side=self.side,
            is_balanced=self._is_balanced,
            is_centred=self._is_centred,
            scale=self._scale,
        )

    @property
    def _is_at_right(self) -> bool:
        return self.side == Qt.LayoutDirection.RightToLeft

    @property
    def _indent(self) -> int:
        if not self._marker:
            return 0
        line = self._style.line(self._role, self._scale)
        if self.block.style is BlockStyle.BULLET:
            return round(line * 0.72)
        widest = QFontMetricsF(self._font(is_bold=True)).horizontalAdvance("0" * len(self._marker))
        return round(widest + line * 0.3)

    @property
    def _is_bold_throughout(self) -> bool:
        return self.block.style is BlockStyle.HEADING or all(run.strong for run in self.block.runs)

    def _font(self, *, is_bold: bool | None = None) -> QFont:
        return self._style.font(self._role, is_bold=is_bold, scale=self._scale)

    def _draw_marker(self, painter: QPainter, width: int) -> None:
        height, indent, is_at_right = self.line_height, self._indent, self._is_at_right
        box = QRectF(width - indent if is_at_right else 0, 0, indent, height)
        if self.block.style is BlockStyle.BULLET:
            size = height * 0.19
            dot = QRectF(0, 0, size, size)
            middle = box.x() + (indent - height * 0.3 if is_at_right else height * 0.3)
            dot.moveCenter(QPointF(middle, height * 0.54))
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._style.palette.teal)
            painter.drawEllipse(dot)
            return
        painter.setFont(self._font(is_bold=True))
        side = Qt.AlignmentFlag.AlignRight if is_at_right else Qt.AlignmentFlag.AlignLeft
        painter.drawText(box, side | Qt.AlignmentFlag.AlignVCenter, self._marker)

    def _set_at(self, width: int) -> _Set:
        if width not in self._sets:
            found = self._plain_at(width)
            if self._is_balanced and len(found.ends) > 1:
                inner = self._inner(width)
                found = self._by_sentence(inner, len(found.ends)) or self._balance(found, inner)
            elif self._ends_in_one_word(found):
                found = self._without_it(found, self._inner(width))
            self._sets[width] = found
        return self._sets[width]

    def _plain_at(self, width: int) -> _Set:
        if width not in self._plain:
            self._plain[width] = self._lay_out(self._inner(width))
        return self._plain[width]

    def _inner(self, width: int) -> int:
        return max(1, width - self._indent)

    def _by_sentence(self, width: int, most: int) -> _Set | None:
        """A sentence a line, where that takes no more lines."""
        text, ends = _SENTENCE_END.subn(_LINE_SEPARATOR, self.block.text)
        found = self._lay_out(width, text=text) if ends else None
        return found if found and len(found.ends) <= most else None

    def _ends_in_one_word(self, found: _Set) -> bool:
        if len(found.ends) < 2:
            return False
        last = self.block.text[_characters(self.block.text, found.ends[-2]) :]
        return len(last.split()) == 1

    def _without_it(self, found: _Set, width: int) -> _Set:
        """The same number of lines, a little narrower, so that no word stands alone in the last one."""
        measure, least = width, round(width * LEAST_MEASURE)
        while measure > least:
            measure -= max(1, width // 40)
            narrower = self._lay_out(measure, width)
            if len(narrower.ends) > len(found.ends):
                break
            if not self._ends_in_one_word(narrower):
                return narrower
        return found

    def _balance(self, widest: _Set, width: int) -> _Set:
        """The narrowest measure that keeps the number of lines."""
        low, high = int(sum(widest.widths)) // len(widest.ends), min(width, int(max(widest.widths)) + 1)
        while high - low > 4:
            middle = (low + high) // 2
            if len(lines_of(widest.layout, middle)) <= len(widest.ends):
                high = middle
            else:
                low = middle
        return self._lay_out(high, width)

    def _lay_out(self, measure: int, width: int | None = None, text: str = "") -> _Set:
        is_bold = self._is_bold_throughout or None
        layout = QTextLayout(
            (text or self.block.text).replace("\n", _LINE_SEPARATOR), self._font(is_bold=is_bold)
        )
        option = QTextOption()
        option.setTextDirection(self.direction)
        # A layout does not turn its alignment round for a script that runs right to left.
        if self._is_centred:
            option.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        elif self._is_at_right:
            option.setAlignment(Qt.AlignmentFlag.AlignRight)
        layout.setTextOption(option)
        if not is_bold:
            layout.setFormats(formats_of(self.block, self._font(is_bold=True)))
        metrics = QFontMetricsF(self._font(is_bold=is_bold))
        height = self.line_height
        rise = (height - metrics.ascent() - metrics.descent()) / 2
        is_moved = self._is_at_right or self._is_centred
        shift = width - measure if width is not None and is_moved else 0
        lines = lines_of(layout, measure)
        for number, line in enumerate(lines):
            baseline = number * height + rise + metrics.ascent()
            line.setPosition(QPointF(shift / 2 if self._is_centred else shift, baseline - line.ascent()))
        widths = tuple(line.naturalTextWidth() for line in lines)
        return _Set(layout, widths, tuple(line.textStart() + line.textLength() for line in lines))


def _direction_of(block: Block, style: Style) -> Qt.LayoutDirection:
    is_page_rtl = style.direction == Qt.LayoutDirection.RightToLeft
    is_rtl = runs_right_to_left(block.text, otherwise=is_page_rtl)
    return Qt.LayoutDirection.RightToLeft if is_rtl else Qt.LayoutDirection.LeftToRight


def _with_numbers_apart(block: Block) -> Block:
    return Block(
        tuple(Run(with_numbers_apart(run.text), run.strong) for run in block.runs), block.style, block.number
    )


def _trailing_spaces(text: str, begins: int, ends: int) -> int:
    """Of a stretch in Qt's units: a ground under the space at a line's end would look ragged."""
    stretch = text.encode("utf-16-le")[2 * begins : 2 * ends].decode("utf-16-le", "ignore")
    return len(stretch) - len(stretch.rstrip())


def _cursor_x(line: QTextLine, place: int) -> float:
    """Pixels from the left edge of the layout."""
    # PySide6 gives the place that it really took as well; its stubs do not know.
    found: object = line.cursorToX(place)
    return found[0] if isinstance(found, tuple) else found  # type: ignore[return-value]


def lines_of(layout: QTextLayout, measure: float) -> list[QTextLine]:
    """Break the layout anew into lines of this width."""
    lines = []
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(measure)
        lines.append(line)
    layout.endLayout()
    return lines


def _runs(text: tuple[Run, ...] | str) -> tuple[Run, ...]:
    return (Run(text),) if isinstance(text, str) else text


def _marker(block: Block, style: Style) -> str:
    match block.style:
        case BlockStyle.BULLET:
            return "•"
        case BlockStyle.NUMBER:
            return f"{style.number(block.number)}."
        case BlockStyle.PARAGRAPH | BlockStyle.HEADING:
            return ""


def formats_of(block: Block, bold: QFont) -> list[QTextLayout.FormatRange]:
    found, start = [], 0
    for run in block.runs:
        if run.strong or block.style is BlockStyle.HEADING:
            each = QTextLayout.FormatRange()
            each.start, each.length = start, units_of(run.text)
            form = each.format
            form.setFont(bold)
            each.format = form
            found.append(each)
        start += units_of(run.text)
    return found


def units_of(text: str) -> int:
    """Length as Qt counts it, in UTF-16 units: an emoji has two."""
    return len(text) + sum(character > "\uffff" for character in text)


def _characters(text: str, units: int) -> int:
    return len(text.encode("utf-16-le")[: 2 * units].decode("utf-16-le", "ignore"))


def _head(block: Block, end: int) -> Block:
    runs, left = [], end
    for run in block.runs:
        if left > 0:
            runs.append(Run(run.text[:left], run.strong))
        left -= len(run.text)
    return Block(tuple(runs), block.style, block.number)


def _tail(block: Block, end: int) -> Block:
    runs, left = [], end
    for run in block.runs:
        if left < len(run.text):
            runs.append(Run(run.text[max(0, left) :], run.strong))
        left -= len(run.text)
    return Block(tuple(runs), block.style if block.style is BlockStyle.HEADING else BlockStyle.PARAGRAPH)

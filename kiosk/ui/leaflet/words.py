"""A paragraph set in lines, each of which can stand on another page than the next.

What a PDF says of a letter it has from the font's table of characters. The joined shapes of Arabic letters do not
stand there, so that a reader would copy holes. Lines with Arabic are drawn as outlines, and under them lies the text
in unjoined letters that nobody sees and everybody can search and copy, word by word in the place of the outlines.
"""

from __future__ import annotations

import re
import unicodedata

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QGlyphRun,
    QPainter,
    QPainterPath,
    QTextLayout,
    QTextLine,
    QTextOption,
)

from kiosk.core.content.model import Block, BlockStyle
from kiosk.core.language import is_right_to_left
from kiosk.ui.leaflet.paper import Canvas, Face, Press
from kiosk.ui.leaflet.stack import Atom
from kiosk.ui.typeset import formats_of, lines_of, units_of

_LINE_SEPARATOR = "\u2028"
_JOINING = ("ccmp", "isol", "init", "medi", "fina", "rlig", "liga", "calt")
"""What a font does to join letters, by the names of OpenType."""
_INDENT = 1.25
"""Of a list item, in heights of its letters."""


class Words:
    """A block at a width, in dots."""

    def __init__(self, press: Press, face: Face, block: Block, width: float, language: str) -> None:
        self._press, self._face, self._block, self._width = press, face, block, width
        self.height = press.line(face, language)
        self.is_rtl = is_right_to_left(language)
        is_bold = block.style is BlockStyle.HEADING or None
        font = press.font(face, is_bold=is_bold)
        marker = {BlockStyle.BULLET: "•", BlockStyle.NUMBER: f"{block.number}."}.get(block.style, "")
        self.indent = font.pixelSize() * _INDENT * max(1.0, 0.45 * (len(marker) + 1)) if marker else 0.0
        self.marker = marker
        self.layout = QTextLayout(block.text.replace("\n", _LINE_SEPARATOR), font)
        option = QTextOption()
        option.setTextDirection(
            Qt.LayoutDirection.RightToLeft if self.is_rtl else Qt.LayoutDirection.LeftToRight
        )
        if self.is_rtl:  # a layout does not turn its alignment round
            option.setAlignment(Qt.AlignmentFlag.AlignRight)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.layout.setTextOption(option)
        if not is_bold:
            self.layout.setFormats(formats_of(block, press.font(face, is_bold=True)))
        metrics = QFontMetricsF(font)
        self._baseline = (self.height - metrics.ascent() - metrics.descent()) / 2 + metrics.ascent()
        self._lines = lines_of(self.layout, width - self.indent)
        for line in self._lines:
            line.setPosition(QPointF(0, self._baseline - line.ascent()))
        self.is_arabic = any(unicodedata.bidirectional(sign) == "AL" for sign in block.text)

    @property
    def natural_width(self) -> float:
        return max((line.naturalTextWidth() for line in self._lines), default=0.0)

    def atoms(self, *, gap: float = 0.0, inset: float = 0.0, keeps_next: bool = False) -> list[Atom]:
        """The lines; the first two and the last two stay together."""
        last = len(self._lines) - 1
        return [
            Line(
                self,
                number,
                gap=gap if number == 0 else 0.0,
                inset=inset,
                keeps_next=keeps_next or (number < last and number in {0, last - 1}),
            )
            for number in range(len(self._lines))
        ]

    def draw_line(self, canvas: Canvas, number: int, x: float, y: float) -> None:
        painter, line = canvas.painter, self._lines[number]
        left = canvas.left(x, self._width)
        at = QPointF(left + (0 if self.is_rtl else self.indent), y)
        painter.setPen(Qt.GlobalColor.black)
        if self.is_arabic:
            self._draw_unseen(painter, line, at)
            _draw_outlines(painter, line, at)
        else:
            line.draw(painter, at)
        if self.marker and number == 0:
            self._draw_marker(painter, QRectF(left, y, self._width, self.height))

    def _draw_marker(self, painter: QPainter, box: QRectF) -> None:
        """A disc, or the number of the item."""
        size = self.layout.font().pixelSize()
        if self.marker == "•":
            middle = box.right() - size * 0.42 if self.is_rtl else box.left() + size * 0.42
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(Qt.GlobalColor.black)
            painter.drawEllipse(
                QPointF(middle, box.y() + self._baseline - size * 0.3), size * 0.13, size * 0.13
            )
            return
        font = self._press.font(self._face, is_bold=True)
        painter.setFont(font)
        wide = QFontMetricsF(font).horizontalAdvance(self.marker)
        painter.drawText(
            QPointF(box.right() - wide if self.is_rtl else box.left(), box.y() + self._baseline), self.marker
        )

    def _draw_unseen(self, painter: QPainter, line: QTextLine, at: QPointF) -> None:
        text = self.layout.text()
        font = QFont(self.layout.font())
        for feature in _JOINING:
            font.setFeature(QFont.Tag(feature), 0)
        metrics = QFontMetricsF(font)
        painter.save()
        painter.setFont(font)
        painter.setPen(QColor(255, 255, 255))
        for found in re.finditer(r"\S+", text):
            begins, ends = units_of(text[: found.start()]), units_of(text[: found.end()])
            if not line.textStart() <= begins < line.textStart() + line.textLength():
                continue
            sides = sorted((_cursor_x(line, begins), _cursor_x(line, ends)))
            wide = metrics.horizontalAdvance(found[0])
            if wide > 0 and sides[1] > sides[0]:
                painter.save()
                painter.translate(at.x() + sides[0], at.y() + self._baseline)
                painter.scale((sides[1] - sides[0]) / wide, 1)
                painter.drawText(QPointF(0, 0), found[0])
                painter.restore()
        painter.restore()


class Line(Atom):
    """One line of a paragraph."""

    def __init__(self, words: Words, number: int, *, gap: float, inset: float, keeps_next: bool) -> None:
        super().__init__(words.height, gap=gap, keeps_next=keeps_next)
        self._words, self._number, self._inset = words, number, inset

    def paint(self, canvas: Canvas, x: float, y: float) -> None:
        self._words.draw_line(canvas, self._number, x + self._inset, y)


def _draw_outlines(painter: QPainter, line: QTextLine, at: QPointF) -> None:
    runs: list[QGlyphRun] = line.glyphRuns()
    outlines = QPainterPath()
    outlines.setFillRule(Qt.FillRule.WindingFill)
    for run in runs:
        font = run.rawFont()
        for glyph, place in zip(run.glyphIndexes(), run.positions(), strict=True):
            outlines.addPath(font.pathForGlyph(glyph).translated(place + at))
    painter.fillPath(outlines, Qt.GlobalColor.black)


def _cursor_x(line: QTextLine, place: int) -> float:
    # PySide6 gives the place that it really took as well; its stubs do not know.
    found: object = line.cursorToX(place)
    return found[0] if isinstance(found, tuple) else found  # type: ignore[return-value]

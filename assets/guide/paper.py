"""docs/staff.md set for print: A4, steps in one column, their pictures in the other, a chapter on one page."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from itertools import chain
from pathlib import Path

from msgspec import Struct
from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QPointF, QRectF, Qt
from PySide6.QtGui import QGuiApplication, QImageReader, QPageSize, QPainter, QPdfWriter, QPen, QPolygonF

from assets.guide.text import ROOT, Chapter, Guide, Passage, Piece, Screenshot, Snippet, Step
from kiosk.core.content.model import Block, Image, Run
from kiosk.ui.fonts import load_fonts
from kiosk.ui.leaflet.design import Picture, Rule
from kiosk.ui.leaflet.paper import MARGIN, Canvas, Face, Press
from kiosk.ui.leaflet.printed import RESOLUTION
from kiosk.ui.leaflet.stack import Atom, Beside, Frame, Stack, pages_of
from kiosk.ui.leaflet.words import Words
from kiosk.ui.theme import LIGHT

LANGUAGE = "en"
GUTTER, NUMBER, SEEN, PICTURE = 22, 25, 17, 210
"""Points: between the columns, before a step's words, before what one sees, and a picture's width."""
CHAPTER_GAP, STEP_GAP = 24, 8
SCALE = 0.94
"""Of the leaflet's type: so most pages hold two chapters, and the text is over 11 points."""


def write_pdf(guide: Guide, file: Path) -> None:
    """Raises OSError where it cannot be written."""
    application = QGuiApplication.instance() or QGuiApplication(sys.argv[:1])
    load_fonts()
    file.write_bytes(as_pdf(guide))
    del application


def as_pdf(guide: Guide) -> bytes:
    """Its words can be searched and copied."""
    kept = QBuffer()
    kept.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(kept)
    writer.setResolution(RESOLUTION)
    writer.setTitle(guide.title)
    writer.setCreator("kiosk")
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    writer.setPageMargins(QMarginsF(0, 0, 0, 0))
    unit = RESOLUTION / 72
    margin = MARGIN * unit
    wide, high = writer.width() - 2 * margin, writer.height() - 2 * margin
    press = Press(wide, high, unit, LANGUAGE, is_large=False, scale=SCALE)
    book = _Book(press, guide)
    painter = QPainter(writer)
    for number, page in enumerate(book.pages):
        if number:
            writer.newPage()
        painter.resetTransform()
        painter.translate(margin, margin)
        canvas = Canvas(painter, press)
        page.paint(canvas, 0, 0)
        book.paint_foot(canvas, number + 1)
    painter.end()
    return bytes(kept.data().data())


class _Book:
    """The pages; the numbers in the list of chapters are known once the chapters have their places."""

    def __init__(self, press: Press, guide: Guide) -> None:
        self._press, self._guide = press, guide
        self._foot = self._line(Face.SMALL) + press.dots(10)
        chapters = [self._chapter(chapter) for chapter in guide.chapters]
        self.pages = self._set(chapters, [0] * len(chapters))
        self.pages = self._set(chapters, [self._page_of(chapter[0]) for chapter in chapters])

    def paint_foot(self, canvas: Canvas, number: int) -> None:
        press = self._press
        y = press.height - self._line(Face.SMALL)
        canvas.outline(canvas.box(0, y - press.dots(6), press.width, 0), points=0.6)
        page = f"Page {number} of {len(self.pages)}"
        wide = self._words(Face.SMALL, page, press.width).natural_width + press.dots(1)
        for text, x in ((self._guide.title, 0.0), (page, press.width - wide)):
            self._atoms(Face.SMALL, text, press.width - x)[0].paint(canvas, x, y)

    def _set(self, chapters: Sequence[Sequence[Atom]], numbers: Sequence[int]) -> list[Stack]:
        press = self._press
        head = [
            *self._atoms(Face.TITLE, self._guide.title, press.width),
            *chain.from_iterable(self._passage(each, press.width, gap=6) for each in self._guide.lead),
            Rule(press, press.width, 1.5, gap=press.dots(10)),
            self._contents(numbers),
        ]
        return pages_of([*head, *chain.from_iterable(chapters)], press.width, press.height - self._foot)

    def _page_of(self, start: Atom) -> int:
        return next(number for number, page in enumerate(self.pages, 1) if start in page.atoms)

    def _contents(self, numbers: Sequence[int]) -> Atom:
        """Two columns of names, each with its page at the end of the column."""
        press = self._press
        wide = (press.width - press.dots(GUTTER)) / 2
        lines = [
            _Entry(
                press,
                self._words(Face.BODY, chapter.title, wide),
                self._words(Face.BODY, str(page), wide),
                wide,
            )
            for chapter, page in zip(self._guide.chapters, numbers, strict=True)
        ]
        half = -(-len(lines) // 2)
        columns = [(0.0, Stack(wide, lines[:half])), (wide + press.dots(GUTTER), Stack(wide, lines[half:]))]
        return Beside(columns, gap=press.dots(8))

    def _chapter(self, chapter: Chapter) -> list[Atom]:
        """Its name and its rows, on one page if they have room there."""
        press = self._press
        band = _Band(press, gap=press.dots(CHAPTER_GAP))
        head = [band, *self._atoms(Face.HEADING, chapter.title, press.width)]
        for atom in head:
            atom.keeps_next = True
        return [*head, *self._rows(chapter)]

    def _rows(self, chapter: Chapter) -> Iterable[Atom]:
        """Steps in one column, in the other the picture of one of them, beside as many as it is high."""
        press = self._press
        aside = press.dots(PICTURE)
        wide = press.width - aside - press.dots(GUTTER)
        rows: list[_Row] = []
        for step in chapter.steps:
            row = _Row(Stack(wide, self._step(step, wide)), Stack(aside, self._screenshots(step, aside)))
            while rows and row.has_room and not rows[-1].picture:
                row = rows.pop().before(row)
            if rows and not row.picture and rows[-1].has_room:
                row = rows.pop().before(row)
            rows.append(row)
        last = len(rows) - 1
        for number, row in enumerate(rows):
            columns = [(0.0, row.steps), (wide + press.dots(GUTTER), row.picture)]
            whole = Beside(columns, gap=press.dots(STEP_GAP))
            whole.keeps_next = number < last
            yield whole

    def _step(self, step: Step, wide: float) -> Iterable[Atom]:
        press = self._press
        indent = press.dots(NUMBER) if step.number else 0.0
        words = Stack(wide - indent)
        for place, piece in enumerate(step.pieces):
            for atom in self._piece(piece, wide - indent, gap=3 if place else 0):
                words.add(atom)
        row = Beside([(indent, words)], gap=press.dots(STEP_GAP))
        yield _Numbered(press, row, step.number, self._line(Face.BODY)) if step.number else row

    def _piece(self, piece: Piece, wide: float, *, gap: float) -> Iterable[Atom]:
        press = self._press
        match piece:
            case Passage():
                yield from self._passage(piece, wide, gap=gap)
            case Snippet():
                frame = Frame(0.8, press.dots(6))
                for number, line in enumerate(piece.text.splitlines()):
                    space = (5 if number == 0 else 1) if line else 0
                    for atom in self._atoms(
                        Face.SMALL, line or " ", wide - press.dots(12), gap=space, inset=6
                    ):
                        atom.frame = frame
                        yield atom
            case Screenshot():
                pass  # in the other column

    def _passage(self, passage: Passage, wide: float, *, gap: float) -> Iterable[Atom]:
        press = self._press
        if not passage.is_seen:
            yield from self._atoms(Face.BODY, passage.runs, wide, gap=gap)
            return
        inset = press.dots(SEEN)
        stack = Stack(wide - inset, self._atoms(Face.BODY, passage.runs, wide - inset))
        yield _Seen(press, Beside([(inset, stack)], gap=press.dots(gap)), self._line(Face.BODY))

    def _screenshots(self, step: Step, wide: float) -> Iterable[Atom]:
        for piece in step.pieces:
            if isinstance(piece, Screenshot):
                yield from self._screenshot(piece, step, wide)

    def _screenshot(self, piece: Screenshot, step: Step, wide: float) -> Iterable[Atom]:
        press = self._press
        file = ROOT / "docs" / piece.file
        size = QImageReader(str(file)).size()
        box = (PICTURE, PICTURE * size.height() / size.width())
        image = Image(file.name, size.width(), size.height())
        yield _Framed(press, image, lambda _: file, box, gap=press.dots(12), keeps_next=True)
        caption = (Run(f"Step {step.number}. ", strong=True), Run(piece.caption))
        yield from self._atoms(Face.SMALL, caption, wide, gap=3)

    def _atoms(
        self, face: Face, text: tuple[Run, ...] | str, wide: float, *, gap: float = 0, inset: float = 0
    ) -> list[Atom]:
        """`gap` and `inset` are points."""
        dots = self._press.dots
        return self._words(face, text, wide).atoms(gap=dots(gap), inset=dots(inset))

    def _words(self, face: Face, text: tuple[Run, ...] | str, wide: float) -> Words:
        runs = (Run(text),) if isinstance(text, str) else text
        return Words(self._press, face, Block(runs), wide, LANGUAGE)

    def _line(self, face: Face) -> float:
        return self._press.line(face, LANGUAGE)


class _Row(Struct, frozen=True):
    steps: Stack
    picture: Stack

    @property
    def has_room(self) -> bool:
        """Whether the picture reaches further down than the steps."""
        return self.steps.height < self.picture.height

    def before(self, other: _Row) -> _Row:
        """Both as one; at most one of them has a picture."""
        return _Row(
            Stack(self.steps.width, [*self.steps.atoms, *other.steps.atoms]), self.picture or other.picture
        )


class _Entry(Atom):
    """A line of the list of chapters."""

    def __init__(self, press: Press, name: Words, page: Words, wide: float) -> None:
        super().__init__(name.height)
        self._name, self._page, self._right = name, page, wide - page.natural_width - press.dots(1)

    def paint(self, canvas: Canvas, x: float, y: float) -> None:
        self._name.draw_line(canvas, 0, x, y)
        self._page.draw_line(canvas, 0, x + self._right, y)


class _Band(Atom):
    """The coloured line over a chapter."""

    def __init__(self, press: Press, *, gap: float) -> None:
        super().__init__(press.dots(8), gap=gap)
        self._high = press.dots(3)
        self._wide = press.dots(48)

    def paint(self, canvas: Canvas, x: float, y: float) -> None:
        canvas.painter.fillRect(QRectF(x, y, self._wide, self._high), LIGHT.teal)


class _Numbered(Atom):
    """A step with its number on a disc."""

    def __init__(self, press: Press, row: Atom, number: int, line: float) -> None:
        super().__init__(row.height, gap=row.gap)
        self._press, self._row, self._number, self._line = press, row, number, line

    def paint(self, canvas: Canvas, x: float, y: float) -> None:
        painter, size = canvas.painter, self._press.dots(17)
        disc = QRectF(x, y + (self._line - size) / 2, size, size)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(LIGHT.teal)
        painter.drawEllipse(disc)
        painter.setFont(self._press.font(Face.SMALL, is_bold=True))
        painter.setPen(LIGHT.on_teal)
        painter.drawText(disc, Qt.AlignmentFlag.AlignCenter, str(self._number))
        self._row.paint(canvas, x, y)


class _Seen(Atom):
    """What one sees when the step worked, behind a tick."""

    def __init__(self, press: Press, row: Atom, line: float) -> None:
        super().__init__(row.height, gap=row.gap)
        self._press, self._row, self._line = press, row, line

    def paint(self, canvas: Canvas, x: float, y: float) -> None:
        dots, painter = self._press.dots, canvas.painter
        middle = y + self._line / 2
        pen = QPen(LIGHT.tealmark, dots(1.8))
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        tick = ((1.5, 0.5), (4.5, 3.5), (10.5, -3.5))
        painter.drawPolyline(
            QPolygonF([QPointF(x + dots(right), middle + dots(down)) for right, down in tick])
        )
        self._row.paint(canvas, x, y)


class _Framed(Picture):
    """A screenshot with a thin line around."""

    def paint(self, canvas: Canvas, x: float, y: float) -> None:
        super().paint(canvas, x, y)
        canvas.outline(canvas.box(x, y, self.width, self.height), points=0.5)

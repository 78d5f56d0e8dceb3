"""How a leaflet looks: black on white, a grid of two columns, lines in the place of filled grounds."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF, QSizeF, Qt
from PySide6.QtGui import QImageReader, QPainter
from PySide6.QtSvg import QSvgRenderer

from kiosk.core.content.model import Block, Image, Run
from kiosk.core.views.handout import Handout, HandoutQuestion, Passage
from kiosk.ui.dates import date_in_words
from kiosk.ui.leaflet.paper import Canvas, Face, Press
from kiosk.ui.leaflet.stack import Atom, Beside, Frame, Stack, chunks_of, pages_of
from kiosk.ui.leaflet.words import Words
from kiosk.ui.pictures import bytes_of

GUTTER, CELL_GAP, SECTION = 22, 12, 20
PICTURE = (92, 74)
"""Beside a key message, in points; the largest in large print stands above its text."""
LARGE_PICTURE = (300, 148)
LOGO = (150, 40)
BOX = 11
ANSWER_LINES = 3
PHOTO_DPI = 200

_EMPTY_SHAPE = re.compile(rb'<path d="M0 0 ?Z?"[^>]*/>')
"""Qt would write it as a path that ends before it begins, and readers of PDF complain."""

FileOf = Callable[[Image], Path]


class Leaflet:
    """A handout, set on pages of this size."""

    def __init__(self, press: Press, handout: Handout, file_of: FileOf) -> None:
        self._press, self._handout, self._file_of = press, handout, file_of
        self._foot = press.line(Face.SMALL, handout.language) + press.dots(8)
        self._room = press.height - self._foot
        self.pages = pages_of([*self._atoms()], press.width, self._room)

    def paint(self, canvas: Canvas, number: int) -> None:
        """Draw a page, counted from 0."""
        self.pages[number].paint(canvas, 0, 0)
        self._paint_foot(canvas, number + 1)

    def _paint_foot(self, canvas: Canvas, number: int) -> None:
        handout, press = self._handout, self._press
        page = handout.page.replace("{number}", str(number)).replace("{count}", str(len(self.pages)))
        y = press.height - press.line(Face.SMALL, handout.language)
        canvas.outline(canvas.box(0, y - press.dots(5), press.width, 0), points=0.6)
        half = press.width / 2
        sides = ((handout.title, 0.0), (page, press.width - self._width_of(page)))
        for text, x in sides:
            width = half if x == 0 else press.width - x
            self._set(Face.SMALL, text, width)[0].paint(canvas, x, y)

    def _width_of(self, text: str) -> float:
        return self._words(Face.SMALL, text, self._press.width, self._handout.language).natural_width

    def _atoms(self) -> Iterable[Atom]:
        handout = self._handout
        yield from self._head()
        if handout.summary:
            yield from self._summary(handout.summary)
        yield from self._grid(handout.points)
        for passage in handout.passages if handout.is_large else ():
            yield from self._large(passage)
        yield from self._safety()
        yield from self._advice()

    def _head(self) -> Iterable[Atom]:
        handout, width = self._handout, self._press.width
        logo = Picture(self._press, handout.logo, self._file_of, LOGO) if handout.logo else None
        if handout.clinic:
            wide = width - (logo.width + self._gap(GUTTER) if logo else 0)
            name = Stack(wide, self._set(Face.NAME, handout.clinic, wide))
            sides = [(0.0, name), *([(width - logo.width, Stack(logo.width, [logo]))] if logo else [])]
            yield Beside(sides, gap=0)
        elif logo:
            yield logo
        yield from self._set(Face.TITLE, handout.title, width, gap=6, keeps_next=True)
        if handout.purpose:
            yield from self._set(Face.LEAD, handout.purpose, width, gap=2, keeps_next=True)
        for note in filter(None, (handout.draft, handout.note)):
            yield from self._set(Face.SMALL_NAME, note, width, gap=3, keeps_next=True)
        yield Rule(self._press, width, 1.5, gap=self._gap(8))

    def _summary(self, summary: Passage) -> Iterable[Atom]:
        """What to remember, first and in a frame."""
        frame = Frame(1.2, self._gap(BOX))
        atoms = [*self._title(Face.HEADING, summary), *self._body(summary, Face.MESSAGE, inset=BOX)]
        yield from _framed(atoms, frame)

    def _grid(self, points: Sequence[Passage]) -> Iterable[Atom]:
        """Two beside each other; one that is longer than a page is set across it."""
        width = (self._press.width - self._gap(GUTTER)) / 2
        cells = [self._point(point, width) for point in points]
        for first in range(0, len(cells), 2):
            stacks = [
                (side * (width + self._gap(GUTTER)), cell)
                for side, cell in enumerate(cells[first : first + 2])
            ]
            row = Beside(stacks, gap=self._gap(SECTION if first == 0 else CELL_GAP))
            if row.height <= self._room:
                yield row
                continue
            for point in points[first : first + 2]:
                yield from self._large(point)

    def _point(self, point: Passage, width: float) -> Stack:
        wide, gap = self._gap(PICTURE[0]), self._gap(10)
        column = width - wide - gap if point.image else width
        words = Stack(column, self._set(Face.NAME, point.title, column, language=point.language))
        for atom in self._set(Face.BODY, point.message, column, gap=1, language=point.language):
            words.add(atom)
        if point.image is None:
            return words
        picture = Picture(self._press, point.image, self._file_of, PICTURE)
        return Stack(width, [Beside([(0, Stack(wide, [picture])), (wide + gap, words)], gap=0)])

    def _large(self, passage: Passage) -> Iterable[Atom]:
        """All of a slide, on one page if it has room for that."""
        atoms: list[Atom] = []
        if passage.image:
            gap = self._gap(SECTION)
            atoms.append(Picture(self._press, passage.image, self._file_of, LARGE_PICTURE, gap=gap))
        atoms += self._title(Face.HEADING, passage, gap=6 if passage.image else SECTION, inset=0)
        atoms += self._body(passage, Face.BODY, inset=0)
        atoms += self._message(passage, self._press.width, gap=6)
        for atom in atoms[:-1]:
            atom.keeps_next = True
        return atoms

    def _message(self, passage: Passage, width: float, *, gap: float) -> Iterable[Atom]:
        if passage.message:
            yield from self._set(Face.MESSAGE, passage.message, width, gap=gap, language=passage.language)

    def _safety(self) -> Iterable[Atom]:
        """When to get help at once, beside all else that is in full; below one another where a page is too short."""
        passages = () if self._handout.is_large else self._handout.passages
        whole = self._press.width
        both = self._beside(passages, (whole - self._gap(GUTTER)) / 2) if passages else None
        if both:
            yield both
            return
        for each in passages:
            yield from self._passage(each, whole)
        yield from [*self._urgent(whole), *self._questions(whole), *self._sources(whole)]

    def _beside(self, passages: Sequence[Passage], half: float) -> Atom | None:
        """Two columns; the sources fill up the first, then go on in the second. None: a page does not hold them."""
        first = Stack(half, [atom for each in passages for atom in self._passage(each, half)])
        second = Stack(half, self._urgent(half))
        for atom in self._questions(half):
            first.add(atom)
        room = self._room - Stack(half, self._advice()).height
        column = first
        for chunk in chunks_of([*self._sources(half)]):
            if column is first and first.height_with(chunk) > room:
                column = second
            for atom in chunk:
                column.add(atom)
        both = Beside([(0.0, first), (half + self._gap(GUTTER), second)], gap=self._gap(SECTION))
        return both if both.height <= room else None

    def _passage(self, passage: Passage, width: float) -> Iterable[Atom]:
        yield from self._title(Face.HEADING, passage, width=width, gap=SECTION, inset=0)
        yield from self._body(passage, Face.BODY, width=width, inset=0)
        yield from self._message(passage, width, gap=5)

    def _urgent(self, width: float) -> Iterable[Atom]:
        urgent, frame = self._handout.urgent, Frame(3, self._gap(BOX))
        more = Passage(urgent.language, "", self._handout.urgent_more)
        atoms = [
            *self._title(Face.HEADING, urgent, width=width, gap=SECTION),
            *self._body(urgent, Face.BODY, width=width, inset=BOX),
            *self._set(Face.NAME, urgent.message, width, gap=5, inset=BOX, keeps_next=bool(more.body)),
            *self._body(more, Face.BODY, width=width, inset=BOX, gap=3),
        ]
        yield from _framed(atoms, frame)

    def _questions(self, width: float) -> Iterable[Atom]:
        handout = self._handout
        title = Passage(handout.language, handout.questions_title)
        yield from self._title(Face.HEADING, title, width=width, gap=SECTION, inset=0)
        yield from self._set(Face.BODY, handout.questions_lead, width, gap=1, keeps_next=True)
        for question in handout.questions:
            yield from self._question(question, width)
        for number in range(0 if handout.questions else ANSWER_LINES):
            is_last = number == ANSWER_LINES - 1
            yield Rule(
                self._press, width, 0.6, gap=self._gap(38 if handout.is_large else 24), keeps_next=not is_last
            )

    def _question(self, question: HandoutQuestion, width: float) -> Iterable[Atom]:
        """A box to tick, as high as a line."""
        line = self._press.line(Face.MESSAGE, question.language)
        words = self._set(
            Face.MESSAGE,
            question.text,
            width,
            gap=5,
            inset=line / self._press.unit * 1.25,
            language=question.language,
        )
        return [Tick(words[0], line), *words[1:]]

    def _sources(self, width: float) -> Iterable[Atom]:
        handout = self._handout
        if handout.sources:
            title = Passage(handout.language, handout.sources.title)
            yield from self._title(Face.SMALL_NAME, title, width=width, gap=16, inset=0)
            yield from self._body(handout.sources, Face.SMALL, width=width, inset=0, gap=0)

    def _advice(self) -> Iterable[Atom]:
        handout, width = self._handout, self._press.width
        when = handout.reviewed_on
        day = date_in_words(when, handout.language, native_digits=handout.native_digits) if when else ""
        # Not by format(): the name is the clinic's and may hold braces.
        review = handout.review.replace("{date}", day)
        yield from self._set(Face.SMALL_NAME, handout.advice, width, gap=10, keeps_next=True)
        yield from self._set(Face.SMALL_NAME, review, width)

    def _title(
        self, face: Face, passage: Passage, *, width: float = 0.0, gap: float = SECTION, inset: float = BOX
    ) -> list[Atom]:
        return self._set(
            face,
            passage.title,
            width or self._press.width,
            gap=gap,
            inset=inset,
            keeps_next=True,
            language=passage.language,
        )

    def _body(
        self, passage: Passage, face: Face, *, inset: float, width: float = 0.0, gap: float = 3
    ) -> list[Atom]:
        return [
            atom
            for block in passage.body
            for atom in self._set(
                face, block, width or self._press.width, gap=gap, inset=inset, language=passage.language
            )
        ]

    def _set(
        self,
        face: Face,
        text: Block | str,
        width: float,
        *,
        gap: float = 0.0,
        inset: float = 0.0,
        keeps_next: bool = False,
        language: str = "",
    ) -> list[Atom]:
        """`gap` and `inset`, which stands on both sides, are points."""
        aside = self._gap(inset)
        words = self._words(face, text, width - 2 * aside, language or self._handout.language)
        return words.atoms(gap=self._gap(gap), inset=aside, keeps_next=keeps_next)

    def _words(self, face: Face, text: Block | str, width: float, language: str) -> Words:
        block = text if isinstance(text, Block) else Block((Run(text),))
        return Words(self._press, face, block, width, language)

    def _gap(self, points: float) -> float:
        return self._press.dots(points)


class Picture(Atom):
    """At its own proportions in a box of so many points; a drawing stays lines, a photo is scaled for print.

    A file that is gone leaves its place empty.
    """

    def __init__(
        self,
        press: Press,
        image: Image,
        file_of: FileOf,
        box: tuple[float, float],
        *,
        gap: float = 0.0,
        keeps_next: bool = False,
    ) -> None:
        size = QSizeF(image.width, image.height).scaled(
            QSizeF(*map(press.dots, box)), Qt.AspectRatioMode.KeepAspectRatio
        )
        super().__init__(size.height(), gap=gap, keeps_next=keeps_next)
        self.width = size.width()
        self._image, self._file, self._unit = image, file_of(image), press.unit

    def paint(self, canvas: Canvas, x: float, y: float) -> None:
        box = canvas.box(x, y, self.width, self.height)
        if self._image.is_drawing:
            canvas.painter.save()
            canvas.painter.setClipRect(box)
            drawing = QSvgRenderer(QByteArray(_EMPTY_SHAPE.sub(b"", bytes_of(self._file))))
            if drawing.isValid():
                drawing.render(canvas.painter, box)
            canvas.painter.restore()
        else:
            self._paint_photo(canvas.painter, box)

    def _paint_photo(self, painter: QPainter, box: QRectF) -> None:
        reader = QImageReader(str(self._file))
        pixels = box.size() * (PHOTO_DPI / 72 / self._unit)
        reader.setScaledSize(pixels.toSize().boundedTo(reader.size()))
        photo = reader.read()
        if not photo.isNull():
            painter.drawImage(box, photo)


class Rule(Atom):
    """A line across its column."""

    def __init__(
        self, press: Press, width: float, points: float, *, gap: float, keeps_next: bool = False
    ) -> None:
        super().__init__(press.dots(points), gap=gap, keeps_next=keeps_next)
        self._width, self._points = width, points

    def paint(self, canvas: Canvas, x: float, y: float) -> None:
        canvas.outline(canvas.box(x, y + self.height / 2, self._width, 0), points=self._points)


class Tick(Atom):
    """The first line of a question, with a box before it."""

    def __init__(self, line: Atom, height: float) -> None:
        super().__init__(line.height, gap=line.gap, keeps_next=line.keeps_next)
        self._line, self._side = line, height * 0.68

    def paint(self, canvas: Canvas, x: float, y: float) -> None:
        top = y + (self.height - self._side) / 2
        canvas.outline(canvas.box(x, top, self._side, self._side), points=1.1, radius=2)
        self._line.paint(canvas, x, y)


def _framed(atoms: list[Atom], frame: Frame) -> list[Atom]:
    for atom in atoms:
        atom.frame = frame
    return atoms

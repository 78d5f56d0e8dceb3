"""What stands one below the other, and where pages end."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from kiosk.ui.leaflet.paper import Canvas


class Frame(Struct, frozen=True, eq=False):
    """A line around atoms that follow one another, on each page that they stand on. `pad` is in dots."""

    points: float
    pad: float


class Atom:
    """What no page divides. `gap` is the room above it, but at the top of a page."""

    def __init__(
        self, height: float, *, gap: float = 0.0, keeps_next: bool = False, frame: Frame | None = None
    ) -> None:
        self.height, self.gap, self.keeps_next, self.frame = height, gap, keeps_next, frame

    def paint(self, canvas: Canvas, x: float, y: float) -> None:
        """Draw it at this place, in dots."""


class Stack:
    """Atoms below one another, with the frames around them."""

    def __init__(self, width: float, atoms: Iterable[Atom] = ()) -> None:
        self.width = width
        self._placed: list[tuple[Atom, float]] = []
        self._end = 0.0
        for atom in atoms:
            self.add(atom)

    @property
    def height(self) -> float:
        frame = self._frame
        return self._end + (frame.pad if frame else 0.0)

    @property
    def _frame(self) -> Frame | None:
        return self._placed[-1][0].frame if self._placed else None

    def __bool__(self) -> bool:
        return bool(self._placed)

    @property
    def atoms(self) -> list[Atom]:
        """Those that were added, not those within them."""
        return [atom for atom, _ in self._placed]

    def height_with(self, atoms: Sequence[Atom]) -> float:
        """How high it would be."""
        longer = Stack(self.width)
        longer._placed, longer._end = self._placed[-1:], self._end
        for atom in atoms:
            longer.add(atom)
        return longer.height

    def add(self, atom: Atom) -> None:
        before = self._frame
        gap = atom.gap if self._placed else 0.0
        if atom.frame is not before:
            gap = max(gap, before.pad) + before.pad if before else gap
            gap += atom.frame.pad if atom.frame else 0.0
        y = self._end + gap
        self._placed.append((atom, y))
        self._end = y + atom.height

    def paint(self, canvas: Canvas, x: float, y: float) -> None:
        for frame, top, bottom in self._frames():
            box = canvas.box(x, y + top - frame.pad, self.width, bottom - top + 2 * frame.pad)
            canvas.outline(box, points=frame.points, radius=6)
        for atom, down in self._placed:
            atom.paint(canvas, x, y + down)

    def _frames(self) -> Iterator[tuple[Frame, float, float]]:
        begun: tuple[Frame, float, float] | None = None
        for atom, y in self._placed:
            if begun and atom.frame is begun[0]:
                begun = (begun[0], begun[1], y + atom.height)
                continue
            if begun:
                yield begun
            begun = (atom.frame, y, y + atom.height) if atom.frame else None
        if begun:
            yield begun


class Beside(Atom):
    """Stacks beside one another, each at its distance from the leading edge."""

    def __init__(self, stacks: Sequence[tuple[float, Stack]], *, gap: float) -> None:
        super().__init__(max(stack.height for _, stack in stacks), gap=gap)
        self._stacks = stacks

    def paint(self, canvas: Canvas, x: float, y: float) -> None:
        for right, stack in self._stacks:
            stack.paint(canvas, x + right, y)


def pages_of(atoms: Sequence[Atom], width: float, height: float) -> list[Stack]:
    """Cut into pages; what belongs together stays so, unless a page cannot hold it."""
    pages = [Stack(width)]
    for chunk in chunks_of(atoms):
        if pages[-1] and pages[-1].height_with(chunk) > height:
            pages.append(Stack(width))
        for atom in chunk:
            if pages[-1] and pages[-1].height_with([atom]) > height:
                pages.append(Stack(width))
            pages[-1].add(atom)
    return pages


def chunks_of(atoms: Sequence[Atom]) -> Iterator[list[Atom]]:
    """Atoms that belong together."""
    chunk: list[Atom] = []
    for atom in atoms:
        chunk.append(atom)
        if not atom.keeps_next:
            yield chunk
            chunk = []
    if chunk:
        yield chunk

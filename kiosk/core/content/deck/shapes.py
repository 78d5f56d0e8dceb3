"""What lies on a slide of a presentation, in the order in which it is read, and what of it cannot be carried over."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.oxml.ns import qn
from pptx.shapes.group import GroupShape

if TYPE_CHECKING:
    from pptx.oxml.xmlchemy import BaseOxmlElement
    from pptx.shapes.base import BaseShape
    from pptx.slide import Slide

_MARKUP = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_TITLES = {PP_PLACEHOLDER.TITLE, PP_PLACEHOLDER.CENTER_TITLE, PP_PLACEHOLDER.VERTICAL_TITLE}
_FURNITURE = {
    *(PP_PLACEHOLDER.DATE, PP_PLACEHOLDER.FOOTER, PP_PLACEHOLDER.HEADER, PP_PLACEHOLDER.SLIDE_NUMBER),
}
_FRAMES = {"table": "table", "chart": "chart", "chartex": "chart", "diagram": "SmartArt drawing"}
"""By the last part of the address that names the kind of a frame's content."""
_MEDIA = {"videoFile": "video", "quickTimeFile": "video", "audioFile": "sound", "wavAudioFile": "sound"}
"""Elements among the properties of a picture that is only the first moment of something that plays."""
_SIXTY_THOUSANDTHS = 60_000  # of a degree


@dataclass(frozen=True, slots=True)
class Box:
    """In EMU (914,400 an inch) of the slide."""

    left: float
    top: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Laid:
    """A shape and how it lies on the slide; `turn` is in degrees clockwise, after the mirroring.

    `is_mark`: a part of a drawing, such as a line, an arrow or a form, with or without words.
    """

    shape: BaseShape
    box: Box
    turn: float = 0.0
    is_mirrored: bool = False
    is_upside_down: bool = False
    is_title: bool = False
    is_mark: bool = False


@dataclass(frozen=True, slots=True)
class Laying:
    """`lost` names what cannot be carried over, each kind once, as it stands in the report."""

    shapes: list[Laid]
    lost: tuple[str, ...]


def laid_out(slide: Slide, *, is_right_to_left: bool) -> Laying:
    """The title first, then from top to bottom, and in a row as its script runs. Hidden shapes are left out."""
    walk = _Walk(_unwrap(slide))
    shapes = list(walk.over(slide.shapes, _Frame()))
    return Laying(in_reading_order(shapes, is_right_to_left=is_right_to_left), tuple(walk.lost))


def in_reading_order(shapes: Iterable[Laid], *, is_right_to_left: bool) -> list[Laid]:
    """What begins in the upper half of a row's first shape is in that row."""
    titles: list[Laid] = []
    rows: list[list[Laid]] = []
    for laid in sorted(shapes, key=lambda each: each.box.top):
        if laid.is_title:
            titles.append(laid)
        elif rows and laid.box.top < rows[-1][0].box.top + rows[-1][0].box.height / 2:
            rows[-1].append(laid)
        else:
            rows.append([laid])
    for row in rows:
        row.sort(key=lambda each: -each.box.left - each.box.width if is_right_to_left else each.box.left)
    return [*titles, *(laid for row in rows for laid in row)]


def blip_of(shape: BaseShape) -> BaseOxmlElement | None:
    """The reference to the picture that the shape is, or is filled with."""
    for path in ("p:blipFill/a:blip", "p:spPr/a:blipFill/a:blip"):
        found: list[BaseOxmlElement] = shape.element.xpath(path)
        if found:
            return found[0]
    return None


def _unwrap(slide: Slide) -> dict[str, None]:
    """Put in place what newer programs wrap up for older ones; tell what of it is lost."""
    lost: dict[str, None] = {}
    tree: BaseOxmlElement = slide.element.cSld.spTree
    for wrapped in tree.findall(f".//{_MARKUP}AlternateContent"):
        choice, stand_in = wrapped.find(f"{_MARKUP}Choice"), wrapped.find(f"{_MARKUP}Fallback")
        if stand_in is not None and (choice is None or _has_only_a_stand_in(choice)):
            choice = stand_in
        for element in list(choice) if choice is not None else ():
            wrapped.addprevious(element)
        wrapped.getparent().remove(wrapped)
    for ink in tree.findall(f".//{qn('p:contentPart')}"):
        lost["handwriting"] = None
        ink.getparent().remove(ink)
    return lost


def _has_only_a_stand_in(choice: BaseOxmlElement) -> bool:
    """Whether it is a frame of a kind that is unknown here: three-dimensional models, and links to other slides."""
    frames = choice.findall(f".//{qn('a:graphicData')}")
    return any(_kind_of_frame(frame) not in _FRAMES for frame in frames)


def _kind_of_frame(data: BaseOxmlElement) -> str:
    return str(data.get("uri", "")).rpartition("/")[2].lower()


@dataclass(frozen=True, slots=True)
class _Frame:
    """Where the inside of a group lies on the slide."""

    left: float = 0.0
    top: float = 0.0
    across: float = 1.0
    down: float = 1.0
    turn: float = 0.0
    is_mirrored: bool = False
    is_upside_down: bool = False

    def box(self, shape: BaseShape) -> Box:
        left, top, width, height = (side or 0 for side in (shape.left, shape.top, shape.width, shape.height))
        return Box(
            self.left + self.across * left,
            self.top + self.down * top,
            self.across * width,
            self.down * height,
        )

    def inside(self, group: GroupShape) -> _Frame:
        box, inner = self.box(group), group.element.xpath("p:grpSpPr/a:xfrm")
        across, down, left, top = self.across, self.down, 0.0, 0.0
        for extent in inner[0].findall(qn("a:chExt")) if inner else ():
            across = box.width / max(1, int(extent.get("cx", 0)))
            down = box.height / max(1, int(extent.get("cy", 0)))
        for offset in inner[0].findall(qn("a:chOff")) if inner else ():
            left, top = int(offset.get("x", 0)), int(offset.get("y", 0))
        turn, is_mirrored, is_upside_down = self.turning(group)
        return _Frame(
            box.left - across * left,
            box.top - down * top,
            across,
            down,
            turn,
            is_mirrored,
            is_upside_down,
        )

    def turning(self, shape: BaseShape) -> tuple[float, bool, bool]:
        found = shape.element.xpath("p:spPr/a:xfrm | p:grpSpPr/a:xfrm")
        if not found:
            return self.turn, self.is_mirrored, self.is_upside_down
        turn = int(found[0].get("rot", 0)) / _SIXTY_THOUSANDTHS
        is_mirrored, is_upside_down = (found[0].get(name) in {"1", "true"} for name in ("flipH", "flipV"))
        return self.turn + turn, self.is_mirrored ^ is_mirrored, self.is_upside_down ^ is_upside_down


class _Walk:
    def __init__(self, lost: dict[str, None]) -> None:
        self.lost = lost

    def over(self, shapes: Iterable[BaseShape], frame: _Frame) -> Iterator[Laid]:
        for shape in shapes:
            if any(each.get("hidden") in {"1", "true"} for each in shape.element.xpath("*/p:cNvPr")):
                continue
            if isinstance(shape, GroupShape):
                yield from self.over(shape.shapes, frame.inside(shape))
            elif not self._is_lost(shape):
                kind = shape.placeholder_format.type if shape.is_placeholder else None
                if kind in _FURNITURE:
                    continue
                turning = frame.turning(shape)
                is_mark = kind is None and _is_mark(shape)
                yield Laid(shape, frame.box(shape), *turning, is_title=kind in _TITLES, is_mark=is_mark)

    def _is_lost(self, shape: BaseShape) -> bool:
        """Whether nothing of it can be carried over; an equation leaves the words around it."""
        element = shape.element
        if element.find(f".//{_MATH}oMath") is not None:
            self.lost["equation"] = None
        for data in element.xpath("a:graphic/a:graphicData"):
            self.lost[_FRAMES.get(_kind_of_frame(data), "embedded object")] = None
            return True
        for played in element.xpath("p:nvPicPr/p:nvPr/*"):
            name = str(played.tag).rpartition("}")[2]
            if name in _MEDIA:
                self.lost[_MEDIA[name]] = None
                return True
        return False


def _is_mark(shape: BaseShape) -> bool:
    element = shape.element
    is_text_box = bool(element.xpath("p:nvSpPr/p:cNvSpPr[@txBox='1' or @txBox='true']"))
    return element.tag in {qn("p:sp"), qn("p:cxnSp")} and not is_text_box and blip_of(shape) is None

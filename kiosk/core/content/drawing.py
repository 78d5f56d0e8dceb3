"""The allow-list of SVG: what Qt draws well and cannot be hurt by. A drawing passes whole or not at all.

Qt's reader follows `href`, hangs on nested `<use>` and unpacks without limit, so nothing that refers to
anything but a gradient of the same file gets through. See pictures.md, section Technique.
"""

from __future__ import annotations

import re
from typing import NoReturn
from xml.parsers import expat

from kiosk.core.content.picture_kind import PictureRefused

_LARGEST = 1_000_000  # bytes
_MOST_ELEMENTS = 20_000
_DEEPEST = 64
_MOST_MOVING = 50
_LARGEST_SIDE = 100_000  # units
_SVG = "http://www.w3.org/2000/svg"

_ELEMENTS = frozenset(
    {"svg", "g", "path", "rect", "circle", "ellipse", "line", "polyline", "polygon", "defs", "linearGradient"}
    | {"radialGradient", "stop", "title", "desc", "animateTransform"}
)
# No stroke-dasharray: dashes of a thousandth along a long path are millions of strokes.
_ATTRIBUTES = frozenset(
    {"viewBox", "preserveAspectRatio", "width", "height", "version"}
    | {"x", "y", "d", "points", "x1", "y1", "x2", "y2", "cx", "cy", "r", "rx", "ry", "fx", "fy"}
    | {"transform", "opacity", "display", "visibility", "fill-opacity", "fill-rule"}
    | {"stroke-width", "stroke-linecap", "stroke-linejoin", "stroke-miterlimit", "stroke-opacity"}
    | {"gradientUnits", "gradientTransform", "spreadMethod", "offset", "stop-opacity"}
    | {"attributeName", "attributeType", "type", "from", "to", "by", "values", "begin", "dur", "end"}
    | {"repeatCount", "repeatDur", "additive", "accumulate", "calcMode", "keyTimes", "keySplines"}
)
_COLOURS = frozenset({"fill", "stroke", "stop-color", "color"})
_NAMES = frozenset({"id", "role", "aria-label", "aria-hidden", "focusable", "lang"})
_XML = "http://www.w3.org/XML/1998/namespace "
# Of a value without blanks at its ends: with them here too, a long row of blanks would be tried for hours.
_COLOUR = re.compile(r"(?:url\(\s*#[\w.-]+\s*\)\s*)?(?:[A-Za-z]*|#[0-9A-Fa-f]{3,8}|rgba?\([\d\s.,%]*\))")
_PLAIN = re.compile(r"[\w\s.,;()+\-%]*", re.ASCII)
# Coordinates in the millions keep the rasteriser busy for minutes.
_HUGE = re.compile(r"\d{8}|[\d.][eE]\+?0*(?:[7-9]|[1-9]\d)")
_LENGTH = re.compile(r"\s*(\d{1,7}(?:\.\d+)?)\s*(?:px|pt|mm|cm|in)?\s*")

_MEND = "Save it as PNG."


def drawing_size(data: bytes) -> tuple[int, int]:
    """Width and height in units of the drawing. Raises PictureRefused for anything outside the allow-list."""
    if len(data) > _LARGEST:
        raise PictureRefused("this drawing is larger than 1 MB.", _MEND)
    check = _Check()
    parser = expat.ParserCreate(encoding="utf-8", namespace_separator=" ")
    parser.StartElementHandler = check.begin
    parser.EndElementHandler = check.end
    parser.StartDoctypeDeclHandler = check.refuse_doctype
    parser.ProcessingInstructionHandler = check.refuse_instruction
    parser.XmlDeclHandler = check.declaration
    try:
        data.decode("utf-8")
        parser.Parse(data, True)  # noqa: FBT003 - takes no keyword
    except expat.ExpatError as fault:
        found = f"this drawing is damaged in line {fault.lineno}."
        raise PictureRefused(found, "Save it again, or save it as PNG.") from fault
    except ValueError as fault:
        raise PictureRefused("this drawing is not saved as UTF-8.", _MEND) from fault
    return check.size


class _Check:
    """Handlers of expat; the first thing that is not allowed ends the reading."""

    def __init__(self) -> None:
        self.size = (0, 0)
        self._depth = 0
        self._count = 0
        self._moving = 0

    def declaration(self, _version: str, encoding: str | None, _standalone: int) -> None:
        if encoding and encoding.casefold() not in {"utf-8", "utf8", "us-ascii"}:
            raise PictureRefused("this drawing is not saved as UTF-8.", _MEND)

    def refuse_doctype(self, *_: object) -> NoReturn:
        _refuse("a DOCTYPE line")

    def refuse_instruction(self, target: str, _data: str) -> NoReturn:
        _refuse(f"an instruction ({target[:30]})")

    def begin(self, name: str, attributes: dict[str, str]) -> None:
        namespace, _, local = name.rpartition(" ")
        self._depth += 1
        self._count += 1
        if self._count == 1:
            if (namespace, local) != (_SVG, "svg"):
                raise PictureRefused("this is no SVG drawing.", _MEND)
        elif namespace != _SVG or local not in _ELEMENTS or local == "svg":
            _refuse(f"<{local[:30]}>")
        if self._depth > _DEEPEST or self._count > _MOST_ELEMENTS:
            raise PictureRefused("this drawing has too many parts.", _MEND)
        for key, value in attributes.items():
            _check_attribute(key, value)
        if self._count == 1:
            self.size = _size(attributes)
        if local == "animateTransform":
            self._check_motion(attributes)

    def end(self, _name: str) -> None:
        self._depth -= 1

    def _check_motion(self, attributes: dict[str, str]) -> None:
        self._moving += 1
        if self._moving > _MOST_MOVING or attributes.get("attributeName") not in {
            "transform",
            "gradientTransform",
        }:
            _refuse("more motion than is allowed")


def _refuse(what: str) -> NoReturn:
    raise PictureRefused(f"this drawing holds {what}, which the kiosk does not show.", _MEND)


def _check_attribute(key: str, value: str) -> None:
    if key in _COLOURS:
        allowed = _COLOUR.fullmatch(value.strip()) is not None
    elif key not in _ATTRIBUTES:
        allowed = key in _NAMES or key.startswith(_XML)
    else:
        allowed = _PLAIN.fullmatch(value) is not None and "url" not in value and not _HUGE.search(value)
    if not allowed:
        _refuse(f'{key.rpartition(" ")[2][:30]}="{value[:30]}"')


def _size(attributes: dict[str, str]) -> tuple[int, int]:
    box = re.split(r"[\s,]+", attributes.get("viewBox", "").strip())
    sides = box[2:] if len(box) == 4 else [attributes.get("width", ""), attributes.get("height", "")]
    numbers = [float(found[1]) for side in sides if (found := _LENGTH.fullmatch(side))]
    if len(numbers) != 2 or not all(0 < number <= _LARGEST_SIDE for number in numbers):
        raise PictureRefused("this drawing does not say how large it is.", _MEND)
    return max(1, round(numbers[0])), max(1, round(numbers[1]))

"""The main picture of a slide of a presentation: the largest that can be shown, as the slide shows it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pptx.oxml.ns import qn

from kiosk.core.content.cut import Cut
from kiosk.core.content.deck.package import INSERT_AGAIN, DeckRefused, Package
from kiosk.core.content.deck.shapes import Box, Laid, blip_of
from kiosk.core.content.files import File
from kiosk.core.content.model import Image
from kiosk.core.content.picture_shelf import Missing, PictureShelf
from kiosk.core.content.review.pictures import is_file_name
from kiosk.core.content.text import cleaned

if TYPE_CHECKING:
    from pptx.opc.package import Part
    from pptx.oxml.xmlchemy import BaseOxmlElement

SMALLEST_SHARE = 0.03
"""Of the slide; what is smaller is a logo or an icon."""
_DRAWING = "{http://schemas.microsoft.com/office/drawing/2016/SVG/main}svgBlip"
_DECORATIVE = "{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative"
_GUESSED = re.compile(r"\s*(?:description automatically generated|ai-generated content).*", re.IGNORECASE)
_THIS = re.compile(r"^this(?: picture| photo| drawing| file)?")
_WHOLE = 1000
PUT_A_PICTURE = "Right-click it, choose Save as Picture, PNG, and put that picture in its place."


@dataclass(frozen=True, slots=True)
class Shown:
    """A picture on a slide. `share` is the part of the slide that it covers, up to 1."""

    laid: Laid
    blip: BaseOxmlElement
    share: float
    alt: str
    is_decorative: bool


def pictures_on(shapes: Iterable[Laid], slide: Box) -> list[Shown]:
    """From the largest to the smallest; what is only decoration last, and no logos."""
    found = [
        Shown(laid, blip, share, _alt(laid), _is_decorative(laid))
        for laid in shapes
        if (blip := blip_of(laid.shape)) is not None and (share := _share(laid.box, slide)) >= SMALLEST_SHARE
    ]
    return sorted(found, key=lambda each: (each.is_decorative, -each.share))


def prepared(shown: Shown, deck: File, package: Package, shelf: PictureShelf) -> Image | Missing:
    """An SVG drawing, where it has one that the kiosk shows, else the picture of dots beside it."""
    cut = _cut(shown)
    first: Missing | None = None
    for part in _parts(shown):
        if package.name_of(part).lower().endswith(".svg") and not cut.changes_nothing:
            continue
        image = _image(part, cut, deck, package, shelf)
        if isinstance(image, Image):
            return image
        first = first or Missing(_THIS.sub("the picture", image.found), _mend(image.mend))
    if first:
        return first
    if shown.blip.get(qn("r:link")):
        mend = "Insert the picture itself: Insert, Pictures, This Device."
        return Missing("the picture is only linked to the presentation.", mend)
    return Missing("the picture is not in the presentation.", INSERT_AGAIN)


def _image(part: Part, cut: Cut, deck: File, package: Package, shelf: PictureShelf) -> Image | Missing:
    inner = File(f"{deck.name}/{package.name_of(part)}-{cut.mark}", deck.path, deck.size, deck.mtime_ns)
    try:
        return shelf.image(inner, lambda: package.picture(part), cut)
    except DeckRefused as refusal:
        return Missing(refusal.found, refusal.mend)


def _mend(mend: str) -> str:
    """What to do where the picture is no file of its own."""
    if mend.startswith("Save it as"):
        return PUT_A_PICTURE
    return INSERT_AGAIN if "again" in mend else mend


def _parts(shown: Shown) -> Iterator[Part]:
    owner = shown.laid.shape.part
    names = [each.get(qn("r:embed")) for each in shown.blip.iter(_DRAWING)] + [shown.blip.get(qn("r:embed"))]
    for name in filter(None, names):
        with suppress(KeyError):
            yield owner.related_part(name)


def _cut(shown: Shown) -> Cut:
    laid = shown.laid
    edges = next(iter(shown.blip.getparent().findall(qn("a:srcRect"))), None)
    left, top, right, bottom = (_edge(edges, side) for side in "ltrb")
    if left + right >= _WHOLE or top + bottom >= _WHOLE:
        left = top = right = bottom = 0
    return Cut(
        left,
        top,
        right,
        bottom,
        is_mirrored=laid.is_mirrored,
        is_upside_down=laid.is_upside_down,
        turns=round(laid.turn / 90) % 4,
        shape=round(_WHOLE * laid.box.width / max(1.0, laid.box.height)),
    )


def _edge(edges: BaseOxmlElement | None, side: str) -> int:
    """Of hundred thousandths, or of per cent as some programs write; a negative one would be a margin."""
    given = str(edges.get(side, "0")) if edges is not None else "0"
    number = float(given[:-1]) * 1000 if given.endswith("%") else float(given)
    return min(_WHOLE, max(0, round(number / 100)))


def _share(box: Box, slide: Box) -> float:
    width = min(box.left + box.width, slide.width) - max(box.left, 0)
    height = min(box.top + box.height, slide.height) - max(box.top, 0)
    return max(0.0, width) * max(0.0, height) / (slide.width * slide.height)


def _alt(laid: Laid) -> str:
    """What its writer said of it. Programs put a file name there, or a guess that says that it is one."""
    for named in laid.shape.element.xpath("*/p:cNvPr"):
        for given in (named.get("descr"), named.get("title")):
            text = _GUESSED.sub("", " ".join(cleaned(given or "").split()))
            if text and not is_file_name(text):
                return text
    return ""


def _is_decorative(laid: Laid) -> bool:
    return any(each.get("val") in {"1", "true"} for each in laid.shape.element.iter(_DECORATIVE))

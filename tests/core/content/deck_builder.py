"""Presentations made for the tests, by python-pptx, and then changed where it cannot write what PowerPoint does."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pptx
from PIL import Image
from pptx.oxml import parse_xml
from pptx.util import Inches

from kiosk.core.content.files import File, Listing
from kiosk.core.content.folder import Reading, read_listing
from kiosk.core.content.picture_shelf import PictureShelf

TITLE_AND_TEXT, TITLE_ONLY, BLANK, WITH_PICTURE, TWO_COLUMNS = 1, 5, 6, 8, 3
"""The layouts of python-pptx's own template."""
WIDTH, HEIGHT = 10, 7.5
"""Inches of its slides."""


def picture(
    size: tuple[int, int] = (1200, 900), colour: str = "red", kind: str = "PNG", **options: Any
) -> io.BytesIO:
    """A picture whose upper half has this colour, the lower half white."""
    drawn = Image.new("RGB", size, "white")
    drawn.paste(colour, (0, 0, size[0], size[1] // 2))
    out = io.BytesIO()
    drawn.save(out, kind, **options)
    out.seek(0)
    return out


class Builder:
    def __init__(self) -> None:
        self.deck = pptx.Presentation()

    def slide(self, title: str = "", *lines: str, notes: str = "", layout: int = TITLE_AND_TEXT) -> Any:
        """A slide with a title and a list."""
        slide = self.deck.slides.add_slide(self.deck.slide_layouts[layout])
        if title:
            slide.shapes.title.text = title
        if lines:
            slide.placeholders[1].text_frame.text = "\n".join(lines)
        if notes:
            slide.notes_slide.notes_text_frame.text = notes
        return slide

    def text_box(self, shapes: Any, text: str, left: float = 1, top: float = 1, width: float = 3) -> Any:
        box = shapes.add_textbox(Inches(left), Inches(top), Inches(width), Inches(1))
        box.text_frame.text = text
        return box

    def picture(
        self, slide: Any, data: io.BytesIO, alt: str = "", place: tuple[float, ...] = (1, 1, 4, 3)
    ) -> Any:
        shape = slide.shapes.add_picture(data, *map(Inches, place))
        shape.element.nvPicPr.cNvPr.set("descr", alt)
        return shape

    def saved(self) -> bytes:
        out = io.BytesIO()
        self.deck.save(out)
        return out.getvalue()


def xml(text: str) -> Any:
    """An element of text with the prefixes that PowerPoint uses."""
    prefixes = {
        "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
        "p": "http://schemas.openxmlformats.org/presentationml/2006/main",
        "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
        "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
        "a14": "http://schemas.microsoft.com/office/drawing/2010/main",
        "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
        "asvg": "http://schemas.microsoft.com/office/drawing/2016/SVG/main",
        "adec": "http://schemas.microsoft.com/office/drawing/2017/decorative",
    }
    names = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in prefixes.items())
    return parse_xml(re.sub(r"(?<=^<)([\w:]+)", rf"\1 {names}", text.strip(), count=1))


def changed(data: bytes, change: Callable[[str, bytes], bytes | None], **more: bytes) -> bytes:
    """The package with each member changed, left out where that is None, and with more members."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            content = change(name, old.read(name))
            if content is not None:
                new.writestr(name, content)
        for name, content in more.items():
            new.writestr(name, content)
    return out.getvalue()


def reading_of(
    decks: Mapping[str, bytes], clinic: str = "", keep: Callable[[str, bytes], None] | None = None
) -> Reading:
    """What a content folder of these presentations says, without a folder."""
    held = {f"{name}.pptx": data for name, data in decks.items()}
    if clinic:
        held["clinic.toml"] = clinic.encode()
    listing = Listing(read=lambda file, _limit: held[file.name])
    for name, data in held.items():
        listing.add(File(name, "", len(data), 0))
    return read_listing(listing, PictureShelf(listing, keep), today=date(2026, 1, 15))


def put(root: Path, name: str, data: bytes) -> None:
    root.mkdir(parents=True, exist_ok=True)
    (root / name).write_bytes(data)

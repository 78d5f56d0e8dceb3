"""What a picture file is, told from its first bytes, and whether its end is there."""

from __future__ import annotations

import re
from enum import StrEnum

SUFFIXES = ("jpg", "png", "svg")  # of prepared pictures


class PictureKind(StrEnum):
    """The values are Pillow's names of the formats."""

    PNG = "PNG"
    JPEG = "JPEG"
    WEBP = "WEBP"
    GIF = "GIF"
    DRAWING = "SVG"


class PictureRefused(Exception):  # noqa: N818 - carries the two sentences of a problem
    def __init__(self, found: str, mend: str) -> None:
        super().__init__(found)
        self.found = found
        self.mend = mend


_BEGINNINGS = (
    (re.compile(rb"\x89PNG\r\n\x1a\n"), PictureKind.PNG),
    (re.compile(rb"\xff\xd8\xff"), PictureKind.JPEG),
    (re.compile(rb"RIFF....WEBP", re.DOTALL), PictureKind.WEBP),
    (re.compile(rb"GIF8[79]a"), PictureKind.GIF),
    (re.compile(rb"(?:\xef\xbb\xbf)?\s*<(?=[?!s])"), PictureKind.DRAWING),
)
_HEIC = re.compile(rb"....ftyp(?:hei[cxms]|hev[cxms]|mif1|msf1)", re.DOTALL)
_OTHERS = (
    (re.compile(rb"....ftypavi[fs]", re.DOTALL), "an AVIF picture"),
    (re.compile(rb"BM"), "a BMP picture"),
    (re.compile(rb"II\*\0|MM\0\*"), "a TIFF picture"),
    (re.compile(rb"\x1f\x8b"), "a packed file"),
    (re.compile(rb"%PDF"), "a PDF document"),
    (re.compile(rb"%!PS"), "a PostScript drawing"),
    (re.compile(rb"8BPS"), "a Photoshop file"),
    (
        re.compile(rb"\x01\0\0\0.{36} EMF|\xd7\xcd\xc6\x9a|\x01\0\x09\0\0\x03", re.DOTALL),
        "a drawing in EMF or WMF",
    ),
    (re.compile(rb"PK\x03\x04"), "a zip archive or an office document"),
)
_SAVE_AS_PNG = "Save it as PNG."
_SAVE_AS_JPEG = "Save it as JPEG; an iPhone does so under Settings, Camera, Formats, Most Compatible."
# In a JPEG's picture data FF is followed by 00 or by one of the restart marks D0 to D7; FF repeats as filler.
_NEXT_MARK = re.compile(rb"\xff+([^\x00\xd0-\xd7\xff])")


def kind_of(data: bytes, name: str) -> PictureKind:
    """Raises PictureRefused for what is none of these; the ending of the name decides nothing."""
    for beginning, kind in _BEGINNINGS:
        if beginning.match(data):
            return kind
    if _HEIC.match(data):
        raise PictureRefused("this is a HEIC photo, as iPhones make them.", _SAVE_AS_JPEG)
    for beginning, what in _OTHERS:
        if beginning.match(data):
            raise PictureRefused(f"this is {what}, which cannot be shown.", _SAVE_AS_PNG)
    if not data.strip(b"\0"):
        raise PictureRefused("this picture is empty.", "Copy it here again.")
    if name.lower().endswith((".heic", ".heif")):
        raise PictureRefused("this is no picture that can be shown.", _SAVE_AS_JPEG)
    raise PictureRefused("this is no picture.", _SAVE_AS_PNG)


def is_whole(data: bytes, kind: PictureKind) -> bool:
    """Whether the mark of the end is there: decoders show what was cut in half with a grey part."""
    match kind:
        case PictureKind.JPEG:
            return _jpeg_ends(data)
        case PictureKind.PNG:
            return _png_ends(data)
        case PictureKind.WEBP:
            return len(data) >= 8 + int.from_bytes(data[4:8], "little")
        case PictureKind.GIF | PictureKind.DRAWING:
            return True  # a GIF's first frame is decoded in full; a drawing is parsed to its end


def _jpeg_ends(data: bytes) -> bool:
    """Whether the main picture's FF D9 is there; the one of a preview inside EXIF is passed over."""
    place = 2
    while mark := _NEXT_MARK.search(data, place):
        code = mark[1][0]
        if code == 0xD9:
            return True
        place = mark.end()
        if code not in {0x01, 0xD8}:
            place += max(2, int.from_bytes(data[place : place + 2], "big"))
    return False


def _png_ends(data: bytes) -> bool:
    place = 8
    while place + 12 <= len(data):
        if data[place + 4 : place + 8] == b"IEND":
            return True
        place += 12 + int.from_bytes(data[place : place + 4], "big")
    return False

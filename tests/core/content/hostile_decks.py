"""Presentations that want to do harm, each with the one line that the report may say of it."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Callable
from functools import cache

from tests.core.content.deck_builder import Builder, changed, picture

ZEROS = b"\0" * 1_000_000
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
AS_PPTX = 'Open it in PowerPoint and save it as "PowerPoint Presentation (.pptx)".'
SMALLER = "Take videos and large pictures out of it, or make two presentations of it."
AGAIN = "Copy it here again."


@cache
def good(slides: int = 2) -> bytes:
    builder = Builder()
    for number in range(1, slides + 1):
        builder.slide(f"Step {number}", "Breathe out.", notes="Slowly.")
    builder.picture(builder.slide("A picture", layout=5), picture(), "A red square")
    return builder.saved()


def _with_doctype(name: str, data: bytes) -> bytes:
    laughs = b"".join(b'<!ENTITY l%d "%s">' % (level, b"&l%d;" % (level - 1) * 10) for level in range(1, 10))
    doctype = b'<!DOCTYPE p:sld [<!ENTITY l0 "lol">' + laughs + b"]>"
    return data.replace(b"<p:sld ", doctype + b"<p:sld ", 1) if name == "ppt/slides/slide1.xml" else data


def _with_file(name: str, data: bytes) -> bytes:
    """The same in another encoding, in which a search for <!DOCTYPE finds nothing."""
    doctype = '<!DOCTYPE p:sld [<!ENTITY f SYSTEM "file:///etc/passwd">]>'
    if name != "ppt/slides/slide1.xml":
        return data
    _, _, slide = data.decode().partition("?>")
    slide = slide.replace("<p:sld ", doctype + "<p:sld ", 1)
    return ('<?xml version="1.0" encoding="UTF-16"?>' + slide).encode("utf-16")


def _in_no_encoding(name: str, data: bytes) -> bytes:
    return data.replace(b"UTF-8", b"UTF-81", 1) if name == "ppt/slides/slide1.xml" else data


def _in_long_letters(name: str, data: bytes) -> bytes:
    return data.replace(b"UTF-8", b"gb2312", 1) if name == "ppt/slides/slide1.xml" else data


def _deep(name: str, data: bytes) -> bytes:
    group = (
        b"<p:grpSp><p:nvGrpSpPr><p:cNvPr id='9' name=''/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/>"
    )
    tree = group * 1000 + b"</p:grpSp>" * 1000 + b"</p:spTree>"
    return data.replace(b"</p:spTree>", tree) if name == "ppt/slides/slide1.xml" else data


def _wide(name: str, data: bytes) -> bytes:
    return (
        data.replace(b"</p:spTree>", b"<p:x/>" * 500_000 + b"</p:spTree>")
        if name.endswith("slide1.xml")
        else data
    )


def bomb_that_says_so() -> bytes:
    """Its directory says 4 GB of a member; so do its 4 MB, unpacked."""
    return _resized(changed(good(), lambda _, data: data, bomb=ZEROS), b"bomb", 4_000_000_000)


def bomb_that_lies() -> bytes:
    """A slide unpacks to 100 MB, and the directory says that it is small."""
    data = changed(good(), lambda name, data: ZEROS * 100 if name == "ppt/slides/slide1.xml" else data)
    return _resized(data, b"ppt/slides/slide1.xml", 4000)


def _resized(data: bytes, name: bytes, size: int) -> bytes:
    """The same with another unpacked size of the member in the directory."""
    place = data.rindex(b"PK\x01\x02", 0, data.rindex(name))
    return data[: place + 24] + struct.pack("<L", size) + data[place + 28 :]


def _large(name: str, data: bytes) -> bytes:
    return data + ZEROS * 20 if name == "ppt/slides/slide1.xml" else data


def of_many_members() -> bytes:
    out = io.BytesIO(good())
    with zipfile.ZipFile(out, "a") as archive:
        for number in range(100_000):
            archive.writestr(f"{number}", b"")
    return out.getvalue()


def encrypted() -> bytes:
    """As Office writes it: an OLE file with the package inside."""
    return (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
        + b"\0" * 1000
        + "EncryptedPackage".encode("utf-16-le")
        + b"\0" * 4000
    )


def with_password() -> bytes:
    """A zip with a password: the flags of each member say so."""
    data = bytearray(good())
    place = data.find(b"PK\x01\x02")
    while place >= 0:
        data[place + 8] |= 1
        place = data.find(b"PK\x01\x02", place + 4)
    return bytes(data)


def with_member(name: str) -> bytes:
    return changed(good(), lambda _, data: data, **{name: b"<a/>"})


def cut_at(part: float) -> bytes:
    return good()[: int(len(good()) * part)]


def in_bzip2() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(good())) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_BZIP2) as new:
        for name in old.namelist():
            new.writestr(name, old.read(name))
    return out.getvalue()


def _as_slide_show(_: str, data: bytes) -> bytes:
    return data.replace(b"presentation.main+xml", b"slideshow.main+xml")


def _as_text(_: str, data: bytes) -> bytes:
    return data.replace(b"presentationml", b"wordprocessingml")


def _without_types(name: str, data: bytes) -> bytes | None:
    return None if name == "[Content_Types].xml" else data


def _broken(name: str, data: bytes) -> bytes:
    return data[:-40] if name == "ppt/presentation.xml" else data


_CUT = "this presentation is cut off: its end is missing."
_DAMAGED = "this presentation is damaged."
_MANY = "this presentation has too many parts."
_LOCKED = "this presentation is locked with a password."
_NONE = "this is no PowerPoint presentation."
_DOCTYPE = "this presentation holds a DOCTYPE, which no office program writes."
_NAMES = "this presentation holds files whose names lead elsewhere."
_LEAVE_IT_EMPTY = (
    "Take the password off: File, Info, Protect Presentation, Encrypt with Password, leave it empty."
)

REFUSED: dict[str, tuple[Callable[[], bytes], str, str]] = {
    "bomb": (bomb_that_says_so, "this presentation unpacks to more than 500 MB.", SMALLER),
    "bomb that lies": (bomb_that_lies, _DAMAGED, AS_PPTX),
    "large slide": (lambda: changed(good(), _large), _MANY, SMALLER),
    "many files": (of_many_members, "this presentation holds more than 20,000 files.", SMALLER),
    "laughs": (lambda: changed(good(), _with_doctype), _DOCTYPE, AS_PPTX),
    "passwd": (lambda: changed(good(), _with_file), _DOCTYPE, AS_PPTX),
    "encoding that nobody knows": (lambda: changed(good(), _in_no_encoding), _DAMAGED, AS_PPTX),
    "encoding of long letters": (lambda: changed(good(), _in_long_letters), _DAMAGED, AS_PPTX),
    "deep": (lambda: changed(good(), _deep), _MANY, AS_PPTX),
    "wide": (lambda: changed(good(), _wide), _MANY, AS_PPTX),
    "encrypted": (encrypted, _LOCKED, _LEAVE_IT_EMPTY),
    "with a password": (with_password, _LOCKED, AS_PPTX),
    "bzip2": (in_bzip2, "this presentation is packed in a way that PowerPoint does not use.", AS_PPTX),
    "old": (lambda: OLE + ZEROS[:4000], "this is an old PowerPoint file, which cannot be shown.", AS_PPTX),
    "slip": (lambda: with_member("../../evil.xml"), _NAMES, AS_PPTX),
    "drive": (lambda: with_member("C:/evil.xml"), _NAMES, AS_PPTX),
    "slide show": (
        lambda: changed(good(), _as_slide_show),
        "this is a slide show or a template, which cannot be shown.",
        AS_PPTX,
    ),
    "word": (lambda: changed(good(), _as_text), _NONE, AS_PPTX),
    "zip": (lambda: changed(good(), _without_types), _NONE, AS_PPTX),
    "text": (lambda: b"Dear patients", _NONE, AS_PPTX),
    "broken": (lambda: changed(good(), _broken), _DAMAGED, AS_PPTX),
    "cut at 10": (lambda: cut_at(0.1), _CUT, AGAIN),
    "cut at 50": (lambda: cut_at(0.5), _CUT, AGAIN),
    "cut at 99": (lambda: cut_at(0.99), _CUT, AGAIN),
    "without bytes": (lambda: b"", "this file is empty.", AGAIN),
}
"""What makes it, what is found, and what to do."""


def many_slides(count: int = 5_000) -> bytes:
    """All of them are there, as one slide with many names."""
    one = Builder()
    one.slide("Step", "Breathe out.")
    members = {f"ppt/slides/slide{number}.xml" for number in range(2, count + 1)}
    with zipfile.ZipFile(io.BytesIO(one.saved())) as archive:
        slide, rels = (archive.read(f"ppt/slides/{name}") for name in ("slide1.xml", "_rels/slide1.xml.rels"))
    more = dict.fromkeys(members, slide)
    more |= {name.replace("slides/", "slides/_rels/") + ".rels": rels for name in members}
    kind = 'ContentType="application/vnd.openxmlformats-officedocument.presentationml.slide+xml"'
    relation = 'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/slide"'

    def change(name: str, data: bytes) -> bytes:
        numbers = range(2, count + 1)
        match name:
            case "[Content_Types].xml":
                each = "".join(f'<Override PartName="/ppt/slides/slide{n}.xml" {kind}/>' for n in numbers)
                return data.replace(b"</Types>", each.encode() + b"</Types>")
            case "ppt/_rels/presentation.xml.rels":
                each = "".join(
                    f'<Relationship Id="x{n}" {relation} Target="slides/slide{n}.xml"/>' for n in numbers
                )
                return data.replace(b"</Relationships>", each.encode() + b"</Relationships>")
            case "ppt/presentation.xml":
                each = "".join(f'<p:sldId id="{1000 + n}" r:id="x{n}"/>' for n in numbers)
                return data.replace(b"</p:sldIdLst>", each.encode() + b"</p:sldIdLst>")
            case _:
                return data

    return changed(one.saved(), change, **more)


def linked(target: str) -> bytes:
    """A slide whose picture lies elsewhere."""
    builder = Builder()
    slide = builder.slide("Step", layout=5)
    shape = builder.picture(slide, picture(), "A red square")
    blip = shape.element.blipFill.find(".//{*}blip")
    relation = slide.part.relate_to(
        target, "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image", is_external=True
    )
    for name in list(blip.attrib):
        del blip.attrib[name]
    blip.set("{http://schemas.openxmlformats.org/officeDocument/2006/relationships}link", relation)
    return builder.saved()


def huge_picture() -> bytes:
    """A picture of 60,000 by 60,000 pixels in a few bytes."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">L", len(data)) + kind + data + struct.pack(">L", zlib.crc32(kind + data))

    head = chunk(b"IHDR", struct.pack(">LLBBBBB", 60_000, 60_000, 8, 2, 0, 0, 0))
    png = b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", zlib.compress(ZEROS)) + chunk(b"IEND", b"")
    return changed(_one_picture(), lambda name, data: png if name.startswith("ppt/media/") else data)


def _one_picture() -> bytes:
    builder = Builder()
    builder.picture(builder.slide("Step", layout=5), picture(), "A red square")
    return builder.saved()


def with_macros() -> bytes:
    def change(name: str, data: bytes) -> bytes:
        if name == "[Content_Types].xml":
            main = b"application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml"
            data = data.replace(main, b"application/vnd.ms-powerpoint.presentation.macroEnabled.main+xml")
        return data

    return changed(good(), change, **{"ppt/vbaProject.bin": b"Sub AutoOpen()"})

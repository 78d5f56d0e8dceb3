"""Opens the file of a presentation so that nothing in it can do harm.

What the file says of itself is looked at first. Then python-pptx gets a copy that holds only what a slide needs:
checked XML, no videos, macros, fonts or embedded files, and of each picture only that it is there. A picture's bytes
are unpacked when they are asked for, one at a time. Nothing is written to the disk, and no link is ever followed.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from struct import Struct as Layout
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from kiosk.core.content.deck.sound_xml import NotSound, SoundCheck
from kiosk.core.content.deck_files import AS_PPTX
from kiosk.core.content.files import PICTURE_LIMIT

if TYPE_CHECKING:
    from pptx.opc.package import Part
    from pptx.presentation import Presentation

DECK_LIMIT = 100_000_000  # bytes
_MOST_MEMBERS = 20_000
_LARGEST_DIRECTORY = 4_000_000  # bytes: the names of the members
_MOST_UNPACKED = 500_000_000  # bytes, by what the members say of themselves
_MOST_XML = 40_000_000  # bytes; the tree of it takes ten times as much
_LARGEST_XML = 10_000_000  # bytes

# The end of a zip file: signature, three numbers of disks and members, members, and the bytes of the directory.
_END = Layout("<4s6xHL")
_END_MARK = b"PK\x05\x06"
_FARTHEST_END = 66_000  # bytes from the end of the file: a comment may follow
_CONTENT_TYPES = "[Content_Types].xml"
_PRESENTATION = "application/vnd.openxmlformats-officedocument.presentationml"
_WITH_MACROS = "application/vnd.ms-powerpoint.presentation.macroEnabled.main+xml"
_MAIN = {f"{_PRESENTATION}.presentation.main+xml", _WITH_MACROS}
_READ = _MAIN | {
    *(f"{_PRESENTATION}.{part}+xml" for part in ("slide", "slideLayout", "slideMaster", "notesSlide")),
    "application/vnd.openxmlformats-package.core-properties+xml",
}
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_ELSEWHERE = re.compile(r"(?:.*[/\\])?\.\.(?:[/\\].*)?|[/\\].*|[A-Za-z]:.*")

INSERT_AGAIN = "Insert it into the presentation again."
_COPY_AGAIN = "Copy it here again."
_MAKE_SMALLER = "Take videos and large pictures out of it, or make two presentations of it."
_FAULTS = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    OSError,
    ValueError,
    KeyError,
    NotImplementedError,
    RuntimeError,
)
"""What Python's reader raises on bytes that are no zip file; RuntimeError for a member with a password."""


class DeckRefused(Exception):  # noqa: N818 - carries the two sentences of a problem
    def __init__(self, found: str, mend: str = AS_PPTX) -> None:
        super().__init__(found)
        self.found, self.mend = found, mend


class Package:
    """An opened presentation. `has_macros`: it holds programs, which are left where they are."""

    def __init__(self, archive: zipfile.ZipFile, presentation: Presentation, *, has_macros: bool) -> None:
        self._archive = archive
        self.presentation, self.has_macros = presentation, has_macros

    def name_of(self, part: Part) -> str:
        return str(part.partname).lstrip("/")

    def picture(self, part: Part) -> bytes:
        """Raises DeckRefused where it is too large or damaged."""
        try:
            member = self._archive.getinfo(self.name_of(part))
            if member.file_size > PICTURE_LIMIT:
                raise DeckRefused(
                    f"this picture is larger than {PICTURE_LIMIT // 1_000_000} MB.", "Make it smaller."
                )
            return _unpacked(self._archive, member)
        except _FAULTS as fault:
            raise DeckRefused("this picture is damaged.", "Insert it into the presentation again.") from fault


def open_package(data: bytes) -> Package:
    """Raises DeckRefused, nothing else."""
    _refuse_other_kinds(data)
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
        members = archive.infolist()
        _refuse_odd_members(members)
        types = _content_types(archive)
        copy = _copied(archive, members, types)
    except NotSound as fault:
        found = fault.found or "this presentation is damaged."
        raise DeckRefused(found) from fault
    except _FAULTS as fault:
        raise DeckRefused("this presentation is damaged.") from fault
    has_macros = _WITH_MACROS in types.values() or any(
        "vbaproject" in each.filename.lower() for each in members
    )
    return Package(archive, _presentation(copy), has_macros=has_macros)


def _presentation(copy: io.BytesIO) -> Presentation:
    from pptx import Presentation as opened  # noqa: N813, PLC0415 - 0.2 s, once the file has proved worth it

    try:
        return opened(copy)
    except MemoryError:
        raise
    except Exception as fault:  # python-pptx takes what it reads at its word, and raises whatever follows
        raise DeckRefused("this presentation is damaged.") from fault


def _refuse_other_kinds(data: bytes) -> None:
    """What can be told without unpacking anything."""
    if data.startswith(_OLE):
        if _ENCRYPTED in data:
            mend = "Take the password off: File, Info, Protect Presentation, Encrypt with Password, leave it empty."
            raise DeckRefused("this presentation is locked with a password.", mend)
        raise DeckRefused("this is an old PowerPoint file, which cannot be shown.")
    if not data.startswith(b"PK"):
        raise DeckRefused("this is no PowerPoint presentation.")
    place = data.rfind(_END_MARK, max(0, len(data) - _FARTHEST_END))
    if place < 0 or place + _END.size + 6 > len(data):
        raise DeckRefused("this presentation is cut off: its end is missing.", _COPY_AGAIN)
    _, count, directory = _END.unpack_from(data, place)
    if count > _MOST_MEMBERS or directory > _LARGEST_DIRECTORY:
        raise DeckRefused(f"this presentation holds more than {_MOST_MEMBERS:,} files.", _MAKE_SMALLER)


def _refuse_odd_members(members: list[zipfile.ZipInfo]) -> None:
    if len(members) > _MOST_MEMBERS:
        raise DeckRefused(f"this presentation holds more than {_MOST_MEMBERS:,} files.", _MAKE_SMALLER)
    unpacked = sum(member.file_size for member in members)
    if unpacked > _MOST_UNPACKED:
        found = f"this presentation unpacks to more than {_MOST_UNPACKED // 1_000_000} MB."
        raise DeckRefused(found, _MAKE_SMALLER)
    for member in members:
        if member.flag_bits & 1:
            raise DeckRefused("this presentation is locked with a password.")
        if _ELSEWHERE.fullmatch(member.filename):
            raise DeckRefused("this presentation holds files whose names lead elsewhere.")
        if member.compress_type not in {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}:
            raise DeckRefused("this presentation is packed in a way that PowerPoint does not use.")


class _Types(dict[str, str]):
    """The content type of each part by its name, in small letters; `by_ending` where a part is not named."""

    def __init__(self) -> None:
        super().__init__()
        self.by_ending: dict[str, str] = {}

    def of(self, name: str) -> str:
        name = name.lower()
        return self.get(name) or self.by_ending.get(name.rpartition(".")[2], "")


def _content_types(archive: zipfile.ZipFile) -> _Types:
    if _CONTENT_TYPES not in archive.namelist():
        raise DeckRefused("this is no PowerPoint presentation.")
    data = _xml(archive, archive.getinfo(_CONTENT_TYPES))
    SoundCheck().look_at(data)
    types = _Types()
    for entry in ET.fromstring(data):  # noqa: S314 - it has no DOCTYPE: SoundCheck has looked
        content_type = entry.get("ContentType", "")
        if entry.get("PartName"):
            types[entry.get("PartName", "").lstrip("/").lower()] = content_type
        else:
            types.by_ending[entry.get("Extension", "").lower()] = content_type
    kinds = set(types.values())
    if not kinds & _MAIN:
        if any("presentationml" in kind or "ms-powerpoint" in kind for kind in kinds):
            raise DeckRefused("this is a slide show or a template, which cannot be shown.")
        raise DeckRefused("this is no PowerPoint presentation.")
    return types


def _xml(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> bytes:
    if member.file_size > _LARGEST_XML:
        raise DeckRefused("this presentation has too many parts.", _MAKE_SMALLER)
    return _unpacked(archive, member)


def _unpacked(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> bytes:
    """No more than the member says that it is: without a number Python unpacks all that is there, and cuts that."""
    with archive.open(member) as opened:
        return opened.read(member.file_size)


def _copied(archive: zipfile.ZipFile, members: list[zipfile.ZipInfo], types: _Types) -> io.BytesIO:
    """A package of the XML that slides need, and of pictures without their bytes."""
    copy, check, size = io.BytesIO(), SoundCheck(), 0
    with zipfile.ZipFile(copy, "w") as package:
        # Of two members with one name the last counts, as everybody reads it.
        for name, member in {member.filename: member for member in members}.items():
            if _is_read(name, types):
                data = _xml(archive, member)
                size += len(data)
                if size > _MOST_XML:
                    raise DeckRefused("this presentation has too many parts.", _MAKE_SMALLER)
                check.look_at(data)
                package.writestr(name, data)
            elif types.of(name).startswith("image/"):
                package.writestr(name, b"")
    copy.seek(0)
    return copy


def _is_read(name: str, types: _Types) -> bool:
    return types.of(name) in _READ or name == _CONTENT_TYPES or name.lower().endswith(".rels")

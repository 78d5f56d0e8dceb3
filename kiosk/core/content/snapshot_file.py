"""One snapshot as one file: a head, an index, and the slides one after another.

It is written once and never changed. The head tells what it holds, the index holds the catalog without its slides;
so a start decodes the index and those slides only that its first screen shows.
"""

from __future__ import annotations

import zlib
from datetime import datetime
from itertools import accumulate
from struct import Struct as Layout
from struct import error as LayoutError  # noqa: N812 - the module's own name says nothing

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from kiosk.core.content.kept_slides import Blob, KeptSlides, lengths_of
from kiosk.core.content.model import Catalog
from kiosk.core.content.standing import Kept

_MAGIC = b"kiosk snapshot 2\n"
_SIZES = Layout("<IIII")  # check sum of the rest, then the bytes of head, index and slides


class SnapshotDamaged(Exception):  # noqa: N818 - says what is the matter with the file
    pass


class Head(Struct, frozen=True):
    """`root` is the content folder's full path, `at` (UTC) its publication, `digest` the SHA-256 of the content."""

    root: str
    at: datetime
    topics: int
    slides: int
    digest: str


class _Index(Struct, frozen=True):
    """`lengths` are the bytes of each slide, topic by topic; `pictures` are the names that pages may ask for."""

    catalog: Catalog
    lengths: tuple[tuple[int, ...], ...]
    pictures: tuple[str, ...]


class Snapshot(Struct, frozen=True):
    """What can be shown, with its name in the store."""

    name: str
    head: Head
    catalog: Catalog
    pictures: tuple[str, ...]
    blob: Blob

    @property
    def kept(self) -> Kept:
        return Kept(self.name, self.head.at, self.head.topics, self.head.slides)


def packed(catalog: Catalog, root: str, at: datetime) -> tuple[Head, bytes]:
    """A catalog as the bytes of a snapshot file."""
    import hashlib  # noqa: PLC0415 - 5 ms that a start does without

    encoder = msgspec.msgpack.Encoder()
    measured = [lengths_of(topic.slides, encoder) for topic in catalog.topics]
    slides = b"".join(data for _, data in measured)
    bare = replace(catalog, topics=tuple(replace(topic, slides=()) for topic in catalog.topics))
    lengths = tuple(tuple(each) for each, _ in measured)
    index = encoder.encode(_Index(bare, lengths, tuple(sorted(picture_names(catalog)))))
    digest = hashlib.sha256(index + slides).hexdigest()
    head = Head(root, at, len(lengths), sum(map(len, lengths)), digest)
    first = encoder.encode(head)
    rest = first + index + slides
    return head, _MAGIC + _SIZES.pack(zlib.crc32(rest), len(first), len(index), len(slides)) + rest


def unpacked(data: bytes, name: str) -> Snapshot:
    """Raises SnapshotDamaged where a single bit is wrong."""
    try:
        check, *sizes = _SIZES.unpack_from(data, len(_MAGIC))
        body = memoryview(data)[len(_MAGIC) + _SIZES.size :]
        if not data.startswith(_MAGIC) or sum(sizes) != len(body) or zlib.crc32(body) != check:
            raise SnapshotDamaged(name)
        first, second, _ = accumulate(sizes)
        head = msgspec.msgpack.decode(body[:first], type=Head)
        index = msgspec.msgpack.decode(body[first:second], type=_Index)
    except (LayoutError, msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as fault:
        raise SnapshotDamaged(name) from fault
    blob = Blob(name, data)
    begins = accumulate(map(sum, index.lengths), initial=len(data) - sizes[2])
    topics = tuple(
        replace(topic, slides=KeptSlides(blob, begin, lengths))
        for topic, begin, lengths in zip(index.catalog.topics, begins, index.lengths, strict=False)
    )
    return Snapshot(name, head, replace(index.catalog, topics=topics), index.pictures, blob)


def picture_names(catalog: Catalog) -> frozenset[str]:
    """Every picture that a page of this catalog may ask for, and every recording."""
    images = [slide.image for topic in catalog.topics for slide in topic.slides]
    images += [catalog.clinic.logo, catalog.help_page.image if catalog.help_page else None]
    spoken = (words for topic in catalog.topics for slide in topic.slides for words in slide.words.values())
    sounds = {words.recording.name for words in spoken if words.recording}
    return frozenset({*sounds, *(image.name for image in images if image)})

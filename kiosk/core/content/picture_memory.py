"""What became of each picture file at earlier readings, so that a thousand photographs are prepared once."""

from __future__ import annotations

import hashlib
from collections.abc import Collection

import msgspec
from msgspec import Struct

from kiosk.core.content.files import File
from kiosk.core.content.model import Image


class _Seen(Struct, frozen=True):
    """A file by its size in bytes and its time in nanoseconds, and the SHA-256 of its bytes with its ending."""

    size: int
    mtime_ns: int
    content: str


class _Memory(Struct, frozen=True):
    program: str = ""
    files: dict[str, _Seen] = {}
    images: dict[str, Image] = {}


class PictureMemory:
    """`program` is the version that prepared them: another one may prepare differently. `stored` are those at hand."""

    def __init__(self, data: bytes, program: str, stored: Collection[str]) -> None:
        try:
            old = msgspec.msgpack.decode(data, type=_Memory)
        except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
            old = _Memory()
        self._old = old if old.program == program else _Memory()
        self._new = _Memory(program, {}, {})
        self._stored = stored

    def recall(self, file: File) -> Image | None:
        """What this file became, if it looks as it did; it is not opened."""
        seen = self._old.files.get(file.name)
        if seen is None or (seen.size, seen.mtime_ns) != (file.size, file.mtime_ns):
            return None
        return self._use(file, seen.content)

    def recall_bytes(self, file: File, data: bytes) -> Image | None:
        """What a file of these bytes and this ending became, under whatever name."""
        return self._use(file, _content(file, data))

    def learn(self, file: File, data: bytes, image: Image) -> None:
        content = _content(file, data)
        self._new.images[content] = image
        self._new.files[file.name] = _Seen(file.size, file.mtime_ns, content)

    def as_bytes(self, *, is_whole: bool = True) -> bytes:
        """What was used or learnt; the rest is forgotten once the reading is whole."""
        if is_whole:
            return msgspec.msgpack.encode(self._new)
        files, images = self._old.files | self._new.files, self._old.images | self._new.images
        return msgspec.msgpack.encode(_Memory(self._new.program, files, images))

    def _use(self, file: File, content: str) -> Image | None:
        image = self._new.images.get(content) or self._old.images.get(content)
        if image is None or image.name not in self._stored:
            return None
        self._new.images[content] = image
        self._new.files[file.name] = _Seen(file.size, file.mtime_ns, content)
        return image


def _content(file: File, data: bytes) -> str:
    return hashlib.sha256(data).hexdigest() + file.ending

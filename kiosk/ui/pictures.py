"""Pictures from the kiosk's own store, drawn at device pixels and kept up to a limit in bytes."""

from __future__ import annotations

import logging
import os
from collections import OrderedDict, deque
from functools import cache
from pathlib import Path
from typing import TypeAlias

from PySide6.QtCore import QByteArray, QObject, QRectF, QSize, Qt, QThreadPool, Signal
from PySide6.QtGui import QImage, QImageReader, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from kiosk.core.content.model import Image

_log = logging.getLogger(__name__)
LIMIT_BYTES = 24 * 1024 * 1024
"""Until a window says how large its pages are: a page's picture at 1920x1080 takes 3 MB, at 3840x2160 12 MB."""

_Key: TypeAlias = tuple[str, int, int, float]


def fitted(image: Image, box: QSize) -> QSize:
    """Return the size of the picture at its own proportions, as large as the box allows, in pixels."""
    return QSize(image.width, image.height).scaled(box, Qt.AspectRatioMode.KeepAspectRatio)


def draw_image(path: Path, image: Image, pixels: QSize) -> QImage:
    """Decode at this size, off the GUI thread too. A file that cannot be read gives an empty picture."""
    return _draw_vectors(bytes_of(path), pixels) if image.is_drawing else _draw_photo(str(path), pixels)


def _draw_vectors(content: bytes, pixels: QSize) -> QImage:
    canvas = QImage(pixels, QImage.Format.Format_ARGB32_Premultiplied)
    canvas.fill(Qt.GlobalColor.transparent)
    if content:
        painter = QPainter(canvas)
        QSvgRenderer(QByteArray(content)).render(painter, QRectF(canvas.rect()))
        painter.end()
    return canvas


def _draw_photo(path: str, pixels: QSize) -> QImage:
    reader = QImageReader(path)
    reader.setScaledSize(pixels)
    found = reader.read()
    return (
        found.convertToFormat(QImage.Format.Format_ARGB32_Premultiplied)
        if not found.isNull()
        else _draw_vectors(b"", pixels)
    )


def bytes_of(path: Path) -> bytes:
    """Nothing, where the file cannot be read."""
    try:
        return path.read_bytes()
    except OSError:
        _log.warning("A picture cannot be read.")
        return b""


@cache
def _call_first_on_this_thread(*, is_drawing: bool) -> None:
    """Call once, on the GUI thread, all of PySide that the worker will call.

    A PySide function sets itself up at its first call: it takes a lock of C++ and then runs Python. Two threads that
    do so at once wait for each other for ever, one for the lock and one for the interpreter (seen with 6.11.3).
    """
    one = QSize(1, 1)
    _draw_vectors(b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>', one)
    if not is_drawing:
        _draw_photo(os.devnull, one)


class Pictures(QObject):
    """The store's pictures at the sizes in use; the least recently used go first.

    `prepare` draws ahead of the finger on another thread; `pixmap` draws at once what nobody has asked for yet.
    """

    _ready = Signal()

    def __init__(self, *folders: Path, limit_bytes: int = LIMIT_BYTES) -> None:
        super().__init__()
        self.limit_bytes = limit_bytes
        self._folders = folders
        self._kept: OrderedDict[_Key, QPixmap] = OrderedDict()
        self._coming: set[_Key] = set()
        self._drawn: deque[tuple[_Key, QImage]] = deque()
        self._worker = QThreadPool(self)
        self._worker.setMaxThreadCount(1)
        self._ready.connect(self._take_drawn)

    def pixmap(self, image: Image, box: QSize, ratio: float) -> QPixmap:
        """Return the picture fitted into the box; `ratio` is device pixels a pixel."""
        key = _key(image, box, ratio)
        if key in self._coming:
            self._worker.waitForDone()
            self._take_drawn()
        if key not in self._kept:
            self._keep(key, draw_image(self.path_of(image), image, QSize(*key[1:3])))
        self._kept.move_to_end(key)
        return self._kept[key]

    def path_of(self, image: Image) -> Path:
        return self.file(image.name)

    def file(self, name: str) -> Path:
        """A file of the kiosk's own copy, a picture or a recording, in the first folder that has it."""
        for folder in self._folders[:-1]:
            if (folder / name).exists():
                return folder / name
        return self._folders[-1] / name

    def prepare(self, image: Image, box: QSize, ratio: float) -> None:
        """Have the picture ready soon."""
        key = _key(image, box, ratio)
        if key in self._kept or key in self._coming:
            return
        _call_first_on_this_thread(is_drawing=image.is_drawing)
        self._ready.emit()
        self._coming.add(key)
        self._worker.start(lambda: self._draw_apart(key, image))

    def finish(self) -> None:
        """Wait for what is being prepared; before the program ends."""
        self._worker.clear()
        self._worker.waitForDone()

    def _draw_apart(self, key: _Key, image: Image) -> None:
        self._drawn.append((key, draw_image(self.path_of(image), image, QSize(*key[1:3]))))
        self._ready.emit()

    def _take_drawn(self) -> None:
        while self._drawn:
            key, drawn = self._drawn.popleft()
            self._coming.discard(key)
            if key not in self._kept:
                self._keep(key, drawn)

    def _keep(self, key: _Key, drawn: QImage) -> None:
        pixmap = QPixmap.fromImage(drawn)
        pixmap.setDevicePixelRatio(key[3])
        self._kept[key] = pixmap
        while len(self._kept) > 1 and self._bytes() > self.limit_bytes:
            self._kept.popitem(last=False)

    def _bytes(self) -> int:
        return sum(each.width() * each.height() * 4 for each in self._kept.values())


def _key(image: Image, box: QSize, ratio: float) -> _Key:
    size = fitted(image, box)
    return image.name, max(1, round(size.width() * ratio)), max(1, round(size.height() * ratio)), ratio

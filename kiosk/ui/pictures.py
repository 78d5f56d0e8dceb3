"""Pictures from the kiosk's own store, drawn at device pixels and kept up to a limit in bytes."""

from __future__ import annotations

import logging
from collections import OrderedDict
from pathlib import Path

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QImage, QImageReader, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from kiosk.core.content.model import Image

_log = logging.getLogger(__name__)
LIMIT_BYTES = 48 * 1024 * 1024
"""Three full pages of a 3840x2160 screen's pictures; a 1920x1080 one needs 3 MB each."""


def fitted(image: Image, box: QSize) -> QSize:
    """Return the size of the picture at its own proportions, as large as the box allows, in pixels."""
    return QSize(image.width, image.height).scaled(box, Qt.AspectRatioMode.KeepAspectRatio)


def draw_image(path: Path, image: Image, pixels: QSize) -> QImage:
    """Decode at this size, off the GUI thread too. A file that cannot be read gives an empty picture."""
    if not image.is_drawing:
        reader = QImageReader(str(path))
        reader.setScaledSize(pixels)
        found = reader.read()
        if not found.isNull():
            return found.convertToFormat(QImage.Format.Format_ARGB32_Premultiplied)
    canvas = QImage(pixels, QImage.Format.Format_ARGB32_Premultiplied)
    canvas.fill(Qt.GlobalColor.transparent)
    if image.is_drawing:
        painter = QPainter(canvas)
        QSvgRenderer(str(path)).render(painter, QRectF(canvas.rect()))
        painter.end()
    return canvas


class Pictures:
    """The store's pictures at the sizes in use; the least recently used go first."""

    def __init__(self, folder: Path, limit_bytes: int = LIMIT_BYTES) -> None:
        self._folder, self._limit = folder, limit_bytes
        self._kept: OrderedDict[tuple[str, int, int], QPixmap] = OrderedDict()

    def pixmap(self, image: Image, box: QSize, ratio: float) -> QPixmap:
        """Return the picture fitted into the box; `ratio` is device pixels a pixel."""
        size = fitted(image, box)
        pixels = QSize(max(1, round(size.width() * ratio)), max(1, round(size.height() * ratio)))
        key = (image.name, pixels.width(), pixels.height())
        if key in self._kept:
            self._kept.move_to_end(key)
            return self._kept[key]
        pixmap = QPixmap.fromImage(draw_image(self._folder / image.name, image, pixels))
        pixmap.setDevicePixelRatio(ratio)
        self._kept[key] = pixmap
        while len(self._kept) > 1 and self._bytes() > self._limit:
            self._kept.popitem(last=False)
        return pixmap

    def _bytes(self) -> int:
        return sum(each.width() * each.height() * 4 for each in self._kept.values())

"""A code for a phone's camera. Every square is a whole number of the screen's own pixels: a blurred edge costs readers.

Black on white in every theme, its empty rim with it, and never mirrored.
"""

from __future__ import annotations

from math import ceil, floor

import segno
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QLabel, QWidget
from segno import consts

from kiosk.core.takeaway import LEAST_MODULE_MM, LEAST_MODULE_PX, QUIET_MODULES, CodeSize
from kiosk.ui.painting import guarded

_MOST = 40
_ECI_BITS = 12
_NUMBERS_BEFORE = ((9, 8), (_MOST, 16))
"""Up to this version the length of the text takes so many bits."""


class Sizer:
    """How large codes become on a screen; `ratio` is its own pixels in one of Qt's."""

    def __init__(self, px_per_mm: float, ratio: float) -> None:
        self._device_px_per_mm = px_per_mm * ratio
        self.least = max(LEAST_MODULE_PX, ceil(LEAST_MODULE_MM * self._device_px_per_mm))

    def size_of(self, text: str) -> CodeSize | None:
        version = version_for(text)
        if version is None:
            return None
        return CodeSize(version, modules_of(version) * self.least / self._device_px_per_mm)

    def module_within(self, version: int, device_px: float) -> int:
        """Device pixels of a square so that the code is as large as there is room, and never under the least."""
        return max(self.least, floor(device_px / modules_of(version)))


def version_for(text: str) -> int | None:
    """The version of the smallest code that holds the text as UTF-8 at level M; None: no code does."""
    bits = 8 * len(text.encode()) + (0 if text.isascii() else _ECI_BITS)
    for version in range(1, _MOST + 1):
        length = next(bits for last, bits in _NUMBERS_BEFORE if version <= last)
        # Its type is known as an object alone: it also has the capacity of smaller kinds of codes.
        capacity: int = consts.SYMBOL_CAPACITY[version][consts.ERROR_LEVEL_M]  # type: ignore[index]
        if 4 + length + bits <= capacity:
            return version
    return None


def modules_of(version: int) -> int:
    """Squares along one side, with the empty rim."""
    return 17 + 4 * version + 2 * QUIET_MODULES


class CodeLabel(QLabel):
    """The text as a code, `module` device pixels a square. A graphic to a screen reader."""

    def __init__(self, parent: QWidget, text: str, version: int, module: int, alt: str) -> None:
        super().__init__(parent)
        self._text, self._version, self._module = text, version, module
        self._image: QImage | None = None
        self.setAccessibleName(alt)
        self.setPixmap(QPixmap(1, 1))  # a label with a pixmap is a graphic to a screen reader
        # Room for the whole code wherever the grid of device pixels begins.
        side = ceil(self.device_px / self.devicePixelRatioF())
        is_whole = self.devicePixelRatioF().is_integer()
        self.resize(side + (not is_whole), side + (not is_whole))

    @property
    def device_px(self) -> int:
        """Of one side, with the empty rim."""
        return modules_of(self._version) * self._module

    @guarded
    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._image is None:
            self._image = _drawn(self._text, self._version, self._module)
        painter = QPainter(self)
        painter.fillRect(self.rect(), Qt.GlobalColor.white)
        # Unsmoothed, Qt puts the picture on whole device pixels, also where the label begins between two of them.
        self._image.setDevicePixelRatio(self.devicePixelRatioF())
        painter.drawImage(QPointF(0, 0), self._image)


def _drawn(text: str, version: int, module: int) -> QImage:
    # Beyond ASCII the code says that it is UTF-8 (ECI 26): a reader that has to guess may take "ñ" for Chinese.
    code = segno.make_qr(
        text,
        version=version,
        error="m",
        mode="byte",
        encoding="utf-8",
        eci=not text.isascii(),
        boost_error=False,
    )
    side = modules_of(version)
    image = QImage(side, side, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    for y, row in enumerate(code.matrix, QUIET_MODULES):
        for x, is_dark in enumerate(row, QUIET_MODULES):
            if is_dark:
                image.setPixel(x, y, 0xFF000000)
    return image.scaled(side * module, side * module)

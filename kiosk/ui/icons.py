"""The icons: Phosphor's bold weight, from QtAwesome's package. The one file that knows it.

Only its font and its table of names are used: importing QtAwesome itself loads every module of Qt that it may ever
need, 0.1 s of the start. Where the font cannot be loaded (Windows can block untrusted fonts), keys show words alone.
"""

from __future__ import annotations

import logging
from functools import cache
from importlib.util import find_spec
from pathlib import Path

import msgspec
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPainter

_log = logging.getLogger(__name__)
_FONT, _TABLE = "phosphor-1.3.0.ttf", "phosphor-charmap-1.3.0.json"
_FLIPPED_IN_RIGHT_TO_LEFT = frozenset({"arrow-left", "arrow-right"})


class Icons:
    """Draws icons by their Phosphor names; bold, unless the name ends in `-fill`."""

    def __init__(self) -> None:
        self._codes: dict[str, str] = {}
        self._font = QFont()
        try:
            self._load()
        except Exception:  # noqa: BLE001 - whatever is wrong with the icon font, the kiosk starts without it
            _log.warning("The icon font could not be loaded; keys show words alone.", exc_info=True)

    def _load(self) -> None:
        package = find_spec("qtawesome")
        if package is None or package.origin is None:
            raise ModuleNotFoundError(name="qtawesome")
        folder = Path(package.origin).parent / "fonts"
        codes = msgspec.json.decode((folder / _TABLE).read_bytes(), type=dict[str, str])
        number = QFontDatabase.addApplicationFont(str(folder / _FONT))
        self._font = QFont(QFontDatabase.applicationFontFamilies(number)[0])
        self._codes = codes

    def __bool__(self) -> bool:
        return bool(self._codes)

    def draw(
        self, painter: QPainter, name: str, box: QRectF, colour: QColor, *, is_mirrored: bool = False
    ) -> None:
        """Draw the icon in the square box; arrows point the other way where the script runs right to left."""
        code = self._codes.get(name if name.endswith("-fill") else f"{name}-bold")
        if code is None:
            return
        painter.save()
        font = QFont(self._font)
        font.setPixelSize(max(1, round(box.height())))
        painter.setFont(font)
        painter.setPen(colour)
        painter.translate(box.center())
        if is_mirrored and name in _FLIPPED_IN_RIGHT_TO_LEFT:
            painter.scale(-1, 1)
        around = QRectF(-box.width(), -box.height(), 2 * box.width(), 2 * box.height())
        painter.drawText(around, Qt.AlignmentFlag.AlignCenter, chr(int(code, 16)))
        painter.restore()


@cache
def icons() -> Icons:
    """The one icon font of the program; needs a `QGuiApplication`."""
    return Icons()

"""The icons: Phosphor's bold weight, through QtAwesome. The one file that imports it.

`qta.icon()` loads twelve fonts and checks each; one `IconicFont` of our own loads the one in use.
Where it cannot be loaded (Windows that blocks untrusted fonts raises `FontError`), keys show words alone.
"""

from __future__ import annotations

import logging
import os
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter

os.environ.setdefault("QT_API", "pyside6")

_log = logging.getLogger(__name__)
_FLIPPED_IN_RIGHT_TO_LEFT = frozenset({"arrow-left", "arrow-right"})


class Icons:
    """Draws icons by their Phosphor names; bold, unless the name ends in `-fill`."""

    def __init__(self) -> None:
        self._characters: dict[str, str] = {}
        self._font = QFont()
        try:
            self._load()
        except Exception:  # noqa: BLE001 - whatever is wrong with the icon font, the kiosk starts without it
            _log.warning("The icon font could not be loaded; keys show words alone.", exc_info=True)

    def _load(self) -> None:
        from qtawesome.iconic_font import IconicFont  # noqa: PLC0415 - 10 ms, paid where drawn

        spec = find_spec("qtawesome")
        if spec is None or spec.origin is None:
            raise ModuleNotFoundError(name="qtawesome")
        folder = str(Path(spec.origin).parent / "fonts")
        font = IconicFont(("ph", "phosphor-1.3.0.ttf", "phosphor-charmap-1.3.0.json", folder))
        self._characters = font.charmap["ph"]
        self._font = font.font("ph", 16)

    def __bool__(self) -> bool:
        return bool(self._characters)

    def draw(
        self, painter: QPainter, name: str, box: QRectF, colour: QColor, *, is_mirrored: bool = False
    ) -> None:
        """Draw the icon in the square box; arrows point the other way where the script runs right to left."""
        character = self._characters.get(name if name.endswith("-fill") else f"{name}-bold")
        if character is None:
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
        painter.drawText(around, Qt.AlignmentFlag.AlignCenter, character)
        painter.restore()


@cache
def icons() -> Icons:
    """The one icon font of the program; needs a `QGuiApplication`."""
    return Icons()

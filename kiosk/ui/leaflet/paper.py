"""The paper and the type of a leaflet. Sizes are points, 72 an inch; what is drawn is in the device's dots."""

from __future__ import annotations

from enum import Enum, StrEnum

from msgspec import Struct
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QPen

from kiosk.core.language import is_right_to_left
from kiosk.ui.theme import FAMILIES

MARGIN = 40
"""All around; no printer needs more to hold the paper."""
_ARABIC_LINE = 1.1
"""Its letters reach further up and down: vowel signs of one line would touch those of the next."""
_WEIGHT_AXIS = QFont.Tag("wght")


class Paper(StrEnum):
    A4 = "A4"
    LETTER = "Letter"


class _Type(Struct, frozen=True):
    """Size and line height, in the ordinary leaflet and in large print."""

    ordinary: tuple[float, float]
    large: tuple[float, float]
    is_bold: bool = False


class Face(Enum):
    """What a text is for. In large print none is under 18 points (HWI-09)."""

    TITLE = _Type((30, 34), (38, 44), is_bold=True)
    LEAD = _Type((15, 20), (22, 29))
    HEADING = _Type((17, 22), (27, 33), is_bold=True)
    NAME = _Type((13, 17), (22, 28), is_bold=True)
    BODY = _Type((12, 16.5), (19, 27))
    MESSAGE = _Type((12, 16.5), (20, 27), is_bold=True)
    SMALL = _Type((9.5, 13), (18, 24))
    SMALL_NAME = _Type((10.5, 14), (20, 27), is_bold=True)


class Press(Struct, frozen=True):
    """The page, without its margins, in dots; `unit` is dots a point, `scale` that of the type."""

    width: float
    height: float
    unit: float
    language: str
    is_large: bool
    scale: float = 1.0

    def dots(self, points: float) -> float:
        return points * self.unit

    def font(self, face: Face, *, is_bold: bool | None = None) -> QFont:
        font = QFont()
        font.setFamilies(FAMILIES)
        font.setPixelSize(round(self.dots(self._measures(face)[0])))
        if face.value.is_bold if is_bold is None else is_bold:
            # The variable fonts have their weight on an axis; a full bold Qt would thicken once more by itself.
            font.setWeight(QFont.Weight.DemiBold)
            font.setVariableAxis(_WEIGHT_AXIS, 700)
        return font

    def line(self, face: Face, language: str) -> float:
        return self.dots(self._measures(face)[1] * (_ARABIC_LINE if is_right_to_left(language) else 1.0))

    def _measures(self, face: Face) -> tuple[float, float]:
        size, line = face.value.large if self.is_large else face.value.ordinary
        return size * self.scale, line * self.scale


class Canvas:
    """Draws on a page whose places are those of a script that runs left to right, mirrored for the others."""

    def __init__(self, painter: QPainter, press: Press) -> None:
        self.painter, self.press = painter, press
        self._is_rtl = is_right_to_left(press.language)

    def left(self, x: float, width: float) -> float:
        return self.press.width - x - width if self._is_rtl else x

    def box(self, x: float, y: float, width: float, height: float) -> QRectF:
        return QRectF(self.left(x, width), y, width, height)

    def outline(self, box: QRectF, *, points: float, radius: float = 0) -> None:
        """A black line around; nothing is filled, to save ink."""
        painter, unit = self.painter, self.press.unit
        painter.setPen(QPen(Qt.GlobalColor.black, points * unit))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box, radius * unit, radius * unit)

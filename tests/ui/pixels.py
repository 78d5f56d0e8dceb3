"""What really stands on the screen: colours of pixels, and WCAG's contrast between them."""

from __future__ import annotations

from functools import cache

from PIL import Image
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QColor, QImage, QPixmap
from PySide6.QtWidgets import QWidget

Pixel = tuple[int, int, int]
SOLID = 0.3
"""Of the pixels of the commonest ink: a colour that covers less is the smooth edge of another."""


@cache
def luminance(pixel: Pixel) -> float:
    """WCAG 2.2, relative luminance."""
    parts = (part / 255 for part in pixel)
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: Pixel, other: Pixel) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def of_colour(colour: QColor) -> Pixel:
    return colour.red(), colour.green(), colour.blue()


class Shot:
    """A picture of the window, asked by places in the window."""

    def __init__(self, pixmap: QPixmap) -> None:
        image = pixmap.toImage().convertToFormat(QImage.Format.Format_RGB888)
        size = image.width(), image.height()
        data = bytes(image.constBits())
        self._image = Image.frombuffer("RGB", size, data, "raw", "RGB", image.bytesPerLine(), 1)

    @property
    def is_plain(self) -> bool:
        """Whether it has one colour."""
        return self._image.getcolors(1) is not None

    def colours(self, box: QRect) -> dict[Pixel, int]:
        """Every colour in the box, the commonest first."""
        crop = self._image.crop((box.left(), box.top(), box.right() + 1, box.bottom() + 1))
        found = crop.getcolors(box.width() * box.height()) or []
        return {pixel: count for count, pixel in sorted(found, reverse=True)}  # type: ignore[misc]

    def all_in(self, box: QRect) -> list[Pixel]:
        """Every pixel of the box, row after row."""
        crop = self._image.crop((box.left(), box.top(), box.right() + 1, box.bottom() + 1))
        data = crop.tobytes()
        return [(data[at], data[at + 1], data[at + 2]) for at in range(0, len(data), 3)]

    def line(self, start: QPoint, end: QPoint) -> list[Pixel]:
        """The pixels from one place to another in the same row or column; none outside the window."""
        dx, dy = _sign(end.x() - start.x()), _sign(end.y() - start.y())
        steps = max(abs(end.x() - start.x()), abs(end.y() - start.y())) + 1
        places = ((start.x() + dx * step, start.y() + dy * step) for step in range(steps))
        width, height = self._image.size
        return [self._image.getpixel((x, y)) for x, y in places if 0 <= x < width and 0 <= y < height]  # type: ignore[misc]


def solid(colours: dict[Pixel, int]) -> tuple[Pixel, list[Pixel]]:
    """Return the ground, which is the commonest colour, and every other one that is no smooth edge."""
    ground, *others = colours
    least = SOLID * colours[others[0]] if others else 0
    return ground, [pixel for pixel in others if colours[pixel] >= least]


def place_of(widget: QWidget, box: QRect | None = None) -> QRect:
    """Where a widget, or a box in it, lies in its window."""
    box = box or widget.rect()
    return QRect(widget.mapTo(widget.window(), box.topLeft()), box.size()).intersected(widget.window().rect())


def _sign(value: int) -> int:
    return (value > 0) - (value < 0)

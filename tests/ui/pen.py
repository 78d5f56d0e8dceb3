"""A device that draws nothing and remembers in which fonts words were drawn on it."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QSize
from PySide6.QtGui import QFont, QPaintDevice, QPaintEngine, QTextItem
from PySide6.QtWidgets import QWidget


class _Engine(QPaintEngine):
    def __init__(self) -> None:
        super().__init__(QPaintEngine.PaintEngineFeature.AllFeatures)
        self.found: dict[str, QFont] = {}

    def begin(self, _device: QPaintDevice) -> bool:
        return True

    def end(self) -> bool:
        return True

    def updateState(self, _state: object) -> None: ...

    def drawPixmap(self, *_: object) -> None: ...

    def drawImage(self, *_: object) -> None: ...

    def drawPath(self, *_: object) -> None: ...

    def drawPolygon(self, *_: object) -> None: ...

    def drawRects(self, *_: object) -> None: ...

    def drawTextItem(self, _place: object, item: QTextItem) -> None:
        self.found[item.text()] = item.font()

    def type(self) -> QPaintEngine.Type:
        return QPaintEngine.Type.User


class _Device(QPaintDevice):
    def __init__(self, size: QSize) -> None:
        super().__init__()
        self.engine = _Engine()
        metric = QPaintDevice.PaintDeviceMetric
        self._metrics = {
            metric.PdmWidth: size.width(),
            metric.PdmHeight: size.height(),
            metric.PdmDpiX: 96,
            metric.PdmDpiY: 96,
            metric.PdmPhysicalDpiX: 96,
            metric.PdmPhysicalDpiY: 96,
            metric.PdmDevicePixelRatioScaled: 65536,
            metric.PdmDepth: 32,
        }

    def paintEngine(self) -> QPaintEngine:
        return self.engine

    def metric(self, asked: QPaintDevice.PaintDeviceMetric) -> int:
        return self._metrics.get(asked, 1)


def fonts_on(widget: QWidget) -> dict[str, QFont]:
    """The words on a widget, each with the font that really drew it; without icons, and without the largest.

    Qt draws glyphs over 64 pixels as shapes.
    """
    device = _Device(widget.size())
    widget.render(device, QPoint(0, 0))
    return {text: font for text, font in device.engine.found.items() if "Phosphor" not in font.family()}

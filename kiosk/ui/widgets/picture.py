"""A picture on a page: a label that a screen reader finds as a graphic with its alt text."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QLabel, QWidget

from kiosk.core.content.model import Image
from kiosk.ui.pictures import Pictures, fitted


class PictureLabel(QLabel):
    """Shows an image fitted into a box; photographs get round corners, drawings bring their own ground."""

    def __init__(self, parent: QWidget, pictures: Pictures, image: Image, alt: str, radius: int) -> None:
        super().__init__(parent)
        self._pictures, self._image, self._radius = pictures, image, radius
        self.setAccessibleName(alt)

    def place(self, box: QRect) -> QRect:
        """Put it in the middle of the box; return where it is."""
        size = fitted(self._image, box.size())
        where = QRect(box.topLeft(), size)
        where.moveCenter(box.center())
        self.setGeometry(where)
        # A label with a pixmap is a graphic to a screen reader; the drawing below rounds its corners.
        self.setPixmap(self._pictures.pixmap(self._image, size, self.devicePixelRatioF()))
        return where

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        if not self._image.is_drawing:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            path = QPainterPath()
            path.addRoundedRect(QRectF(self.rect()), self._radius, self._radius)
            painter.setClipPath(path)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawPixmap(self.rect(), self.pixmap())

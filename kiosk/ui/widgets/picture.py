"""A picture on a page: a label that a screen reader finds as a graphic with its alt text."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPixmap
from PySide6.QtWidgets import QLabel, QWidget

from kiosk.core.content.model import Image
from kiosk.ui.pictures import Pictures, fitted


class PictureLabel(QLabel):
    """Shows an image fitted into a box; photographs get round corners, drawings bring their own ground."""

    def __init__(self, parent: QWidget, pictures: Pictures, image: Image, alt: str, radius: int) -> None:
        super().__init__(parent)
        self._pictures, self._image, self._radius = pictures, image, radius
        self.setAccessibleName(alt)
        self.setPixmap(QPixmap(1, 1))  # a label with a pixmap is a graphic to a screen reader

    def place(self, box: QRect) -> QRect:
        """Put it in the middle of the box; return where it is."""
        size = fitted(self._image, box.size())
        where = QRect(box.topLeft(), size)
        where.moveCenter(box.center())
        self.setGeometry(where)
        return where

    def prepare(self) -> None:
        """Have the picture ready before the page is shown."""
        self._pictures.prepare(self._image, self.size(), self.devicePixelRatioF())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        if not self._image.is_drawing:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            path = QPainterPath()
            path.addRoundedRect(QRectF(self.rect()), self._radius, self._radius)
            painter.setClipPath(path)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        pixmap = self._pictures.pixmap(self._image, self.size(), self.devicePixelRatioF())
        painter.drawPixmap(self.rect(), pixmap)

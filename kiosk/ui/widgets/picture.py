"""A picture on a page: a label that a screen reader finds as a graphic with its alt text."""

from __future__ import annotations

from time import perf_counter

from PySide6.QtCore import QRect, QRectF, QTimer
from PySide6.QtGui import QHideEvent, QPainter, QPainterPath, QPaintEvent, QPixmap, QShowEvent
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QLabel, QWidget

from kiosk.core.content.model import Image
from kiosk.ui.painting import guarded
from kiosk.ui.pictures import Pictures, fitted

RIM = 0.04
"""Of a drawing's width."""
STILL_MILLISECONDS = 1200
"""A drawing rests on its first frame, which says everything, until the page has turned and the title is read."""
MOVING_SECONDS = 16.0
"""Then it moves this long, and rests again: a screen that nobody touches costs nothing."""
FRAME_MILLISECONDS = 80
LARGEST_SHARE = 0.25
"""Of one core, for drawing frames: where a frame takes long to draw, fewer are drawn."""


class PictureLabel(QLabel):
    """Shows an image fitted into a box; photographs get round corners, drawings bring their own ground."""

    def __init__(
        self,
        parent: QWidget,
        pictures: Pictures,
        image: Image,
        alt: str,
        radius: int,
        *,
        may_move: bool = False,
    ) -> None:
        super().__init__(parent)
        self._pictures, self._image, self._radius = pictures, image, radius
        self._mover = Mover(self, pictures, image) if may_move and image.is_drawing else None
        self.setAccessibleName(alt)
        self.setPixmap(QPixmap(1, 1))  # a label with a pixmap is a graphic to a screen reader

    def place(self, box: QRect) -> QRect:
        """Put it in the middle of the box, and have it drawn while the page is made; return where it is."""
        size = fitted(self._image, box.size())
        where = QRect(box.topLeft(), size)
        where.moveCenter(box.center())
        self.setGeometry(where)
        self._pictures.prepare(self._image, self.size(), self.devicePixelRatioF())
        return where

    @property
    def ink(self) -> QRect:
        """Where something is drawn, in its parent: drawings have an empty rim, on which words may stand."""
        rim = round(self.width() * RIM) if self._image.is_drawing else 0
        return self.geometry().adjusted(rim, rim, -rim, -rim)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._mover:
            self._mover.begin()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if self._mover:
            self._mover.end()

    @guarded
    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self._mover and self._mover.paint(painter, QRectF(self.rect())):
            return
        if not self._image.is_drawing:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            path = QPainterPath()
            path.addRoundedRect(QRectF(self.rect()), self._radius, self._radius)
            painter.setClipPath(path)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        pixmap = self._pictures.pixmap(self._image, self.size(), self.devicePixelRatioF())
        painter.drawPixmap(self.rect(), pixmap)


class Mover:
    """Moves a drawing that has `animateTransform` in it, for a while; one that has none stays as it is."""

    def __init__(self, label: QLabel, pictures: Pictures, image: Image) -> None:
        self._label, self._path = label, pictures.path_of(image)
        self._drawing: QSvgRenderer | None = None
        self._ends = 0.0
        self.timer = QTimer(label)
        self.timer.setSingleShot(True)
        self.timer.timeout.connect(self._step)

    def begin(self) -> None:
        self.timer.start(STILL_MILLISECONDS)

    def end(self) -> None:
        """Rest on the first frame."""
        self.timer.stop()
        self._drawing = None

    def paint(self, painter: QPainter, box: QRectF) -> bool:
        """Draw the frame of this moment; False where nothing moves now."""
        if self._drawing is None:
            return False
        began = perf_counter()
        self._drawing.render(painter, box)
        taken = (perf_counter() - began) * 1000
        self.timer.start(max(FRAME_MILLISECONDS, round(taken / LARGEST_SHARE)))
        return True

    def _step(self) -> None:
        now = perf_counter()
        if self._drawing is None:
            drawing = QSvgRenderer(str(self._path))
            if not drawing.animated():
                return
            drawing.setAnimationEnabled(True)
            self._drawing, self._ends = drawing, now + MOVING_SECONDS
        if now >= self._ends:
            self._drawing = None
        self._label.update()

"""The turn from one page to the next: 250 ms, two pictures already painted, over the page that is there already."""

from __future__ import annotations

from functools import cached_property

from PySide6.QtCore import QEasingCurve, QPoint, Qt, QVariantAnimation
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QWidget

from kiosk.core.session.motion import Motion
from kiosk.ui.pages.page import Page
from kiosk.ui.painting import guarded

MILLISECONDS = 250
SLIDE_UNITS = 60
FIRST_FRAME = 17
"""Milliseconds: one frame of a 60 Hz screen."""


class Turn(QWidget):
    """Lies over the new page, lets every touch through, and is gone when it is over."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._old, self._new = QPixmap(), QPixmap()
        self._page: Page | None = None
        self._ground = QColor()
        self._motion, self._shift = Motion.NONE, 0
        self.hide()

    @cached_property
    def _clock(self) -> QVariantAnimation:
        # Made for the first turn: PySide loads 3 ms of types for it, which the start of the program can do without.
        clock = QVariantAnimation(self)
        clock.setDuration(MILLISECONDS)
        clock.setStartValue(0.0)
        clock.setEndValue(1.0)
        clock.setEasingCurve(QEasingCurve.Type.OutCubic)
        clock.valueChanged.connect(self.update)
        clock.finished.connect(self.end)
        return clock

    def last_picture_of(self, page: Page) -> QPixmap:
        """Return the page as it looks, without painting it again where the last turn led to it."""
        is_known = self._page is page and not page.changes_by_itself
        return self._new if is_known else page.grab()

    def begin(self, motion: Motion, page: Page, old: QPixmap, *, shift: int) -> None:
        """Turn from the old picture to the page; `shift` is how far pages slide, in pixels to the left."""
        self._motion, self._page, self._old, self._new = motion, page, old, page.grab()
        self._shift, self._ground = shift, page.ground
        self.setGeometry(page.geometry())
        self.show()
        self.raise_()
        self._clock.start()
        self._clock.setCurrentTime(FIRST_FRAME)  # the first frame already moves

    def end(self) -> None:
        """Show the new page as it is."""
        if self._page is None:
            return
        self._clock.stop()
        self.hide()
        self._old = QPixmap()

    @property
    def is_running(self) -> bool:
        return self._page is not None and self._clock.state() == QVariantAnimation.State.Running

    @guarded
    def paintEvent(self, _event: QPaintEvent) -> None:
        done = float(self._clock.currentValue() or 0.0)
        painter = QPainter(self)
        if self._motion in {Motion.RISE, Motion.FALL}:
            self._paint_sheet(painter, done)
            return
        painter.fillRect(self.rect(), self._ground)
        painter.setOpacity(1 - done)
        painter.drawPixmap(QPoint(round(-self._shift * done), 0), self._old)
        painter.setOpacity(done)
        painter.drawPixmap(QPoint(round(self._shift * (1 - done)), 0), self._new)

    def _paint_sheet(self, painter: QPainter, done: float) -> None:
        """A sheet slides over what is below, or off it."""
        is_rising = self._motion is Motion.RISE
        below, sheet = (self._old, self._new) if is_rising else (self._new, self._old)
        covered = done if is_rising else 1 - done
        painter.drawPixmap(QPoint(0, 0), below)
        painter.drawPixmap(QPoint(0, round(self.height() * (1 - covered))), sheet)

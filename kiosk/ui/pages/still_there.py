"""Still there?: a countdown; the whole page is the key."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRect, QSize, QTimer
from PySide6.QtGui import QColor, QHideEvent, QMouseEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from kiosk.core.views.still_there import StillThereView
from kiosk.ui.pages.page import Kit, Page
from kiosk.ui.theme import Role
from kiosk.ui.widgets.key import Look
from kiosk.ui.widgets.marks import Ring
from kiosk.ui.widgets.prose import Prose


class StillTherePage(Page):
    """`clock` gives seconds; the ring and the number step once a second."""

    def __init__(
        self, parent: QWidget, kit: Kit, size: QSize, view: StillThereView, clock: Callable[[], float]
    ) -> None:
        super().__init__(parent, kit, size)
        self._view, self._clock, self._began = view, clock, clock()
        self._tick = QTimer(self)
        self._tick.setInterval(200)
        self._tick.timeout.connect(self.step)
        self._left = view.seconds
        self._ring = Ring(self, self.style_)
        self._build()
        self.mirror()
        self._number: Prose | None = None
        self._show_left()

    @property
    def ground(self) -> QColor:
        return self.style_.palette.lemon

    @property
    def left(self) -> int:
        """Whole seconds that are left."""
        return self._left

    def step(self) -> None:
        """Show the time that is left now."""
        left = max(0, round(self._view.seconds - (self._clock() - self._began) + 0.49))
        if left != self._left:
            self._left = left
            self._show_left()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._began = self._clock()
        self._tick.start()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._tick.stop()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self.rect().contains(event.position().toPoint()):
            self.happened.emit(self._view.stay.event)

    def _build(self) -> None:
        view, size = self._view, self.px(518)
        if self.style_.is_portrait:
            box = QRect(self.px(62), 0, self.width() - self.px(124), self.height())
            top = self.px(120)
            self._ring.setGeometry((self.width() - size) // 2, top, size, size)
            y = top + size + self.px(90)
        else:
            size = min(size, round(self.width() * 0.28))
            x = self.px(140)
            self._ring.setGeometry(x, (self.height() - size) // 2 + self.px(10), size, size)
            box = QRect(x + size + self.px(130), 0, 0, self.height())
            box.setRight(self.width() - self.px(62))
            y = -1
        texts = [
            (self.set_text(Role.STILL_TITLE, view.title, is_balanced=True), 24),
            (self.set_text(Role.STILL_LEAD, view.lead, is_balanced=True), 40),
            (None, 44),
            (self.set_text(Role.STILL_NOTE, view.note, is_balanced=True), 0),
        ]
        key_high = self.px(160)
        height = sum(
            (text.height_at(box.width()) if text else key_high) + self.px(gap) for text, gap in texts
        )
        y = y if y >= 0 else max(self.px(20), (self.height() - height) // 2)
        for text, gap in texts:
            if text:
                y = self.add_text(text, box.x(), y, box.width()) + self.px(gap)
                continue
            button = self.add_key(view.stay, Look.BEGIN, QRect(box.x(), y, 10, key_high))
            button.stack(is_stacked=False)
            button.resize(min(box.width(), button.width_needed() + self.px(90)), key_high)
            y += key_high + self.px(gap)

    def _show_left(self) -> None:
        self._ring.show_share(self._left / self._view.seconds)
        for old in self._ring.findChildren(Prose):
            old.setParent(None)
        box = self._ring.rect()
        number = self.set_text(Role.COUNT, str(self._left), is_centred=True)
        unit = self.set_text(Role.STILL_NOTE, self._view.unit, is_centred=True)
        top = (box.height() - number.height_at(box.width()) - unit.height_at(box.width())) // 2
        for text in (number, unit):
            label = Prose(self._ring, text)
            top = label.place(0, top, box.width())
            label.show()

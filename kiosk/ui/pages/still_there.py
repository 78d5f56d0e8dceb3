"""Still there?: a countdown; the whole page is the key."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRect, QSize, QTimer
from PySide6.QtGui import QColor, QHideEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from kiosk.core.views.still_there import StillThereView
from kiosk.ui.pages.page import Kit, Page
from kiosk.ui.theme import Role
from kiosk.ui.typeset import Typeset
from kiosk.ui.widgets.key import Look, key_width
from kiosk.ui.widgets.marks import Ring
from kiosk.ui.widgets.prose import Prose
from kiosk.ui.widgets.target import Area

LEAST_SCALE = 0.3


class StillTherePage(Page):
    """`clock` gives seconds; the ring and the number step once a second."""

    is_whole = True

    changes_by_itself = True

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
        self.add_target(Area(self, view.stay), self.rect())
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

    def _build(self) -> None:
        view, size = self._view, self.px(518)
        if self.style_.is_portrait:
            box = QRect(self.px(62), 0, self.width() - self.px(124), self.height())
            top = self.px(120)
            self._ring.setGeometry((self.width() - size) // 2, top, size, size)
            y = top + size + self.px(90)
        else:
            size = min(size, round(self.width() * 0.28))
            x = self.px(140 if not self.style_.true.is_small else 48)
            self._ring.setGeometry(x, (self.height() - size) // 2 + self.px(10), size, size)
            box = QRect(x + size + self.px(130 if not self.style_.true.is_small else 64), 0, 0, self.height())
            box.setRight(self.width() - self.px(62))
            y = -1
        key_high = self.style_.side(160)
        texts, height = self._fitting_texts(box.width(), self.height() - max(y, 0) - self.px(40), key_high)
        y = y if y >= 0 else max(self.px(20), (self.height() - height) // 2)
        if self.is_low:
            y = self.height() - height - self.px(24)
        for text, gap in texts:
            if text:
                y = self.add_text(text, box.x(), y, box.width()) + self.px(gap)
                continue
            width = key_width(self.style_, view.stay, Look.BEGIN, is_stacked=False) + self.px(90)
            where = QRect(box.x(), y, min(box.width(), width), key_high)
            self.add_key(view.stay, Look.BEGIN, where).stack(is_stacked=False)
            y += key_high + self.px(gap)

    def _fitting_texts(
        self, width: int, room: int, key_high: int
    ) -> tuple[list[tuple[Typeset | None, int]], int]:
        """The texts with the gaps below them, None for the key, as large as the room allows, and their height."""
        view, scale = self._view, 1.0
        while True:
            texts = [
                (self.set_text(Role.STILL_TITLE, view.title, is_balanced=True, scale=scale), 24),
                (self.set_text(Role.STILL_LEAD, view.lead, is_balanced=True, scale=scale), 40),
                (None, 44),
                (self.set_text(Role.STILL_NOTE, view.note, is_balanced=True, scale=scale), 0),
            ]
            if self.is_low:
                texts = [texts[0], texts[1], (texts[3][0], 44), (None, 0)]
            height = sum((text.height_at(width) if text else key_high) + self.px(gap) for text, gap in texts)
            if height <= room or scale < LEAST_SCALE:
                return texts, height
            scale -= 0.05

    def _show_left(self) -> None:
        self._ring.show_share(self._left / self._view.seconds)
        self._ring.setAccessibleName(f"{self._left} {self._view.unit}")
        for old in self._ring.findChildren(Prose):
            old.setParent(None)
        box = self._ring.rect()
        number = self.set_text(Role.COUNT, self.style_.number(self._left), is_centred=True)
        unit = self.set_text(Role.STILL_NOTE, self._view.unit, is_centred=True)
        top = (box.height() - number.height_at(box.width()) - unit.height_at(box.width())) // 2
        for text in (number, unit):
            label = Prose(self._ring, text)
            top = label.place(0, top, box.width())
            label.show()

"""Cleaning: a countdown over the whole screen, and after a while one key to end it sooner."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QColor, QHideEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from kiosk.core.views.cleaning import CleaningView
from kiosk.ui.countdown import Countdown
from kiosk.ui.dates import moment
from kiosk.ui.pages.page import MARGIN, Kit, Page
from kiosk.ui.theme import Role
from kiosk.ui.typeset import Typeset
from kiosk.ui.widgets.key import Look, key_height, key_width
from kiosk.ui.widgets.marks import CountRing, Note

RING = 518


class CleaningPage(Page):
    """`clock` gives seconds."""

    is_whole = True

    changes_by_itself = True
    is_deaf = True

    def __init__(
        self, parent: QWidget, kit: Kit, size: QSize, view: CleaningView, clock: Callable[[], float]
    ) -> None:
        super().__init__(parent, kit, size)
        self._view = view
        self._ring = CountRing(self, self.style_, view.seconds, view.unit)
        self._countdown = Countdown(self, view.seconds, clock, self._show_left)
        column = self._add_ring()
        self._add_words(column)
        width = key_width(self.style_, view.back, Look.GO) + self.px(40)
        m, high = self.px(MARGIN), key_height(self.style_)
        where = QRect(self.width() - m - width, self.height() - self.px(24) - high, width, high)
        self._back = self.add_key(view.back, Look.GO, where)
        self._back.hide()
        self.mirror()

    @property
    def ground(self) -> QColor:
        return self.style_.palette.mint

    def count_on(self, passed: float) -> None:
        self._countdown.start(passed)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._countdown.start()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._countdown.stop()

    def _show_left(self, left: int) -> None:
        self._ring.show_left(left)
        self._back.setVisible(self._countdown.passed >= self._view.back_after)

    def _add_ring(self) -> QRect:
        """Place the ring; return the column for the words."""
        foot = key_height(self.style_) + self.px(48)
        if self.style_.is_portrait:
            size = self.px(RING)
            self._ring.place(QRect((self.width() - size) // 2, self.px(260), size, size))
            top = self.px(260) + size + self.px(110)
            return QRect(self.px(90), top, self.width() - self.px(180), self.height() - top - foot)
        size = min(self.px(RING), round(self.width() * 0.28))
        x = self.px(141)
        self._ring.place(QRect(x, (self.height() - size) // 2, size, size))
        left = x + size + self.px(131)
        return QRect(
            left, self.px(40), self.width() - left - self.px(MARGIN), self.height() - self.px(40) - foot
        )

    def _add_words(self, box: QRect) -> None:
        view, gap = self._view, self.px(28)
        last = None
        if view.last_at:
            when = moment(view.last_at, datetime.now().astimezone(), self.style_.preferences.language)
            last = Note(self, self.style_, view.last.replace("{when}", when), "hand-soap", Role.STILL_NOTE)
        foot = self._note_height(last, box.width()) + self.px(48) if last else 0
        texts = self._sized(box, foot)
        if last and self._height(texts, box.width()) + foot > box.height():
            last.deleteLater()
            last, foot = None, 0
            texts = self._sized(box, foot)
        y = box.y()
        if not self.style_.is_portrait:
            free = self.height() - 2 * box.y() - self._height(texts, box.width()) - foot
            y += max(0, min(free // 2, box.height() - self._height(texts, box.width()) - foot))
        for text in texts:
            y = self.add_text(text, box.x(), y, box.width()) + gap
        if last:
            last.place(box.x(), y + self.px(20), box.width())

    def _note_height(self, note: Note, width: int) -> int:
        """With the icon before it, which is a little wider than its line is high."""
        return note.typeset.height_at(width - round(note.typeset.line_height * 1.3))

    def _sized(self, box: QRect, foot: int) -> tuple[Typeset, Typeset]:
        """Title and text, as large as the box allows above what stands at its foot."""
        scale, texts = 1.0, self._texts(1.0)
        while self._height(texts, box.width()) + foot > box.height() and scale > 0.5:
            scale -= 0.05
            texts = self._texts(scale)
        return texts

    def _texts(self, scale: float) -> tuple[Typeset, Typeset]:
        title = self.set_text(Role.STILL_TITLE, self._view.title, is_balanced=True, scale=scale)
        return title, self.set_text(Role.STILL_LEAD, self._view.text, is_balanced=True, scale=scale)

    def _height(self, texts: tuple[Typeset, Typeset], width: int) -> int:
        return sum(text.height_at(width) for text in texts) + self.px(28)

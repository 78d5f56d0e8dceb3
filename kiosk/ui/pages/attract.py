"""Attract, the cover: one key message and picture at a time, changing by itself while nobody is here."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QRect, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QHideEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from kiosk.core.content.model import Image, Run
from kiosk.core.session.events import Begun
from kiosk.core.views.attract import AttractView, Poster, UpdatingView
from kiosk.core.views.rail import Key, KeyName
from kiosk.ui.pages.page import Kit, Page
from kiosk.ui.pictures import Pictures
from kiosk.ui.theme import Role
from kiosk.ui.typeset import Typeset
from kiosk.ui.widgets.key import Look, key_height, key_width
from kiosk.ui.widgets.target import Area

EDGE = 74
ASSETS = Path(__file__).parents[3] / "assets"
CLOSED_CURTAIN = Image("being-updated.svg", 1000, 800)
_ANYWHERE = Key(KeyName.BEGIN, "", Begun())
"""A touch anywhere but on a key begins in the first language."""
SCALE_STEP, LEAST_SCALE = 0.04, 0.36
"""Read from 3 m the type should have 115 units (0.76); a message that is too long for that is still shown whole."""


class CoverPage(Page):
    """Deep teal, white type, the picture at the trailing side or above."""

    is_whole = True

    @property
    def ground(self) -> QColor:
        return self.style_.palette.cover

    def picture_box(self) -> QRect:
        room = self.style_.room
        if self.style_.is_portrait:
            return QRect(self.px(45), self.px(16), self.width() - self.px(90), self.px(800 * room))
        width = min(self.px(955 * room), self.width() // 2)
        height = min(round(width * 0.8), self.height() - self.px(60))
        return QRect(self.width() - width, (self.height() - height) // 2, width, height)

    def text_box(self, *, has_picture: bool) -> QRect:
        """Where the words stand."""
        if not has_picture:
            return self.rect().adjusted(self.px(EDGE), self.px(60), -self.px(EDGE), -self.px(60))
        picture = self.picture_box()
        if self.style_.is_portrait:
            top = picture.bottom() + self.px(30)
            return QRect(self.px(62), top, self.width() - self.px(110), self.height() - top - self.px(20))
        width = picture.x() - self.px(EDGE) + self.px(24)
        return QRect(self.px(EDGE), self.px(60), width, self.height() - self.px(100))


class AttractPage(CoverPage):
    changes_by_itself = True

    def __init__(self, parent: QWidget, kit: Kit, size: QSize, view: AttractView) -> None:
        super().__init__(parent, kit, size)
        self._view, self._number = view, 0
        self._poster = PosterPage(self, kit, size, view, view.posters[0])
        self.add_target(Area(self, _ANYWHERE), self.rect())
        self._loop = QTimer(self)
        self._loop.setInterval(view.seconds * 1000)
        self._loop.timeout.connect(self.show_next)
        self._add_over()

    def show_next(self) -> None:
        """Turn to the next poster."""
        self._number = (self._number + 1) % len(self._view.posters)
        old = self._poster
        self._poster = PosterPage(self, self.kit, self.size(), self._view, self._view.posters[self._number])
        self._poster.lower()
        self._poster.show()
        old.hide()
        old.deleteLater()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if len(self._view.posters) > 1:
            self._loop.start()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._loop.stop()

    def _add_over(self) -> None:
        view, m = self._view, self.px(48)
        if view.take_back:
            height = key_height(self.style_)
            width = key_width(self.style_, view.take_back, Look.TOOL) + self.px(40)
            width = min(width, self.width() - 2 * self.px(EDGE))
            where = QRect(self.px(EDGE), self.height() - height - self.px(16), width, height)
            self.add_key(view.take_back, Look.TOOL, where)
        if view.notice:
            note = self.set_text(Role.LABEL, view.notice, colour=self.style_.palette.on_cover)
            width = note.width_at(self.width())
            self.add_text(note, self.width() - m - width, self.px(20), width + 2)
        self.mirror()


class PosterPage(CoverPage):
    """One poster; it lets touches through."""

    def __init__(self, parent: QWidget, kit: Kit, size: QSize, view: AttractView, poster: Poster) -> None:
        super().__init__(parent, kit, size)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        if poster.image:  # drawn on another thread while the words are set
            kit.pictures.prepare(poster.image, self.picture_box().size(), self.devicePixelRatioF())
        self._add_words(view, poster)
        if poster.image:
            self.add_picture(poster.image, poster.alt, self.picture_box())
        self.mirror()

    def _add_words(self, view: AttractView, poster: Poster) -> None:
        white = self.style_.palette.on_cover
        box = self.text_box(has_picture=poster.image is not None)
        over = "  |  ".join(part for part in (view.clinic, poster.topic) if part)
        small = self.set_text(Role.CLINIC, over, colour=white)
        reserved = key_height(self.style_) + self.px(30) if view.take_back else 0
        top = small.height_at(box.width()) + self.px(24) if over else 0
        texts = self._sized(poster.message, box.width(), box.height() - top - reserved)
        height = top + sum(text.height_at(box.width()) for text in texts)
        free = box.height() - reserved - height
        y = box.y() + max(0, 0 if self.style_.is_portrait else free // 2)
        if over:
            y = self.add_text(small, box.x(), y, box.width()) + self.px(24)
        for text in texts:
            y = self.add_text(text, box.x(), y, box.width())

    def _sized(self, message: str, width: int, height: int) -> list[Typeset]:
        """First sentence bold, the rest regular, as large as the box allows."""
        first, rest = first_sentence(message)

        def texts(scale: float) -> list[Typeset]:
            return [
                self.set_text(
                    Role.COVER,
                    (Run(text, strong=bold),),
                    colour=self.style_.palette.on_cover,
                    is_balanced=True,
                    scale=scale,
                )
                for text, bold in ((first, True), (rest, False))
                if text
            ]

        def fits(scale: float) -> bool:
            set_texts = texts(scale)
            is_wide = any(text.longest_word() > width for text in set_texts)
            return not is_wide and sum(text.height_at(width) for text in set_texts) <= height

        return texts(largest_scale(fits, self.style_.room))


class UpdatingPage(CoverPage):
    def __init__(self, parent: QWidget, kit: Kit, size: QSize, view: UpdatingView) -> None:
        super().__init__(parent, Kit(kit.style, Pictures(ASSETS)), size)
        box = self.text_box(has_picture=True)
        gap, (title, text) = self.px(44), self._sized(view, box)
        height = title.height_at(box.width()) + gap + text.height_at(box.width())
        y = box.y() + max(0, (box.height() - height) // 2)
        y = self.add_text(title, box.x(), y, box.width()) + gap
        self.add_text(text, box.x(), y, box.width())
        self.add_picture(CLOSED_CURTAIN, view.alt, self.picture_box())
        self.mirror()

    def _sized(self, view: UpdatingView, box: QRect) -> tuple[Typeset, Typeset]:
        """Title and text, as large as the box allows."""
        white = self.style_.palette.on_cover

        def texts(scale: float) -> tuple[Typeset, Typeset]:
            title = self.set_text(Role.COVER_TITLE, view.title, colour=white, is_balanced=True, scale=scale)
            return title, self.set_text(
                Role.COVER_LEAD, view.text, colour=white, is_balanced=True, scale=scale
            )

        def fits(scale: float) -> bool:
            title, text = texts(scale)
            height = title.height_at(box.width()) + self.px(44) + text.height_at(box.width())
            return height <= box.height() and max(title.longest_word(), text.longest_word()) <= box.width()

        return texts(largest_scale(fits, self.style_.room))


def largest_scale(fits: Callable[[float], bool], most: float = 1.0) -> float:
    """The largest scale from `most` down to the least one that fits; the least where none does."""
    steps = range(round((most - LEAST_SCALE) / SCALE_STEP) + 1)
    found = bisect_left(steps, True, key=lambda step: fits(most - SCALE_STEP * step))
    return most - SCALE_STEP * min(found, steps[-1])


def first_sentence(message: str) -> tuple[str, str]:
    """Return the first sentence and what follows it."""
    for end, character in enumerate(message[:-1]):
        if character in ".!?؟" and message[end + 1] == " ":
            return message[: end + 1], message[end + 2 :].strip()
    return message, ""

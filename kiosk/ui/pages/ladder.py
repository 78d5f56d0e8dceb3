"""The ladder of a slide: where picture and words stand, from roomy to small, for the screen that it is drawn on."""

from __future__ import annotations

from msgspec import Struct
from PySide6.QtCore import QRect

from kiosk.core.views.slide import SlideView
from kiosk.ui.pages.page import MARGIN, Page
from kiosk.ui.theme import Role

TOP, FOOT, MEASURE = 20, 28, 1400


class Rung(Struct, frozen=True):
    """One rung of the ladder, in pixels. `column` holds title to keys; `caption` None: under the picture."""

    picture: QRect
    column: QRect
    title: Role
    body: Role
    message: Role
    gap: int
    is_small: bool = False
    is_flow: bool = False


class Ladder:
    def __init__(self, page: Page, view: SlideView) -> None:
        self._page, self._view = page, view
        self._style, self._size = page.style_, page.size()

    def rungs(self) -> list[Rung]:
        if not self._view.image:
            return [self._rung_of_words(is_dense=dense) for dense in (False, True)]
        room = self._style.room
        if self._style.is_portrait:
            rungs = [
                self._rung_upright(990 * room, 34, 858 * room, is_dense=False),
                self._rung_upright(800 * room, 60, 760 * room, is_dense=True),
                self._rung_upright(446 * room, 68, 500 * room, is_dense=True),
            ]
        else:
            rungs = [
                self._rung_beside(980 * room, 30 * room, 50, is_dense=False),
                self._rung_beside(800 * room, 92 * room, 42, is_dense=True),
                self._rung_beside(640 * room, 60, 42, is_dense=True, is_small=True),
                self._rung_beside(446 * room, 40, 42, is_dense=True, is_small=True),
            ]
        return rungs[-1:] if self._style.step else rungs

    def _rung_beside(
        self, picture: float, y: float, gap: int, *, is_dense: bool, is_small: bool = False
    ) -> Rung:
        """Picture at the leading side. On screens that are less wide than 16:9 it keeps its share."""
        width = min(self._style.px(picture), round(self._size.width() * picture / 1920))
        x = self._style.px(24 if is_small else 10)
        high = min(round(width * 0.8), self._size.height() - self._style.px(y) - self._style.px(20))
        box = QRect(x, self._style.px(y), width, high)
        left = box.right() + 1 + self._style.px(gap)
        top = self._style.px(TOP if is_small else 70 if is_dense else 91)
        wide = min(self._size.width() - self._style.px(MARGIN) - left, self._style.px(MEASURE))
        column = QRect(left, top, wide, self._size.height() - top - self._style.px(FOOT))
        return self._rung(box, column, is_dense=is_dense, is_small=is_small)

    def _rung_upright(self, picture: float, y: int, top: float, *, is_dense: bool) -> Rung:
        width = min(self._style.px(picture), self._size.width() - self._style.px(90))
        m = self._style.px(MARGIN)
        note = self.note_height(self._view.draft, self._size.width() - 2 * m) if self._view.draft else 0
        box = QRect((self._size.width() - width) // 2, self._style.px(y), width, round(width * 0.8))
        if note > self._style.line(Role.LABEL) + self._style.px(4):
            box.moveTop(self._style.px(TOP) + note)
        caption = self.caption_height(self._size.width() - 2 * m)
        first = max(self._style.px(top), box.bottom() + 1 + caption + self._style.px(24))
        column = QRect(m, first, self._size.width() - 2 * m, self._size.height() - first - self._style.px(17))
        return self._rung(box, column, is_dense=is_dense, is_small=False)

    def _rung_of_words(self, *, is_dense: bool) -> Rung:
        m = self._style.px(MARGIN if self._style.is_portrait else 160)
        top = self._style.px(91)
        column = QRect(m, top, self._size.width() - 2 * m, self._size.height() - top - self._style.px(FOOT))
        return self._rung(QRect(), column, is_dense=is_dense, is_small=False)

    def rung_of_flow(self) -> Rung:
        m = self._style.px(MARGIN)
        column = QRect(
            m,
            self._style.px(TOP),
            self._size.width() - 2 * m,
            self._size.height() - self._style.px(TOP + FOOT),
        )
        roles = (Role.TITLE, Role.BODY, Role.MESSAGE)
        return Rung(QRect(), column, *roles, gap=self._style.px(24), is_flow=True)

    def _rung(self, picture: QRect, column: QRect, *, is_dense: bool, is_small: bool) -> Rung:
        roles = (Role.TITLE, Role.BODY, Role.MESSAGE)
        if is_dense:
            roles = (Role.TITLE_DENSE, Role.BODY_DENSE, Role.MESSAGE_DENSE)
        if self._style.step:
            roles = (Role.TITLE, Role.BODY, Role.MESSAGE)
        return Rung(picture, column, *roles, gap=self._style.px(16 if is_dense else 24), is_small=is_small)

    def caption_height(self, width: int) -> int:
        if not self._view.caption:
            return 0
        return self._page.set_text(Role.LABEL, self._view.caption, is_centred=True).height_at(width)

    def note_height(self, text: str, width: int) -> int:
        """Height of a note with an icon, and the space below it."""
        line = self._style.line(Role.LABEL)
        return self._page.set_text(Role.LABEL, text).height_at(width - round(line * 1.2)) + self._style.px(4)

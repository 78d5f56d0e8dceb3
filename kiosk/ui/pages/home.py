"""Home: the topics as large tiles, as many as fit; the others on further parts."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QWidget

from kiosk.core.views.home import HomeView
from kiosk.ui.pages.page import MARGIN, Kit
from kiosk.ui.pages.sheet import SheetPage
from kiosk.ui.theme import Role
from kiosk.ui.typeset import Typeset
from kiosk.ui.widgets.key import key_height
from kiosk.ui.widgets.tile import LEAST_PICTURE, TopicTileTarget, topic_tile_height

_LYING = (3, 2, 2)
_UPRIGHT = (2, 2, 1)
_WIDEST = 640


class HomePage(SheetPage):
    is_choice = True
    is_sheet = False

    def __init__(self, parent: QWidget, kit: Kit, size: QSize, view: HomeView) -> None:
        super().__init__(parent, kit, size)
        self._view = view
        m = self.px(MARGIN)
        if self.is_low:
            self.add_cover(view.title, "")
            self._add_tiles(self.sheet)
            self.mirror()
            return
        title = self.set_text(Role.TITLE, view.title, is_balanced=True)
        box = QRect(m, self.px(20), self.width() - 2 * m, self.height() - self.px(20 + 12))
        if self._is_tight(title, box):
            self._add_tiles(box)
            self.mirror()
            return
        y = self.add_text(title, m, self.px(44), self.width() - 2 * m) + self.px(36)
        self._add_tiles(QRect(m, y, self.width() - 2 * m, self.height() - y - self.px(36)))
        self.mirror()

    def _is_tight(self, title: Typeset, box: QRect) -> bool:
        """Whether a tile has no room under the title, in large letters: the tiles say enough."""
        above = (
            title.height_at(box.width()) + self.px(24 + 36 + 24) + key_height(self.style_) + self.style_.gap
        )
        words = max(topic_tile_height(self.style_, tile, box.width()) for tile in self._view.tiles)
        return above + words - self.px(LEAST_PICTURE) > box.height()

    def _shape(self, box: QRect) -> tuple[int, int]:
        """Columns and rows: fewer where titles leave no picture on a tile."""
        columns = (_UPRIGHT if self.style_.is_portrait else _LYING)[self.style_.step]
        rows = 2 if self.style_.is_portrait and not self.is_low else 1
        turner = key_height(self.style_) + self.style_.gap
        high = (box.height() - turner - self.px(32) * (rows - 1)) // rows
        while columns > 1:
            width = (box.width() - self.px(32) * (columns - 1)) // columns
            if all(topic_tile_height(self.style_, tile, width) <= high for tile in self._view.tiles):
                break
            columns -= 1
        return columns, rows

    def _add_tiles(self, box: QRect) -> None:
        view, gap = self._view, self.px(32)
        columns, rows = self._shape(box)
        self.parts = -(-len(view.tiles) // (columns * rows))
        part = min(view.part, self.parts)
        if self.parts > 1:
            self.add_part_turner(view.part_label, view.part_key, box)
            box.setBottom(box.bottom() - key_height(self.style_) - self.style_.gap)
        shown = view.tiles[(part - 1) * columns * rows : part * columns * rows]
        columns = min(columns, len(shown))
        rows = -(-len(shown) // columns)
        width = (box.width() - gap * (columns - 1)) // columns
        height = (box.height() - gap * (rows - 1)) // rows
        usual = min(width, self.px(_WIDEST * self.style_.room))
        if all(topic_tile_height(self.style_, tile, usual) <= height for tile in shown):
            width = usual
        height = min(height, round(width * 1.24))
        left = box.x() + (box.width() - columns * width - (columns - 1) * gap) // 2
        for place, tile in enumerate(shown):
            row, column = divmod(place, columns)
            button = TopicTileTarget(self, self.style_, self.kit.pictures, tile)
            x, y = left + column * (width + gap), box.y() + row * (height + gap)
            self.add_target(button, QRect(x, y, width, height))

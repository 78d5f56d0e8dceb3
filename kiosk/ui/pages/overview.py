"""Overview: the slides as a grid, as large as their titles and the screen allow."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QWidget

from kiosk.core.views.overview import OverviewView, SlideTile
from kiosk.core.views.rail import Key
from kiosk.ui.pages.page import MARGIN, Kit
from kiosk.ui.pages.sheet import SheetPage
from kiosk.ui.theme import Role
from kiosk.ui.widgets.key import key_height
from kiosk.ui.widgets.target import Target
from kiosk.ui.widgets.tile import FinishTileTarget, SlideTileTarget, tile_height

_LYING = ((5, 3), (4, 2), (3, 2))
_UPRIGHT = ((3, 5), (2, 4), (2, 3))


class OverviewPage(SheetPage):
    is_choice = True
    is_sheet = False

    def __init__(self, parent: QWidget, kit: Kit, size: QSize, view: OverviewView) -> None:
        super().__init__(parent, kit, size)
        self._view = view
        m = self.px(MARGIN)
        box = QRect(m, self.px(26), self.width() - 2 * m, self.height() - self.px(26 + 22))
        if self.is_low:
            self.add_cover(view.title, view.hint)
            box = self.sheet
        elif self._is_tight(box):
            box.adjust(0, self.px(10 - 26), 0, self.px(22 - 10))
        else:
            box.setTop(self._add_title(box) + self.px(16))
        self._add_grid(box)
        self.mirror()

    def _is_tight(self, box: QRect) -> bool:
        """Whether a tile has no room under the title, in large letters: the tiles say enough."""
        title, hint = (
            self.set_text(Role.SHEET_TITLE, self._view.title),
            self.set_text(Role.LABEL, self._view.hint),
        )
        tallest = max(tile_height(self.style_, key, box.width()) for key in self._keys)
        above = title.height_at(box.width() - hint.width_at(box.width())) + self.px(16)
        return above + tallest + key_height(self.style_) + self.style_.gap > box.height()

    def _add_title(self, box: QRect) -> int:
        view = self._view
        title = self.set_text(Role.SHEET_TITLE, view.title)
        hint = self.set_text(Role.LABEL, view.hint)
        hint_width = hint.width_at(box.width()) + 2
        has_room = title.width_at(box.width()) + hint_width + self.px(40) <= box.width()
        below = self.add_text(title, box.x(), box.y(), box.width() - (hint_width if has_room else 0))
        if has_room:
            y = below - hint.height_at(hint_width) - self.px(12)
            self.add_text(hint, box.right() + 1 - hint_width, y, hint_width)
        return below

    def _add_grid(self, box: QRect) -> None:
        view, gap = self._view, self.style_.gap
        columns, rows = self._shape(box)
        each = columns * rows
        tiles: list[SlideTile | Key] = [*view.tiles, view.finish]
        self.parts = -(-len(tiles) // each)
        part = min(view.part, self.parts)
        if self.parts > 1:
            self.add_part_turner(view.part_label, view.part_key, box)
            box.setBottom(box.bottom() - key_height(self.style_) - gap)
        width = (box.width() - gap * (columns - 1)) // columns
        height = (box.height() - gap * (rows - 1)) // rows
        for place, tile in enumerate(tiles[(part - 1) * each : part * each]):
            row, column = divmod(place, columns)
            x, y = box.x() + column * (width + gap), box.y() + row * (height + gap)
            self._add_tile(tile, QRect(x, y, width, height))

    def _shape(self, box: QRect) -> tuple[int, int]:
        """Columns and rows: fewer where titles leave no picture on a tile."""
        columns, rows = (_UPRIGHT if self.style_.is_portrait else _LYING)[self.style_.step]
        gap, keys = self.style_.gap, self._keys
        while columns * rows > 1:
            turner = key_height(self.style_) + gap if len(keys) > columns * rows else 0
            width = (box.width() - gap * (columns - 1)) // columns
            height = (box.height() - turner - gap * (rows - 1)) // rows
            if all(tile_height(self.style_, key, width) <= height for key in keys):
                break
            if rows > 1 and (columns == 1 or height * 1.3 < width):
                rows -= 1
            else:
                columns -= 1
        return columns, rows

    @property
    def _keys(self) -> list[Key]:
        return [*(tile.key for tile in self._view.tiles), self._view.finish]

    def _add_tile(self, tile: SlideTile | Key, box: QRect) -> None:
        button: Target
        if isinstance(tile, Key):
            button = FinishTileTarget(self, self.style_, tile)
        else:
            button = SlideTileTarget(self, self.style_, self.kit.pictures, tile, self._view.here)
        self.add_target(button, box)

"""The rail: the same keys in the same places on every screen, *Next* the one that is filled."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from kiosk.core.session.events import ListenPressed
from kiosk.core.views.rail import Key, KeyName, Rail
from kiosk.ui.painting import guarded
from kiosk.ui.theme import Style
from kiosk.ui.widgets.key import KeyButton, Look, key_height, key_width
from kiosk.ui.widgets.marks import paint_ground
from kiosk.ui.widgets.steps import GAP as STEPS_GAP
from kiosk.ui.widgets.steps import HEIGHT as STEPS_HEIGHT
from kiosk.ui.widgets.steps import StepsStrip

MARGIN, GAP, FOOT, HEAD = 48, 20, 24, 24
STEPS_AREA = 104
_NARROW = (150, 170, 190)
_WIDE = (252, 294, 336)
_BACK = (230, 205, 180)
_GO = (380, 355, 330)
_EMPTY = Key(KeyName.LISTEN, "", ListenPressed())
_WIDE_KEYS = frozenset({KeyName.HELP, KeyName.EASIER})


class RailBar(QWidget):
    """Made for one rail at one width; `begin` are Attract's keys, one a language."""

    happened = Signal(object)

    def __init__(
        self,
        parent: QWidget,
        style: Style,
        rail: Rail,
        *,
        begin: Sequence[Key] = (),
        ground: QColor | None = None,
    ) -> None:
        super().__init__(parent)
        self._style, self._rail, self._begin = style, rail, tuple(begin)
        self._is_bare = ground is not None
        self._ground = ground or style.palette.rail
        self.setLayoutDirection(style.direction)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.go: KeyButton | None = None
        width = style.size.width()
        if not (rail.leading or rail.back or rail.go or begin):
            self.resize(width, 0)
            return
        height = self._build_upright(width) if style.is_portrait else self._build_lying(width)
        self.resize(width, height)
        self._mirror()

    @guarded
    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_ground(painter, self.rect(), self._ground)
        line = self._style.palette.rail_line
        if line and not self._is_bare:
            painter.fillRect(0, 0, self.width(), self._style.px(4), line)

    def _px(self, units: float) -> int:
        return self._style.px(units)

    def _add(self, key: Key, look: Look, box: QRect, *, is_stacked: bool | None = None) -> KeyButton | None:
        if key is _EMPTY:
            return None
        button = KeyButton(self, self._style, key, look)
        if is_stacked is not None:
            button.stack(is_stacked=is_stacked)
        button.setGeometry(box)
        button.clicked.connect(lambda: self.happened.emit(key.event))
        return button

    def _build_lying(self, width: int) -> int:
        height = key_height(self._style)
        top = self._px(STEPS_AREA if self._rail.steps else HEAD)
        if self._begin:
            rows = self._rows_of_begin(4)
            tall = self._px(184) if rows == 1 else height
            top = self._px(30) + rows * tall + (rows - 1) * self._px(GAP) - height
            self._add_begin(QRect(self._px(560), self._px(30), width - self._px(560 + MARGIN), tall), 4, tall)
        self._add_steps(width)
        for key, box in self._lying_places(width, top, height):
            if key is self._rail.go:
                self.go = self._add(key, Look.GO, box)
            elif key is self._rail.back:
                self._add(key, Look.TOOL, box, is_stacked=bool(self._style.step))
            else:
                self._add(key, Look.RAIL, box)
        return top + height + self._px(FOOT)

    @property
    def _leading(self) -> list[Key]:
        """*Listen* first; where its place stays empty, a key without a button."""
        place = self._rail.listen or (_EMPTY if self._rail.keeps_listen else None)
        return [*((place,) if place else ()), *self._rail.leading]

    def _lying_places(self, width: int, top: int, height: int) -> list[tuple[Key, QRect]]:
        """Keys and their places; if the row overflows, words break into two lines, then Home leaves."""
        leading = self._leading
        for lines in (1, 2):
            if self._row_width(leading, lines) <= width:
                break
        else:
            leading = [key for key in leading if key.name is not KeyName.HOME]
        lines = 1 if self._row_width(leading, 1) <= width else 2
        found, x = [], self._px(MARGIN)
        for key in leading:
            wide = self._leading_width(key, lines)
            found.append((key, QRect(x, top, wide, height)))
            x += wide + self._px(GAP)
        end = width - self._px(MARGIN)
        for key, look, token in self._trailing:
            wide = self._trailing_width(key, look, token, lines)
            found.append((key, QRect(end - wide, top, wide, height)))
            end -= wide + self._px(GAP)
        return found

    def _row_width(self, leading: Sequence[Key], lines: int) -> int:
        keys = [self._leading_width(key, lines) for key in leading]
        keys += [self._trailing_width(key, look, token, lines) for key, look, token in self._trailing]
        return sum(keys) + self._px(GAP) * (len(keys) - 1) + 2 * self._px(MARGIN)

    @property
    def _trailing(self) -> list[tuple[Key, Look, int]]:
        """The keys at the trailing end, from the edge inwards, with their least widths in units."""
        step = self._style.step
        keys = ((self._rail.go, Look.GO, _GO[step]), (self._rail.back, Look.TOOL, _BACK[step]))
        return [(key, look, token) for key, look, token in keys if key is not None]

    def _leading_width(self, key: Key, lines: int) -> int:
        step = self._style.step
        token = self._px((_WIDE if key.name in _WIDE_KEYS else _NARROW)[step])
        if lines > 1:
            token = self._px(_NARROW[step])
        return max(token, self._needed(key, Look.RAIL, lines))

    def _trailing_width(self, key: Key, look: Look, token: int, lines: int) -> int:
        return max(
            self._px(token if lines == 1 else _NARROW[self._style.step]), self._needed(key, look, lines)
        )

    def _needed(self, key: Key, look: Look, lines: int) -> int:
        is_stacked = bool(self._style.step) if look is Look.TOOL else None
        return key_width(self._style, key, look, is_stacked=is_stacked, lines=lines)

    def _build_upright(self, width: int) -> int:
        m, gap, height = self._px(MARGIN), self._px(GAP), key_height(self._style)
        y = self._px(STEPS_AREA if self._rail.steps else HEAD)
        self._add_steps(width)
        if self._begin:
            y = self._add_begin_upright(QRect(m, self._px(36), width - 2 * m, self._px(146)))
        elif self._rail.go or self._rail.back:
            tall = height + self._px(14)
            back = self._px(300) if self._rail.back else 0
            if self._rail.back:
                box = QRect(m, y, back if self._rail.go else width - 2 * m, tall)
                self._add(self._rail.back, Look.TOOL, box)
            if self._rail.go:
                x = m + back + (gap if back else 0)
                self.go = self._add(self._rail.go, Look.GO, QRect(x, y, width - m - x, tall))
            y += tall + self._px(22)
        self._add_leading_upright(QRect(m, y, width - 2 * m, height))
        return y + height + self._px(FOOT)

    def _add_leading_upright(self, row: QRect) -> None:
        """The four keys share the width as their words need it."""
        gap, keys = self._px(GAP), self._leading
        for lines in (1, 2):
            needed = [self._leading_width(key, lines) for key in keys]
            spare = row.width() - sum(needed) - gap * (len(keys) - 1)
            if spare >= 0:
                break
        x = row.x()
        for place, (key, wide) in enumerate(zip(keys, needed, strict=True)):
            each = wide + spare // len(keys)
            if place == len(keys) - 1:
                each = row.right() + 1 - x
            self._add(key, Look.RAIL, QRect(x, row.y(), each, row.height()))
            x += each + gap

    def _rows_of_begin(self, columns: int) -> int:
        return -(-len(self._begin) // columns)

    def _add_begin(self, row: QRect, columns: int, tall: int) -> None:
        gap = self._px(GAP)
        columns = min(columns, len(self._begin))
        wide = (row.width() - gap * (columns - 1)) // columns
        for place, key in enumerate(self._begin):
            line, column = divmod(place, columns)
            box = QRect(row.x() + column * (wide + gap), row.y() + line * (tall + gap), wide, tall)
            is_single = len(self._begin) == 1
            button = self._add(
                key, Look.BEGIN, box, is_stacked=not is_single and tall > key_height(self._style)
            )
            self.go = self.go or button

    def _add_begin_upright(self, row: QRect) -> int:
        """The first language over the whole width, the others two abreast; return the y below them."""
        gap = self._px(26)
        self.go = self._add(self._begin[0], Look.BEGIN, row, is_stacked=False)
        y, tall = row.bottom() + 1 + gap, self._px(130)
        wide = (row.width() - self._px(GAP)) // 2
        for place, key in enumerate(self._begin[1:]):
            x = row.x() + (place % 2) * (wide + self._px(GAP))
            self._add(key, Look.BEGIN, QRect(x, y, wide, tall), is_stacked=False)
            if place % 2 or place == len(self._begin) - 2:
                y += tall + gap
        return y

    def _add_steps(self, width: int) -> None:
        if not self._rail.steps:
            return
        # The outer halves of the gaps round the first and the last step lie in the margin.
        m = self._px(MARGIN) - self._px(STEPS_GAP) // 2
        strip = StepsStrip(self, self._style, self._rail.steps, width - 2 * m)
        strip.move(m, self._px(STEPS_AREA - STEPS_HEIGHT) // 2 - self._px(4))
        strip.happened.connect(self.happened)

    def _mirror(self) -> None:
        if self._style.direction != Qt.LayoutDirection.RightToLeft:
            return
        for widget in (self, *self.findChildren(StepsStrip)):
            for child in widget.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly):
                child.move(widget.width() - child.x() - child.width(), child.y())

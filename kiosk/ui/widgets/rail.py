"""The rail: the same keys in the same places on every screen, *Next* the one that is filled."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct
from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from kiosk.core.session.events import ListenPressed
from kiosk.core.views.rail import Key, KeyName, Rail
from kiosk.ui.painting import guarded
from kiosk.ui.theme import Style
from kiosk.ui.widgets.key import KeyButton, Look, begin_height, key_height, key_width, stacked_height
from kiosk.ui.widgets.marks import paint_ground
from kiosk.ui.widgets.steps import GAP as STEPS_GAP
from kiosk.ui.widgets.steps import StepsStrip, strip_height

MARGIN, SMALL_MARGIN, FOOT, HEAD = 48, 28, 24, 24
OVER_STEPS, UNDER_STEPS = 6, 14
_NARROW = (150, 170, 190)
_WIDE = (252, 294, 336)
_BACK = (230, 205, 180)
_GO = (380, 355, 330)
_EMPTY = Key(KeyName.LISTEN, "", ListenPressed())
_WIDE_KEYS = frozenset({KeyName.HELP, KeyName.EASIER})
_HOMES = frozenset({KeyName.HOME, KeyName.START_OVER})


class _Way(Struct, frozen=True):
    """How the keys may stand: on how many lines their words are, whether icons stand beside them, and so on."""

    lines: int = 1
    is_beside: bool = False
    has_home: bool = True
    has_two_rows: bool = False
    is_last: bool = False
    """Whether *Start over* leaves as well where it is nowhere else: *Finish* has it."""


_WAYS = (
    _Way(),
    _Way(2, is_beside=True),
    _Way(2, is_beside=True, has_home=False),
    _Way(2),
    _Way(2, has_home=False),
    _Way(2, is_beside=True, has_two_rows=True),
    _Way(2, is_beside=True, has_home=False, has_two_rows=True),
    _Way(2, has_two_rows=True),
    _Way(2, has_home=False, has_two_rows=True),
    _Way(2, is_beside=True, has_home=False, has_two_rows=True, is_last=True),
    _Way(2, has_home=False, has_two_rows=True, is_last=True),
)
"""The first that fits. Icons stand beside two lines of words where there is no height for them above."""


class _Seat(Struct, frozen=True):
    """A key's place in a row; `least` is its width in units where there is room for it."""

    key: Key
    look: Look
    least: int
    is_trailing: bool = False


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

    @property
    def _strip(self) -> bool:
        """Whether the steps stand as a strip; on a small screen they are one key among the others."""
        return self._rail.steps is not None and not self._style.true.is_small

    @property
    def _top(self) -> int:
        """Where the keys begin."""
        if not self._strip:
            return self._px(HEAD if not self._style.true.is_small else FOOT)
        return self._px(OVER_STEPS) + strip_height(self._style) + self._px(UNDER_STEPS)

    def _build_lying(self, width: int) -> int:
        way = self._way_at(width)
        high = self._height_in(way)
        top = self._top
        if self._begin:
            top = self._begin_lying(width, way, high)
        self._add_steps(width)
        if way.has_two_rows:
            self._add_row(self._trailing(way), way, QRect(0, top, width, high))
            top += high + self._gap
            self._add_row(self._leading(way), way, QRect(0, top, width, high))
        else:
            self._add_row([*self._leading(way), *self._trailing(way)], way, QRect(0, top, width, high))
        return top + high + self._px(FOOT)

    def _begin_lying(self, width: int, way: _Way, high: int) -> int:
        """The languages beside the other keys, or above them where these leave no room; return where those begin."""
        left, top, m = self._px(560), self._px(30), self._margin
        left = max(left, self._row_width(self._leading(way), way) - m + self._gap)
        columns = min(4, len(self._begin))
        each = (width - m - left - self._gap * (columns - 1)) // columns
        needed = max(
            key_width(self._style, key, Look.BEGIN, is_stacked=True, lines=2, has_icon=False)
            for key in self._begin
        )
        rows = self._rows_of_begin(4)
        if needed > each:
            tall = begin_height(self._style, 0)
            self._add_begin(QRect(m, self._px(FOOT), width - 2 * m, tall), 4, tall)
            return self._px(FOOT) + rows * (tall + self._gap)
        tall = max(begin_height(self._style, 184 if rows == 1 else 0), high)
        self._add_begin(QRect(left, top, width - m - left, tall), 4, tall)
        return top + rows * tall + (rows - 1) * self._gap - high

    @property
    def _margin(self) -> int:
        return self._px(MARGIN if not self._style.true.is_small else SMALL_MARGIN)

    @property
    def _gap(self) -> int:
        return self._style.gap

    def _leading(self, way: _Way) -> list[_Seat]:
        """*Listen* first; where its place stays empty, a key without a button."""
        listen = self._rail.listen or (_EMPTY if self._rail.keeps_listen else None)
        keys = [*((listen,) if listen else ()), *self._rail.leading]
        if not way.has_home:
            keys = [key for key in keys if key.name not in (_HOMES if way.is_last else self._droppable)]
        step = self._style.step
        return [_Seat(key, Look.RAIL, (_WIDE if key.name in _WIDE_KEYS else _NARROW)[step]) for key in keys]

    @property
    def _droppable(self) -> frozenset[KeyName]:
        """Keys that the overview has as well; what closes leads to where that can be opened."""
        closes = self._rail.go is not None and self._rail.go.name in {KeyName.CLOSE, KeyName.DONE}
        return _HOMES if self._rail.steps or closes else frozenset({KeyName.HOME})

    def _trailing(self, way: _Way) -> list[_Seat]:
        rail, step = self._rail, self._style.step
        found = []
        if rail.steps and not self._strip:
            found.append(_Seat(rail.steps.key, Look.RAIL, _NARROW[step], is_trailing=not way.has_two_rows))
        if rail.back:
            found.append(_Seat(rail.back, Look.TOOL, _BACK[step], is_trailing=True))
        if rail.go:
            found.append(_Seat(rail.go, Look.GO, _GO[step], is_trailing=True))
        return found

    def _ways(self) -> Iterator[_Way]:
        """Those that make a difference here."""
        is_low = stacked_height(self._style) > key_height(self._style)
        names = {key.name for key in self._rail.leading}
        has_home, has_any = bool(names & self._droppable), bool(names & _HOMES)
        has_both = bool(self._rail.leading) and bool(self._rail.go or self._rail.back)
        for way in _WAYS:
            is_useful = way.has_home or (has_any if way.is_last else has_home)
            if (is_low or not way.is_beside) and is_useful and (has_both or not way.has_two_rows):
                yield way

    def _way_at(self, width: int) -> _Way:
        for way in self._ways():
            rows = [self._leading(way), self._trailing(way)]
            if not way.has_two_rows:
                rows = [[*rows[0], *rows[1]]]
            if all(self._row_width(row, way) <= width for row in rows):
                break
        return way

    def _height_in(self, way: _Way) -> int:
        is_tall = way.lines > 1 and not way.is_beside
        return stacked_height(self._style) if is_tall else key_height(self._style)

    def _row_width(self, seats: Sequence[_Seat], way: _Way) -> int:
        taken = sum(self._width_of(seat, way) for seat in seats)
        return taken + self._gap * (len(seats) - 1) + 2 * self._margin

    def _width_of(self, seat: _Seat, way: _Way) -> int:
        token = seat.least if way.lines == 1 else _NARROW[self._style.step]
        if self._style.true.is_small:
            token = 0
        is_stacked = self._is_stacked(seat, way)
        needed = key_width(
            self._style,
            seat.key,
            seat.look,
            is_stacked=is_stacked,
            lines=way.lines,
            has_icon=self._has_icon(seat, way),
        )
        return max(self._style.side(token), needed)

    def _is_stacked(self, seat: _Seat, way: _Way) -> bool:
        if seat.look is Look.GO:
            return False
        if seat.look is Look.TOOL:
            return " " not in seat.key.label if way.is_beside else bool(self._style.step)
        return not (way.is_beside and " " in seat.key.label)

    @staticmethod
    def _has_icon(seat: _Seat, way: _Way) -> bool:
        """Two lines of numbers beside an icon would take the room of a key."""
        return not (way.is_beside and seat.key.name is KeyName.STEPS and " " in seat.key.label)

    def _add_row(self, seats: Sequence[_Seat], way: _Way, row: QRect) -> None:
        """The trailing keys end at the edge; *Next* takes what is left of a row of its own."""
        x, end = self._margin, row.width() - self._margin
        for seat in (seat for seat in seats if not seat.is_trailing):
            wide = self._width_of(seat, way)
            self._seat(seat, way, QRect(x, row.y(), wide, row.height()))
            x += wide + self._gap
        for seat in reversed([seat for seat in seats if seat.is_trailing]):
            wide = self._width_of(seat, way)
            self._seat(seat, way, QRect(end - wide, row.y(), wide, row.height()))
            end -= wide + self._gap

    def _seat(self, seat: _Seat, way: _Way, box: QRect) -> None:
        button = self._add(seat.key, seat.look, box, is_stacked=self._is_stacked(seat, way))
        if button and not self._has_icon(seat, way):
            button.has_icon = False
        if seat.look is Look.GO:
            self.go = button

    def _build_upright(self, width: int) -> int:
        m = self._margin
        y = self._top
        self._add_steps(width)
        if self._begin:
            y = self._add_begin_upright(QRect(m, self._px(36), width - 2 * m, begin_height(self._style, 146)))
        elif self._rail.go or self._rail.back:
            y = self._add_turning(QRect(m, y, width - 2 * m, key_height(self._style) + self._px(14)))
        return self._add_leading_upright(QRect(m, y, width - 2 * m, 0)) + self._px(FOOT)

    def _add_turning(self, row: QRect) -> int:
        """*Back* and the go key, which takes the rest; return the y below them, with the space for what follows."""
        way = _Way(2)
        seats = self._trailing(way)
        fixed = [seat for seat in seats if seat.look is not Look.GO]
        widths = [
            max(self._px(300) if seat.look is Look.TOOL else 0, self._width_of(seat, way)) for seat in fixed
        ]
        go = next((seat for seat in seats if seat.look is Look.GO), None)
        least = self._width_of(go, way) if go else 0
        y, x = row.y(), row.x()
        below = max(self._px(22), self._gap)
        if sum(widths) + least + self._gap * (len(seats) - 1) > row.width() and len(fixed) > 1:
            steps = fixed.pop(0)
            widths.pop(0)
            self._seat(steps, way, QRect(x, y, row.width(), row.height()))
            y += row.height() + below
        if fixed and not go:
            widths[-1] = row.width()
        for seat, wide in zip(fixed, widths, strict=True):
            self._add(seat.key, seat.look, QRect(x, y, wide, row.height()))
            x += wide + self._gap
        if go:
            self._seat(go, way, QRect(x, y, row.right() + 1 - x, row.height()))
        return y + row.height() + below

    def _add_leading_upright(self, row: QRect) -> int:
        """The four keys share the width as their words need it; return the y below them."""
        ways = [way for way in self._ways() if not way.has_two_rows and not way.is_beside]
        for way in ways:
            seats = self._leading(way)
            if self._row_width(seats, way) - 2 * self._margin <= row.width():
                break
        high, y = self._height_in(way), row.y()
        for shared in self._rows_of(seats, way, row.width()):
            self._share(shared, way, QRect(row.x(), y, row.width(), high))
            y += high + self._gap
        return y - self._gap

    def _rows_of(self, seats: Sequence[_Seat], way: _Way, width: int) -> list[list[_Seat]]:
        """All on one row, or half of them each on two."""
        if self._row_width(seats, way) - 2 * self._margin <= width:
            return [list(seats)]
        half = len(seats) // 2
        return [list(seats[half:]), list(seats[:half])]

    def _share(self, seats: Sequence[_Seat], way: _Way, row: QRect) -> None:
        needed = [self._width_of(seat, way) for seat in seats]
        spare = row.width() - sum(needed) - self._gap * (len(seats) - 1)
        x = row.x()
        for place, (seat, wide) in enumerate(zip(seats, needed, strict=True)):
            each = wide + spare // len(seats)
            if place == len(seats) - 1:
                each = row.right() + 1 - x
            self._add(seat.key, Look.RAIL, QRect(x, row.y(), each, row.height()))
            x += each + self._gap

    def _rows_of_begin(self, columns: int) -> int:
        return -(-len(self._begin) // columns)

    def _add_begin(self, row: QRect, columns: int, tall: int) -> None:
        gap = self._gap
        columns = min(columns, len(self._begin))
        wide = (row.width() - gap * (columns - 1)) // columns
        for place, key in enumerate(self._begin):
            line, column = divmod(place, columns)
            box = QRect(row.x() + column * (wide + gap), row.y() + line * (tall + gap), wide, tall)
            is_single = len(self._begin) == 1
            button = self._add(
                key, Look.BEGIN, box, is_stacked=not is_single and tall > key_height(self._style)
            )
            if button and button.text_overflow() > 0:
                button.stack(is_stacked=False)
                button.fit()
            self.go = self.go or button

    def _add_begin_upright(self, row: QRect) -> int:
        """The first language over the whole width, the others two abreast; return the y below them."""
        gap = max(self._px(26), self._gap)
        self.go = self._add(self._begin[0], Look.BEGIN, row, is_stacked=False)
        y, tall = row.bottom() + 1 + gap, begin_height(self._style, 130)
        wide = (row.width() - self._gap) // 2
        for place, key in enumerate(self._begin[1:]):
            x = row.x() + (place % 2) * (wide + self._gap)
            self._add(key, Look.BEGIN, QRect(x, y, wide, tall), is_stacked=False)
            if place % 2 or place == len(self._begin) - 2:
                y += tall + gap
        return y

    def _add_steps(self, width: int) -> None:
        if not self._rail.steps or not self._strip:
            return
        # The outer halves of the gaps round the first and the last step lie in the margin.
        m = self._margin - self._px(STEPS_GAP) // 2
        strip = StepsStrip(self, self._style, self._rail.steps, width - 2 * m)
        strip.move(m, self._px(OVER_STEPS))
        strip.happened.connect(self.happened)

    def _mirror(self) -> None:
        if self._style.direction != Qt.LayoutDirection.RightToLeft:
            return
        for widget in (self, *self.findChildren(StepsStrip)):
            for child in widget.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly):
                child.move(widget.width() - child.x() - child.width(), child.y())

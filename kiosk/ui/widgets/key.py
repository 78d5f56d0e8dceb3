"""The key: the only button. A face, and under it a lip that says "press me" without colour."""

from __future__ import annotations

from enum import Enum, auto

from msgspec import Struct
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from kiosk.core.views.rail import Key, KeyName
from kiosk.ui.icons import icons
from kiosk.ui.theme import Palette, Role, Style
from kiosk.ui.widgets.target import Target

RADIUS, LIP, PRESS = 24, 6, 5

ICONS = {
    KeyName.HELP: "lifebuoy",
    KeyName.HOME: "house",
    KeyName.START_OVER: "arrow-counter-clockwise",
    KeyName.BACK: "arrow-left",
    KeyName.NEXT: "arrow-right",
    KeyName.CLOSE: "x",
    KeyName.CLOSE_BACK: "arrow-left",
    KeyName.BEGIN: "hand-pointing",
    KeyName.TAKE_BACK: "arrow-counter-clockwise",
    KeyName.STAY: "hand-pointing",
    KeyName.MORE: "book-open",
    KeyName.MORE_TEXT: "caret-down",
    KeyName.PRINT: "printer",
    KeyName.STEPS: "squares-four",
    KeyName.LINK: "arrow-right",
    KeyName.EASIER: "text-aa",
    KeyName.DONE: "check",
    KeyName.ERASE: "backspace",
    KeyName.ENTER: "check",
    KeyName.DESK_CONTENT: "folder-open",
    KeyName.DESK_TOPICS: "squares-four",
    KeyName.DESK_MACHINE: "wrench",
    KeyName.SHOW_NOW: "check",
    KeyName.READ_NOW: "folder-open",
    KeyName.PREVIEW: "eye",
    KeyName.GO_BACK: "clock-counter-clockwise",
    KeyName.FOLLOW: "folder-open",
    KeyName.PAUSE: "pause",
    KeyName.RESUME: "play",
    KeyName.CLEANING: "hand-soap",
    KeyName.SOUND_TEST: "speaker-high",
    KeyName.CALIBRATE: "ruler",
    KeyName.EXIT: "sign-out",
    KeyName.SMALLER: "minus",
    KeyName.LARGER: "plus",
    KeyName.LISTEN: "speaker-high",
    KeyName.STOP: "stop",
    KeyName.YES: "check",
    KeyName.NO: "x",
}


class Look(Enum):
    """RAIL: icon over word. TOOL and GO: icon before the word, on Next after it. BEGIN: a tall go key. DIGIT: large."""

    RAIL = auto()
    TOOL = auto()
    GO = auto()
    BEGIN = auto()
    DIGIT = auto()


class _Colours(Struct, frozen=True):
    face: QColor
    border: QColor
    text: QColor
    icon: QColor


_ROLES = {
    Look.RAIL: Role.RAIL,
    Look.TOOL: Role.TOOL,
    Look.GO: Role.GO,
    Look.BEGIN: Role.GO,
    Look.DIGIT: Role.DIGIT,
}
_ICON_UNITS = {Look.RAIL: 46, Look.TOOL: 46, Look.GO: 56, Look.BEGIN: 60, Look.DIGIT: 46}
_FACE_UNITS = (112, 126, 140)


def face_height(style: Style) -> int:
    """Pixels, without the lip."""
    return style.px(_FACE_UNITS[style.step])


def key_height(style: Style) -> int:
    """Pixels, with the lip."""
    return face_height(style) + style.px(LIP)


def key_width(style: Style, key: Key, look: Look, *, is_stacked: bool | None = None, lines: int = 1) -> int:
    """Pixels that the key needs with its word on this many lines."""
    text = max(_text_width(style, look, line) for line in _broken(style, look, key.label, lines))
    if look is Look.RAIL if is_stacked is None else is_stacked:
        return round(text) + style.px(40)
    icon = style.px(_ICON_UNITS[look] + 16) if key.name in ICONS and icons() else 0
    return round(text) + icon + style.px(56)


def _text_width(style: Style, look: Look, text: str) -> float:
    return QFontMetricsF(style.font(_ROLES[look])).horizontalAdvance(text)


def _broken(style: Style, look: Look, label: str, lines: int) -> tuple[str, ...]:
    """The label on one or two lines, cut where the longer one is shortest."""
    words = label.split(" ")
    if lines == 1 or len(words) == 1:
        return (label,)
    cuts = [(" ".join(words[:i]), " ".join(words[i:])) for i in range(1, len(words))]
    return min(cuts, key=lambda pair: max(_text_width(style, look, line) for line in pair))


class KeyButton(Target):
    """Draws a `Key`; acts on release inside. Who made it connects `clicked`."""

    def __init__(self, parent: QWidget, style: Style, key: Key, look: Look = Look.RAIL) -> None:
        super().__init__(parent, key)
        self._style, self._look = style, look
        self._role = _ROLES[look]
        self._is_stacked = look in {Look.RAIL, Look.DIGIT}
        if key.is_open:
            self.setCheckable(True)
            self.setChecked(True)

    @property
    def face(self) -> QRectF:
        """Where the key can be seen when nobody presses it, without its lip."""
        return QRectF(0, 0, self.width(), self.height() - self._style.px(LIP))

    def stack(self, *, is_stacked: bool) -> None:
        """Put the icon over the word, or beside it."""
        self._is_stacked = is_stacked

    def sizeHint(self) -> QSize:
        width = key_width(self._style, self.key, self._look, is_stacked=self._is_stacked)
        return QSize(width, key_height(self._style))

    def nextCheckState(self) -> None:
        """Do nothing: the session decides what is open, not the key."""

    def paintEvent(self, _event: QPaintEvent) -> None:
        style, colours = self._style, self._colours(self._style.palette)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        stroke = style.px(6 if self._is_selected else style.palette.stroke)
        radius, half = style.px(RADIUS), stroke / 2
        down = style.px(PRESS) if self.isDown() else 0
        lip = QRectF(0, style.px(LIP), self.width(), self.height() - style.px(LIP))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colours.border)
        painter.drawRoundedRect(lip, radius, radius)
        face = self.face.translated(0, down)
        painter.setPen(QPen(colours.border, stroke))
        painter.setBrush(colours.face)
        painter.drawRoundedRect(face.adjusted(half, half, -half, -half), radius - half, radius - half)
        if self._is_stacked:
            self._paint_stacked(painter, face, colours)
        else:
            self._paint_in_a_row(painter, face, colours)
        if self.key.is_open and self.key.name is not KeyName.STOP:
            self._paint_badge(painter, face)

    @property
    def _is_selected(self) -> bool:
        return self.key.is_open and self.key.name is not KeyName.HELP

    @property
    def _icon_name(self) -> str:
        return ICONS.get(self.key.name, "") if icons() else ""

    @property
    def _icon_px(self) -> int:
        return self._style.px(_ICON_UNITS[self._look])

    def _colours(self, palette: Palette) -> _Colours:
        if self._look in {Look.GO, Look.BEGIN}:
            return _Colours(palette.teal, palette.lip, palette.on_teal, palette.on_teal)
        if self.key.name is KeyName.HELP and self.key.is_open:
            return _Colours(palette.red_face, palette.redlip, palette.on_red, palette.on_red)
        face = palette.pressed if self.isDown() else palette.surface
        if self.key.name is KeyName.HELP:
            return _Colours(face, palette.red, palette.ink, palette.red)
        if self.key.is_open:
            return _Colours(palette.mint, palette.teal, palette.ink, palette.ink)
        return _Colours(face, palette.line, palette.ink, palette.ink)

    def _text_width(self, text: str) -> float:
        return _text_width(self._style, self._look, text)

    def text_overflow(self) -> float:
        """By how many pixels the word is wider than the face; 0 or less: it fits."""
        taken = self._style.px(12)
        if not self._is_stacked and self._icon_name:
            taken += self._icon_px + self._style.px(16)
        lines = self._lines(self.width() - taken - self._style.px(16))
        return max(map(self._text_width, lines)) - (self.width() - taken)

    def _lines(self, room: float) -> tuple[str, ...]:
        lines = 1 if self._text_width(self.text()) <= room else 2
        return _broken(self._style, self._look, self.text(), lines)

    def _paint_stacked(self, painter: QPainter, face: QRectF, colours: _Colours) -> None:
        lines = self._lines(face.width() - self._style.px(16))
        line = self._style.line(self._role)
        icon = self._icon_px if self._icon_name else 0
        if len(lines) > 1:
            icon = round(icon * 0.74)
            line = round(line * 0.94)
        gap = self._style.px(2 if self._look is Look.RAIL else 10) if icon else 0
        top = face.y() + (face.height() - icon - gap - line * len(lines)) / 2
        if icon:
            box = QRectF(face.center().x() - icon / 2, top, icon, icon)
            icons().draw(painter, self._icon_name, box, colours.icon, is_mirrored=self._is_rtl)
        self._paint_lines(painter, QRectF(face.x(), top + icon + gap, face.width(), line), lines, colours)

    def _paint_in_a_row(self, painter: QPainter, face: QRectF, colours: _Colours) -> None:
        icon = self._icon_px if self._icon_name else 0
        gap = self._style.px(16 if self._look is Look.TOOL else 22) if icon else 0
        lines = self._lines(face.width() - icon - gap - self._style.px(40))
        line = self._style.line(self._role) * (0.94 if len(lines) > 1 else 1)
        text = max(map(self._text_width, lines))
        left = face.center().x() - (icon + gap + text) / 2
        icon_after = (self.key.name in {KeyName.NEXT, KeyName.LINK}) != self._is_rtl
        words = QRectF(left if icon_after else left + icon + gap, 0, text, line)
        words.moveTop(face.center().y() - line * len(lines) / 2)
        if icon:
            x = left + text + gap if icon_after else left
            box = QRectF(x, face.center().y() - icon / 2, icon, icon)
            icons().draw(painter, self._icon_name, box, colours.icon, is_mirrored=self._is_rtl)
        self._paint_lines(painter, words, lines, colours)

    def _paint_lines(
        self, painter: QPainter, first: QRectF, lines: tuple[str, ...], colours: _Colours
    ) -> None:
        painter.setFont(self._style.font(self._role))
        painter.setPen(colours.text)
        flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip
        for number, text in enumerate(lines):
            painter.drawText(first.translated(0, number * first.height()), flags, text)

    def _paint_badge(self, painter: QPainter, face: QRectF) -> None:
        palette, size, inset = self._style.palette, self._style.px(36), self._style.px(10)
        is_help = self.key.name is KeyName.HELP
        x = face.x() + inset if self._is_rtl else face.right() - inset - size
        box = QRectF(QPointF(x, face.y() + inset), QRectF(0, 0, size, size).size())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(palette.on_red if is_help else palette.teal)
        painter.drawEllipse(box)
        mark = palette.red_face if is_help else palette.on_teal
        inner = size * 0.28
        icons().draw(painter, "check", box.adjusted(inner, inner, -inner, -inner), mark)

    @property
    def _is_rtl(self) -> bool:
        return self.layoutDirection() == Qt.LayoutDirection.RightToLeft

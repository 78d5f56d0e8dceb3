"""The key: the only button. A face, and under it a lip that says "press me" without colour."""

from __future__ import annotations

from enum import Enum, auto
from math import ceil

from msgspec import Struct
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from kiosk.core.bidi import runs_right_to_left
from kiosk.core.language import is_right_to_left
from kiosk.core.views.rail import Key, KeyName
from kiosk.ui.icons import icons
from kiosk.ui.painting import guarded
from kiosk.ui.theme import Palette, Role, Style
from kiosk.ui.typeset import draw_word
from kiosk.ui.widgets.number import paint_number
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
    KeyName.QUESTIONS: "chat-circle-dots",
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
    KeyName.DESK_USAGE: "chart-bar",
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
    KeyName.HELPED: "smiley",
    KeyName.HELPED_A_LITTLE: "smiley-meh",
    KeyName.HELPED_NOT: "smiley-sad",
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
_CLOSE, _LOW = 0.94, 0.74
"""Two lines stand closer, and an icon over them is smaller."""
_LATIN_REACH, _ARABIC_REACH = (0.74, 0.22, 1.1), (0.84, 0.34, 1.1)
"""Over the base line of two lines, under it, and between the two; shares of the size."""
_ROUND = 14
"""Over and under two lines beside an icon, together."""
_MIDDLE = 0.33
"""From the base line up to the middle of what a painter takes for the line."""
_LEAST_ICON = 24


def face_height(style: Style) -> int:
    """Pixels, without the lip: there is room for two lines of words beside an icon."""
    words = round(2 * _CLOSE * style.line(Role.TOOL)) + style.px(8)
    if style.is_arabic:
        words = max(words, ceil(sum(_ARABIC_REACH) * style.font(Role.TOOL).pixelSize()) + style.px(_ROUND))
    return max(style.side(_FACE_UNITS[style.step]), words)


def key_height(style: Style) -> int:
    """Pixels, with the lip."""
    return face_height(style) + style.px(LIP)


def stacked_height(style: Style) -> int:
    """Pixels, with the lip, of a rail's key with its icon over two lines of words."""
    icon = round(icon_px(style, Look.RAIL) * _LOW)
    words = round(2 * _CLOSE * style.line(Role.RAIL))
    return max(key_height(style), icon + words + style.px(2 + 8 + LIP))


def begin_height(style: Style, units: float) -> int:
    """Pixels, with the lip, of a tall key, in which two lines have room too."""
    return max(style.side(units), round(2 * _CLOSE * style.line(Role.GO)) + style.px(LIP + 4))


def icon_px(style: Style, look: Look, *, is_number: bool = False) -> int:
    """Side of a key's icon: not lower than the capitals beside it by much, and room for a number in its place."""
    return max(style.px(_ICON_UNITS[look]), round(style.least_px() * (1.65 if is_number else 1)))


def key_width(
    style: Style,
    key: Key,
    look: Look,
    *,
    is_stacked: bool | None = None,
    lines: int = 1,
    has_icon: bool = True,
) -> int:
    """Pixels that the key needs with its word on this many lines."""
    text = max(_text_width(style, look, line) for line in _broken(style, look, key.label, lines))
    if look is Look.RAIL if is_stacked is None else is_stacked:
        return round(text) + style.px(40)
    if not has_icon or key.name not in ICONS or not icons():
        return round(text) + style.px(56)
    return round(text) + icon_px(style, look, is_number=bool(key.count)) + style.px(16 + 56)


def _text_width(style: Style, look: Look, text: str) -> float:
    return QFontMetricsF(style.font(_ROLES[look])).horizontalAdvance(text)


def _broken(style: Style, look: Look, label: str, lines: int) -> tuple[str, ...]:
    """The label on one or two lines, cut where the longer one is shortest."""
    words = label.split(" ")
    if lines == 1 or len(words) == 1:
        return (label,)
    cuts = [(" ".join(words[:i]), " ".join(words[i:])) for i in range(1, len(words))]
    return min(cuts, key=lambda pair: max(_text_width(style, look, line) for line in pair))


class _Lines(Struct, frozen=True):
    """A word on one or two lines, in pixels: from one line to the next, and what all of them cover.

    `rise` is from the top to the middle of the first line.
    """

    texts: tuple[str, ...]
    font: QFont
    pitch: float
    height: float
    rise: float


def _set_lines(style: Style, look: Look, texts: tuple[str, ...], room: float) -> _Lines:
    """Set the lines as large as the room is high; Arabic reaches further up and down than Latin."""
    role, count = _ROLES[look], len(texts)
    font = style.font(role)
    if count == 1:
        line = style.line(role)
        return _Lines(texts, font, line, line, line / 2)
    is_arabic = any(runs_right_to_left(text, otherwise=False) for text in texts)
    over, under, between = _ARABIC_REACH if is_arabic else _LATIN_REACH
    reach = over + under + between
    em = min(font.pixelSize(), int(room / reach))
    font.setPixelSize(max(1, em))
    return _Lines(texts, font, em * between, em * reach, em * (over - _MIDDLE))


class KeyButton(Target):
    """Draws a `Key`; acts on release inside. Who made it connects `clicked`."""

    def __init__(self, parent: QWidget, style: Style, key: Key, look: Look = Look.RAIL) -> None:
        super().__init__(parent, key)
        self._style, self._look = style, look
        self._role = _ROLES[look]
        self._is_stacked = look in {Look.RAIL, Look.DIGIT}
        self.has_icon = True
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

    @guarded
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
        return ICONS.get(self.key.name, "") if icons() and self.has_icon else ""

    @property
    def _icon_px(self) -> int:
        return icon_px(self._style, self._look, is_number=bool(self.key.count))

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

    def fit(self) -> None:
        """Let the icon go where the word needs its room."""
        if self.text_overflow() > 0:
            self.has_icon = False

    def text_overflow(self) -> float:
        """By how many pixels the word is wider than the face, or higher; 0 or less: it fits."""
        taken = self._style.px(12)
        if not self._is_stacked and self._icon_name:
            taken += self._icon_px + self._style.px(16)
        lines = self._lines(self.width() - taken - self._style.px(16))
        wide = max(map(self._text_width, lines)) - (self.width() - taken)
        if self._is_stacked:
            lines = self._lines(self.width() - self._style.px(16))
        return max(wide, self._words_height(lines) - self.face.height())

    def _words_height(self, lines: tuple[str, ...]) -> float:
        """Of the words, and of the icon where it stands over them."""
        is_close = len(lines) > 1
        words = self._style.line(self._role) * len(lines) * (_CLOSE if is_close else 1)
        return words + (self._icon_over(lines) if self._is_stacked else 0)

    def _icon_over(self, lines: tuple[str, ...]) -> int:
        """Pixels of the icon over the words: it gives way to them, down to what can still be made out."""
        if not self._icon_name:
            return 0
        is_close = len(lines) > 1
        words = self._style.line(self._role) * len(lines) * (_CLOSE if is_close else 1)
        usual = round(self._icon_px * (_LOW if is_close else 1))
        return max(round(usual * _LOW), min(usual, int(self.face.height() - words)))

    def _lines(self, room: float) -> tuple[str, ...]:
        lines = 1 if self._text_width(self.text()) <= room else 2
        return _broken(self._style, self._look, self.text(), lines)

    def _paint_stacked(self, painter: QPainter, face: QRectF, colours: _Colours) -> None:
        style, room = self._style, face.height() - self._style.px(8)
        lines = _set_lines(style, self._look, self._lines(face.width() - style.px(16)), room)
        icon = self._icon_over(lines.texts)
        gap = style.px(2 if self._look is Look.RAIL else 10) if icon else 0
        if len(lines.texts) > 1:
            icon = min(icon, int(room - gap - lines.height))
        if icon < style.px(_LEAST_ICON):
            icon = gap = 0
        top = face.y() + (face.height() - icon - gap - lines.height) / 2
        if icon:
            box = QRectF(face.center().x() - icon / 2, top, icon, icon)
            icons().draw(painter, self._icon_name, box, colours.icon, is_mirrored=self._is_rtl)
        words = QRectF(face.x(), top + icon + gap, face.width(), lines.height)
        self._paint_lines(painter, words, lines, colours)

    def _paint_in_a_row(self, painter: QPainter, face: QRectF, colours: _Colours) -> None:
        icon = self._icon_px if self._icon_name else 0
        gap = self._style.px(16 if self._look is Look.TOOL else 22) if icon else 0
        texts = self._lines(face.width() - icon - gap - self._style.px(40))
        lines = _set_lines(self._style, self._look, texts, face.height() - self._style.px(_ROUND))
        text = max(map(QFontMetricsF(lines.font).horizontalAdvance, texts))
        left = face.center().x() - (icon + gap + text) / 2
        icon_after = (self.key.name in {KeyName.NEXT, KeyName.LINK}) != self._is_word_rtl
        words = QRectF(left if icon_after else left + icon + gap, 0, text, lines.height)
        words.moveTop(face.center().y() - lines.height / 2)
        box = QRectF(left + text + gap if icon_after else left, face.center().y() - icon / 2, icon, icon)
        if icon and self.key.count:
            self._paint_count(painter, box)
        elif icon:
            icons().draw(painter, self._icon_name, box, colours.icon, is_mirrored=self._is_rtl)
        self._paint_lines(painter, words, lines, colours)

    def _paint_lines(self, painter: QPainter, box: QRectF, lines: _Lines, colours: _Colours) -> None:
        painter.setFont(lines.font)
        painter.setPen(colours.text)
        first = QRectF(box.x(), box.y() + lines.rise - lines.pitch / 2, box.width(), lines.pitch)
        for number, text in enumerate(lines.texts):
            line = first.translated(0, number * lines.pitch)
            draw_word(painter, line, text, is_page_rtl=self._is_rtl)

    def _paint_count(self, painter: QPainter, box: QRectF) -> None:
        """How many there are already, where the icon would stand; a little larger than that."""
        out = self._style.px(3)
        paint_number(painter, self._style, box.adjusted(-out, -out, out, out), self.key.count)

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
    def _is_word_rtl(self) -> bool:
        """A key to begin in another language has its icon where that begins."""
        return is_right_to_left(self.key.language) if self.key.language else self._is_rtl

    @property
    def _is_rtl(self) -> bool:
        return self.layoutDirection() == Qt.LayoutDirection.RightToLeft

"""Colours, type and measures, all in one place: docs and mock-ups call it "the cover, the page, the rail".

Every measure is in units: pixels of a 21.5-inch 1920x1080 screen (4.03 a millimetre), for others multiplied by
`Style.unit`; what has a least size in millimetres keeps it (core/true_size.py). Contrast of each pair of colours is
proved in tests/ui/test_theme.py.
"""

from __future__ import annotations

from enum import Enum
from math import ceil

from msgspec import Struct
from msgspec.structs import replace
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QFont

from kiosk.core.digits import LATIN, digits_of, in_digits
from kiosk.core.language import is_right_to_left
from kiosk.core.session.preferences import Preferences, TextSize, Theme
from kiosk.core.true_size import CAPITAL_EM, LEAST_GAP_MM, LEAST_KEY_MM, USUAL_DISTANCE_MM, TrueSize

LOW_UPRIGHT, LOW_LYING = 0.5, 0.4
"""Of the screen's height: below it lies what can be reached from a wheelchair (standards.md OPR-15).

On an upright screen of 55 inches that is 60 cm over its foot, on a lying one 41.
"""
LEAST_LOW_MM = 250
"""Of a screen's height: on a lower one the keys of the rail and one of the page take all of the lower part."""
GAP = 20
"""Between keys: 5 mm."""


class Palette(Struct, frozen=True):
    """One theme's colours. `sun` None: not drawn. Strokes are in units."""

    paper: QColor
    surface: QColor
    rail: QColor
    rail_line: QColor | None
    mint: QColor
    card_border: QColor | None
    lemon: QColor
    lemon_border: QColor | None
    sun: QColor | None
    spoken: QColor
    on_spoken: QColor
    peach: QColor
    cover: QColor
    on_cover: QColor
    ink: QColor
    ink2: QColor
    teal: QColor
    on_teal: QColor
    lip: QColor
    tealmark: QColor
    line: QColor
    red: QColor
    on_red: QColor
    red_face: QColor
    redlip: QColor
    pressed: QColor
    pill: QColor
    on_pill: QColor
    focus: QColor
    stroke: int


def _colour(value: str) -> QColor:
    return QColor(value)


_WHITE, _BLACK, _YELLOW = _colour("#FFFFFF"), _colour("#000000"), _colour("#FFE14D")

LIGHT = Palette(
    paper=_colour("#FCF7EE"),
    surface=_WHITE,
    rail=_colour("#F3E7D3"),
    rail_line=None,
    mint=_colour("#DCEEE6"),
    card_border=None,
    lemon=_colour("#FFEBBB"),
    lemon_border=None,
    sun=_colour("#FFD579"),
    spoken=_colour("#FFD579"),
    on_spoken=_colour("#172445"),
    peach=_colour("#FCE4D8"),
    cover=_colour("#004A4C"),
    on_cover=_WHITE,
    ink=_colour("#172445"),
    ink2=_colour("#35415C"),
    teal=_colour("#005C5E"),
    on_teal=_WHITE,
    lip=_colour("#003B3D"),
    tealmark=_colour("#1C8A85"),
    line=_colour("#5F6B82"),
    red=_colour("#951C12"),
    on_red=_WHITE,
    red_face=_colour("#951C12"),
    redlip=_colour("#5E0F09"),
    pressed=_colour("#FFEBBB"),
    pill=_colour("#172445"),
    on_pill=_WHITE,
    focus=_colour("#172445"),
    stroke=3,
)

CONTRAST = Palette(
    paper=_BLACK,
    surface=_BLACK,
    rail=_BLACK,
    rail_line=_WHITE,
    mint=_BLACK,
    card_border=_WHITE,
    lemon=_BLACK,
    lemon_border=_YELLOW,
    sun=None,
    spoken=_YELLOW,
    on_spoken=_BLACK,
    peach=_BLACK,
    cover=_BLACK,
    on_cover=_WHITE,
    ink=_WHITE,
    ink2=_WHITE,
    teal=_YELLOW,
    on_teal=_BLACK,
    lip=_colour("#B59A00"),
    tealmark=_YELLOW,
    line=_WHITE,
    red=_colour("#FFB4A8"),
    on_red=_BLACK,
    red_face=_colour("#FFB4A8"),
    redlip=_colour("#5E0F09"),
    pressed=_colour("#3A3A3A"),
    pill=_WHITE,
    on_pill=_BLACK,
    focus=_YELLOW,
    stroke=4,
)


class _Arabic(Enum):
    """Size and line height of Arabic, as shares of the Latin ones: its letters are lower, its marks reach further.

    A line has 1.4 times the size, or vowel signs of one line would touch those of the next. The bold letters state a
    wrong height of capitals: all sizes come from the Latin ones. Words on keys keep their size.
    """

    TEXT = (46 / 44, 74 / 62)
    TEXT_DENSE = (46 / 44, 64 / 58)
    STRONG = (1.0, 74 / 58)
    STRONG_DENSE = (1.0, 62 / 54)
    LARGE = (80 / 84, 116 / 90)
    LARGE_DENSE = (75 / 78, 104 / 84)
    KEY = (1.0, 1.0)


class _Type(Struct, frozen=True):
    """Pixels and line height in units at 100, 150 and 200 % text; letter spacing in per cent of the em."""

    px: tuple[float, float, float]
    line: tuple[float, float, float]
    is_bold: bool = False
    spacing: float = 0.0
    arabic: _Arabic = _Arabic.TEXT


class Role(Enum):
    """What a text is for."""

    LABEL = _Type((30, 38, 45), (36, 46, 54))
    CHIP = _Type((30, 38, 45), (36, 46, 54), is_bold=True, arabic=_Arabic.KEY)
    RAIL = _Type((30, 38, 45), (36, 44, 52), is_bold=True, arabic=_Arabic.KEY)
    TOOL = _Type((34, 42, 50), (40, 48, 58), is_bold=True, arabic=_Arabic.KEY)
    GROUP = _Type((40, 46, 52), (48, 54, 62), is_bold=True, arabic=_Arabic.KEY)
    CHOICE = _Type((42, 48, 54), (50, 56, 62), is_bold=True, arabic=_Arabic.KEY)
    CHOICE_STATE = _Type((38, 44, 50), (46, 52, 58), arabic=_Arabic.KEY)
    GO = _Type((48, 56, 62), (56, 64, 72), is_bold=True, arabic=_Arabic.KEY)
    DIGIT = _Type((62, 68, 74), (74, 80, 86), is_bold=True, arabic=_Arabic.KEY)
    BODY = _Type((44, 66, 88), (62, 86, 108))
    BODY_DENSE = _Type((44, 66, 88), (58, 84, 106), arabic=_Arabic.TEXT_DENSE)
    MESSAGE = _Type((46, 68, 92), (58, 84, 112), is_bold=True, arabic=_Arabic.STRONG)
    MESSAGE_DENSE = _Type((44, 66, 90), (54, 80, 108), is_bold=True, arabic=_Arabic.STRONG_DENSE)
    TITLE = _Type((84, 100, 116), (90, 106, 120), is_bold=True, spacing=-1.2, arabic=_Arabic.LARGE)
    TITLE_DENSE = _Type((78, 94, 110), (84, 100, 114), is_bold=True, spacing=-1.2, arabic=_Arabic.LARGE_DENSE)
    SHEET_TITLE = _Type((72, 86, 100), (84, 98, 112), is_bold=True, spacing=-1.2, arabic=_Arabic.LARGE_DENSE)
    SIGN = _Type((42, 54, 66), (54, 66, 80), arabic=_Arabic.TEXT_DENSE)
    CARD_SMALL = _Type((38, 44, 50), (48, 54, 62), arabic=_Arabic.TEXT_DENSE)
    CARD_BIG = _Type((80, 90, 100), (90, 100, 112), is_bold=True, spacing=-1.2, arabic=_Arabic.LARGE_DENSE)
    CARD_NUMBER = _Type((200, 200, 200), (200, 200, 200), is_bold=True, spacing=-1.2, arabic=_Arabic.KEY)
    URGE = _Type((44, 50, 56), (56, 62, 70), is_bold=True, arabic=_Arabic.STRONG_DENSE)
    CLINIC = _Type((44, 52, 60), (54, 64, 72))
    COVER = _Type((151, 151, 151), (163, 163, 163), spacing=-2.2, arabic=_Arabic.LARGE)
    COVER_TITLE = _Type((108, 108, 116), (118, 118, 126), is_bold=True, spacing=-2.2, arabic=_Arabic.LARGE)
    COVER_LEAD = _Type((64, 76, 88), (84, 98, 112))
    STILL_TITLE = _Type((132, 132, 140), (144, 144, 152), is_bold=True, spacing=-2.0, arabic=_Arabic.LARGE)
    STILL_LEAD = _Type((58, 72, 88), (74, 90, 108))
    STILL_NOTE = _Type((40, 52, 66), (54, 68, 84))
    COUNT = _Type((212, 212, 212), (212, 212, 212), is_bold=True, spacing=-2.0, arabic=_Arabic.KEY)


FAMILIES = ("Atkinson Hyperlegible", "Noto Sans", "Noto Sans Arabic")
"""Each draws what those before it cannot: letters of Latin and digits, other Latin, Greek and Cyrillic, Arabic."""
_WEIGHT_AXIS = QFont.Tag("wght")
_READ_IN_SENTENCES = frozenset(
    {Role.BODY, Role.BODY_DENSE, Role.MESSAGE, Role.MESSAGE_DENSE, Role.STILL_LEAD, Role.COVER_LEAD}
)
_STEP = {TextSize.NORMAL: 0, TextSize.LARGE: 1, TextSize.LARGEST: 2}


class Style(Struct, frozen=True):
    """How a page of this size is drawn for this patient: turns units into pixels and roles into fonts."""

    size: QSize
    true: TrueSize
    preferences: Preferences
    digits: str = LATIN
    is_whole: bool = False
    """Whether the page cannot go on in parts: then its words may shrink to 4.8 mm at every text size."""
    is_arabic: bool = False
    """Whether its text is Arabic, whatever the page's language: `for_direction` knows."""

    @classmethod
    def of(
        cls,
        size: QSize,
        preferences: Preferences,
        px_per_mm: float = 0.0,
        distance_mm: int = USUAL_DISTANCE_MM,
        *,
        native_digits: bool = False,
    ) -> Style:
        """`px_per_mm` 0: not calibrated, a screen of the usual size is assumed."""
        digits = digits_of(preferences.language, is_native=native_digits)
        shorter = min(size.width(), size.height())
        style = cls(size, TrueSize.of(shorter, px_per_mm, distance_mm), preferences, digits)
        return style.for_direction(style.direction)

    def for_direction(self, direction: Qt.LayoutDirection) -> Style:
        """The same page, for a text that runs this way: Arabic is the one script of ours that runs right to left."""
        is_arabic = direction == Qt.LayoutDirection.RightToLeft
        return self if is_arabic == self.is_arabic else replace(self, is_arabic=is_arabic)

    @property
    def palette(self) -> Palette:
        return CONTRAST if self.preferences.theme is Theme.CONTRAST else LIGHT

    @property
    def unit(self) -> float:
        """Pixels of a unit."""
        return self.true.unit

    @property
    def step(self) -> int:
        """0, 1 or 2 for 100, 150 and 200 % text."""
        return _STEP[self.preferences.text_size]

    @property
    def is_portrait(self) -> bool:
        return self.size.height() > self.size.width()

    @property
    def direction(self) -> Qt.LayoutDirection:
        rtl = is_right_to_left(self.preferences.language)
        return Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight

    def px(self, units: float) -> int:
        return round(units * self.unit)

    def number(self, number: int) -> str:
        """In the clinic's digits."""
        return in_digits(number, self.digits)

    def mm(self, millimetres: float) -> int:
        """Pixels of true millimetres."""
        return ceil(millimetres * self.true.px_per_mm)

    @property
    def room(self) -> float:
        """How many times the screen is as large as the one that the measures are drawn for; 1 at least.

        Letters and keys keep their millimetres on a larger screen; pictures and posters take the room.
        """
        long, short = max(self.size.width(), self.size.height()), min(self.size.width(), self.size.height())
        return max(1.0, min(long / 1920, short / 1080) / self.unit)

    @property
    def is_low(self) -> bool:
        """Whether all that is touched shall lie low; a screen that is no higher than a hand and a half does already."""
        return self.preferences.controls_low and self.size.height() >= LEAST_LOW_MM * self.true.px_per_mm

    @property
    def low_line(self) -> int:
        """Where the part of the screen begins that holds all that is touched while controls are low, in pixels."""
        return round(self.size.height() * (LOW_UPRIGHT if self.is_portrait else LOW_LYING))

    @property
    def gap(self) -> int:
        """Pixels between keys."""
        return max(self.px(GAP), self.mm(LEAST_GAP_MM))

    def side(self, units: float) -> int:
        """Pixels of a side of something that is touched: never under 20 mm (standards.md OPR-01)."""
        return max(self.px(units), self.mm(LEAST_KEY_MM))

    def font(self, role: Role, *, is_bold: bool | None = None, scale: float = 1.0) -> QFont:
        kind = role.value
        font = QFont()
        font.setFamilies(FAMILIES)
        font.setPixelSize(max(1, round(self._font_px(role, scale))))
        if kind.is_bold if is_bold is None else is_bold:
            # Asked for a full bold, Qt thickens the variable fonts itself, on glyphs under 64 pixels alone. At this
            # weight it leaves that, and takes Atkinson's bold file; the axis makes Noto's letters truly bold.
            font.setWeight(QFont.Weight.DemiBold)
            font.setVariableAxis(_WEIGHT_AXIS, 700)
        if kind.spacing and not self.is_arabic:  # Arabic letters are joined
            font.setLetterSpacing(QFont.SpacingType.PercentageSpacing, 100 + kind.spacing)
        return font

    def line(self, role: Role, scale: float = 1.0) -> int:
        """Height of one line, in pixels."""
        of_size, of_line = role.value.arabic.value if self.is_arabic else (1.0, 1.0)
        line = role.value.line[self.step] / role.value.px[self.step] * of_line / of_size
        return round(line * self._font_px(role, scale))

    def least_px(self, *, is_body: bool = False) -> int:
        """Of a font on this screen, in pixels."""
        return ceil(self.true.least_capital(self.step, is_body=is_body) / CAPITAL_EM)

    def _font_px(self, role: Role, scale: float) -> float:
        """As large as it is drawn for, and never under what can be read; what is scaled to fit stops there too."""
        share = role.value.arabic.value[0] if self.is_arabic else 1.0
        wanted = role.value.px[self.step] * share * self.unit
        if role in _READ_IN_SENTENCES:
            wanted = max(wanted, self.least_px(is_body=True))
        gives_way = self.is_whole and scale < 1
        return max(wanted * scale, self.floor_px if gives_way else self.least_px())

    @property
    def floor_px(self) -> int:
        """Of a font that had to give way, in pixels."""
        return ceil(self.true.least_capital(0, is_body=False) / CAPITAL_EM)

"""Colours, type and measures, all in one place: docs and mock-ups call it "the cover, the page, the rail".

Every measure is in units: pixels of a 21.5-inch 1920x1080 screen (4.03 a millimetre), for others multiplied by
`Style.unit`. Contrast of each pair of colours is proved in tests/ui/test_theme.py.
"""

from __future__ import annotations

from enum import Enum

from msgspec import Struct
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QFont

from kiosk.core.language import is_right_to_left
from kiosk.core.session.preferences import Preferences, TextSize, Theme

PX_PER_MM = 4.03
"""Of the screen that the measures are drawn for; 20 mm are 81 units, 25 mm 101."""


LEAST_UNITS = 1080
"""Of a screen's shorter side: what the pages need for all their words and keys at every text size."""


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


class _Type(Struct, frozen=True):
    """Pixels and line height in units at 100, 150 and 200 % text; letter spacing in per cent of the em."""

    px: tuple[float, float, float]
    line: tuple[float, float, float]
    is_bold: bool = False
    spacing: float = 0.0


class Role(Enum):
    """What a text is for."""

    LABEL = _Type((30, 38, 45), (36, 46, 54))
    CHIP = _Type((30, 38, 45), (36, 46, 54), is_bold=True)
    RAIL = _Type((30, 38, 45), (36, 44, 52), is_bold=True)
    TOOL = _Type((34, 42, 50), (40, 48, 58), is_bold=True)
    GROUP = _Type((40, 46, 52), (48, 54, 62), is_bold=True)
    CHOICE = _Type((42, 48, 54), (50, 56, 62), is_bold=True)
    CHOICE_STATE = _Type((38, 44, 50), (46, 52, 58))
    GO = _Type((48, 56, 62), (56, 64, 72), is_bold=True)
    DIGIT = _Type((62, 68, 74), (74, 80, 86), is_bold=True)
    BODY = _Type((44, 66, 88), (62, 86, 108))
    BODY_DENSE = _Type((44, 66, 88), (58, 84, 106))
    MESSAGE = _Type((46, 68, 92), (58, 84, 112), is_bold=True)
    MESSAGE_DENSE = _Type((44, 66, 90), (54, 80, 108), is_bold=True)
    TITLE = _Type((84, 100, 116), (90, 106, 120), is_bold=True, spacing=-1.2)
    TITLE_DENSE = _Type((78, 94, 110), (84, 100, 114), is_bold=True, spacing=-1.2)
    SHEET_TITLE = _Type((72, 86, 100), (84, 98, 112), is_bold=True, spacing=-1.2)
    SIGN = _Type((42, 54, 66), (54, 66, 80))
    CARD_SMALL = _Type((38, 44, 50), (48, 54, 62))
    CARD_BIG = _Type((80, 90, 100), (90, 100, 112), is_bold=True, spacing=-1.2)
    CARD_NUMBER = _Type((200, 200, 200), (200, 200, 200), is_bold=True, spacing=-1.2)
    URGE = _Type((44, 50, 56), (56, 62, 70), is_bold=True)
    CLINIC = _Type((44, 52, 60), (54, 64, 72))
    COVER = _Type((151, 151, 151), (163, 163, 163), spacing=-2.2)
    COVER_TITLE = _Type((108, 108, 116), (118, 118, 126), is_bold=True, spacing=-2.2)
    COVER_LEAD = _Type((64, 76, 88), (84, 98, 112))
    STILL_TITLE = _Type((132, 132, 140), (144, 144, 152), is_bold=True, spacing=-2.0)
    STILL_LEAD = _Type((58, 72, 88), (74, 90, 108))
    STILL_NOTE = _Type((40, 52, 66), (54, 68, 84))
    COUNT = _Type((212, 212, 212), (212, 212, 212), is_bold=True, spacing=-2.0)


FAMILIES = ("Atkinson Hyperlegible", "Noto Sans", "Noto Sans Arabic")
_STEP = {TextSize.NORMAL: 0, TextSize.LARGE: 1, TextSize.LARGEST: 2}


class Style(Struct, frozen=True):
    """How a page of this size is drawn for this patient: turns units into pixels and roles into fonts."""

    size: QSize
    unit: float
    preferences: Preferences

    @classmethod
    def of(cls, size: QSize, preferences: Preferences, px_per_mm: float = 0.0) -> Style:
        """`px_per_mm` 0: not calibrated, a screen of the usual size is assumed.

        On a smaller screen all is as large as the pages allow, though not in true millimetres.
        """
        largest = min(size.width(), size.height()) / LEAST_UNITS
        return cls(size, min(px_per_mm / PX_PER_MM or largest, largest), preferences)

    @property
    def palette(self) -> Palette:
        return CONTRAST if self.preferences.theme is Theme.CONTRAST else LIGHT

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

    def font(self, role: Role, *, is_bold: bool | None = None, scale: float = 1.0) -> QFont:
        kind = role.value
        font = QFont()
        font.setFamilies(FAMILIES)
        font.setPixelSize(max(1, round(kind.px[self.step] * scale * self.unit)))
        font.setBold(kind.is_bold if is_bold is None else is_bold)
        if kind.spacing:
            font.setLetterSpacing(QFont.SpacingType.PercentageSpacing, 100 + kind.spacing)
        return font

    def line(self, role: Role, scale: float = 1.0) -> int:
        """Height of one line, in pixels."""
        return self.px(role.value.line[self.step] * scale)

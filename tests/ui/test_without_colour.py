"""Whoever sees no colour still sees each state: drawn in greys, two states differ where it counts."""

from __future__ import annotations

from collections.abc import Callable
from itertools import combinations

import pytest
from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from kiosk.core.session.events import ClosePressed, EvidencePressed, NextPressed, TextSizeChosen
from kiosk.core.session.preferences import Preferences, TextSize, Theme
from kiosk.core.views.easier import Choice
from kiosk.core.views.overview import SlideTile
from kiosk.core.views.rail import Key, KeyName
from kiosk.core.views.slide import EvidenceMark
from kiosk.ui.fonts import load_fonts
from kiosk.ui.pages.easier import ChoiceKey
from kiosk.ui.pictures import Pictures
from kiosk.ui.theme import Style
from kiosk.ui.widgets.evidence import EvidenceChip
from kiosk.ui.widgets.key import KeyButton
from kiosk.ui.widgets.steps import StepTarget
from kiosk.ui.widgets.target import Target
from kiosk.ui.widgets.tile import SlideTileTarget
from tests.ui.pixels import Pixel, Shot, contrast

LEAST_PIXELS = 80
"""That differ by 3:1: a sign as large as a small letter. Words, which differ too, are left out of it."""
WORD = "Word"
NOTHING = Pictures()


def choice(parent: QWidget, style: Style, *, is_open: bool) -> Target:
    key = Key(KeyName.TEXT_SIZE, WORD, TextSizeChosen(TextSize.LARGE), is_open=is_open)
    return ChoiceKey(parent, style, Choice(key, sample=150))


def rail_key(parent: QWidget, style: Style, *, is_open: bool) -> Target:
    return KeyButton(parent, style, Key(KeyName.EASIER, WORD, ClosePressed(), is_open=is_open))


def help_key(parent: QWidget, style: Style, *, is_open: bool) -> Target:
    return KeyButton(parent, style, Key(KeyName.HELP, WORD, ClosePressed(), is_open=is_open))


def step(parent: QWidget, style: Style, *, is_done: bool) -> Target:
    return StepTarget(parent, style, Key(KeyName.STEPS, "", NextPressed()), is_done=is_done)


def evidence(parent: QWidget, style: Style, *, bars: int | None) -> Target:
    return EvidenceChip(
        parent, style, EvidenceMark(WORD, bars, Key(KeyName.EVIDENCE, WORD, EvidencePressed()))
    )


def tile(parent: QWidget, style: Style, *, is_here: bool, is_seen: bool) -> Target:
    key = Key(KeyName.SLIDE, WORD, NextPressed())
    return SlideTileTarget(
        parent, style, NOTHING, SlideTile(key, 2, None, is_here=is_here, is_seen=is_seen), "Here"
    )


STATES: dict[str, tuple[Callable[..., Target], list[dict[str, object]]]] = {
    "chosen": (choice, [{"is_open": True}, {"is_open": False}]),
    "open": (rail_key, [{"is_open": True}, {"is_open": False}]),
    "help open": (help_key, [{"is_open": True}, {"is_open": False}]),
    "done": (step, [{"is_done": True}, {"is_done": False}]),
    "evidence": (evidence, [{"bars": 0}, {"bars": 1}, {"bars": 2}, {"bars": 3}, {"bars": None}]),
    "tile": (
        tile,
        [
            {"is_here": False, "is_seen": True},
            {"is_here": False, "is_seen": False},
            {"is_here": True, "is_seen": False},
        ],
    ),
}


@pytest.mark.parametrize("theme", Theme)
@pytest.mark.parametrize("name", STATES)
def test_each_state_differs_from_the_others_without_its_colour(qtbot: QtBot, name: str, theme: Theme) -> None:
    """standards.md VIS-08 (WCAG 1.4.1): the same word, so it is border, fill, badge or shape that differs."""
    load_fonts()
    make, states = STATES[name]
    drawn = [greys(qtbot, make, state, theme) for state in states]
    for (one, first), (other, second) in combinations(zip(states, drawn, strict=True), 2):
        differing = sum(contrast(a, b) >= 3 for a, b in zip(first, second, strict=True))
        assert differing >= LEAST_PIXELS, f"{one} and {other}: {differing} pixels"


def greys(qtbot: QtBot, make: Callable[..., Target], state: dict[str, object], theme: Theme) -> list[Pixel]:
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.resize(320, 240)
    style = Style.of(QSize(1920, 1080), Preferences(theme=theme))
    target = make(parent, style, **state)
    target.setGeometry(QRect(0, 0, 320, 240))
    parent.show()
    picture = QPixmap(parent.size())
    picture.fill(Qt.GlobalColor.white if theme is Theme.LIGHT else Qt.GlobalColor.black)
    target.render(picture)
    pixels = Shot(picture).all_in(QRect(0, 0, 320, 240))
    return [(grey, grey, grey) for grey in map(_grey, pixels)]


def _grey(pixel: Pixel) -> int:
    """As bright as the colour is to the eye."""
    red, green, blue = pixel
    return round(0.299 * red + 0.587 * green + 0.114 * blue)

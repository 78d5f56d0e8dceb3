"""Every frame of every turn: something to see in each, eased, and a rail that stays."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from kiosk.app import Kiosk
from kiosk.core.views.rail import KeyName
from kiosk.ui.turn import MILLISECONDS
from tests.ui.conftest import StartKiosk
from tests.ui.hands import touch

STEPS = range(0, MILLISECONDS, 25)
LEAST_SHARE = 0.45
"""Of what the emptier of both pages has on it: halfway, each page is drawn at half its strength."""

WAYS: dict[str, tuple[tuple[KeyName, ...], KeyName]] = {
    "from the cover": ((), KeyName.BEGIN),
    "onward": ((KeyName.BEGIN,), KeyName.NEXT),
    "back": ((KeyName.BEGIN, KeyName.NEXT), KeyName.BACK),
    "a sheet rises": ((KeyName.BEGIN, KeyName.NEXT), KeyName.MORE),
    "a sheet falls": ((KeyName.BEGIN, KeyName.NEXT, KeyName.MORE), KeyName.CLOSE),
    "help rises": ((KeyName.BEGIN,), KeyName.HELP),
    "help falls": ((KeyName.BEGIN, KeyName.HELP), KeyName.CLOSE),
    "over the cover": ((), KeyName.HELP),
    "to the overview": ((KeyName.BEGIN,), KeyName.STEPS),
    "to the cover": ((KeyName.BEGIN,), KeyName.START_OVER),
}


def _picture(kiosk: Kiosk, box: QRect) -> QImage:
    return kiosk.window.grab(box).toImage().convertToFormat(QImage.Format.Format_RGB32)


def _ink(page: QImage) -> float:
    """How much stands on a page: the mean distance of a small copy's pixels from their mean, 0 to 255."""
    small = page.scaled(96, 54, mode=Qt.TransformationMode.SmoothTransformation)
    small = small.convertToFormat(QImage.Format.Format_Grayscale8)
    values = [small.pixelColor(x, y).lightness() for x in range(small.width()) for y in range(small.height())]
    mean = sum(values) / len(values)
    return sum(abs(value - mean) for value in values) / len(values)


@pytest.fixture
def at(start_kiosk: StartKiosk, qtbot: QtBot) -> Callable[[tuple[KeyName, ...]], Kiosk]:
    def go(way: tuple[KeyName, ...]) -> Kiosk:
        kiosk = start_kiosk()
        for name in way:
            touch(qtbot, kiosk, name)
            kiosk.window._turn.end()
        return kiosk

    return go


@pytest.mark.parametrize(("way", "press"), WAYS.values(), ids=WAYS)
def test_no_frame_of_a_turn_is_blank(
    at: Callable[[tuple[KeyName, ...]], Kiosk], qtbot: QtBot, way: tuple[KeyName, ...], press: KeyName
) -> None:
    kiosk = at(way)
    box = kiosk.window.page.geometry()
    before = _ink(_picture(kiosk, box))
    touch(qtbot, kiosk, press)
    turn = kiosk.window._turn
    assert turn.is_running
    turn._clock.pause()
    page = kiosk.window.page.geometry()
    frames = []
    for moment in STEPS:
        turn._clock.setCurrentTime(moment)
        frames.append(_ink(_picture(kiosk, page)))
    turn.end()
    after = _ink(_picture(kiosk, page))
    least = LEAST_SHARE * min(before, after)
    assert least > 3
    assert min(frames) > least, frames


@pytest.mark.parametrize("press", [KeyName.NEXT, KeyName.MORE, KeyName.HELP])
def test_the_rail_stays_while_the_page_turns(
    at: Callable[[tuple[KeyName, ...]], Kiosk], qtbot: QtBot, press: KeyName
) -> None:
    kiosk = at((KeyName.BEGIN,))
    touch(qtbot, kiosk, press)
    turn = kiosk.window._turn
    turn._clock.pause()
    rail = kiosk.window.shown.rail.geometry()
    pictures = []
    for moment in STEPS:
        turn._clock.setCurrentTime(moment)
        pictures.append(_picture(kiosk, rail))
    turn.end()
    assert all(picture == _picture(kiosk, rail) for picture in pictures)


def test_a_turn_is_eased_and_takes_250_milliseconds(
    at: Callable[[tuple[KeyName, ...]], Kiosk], qtbot: QtBot
) -> None:
    """Half of the way is done well before half of the time."""
    kiosk = at((KeyName.BEGIN,))
    touch(qtbot, kiosk, KeyName.NEXT)
    clock = kiosk.window._turn._clock
    clock.pause()
    clock.setCurrentTime(MILLISECONDS // 2)
    assert clock.duration() == 250
    assert float(clock.currentValue()) > 0.8
    kiosk.window._turn.end()

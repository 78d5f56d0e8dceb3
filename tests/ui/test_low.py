"""Controls low: all that is touched lies in the lower part of the screen, so that it is reached from a wheelchair."""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QSize
from pytestqt.qtbot import QtBot

from kiosk.core.content.model import Catalog
from kiosk.core.content.snapshot import SnapshotStore
from kiosk.core.session.preferences import Preferences, TextSize
from kiosk.core.session.screens import EasierOpen, SlideOpen
from kiosk.core.true_size import PX_PER_MM
from kiosk.core.views.for_staff import StaffView
from kiosk.core.views.rail import KeyName
from kiosk.core.views.view import view_of
from kiosk.ui.widgets.target import Area, Target
from tests.ui.conftest import StartKiosk
from tests.ui.fitting import faults, parts, too_high
from tests.ui.hands import has, screen, target, touch
from tests.ui.test_true_size import SCREENS, Screen, sessions, window_on

TOPIC = "sciatica-massage"


ON = [
    *(each for each in SCREENS if each.height >= 250 * each.px_per_mm),
    Screen("21.5in", 1920, 1080, 4.03),
    Screen("uncalibrated", 1024, 600, 0),
]


@pytest.mark.parametrize("on", ON, ids=str)
@pytest.mark.parametrize(
    "text_size",
    [*(pytest.param(each, marks=pytest.mark.long) for each in list(TextSize)[:-1]), TextSize.LARGEST],
)
def test_everything_that_is_touched_lies_in_the_lower_part(
    qtbot: QtBot, shipped: Catalog, store: SnapshotStore, on: Screen, text_size: TextSize
) -> None:
    """standards.md OPR-15: of an upright screen the lower half, of a lying one the lower 60 %."""
    window = window_on(on, store, qtbot)
    px_per_mm = on.px_per_mm or PX_PER_MM * on.height / 1080
    found: list[str] = []
    for name, session in sessions(shipped, Preferences("en", text_size, controls_low=True)):
        for part, drawn in enumerate(parts(window, session), 1):
            if not isinstance(drawn.view, StaffView):
                wrong = [*too_high(drawn), *faults(drawn, px_per_mm)]
                found += [f"{name} part {part}: {fault}" for fault in wrong]
    assert found == []


@pytest.mark.parametrize("text_size", TextSize)
def test_a_screen_less_than_25_cm_high_is_low_as_it_is(
    qtbot: QtBot, shipped: Catalog, store: SnapshotStore, text_size: TextSize
) -> None:
    window = window_on(SCREENS[0], store, qtbot)
    for _, session in sessions(shipped, Preferences("en", text_size)):
        low = replace(session, preferences=replace(session.preferences, controls_low=True))
        if isinstance(low.screen, EasierOpen):
            continue  # says On
        places = [
            [target.geometry() for target in drawn.page.findChildren(Target)]
            for drawn in (window.draw(view_of(each), each) for each in (session, low))
        ]
        assert places[0] == places[1]


def test_it_is_a_switch_that_says_how_it_is_set(start_kiosk: StartKiosk, qtbot: QtBot) -> None:
    """standards.md OPR-11."""
    kiosk = start_kiosk(size=QSize(1080, 1920))
    touch(qtbot, kiosk, KeyName.BEGIN)
    touch(qtbot, kiosk, KeyName.EASIER)
    assert target(kiosk, KeyName.LOW).accessibleName() == "Controls low: Off"
    before = target(kiosk, KeyName.LOW).y()
    touch(qtbot, kiosk, KeyName.LOW)
    while not has(kiosk, KeyName.LOW):
        touch(qtbot, kiosk, KeyName.MORE_TEXT)
    assert target(kiosk, KeyName.LOW).accessibleName() == "Controls low: On"
    assert target(kiosk, KeyName.LOW).isChecked()
    touch(qtbot, kiosk, KeyName.LOW)
    assert target(kiosk, KeyName.LOW).y() == before
    assert not kiosk.session.preferences.controls_low


def test_it_is_gone_for_the_next_person_and_take_me_back_restores_it(
    start_kiosk: StartKiosk, qtbot: QtBot
) -> None:
    """standards.md TIM-05."""
    kiosk = start_kiosk(size=QSize(1080, 1920))
    touch(qtbot, kiosk, KeyName.BEGIN)
    touch(qtbot, kiosk, KeyName.EASIER)
    touch(qtbot, kiosk, KeyName.LOW)
    touch(qtbot, kiosk, KeyName.DONE)
    kiosk.idle.timeout.emit()
    kiosk.idle.timeout.emit()
    assert kiosk.session.preferences == Preferences("en")
    touch(qtbot, kiosk, KeyName.TAKE_BACK)
    assert screen(kiosk) == SlideOpen(TOPIC, 0)
    assert kiosk.session.preferences.controls_low


def test_a_picture_is_touched_at_its_foot_alone(start_kiosk: StartKiosk, qtbot: QtBot) -> None:
    kiosk = start_kiosk()
    touch(qtbot, kiosk, KeyName.BEGIN)
    whole = target(kiosk, KeyName.PICTURE).geometry()
    touch(qtbot, kiosk, KeyName.EASIER)
    while not has(kiosk, KeyName.LOW):
        touch(qtbot, kiosk, KeyName.MORE_TEXT)
    touch(qtbot, kiosk, KeyName.LOW)
    touch(qtbot, kiosk, KeyName.DONE)
    low = [area for area in kiosk.window.page.findChildren(Area) if area.key.name is KeyName.PICTURE]
    assert all(area.y() >= 0.4 * 1080 for area in low)
    assert whole.y() < 0.4 * 1080

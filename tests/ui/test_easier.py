"""Make it easier: what it sets acts at once, on every screen, and is gone for the next person."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from kiosk.core.session.preferences import Preferences, TextSize, Theme
from kiosk.core.session.screens import EasierOpen, HelpOpen, SlideOpen
from kiosk.core.session.session import Session
from kiosk.core.views.rail import KeyName
from kiosk.ui.theme import CONTRAST
from tests.ui.conftest import StartKiosk
from tests.ui.hands import press, screen, target, touch

TOPIC = "sciatica-massage"


def test_choices_act_at_once_and_say_how_they_are_set(start_kiosk: StartKiosk, qtbot: QtBot) -> None:
    """standards.md OPR-11."""
    kiosk = start_kiosk()
    touch(qtbot, kiosk, KeyName.BEGIN)
    touch(qtbot, kiosk, KeyName.EASIER)
    assert target(kiosk, KeyName.CONTRAST).accessibleName() == "High contrast: Off"
    touch(qtbot, kiosk, KeyName.CONTRAST)
    assert target(kiosk, KeyName.CONTRAST).accessibleName() == "High contrast: On"
    assert target(kiosk, KeyName.CONTRAST).isChecked()
    touch(qtbot, kiosk, KeyName.CALM)
    touch(qtbot, kiosk, KeyName.TEXT_SIZE, "Largest")
    chosen = Preferences("en", TextSize.LARGEST, Theme.CONTRAST, calm_motion=True)
    assert kiosk.session.preferences == chosen
    touch(qtbot, kiosk, KeyName.DONE)
    assert screen(kiosk) == SlideOpen(TOPIC, 0)
    assert kiosk.window.page.ground == CONTRAST.paper


def test_calm_motion_moves_nothing(start_kiosk: StartKiosk, qtbot: QtBot) -> None:
    """standards.md MOT-03."""
    kiosk = start_kiosk()
    touch(qtbot, kiosk, KeyName.BEGIN)
    assert kiosk.window.is_turning
    touch(qtbot, kiosk, KeyName.EASIER)
    touch(qtbot, kiosk, KeyName.CALM)
    for name in (KeyName.DONE, KeyName.NEXT, KeyName.BACK, KeyName.HELP, KeyName.CLOSE):
        touch(qtbot, kiosk, name)
        assert not kiosk.window.is_turning


def test_everything_goes_back_for_the_next_person_and_take_me_back_restores_it(
    start_kiosk: StartKiosk, qtbot: QtBot
) -> None:
    """standards.md TIM-05."""
    kiosk = start_kiosk()
    touch(qtbot, kiosk, KeyName.BEGIN)
    touch(qtbot, kiosk, KeyName.EASIER)
    touch(qtbot, kiosk, KeyName.TEXT_SIZE, "Large")
    touch(qtbot, kiosk, KeyName.DONE)
    kiosk.idle.timeout.emit()
    kiosk.idle.timeout.emit()
    assert kiosk.session.preferences == Preferences("en")
    touch(qtbot, kiosk, KeyName.TAKE_BACK)
    assert screen(kiosk) == SlideOpen(TOPIC, 0)
    assert kiosk.session.preferences.text_size is TextSize.LARGE


def test_the_take_me_back_button_is_gone_after_its_time(start_kiosk: StartKiosk, qtbot: QtBot) -> None:
    """standards.md PRV-06: afterwards the screen is the one that nobody has touched, pixel by pixel."""
    kiosk = start_kiosk()
    pictures = []
    for _ in range(2):  # Qt smooths large glyphs a little differently the first time it draws them
        touch(qtbot, kiosk, KeyName.BEGIN)
        for _ in range(3):
            kiosk.idle.timeout.emit()
        assert not kiosk.idle.isActive()
        pictures.append(kiosk.window.grab().toImage())
    assert pictures[0] == pictures[1]
    assert kiosk.session == Session.at_start(kiosk.session.catalog, kiosk.session.day)


def test_help_and_make_it_easier_open_over_each_other_without_end(
    start_kiosk: StartKiosk, qtbot: QtBot
) -> None:
    kiosk = start_kiosk()
    touch(qtbot, kiosk, KeyName.BEGIN)
    touch(qtbot, kiosk, KeyName.HELP)
    touch(qtbot, kiosk, KeyName.EASIER)
    assert screen(kiosk) == EasierOpen(below=HelpOpen(below=SlideOpen(TOPIC, 0)))
    touch(qtbot, kiosk, KeyName.HELP)
    touch(qtbot, kiosk, KeyName.EASIER)
    press(qtbot, kiosk, Qt.Key.Key_Escape, Qt.Key.Key_Escape)
    assert screen(kiosk) == SlideOpen(TOPIC, 0)


def test_the_patients_place_is_kept_when_text_grows(start_kiosk: StartKiosk, qtbot: QtBot) -> None:
    kiosk = start_kiosk()
    touch(qtbot, kiosk, KeyName.BEGIN)
    touch(qtbot, kiosk, KeyName.NEXT)
    touch(qtbot, kiosk, KeyName.EASIER)
    touch(qtbot, kiosk, KeyName.TEXT_SIZE, "Largest")
    touch(qtbot, kiosk, KeyName.DONE)
    assert kiosk.window.windowTitle().startswith("Pain relief, 2 of 14, part 1 of ")
    touch(qtbot, kiosk, KeyName.NEXT)
    assert kiosk.window.windowTitle().startswith("Pain relief, 2 of 14, part 2 of ")

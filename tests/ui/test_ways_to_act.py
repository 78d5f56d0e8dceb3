"""No gesture, colour of a key or place of the focus is ever the only way, or acts by itself."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QHoverEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit
from pytestqt.qtbot import QtBot

from kiosk.core.content.model import Catalog, Clinic
from kiosk.core.session.events import (
    BackPressed,
    CleaningAsked,
    Event,
    GateAsked,
    ListenHeld,
    ListenPressed,
    NextPressed,
    VoicesFound,
)
from kiosk.core.session.screens import SlideOpen, StaffScreen
from kiosk.core.settings import Machine
from kiosk.core.views.rail import KeyName
from kiosk.ops.render import every_screen
from kiosk.ui.corners import PLACES
from kiosk.ui.widgets.key import KeyButton
from kiosk.ui.widgets.target import Area
from tests.catalogs import catalog, topic
from tests.ui.conftest import StartKiosk
from tests.ui.hands import press, screen, touch

ROOT = Path(__file__).parents[2]
VOICES = VoicesFound(("en",))
BY_A_KEY: dict[Event, Event] = {
    NextPressed(): NextPressed(),  # a swipe
    BackPressed(): BackPressed(),
    ListenHeld(): ListenPressed(),
    CleaningAsked(): CleaningAsked(),
}
MARKS_OF_DIRECTION = dict.fromkeys(map(ord, "\u2066\u2068\u2069"))
BY_KEYBOARD = {GateAsked()}
"""Ctrl+Shift+S: staff's own, and taps of one finger in one place besides."""


def test_every_gesture_has_a_key_that_a_single_tap_presses(start_kiosk: StartKiosk) -> None:
    """standards.md OPR-03 (WCAG 2.5.1, 2.5.7): swipes and held corners are second ways."""
    assert {place.event for place in PLACES} <= BY_A_KEY.keys() | BY_KEYBOARD
    kiosk = start_kiosk()
    kiosk.session = kiosk.session.after(VOICES)
    tapped: set[Event] = set()
    for _name, session in every_screen(kiosk.session):
        kiosk.session = session
        kiosk.show()
        tapped |= {target.key.event for target in kiosk.window.targets()}
    assert set(BY_A_KEY.values()) <= tapped


def test_a_whole_session_needs_nothing_but_single_taps(start_kiosk: StartKiosk, qtbot: QtBot) -> None:
    """standards.md OPR-03: from Attract to Finish and out, with one finger that never moves."""
    content: Catalog = catalog(topic("backs", 2), topic("knees", 2))
    kiosk = start_kiosk(content)
    for name, label in (
        (KeyName.BEGIN, ""),
        (KeyName.TOPIC, "Backs"),
        (KeyName.MORE, ""),
        (KeyName.CLOSE, ""),
        (KeyName.EASIER, ""),
        (KeyName.CONTRAST, ""),
        (KeyName.TEXT_SIZE, "Large"),
        (KeyName.DONE, ""),
        (KeyName.HELP, ""),
        (KeyName.CLOSE, ""),
        (KeyName.STEPS, ""),
        (KeyName.SLIDE, "Slide 2"),
        (KeyName.BACK, ""),
        (KeyName.NEXT, ""),
        (KeyName.NEXT, ""),
        (KeyName.START_OVER, ""),
    ):
        before = kiosk.session
        touch(qtbot, kiosk, name, label)
        assert kiosk.session is not before, name


def test_the_six_keys_of_a_keypad_are_set_from_the_start() -> None:
    """standards.md OPR-05: what a keypad sends that is plugged in; other names are set in machine.toml."""
    keys = Machine().keys
    assert (keys.up, keys.down, keys.back, keys.next) == ("Up", "Down", "Left", "Right")
    assert (keys.select, keys.help) == ("Return", "F1")


def test_a_name_begins_with_what_can_be_read_on_the_key(start_kiosk: StartKiosk) -> None:
    """standards.md OPR-10 (WCAG 2.5.3): whoever says what they see is understood."""
    kiosk = start_kiosk()
    named = 0
    for name, session in every_screen(kiosk.session.after(VOICES)):
        kiosk.session = session
        kiosk.show()
        for target in kiosk.window.targets():
            label = " ".join(target.text().translate(MARKS_OF_DIRECTION).split()).lower()
            assert target.accessibleName(), f"{name}: a target without a name"
            if not isinstance(target, Area) and label:
                spoken = target.accessibleName().translate(MARKS_OF_DIRECTION).lower()
                assert label in spoken, name
                named += 1
    assert named > 200


def test_the_focus_changes_nothing_wherever_it_comes_to(start_kiosk: StartKiosk, qtbot: QtBot) -> None:
    """standards.md OPR-14 (WCAG 3.2.1)."""
    kiosk = start_kiosk()
    for _name, session in every_screen(kiosk.session):
        kiosk.session = session
        kiosk.show()
        shown, before = kiosk.window.shown, kiosk.session
        for _target in kiosk.window.targets():
            press(qtbot, kiosk, Qt.Key.Key_Tab)
        if not isinstance(session.screen, StaffScreen):
            assert kiosk.session is before
            assert kiosk.window.shown is shown


def test_a_pointer_that_only_hovers_changes_nothing(start_kiosk: StartKiosk, qtbot: QtBot) -> None:
    """standards.md OPR-09 (WCAG 1.4.13)."""
    kiosk = start_kiosk()
    touch(qtbot, kiosk, KeyName.BEGIN)
    before, session = kiosk.window.grab().toImage(), kiosk.session
    none = Qt.KeyboardModifier.NoModifier
    for target in kiosk.window.targets():
        inside, outside = QPointF(5, 5), QPointF(-5, -5)
        event = QHoverEvent(QEvent.Type.HoverEnter, inside, inside, outside, none)
        QApplication.sendEvent(target, event)
        assert target.toolTip() == ""
    assert kiosk.window.grab().toImage() == before
    assert kiosk.session is session


def test_an_hour_without_a_touch_turns_no_page(start_kiosk: StartKiosk, qtbot: QtBot) -> None:
    """standards.md TIM-04: where the clinic has no idle limit; no timer is left that could turn one."""
    kiosk = start_kiosk(catalog(topic("backs"), clinic=Clinic(idle_limit=0)))
    touch(qtbot, kiosk, KeyName.BEGIN)
    there = screen(kiosk)
    kiosk._ahead.timeout.emit()
    assert not kiosk.idle.isActive()
    assert kiosk.session.idle_seconds is None
    assert screen(kiosk) == there


SENSES = {
    "QtSensors",
    "QtPositioning",
    "QtBluetooth",
    "QtNfc",
    "QtWebSockets",
    "QtNetwork",
    "cv2",
    "sounddevice",
}
MICROPHONES = {
    "QCamera",
    "QMediaCaptureSession",
    "QAudioInput",
    "QAudioSource",
    "QMediaRecorder",
    "QImageCapture",
}


@pytest.mark.parametrize("file", sorted((ROOT / "kiosk").rglob("*.py")), ids=lambda file: file.stem)
def test_no_camera_microphone_or_sensor_is_used(file: Path) -> None:
    """standards.md OPR-16: nothing is recognised, neither a voice, nor a face, nor a finger."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        match node:
            case ast.Import():
                names |= {part for alias in node.names for part in alias.name.split(".")}
            case ast.ImportFrom():
                names |= {*(node.module or "").split("."), *(alias.name for alias in node.names)}
            case ast.Attribute():
                names.add(node.attr)
            case _:
                pass
    assert not names & (SENSES | MICROPHONES)


ORDER = [
    KeyName.LISTEN,
    KeyName.HELP,
    KeyName.EASIER,
    KeyName.HOME,
    KeyName.START_OVER,
    KeyName.BACK,
    KeyName.NEXT,
]


def test_the_keys_of_the_rail_stand_in_one_order_in_one_place_under_one_name(start_kiosk: StartKiosk) -> None:
    """standards.md OPR-12 (WCAG 3.2.3, 3.2.4, 3.2.6): on all slides, and in this order on every other screen."""
    kiosk = start_kiosk()
    places: dict[KeyName, set[tuple[int, ...]]] = {}
    names: dict[KeyName, set[str]] = {}
    for screen_name, session in every_screen(kiosk.session.after(VOICES)):
        if isinstance(session.screen, StaffScreen):
            continue
        kiosk.session = session
        kiosk.show()
        rail = kiosk.window.shown.rail
        found = [button for button in rail.findChildren(KeyButton) if button.key.name in ORDER]
        if rail.go and rail.go.key.name is KeyName.START_OVER:  # on Finish it is the one filled key
            found.remove(rail.go)
        found.sort(key=lambda button: button.x())
        order = [ORDER.index(button.key.name) for button in found]
        assert order == sorted(order), screen_name
        for button in found:
            names.setdefault(button.key.name, set()).add(button.key.accessible_name)
            if isinstance(session.screen, SlideOpen):
                places.setdefault(button.key.name, set()).add(button.geometry().getRect())  # type: ignore[arg-type]
    assert places.keys() >= set(ORDER) - {KeyName.HOME}
    assert {name for name, rects in places.items() if len(rects) > 1} == set()
    assert {name for name, spoken in names.items() if len(spoken) > 1} == set()


def test_patients_type_nothing_so_nothing_can_be_typed_wrong(start_kiosk: StartKiosk) -> None:
    """standards.md SPK-18 (EN 301 549, 5.1.3.15) and TIM-07: there is no input to be told an error of, or to lose."""
    kiosk = start_kiosk()
    for name, session in every_screen(kiosk.session):
        kiosk.session = session
        kiosk.show()
        for field in (QLineEdit, QTextEdit, QPlainTextEdit):
            assert kiosk.window.findChildren(field) == [], name
        assert kiosk.window.page.is_typing <= isinstance(session.screen, StaffScreen), name

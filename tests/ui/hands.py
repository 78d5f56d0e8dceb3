"""How a patient touches the screen."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from kiosk.app import Kiosk
from kiosk.core.session.screens import Screen
from kiosk.core.views.rail import KeyName
from kiosk.ui.widgets.prose import Prose
from kiosk.ui.widgets.target import Target


class Clock:
    """Seconds that a test moves on by hand."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


def target(kiosk: Kiosk, name: KeyName, label: str = "") -> Target:
    """The target of this name on show. Raises LookupError."""
    for found in kiosk.window.targets():
        if found.key.name is name and label in found.key.accessible_name:
            return found
    raise LookupError(f"{name} {label}: not among {[each.key.name for each in kiosk.window.targets()]}")


def screen(kiosk: Kiosk) -> Screen:
    return kiosk.session.screen


def has(kiosk: Kiosk, name: KeyName) -> bool:
    return any(found.key.name is name for found in kiosk.window.targets())


def later(kiosk: Kiosk, seconds: float = 1.0) -> None:
    """Let time pass for the kiosk's clock."""
    clock = kiosk.window._clock
    assert isinstance(clock, Clock)
    clock.now += seconds


def touch(qtbot: QtBot, kiosk: Kiosk, name: KeyName, label: str = "") -> None:
    """Press and release in the middle of its face."""
    later(kiosk)
    hit = target(kiosk, name, label)
    qtbot.mouseClick(hit, Qt.MouseButton.LeftButton, pos=hit.face.center().toPoint())


def touch_page(qtbot: QtBot, kiosk: Kiosk, place: QPoint) -> None:
    later(kiosk)
    qtbot.mouseClick(kiosk.window.page, Qt.MouseButton.LeftButton, pos=place)


def press(qtbot: QtBot, kiosk: Kiosk, *keys: Qt.Key) -> None:
    for key in keys:
        later(kiosk)
        qtbot.keyClick(kiosk.window, key)


def words_on(kiosk: Kiosk) -> str:
    """Everything that the page says, as a screen reader would find it."""
    return "\n".join(label.text() for label in kiosk.window.page.findChildren(Prose))

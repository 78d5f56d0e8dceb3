"""Fault 54: what a keyboard, a mouse or a system can send, and must not do anything (the keys of product.md do)."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragEnterEvent,
    QHelpEvent,
    QInputMethodEvent,
    QKeyEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QPointingDevice,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QLabel, QToolTip, QWidget
from pytestqt.qtbot import QtBot

from kiosk.app import Kiosk
from kiosk.core.session.events import Begun, CameAsStaff, Event, GateAsked, NextPressed
from kiosk.core.session.screens import Gate, SlideOpen
from kiosk.core.settings import Keys, Machine
from tests.catalogs import catalog
from tests.ui.conftest import StartKiosk
from tests.ui.hands import later

DOCUMENTED = {
    Qt.Key.Key_Left,
    Qt.Key.Key_Right,
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_Tab,
    Qt.Key.Key_Backtab,
    Qt.Key.Key_Return,
    Qt.Key.Key_Enter,
    Qt.Key.Key_Space,
    Qt.Key.Key_Escape,
    Qt.Key.Key_Home,
    Qt.Key.Key_F1,
    Qt.Key.Key_F2,
    Qt.Key.Key_F3,
}
TYPED = {Qt.Key(Qt.Key.Key_0 + digit) for digit in range(10)} | {Qt.Key.Key_Backspace}
SHIFT, CTRL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
ALT, META = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.MetaModifier
NONE = Qt.KeyboardModifier.NoModifier
HELD = [NONE, SHIFT, CTRL, ALT, META, CTRL | SHIFT, CTRL | ALT, ALT | SHIFT, META | SHIFT, CTRL | ALT | SHIFT]
GATE_KEY = (Qt.Key.Key_S, CTRL | SHIFT)

SCREENS: dict[str, list[Event]] = {
    "attract": [],
    "slide": [Begun(), NextPressed()],
    "gate": [Begun(), GateAsked()],
    "desk": [CameAsStaff()],
}


@pytest.fixture(params=SCREENS)
def kiosk(request: pytest.FixtureRequest, start_kiosk: StartKiosk) -> Kiosk:
    """A kiosk with a PIN, on each of these screens."""
    found = start_kiosk(catalog(), machine=Machine(pin="a hash"))
    for event in SCREENS[request.param]:
        found.happen(event)
    return found


def strike(kiosk: Kiosk, key: Qt.Key, held: Qt.KeyboardModifier, text: str = "") -> None:
    """Send it the way of the system's own, through the native window to what has the focus."""
    later(kiosk)
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(kiosk.window.windowHandle(), QKeyEvent(kind, key, held, text))


def is_documented(kiosk: Kiosk, key: Qt.Key, held: Qt.KeyboardModifier) -> bool:
    is_plain = held in (NONE, SHIFT)
    is_typed = isinstance(kiosk.session.screen, Gate) and key in TYPED
    return (key, held) == GATE_KEY or (is_plain and (key in DOCUMENTED or is_typed))


def test_no_key_but_those_of_the_product_does_anything(kiosk: Kiosk) -> None:
    before, page, focus = kiosk.session, kiosk.window.page, QApplication.focusWidget()
    ends: list[None] = []
    kiosk.window.closed.connect(lambda: ends.append(None))
    tops = {top for top in QApplication.topLevelWidgets() if top.isVisible()}
    did: list[tuple[Qt.Key, Qt.KeyboardModifier]] = []
    for key in Qt.Key:
        for held in HELD:
            if is_documented(kiosk, key, held):
                continue
            strike(kiosk, key, held)
            is_same = kiosk.session is before and kiosk.window.page is page
            if not is_same or QApplication.focusWidget() is not focus or ends:
                did.append((key, held))
                kiosk.session = before
                kiosk.show()
                page, focus = kiosk.window.page, QApplication.focusWidget()
                ends.clear()
    assert did == []
    assert {top for top in QApplication.topLevelWidgets() if top.isVisible()} == tops
    assert kiosk.window.isVisible()


@pytest.mark.parametrize("held", [CTRL, ALT, META, CTRL | ALT], ids=["Ctrl", "Alt", "Meta", "Ctrl+Alt"])
def test_a_key_of_the_keypad_may_be_one_with_another(
    start_kiosk: StartKiosk, held: Qt.KeyboardModifier
) -> None:
    """A keypad sends what its maker chose; the plain key is then another one."""
    name = "+".join(
        word
        for modifier, word in ((CTRL, "Ctrl"), (ALT, "Alt"), (META, "Meta"))
        if held & modifier == modifier
    )
    kiosk = start_kiosk(catalog(), machine=Machine(keys=Keys(next=f"{name}+N")))
    kiosk.happen(Begun())
    strike(kiosk, Qt.Key.Key_N, NONE)
    assert kiosk.session.screen == SlideOpen("backs", 0)
    strike(kiosk, Qt.Key.Key_N, held)
    assert kiosk.session.screen == SlideOpen("backs", 1)


def mouse(button: Qt.MouseButton, kind: QEvent.Type) -> QMouseEvent:
    place = QPointF(400, 400)
    return QMouseEvent(kind, place, place, place, button, button, NONE)


def files() -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile("/etc/hostname")])
    data.setText("a text")
    return data


FILES = files()
PLACE, POINT = QPointF(400, 400), QPoint(400, 400)
GESTURES = [
    Qt.NativeGestureType.ZoomNativeGesture,
    Qt.NativeGestureType.SmartZoomNativeGesture,
    Qt.NativeGestureType.RotateNativeGesture,
    Qt.NativeGestureType.SwipeNativeGesture,
]


def gesture(kind: Qt.NativeGestureType) -> QNativeGestureEvent:
    device = QPointingDevice.primaryPointingDevice()
    return QNativeGestureEvent(kind, device, 2, PLACE, PLACE, PLACE, 1.5, QPointF(0, 0), 1)


def wheel(held: Qt.KeyboardModifier) -> QWheelEvent:
    turn = QPoint(0, 120)
    button, phase = Qt.MouseButton.NoButton, Qt.ScrollPhase.NoScrollPhase
    return QWheelEvent(PLACE, PLACE, turn, turn, button, held, phase, False)


THINGS: dict[str, Callable[[], list[QEvent]]] = {
    "context menu by mouse": lambda: [QContextMenuEvent(QContextMenuEvent.Reason.Mouse, POINT, POINT)],
    "context menu by key": lambda: [QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, POINT, POINT)],
    "right click": lambda: [
        mouse(Qt.MouseButton.RightButton, kind)
        for kind in (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonRelease)
    ],
    "middle click": lambda: [
        mouse(Qt.MouseButton.MiddleButton, kind)
        for kind in (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonRelease)
    ],
    "back button": lambda: [
        mouse(Qt.MouseButton.BackButton, kind)
        for kind in (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonRelease)
    ],
    "files dragged over it": lambda: [
        QDragEnterEvent(POINT, Qt.DropAction.CopyAction, FILES, Qt.MouseButton.LeftButton, NONE),
    ],
    "wheel": lambda: [wheel(NONE)],
    "wheel with Ctrl": lambda: [wheel(CTRL)],
    "gestures": lambda: [gesture(kind) for kind in GESTURES],
    "tool tip": lambda: [QHelpEvent(QEvent.Type.ToolTip, POINT, POINT)],
    "what's this": lambda: [
        QHelpEvent(QEvent.Type.WhatsThis, POINT, POINT),
        QEvent(QEvent.Type.EnterWhatsThisMode),
    ],
    "input method": lambda: [_committed("277913")],
}


def _committed(text: str) -> QInputMethodEvent:
    event = QInputMethodEvent()
    event.setCommitString(text)
    return event


@pytest.mark.parametrize("thing", THINGS)
def test_what_else_a_system_can_send_does_nothing(kiosk: Kiosk, thing: str) -> None:
    before, page = kiosk.session, kiosk.window.page
    tops = {top for top in QApplication.topLevelWidgets() if top.isVisible()}
    receivers: list[QWidget] = [kiosk.window, page, *page.findChildren(QWidget), *kiosk.window.targets()]
    for receiver in receivers:
        for event in THINGS[thing]():
            later(kiosk)
            QApplication.sendEvent(receiver, event)
    for event in THINGS[thing]():
        QApplication.sendEvent(kiosk.window.windowHandle(), event)
    QApplication.processEvents()
    assert kiosk.session is before
    assert kiosk.window.page is page
    assert {top for top in QApplication.topLevelWidgets() if top.isVisible()} == tops
    assert QApplication.activePopupWidget() is None
    assert not QToolTip.isVisible()


def test_nothing_takes_a_drop_or_text_and_no_words_are_links(kiosk: Kiosk) -> None:
    for widget in (kiosk.window, *kiosk.window.findChildren(QWidget)):
        assert not widget.acceptDrops()
        assert not widget.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
        assert not widget.toolTip()
        assert not widget.whatsThis()
        if isinstance(widget, QLabel):
            assert not widget.openExternalLinks()


BARCODE = "4006381333931"


def scan(kiosk: Kiosk) -> None:
    """A scanner types faster than any hand, here without any time between."""
    for digit in BARCODE:
        key = Qt.Key(Qt.Key.Key_0 + int(digit))
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(kiosk.window.windowHandle(), QKeyEvent(kind, key, NONE, digit))


def test_a_scanned_barcode_types_nothing_and_its_return_is_one_key(start_kiosk: StartKiosk) -> None:
    kiosk = start_kiosk(catalog())
    before = kiosk.session
    scan(kiosk)
    assert kiosk.session is before
    for place in (0, 1, 2):
        strike(kiosk, Qt.Key.Key_Return, NONE)
        reading = kiosk.session
        assert reading.screen == SlideOpen("backs", place)
        scan(kiosk)
        assert kiosk.session is reading


def test_a_barcode_scanned_at_the_gate_is_one_guess(start_kiosk: StartKiosk, qtbot: QtBot) -> None:
    kiosk = start_kiosk(catalog(), machine=Machine(pin="a hash"))
    asked: list[object] = []
    kiosk.happen(GateAsked())
    kiosk.run_errand = asked.append
    scan(kiosk)
    assert asked == []
    strike(kiosk, Qt.Key.Key_Return, NONE)
    strike(kiosk, Qt.Key.Key_Return, NONE)
    assert [type(errand).__name__ for errand in asked] == ["CheckPin"]

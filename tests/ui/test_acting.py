"""How fingers act: product.md, section "Acting"."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QPointingDevice
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kiosk.app import Kiosk
from kiosk.core.session.screens import Attract, Finish, PictureOpen, SlideOpen
from kiosk.core.settings import Keys, Machine
from kiosk.core.views.rail import KeyName
from kiosk.ui.touch import RepeatGuard
from kiosk.ui.widgets.target import Target
from tests.ui.conftest import StartKiosk
from tests.ui.hands import Clock, later, press, screen, target, touch

TOPIC = "sciatica-massage"


@pytest.fixture(scope="module")
def glass() -> QPointingDevice:
    return QTest.createTouchDevice()


@pytest.fixture
def begun(start_kiosk: StartKiosk, qtbot: QtBot) -> Kiosk:
    """A session on its first slide."""
    kiosk = start_kiosk()
    touch(qtbot, kiosk, KeyName.BEGIN)
    later(kiosk)
    return kiosk


def middle(kiosk: Kiosk, hit: Target) -> QPoint:
    return hit.mapTo(kiosk.window, hit.face.center().toPoint())


def tap(kiosk: Kiosk, glass: QPointingDevice, place: QPoint) -> None:
    down(kiosk, glass, 0, place)
    up(kiosk, glass, 0, place)


def down(kiosk: Kiosk, glass: QPointingDevice, finger: int, place: QPoint, *, resting: int = -1) -> None:
    event = QTest.touchEvent(kiosk.window, glass).press(finger, place, kiosk.window)
    (event.stationary(resting) if resting >= 0 else event).commit()


def slide(kiosk: Kiosk, glass: QPointingDevice, finger: int, place: QPoint) -> None:
    QTest.touchEvent(kiosk.window, glass).move(finger, place, kiosk.window).commit()


def up(kiosk: Kiosk, glass: QPointingDevice, finger: int, place: QPoint, *, resting: int = -1) -> None:
    event = QTest.touchEvent(kiosk.window, glass).release(finger, place, kiosk.window)
    (event.stationary(resting) if resting >= 0 else event).commit()


def test_a_finger_acts_on_release_and_shows_that_it_presses(begun: Kiosk, glass: QPointingDevice) -> None:
    """standards.md OPR-02."""
    key = target(begun, KeyName.NEXT)
    place = middle(begun, key)
    down(begun, glass, 0, place)
    assert key.isDown()
    assert screen(begun) == SlideOpen(TOPIC, 0)
    up(begun, glass, 0, place)
    assert screen(begun) == SlideOpen(TOPIC, 1)


def test_a_finger_that_slides_off_and_comes_back_acts_and_one_that_stays_off_does_not(
    begun: Kiosk, glass: QPointingDevice
) -> None:
    key = target(begun, KeyName.NEXT)
    place, off = middle(begun, key), QPoint(1000, 300)
    down(begun, glass, 0, place)
    slide(begun, glass, 0, off)
    assert not key.isDown()
    slide(begun, glass, 0, place)
    assert key.isDown()
    slide(begun, glass, 0, off)
    up(begun, glass, 0, off)
    assert screen(begun) == SlideOpen(TOPIC, 0)


def test_a_second_finger_neither_acts_nor_hinders_the_first(begun: Kiosk, glass: QPointingDevice) -> None:
    """standards.md OPR-08."""
    place, palm = middle(begun, target(begun, KeyName.NEXT)), middle(begun, target(begun, KeyName.HELP))
    down(begun, glass, 0, place)
    down(begun, glass, 1, palm, resting=0)
    up(begun, glass, 1, palm, resting=0)
    assert screen(begun) == SlideOpen(TOPIC, 0)
    up(begun, glass, 0, place)
    assert screen(begun) == SlideOpen(TOPIC, 1)


def test_nothing_on_the_next_screen_acts_until_all_fingers_are_up(
    begun: Kiosk, glass: QPointingDevice
) -> None:
    place, palm = middle(begun, target(begun, KeyName.NEXT)), QPoint(300, 300)
    help_place = middle(begun, target(begun, KeyName.HELP))
    down(begun, glass, 0, place)
    down(begun, glass, 1, palm, resting=0)
    up(begun, glass, 0, place, resting=1)
    later(begun)
    down(begun, glass, 2, help_place, resting=1)
    up(begun, glass, 2, help_place, resting=1)
    assert screen(begun) == SlideOpen(TOPIC, 1)
    up(begun, glass, 1, palm)
    tap(begun, glass, help_place)
    assert screen(begun) != SlideOpen(TOPIC, 1)


def test_what_is_shown_under_a_resting_finger_is_not_pressed_by_it(
    begun: Kiosk, glass: QPointingDevice
) -> None:
    place = middle(begun, target(begun, KeyName.NEXT))
    down(begun, glass, 0, place)
    begun.idle.timeout.emit()
    begun.idle.timeout.emit()
    assert isinstance(screen(begun), Attract)
    up(begun, glass, 0, place)
    assert isinstance(screen(begun), Attract)


def test_a_swipe_that_began_before_the_screen_changed_turns_nothing(
    begun: Kiosk, qtbot: QtBot, glass: QPointingDevice
) -> None:
    start = QPoint(1500, 300)
    down(begun, glass, 0, start)
    qtbot.keyClick(begun.window, Qt.Key.Key_Right)
    assert screen(begun) == SlideOpen(TOPIC, 1)
    up(begun, glass, 0, start - QPoint(300, 0))
    assert screen(begun) == SlideOpen(TOPIC, 1)


def test_a_trembling_second_press_of_the_same_target_is_ignored(begun: Kiosk, glass: QPointingDevice) -> None:
    """standards.md OPR-07; 0.4 s unless machine.toml says otherwise."""
    place = middle(begun, target(begun, KeyName.NEXT))
    tap(begun, glass, place)
    later(begun, 0.3)
    tap(begun, glass, place + QPoint(6, -4))
    assert screen(begun) == SlideOpen(TOPIC, 1)
    later(begun, 0.11)
    tap(begun, glass, place)
    assert screen(begun) == SlideOpen(TOPIC, 2)


def test_another_target_acts_at_once_also_while_the_page_turns(begun: Kiosk, glass: QPointingDevice) -> None:
    tap(begun, glass, middle(begun, target(begun, KeyName.NEXT)))
    assert begun.window.is_turning
    tap(begun, glass, middle(begun, target(begun, KeyName.BACK)))
    assert screen(begun) == SlideOpen(TOPIC, 0)


def test_a_key_that_takes_the_place_of_the_one_just_pressed_does_not_take_its_double_tap(
    start_kiosk: StartKiosk, qtbot: QtBot, glass: QPointingDevice
) -> None:
    kiosk = start_kiosk()
    place = QPoint(1700, 1000)
    tap(kiosk, glass, place)
    assert screen(kiosk) == SlideOpen(TOPIC, 0)
    assert target(kiosk, KeyName.NEXT).geometry().width() > 0
    later(kiosk, 0.2)
    tap(kiosk, glass, place)
    assert screen(kiosk) == SlideOpen(TOPIC, 0)


@pytest.mark.parametrize("seconds", [0.0, 0.5])
def test_the_guard_is_adjustable_from_none_to_half_a_second(seconds: float) -> None:
    clock = Clock()
    guard = RepeatGuard(seconds, clock)
    guard.acted("next", QPointF(5, 5))
    clock.now += 0.45
    assert guard.refuses("next") is (seconds > 0.45)
    assert not guard.refuses("back")
    clock.now += 0.06
    assert not guard.refuses("next")


@pytest.mark.parametrize(("across", "then"), [(-300, 1), (300, 0)])
def test_a_swipe_turns_the_slide(begun: Kiosk, glass: QPointingDevice, across: int, then: int) -> None:
    tap(begun, glass, middle(begun, target(begun, KeyName.NEXT)))
    later(begun)
    tap(begun, glass, middle(begun, target(begun, KeyName.BACK)))
    later(begun)
    if across > 0:
        tap(begun, glass, middle(begun, target(begun, KeyName.NEXT)))
        later(begun)
    start = QPoint(1500, 300)
    down(begun, glass, 0, start)
    later(begun, 0.2)
    slide(begun, glass, 0, start + QPoint(across, 10))
    up(begun, glass, 0, start + QPoint(across, 10))
    here = screen(begun)
    assert isinstance(here, SlideOpen)
    assert here.slide == then


@pytest.mark.parametrize(
    ("path", "seconds"), [(QPoint(-40, 0), 0.2), (QPoint(-300, 200), 0.2), (QPoint(-300, 0), 2.0)]
)
def test_a_short_steep_or_slow_move_is_no_swipe(
    begun: Kiosk, glass: QPointingDevice, path: QPoint, seconds: float
) -> None:
    start = QPoint(1500, 300)
    down(begun, glass, 0, start)
    later(begun, seconds)
    up(begun, glass, 0, start + path)
    assert screen(begun) == SlideOpen(TOPIC, 0)


def test_a_swipe_does_nothing_where_the_rail_has_no_such_key(
    begun: Kiosk, qtbot: QtBot, glass: QPointingDevice
) -> None:
    touch(qtbot, begun, KeyName.HELP)
    before = screen(begun)
    later(begun)
    down(begun, glass, 0, QPoint(900, 300))
    up(begun, glass, 0, QPoint(500, 300))
    assert screen(begun) == before


def test_a_touch_on_the_picture_shows_it_large_and_a_touch_closes_it(
    begun: Kiosk, glass: QPointingDevice
) -> None:
    tap(begun, glass, QPoint(450, 450))
    assert screen(begun) == PictureOpen(TOPIC, 0)
    later(begun)
    tap(begun, glass, QPoint(900, 700))
    assert screen(begun) == SlideOpen(TOPIC, 0)


def test_the_right_mouse_button_does_nothing(begun: Kiosk, qtbot: QtBot) -> None:
    """standards.md OPR-09."""
    later(begun)
    qtbot.mouseClick(target(begun, KeyName.NEXT), Qt.MouseButton.RightButton)
    assert screen(begun) == SlideOpen(TOPIC, 0)


def test_two_strikes_of_one_key_within_the_guard_count_once(begun: Kiosk, qtbot: QtBot) -> None:
    """standards.md OPR-07: the same guard for keys."""
    press(qtbot, begun, Qt.Key.Key_Right)
    later(begun, 0.3)
    qtbot.keyClick(begun.window, Qt.Key.Key_Right)
    assert screen(begun) == SlideOpen(TOPIC, 1)
    later(begun, 0.2)
    qtbot.keyClick(begun.window, Qt.Key.Key_Right)
    assert screen(begun) == SlideOpen(TOPIC, 2)


def test_the_keys_of_a_keypad_can_be_set(start_kiosk: StartKiosk, qtbot: QtBot) -> None:
    """standards.md OPR-04: all bindable."""
    keys = Keys(next="F9", back="F8", up="F7", down="F6", select="F5", help="F4")
    kiosk = start_kiosk(machine=Machine(keys=keys))
    press(qtbot, kiosk, Qt.Key.Key_F5)
    assert screen(kiosk) == SlideOpen(TOPIC, 0)
    press(qtbot, kiosk, Qt.Key.Key_F9)
    assert screen(kiosk) == SlideOpen(TOPIC, 1)
    press(qtbot, kiosk, Qt.Key.Key_F8)
    assert screen(kiosk) == SlideOpen(TOPIC, 0)
    press(qtbot, kiosk, Qt.Key.Key_F6)
    assert kiosk.window.focusWidget() is kiosk.window.targets()[0]
    press(qtbot, kiosk, Qt.Key.Key_F4)
    assert "Get help now" in kiosk.window.windowTitle()


def test_the_pointer_is_hidden_until_a_mouse_moves_and_when_it_is_still(begun: Kiosk) -> None:
    window = begun.window
    assert window.cursor().shape() == Qt.CursorShape.BlankCursor
    QTest.mouseMove(window.windowHandle(), QPoint(400, 300))
    assert window.cursor().shape() == Qt.CursorShape.ArrowCursor
    window._pointer.still.timeout.emit()
    assert window.cursor().shape() == Qt.CursorShape.BlankCursor
    window._pointer.hide()


def test_the_focus_ring_is_seen_and_a_touch_puts_it_away(
    begun: Kiosk, qtbot: QtBot, glass: QPointingDevice
) -> None:
    """standards.md OPR-06: at least two pixels round the key, in a colour of its own."""
    press(qtbot, begun, Qt.Key.Key_Tab)
    focused = begun.window.focusWidget()
    assert isinstance(focused, Target)
    ring = begun.window.focus.ring
    assert ring.isVisible()
    assert ring.geometry().contains(
        focused.face.toRect().translated(focused.mapTo(begun.window, QPoint(0, 0)))
    )
    tap(begun, glass, QPoint(1000, 40))
    assert not ring.isVisible()


def test_the_focus_stays_on_the_same_key_when_the_page_turns(begun: Kiosk, qtbot: QtBot) -> None:
    while begun.window.focusWidget() is not target(begun, KeyName.NEXT):
        press(qtbot, begun, Qt.Key.Key_Tab)
    press(qtbot, begun, Qt.Key.Key_Return)
    assert screen(begun) == SlideOpen(TOPIC, 1)
    assert begun.window.focusWidget() is target(begun, KeyName.NEXT)


def test_a_touch_that_the_system_takes_away_presses_nothing(begun: Kiosk, glass: QPointingDevice) -> None:
    key = target(begun, KeyName.NEXT)
    down(begun, glass, 0, middle(begun, key))
    begun.window._finger.cancel()
    assert not key.isDown()
    up(begun, glass, 0, middle(begun, key))
    assert screen(begun) == SlideOpen(TOPIC, 0)


def test_hammering_next_never_passes_finish(begun: Kiosk, glass: QPointingDevice) -> None:
    place = middle(begun, target(begun, KeyName.NEXT))
    for _ in range(60):
        tap(begun, glass, place)
        later(begun, 0.41)
        if isinstance(screen(begun), Finish):
            break
    assert screen(begun) == Finish(TOPIC)

"""The places of the bare screen, held and tapped with real touches and an injected clock."""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QPoint, QSize
from PySide6.QtGui import QPointingDevice
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kiosk.app import Kiosk
from kiosk.core.content.model import Catalog, Clinic
from kiosk.core.session.events import Event, ListenHeld, StartOverPressed, WaitEnded
from kiosk.core.session.screens import Attract, Cleaning, Gate, HelpOpen, SlideOpen
from kiosk.core.views.rail import KeyName
from kiosk.ui import corners
from kiosk.ui.corners import PLACES, Corner, Place
from tests.ui.conftest import StartKiosk
from tests.ui.hands import later, screen, touch

TOPIC = "sciatica-massage"
SIDE = 101
"""25 mm on the screen that the tests assume."""


@pytest.fixture(scope="module")
def glass() -> QPointingDevice:
    return QTest.createTouchDevice()


@pytest.fixture
def begun(start_kiosk: StartKiosk, qtbot: QtBot) -> Kiosk:
    kiosk = start_kiosk()
    touch(qtbot, kiosk, KeyName.BEGIN)
    later(kiosk)
    return kiosk


def down(kiosk: Kiosk, glass: QPointingDevice, place: QPoint, finger: int = 0) -> None:
    QTest.touchEvent(kiosk.window, glass).press(finger, place, kiosk.window).commit()


def up(kiosk: Kiosk, glass: QPointingDevice, place: QPoint, finger: int = 0) -> None:
    QTest.touchEvent(kiosk.window, glass).release(finger, place, kiosk.window).commit()


def hold(kiosk: Kiosk, seconds: float) -> None:
    """Let time pass under a finger that stays; the ring's timer looks in between."""
    for _ in range(10):
        later(kiosk, seconds / 10)
        kiosk.window.corners.step()


def tap(kiosk: Kiosk, glass: QPointingDevice, place: QPoint, times: int = 5, gap: float = 0.4) -> None:
    for _ in range(times):
        down(kiosk, glass, place)
        later(kiosk, 0.1)
        up(kiosk, glass, place)
        later(kiosk, gap)


def upper_right(kiosk: Kiosk, inset: int = 20) -> QPoint:
    return QPoint(kiosk.window.width() - inset, inset)


def test_three_seconds_in_the_upper_right_are_cleaning_and_a_ring_fills_meanwhile(
    begun: Kiosk, glass: QPointingDevice
) -> None:
    ring = begun.window.corners.ring
    down(begun, glass, upper_right(begun))
    hold(begun, 0.3)
    assert not ring.isVisible()
    hold(begun, 1.2)
    assert ring.isVisible()
    assert ring.geometry().getRect() == (1920 - SIDE, 0, SIDE, SIDE)
    assert ring.share == pytest.approx(0.5, abs=0.01)
    hold(begun, 1.45)
    assert screen(begun) == SlideOpen(TOPIC, 0)
    hold(begun, 0.1)
    assert screen(begun) == Cleaning(below=SlideOpen(TOPIC, 0))
    assert not ring.isVisible()
    up(begun, glass, upper_right(begun))
    assert isinstance(screen(begun), Cleaning)


def test_a_hold_cancels_the_press_of_what_lies_beneath(
    start_kiosk: StartKiosk, glass: QPointingDevice
) -> None:
    """On Attract the whole screen is a key."""
    kiosk = start_kiosk()
    down(kiosk, glass, upper_right(kiosk))
    hold(kiosk, 3.1)
    assert screen(kiosk) == Cleaning(below=Attract())
    up(kiosk, glass, upper_right(kiosk))
    kiosk.idle.timeout.emit()
    assert screen(kiosk) == Attract()


@pytest.mark.parametrize("inset", [20, SIDE - 2])
def test_a_shorter_touch_presses_what_lies_beneath(
    start_kiosk: StartKiosk, glass: QPointingDevice, inset: int
) -> None:
    kiosk = start_kiosk()
    down(kiosk, glass, upper_right(kiosk, inset))
    hold(kiosk, 2.9)
    up(kiosk, glass, upper_right(kiosk, inset))
    assert screen(kiosk) == SlideOpen(TOPIC, 0)


def test_outside_of_the_square_nothing_is_held(begun: Kiosk, glass: QPointingDevice) -> None:
    place = upper_right(begun, SIDE + 2)
    down(begun, glass, place)
    hold(begun, 10)
    up(begun, glass, place)
    assert screen(begun) == SlideOpen(TOPIC, 0)
    assert not begun.window.corners.timer.isActive()


def test_a_finger_that_leaves_the_square_holds_nothing(begun: Kiosk, glass: QPointingDevice) -> None:
    down(begun, glass, upper_right(begun))
    hold(begun, 2)
    away = QPoint(1500, 300)
    QTest.touchEvent(begun.window, glass).move(0, away, begun.window).commit()
    QTest.touchEvent(begun.window, glass).move(0, upper_right(begun), begun.window).commit()
    hold(begun, 5)
    assert screen(begun) == SlideOpen(TOPIC, 0)
    up(begun, glass, upper_right(begun))


def test_a_palm_that_rests_in_a_corner_beside_another_finger_holds_nothing(
    begun: Kiosk, glass: QPointingDevice
) -> None:
    place = QPoint(900, 400)
    down(begun, glass, place)
    QTest.touchEvent(begun.window, glass).stationary(0).press(1, upper_right(begun), begun.window).commit()
    hold(begun, 10)
    assert screen(begun) == SlideOpen(TOPIC, 0)
    QTest.touchEvent(begun.window, glass).release(0, place, begun.window).release(
        1, upper_right(begun), begun.window
    ).commit()


def test_fingers_that_rest_in_both_upper_corners_for_an_hour_open_nothing(
    begun: Kiosk, glass: QPointingDevice
) -> None:
    """Fault 55."""
    upper_left = QPoint(20, 20)
    down(begun, glass, upper_left)
    QTest.touchEvent(begun.window, glass).stationary(0).press(1, upper_right(begun), begun.window).commit()
    assert not begun.window.corners.timer.isActive()  # nothing counts how long they lie there
    later(begun, 3600)
    QTest.touchEvent(begun.window, glass).release(0, upper_left, begun.window).release(
        1, upper_right(begun), begun.window
    ).commit()
    assert screen(begun) == SlideOpen(TOPIC, 0)


def test_get_help_now_is_never_cleaned(begun: Kiosk, qtbot: QtBot, glass: QPointingDevice) -> None:
    touch(qtbot, begun, KeyName.HELP)
    later(begun)
    down(begun, glass, upper_right(begun))
    hold(begun, 3600)
    up(begun, glass, upper_right(begun))
    assert isinstance(screen(begun), HelpOpen)
    assert not begun.window.corners.ring.isVisible()


@pytest.mark.parametrize("is_begun", [False, True])
def test_five_taps_in_the_upper_left_open_the_gate(
    start_kiosk: StartKiosk, qtbot: QtBot, glass: QPointingDevice, *, is_begun: bool
) -> None:
    kiosk = start_kiosk()
    if is_begun:
        touch(qtbot, kiosk, KeyName.BEGIN)
        touch(qtbot, kiosk, KeyName.NEXT)
    tap(kiosk, glass, QPoint(20, 20))
    assert isinstance(screen(kiosk), Gate)


def test_the_fifth_tap_does_not_press_what_lies_beneath(begun: Kiosk, glass: QPointingDevice) -> None:
    """On Attract the whole screen is a key: the tap would begin a session."""
    tap(begun, glass, QPoint(20, 20), times=4)
    begun.happen(StartOverPressed())
    tap(begun, glass, QPoint(20, 20), times=1)
    assert screen(begun) == Gate(below=Attract())


def test_another_place_is_one_row_and_its_hold_cancels_the_press_also_where_the_screen_stays(
    start_kiosk: StartKiosk, glass: QPointingDevice, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As the lower left will be: two seconds, to listen."""
    monkeypatch.setattr(corners, "PLACES", (Place(Corner.LOWER_LEFT, 2.0, WaitEnded()),))
    kiosk = start_kiosk()
    kiosk.window.can_happen = lambda _event: True
    place = QPoint(80, 1000)  # on the first key of the rail
    happened: list[Event] = []
    kiosk.window.happened.connect(happened.append)
    down(kiosk, glass, place)
    hold(kiosk, 2.1)
    up(kiosk, glass, place)
    assert happened == [WaitEnded()]
    assert screen(kiosk) == Attract()


def test_four_taps_or_five_slow_ones_or_five_elsewhere_open_nothing(
    begun: Kiosk, glass: QPointingDevice
) -> None:
    tap(begun, glass, QPoint(20, 20), times=4)
    later(begun, 5)
    tap(begun, glass, QPoint(20, 20), gap=0.8)
    later(begun, 5)
    tap(begun, glass, QPoint(SIDE + 10, 20))
    tap(begun, glass, QPoint(1900, 20))
    assert not isinstance(screen(begun), Gate)


def test_a_tap_elsewhere_begins_the_count_again(begun: Kiosk, glass: QPointingDevice) -> None:
    tap(begun, glass, QPoint(20, 20), times=3, gap=0.2)
    tap(begun, glass, QPoint(1200, 40), times=1, gap=0.2)
    tap(begun, glass, QPoint(20, 20), times=2, gap=0.2)
    assert not isinstance(screen(begun), Gate)


def test_the_ring_of_the_taps_goes_away_when_no_more_follow(begun: Kiosk, glass: QPointingDevice) -> None:
    tap(begun, glass, QPoint(20, 20), times=1)
    assert not begun.window.corners.ring.isVisible()
    tap(begun, glass, QPoint(20, 20), times=1)
    assert begun.window.corners.ring.isVisible()
    hold(begun, 4)
    assert not begun.window.corners.ring.isVisible()
    assert not begun.window.corners.timer.isActive()


def test_the_places_are_not_mirrored(
    start_kiosk: StartKiosk, shipped: Catalog, glass: QPointingDevice
) -> None:
    kiosk = start_kiosk(replace(shipped, clinic=Clinic(languages=("ar", "en"))))
    down(kiosk, glass, upper_right(kiosk))
    hold(kiosk, 3.1)
    assert isinstance(screen(kiosk), Cleaning)
    up(kiosk, glass, upper_right(kiosk))


@pytest.mark.parametrize(("size", "side"), [(QSize(3840, 2160), 202), (QSize(1024, 600), 56)])
def test_the_places_are_millimetres_of_the_glass(start_kiosk: StartKiosk, size: QSize, side: int) -> None:
    kiosk = start_kiosk(size=size)
    square = kiosk.window.corners._square(PLACES[0])
    assert (square.width(), square.height()) == (side, side)


def test_the_lower_left_is_for_listening_alone() -> None:
    (place,) = [place for place in PLACES if place.corner is Corner.LOWER_LEFT]
    assert (place.seconds, place.event, place.taps) == (2.0, ListenHeld(), 0)
    assert Corner.LOWER_LEFT.square(1920, 1080, 101).getRect() == (0, 979, 101, 101)

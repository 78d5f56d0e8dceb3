"""The window is put back over the whole screen whatever moves it; Qt's own events stand in for a window manager."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from kiosk.core.content.model import Block, Run
from kiosk.core.session.events import Begun, NextPressed
from kiosk.core.session.screens import SlideOpen
from kiosk.core.settings import Machine
from kiosk.ui import whole_screen
from kiosk.ui.curtain import draw_curtains
from kiosk.ui.whole_screen import WholeScreen
from tests.catalogs import catalog, slide, topic, words
from tests.ui.conftest import StartKiosk
from tests.ui.hands import press

pytestmark = pytest.mark.qt_log_ignore(
    "This plugin does not support raise"
)  # windows of nobody's sight have no order


NEVER_MILLISECONDS = 1_000_000


def cover(window: QWidget) -> WholeScreen:
    whole = WholeScreen(window)
    whole.settle.setInterval(NEVER_MILLISECONDS)  # `settle` ends the wait
    whole.cover()
    settle(whole)
    return whole


def settle(whole: WholeScreen) -> None:
    """Let the time pass that it waits for more changes, until none comes."""
    QApplication.processEvents()
    for _ in range(5):
        if not whole.settle.isActive():
            return
        whole.settle.stop()
        whole.settle.timeout.emit()
        QApplication.processEvents()
    raise AssertionError("it never comes to rest")


def is_whole(window: QWidget) -> bool:
    screen = QGuiApplication.primaryScreen().geometry()
    return (
        window.isVisible()
        and not window.isMinimized()
        and window.isFullScreen()
        and window.geometry() == screen
    )


def test_the_window_has_no_frame_and_lies_over_every_other(start_kiosk: StartKiosk) -> None:
    kiosk = start_kiosk()
    cover(kiosk.window)
    window = kiosk.window
    assert is_whole(window)
    assert window.windowFlags() & Qt.WindowType.FramelessWindowHint
    assert window.windowFlags() & Qt.WindowType.WindowStaysOnTopHint


@pytest.mark.parametrize(
    "displace",
    [
        lambda window: window.move(200, 100),
        lambda window: window.resize(500, 400),
        lambda window: window.showMinimized(),
        lambda window: window.showNormal(),
        lambda window: window.showMaximized(),
        lambda window: window.hide(),
    ],
    ids=["moved", "resized", "minimised", "restored", "maximised", "hidden"],
)
def test_what_a_window_manager_does_to_it_is_undone_and_the_patient_reads_on(
    start_kiosk: StartKiosk, displace: Callable[[QWidget], None]
) -> None:
    kiosk = start_kiosk()
    whole = cover(kiosk.window)
    kiosk.happen(Begun())
    kiosk.happen(NextPressed())
    reading = kiosk.session.screen
    displace(kiosk.window)
    QApplication.processEvents()
    assert not is_whole(kiosk.window)
    settle(whole)
    assert is_whole(kiosk.window)
    assert kiosk.session.screen == reading
    assert kiosk.window.page.width() == kiosk.window.width()


def test_another_window_that_comes_to_the_front_does_not_stay_there(qtbot: QtBot) -> None:
    window, other = QWidget(), QWidget()
    qtbot.addWidget(window)
    qtbot.addWidget(other)
    whole = cover(window)
    qtbot.waitUntil(window.isActiveWindow)
    other.show()
    other.activateWindow()
    qtbot.waitUntil(lambda: not window.isActiveWindow())
    settle(whole)
    qtbot.waitUntil(window.isActiveWindow)


def test_a_burst_of_changes_is_drawn_once(start_kiosk: StartKiosk) -> None:
    kiosk = start_kiosk()
    whole = cover(kiosk.window)
    fits: list[None] = []
    whole.settle.timeout.connect(lambda: fits.append(None))
    screen = QGuiApplication.primaryScreen()
    for _ in range(20):
        screen.geometryChanged.emit(screen.geometry())
        QGuiApplication.instance().primaryScreenChanged.emit(screen)  # type: ignore[union-attr]
    settle(whole)
    assert len(fits) == 1


def test_a_page_is_drawn_again_when_the_system_draws_larger_in_the_same_room(start_kiosk: StartKiosk) -> None:
    kiosk = start_kiosk()
    before = kiosk.window.page
    QApplication.sendEvent(kiosk.window, QEvent(QEvent.Type.DevicePixelRatioChange))
    assert kiosk.window.page is not before


def test_a_page_is_cut_anew_for_another_screen_and_nobody_loses_the_place(
    start_kiosk: StartKiosk, qtbot: QtBot
) -> None:
    blocks = tuple(Block((Run("Some words that take room on every screen. " * 3),)) for _ in range(12))
    long = replace(slide(2), words={"en": replace(words("Long"), body=blocks)})
    kiosk = start_kiosk(catalog(topic(slides=(slide(1), long, slide(3)))))
    kiosk.happen(Begun())
    kiosk.happen(NextPressed())
    parts = {}
    for size in (QSize(1920, 1080), QSize(1080, 1920), QSize(1920, 1080)):
        kiosk.window.resize(size)
        QApplication.processEvents()
        parts[size.toTuple()] = kiosk.session.parts
        assert kiosk.session.screen == SlideOpen("backs", 1)
    across, upright = parts[1920, 1080], parts[1080, 1920]
    assert across > upright > 1
    for _ in range(across - 1):
        press(qtbot, kiosk, Qt.Key.Key_Right)
    assert kiosk.session.screen == SlideOpen("backs", 1, part=across)
    kiosk.window.resize(1080, 1920)
    QApplication.processEvents()
    assert kiosk.session.screen == SlideOpen("backs", 1, part=upright)


def test_the_pointer_stays_hidden_when_the_screen_changes(start_kiosk: StartKiosk) -> None:
    kiosk = start_kiosk()
    whole = cover(kiosk.window)
    for change in (kiosk.window.showNormal, lambda: kiosk.window.resize(500, 400), kiosk.window.hide):
        change()
        settle(whole)
        assert kiosk.window.cursor().shape() is Qt.CursorShape.BlankCursor


@pytest.mark.parametrize(("pin", "is_ended"), [("", True), ("a hash", False)])
def test_ctrl_q_ends_it_only_while_no_pin_is_set(
    start_kiosk: StartKiosk, qtbot: QtBot, pin: str, *, is_ended: bool
) -> None:
    window = start_kiosk(machine=Machine(pin=pin)).window
    ends: list[None] = []
    window.closed.connect(lambda: ends.append(None))
    qtbot.keyClick(window, Qt.Key.Key_Q, Qt.KeyboardModifier.ControlModifier)
    assert bool(ends) is is_ended
    assert window.isVisible()


@pytest.mark.parametrize(("platform", "curtains"), [("xcb", 1), ("wayland", 0), ("wayland-egl", 0)])
def test_no_curtain_is_drawn_where_a_compositor_might_put_it_over_the_kiosk(
    start_kiosk: StartKiosk, monkeypatch: pytest.MonkeyPatch, platform: str, curtains: int
) -> None:
    monkeypatch.setattr(QGuiApplication, "platformName", lambda: platform)
    monkeypatch.setattr(whole_screen, "_is_within", lambda _screen, _shown: False)  # as if there were another
    whole = cover(start_kiosk().window)
    assert len(whole._curtains) == curtains
    assert len([window for window in QGuiApplication.topLevelWindows() if window.isVisible()]) == 1 + curtains
    draw_curtains(whole._curtains, [])


def test_a_curtain_is_black_hides_the_pointer_and_closes_for_nobody(qtbot: QtBot) -> None:
    screen = QGuiApplication.primaryScreen()
    drawn = draw_curtains({}, [screen])
    (curtain,) = drawn.values()
    qtbot.waitUntil(curtain.isExposed)
    assert curtain.geometry() == screen.geometry()
    assert curtain.cursor().shape() is Qt.CursorShape.BlankCursor
    assert not curtain.close()
    assert curtain.isVisible()
    assert curtain.accessibleRoot() is None
    assert draw_curtains(drawn, [screen]) == drawn
    assert screen.grabWindow(curtain.winId()).toImage().pixelColor(9, 9).name() == "#000000"
    assert draw_curtains(drawn, []) == {}
    assert not curtain.isVisible()


def test_a_curtain_that_went_with_its_screen_comes_back_with_it(qtbot: QtBot) -> None:
    """Qt hides a window with its screen; a plug that is loose brings that back under the same name."""
    screen = QGuiApplication.primaryScreen()
    drawn = draw_curtains({}, [screen])
    for curtain in drawn.values():
        curtain.hide()
    again = draw_curtains(drawn, [screen])
    assert [curtain.isVisible() for curtain in again.values()] == [True]
    draw_curtains(again, [])

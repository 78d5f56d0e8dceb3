"""A patient's way from Attract to Finish, by touch and by keys, on the shipped content."""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QPoint, QSize, Qt
from pytestqt.qtbot import QtBot

from kiosk.core.content.model import Catalog, Clinic
from kiosk.core.session.events import CatalogArrived, WentIdle
from kiosk.core.session.screens import Attract, Finish, HelpOpen, MoreOpen, Overview, SlideOpen, StillThere
from kiosk.core.views.rail import KeyName
from kiosk.ui.pages.attract import AttractPage, UpdatingPage
from kiosk.ui.pages.still_there import StillTherePage
from kiosk.ui.widgets.picture import PictureLabel
from tests.catalogs import catalog, topic
from tests.ui.conftest import StartKiosk
from tests.ui.hands import Clock, has, press, screen, target, touch, touch_page, words_on

TOPIC = "sciatica-massage"


def test_a_patient_touches_attract_and_reaches_finish_through_all_fourteen_slides(
    start_kiosk: StartKiosk, qtbot: QtBot
) -> None:
    kiosk = start_kiosk()
    touch(qtbot, kiosk, KeyName.BEGIN)
    seen = []
    while isinstance(here := screen(kiosk), SlideOpen):
        seen.append(here.slide)
        touch(qtbot, kiosk, KeyName.NEXT)
    assert sorted(set(seen)) == list(range(14))
    assert screen(kiosk) == Finish(TOPIC)
    assert "Keep moving" in words_on(kiosk)
    touch(qtbot, kiosk, KeyName.START_OVER)
    assert screen(kiosk) == Attract()


def test_the_keys_alone_reach_finish(start_kiosk: StartKiosk, qtbot: QtBot) -> None:
    kiosk = start_kiosk()
    press(qtbot, kiosk, Qt.Key.Key_Return)
    assert screen(kiosk) == SlideOpen(TOPIC, 0)
    press(qtbot, kiosk, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Left)
    assert screen(kiosk) == SlideOpen(TOPIC, 1)
    for _ in range(40):
        press(qtbot, kiosk, Qt.Key.Key_Space)
        if isinstance(screen(kiosk), Finish):
            break
    assert screen(kiosk) == Finish(TOPIC)


def test_a_touch_anywhere_on_attract_begins_in_the_first_language(
    start_kiosk: StartKiosk, qtbot: QtBot
) -> None:
    kiosk = start_kiosk()
    touch_page(qtbot, kiosk, QPoint(300, 500))
    assert screen(kiosk) == SlideOpen(TOPIC, 0)


def test_every_slide_shows_its_words_and_its_place(start_kiosk: StartKiosk, qtbot: QtBot) -> None:
    """standards.md OPR-13: the window is named for the slide and its place."""
    kiosk = start_kiosk()
    touch(qtbot, kiosk, KeyName.BEGIN)
    touch(qtbot, kiosk, KeyName.NEXT)
    assert kiosk.window.windowTitle() == "Pain relief, 2 of 14"
    text = words_on(kiosk)
    assert "After massage, back pain may ease for a short time." in text
    assert "Massage may ease back pain. Relief is often short." in text
    picture = kiosk.window.page.findChild(PictureLabel)
    assert picture is not None
    assert picture.accessibleName().startswith("A woman lies on her front")


@pytest.mark.parametrize("begun", [True, False])
def test_help_opens_from_everywhere_and_closes_to_where_it_was_opened(
    start_kiosk: StartKiosk, qtbot: QtBot, *, begun: bool
) -> None:
    kiosk = start_kiosk()
    if begun:
        touch(qtbot, kiosk, KeyName.BEGIN)
    before = screen(kiosk)
    touch(qtbot, kiosk, KeyName.HELP)
    assert isinstance(screen(kiosk), HelpOpen)
    assert "You cannot pee, or cannot hold your pee or poop".replace(", or", ",") in words_on(kiosk).replace(
        "\nor", ""
    )
    touch(qtbot, kiosk, KeyName.CLOSE)
    assert screen(kiosk) == before


def test_the_emergency_number_is_on_the_help_page(
    start_kiosk: StartKiosk, qtbot: QtBot, shipped: Catalog
) -> None:
    """standards.md CLI-02: it comes from the clinic's settings."""
    kiosk = start_kiosk(replace(shipped, clinic=Clinic(emergency="112")))
    press(qtbot, kiosk, Qt.Key.Key_F1)
    assert "112" in words_on(kiosk)
    kiosk = start_kiosk(shipped)
    press(qtbot, kiosk, Qt.Key.Key_F1)
    assert "Call your local emergency number." in words_on(kiosk)


def test_the_help_page_is_there_without_a_file_of_the_clinic(start_kiosk: StartKiosk, qtbot: QtBot) -> None:
    kiosk = start_kiosk(Catalog())
    assert isinstance(kiosk.window.page, UpdatingPage)
    touch(qtbot, kiosk, KeyName.HELP)
    for sign in ("You cannot pee,", "You are numb", "Both legs", "You have a fever"):
        assert sign in words_on(kiosk)


def test_tell_me_more_and_the_overview_open_and_close(start_kiosk: StartKiosk, qtbot: QtBot) -> None:
    kiosk = start_kiosk()
    touch(qtbot, kiosk, KeyName.BEGIN)
    touch(qtbot, kiosk, KeyName.MORE)
    assert screen(kiosk) == MoreOpen(TOPIC, 0)
    press(qtbot, kiosk, Qt.Key.Key_Escape)
    touch(qtbot, kiosk, KeyName.STEPS, "1 of 14")
    assert screen(kiosk) == Overview(TOPIC, 0)
    touch(qtbot, kiosk, KeyName.SLIDE, "Page 9")
    assert screen(kiosk) == SlideOpen(TOPIC, 8)
    touch(qtbot, kiosk, KeyName.STEPS, "Page 3")
    assert screen(kiosk) == SlideOpen(TOPIC, 2)


def test_more_than_one_topic_is_chosen_on_home(start_kiosk: StartKiosk, qtbot: QtBot) -> None:
    kiosk = start_kiosk(catalog(topic("backs"), topic("knees", 2)))
    touch(qtbot, kiosk, KeyName.BEGIN)
    touch(qtbot, kiosk, KeyName.TOPIC, "Knees")
    assert screen(kiosk) == SlideOpen("knees", 0)
    touch(qtbot, kiosk, KeyName.HOME)
    assert has(kiosk, KeyName.TOPIC)


def test_the_idle_timer_asks_before_it_ends_a_session(start_kiosk: StartKiosk, qtbot: QtBot) -> None:
    """standards.md TIM-01, TIM-02; the one timer runs only once somebody has touched."""
    kiosk = start_kiosk()
    assert not kiosk.idle.isActive()
    touch(qtbot, kiosk, KeyName.BEGIN)
    assert kiosk.idle.isActive()
    assert kiosk.idle.interval() == 60_000
    kiosk.idle.timeout.emit()
    assert isinstance(screen(kiosk), StillThere)
    assert kiosk.idle.interval() == 30_000
    touch_page(qtbot, kiosk, QPoint(100, 900))
    assert screen(kiosk) == SlideOpen(TOPIC, 0)
    kiosk.idle.timeout.emit()
    kiosk.idle.timeout.emit()
    assert isinstance(kiosk.window.page, AttractPage)
    assert has(kiosk, KeyName.TAKE_BACK)


def test_every_touch_starts_the_idle_time_again(start_kiosk: StartKiosk, qtbot: QtBot) -> None:
    kiosk = start_kiosk()
    touch(qtbot, kiosk, KeyName.BEGIN)
    kiosk.idle.stop()
    touch_page(qtbot, kiosk, QPoint(5, 5))
    assert kiosk.idle.isActive()


def test_new_content_neither_keeps_a_session_alive_nor_touches_its_page(
    start_kiosk: StartKiosk, qtbot: QtBot
) -> None:
    kiosk = start_kiosk()
    touch(qtbot, kiosk, KeyName.BEGIN)
    kiosk.idle.stop()
    page = kiosk.window.page
    kiosk.happen(CatalogArrived(catalog(topic("knees"))))
    assert not kiosk.idle.isActive()
    assert kiosk.window.page is page


def test_the_countdown_shows_the_seconds_that_are_left(
    start_kiosk: StartKiosk, qtbot: QtBot, clock: Clock
) -> None:
    kiosk = start_kiosk()
    touch(qtbot, kiosk, KeyName.BEGIN)
    kiosk.happen(WentIdle())
    page = kiosk.window.page
    assert isinstance(page, StillTherePage)
    for passed, left in ((0.0, 30), (0.4, 30), (7.5, 23), (22.0, 1), (9.0, 0)):
        clock.now += passed
        page.step()
        assert page.left == left
        assert str(left) in words_on(kiosk)
    touch(qtbot, kiosk, KeyName.STAY)
    assert screen(kiosk) == SlideOpen(TOPIC, 0)


def test_attract_turns_its_posters_only_while_it_is_shown(start_kiosk: StartKiosk, qtbot: QtBot) -> None:
    kiosk = start_kiosk()
    page = kiosk.window.page
    assert isinstance(page, AttractPage)
    first = words_on(kiosk)
    page.show_next()
    qtbot.waitUntil(lambda: words_on(kiosk) != first)
    touch(qtbot, kiosk, KeyName.HELP)
    assert not isinstance(kiosk.window.page, AttractPage)


def test_a_catalog_that_arrives_during_a_session_is_shown_after_it(
    start_kiosk: StartKiosk, qtbot: QtBot
) -> None:
    kiosk = start_kiosk()
    touch(qtbot, kiosk, KeyName.BEGIN)
    title = kiosk.window.windowTitle()
    kiosk.happen(CatalogArrived(catalog(topic("knees"))))
    assert kiosk.window.windowTitle() == title
    touch(qtbot, kiosk, KeyName.START_OVER)
    touch(qtbot, kiosk, KeyName.BEGIN)
    assert kiosk.window.windowTitle() == "Slide 1, 1 of 3"


def test_a_key_acts_on_release_inside_and_not_when_the_finger_slides_off(
    start_kiosk: StartKiosk, qtbot: QtBot
) -> None:
    """standards.md OPR-02."""
    kiosk = start_kiosk()
    touch(qtbot, kiosk, KeyName.BEGIN)
    key = target(kiosk, KeyName.NEXT)
    qtbot.mousePress(key, Qt.MouseButton.LeftButton, pos=QPoint(20, 20))
    assert screen(kiosk) == SlideOpen(TOPIC, 0)
    assert key.isDown()
    qtbot.mouseMove(key, QPoint(20, -300))
    qtbot.mouseRelease(key, Qt.MouseButton.LeftButton, pos=QPoint(20, -300))
    assert screen(kiosk) == SlideOpen(TOPIC, 0)


def test_the_focus_walks_every_target_in_order_and_comes_round(start_kiosk: StartKiosk, qtbot: QtBot) -> None:
    """standards.md OPR-04, OPR-06."""
    kiosk = start_kiosk()
    touch(qtbot, kiosk, KeyName.BEGIN)
    walked = []
    for _ in kiosk.window.targets():
        press(qtbot, kiosk, Qt.Key.Key_Tab)
        walked.append(kiosk.window.focusWidget())
    assert walked == kiosk.window.targets()
    press(qtbot, kiosk, Qt.Key.Key_Down)
    assert kiosk.window.focusWidget() is kiosk.window.targets()[0]
    press(qtbot, kiosk, Qt.Key.Key_Up, Qt.Key.Key_Return)
    assert screen(kiosk) == SlideOpen(TOPIC, 1)


def test_a_held_key_does_not_run_through_the_slides(start_kiosk: StartKiosk, qtbot: QtBot) -> None:
    """standards.md OPR-07."""
    from PySide6.QtCore import QEvent  # noqa: PLC0415
    from PySide6.QtGui import QKeyEvent  # noqa: PLC0415
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415

    kiosk = start_kiosk()
    touch(qtbot, kiosk, KeyName.BEGIN)
    none = Qt.KeyboardModifier.NoModifier
    repeat = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Right, none, "", autorep=True)
    QApplication.sendEvent(kiosk.window, repeat)
    assert screen(kiosk) == SlideOpen(TOPIC, 0)


@pytest.mark.parametrize("size", [QSize(1024, 600), QSize(1080, 1920), QSize(1920, 1080)])
def test_go_and_help_stand_in_the_same_place_on_every_slide(
    start_kiosk: StartKiosk, qtbot: QtBot, size: QSize
) -> None:
    """standards.md OPR-12."""
    kiosk = start_kiosk(size=size)
    touch(qtbot, kiosk, KeyName.BEGIN)
    places = set()
    while isinstance(screen(kiosk), SlideOpen):
        window = kiosk.window
        places.add(
            tuple(
                each.mapTo(window, QPoint(0, 0)).toTuple() + each.size().toTuple()
                for each in (target(kiosk, KeyName.NEXT), target(kiosk, KeyName.HELP))
            )
        )
        touch(qtbot, kiosk, KeyName.NEXT)
    assert len(places) == 1

"""The desk's page of counts, and the three faces on Finish, by touch and by keys."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QSize, Qt
from pytestqt.qtbot import QtBot

from kiosk.app import Kiosk
from kiosk.core.insights.usage import Usage, Week
from kiosk.core.language import translator
from kiosk.core.session.events import CameAsStaff, FinishPressed, OverviewPressed
from kiosk.core.session.face import Face
from kiosk.core.session.screens import Desk, DeskPage, Finish, SlideOpen
from kiosk.core.views.faces import faces_view
from kiosk.core.views.rail import KeyName
from kiosk.ops.errands import Errands
from kiosk.ops.insights import Counting
from kiosk.ui.widgets.bar import ShareBar
from tests.catalogs import A_DAY
from tests.contents import FakeContents
from tests.ui.conftest import StartKiosk
from tests.ui.hands import has, press, screen, target, touch, words_on

FACES = (KeyName.HELPED, KeyName.HELPED_A_LITTLE, KeyName.HELPED_NOT)
TOPIC = "sciatica-massage"


def counted(kiosk: Kiosk, data: Path) -> Counting:
    """Count as `kiosk run` does where IT has turned it on."""
    kiosk.session = replace(kiosk.session, asks_face=True)
    kiosk.counting = Counting(data, lambda: A_DAY + timedelta(days=1), is_safe=lambda: False)
    return kiosk.counting


def open_usage(qtbot: QtBot, kiosk: Kiosk, folder: Path, usage: Callable[[], Usage]) -> None:
    kiosk.run_errand = Errands(
        settings=folder / "machine.toml",
        data=folder,
        pin="",
        ruler=kiosk.window,
        contents=FakeContents(),
        look=lambda _language: (),
        ring=kiosk.ring,
        answer=kiosk.heard.emit,
        end=lambda: None,
        usage=usage,
    ).run
    kiosk.happen(CameAsStaff())
    touch(qtbot, kiosk, KeyName.DESK_USAGE)
    qtbot.waitUntil(lambda: _desk(kiosk).usage is not None)


def _desk(kiosk: Kiosk) -> Desk:
    found = screen(kiosk)
    assert isinstance(found, Desk)
    assert found.page is DeskPage.USAGE
    return found


def has_answered(kiosk: Kiosk) -> bool:
    return kiosk.session.face is not None


def go_to_finish(qtbot: QtBot, kiosk: Kiosk) -> None:
    press(qtbot, kiosk, Qt.Key.Key_Return)
    kiosk.happen(OverviewPressed())
    kiosk.happen(FinishPressed())


@pytest.mark.parametrize("name", FACES)
def test_one_touch_on_a_face_answers_thanks_and_takes_the_faces_away(
    qtbot: QtBot, start_kiosk: StartKiosk, tmp_path: Path, name: KeyName
) -> None:
    kiosk = start_kiosk()
    counted(kiosk, tmp_path)
    go_to_finish(qtbot, kiosk)
    assert [target(kiosk, face).key.accessible_name for face in FACES] == [
        "Did this help you? Yes",
        "Did this help you? A little",
        "Did this help you? No",
    ]
    touch(qtbot, kiosk, name)
    assert screen(kiosk) == Finish(TOPIC)
    assert kiosk.session.face is tuple(Face)[FACES.index(name)]
    assert not any(has(kiosk, face) for face in FACES)
    assert "Thank you for your answer." in words_on(kiosk)
    touch(qtbot, kiosk, KeyName.START_OVER)
    assert not has_answered(kiosk)
    assert kiosk.session.asks_face


def test_a_face_can_be_chosen_with_keys_alone(qtbot: QtBot, start_kiosk: StartKiosk, tmp_path: Path) -> None:
    kiosk = start_kiosk()
    counted(kiosk, tmp_path)
    go_to_finish(qtbot, kiosk)
    for _ in range(20):
        press(qtbot, kiosk, Qt.Key.Key_Down)
        focused = kiosk.window.focusWidget()
        if focused is target(kiosk, KeyName.HELPED_NOT):
            break
    press(qtbot, kiosk, Qt.Key.Key_Space)
    assert kiosk.session.face is Face.NO


def test_without_insights_finish_asks_nothing(qtbot: QtBot, start_kiosk: StartKiosk) -> None:
    kiosk = start_kiosk()
    go_to_finish(qtbot, kiosk)
    assert not any(has(kiosk, face) for face in FACES)
    assert faces_view(kiosk.session, translator("en")) is None


def test_sessions_by_touch_stand_on_the_desk_the_next_day(
    qtbot: QtBot, start_kiosk: StartKiosk, tmp_path: Path
) -> None:
    kiosk = start_kiosk(size=QSize(1080, 1920))
    counting = counted(kiosk, tmp_path)
    for number in range(12):
        press(qtbot, kiosk, Qt.Key.Key_Return)
        assert isinstance(screen(kiosk), SlideOpen)
        if number < 7:
            touch(qtbot, kiosk, KeyName.NEXT)
        touch(qtbot, kiosk, KeyName.START_OVER)
    counting.write()
    open_usage(qtbot, kiosk, tmp_path, counting.usage)
    said = words_on(kiosk)
    assert "At least 10 sessions in all. Fewer than 5 of them last week." in said
    assert "About half of the patients stop at page 1." in said
    assert "Page 1: What is sciatica?" in said
    assert "Page 2: Pain relief" in said
    bars = kiosk.window.page.findChildren(ShareBar)
    assert len(bars) >= 8 + 3
    assert "Every other page: fewer than 5." in said


def test_where_nothing_is_counted_the_desk_says_how_it_is_turned_on(
    qtbot: QtBot, start_kiosk: StartKiosk, tmp_path: Path
) -> None:
    kiosk = start_kiosk()
    open_usage(qtbot, kiosk, tmp_path, Usage)
    assert "Nothing is counted on this kiosk." in words_on(kiosk)
    assert "IT writes insights = true in machine.toml" in words_on(kiosk)
    assert kiosk.window.page.findChildren(ShareBar) == []


@pytest.mark.parametrize("language", ["en", "ar"])
def test_bars_begin_where_the_script_begins(
    qtbot: QtBot, start_kiosk: StartKiosk, tmp_path: Path, language: str
) -> None:
    kiosk = start_kiosk()
    kiosk.session = replace(kiosk.session, preferences=replace(kiosk.session.preferences, language=language))
    weeks = tuple(Week(A_DAY - timedelta(weeks=7 - week), 5 if week < 7 else 40) for week in range(8))
    open_usage(qtbot, kiosk, tmp_path, lambda: Usage(is_on=True, weeks=weeks, sessions=75))
    bars = kiosk.window.page.findChildren(ShareBar)
    short = min((bar for bar in bars if bar._share), key=lambda bar: bar._share)
    picture = short.grab().toImage()
    ends = [picture.pixelColor(x, picture.height() // 2) for x in (8, picture.width() - 8)]
    teal = kiosk.window.page.style_.palette.tealmark
    assert [end == teal for end in ends] == [language == "en", language == "ar"]

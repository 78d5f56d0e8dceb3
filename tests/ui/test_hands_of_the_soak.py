"""The hands of the soak get where they mean to."""

from __future__ import annotations

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kiosk.app import Kiosk
from kiosk.core.session.preferences import TextSize
from kiosk.core.session.screens import Desk
from kiosk.core.session.session import Session
from tests.contents import FakeContents
from tests.soak.hands import Hands
from tests.ui.conftest import StartKiosk
from tests.ui.ears import listen
from tests.ui.hands import later
from tests.ui.monkey import Trick


@pytest.fixture
def kiosk(start_kiosk: StartKiosk, qtbot: QtBot) -> Kiosk:
    return start_kiosk()


@pytest.fixture
def contents() -> FakeContents:
    return FakeContents()


@pytest.fixture
def done() -> list[str]:
    return []


@pytest.fixture
def hands(kiosk: Kiosk, contents: FakeContents, done: list[str]) -> Hands:
    return Hands(
        kiosk,
        QTest.createTouchDevice(),
        "a seed",
        contents=contents,
        lose_voice=lambda: done.append("lose"),
        change_content=lambda: done.append("change"),
    )


def sessions_during(kiosk: Kiosk, trick: Trick, times: int = 1) -> list[Session]:
    """The session at each rest of a trick."""
    found: list[Session] = []
    for _ in range(times):
        for seconds in trick():
            later(kiosk, seconds)
            found.append(kiosk.session)
    return found


def test_they_wish_for_every_language_and_every_size(kiosk: Kiosk, hands: Hands) -> None:
    wishes = [session.preferences for session in sessions_during(kiosk, hands._wish, times=15)]
    assert {wish.language for wish in wishes} >= {"en", "es", "ar"}
    assert {wish.text_size for wish in wishes} == set(TextSize)
    assert len({wish.theme for wish in wishes}) == 2


def test_they_listen(kiosk: Kiosk, hands: Hands) -> None:
    ears = listen(kiosk)
    sessions = sessions_during(kiosk, hands._listen)
    assert any(session.hearing.is_on for session in sessions)
    assert ears.heard


def test_they_come_as_staff_and_leave_the_content_as_it_was(
    kiosk: Kiosk, hands: Hands, contents: FakeContents
) -> None:
    contents.pause("sciatica-massage")
    sessions = sessions_during(kiosk, hands._staff)
    assert isinstance(sessions[0].screen, Desk)
    assert contents.now.paused == ()
    assert not contents.now.is_held


def test_they_change_the_content_and_the_voice_by_what_they_were_given(
    kiosk: Kiosk, hands: Hands, done: list[str]
) -> None:
    sessions_during(kiosk, hands._change_content)
    sessions_during(kiosk, hands._lose_voice)
    assert done == ["change", "lose"]

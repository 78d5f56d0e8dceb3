"""High contrast where the system's own settings ask for it: EN 301 549, 11.7; standards.md VIS-07."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from kiosk.core.session.preferences import Preferences, Theme
from kiosk.core.views.rail import KeyName
from kiosk.ui.system_wish import follow_system_wish, wished_theme
from kiosk.ui.theme import CONTRAST, LIGHT
from tests.ui.conftest import StartKiosk
from tests.ui.hands import touch

HIGH, NONE = Qt.ContrastPreference.HighContrast, Qt.ContrastPreference.NoPreference


@pytest.fixture
def wish(qapp: object) -> Iterator[object]:
    """The system's settings, whose change is told as Qt tells it."""
    style = QGuiApplication.styleHints()
    hints = style.accessibility()
    yield hints.contrastPreferenceChanged
    hints.contrastPreferenceChanged.disconnect()


def test_a_system_that_wishes_for_nothing_gets_the_light_theme(qapp: object) -> None:
    assert wished_theme() is Theme.LIGHT


def test_a_wish_is_followed_at_once_where_nobody_is_and_by_the_next_session_else(
    start_kiosk: StartKiosk, qtbot: QtBot, wish: Qt
) -> None:
    kiosk = start_kiosk()
    follow_system_wish(kiosk.happen)
    wish.emit(HIGH)  # type: ignore[attr-defined]
    assert kiosk.window.page.ground == CONTRAST.paper
    touch(qtbot, kiosk, KeyName.BEGIN)
    assert kiosk.window.page.ground == CONTRAST.paper
    wish.emit(NONE)  # type: ignore[attr-defined]
    assert kiosk.window.page.ground == CONTRAST.paper
    touch(qtbot, kiosk, KeyName.START_OVER)
    touch(qtbot, kiosk, KeyName.BEGIN)
    assert kiosk.window.page.ground == LIGHT.paper


def test_what_a_patient_chose_instead_goes_back_to_the_wish_at_reset(
    start_kiosk: StartKiosk, qtbot: QtBot
) -> None:
    """standards.md TIM-05."""
    kiosk = start_kiosk(theme=Theme.CONTRAST)
    touch(qtbot, kiosk, KeyName.BEGIN)
    touch(qtbot, kiosk, KeyName.EASIER)
    touch(qtbot, kiosk, KeyName.CONTRAST)
    assert kiosk.window.page.ground == LIGHT.cover
    touch(qtbot, kiosk, KeyName.START_OVER)
    assert kiosk.session.preferences == Preferences("en", theme=Theme.CONTRAST)

"""What the system wishes for whoever is before it, as its own settings say: high contrast.

Qt 6.11 cannot tell the wish for calm motion yet; *Make it easier* has it on every screen.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from kiosk.core.session.events import Event, ThemeWished
from kiosk.core.session.preferences import Theme


def wished_theme() -> Theme:
    style = QGuiApplication.styleHints()  # held by name: what it lends goes with it
    return _theme_for(style.accessibility().contrastPreference())


def follow_system_wish(happen: Callable[[Event], None]) -> None:
    """Tell of each change of the wish, for as long as the program runs."""
    style = QGuiApplication.styleHints()
    style.accessibility().contrastPreferenceChanged.connect(
        lambda preference: happen(ThemeWished(_theme_for(preference)))
    )


def _theme_for(preference: Qt.ContrastPreference) -> Theme:
    return Theme.CONTRAST if preference is Qt.ContrastPreference.HighContrast else Theme.LIGHT

"""Every letter on every screen is in the typeface that ships."""

from __future__ import annotations

import unicodedata

from msgspec.structs import replace
from PySide6.QtCore import QSize
from PySide6.QtGui import QRawFont
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from kiosk.core.content.model import Catalog
from kiosk.core.content.snapshot import SnapshotStore
from kiosk.core.session.preferences import Preferences
from kiosk.core.session.session import Session
from kiosk.core.views.view import view_of
from kiosk.ops.render import every_screen
from kiosk.ui.fonts import load_fonts
from kiosk.ui.pictures import Pictures
from kiosk.ui.theme import Role, Style
from kiosk.ui.widgets.prose import Prose
from kiosk.ui.widgets.target import Target
from kiosk.ui.window import KioskWindow
from tests.catalogs import A_DAY

STYLE = Style.of(QSize(1920, 1080), Preferences())


def test_every_letter_that_ships_is_in_the_typeface(
    qtbot: QtBot, shipped: Catalog, store: SnapshotStore
) -> None:
    """standards.md VIS-13: no empty boxes, and no letter of another type, in the content and on every screen."""
    load_fonts()
    ours = QRawFont.fromFont(STYLE.font(Role.BODY))
    bold = QRawFont.fromFont(STYLE.font(Role.TITLE))
    window = KioskWindow(Pictures(store.pictures))
    qtbot.addWidget(window)
    window.resize(1920, 1080)
    letters: set[str] = set()
    for _name, session in every_screen(replace(Session.at_start(shipped, A_DAY), voices=("en",))):
        drawn = window.draw(view_of(session), session)
        for part in (drawn.page, drawn.rail):
            for label in part.findChildren(QLabel):
                letters |= set(label.typeset.block.text if isinstance(label, Prose) else label.text())
            for target in part.findChildren(Target):
                letters |= set(target.text())
        drawn.discard()
    unseen = {letter for letter in letters if unicodedata.category(letter) in {"Cc", "Cf"}}
    assert len(letters) > 60
    assert not {letter for letter in letters - unseen if not ours.supportsCharacter(ord(letter))}
    assert not {letter for letter in letters - unseen if not bold.supportsCharacter(ord(letter))}
    window._pictures.finish()

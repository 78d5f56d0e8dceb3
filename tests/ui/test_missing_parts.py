"""Icons, fonts and pictures may be missing on a real machine; the kiosk starts without them."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from pytestqt.qtbot import QtBot

from kiosk.core.content.model import Image
from kiosk.core.content.snapshot import SnapshotStore
from kiosk.core.views.rail import KeyName
from kiosk.ui import fonts
from kiosk.ui.icons import Icons
from kiosk.ui.pictures import Pictures, draw_image
from kiosk.ui.widgets import key as key_module
from tests.ui.conftest import StartKiosk
from tests.ui.hands import target, touch


def test_an_icon_font_that_cannot_be_loaded_leaves_the_words(
    start_kiosk: StartKiosk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_self: Icons) -> None:
        raise RuntimeError("fonts are blocked")

    monkeypatch.setattr(Icons, "_load", fail)
    none = Icons()
    assert not none
    monkeypatch.setattr(key_module, "icons", lambda: none)
    kiosk = start_kiosk()
    touch(qtbot, kiosk, KeyName.BEGIN)
    assert target(kiosk, KeyName.NEXT).text() == "Next"
    assert not kiosk.window.grab().isNull()


def test_a_missing_typeface_is_reported_and_the_systems_own_is_used(
    qapp: object, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(fonts, "find_spec", lambda _name: None)
    assert not fonts.load_fonts()
    assert "Atkinson" in caplog.text


@pytest.mark.filterwarnings("ignore")
def test_a_picture_that_has_vanished_is_an_empty_one(qapp: object, tmp_path: Path) -> None:
    image = Image("gone.png", 40, 30)
    assert draw_image(tmp_path / "gone.png", image, QSize(40, 30)).size() == QSize(40, 30)


def test_kept_pictures_stay_under_the_limit_in_bytes(
    qapp: object, store: SnapshotStore, shipped: object
) -> None:
    name = next(path.name for path in store.pictures.iterdir())
    pictures = Pictures(store.pictures, limit_bytes=1_000_000)
    image = Image(name, 1000, 800)
    for side in range(200, 480, 20):
        pictures.pixmap(image, QSize(side, side), 1.0)
    assert 0 < pictures._bytes() <= 1_000_000
    again = pictures.pixmap(image, QSize(460, 460), 1.0)
    assert pictures.pixmap(image, QSize(460, 460), 1.0) is again

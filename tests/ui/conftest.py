"""A kiosk on the shipped content, offscreen, driven by real clicks and keys."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kiosk.app import Kiosk
from kiosk.core import language
from kiosk.core.content.folder import read_content
from kiosk.core.content.model import Catalog
from kiosk.core.content.snapshot import SnapshotStore
from kiosk.core.session.preferences import Theme
from kiosk.core.settings import Machine
from kiosk.ui.chime import Chime
from kiosk.ui.fonts import load_fonts
from kiosk.ui.pictures import Pictures
from kiosk.ui.theme import Style
from kiosk.ui.window import KioskWindow
from tests.catalogs import A_DAY
from tests.ui.fitting import clear_away
from tests.ui.hands import Clock
from tests.ui.pseudo import TAG, PseudoTranslations

SHIPPED = Path(__file__).parents[2] / "content"
LANDSCAPE = QSize(1920, 1080)

StartKiosk = Callable[..., Kiosk]


@pytest.fixture(scope="session")
def store(tmp_path_factory: pytest.TempPathFactory) -> SnapshotStore:
    """The pictures of the shipped content, prepared."""
    return SnapshotStore(tmp_path_factory.mktemp("data"))


@pytest.fixture(scope="session")
def shipped(store: SnapshotStore) -> Catalog:
    return read_content(SHIPPED, today=A_DAY, keep=store.keep).catalog


@pytest.fixture(autouse=True)
def _nothing_waits_to_be_deleted() -> Iterator[None]:
    yield
    clear_away()


@pytest.fixture
def catalogue(monkeypatch: pytest.MonkeyPatch) -> None:
    """Interface words of the pseudo-language."""
    real = language._shipped
    monkeypatch.setattr(
        language, "_shipped", lambda tags: PseudoTranslations() if TAG in tags else real(tags)
    )


@pytest.fixture
def latin_sizes(monkeypatch: pytest.MonkeyPatch) -> None:
    """English words that stand for Arabic ones keep their sizes, so that the same places can be expected mirrored."""
    monkeypatch.setattr(Style, "for_direction", lambda style, _direction: style)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def start_kiosk(
    qtbot: QtBot, store: SnapshotStore, shipped: Catalog, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> Iterator[StartKiosk]:
    """Return a function that shows a kiosk: `start_kiosk(catalog=..., size=QSize(...))`. It makes no sound."""
    monkeypatch.setattr(Chime, "_load", lambda _chime: None)
    load_fonts()
    started: list[Kiosk] = []

    def start(
        catalog: Catalog | None = None,
        size: QSize = LANDSCAPE,
        machine: Machine | None = None,
        theme: Theme = Theme.LIGHT,
    ) -> Kiosk:
        window = KioskWindow(Pictures(store.pictures), machine, clock)
        window.resize(size)
        kiosk = Kiosk(window, shipped if catalog is None else catalog, A_DAY, theme=theme)
        started.append(kiosk)
        with qtbot.waitExposed(window):
            window.show()
        window.open_to_screen_readers()
        return kiosk

    yield start
    for kiosk in started:
        kiosk.idle.stop()
        kiosk._ahead.stop()
        kiosk.window._pictures.finish()
        kiosk.window.may_close = True
        kiosk.window.close()
        kiosk.window.deleteLater()
    QApplication.processEvents()

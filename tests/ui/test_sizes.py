"""Every screen at every size, text size and theme, in English, Spanish, Arabic and a language 40 % longer.

Nothing is clipped, elided, overlapping or too small to hit.
"""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QSize
from pytestqt.qtbot import QtBot

from kiosk.core.content.model import Catalog
from kiosk.core.content.snapshot import SnapshotStore
from kiosk.core.session.preferences import Preferences, TextSize, Theme
from kiosk.core.true_size import PX_PER_MM
from kiosk.ui.fonts import load_fonts
from kiosk.ui.pictures import Pictures
from kiosk.ui.theme import Role, Style
from kiosk.ui.window import KioskWindow
from tests.ui.fitting import faults, parts, screens
from tests.ui.languages import three_languages
from tests.ui.pseudo import TAG, in_pseudo

SIZES = [QSize(1024, 600), QSize(1080, 1920), QSize(1920, 1080), QSize(3840, 2160)]
LOOKS = [("en", Theme.LIGHT), (TAG, Theme.CONTRAST), ("en", Theme.CONTRAST), (TAG, Theme.LIGHT)]
EACH_RUN = {
    *(("en", Theme.LIGHT, step) for step in (TextSize.NORMAL, TextSize.LARGEST)),
    (TAG, Theme.CONTRAST, TextSize.LARGEST),
}
"""Themes differ in colours and a line, and the largest text finds most: the others are walked by a long run."""
WALKS = [
    pytest.param(*look, step, marks=[] if (*look, step) in EACH_RUN else pytest.mark.long)
    for look in LOOKS
    for step in TextSize
]
CAPITAL_EM = 0.668
"""Height of a capital in Atkinson Hyperlegible."""


@pytest.fixture(autouse=True)
def _fonts(qapp: object) -> None:
    load_fonts()


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size.width()}x{size.height()}")
@pytest.mark.parametrize(("tag", "theme", "text_size"), WALKS)
def test_nothing_is_clipped_overlapping_or_too_small(
    qtbot: QtBot,
    catalogue: None,
    shipped: Catalog,
    store: SnapshotStore,
    size: QSize,
    text_size: TextSize,
    theme: Theme,
    tag: str,
) -> None:
    """standards.md VIS-03, VIS-12, OPR-01."""
    content = in_pseudo(shipped) if tag == TAG else shipped
    window = KioskWindow(Pictures(store.pictures))
    qtbot.addWidget(window)
    window.resize(size)
    px_per_mm = PX_PER_MM * min(size.width(), size.height()) / 1080
    found: list[str] = []
    for name, session in screens(content, Preferences(tag, text_size, theme)):
        for part, drawn in enumerate(parts(window, session), 1):
            found += [f"{name} part {part}: {fault}" for fault in faults(drawn, px_per_mm)]
    assert "\n".join(found) == ""


@pytest.mark.parametrize("size", SIZES[:2], ids=lambda size: f"{size.width()}x{size.height()}")
@pytest.mark.parametrize("text_size", [TextSize.NORMAL, TextSize.LARGEST])
@pytest.mark.parametrize("tag", ["es", "ar"])
def test_real_spanish_and_arabic_fit_as_well(
    qtbot: QtBot, shipped: Catalog, store: SnapshotStore, size: QSize, text_size: TextSize, tag: str
) -> None:
    """standards.md VIS-03, VIS-12, OPR-01. One slide is in English alone."""
    sample = three_languages()
    content = replace(shipped, clinic=sample.clinic, topics=(*sample.topics, *shipped.topics))
    window = KioskWindow(Pictures(store.pictures))
    qtbot.addWidget(window)
    window.resize(size)
    px_per_mm = PX_PER_MM * min(size.width(), size.height()) / 1080
    found: list[str] = []
    for page in (shipped.help_page, sample.help_page):
        names = screens(replace(content, help_page=page), Preferences(tag, text_size))
        for name, session in names:
            if page is sample.help_page and name != "get-help-now":
                continue
            for part, drawn in enumerate(parts(window, session), 1):
                found += [f"{name} part {part}: {fault}" for fault in faults(drawn, px_per_mm)]
    assert "\n".join(found) == ""


@pytest.mark.parametrize("step", [0, 2])
@pytest.mark.parametrize("role", Role)
def test_no_capital_is_under_its_least_height(role: Role, step: int) -> None:
    """standards.md VIS-01 (7.3 mm at 600 mm, in the largest text) and VIS-02 (4.8 mm always)."""
    height = role.value.px[step] * CAPITAL_EM / PX_PER_MM
    assert height >= (7.3 if step else 4.8)


@pytest.mark.parametrize(("size", "unit"), [((1920, 1080), 1.0), ((1080, 1920), 1.0), ((3840, 2160), 2.0)])
def test_an_uncalibrated_screen_is_taken_for_one_of_the_usual_size(
    size: tuple[int, int], unit: float
) -> None:
    assert Style.of(QSize(*size), Preferences()).unit == pytest.approx(unit)


def test_a_calibrated_screen_is_drawn_in_true_millimetres() -> None:
    style = Style.of(QSize(3840, 2160), Preferences(), px_per_mm=1.5 * PX_PER_MM)
    assert style.px(1010) == 1515

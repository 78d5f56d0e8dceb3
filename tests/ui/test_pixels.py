"""Contrast as it stands on the glass: every screen is drawn, and its pixels are measured.

What a theme promises stands in `test_theme.py`; here a widget that takes another colour is found out.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace
from PIL import Image
from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from kiosk.core.content.folder import read_content
from kiosk.core.content.model import Catalog
from kiosk.core.content.snapshot import SnapshotStore
from kiosk.core.session.hearing import Hearing
from kiosk.core.session.preferences import Theme
from kiosk.core.session.screens import Overview, SlideOpen
from kiosk.core.session.session import Session
from kiosk.ops.render import every_screen
from kiosk.ui.fonts import load_fonts
from kiosk.ui.pages.gate import PinField
from kiosk.ui.pages.help import SignMark
from kiosk.ui.picture_of_screen import draw_screen
from kiosk.ui.pictures import Pictures
from kiosk.ui.widgets.ask_band import AskBand
from kiosk.ui.widgets.evidence import EvidenceBars, EvidenceChip
from kiosk.ui.widgets.key import KeyButton
from kiosk.ui.widgets.marks import Note, Ring, RoundMark
from kiosk.ui.widgets.number import NumberMark
from kiosk.ui.widgets.picture import PictureLabel
from kiosk.ui.widgets.prose import Prose
from kiosk.ui.widgets.steps import PillTarget
from kiosk.ui.widgets.target import Area, Target
from kiosk.ui.widgets.tile import SlideTileTarget
from kiosk.ui.window import KioskWindow
from tests.catalogs import A_DAY, topic
from tests.ui.fitting import clear_away
from tests.ui.pixels import Pixel, Shot, contrast, place_of, solid

TEXT, MARK = 7.0, 3.0
TEXTS = (Prose, Note)
WITH_WORDS = (KeyButton, PillTarget, EvidenceChip)
MARKS = (SignMark, RoundMark, EvidenceBars, Ring, NumberMark, PinField)
SIZES = [QSize(1920, 1080), QSize(1024, 600)]
LARGE = 1000
"""Pixels of height from which letters have a body and not smooth edges alone."""
OUTSIDE = 4
"""Pixels from a key's edge to where what lies around it is looked at."""


def screens(catalog: Catalog, theme: Theme) -> Iterator[tuple[str, Session]]:
    """Every screen with *Listen* on its rail, the question before it, and Home with its topics."""
    start = replace(Session.at_start(catalog, A_DAY, theme), voices=("en",))
    yield from every_screen(start)
    yield from ((name, each) for name, each in every_screen(_two_topics(start)) if name == "home")
    slide = replace(start, screen=SlideOpen(catalog.topics[0].key, 1))
    yield "the-question", replace(slide, hearing=Hearing(is_asking=True))
    yield "listening", replace(slide, hearing=Hearing(is_on=True, is_speaking=True))


def _two_topics(session: Session) -> Session:
    catalog = session.catalog
    return replace(session, catalog=replace(catalog, topics=(*catalog.topics, topic("knees"), topic("hips"))))


def shots(window: KioskWindow, catalog: Catalog, theme: Theme) -> Iterator[tuple[str, Shot]]:
    """A picture of each part of each screen, while it is shown."""
    for name, session in screens(catalog, theme):
        for part, picture in enumerate(draw_screen(window, session), 1):
            yield f"{name} part {part}", Shot(picture)
            clear_away()


@pytest.fixture
def window(qtbot: QtBot, store: SnapshotStore) -> Iterator[KioskWindow]:
    load_fonts()
    made = KioskWindow(Pictures(store.pictures), clock=lambda: 0.0)
    qtbot.addWidget(made)
    yield made
    made._pictures.finish()


def shown(window: KioskWindow, *kinds: type[QWidget]) -> Iterator[QWidget]:
    for part in (window.shown.page, window.shown.rail):
        for child in part.findChildren(QWidget):
            if isinstance(child, kinds) and child.isVisibleTo(window):
                yield child


def is_under_the_question(widget: QWidget) -> bool:
    page = widget.parentWidget()
    bands = page.findChildren(AskBand) if page else []
    return any(band is not widget and band.geometry().intersects(widget.geometry()) for band in bands)


EVERY_SCREEN = pytest.mark.parametrize(
    ("size", "theme"),
    [
        pytest.param(
            size, theme, marks=[] if (size == SIZES[0]) == (theme is Theme.LIGHT) else pytest.mark.long
        )
        for size in SIZES
        for theme in Theme
    ],
    ids=[f"{size.width()}-{theme}" for size in SIZES for theme in Theme],
)


@EVERY_SCREEN
def test_text_has_seven_to_one_on_every_screen(
    window: KioskWindow, shipped: Catalog, size: QSize, theme: Theme
) -> None:
    """standards.md VIS-04: the large type of the cover too."""
    window.resize(size)
    found, measured = [], 0
    for name, shot in shots(window, shipped, theme):
        for widget in shown(window, *TEXTS, *WITH_WORDS):
            if is_under_the_question(widget):
                continue
            measured += 1
            colours = shot.colours(inner(widget))
            ground, others = solid(colours)
            best = max(contrast(ground, pixel) for pixel in colours)
            if best < TEXT:
                found.append(f"{name}: {named(widget)} has {best:.1f}")
            least = MARK if isinstance(widget, WITH_WORDS) else TEXT
            ink = max(colours, key=lambda pixel: contrast(ground, pixel))
            pale = pale_inks(ground, ink, others, least) if size.height() > LARGE else []
            found += [f"{name}: {named(widget)} has {fault}" for fault in pale]
    assert not found, "\n".join(found)
    assert measured > 500


def pale_inks(ground: Pixel, ink: Pixel, others: list[Pixel], least: float) -> list[str]:
    """Colours that are neither an ink on the ground nor a ground under the ink, such as a sun behind words."""
    return [
        f"{pixel} on {ground}: {contrast(ground, pixel):.1f}"
        for pixel in others
        if contrast(ground, pixel) < least and contrast(ink, pixel) < TEXT
    ]


def inner(widget: QWidget) -> QRect:
    """Where a widget has its words, without border and round corners."""
    if not isinstance(widget, Target):
        return ink_of(widget)
    face = widget.face.toRect()
    rim = round(min(face.width(), face.height()) * 0.12)
    return place_of(widget, face.adjusted(rim, rim, -rim, -rim))


def named(widget: QWidget) -> str:
    text = widget.text() if isinstance(widget, QLabel | Target) else ""
    return f'{type(widget).__name__} "{text[:30]}"'


@EVERY_SCREEN
def test_borders_and_marks_have_three_to_one_on_every_screen(
    window: KioskWindow, shipped: Catalog, size: QSize, theme: Theme
) -> None:
    """standards.md VIS-05: edges of keys, tiles, steps and chips; icons, bars, rings and numbers."""
    window.resize(size)
    found, measured = [], 0
    for name, shot in shots(window, shipped, theme):
        for target in shown(window, Target):
            if isinstance(target, Area) or is_under_the_question(target):
                continue
            assert isinstance(target, Target)
            measured += 1
            found += [f"{name}: {named(target)} {fault}" for fault in edge_faults(shot, target)]
        for mark in shown(window, *MARKS):
            if is_under_the_question(mark):
                continue
            measured += 1
            ground, *others = shot.colours(place_of(mark))
            best = max((contrast(ground, other) for other in others), default=1.0)
            if best < MARK:
                found.append(f"{name}: {named(mark)} has {best:.1f}")
    assert not found, "\n".join(found)
    assert measured > 500


def edge_faults(shot: Shot, target: Target) -> Iterator[str]:
    """From the middle of each side outwards into the key: something must stand out from what lies around it."""
    face = place_of(target, target.face.toAlignedRect())
    middle, inside = face.center(), 12
    sides = {
        "left": (QPoint(face.left() - OUTSIDE, middle.y()), QPoint(face.left() + inside, middle.y())),
        "right": (QPoint(face.right() + OUTSIDE, middle.y()), QPoint(face.right() - inside, middle.y())),
        "top": (QPoint(middle.x(), face.top() - OUTSIDE), QPoint(middle.x(), face.top() + inside)),
    }
    for side, (start, end) in sides.items():
        around, *line = shot.line(start, end)
        best = max(contrast(around, pixel) for pixel in line)
        if best < MARK:
            yield f"has {best:.1f} at its {side}"


@EVERY_SCREEN
def test_the_focus_is_two_pixels_wide_and_stands_out_on_every_screen(
    window: KioskWindow, shipped: Catalog, size: QSize, theme: Theme
) -> None:
    """standards.md OPR-06, VIS-05: what the ring changes differs by 3:1 from what was there."""
    window.resize(size)
    found, measured = [], 0
    for name, before in shots(window, shipped, theme):
        for target in window.targets():
            window.focus.ring.follow(target)
            measured += 1
            found += [f"{name}: {named(target)} {fault}" for fault in ring_faults(window, before)]
        window.focus.ring.follow(None)
    assert not found, "\n".join(found)
    assert measured > 500


def ring_faults(window: KioskWindow, before: Shot) -> Iterator[str]:
    ring = window.focus.ring.geometry()
    after = Shot(window.grab(ring))
    deep = min(20, ring.width() // 2)
    own = QRect(QPoint(0, 0), ring.size())
    middle = own.center()
    lines = {
        "left": (QPoint(0, middle.y()), QPoint(deep, middle.y())),
        "right": (QPoint(own.right(), middle.y()), QPoint(own.right() - deep, middle.y())),
        "top": (QPoint(middle.x(), 0), QPoint(middle.x(), deep)),
        "bottom": (QPoint(middle.x(), own.bottom()), QPoint(middle.x(), own.bottom() - deep)),
    }
    for side, (start, end) in lines.items():
        if not window.rect().contains(start + ring.topLeft()):
            continue
        was = before.line(start + ring.topLeft(), end + ring.topLeft())
        now = after.line(start, end)
        wide = sum(contrast(one, other) >= MARK for one, other in zip(was, now, strict=True))
        if wide < 2:
            yield f"has a ring of {wide} px at its {side}"
    for words in shown(window, *TEXTS):
        box = ink_of(words).intersected(ring)
        if box.isEmpty() or is_under_the_question(words):
            continue
        was = before.all_in(box)
        now = after.all_in(box.translated(-ring.topLeft()))
        ground = max(set(was), key=was.count)
        if any(one != other and contrast(ground, one) >= MARK for one, other in zip(was, now, strict=True)):
            yield f"has a ring that strikes through {named(words)}"


@EVERY_SCREEN
def test_no_text_lies_on_a_picture(window: KioskWindow, shipped: Catalog, size: QSize, theme: Theme) -> None:
    """standards.md VIS-06."""
    window.resize(size)
    found, pictures = [], 0
    for name, _shot in shots(window, shipped, theme):
        for picture in shown(window, PictureLabel):
            pictures += 1
            box = place_of(picture)
            if is_under_the_question(picture):
                continue
            found += [
                f"{name}: {named(words)}"
                for words in shown(window, *TEXTS, *WITH_WORDS)
                if ink_of(words).intersects(box) and not lies_on_one_colour(window, words)
            ]
    assert not found, "\n".join(found)
    assert pictures > 30


def lies_on_one_colour(window: KioskWindow, words: QWidget) -> bool:
    """A drawing brings an empty rim, and a caption may stand in it."""
    words.hide()
    beneath = Shot(window.grab(ink_of(words)))
    words.show()
    return beneath.is_plain


def ink_of(widget: QWidget) -> QRect:
    """Where words really stand: a label may be wider than they are."""
    box = widget.rect() if not isinstance(widget, Target) else widget.face.toRect()
    if isinstance(widget, Prose):
        taken = min(box.width(), widget.typeset.width_at(box.width()))
        shift = (box.width() - taken) // 2 if widget.typeset._is_centred else 0
        box = QRect(box.x() + shift, box.y(), taken, box.height())
    return place_of(widget, box)


@pytest.mark.parametrize("theme", Theme)
def test_the_number_of_a_wide_photograph_in_the_overview_stands_on_a_ground_of_its_own(
    qtbot: QtBot, tmp_path: Path, theme: Theme
) -> None:
    """standards.md VIS-06: staff's photographs may have any colour anywhere."""
    load_fonts()
    store, room = SnapshotStore(tmp_path / "data"), tmp_path / "content" / "rooms"
    room.mkdir(parents=True)
    for number in range(3):
        noise = Image.effect_noise((1600, 900), 200).convert("RGB")
        noise.save(room / f"{number} Room.png")
    catalog = read_content(tmp_path / "content", today=A_DAY, keep=store.keep).catalog
    window = KioskWindow(Pictures(store.pictures))
    qtbot.addWidget(window)
    window.resize(1920, 1080)
    session = Session.at_start(catalog, A_DAY, theme)
    (picture,) = draw_screen(window, replace(session, screen=Overview("rooms", 2)))
    tiles = [tile for tile in shown(window, SlideTileTarget) if isinstance(tile, SlideTileTarget)]
    assert len(tiles) == 3
    for tile in tiles:
        for box in (QRect(24, 16, 14, 26), QRect(40, tile.height() - 50, tile.width() - 80, 36)):
            colours = Shot(picture).colours(place_of(tile, box))
            ground = next(iter(colours))
            assert max(contrast(ground, pixel) for pixel in colours) >= TEXT
            assert colours[ground] > 0.5 * box.width() * box.height()
    window._pictures.finish()

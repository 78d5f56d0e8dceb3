"""Every screen at every size, text size and theme, in English and in a language 40 % longer.

Nothing is clipped, elided, overlapping or too small to hit.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtWidgets import QFrame, QLabel, QWidget
from pytestqt.qtbot import QtBot

from kiosk.core import language
from kiosk.core.content.model import Catalog
from kiosk.core.content.snapshot import SnapshotStore
from kiosk.core.session.events import PartsCounted
from kiosk.core.session.preferences import Preferences, TextSize, Theme
from kiosk.core.session.session import Session
from kiosk.core.views.view import view_of
from kiosk.ops.render import every_screen
from kiosk.ui.fonts import load_fonts
from kiosk.ui.pictures import Pictures
from kiosk.ui.theme import PX_PER_MM, Role, Style
from kiosk.ui.widgets.evidence import EvidenceChip
from kiosk.ui.widgets.key import KeyButton
from kiosk.ui.widgets.picture import PictureLabel
from kiosk.ui.widgets.prose import Prose
from kiosk.ui.widgets.target import Area, Target
from kiosk.ui.widgets.tick_row import TickRow
from kiosk.ui.window import Drawn, KioskWindow
from tests.catalogs import A_DAY, topic
from tests.ui.pseudo import TAG, PseudoTranslations, in_pseudo

SIZES = [QSize(1024, 600), QSize(1080, 1920), QSize(1920, 1080), QSize(3840, 2160)]
LEAST_MM, LEAST_GAP_MM = 20.0, 2.9
CAPITAL_EM = 0.668
"""Height of a capital in Atkinson Hyperlegible."""


@pytest.fixture(autouse=True)
def _fonts(qapp: object) -> None:
    load_fonts()


@pytest.fixture
def catalogue(monkeypatch: pytest.MonkeyPatch) -> None:
    """Interface words of the pseudo-language."""
    real = language._shipped
    monkeypatch.setattr(
        language, "_shipped", lambda tags: PseudoTranslations() if TAG in tags else real(tags)
    )


def screens(catalog: Catalog, preferences: Preferences) -> Iterator[tuple[str, Session]]:
    start = replace(Session.at_start(catalog, A_DAY), preferences=preferences)
    yield from every_screen(start)
    two = replace(catalog, topics=(*catalog.topics, topic("knees"), topic("hips"), topic("necks")))
    yield from ((name, each) for name, each in every_screen(replace(start, catalog=two)) if name == "home")


def parts(window: KioskWindow, session: Session) -> Iterator[Drawn]:
    """The screen's pages, one a part."""
    first = window.draw(view_of(session), session)
    counted = session.after(PartsCounted(first.page.parts))
    yield first if counted is session else window.draw(view_of(counted), counted)
    for part in range(2, first.page.parts + 1):
        here = counted.on_part(part)
        yield window.draw(view_of(here), here)
    first.discard()


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size.width()}x{size.height()}")
@pytest.mark.parametrize("text_size", TextSize)
@pytest.mark.parametrize("theme", Theme)
@pytest.mark.parametrize("tag", ["en", TAG])
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
    found: list[str] = []
    for name, session in screens(content, Preferences(tag, text_size, theme)):
        for part, drawn in enumerate(parts(window, session), 1):
            found += [f"{name} part {part}: {fault}" for fault in faults(drawn)]
            drawn.discard()
    assert found == []


def faults(drawn: Drawn) -> Iterator[str]:
    unit = drawn.style.unit
    for part in (drawn.page, drawn.rail):
        yield from _clipped(part, unit)
        yield from _unstyled(part)
    targets = [
        target
        for part in (drawn.page, drawn.rail)
        for target in part.findChildren(Target)
        if target.isEnabled() and not isinstance(target, Area)
    ]
    least = LEAST_MM * PX_PER_MM * unit - 1
    for target in targets:
        if min(target.width(), target.height()) < least:
            yield f"{_name(target)} is {target.width()}x{target.height()}, under 20 mm ({least:.0f})"
    yield from _too_close([_solid(target) for target in targets], LEAST_GAP_MM * PX_PER_MM * unit)
    yield from _overlapping(drawn)


def _clipped(part: QWidget, unit: float) -> Iterator[str]:
    for child in part.findChildren(QWidget):
        parent = child.parentWidget()
        if isinstance(parent, QWidget) and not parent.rect().contains(child.geometry()):
            yield f"{_name(child)} at {child.geometry().getRect()} leaves {parent.rect().getRect()}"
        if isinstance(child, Prose):
            width = child.width()
            if child.typeset.height_at(width) > child.height():
                yield f"{_name(child)} is higher than its place"
            if child.typeset.width_at(width) > width + 1:
                yield f"{_name(child)} is wider than its place: {child.typeset.width_at(width)} > {width}"
        if isinstance(child, EvidenceChip) and child.width_needed() > child.width():
            yield f"{_name(child)} is cut: {child.width()} of {child.width_needed()}"
        if isinstance(child, TickRow) and child.text_overflow() > 0:
            yield f"{_name(child)}: its question is {child.text_overflow()} px higher than the row"
        if isinstance(child, KeyButton) and child.text_overflow() > 0:
            yield f"{_name(child)}: its word is {child.text_overflow():.0f} px wider than the key"
        if isinstance(child, PictureLabel) and min(child.width(), child.height()) < 100 * unit:
            yield f"{_name(child)} is a picture of {child.width()}x{child.height()}"


def _unstyled(part: QWidget) -> Iterator[str]:
    for child in (part, *part.findChildren(QWidget)):
        if not type(child).__module__.startswith("kiosk."):
            yield f"{type(child).__name__} is not drawn by us"
        if isinstance(child, QFrame) and child.frameShape() != QFrame.Shape.NoFrame:
            yield f"{_name(child)} has a native frame"
        if child.toolTip():
            yield f"{_name(child)} has a tool tip"


def _too_close(faces: list[tuple[str, QRect]], gap: float) -> Iterator[str]:
    for (name, one), (other_name, other) in combinations(faces, 2):
        across = max(other.left() - one.right(), one.left() - other.right()) - 1
        down = max(other.top() - one.bottom(), one.top() - other.bottom()) - 1
        if max(across, down) < gap - 1:
            yield f"{name} and {other_name} are {max(across, down)} px apart, under {gap:.0f}"


def _overlapping(drawn: Drawn) -> Iterator[str]:
    """Text and targets may lie on a card or an area, never on each other; drawings bring an empty rim."""
    solid = []
    for child in drawn.page.findChildren(QWidget):
        if isinstance(child, QLabel) and not isinstance(child, PictureLabel):
            solid.append((_name(child), _ink(child)))
        elif isinstance(child, Target) and not isinstance(child, Area):
            solid.append(_face(child))
    for (name, one), (other_name, other) in combinations(solid, 2):
        if one.intersects(other):
            yield f"{name} {one.getRect()} lies on {other_name} {other.getRect()}"


def _ink(label: QLabel) -> QRect:
    """Where a label really draws, in its window."""
    size = label.size()
    if isinstance(label, Prose):
        size = QSize(min(size.width(), label.typeset.width_at(size.width())), size.height())
    return QRect(label.mapTo(label.window(), QPoint(0, 0)), size)


def _face(target: Target) -> tuple[str, QRect]:
    place = target.mapTo(target.window(), QPoint(0, 0))
    return _name(target), target.face.toRect().translated(place)


def _solid(target: Target) -> tuple[str, QRect]:
    """What must keep its distance: the face, and the empty rim of a chip that can be hit as well."""
    place = QRect(target.mapTo(target.window(), QPoint(0, 0)), target.size())
    return (_name(target), place) if isinstance(target, EvidenceChip) else _face(target)


def _name(widget: QWidget) -> str:
    text = widget.text() if isinstance(widget, QLabel | Target) else ""
    return f'{type(widget).__name__} "{text[:30]}"'


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


def test_a_calibrated_screen_that_is_too_small_is_drawn_as_large_as_its_pages_allow() -> None:
    """On 15.6 inches (5.56 pixels a millimetre) keys are 20 mm high and capitals 5.3 mm."""
    style = Style.of(QSize(1920, 1080), Preferences(), px_per_mm=5.56)
    assert style.unit == 1.0
    assert style.px(112) / 5.56 >= 20

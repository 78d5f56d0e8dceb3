"""How a screen can fail to fit: clipped, overlapping, too small to hit, too close. Shared by the tests of sizes."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from msgspec.structs import replace
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QFrame, QLabel, QWidget

from kiosk.core.content.model import Catalog
from kiosk.core.session.events import PartsCounted
from kiosk.core.session.preferences import Preferences
from kiosk.core.session.session import Session
from kiosk.core.views.view import view_of
from kiosk.ops.render import every_screen
from kiosk.ui.widgets.ask_band import AskBand
from kiosk.ui.widgets.evidence import EvidenceChip
from kiosk.ui.widgets.key import KeyButton
from kiosk.ui.widgets.marks import Note
from kiosk.ui.widgets.picture import PictureLabel
from kiosk.ui.widgets.prose import Prose
from kiosk.ui.widgets.target import Area, Target
from kiosk.ui.widgets.tick_row import TickRow
from kiosk.ui.widgets.tile import Tile
from kiosk.ui.window import Drawn, KioskWindow
from tests.catalogs import A_DAY, topic

LEAST_MM, LEAST_GAP_MM = 20.0, 2.9


def screens(catalog: Catalog, preferences: Preferences) -> Iterator[tuple[str, Session]]:
    """Every screen with a name; Home as well, which one topic alone does not have."""
    start = replace(Session.at_start(catalog, A_DAY), preferences=preferences)
    yield from every_screen(start)
    two = replace(catalog, topics=(*catalog.topics, topic("knees"), topic("hips"), topic("necks")))
    yield from ((name, each) for name, each in every_screen(replace(start, catalog=two)) if name == "home")


def parts(window: KioskWindow, session: Session) -> Iterator[Drawn]:
    """The screen's pages, one a part; each is gone when the next one is asked for."""
    first = window.draw(view_of(session), session)
    counted = session.after(PartsCounted(first.page.parts))
    number = first.page.parts
    if counted is not session:
        first.discard()
        first = window.draw(view_of(counted), counted)
    for part in range(1, number + 1):
        here = counted.on_part(part)
        drawn = window.draw(view_of(here), here) if part > 1 else first
        yield drawn
        drawn.discard()
        clear_away()


def on_each_part(window: KioskWindow, session: Session) -> Iterator[Session]:
    """The session on each part of its screen."""
    first = window.draw(view_of(session), session)
    first.discard()
    counted = session.after(PartsCounted(first.page.parts))
    yield from (counted.on_part(part) for part in range(1, first.page.parts + 1))


def clear_away() -> None:
    """Delete what was discarded, as an event loop would: thousands of widgets in waiting make all that follows slow."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def faults(drawn: Drawn, px_per_mm: float) -> Iterator[str]:
    unit = drawn.style.unit
    for part in (drawn.page, drawn.rail):
        yield from _clipped(part, unit)
        yield from _unstyled(part)
    targets = [
        target
        for part in (drawn.page, drawn.rail)
        for target in part.findChildren(Target)
        if target.isEnabled() and not isinstance(target, Area) and not _is_covered(target, drawn)
    ]
    least = LEAST_MM * px_per_mm - 1
    for target in targets:
        if min(target.width(), target.height()) < least:
            yield f"{_name(target)} is {target.width()}x{target.height()}, under 20 mm ({least:.0f})"
    yield from _too_close([_solid(target) for target in targets], LEAST_GAP_MM * px_per_mm)
    yield from _overlapping(drawn)


def _is_covered(widget: QWidget, drawn: Drawn) -> bool:
    """Whether the question before anything is read aloud lies over it."""
    band = drawn.page.findChild(AskBand)
    if band is None or band.isAncestorOf(widget) or not drawn.page.isAncestorOf(widget):
        return False
    place = QRect(widget.mapTo(drawn.page, QPoint(0, 0)), widget.size())
    return place.intersects(band.geometry())


def _clipped(part: QWidget, unit: float) -> Iterator[str]:
    for child in part.findChildren(QWidget):
        parent = child.parentWidget()
        rim = child.typeset.rim if isinstance(child, Prose | Note) else 0
        lines = child.geometry().adjusted(0, rim, 0, -rim)
        if isinstance(parent, QWidget) and not parent.rect().contains(lines):
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
        if isinstance(child, Tile) and child.words_overflow() > 0:
            yield f"{_name(child)}: its words are {child.words_overflow():.0f} px higher than the tile"
        if isinstance(child, KeyButton) and child.text_overflow() >= 1:
            yield f"{_name(child)}: its word is {child.text_overflow():.0f} px larger than the key"
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
        if _is_covered(child, drawn):
            continue
        if isinstance(child, QLabel) and not isinstance(child, PictureLabel):
            solid.append((_name(child), _ink(child)))
        elif isinstance(child, Target) and not isinstance(child, Area):
            solid.append(_face(child))
    for (name, one), (other_name, other) in combinations(solid, 2):
        if one.intersects(other):
            yield f"{name} {one.getRect()} lies on {other_name} {other.getRect()}"


def _ink(label: QLabel) -> QRect:
    """Where a label really draws, in its window."""
    size, rim = label.size(), 0
    if isinstance(label, Prose | Note):
        rim = label.typeset.rim
    if isinstance(label, Prose):
        size = QSize(min(size.width(), label.typeset.width_at(size.width())), size.height())
    left = label.width() - size.width() if label.layoutDirection() == Qt.LayoutDirection.RightToLeft else 0
    place = label.mapTo(label.window(), QPoint(left, rim))
    return QRect(place, QSize(size.width(), size.height() - 2 * rim))


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


def too_high(drawn: Drawn) -> Iterator[str]:
    """What has to be touched above the lower part of the screen: of an upright one the half, else 60 %.

    An area that is the whole page, "touch anywhere", is reached at its foot.
    """
    line = round(drawn.style.size.height() * (0.5 if drawn.style.is_portrait else 0.4))
    for target in drawn.page.findChildren(Target):
        place = QRect(target.mapTo(drawn.page, QPoint(0, 0)), target.size())
        if (
            target.isEnabled()
            and place.top() < line
            and not (isinstance(target, Area) and place == drawn.page.rect())
        ):
            yield f"{_name(target)} begins at {place.top()}, above {line}"
    rail_top = drawn.style.size.height() - drawn.rail.height()
    if rail_top < line and drawn.rail.findChildren(Target):
        yield f"the rail begins at {rail_top}, above {line}"

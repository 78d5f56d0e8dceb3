"""Where the focus is, and what it can come to: the targets of page and rail in the order in which they are read."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from kiosk.core.session.events import Event
from kiosk.core.views.rail import Key
from kiosk.ui.reading_order import GUTTER, in_reading_order
from kiosk.ui.theme import Style
from kiosk.ui.widgets.focus_ring import FocusRing
from kiosk.ui.widgets.marks import Note
from kiosk.ui.widgets.picture import PictureLabel
from kiosk.ui.widgets.prose import Prose
from kiosk.ui.widgets.target import Target


class Focus:
    """`parts` are the page and the rail that are on show."""

    def __init__(self, window: QWidget, parts: Callable[[], tuple[QWidget, ...]]) -> None:
        self._window, self._parts = window, parts
        self._gutter = GUTTER
        self.ring = FocusRing(window)

    def restyle(self, style: Style) -> None:
        self._gutter = style.px(GUTTER)
        self.ring.restyle(style)

    @property
    def key(self) -> Key | None:
        """The key that has the focus."""
        target = QApplication.focusWidget()
        return target.key if isinstance(target, Target) else None

    def targets(self) -> list[Target]:
        """Everything that the focus can reach now, in reading order."""
        return [
            found
            for part in self._parts()
            for found in self._leaves(part)
            if isinstance(found, Target) and found.focusPolicy() != Qt.FocusPolicy.NoFocus
        ]

    def children_of(self, widget: QWidget) -> list[QWidget]:
        """What informs or acts among a widget's own children, in reading order; of the window page before rail."""
        if widget is self._window:
            return [part for part in self._parts() if _is_exposed(part)]
        if _is_leaf(widget):
            return []
        is_rtl = widget.layoutDirection() == Qt.LayoutDirection.RightToLeft
        return in_reading_order(_exposed_in(widget), QWidget.geometry, _ink_of, self._gutter, is_rtl=is_rtl)

    def move(self, by: int) -> Target | None:
        """Go so many targets on, or back, and round at the end; return where it is now."""
        targets = self.targets()
        if not targets:
            return None
        current = QApplication.focusWidget()
        place = -1 if by > 0 else 0
        if isinstance(current, Target) and current in targets:
            place = targets.index(current)
        target = targets[(place + by) % len(targets)]
        self._give(target)
        return target

    def put_on(self, event: Event, *, has_ring: bool = True) -> bool:
        """Put it on the key that does this; return whether there is one."""
        target = next((each for each in self.targets() if each.key.event == event), None)
        if target:
            self._give(target, has_ring=has_ring)
        return target is not None

    def settle(self, key: Key | None, *, has_ring: bool, is_another_screen: bool) -> None:
        """On a page that was drawn anew: where it was for who uses keys, else on what the page is called (API-02)."""
        self.ring.follow(None)
        keeps = key is not None and (has_ring or not is_another_screen)
        if keeps and key is not None and self.put_on(key.event, has_ring=has_ring):
            return
        headings = (each for part in self._parts() for each in self._leaves(part) if is_heading(each))
        next(headings, self._window).setFocus()

    def _leaves(self, widget: QWidget) -> Iterator[QWidget]:
        for child in self.children_of(widget):
            yield from [child] if _is_leaf(child) else self._leaves(child)

    def _give(self, target: Target, *, has_ring: bool = True) -> None:
        target.setFocus(Qt.FocusReason.TabFocusReason)
        self.ring.follow(target if has_ring else None)


def is_heading(widget: QWidget) -> bool:
    return isinstance(widget, Prose | Note) and widget.typeset.is_heading


def _exposed_in(widget: QWidget) -> list[QWidget]:
    children = widget.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
    return [child for child in children if child.isVisibleTo(widget) and _is_exposed(child)]


def _ink_of(widget: QWidget) -> QRect:
    return widget.ink if isinstance(widget, Prose | PictureLabel) else widget.geometry()


def _is_leaf(widget: QWidget) -> bool:
    return isinstance(widget, Target | QLabel) or bool(widget.accessibleName())


def _is_exposed(widget: QWidget) -> bool:
    """A widget that only draws, a card or a mark, has no name and nothing in it."""
    match widget:
        case Target():
            return widget.isEnabled() and bool(widget.accessibleName())
        case PictureLabel():
            return bool(widget.accessibleName())
        case QLabel():
            return bool(widget.accessibleName() or widget.text())
        case _:
            return bool(widget.accessibleName() or _exposed_in(widget))

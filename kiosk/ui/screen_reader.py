"""What a screen reader finds in the window: for each widget that informs or acts a node with role, name and state.

Qt knows its own widgets only, in the order in which they were made. The nodes say what ours are, in reading order, and
leave out what is hidden or decoration. They are registered one by one and not made by a factory: PySide never lets go
of what a factory returns, which would be every widget of every page.
"""

from __future__ import annotations

from collections.abc import Callable

import shiboken6
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleEvent, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QLabel, QWidget

from kiosk.core.session.events import CalmMotionToggled, ContrastToggled, Event, ListenToggled, TextSizeChosen
from kiosk.core.speech.sentence import speakable
from kiosk.core.views.announcement import Announcement
from kiosk.core.views.rail import KeyName
from kiosk.ui.focus import is_heading
from kiosk.ui.widgets.picture import PictureLabel
from kiosk.ui.widgets.target import Target

ZERO_WIDTH_SPACE = "\u200b"
"""Where a long name of a file may break."""
_PRESS, _FOCUS = "Press", "SetFocus"
_OPENS = frozenset({KeyName.HELP, KeyName.EASIER})
"""Keys that open a screen, and close it again."""


class ScreenReader:
    """The nodes of one window. Qt only borrows them, so they are kept here while their widgets live.

    `press` presses a target as a finger would; `children_of` a widget are those that inform or act, in reading order.
    """

    def __init__(
        self,
        window: QWidget,
        press: Callable[[Target], None],
        children_of: Callable[[QWidget], list[QWidget]],
    ) -> None:
        self._window, self.press, self.children_of = window, press, children_of
        self._nodes: list[Node] = []
        self.node_of(window)
        # Who has found the window before shall look again.
        QAccessible.updateAccessibility(QAccessibleEvent(window, QAccessible.Event.ObjectShow))

    def node_of(self, widget: QWidget) -> Node:
        """The widget's node; where Qt has made one of its own, ours takes its place."""
        found = QAccessible.queryAccessibleInterface(widget)
        if isinstance(found, Node):
            return found
        if found is not None:
            QAccessible.deleteAccessibleInterface(QAccessible.uniqueId(found))
        node = KeyNode(self, widget) if isinstance(widget, Target) else Node(self, widget)
        self._nodes.append(node)
        QAccessible.registerAccessibleInterface(node)
        return node

    def meet(self, *parts: QWidget) -> None:
        """Have nodes for all of a new page before Qt tells of it; where nobody can read them yet, they wait."""
        self._nodes = [node for node in self._nodes if shiboken6.isValid(node)]
        if QAccessible.isActive():
            for part in parts:
                self._grow(part)

    def say(self, announcement: Announcement) -> None:
        event = QAccessibleAnnouncementEvent(self._window, announcement.text)
        if announcement.is_urgent:
            event.setPoliteness(QAccessible.AnnouncementPoliteness.Assertive)
        QAccessible.updateAccessibility(event)

    def _grow(self, widget: QWidget) -> None:
        self.node_of(widget)
        for child in self.children_of(widget):
            self._grow(child)


class Node(QAccessibleWidget):
    """A text, a picture, a group; or the window. Where Qt asks for what is not there, it takes None for an answer."""

    def __init__(self, reader: ScreenReader, widget: QWidget) -> None:
        super().__init__(widget, _role_of(widget))
        self._reader, self._shown = reader, widget

    def text(self, kind: QAccessible.Text) -> str:
        return _name_of(self._shown) if kind is QAccessible.Text.Name else ""

    def state(self) -> QAccessible.State:
        state = super().state()
        if is_heading(self._shown):
            state.focusable = True  # it has the focus on a new screen
        return state

    def childCount(self) -> int:
        return len(self._reader.children_of(self._shown))

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]
        children = self._reader.children_of(self._shown)
        return self._reader.node_of(children[index]) if 0 <= index < len(children) else None

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        children = self._reader.children_of(self._shown)
        found = child.object()
        return children.index(found) if found in children else -1

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:  # type: ignore[override]
        """What lies at a place of the screen, for who explores it by touch or pointer."""
        for child in reversed(self._reader.children_of(self._shown)):
            if QRect(child.mapToGlobal(QPoint(0, 0)), child.size()).contains(x, y):
                return self._reader.node_of(child)
        return None


class KeyNode(Node):
    """A key, a tile, a chip. What is pressed through it counts as pressed by a finger."""

    def __init__(self, reader: ScreenReader, widget: Target) -> None:
        super().__init__(reader, widget)
        self._target = widget

    def state(self) -> QAccessible.State:
        state, key = super().state(), self._target.key
        match key.event:
            case TextSizeChosen() | ContrastToggled() | CalmMotionToggled() | ListenToggled():
                state.checkable, state.checked = True, key.is_open
            case _ if key.name in _OPENS:
                state.expandable, state.expanded, state.collapsed = True, key.is_open, not key.is_open
            case _:
                state.selected = key.is_open
        return state

    def actionNames(self) -> list[str]:
        return [_PRESS, _FOCUS]

    def doAction(self, name: str) -> None:
        if name == _PRESS:
            self._reader.press(self._target)
        elif name == _FOCUS:
            self._target.setFocus(Qt.FocusReason.OtherFocusReason)


def _role_of(widget: QWidget) -> QAccessible.Role:
    match widget:
        case Target():
            return _role_of_key(widget.key.event)
        case PictureLabel():
            return QAccessible.Role.Graphic
        case QLabel():
            return QAccessible.Role.Heading if is_heading(widget) else QAccessible.Role.StaticText
        case _ if widget.isWindow():
            return QAccessible.Role.Window
        case _:
            return QAccessible.Role.StaticText if widget.accessibleName() else QAccessible.Role.Grouping


def _role_of_key(event: Event) -> QAccessible.Role:
    match event:
        case TextSizeChosen():
            return QAccessible.Role.RadioButton
        case ContrastToggled() | CalmMotionToggled() | ListenToggled():
            return QAccessible.Role.CheckBox
        case _:
            return QAccessible.Role.Button


def _name_of(widget: QWidget) -> str:
    if widget.isWindow():
        return widget.windowTitle()
    name = widget.accessibleName() or (widget.text() if isinstance(widget, QLabel) else "")
    return speakable(name.replace(ZERO_WIDTH_SPACE, ""))

"""A screen reader's eyes, in the program's own process: the tree that Qt hands to the system's bridge."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QRect
from PySide6.QtGui import QAccessible, QAccessibleInterface

from kiosk.ui.window import KioskWindow

Role = QAccessible.Role


@dataclass(frozen=True)
class Seen:
    """One node. `box` is in the window."""

    role: QAccessible.Role
    name: str
    state: QAccessible.State
    box: QRect
    node: QAccessibleInterface

    def press(self) -> None:
        self.node.actionInterface().doAction("Press")


def seen_on(window: KioskWindow) -> list[Seen]:
    """Everything under the window, in the order of the tree."""
    return list(_below(QAccessible.queryAccessibleInterface(window), window))


def leaves_on(window: KioskWindow) -> list[Seen]:
    return [seen for seen in seen_on(window) if seen.node.childCount() == 0]


def named(window: KioskWindow, name: str, role: QAccessible.Role = Role.Button) -> Seen:
    """The node of this role whose name begins so. Raises LookupError."""
    for seen in seen_on(window):
        if seen.role == role and seen.name.startswith(name):
            return seen
    raise LookupError(f"{role.name} {name}: not among {[seen.name for seen in seen_on(window)]}")


def _below(node: QAccessibleInterface, window: KioskWindow) -> Iterator[Seen]:
    for index in range(node.childCount()):
        child = node.child(index)
        assert child.parent().object() is node.object()
        assert node.indexOfChild(child) == index
        box = child.rect().translated(-window.mapToGlobal(window.rect().topLeft()))
        yield Seen(child.role(), child.text(QAccessible.Text.Name), child.state(), box, child)
        yield from _below(child, window)

"""The keys of a keyboard, or of the six-key pad that a blind patient finds by touch."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from kiosk.core.session.events import (
    AloudDeclined,
    BackPressed,
    Begun,
    CleaningAsked,
    ClosePressed,
    DigitPressed,
    ErasePressed,
    Event,
    GateAsked,
    HelpPressed,
    HomePressed,
    ListenPressed,
    NextPressed,
)
from kiosk.core.settings import Keys
from kiosk.ui.touch import RepeatGuard

_CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
_OTHERS = (
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
)
"""What makes another key of a key: Alt+Left is not Left. Shift does not: it may be stuck."""


class Keyboard:
    """What its keys do.

    `answer` shows that a key was struck, `happen` tells what that means; `focus` moves the focus on or back,
    `press` presses what has it, `end` ends the kiosk.
    """

    def __init__(
        self,
        keys: Keys,
        guard: RepeatGuard,
        *,
        answer: Callable[[Event], None],
        happen: Callable[[Event], None],
        focus: Callable[[int], None],
        press: Callable[[], None],
        end: Callable[[], object],
    ) -> None:
        self._keys, self._guard = _codes(keys), guard
        self._answer, self._happen, self._focus, self._press, self._end = answer, happen, focus, press, end

    def is_of_pad(self, key: int) -> bool:
        """Whether it is one of the six keys, which are found by touch."""
        return key in self._keys.values()

    def handle(
        self,
        event: QKeyEvent,
        *,
        is_right_to_left: bool,
        is_attract: bool,
        is_typing: bool = False,
        is_asked: bool = False,
    ) -> None:
        """Do what the key is for. A key that is held, or struck twice within the guard, counts once.

        Where a PIN is typed, digits are digits, also the same one twice. Where a question stands, the select key says
        yes to it, any other key no, and does what it is for.
        """
        if event.isAutoRepeat():
            return
        key = struck(event)
        if is_typing and (typed := _typed(event)):
            self._happen(typed)
            return
        if self._guard.refuses(key):
            return
        self._guard.acted(key)
        if is_asked and key in self._keys.values() and key != self._keys["select"]:
            self._happen(AloudDeclined())
        if key in (Qt.Key.Key_Up, Qt.Key.Key_Backtab, self._keys["up"]):
            self._focus(-1)
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Tab, self._keys["down"]):
            self._focus(1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space, self._keys["select"]):
            self._press()
        elif event.key() == Qt.Key.Key_Q and event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            self._end()
        elif event.key() == Qt.Key.Key_S and event.modifiers() == _CTRL_SHIFT:
            self._happen(GateAsked())
        elif said := self._event_of(key, is_right_to_left=is_right_to_left, is_attract=is_attract):
            self._answer(said)
            self._happen(said)

    def press_only(self, event: QKeyEvent) -> None:
        """Press what can be pressed, and nothing else: somebody wipes the keys."""
        keys = (
            Qt.Key.Key_Return,
            Qt.Key.Key_Enter,
            Qt.Key.Key_Space,
            Qt.Key.Key_Escape,
            self._keys["select"],
        )
        if struck(event) in keys and not event.isAutoRepeat():
            self._press()

    def _event_of(self, key: int, *, is_right_to_left: bool, is_attract: bool) -> Event | None:
        onward, back = self._keys["next"], self._keys["back"]
        if is_right_to_left:
            onward, back = back, onward
        if key == onward:
            return Begun() if is_attract else NextPressed()
        if key == back:
            return BackPressed()
        if key == Qt.Key.Key_Escape:
            return ClosePressed()
        if key == Qt.Key.Key_Home:
            return HomePressed()
        if key == Qt.Key.Key_F3:
            return CleaningAsked()
        if key == Qt.Key.Key_F2:
            return ListenPressed()
        return HelpPressed() if key in (Qt.Key.Key_F1, self._keys["help"]) else None


def struck(event: QKeyEvent) -> int:
    """Which key it is, with the modifiers that make another one of it."""
    return event.key() | (event.modifiers() & _OTHERS).value


def _typed(event: QKeyEvent) -> Event | None:
    """The digit of a row or a number pad, or *Erase*."""
    if struck(event) == Qt.Key.Key_Backspace:
        return ErasePressed()
    digit = struck(event) - Qt.Key.Key_0
    return DigitPressed(str(digit)) if 0 <= digit <= 9 else None


def _codes(keys: Keys) -> dict[str, int]:
    """Key codes by what they do; a name that Qt does not know binds nothing."""
    found = {}
    for name in ("next", "back", "up", "down", "select", "help"):
        bound = QKeySequence.fromString(getattr(keys, name))
        # PySide6's stubs do not know that a sequence can be indexed.
        found[name] = _code(bound[0]) if bound.count() else 0  # type: ignore[index]
    return found


def _code(bound: QKeyCombination) -> int:
    return bound.key().value | (bound.keyboardModifiers() & _OTHERS).value

"""One finger at a time: what it presses, when that acts, and what does not count as a press.

The rules are product.md's section "Acting". Mouse, touch screen and keys all come through here:

- A target acts on release inside it. A finger that slides off cancels, one that slides sideways turns the slide.
- A second finger or a palm neither acts nor hinders the first.
- What is shown while a finger is down does not act on that finger: it has to be lifted first.
- The same target again, or whatever has taken its place under a shaking hand, does not act within the guard.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from enum import Enum, auto

import shiboken6
from msgspec import Struct
from PySide6.QtCore import QPointF

from kiosk.ui.widgets.target import Target

MOUSE = -1
"""The number of the finger that a mouse is."""
SWIPE_MM, SWIPE_SECONDS = 18.0, 0.8
SAME_PLACE_MM = 10.0


class Swipe(Enum):
    LEFT = auto()
    RIGHT = auto()


class _Press(Struct):
    finger: int
    target: Target | None
    began: QPointF
    at: float
    counts: bool = True


class RepeatGuard:
    """Tells a deliberate second press from a trembling one. `seconds` 0: every press counts."""

    def __init__(self, seconds: float, clock: Callable[[], float]) -> None:
        self._seconds, self._clock = seconds, clock
        self._last: tuple[Hashable, QPointF | None, float] | None = None

    def refuses(self, what: Hashable, place: QPointF | None = None, near: float = 0.0) -> bool:
        """Whether this press repeats the last one that acted, on the same thing or within `near` of its place."""
        if self._last is None:
            return False
        last, where, at = self._last
        if self._clock() - at >= self._seconds:
            return False
        is_near = place is not None and where is not None and (place - where).manhattanLength() < near
        return last == what or is_near

    def acted(self, what: Hashable, place: QPointF | None = None) -> None:
        self._last = (what, place, self._clock())


class Finger:
    """Follows the fingers on the glass. Positions are the window's pixels.

    `target_at` finds the target under a position; `act` is called with the one that was pressed and released.
    """

    def __init__(
        self,
        guard: RepeatGuard,
        clock: Callable[[], float],
        target_at: Callable[[QPointF], Target | None],
        act: Callable[[Target], None],
        swipe: Callable[[Swipe], None],
    ) -> None:
        self._guard, self._clock = guard, clock
        self._target_at, self._act, self._swiped = target_at, act, swipe
        self._down: set[int] = set()
        self._press: _Press | None = None
        self.px_per_mm = 4.0

    def press(self, finger: int, place: QPointF) -> None:
        is_first = not self._down
        self._down.add(finger)
        if not is_first:
            return
        target = self._target_at(place)
        if target is not None and self._is_repeat(target, place):
            target = None
        self._press = _Press(finger, target, place, self._clock())
        if target is not None:
            target.setDown(True)

    def move(self, finger: int, place: QPointF) -> None:
        press = self._press
        if press and press.finger == finger and (target := _alive(press.target)):
            target.setDown(press.counts and self._is_on(target, place))

    def release(self, finger: int, place: QPointF) -> None:
        self._down.discard(finger)
        press = self._press
        if press is None or press.finger != finger:
            return
        self._press = None
        target = _alive(press.target)
        if target:
            target.setDown(False)
        if not press.counts:
            return
        if target and self._is_on(target, place):
            self._guard.acted(target.identity, place)
            self._act(target)
        elif direction := self._swipe_of(press, place):
            self._swiped(direction)

    def cancel(self) -> None:
        """The system took the touch away; nothing is pressed any more."""
        if self._press and (target := _alive(self._press.target)):
            target.setDown(False)
        self._down.clear()
        self._press = None

    @property
    def is_alone(self) -> bool:
        """Whether one finger is down, and no other."""
        return len(self._down) == 1

    def cancel_press(self) -> None:
        """The finger meant something else: what lies under it is not pressed."""
        if self._press and (target := _alive(self._press.target)):
            target.setDown(False)
        self.void()

    def void(self) -> None:
        """The screen has changed: what is down now must be lifted before anything acts."""
        if self._press:
            self._press.counts = False

    def _is_repeat(self, target: Target, place: QPointF) -> bool:
        return not target.is_repeated and self._guard.refuses(
            target.identity, place, SAME_PLACE_MM * self.px_per_mm
        )

    def _is_on(self, target: Target, place: QPointF) -> bool:
        return self._target_at(place) is target

    def _swipe_of(self, press: _Press, place: QPointF) -> Swipe | None:
        across, down = place.x() - press.began.x(), place.y() - press.began.y()
        is_quick = self._clock() - press.at <= SWIPE_SECONDS
        if not is_quick or abs(across) < SWIPE_MM * self.px_per_mm or abs(across) < 2 * abs(down):
            return None
        return Swipe.LEFT if across < 0 else Swipe.RIGHT


def _alive(target: Target | None) -> Target | None:
    """The target, unless its page has been thrown away since."""
    return target if target is not None and shiboken6.isValid(target) else None

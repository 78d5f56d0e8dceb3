"""A monkey that also is a patient with wishes, staff, a clinic that changes its content, and a voice that dies."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QPointingDevice

from kiosk.app import Kiosk
from kiosk.core.session.events import (
    AloudAgreed,
    Begun,
    CalmMotionToggled,
    CameAsStaff,
    ClosePressed,
    ContrastToggled,
    ControlsLowToggled,
    EasierPressed,
    Event,
    LanguageChosen,
    ListenPressed,
    LouderPressed,
    NextPressed,
    PaceChanged,
    TextSizeChosen,
)
from kiosk.core.session.preferences import TextSize
from kiosk.ops.errands import Contents
from tests.ui.monkey import Monkey, Pauses

_DESK_TOUCHES = 4


class Hands(Monkey):
    """`lose_voice` ends the speaker's process, `change_content` does something to the content folder."""

    def __init__(
        self,
        kiosk: Kiosk,
        glass: QPointingDevice,
        seed: str,
        *,
        contents: Contents,
        lose_voice: Callable[[], None],
        change_content: Callable[[], None],
    ) -> None:
        super().__init__(kiosk, glass, (), seed)
        self._contents, self._lose, self._change = contents, lose_voice, change_content
        self._tricks += [
            (self._wish, 8),
            (self._listen, 4),
            (self._staff, 1),
            (self._change_content, 2.5),
            (self._lose_voice, 0.1),
        ]

    def _wish(self) -> Pauses:
        """Another language, another size, another look."""
        languages = self._kiosk.session.catalog.clinic.languages
        looks: list[Event] = [ContrastToggled(), CalmMotionToggled(), ControlsLowToggled()]
        wishes = (
            LanguageChosen(self._random.choice(languages)),
            TextSizeChosen(self._random.choice(list(TextSize))),
            self._random.choice(looks),
        )
        for event in (Begun(), EasierPressed(), *wishes, ClosePressed()):
            self._kiosk.happen(event)
            yield 1

    def _listen(self) -> Pauses:
        """Long enough for some sentences, and for the next screen."""
        for event in (Begun(), ListenPressed(), AloudAgreed(), LouderPressed(), PaceChanged(), NextPressed()):
            self._kiosk.happen(event)
            yield self._random.choice((1, 10))

    def _staff(self) -> Pauses:
        """Touch some keys of the desk; then follow the folder again, with every topic in it."""
        self._kiosk.happen(CameAsStaff())
        for _ in range(_DESK_TOUCHES):
            yield 2
            yield from self._tap_a_target()
        yield 2
        self._contents.follow()
        for topic in self._contents.standing().paused:
            self._contents.resume(topic)

    def _change_content(self) -> Pauses:
        self._change()
        yield from ()

    def _lose_voice(self) -> Pauses:
        self._lose()
        yield from ()

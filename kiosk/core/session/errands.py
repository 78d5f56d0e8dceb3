"""What a service has to do because something has happened: the only way out of the machine.

The machine is pure: it cannot check a PIN or write a file. `errand_of` says, beside each move, what follows from it
outside, and `ops/errands.py` does it and answers with an event.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from msgspec import Struct

from kiosk.core.session.events import (
    CalibratePressed,
    CameAsStaff,
    CleaningAsked,
    DeskPageChosen,
    Event,
    ExitPressed,
    FollowPressed,
    GateAsked,
    GoBackPressed,
    PausePressed,
    PinChecked,
    PinEntered,
    PreviewPressed,
    PrintPressed,
    ResumePressed,
    ScaleChosen,
    ShowNowPressed,
    SoundTestPressed,
    WentIdle,
)
from kiosk.core.session.preferences import TextSize
from kiosk.core.session.printing import Printing
from kiosk.core.session.questions import Asked as AskedQuestion
from kiosk.core.session.questions import asked_in
from kiosk.core.session.screens import Attract, Calibration, Cleaning, Desk, DeskPage, Finish, Gate, GateState
from kiosk.core.session.session import Session

if TYPE_CHECKING:
    from kiosk.core.content.model import Catalog, Topic


class CountGuesses(Struct, frozen=True):
    """Answered by `GuessesCounted`."""


class CheckPin(Struct, frozen=True):
    """Answered by `PinChecked`."""

    pin: str

    def __repr__(self) -> str:
        """Leave the PIN out: this may be logged."""
        return "CheckPin()"


class TellStanding(Struct, frozen=True):
    """Answered by `StandingArrived`."""


class TellHealth(Struct, frozen=True):
    """Answered by `HealthArrived`, in this language."""

    language: str


class TellUsage(Struct, frozen=True):
    """Answered by `UsageArrived`."""


class TellCleaned(Struct, frozen=True):
    """Answered by `CleanedBefore`, where it is known."""


class NoteCleaned(Struct, frozen=True):
    """The screen has been cleaned now."""


class KeepScale(Struct, frozen=True):
    """Draw at this scale from now on and keep it in machine.toml; answered by `Noted`."""

    px_per_mm: float


class PrintHandout(Struct, frozen=True):
    """Answered by `PrintAnswered`. Who reads in larger text gets large print."""

    catalog: Catalog
    topic: Topic
    language: str
    is_large: bool
    questions: tuple[AskedQuestion, ...] = ()


Asked: TypeAlias = (
    ShowNowPressed
    | GoBackPressed
    | FollowPressed
    | PausePressed
    | ResumePressed
    | PreviewPressed
    | SoundTestPressed
    | CalibratePressed
    | ExitPressed
)
"""What staff press at the desk is an errand as it is."""

Errand: TypeAlias = (
    CountGuesses
    | CheckPin
    | TellStanding
    | TellHealth
    | TellUsage
    | TellCleaned
    | NoteCleaned
    | KeepScale
    | PrintHandout
    | Asked
)


def errand_of(before: Session, event: Event, after: Session) -> Errand | None:
    """Return what has to be done now that this has happened; None: nothing."""
    match before.screen, event, after.screen:
        case _, GateAsked(), Gate():
            return CountGuesses()
        case Gate(typed=pin, state=state), PinEntered(), Gate(state=GateState.CHECKING):
            return None if state is GateState.CHECKING else CheckPin(pin)
        case ((Gate() | Attract()), (PinChecked() | CameAsStaff()), Desk()):
            return TellStanding()
        case Finish(topic), PrintPressed(), Finish() if (
            after.printing is Printing.SENT is not before.printing
        ):
            preferences = after.preferences
            is_large = preferences.text_size is not TextSize.NORMAL
            asked = asked_in(after.questions, after.topics, preferences.language)
            return PrintHandout(after.catalog, after.topic(topic), preferences.language, is_large, asked)
        case _, CleaningAsked(), Cleaning():
            return TellCleaned()
        case Cleaning(), WentIdle(), _:
            return NoteCleaned()
        case Desk(), DeskPageChosen(DeskPage.MACHINE), Desk():
            return TellHealth(after.preferences.language)
        case Desk(), DeskPageChosen(DeskPage.USAGE), Desk():
            return TellUsage()
        case Calibration(_, px_per_mm), ScaleChosen(), Desk():
            return KeepScale(px_per_mm)
        case Desk(), asked, Desk() if isinstance(asked, Asked):
            return asked
        case _:
            return None

"""The screens: where a session can be. A screen holds its place and nothing that can be looked up.

`slide` counts from 0, `part` from 1. What the clinic sees as *Being updated* is `Attract` with a catalog that
has nothing to show: it has no place of its own, so it cannot disagree with the catalog.
"""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING, TypeAlias

from msgspec import Struct

from kiosk.core.content.model import Catalog
from kiosk.core.session.preferences import Preferences
from kiosk.core.staff.health import Finding, Notice

if TYPE_CHECKING:  # a start does without
    from kiosk.core.content.standing import Standing
    from kiosk.core.insights.usage import Usage

LAST_PART = 10_000
"""The last part of a screen, until its page has counted them."""


class Home(Struct, frozen=True):
    part: int = 1


class SlideOpen(Struct, frozen=True):
    topic: str
    slide: int
    part: int = 1


class Overview(Struct, frozen=True):
    topic: str
    slide: int
    part: int = 1


class MoreOpen(Struct, frozen=True):
    """The longer text over its slide."""

    topic: str
    slide: int
    part: int = 1


class Finish(Struct, frozen=True):
    topic: str
    part: int = 1


class PictureOpen(Struct, frozen=True):
    """The slide's picture over the whole page."""

    topic: str
    slide: int
    part: int = 1


class EvidenceOpen(Struct, frozen=True):
    """How sure are we?; `below` is the slide, at its part, or its *Tell me more*, and what *Close* returns to."""

    below: SlideOpen | MoreOpen
    part: int = 1


class QuestionsOpen(Struct, frozen=True):
    """Questions to ask: those of the slide `below`, or over Finish all of its topic. *Done* returns there.

    `is_full`: somebody wanted one more than a visit has time for.
    """

    below: SlideOpen | Finish
    part: int = 1
    is_full: bool = False


class EasierOpen(Struct, frozen=True):
    """Make it easier; `below` is what *Done* returns to."""

    below: (
        Home
        | SlideOpen
        | Overview
        | MoreOpen
        | EvidenceOpen
        | PictureOpen
        | QuestionsOpen
        | Finish
        | HelpOpen
    )
    part: int = 1


Place: TypeAlias = (
    Home | SlideOpen | Overview | MoreOpen | EvidenceOpen | PictureOpen | QuestionsOpen | Finish | EasierOpen
)


class TakeBack(Struct, frozen=True):
    """Where the session that ended by itself was, and how the patient had set it."""

    place: Place
    preferences: Preferences


class Attract(Struct, frozen=True):
    take_back: TakeBack | None = None
    is_updated: bool = False


class HelpOpen(Struct, frozen=True):
    """Get help now; `below` is what *Close* returns to."""

    below: Place | Attract
    part: int = 1


class StillThere(Struct, frozen=True):
    below: Place | HelpOpen


class GateState(StrEnum):
    """`WAITING`: after too many wrong PINs; `NO_PIN`: none is set, so nothing opens here."""

    READY = "ready"
    TOO_SHORT = "too short"
    CHECKING = "checking"
    REFUSED = "refused"
    WAITING = "waiting"
    NO_PIN = "no pin"


class Gate(Struct, frozen=True):
    """The PIN pad; `below` is what it closes to. `wait` is in seconds, `tries_left` counts until the next wait."""

    below: Place | HelpOpen | Attract
    typed: str = ""
    state: GateState = GateState.READY
    tries_left: int = 0
    wait: int = 0

    def __repr__(self) -> str:
        """Leave the digits out: this may be logged."""
        return f"Gate({self.state}, {len(self.typed)} digits, over {self.below!r})"


class DeskPage(StrEnum):
    CONTENT = "content"
    TOPICS = "topics"
    USAGE = "usage"
    MACHINE = "machine"
    EXIT = "exit"


class Desk(Struct, frozen=True):
    """The staff desk. What the services have told is empty until they have."""

    page: DeskPage = DeskPage.CONTENT
    part: int = 1
    standing: Standing | None = None
    findings: tuple[Finding, ...] = ()
    notice: Notice | None = None
    usage: Usage | None = None


class Preview(Struct, frozen=True):
    """What waits, as a patient would see it; `place` is a patient's screen in that catalog."""

    desk: Desk
    catalog: Catalog
    place: Place | HelpOpen


class Calibration(Struct, frozen=True):
    """A bank card's outline is drawn at `px_per_mm`, at most at `most`."""

    desk: Desk
    px_per_mm: float
    most: float


class Cleaning(Struct, frozen=True):
    """Nothing acts for a while; `last` is when the screen was cleaned before, in UTC."""

    below: Place | Attract | Desk
    last: datetime | None = None


StaffScreen: TypeAlias = Gate | Desk | Preview | Calibration | Cleaning

PatientScreen: TypeAlias = (
    Attract
    | Home
    | SlideOpen
    | Overview
    | MoreOpen
    | EvidenceOpen
    | PictureOpen
    | QuestionsOpen
    | EasierOpen
    | HelpOpen
    | Finish
    | StillThere
)
Screen: TypeAlias = PatientScreen | StaffScreen

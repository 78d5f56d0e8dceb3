"""What can happen to a session, as facts in the past tense."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, TypeAlias

from msgspec import Struct

from kiosk.core.content.model import Catalog
from kiosk.core.session.face import Face
from kiosk.core.session.preferences import TextSize, Theme
from kiosk.core.session.questions import VisitQuestion
from kiosk.core.session.screens import DeskPage
from kiosk.core.staff.health import Finding, Notice

if TYPE_CHECKING:  # a start does without
    from kiosk.core.content.standing import Standing
    from kiosk.core.insights.usage import Usage


class Begun(Struct, frozen=True):
    """A touch on Attract; without a language: anywhere but on a key."""

    language: str = ""


class TakeMeBackPressed(Struct, frozen=True):
    pass


class NextPressed(Struct, frozen=True):
    pass


class BackPressed(Struct, frozen=True):
    pass


class HomePressed(Struct, frozen=True):
    """The rail's Home key; with one topic it says *Start over*."""


class StartOverPressed(Struct, frozen=True):
    pass


class HelpPressed(Struct, frozen=True):
    pass


class ClosePressed(Struct, frozen=True):
    """Closes what lies on top: the go key of a sheet, and Escape, which goes back where nothing does."""


class OverviewPressed(Struct, frozen=True):
    pass


class MorePressed(Struct, frozen=True):
    """*Tell me more* on a slide."""


class EvidencePressed(Struct, frozen=True):
    """The chip that says how good the evidence is, on a slide and on *Tell me more*."""


class PicturePressed(Struct, frozen=True):
    pass


class QuestionsPressed(Struct, frozen=True):
    """*Questions to ask* on a slide, and the key on Finish that leads to all of the topic's."""


class QuestionPressed(Struct, frozen=True):
    """A question was ticked, or its tick taken off."""

    question: VisitQuestion


class FinishPressed(Struct, frozen=True):
    """*Finish* on the overview."""


class EasierPressed(Struct, frozen=True):
    """*Make it easier*, which also closes it again."""


class TextSizeChosen(Struct, frozen=True):
    text_size: TextSize


class LanguageChosen(Struct, frozen=True):
    """On *Make it easier*."""

    language: str


class ContrastToggled(Struct, frozen=True):
    pass


class CalmMotionToggled(Struct, frozen=True):
    pass


class ControlsLowToggled(Struct, frozen=True):
    pass


class PartPressed(Struct, frozen=True):
    """The key *More* inside a page that was cut into parts; after the last part comes the first."""


class TopicChosen(Struct, frozen=True):
    topic: str


class SlideChosen(Struct, frozen=True):
    """A slide of the topic that is open, counted from 0."""

    slide: int


class FaceChosen(Struct, frozen=True):
    """The answer to "Did this help you?" on Finish."""

    face: Face


class StayPressed(Struct, frozen=True):
    pass


class WentIdle(Struct, frozen=True):
    """The one timer ran out: nobody touched anything for `Session.idle_seconds`."""


class CatalogArrived(Struct, frozen=True):
    catalog: Catalog


class DayCame(Struct, frozen=True):
    """It is this day now, by the clinic's local clock."""

    day: date


class StandingArrived(Struct, frozen=True):
    """How the content stands has changed; for the staff desk."""

    standing: Standing


class PartsCounted(Struct, frozen=True):
    """The page that is shown was cut into this many parts."""

    parts: int


class GateAsked(Struct, frozen=True):
    """Five taps in the upper left corner, or Ctrl+Shift+S."""


class CleaningAsked(Struct, frozen=True):
    """The upper right corner was held, or F3 or the desk's key pressed."""


class CleanedBefore(Struct, frozen=True):
    """`at` (UTC) the screen was cleaned last."""

    at: datetime


class CameAsStaff(Struct, frozen=True):
    """The kiosk was started with `--staff`. Nothing on the screen can make this happen."""


class GuessesCounted(Struct, frozen=True):
    """How the gate stands as it opens; `wait` is in seconds."""

    has_pin: bool
    tries_left: int
    wait: int


class DigitPressed(Struct, frozen=True):
    digit: str

    def __repr__(self) -> str:
        """Leave the digit out: this may be logged."""
        return "DigitPressed()"


class ErasePressed(Struct, frozen=True):
    pass


class PinEntered(Struct, frozen=True):
    pass


class PinChecked(Struct, frozen=True):
    is_right: bool
    tries_left: int = 0
    wait: int = 0


class WaitEnded(Struct, frozen=True):
    """The gate may be tried again."""


class DeskPageChosen(Struct, frozen=True):
    page: DeskPage


class HealthArrived(Struct, frozen=True):
    findings: tuple[Finding, ...]


class UsageArrived(Struct, frozen=True):
    """What has been counted in the last weeks."""

    usage: Usage


class Noted(Struct, frozen=True):
    """What came of something that staff asked for."""

    notice: Notice


class ShowNowPressed(Struct, frozen=True):
    pass


class GoBackPressed(Struct, frozen=True):
    """To the kept snapshot of this name."""

    name: str


class FollowPressed(Struct, frozen=True):
    """Show what is in the folder again, after having gone back."""


class PausePressed(Struct, frozen=True):
    topic: str


class ResumePressed(Struct, frozen=True):
    topic: str


class PreviewPressed(Struct, frozen=True):
    name: str


class PreviewArrived(Struct, frozen=True):
    catalog: Catalog


class PreviewClosed(Struct, frozen=True):
    pass


class SoundTestPressed(Struct, frozen=True):
    pass


class CalibratePressed(Struct, frozen=True):
    pass


class ScaleTold(Struct, frozen=True):
    """How many pixels a millimetre has now, and at most so that a bank card's outline fits on the screen."""

    px_per_mm: float
    most: float


class EdgeMoved(Struct, frozen=True):
    """The outline became this many pixels wider."""

    by: int


class ScaleChosen(Struct, frozen=True):
    """The outline is as large as the card."""


class ExitPressed(Struct, frozen=True):
    pass


class ListenPressed(Struct, frozen=True):
    """*Listen*, or *Stop* while it speaks."""


class ListenHeld(Struct, frozen=True):
    """The lower left corner of the glass was held: begin to speak, or go on."""


class ListenToggled(Struct, frozen=True):
    """The switch on *Make it easier*."""


class KeysUsed(Struct, frozen=True):
    """One of the six keys was pressed on Attract: perhaps by somebody who cannot see it."""


class AloudAgreed(Struct, frozen=True):
    """The question whether to read aloud was answered with yes."""


class AloudDeclined(Struct, frozen=True):
    pass


class LouderPressed(Struct, frozen=True):
    """The next of four steps; after the loudest comes the softest."""


class PaceChanged(Struct, frozen=True):
    pass


class PrintPressed(Struct, frozen=True):
    """*Print* on Finish."""


class PrintAnswered(Struct, frozen=True):
    """The leaflet is being printed, or the printer did not take it."""

    is_printed: bool


class FellSilent(Struct, frozen=True):
    """All has been said, or somebody interrupted it."""


class SomethingFailed(Struct, frozen=True):
    """An error that nobody caught: what the screen shows may be half of what it should."""


class VoicesFound(Struct, frozen=True):
    """The languages that this machine can speak now, as BCP 47 tags; empty: none."""

    languages: tuple[str, ...] = ()


class ThemeWished(Struct, frozen=True):
    """The system wishes for this theme now: high contrast, or none in particular."""

    theme: Theme


News: TypeAlias = (
    CatalogArrived
    | DayCame
    | StandingArrived
    | HealthArrived
    | UsageArrived
    | Noted
    | CleanedBefore
    | FellSilent
    | PrintAnswered
    | VoicesFound
    | ThemeWished
    | SomethingFailed
)
"""What happens without anybody's hand."""

Event: TypeAlias = (
    Begun
    | TakeMeBackPressed
    | NextPressed
    | BackPressed
    | HomePressed
    | StartOverPressed
    | HelpPressed
    | ClosePressed
    | OverviewPressed
    | MorePressed
    | EvidencePressed
    | PicturePressed
    | QuestionsPressed
    | QuestionPressed
    | FinishPressed
    | EasierPressed
    | TextSizeChosen
    | LanguageChosen
    | ContrastToggled
    | CalmMotionToggled
    | ControlsLowToggled
    | PartPressed
    | TopicChosen
    | SlideChosen
    | FaceChosen
    | StayPressed
    | WentIdle
    | CatalogArrived
    | DayCame
    | StandingArrived
    | PartsCounted
    | GateAsked
    | CleaningAsked
    | CleanedBefore
    | CameAsStaff
    | GuessesCounted
    | DigitPressed
    | ErasePressed
    | PinEntered
    | PinChecked
    | WaitEnded
    | DeskPageChosen
    | HealthArrived
    | UsageArrived
    | Noted
    | ShowNowPressed
    | GoBackPressed
    | FollowPressed
    | PausePressed
    | ResumePressed
    | PreviewPressed
    | PreviewArrived
    | PreviewClosed
    | SoundTestPressed
    | CalibratePressed
    | ScaleTold
    | EdgeMoved
    | ScaleChosen
    | ExitPressed
    | ListenPressed
    | ListenHeld
    | ListenToggled
    | KeysUsed
    | AloudAgreed
    | AloudDeclined
    | LouderPressed
    | PaceChanged
    | PrintPressed
    | PrintAnswered
    | FellSilent
    | VoicesFound
    | ThemeWished
    | SomethingFailed
)

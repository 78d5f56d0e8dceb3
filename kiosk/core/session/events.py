"""What can happen to a session, as facts in the past tense."""

from __future__ import annotations

from datetime import date
from typing import TypeAlias

from msgspec import Struct

from kiosk.core.content.model import Catalog
from kiosk.core.content.standing import Standing
from kiosk.core.session.preferences import TextSize


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


class EasierPressed(Struct, frozen=True):
    """*Make it easier*, which also closes it again."""


class TextSizeChosen(Struct, frozen=True):
    text_size: TextSize


class ContrastToggled(Struct, frozen=True):
    pass


class CalmMotionToggled(Struct, frozen=True):
    pass


class PartPressed(Struct, frozen=True):
    """The key *More* inside a page that was cut into parts; after the last part comes the first."""


class TopicChosen(Struct, frozen=True):
    topic: str


class SlideChosen(Struct, frozen=True):
    """A slide of the topic that is open, counted from 0."""

    slide: int


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
    | EasierPressed
    | TextSizeChosen
    | ContrastToggled
    | CalmMotionToggled
    | PartPressed
    | TopicChosen
    | SlideChosen
    | StayPressed
    | WentIdle
    | CatalogArrived
    | DayCame
    | StandingArrived
    | PartsCounted
)

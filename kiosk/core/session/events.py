"""What can happen to a session, as facts in the past tense."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from kiosk.core.content.model import Catalog
from kiosk.core.session.preferences import TextSize


@dataclass(frozen=True, slots=True)
class Begun:
    """A touch on Attract; without a language: anywhere but on a key."""

    language: str = ""


@dataclass(frozen=True, slots=True)
class TakeMeBackPressed:
    pass


@dataclass(frozen=True, slots=True)
class NextPressed:
    pass


@dataclass(frozen=True, slots=True)
class BackPressed:
    pass


@dataclass(frozen=True, slots=True)
class HomePressed:
    """The rail's Home key; with one topic it says *Start over*."""


@dataclass(frozen=True, slots=True)
class StartOverPressed:
    pass


@dataclass(frozen=True, slots=True)
class HelpPressed:
    pass


@dataclass(frozen=True, slots=True)
class ClosePressed:
    """Closes what lies on top: the go key of a sheet, and Escape, which goes back where nothing does."""


@dataclass(frozen=True, slots=True)
class OverviewPressed:
    pass


@dataclass(frozen=True, slots=True)
class MorePressed:
    """*Tell me more* on a slide."""


@dataclass(frozen=True, slots=True)
class PicturePressed:
    pass


@dataclass(frozen=True, slots=True)
class EasierPressed:
    """*Make it easier*, which also closes it again."""


@dataclass(frozen=True, slots=True)
class TextSizeChosen:
    text_size: TextSize


@dataclass(frozen=True, slots=True)
class ContrastToggled:
    pass


@dataclass(frozen=True, slots=True)
class CalmMotionToggled:
    pass


@dataclass(frozen=True, slots=True)
class PartPressed:
    """The key *More* inside a page that was cut into parts; after the last part comes the first."""


@dataclass(frozen=True, slots=True)
class TopicChosen:
    topic: str


@dataclass(frozen=True, slots=True)
class SlideChosen:
    """A slide of the topic that is open, counted from 0."""

    slide: int


@dataclass(frozen=True, slots=True)
class StayPressed:
    pass


@dataclass(frozen=True, slots=True)
class WentIdle:
    """The one timer ran out: nobody touched anything for `Session.idle_seconds`."""


@dataclass(frozen=True, slots=True)
class CatalogArrived:
    catalog: Catalog


@dataclass(frozen=True, slots=True)
class DayCame:
    """It is this day now, by the clinic's local clock."""

    day: date


@dataclass(frozen=True, slots=True)
class PartsCounted:
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
    | PartsCounted
)

"""The screens: where a session can be. A screen holds its place and nothing that can be looked up.

`slide` counts from 0, `part` from 1. What the clinic sees as *Being updated* is `Attract` with a catalog that
has nothing to show: it has no place of its own, so it cannot disagree with the catalog.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from kiosk.core.session.preferences import Preferences

LAST_PART = 10_000
"""The last part of a screen, until its page has counted them."""


@dataclass(frozen=True, slots=True)
class Home:
    part: int = 1


@dataclass(frozen=True, slots=True)
class SlideOpen:
    topic: str
    slide: int
    part: int = 1


@dataclass(frozen=True, slots=True)
class Overview:
    topic: str
    slide: int
    part: int = 1


@dataclass(frozen=True, slots=True)
class MoreOpen:
    """The longer text over its slide."""

    topic: str
    slide: int
    part: int = 1


@dataclass(frozen=True, slots=True)
class Finish:
    topic: str
    part: int = 1


@dataclass(frozen=True, slots=True)
class PictureOpen:
    """The slide's picture over the whole page."""

    topic: str
    slide: int
    part: int = 1


@dataclass(frozen=True, slots=True)
class EasierOpen:
    """Make it easier; `below` is what *Done* returns to."""

    below: Home | SlideOpen | Overview | MoreOpen | PictureOpen | Finish | HelpOpen
    part: int = 1


Place: TypeAlias = Home | SlideOpen | Overview | MoreOpen | PictureOpen | Finish | EasierOpen


@dataclass(frozen=True, slots=True)
class TakeBack:
    """Where the session that ended by itself was, and how the patient had set it."""

    place: Place
    preferences: Preferences


@dataclass(frozen=True, slots=True)
class Attract:
    take_back: TakeBack | None = None
    is_updated: bool = False


@dataclass(frozen=True, slots=True)
class HelpOpen:
    """Get help now; `below` is what *Close* returns to."""

    below: Place | Attract
    part: int = 1


@dataclass(frozen=True, slots=True)
class StillThere:
    below: Place | HelpOpen


Screen: TypeAlias = (
    Attract
    | Home
    | SlideOpen
    | Overview
    | MoreOpen
    | PictureOpen
    | EasierOpen
    | HelpOpen
    | Finish
    | StillThere
)

"""The screens: where a session can be. A screen holds its place and nothing that can be looked up.

`slide` counts from 0, `part` from 1. What the clinic sees as *Being updated* is `Attract` with a catalog that
has nothing to show: it has no place of its own, so it cannot disagree with the catalog.
"""

from __future__ import annotations

from typing import TypeAlias

from msgspec import Struct

from kiosk.core.session.preferences import Preferences

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


class EasierOpen(Struct, frozen=True):
    """Make it easier; `below` is what *Done* returns to."""

    below: Home | SlideOpen | Overview | MoreOpen | EvidenceOpen | PictureOpen | Finish | HelpOpen
    part: int = 1


Place: TypeAlias = Home | SlideOpen | Overview | MoreOpen | EvidenceOpen | PictureOpen | Finish | EasierOpen


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


Screen: TypeAlias = (
    Attract
    | Home
    | SlideOpen
    | Overview
    | MoreOpen
    | EvidenceOpen
    | PictureOpen
    | EasierOpen
    | HelpOpen
    | Finish
    | StillThere
)

"""How one screen gives way to the next."""

from __future__ import annotations

from enum import Enum, auto

from kiosk.core.session.screens import (
    Attract,
    EasierOpen,
    EvidenceOpen,
    Finish,
    HelpOpen,
    Home,
    MoreOpen,
    Overview,
    PatientScreen,
    PictureOpen,
    QuestionsOpen,
    SlideOpen,
    StaffScreen,
    StillThere,
)
from kiosk.core.session.session import Session


class Motion(Enum):
    """ONWARD and BACK follow the reading direction; RISE and FALL are what lies on top; NONE changes at once."""

    NONE = auto()
    ONWARD = auto()
    BACK = auto()
    RISE = auto()
    FALL = auto()


def motion_between(before: Session, after: Session) -> Motion:
    """Nothing moves for staff or who chose calm motion, at *Still there?*, or where only a setting changed."""
    old, new = before.screen, after.screen
    if isinstance(old, StaffScreen) or isinstance(new, StaffScreen):
        return Motion.NONE
    is_calm = after.preferences.calm_motion or (before.preferences != after.preferences and after.is_begun)
    if is_calm or isinstance(old, StillThere) or isinstance(new, StillThere):
        return Motion.NONE
    if _height(old) != _height(new):
        return Motion.RISE if _height(new) > _height(old) else Motion.FALL
    if type(old) is type(new) and _place(old) == _place(new):
        return Motion.NONE
    return Motion.ONWARD if _place(new) > _place(old) else Motion.BACK


def _height(screen: PatientScreen) -> int:
    """How much lies below the screen."""
    match screen:
        case HelpOpen(below) | EasierOpen(below) | EvidenceOpen(below) | QuestionsOpen(below):
            return 1 + _height(below)
        case MoreOpen() | Overview() | PictureOpen():
            return 1
        case Attract() | Home() | SlideOpen() | Finish() | StillThere():
            return 0


def _place(screen: PatientScreen) -> tuple[int, int, int]:
    """Where the screen lies on the way from Attract to Finish."""
    match screen:
        case Attract() | StillThere():
            return 0, 0, 0
        case Home(part):
            return 1, 0, part
        case SlideOpen(_, slide, part) | MoreOpen(_, slide, part) | PictureOpen(_, slide, part):
            return 2, slide, part
        case EvidenceOpen(below, part) | QuestionsOpen(SlideOpen() as below, part):
            return 2, below.slide, part
        case Overview(part=part) | HelpOpen(part=part) | EasierOpen(part=part):
            return 2, 0, part
        case Finish(part=part) | QuestionsOpen(part=part):
            return 3, 0, part

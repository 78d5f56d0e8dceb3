"""What the session shows now, as plain data for a page to draw."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from kiosk.core.language import translator
from kiosk.core.session.screens import (
    Attract,
    Calibration,
    Cleaning,
    Desk,
    EasierOpen,
    EvidenceOpen,
    Finish,
    Gate,
    HelpOpen,
    Home,
    MoreOpen,
    Overview,
    PictureOpen,
    Preview,
    QuestionsOpen,
    SlideOpen,
    StillThere,
)
from kiosk.core.session.session import Session
from kiosk.core.views.attract import AttractView, UpdatingView, attract_view
from kiosk.core.views.easier import EasierView, easier_view
from kiosk.core.views.evidence import EvidenceView, evidence_view
from kiosk.core.views.finish import FinishView, finish_view
from kiosk.core.views.help import HelpView, help_view
from kiosk.core.views.home import HomeView, home_view
from kiosk.core.views.listen import with_listening
from kiosk.core.views.more import MoreView, more_view
from kiosk.core.views.overview import OverviewView, overview_view
from kiosk.core.views.picture import PictureView, picture_view
from kiosk.core.views.questions import QuestionsView, questions_view
from kiosk.core.views.slide import SlideView, slide_view
from kiosk.core.views.still_there import StillThereView, still_there_view

if TYPE_CHECKING:
    from kiosk.core.views.for_staff import StaffView

PatientView: TypeAlias = (
    AttractView
    | UpdatingView
    | HomeView
    | SlideView
    | OverviewView
    | MoreView
    | EvidenceView
    | PictureView
    | QuestionsView
    | EasierView
    | HelpView
    | FinishView
    | StillThereView
)
View: TypeAlias = "PatientView | StaffView"


def view_of(session: Session) -> View:
    return with_listening(_view_of(session), session)


def _view_of(session: Session) -> View:  # noqa: PLR0912 - a row a screen
    _ = translator(session.preferences.language, session.catalog)
    match session.screen:
        case Attract():
            return attract_view(session, _)
        case Home() as screen:
            return home_view(session, screen, _)
        case SlideOpen() as screen:
            return slide_view(session, screen, _)
        case Overview() as screen:
            return overview_view(session, screen, _)
        case MoreOpen() as screen:
            return more_view(session, screen, _)
        case EvidenceOpen() as screen:
            return evidence_view(session, screen, _)
        case PictureOpen() as screen:
            return picture_view(session, screen, _)
        case QuestionsOpen() as screen:
            return questions_view(session, screen, _)
        case EasierOpen() as screen:
            return easier_view(session, screen, _)
        case HelpOpen() as screen:
            return help_view(session, screen, _)
        case Finish() as screen:
            return finish_view(session, screen, _)
        case StillThere():
            return still_there_view(session, _)
        case Gate() | Desk() | Preview() | Calibration() | Cleaning() as screen:
            from kiosk.core.views.for_staff import view_for_staff  # noqa: PLC0415 - a start does without

            return view_for_staff(session, screen, _)

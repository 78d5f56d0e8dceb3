"""What staff's screens show. Loaded when the first of them is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from kiosk.core.language import Translate
from kiosk.core.session.screens import Calibration, Cleaning, Desk, Gate, Preview, StaffScreen
from kiosk.core.session.session import Session
from kiosk.core.session.staff import session_in_preview
from kiosk.core.views.calibration import CalibrationView, calibration_view
from kiosk.core.views.cleaning import CleaningView, cleaning_view
from kiosk.core.views.desk import DeskView, desk_view
from kiosk.core.views.gate import GateView, gate_view
from kiosk.core.views.preview import in_preview

if TYPE_CHECKING:
    from kiosk.core.views.view import View

StaffView: TypeAlias = GateView | DeskView | CalibrationView | CleaningView


def view_for_staff(session: Session, screen: StaffScreen, _: Translate) -> View:
    match screen:
        case Gate():
            return gate_view(screen, _)
        case Desk():
            return desk_view(session, screen, _)
        case Preview():
            from kiosk.core.views.view import view_of  # noqa: PLC0415 - a preview shows any view

            return in_preview(view_of(session_in_preview(session, screen)), _)
        case Calibration():
            return calibration_view(screen, _)
        case Cleaning():
            return cleaning_view(screen, _)

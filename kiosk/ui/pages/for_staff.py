"""Which page draws which of staff's views. Loaded when the first of them is shown."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from kiosk.core.views.calibration import CalibrationView
from kiosk.core.views.cleaning import CleaningView
from kiosk.core.views.desk import DeskView
from kiosk.core.views.for_staff import StaffView
from kiosk.core.views.gate import GateView
from kiosk.ui.pages.calibration import CalibrationPage
from kiosk.ui.pages.cleaning import CleaningPage
from kiosk.ui.pages.desk import DeskPage
from kiosk.ui.pages.gate import GatePage
from kiosk.ui.pages.page import Kit, Page


def page_for_staff(
    view: StaffView, parent: QWidget, kit: Kit, size: QSize, clock: Callable[[], float]
) -> Page:
    """`size` is that of the page, without the rail; `clock` gives seconds."""
    match view:
        case GateView():
            return GatePage(parent, kit, size, view, clock)
        case DeskView():
            return DeskPage(parent, kit, size, view, clock)
        case CalibrationView():
            return CalibrationPage(parent, kit, size, view)
        case CleaningView():
            return CleaningPage(parent, kit, size, view, clock)

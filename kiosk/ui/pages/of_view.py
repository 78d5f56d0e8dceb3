"""Which page draws which view. A page is loaded when it is first drawn: only the cover is needed at the start."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from kiosk.core.views.attract import AttractView, UpdatingView
from kiosk.core.views.easier import EasierView
from kiosk.core.views.evidence import EvidenceView
from kiosk.core.views.finish import FinishView
from kiosk.core.views.help import HelpView
from kiosk.core.views.home import HomeView
from kiosk.core.views.more import MoreView
from kiosk.core.views.overview import OverviewView
from kiosk.core.views.picture import PictureView
from kiosk.core.views.questions import QuestionsView
from kiosk.core.views.slide import SlideView
from kiosk.core.views.still_there import StillThereView
from kiosk.core.views.view import View
from kiosk.ui.pages.attract import AttractPage, UpdatingPage
from kiosk.ui.pages.page import Kit, Page


def page_of(  # noqa: PLR0912 - a row a view
    view: View, parent: QWidget, kit: Kit, size: QSize, clock: Callable[[], float]
) -> Page:
    """`size` is that of the page, without the rail; `clock` gives seconds."""
    match view:
        case AttractView():
            return AttractPage(parent, kit, size, view)
        case UpdatingView():
            return UpdatingPage(parent, kit, size, view)
        case HomeView():
            from kiosk.ui.pages.home import HomePage

            return HomePage(parent, kit, size, view)
        case SlideView():
            from kiosk.ui.pages.slide import SlidePage

            return SlidePage(parent, kit, size, view)
        case OverviewView():
            from kiosk.ui.pages.overview import OverviewPage

            return OverviewPage(parent, kit, size, view)
        case MoreView():
            from kiosk.ui.pages.more import MorePage

            return MorePage(parent, kit, size, view)
        case EvidenceView():
            from kiosk.ui.pages.evidence import EvidencePage

            return EvidencePage(parent, kit, size, view)
        case PictureView():
            from kiosk.ui.pages.picture import PicturePage

            return PicturePage(parent, kit, size, view)
        case QuestionsView():
            from kiosk.ui.pages.questions import QuestionsPage

            return QuestionsPage(parent, kit, size, view)
        case EasierView():
            from kiosk.ui.pages.easier import EasierPage

            return EasierPage(parent, kit, size, view)
        case HelpView():
            from kiosk.ui.pages.help import HelpPage

            return HelpPage(parent, kit, size, view)
        case FinishView():
            from kiosk.ui.pages.finish import FinishPage

            return FinishPage(parent, kit, size, view)
        case StillThereView():
            from kiosk.ui.pages.still_there import StillTherePage

            return StillTherePage(parent, kit, size, view, clock)
        case _:
            from kiosk.ui.pages.for_staff import page_for_staff

            return page_for_staff(view, parent, kit, size, clock)

"""Which page draws which view."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from kiosk.core.views.attract import AttractView, UpdatingView
from kiosk.core.views.easier import EasierView
from kiosk.core.views.finish import FinishView
from kiosk.core.views.help import HelpView
from kiosk.core.views.home import HomeView
from kiosk.core.views.more import MoreView
from kiosk.core.views.overview import OverviewView
from kiosk.core.views.picture import PictureView
from kiosk.core.views.slide import SlideView
from kiosk.core.views.still_there import StillThereView
from kiosk.core.views.view import View
from kiosk.ui.pages.attract import AttractPage, UpdatingPage
from kiosk.ui.pages.easier import EasierPage
from kiosk.ui.pages.finish import FinishPage
from kiosk.ui.pages.help import HelpPage
from kiosk.ui.pages.home import HomePage
from kiosk.ui.pages.more import MorePage
from kiosk.ui.pages.overview import OverviewPage
from kiosk.ui.pages.page import Kit, Page
from kiosk.ui.pages.picture import PicturePage
from kiosk.ui.pages.slide import SlidePage
from kiosk.ui.pages.still_there import StillTherePage


def page_of(view: View, parent: QWidget, kit: Kit, size: QSize, clock: Callable[[], float]) -> Page:
    """`size` is that of the page, without the rail; `clock` gives seconds."""
    match view:
        case AttractView():
            return AttractPage(parent, kit, size, view)
        case UpdatingView():
            return UpdatingPage(parent, kit, size, view)
        case HomeView():
            return HomePage(parent, kit, size, view)
        case SlideView():
            return SlidePage(parent, kit, size, view)
        case OverviewView():
            return OverviewPage(parent, kit, size, view)
        case MoreView():
            return MorePage(parent, kit, size, view)
        case PictureView():
            return PicturePage(parent, kit, size, view)
        case EasierView():
            return EasierPage(parent, kit, size, view)
        case HelpView():
            return HelpPage(parent, kit, size, view)
        case FinishView():
            return FinishPage(parent, kit, size, view)
        case StillThereView():
            return StillTherePage(parent, kit, size, view, clock)

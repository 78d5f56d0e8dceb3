"""A slide's picture over the whole page; a touch on it closes it again."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from kiosk.core.session.events import ClosePressed
from kiosk.core.views.picture import PictureView
from kiosk.core.views.rail import Key, KeyName
from kiosk.ui.pages.page import Kit, Page
from kiosk.ui.widgets.target import Area

_CLOSE = Key(KeyName.PICTURE, "", ClosePressed())


class PicturePage(Page):
    def __init__(self, parent: QWidget, kit: Kit, size: QSize, view: PictureView) -> None:
        super().__init__(parent, kit, size)
        inset = self.px(16)
        if view.image:
            box = self.rect().adjusted(inset, inset, -inset, -inset)
            self.add_picture(view.image, view.alt, box, may_move=True)
        self.add_target(Area(self, _CLOSE), self.rect())
        self.mirror()

"""The staff desk: one or two white panels; what does not fit is on further parts."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime

from msgspec.structs import replace
from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from kiosk.core.digits import in_digits
from kiosk.core.session.preferences import TextSize
from kiosk.core.views.desk import DeskView, Panel
from kiosk.ui.countdown import Countdown
from kiosk.ui.flow import Piece, cut_into_parts, height_of
from kiosk.ui.pages.page import MARGIN, Kit, Page
from kiosk.ui.pages.panel import PAD, PanelBuilder
from kiosk.ui.theme import Role
from kiosk.ui.widgets.key import key_height
from kiosk.ui.widgets.marks import Note, Sheet

WIDE_SHARE = 0.57
"""Of the width for the wider of two panels."""
LEAST_SHARE = 0.45
"""Of a part's height: a panel that does not fit whole begins where at least this is left."""


class DeskPage(Page):
    """`clock` gives seconds."""

    changes_by_itself = True

    def __init__(
        self, parent: QWidget, kit: Kit, size: QSize, view: DeskView, clock: Callable[[], float]
    ) -> None:
        super().__init__(parent, _on_a_desk(kit), size)
        self._view = view
        self._now = datetime.now().astimezone()
        self._closes: Note | None = None
        self._countdown = Countdown(self, view.seconds, clock, self._show_left)
        m = self.px(MARGIN)
        top = self._add_head(QRect(m, self.px(16), self.width() - 2 * m, self.px(100)))
        box = QRect(m, top, self.width() - 2 * m, self.height() - top - self.px(20))
        if len(view.panels) == 2 and not self.style_.is_portrait and not self.style_.step:
            self._add_beside(box)
        else:
            self._add_below(box)
        self.mirror()

    def count_on(self, passed: float) -> None:
        self._countdown.start(passed)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._countdown.start()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._countdown.stop()

    def _add_head(self, box: QRect) -> int:
        """The desk's name, the clinic's, and when it closes, on one line where they fit; return the y below."""
        view, gap = self._view, self.px(28)
        title = self.set_text(Role.SHEET_TITLE, view.title)
        clinic = self.set_text(Role.SIGN, view.clinic, colour=self.style_.palette.ink2)
        closes = Note(self, self.style_, self._closes_in(view.seconds), "clock")
        closes.place(box.x(), box.y(), box.width())
        wide = title.width_at(box.width()) + 2
        is_one_line = wide + gap + closes.width() <= box.width()
        below = self.add_text(title, box.x(), box.y(), box.width() if not is_one_line else wide)
        y = below - self.px(16) - (closes.foot - closes.y())
        if is_one_line:
            closes.move(box.right() + 1 - closes.width(), y)
            left = box.x() + wide + gap
            room = closes.x() - gap - left
            if view.clinic and clinic.width_at(box.width()) <= room:
                self.add_text(clinic, left, below - self.px(12) - clinic.line_height, room)
        else:
            closes.move(box.x(), below)
            below = closes.foot
        self._closes = closes
        return below + self.px(16)

    def _closes_in(self, left: int) -> str:
        minutes, seconds = divmod(left, 60)
        closes = self._view.closes.replace("{minutes}", self.style_.number(minutes))
        return closes.replace("{seconds}", in_digits(f"{seconds:02}", self.style_.digits))

    def _show_left(self, left: int) -> None:
        if self._closes:
            self._closes.say(self._closes_in(left))

    def _builder(self, panel: Panel, box: QRect) -> PanelBuilder:
        pad, turner = self.px(PAD), key_height(self.style_) + self.style_.gap
        room = box.height() - 2 * pad - turner
        return PanelBuilder(self, panel, box.width() - 2 * pad, room, self._now)

    def _add_beside(self, box: QRect) -> None:
        """The panel with the most to read at the leading side. Both turn together."""
        panels = sorted(self._view.panels, key=lambda panel: not panel.is_wide)
        gap = self.px(28)
        wide = round((box.width() - gap) * WIDE_SHARE)
        boxes = (
            QRect(box.x(), box.y(), wide, box.height()),
            QRect(box.x() + wide + gap, box.y(), box.width() - gap - wide, box.height()),
        )
        pad, turner = self.px(PAD), key_height(self.style_) + self.style_.gap
        columns, with_turner = [], None
        for panel, place in zip(panels, boxes, strict=True):
            builder = self._builder(panel, place)
            room = place.height() - 2 * pad
            parts = cut_into_parts(builder.pieces, builder.width, room)
            if len(parts) > 1 and with_turner is None:
                with_turner = place
                parts = cut_into_parts(builder.pieces, builder.width, room - turner)
            columns.append((builder, place, parts))
        self.parts = max(len(parts) for _, _, parts in columns)
        for builder, place, parts in columns:
            Sheet(self, self.style_).setGeometry(place)
            here = parts[min(self._view.part, len(parts)) - 1]
            self.add_pieces(here, place.x() + pad, place.y() + pad, builder.width)
        if with_turner:
            inside = with_turner.adjusted(pad, pad, -pad, -pad)
            self.add_part_turner(self._view.part_label, self._view.part_key, inside)

    def _add_below(self, box: QRect) -> None:
        """The panels below each other, each on its own sheet, as many on a part as fit."""
        builders = [self._builder(panel, box) for panel in self._view.panels]
        pages = self._pages(builders, box.height())
        if len(pages) > 1:
            pages = self._pages(builders, box.height() - key_height(self.style_) - self.style_.gap)
        self.parts = len(pages)
        y = box.y()
        for builder, pieces in pages[min(self._view.part, self.parts) - 1]:
            high = height_of(pieces, builder.width) + 2 * self.px(PAD)
            sheet = QRect(box.x(), y, box.width(), high)
            Sheet(self, self.style_).setGeometry(sheet)
            pad = self.px(PAD)
            self.add_pieces(pieces, sheet.x() + pad, sheet.y() + pad, builder.width)
            y += high + self.style_.gap
        if self.parts > 1:
            self.add_part_turner(self._view.part_label, self._view.part_key, box)

    def _pages(
        self, builders: Sequence[PanelBuilder], room: int
    ) -> list[list[tuple[PanelBuilder, list[Piece]]]]:
        """Each page's panels, or what of them is on it."""
        pages: list[list[tuple[PanelBuilder, list[Piece]]]] = [[]]
        left, pad = room, 2 * self.px(PAD)
        for builder in builders:
            waiting, width = list(builder.pieces), builder.width
            while waiting:
                is_short = height_of(waiting, width) + pad > left and left < room * LEAST_SHARE
                is_short |= waiting[0].height_at(width) + pad > left
                if pages[-1] and is_short:
                    pages.append([])
                    left = room
                here, *others = cut_into_parts(waiting, width, left - pad)
                pages[-1].append((builder, here))
                left -= height_of(here, width) + pad + self.style_.gap
                waiting = [piece for part in others for piece in part]
                if waiting:
                    left = 0
        return pages


def _on_a_desk(kit: Kit) -> Kit:
    """A small screen has no room for rows of keys in a patient's largest text: there it is large, and less in parts."""
    preferences = kit.style.preferences
    if not kit.style.true.is_small or preferences.text_size is not TextSize.LARGEST:
        return kit
    large = replace(preferences, text_size=TextSize.LARGE)
    return replace(kit, style=replace(kit.style, preferences=large))

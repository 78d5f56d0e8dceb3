"""The staff gate: what it is at one side, the PIN pad at the other."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QHideEvent, QPainter, QPaintEvent, QPen, QShowEvent
from PySide6.QtWidgets import QLabel, QWidget

from kiosk.core.session.events import WaitEnded
from kiosk.core.views.gate import GateView
from kiosk.core.views.slide import Tone
from kiosk.ui.countdown import Countdown
from kiosk.ui.pages.page import Kit, Page
from kiosk.ui.painting import guarded
from kiosk.ui.theme import Role, Style
from kiosk.ui.typeset import Typeset
from kiosk.ui.widgets.key import LIP, KeyButton, Look, key_width
from kiosk.ui.widgets.marks import CountRing, MessageCard, RoundMark
from kiosk.ui.widgets.prose import Prose

PAD_WIDTH, FIELD, KEY, LEAST_KEY = 620, 104, 142, 118
SIGN = 120
LEAST_SCALE = 0.3


class GatePage(Page):
    """`clock` gives seconds."""

    is_whole = True

    changes_by_itself = True
    is_typing = True

    def __init__(
        self, parent: QWidget, kit: Kit, size: QSize, view: GateView, clock: Callable[[], float]
    ) -> None:
        super().__init__(parent, kit, size)
        self._view = view
        self.enter = view.enter.event
        self._scale = 1.0
        self._has_sign = True
        self._lead: Prose | None = None
        self._warning: Prose | None = None
        self._ring: CountRing | None = None
        self._closes = Countdown(self, view.seconds, clock, self._show_left)
        self._wait = Countdown(self, view.wait, clock, self._show_wait) if view.wait else None
        self._build()
        self.mirror()

    def count_on(self, passed: float) -> None:
        self._closes.start(passed)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        for countdown in self._countdowns():
            countdown.start()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        for countdown in self._countdowns():
            countdown.stop()

    def _countdowns(self) -> list[Countdown]:
        return [each for each in (self._closes, self._wait) if each]

    def _build(self) -> None:
        pad, words = self._boxes()
        self._fit_words(words)
        if self._view.digits:
            self._add_pad(pad)
        elif self._wait:
            self._ring = CountRing(self, self.style_, self._view.wait, self._view.unit)
            self._ring.place(pad)
        y = words.y()
        if not self.style_.is_portrait:
            y += max(0, (words.height() - self._words_height(words.width())) // 2)
        self._add_words(QRect(words.x(), y, words.width(), words.height()))

    def _boxes(self) -> tuple[QRect, QRect]:
        """Where the pad stands, and the words beside or above it."""
        top = self.px(36)
        field = self._field if self._has_field_on_pad else 0
        room = self.height() - 2 * top - field
        gap = self.style_.gap
        key = max(self._least_key, min(self.px(KEY), room // 4 - gap))
        width, height = self._pad_width, field + 4 * (key + gap)
        if self.style_.is_portrait:
            pad = QRect((self.width() - width) // 2, self.height() - height - self.px(70), width, height)
            m = self.px(72)
            return pad, QRect(m, self.px(64), self.width() - 2 * m, pad.y() - self.px(64 + 40))
        edge, between = (150, 72) if not self.style_.true.is_small else (48, 44)
        x = self.width() - self.px(edge) - width
        pad = QRect(x, (self.height() - height) // 2, width, height)
        left = self.px(edge if not self.style_.step else min(edge, 72))
        return pad, QRect(left, top, x - left - self.px(between), self.height() - 2 * top)

    @property
    def _least_key(self) -> int:
        return self.style_.side(LEAST_KEY) + self.px(LIP)

    @property
    def _pad_width(self) -> int:
        named = max(key_width(self.style_, key, Look.RAIL) for key in (self._view.erase, self._view.enter))
        return max(self.px(PAD_WIDTH), 3 * max(named, self._least_key) + 2 * self.style_.gap)

    @property
    def _field(self) -> int:
        return self.px(FIELD + 8)

    @property
    def _has_field_on_pad(self) -> bool:
        """Whether the dots stand over the digits; on a low screen they stand under the words."""
        keys = 4 * (self._least_key + self.style_.gap)
        return self.style_.is_portrait or self._field + keys + 2 * self.px(36) <= self.height()

    def _add_pad(self, box: QRect) -> None:
        pad = PinPad(self, self.style_, self._view, box.size(), has_field=self._has_field_on_pad)
        pad.move(box.topLeft())
        pad.press = self.happened.emit

    def _texts(self) -> tuple[Typeset, Typeset, Typeset | None]:
        view, scale = self._view, self._scale
        title = self.set_text(Role.TITLE, view.title, is_balanced=True, scale=scale)
        lead = self._lead_text(view.seconds)
        return title, lead, self._warning_text(view.wait) if view.warning else None

    def _lead_text(self, left: int) -> Typeset:
        text = self._view.lead.replace("{seconds}", self.style_.number(left))
        return self.set_text(Role.BODY_DENSE, text, scale=self._scale)

    def _warning_text(self, left: int) -> Typeset:
        text = self._view.warning.replace("{seconds}", self.style_.number(left))
        return self.set_text(Role.URGE, text, scale=self._scale)

    def _fit_words(self, box: QRect) -> None:
        while self._words_height(box.width()) > box.height() and self._scale > LEAST_SCALE:
            self._scale -= 0.05
        self._has_sign = self._words_height(box.width()) <= box.height()

    @property
    def _sign(self) -> int:
        return self.px(SIGN * self._scale) if self._has_sign else 0

    @property
    def _inset(self) -> int:
        """From the warning's edge to its words: the icon stands there."""
        return self.px(36 + 46 + 24)

    def _words_height(self, width: int) -> int:
        title, lead, warning = self._texts()
        field = 0 if self._has_field_on_pad else self._field + self.px(20)
        height = field + self._sign + self.px(36 + 12) + title.height_at(width) + lead.height_at(width)
        if warning:
            height += warning.height_at(width - self._inset - self.px(36)) + self.px(32 + 48)
        return height

    def _add_words(self, box: QRect) -> None:
        title, lead, warning = self._texts()
        palette = self.style_.palette
        y = box.y()
        if self._has_sign:
            sign = RoundMark(self, "lock-key", palette.on_pill, palette.pill)
            sign.setGeometry(box.x(), y, self._sign, self._sign)
            y += self._sign + self.px(36)
        y = self.add_text(title, box.x(), y, box.width()) + self.px(12)
        self._lead = Prose(self, lead)
        y = self._lead.place(box.x(), y, box.width()) + self.px(32)
        if self._view.digits and not self._has_field_on_pad:
            field = PinField(self, self.style_, self._view)
            field.setGeometry(box.x(), y, min(box.width(), self.px(PAD_WIDTH)), self.px(FIELD))
            y += self._field + self.px(20)
        if not warning:
            return
        inner = box.width() - self._inset - self.px(36)
        high = warning.height_at(inner) + self.px(48)
        wide = min(box.width(), warning.width_at(inner) + self._inset + self.px(40))
        MessageCard(self, self.style_, Tone.CARE, has_sun=False).setGeometry(box.x(), y, wide, high)
        RoundMark(self, "warning", palette.red, None).setGeometry(
            box.x() + self.px(36), y + (high - self.px(46)) // 2, self.px(46), self.px(46)
        )
        self._warning = Prose(self, warning)
        self._warning.place(box.x() + self._inset, y + self.px(24), wide - self._inset - self.px(36))

    def _show_left(self, left: int) -> None:
        if self._lead:
            self._lead.say(self._lead_text(left))

    def _show_wait(self, left: int) -> None:
        if left == 0:
            self.happened.emit(WaitEnded())
            return
        if self._ring:
            self._ring.show_left(left)
        if self._warning:
            self._warning.say(self._warning_text(left))


class PinPad(QWidget):
    """Never mirrored: telephones have their digits in the same order in every script."""

    def __init__(
        self, parent: QWidget, style: Style, view: GateView, size: QSize, *, has_field: bool = True
    ) -> None:
        super().__init__(parent)
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.resize(size)
        self.press: Callable[[object], object] = lambda _event: None
        gap, field = style.gap, style.px(FIELD + 8) if has_field else 0
        if has_field:
            PinField(self, style, view).setGeometry(0, 0, size.width(), style.px(FIELD))
        wide = (size.width() - 2 * gap) // 3
        high = (size.height() - field) // 4 - gap
        keys = (*view.digits[:9], view.erase, view.digits[9], view.enter)
        for place, key in enumerate(keys):
            row, column = divmod(place, 3)
            look = Look.DIGIT if key in view.digits else Look.RAIL
            button = KeyButton(self, style, key, look)
            top = field + gap + row * (high + gap)
            button.setGeometry(column * (wide + gap), top, wide, high)
            button.fit()
            button.clicked.connect(lambda *_, event=key.event: self.press(event))


class PinField(QLabel):
    """A dot for each digit, and a mark where the next one goes. A screen reader hears how many there are."""

    def __init__(self, parent: QWidget, style: Style, view: GateView) -> None:
        super().__init__(parent)
        self._style, self._typed = style, view.typed
        self.setAccessibleName(view.spoken)

    @guarded
    def paintEvent(self, _event: QPaintEvent) -> None:
        style, palette = self._style, self._style.palette
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        stroke = style.px(palette.stroke)
        half, radius = stroke / 2, style.px(24)
        painter.setPen(QPen(palette.line, stroke))
        painter.setBrush(palette.surface)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(half, half, -half, -half), radius, radius)
        dot, gap = style.px(36), style.px(28)
        if self._typed > 7:
            dot, gap = style.px(26), style.px(18)
        left = (self.width() - self._typed * (dot + gap) - style.px(6)) / 2
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(palette.ink)
        for place in range(self._typed):
            painter.drawEllipse(QRectF(left + place * (dot + gap), (self.height() - dot) / 2, dot, dot))
        painter.setBrush(palette.teal)
        bar = QRectF(left + self._typed * (dot + gap), 0, style.px(6), style.px(56))
        bar.moveTop((self.height() - bar.height()) / 2)
        painter.drawRoundedRect(bar, style.px(3), style.px(3))

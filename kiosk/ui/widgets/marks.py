"""Small painted things: a note with an icon, the message's card, the countdown's ring."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel, QWidget

from kiosk.core.bidi import without_marks
from kiosk.core.views.slide import Tone
from kiosk.ui.icons import icons
from kiosk.ui.painting import guarded
from kiosk.ui.theme import Role, Style
from kiosk.ui.typeset import Typeset
from kiosk.ui.widgets.prose import Prose


def paint_ground(painter: QPainter, box: QRect, colour: QColor) -> None:
    """Fill the box. The first `fillRect` of a program makes PySide load its types of gradients: 2 ms of the start."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawRect(box)


class Note(QLabel):
    """Quiet text, mostly one line, with an icon before it where one is named."""

    def __init__(
        self, parent: QWidget, style: Style, text: str, icon: str = "", role: Role = Role.LABEL
    ) -> None:
        super().__init__(without_marks(text), parent)
        self._style, self._role, self._icon = style, role, icon if icons() else ""
        self.typeset = Typeset(style, role, text, colour=style.palette.ink2)
        self.setTextFormat(Qt.TextFormat.PlainText)

    def place(self, x: int, y: int, width: int) -> int:
        """Put it there, as wide as it needs and at most this wide; return the y below it."""
        inner = width - self._icon_room
        wide = self.typeset.width_at(inner) + self._icon_room + 1
        high, rim = self.typeset.height_at(inner), self.typeset.rim
        self.setGeometry(x, y - rim, min(width, wide), high + 2 * rim)
        return y + high

    def say(self, text: str) -> None:
        """Show another text in the same place."""
        self.typeset = Typeset(self._style, self._role, text, colour=self._style.palette.ink2)
        self.setText(self.typeset.spoken)
        self.update()

    @property
    def foot(self) -> int:
        """The y below its last line."""
        return self.y() + self.height() - self.typeset.rim

    @property
    def _icon_room(self) -> int:
        return round(self.typeset.line_height * 1.2) if self._icon else 0

    @guarded
    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.translate(0, self.typeset.rim)
        room, line = self._icon_room, self.typeset.line_height
        is_rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        if room:
            size = line * 0.86
            box = QRectF(self.width() - size if is_rtl else 0, (line - size) / 2, size, size)
            icons().draw(painter, self._icon, box, self._style.palette.ink2)
        painter.translate(0 if is_rtl else room, 0)
        self.typeset.draw(painter, self.width() - room)


class MessageCard(QWidget):
    """The ground of the key message; half a sun rises in it where there is room."""

    def __init__(self, parent: QWidget, style: Style, tone: Tone, *, has_sun: bool) -> None:
        super().__init__(parent)
        self._style, self._tone, self._has_sun = style, tone, has_sun

    @guarded
    def paintEvent(self, _event: QPaintEvent) -> None:
        style, palette = self._style, self._style.palette
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        is_care = self._tone is Tone.CARE
        border = palette.card_border if is_care else palette.lemon_border
        stroke = style.px(5) if border else 0
        half, radius = stroke / 2, style.px(28)
        shape = QPainterPath()
        shape.addRoundedRect(QRectF(self.rect()).adjusted(half, half, -half, -half), radius, radius)
        painter.setPen(QPen(border, stroke) if border else Qt.PenStyle.NoPen)
        painter.setBrush(palette.peach if is_care else palette.lemon)
        painter.drawPath(shape)
        if self._has_sun and palette.sun and not is_care:
            size, inset = style.px(172), style.px(40)
            is_rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
            sun = QRectF(inset if is_rtl else self.width() - inset - size, 0, size, size)
            sun.moveTop(self.height() - size / 2)
            painter.setClipPath(shape)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(palette.sun)
            painter.drawEllipse(sun)


class Ring(QWidget):
    """The countdown: an arc that is as long as the share of the time that is left, 0 to 1."""

    def __init__(self, parent: QWidget, style: Style) -> None:
        super().__init__(parent)
        self._style, self._share = style, 1.0

    def show_share(self, share: float) -> None:
        self._share = share
        self.update()

    @guarded
    def paintEvent(self, _event: QPaintEvent) -> None:
        palette = self._style.palette
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(palette.surface)
        painter.drawEllipse(QRectF(self.rect()))
        width = self._style.px(34)
        inset = self._style.px(10) + width / 2
        arc = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        painter.setPen(QPen(QColor(palette.teal), width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.drawArc(arc, 90 * 16, round(-360 * 16 * self._share))


class CountRing(Ring):
    """The ring with the seconds that are left in it."""

    def __init__(self, parent: QWidget, style: Style, seconds: int, unit: str) -> None:
        super().__init__(parent, style)
        self._seconds, self._unit = seconds, unit

    def place(self, box: QRect) -> None:
        """Put it in the middle of the box, as large as it allows."""
        size = min(box.width(), box.height())
        self.setGeometry(box.center().x() - size // 2, box.center().y() - size // 2, size, size)
        self.show_left(self._seconds)

    def show_left(self, left: int) -> None:
        self.setAccessibleName(f"{left} {self._unit}")
        for old in self.findChildren(Prose):
            old.setParent(None)
        width = self.width()
        scale = min(1.0, width / self._style.px(518))
        number = Typeset(self._style, Role.COUNT, self._style.number(left), is_centred=True, scale=scale)
        unit = Typeset(self._style, Role.STILL_NOTE, self._unit, is_centred=True, scale=scale)
        top = (self.height() - number.height_at(width) - unit.height_at(width)) // 2
        for text in (number, unit):
            label = Prose(self, text)
            top = label.place(0, top, width)
            label.show()
        self.show_share(left / self._seconds)


class RoundMark(QWidget):
    """An icon, in a circle where that has a colour; the circle has a border where cards have one."""

    def __init__(
        self, parent: QWidget, icon: str, colour: QColor, ground: QColor | None, border: QColor | None = None
    ) -> None:
        super().__init__(parent)
        self._icon, self._colour, self._ground, self._border = icon, colour, ground, border

    @guarded
    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box, inset = QRectF(self.rect()), 0.0
        if self._ground:
            stroke = self.width() * 0.05 if self._border else 0.0
            painter.setPen(QPen(self._border, stroke) if self._border else Qt.PenStyle.NoPen)
            painter.setBrush(self._ground)
            half = stroke / 2
            painter.drawEllipse(box.adjusted(half, half, -half, -half))
            inset = box.width() * 0.24
        icons().draw(painter, self._icon, box.adjusted(inset, inset, -inset, -inset), self._colour)


class Sheet(QWidget):
    """A white card under other things."""

    def __init__(self, parent: QWidget, style: Style) -> None:
        super().__init__(parent)
        self._style = style

    @guarded
    def paintEvent(self, _event: QPaintEvent) -> None:
        style, palette = self._style, self._style.palette
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        stroke = style.px(palette.stroke) if palette.card_border else 0
        painter.setPen(QPen(palette.card_border, stroke) if palette.card_border else Qt.PenStyle.NoPen)
        painter.setBrush(palette.surface)
        half, radius = stroke / 2, style.px(32)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(half, half, -half, -half), radius, radius)


class Rule(QWidget):
    """A hairline between rows: decoration."""

    def __init__(self, parent: QWidget, style: Style) -> None:
        super().__init__(parent)
        self._colour = style.palette.card_border or style.palette.rail

    @guarded
    def paintEvent(self, _event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), self._colour)

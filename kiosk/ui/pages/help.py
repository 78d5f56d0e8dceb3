"""Get help now: the signs, and one red card that says what to do."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel, QWidget

from kiosk.core.views.help import CallStep, HelpView, Sign, UrgentSign
from kiosk.ui.flow import BoxPiece, Piece, cut_into_parts
from kiosk.ui.icons import icons
from kiosk.ui.pages.page import MARGIN, Kit, Page
from kiosk.ui.theme import Role, Style
from kiosk.ui.typeset import Typeset
from kiosk.ui.widgets.key import key_height
from kiosk.ui.widgets.prose import Prose

EDGE, CARD_TOP, CARD_WIDTH = 74, 48, 740
_SIGN_ICONS = {
    Sign.BLADDER: "toilet-paper",
    Sign.NUMB: "person-simple",
    Sign.LEGS: "person-simple-walk",
    Sign.FEVER: "thermometer-hot",
}


class HelpPage(Page):
    def __init__(self, parent: QWidget, kit: Kit, size: QSize, view: HelpView) -> None:
        super().__init__(parent, kit, size)
        self._view = view
        column = self._build_upright() if self.style_.is_portrait else self._build_beside()
        self._add_signs(column)
        self.mirror()

    @property
    def ground(self) -> QColor:
        return self.style_.palette.peach

    def _build_beside(self) -> QRect:
        """The card at the trailing side; return the column for the signs."""
        width = min(self.px(CARD_WIDTH), round(self.width() * 0.4))
        top, m = self.px(CARD_TOP), self.px(MARGIN)
        card = QRect(self.width() - m - width, top, width, self.height() - top - self.px(40))
        CallCard(self, self.style_, self._view, card)
        x = self.px(EDGE)
        return QRect(x, self.px(44), card.x() - x - self.px(40), self.height() - self.px(44 + 34))

    def _build_upright(self) -> QRect:
        """The card below; return the column for the signs above it."""
        m = self.px(MARGIN)
        room = QRect(m, 0, self.width() - 2 * m, round(self.height() * 0.46))
        card = CallCard(self, self.style_, self._view, room)
        height = card.height_needed()
        card.setGeometry(m, self.height() - height - self.px(30), room.width(), height)
        top = self.px(44)
        return QRect(m, top, room.width(), card.y() - top - self.px(30))

    def _add_signs(self, column: QRect) -> None:
        view = self._view
        title = self.set_text(Role.TITLE, view.title, is_balanced=True)
        y = self.add_text(title, column.x(), column.y(), column.width()) + self.px(8)
        lead = self.set_text(Role.SIGN, view.lead)
        if view.lead and view.part == 1:
            self.add_text(lead, column.x(), y, column.width())
        y += lead.height_at(column.width()) + self.px(18) if view.lead else 0
        pieces: list[Piece] = [self._sign_piece(sign, column.width()) for sign in view.signs]
        room = column.bottom() + 1 - y
        parts = cut_into_parts(pieces, column.width(), room)
        if len(parts) > 1 or view.more:
            turner = key_height(self.style_) + self.px(16)
            more = self.flow_of(view.more, Role.SIGN)
            parts = cut_into_parts(pieces, column.width(), room - turner)
            if more:
                parts += cut_into_parts(more, column.width(), room - turner)
        self.parts = len(parts)
        self.add_pieces(parts[min(view.part, self.parts) - 1], column.x(), y, column.width())
        if self.parts > 1:
            self.add_part_turner(view.part_label, view.part_key, column)

    def _sign_piece(self, sign: UrgentSign, width: int) -> BoxPiece:
        size, gap = self.px(104 if not self.style_.step else 120), self.px(32)
        strong = tuple(run for run in sign.runs if run.strong)
        rest = "".join(run.text for run in sign.runs if not run.strong).strip()
        lines = [self.set_text(Role.SIGN, strong)] if strong else []
        if rest:
            lines.append(self.set_text(Role.SIGN, rest))
        inner = width - size - gap
        text_height = sum(line.height_at(inner) for line in lines)
        height = max(size, text_height)

        def build(x: int, y: int, _width: int) -> None:
            SignMark(self, self.style_, sign.sign).setGeometry(x, y + (height - size) // 2, size, size)
            below = y + (height - text_height) // 2
            for line in lines:
                below = self.add_text(line, x + size + gap, below, inner)

        return BoxPiece(height, self.px(30), build)


class SignMark(QWidget):
    """The white circle beside a sign, with its drawing, or a plain mark where the clinic wrote its own."""

    def __init__(self, parent: QWidget, style: Style, sign: Sign | None) -> None:
        super().__init__(parent)
        self._style, self._sign = style, sign

    def paintEvent(self, _event: QPaintEvent) -> None:
        palette, box = self._style.palette, QRectF(self.rect())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        stroke = self._style.px(palette.stroke) if palette.card_border else 0
        painter.setPen(QPen(palette.card_border, stroke) if palette.card_border else QPen(palette.surface, 0))
        painter.setBrush(palette.surface)
        painter.drawEllipse(box.adjusted(stroke / 2, stroke / 2, -stroke / 2, -stroke / 2))
        inset = box.width() * 0.22
        if self._sign and icons():
            inner = box.adjusted(inset, inset, -inset, -inset)
            icons().draw(painter, _SIGN_ICONS[self._sign], inner, palette.red)
        else:
            painter.setBrush(palette.red)
            size = box.width() * 0.26
            dot = QRectF(0, 0, size, size)
            dot.moveCenter(box.center())
            painter.drawEllipse(dot)


class CallCard(QWidget):
    """The two things to do. Its words shrink together until they fit, never under the size of body text."""

    def __init__(self, parent: QWidget, style: Style, view: HelpView, box: QRect) -> None:
        super().__init__(parent)
        self._style, self._view = style, view
        self._pad, self._mark = style.px(56), style.px(92)
        self._scale = self._fitting_scale(box)
        self.setGeometry(box)
        self._build()

    def height_needed(self) -> int:
        return self._height_at(self._scale, self.width())

    def resizeEvent(self, _event: object) -> None:
        for child in self.findChildren(QLabel):
            child.setParent(None)
        self._build()

    def _text(self, role: Role, text: str, scale: float = 1.0, *, is_centred: bool = False) -> Typeset:
        return Typeset(
            self._style,
            role,
            text,
            colour=self._style.palette.on_red,
            is_balanced=True,
            is_centred=is_centred,
            scale=scale,
        )

    def _inner(self, width: int) -> int:
        return width - 2 * self._pad - self._mark - self._style.px(36)

    def _texts(self, call: CallStep, scale: float) -> tuple[Typeset, Typeset]:
        role = Role.CARD_NUMBER if call.is_number else Role.CARD_BIG
        return self._text(Role.CARD_SMALL, call.where), self._text(role, call.what, scale)

    def _urge(self) -> Typeset:
        return self._text(Role.URGE, self._view.urge, is_centred=True)

    def _foot(self, width: int) -> int:
        if not self._view.urge:
            return 0
        return self._urge().height_at(width - 2 * self._pad) + self._style.px(48)

    def _height_at(self, scale: float, width: int) -> int:
        inner = self._inner(width)
        texts = [text for call in self._view.calls for text in self._texts(call, scale)]
        gaps = 2 * self._pad + self._style.px(72)
        return sum(text.height_at(inner) for text in texts) + gaps + self._foot(width)

    def _fitting_scale(self, box: QRect) -> float:
        scale = 1.0
        while scale > 0.5:
            texts = [self._texts(call, scale)[1] for call in self._view.calls]
            is_wide = any(text.longest_word() > self._inner(box.width()) for text in texts)
            if not is_wide and self._height_at(scale, box.width()) <= box.height():
                break
            scale -= 0.05
        return scale

    def _build(self) -> None:
        style, width = self._style, self.width()
        x, inner = self._pad + self._mark + style.px(36), self._inner(width)
        spare = max(0, self.height() - self._height_at(self._scale, width))
        y = self._pad + spare // 4
        self._marks = []
        for number, call in enumerate(self._view.calls):
            self._marks.append(y)
            for text in self._texts(call, self._scale):
                y = self._add(text, x, y, inner)
            if number == 0:
                self._line = y + style.px(36) + spare // 4
                y = self._line + style.px(36) + spare // 4
        foot = self._foot(width)
        if foot:
            urge = self._urge()
            high = urge.height_at(width - 2 * self._pad)
            self._add(urge, self._pad, self.height() - foot + (foot - high) // 2, width - 2 * self._pad)

    def _add(self, text: Typeset, x: int, y: int, width: int) -> int:
        label = Prose(self, text)
        below = label.place(x, y, width)
        if text.direction == self.layoutDirection() and self._is_rtl:
            label.move(self.width() - x - width, y)
        label.show()
        return below

    @property
    def _is_rtl(self) -> bool:
        return self._style.direction.name == "RightToLeft"

    def paintEvent(self, _event: QPaintEvent) -> None:
        style, palette = self._style, self._style.palette
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        shape = QPainterPath()
        shape.addRoundedRect(QRectF(self.rect()), style.px(48), style.px(48))
        painter.setClipPath(shape)
        painter.fillRect(self.rect(), palette.red_face)
        foot = self._foot(self.width())
        if palette.rail_line is None:
            painter.fillRect(0, self.height() - foot, self.width(), foot, palette.redlip)
        painter.setPen(QPen(palette.on_red, style.px(4)))
        painter.drawLine(self._pad, self._line, self.width() - self._pad, self._line)
        if palette.rail_line is not None and foot:
            painter.drawLine(0, self.height() - foot, self.width(), self.height() - foot)
        for number, y in enumerate(self._marks, 1):
            x = self.width() - self._pad - self._mark if self._is_rtl else self._pad
            circle = QRectF(QPointF(x, y + style.px(2)), QRectF(0, 0, self._mark, self._mark).size())
            painter.setPen(QPen(palette.on_red, 0))
            painter.setBrush(palette.on_red)
            painter.drawEllipse(circle)
            painter.setPen(palette.red_face)
            font = style.font(Role.GO)
            font.setPixelSize(round(self._mark * 0.6))
            painter.setFont(font)
            painter.drawText(circle, 0x0084, str(number))  # AlignCenter

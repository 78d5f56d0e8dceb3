"""Get help now: the signs, and one red card that says what to do."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from kiosk.core.content.model import Block, BlockStyle
from kiosk.core.views.help import CallStep, HelpView, Sign, UrgentSign
from kiosk.ui.flow import BoxPiece, Piece, TextPiece, cut_into_parts
from kiosk.ui.icons import icons
from kiosk.ui.pages.page import MARGIN, Kit, Page, heading
from kiosk.ui.painting import guarded
from kiosk.ui.theme import Role, Style
from kiosk.ui.typeset import Typeset
from kiosk.ui.widgets.key import key_height
from kiosk.ui.widgets.prose import Prose

EDGE, CARD_TOP, CARD_WIDTH = 74, 48, 740
PICTURE_WIDTH, PICTURE_HEIGHT, PICTURE_ABOVE = 300, 240, 32
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
        if column:
            self._add_signs(column)
        else:
            self._flow()
        self.mirror()

    @property
    def ground(self) -> QColor:
        return self.style_.palette.peach

    def _build_beside(self) -> QRect | None:
        """The card at the trailing side; return the column for the signs. None: the card has no room there."""
        top, m = self.px(CARD_TOP), self.px(MARGIN)
        high = self.height() - top - self.px(40)
        for share, is_close in ((0.4, False), (0.46, True)):
            width = min(self.px(CARD_WIDTH * self.style_.room), round(self.width() * share))
            card = CallCard(self, self.style_, self._view, QSize(width, high), is_close=is_close)
            if card.fits:
                break
            card.setParent(None)
        else:
            return None
        box = QRect(self.width() - m - width, top, width, high)
        card.build(box)
        x = self.px(EDGE)
        return QRect(x, self.px(44), box.x() - x - self.px(40), self.height() - self.px(44 + 34))

    def _build_upright(self) -> QRect | None:
        """The card below; return the column for the signs above it. None: the card has no room there."""
        m = self.px(MARGIN)
        share = 0.36 if self.style_.step else 0.42
        room = QSize(self.width() - 2 * m, round(self.height() * share))
        card = CallCard(self, self.style_, self._view, room)
        if not card.fits:
            card.setParent(None)
            return None
        height = card.height_needed
        box = QRect(m, self.height() - height - self.px(30), self.width() - 2 * m, height)
        column = QRect(m, self.px(44), box.width(), box.y() - self.px(44 + 30))
        if self.is_low:  # the key that turns the signs lies below them
            box.moveTop(self.px(30))
            column.moveBottom(self.height() - self.px(30))
        card.build(box)
        return column

    def _flow(self) -> None:
        """All below each other on parts, what to do first: where letters are large for the screen."""
        view, m, width = self._view, self.px(MARGIN), self.width() - 2 * self.px(MARGIN)
        pieces: list[Piece] = [TextPiece(self.set_text(Role.SHEET_TITLE, heading(view.title)), 0)]
        pieces += [self._call_piece(number, call, width) for number, call in enumerate(view.calls, 1)]
        if view.urge:
            pieces.append(TextPiece(self.set_text(Role.URGE, view.urge), self.px(20)))
        if view.lead:
            pieces.append(TextPiece(self.set_text(Role.SIGN, heading(view.lead)), self.px(28)))
        for sign in view.signs:
            pieces.append(
                TextPiece(self.set_text(Role.SIGN, Block(sign.runs, BlockStyle.BULLET)), self.px(14))
            )
        pieces += self.flow_of(view.more, Role.SIGN)
        box = QRect(m, self.px(28), width, self.height() - self.px(28 + 24))
        parts = cut_into_parts(pieces, width, box.height() - key_height(self.style_) - self.style_.gap)
        self.parts = len(parts)
        self.add_pieces(parts[min(view.part, self.parts) - 1], box.x(), box.y(), width)
        if self.parts > 1:
            self.add_part_turner(view.part_label, view.part_key, box)

    def _call_piece(self, number: int, call: CallStep, width: int) -> Piece:
        """One thing to do, red and whole."""
        card = CallBand(self, self.style_, number, call)
        card.hide()

        def build(x: int, y: int, wide: int) -> None:
            card.build(QRect(x, y, wide, card.height_at(wide)))
            card.show()

        return BoxPiece(card.height_at(width), self.px(20), build)

    def _add_signs(self, column: QRect) -> None:
        view = self._view
        after_title = self._title().height_at(column.width()) + self.px(8)
        lead = self.set_text(Role.SIGN, view.lead)
        first = after_title + (lead.height_at(column.width()) + self.px(18) if view.lead else 0)
        has_picture = self._has_room_for_picture(column)
        if has_picture:
            first = max(first, self.px(PICTURE_HEIGHT - PICTURE_ABOVE))
        parts = self._parts(column.width(), column.height() - first, column.height() - after_title)
        self.parts = len(parts)
        part = min(view.part, self.parts)
        self.add_text(self._title(), column.x(), column.y(), column.width())
        if part == 1 and view.lead:
            self.add_text(lead, column.x(), column.y() + after_title, column.width())
        if part == 1 and has_picture and view.image:
            self.add_picture(view.image, view.alt, self._picture_box(column))
        self.add_pieces(
            parts[part - 1], column.x(), column.y() + (first if part == 1 else after_title), column.width()
        )
        if self.parts > 1:
            self.add_part_turner(view.part_label, view.part_key, column)

    def _title(self) -> Typeset:
        role = Role.SHEET_TITLE if self.style_.step else Role.TITLE
        return self.set_text(role, self._view.title, is_balanced=True)

    def _picture_box(self, column: QRect) -> QRect:
        """Beside the title, at the trailing end of the column."""
        width = self.px(PICTURE_WIDTH)
        top = column.y() - self.px(PICTURE_ABOVE)
        return QRect(column.right() + 1 - width, top, width, self.px(PICTURE_HEIGHT))

    def _has_room_for_picture(self, column: QRect) -> bool:
        """The picture gives way to large text, and to words beside which it does not stand."""
        beside = column.width() - self.px(PICTURE_WIDTH)
        lead = self.set_text(Role.SIGN, self._view.lead)
        widest = max(self._title().width_at(column.width()), lead.width_at(column.width()))
        return self._view.image is not None and not self.style_.step and widest <= beside

    def _parts(self, width: int, room_of_first: int, room: int) -> list[list[Piece]]:
        """The signs, then what the clinic added; only the first part has the lead over it."""
        signs: list[Piece] = [self._sign_piece(sign, width) for sign in self._view.signs]
        parts = cut_into_parts(signs, width, room_of_first)
        if len(parts) == 1 and not self._view.more:
            return parts
        turner = key_height(self.style_) + self.style_.gap
        parts = cut_into_parts(signs, width, room_of_first - turner)
        if self._view.more:
            parts += cut_into_parts(self.flow_of(self._view.more, Role.SIGN), width, room - turner)
        return parts

    def _sign_piece(self, sign: UrgentSign, width: int) -> BoxPiece:
        has_mark = not self.style_.step
        size, gap = (self.px(104), self.px(32)) if has_mark else (0, 0)
        strong = tuple(run for run in sign.runs if run.strong)
        rest = "".join(run.text for run in sign.runs if not run.strong).strip()
        lines = [self.set_text(Role.SIGN, strong)] if strong else []
        if rest:
            lines.append(self.set_text(Role.SIGN, rest))
        inner = width - size - gap
        text_height = sum(line.height_at(inner) for line in lines)
        height = max(size, text_height)

        def build(x: int, y: int, _width: int) -> None:
            if has_mark:
                SignMark(self, self.style_, sign.sign).setGeometry(x, y + (height - size) // 2, size, size)
            below = y + (height - text_height) // 2
            for line in lines:
                below = self.add_text(line, x + size + gap, below, inner)

        return BoxPiece(height, self.px(20), build)


class SignMark(QWidget):
    """The white circle beside a sign, with its drawing, or a plain mark where the clinic wrote its own."""

    def __init__(self, parent: QWidget, style: Style, sign: Sign | None) -> None:
        super().__init__(parent)
        self._style, self._sign = style, sign

    @guarded
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


class CallBand(QWidget):
    """One thing to do on a red ground, at the full width: where, and below it what."""

    def __init__(self, parent: QWidget, style: Style, number: int, call: CallStep) -> None:
        super().__init__(parent)
        self._style = style
        white, self._pad = style.palette.on_red, style.px(24)
        where = Typeset(style, Role.CARD_SMALL, f"{number}. {call.where}", colour=white)
        what = Typeset(style, Role.URGE, call.what, colour=white)
        self._texts = (where, what)

    def height_at(self, width: int) -> int:
        inner = width - 2 * self._pad
        return sum(text.height_at(inner) for text in self._texts) + self._pad

    def build(self, box: QRect) -> None:
        """Take this place, and put the words into it."""
        self.setGeometry(box)
        y = self._pad // 2
        for text in self._texts:
            y = Prose(self, text).place(self._pad, y, box.width() - 2 * self._pad)

    @guarded
    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._style.palette.red_face)
        painter.drawRoundedRect(self.rect(), self._style.px(32), self._style.px(32))


class CallCard(QWidget):
    """The two things to do. Its words shrink together until they fit, never under the size of body text.

    `room` is the most that it may take, in pixels. `is_close`: what to do stands below its number, not beside it.
    """

    def __init__(
        self, parent: QWidget, style: Style, view: HelpView, room: QSize, *, is_close: bool = False
    ) -> None:
        super().__init__(parent)
        self._style, self._view, self._is_close = style, view, is_close
        self._pad = style.px(28 if is_close else 56)
        self._mark = max(style.px(64 if is_close else 92), round(style.least_px() * 1.7))
        self._scale = self._fitting_scale(room)
        self.height_needed = self._height_at(self._scale, room.width())
        self.fits = self.height_needed <= room.height() and not self._is_wide(self._scale, room.width())
        self._line = 0
        self._marks: list[int] = []

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

    @property
    def _beside_mark(self) -> int:
        return self._mark + self._style.px(20 if self._is_close else 36)

    def _inner(self, width: int) -> int:
        """Of what is to be done."""
        return width - 2 * self._pad - (0 if self._is_close else self._beside_mark)

    def _texts(self, call: CallStep, scale: float) -> tuple[Typeset, Typeset]:
        role = Role.CARD_NUMBER if call.is_number else Role.CARD_BIG
        return self._text(Role.CARD_SMALL, call.where), self._text(role, call.what, scale)

    def _urge(self) -> Typeset:
        return self._text(Role.URGE, self._view.urge, is_centred=True)

    def _foot(self, width: int) -> int:
        if not self._view.urge:
            return 0
        return self._urge().height_at(width - 2 * self._pad) + self._style.px(24 if self._is_close else 48)

    def _height_at(self, scale: float, width: int) -> int:
        inner = self._inner(width)
        pairs = [self._texts(call, scale) for call in self._view.calls]
        texts = sum(self._where_height(where, width) + what.height_at(inner) for where, what in pairs)
        return texts + 2 * self._pad + 2 * self._between + self._foot(width)

    def _where_height(self, where: Typeset, width: int) -> int:
        high = where.height_at(width - 2 * self._pad - self._beside_mark)
        return max(high, self._mark + self._style.px(4)) if self._is_close else high

    @property
    def _between(self) -> int:
        """Over and under the line between the two."""
        return self._style.px(18 if self._is_close else 36)

    def _fitting_scale(self, room: QSize) -> float:
        scale = 1.0
        while scale > 0.5:
            if (
                not self._is_wide(scale, room.width())
                and self._height_at(scale, room.width()) <= room.height()
            ):
                break
            scale -= 0.05
        return scale

    def _is_wide(self, scale: float, width: int) -> bool:
        texts = [self._texts(call, scale)[1] for call in self._view.calls]
        return any(text.longest_word() > self._inner(width) for text in texts)

    def build(self, box: QRect) -> None:
        """Take this place, and put the words into it."""
        self.setGeometry(box)
        width = self.width()
        beside, inner = self._pad + self._beside_mark, self._inner(width)
        spare = max(0, self.height() - self._height_at(self._scale, width))
        y = self._pad + spare // 4
        for number, call in enumerate(self._view.calls):
            self._marks.append(y)
            where, what = self._texts(call, self._scale)
            high = self._where_height(where, width)
            self._add(
                where,
                beside,
                y + (high - where.height_at(width - self._pad - beside)) // 2,
                width - self._pad - beside,
            )
            y = self._add(what, self._pad if self._is_close else beside, y + high, inner)
            if number == 0:
                self._line = y + self._between + spare // 4
                y = self._line + self._between + spare // 4
        foot = self._foot(width)
        if foot:
            urge = self._urge()
            high = urge.height_at(width - 2 * self._pad)
            self._add(urge, self._pad, self.height() - foot + (foot - high) // 2, width - 2 * self._pad)

    def _add(self, text: Typeset, x: int, y: int, width: int) -> int:
        label = Prose(self, text)
        below = label.place(x, y, width)
        if self._is_rtl:
            label.move(self.width() - x - width, label.y())
        return below

    @property
    def _is_rtl(self) -> bool:
        return self._style.direction.name == "RightToLeft"

    @guarded
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
            painter.drawText(circle, 0x0084, style.number(number))  # AlignCenter

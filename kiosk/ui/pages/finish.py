"""Finish: what to take along, in three sentences."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from kiosk.core.views.finish import FinishView
from kiosk.ui.flow import BoxPiece, Piece, TextPiece, cut_into_parts, height_of
from kiosk.ui.pages.page import GAP, MARGIN, Kit, Page
from kiosk.ui.theme import Role, Style
from kiosk.ui.widgets.key import Look, key_height, key_width

LEAST_SCALE = 0.6
"""Of the type at 200 %: still as large as body text at 100 %."""


class FinishPage(Page):
    def __init__(self, parent: QWidget, kit: Kit, size: QSize, view: FinishView) -> None:
        super().__init__(parent, kit, size)
        self._view = view
        column = self._add_picture()
        title = self.set_text(Role.TITLE, view.title, is_balanced=True)
        y = self.add_text(title, column.x(), column.y(), column.width()) + self.px(12)
        lead = self.set_text(Role.BODY, view.lead)
        y = self.add_text(lead, column.x(), y, column.width()) + self.px(28)
        self._add_sentences(QRect(column.x(), y, column.width(), column.bottom() + 1 - y))
        self.mirror()

    def _add_picture(self) -> QRect:
        """The picture beside or above; return the column for the words."""
        m = self.px(MARGIN)
        column = QRect(m, self.px(48), self.width() - 2 * m, self.height() - self.px(48 + 40))
        image = self._view.image
        if image is None:
            return column
        if self.style_.is_portrait:
            box = QRect(self.px(140), self.px(20), self.width() - self.px(280), self.px(600))
            if self.style_.step:
                box = QRect(self.px(340), self.px(20), self.px(400), self.px(320))
            column.setTop(box.bottom() + self.px(20))
        else:
            width = round(self.width() * (0.26 if self.style_.step else 0.42))
            box = QRect(self.width() - m - width, 0, width, round(width * 0.8))
            box.moveTop((self.height() - box.height()) // 2)
            column.setRight(box.x() - self.px(48))
        self.add_picture(image, self._view.alt, box)
        return column

    def _add_sentences(self, box: QRect) -> None:
        pieces, room = self._pieces(box.width(), box.height()), box.height()
        if height_of(pieces, box.width()) > room:
            room -= key_height(self.style_) + self.px(20)
            pieces = self._pieces(box.width(), room)
        parts = cut_into_parts(pieces, box.width(), room)
        self.parts = len(parts)
        part = min(self._view.part, self.parts)
        self.add_pieces(parts[part - 1], box.x(), box.y(), box.width())
        if self.parts > 1:
            self.add_part_turner(self._view.part_label, self._view.part_key, box)

    def _pieces(self, width: int, room: int) -> list[Piece]:
        """The sentences, each small enough to stand alone on a part."""
        scale = 1.0
        while True:
            pieces = [
                self._sentence(number, text, width, scale)
                for number, text in enumerate(self._view.sentences, 1)
            ] + self._print_pieces()
            if all(piece.height_at(width) <= room for piece in pieces) or scale < LEAST_SCALE:
                return pieces
            scale -= 0.05

    def _print_pieces(self) -> list[Piece]:
        """What became of printing, and the key."""
        key, pieces = self._view.print_key, list[Piece]()
        if self._view.print_note:
            pieces.append(TextPiece(self.set_text(Role.TOOL, self._view.print_note), self.px(GAP)))
        if key:
            wide, high = key_width(self.style_, key, Look.TOOL), key_height(self.style_)

            def build(x: int, y: int, width: int) -> None:
                self.add_key(key, Look.TOOL, QRect(x, y, min(wide, width), high))

            pieces.append(BoxPiece(high, self.px(GAP), build))
        return pieces

    def _sentence(self, number: int, text: str, width: int, scale: float) -> Piece:
        size, gap, pad = self.px(64 if not self.style_.step else 84), self.px(28), self.px(30)
        words = self.set_text(Role.MESSAGE, text, scale=scale)
        inner = width - size - gap - 2 * self.px(36)
        height = words.height_at(inner) + 2 * pad

        def build(x: int, y: int, wide: int) -> None:
            SentenceCard(self, self.style_, number, size).setGeometry(x, y, wide, height)
            self.add_text(words, x + self.px(36) + size + gap, y + pad, inner)

        return BoxPiece(height, self.px(20), build)


class SentenceCard(QWidget):
    """A white card with its number in a circle."""

    def __init__(self, parent: QWidget, style: Style, number: int, size: int) -> None:
        super().__init__(parent)
        self._style, self._number, self._size = style, number, size

    def paintEvent(self, _event: QPaintEvent) -> None:
        style, palette = self._style, self._style.palette
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        stroke = style.px(palette.stroke) if palette.card_border else 0
        painter.setPen(QPen(palette.card_border, stroke) if palette.card_border else QPen(palette.surface, 0))
        painter.setBrush(palette.surface)
        half, radius = stroke / 2, style.px(32)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(half, half, -half, -half), radius, radius)
        inset, size = style.px(36), self._size
        is_rtl = style.direction.name == "RightToLeft"
        x = self.width() - inset - size if is_rtl else inset
        circle = QRectF(x, (self.height() - size) / 2, size, size)
        painter.setPen(QPen(palette.teal, 0))
        painter.setBrush(palette.teal)
        painter.drawEllipse(circle)
        font = style.font(Role.TOOL)
        font.setPixelSize(round(size * 0.58))
        painter.setFont(font)
        painter.setPen(palette.on_teal)
        painter.drawText(circle, 0x0084, str(self._number))  # AlignCenter

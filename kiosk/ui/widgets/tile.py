"""Tiles: a topic on Home, a slide on Overview. The whole tile is the key."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from kiosk.core.views.home import TopicTile
from kiosk.core.views.overview import SlideTile
from kiosk.core.views.rail import Key
from kiosk.ui.icons import icons
from kiosk.ui.painting import guarded
from kiosk.ui.pictures import Pictures, fitted
from kiosk.ui.theme import Role, Style
from kiosk.ui.typeset import Typeset, draw_word
from kiosk.ui.widgets.key import LIP, PRESS
from kiosk.ui.widgets.target import Target

LEAST_PICTURE = 80
"""Units of a picture's height that can be made out on a tile."""
NEVER = 1_000_000
_TOPIC_PAD, _ARROW = 36, 96


class Tile(Target):
    """A white face with a lip, like every key."""

    radius = 24

    def __init__(self, parent: QWidget, style: Style, key: Key) -> None:
        super().__init__(parent, key)
        self._style = style

    @property
    def face(self) -> QRectF:
        return QRectF(0, 0, self.width(), self.height() - self._style.px(LIP))

    def words_overflow(self) -> float:
        """By how many pixels the words are higher than the tile; 0 or less: they fit."""
        return 0.0

    @property
    def _is_rtl(self) -> bool:
        return self.layoutDirection() == Qt.LayoutDirection.RightToLeft

    def _paint_face(self, painter: QPainter, *, is_here: bool = False) -> QRectF:
        """Paint lip and face; return the face where it is now."""
        style, palette = self._style, self._style.palette
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        border = palette.pill if is_here else palette.line
        stroke, radius = style.px(8 if is_here else palette.stroke), style.px(self.radius)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(border)
        painter.drawRoundedRect(self.face.translated(0, style.px(LIP)), radius, radius)
        face = self.face.translated(0, style.px(PRESS) if self.isDown() else 0)
        painter.setPen(QPen(border, stroke))
        painter.setBrush(palette.pressed if self.isDown() else palette.surface)
        half = stroke / 2
        painter.drawRoundedRect(face.adjusted(half, half, -half, -half), radius - half, radius - half)
        return face

    def _paint_text(self, painter: QPainter, text: Typeset, box: QRect) -> None:
        painter.save()
        painter.translate(box.topLeft())
        text.draw(painter, box.width())
        painter.restore()


class FinishTileTarget(Tile):
    """The last of the overview, and no slide: a sign instead of a picture."""

    @guarded
    def paintEvent(self, _event: QPaintEvent) -> None:
        style, palette = self._style, self._style.palette
        painter = QPainter(self)
        face = self._paint_face(painter).toRect()
        title = Typeset(style, Role.RAIL, self.text(), is_balanced=True, is_centred=True)
        pad, gap = style.px(16), style.px(16)
        inner = face.width() - 2 * pad
        high = title.height_at(inner)
        size = min(style.px(110), face.height() - high - 3 * gap)
        top = face.y() + (face.height() - size - gap - high) // 2
        circle = QRectF(face.center().x() - size / 2, top, size, size)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(palette.teal)
        painter.drawEllipse(circle)
        inset = size * 0.26
        icons().draw(painter, "flag", circle.adjusted(inset, inset, -inset, -inset), palette.on_teal)
        self._paint_text(painter, title, QRect(face.x() + pad, top + size + gap, inner, high))


class PicturedTile(Tile):
    """With a picture on it."""

    def __init__(
        self, parent: QWidget, style: Style, pictures: Pictures, tile: SlideTile | TopicTile
    ) -> None:
        super().__init__(parent, style, tile.key)
        self._pictures, self._image = pictures, tile.image

    def _paint_image(self, painter: QPainter, box: QRect) -> None:
        if self._image is None or min(box.width(), box.height()) < self._style.px(LEAST_PICTURE / 2):
            return
        where = QRect(box.topLeft(), fitted(self._image, box.size()))
        where.moveCenter(box.center())
        pixmap = self._pictures.pixmap(self._image, where.size(), self.devicePixelRatioF())
        painter.save()
        if not self._image.is_drawing:
            path = QPainterPath()
            path.addRoundedRect(QRectF(where), self._style.px(20), self._style.px(20))
            painter.setClipPath(path)
        painter.drawPixmap(where, pixmap)
        painter.restore()


def tile_height(style: Style, key: Key, width: int) -> int:
    """Pixels that a tile of the overview needs at least: its title under a picture that can be made out."""
    title = Typeset(style, Role.RAIL, key.label, is_balanced=True, is_centred=True)
    inner = width - 2 * style.px(16)
    if title.longest_word() > inner:
        return NEVER
    return title.height_at(inner) + style.px(LEAST_PICTURE + 14 + 14 + 8 + LIP)


class SlideTileTarget(PicturedTile):
    """Number, small picture, title; a check where one has been, a band where one is."""

    def __init__(self, parent: QWidget, style: Style, pictures: Pictures, tile: SlideTile, here: str) -> None:
        super().__init__(parent, style, pictures, tile)
        self._tile, self._here = tile, here

    def words_overflow(self) -> float:
        return self.title_text().height_at(self.width() - 2 * self._style.px(16)) - self.face.height()

    def title_text(self) -> Typeset:
        return Typeset(self._style, Role.RAIL, self.text(), is_balanced=True, is_centred=True)

    @guarded
    def paintEvent(self, _event: QPaintEvent) -> None:
        style, palette = self._style, self._style.palette
        painter = QPainter(self)
        face = self._paint_face(painter, is_here=self._tile.is_here).toRect()
        pad = style.px(16)
        title = self.title_text()
        inner = face.width() - 2 * pad
        high = title.height_at(inner)
        foot = max(high, round(style.line(Role.RAIL) * 1.4))
        top = face.y() + style.px(14)
        picture = QRect(face.x() + pad, top, inner, face.bottom() - foot - style.px(14) - top)
        self._paint_image(painter, picture)
        y = face.bottom() - style.px(8) - foot + (foot - high) // 2
        self._paint_text(painter, title, QRect(face.x() + pad, y, inner, high))
        self._paint_number(painter, QRectF(face))
        if self._tile.is_seen and face.width() > style.px(240):
            size = style.px(46)
            x = face.x() + pad if self._is_rtl else face.right() - pad - size
            box = QRectF(QPointF(x, face.y() + pad), QRectF(0, 0, size, size).size())
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(palette.teal)
            painter.drawEllipse(box)
            inset = size * 0.26
            icons().draw(painter, "check", box.adjusted(inset, inset, -inset, -inset), palette.on_teal)

    def _paint_number(self, painter: QPainter, face: QRectF) -> None:
        style, palette = self._style, self._style.palette
        text = style.number(self._tile.number)
        line, pad = style.line(Role.LABEL), style.px(20)
        font = style.font(Role.LABEL)
        painter.setFont(font)
        if self._tile.is_here:
            text = f"{text}  {self._here}"
            wide = QFontMetricsF(font).horizontalAdvance(text) + 2 * pad
            x = face.right() - wide if self._is_rtl else face.x()
            band = QRectF(x, face.y(), wide, line + style.px(18))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(palette.pill)
            painter.drawRoundedRect(band, style.px(20), style.px(20))
            painter.setPen(palette.on_pill)
            draw_word(painter, band, text, is_page_rtl=self._is_rtl)
            return
        wide = QFontMetricsF(font).horizontalAdvance(text)
        x = face.right() - pad - wide if self._is_rtl else face.x() + pad
        box, air = QRectF(x, face.y() + style.px(12), wide, line), style.px(10)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(palette.surface)  # a wide photograph reaches under it
        painter.drawRoundedRect(box.adjusted(-air, -style.px(4), air, 0), air, air)
        painter.setPen(palette.ink2)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)


def topic_tile_height(style: Style, tile: TopicTile, width: int) -> int:
    """Pixels that a topic's tile needs at least, as `tile_height`."""
    inner = width - 2 * style.px(_TOPIC_PAD) - style.px(_ARROW + 16)
    title, pages = Typeset(style, Role.URGE, tile.key.label), Typeset(style, Role.LABEL, tile.pages)
    if title.longest_word() > inner:
        return NEVER
    words = title.height_at(inner) + pages.height_at(inner) + style.px(6)
    return max(words, style.px(_ARROW)) + style.px(LEAST_PICTURE + 4 * 24 + LIP)


class TopicTileTarget(PicturedTile):
    """Picture, title, how many pages, and an arrow."""

    radius = 40

    def __init__(self, parent: QWidget, style: Style, pictures: Pictures, tile: TopicTile) -> None:
        super().__init__(parent, style, pictures, tile)
        self._tile = tile
        self.setAccessibleName(f"{tile.key.label}, {tile.pages}")

    def words_overflow(self) -> float:
        needed = topic_tile_height(self._style, self._tile, self.width()) - self._style.px(LEAST_PICTURE)
        return needed - self.height()

    @guarded
    def paintEvent(self, _event: QPaintEvent) -> None:
        style, palette = self._style, self._style.palette
        painter = QPainter(self)
        face = self._paint_face(painter).toRect()
        pad, arrow = style.px(_TOPIC_PAD), style.px(_ARROW)
        inner = face.width() - 2 * pad - arrow - style.px(16)
        title = Typeset(style, Role.URGE, self.text())
        pages = Typeset(style, Role.LABEL, self._tile.pages, colour=palette.ink2)
        high = title.height_at(inner) + pages.height_at(inner) + style.px(6)
        foot = max(high, arrow)
        picture = face.adjusted(style.px(24), style.px(24), -style.px(24), -(foot + 2 * style.px(24)))
        self._paint_image(painter, picture)
        x = face.right() - pad - inner if self._is_rtl else face.x() + pad
        y = face.bottom() - style.px(24) - foot + (foot - high) // 2
        self._paint_text(painter, title, QRect(x, y, inner, high))
        below = y + title.height_at(inner) + style.px(6)
        self._paint_text(painter, pages, QRect(x, below, inner, pages.height_at(inner)))
        left = face.x() + pad if self._is_rtl else face.right() - pad - arrow
        circle = QRectF(left, face.bottom() - style.px(24) - foot + (foot - arrow) / 2, arrow, arrow)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(palette.teal)
        painter.drawEllipse(circle)
        inset = arrow * 0.24
        inside = circle.adjusted(inset, inset, -inset, -inset)
        icons().draw(painter, "arrow-right", inside, palette.on_teal, is_mirrored=self._is_rtl)

"""What every page is: made for one view at one size, thrown away when the view changes.

A page places its children for a script that runs left to right; `mirror` turns it round for the others.
It says what happened and how many parts it has; it decides nothing.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace
from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from kiosk.core.content.model import Block, BlockStyle, Image, Run
from kiosk.core.language import is_right_to_left
from kiosk.core.session.events import Event
from kiosk.core.views.rail import Key
from kiosk.ui.flow import BoxPiece, Piece, TextPiece
from kiosk.ui.painting import guarded
from kiosk.ui.pictures import Pictures
from kiosk.ui.theme import Role, Style
from kiosk.ui.typeset import Typeset
from kiosk.ui.widgets.key import KeyButton, Look, key_height, key_width
from kiosk.ui.widgets.marks import Note, paint_ground
from kiosk.ui.widgets.picture import PictureLabel
from kiosk.ui.widgets.prose import Prose
from kiosk.ui.widgets.target import Target

MARGIN, PHOTO_RADIUS = 48, 48


LEAST_LINES = 3
"""Of a part. Where there is less room, what stands over each part flows with the text."""


class Kit(Struct, frozen=True):
    """What pages are drawn with."""

    style: Style
    pictures: Pictures


class Page(QWidget):
    happened = Signal(object)
    parts = 1
    changes_by_itself = False
    """Whether its picture goes out of date without an event: posters, a countdown."""
    enter: Event | None = None
    """What Enter means while nothing has the focus, instead of the go key."""
    is_typing = False
    """Whether digits of a keyboard are typed here."""
    is_whole = False
    """Whether it has no parts, so that all of its words must find room at once."""
    is_deaf = False
    """Whether it is wiped: touches are no sign of life, and keys press its own targets alone."""

    def __init__(self, parent: QWidget, kit: Kit, size: QSize) -> None:
        super().__init__(parent)
        self.style_ = replace(kit.style, is_whole=True) if self.is_whole else kit.style
        self.kit = kit
        self.resize(size)
        self.setLayoutDirection(kit.style.direction)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    @property
    def ground(self) -> QColor:
        """The colour that fills the page."""
        return self.style_.palette.paper

    @guarded
    def paintEvent(self, _event: QPaintEvent) -> None:
        paint_ground(QPainter(self), self.rect(), self.ground)

    def count_on(self, passed: float) -> None:
        """The screen closes by itself, unless somebody touches it, and so many seconds of that have passed."""

    @property
    def is_low(self) -> bool:
        """Whether all that is touched shall lie in the lower part of the screen."""
        return self.style_.is_low

    def low_part(self, box: QRect) -> QRect:
        """What of a box can be reached while controls are low; the page begins where the screen does."""
        return box.intersected(QRect(0, self.style_.low_line, self.width(), self.height()))

    def px(self, units: float) -> int:
        return self.style_.px(units)

    def set_text(
        self,
        role: Role,
        text: Block | tuple[Run, ...] | str,
        *,
        colour: QColor | None = None,
        language: str = "",
        side: Qt.LayoutDirection | None = None,
        is_balanced: bool = False,
        is_centred: bool = False,
        scale: float = 1.0,
    ) -> Typeset:
        """`language` is that of the text where it is known; it then stands at its own side, unless one is given."""
        direction = None
        if language:
            rtl = is_right_to_left(language)
            direction = Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight
        return Typeset(
            self.style_,
            role,
            text,
            colour=colour,
            direction=direction,
            side=side,
            is_balanced=is_balanced,
            is_centred=is_centred,
            scale=scale,
        )

    def add_text(self, text: Typeset, x: int, y: int, width: int) -> int:
        """Place a text; return the y below it."""
        return Prose(self, text).place(x, y, width)

    def add_note(
        self, text: str, x: int, y: int, width: int, icon: str = "", role: Role = Role.LABEL
    ) -> Note:
        """Place quiet text, at most this wide."""
        note = Note(self, self.style_, text, icon, role)
        note.place(x, y, width)
        return note

    def note_piece(self, text: str, icon: str, width: int, role: Role = Role.LABEL, gap: int = 0) -> BoxPiece:
        """Quiet text with an icon, as a piece."""
        words = self.set_text(role, text)
        height = words.height_at(width - round(words.line_height * 1.2))

        def build(x: int, y: int, wide: int) -> None:
            self.add_note(text, x, y, wide, icon, role)

        return BoxPiece(height, gap, build)

    def add_target(self, target: Target, box: QRect) -> None:
        """Place a target, and tell what has happened when it was pressed."""
        target.setGeometry(box)
        target.clicked.connect(lambda: self.happened.emit(target.key.event))

    def add_key(self, key: Key, look: Look, box: QRect) -> KeyButton:
        button = KeyButton(self, self.style_, key, look)
        self.add_target(button, box)
        return button

    def add_picture(self, image: Image, alt: str, box: QRect, *, may_move: bool = False) -> QRect:
        """Fit the picture into the box; return where it really is. Calm motion keeps every drawing still."""
        may_move = may_move and not self.style_.preferences.calm_motion
        radius = self.px(PHOTO_RADIUS)
        label = PictureLabel(self, self.kit.pictures, image, alt, radius, may_move=may_move)
        return label.place(box)

    def flow_of(
        self, blocks: Sequence[Block], role: Role, *, language: str = "", gap: int = 18
    ) -> list[Piece]:
        """Return blocks as pieces; `gap` is the space between paragraphs in units, list items stand closer."""
        pieces: list[Piece] = []
        items = {BlockStyle.BULLET, BlockStyle.NUMBER}
        for before, block in zip((None, *blocks), blocks, strict=False):
            is_in_list = before is not None and before.style in items and block.style in items
            space = self.px(4 if is_in_list else gap)
            pieces.append(TextPiece(self.set_text(role, block, language=language), space))
        return pieces

    def add_pieces(self, pieces: Sequence[Piece], x: int, y: int, width: int) -> int:
        """Place the pieces below each other; return the y below the last."""
        for number, piece in enumerate(pieces):
            y += piece.gap if number else 0
            if isinstance(piece, BoxPiece):
                piece.build(x, y, width)
            else:
                self.add_text(piece.text, x + piece.indent, y, width - piece.indent)
            y += piece.height_at(width)
        return y

    def is_tight(self, room: int, role: Role) -> bool:
        """Whether parts of this height, with the key that turns them, would hold hardly a sentence."""
        return room - key_height(self.style_) - self.style_.gap < LEAST_LINES * self.style_.line(role)

    def add_part_turner(self, label: str, key: Key, box: QRect) -> Note:
        """The line at the foot of a page in parts: where one is, which is returned, and the key that turns on."""
        height = key_height(self.style_)
        width = key_width(self.style_, key, Look.TOOL)
        where = QRect(box.right() + 1 - width, box.bottom() + 1 - height, width, height)
        self.add_key(key, Look.TOOL, where)
        note = self.add_note(label, box.x(), 0, where.x() - box.x() - self.style_.gap)
        note.move(box.x(), where.y() + (height - note.height()) // 2)
        return note

    def mirror(self) -> None:
        """Turn the finished page round where the script runs right to left. Called last."""
        if self.style_.direction == Qt.LayoutDirection.RightToLeft:
            mirror_children(self)


def heading(text: str) -> Block:
    """A text that is not left behind at the end of a part."""
    return Block((Run(text),), BlockStyle.HEADING)


def mirror_children(widget: QWidget) -> None:
    """Turn a widget's own children round its vertical middle."""
    for child in widget.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly):
        child.move(widget.width() - child.x() - child.width(), child.y())

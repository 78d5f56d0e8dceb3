"""Marks on the page what is being said: words with a sun ground and a line under them, anything else with a frame."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel, QWidget

from kiosk.core.bidi import without_marks
from kiosk.core.speech.sentence import About, Sentence, sentences_in, speakable
from kiosk.ui.painting import guarded
from kiosk.ui.theme import Style
from kiosk.ui.widgets.picture import PictureLabel
from kiosk.ui.widgets.prose import Prose
from kiosk.ui.widgets.target import Target
from kiosk.ui.window import KioskWindow


class Marking:
    def __init__(self, window: KioskWindow) -> None:
        self._window = window
        self._frame = SpokenFrame(window)

    def is_shown(self, sentence: Sentence) -> bool:
        """Whether it is about something on the part of the page that is shown now; its tail alone is not enough."""
        match sentence.about:
            case About.NOTHING:
                return True
            case About.TEXT:
                return self._find(sentence.mark) is not None
            case About.BODY:
                first = next(iter(sentences_in(sentence.text)), "")
                return self._find(first) is not None
            case About.PICTURE:
                return bool(self._labels(PictureLabel))
            case About.KEY:
                return self._target(sentence) is not None

    def mark(self, sentence: Sentence | None) -> None:
        """Mark what this sentence is about, and nothing else."""
        for prose in self._labels(Prose):
            prose.mark(0, 0)
        self._frame.hide()
        if sentence is None or sentence.about is About.NOTHING:
            return
        if sentence.about is About.BODY:
            for prose in self._labels(Prose):
                words = words_on(prose)
                if speakable(words) in sentence.text:
                    prose.mark(*_as_set(prose, 0, len(words)))
            return
        widget: QWidget | None
        if sentence.about is About.TEXT:
            found = self._find(sentence.mark)
            widget = found[0] if found else None
            if found and isinstance(widget, Prose):
                widget.mark(*_as_set(widget, *found[1:]))
                return
        elif sentence.about is About.PICTURE:
            widget = next(iter(self._labels(PictureLabel)), None)
        else:
            widget = self._target(sentence)
        if widget:
            self._frame.surround(widget, self._window.shown.style)

    def _labels(self, kind: type[QLabel]) -> list:  # type: ignore[type-arg]
        return [
            label for label in self._window.page.findChildren(kind) if label.isVisibleTo(self._window.page)
        ]

    def _find(self, text: str) -> tuple[QLabel, int, int] | None:
        """The label that shows the text, and from where to where; at the end of a part its beginning."""
        labels: list[QLabel] = [
            label for label in self._labels(QLabel) if not isinstance(label, PictureLabel)
        ]
        for label in labels:
            shown = words_on(label)
            start = shown.find(text)
            if start >= 0:
                return label, start, start + len(text)
        for label in labels:
            shown = words_on(label).rstrip()
            length = _begun(text, shown)
            if length:
                return label, len(shown) - length, len(shown)
        return None

    def _target(self, sentence: Sentence) -> Target | None:
        key = sentence.key
        for part in (self._window.shown.page, self._window.shown.rail):
            for target in part.findChildren(Target):
                if key and target.key == key and target.isVisibleTo(part):
                    return target
        return None


def _begun(sentence: str, shown: str) -> int:
    """How many characters of the sentence stand at the end of what is shown, in whole words; 0: none."""
    words = sentence.split(" ")
    for count in range(len(words) - 1, 0, -1):
        head = " ".join(words[:count])
        if shown == head or shown.endswith(f" {head}"):
            return len(head)
    return 0


def words_on(label: QLabel) -> str:
    """The words as they are set, with plain spaces and without marks of direction."""
    words = without_marks(label.typeset.block.text) if isinstance(label, Prose) else label.text()
    return "".join(" " if letter.isspace() else letter for letter in words)


def _as_set(prose: Prose, start: int, end: int) -> tuple[int, int]:
    """The places in its setting of two places in the words on it: marks of direction are set as well."""
    places = [place for place, letter in enumerate(prose.typeset.block.text) if without_marks(letter)]
    return (places[start], places[end - 1] + 1) if start < end else (0, 0)


class SpokenFrame(QWidget):
    """Round a picture, a chip or a key; lets every touch through."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._style: Style | None = None
        self.hide()

    def surround(self, widget: QWidget, style: Style) -> None:
        self._style = style
        window = self.window()
        out = style.px(11)
        box = widget.face.toAlignedRect() if isinstance(widget, Target) else widget.rect()
        place = QRect(widget.mapTo(window, box.topLeft()), box.size())
        self.setGeometry(place.adjusted(-out, -out, out, out).intersected(window.rect()))
        self.show()
        self.raise_()

    @guarded
    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._style is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        palette, width = self._style.palette, max(3, self._style.px(8))
        painter.setPen(QPen(palette.spoken, width))
        half, radius = width / 2, self._style.px(30)
        box = QRectF(self.rect()).adjusted(half, half, -half, -half)
        painter.drawRoundedRect(box, min(radius, box.height() / 2), min(radius, box.height() / 2))
        line = max(2, self._style.px(4))
        painter.fillRect(QRectF(radius, self.height() - line, self.width() - 2 * radius, line), palette.ink)

"""Does to a content folder what the guide says, chapter by chapter: for its pictures, and for the test of its words."""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF
from PySide6.QtGui import QImage, QImageWriter, QPainter
from PySide6.QtSvg import QSvgRenderer

from assets.guide.text import Chapter, Guide, Snippet

TOPIC = "sciatica-massage"
DECK = "Back school.pptx"
WITH_PHOTO, WITH_DECK = "Change a picture", "A topic from PowerPoint"
"""Chapters in whose first steps a file comes from elsewhere."""
PHOTO = f"{TOPIC}/pictures/front-desk.jpg"
_ENDS = ("pictures", "what-you-can-do-today.svg")
_DESK, _WALK = QRectF(590, 130, 400, 320), QRectF(20, 230, 400, 320)
"""Parts of that drawing, of 1000 x 800."""


def practised(guide: Guide, content: Path) -> Iterator[Chapter]:
    """Yield each chapter when all that it says has been done. Raises ValueError where that cannot be done."""
    for chapter in guide.chapters:
        for name, make in ((WITH_PHOTO, _put_photo), (WITH_DECK, _put_deck)):
            if chapter.title == name:
                make(content)
        found = ""
        for snippet in chapter.snippets:
            found = _done(snippet, content, found)
        yield chapter


@contextmanager
def misspelt(snippet: Snippet, content: Path) -> Iterator[None]:
    """The folder while a slide has the wrong word that the guide's report speaks of."""
    name, right, wrong = snippet.about
    file = content / name
    before = file.read_text(encoding="utf-8")
    file.write_text(before.replace(right, wrong), encoding="utf-8")
    yield
    file.write_text(before, encoding="utf-8")


def _done(snippet: Snippet, content: Path, found: str) -> str:
    """Return what was found, for the snippet that stands in its place."""
    match snippet.does, snippet.about:
        case "find", (name,):
            if _text(content / name).count(f"{snippet.text}\n") != 1:
                raise ValueError(f"{name} does not have once: {snippet.text}")
            return snippet.text
        case "write", (name,):
            (content / name).write_text(_text(content / name).replace(found, snippet.text), encoding="utf-8")
        case "file", (name,):
            (content / name).write_text(f"{snippet.text}\n", encoding="utf-8")
        case "report", (_, _, _):
            pass
        case _:
            raise ValueError(f"a fence says: {snippet.does} {' '.join(snippet.about)}")
    return ""


def _text(file: Path) -> str:
    return file.read_text(encoding="utf-8")


def _put_photo(content: Path) -> None:
    (content / PHOTO).write_bytes(_part_of_drawing(content, _DESK))


def _put_deck(content: Path) -> None:
    """A presentation as a therapist makes it: two slides with a title, a few words and a picture."""
    import pptx  # noqa: PLC0415 - slow to load
    from pptx.util import Inches  # noqa: PLC0415

    deck = pptx.Presentation()
    deck.core_properties.title = "Back school"
    for title, words in (
        ("Back school", "Every Tuesday at 5 in the evening.\nBring shoes that you can walk in."),
        ("How to join", "Tell the front desk."),
    ):
        slide = deck.slides.add_slide(deck.slide_layouts[3])
        slide.shapes.title.text = title
        slide.placeholders[1].text_frame.text = words
        photo = slide.shapes.add_picture(
            io.BytesIO(_part_of_drawing(content, _WALK)), Inches(5), Inches(2), Inches(4)
        )
        photo.element.nvPicPr.cNvPr.set("descr", "A man takes a walk in the morning.")
    deck.save(str(content / DECK))


def _part_of_drawing(content: Path, part: QRectF) -> bytes:
    """As a JPEG, in the place of a clinic's own photo."""
    drawing = QSvgRenderer(QByteArray(content.joinpath(TOPIC, *_ENDS).read_bytes()))
    image = QImage(1250, 1000, QImage.Format.Format_RGB32)
    image.fill(0xFFFCF7EE)
    painter = QPainter(image)
    zoom = image.width() / part.width()
    drawing.render(painter, QRectF(-part.x() * zoom, -part.y() * zoom, 1000 * zoom, 800 * zoom))
    painter.end()
    kept = QBuffer()
    kept.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(kept, QByteArray(b"jpeg")).write(image)
    return bytes(kept.data().data())

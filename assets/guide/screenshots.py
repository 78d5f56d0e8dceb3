"""Draws the pictures of docs/staff.md: the kiosk's own screens, after each chapter was done to the shipped content."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace
from PIL import Image
from PySide6.QtCore import QPoint, QRect, QRectF
from PySide6.QtGui import QColor, QImage, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from assets.guide.practice import WITH_DECK, misspelt, practised
from assets.guide.text import ROOT, Chapter, Guide
from kiosk.core.content.folder import Reading, read_content
from kiosk.core.content.snapshot import SnapshotStore
from kiosk.core.content.standing import FolderState, Kept, Standing
from kiosk.core.session.screens import Attract, Cleaning, Desk, Gate, Home, Screen, SlideOpen
from kiosk.core.session.session import Session
from kiosk.core.staff.health import Notice
from kiosk.ui.fonts import load_fonts
from kiosk.ui.picture_of_screen import draw_screen
from kiosk.ui.pictures import Pictures
from kiosk.ui.theme import LIGHT
from kiosk.ui.widgets.marks import Sheet
from kiosk.ui.widgets.prose import Prose
from kiosk.ui.widgets.target import Target
from kiosk.ui.window import KioskWindow

SIZE = (1152, 768)
MOST_COLOURS = 96
FOLDER = r"E:\content"
_DAY = date(2026, 3, 2)
_RING = QColor("#C8102E")


class Shot(Struct, frozen=True):
    """`marks` get a ring: keys and texts, by words of theirs. `panel` is the part with this text alone."""

    name: str
    screen: Screen
    language: str = "en"
    marks: tuple[str, ...] = ()
    panel: str = ""


def draw_all(guide: Guide, content: Path, folder: Path, out: Path) -> list[Path]:
    """Write each picture into `out`; `folder` is for what is needed on the way. Return the files."""
    copy = folder / "content"
    shutil.copytree(content, copy, ignore=shutil.ignore_patterns("CONTENT-REPORT.txt"))
    store = SnapshotStore(folder / "data")
    application = QApplication.instance() or QApplication(sys.argv[:1])
    load_fonts()
    out.mkdir(parents=True, exist_ok=True)
    window = KioskWindow(Pictures(store.pictures), clock=lambda: 0.0)
    window.resize(*SIZE)
    window.show()
    made = []
    reading = _reading(copy, store)
    for chapter in practised(guide, copy):
        if any(snippet.does != "report" for snippet in chapter.snippets) or chapter.title == WITH_DECK:
            reading = _reading(copy, store)
        for shot in _shots(chapter, reading, copy):
            session = replace(Session.at_start(reading.catalog, _DAY), screen=shot.screen)
            preferences = replace(session.preferences, language=shot.language, calm_motion=True)
            next(draw_screen(window, replace(session, preferences=preferences)))
            file = out / f"{shot.name}.png"
            _save(_cut(window, shot), file)
            made.append(file)
    window.may_close = True
    window.close()
    application.processEvents()
    return made


def _reading(content: Path, store: SnapshotStore) -> Reading:
    return read_content(content, today=_DAY, keep=store.keep)


def _shots(chapter: Chapter, reading: Reading, content: Path) -> Iterator[Shot]:
    topic = reading.catalog.topics[0]
    slides = [slide.key for slide in topic.slides]
    standing = _standing(reading)
    match chapter.title:
        case "Find the folder":
            yield Shot("staff-gate", Gate(Attract(), "27"), marks=("OK",))
            yield Shot("staff-folder", Desk(standing=standing), marks=(FOLDER,), panel="From this folder")
        case "Change a sentence":
            here = SlideOpen(topic.key, slides.index("12-what-you-can-do-today"))
            yield Shot("staff-sentence", here, marks=("Ask Ana",))
        case "Change a picture":
            here = SlideOpen(topic.key, slides.index("12-what-you-can-do-today"))
            yield Shot("staff-picture", here)
        case "Add a slide":
            yield Shot("staff-slide", SlideOpen(topic.key, slides.index("15-find-us")))
        case "A topic from PowerPoint":
            yield Shot("staff-topics", Home())
        case "Translate a slide":
            yield Shot("staff-translation", SlideOpen(topic.key, slides.index("15-find-us")), "es")
        case "Put it on a stick":
            gone = replace(standing, folder=FolderState.GONE, problems=())
            yield Shot("staff-stick", Desk(standing=gone), panel="The content folder is not there.")
        case "Read the report":
            with misspelt(chapter.snippets[0], content):
                wrong = read_content(content, today=_DAY)
            yield Shot("staff-report", Desk(standing=_standing(wrong)), panel="Will not be shown")
        case "Go back to the earlier content":
            yield Shot("staff-back", Desk(standing=standing), marks=("Go back",), panel="Go back")
            held = replace(standing, is_held=True, waiting=standing.live, problems=())
            shown = Desk(standing=held, notice=Notice.DONE)
            yield Shot("staff-new-files", shown, marks=("Show new files",), panel="Show new files")
        case "Clean the screen":
            yield Shot("staff-cleaning", Cleaning(Attract()))
        case _:
            raise ValueError(f'no picture is known for the chapter "{chapter.title}"')


def _standing(reading: Reading) -> Standing:
    """As the folder stands at twenty to ten today, with a copy from the morning."""
    now = datetime.now().astimezone().replace(hour=9, minute=40, second=0)
    topics = len(reading.catalog.topics)
    slides = sum(len(topic.slides) for topic in reading.catalog.topics)
    live = Kept("live", now, topics, slides)
    return Standing(
        FOLDER,
        live=live,
        live_since=now,
        kept=(live, Kept("before", now.replace(hour=8, minute=5), topics, slides - 1)),
        problems=tuple(reading.problems),
        read_at=now,
    )


def _cut(window: KioskWindow, shot: Shot) -> QPixmap:
    """The window or a panel of it, with a ring around each mark. Raises ValueError where one is not on the screen."""
    picture = window.grab()
    box = window.rect()
    rings = [QRectF(_place(window, mark)).adjusted(-8, -1, 8, 1) for mark in shot.marks]
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for ring in rings:
        for colour, width in ((LIGHT.surface, 9), (_RING, 5)):
            painter.setPen(QPen(colour, width))
            painter.drawRoundedRect(ring, 18, 18)
    painter.end()
    if shot.panel:
        box = _panel(window, _place(window, shot.panel)).adjusted(-12, -12, 12, 12) & box
    return picture.copy(box)


def _place(window: KioskWindow, words: str) -> QRect:
    for widget in window.findChildren(QWidget):
        if isinstance(widget, Target | QLabel) and widget.isVisible():
            text = "".join(letter for letter in widget.text() if letter.isprintable())
            if words in text:
                ink = widget.ink if isinstance(widget, Prose) else widget.geometry()
                return ink.translated(widget.mapTo(window, QPoint()) - widget.pos())
    raise ValueError(f"nothing on the screen says: {words}")


def _panel(window: KioskWindow, place: QRect) -> QRect:
    """The white card around that place, down to the last thing on it."""
    page = window.page
    card = next(sheet.geometry() for sheet in page.findChildren(Sheet) if sheet.geometry().contains(place))
    things = (each.geometry() for each in page.findChildren(QWidget) if each.isVisible())
    last = max(thing.bottom() for thing in things if card.contains(thing) and thing != card)
    card.setBottom(min(card.bottom(), last + 24))
    return card


def _save(picture: QPixmap, file: Path) -> None:
    """Small: the screens have few colours but in their drawings."""
    drawn = picture.toImage().convertToFormat(QImage.Format.Format_RGBX8888)
    pixels = bytes(drawn.constBits())
    whole = Image.frombytes("RGBX", (drawn.width(), drawn.height()), pixels).convert("RGB")
    whole.quantize(MOST_COLOURS, dither=Image.Dither.NONE).save(file, optimize=True)


PICTURES = ROOT / "docs" / "images"

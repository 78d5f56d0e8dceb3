"""What the content folder says is what can be read on the glass."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from difflib import SequenceMatcher
from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPixmap
from pytestqt.qtbot import QtBot

from kiosk.core.content.model import Catalog
from kiosk.core.content.snapshot import SnapshotStore
from kiosk.core.session.preferences import Preferences, TextSize
from kiosk.core.session.screens import HelpOpen, Screen, SlideOpen
from kiosk.core.session.session import Session
from kiosk.ui.fonts import load_fonts
from kiosk.ui.picture_of_screen import draw_screen
from kiosk.ui.pictures import Pictures
from kiosk.ui.widgets.prose import Prose
from kiosk.ui.window import KioskWindow
from tests.catalogs import A_DAY
from tests.test_shipped_topic import TOPIC, face_of, words_of
from tests.ui.fitting import parts

PAGE = QRect(0, 0, 1920, 830)
"""All above the strip of steps and the rail."""
LEAST = 0.95
"""Share of the characters that must be read back."""

needs_tesseract = pytest.mark.skipif(
    not shutil.which("tesseract"), reason="tesseract is not installed: nobody reads the slides back"
)


@pytest.fixture
def window(qtbot: QtBot, store: SnapshotStore) -> Iterator[KioskWindow]:
    load_fonts()
    window = KioskWindow(Pictures(store.pictures))
    window.resize(QSize(1920, 1080))
    with qtbot.waitExposed(window):
        window.show()
    yield window
    window._pictures.finish()
    window.may_close = True
    window.close()
    window.deleteLater()


@needs_tesseract
@pytest.mark.parametrize("number", range(len(TOPIC.slides)), ids=lambda number: TOPIC.slides[number].key)
def test_a_slides_title_body_and_message_are_read_back_from_its_picture(
    window: KioskWindow, shipped: Catalog, number: int, tmp_path: Path
) -> None:
    slide = TOPIC.slides[number]
    pictures = draw_screen(window, at(shipped, SlideOpen(TOPIC.key, number)))
    read = " ".join(read_by_tesseract(picture, tmp_path / "page.png") for picture in pictures)
    share = share_read(f"{words_of(slide).title} {face_of(slide)}", read)
    assert share >= LEAST, read


@needs_tesseract
def test_another_slide_is_not_read_back(window: KioskWindow, shipped: Catalog, tmp_path: Path) -> None:
    """The measure tells slides apart: what stands on one is not found on the next."""
    [picture] = draw_screen(window, at(shipped, SlideOpen(TOPIC.key, 1)))
    read = read_by_tesseract(picture, tmp_path / "page.png")
    assert share_read(face_of(TOPIC.slides[2]), read) < 0.6


def test_get_help_now_begins_with_the_worst_signs_and_what_to_do_also_in_the_largest_text(
    window: KioskWindow, shipped: Catalog
) -> None:
    """standards.md 4.3: signs of the bladder and numbness first, the desk and the call beside them."""
    session = at(shipped, HelpOpen(below=SlideOpen(TOPIC.key, 1)), TextSize.LARGEST)
    read = [
        {text.typeset.block.text for text in drawn.page.findChildren(Prose)}
        for drawn in parts(window, session)
    ]
    assert len(read) <= 6
    assert {"You cannot pee,", "You are numb", "Tell the front desk.", "Do not wait for your turn."} <= read[
        0
    ]


def at(catalog: Catalog, screen: Screen, text: TextSize = TextSize.NORMAL) -> Session:
    preferences = Preferences(text_size=text, calm_motion=True)
    return replace(Session.at_start(catalog, A_DAY), screen=screen, preferences=preferences, parts=1)


def read_by_tesseract(picture: QPixmap, png: Path) -> str:
    picture.copy(PAGE).save(str(png))
    command = ["tesseract", str(png), "stdout", "--psm", "3", "-l", "eng"]
    one_thread = {**os.environ, "OMP_THREAD_LIMIT": "1"}
    read = subprocess.run(command, capture_output=True, check=True, env=one_thread)  # noqa: S603 - Debian's
    return read.stdout.decode()


def share_read(expected: str, read: str) -> float:
    """How much of the expected text stands in what was read, in its order: 0 to 1.

    White space counts as one space and curly quotes as straight ones. Then difflib's matching blocks are summed
    up: what was read besides, such as the caption, does not count against it.
    """
    one, other = plain(expected), plain(read)
    matches = SequenceMatcher(None, one, other, autojunk=False).get_matching_blocks()
    return sum(match.size for match in matches) / len(one)


def plain(text: str) -> str:
    return " ".join(text.translate(str.maketrans("‘’“”", "''\"\"")).split())  # noqa: RUF001 - curly quotes

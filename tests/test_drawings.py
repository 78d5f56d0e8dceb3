"""The sixteen pictures that ship are what assets/drawings writes, within the limits that the project sets itself."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from assets.drawings.scenes import names
from assets.drawings.write import checked, place
from kiosk.ui.theme import LIGHT
from tests.likeness import look_alike
from tests.test_shipped_topic import TOPIC

MOVING = {"blood-flow", "looser-muscles", "fewer-flare-ups"}


def test_there_is_a_picture_for_each_slide_for_the_help_page_and_for_being_updated() -> None:
    slides = {slide.key.partition("-")[2] for slide in TOPIC.slides}
    assert set(names()) == slides | {
        "get-help-now",
        "being-updated",
    }


@pytest.mark.parametrize("name", names())
def test_a_committed_picture_is_what_its_scene_draws(qapp: object, name: str, tmp_path: Path) -> None:
    """`checked` refuses what the content check would not take, over 80 KB, or over 2,000 elements."""
    drawn, committed = tmp_path / "drawn.png", tmp_path / "committed.png"
    put_on_paper(checked(name), drawn)
    put_on_paper(place(name).read_bytes(), committed)
    assert look_alike(drawn, committed), f"run: python -m assets.drawings.write {name}"


def put_on_paper(drawing: bytes, file: Path) -> None:
    """Qt joins shapes with other points on other machines, but in the same places: compare what is seen."""
    paper = QImage(500, 400, QImage.Format.Format_RGB32)
    paper.fill(LIGHT.paper)
    painter = QPainter(paper)
    QSvgRenderer(QByteArray(drawing)).render(painter)
    painter.end()
    paper.save(str(file))


def test_three_pictures_move_and_each_begins_at_rest() -> None:
    moving = {name for name in names() if b"<animateTransform" in place(name).read_bytes()}
    assert moving == MOVING


def test_no_two_slides_show_the_same_picture() -> None:
    assert len({slide.image.name for slide in TOPIC.slides if slide.image}) == len(TOPIC.slides)

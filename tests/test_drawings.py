"""The sixteen pictures that ship are what assets/drawings writes, within the limits that the project sets itself."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray, Qt
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


@pytest.mark.parametrize(
    "name", [*names()[:3], *(pytest.param(name, marks=pytest.mark.long) for name in names()[3:])]
)
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


@pytest.mark.parametrize("name", names())
def test_no_picture_has_words_in_it(name: str) -> None:
    """standards.md VIS-11: words in a picture are not read aloud, translated or enlarged."""
    assert b"<text" not in place(name).read_bytes()


FLASHES_A_SECOND, FRAME_SECONDS, CELLS = 3, 0.1, 20


@pytest.mark.parametrize("name", sorted(MOVING))
def test_no_drawing_flashes(qapp: object, name: str) -> None:
    """standards.md MOT-01 (WCAG 2.3.1): no part of it grows brighter and darker again more than 3 times a second."""
    renderer = QSvgRenderer(QByteArray(place(name).read_bytes()))
    frames = [brightness(renderer, frame) for frame in range(0, 30 * 16, round(30 * FRAME_SECONDS))]
    assert len(set(map(tuple, frames))) > 1, "nothing moves, so nothing is proved"
    assert max(map(flashes_in_a_second, zip(*frames, strict=True))) <= FLASHES_A_SECOND


def flashes_in_a_second(brightness_of_a_part: tuple[float, ...]) -> int:
    """The most that there are in any one second: a tenth brighter and darker again, or the other way round."""
    window = round(1 / FRAME_SECONDS)
    most = 0
    for begin in range(len(brightness_of_a_part)):
        second = brightness_of_a_part[begin : begin + window + 1]
        changes = [after - before for before, after in pairwise(second) if abs(after - before) >= 0.1]
        most = max(most, (sum(one * other < 0 for one, other in pairwise(changes)) + 1) // 2)
    return most


def test_what_flashes_four_times_a_second_is_found() -> None:
    """standards.md MOT-01."""
    assert flashes_in_a_second((0.2, 0.8) * 4 + (0.2,) * 30) == 4
    assert flashes_in_a_second((0.2, 0.2, 0.8, 0.8, 0.2) * 10) <= FLASHES_A_SECOND
    assert flashes_in_a_second(tuple(step / 100 for step in range(100))) == 0


def brightness(renderer: QSvgRenderer, frame: int) -> list[float]:
    """Of each part of the picture, 0 to 1."""
    renderer.setCurrentFrame(frame)
    paper = QImage(300, 240, QImage.Format.Format_RGB32)
    paper.fill(LIGHT.paper)
    painter = QPainter(paper)
    renderer.render(painter)
    painter.end()
    small = paper.scaled(CELLS, CELLS, mode=Qt.TransformationMode.SmoothTransformation)
    return [small.pixelColor(x, y).lightnessF() for x in range(CELLS) for y in range(CELLS)]

"""Codes on Finish, read back from a picture of the screen by another program."""

from __future__ import annotations

import shutil
import subprocess
from itertools import product
from pathlib import Path

import pytest
import segno
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from kiosk.app import Kiosk
from kiosk.core.content.model import Block, Catalog, Clinic, Kind, Run, Topic
from kiosk.core.session.events import PartPressed
from kiosk.core.session.preferences import Preferences, TextSize, Theme
from kiosk.core.session.questions import VisitQuestion
from kiosk.core.session.screens import Finish
from kiosk.core.settings import Machine
from kiosk.core.takeaway import text_of
from kiosk.core.views.finish import FinishView
from kiosk.ui.widgets.code import CodeLabel, Sizer, modules_of, version_for
from tests.catalogs import asking, catalog
from tests.ui.conftest import LANDSCAPE, StartKiosk
from tests.ui.hands import words_on

needs_zbar = pytest.mark.skipif(
    not shutil.which("zbarimg"), reason="zbarimg is not installed: nobody reads the codes back"
)
PORTRAIT, SMALL, LARGE = QSize(1080, 1920), QSize(1024, 600), QSize(3840, 2160)
SIZES = [LANDSCAPE, PORTRAIT, SMALL, LARGE]
by_size = pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size.width()}x{size.height()}")

WORDS = {
    "en": ("Is massage safe with my medicines", "Keep moving, and start with gentle exercise."),
    "es": ("¿Es seguro el masaje? Señor, mañana, corazón, pingüino", "Siga moviéndose. ¡Pregúntenos!"),
    "ar": ("هل التدليك آمن لي مع الأدوية التي أتناولها", "استمر في الحركة، وابدأ بتمارين خفيفة."),
}


def worded(language: str, repeated: int = 1, summary: int = 3) -> Topic:
    """Three slides, of which two have five questions each and the last is the summary, in this language too."""
    question, sentence = WORDS[language]
    plain = asking("backs", 3, each=5)
    slides = []
    for place, each in enumerate(plain.slides):
        words = each.words["en"]
        asked = tuple(f"{' '.join([question] * repeated)} {place + 1}{letter}" for letter in "abcde")
        body = tuple(Block((Run(f"{number}: {sentence}"),)) for number in range(1, summary + 1))
        grown = replace(words, questions=asked if words.questions else (), body=body)
        slides.append(replace(each, words={**each.words, language: grown}))
    last = replace(slides[2], kind=Kind.SUMMARY)
    return replace(plain, slides=(*slides[:2], last))


def on_finish(
    start_kiosk: StartKiosk,
    content: Catalog,
    count: int,
    size: QSize = LANDSCAPE,
    preferences: Preferences | None = None,
    machine: Machine | None = None,
) -> Kiosk:
    kiosk = start_kiosk(content, size=size, machine=machine)
    places = product((0, 1), range(5))
    questions = tuple(VisitQuestion("backs", place, index) for place, index in places)[:count]
    kiosk.session = replace(
        kiosk.session,
        screen=Finish("backs"),
        questions=questions,
        preferences=replace(preferences or Preferences(), calm_motion=True),  # pictures show no turn
    )
    kiosk.show()
    return kiosk


def code(kiosk: Kiosk) -> CodeLabel:
    """The first code on show; turns to the part that it is on."""
    for _ in range(kiosk.session.parts):
        found = kiosk.window.page.findChild(CodeLabel)
        if isinstance(found, CodeLabel):
            return found
        kiosk.happen(PartPressed())
    raise LookupError("no code on Finish")


def all_words(kiosk: Kiosk) -> str:
    found = []
    for _ in range(kiosk.session.parts):
        found.append(words_on(kiosk))
        kiosk.happen(PartPressed())
    return "\n".join(found)


def notes_text(kiosk: Kiosk, questions: int, *, has_summary: bool) -> str:
    view = kiosk.window.shown.view
    assert isinstance(view, FinishView)
    assert view.code
    return text_of(view.code.notes, questions, has_summary=has_summary)


def read_back(kiosk: Kiosk, folder: Path) -> str:
    """What zbarimg finds on a picture of the whole screen."""
    code(kiosk)
    png = folder / "screen.png"
    kiosk.window.grab().save(str(png))
    command = ["zbarimg", "--quiet", "--raw", "-Sdisable", "-Sqrcode.enable", str(png)]
    # It looks for a desktop's bus first, and goes on without.
    read = subprocess.run(command, capture_output=True, check=True)  # noqa: S603 - Debian's
    return read.stdout.decode().removesuffix("\n")


@needs_zbar
@pytest.mark.parametrize("theme", Theme)
@pytest.mark.parametrize("language", WORDS)
def test_another_program_reads_the_questions_and_what_to_remember_from_the_screen(
    start_kiosk: StartKiosk, language: str, theme: Theme, tmp_path: Path
) -> None:
    content = catalog(worded(language), clinic=Clinic("Riverside Clinic", languages=("en", "es", "ar")))
    kiosk = on_finish(start_kiosk, content, 3, preferences=Preferences(language, theme=theme))
    read = read_back(kiosk, tmp_path)
    assert read == notes_text(kiosk, 3, has_summary=True)
    assert f"1. {WORDS[language][0]} 1a" in read
    assert "Riverside Clinic" in read
    assert WORDS[language][1] in read


@needs_zbar
@by_size
@pytest.mark.parametrize("text_size", [TextSize.NORMAL, TextSize.LARGEST])
@pytest.mark.parametrize("language", WORDS)
def test_it_is_read_back_at_every_size_of_screen_and_text(
    start_kiosk: StartKiosk, size: QSize, text_size: TextSize, language: str, tmp_path: Path
) -> None:
    content = catalog(worded(language))
    kiosk = on_finish(start_kiosk, content, 2, size, Preferences(language, text_size=text_size))
    read = read_back(kiosk, tmp_path)
    assert f"2. {WORDS[language][0]} 1b" in read
    assert read in {notes_text(kiosk, 2, has_summary=has_summary) for has_summary in (True, False)}


LEFT_OUT: list[tuple[QSize, int, int, int, bool, str]] = [
    (LANDSCAPE, 8, 2, 8, True, "It holds your questions and what to remember."),
    (LANDSCAPE, 8, 3, 8, False, "It holds your questions."),
    (LANDSCAPE, 8, 6, 8, False, "It holds your questions."),
    (SMALL, 3, 1, 3, False, "It holds your questions."),
    (SMALL, 8, 9, 2, False, "It holds your first 2 questions. The others are only on this list."),
]


@needs_zbar
@pytest.mark.parametrize("theme", Theme)
@pytest.mark.parametrize(("size", "count", "repeated", "questions", "has_summary", "said"), LEFT_OUT)
def test_what_is_left_out_of_a_code_that_grows_too_large_is_said_beside_it(
    start_kiosk: StartKiosk,
    size: QSize,
    count: int,
    repeated: int,
    questions: int,
    has_summary: bool,  # noqa: FBT001 - a column of the table
    said: str,
    theme: Theme,
    tmp_path: Path,
) -> None:
    """First what to remember, then it grows to the page, then the last questions; the list itself stays whole."""
    kiosk = on_finish(start_kiosk, catalog(worded("en", repeated)), count, size, Preferences(theme=theme))
    words = all_words(kiosk)
    assert said in words
    for number in range(count):
        assert f"{number // 5 + 1}{'abcde'[number % 5]}" in words
    assert read_back(kiosk, tmp_path) == notes_text(kiosk, questions, has_summary=has_summary)


@pytest.mark.parametrize(("repeated", "is_grown"), [(2, False), (3, False), (6, True)])
def test_a_code_is_at_most_95_mm_and_of_version_25_unless_its_questions_alone_need_more(
    start_kiosk: StartKiosk, repeated: int, *, is_grown: bool
) -> None:
    kiosk = on_finish(start_kiosk, catalog(worded("en", repeated)), 8)
    found = code(kiosk)
    mm = found.device_px / kiosk.window.px_per_mm
    assert (mm > 95.5 or found._version > 25) is is_grown
    assert kiosk.window.page.rect().contains(found.geometry())


@by_size
@pytest.mark.parametrize("theme", Theme)
@pytest.mark.parametrize("count", [0, 3, 8])
def test_every_square_is_as_large_as_the_others_in_whole_pixels_and_pure_black_on_white(
    start_kiosk: StartKiosk, size: QSize, theme: Theme, count: int
) -> None:
    """At least 3 pixels and 0.5 mm, with an empty rim of 4 squares: ISO/IEC 18004."""
    kiosk = on_finish(start_kiosk, catalog(worded("es")), count, size, Preferences("es", theme=theme))
    found = code(kiosk)
    module, side = found._module, modules_of(found._version)
    assert module >= 3
    assert module >= 0.5 * kiosk.window.px_per_mm
    picture = kiosk.window.grab().toImage()
    assert squares(picture, found.mapTo(kiosk.window, QPoint(0, 0)), module, side) == expected(found)


def squares(picture: QImage, place: QPoint, module: int, side: int) -> list[list[bool]]:
    """Which squares are black; every pixel of each is looked at."""
    grid = []
    for row in range(side):
        line = []
        for column in range(side):
            x, y = place.x() + column * module, place.y() + row * module
            box = picture.copy(QRect(x, y, module, module))
            colours = {box.pixel(i, j) & 0xFFFFFF for i in range(module) for j in range(module)}
            assert colours in ({0x000000}, {0xFFFFFF}), (row, column, colours)
            line.append(colours == {0})
        grid.append(line)
    return grid


def expected(label: CodeLabel) -> list[list[bool]]:
    text = label._text
    made = segno.make_qr(
        text,
        error="m",
        mode="byte",
        encoding="utf-8",
        eci=not text.isascii(),
        boost_error=False,
        version=label._version,
    )
    return [[bool(square) for square in row] for row in made.matrix_iter(border=4)]


def test_a_screen_whose_millimetres_were_measured_has_squares_of_half_a_millimetre(
    start_kiosk: StartKiosk,
) -> None:
    """A dense screen of 10 inches: 3 pixels would be a third of a millimetre."""
    machine = Machine(px_per_mm=8.8)
    kiosk = on_finish(start_kiosk, catalog(worded("en")), 3, machine=machine)
    assert code(kiosk)._module >= 0.5 * 8.8
    assert Sizer(8.8, 1.0).least == 5
    assert Sizer(4.03, 1.0).least == 3
    assert Sizer(2.24, 1.0).least == 3
    assert Sizer(4.03, 2.0).least == 5


@pytest.mark.parametrize("ratio", [1.0, 1.25, 1.5, 2.0])
@pytest.mark.parametrize("place", [QPoint(0, 0), QPoint(13, 7)])
def test_squares_lie_on_the_screens_own_pixels_where_qt_counts_in_others(
    qtbot: QtBot, ratio: float, place: QPoint
) -> None:
    """A system that draws everything half as large again must not blur them."""
    page = QWidget()
    qtbot.addWidget(page)
    page.resize(400, 400)
    text = "Is it safe for me?"
    version = version_for(text)
    assert version
    label = _Scaled(page, text, version, 3, "")
    label.ratio = ratio
    label.move(place)
    label.resize(label.device_px, label.device_px)
    picture = QImage(800, 800, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.red)
    picture.setDevicePixelRatio(ratio)
    painter = QPainter(picture)
    label.render(painter, place)
    painter.end()
    picture.setDevicePixelRatio(1.0)
    first = first_dark(picture)
    corner = first - QPoint(4 * 3, 4 * 3)
    assert squares(picture, corner, 3, modules_of(version)) == expected(label)


class _Scaled(CodeLabel):
    """On a screen with this many of its own pixels in one of Qt's."""

    ratio = 1.0

    def devicePixelRatioF(self) -> float:
        return self.ratio


def first_dark(picture: QImage) -> QPoint:
    for y, x in product(range(picture.height()), range(picture.width())):
        if picture.pixel(x, y) & 0xFFFFFF == 0:
            return QPoint(x, y)
    raise LookupError("nothing is black")


@settings(deadline=None, max_examples=60)
@given(st.text("abcd é؟", min_size=1, max_size=1500))
def test_the_version_is_known_without_making_the_code(text: str) -> None:
    made = segno.make_qr(
        text, error="m", mode="byte", encoding="utf-8", eci=not text.isascii(), boost_error=False
    )
    assert version_for(text) == made.version


def test_what_no_code_can_hold_has_no_version() -> None:
    assert version_for("a" * 2331) == 40
    assert version_for("a" * 2332) is None


@pytest.mark.parametrize("language", ["en", "ar"])
def test_a_code_is_never_mirrored(start_kiosk: StartKiosk, language: str) -> None:
    """Its text differs by language, so what is compared is the picture with what the text makes."""
    kiosk = on_finish(start_kiosk, catalog(worded("ar")), 2, preferences=Preferences(language))
    found = code(kiosk)
    picture = kiosk.window.grab().toImage()
    place = found.mapTo(kiosk.window, QPoint(0, 0))
    grid = squares(picture, place, found._module, modules_of(found._version))
    assert grid[4][4:11] == grid[4][-11:-4] == grid[-5][4:11] == [True] * 7
    assert grid[-5][-11:-4] != [True] * 7  # the fourth corner has no eye
    is_left = found.geometry().center().x() < kiosk.window.width() // 2
    assert is_left is (language == "ar")


@needs_zbar
def test_the_clinics_own_address_is_a_second_code(start_kiosk: StartKiosk, tmp_path: Path) -> None:
    address = "https://www.clinic.example/back-pain/leaflet.pdf"
    content = catalog(worded("en"), clinic=Clinic(leaflet_url=address))
    kiosk = on_finish(start_kiosk, content, 2)
    found = set()
    for _ in range(kiosk.session.parts):
        found |= set(read_back(kiosk, tmp_path).split("\n\n"))
        kiosk.happen(PartPressed())
    assert address in "\n".join(found)
    assert "My questions\n1." in "\n".join(found)


def test_without_questions_or_anything_to_remember_there_is_no_code(start_kiosk: StartKiosk) -> None:
    bare = asking("backs", 2)
    slides = tuple(
        replace(each, words={"en": replace(each.words["en"], message="", body=())}) for each in bare.slides
    )
    kiosk = on_finish(start_kiosk, catalog(replace(bare, slides=slides)), 0)
    assert kiosk.window.page.findChild(CodeLabel) is None
    assert "Thank you." in words_on(kiosk)


def test_no_question_is_written_anywhere(start_kiosk: StartKiosk, monkeypatch: pytest.MonkeyPatch) -> None:
    """standards.md PRV-03: the code is made in memory, and no file is opened to write for it."""
    opened: list[str] = []
    real = open

    def watched(file: object, mode: str = "r", *rest: object, **more: object) -> object:
        if set(mode) & set("wax+"):
            opened.append(str(file))
        return real(file, mode, *rest, **more)  # type: ignore[call-overload]

    monkeypatch.setattr("builtins.open", watched)
    kiosk = on_finish(start_kiosk, catalog(worded("en")), 3)
    assert code(kiosk).isVisible()
    kiosk.window.grab()
    assert opened == []

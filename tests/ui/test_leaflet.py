"""The leaflet, read back from the PDF with poppler: what a patient and a screen's reader find in it."""

from __future__ import annotations

import re
import subprocess
import unicodedata
from collections.abc import Callable
from importlib.util import find_spec
from itertools import pairwise
from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtGui import QFontDatabase, QImage
from pytestqt.qtbot import QtBot

from kiosk.core.content.model import Block, BlockStyle, Catalog, Clinic, Image, Run, Slide, SlideWords, Topic
from kiosk.core.content.showing import words_of
from kiosk.core.content.snapshot import SnapshotStore
from kiosk.core.views.handout import Handout, HandoutQuestion, Passage, handout_of
from kiosk.ui.fonts import load_fonts
from kiosk.ui.leaflet.paper import Paper
from kiosk.ui.leaflet.printed import as_pdf
from tests.catalogs import topic

MARGIN = 40  # points
ARABIC = "قد يخفف التدليك ألم الظهر لفترة قصيرة، بين بيت لا إلى شيء"
QUESTIONS = tuple(HandoutQuestion(f"Could question number {number} be mine?", "en") for number in range(1, 9))

Print = Callable[..., Path]


@pytest.fixture
def print_it(qtbot: QtBot, store: SnapshotStore, shipped: Catalog, tmp_path: Path) -> Print:
    """Return a function that writes the leaflet of a handout, the shipped topic's unless another is given."""
    load_fonts()

    def print_(handout: Handout | None = None, paper: Paper = Paper.A4, **facts: object) -> Path:
        catalog = replace(shipped, clinic=Clinic(name="Riverside Clinic", emergency="911"))
        made = handout or handout_of(catalog, catalog.topics[0], "en", **facts)  # type: ignore[arg-type]
        file = tmp_path / "leaflet.pdf"
        file.write_bytes(as_pdf(made, lambda image: store.pictures / image.name, paper))
        return file

    return print_


def said(*command: object) -> str:
    words = [str(word) for word in command]
    return subprocess.run(words, capture_output=True, check=True, text=True).stdout  # noqa: S603 - poppler


def info(file: Path) -> dict[str, str]:
    pairs = (line.partition(":")[::2] for line in said("pdfinfo", file).splitlines())
    return {key: value.strip() for key, value in pairs}


def flat(text: str) -> str:
    """Without what a PDF cannot keep: line ends, marks of direction, presentation forms."""
    bare = "".join(sign for sign in unicodedata.normalize("NFKC", text) if unicodedata.category(sign) != "Cf")
    return " ".join(bare.split())


def text_of(file: Path) -> str:
    return flat(said("pdftotext", "-raw", file, "-"))


def boxes(file: Path) -> list[tuple[float, ...]]:
    """Each word's left, top, right and bottom, in points, then the page's width and height."""
    found, page = [], (0.0, 0.0)
    for line in said("pdftotext", "-bbox", file, "-").splitlines():
        numbers = [float(number) for number in re.findall(r'(?:width|height|[xy]M\w+)="([\d.-]+)"', line)]
        if "<page " in line:
            page = (numbers[0], numbers[1])
        elif "<word " in line:
            found.append((*numbers, *page))
    return found


@pytest.mark.parametrize("is_large", [False, True])
def test_all_key_messages_signs_questions_and_sources_can_be_copied(
    print_it: Print, shipped: Catalog, *, is_large: bool
) -> None:
    file = print_it(questions=QUESTIONS, is_large=is_large)
    text, shown = text_of(file), shipped.topics[0]
    made = handout_of(
        replace(shipped, clinic=Clinic(emergency="911")), shown, "en", QUESTIONS, is_large=is_large
    )
    assert made.sources
    passages = (*made.points, *made.passages, made.summary, made.urgent, made.sources)
    wanted = [
        *(each for passage in passages if passage for each in (passage.title, passage.message)),
        *(block.text for passage in passages if passage for block in passage.body),
        *(block.text for block in made.urgent_more),
        *(question.text for question in QUESTIONS),
        *(made.title, made.purpose, made.advice, made.draft, "Riverside Clinic", "Page 1 of "),
    ]
    assert [each for each in wanted if flat(each) not in text] == []


def test_large_print_has_every_slide_of_the_topic_hwi_09(print_it: Print, shipped: Catalog) -> None:
    text, shown = text_of(print_it(is_large=True)), shipped.topics[0]
    missing = [slide.key for slide in shown.slides if flat(words_of(slide, shown, "en").title) not in text]
    assert len(shown.slides) == 14
    assert missing == []


@pytest.mark.parametrize("questions", [(), QUESTIONS[:4]])
def test_the_ordinary_leaflet_is_one_sheet_of_type_from_11_points(
    print_it: Print, questions: tuple[HandoutQuestion, ...]
) -> None:
    file = print_it(questions=questions)
    assert info(file)["Pages"] == "2"
    assert sizes(file)["Keep moving. Walk a little each day."] >= 11


def sizes(file: Path) -> dict[str, float]:
    """Each line's size of type in points."""
    told = said("pdftohtml", "-xml", "-stdout", "-zoom", "1", "-i", file)
    fonts = {name: float(size) for name, size in re.findall(r'<fontspec id="(\d+)" size="(\d+)"', told)}
    lines = re.findall(r'<text [^>]*font="(\d+)">(.*?)</text>', told)
    return {re.sub("<.*?>", "", line): fonts[font] for font, line in lines}


def test_no_letter_in_large_print_is_under_18_points_hwi_09(print_it: Print) -> None:
    found = sizes(print_it(questions=QUESTIONS, is_large=True))
    assert min(found.values()) >= 18
    assert len(found) > 100


def test_its_title_author_and_paper_are_set(print_it: Print) -> None:
    a4 = info(print_it())
    assert (a4["Title"], a4["Author"]) == ("Massage and sciatica", "Riverside Clinic")
    assert a4["Page size"] == "595 x 842 pts (A4)"
    assert info(print_it(paper=Paper.LETTER))["Page size"] == "612 x 792 pts (letter)"


def test_letters_are_of_fonts_that_the_file_brings_and_drawings_stay_lines(print_it: Print) -> None:
    file = print_it()
    fonts = said("pdffonts", file).splitlines()[2:]
    assert all(line.split()[-5:-2] == ["yes", "no", "yes"] for line in fonts)
    # What Atkinson cannot draw is drawn by Noto, and counts for its own.
    named = {line.split()[0] for line in fonts if "NotoSans" not in line}
    assert named == {
        "AtkinsonHyperlegible-Regular",
        "AtkinsonHyperlegible-Bold",
    }
    assert len(said("pdfimages", "-list", file).splitlines()) == 2  # its heading


def test_readers_of_pdf_find_no_fault_in_it(print_it: Print, tmp_path: Path) -> None:
    command = ["pdftoppm", "-r", "30", "-png", str(print_it()), str(tmp_path / "page")]
    assert subprocess.run(command, capture_output=True, check=True).stderr == b""  # noqa: S603 - as above


@pytest.mark.parametrize("paper", Paper)
@pytest.mark.parametrize("is_large", [False, True])
def test_no_word_leaves_the_margins(print_it: Print, paper: Paper, *, is_large: bool) -> None:
    words = boxes(print_it(paper=paper, is_large=is_large, questions=QUESTIONS))
    assert len(words) > 300
    out = [
        box
        for box in words
        if box[0] < MARGIN - 1 or box[2] > box[4] - MARGIN + 1 or box[1] < 30 or box[3] > box[5] - 30
    ]
    assert out == []


def long_topic(text: str, count: int = 1) -> Topic:
    block = Block((Run(text),), BlockStyle.BULLET)
    slides = tuple(Slide(f"{n}", {"en": SlideWords("T" * 90, (block,) * 3, text)}) for n in range(count))
    return topic(slides=slides)


@pytest.mark.parametrize("text", ["word " * 900, "W" * 400, "one\ntwo\n" * 80])
@pytest.mark.parametrize("is_large", [False, True])
def test_text_of_any_length_goes_on_on_the_next_page(print_it: Print, text: str, *, is_large: bool) -> None:
    file = print_it(handout_of(Catalog(), long_topic(text, 3), "en", is_large=is_large))
    kept = re.sub(r"Backs ?Page \d+ of \d+", "", text_of(file))
    assert flat(text).replace(" ", "") in kept.replace(" ", "")
    assert all(
        box[0] >= MARGIN - 1 and box[2] <= box[4] - MARGIN + 1 and box[3] <= box[5] - 30
        for box in boxes(file)
    )


def test_a_photo_is_scaled_to_what_print_needs(print_it: Print, store: SnapshotStore) -> None:
    name = "c" * 64 + ".png"
    photo = QImage(2400, 1800, QImage.Format.Format_RGB32)
    photo.fill(0xFF336699)
    store.pictures.mkdir(exist_ok=True)
    photo.save(str(store.pictures / name))
    shown = topic(slides=(Slide("a", {"en": SlideWords("A", caption="C")}, Image(name, 2400, 1800)),))
    file = print_it(handout_of(Catalog(), shown, "en"))
    rows = [line.split() for line in said("pdfimages", "-list", file).splitlines()[2:]]
    assert [row[2] for row in rows] == ["image"]
    assert 150 <= int(rows[0][3]) <= 400


def arabic() -> Handout:
    made = handout_of(Catalog(), topic(), "ar")
    passage = Passage("ar", "التدليك وعرق النسا", (Block((Run(ARABIC),), BlockStyle.BULLET),), "يرجى سؤالنا")
    return replace(made, title="التدليك وعرق النسا", points=(passage,), passages=(), summary=None)


def test_arabic_can_be_copied_and_searched_word_for_word(print_it: Print) -> None:
    _load_arabic()
    text = flat(said("pdftotext", print_it(arabic()), "-"))  # in raw order every letter is a line
    assert flat("يرجى سؤالنا") in text
    assert text.count(flat("التدليك وعرق النسا")) == 4  # title, the slide's, and the foot of two pages


def test_a_page_that_runs_right_to_left_is_mirrored(print_it: Print) -> None:
    _load_arabic()
    assert left_of_page_number(print_it(handout_of(Catalog(), topic(), "en"))) > 300
    assert left_of_page_number(print_it(arabic())) == pytest.approx(MARGIN, abs=10)


def left_of_page_number(file: Path) -> float:
    """It stands at the trailing side of the foot, the lowest line of the page."""
    words = [
        (float(low), float(left))
        for left, low in re.findall(
            r'xMin="([\d.]+)"[^>]*yMax="([\d.]+)">', said("pdftotext", "-bbox", file, "-")
        )
    ]
    foot = max(low for low, _ in words)
    lowest = sorted(left for low, left in words if foot - low < 10)
    gaps = [right - left for left, right in pairwise(lowest)]
    is_mirrored = any("\u0600" <= letter <= "\u06ff" for letter in text_of(file))
    return lowest[0] if is_mirrored else lowest[gaps.index(max(gaps)) + 1]


def _load_arabic() -> None:
    """The font for Arabic, where the kiosk has not loaded it already."""
    spec = find_spec("fontpkg_noto_sans_arabic")
    assert spec
    assert spec.origin
    for file in Path(spec.origin).parent.rglob("*.ttf"):
        QFontDatabase.addApplicationFont(str(file))

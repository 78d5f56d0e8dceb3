"""The evidence chip under a finger and under keys, and the sheet that it opens."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from kiosk.app import Kiosk
from kiosk.core.content.model import Catalog, Review
from kiosk.core.session.events import EasierPressed, EvidencePressed, NextPressed, PartPressed
from kiosk.core.session.preferences import Preferences, TextSize, Theme
from kiosk.core.session.screens import EvidenceOpen, MoreOpen, SlideOpen
from kiosk.core.true_size import PX_PER_MM
from kiosk.core.views.rail import KeyName
from kiosk.ui.dates import date_in_words
from kiosk.ui.widgets.evidence import EvidenceBars, EvidenceCard, EvidenceChip
from tests.catalogs import catalog, slide, topic
from tests.ui.conftest import LANDSCAPE, StartKiosk
from tests.ui.hands import has, later, press, screen, target, touch, words_on

TOPIC = "sciatica-massage"
PAIN = SlideOpen(TOPIC, 1)
SIZES = [LANDSCAPE, QSize(1080, 1920), QSize(1024, 600)]
DRAFT = "Draft, not yet reviewed by a clinician"
A_DATE = date(2026, 3, 31)


def on_pain_relief(start_kiosk: StartKiosk, size: QSize = LANDSCAPE, content: Catalog | None = None) -> Kiosk:
    """A session on the slide that says "Little evidence" and names four sources."""
    kiosk = start_kiosk(content, size=size)
    kiosk.session = replace(kiosk.session, screen=PAIN)
    kiosk.show()
    return kiosk


def prefer(kiosk: Kiosk, preferences: Preferences) -> None:
    kiosk.session = replace(kiosk.session, preferences=preferences, parts=1)
    kiosk.show()


def chip(kiosk: Kiosk) -> EvidenceChip:
    found = kiosk.window.page.findChild(EvidenceChip)
    assert isinstance(found, EvidenceChip)
    return found


def click(qtbot: QtBot, kiosk: Kiosk, place: QPoint) -> None:
    """At a place of the window, by whatever lies there."""
    later(kiosk)
    qtbot.mouseClick(kiosk.window, Qt.MouseButton.LeftButton, pos=place)


def all_words(kiosk: Kiosk) -> str:
    return "\n".join(label.text() for label in kiosk.window.page.findChildren(QLabel))


def parts_of_the_sheet(kiosk: Kiosk) -> Iterator[str]:
    for _ in range(kiosk.session.parts):
        page = kiosk.window.page
        assert all(page.rect().contains(label.geometry()) for label in page.findChildren(QLabel))
        yield all_words(kiosk)
        kiosk.happen(PartPressed())


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size.width()}x{size.height()}")
@pytest.mark.parametrize("text_size", [TextSize.NORMAL, TextSize.LARGEST])
def test_the_chip_is_hit_at_every_edge_of_twenty_millimetres(
    start_kiosk: StartKiosk, qtbot: QtBot, size: QSize, text_size: TextSize
) -> None:
    """standards.md OPR-01: the area round the chip, not only what is drawn of it."""
    kiosk = on_pain_relief(start_kiosk, size)
    prefer(kiosk, Preferences(text_size=text_size))
    while kiosk.window.page.findChild(EvidenceChip) is None:
        kiosk.happen(NextPressed())
    here = screen(kiosk)
    assert isinstance(here, SlideOpen)
    least = round(20 * PX_PER_MM * kiosk.window.shown.style.unit)
    assert chip(kiosk).height() >= least
    box = chip(kiosk).rect().translated(chip(kiosk).mapTo(kiosk.window, QPoint(0, 0)))
    middle = box.center()
    for place in (
        QPoint(middle.x(), middle.y() - least // 2 + 1),
        QPoint(middle.x(), middle.y() + least // 2 - 1),
        QPoint(box.left() + 1, middle.y()),
        QPoint(box.right() - 1, middle.y()),
        box.topLeft() + QPoint(1, 1),
        box.bottomRight() - QPoint(1, 1),
    ):
        assert screen(kiosk) == here
        click(qtbot, kiosk, place)
        assert screen(kiosk) == EvidenceOpen(below=here)
        touch(qtbot, kiosk, KeyName.CLOSE)
    for place in (QPoint(middle.x(), box.top() - 2), QPoint(middle.x(), box.bottom() + 2)):
        click(qtbot, kiosk, place)
        assert screen(kiosk) == here


def test_the_sheet_says_the_meaning_the_sources_and_that_it_is_a_draft(
    start_kiosk: StartKiosk, qtbot: QtBot
) -> None:
    kiosk = on_pain_relief(start_kiosk)
    touch(qtbot, kiosk, KeyName.EVIDENCE)
    assert kiosk.window.windowTitle() == "How sure are we?"
    said = all_words(kiosk)
    for words in (
        "Pain relief",
        "Little evidence",
        "There are only a few studies, or weak ones.",
        "That does not mean it is false.",
        "Cochrane review CD001929: massage for low back pain,\u00a02015",
        "World Health Organization (WHO) guideline: chronic primary low back pain,\u00a02023",
        DRAFT,
    ):
        assert words in said
    assert kiosk.window.page.findChild(EvidenceBars) is not None


def test_nothing_on_the_sheet_is_a_link(start_kiosk: StartKiosk, qtbot: QtBot) -> None:
    """There is nowhere to go from a kiosk: the only targets are the rail's keys."""
    kiosk = on_pain_relief(start_kiosk)
    kiosk.session = replace(kiosk.session, screen=SlideOpen(TOPIC, 6))
    kiosk.happen(EvidencePressed())
    assert "nice.org.uk/guidance/ng59" in all_words(kiosk)
    assert {found.key.name for found in kiosk.window.targets()} == {
        KeyName.HELP,
        KeyName.EASIER,
        KeyName.START_OVER,
        KeyName.CLOSE,
    }
    for label in kiosk.window.page.findChildren(QLabel):
        assert label.textFormat() == Qt.TextFormat.PlainText


@pytest.mark.parametrize("leave", [KeyName.CLOSE, Qt.Key.Key_Escape, Qt.Key.Key_Left])
def test_it_closes_to_the_tell_me_more_where_it_was_opened(
    start_kiosk: StartKiosk, qtbot: QtBot, leave: KeyName | Qt.Key
) -> None:
    kiosk = on_pain_relief(start_kiosk)
    touch(qtbot, kiosk, KeyName.MORE)
    touch(qtbot, kiosk, KeyName.MORE_TEXT)
    assert screen(kiosk) == MoreOpen(TOPIC, 1, part=2)
    touch(qtbot, kiosk, KeyName.EVIDENCE)
    assert screen(kiosk) == EvidenceOpen(below=MoreOpen(TOPIC, 1, part=2))
    if isinstance(leave, KeyName):
        touch(qtbot, kiosk, leave)
    else:
        press(qtbot, kiosk, leave)
    assert screen(kiosk) == MoreOpen(TOPIC, 1, part=2)
    touch(qtbot, kiosk, KeyName.CLOSE)
    assert screen(kiosk) == PAIN


def test_six_keys_reach_the_chip_and_the_sheet_and_come_back(start_kiosk: StartKiosk, qtbot: QtBot) -> None:
    """standards.md OPR-04."""
    kiosk = on_pain_relief(start_kiosk)
    for _ in range(len(kiosk.window.targets())):
        press(qtbot, kiosk, Qt.Key.Key_Down)
        if kiosk.window.focusWidget() is chip(kiosk):
            break
    assert kiosk.window.focusWidget() is chip(kiosk)
    assert kiosk.window.focus.ring.isVisible()
    press(qtbot, kiosk, Qt.Key.Key_Return)
    assert screen(kiosk) == EvidenceOpen(below=PAIN)
    press(qtbot, kiosk, Qt.Key.Key_Return)  # the go key is Close
    assert screen(kiosk) == PAIN


@pytest.mark.parametrize("theme", Theme)
def test_the_chip_gives_way_under_a_finger(start_kiosk: StartKiosk, qtbot: QtBot, theme: Theme) -> None:
    """standards.md OPR-02: seen in its colour, and in its place for who sees no colours."""
    kiosk = on_pain_relief(start_kiosk)
    prefer(kiosk, Preferences(theme=theme))
    key, palette = chip(kiosk), kiosk.window.shown.style.palette
    resting = [colour_at(key, y) for y in range(key.height())]
    later(kiosk)
    qtbot.mousePress(key, Qt.MouseButton.LeftButton, pos=key.face.center().toPoint())
    pressed = [colour_at(key, y) for y in range(key.height())]
    assert palette.mint in resting
    assert palette.pressed in pressed
    assert palette.pressed not in resting
    assert first_drawn(pressed) > first_drawn(resting)
    qtbot.mouseRelease(key, Qt.MouseButton.LeftButton, pos=QPoint(10, 250))
    assert screen(kiosk) == PAIN


def colour_at(widget: QWidget, y: int) -> QColor:
    """In a column of the chip where neither bars nor words stand."""
    picture = widget.grab().toImage()
    return picture.pixelColor(widget.height() // 5, y)


def first_drawn(column: list[QColor]) -> int:
    return next(y for y, colour in enumerate(column) if colour != column[0])


def test_the_chip_is_touchable_by_its_lip_and_its_sign_not_by_colour_alone(
    start_kiosk: StartKiosk, qtbot: QtBot
) -> None:
    """TOKENS.md: a lip says "press me" without colour."""
    kiosk = on_pain_relief(start_kiosk)
    key, palette = chip(kiosk), kiosk.window.shown.style.palette
    picture = key.grab().toImage()
    below = round(key.face.bottom()) + 3
    assert picture.pixelColor(key.width() // 2, below) == palette.line
    face = key.face
    sign = [
        picture.pixelColor(x, y)
        for x in range(round(face.right() - 60), round(face.right() - 24))
        for y in range(round(face.top() + 8), round(face.bottom() - 8))
    ]
    assert palette.teal in sign


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size.width()}x{size.height()}")
def test_large_text_goes_on_in_parts_and_leaves_nothing_out(
    start_kiosk: StartKiosk, qtbot: QtBot, size: QSize
) -> None:
    """standards.md VIS-03, at 200 %; no heading ends a part."""
    kiosk = on_pain_relief(start_kiosk, size)
    kiosk.happen(EvidencePressed())
    whole = " ".join(" ".join(parts_of_the_sheet(kiosk)).split())
    prefer(kiosk, Preferences(text_size=TextSize.LARGEST))
    pages = list(parts_of_the_sheet(kiosk))
    assert len(pages) > 1
    large = " ".join(" ".join(pages).split())
    for words in ("nobody has shown it well.", "Cochrane review CD001929:", "Network Open, 2024", DRAFT):
        assert words in whole
        assert words in large
    assert all(not page.split("\nPart")[0].endswith("Where this comes from") for page in pages)


def test_who_and_when_are_told_of_a_reviewed_topic_and_the_slide_says_nothing_of_a_draft(
    start_kiosk: StartKiosk, qtbot: QtBot
) -> None:
    reviewed = replace(topic(TOPIC), review=Review("Ana Ruiz, physiotherapist", A_DATE))
    kiosk = on_pain_relief(start_kiosk, content=catalog(reviewed))
    assert "Draft" not in all_words(kiosk)
    kiosk.happen(EvidencePressed())
    assert "Last checked on Tuesday, March 31, 2026 by Ana Ruiz, physiotherapist." in all_words(kiosk)


def test_the_name_of_a_reviewer_that_is_far_too_long_is_cut_into_parts_not_lost(
    start_kiosk: StartKiosk, qtbot: QtBot
) -> None:
    name = " ".join(f"name{number}" for number in range(60))
    reviewed = replace(topic(TOPIC), review=Review(name, A_DATE))
    kiosk = on_pain_relief(start_kiosk, QSize(1024, 600), catalog(reviewed))
    prefer(kiosk, Preferences(text_size=TextSize.LARGEST))
    kiosk.happen(EvidencePressed())
    said = " ".join(parts_of_the_sheet(kiosk))
    assert all(word in said for word in name.split())


@pytest.mark.parametrize(
    ("language", "native_digits", "written"),
    [
        ("en", False, "Tuesday, March 31, 2026"),
        ("en-GB", False, "Tuesday, 31 March 2026"),
        ("es", False, "martes, 31 de marzo de 2026"),
        ("ar", False, "الثلاثاء، 31 مارس 2026"),
        ("ar", True, "الثلاثاء، ٣١ مارس ٢٠٢٦"),
        ("zh-Hans", False, "2026年3月31日星期二"),
        ("tlh", False, "2026-03-31"),
        ("", False, "2026-03-31"),
    ],
)
def test_a_date_is_written_as_the_patients_language_writes_it(
    language: str, written: str, *, native_digits: bool
) -> None:
    """product.md: by the locale, never by hand; `digits` of clinic.toml."""
    assert date_in_words(A_DATE, language, native_digits=native_digits) == written


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size.width()}x{size.height()}")
def test_the_sheet_and_the_chip_are_mirrored_for_a_script_that_runs_right_to_left(
    start_kiosk: StartKiosk, latin_sizes: None, qtbot: QtBot, shipped: Catalog, size: QSize
) -> None:
    """standards.md LNG-04: the same words in the same sizes, at the other side."""
    kiosk = on_pain_relief(start_kiosk, size, in_persian(shipped))
    places = []
    for language in ("en", "fa"):
        prefer(kiosk, Preferences(language))
        on_slide = chip(kiosk).geometry()
        kiosk.happen(EvidencePressed())
        card = kiosk.window.page.findChild(EvidenceCard)
        bars = kiosk.window.page.findChild(EvidenceBars)
        assert isinstance(card, EvidenceCard)
        assert isinstance(bars, EvidenceBars)
        places.append((on_slide, card.geometry(), bars.geometry(), kiosk.window.page.width()))
        touch(qtbot, kiosk, KeyName.CLOSE)
    (*english, width), (*persian, _) = places
    for left, right in zip(english, persian, strict=True):
        assert (right.x(), right.y()) == (width - left.x() - left.width(), left.y())
        assert right.size() == left.size()


def in_persian(shipped: Catalog) -> Catalog:
    """The English words once more; nobody has translated the program's own into Persian: every measure stays."""
    pain = shipped.topics[0]
    slides = tuple(replace(each, words={**each.words, "fa": each.words["en"]}) for each in pain.slides)
    return replace(shipped, topics=(replace(pain, slides=slides),))


def test_the_bars_grow_from_where_the_script_begins(
    start_kiosk: StartKiosk, qtbot: QtBot, shipped: Catalog
) -> None:
    """TOKENS.md: evidence bars mirror; the filled one of "Little evidence" is the first."""
    kiosk = on_pain_relief(start_kiosk, content=in_persian(shipped))
    kiosk.happen(EvidencePressed())
    filled = []
    for language in ("en", "fa"):
        prefer(kiosk, Preferences(language))
        bars = kiosk.window.page.findChild(EvidenceBars)
        assert isinstance(bars, EvidenceBars)
        picture = bars.grab().toImage()
        teal = kiosk.window.shown.style.palette.teal
        middle = bars.height() // 2 + round(bars.width() * 0.2)
        count = [0, 0]
        for x in range(bars.width()):
            count[x * 2 // bars.width()] += picture.pixelColor(x, middle) == teal
        filled.append(count[0] > count[1])
    assert filled == [True, False]


def test_the_chip_of_a_slide_with_sources_alone_is_on_its_tell_me_more(
    start_kiosk: StartKiosk, qtbot: QtBot
) -> None:
    kiosk = on_pain_relief(start_kiosk)
    kiosk.session = replace(kiosk.session, screen=SlideOpen(TOPIC, 9))
    kiosk.show()
    assert not has(kiosk, KeyName.EVIDENCE)
    touch(qtbot, kiosk, KeyName.MORE)
    touch(qtbot, kiosk, KeyName.EVIDENCE, "Sources: where this comes from")
    assert "KNGF (Dutch physiotherapy) guideline" in words_on(kiosk)
    assert kiosk.window.page.findChild(EvidenceBars) is None


def test_make_it_easier_over_the_sheet_changes_the_sheet(start_kiosk: StartKiosk, qtbot: QtBot) -> None:
    kiosk = on_pain_relief(start_kiosk)
    kiosk.happen(EvidencePressed())
    kiosk.happen(EasierPressed())
    touch(qtbot, kiosk, KeyName.TEXT_SIZE, "Largest")
    touch(qtbot, kiosk, KeyName.DONE)
    assert screen(kiosk) == EvidenceOpen(below=PAIN)
    assert kiosk.session.parts > 1


def test_a_slide_that_ends_with_the_chip_keeps_it_apart_from_tell_me_more(
    start_kiosk: StartKiosk, qtbot: QtBot
) -> None:
    """standards.md OPR-01: 3 mm between what can be hit."""
    kiosk = start_kiosk()
    distances = []
    for count in range(1, 9):
        only = slide(1, more="Longer text.")
        words = replace(only.words["en"], message="", body=only.words["en"].body * count)
        content = catalog(replace(topic(), slides=(replace(only, words={"en": words}),)))
        kiosk.session = replace(kiosk.session, catalog=content, screen=SlideOpen("backs", 0), parts=1)
        kiosk.show()
        for _ in range(kiosk.session.parts - 1):
            kiosk.happen(NextPressed())
        below = target(kiosk, KeyName.MORE)
        distances.append(below.y() - chip(kiosk).geometry().bottom() - 1)
    assert min(distances) < 120  # the fullest part is nearly full
    assert min(distances) >= 3 * PX_PER_MM

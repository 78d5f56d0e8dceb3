"""A script that runs right to left has the mirrored page; only arrows turn round in it (standards.md LNG-04)."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QTextLayout
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from kiosk.app import Kiosk
from kiosk.core.content.model import Catalog, Clinic, Translation
from kiosk.core.content.snapshot import SnapshotStore
from kiosk.core.session.events import PartsCounted
from kiosk.core.session.preferences import Preferences, TextSize
from kiosk.core.session.screens import SlideOpen
from kiosk.core.session.session import Session
from kiosk.core.speech.sentence import About, Sentence
from kiosk.core.staff.examples import staff_screens
from kiosk.core.views.rail import KeyName
from kiosk.core.views.view import view_of
from kiosk.ops.render import every_screen
from kiosk.ui.fonts import load_fonts
from kiosk.ui.icons import icons
from kiosk.ui.marking import Marking
from kiosk.ui.pages import cleaning, panel, usage
from kiosk.ui.pages.gate import PinPad
from kiosk.ui.pictures import Pictures
from kiosk.ui.theme import Role, Style
from kiosk.ui.typeset import Typeset, draw_word
from kiosk.ui.widgets.key import KeyButton
from kiosk.ui.widgets.marks import MessageCard
from kiosk.ui.widgets.prose import Prose
from kiosk.ui.widgets.steps import StepsStrip
from kiosk.ui.widgets.target import Target
from kiosk.ui.window import Drawn, KioskWindow
from tests.catalogs import A_DAY, topic
from tests.ui.conftest import StartKiosk
from tests.ui.hands import later, press, screen, target, touch
from tests.ui.languages import three_languages

SIZES = [QSize(1920, 1080), QSize(1080, 1920), QSize(1024, 600)]
STYLE = Style.of(QSize(1920, 1080), Preferences("ar"))
RTL, LTR = Qt.LayoutDirection.RightToLeft, Qt.LayoutDirection.LeftToRight
PHONE = "+1 555 0142"


@pytest.fixture(autouse=True)
def _fonts(qapp: object) -> None:
    load_fonts()


def as_if(catalog: Catalog, tag: str) -> Catalog:
    """The English words once more as those of another language: every measure stays."""
    topics = []
    for each in (*catalog.topics, topic("knees")):
        slides = tuple(replace(one, words={**one.words, tag: one.words["en"]}) for one in each.slides)
        read = {tag: Translation("A translator", "A reviewer")}
        titles = {**each.titles, tag: each.titles["en"]}
        topics.append(replace(each, slides=slides, titles=titles, translations=read))
    page = catalog.help_page
    assert page is not None
    page = replace(page, words={**page.words, tag: page.words["en"]})
    return replace(catalog, topics=tuple(topics), clinic=Clinic(languages=("en",)), help_page=page)


def places(drawn: Drawn) -> Iterator[tuple[str, QRect]]:
    """Every widget of a page and its rail, where it is and where it can be seen."""
    for part in (drawn.page, drawn.rail):
        for child in part.findChildren(QWidget):
            if not _is_never_mirrored(child):
                place = child.mapTo(part, QPoint(0, 0))
                yield type(child).__name__, QRect(place, child.size())
                if isinstance(child, Target):  # what can be seen of it
                    yield "face", child.face.toAlignedRect().translated(place)


def _is_never_mirrored(widget: QWidget) -> bool:
    """A pad of digits is that of a telephone: it moves as a whole."""
    return isinstance(widget.parentWidget(), PinPad)


def in_order(found: Iterator[tuple[str, QRect]]) -> list[tuple[str, tuple[int, int, int, int]]]:
    return sorted((name, (box.x(), box.y(), box.width(), box.height())) for name, box in found)


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size.width()}x{size.height()}")
@pytest.mark.parametrize("text_size", [TextSize.NORMAL, TextSize.LARGEST])
def test_every_widget_stands_where_a_mirror_would_show_it(
    qtbot: QtBot,
    latin_sizes: None,
    shipped: Catalog,
    store: SnapshotStore,
    size: QSize,
    text_size: TextSize,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    # Words of one language on both pages: Hebrew is not translated, and its keys keep their widths.
    content = as_if(shipped, "he")
    for page in (cleaning, panel):
        monkeypatch.setattr(page, "moment", lambda *_args, **_how: "Mon 5 Jan, 12:00")
    monkeypatch.setattr(usage, "short_date", lambda *_args: "5 Jan")
    window = KioskWindow(Pictures(store.pictures), clock=lambda: 0.0)
    qtbot.addWidget(window)
    window.resize(size)
    start = Session.at_start(content, A_DAY)
    compared = 0
    for name, session in every_screen(start):
        if name == "calibration":  # a card is held where staff are told to, in every language
            continue
        both = []
        for tag in ("en", "he"):
            # The clinic's own language would stand beneath the patient's.
            alone = replace(session.catalog, clinic=Clinic(languages=(tag,)))
            shown = replace(session, catalog=alone, preferences=Preferences(tag, text_size))
            drawn = draw(window, shown)
            mirrored = [
                (kind, QRect(size.width() - box.right() - 1, box.y(), box.width(), box.height()))
                for kind, box in places(drawn)
            ]
            both.append(in_order(places(drawn)) if tag == "en" else in_order(iter(mirrored)))
            drawn.discard()
        assert near(*both), (name, [pair for pair in zip(*both, strict=False) if pair[0] != pair[1]][:3])
        compared += len(both[0])
    assert compared > 900


def draw(window: KioskWindow, session: Session) -> Drawn:
    first = window.draw(view_of(session), session)
    counted = session.after(PartsCounted(first.page.parts))
    if counted is session:
        return first
    first.discard()
    return window.draw(view_of(counted), counted)


def near(
    one: list[tuple[str, tuple[int, int, int, int]]], other: list[tuple[str, tuple[int, int, int, int]]]
) -> bool:
    """Halves of pixels are rounded up on both sides."""
    return len(one) == len(other) and all(
        kind == other_kind and all(abs(a - b) <= 1 for a, b in zip(box, other_box, strict=True))
        for (kind, box), (other_kind, other_box) in zip(one, other, strict=True)
    )


def picture_of(name: str, *, is_mirrored: bool) -> QImage:
    canvas = QImage(120, 120, QImage.Format.Format_Grayscale8)
    canvas.fill(Qt.GlobalColor.white)
    painter = QPainter(canvas)
    icons().draw(painter, name, QRectF(10, 10, 100, 100), STYLE.palette.ink, is_mirrored=is_mirrored)
    painter.end()
    return canvas


def differing(one: QImage, other: QImage) -> int:
    return sum(
        abs(a - b) > 128 for a, b in zip(bytes(one.constBits()), bytes(other.constBits()), strict=True)
    )


@pytest.mark.parametrize("name", ["arrow-left", "arrow-right"])
def test_arrows_are_flipped(name: str) -> None:
    plain, flipped = (picture_of(name, is_mirrored=flag) for flag in (False, True))
    assert differing(plain, flipped) > 200
    assert differing(plain.flipped(Qt.Orientation.Horizontal), flipped) < 60


@pytest.mark.parametrize(
    "name", ["speaker-high", "check", "clock", "text-aa", "arrow-counter-clockwise", "lifebuoy", "translate"]
)
def test_nothing_else_is(name: str) -> None:
    """TOKENS.md: never the speaker, check, clock, Aa."""
    plain, flipped = (picture_of(name, is_mirrored=flag) for flag in (False, True))
    assert differing(plain, flipped) == 0


def xs(text: Typeset, part: str, width: int = 1400) -> list[float]:
    """Where each character of a part of the text is drawn, from the left, in the order of reading."""
    layout, start = text._set_at(width).layout, text.block.text.index(part)
    found: dict[int, float] = {}
    for run in layout.glyphRuns(start, len(part), QTextLayout.GlyphRunRetrievalFlag.RetrieveAll):
        found |= {place: point.x() for place, point in zip(run.stringIndexes(), run.positions(), strict=True)}
    return [x for _, x in sorted(found.items())]


@pytest.mark.parametrize("part", [PHONE, "2026-03-31", "WHO 2023", "12"])
def test_numbers_and_latin_names_keep_their_order_in_arabic(part: str) -> None:
    found = xs(Typeset(STYLE, Role.BODY, f"اتصل بنا على {part} إذا ازداد الألم"), part)
    assert found == sorted(found)
    assert len(set(found)) == len(found)


def test_arabic_digits_keep_their_order_too() -> None:
    found = xs(Typeset(STYLE, Role.BODY, "اشرب ١٢ كوبًا"), "١٢")
    assert found == sorted(found)


def test_what_stands_on_the_page_without_a_language_begins_where_the_page_does() -> None:
    text = Typeset(STYLE, Role.BODY, "NICE guideline, 2016.")
    line = text._set_at(900).layout.lineAt(0)
    assert (text.direction, text.side) == (LTR, RTL)
    assert xs(text, "NICE", 900)[0] < xs(text, ".", 900)[0]
    assert line.naturalTextRect().right() == pytest.approx(900, abs=2)


def test_an_untranslated_slide_is_set_at_its_own_side_with_its_marks_and_its_sun(
    start_kiosk: StartKiosk, qtbot: QtBot
) -> None:
    kiosk = start_kiosk(catalog=three_languages())
    touch(qtbot, kiosk, KeyName.BEGIN, "المس" if _has_arabic_words() else "Touch")
    kiosk.session = replace(kiosk.session, preferences=Preferences("ar"))
    for _ in range(2):
        touch(qtbot, kiosk, KeyName.NEXT)
    while "Sleep well" not in [label.text() for label in kiosk.window.page.findChildren(Prose)]:
        touch(qtbot, kiosk, KeyName.NEXT)
    page = kiosk.window.page
    assert page.layoutDirection() == RTL
    labels = {label.text(): label for label in page.findChildren(Prose)}
    bullet = labels["So may a firm mattress."].typeset
    assert (bullet.direction, bullet.side) == (LTR, LTR)
    assert labels["Sleep well"].typeset.side == LTR
    card = page.findChild(MessageCard)
    assert isinstance(card, MessageCard)
    assert card.layoutDirection() == LTR


def _has_arabic_words() -> bool:
    from kiosk.core.language import translator  # noqa: PLC0415 - for this test alone

    return translator("ar")("Next") != "Next"


@pytest.mark.parametrize(("text", "first"), [("5  أنت هنا", "right"), ("5  You are here", "left")])
def test_a_word_on_a_key_runs_as_its_letters_do(text: str, first: str) -> None:
    """Whatever direction its painter has."""
    canvas = QImage(400, 80, QImage.Format.Format_Grayscale8)
    canvas.fill(Qt.GlobalColor.white)
    pictures = []
    for words in (text, text.replace("5", "\u00a0")):
        painter = QPainter(canvas)
        painter.fillRect(canvas.rect(), Qt.GlobalColor.white)
        painter.setLayoutDirection(LTR if first == "right" else RTL)
        painter.setFont(STYLE.font(Role.LABEL))
        draw_word(painter, QRectF(canvas.rect()), words, is_page_rtl=first == "right")
        painter.end()
        dark = [x for x in range(400) for y in range(80) if canvas.pixelColor(x, y).lightness() < 128]
        pictures.append((min(dark), max(dark)))
    (left, right), (left_without, right_without) = pictures
    grown = (left_without - left, right - right_without)
    assert (grown[1] > grown[0]) == (first == "right")


def test_the_spoken_sentence_is_marked_where_its_letters_stand(start_kiosk: StartKiosk, qtbot: QtBot) -> None:
    """With marks of direction in the text, and on a page that runs right to left."""
    kiosk = start_kiosk(catalog=three_languages())
    kiosk.session = replace(kiosk.session, preferences=Preferences("ar"))
    touch(qtbot, kiosk, KeyName.BEGIN)
    kiosk.session = replace(kiosk.session, preferences=Preferences("ar"))
    touch(qtbot, kiosk, KeyName.MORE)
    said = f"اتصل بنا على الرقم {PHONE} إذا ازداد الألم سوءًا."
    Marking(kiosk.window).mark(Sentence(said, "ar", About.TEXT))
    (prose,) = [each for each in kiosk.window.page.findChildren(Prose) if each._spoken != (0, 0)]
    start, end = prose._spoken
    assert prose.typeset.block.text[start:end] == said.replace(PHONE, f"\u2066{PHONE}\u2069")
    assert said in prose.text()


@pytest.mark.parametrize("text_size", TextSize)
@pytest.mark.parametrize("width", [230, 330])
def test_two_lines_of_arabic_stay_inside_of_their_key(qtbot: QtBot, width: int, text_size: TextSize) -> None:
    from kiosk.core.session.events import HelpPressed  # noqa: PLC0415 - for this test alone
    from kiosk.core.views.rail import Key  # noqa: PLC0415
    from kiosk.ui.widgets.key import Look, key_height  # noqa: PLC0415

    style = Style.of(QSize(1920, 1080), Preferences("ar", text_size))
    parent = QWidget()
    qtbot.addWidget(parent)
    for look, words in ((Look.RAIL, style.palette.ink), (Look.GO, style.palette.on_teal)):
        key = KeyButton(parent, style, Key(KeyName.HOME, "العودة إلى الصفحة", HelpPressed()), look)
        key.resize(width, key_height(style))
        picture = key.grab().toImage()
        face = key.face.toRect().adjusted(24, 5, -24, -5)
        assert _rows_with(picture, words, face) <= set(range(face.top() + 1, face.bottom()))
        assert len(_rows_with(picture, words, face)) > face.height() // 2


def _rows_with(picture: QImage, colour: QColor, box: QRect) -> set[int]:
    columns = range(box.left(), box.right() + 1)
    return {y for y in range(picture.height()) if any(picture.pixelColor(x, y) == colour for x in columns)}


def test_a_key_to_begin_in_arabic_has_its_icon_where_arabic_begins(
    start_kiosk: StartKiosk, qtbot: QtBot
) -> None:
    kiosk = start_kiosk(catalog=three_languages(), size=QSize(1080, 1920))
    icons_at = {}
    for key in kiosk.window.targets():
        if isinstance(key, KeyButton) and key.key.name is KeyName.BEGIN:
            icons_at[key.key.language] = key._is_word_rtl
    assert icons_at == {"en": False, "es": False, "ar": True}


def test_steps_grow_leftwards(start_kiosk: StartKiosk, qtbot: QtBot) -> None:
    kiosk = start_kiosk(catalog=three_languages())
    kiosk.session = replace(kiosk.session, preferences=Preferences("ar"))
    touch(qtbot, kiosk, KeyName.BEGIN)
    kiosk.session = replace(kiosk.session, preferences=Preferences("ar"))
    touch(qtbot, kiosk, KeyName.NEXT)
    (strip,) = kiosk.window.shown.rail.findChildren(StepsStrip)
    steps = [each for each in strip.findChildren(Target) if not each.text()]
    places_of = [each.x() for each in sorted(steps, key=lambda each: each.key.accessible_name)]
    assert places_of == sorted(places_of, reverse=True)
    assert target(kiosk, KeyName.NEXT).x() < target(kiosk, KeyName.BACK).x()


@pytest.fixture
def on_second_slide(start_kiosk: StartKiosk, qtbot: QtBot) -> Kiosk:
    kiosk = start_kiosk(catalog=three_languages())
    touch(qtbot, kiosk, KeyName.BEGIN)
    kiosk.session = replace(kiosk.session, preferences=Preferences("ar"))
    touch(qtbot, kiosk, KeyName.NEXT)
    kiosk.window._turn.end()
    return kiosk


@pytest.mark.parametrize(("key", "slide"), [(Qt.Key.Key_Left, 2), (Qt.Key.Key_Right, 0)])
def test_the_left_key_goes_on(on_second_slide: Kiosk, qtbot: QtBot, key: Qt.Key, slide: int) -> None:
    """product.md: Left and Right are mirrored."""
    press(qtbot, on_second_slide, key)
    assert screen(on_second_slide) == SlideOpen("back-care", slide)


@pytest.mark.parametrize(("end", "slide"), [(1200, 2), (200, 0)])
def test_a_swipe_to_the_right_goes_on(on_second_slide: Kiosk, qtbot: QtBot, end: int, slide: int) -> None:
    later(on_second_slide)
    window, start = on_second_slide.window, QPoint(700, 680)
    qtbot.mousePress(window, Qt.MouseButton.LeftButton, pos=start)
    qtbot.mouseRelease(window, Qt.MouseButton.LeftButton, pos=QPoint(end, start.y()))
    assert screen(on_second_slide) == SlideOpen("back-care", slide)


@pytest.mark.parametrize(("name", "comes_from"), [(KeyName.NEXT, "left"), (KeyName.BACK, "right")])
def test_the_next_page_comes_from_the_left(
    on_second_slide: Kiosk, qtbot: QtBot, name: KeyName, comes_from: str
) -> None:
    """TOKENS.md "Motion": from the reading direction. A shift above 0 moves pages to the left."""
    touch(qtbot, on_second_slide, name)
    assert (on_second_slide.window._turn._shift < 0) == (comes_from == "left")


def test_the_focus_walks_from_right_to_left(on_second_slide: Kiosk) -> None:
    rail = on_second_slide.window.shown.rail
    row = [each.x() for each in on_second_slide.window.targets() if each.parent() is rail]
    assert len(row) >= 4
    assert row == sorted(row, reverse=True)


def test_what_staff_read_in_english_stands_beside_its_mark(qtbot: QtBot, store: SnapshotStore) -> None:
    window = KioskWindow(Pictures(store.pictures))
    qtbot.addWidget(window)
    window.resize(QSize(1920, 1080))
    start = replace(Session.at_start(three_languages(), A_DAY), preferences=Preferences("ar"))
    desk = dict(staff_screens(start))["staff-desk"]
    drawn = window.draw(view_of(desk), desk)
    lines = [label.typeset for label in drawn.page.findChildren(Prose) if "inhaler.png" in label.text()]
    assert lines
    assert all((line.direction, line.side) == (LTR, RTL) for line in lines)
    drawn.discard()

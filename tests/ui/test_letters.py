"""Every letter on the screen is drawn by one of our fonts, in its script's size, and bold is bold."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

import msgspec
import pytest
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QImage, QPainter, QRawFont, QTextLayout

from kiosk.core.content.folder import read_content
from kiosk.core.content.model import Catalog, SlideWords, Topic
from kiosk.core.content.review.signs import DRAWN
from kiosk.core.session.preferences import Preferences, TextSize
from kiosk.core.session.session import Session
from kiosk.core.views.view import view_of
from kiosk.ops.render import every_screen
from kiosk.ui.fonts import font_files, load_fonts
from kiosk.ui.theme import FAMILIES, Role, Style
from kiosk.ui.typeset import Typeset
from tests.catalogs import A_DAY
from tests.ui.languages import TAGS, interface_texts, three_languages

ENGLISH, ARABIC = (Style.of(QSize(1920, 1080), Preferences(tag)) for tag in ("en", "ar"))
UNSEEN = {"\n", "\u2028", "\u200b", "\u2066", "\u2068", "\u2069"}
NAMES = (
    "Łukasz Żółć, Jiří Dvořák, Nguyễn Thị Ánh, Gülşah Öztürk, Søren Ærø, Zoë Müller-Weiß, Ștefan, Þóra, Ōta",
    "Νίκος Παπαδόπουλος, Ольга Щербакова, Ђорђе",
    "فاطمة الزهراء، محمّد بن عبد الله، گلناز پژمان، چوہدری",
)
SIGNS = "0123456789 ٠١٢٣٤٥٦٧٨٩ ۴۵۶ % ٪ ½ ° × – — … • “x” ‘y’ «z» ¿? ¡! ؟ ، ؛ € £ ± ≥ ™ © /"  # noqa: RUF001
RIM, TALL = "أإآ لُّ ةً", "جحعغ ىٍ يِ"


@pytest.fixture(autouse=True)
def _fonts(qapp: object) -> None:
    assert load_fonts()


def texts_of(catalog: Catalog) -> Iterator[str]:
    for topic in catalog.topics:
        yield from topic.titles.values()
        yield from (source.text for source in topic.sources)
        yield from (text for words in words_in(topic) for text in strings_in(words))
    if catalog.help_page:
        yield from (text for words in catalog.help_page.words.values() for text in strings_in(words))


def words_in(topic: Topic) -> Iterator[SlideWords]:
    return (words for slide in topic.slides for words in slide.words.values())


def strings_in(found: object) -> Iterator[str]:
    """All texts of a struct, however deep."""
    match msgspec.to_builtins(found) if isinstance(found, msgspec.Struct) else found:
        case str(text):
            yield text
        case dict(table):
            yield from (text for each in table.values() for text in strings_in(each))
        case list(items) | tuple(items):
            yield from (text for each in items for text in strings_in(each))
        case _:
            return


def faults(text: str, style: Style, *, is_bold: bool) -> set[str]:
    """Glyphs that are missing, and families that are not ours."""
    layout = QTextLayout("".join(" " if sign in UNSEEN else sign for sign in text))
    layout.setFont(style.font(Role.BODY, is_bold=is_bold))
    layout.beginLayout()
    layout.createLine().setLineWidth(1_000_000)
    layout.endLayout()
    found = set()
    for run in layout.glyphRuns():
        if 0 in run.glyphIndexes():
            found.add(f"no glyph in: {text}")
        if run.rawFont().familyName() not in FAMILIES:
            found.add(f"{run.rawFont().familyName()} draws: {text}")
    return found


def all_texts(shipped: Catalog) -> set[str]:
    found = {*NAMES, *SIGNS.split(), *texts_of(shipped), *texts_of(three_languages()), *interface_texts()}
    for tag in TAGS:
        start = msgspec.structs.replace(Session.at_start(shipped, A_DAY), preferences=Preferences(tag))
        for _, session in every_screen(start):
            found |= set(strings_in(view_of(session)))
    return found


@pytest.mark.parametrize("is_bold", [False, True])
def test_every_letter_is_drawn_by_one_of_our_fonts(shipped: Catalog, *, is_bold: bool) -> None:
    """standards.md VIS-13, LNG-05."""
    texts = all_texts(shipped)
    assert len(texts) > 500
    assert {fault for text in texts for fault in faults(text, ENGLISH, is_bold=is_bold)} == set()


def test_a_sign_that_no_font_of_ours_has_is_noticed_here_and_told_to_staff() -> None:
    assert faults("喘", ENGLISH, is_bold=False)
    assert faults("✓", ENGLISH, is_bold=False)


def test_the_signs_that_the_check_knows_are_those_of_the_fonts() -> None:
    """After another font: put what this prints into kiosk/core/content/review/signs.py."""
    drawn: set[int] = set()
    for file in font_files():
        font = QRawFont(str(file), 20)
        drawn |= {code for code in range(0x20, 0x20000) if font.supportsCharacter(code)}
    ranges = []
    for _, run in groupby(enumerate(sorted(drawn)), lambda pair: pair[1] - pair[0]):
        codes = [code for _, code in run]
        ranges.append(f"{codes[0]:x}-{codes[-1]:x}" if len(codes) > 1 else f"{codes[0]:x}")
    assert " ".join(DRAWN) == " ".join(ranges)


def ink(font: QFont, text: str) -> int:
    """Pixels that are darker than half."""
    canvas = QImage(1600, 400, QImage.Format.Format_Grayscale8)
    canvas.fill(Qt.GlobalColor.white)
    painter = QPainter(canvas)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setFont(font)
    painter.drawText(QRectF(canvas.rect()), Qt.AlignmentFlag.AlignCenter, text)
    painter.end()
    return sum(value < 128 for value in bytes(canvas.constBits()))


@pytest.mark.parametrize("scale", [1.0, 2.4])
@pytest.mark.parametrize("text", ["تحرّك قليلًا", "Move a little", "Движение"])
def test_bold_is_heavier_in_every_script_also_where_letters_are_large(text: str, scale: float) -> None:
    """Qt's own thickening of variable fonts ends at 64 pixels, where it draws letters as paths."""
    plain, bold = (ENGLISH.font(Role.BODY, is_bold=flag, scale=scale) for flag in (False, True))
    assert ink(bold, text) > 1.2 * ink(plain, text)
    assert ink(bold, text) < 2.2 * ink(plain, text)


def test_a_bold_word_inside_of_a_text_is_heavier_too() -> None:
    from kiosk.core.content.model import Run  # noqa: PLC0415 - reads like the text below

    def inked(*, strong: bool) -> int:
        text = Typeset(ARABIC, Role.BODY, (Run("اقرأ "), Run("السؤال قبل البدء", strong), Run(" أولًا")))
        canvas = QImage(900, text.height_at(900), QImage.Format.Format_Grayscale8)
        canvas.fill(Qt.GlobalColor.white)
        painter = QPainter(canvas)
        text.draw(painter, 900)
        painter.end()
        return sum(value < 128 for value in bytes(canvas.constBits()))

    assert inked(strong=True) > 1.1 * inked(strong=False)


@pytest.mark.parametrize(
    ("role", "px", "line"), [(Role.BODY, 46, 74), (Role.MESSAGE, 46, 74), (Role.TITLE, 80, 116)]
)
def test_arabic_has_the_sizes_of_its_mock_up(role: Role, px: int, line: int) -> None:
    """TOKENS.md "Right to left"."""
    assert ARABIC.font(role).pixelSize() == px
    assert ARABIC.line(role) == line


@pytest.mark.parametrize("text_size", TextSize)
@pytest.mark.parametrize("role", Role)
def test_arabic_has_no_letter_spacing_and_is_about_as_large_as_latin(role: Role, text_size: TextSize) -> None:
    english, arabic = (Style.of(QSize(1920, 1080), Preferences(tag, text_size)) for tag in ("en", "ar"))
    assert arabic.font(role).letterSpacing() == 0
    assert 0.9 < arabic.font(role).pixelSize() / english.font(role).pixelSize() < 1.1
    assert arabic.line(role) >= english.line(role)


def test_a_text_has_the_sizes_of_its_letters_not_of_its_page() -> None:
    assert Typeset(ENGLISH, Role.BODY, "تحرّك قليلًا").line_height == ARABIC.line(Role.BODY)
    assert Typeset(ARABIC, Role.BODY, "Move a little").line_height == ENGLISH.line(Role.BODY)


@pytest.mark.parametrize("text_size", TextSize)
@pytest.mark.parametrize("role", Role)
def test_vowel_signs_and_deep_letters_stay_inside_of_the_lines_and_their_rim(
    role: Role, text_size: TextSize
) -> None:
    style = Style.of(QSize(1920, 1080), Preferences("ar", text_size))
    text = Typeset(style, role, f"{RIM}\n{TALL}")
    layout = text._set_at(1800).layout
    top, bottom = 0.0, 0.0
    for run in layout.glyphRuns():
        for glyph, place in zip(run.glyphIndexes(), run.positions(), strict=True):
            box = run.rawFont().boundingRect(glyph)
            top, bottom = min(top, place.y() + box.top()), max(bottom, place.y() + box.bottom())
    assert top >= -text.rim - 1
    assert bottom <= text.height_at(1800) + text.rim + 1


def test_the_sample_is_read_without_a_word_about_its_letters() -> None:
    from tests.ui.languages import FOLDER  # noqa: PLC0415 - needed here alone

    problems = read_content(FOLDER, today=A_DAY).problems
    assert not any("signs" in problem.found for problem in problems)

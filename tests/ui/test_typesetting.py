"""Text is cut, never lost, and stays inside its column."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage, QPainter
from pytestqt.qtbot import QtBot

from kiosk.core.content.model import Block, BlockStyle, Run
from kiosk.core.session.preferences import Preferences, TextSize
from kiosk.ui.flow import BoxPiece, Piece, TextPiece, cut_into_parts, height_of
from kiosk.ui.fonts import load_fonts
from kiosk.ui.theme import Role, Style
from kiosk.ui.typeset import Typeset

STYLE = Style.of(QSize(1920, 1080), Preferences())
WORDS = st.text("abcdefg 😀é", min_size=1, max_size=12).map(str.strip).filter(bool)
BLOCKS = st.lists(
    st.builds(
        lambda text, between, strong, style: Block((Run(between.join(text), strong),), style),
        st.lists(WORDS, min_size=1, max_size=60),
        st.sampled_from([" ", " ", "\n"]),
        st.booleans(),
        st.sampled_from(BlockStyle),
    ),
    min_size=1,
    max_size=6,
)


def pieces_of(blocks: list[Block]) -> list[Piece]:
    return [TextPiece(Typeset(STYLE, Role.BODY, block), 18) for block in blocks]


def text_of(parts: list[list[Piece]]) -> str:
    return "".join(piece.text.block.text for part in parts for piece in part if isinstance(piece, TextPiece))


@settings(max_examples=60)
@given(BLOCKS, st.integers(300, 1400), st.integers(130, 900))
def test_parts_hold_all_the_text_and_nothing_twice(
    qapp: object, blocks: list[Block], width: int, room: int
) -> None:
    load_fonts()
    parts = cut_into_parts(pieces_of(blocks), width, room)
    assert "".join(text_of(parts).split()) == "".join(text_of([pieces_of(blocks)]).split())
    assert all(part for part in parts)
    assert all(height_of(part, width) <= room for part in parts)


def test_a_heading_goes_on_with_what_it_stands_over(qapp: object) -> None:
    load_fonts()
    text, heading = Block((Run("Some words."),)), Block((Run("A heading"),), BlockStyle.HEADING)
    line = STYLE.line(Role.BODY)
    parts = cut_into_parts(pieces_of([text, heading, text]), 800, 2 * line + 18)
    assert [[piece.text.block for piece in part if isinstance(piece, TextPiece)] for part in parts] == [
        [text],
        [heading, text],
    ]
    alone = cut_into_parts(pieces_of([heading, text]), 800, line)
    assert [len(part) for part in alone] == [1, 1]


def test_a_text_that_is_cut_at_the_end_of_a_line_of_its_own_does_not_grow(qapp: object) -> None:
    load_fonts()
    text = Typeset(STYLE, Role.BODY, "NICE guideline, 2016\nnice.org.uk\nthe end")
    head, tail = text.cut_after(1, 800)
    assert (head.block.text, head.line_count(800)) == ("NICE guideline, 2016", 1)
    assert (tail.block.text, tail.line_count(800)) == ("nice.org.uk\nthe end", 2)


def test_a_box_that_is_too_high_gets_a_part_of_its_own(qapp: object) -> None:
    tall: list[Piece] = [BoxPiece(900, 0, lambda *_: None)]
    parts = cut_into_parts([*pieces_of([Block((Run("one"),))]), *tall], 500, 400)
    assert [len(part) for part in parts] == [1, 1]


@pytest.mark.parametrize(
    "heading", [Block((Run("More"),), BlockStyle.HEADING), Block((Run("More:", strong=True),))]
)
def test_a_subheading_goes_on_with_what_it_stands_over(qapp: object, heading: Block) -> None:
    load_fonts()
    item = Block((Run("One"),), BlockStyle.BULLET)
    pieces = pieces_of([item, item, heading, item])
    room = height_of(pieces[:3], 900)
    parts = cut_into_parts(pieces, 900, room)
    assert [[piece.text.block for piece in part if isinstance(piece, TextPiece)] for part in parts] == [
        [item, item],
        [heading, item],
    ]


def test_a_message_of_two_sentences_breaks_between_them(qapp: object) -> None:
    load_fonts()
    text = Typeset(
        STYLE, Role.MESSAGE, "Massage may ease back pain. Relief is often short.", is_balanced=True
    )
    head, _tail = text.cut_after(1, 700)
    assert head.block.text.strip() == "Massage may ease back pain."


def test_balanced_lines_are_about_as_long_as_each_other(qapp: object) -> None:
    load_fonts()
    text = "You may bend and turn with less stiffness for some time after that"
    plain, balanced = (Typeset(STYLE, Role.BODY, text, is_balanced=flag) for flag in (False, True))
    assert balanced.line_count(1200) == plain.line_count(1200) == 2
    assert balanced.width_at(1200) < plain.width_at(1200)


def test_text_at_200_per_cent_is_twice_as_high(qapp: object) -> None:
    """standards.md VIS-03."""
    large = Style.of(QSize(1920, 1080), Preferences(text_size=TextSize.LARGEST))
    assert large.font(Role.BODY).pixelSize() == 2 * STYLE.font(Role.BODY).pixelSize()


def test_the_typeface_is_ours(qtbot: QtBot) -> None:
    from PySide6.QtGui import QFontInfo  # noqa: PLC0415

    assert load_fonts()
    assert QFontInfo(STYLE.font(Role.BODY)).family() == "Atkinson Hyperlegible"
    assert QFontInfo(STYLE.font(Role.TITLE)).bold()


@pytest.mark.parametrize("is_balanced", [False, True])
@pytest.mark.parametrize(
    "text", ["نص قصير", "هذا نص أطول قليلا حتى يحتاج إلى أكثر من سطر واحد في عمود ضيق مثل هذا العمود"]
)
def test_lines_that_run_right_to_left_begin_at_the_right(
    qtbot: QtBot, text: str, *, is_balanced: bool
) -> None:
    load_fonts()
    rtl = Qt.LayoutDirection.RightToLeft
    typeset = Typeset(STYLE, Role.BODY, text, direction=rtl, is_balanced=is_balanced)
    width = 700
    canvas = QImage(width, typeset.height_at(width), QImage.Format.Format_RGB32)
    canvas.fill(Qt.GlobalColor.white)
    painter = QPainter(canvas)
    typeset.draw(painter, width)
    painter.end()
    for line in range(typeset.line_count(width)):
        rows = range(line * typeset.line_height, (line + 1) * typeset.line_height)
        inked = [x for x in range(width) for y in rows if canvas.pixelColor(x, y).lightness() < 128]
        assert max(inked) > width - 12


def test_no_word_stands_alone_in_the_last_line_where_the_lines_before_can_spare_one(qtbot: QtBot) -> None:
    load_fonts()
    text = "It does not move a disc or take pressure off the nerve."
    alone = 0
    for width in range(500, 1000, 10):
        typeset = Typeset(STYLE, Role.BODY, text)
        found = typeset._set_at(width)
        assert len(found.ends) == typeset.line_count(width)
        assert max(found.widths) <= width
        alone += len(found.ends) > 1 and len(text[found.ends[-2] :].split()) == 1
    assert alone == 0


def test_text_that_has_no_room_at_all_is_still_cut_to_an_end() -> None:
    pieces: list[Piece] = [BoxPiece(40, 10, lambda *_: None), BoxPiece(40, 10, lambda *_: None)]
    assert [len(part) for part in cut_into_parts(pieces, 300, -50)] == [1, 1]

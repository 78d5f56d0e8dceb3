"""A presentation is a topic: what is carried over, in which order, and what is told of the rest."""

from __future__ import annotations

import io
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from PIL import Image as Pictures
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.enum.shapes import MSO_CONNECTOR, MSO_SHAPE
from pptx.util import Inches

from kiosk.core.content.deck.tongue import language_of
from kiosk.core.content.folder import Reading, read_content
from kiosk.core.content.model import BlockStyle, Slide, SlideWords
from tests.core.content.deck_builder import (
    BLANK,
    TITLE_ONLY,
    TWO_COLUMNS,
    WITH_PICTURE,
    Builder,
    changed,
    picture,
    put,
    reading_of,
    xml,
)
from tests.core.content.test_hostile_decks import TODAY, said

BY_LIBREOFFICE = Path(__file__).parent / "decks"
SVG = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 3"><circle cx="2" cy="1" r="1" fill="#1a7f8e"/></svg>'
NO_TEXT = (
    "the picture has no text that says what it shows. Who cannot see it learns nothing of it. "
    "Right-click the picture in PowerPoint, choose View Alt Text, and write it there."
)


def slides_of(reading: Reading) -> list[Slide]:
    return list(reading.catalog.topics[0].slides)


def words_of(reading: Reading, language: str = "en") -> list[SlideWords]:
    return [slide.words[language] for slide in slides_of(reading)]


def body_of(words: SlideWords) -> list[str]:
    return [block.text for block in words.body]


def pixels_of(builder: Builder) -> tuple[SlideWords, Any]:
    """The words of the only slide, and its picture as it is stored."""
    kept: dict[str, bytes] = {}
    reading = reading_of({"deck": builder.saved()}, keep=kept.__setitem__)
    (slide,) = slides_of(reading)
    assert slide.image is not None
    with Pictures.open(io.BytesIO(kept[slide.image.name])) as stored:
        return slide.words["en"], stored.convert("RGB").copy()


def is_red(colour: tuple[int, ...]) -> bool:
    return colour[0] > 200 and colour[1] < 60


# --- words ---


def test_title_list_and_notes_become_title_list_and_tell_me_more() -> None:
    builder = Builder()
    slide = builder.slide("Look after your back", "Stand up", "Walk", notes="A short walk\nis enough.")
    first, second = slide.placeholders[1].text_frame.paragraphs
    first.runs[0].font.bold = True
    second.level = 1
    (words,) = words_of(reading_of({"deck": builder.saved()}))
    assert words.title == "Look after your back"
    assert [(block.style, block.text) for block in words.body] == [
        (BlockStyle.BULLET, "Stand up"),
        (BlockStyle.BULLET, "Walk"),
    ]
    assert [run.strong for block in words.body for run in block.runs] == [True, False]
    assert [block.text for block in words.more] == ["A short walk", "is enough."]
    assert words.message == words.caption == ""


def test_numbered_lists_count_by_level_and_begin_where_they_say() -> None:
    builder = Builder()
    frame = builder.slide("Steps", "a", "b", "inner", "c", "inner", "plain", "d").placeholders[1].text_frame
    for place, paragraph in enumerate(frame.paragraphs):
        properties = paragraph._p.get_or_add_pPr()
        mark = "<a:buNone/>" if place == 5 else '<a:buAutoNum type="arabicPeriod" startAt="3"/>'
        properties.append(xml(mark))
        paragraph.level = int(place in {2, 4})
    (words,) = words_of(reading_of({"deck": builder.saved()}))
    found = [(block.style, block.number) for block in words.body]
    number, plain = BlockStyle.NUMBER, BlockStyle.PARAGRAPH
    assert found == [(number, 3), (number, 4), (number, 3), (number, 5), (number, 3), (plain, 0), (number, 3)]


def test_a_text_box_has_paragraphs_and_typed_dots_are_a_list() -> None:
    builder = Builder()
    slide = builder.slide("Title", layout=TITLE_ONLY)
    box = builder.text_box(slide.shapes, "First line\vsecond line\n• a dot", top=3)
    box.text_frame.add_paragraph()
    (words,) = words_of(reading_of({"deck": builder.saved()}))
    assert [(block.style, block.text) for block in words.body] == [
        (BlockStyle.PARAGRAPH, "First line"),
        (BlockStyle.PARAGRAPH, "second line"),
        (BlockStyle.BULLET, "a dot"),
    ]


def test_the_order_is_title_then_rows_and_right_to_left_where_the_script_runs_so() -> None:
    builder = Builder()
    for is_turned in (False, True):
        slide = builder.slide(layout=TITLE_ONLY)
        for text, left, top in (
            ("d", 1, 5),
            ("c", 6, 2.1),
            ("b", 1, 2),
            ("a long first line at the top", 1, 1),
        ):
            box = builder.text_box(slide.shapes, text, left, top)
            if is_turned:
                box.text_frame.paragraphs[0]._p.get_or_add_pPr().set("rtl", "1")
        slide.shapes.title.text = "Title"
    first, second = words_of(reading_of({"deck": builder.saved()}))
    assert (first.title, body_of(first)) == ("Title", ["a long first line at the top", "b", "c", "d"])
    assert (second.title, body_of(second)) == ("Title", ["a long first line at the top", "c", "b", "d"])


def test_grouped_shapes_are_read_where_they_lie_however_deep() -> None:
    builder = Builder()
    slide = builder.slide("Title", layout=TITLE_ONLY)
    builder.text_box(slide.shapes, "in the middle", top=4)
    outer = slide.shapes.add_group_shape()
    inner = outer.shapes.add_group_shape()
    builder.text_box(inner.shapes, "at the foot", top=6)
    builder.text_box(outer.shapes, "at the top", top=2)
    # The group is drawn at half its size, moved down by an inch.
    frame = outer.element.grpSpPr.find(".//{*}xfrm")
    for name, value in (("off", ("x", 1, "y", 3)), ("ext", ("cx", 3, "cy", 2.5))):
        for key, inches in zip(value[::2], value[1::2], strict=True):
            frame.find(f"{{*}}{name}").set(key, str(int(Inches(inches))))
    (words,) = words_of(reading_of({"deck": builder.saved()}))
    assert body_of(words) == ["at the top", "in the middle", "at the foot"]


def test_two_columns_are_read_one_after_the_other() -> None:
    builder = Builder()
    slide = builder.slide("Title", layout=TWO_COLUMNS)
    slide.placeholders[2].text_frame.text = "right"
    slide.placeholders[1].text_frame.text = "left"
    assert body_of(words_of(reading_of({"deck": builder.saved()}))[0]) == ["left", "right"]


def test_hidden_slides_and_shapes_are_left_out_and_the_order_is_kept() -> None:
    builder = Builder()
    for name in ("One", "Two", "Three"):
        slide = builder.slide(name, "Text.")
        if name == "Two":
            slide.element.set("show", "0")
    slide.placeholders[1].element.nvSpPr.cNvPr.set("hidden", "1")
    reading = reading_of({"deck": builder.saved()})
    assert [(slide.key, slide.words["en"].title) for slide in slides_of(reading)] == [
        ("1", "One"),
        ("3", "Three"),
    ]
    assert body_of(words_of(reading)[1]) == []
    assert said(reading) == []


def test_a_damaged_slide_is_left_out_and_told() -> None:
    builder = Builder()
    for name in ("One", "Two", "Three"):
        builder.slide(name, "Text.")

    def change(name: str, data: bytes) -> bytes:
        wrong = {"1": (b'type="title"', b'type="nonsense"'), "3": (b"slideLayout2", b"slideLayout99")}
        number = name.partition(".")[0][-1]
        return data.replace(*wrong[number]) if "slides/" in name and number in wrong else data

    reading = reading_of({"deck": changed(builder.saved(), change)})
    assert [slide.key for slide in slides_of(reading)] == ["2"]
    assert said(reading) == [
        f"not shown: deck.pptx, slide {number}: this slide is damaged. It is left out. "
        "Open it in PowerPoint and save it again."
        for number in (1, 3)
    ]


def test_dates_footers_and_slide_numbers_are_left_out() -> None:
    builder = Builder()
    slide = builder.slide("Title", "Text.")
    for place, kind in enumerate(("dt", "ftr", "sldNum"), 90):
        slide.shapes._spTree.append(
            xml(
                f'<p:sp><p:nvSpPr><p:cNvPr id="{place}" name="{kind}"/><p:cNvSpPr/><p:nvPr><p:ph type="{kind}" '
                f'idx="{place}"/></p:nvPr></p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/><a:p><a:r><a:t>7</a:t></a:r></a:p>'
                "</p:txBody></p:sp>"
            )
        )
    reading = reading_of({"deck": builder.saved()})
    assert body_of(words_of(reading)[0]) == ["Text."]
    assert said(reading) == []


def test_a_slide_without_title_takes_its_first_short_text_or_says_so() -> None:
    builder = Builder()
    builder.text_box(builder.slide(layout=BLANK).shapes, "Ask us\nWe are at reception.")
    long = "Whoever sits for a long time may stand up now and then."
    builder.text_box(builder.slide(layout=BLANK).shapes, long)
    reading = reading_of({"deck": builder.saved()})
    assert [(words.title, body_of(words)) for words in words_of(reading)] == [
        ("Ask us", ["We are at reception."]),
        ("", [long]),
    ]
    (line,) = said(reading)
    assert line == "warning: deck.pptx, slide 2: this slide has no title. Give it a title in PowerPoint."


# --- pictures ---


def test_the_largest_picture_is_the_slides_with_its_alt_text() -> None:
    builder = Builder()
    slide = builder.slide("Chairs", layout=TITLE_ONLY)
    builder.picture(slide, picture(colour="blue"), "A logo", (0, 0, 0.5, 0.5))
    builder.picture(slide, picture(colour="green"), "A small one", (1, 2, 2, 2))
    builder.picture(slide, picture(colour="red"), "A woman sits upright", (4, 2, 5, 4))
    words, stored = pixels_of(builder)
    assert words.alt == "A woman sits upright"
    assert is_red(stored.getpixel((600, 100)))
    (line,) = said(reading_of({"deck": builder.saved()}))
    assert line == (
        "not shown: deck.pptx, slide 1: this slide has 2 pictures. Only the largest is shown. "
        "Make a slide of its own for each picture."
    )


@pytest.mark.parametrize("name", ["photo.png", "IMG_2034", "", "Bild 3"])
def test_a_file_name_is_no_alt_text(name: str) -> None:
    builder = Builder()
    builder.picture(builder.slide("Chairs", layout=TITLE_ONLY), picture(), name)
    reading = reading_of({"deck": builder.saved()})
    assert words_of(reading)[0].alt == ""
    assert said(reading) == [f"warning: deck.pptx, slide 1: {NO_TEXT}"]


def test_a_guess_of_powerpoint_is_taken_without_its_note() -> None:
    builder = Builder()
    alt = "A person sitting on a chair\n\nDescription automatically generated with medium confidence"
    builder.picture(builder.slide("Chairs", layout=TITLE_ONLY), picture(), alt)
    assert words_of(reading_of({"deck": builder.saved()}))[0].alt == "A person sitting on a chair"


def test_decoration_is_shown_where_there_is_nothing_else_and_needs_no_text() -> None:
    builder = Builder()
    for has_other in (False, True):
        slide = builder.slide("Chairs", layout=TITLE_ONLY)
        shape = builder.picture(slide, picture(), "", (0, 0, 8, 6))
        shape.element.nvPicPr.cNvPr.append(
            xml('<a:extLst><a:ext uri="{C183D7F6}"><adec:decorative val="1"/></a:ext></a:extLst>')
        )
        if has_other:
            builder.picture(slide, picture(colour="blue"), "A chair", (8, 6, 2, 1.5))
    reading = reading_of({"deck": builder.saved()})
    assert [words.alt for words in words_of(reading)] == ["", "A chair"]
    assert all(slide.image for slide in slides_of(reading))
    assert said(reading) == []


def test_a_picture_is_cut_mirrored_and_turned_as_the_slide_shows_it() -> None:
    builder = Builder()
    slide = builder.slide("Chairs", layout=TITLE_ONLY)
    shape = builder.picture(slide, picture((800, 600)), "Half red", (1, 1, 4, 3))
    shape.crop_right, shape.crop_bottom, shape.rotation = 0.5, 0.25, 90
    shape.element.spPr.find(".//{*}xfrm").set("flipV", "1")
    _, stored = pixels_of(builder)
    # 400 by 450 is left, red above; upside down red is below; turned by a quarter it is at the left.
    assert stored.size == (450, 400)
    assert is_red(stored.getpixel((20, 200)))
    assert not is_red(stored.getpixel((440, 200)))


@pytest.mark.parametrize(("frame", "size"), [((1, 1, 4, 3), (800, 600)), ((1, 1, 3, 4), (600, 800))])
def test_a_photo_stands_as_its_frame_whatever_its_own_note_says(
    frame: tuple[float, ...], size: tuple[int, int]
) -> None:
    """PowerPoint turns photographs itself and leaves their note; other programs turn by the note."""
    exif = Pictures.Exif()
    exif[0x0112] = 6
    builder = Builder()
    photo = picture((800, 600), kind="JPEG", exif=exif)
    builder.picture(builder.slide("Chairs", layout=TITLE_ONLY), photo, "Half red", frame)
    assert pixels_of(builder)[1].size == size


def test_pictures_in_groups_placeholders_and_fills_count() -> None:
    builder = Builder()
    in_place = builder.slide("In its place", layout=WITH_PICTURE)
    in_place.placeholders[1].insert_picture(picture()).element.nvPicPr.cNvPr.set("descr", "Red")
    grouped = builder.slide("In a group", layout=TITLE_ONLY)
    lone = builder.picture(grouped, picture(), "Red", (2, 2, 5, 4))
    grouped.shapes.add_group_shape([lone])
    filled = builder.slide("As a fill", layout=TITLE_ONLY)
    form = filled.shapes.add_shape(MSO_SHAPE.OVAL, *map(Inches, (2, 2, 5, 4)))
    form.text_frame.text = "Words on it"
    form.element.nvSpPr.cNvPr.set("descr", "Red")
    _, name = filled.part.get_or_add_image_part(picture())
    form.element.spPr.append(xml(f'<a:blipFill><a:blip r:embed="{name}"/><a:stretch/></a:blipFill>'))
    reading = reading_of({"deck": builder.saved()})
    assert [slide.image is not None for slide in slides_of(reading)] == [True] * 3
    assert [words.alt for words in words_of(reading)] == ["Red"] * 3
    assert body_of(words_of(reading)[2]) == ["Words on it"]
    assert said(reading) == []


def _with_svg(svg: bytes) -> bytes:
    """As PowerPoint writes it: the drawing in an extension of the picture of dots that older programs show."""
    builder = Builder()
    slide = builder.slide("Drawn", layout=TITLE_ONLY)
    shape = builder.picture(slide, picture(), "A circle")
    blip = shape.element.blipFill.find(".//{*}blip")
    blip.append(xml('<a:extLst><a:ext uri="{96DAC541}"><asvg:svgBlip r:embed="rId77"/></a:ext></a:extLst>'))

    def change(name: str, data: bytes) -> bytes:
        if name == "ppt/slides/_rels/slide1.xml.rels":
            kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"
            new = f'<Relationship Id="rId77" Type="{kind}" Target="../media/drawn.svg"/></Relationships>'
            return data.replace(b"</Relationships>", new.encode())
        if name == "[Content_Types].xml":
            return data.replace(
                b"</Types>", b'<Default Extension="svg" ContentType="image/svg+xml"/></Types>'
            )
        return data

    return changed(builder.saved(), change, **{"ppt/media/drawn.svg": svg})


def test_an_svg_drawing_is_shown_itself_and_one_outside_the_allow_list_by_its_picture() -> None:
    (drawn,) = slides_of(reading_of({"deck": _with_svg(SVG)}))
    assert drawn.image is not None
    assert drawn.image.is_drawing
    reading = reading_of({"deck": _with_svg(SVG.replace(b"<circle", b"<script/><circle"))})
    (dots,) = slides_of(reading)
    assert dots.image is not None
    assert not dots.image.is_drawing
    assert said(reading) == []


def test_a_slide_of_a_picture_alone_fills_the_page() -> None:
    builder = Builder()
    builder.picture(
        builder.slide(layout=BLANK), picture((1920, 1440), kind="JPEG"), "Our garden", (0, 0, 10, 7.5)
    )
    slide = builder.slide(layout=BLANK, notes="Come and see it.")
    builder.picture(slide, picture((1920, 1440), kind="JPEG"), "Our pond", (0, 0, 10, 7.5))
    first, second = slides_of(reading_of({"deck": builder.saved()}))
    assert (first.is_picture_only, first.words["en"].title) == (True, "Our garden")
    assert (second.is_picture_only, second.words["en"].more[0].text) == (False, "Come and see it.")


def test_a_picture_that_cannot_be_shown_gives_way_to_the_next() -> None:
    builder = Builder()
    slide = builder.slide("Chairs", layout=TITLE_ONLY)
    builder.picture(slide, picture((64, 48), "blue", "BMP"), "Not for us", (1, 1, 6, 4))
    builder.picture(slide, picture(), "A chair", (1, 5, 2, 2))
    reading = reading_of({"deck": builder.saved()})
    assert words_of(reading)[0].alt == "A chair"
    assert said(reading)[1] == (
        "not shown: deck.pptx, slide 1: the picture is a BMP picture, which cannot be shown. "
        "The next largest is shown. Right-click it, choose Save as Picture, PNG, and put that picture in its place."
    )


# --- what is not carried over ---

AS_PICTURE = "Right-click it, choose Save as Picture, PNG, and put that picture in its place."


def _frame(uri: str) -> Any:
    return xml(
        '<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="70" name="x"/><p:cNvGraphicFramePr/><p:nvPr/>'
        '</p:nvGraphicFramePr><p:xfrm><a:off x="0" y="0"/><a:ext cx="9" cy="9"/></p:xfrm><a:graphic>'
        f'<a:graphicData uri="{uri}"/></a:graphic></p:graphicFrame>'
    )


def _wrapped(requires: str, choice: str, stand_in: str = "") -> Any:
    return xml(
        f'<mc:AlternateContent><mc:Choice Requires="{requires}">{choice}</mc:Choice>'
        f"<mc:Fallback>{stand_in}</mc:Fallback></mc:AlternateContent>"
    )


def _equation() -> Any:
    shape = (
        '<p:sp><p:nvSpPr><p:cNvPr id="71" name="e"/><p:cNvSpPr txBox="1"/><p:nvPr/></p:nvSpPr><p:spPr/><p:txBody>'
        "<a:bodyPr/><a:p><a:r><a:t>Dose is</a:t></a:r><a14:m><m:oMath><m:r><m:t>x</m:t></m:r></m:oMath></a14:m></a:p>"
        "</p:txBody></p:sp>"
    )
    return _wrapped("a14", shape)


def _add_table(slide: Any) -> None:
    slide.shapes.add_table(2, 2, *map(Inches, (1, 2, 4, 2)))


def _add_chart(slide: Any) -> None:
    data: Any = CategoryChartData()  # type: ignore[no-untyped-call]
    data.categories = ["Before", "After"]
    data.add_series("Pain", (6, 4))
    slide.shapes.add_chart(XL_CHART_TYPE.COLUMN_CLUSTERED, *map(Inches, (1, 2, 4, 3)), data)


def _add_video(slide: Any) -> None:
    slide.shapes.add_movie(io.BytesIO(b"film"), *map(Inches, (1, 2, 4, 3)), mime_type="video/mp4")


OFFICE = "http://schemas.microsoft.com/office/drawing"
LOST = {
    "table": (_add_table, "Write a list, or put a picture of the table in its place."),
    "chart": (_add_chart, AS_PICTURE),
    "video": (_add_video, "Tell in words what it shows."),
    "SmartArt drawing": (
        lambda slide: slide.shapes._spTree.append(
            _frame("http://schemas.openxmlformats.org/drawingml/2006/diagram")
        ),
        AS_PICTURE,
    ),
    "embedded object": (
        lambda slide: slide.shapes._spTree.append(
            _frame("http://schemas.openxmlformats.org/presentationml/2006/ole")
        ),
        AS_PICTURE,
    ),
    "equation": (lambda slide: slide.shapes._spTree.append(_equation()), AS_PICTURE),
    "handwriting": (
        lambda slide: slide.shapes._spTree.append(_wrapped("p14", '<p:contentPart r:id="rId1"/>')),
        AS_PICTURE,
    ),
}


@pytest.mark.parametrize("what", LOST)
def test_what_cannot_be_carried_over_is_told_and_the_slide_is_shown(what: str) -> None:
    add, mend = LOST[what]
    builder = Builder()
    add(builder.slide("Title", layout=TITLE_ONLY))
    reading = reading_of({"deck": builder.saved()})
    assert words_of(reading)[0].title == "Title"
    assert said(reading) == [
        f"not shown: deck.pptx, slide 1: the {what} is not carried over. The slide is shown without it. {mend}"
    ]


def test_of_a_model_in_three_dimensions_the_picture_for_older_programs_is_shown() -> None:
    builder = Builder()
    slide = builder.slide("A hip", layout=TITLE_ONLY)
    shape = builder.picture(slide, picture(), "A hip joint")
    wrapped = _wrapped("am3d", "", "")
    wrapped[0].append(_frame("http://schemas.microsoft.com/office/drawing/2017/model3d"))
    wrapped[1].append(shape.element)
    slide.shapes._spTree.append(wrapped)
    reading = reading_of({"deck": builder.saved()})
    assert words_of(reading)[0].alt == "A hip joint"
    assert slides_of(reading)[0].image is not None
    assert said(reading) == []


def test_a_slide_with_nothing_else_is_not_shown() -> None:
    builder = Builder()
    builder.slide("First", "Text.")
    _add_chart(builder.slide(layout=BLANK))
    builder.slide(layout=BLANK)
    reading = reading_of({"deck": builder.saved()})
    assert [slide.key for slide in slides_of(reading)] == ["1"]
    assert said(reading) == [
        "not shown: deck.pptx, slide 2: the chart is not carried over. The slide is not shown. " + AS_PICTURE,
        (
            "not shown: deck.pptx, slide 3: this slide holds nothing to show. It is left out. "
            "Give it a title and text or a picture, or hide it."
        ),
    ]


def test_a_drawing_of_many_forms_is_told_and_its_words_are_shown() -> None:
    builder = Builder()
    slide = builder.slide("How pain travels", layout=TITLE_ONLY)
    for place, word in enumerate(("Back", "Hip", "Leg")):
        form = slide.shapes.add_shape(MSO_SHAPE.RECTANGLE, *map(Inches, (1 + 3 * place, 3, 2, 1)))
        form.text_frame.text = word
        slide.shapes.add_connector(MSO_CONNECTOR.STRAIGHT, *map(Inches, (place, 3, place + 1, 3)))
    reading = reading_of({"deck": builder.saved()})
    assert body_of(words_of(reading)[0]) == ["Back", "Hip", "Leg"]
    assert said(reading) == [
        (
            "not shown: deck.pptx, slide 1: the drawing is not carried over. The slide is shown without it. "
            "Export the slide as PNG (File, Save As, PNG, Just This One) and put that in the drawing's place."
        )
    ]


def test_animations_are_only_advised_of() -> None:
    builder = Builder()
    slide = builder.slide("Title", "Text.")
    slide.element.append(
        xml('<p:timing><p:tnLst><p:par><p:cTn id="1" presetClass="entr"/></p:par></p:tnLst></p:timing>')
    )
    (line,) = said(reading_of({"deck": builder.saved()}))
    assert line == (
        "advice: deck.pptx, slide 1: the animations are not carried over. Everything is there at once. "
        "Look whether the slide can be understood so."
    )


def test_the_review_looks_at_its_slides_and_says_what_to_do_in_powerpoint() -> None:
    builder = Builder()
    builder.slide("Massage", "This massage cures all pain.")
    builder.slide("Words", *["Many words stand on this slide today."] * 12)
    lines = said(reading_of({"deck": builder.saved()}))
    assert any(line.startswith("warning: deck.pptx, slide 1: ") and "is a promise" in line for line in lines)
    (long,) = [line for line in lines if "84 words" in line]
    assert long.startswith("warning: deck.pptx, slide 2: this slide has 84 words.")
    assert long.endswith("Keep it near 40 and put the rest into its notes.")
    assert not any("kind" in line or "caption" in line for line in lines)


# --- the topic ---


def test_it_is_named_in_the_order_by_its_file_name() -> None:
    builder = Builder()
    builder.slide("One", "Text.")
    data = builder.saved()
    clinic = 'topics = ["Our team", "back"]'
    reading = reading_of({"back": data, "another": data, "Our team": data}, clinic)
    assert [topic.key for topic in reading.catalog.topics] == ["Our team", "back", "another"]
    assert said(reading) == []
    (line,) = said(reading_of({"back": data, "Our team": data}, 'topics = ["Our teem", "back"]'))
    assert line == (
        'warning: clinic.toml, line 1: there is no folder or presentation "Our teem" for this topic. '
        'It is left out of the order. Did you mean "Our team"?'
    )


@pytest.mark.parametrize(
    ("title", "shown"),
    [
        ("Massage and sciatica", "Massage and sciatica"),
        ("PowerPoint Presentation", "Back school"),
        ("PowerPoint-Präsentation", "Back school"),
        ("Presentación de PowerPoint", "Back school"),
        ("Slide 1", "Back school"),
        ("", "Back school"),
    ],
)
def test_its_title_is_its_own_unless_a_program_made_it_up(title: str, shown: str) -> None:
    builder = Builder()
    builder.deck.core_properties.title = title
    builder.slide("One", "Text.")
    (topic,) = reading_of({"01-back-school": builder.saved()}).catalog.topics
    assert topic.titles == {"en": shown}


def test_a_toml_of_its_name_says_of_it_what_topic_toml_says_of_a_folder(tmp_path: Path) -> None:
    builder = Builder()
    builder.slide("Uno", "Texto.")
    put(tmp_path, "back.pptx", builder.saved())
    text = 'language = "es"\ntitle = "La espalda"\n[review]\nreviewed_by = "A. Nurse"\nreviewed_on = 2026-01-01\n'
    (tmp_path / "back.toml").write_text(text, encoding="utf-8")
    reading = read_content(tmp_path, today=TODAY)
    (topic,) = reading.catalog.topics
    assert (topic.language, topic.titles, topic.is_reviewed) == ("es", {"es": "La espalda"}, True)
    (line,) = said(reading)
    assert line.startswith("advice: back.toml, line 3: this topic has no date for its next review.")


def test_a_presentation_of_another_language_is_its_translation_slide_by_slide() -> None:
    original, spanish = Builder(), Builder()
    for english, other in (("Sit", "Sentarse"), ("Stand", ""), ("Walk", "Caminar")):
        builder_slide = original.slide(english, "Do it often.", notes="More.")
        original.picture(builder_slide, picture(), "A person", (5, 2, 4, 3))
        slide = spanish.slide(other, "Hágalo a menudo, cada hora, en casa y en el trabajo.")
        spanish.picture(slide, picture(colour="blue"), "Una persona", (5, 2, 4, 3))
        if english == "Walk":
            slide.element.set("show", "0")
    reading = reading_of({"back": original.saved(), "back.es": spanish.saved()})
    first, second, third = slides_of(reading)
    assert [topic.key for topic in reading.catalog.topics] == ["back"]
    assert (first.words["es"].title, first.words["es"].alt) == ("Sentarse", "Una persona")
    assert second.words["es"].title == "Stand"
    assert third.words.keys() == {"en"}
    assert reading.translated == {"back.es.pptx": "back.pptx"}
    assert any(line.startswith('advice: back.pptx: the slide "3" is not in "es".') for line in said(reading))
    assert (
        "warning: back.es.pptx, slide 2: this translation has no title. The original's is shown. "
        "Give it a title in PowerPoint." in said(reading)
    )


def test_a_picture_alone_is_translated_by_its_alt_text() -> None:
    decks = {}
    for name, alt in (("room", "Our room"), ("room.es", "Nuestra sala")):
        builder = Builder()
        builder.picture(builder.slide(layout=BLANK), picture(kind="JPEG"), alt)
        decks[name] = builder.saved()
    (slide,) = slides_of(reading_of(decks))
    assert {tag: words.title for tag, words in slide.words.items()} == {
        "en": "Our room",
        "es": "Nuestra sala",
    }


def test_a_translation_with_other_slides_is_not_shown_at_all() -> None:
    original, spanish = Builder(), Builder()
    original.slide("Sit", "Text.")
    original.slide("Stand", "Text.")
    spanish.slide("Sentarse", "Texto.")
    reading = reading_of({"back": original.saved(), "back.es": spanish.saved()})
    assert all(slide.words.keys() == {"en"} for slide in slides_of(reading))
    (line,) = said(reading)
    assert line == (
        'not shown: back.es.pptx: it has 1 slide, "back.pptx" has 2. None of it is shown, for nobody can tell '
        "which slide is which. Give it the same slides in the same order."
    )


def test_a_name_that_only_looks_like_a_translation_is_a_topic() -> None:
    builder = Builder()
    builder.slide("One", "Text.")
    (topic,) = reading_of({"Dr.No": builder.saved()}).catalog.topics
    assert (topic.key, topic.language) == ("Dr.No", "en")


def test_a_folder_of_its_name_comes_first(tmp_path: Path) -> None:
    builder = Builder()
    builder.slide("One", "Text.")
    put(tmp_path, "Back.pptx", builder.saved())
    put(tmp_path / "back", "01.md", b"# Two\n\nText.\n")
    put(tmp_path / "back", "old.pptx", builder.saved())
    reading = read_content(tmp_path, today=TODAY)
    (topic,) = reading.catalog.topics
    assert topic.slides[0].words["en"].title == "Two"
    assert said(reading) == [
        'not shown: Back.pptx: there is a folder "Back" too. It is not shown. Give one of the two another name.',
        (
            "warning: back/old.pptx: a presentation is a topic of its own. It is not shown. "
            "Move it out of this folder, beside it."
        ),
    ]


def test_a_presentation_whose_slides_are_all_hidden_is_none_of_our_business() -> None:
    builder = Builder()
    builder.slide("One", "Text.").element.set("show", "0")
    reading = reading_of({"deck": builder.saved()})
    assert reading.catalog.topics == ()
    line = "advice: deck.pptx: all slides of this topic are hidden. It is not shown. "
    assert said(reading) == [line + "To show it, unhide a slide in PowerPoint."]


def test_an_empty_presentation_is_told() -> None:
    reading = reading_of({"deck": Builder().saved()})
    assert said(reading) == [
        (
            "not shown: deck.pptx: this presentation holds no slide that can be shown. It is not shown. "
            "Give its slides a title and text, or a picture."
        )
    ]


@pytest.mark.parametrize(
    ("letters", "offered", "turned", "language"),
    [
        ({"es-MX": 90, "en-US": 10}, ("en", "es"), False, "es"),
        ({"es-MX": 60, "en-US": 40}, ("en", "es"), False, ""),
        ({"de-DE": 100}, ("en", "es"), False, ""),
        ({"pt-BR": 100}, ("pt", "pt-BR"), False, "pt-BR"),
        ({"es-ES": 100}, (), False, "es"),
        ({"": 100}, (), False, ""),
        ({}, ("en",), False, ""),
        ({"en-US": 100}, ("en", "ar"), True, "ar"),
        ({"en-US": 100}, ("en", "ar", "he"), True, ""),
        ({"ar-SA": 100}, ("en", "ar", "he"), True, "ar"),
        ({"not a tag": 100}, (), False, ""),
    ],
)
def test_its_language_is_what_it_says_clearly_and_the_clinic_offers(
    letters: dict[str, int], offered: tuple[str, ...], *, turned: bool, language: str
) -> None:
    assert language_of(Counter(letters), offered, runs_right_to_left=turned) == language


# --- by another program ---


def by_libreoffice(name: str, clinic: str = "") -> Reading:
    return reading_of({name: (BY_LIBREOFFICE / f"{name}.pptx").read_bytes()}, clinic)


def test_libreoffice_lists_notes_and_a_hidden_slide() -> None:
    reading = by_libreoffice("lists")
    first, last = words_of(reading)
    assert reading.catalog.topics[0].titles == {"en": "Looking after your back"}
    assert [slide.key for slide in slides_of(reading)] == ["1", "3"]
    assert [(block.style, block.number, block.text) for block in first.body] == [
        (BlockStyle.BULLET, 0, "Stand up"),
        (BlockStyle.BULLET, 0, "Walk slowly"),
        (BlockStyle.NUMBER, 1, "Breathe in"),
        (BlockStyle.NUMBER, 2, "Breathe out"),
    ]
    assert [run.text for run in first.body[1].runs if run.strong] == ["slowly"]
    assert (last.title, body_of(last)) == ("Ask us", ["At reception."])
    assert said(reading) == []


def test_libreoffice_arabic_is_told_by_itself_and_read_from_the_right() -> None:
    reading = by_libreoffice("arabic", 'languages = ["en", "ar"]')
    (topic,) = reading.catalog.topics
    assert topic.language == "ar"
    assert body_of(topic.slides[0].words["ar"]) == ["أولاً", "ثانياً"]
    assert [block.style for block in topic.slides[1].words["ar"].body] == [BlockStyle.BULLET]


def test_libreoffice_table_chart_and_group() -> None:
    reading = by_libreoffice("objects")
    assert [line.split(". ")[0] for line in said(reading)] == [
        "not shown: objects.pptx, slide 1: the table is not carried over",
        "not shown: objects.pptx, slide 2: the chart is not carried over",
    ]
    assert body_of(words_of(reading)[2]) == ["Above", "Below"]


def test_libreoffice_drawing_of_forms() -> None:
    reading = by_libreoffice("drawing")
    assert body_of(words_of(reading)[0]) == ["Back", "Hip", "Leg", "Foot"]
    assert "the drawing is not carried over." in said(reading)[0]


def test_libreoffice_pictures_svg_emf_and_cut() -> None:
    reading = by_libreoffice("pictures")
    images = [slide.image for slide in slides_of(reading)]
    assert [image is not None for image in images] == [True, False, True, True]
    assert [(image.width, image.height) for image in images[2:] if image] == [(800, 411), (800, 600)]
    assert [slide.is_picture_only for slide in slides_of(reading)] == [False, False, False, True]
    assert words_of(reading)[0].alt == "A round drawing"
    assert (
        "not shown: pictures.pptx, slide 2: the picture is a drawing in EMF or WMF, which cannot be shown. "
        "The slide is shown without it. " + AS_PICTURE
    ) in said(reading)

import time

import pytest

from kiosk.core.content.model import BlockStyle, SlideWords
from kiosk.core.content.slide_text import SlideText, read_slide

TEXT = """+++
kind = "risk"
+++

# Café

Breathe **out**.

> Slowly.

- [ ] Why?

---

More.
"""


def words_of(text: str | bytes) -> SlideWords:
    read = read_slide(text if isinstance(text, bytes) else text.encode(), "a.md")
    assert read.words is not None
    return read.words


def problems_of(text: str) -> list[str]:
    return [str(problem) for problem in read_slide(text.encode(), "a.md").problems]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_every_encoding_and_line_end_reads_the_same(encoding: str, line_end: str) -> None:
    read = read_slide(TEXT.replace("\n", line_end).encode(encoding), "a.md")
    usual = read_slide(TEXT.encode(), "a.md")

    assert read.words == usual.words
    assert read.lines == usual.lines
    assert read.facts == usual.facts


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_unicode_in_any_form_is_no_problem(encoding: str) -> None:
    assert read_slide(TEXT.encode(encoding), "a.md").problems == ()


def test_utf16_without_its_mark_is_refused_with_advice() -> None:
    read = read_slide(TEXT.encode("utf-16-le"), "a.md")

    assert read.words is None
    assert str(read.problems[0]).endswith('Save it again as plain text, with the encoding "UTF-8".')


@pytest.mark.parametrize("line", ["---", "–––", "———", "___", "===", "----------", "—-–", "  ---  "])  # noqa: RUF001 - what Word and Persian write
def test_a_line_of_three_or_more_dashes_begins_the_longer_text(line: str) -> None:
    words = words_of(f"# A\n\nShort.\n{line}\nLong.\n")

    assert [block.text for block in words.body] == ["Short."]
    assert [block.text for block in words.more] == ["Long."]


@pytest.mark.parametrize("line", ["--", "-–", "--- x", "- - x"])  # noqa: RUF001 - what Word and Persian write
def test_what_is_no_dividing_line_stays_text(line: str) -> None:
    assert not words_of(f"# A\n\nShort.\n\n{line}\n").more


def test_text_above_dashes_is_no_heading() -> None:
    assert words_of("# A\n\nNot a heading\n---\nMore.").body[0].style is BlockStyle.PARAGRAPH


@pytest.mark.parametrize(
    ("mark", "source", "caption"),
    [
        ("![x](a.png)", "a.png", ""),
        ('![x](a.png "cap")', "a.png", "cap"),
        ("![x](a.png “cap”)", "a.png", "cap"),
        ("![x](a.png „cap“)", "a.png", "cap"),
        ("![x](a.png ‘cap’)", "a.png", "cap"),  # noqa: RUF001 - what Word and Persian write
        ("![x](my photo.png)", "my photo.png", ""),
        ('![x](my photo.png "it\'s a cap")', "my photo.png", "it's a cap"),
        ("![x](my%20photo.png)", "my photo.png", ""),
        ("![x](<my photo.png>)", "my photo.png", ""),
        (r"![x](pictures\my photo.png)", "pictures/my photo.png", ""),
        (r"![x](my\_photo.png)", "my_photo.png", ""),
        ("![x](photo (1).png)", "photo (1).png", ""),
        ("![x] (a.png)", "a.png", ""),
        ("![x](100%.png)", "100%.png", ""),
        ("![x](%252e.png)", "%2e.png", ""),
    ],
)
def test_pictures_are_taken_as_people_type_them(mark: str, source: str, caption: str) -> None:
    read = read_slide(f"# A\n\n{mark}\n".encode(), "a.md")

    assert read.picture is not None
    assert (read.picture.source, read.picture.caption, read.picture.line) == (source, caption, 3)
    assert read.picture.alt == "x"
    assert read.problems == ()


@pytest.mark.parametrize("line", ["![x](a.png", "![x", "![x]", "![x] a.png", "  ![x][a]"])
def test_a_line_that_begins_like_a_picture_and_is_none_is_left_out_and_reported(line: str) -> None:
    read = read_slide(f"# A\n\nText.\n\n{line}\n".encode(), "a.md")

    assert [problem.line for problem in read.problems] == [5]
    assert read.words is not None
    assert [block.text for block in read.words.body] == ["Text."]


def test_line_numbers_count_from_the_first_line_of_the_file() -> None:
    read = read_slide(TEXT.encode(), "a.md")

    assert read.lines == {"title": 5, "body": 7, "message": 9, "questions": 11, "more": 15}


def test_lines_of_broken_facts_count_from_the_first_line_of_the_file() -> None:
    read = read_slide(b'\n\n+++\nkind = "risk"\nevidence = some\n+++\n# A\n', "a.md")

    assert [problem.line for problem in read.problems] == [5]
    assert read.facts.kind == "risk"


@pytest.mark.parametrize(
    "mark", ["- [ ] Why?", "* [ ] Why?", "- [x] Why?", "- [] Why?", "1. [ ] Why?", "- [ ]Why?"]
)
def test_task_lists_are_questions(mark: str) -> None:
    assert words_of(f"# A\n\n{mark}\n").questions == ("Why?",)


def test_the_title_is_the_first_heading_of_any_size() -> None:
    assert words_of("Text.\n\n## A *fine* **title**\n\n# Next\n").title == "A fine title"


@pytest.mark.parametrize("mark", ["#Title", "#\u00a0Title", "# Title #"])
def test_headings_are_taken_as_people_type_them(mark: str) -> None:
    assert words_of(f"{mark}\n\nText.\n").title == "Title"


def test_bullets_pasted_from_word_are_a_list() -> None:
    words = words_of("# A\n\n• one\n• two\n")

    assert [(block.style, block.text) for block in words.body] == [
        (BlockStyle.BULLET, "one"),
        (BlockStyle.BULLET, "two"),
    ]


def test_numbers_of_a_list_count_from_its_start() -> None:
    assert [block.number for block in words_of("# A\n\n3. x\n4. y\n").body] == [3, 4]


def test_code_and_html_and_reference_lines_are_shown_as_text() -> None:
    words = words_of("# A\n\n    indented\n\n<b>bold</b> `code`\n\n[1]: see below\n\n```\nfence\n```\n")

    assert [block.text for block in words.body] == ["indented", "<b>bold</b> code", "[1]: see below", "fence"]


def test_a_link_is_shown_as_its_words_and_address() -> None:
    words = words_of("# A\n\nSee [us](https://example.org/x) or <https://example.org> or [next](02.md).\n")

    assert words.body[0].text == "See us (example.org/x) or https://example.org or next."


def test_hard_line_breaks_make_paragraphs_and_soft_ones_a_space() -> None:
    assert [block.text for block in words_of("# A\n\none\ntwo  \nthree\n").body] == ["one two", "three"]


def test_a_quote_below_the_dividing_line_is_no_key_message() -> None:
    words = words_of("# A\n\nText.\n\n---\n\n> Quoted.\n")

    assert words.message == ""
    assert words.more[0].text == "Quoted."


def test_characters_that_cannot_be_seen_are_taken_out() -> None:
    words = words_of("# A\u202eB\x00\x07C\u2066\ufeff\n\nx\u200by\x0bz\n")

    assert words.title == "ABC"
    assert words.body[0].text == "xy z"


def test_marks_that_arabic_and_persian_need_stay() -> None:
    assert words_of("# می\u200cخواهم\u200f\n\nx\n").title == "می\u200cخواهم\u200f"  # noqa: RUF001 - what Word and Persian write


@pytest.mark.parametrize(
    "text",
    [
        "x" * 4_000_000,
        "# " + "title " * 20_000,
        "- a\n" * 1_000,
        "[" * 60_000,
        "![" * 30_000,
        "> " * 30_000,
        "*a " * 20_000,
        "![a](b '" * 7_000,
        "+++\n" + "a = [" * 12_000,
        "+++\na" + ".a" * 20_000 + " = 1\n+++\n# A",
    ],
    ids=lambda text: str(text)[:8],
)
def test_monstrous_input_is_cut_with_a_problem_and_takes_no_time(text: str) -> None:
    begun = time.process_time()
    read = read_slide(text.encode(), "a.md")

    assert time.process_time() - begun < 3
    assert read.problems
    if read.words:
        assert len(read.words.title) <= 200
        assert sum(len(block.text) for block in read.words.body) <= 4_000


def test_a_tower_of_accents_is_cut_down() -> None:
    assert words_of("# A\n\no" + "\u0301" * 30_000).body[0].text == "\u00f3" + "\u0301" * 4


def test_a_thousand_bullets_are_cut_to_what_a_slide_can_bear() -> None:
    read: SlideText = read_slide(b"# A\n\n" + b"- a\n" * 1_000, "a.md")

    assert read.words is not None
    assert len(read.words.body) == 200
    assert problems_of("# A\n\n" + "- a\n" * 1_000) == [
        (
            "a.md, line 3: the text is far too long for a slide. Only the first 200 paragraphs are shown. "
            "Make several slides of it."
        )
    ]

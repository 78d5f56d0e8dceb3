"""Whatever the bytes, no reader raises, and each problem has a line of its file."""

import contextlib
import re

from hypothesis import example, given, settings
from hypothesis import strategies as st

from kiosk.core.content.clinic_text import read_clinic_text
from kiosk.core.content.drawing import drawing_size
from kiosk.core.content.picture_kind import PictureRefused
from kiosk.core.content.pictures import prepare_picture
from kiosk.core.content.problems import Problem
from kiosk.core.content.slide_text import read_slide
from kiosk.core.content.topic_text import read_topic_text
from kiosk.core.settings import read_machine_text

MARKS = [
    *(
        "+++\n",
        "---\n",
        "\n",
        "\n\n",
        "\r",
        "\r\n",
        "# ",
        "> ",
        "- [ ] ",
        "- ",
        "1. ",
        "![",
        "](",
        ")",
        "**",
        "|",
        "```\n",
    ),
    *(
        "<b>",
        "</b>",
        "\x00",
        "\u202e",
        "“",
        "”",
        "\ufeff",
        "a",
        "é",
        "x.png",
        "%2e",
        " ",
        "\t",
        "[a](b)",
        "=",
        "[",
        "]",
    ),
]
KEYS = [
    *(
        "name",
        "title",
        "hidden",
        "languages",
        "topics",
        "emergency",
        "idle_limit",
        "review",
        "source",
        "id",
        "text",
    ),
    *(
        "kind",
        "sources",
        "keys",
        "next",
        "pin",
        "year",
        "weekdays",
        "translation",
        "es",
        "show_from",
        "reviewed_on",
    ),
]
VALUES = [
    *(
        '"x"',
        "1",
        "nan",
        "inf",
        "-1e400",
        "1" + "0" * 400,
        "true",
        "[",
        "]",
        '["en"]',
        "{}",
        '{ en = "x" }',
        "'",
        '"',
    ),
    *("2026-01-01", "2026-13-01", "07:00:00", "[[1]]", "[{}]", '"""', "\\", '"\\x"', "“x”", "", "#"),
]
slides = st.one_of(
    st.binary(max_size=400), st.lists(st.sampled_from(MARKS), max_size=40).map(lambda m: "".join(m).encode())
)
lines = st.one_of(
    st.tuples(st.sampled_from(KEYS), st.sampled_from(VALUES)).map(lambda pair: f"{pair[0]} = {pair[1]}"),
    st.sampled_from(KEYS).flatmap(
        lambda key: st.sampled_from([f"[{key}]", f"[[{key}]]", f"[{key}.es]", key])
    ),
    st.sampled_from(VALUES),
)
tomls = st.one_of(
    st.binary(max_size=300), st.lists(lines, max_size=12).map(lambda rows: "\n".join(rows).encode())
)


def lines_in(data: bytes) -> int:
    encoding = "utf-16" if data[:2] in {b"\xff\xfe", b"\xfe\xff"} else "latin-1"
    return len(re.split(r"\r\n|\r|\n", data.decode(encoding, "replace")))


def assert_lines_are_in(data: bytes, problems: tuple[Problem, ...]) -> None:
    for problem in problems:
        assert 0 <= problem.line <= lines_in(data), problem
        assert problem.found.endswith(".")
        assert not problem.found[0].isupper() or problem.found.startswith(
            ("True", "False", "On", "Off", "Yes", "No")
        )
        assert "\n" not in str(problem)


@given(slides)
@example(b"")
@example(b"+++")
@example(b"\xff\xfe")
@example(b"+++\n+++\n")
def test_a_slide_of_any_bytes_is_read(data: bytes) -> None:
    read = read_slide(data, "a.md")

    assert_lines_are_in(data, read.problems)
    assert all(0 < line <= lines_in(data) for line in read.lines.values())
    assert all(0 < line <= lines_in(data) for lines in read.block_lines.values() for line in lines)
    assert read.words is not None or read.problems
    if read.words:
        blocks = {"body": read.words.body, "more": read.words.more, "questions": read.words.questions}
        assert all(len(read.block_lines[part]) >= len(each) for part, each in blocks.items())


@given(tomls)
@example(b"a = " + b"[" * 3000)
@example(b"a = " + b"{a=" * 1300)
@example(b"idle_limit = 1" + b"0" * 3000)
@example(b"source = [1, {}]\n[source]\n")
def test_settings_of_any_bytes_are_read(data: bytes) -> None:
    assert_lines_are_in(data, read_clinic_text(data).problems)
    assert_lines_are_in(data, read_topic_text(data, "t/topic.toml").problems)
    assert_lines_are_in(data, read_machine_text(data, "machine.toml")[1])


drawings = st.one_of(
    st.binary(max_size=200),
    st.lists(
        st.sampled_from(
            [
                *(
                    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1">',
                    "</svg>",
                    "<g>",
                    "</g>",
                    "<use/>",
                    "&a;",
                ),
                *(
                    "<!DOCTYPE svg>",
                    "<?x y?>",
                    "<!--",
                    "-->",
                    '<path d="M0 0"/>',
                    "<![CDATA[",
                    "]]>",
                    "\x00",
                    "é",
                ),
            ]
        ),
        max_size=12,
    ).map(lambda parts: "".join(parts).encode()),
)


@given(drawings)
def test_a_drawing_of_any_bytes_is_taken_or_refused(data: bytes) -> None:
    with contextlib.suppress(PictureRefused):
        assert min(drawing_size(data)) >= 1


@settings(max_examples=60)
@given(
    st.sampled_from([b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"GIF89a", b"RIFF\x10\0\0\0WEBP", b"<svg", b""]),
    st.binary(max_size=200),
)
def test_a_picture_of_any_bytes_is_taken_or_refused(beginning: bytes, rest: bytes) -> None:
    with contextlib.suppress(PictureRefused):
        prepare_picture(beginning + rest + b"\xff\xd9", "a.png")

import time

import pytest

from kiosk.core.content.toml_text import parse_toml

EXAMPLE = '''# a remark
name = "A"
list = [
  "x = 1",
  "y",
]
text = """
not = "a key"
"""
purpose = { en = "P" }

[title]
en = "T"
"es" = "U"
[[source]]
id = "a"
[[source]]
# x = 1
id = "b"
a.b = 1
'''


def test_every_key_knows_its_line() -> None:
    toml = parse_toml(EXAMPLE, "f")

    assert toml.problems == ()
    assert toml.lines == {
        ("name",): 2,
        ("list",): 3,
        ("text",): 7,
        ("purpose",): 10,
        ("title",): 12,
        ("title", "en"): 13,
        ("title", "es"): 14,
        ("source", 0): 15,
        ("source", 0, "id"): 16,
        ("source", 1): 17,
        ("source", 1, "id"): 19,
        ("source", 1, "a", "b"): 20,
    }
    assert toml.line(("purpose", "en")) == 10
    assert toml.line(("nowhere",)) == 0


def test_a_faulty_line_is_left_out_and_the_others_are_used() -> None:
    toml = parse_toml('a = 1\nb = "x\nc = 3\nd\ne = 5\n', "f")

    assert toml.values == {"a": 1, "c": 3, "e": 5}
    assert [problem.line for problem in toml.problems] == [2, 4]


def test_curly_quotes_are_straightened() -> None:
    toml = parse_toml("name = “Riverside”\n", "f")

    assert toml.values == {"name": "Riverside"}
    assert toml.problems == ()


def test_curly_quotes_inside_straight_ones_stay() -> None:
    assert parse_toml('name = "the “best”"\n', "f").values == {"name": "the “best”"}


def test_a_list_that_never_ends_is_reported_where_it_begins() -> None:
    toml = parse_toml('a = 1\nb = [\n  "x",\n  "y"\n', "f")

    assert toml.problems[0].line == 2


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ('a = "x', "a quote is missing."),
        ("a = x", "the text has no quotes."),
        ("a = True", "True is not understood."),
        ("a =", '"a" has no value.'),
        ("a", "this line has no equals sign."),
        ('a = "D:\\kiosk"', "a backslash stands inside the quotes."),
        ("[a", "a square bracket is missing."),
        ("a = 0800", 'the value "0800" is no number and no date.'),
        ("a = 2026-13-45", 'the value "2026-13-45" is no number and no date.'),
        ("a = 1\na = 2", '"a" is written twice.'),
        ("[a]\n[a]", '"[a]" is written twice.'),
    ],
)
def test_the_cause_is_told_in_plain_words(line: str, found: str) -> None:
    assert [problem.found for problem in parse_toml(line, "f").problems] == [found]


@pytest.mark.parametrize(
    "text",
    [
        "a = " + "[" * 90_000,
        "a = " + "\n[" * 40_000,
        "a" + ".a" * 40_000 + " = 1",
        "[a" + ".a" * 40_000 + "]",
        "a = 1" + "0" * 90_000,
        "x\n" * 40_000,
        "a=1\n" * 20_000,
        ("a." * 40 + "b = 1\n") * 900,
        "a = {b = " * 9_000,
        'a="""\n' * 10_000,
        "[[a]]\n" * 15_000,
    ],
    ids=lambda text: str(text)[:8].replace("\n", " "),
)
def test_monstrous_settings_take_no_time(text: str) -> None:
    begun = time.process_time()
    parse_toml(text, "f")

    assert time.process_time() - begun < 2

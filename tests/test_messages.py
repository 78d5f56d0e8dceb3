"""docs/messages.md has every message: a sentence that the code can say is found in the code itself, not in a list."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from kiosk.core.content.folder import read_content

ROOT = Path(__file__).parents[1]
SAMPLES = ROOT / "tests" / "samples"
SOURCES = (
    *sorted((ROOT / "kiosk" / "core" / "content").rglob("*.py")),
    ROOT / "kiosk" / "core" / "settings.py",
    *sorted((ROOT / "kiosk" / "ops").glob("*.py")),
)
# What a problem found is written in lower case and ends in a full stop, because the file's name stands before it.
MESSAGE = re.compile(r'["a-z….].* .*\.')
OTHERS = {
    '"…" is used.': "what is shown instead",
    "… is used.": "what is shown instead",
    "… Write it as ![what it shows](name.png).": "what to do",
    "…, since ….": "a line of the report",
    "…: nothing is wrong.": "the end of a check",
    "…: … not shown, …, … of advice.": "the end of a check",
}


# What stands before these is put together elsewhere.
ENDS = {
    "is a promise.": '"…" is a promise.',
    "tells patients to change their medicine.": '"…" tells patients to change their medicine.',
    '… in "…".': '… slide… in "…".',
    '… …, such as "…".': '… slides are …picture…, such as "…".',
    '… …: "…".': '… slide is a …picture…: "…".',
}
# A slide that names its picture, and clinic.toml, say which one it is; a presentation has but one to a slide.
NAMED = re.compile(r'^(?:the picture ".+?"|the picture|the logo(?= ".+?")|the logo)')
SUBJECTS = ("this", "this picture", "this photo", "this drawing", "this file", "the picture")


def text_of(node: ast.AST) -> str:
    """The text of a literal, with … for what is filled in; empty: no text."""
    match node:
        case ast.Constant(value=str(text)):
            return text
        case ast.JoinedStr(values=parts):
            return "".join(str(part.value) if isinstance(part, ast.Constant) else "…" for part in parts)
        case _:
            return ""


def messages_in(source: str) -> Iterator[str]:
    tree = ast.parse(source)
    passed_over: set[int] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr):  # a docstring
            passed_over.add(id(node.value))
        if isinstance(node, ast.JoinedStr):
            passed_over |= {id(part) for part in node.values}
    for node in ast.walk(tree):
        text = text_of(node)
        if id(node) not in passed_over and MESSAGE.fullmatch(text):
            yield text


def said() -> set[str]:
    found = {message for path in SOURCES for message in messages_in(path.read_text(encoding="utf-8"))}
    assert ENDS.keys() <= found
    return {ENDS.get(message, message) for message in found}


def told() -> dict[str, str]:
    """What the table has: the message, and what to do."""
    rows = re.findall(
        r"^\| (.+?) \| (.+?) \|$", (ROOT / "docs" / "messages.md").read_text(encoding="utf-8"), re.MULTILINE
    )
    return {message: mend for message, mend in rows if message != "the report says"}


def test_the_table_has_every_message_and_no_other() -> None:
    assert told().keys() == said() - OTHERS.keys()
    assert OTHERS.keys() <= said()


def test_the_table_says_what_to_do_about_each() -> None:
    assert all(mend.endswith((".", ".)")) and len(mend) > 5 for mend in told().values())


@pytest.mark.parametrize("folder", sorted(SAMPLES.iterdir()), ids=lambda folder: str(folder.name))
def test_every_problem_of_a_sample_is_a_message_of_the_table(folder: Path) -> None:
    """So that no message is put together where the code is not looked at."""
    known = re.compile("|".join(re.escape(message).replace("…", ".*") for message in told()), re.DOTALL)
    for problem in read_content(folder / "content", today=date(2026, 1, 15)).problems:
        as_named = [NAMED.sub(subject, problem.found) for subject in SUBJECTS]
        assert any(map(known.fullmatch, [problem.found, *as_named])), problem.found


def test_a_new_message_is_noticed() -> None:
    source = 'def f(x: str) -> None:\n    """the docstring is no message."""\n    note(f"the thing {x} is odd.", y)\n'
    assert list(messages_in(source)) == ["the thing … is odd."]

"""A small clinic's content in English, Spanish and Arabic, with one slide in English alone; and the program's words."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import polib

from kiosk.core.content.folder import read_content
from kiosk.core.content.model import Catalog
from kiosk.core.language import LOCALE_FOLDER
from tests.catalogs import A_DAY

FOLDER = Path(__file__).parent / "three_languages"
TAGS = ("en", "es", "ar")
VIEWS = Path(__file__).parents[2] / "kiosk" / "core"


@cache
def three_languages() -> Catalog:
    return read_content(FOLDER, today=A_DAY).catalog


def interface_texts() -> Iterator[str]:
    """What the program says in English, and in each language that it has been translated into."""
    for file in VIEWS.rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "_":
                yield from (str(text.value) for text in node.args if isinstance(text, ast.Constant))
    for catalogue in LOCALE_FOLDER.rglob("*.po"):
        for entry in polib.pofile(str(catalogue)):
            yield from (entry.msgstr, *entry.msgstr_plural.values())

"""Tests that a document names as its proof: `ui/test_sizes.py::test_it_fits`, or a whole file, below tests/."""

from __future__ import annotations

import ast
import re
from functools import cache
from pathlib import Path

TESTS = Path(__file__).parent
LINK = re.compile(r"`((?:[\w/]+/)?test_\w+\.py)(?:::(\w+))?`")


def missing(text: str) -> list[str]:
    """Those that the text names and that are not there."""
    found = []
    for name, test in sorted(set(LINK.findall(text))):
        file = TESTS / name
        if not file.exists() or (test and test not in _names_in(file)):
            found.append(f"{name}::{test}")
    return found


@cache
def _names_in(file: Path) -> set[str]:
    tree = ast.parse(file.read_text(encoding="utf-8"))
    return {node.name for node in tree.body if isinstance(node, ast.FunctionDef)}

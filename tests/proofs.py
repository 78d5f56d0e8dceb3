"""The tests that a page of docs/ names, as `file::test` below tests/: what is claimed without one is not proved."""

from __future__ import annotations

import ast
import re
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[1]
LINK = re.compile(r"`((?:[\w/]+/)?test_\w+\.py)(?:::(\w+))?`")


def rows_in(page: Path, columns: int) -> list[tuple[str, ...]]:
    """The cells of each row of its tables that have so many columns, without the heads."""
    found = []
    lines = page.read_text(encoding="utf-8").splitlines()
    for line, below in zip(lines, [*lines[1:], ""], strict=True):
        cells = tuple(cell.strip() for cell in line.strip().strip("|").split("|"))
        is_row = line.startswith("|") and not line.startswith("|---") and not below.startswith("|---")
        if is_row and len(cells) == columns:
            found.append(cells)
    return found


def missing_tests(text: str) -> list[str]:
    """Those that it names and that do not exist."""
    return sorted(
        f"{name}::{test}"
        for name, test in set(LINK.findall(text))
        if not (ROOT / "tests" / name).exists() or (test and test not in _tests_in(ROOT / "tests" / name))
    )


@cache
def _tests_in(file: Path) -> set[str]:
    tree = ast.parse(file.read_text(encoding="utf-8"))
    return {node.name for node in tree.body if isinstance(node, ast.FunctionDef)}

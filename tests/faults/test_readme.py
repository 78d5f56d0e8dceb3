"""The page of the sixty faults has each of them, and names no test that is not there and each that names a fault."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from tests.proofs import LINK, ROOT, missing_tests

TESTS = ROOT / "tests"
TEXT = Path(__file__).with_name("README.md").read_text(encoding="utf-8")
FAULTS = range(1, 61)
_NAMED = re.compile(r"\bfaults? ((?:\d+|, | and | to )+)", re.IGNORECASE)
_RANGE = re.compile(r"(\d+)(?: to (\d+))?")


def rows() -> dict[int, list[str]]:
    """What the table says beside each number: the fault, its tests, what was seen."""
    table = TEXT.partition("\n## ")[0]
    found = {}
    for line in table.splitlines():
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if line.startswith("|") and cells[0].isdecimal():
            found[int(cells[0])] = cells[1:]
    return found


def faults_of_tests() -> set[tuple[int, str]]:
    """Each fault that a test names in its own words, with that test."""
    found = set()
    for file in TESTS.rglob("test_*.py"):
        for node in ast.parse(file.read_text(encoding="utf-8")).body:
            if isinstance(node, ast.FunctionDef) and node.name.startswith("test_"):
                link = f"{file.relative_to(ROOT / 'tests').as_posix()}::{node.name}"
                for told in _NAMED.findall(ast.get_docstring(node) or ""):
                    for first, last in _RANGE.findall(told):
                        found |= {(number, link) for number in range(int(first), int(last or first) + 1)}
    return found


def test_each_of_the_sixty_has_a_row() -> None:
    assert list(rows()) == list(FAULTS)


@pytest.mark.parametrize("number", FAULTS)
def test_a_row_has_the_fault_its_tests_and_what_was_seen(number: int) -> None:
    fault, tests, seen = rows()[number]
    assert fault
    assert LINK.findall(tests)
    assert LINK.sub("", tests).strip() == "", "beside tests nothing else stands there"
    assert seen


def test_each_test_that_is_named_exists() -> None:
    assert missing_tests(TEXT) == []


def test_each_fault_that_a_test_names_has_it_in_its_row() -> None:
    named = {
        (number, f"{file}::{test}") for number, row in rows().items() for file, test in LINK.findall(row[1])
    }
    assert len(faults_of_tests()) > 60
    assert sorted(faults_of_tests() - named) == []

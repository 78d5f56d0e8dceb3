"""docs/accessibility.md claims nothing that no test proves, and leaves no number out."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest

from tests.named_tests import LINK, missing

ROOT = Path(__file__).parents[1]
REPORT, INSTALL = ROOT / "docs" / "accessibility.md", ROOT / "docs" / "install.md"
NUMBERS = (
    *(f"SPK-{number:02}" for number in (*range(1, 15), 18)),
    *(f"VIS-{number:02}" for number in (*range(1, 7), 8, 11, 12, 13)),
    *(f"OPR-{number:02}" for number in (*range(1, 13), 14, 16)),
    *(f"TIM-{number:02}" for number in range(1, 6)),
    *(f"MOT-{number:02}" for number in (1, 2)),
)
"""Of the checklist's sections 1.1 to 1.6: what has the first priority and can be tested by a machine."""
STATES = (
    "Met",
    "Met in part",
    "Left to hardware",
    "Left to the clinic",
    "Not met",
    "Does not apply",
    "see EN",
)
Row = tuple[str, str, str, str]


@cache
def rows() -> list[Row]:
    """The rows of four columns: number, what is asked, how it is, proof."""
    found = []
    for line in REPORT.read_text(encoding="utf-8").splitlines():
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if line.startswith("|") and len(cells) == 4 and not cells[0].startswith(("---", "clause", "row")):
            found.append((cells[0], cells[1], cells[2], cells[3]))
    return [row for row in found if row[0] not in {"criterion", "number"}]


def test_each_test_that_is_named_exists() -> None:
    proofs = " ".join(row[3] for row in rows())
    assert len(set(LINK.findall(proofs))) > 40
    assert missing(proofs) == []


@pytest.mark.parametrize("row", rows(), ids=lambda row: row[0])
def test_no_row_is_called_met_without_a_test(row: Row) -> None:
    _number, _asked, how, proof = row
    assert how.startswith(STATES)
    if how.startswith("Met"):
        assert LINK.findall(proof)
    assert LINK.sub("", proof).strip() == "", "beside tests nothing else stands there"


def test_every_number_of_the_checklist_has_a_row() -> None:
    numbers = [row[0] for row in rows()]
    assert [number for number in NUMBERS if number not in numbers] == []


@pytest.mark.parametrize("number", NUMBERS)
def test_a_number_stands_in_a_test_that_is_named_beside_it(number: str) -> None:
    (proof,) = [row[3] for row in rows() if row[0] == number]
    files = {ROOT / "tests" / name for name, _test in LINK.findall(proof)}
    text = "\n".join(file.read_text(encoding="utf-8") for file in files if file.exists())
    assert number in text


def test_whatever_is_not_fully_met_is_told_with_its_reason() -> None:
    text = REPORT.read_text(encoding="utf-8")
    told = text.partition("## What is not met, and why")[2].partition("\n## ")[0]
    partly = [row[0] for row in rows() if row[2].startswith(("Met in part", "Not met")) and row[0] in NUMBERS]
    assert partly == ["SPK-11"]
    assert all(number in told for number in (*partly, "SPK-18", "VIS-11"))


def test_every_aid_of_make_it_easier_is_told() -> None:
    """EN 301 549, 12.1.1."""
    text = REPORT.read_text(encoding="utf-8")
    for aid in ("*Listen*", "text to 200 %", "high\ncontrast", "calm motion", "loudness and speed"):
        assert aid in text


MEASURES = ("380 mm", "1220 mm", "1120 mm", "1170 mm", "510", "635", "865 mm", "760 mm", "685 mm", "230 mm")
MORE = (
    "1015 mm",
    "22.2 N",
    "65 dBA",
    "3.5 mm",
    "braille",
    "lower left corner",
    "USB",
    "headphones",
    "privacy",
)


def test_the_mounting_instructions_say_every_measure() -> None:
    """EN 301 549, 8.3.6; standards.md HWI-01 to HWI-08."""
    section = INSTALL.read_text(encoding="utf-8").partition("## Where it stands")[2].partition("\n## ")[0]
    assert [word for word in (*MEASURES, *MORE) if word.lower() not in section.lower()] == []


@pytest.mark.parametrize("file", [REPORT, INSTALL], ids=lambda file: file.stem)
def test_the_pages_have_one_title_headings_in_order_and_texts_for_pictures(file: Path) -> None:
    """EN 301 549, 12.1.2; standards.md HWI-10."""
    text = file.read_text(encoding="utf-8")
    levels = [len(mark) for mark in re.findall(r"^(#+) ", text, re.MULTILINE)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    assert "![](" not in text
    tables = re.findall(r"(?:^\|.*\n)+", text, re.MULTILINE)
    assert all(re.match(r"\|---", table.splitlines()[1]) for table in tables)

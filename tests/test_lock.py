"""`assets/requirements.lock`: what a set-up installs is what was looked at when it was written."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from assets.packaging.lock import blocks_of, pins_of, sectioned

ROOT = Path(__file__).parents[1]
LOCK = (ROOT / "assets" / "requirements.lock").read_text(encoding="utf-8")
BLOCKS = blocks_of(LOCK)
PINS = pins_of(tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"])


def names_in(section: str) -> set[str]:
    text = LOCK.split(f"# [{section}]\n")[1].split("\n# [")[0]
    return set(blocks_of(text))


@pytest.mark.parametrize("section", ["run", "build", "test"])
def test_each_pin_of_the_project_is_in_its_section_with_the_same_version(section: str) -> None:
    for pin in PINS[section]:
        name, version = pin.lower().split("==")
        assert name in names_in(section)
        assert BLOCKS[name].startswith(f"{name}=={version} \\\n")


def test_every_package_has_one_version_and_hashes() -> None:
    assert len(BLOCKS) > len([pin for pins in PINS.values() for pin in pins])
    for name, block in BLOCKS.items():
        first, *hashes = block.split(" \\\n    ")
        assert re.fullmatch(rf"{name}==[\w.]+( ; [a-z_]+ [!=]= '\w+')?", first)
        assert hashes
        assert all(re.fullmatch(r"--hash=sha256:[0-9a-f]{64}", each) for each in hashes)


def test_no_address_and_no_path_is_in_it() -> None:
    assert not re.search(r"://|@|^\s*-(?!-hash=)|/", LOCK.replace("pyproject.toml", ""), re.MULTILINE)


def test_what_only_windows_or_macos_need_says_so() -> None:
    assert {name: BLOCKS[name].split(" ; ")[1].split(" \\")[0] for name in ("macholib", "pefile")} == {
        "macholib": "sys_platform == 'darwin'",
        "pefile": "sys_platform == 'win32'",
    }


def test_a_package_stands_in_the_first_section_that_needs_it() -> None:
    blocks = {name: f"{name}==1" for name in "abc"}
    text = sectioned({"run": ["b", "a"], "test": ["a", "b", "c"]}, blocks)
    assert text.partition("\n# [run]\n")[2] == "a==1\nb==1\n\n# [test]\nc==1\n"

"""Content as hostile input: sound files with bytes and long rows put into them, and folders full of links.

The short profile is a part of every run. The long one takes minutes: `python3 dev.py test --long`.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.core.content.hostile_content import PLACES, Trial, in_member, seeds

Edit: TypeAlias = tuple[int, bytes, int, int]
"""Where, what, how many bytes it takes the place of, and how often it stands there."""

SHORT = {"slide": 12, "drawing": 30, "settings": 25, "words": 8, "deck": 12}
LONG = {"slide": 3000, "drawing": 6000, "settings": 4000, "words": 800, "deck": 2000}
"""How many files of each kind are tried."""
_ANY = (
    b"\0",
    b"\n",
    b"\r",
    b" ",
    b"\t",
    b'"',
    b"'",
    b"\\",
    b"\xff",
    b"\xe2\x80\xae",
    b"\xef\xbb\xbf",
    b"\xff\xfe",
)
_MARKS = {
    "slide": rb"+++ --- # > - | ![ ]( ) ** __ ` ``` [ ] [x] 1. a_ a. ../ %2e%2e/ <b> = ![a](../secret.svg)",
    "drawing": rb'< > / </g> <g> <use/> & &a; &#0; ]]> <!-- <!DOCTYPE <?x?> " fill=" url(#a) d=" 1e9 -1 xlink:href="..',
    "settings": rb"[ ] [[ ]] { } = . , 1 1e9 nan true a= a. [a] [[source]] 2026-01-01 "
    rb'"""'
    rb" # ' ['../secret.svg']",
    "words": rb"msgid msgstr msgid_plural msgstr[0] msgctxt #~ #| #, fuzzy {count} {a} n nplurals=9; plural=n/0",
    "deck": rb'< > </a:t> <a:br/> & &#0; -1 1e9 rId1 rId99 ../../secret.svg r:id=" <!DOCTYPE TargetMode="External"',
}
"""What means something in each kind, with blanks between."""
_PLAIN = settings(deadline=None, suppress_health_check=list(HealthCheck), database=None)


def edits(kind: str) -> st.SearchStrategy[list[Edit]]:
    pieces = st.one_of(st.sampled_from([*_MARKS[kind].split(), *_ANY]), st.binary(min_size=1, max_size=6))
    times = st.sampled_from((1, 1, 1, 1, 1, 2, 40, 1000, 30_000))
    return st.lists(st.tuples(st.integers(0, 2**20), pieces, st.integers(0, 40), times), max_size=6)


@dataclass(frozen=True)
class Made:
    """A seed with its changes; of a presentation those of one member, or of the whole where that is None."""

    kind: str
    seed: int
    changes: list[Edit]
    member: int | None = None

    @property
    def data(self) -> bytes:
        seed = seeds()[self.kind][self.seed]
        return self._edited(seed) if self.member is None else in_member(seed, self.member, self._edited)

    def _edited(self, data: bytes) -> bytes:
        for place, piece, gone, times in self.changes:
            at = place % (len(data) + 1)
            data = data[:at] + piece * times + data[at + gone :]
        return data[:2_000_000]


def hostile(kind: str) -> st.SearchStrategy[Made]:
    members = st.none() | st.integers(0, 99) if kind == "deck" else st.none()
    return st.builds(Made, st.just(kind), st.integers(0, len(seeds()[kind]) - 1), edits(kind), members)


def try_files(folder: Path, kind: str, count: int) -> None:
    trial = Trial(folder)

    @settings(_PLAIN, max_examples=count)
    @given(hostile(kind))
    def survives(made: Made) -> None:
        trial.survive(kind, made.data)

    survives()


@pytest.mark.parametrize("kind", PLACES)
def test_a_hostile_file_is_read_or_left_out(tmp_path: Path, kind: str) -> None:
    try_files(tmp_path, kind, SHORT[kind])


@pytest.mark.long
@pytest.mark.parametrize("kind", PLACES)
def test_thousands_of_hostile_files_are_read_or_left_out(tmp_path: Path, kind: str) -> None:
    try_files(tmp_path, kind, LONG[kind])


_NAMES = st.sampled_from(
    (
        "a/01-a.md",
        "a/02-b.md",
        "a/d.svg",
        "a/pictures/d.svg",
        "a/topic.toml",
        "a/audio/01-a.wav",
        "b",
        "a/b",
        "l.png",
        "clinic.toml",
        "get-help-now.md",
        "interface.fr.po",
        "manifest.sha256",
        "deck.pptx",
        "b/01-c.md",
    )
)
_TARGETS = st.sampled_from(
    (
        "../secret.svg",
        "../../secret.svg",
        "..",
        "../..",
        ".",
        "a",
        "/etc/hostname",
        "/etc",
        "/dev/zero",
        "/proc/self",
        "nowhere",
        "b",
        "a/b",
        "a/d.svg",
    )
)
_TEXTS = st.sampled_from(
    (
        b"# A\n\n![a](../secret.svg)\n",
        b"# A\n\n![a](%2e%2e/%2e%2e/secret.svg)\n",
        b"# A\n\n![a](..\\..\\secret.svg)\n",
        b"# A\n\n![a](/etc/hostname)\n",
        b"# A\n\n![a](file:///etc/hostname)\n",
        b"# A\n\n![a](b/../../../secret.svg)\n",
        b'logo = "../secret.svg"\ntopics = ["..", "/etc", "../content"]\n',
        b'<svg xmlns="x" href="../secret.svg"/>',
    )
)


def try_folders(folder: Path, count: int) -> None:
    trial = Trial(folder)

    @settings(_PLAIN, max_examples=count)
    @given(st.dictionaries(_NAMES, _TEXTS, max_size=6), st.dictionaries(_NAMES, _TARGETS, max_size=6))
    def survives(files: dict[str, bytes], links: dict[str, str]) -> None:
        under_a_link = {name for name in files if any(name.startswith(f"{link}/") for link in links)}
        links = {
            name: target
            for name, target in links.items()
            if not any(each.startswith(f"{name}/") for each in {*files, *links})
        }
        files = {name: data for name, data in files.items() if name not in under_a_link | links.keys()}
        whole = {
            name: data
            for name, data in files.items()
            if not any(each.startswith(f"{name}/") for each in {*files, *links})
        }
        reading = trial.survive_folder(whole, links)
        assert b"secret" not in repr([topic.titles for topic in reading.catalog.topics]).encode()

    survives()


needs_links = pytest.mark.skipif(sys.platform == "win32", reason="there a link needs an administrator")


@needs_links
def test_no_link_and_no_name_leads_out_of_the_folder(tmp_path: Path) -> None:
    try_folders(tmp_path, 40)


@needs_links
@pytest.mark.long
def test_in_thousands_of_folders_no_link_and_no_name_leads_out(tmp_path: Path) -> None:
    try_folders(tmp_path, 5000)

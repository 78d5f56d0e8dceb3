"""One promise about whatever lies in a content folder: it is read in bounded time, and nothing outside is touched.

Used by `test_hostile_content.py` with Hypothesis, and by `coverage_fuzz.py` with a fuzzer that follows the branches.
"""

from __future__ import annotations

import io
import os
import re
import shutil
import sys
import time
import zipfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from functools import cache
from pathlib import Path

from kiosk.core.content.folder import Reading, read_content
from kiosk.core.content.problems import Problem
from kiosk.core.settings import read_machine
from tests.core.content import hostile_decks
from tests.core.content.deck_builder import changed

ROOT = Path(__file__).parents[3]
SAMPLES = ROOT / "tests" / "samples"
TODAY = date(2026, 1, 15)
LONGEST_SECONDS = 5.0
"""Of the processor, for one folder; the kiosk ends a reading that hangs at one file for 20 s."""
MOST_GROWTH_KB = 400_000
"""Of this process's memory, over all that was tried; the importer may take 1 GB."""
_OURS = tuple(
    os.path.realpath(place) + os.sep
    for place in (sys.prefix, sys.base_prefix, ROOT / "kiosk", ROOT / "assets")
)
"""The program's own files, which are read when a part of it is loaded."""
_PLAIN = {"a/01-a.md": b"# A\n\n![a](d.svg)\n\nMove.\n", "clinic.toml": b'languages = ["en", "fr"]\n'}
_SECRET = b"# The secret\n\nNobody may read this.\n"

PLACES = {
    "slide": ("a/01-a.md",),
    "drawing": ("a/d.svg",),
    "settings": ("clinic.toml", "a/topic.toml"),
    "words": ("interface.fr.po",),
    "deck": ("deck.pptx",),
}
"""Where the bytes of each kind go."""


@cache
def seeds() -> dict[str, list[bytes]]:
    """Sound and faulty files of each kind, from which hostile ones are made."""
    ends = {"slide": ".md", "drawing": ".svg", "settings": ".toml", "words": ".po"}
    files = sorted(path for folder in (SAMPLES, ROOT / "content") for path in folder.rglob("*.*"))
    found = {
        kind: [path.read_bytes() for path in files if path.suffix == end and path.stat().st_size < 30_000]
        for kind, end in ends.items()
    }
    return {**found, "deck": [hostile_decks.good(1)]}


def in_member(deck: bytes, member: int, edit: Callable[[bytes], bytes]) -> bytes:
    """The presentation with one of its parts edited, and packed again as it should be."""
    with zipfile.ZipFile(io.BytesIO(deck)) as archive:
        names = archive.namelist()
    chosen = names[member % len(names)]
    return changed(deck, lambda name, data: edit(data) if name == chosen else data)


@contextmanager
def opened_files() -> Iterator[list[str]]:
    """What Python opens or lists meanwhile."""
    found: list[str] = []
    _Watch.found = found
    try:
        yield found
    finally:
        _Watch.found = None


class _Watch:
    """An audit hook can never be taken away, so there is one for all."""

    found: list[str] | None = None

    @classmethod
    def hear(cls, event: str, arguments: tuple[object, ...]) -> None:
        if cls.found is not None and event in {"open", "os.listdir", "os.scandir"}:
            place = arguments[0]
            if isinstance(place, str | bytes | os.PathLike):
                cls.found.append(os.path.realpath(os.fsdecode(place)))


sys.addaudithook(_Watch.hear)


class Trial:
    """A folder with `content` and, beside it, what must never be read."""

    def __init__(self, folder: Path) -> None:
        self.root, self.beside = folder / "content", folder / "secret.svg"
        for kind, (
            place,
            *_,
        ) in PLACES.items():  # what the program loads for each kind is loaded before the watch
            self._lay({**_PLAIN, place: seeds()[kind][0]}, {})
            read_content(self.root, today=TODAY)
        self._most = _most_memory() + MOST_GROWTH_KB

    def survive(self, kind: str, data: bytes) -> None:
        """Read it at each of its places, and machine.toml too."""
        for place in PLACES[kind]:
            self.survive_folder({**_PLAIN, place: data})
        if kind == "settings":
            self._survive_machine(data)

    def survive_folder(self, files: Mapping[str, bytes], links: Mapping[str, str] | None = None) -> Reading:
        """Raise AssertionError where the promise is broken; `links` are names and what they lead to."""
        self._lay(files, links or {})
        began = time.process_time()
        with opened_files() as opened:
            reading = read_content(self.root, today=TODAY)
        seconds = time.process_time() - began
        assert seconds < LONGEST_SECONDS, f"it took {seconds:.1f} s"
        assert _most_memory() < self._most, "it took too much memory"
        inside = os.path.realpath(self.root)
        outside = {
            place for place in opened if place != inside and not place.startswith((inside + os.sep, *_OURS))
        }
        assert outside == set()
        for problem in reading.problems:
            self._assert_is_told(problem)
        return reading

    def _lay(self, files: Mapping[str, bytes], links: Mapping[str, str]) -> None:
        shutil.rmtree(self.root, ignore_errors=True)
        self.root.mkdir(parents=True)
        self.beside.write_bytes(_SECRET)
        for name, data in files.items():
            path = self.root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
        for name, target in links.items():
            path = self.root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.unlink(missing_ok=True)
            path.symlink_to(target)

    def _survive_machine(self, data: bytes) -> None:
        file = self.root.with_name("machine.toml")
        file.write_bytes(data)
        with opened_files() as opened:
            _, problems = read_machine(file)
        assert set(opened) <= {os.path.realpath(file)}
        for problem in problems:
            assert 0 <= problem.line <= _lines(data), problem
            assert problem.mend, problem

    def _assert_is_told(self, problem: Problem) -> None:
        """A file that is there, a line in it, what was found, and what to do."""
        named = self.root / problem.file
        assert os.path.lexists(named) or problem.file in {"clinic.toml", "a"}, problem
        if named.is_file() and not problem.is_of_slide:
            assert 0 <= problem.line <= _lines(named.read_bytes()), problem
        assert problem.line >= 0, problem
        assert problem.found.endswith("."), problem
        assert problem.mend.strip(), problem
        assert "\n" not in str(problem), problem


def _lines(data: bytes) -> int:
    encoding = "utf-16" if data[:2] in {b"\xff\xfe", b"\xfe\xff"} else "latin-1"
    return len(re.split(r"\r\n|\r|\n", data.decode(encoding, "replace")))


def _most_memory() -> int:
    """The most that this process has ever had, in kB; 0 where the system does not tell."""
    if sys.platform != "linux":
        return 0
    import resource  # noqa: PLC0415 - Windows has none

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss

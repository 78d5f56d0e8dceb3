"""Whatever a presentation holds, it costs one line of the report; the rest is shown."""

from __future__ import annotations

import builtins
import io
import os
import socket
import subprocess
import sys
import tracemalloc
import zipfile
from datetime import UTC, date, datetime
from pathlib import Path

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.core.content.folder import Reading, read_content
from kiosk.core.content.problems import Severity
from kiosk.core.content.snapshot import SnapshotStore
from kiosk.ops.import_order import Order, Outcome, Told
from tests.core.content import hostile_decks
from tests.core.content.deck_builder import changed, put, reading_of
from tests.core.content.hostile_decks import REFUSED

TODAY = date(2026, 1, 15)
DRAFT = "no clinician has reviewed this topic."


def read(root: Path) -> Reading:
    return read_content(root, today=TODAY)


def said(reading: Reading) -> list[str]:
    return [f"{each.severity}: {each}" for each in reading.problems if each.found != DRAFT]


@pytest.mark.parametrize("name", REFUSED)
def test_it_costs_one_line_that_says_what_to_do(tmp_path: Path, name: str) -> None:
    made, found, mend = REFUSED[name]
    put(tmp_path, f"{name}.pptx", made())
    reading = read(tmp_path)
    assert said(reading) == [f"not shown: {name}.pptx: {found} It is not shown. {mend}"]
    assert reading.catalog.topics == ()


def test_all_of_them_leave_the_others_on_the_screen_in_little_memory(tmp_path: Path) -> None:
    """In the importer's own process, which may take 1 GB: it takes a third."""
    content = tmp_path / "content"
    for name, (made, _, _) in REFUSED.items():
        put(content, f"{name}.pptx", made())
    put(content, "good.pptx", hostile_decks.good())
    put(content, "many.pptx", hostile_decks.many_slides())
    order = Order(str(content), str(tmp_path / "data"), datetime.now(UTC), TODAY)
    # Not getrusage: the ru_maxrss of a child begins at that of the process which started it.
    program = (
        "import sys\nfrom kiosk.cli import main\ncode = main(['import', sys.argv[1]])\n"
        "status = open('/proc/self/status').read() if sys.platform == 'linux' else 'VmHWM: 0 kB'\n"
        "print(status.split('VmHWM:')[1].split()[0], file=sys.stderr)\nsys.exit(code)"
    )
    command = [sys.executable, "-c", program, msgspec.json.encode(order).decode()]
    done = subprocess.run(command, capture_output=True, text=True, check=True)  # noqa: S603 - this program
    assert msgspec.json.decode(done.stdout.splitlines()[-1], type=Told).outcome is Outcome.PUBLISHED
    newest = SnapshotStore(tmp_path / "data").newest(str(content))
    assert newest is not None
    assert [topic.key for topic in newest.catalog.topics] == ["good", "many"]
    assert int(done.stderr.split()[-1]) < 350_000


def test_a_directory_of_a_hundred_thousand_files_is_not_even_read(monkeypatch: pytest.MonkeyPatch) -> None:
    data = hostile_decks.of_many_members()
    monkeypatch.setattr(zipfile, "ZipFile", None)
    (line,) = said(reading_of({"a": data}))
    assert "holds more than 20,000 files" in line


def test_a_member_that_says_that_it_is_small_is_not_unpacked_further() -> None:
    data = hostile_decks.bomb_that_lies()
    reading_of({"a": hostile_decks.good()})  # loads what python-pptx needs
    tracemalloc.start()
    try:
        reading_of({"a": data})
        _, most = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert most < 5_000_000


def test_of_five_thousand_slides_the_first_two_hundred_are_shown(tmp_path: Path) -> None:
    put(tmp_path, "many.pptx", hostile_decks.many_slides())
    reading = read(tmp_path)
    assert len(reading.catalog.topics[0].slides) == 200
    line = "not shown: many.pptx: this presentation has 5,000 slides. Only the first 200 are shown. "
    assert said(reading) == [line + "Make several presentations of it."]


@pytest.mark.parametrize(
    "target",
    [
        "http://192.0.2.1/a.png",
        "file:///etc/hostname",
        "\\\\192.0.2.1\\share\\a.png",
        "../../../etc/hostname",
    ],
)
def test_a_picture_that_lies_elsewhere_is_never_fetched(monkeypatch: pytest.MonkeyPatch, target: str) -> None:
    data = hostile_decks.linked(target)
    reading_of({"linked": data})  # loads what python-pptx needs

    def forbidden(*arguments: object, **_: object) -> None:
        raise AssertionError(f"it reached for {arguments}")

    monkeypatch.setattr(socket, "socket", forbidden)
    monkeypatch.setattr(builtins, "open", forbidden)
    monkeypatch.setattr(os, "open", forbidden)
    reading = reading_of({"linked": data})
    (line,) = said(reading)
    assert line == (
        "not shown: linked.pptx, slide 1: the picture is only linked to the presentation. "
        "The slide is shown without it. Insert the picture itself: Insert, Pictures, This Device."
    )
    assert reading.catalog.topics[0].slides[0].image is None


def test_a_picture_of_huge_size_is_refused_and_the_slide_is_shown(tmp_path: Path) -> None:
    put(tmp_path, "huge.pptx", hostile_decks.huge_picture())
    reading = read(tmp_path)
    (line,) = said(reading)
    assert line == (
        "not shown: huge.pptx, slide 1: the picture is too large, 60,000 by 60,000 pixels. "
        "The slide is shown without it. Make it smaller, for example 1920 pixels wide."
    )
    assert reading.catalog.topics[0].slides[0].words["en"].title == "Step"


def test_macros_are_left_out_and_told(tmp_path: Path) -> None:
    put(tmp_path, "macros.pptx", hostile_decks.with_macros())
    reading = read(tmp_path)
    (line,) = said(reading)
    assert line == (
        "warning: macros.pptx: this presentation holds macros. They are left out and never run. "
        'Save it as "PowerPoint Presentation (.pptx)", which has none.'
    )
    assert len(reading.catalog.topics[0].slides) == 3


@pytest.mark.parametrize("ending", [".ppt", ".pps", ".pptm", ".ppsx", ".potx", ".odp", ".key"])
def test_other_presentations_are_told_how_to_become_one(tmp_path: Path, ending: str) -> None:
    put(tmp_path, f"Our team{ending}", b"whatever")
    (line,) = said(read(tmp_path))
    assert line == (
        f"not shown: Our team{ending}: the kiosk cannot show {ending} files. It is not shown. "
        'Open it in PowerPoint and save it as "PowerPoint Presentation (.pptx)".'
    )


def test_what_powerpoint_leaves_while_it_is_open_is_passed_over(tmp_path: Path) -> None:
    put(tmp_path, "~$team.pptx", b"\x06Anna")
    put(tmp_path, ".~lock.team.pptx#", b",anna")
    assert read(tmp_path).problems == ()


GOOD = hostile_decks.good(1)
with zipfile.ZipFile(io.BytesIO(GOOD)) as _archive:
    SLIDE = _archive.read("ppt/slides/slide1.xml")


def _read_or_refuse(data: bytes) -> None:
    reading = reading_of({"a": data})
    assert reading.catalog.topics or any(each.severity is Severity.NOT_SHOWN for each in reading.problems)
    for problem in reading.problems:
        assert problem.found.endswith(".")
        assert 0 <= problem.line <= 200
        assert "\n" not in str(problem)


@settings(max_examples=150)
@given(st.lists(st.tuples(st.integers(0, len(GOOD) - 1), st.integers(0, 255)), min_size=1, max_size=30))
def test_any_bytes_changed_are_read_or_refused(changes: list[tuple[int, int]]) -> None:
    data = bytearray(GOOD)
    for place, byte in changes:
        data[place] = byte
    _read_or_refuse(bytes(data))


@settings(max_examples=150)
@given(
    st.lists(
        st.tuples(
            st.integers(0, len(SLIDE) - 1),
            st.sampled_from(
                [
                    b"",
                    b"<",
                    b">",
                    b'"',
                    b"</p:spTree>",
                    b"-1",
                    b"1e9",
                    b"nan",
                    b"rId1",
                    b"rId99",
                    b"<a:br/>",
                    b"&#0;",
                ]
            ),
            st.integers(0, 60),
        ),
        min_size=1,
        max_size=6,
    )
)
def test_any_slide_changed_is_read_or_left_out(changes: list[tuple[int, bytes, int]]) -> None:
    def change(name: str, data: bytes) -> bytes:
        if name == "ppt/slides/slide1.xml":
            for place, new, length in changes:
                data = data[:place] + new + data[place + length :]
        return data

    _read_or_refuse(changed(GOOD, change))

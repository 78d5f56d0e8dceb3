"""Whatever the importer's process meets, the kiosk goes on and knows what to blame."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.core.content.snapshot import SnapshotStore
from kiosk.ops.import_order import Order, Outcome
from kiosk.ops.import_process import FILE_SECONDS, Ended, ImportProcess, import_command
from tests.catalogs import A_DAY
from tests.e2e.machine import wait_until
from tests.ops.receptionist import NOON, Receptionist, put_topic, titles

IMPORT_THAT_CRASHES = """
import os, signal, sys
from kiosk.core.content import pictures
from kiosk.cli import main
prepare = pictures.prepare_picture
def crash(data, name):
    if "bomb" in name:
        os.kill(os.getpid(), signal.SIGSEGV)
    return prepare(data, name)
pictures.prepare_picture = crash
sys.exit(main(["import", sys.argv[1]]))
"""
TAKE_TWO_GIGABYTES = """
from kiosk.ops.limits import limit_this_process
limit_this_process()
print('{"file": "photo.jpg"}', flush=True)
bytearray(2_000_000_000)
print('{"outcome": "published"}', flush=True)
"""


class Watched:
    """An importer of this command, and a clock that stands still until it is told."""

    def __init__(self, *command: str) -> None:
        self.seconds = 0.0
        self.importer = ImportProcess(command, lambda: self.seconds)

    def run(self, order: Order) -> Ended:
        self.importer.start(order)
        found: list[Ended] = []

        def is_over() -> bool:
            ended = self.importer.poll()
            if ended:
                found.append(ended)
            return bool(found)

        wait_until(is_over, "the end of the import")
        return found[0]


@pytest.fixture
def order(tmp_path: Path) -> Order:
    put_topic(tmp_path / "content")
    return Order(str(tmp_path / "content"), str(tmp_path / "data"), NOON, A_DAY)


def script(text: str) -> list[str]:
    return [sys.executable, "-c", text]


@pytest.fixture
def hanging() -> Iterator[Watched]:
    found = Watched(*script("pass"))
    yield found
    found.importer.end()


def test_an_import_publishes_and_is_gone(order: Order) -> None:
    watched = Watched(*import_command())
    assert watched.run(order).outcome is Outcome.PUBLISHED
    assert not watched.importer.is_running
    assert watched.importer.poll() is None
    newest = SnapshotStore(Path(order.data)).newest(order.root)
    assert newest
    assert titles(newest.catalog) == ["Knees"]
    assert watched.run(order).outcome is Outcome.SAME


def test_a_folder_that_is_not_there_is_an_outcome(order: Order, tmp_path: Path) -> None:
    nowhere = Order(str(tmp_path / "nowhere"), order.data, NOON, A_DAY)
    assert Watched(*import_command()).run(nowhere).outcome is Outcome.GONE


@pytest.mark.parametrize(
    ("word", "blamed"),
    [('{"file": "bomb.png"}', "bomb.png"), ('{"file": "bomb.png", "is_read": false}', ""), ("", "")],
    ids=["over a picture", "over a share", "before it said a word"],
)
def test_one_that_hangs_is_ended_at_its_limit(hanging: Watched, order: Order, word: str, blamed: str) -> None:
    """Faults 24 and 36: a decoder that never ends is the picture's fault, a read that never ends the folder's."""
    text = f"import time\nprint('''{word}''', flush=True)\ntime.sleep(600)"
    hanging.importer = ImportProcess(script(text), lambda: hanging.seconds)
    hanging.importer.start(order)
    if word:
        wait_until(lambda: not hanging.importer._lines.empty(), "its first word")
    assert hanging.importer.poll() is None
    hanging.seconds = FILE_SECONDS - 1
    assert hanging.importer.poll() is None
    hanging.seconds = FILE_SECONDS
    assert hanging.importer.poll() == Ended(None, blamed)
    wait_until(lambda: not hanging.importer.is_running, "its end")


@pytest.mark.skipif(sys.platform != "linux", reason="macOS takes no limit of memory")
def test_one_that_takes_too_much_memory_is_stopped(order: Order) -> None:
    """Fault 20: what no check of its size has kept out."""
    assert Watched(*script(TAKE_TWO_GIGABYTES)).run(order) == Ended(None, "photo.jpg")


def test_a_kiosk_that_ends_ends_its_import(hanging: Watched, order: Order) -> None:
    hanging.importer = ImportProcess(script("import time; time.sleep(600)"))
    hanging.importer.start(order)
    hanging.importer.end()
    assert not hanging.importer.is_running
    assert hanging.importer.poll() is None


def test_a_crashing_decoder_costs_the_picture_and_not_the_rest(tmp_path: Path) -> None:
    """Fault 47 in the importer: a segmentation fault; the file is not read again until it changes."""
    desk = Receptionist(tmp_path)
    crashing = ImportProcess(script(IMPORT_THAT_CRASHES), lambda: desk.seconds)
    desk.intake._importer = crashing
    put_topic(desk.root)
    (desk.root / "knees" / "02-bomb.svg").write_text("<svg")
    starts: list[Order] = []
    start = crashing.start

    def start_and_note(order: Order) -> None:
        starts.append(order)
        start(order)

    crashing.start = start_and_note  # type: ignore[method-assign]

    def is_shown() -> bool:
        desk.wait(0.1)
        desk.seconds -= 1.9
        return desk.shown == ["Knees"]

    wait_until(is_shown, "the slide beside the picture that crashes the decoder")
    count = len(starts)
    desk.wait(60)
    assert len(starts) == count
    assert "knees/02-bomb.svg: this file stopped the kiosk's reader. It is not shown." in desk.report

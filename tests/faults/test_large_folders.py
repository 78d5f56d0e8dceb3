"""Content folders that are larger than any clinic's (fault 25)."""

from __future__ import annotations

import shutil
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.ops.import_order import Order, Outcome
from kiosk.ops.import_process import import_command
from tests.benchmarks.large_folders import put_slides
from tests.catalogs import A_DAY
from tests.e2e.machine import RunningKiosk, VirtualScreen
from tests.ops.receptionist import NOON
from tests.ops.test_import_process import Watched

SHIPPED = Path(__file__).parents[2] / "content"
START_SECONDS, MEGABYTES = 5.0, 350.0
"""What a start and the kiosk's memory may come to."""
pytestmark = [
    pytest.mark.long,
    pytest.mark.skipif(sys.platform != "linux", reason="Xvfb and xdotool are Linux programs"),
]


@pytest.fixture
def large(tmp_path: Path) -> Iterator[Path]:
    """So many files are not left for the runs to come."""
    yield tmp_path
    shutil.rmtree(tmp_path / "content", ignore_errors=True)


def held_megabytes(process: int) -> float:
    """The most that the process has held in memory."""
    return int(Path(f"/proc/{process}/status").read_text().partition("VmHWM:")[2].split()[0]) / 1000


def test_ten_thousand_slides_in_two_thousand_topics_are_imported_and_started_with(large: Path) -> None:
    """Fault 25."""
    put_slides(large / "content", SHIPPED, 10_000, topics=2_000)
    order = Order(str(large / "content"), str(large / "data"), NOON, A_DAY)
    began = time.monotonic()
    imported = Watched(*import_command())
    imported.importer.start(order)
    while (ended := imported.importer.poll()) is None:
        time.sleep(0.1)
    took = time.monotonic() - began
    assert ended.outcome is Outcome.PUBLISHED
    arguments = ("--content", str(large / "content"), "--data", str(large / "data"))
    with VirtualScreen() as screen:
        began = time.monotonic()
        with RunningKiosk(screen, *arguments, log=large / "log.txt") as kiosk:
            kiosk.wait_for("Kiosk")
            start = time.monotonic() - began
            screen.click(640, 200)
            kiosk.wait_for("What would you like to know?")
            held = held_megabytes(kiosk.process.pid)
    print(f"import {took:.0f} s, start {start:.1f} s, {held:.0f} MB")  # noqa: T201 - for the table of faults
    assert start < START_SECONDS
    assert held < MEGABYTES

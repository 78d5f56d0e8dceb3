"""What several benchmarks do: start a program on a watched screen, end it, say what was measured."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Sequence
from datetime import UTC, date, datetime
from pathlib import Path

from kiosk.ops.import_order import Order
from kiosk.ops.importer import Importer
from tests.benchmarks.screen import WatchedScreen

ROOT = Path(__file__).parents[2]


def say(what: str, figure: float, goal: float, note: str) -> None:
    verdict = "ok  " if figure <= goal else "OVER"
    sys.stdout.write(f"{verdict} {what}: {figure:.2f} (goal {goal:g} or less) {note}\n")
    sys.stdout.flush()


def make_copy(folder: Path) -> None:
    """Publish the shipped content, so that a start finds the copy that it would have made by then."""
    order = Order(str(ROOT / "content"), str(folder / "data-shipped"), datetime.now(UTC), date(2026, 1, 1))
    Importer(order, lambda _: None).run()


def start_of(screen: WatchedScreen, command: Sequence[str]) -> float:
    """Seconds from the start of the program to the last change of its first screen."""
    empty = screen.rows()
    began = time.perf_counter()
    process = subprocess.Popen(command, env=screen.environ, cwd=ROOT, stderr=subprocess.DEVNULL)  # noqa: S603
    try:
        return screen.wait_until_still(0.8, lambda rows: rows != empty) - began
    finally:
        end(screen, process, empty)


def end(screen: WatchedScreen, process: subprocess.Popen[bytes], empty: bytes) -> None:
    process.kill()
    process.wait(10)
    latest = time.perf_counter() + 5
    while screen.rows() != empty and time.perf_counter() < latest:
        time.sleep(0.05)

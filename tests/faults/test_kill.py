"""SIGKILL at any moment of an import: exactly the old or exactly the new content is shown (fault 42)."""

from __future__ import annotations

import random
import subprocess
import time
from datetime import UTC, datetime
from pathlib import Path

import msgspec
import pytest

from kiosk.core.content.snapshot import SnapshotStore
from kiosk.ops.import_order import Order
from kiosk.ops.import_process import import_command
from tests.catalogs import A_DAY
from tests.ops.receptionist import put_topic, titles

SLIDES = 8


def start_import(root: Path, data: Path) -> subprocess.Popen[bytes]:
    order = Order(str(root), str(data), datetime.now(UTC), A_DAY)
    command = [*import_command(), msgspec.json.encode(order).decode()]
    return subprocess.Popen(command, stdout=subprocess.DEVNULL)  # noqa: S603


def kill_again_and_again(folder: Path, times: int) -> None:
    """Each round edits the content, kills its import at some moment, looks, and then lets one finish."""
    root, data = folder / "content", folder / "data"
    put_topic(root, title="Round 0", slides=SLIDES)
    began = time.monotonic()
    assert start_import(root, data).wait(60) == 0
    whole = time.monotonic() - began
    chance = random.Random(times)  # noqa: S311 - moments, no secrets
    old = "Round 0"
    was_old = 0
    for number in range(1, times + 1):
        new = f"Round {number}"
        put_topic(root, title=new, slides=SLIDES)
        process = start_import(root, data)
        time.sleep(whole * chance.uniform(0.5, 1.1))
        process.kill()
        process.wait()
        newest = SnapshotStore(data).newest(str(root))
        assert newest
        assert titles(newest.catalog) in ([old] * SLIDES, [new] * SLIDES)
        was_old += titles(newest.catalog) == [old] * SLIDES
        assert start_import(root, data).wait(60) == 0
        newest = SnapshotStore(data).newest(str(root))
        assert newest
        assert titles(newest.catalog) == [new] * SLIDES
        old = new
    assert was_old > 0, "no import was killed before it published"


def test_ten_kills_leave_the_old_or_the_new_content(tmp_path: Path) -> None:
    kill_again_and_again(tmp_path, 10)


@pytest.mark.long
def test_two_hundred_kills_leave_the_old_or_the_new_content(tmp_path: Path) -> None:
    kill_again_and_again(tmp_path, 200)

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
    return subprocess.Popen(command, stdout=subprocess.PIPE)  # noqa: S603


def words_of(process: subprocess.Popen[bytes]) -> int:
    """Let it come to its end, and count what it said."""
    said, _ = process.communicate(timeout=60)
    assert process.returncode == 0
    return len(said.splitlines())


def shown(root: Path, data: Path) -> list[str]:
    """What a start now would show."""
    newest = SnapshotStore(data).newest(str(root))
    assert newest
    return titles(newest.catalog)


def kill_again_and_again(folder: Path, times: int) -> None:
    """Each round edits the content, kills its import after some of its words, looks, and then lets one finish."""
    root, data = folder / "content", folder / "data"
    put_topic(root, title="Round 0", slides=SLIDES)
    words = words_of(start_import(root, data))
    chance = random.Random(times)  # noqa: S311 - moments, no secrets
    old = ["Round 0"] * SLIDES
    found = []
    for number in range(1, times + 1):
        new = [f"Round {number}"] * SLIDES
        put_topic(root, title=new[0], slides=SLIDES)
        process = start_import(root, data)
        assert process.stdout
        # The last word but one stands before the folder is looked at again, and all that is published comes after it.
        for _ in range(chance.choice([chance.randint(1, words - 1), words - 1])):
            process.stdout.readline()
        time.sleep(chance.uniform(0, 0.02))
        process.kill()
        process.communicate()
        found.append(shown(root, data))
        assert found[-1] in (old, new)
        words = words_of(start_import(root, data))
        assert shown(root, data) == new
        old = new
    assert len(found) == times


def test_ten_kills_leave_the_old_or_the_new_content(tmp_path: Path) -> None:
    kill_again_and_again(tmp_path, 10)


@pytest.mark.long
def test_two_hundred_kills_leave_the_old_or_the_new_content(tmp_path: Path) -> None:
    kill_again_and_again(tmp_path, 200)

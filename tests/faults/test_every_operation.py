"""Each file operation fails once, or is the last one; then exactly the old or the new content is shown."""

from __future__ import annotations

import contextlib
import shutil
from pathlib import Path

import pytest

from kiosk.ops.builtin import write_builtin
from tests.faults.faulty_files import FaultyFiles, PowerGone
from tests.ops.receptionist import Receptionist, put_topic, titles

OLD, NEW, BUILT_IN = (["Old"] * 2, ["New"] * 2, ["Built in"] * 2)
FAR_TOO_MANY = 2000


@pytest.mark.parametrize("is_fatal", [False, True], ids=["fails", "is the last"])
def test_every_operation_of_a_start_and_an_import_may_go_wrong(tmp_path: Path, *, is_fatal: bool) -> None:
    """Faults 38 to 42: the n-th operation, for every n."""
    put_topic(tmp_path / "ours", title="Built in", slides=2)
    write_builtin(tmp_path / "ours", tmp_path / "builtin")
    desk = Receptionist(tmp_path / "desk", tmp_path / "builtin")
    put_topic(desk.root, title="Old", slides=2)
    desk.wait()
    shutil.copytree(desk.data, tmp_path / "saved")
    put_topic(desk.root, title="New", slides=2)
    shown_after: set[str] = set()
    for n in range(1, FAR_TOO_MANY):
        shutil.rmtree(desk.data)
        shutil.copytree(tmp_path / "saved", desk.data)
        faults = FaultyFiles(n, is_fatal=is_fatal)
        with faults.installed(), contextlib.suppress(PowerGone):
            desk.start()
            # A disk that does not give the copy at this moment leaves what the program carries with it.
            assert desk.shown in (OLD, BUILT_IN), f"while operation {n} fails"
            desk.wait()
            assert desk.shown in (OLD, NEW, BUILT_IN), f"while operation {n} fails"
        desk.start()
        assert desk.shown in (OLD, NEW), f"after operation {n}"
        assert desk.content.snapshot
        assert desk.pictures <= {path.name for path in (desk.data / "pictures").iterdir()}
        shown_after.add(titles(desk.first)[0])
        if not faults.was_hit:
            break
        desk.wait(60)
        assert desk.shown == NEW, f"operation {n} is never made good"
        assert list(desk.data.rglob("*.tmp")) == [], f"operation {n}"
    assert 100 < n < FAR_TOO_MANY - 1
    # What fails once is tried again within the wait.
    assert shown_after == ({"Old", "New"} if is_fatal else {"New"})

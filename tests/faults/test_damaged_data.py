"""The kiosk's own files, cut, zeroed, scrambled or written by a later version (faults 8, 43 and 44)."""

from __future__ import annotations

import random
import shutil
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest

from kiosk.ops.builtin import write_builtin
from tests.ops.receptionist import Receptionist, put_topic

BEFORE, OLD, NEW, BUILT_IN = (["Before"] * 2, ["Old"] * 2, ["New"] * 2, ["Built in"] * 2)


def scramble(path: Path) -> None:
    path.write_bytes(random.Random(1).randbytes(path.stat().st_size))  # noqa: S311 - damage, no secret


DAMAGES: dict[str, Callable[[Path], object]] = {
    "empty": lambda path: path.write_bytes(b""),
    "cut in half": lambda path: path.write_bytes(path.read_bytes()[: path.stat().st_size // 2]),
    "last block zeroed": lambda path: path.write_bytes(path.read_bytes()[:-100] + b"\0" * 100),
    "all zeroed": lambda path: path.write_bytes(b"\0" * path.stat().st_size),
    "longer": lambda path: path.write_bytes(path.read_bytes() * 2),
    "scrambled": scramble,
    "gone": lambda path: path.unlink(),
}


@pytest.fixture
def desk(tmp_path: Path) -> Receptionist:
    """A kiosk that has shown three contents; staff have paused a topic."""
    put_topic(tmp_path / "ours", title="Built in", slides=2)
    write_builtin(tmp_path / "ours", tmp_path / "builtin")
    found = Receptionist(tmp_path, tmp_path / "builtin")
    for title, _ in (BEFORE, OLD):
        put_topic(found.root, title=title, slides=2)
        for path in (found.root / "knees" / "pictures").iterdir():
            path.write_text(path.read_text().replace("/>", f"/><!-- {title} -->", 1))
        found.wait()
    found.content.pause("hips", is_paused=True)
    assert found.shown == OLD
    return found


@pytest.mark.parametrize(
    "damage", [pytest.param(name, marks=[] if name == "scrambled" else pytest.mark.long) for name in DAMAGES]
)
def test_whichever_file_is_damaged_something_good_is_shown_and_new_content_comes(
    desk: Receptionist, tmp_path: Path, damage: str
) -> None:
    """Each file of the data folder in turn, by a power cut, a worn card or a careless hand."""
    shutil.copytree(desk.data, tmp_path / "saved")
    names = sorted(str(path.relative_to(desk.data)) for path in desk.data.rglob("*") if path.is_file())
    assert len(names) > 8
    for name in names:
        shutil.rmtree(desk.data)
        shutil.copytree(tmp_path / "saved", desk.data)
        put_topic(desk.root, title="Old", slides=2)
        DAMAGES[damage](desk.data / name)
        desk.start()
        assert desk.shown in (OLD, BEFORE, BUILT_IN), name
        desk.intake.step()  # looks at the pictures
        assert desk.shown in (OLD, BEFORE, BUILT_IN), name
        put_topic(desk.root, title="New", slides=2)
        desk.wait()
        assert desk.shown == NEW, name
        assert not any("cannot write into its own folder" in problem for problem in desk.problems()), name


def test_what_a_later_version_wrote_is_passed_over(desk: Receptionist) -> None:
    """Fault 8: a program that was set back finds files of the version after it."""
    (last,) = [path for path in (desk.data / "snapshots").iterdir() if path.name.startswith("0002")]
    last.write_bytes(last.read_bytes().replace(b"kiosk snapshot 2\n", b"kiosk snapshot 3\n"))
    choices = msgspec.json.decode((desk.data / "choices.json").read_bytes())
    (desk.data / "choices.json").write_bytes(msgspec.json.encode({**choices, "mood": {"of": "tomorrow"}}))
    desk.start()
    assert desk.shown == BEFORE
    assert desk.content.paused == ("hips",)
    desk.wait()
    put_topic(desk.root, title="New", slides=2)
    desk.wait()
    assert desk.shown == NEW

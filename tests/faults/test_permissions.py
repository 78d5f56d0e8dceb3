"""Files and folders that the kiosk may not read (fault 37), met by nobody: root may read everything."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from kiosk.core.content.standing import FolderState
from tests.faults.poor_machine import as_nobody, folder_of_nobody
from tests.ops.receptionist import Receptionist, put_topic

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has other rights")
RETRIES = 10


@pytest.fixture(scope="module")
def _loaded(tmp_path_factory: pytest.TempPathFactory) -> None:
    """All that an import loads at first use is loaded: nobody may be unable to read the program itself."""
    found = Receptionist(tmp_path_factory.mktemp("before"))
    put_topic(found.root)
    found.wait()


@pytest.fixture
def desk(_loaded: None) -> Iterator[Receptionist]:
    with folder_of_nobody() as folder, as_nobody():
        found = Receptionist(folder)
        put_topic(found.root, "hips", "Hips")
        put_topic(found.root, "knees", "Knees", slides=2)
        found.wait()
        assert found.shown == ["Hips", "Knees", "Knees"]
        yield found


@contextmanager
def forbidden(path: Path) -> Iterator[None]:
    before = path.stat().st_mode
    path.chmod(0)
    try:
        yield
    finally:
        path.chmod(before)


def test_a_forbidden_slide_or_picture_costs_itself_alone(desk: Receptionist) -> None:
    topic = desk.root / "knees"
    put_topic(desk.root, "hips", "Better hips")
    picture = topic / "pictures" / "1.svg"
    picture.write_text(picture.read_text() + "\n")  # else it is known, and not opened
    with forbidden(topic / "02-slide.md"), forbidden(picture):
        desk.wait(30)
        assert desk.shown == ["Better hips", "Knees"]
        assert "knees/02-slide.md: this file cannot be opened. It is not shown." in desk.report
        assert 'the picture "pictures/1.svg" cannot be opened.' in desk.report
        assert len(desk.importer.orders) < RETRIES
    desk.wait()
    (topic / "02-slide.md").write_text("# Knees\n\nThey bend again.\n")
    desk.wait()
    assert desk.shown == ["Better hips", "Knees", "Knees"]


def test_a_forbidden_topic_keeps_its_last_good_version(desk: Receptionist) -> None:
    put_topic(desk.root, "hips", "Better hips")
    with forbidden(desk.root / "knees"):
        desk.wait(30)
        assert desk.shown == ["Better hips", "Knees", "Knees"]
        assert "knees/: this folder cannot be opened." in desk.report
        assert len(desk.importer.orders) < RETRIES


def test_a_forbidden_content_folder_is_told_and_what_is_shown_stays(desk: Receptionist) -> None:
    with forbidden(desk.root):
        desk.wait(600)
        assert desk.shown == ["Hips", "Knees", "Knees"]
        assert desk.intake.standing
        assert desk.intake.standing.folder is FolderState.GONE
        assert len(desk.importer.orders) < RETRIES
        desk.start()
        assert desk.shown == ["Hips", "Knees", "Knees"]
    put_topic(desk.root, "hips", "Better hips")
    desk.wait()
    assert desk.shown == ["Better hips", "Knees", "Knees"]

"""New files are noticed, copied and handed on; what was good stays."""

from __future__ import annotations

import shutil
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from kiosk.core.content.folder import Reading, read_content
from kiosk.core.content.snapshot import SnapshotStore
from kiosk.core.session.events import CatalogArrived, DayCame, Event
from kiosk.ops.content_watch import REPORT, ContentWatch
from tests.catalogs import A_DAY

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 8"><rect width="10" height="8" fill="#123"/></svg>'


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    topic = tmp_path / "content" / "knees"
    (topic / "pictures").mkdir(parents=True)
    (topic / "pictures" / "knee.svg").write_text(SVG)
    (topic / "01-knees.md").write_text("# Knees\n\n![A knee](pictures/knee.svg)\n\nThey bend.\n")
    return tmp_path / "content"


@pytest.fixture
def store(tmp_path: Path) -> SnapshotStore:
    return SnapshotStore(tmp_path / "data")


def today() -> date:
    return A_DAY


def watch(folder: Path, store: SnapshotStore) -> ContentWatch:
    found = ContentWatch(folder, store, today)
    found.read_at_once()
    return found


def titles(events: list[Event]) -> list[str]:
    return [
        slide.words["en"].title
        for event in events
        if isinstance(event, CatalogArrived)
        for topic in event.catalog.topics
        for slide in topic.slides
    ]


def test_a_changed_slide_arrives_when_two_looks_agree(folder: Path, store: SnapshotStore) -> None:
    found = watch(folder, store)
    (folder / "knees" / "01-knees.md").write_text("# Better knees\n\nThey bend well.\n")
    assert found.look() == []
    assert titles(found.look()) == ["Better knees"]
    assert found.look() == []


def test_a_folder_that_goes_on_changing_is_left_alone(folder: Path, store: SnapshotStore) -> None:
    found = watch(folder, store)
    for number in range(5):
        (folder / "knees" / "01-knees.md").write_text("# Knees\n" + "\nmore" * number)
        assert found.look() == []


def test_a_folder_that_changes_while_it_is_read_is_read_again(
    folder: Path, store: SnapshotStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = watch(folder, store)
    slide = folder / "knees" / "01-knees.md"
    slide.write_text("# Half\n")
    found.look()

    def read_slowly(root: Path, **facts: Any) -> Reading:
        reading = read_content(root, **facts)
        slide.write_text("# Whole and longer\n")
        return reading

    with monkeypatch.context() as patch:
        patch.setattr("kiosk.core.content.folder.read_content", read_slowly)
        assert found.look() == []
    found.look()
    assert titles(found.look()) == ["Whole and longer"]


@pytest.mark.parametrize("loss", ["emptied", "gone", "broken"])
def test_the_last_good_content_stays(folder: Path, store: SnapshotStore, loss: str) -> None:
    found = watch(folder, store)
    good = found.live
    if loss == "gone":
        shutil.rmtree(folder)
    elif loss == "emptied":
        shutil.rmtree(folder / "knees")
    else:
        for path in (folder / "knees").rglob("*.*"):
            path.write_bytes(b"")
    assert [found.look() for _ in range(3)] == [[], [], []]
    assert found.live == good
    assert ContentWatch(folder, store, today).live == good


def test_the_screen_lives_on_a_copy(folder: Path, store: SnapshotStore) -> None:
    found = watch(folder, store)
    assert found.live
    image = found.live.topics[0].slides[0].image
    assert image
    shutil.rmtree(folder)
    assert (store.pictures / image.name).read_text() == SVG


def test_the_next_start_shows_the_copy_without_reading(
    folder: Path, store: SnapshotStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    live = watch(folder, store).live
    monkeypatch.setattr("kiosk.core.content.folder.read_content", None)
    again = ContentWatch(folder, store, today)
    assert again.live == live
    assert again.look() == again.look() == []


def test_the_copy_of_another_folder_is_not_shown(folder: Path, store: SnapshotStore, tmp_path: Path) -> None:
    watch(folder, store)
    assert ContentWatch(tmp_path / "other", store, today).live is None


def test_a_copy_that_is_damaged_is_not_shown(folder: Path, store: SnapshotStore, tmp_path: Path) -> None:
    live = watch(folder, store).live
    assert live
    for path in store.pictures.iterdir():
        path.unlink()
    assert ContentWatch(folder, store, today).live is None
    (tmp_path / "data" / "catalog.json").write_bytes(b'{"root": "\xff')
    assert ContentWatch(folder, store, today).live is None


def test_the_report_says_what_is_wrong_and_changes_nothing(folder: Path, store: SnapshotStore) -> None:
    (folder / "knees" / "02-hips.md").write_text("# Hips\n\n![A hip](pictures/hip.svg)\n")
    found = watch(folder, store)
    report = (folder / REPORT).read_text()
    assert 'the picture "pictures/hip.svg" is not in this folder' in report
    assert found.look() == []


def test_a_folder_that_cannot_be_written_gets_no_report(folder: Path, store: SnapshotStore) -> None:
    (folder / REPORT).mkdir()
    found = watch(folder, store)
    assert found.live


def test_a_data_folder_that_cannot_be_written_keeps_the_kiosk_going(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "data").write_text("a file where the folder should be")
    found = ContentWatch(folder, SnapshotStore(tmp_path / "data"), today)
    assert found.read_at_once() is None
    assert found.look() == found.look() == []


def test_a_new_day_is_told_once(folder: Path, store: SnapshotStore) -> None:
    days = [A_DAY, A_DAY, A_DAY + timedelta(1), A_DAY + timedelta(1)]
    found = ContentWatch(folder, store, lambda: days.pop(0))
    assert [event for _ in range(3) for event in found.look() if isinstance(event, DayCame)] == [
        DayCame(A_DAY + timedelta(1))
    ]


def test_pictures_that_no_slide_shows_any_more_are_dropped(folder: Path, store: SnapshotStore) -> None:
    found = watch(folder, store)
    assert found.live
    store.keep("0ld.png", b"old")
    store.drop_all_but(found.live)
    assert [path.suffix for path in store.pictures.iterdir()] == [".svg"]

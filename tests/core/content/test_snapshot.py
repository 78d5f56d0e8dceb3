"""A snapshot is one file that is whole or not used, and the store never loses the last good one."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.core.content.kept_slides import KeptSlides
from kiosk.core.content.model import Catalog, Image
from kiosk.core.content.snapshot import SnapshotStore
from kiosk.core.content.snapshot_file import SnapshotDamaged, packed, unpacked
from tests.catalogs import catalog, slide, topic

AT = datetime(2026, 3, 2, 12, tzinfo=UTC)
PACKED = packed(catalog(), "/content", AT)[1]


@given(place=st.integers(0, len(PACKED) - 1), bit=st.integers(0, 7))
@settings(max_examples=300)
def test_a_flipped_bit_is_noticed(place: int, bit: int) -> None:
    """Fault 44."""
    damaged = bytearray(PACKED)
    damaged[place] ^= 1 << bit
    with pytest.raises(SnapshotDamaged):
        unpacked(bytes(damaged), "0001")


@given(length=st.integers(0, len(PACKED) - 1))
def test_a_cut_or_lengthened_file_is_noticed(length: int) -> None:
    """Fault 43."""
    for data in (PACKED[:length], PACKED + PACKED[:length] + b"\0", b"\0" * length):
        with pytest.raises(SnapshotDamaged):
            unpacked(data, "0001")


def test_a_slide_is_decoded_when_it_is_asked_for_and_once() -> None:
    slides = unpacked(packed(catalog(topic(count=5)), "/content", AT)[1], "0001").catalog.topics[0].slides
    assert isinstance(slides, KeptSlides)
    assert slides._read == [None] * 5
    assert slides[-1].key == "05-slide"
    assert [each is None for each in slides._read] == [True] * 4 + [False]
    assert slides[4] is slides[-1]
    assert [each.key for each in slides[1:3]] == ["02-slide", "03-slide"]
    assert slides == topic(count=5).slides
    with pytest.raises(IndexError):
        slides[5]


def publish(store: SnapshotStore, title: str, picture: bytes | None = None) -> str:
    image = Image(f"{title}.png", 1, 1) if picture else None
    if picture:
        store.keep(f"{title}.png", picture)
    made: Catalog = catalog(topic(title), topic("other", slides=(slide(1, image=image),)))
    return store.publish(made, "/content", AT).name


def test_the_same_content_is_published_once(tmp_path: Path) -> None:
    store = SnapshotStore(tmp_path)
    assert publish(store, "a") == publish(store, "a")
    assert publish(store, "a") != publish(store, "b")
    assert len(store.names()) == 2


@pytest.mark.parametrize("damage", ["bit", "gone", "pointer", "pointer gone", "picture gone"])
def test_a_damaged_copy_leaves_the_one_before(tmp_path: Path, damage: str) -> None:
    """Fault 44."""
    store = SnapshotStore(tmp_path)
    first = publish(store, "a", b"first")
    last = publish(store, "b", b"last")
    path = tmp_path / "snapshots" / f"{last}.snapshot"
    match damage:
        case "bit":
            path.write_bytes(path.read_bytes().replace(b"Message", b"Massage", 1))
        case "gone":
            path.unlink()
        case "pointer":
            (tmp_path / "newest.json").write_bytes(b'{"name": "\xff')
        case "pointer gone":
            (tmp_path / "newest.json").unlink()
        case _:
            (tmp_path / "pictures" / "b.png").unlink()
    newest = SnapshotStore(tmp_path).newest("/content")
    assert newest
    assert newest.name == (last if "pointer" in damage else first)


def test_a_copy_that_is_not_pointed_to_yet_is_not_shown(tmp_path: Path) -> None:
    """Fault 42: killed between the copy and the pointer."""
    store = SnapshotStore(tmp_path)
    first = publish(store, "a")
    publish(store, "b")
    store.point_to(first)
    newest = store.newest("/content")
    assert newest
    assert newest.name == first
    assert int(publish(store, "c").partition("-")[0]) == 3


def test_the_copy_of_another_folder_is_not_shown(tmp_path: Path) -> None:
    store = SnapshotStore(tmp_path)
    publish(store, "a")
    assert store.newest("/elsewhere") is None


def test_cleaning_leaves_what_is_wanted_and_nothing_else(tmp_path: Path) -> None:
    store = SnapshotStore(tmp_path)
    first, last = publish(store, "a", b"first"), publish(store, "b", b"last")
    (tmp_path / ".newest.json.77.tmp").write_bytes(b"half")
    (tmp_path / "pictures" / ".b.png.77.tmp").write_bytes(b"half")
    store.clean([last])
    assert store.names() == [last]
    assert [path.name for path in (tmp_path / "pictures").iterdir()] == ["b.png"]
    assert not list(tmp_path.glob(".*.tmp"))
    with pytest.raises(SnapshotDamaged):
        store.open(first)

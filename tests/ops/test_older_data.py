"""What older versions wrote is read: after an update the kiosk shows the same, and staff's choices hold.

One folder a version, written by that version itself; none is ever changed. After going back, what a newer version wrote
is read as well: here each file has something more that this version knows nothing of.
"""

from __future__ import annotations

import json
import shutil
import zlib
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from msgspec import msgpack

from kiosk.core.content.last_reading import LastReading, Originals, load
from kiosk.core.content.model import Evidence, Kind
from kiosk.core.content.snapshot_file import _MAGIC, _SIZES
from kiosk.core.settings import read_machine
from kiosk.core.staff.guesses import Guesses
from kiosk.core.staff.pin import is_hash
from kiosk.ops.import_order import Memories
from kiosk.ops.insights_files import InsightsFolder
from kiosk.ops.live_content import LiveContent
from kiosk.ops.runs import Runs

VERSIONS = sorted((Path(__file__).parents[1] / "samples_of_data").iterdir())
NOW = datetime(2026, 4, 1, tzinfo=UTC)


MORE = {"of a newer version": {"list": [1, 2.5, None]}}
JSON_FILES = ("choices.json", "newest.json", "runs.json", "insights/2026-03.json", "staff/pin-guesses.json")


def add_more(data: Path) -> None:
    for name in JSON_FILES:
        found = json.loads((data / name).read_bytes())
        (data / name).write_text(json.dumps({**MORE, **found}))
    for file in (data / "snapshots").iterdir():
        file.write_bytes(with_more(file.read_bytes()))


def with_more(snapshot: bytes) -> bytes:
    """The same snapshot with more in its head, its catalog and the first of its slides."""
    _, first, second, _ = _SIZES.unpack_from(snapshot, len(_MAGIC))
    body = snapshot[len(_MAGIC) + _SIZES.size :]
    head, index = (msgpack.decode(part) for part in (body[:first], body[first : first + second]))
    slide = msgpack.encode({**msgpack.decode(body[first + second :]), **MORE})
    catalog = {**index["catalog"], **MORE}
    parts = [
        msgpack.encode(part)
        for part in ({**head, **MORE}, {**index, "catalog": catalog, "lengths": [[len(slide)]], **MORE})
    ]
    rest = b"".join((*parts, slide))
    return _MAGIC + _SIZES.pack(zlib.crc32(rest), *map(len, (*parts, slide))) + rest


@pytest.fixture(params=VERSIONS, ids=lambda folder: str(folder.name))
def version(request: pytest.FixtureRequest) -> Path:
    return Path(request.param)


@pytest.fixture(params=[False, True], ids=["as it was written", "with more in it"])
def data(request: pytest.FixtureRequest, version: Path, tmp_path: Path) -> Path:
    found = Path(shutil.copytree(version, tmp_path / "data"))
    if request.param:
        add_more(found)
    return found


def test_the_last_copy_is_shown_whole(data: Path) -> None:
    live = LiveContent("/content", data, None, lambda: NOW)
    catalog = live.catalog
    assert catalog
    assert (catalog.clinic.name, catalog.clinic.languages) == ("Riverside", ("en", "es"))
    (topic,) = catalog.topics
    (slide,) = topic.slides
    assert (slide.kind, slide.evidence, slide.sources) == (Kind.BENEFIT, Evidence.SOME, ("who",))
    words = slide.words["en"]
    assert (words.title, words.message, words.questions) == (
        "Knees bend",
        "Bend your knees.",
        ("May I run?",),
    )
    assert slide.words["es"].title == "Las rodillas se doblan"
    assert slide.image
    assert words.recording
    assert words.recording.seconds == pytest.approx(0.5)
    assert catalog.help_page
    assert not any(live.check())  # every picture is there, with the bytes of its name


def test_what_staff_chose_still_holds(data: Path) -> None:
    live = LiveContent("/content", data, None, lambda: NOW)
    assert live.paused == ("hips",)
    assert live.since == datetime(2026, 3, 2, 12, tzinfo=UTC)
    assert Guesses(data / "staff" / "pin-guesses.json", lambda: 0.0).tries_left == 2


def test_the_pin_and_the_size_of_the_screen_survive(data: Path) -> None:
    machine, problems = read_machine(data / "machine.toml")
    assert problems == ()
    assert is_hash(machine.pin)
    assert (machine.px_per_mm, machine.repeat_guard) == (4.61, 0.3)


def test_what_the_importer_remembers_is_read(data: Path) -> None:
    memories = Memories(data)
    assert load(memories.reading, LastReading).root == "/content"
    assert load(memories.originals, Originals) != Originals()


def test_what_was_counted_is_still_counted(data: Path) -> None:
    days, faulty = InsightsFolder(data).days()
    assert faulty == []
    assert days == {
        date(2026, 3, 2): {"sessions": {"": 7}, "language": {"es": 7}, "topic opened": {"knees": 7}}
    }


def test_how_the_last_starts_went_is_remembered(data: Path) -> None:
    """So that a version which fails at once after an update leads to safe mode with what failed before it."""
    assert [(run.has_painted, run.code, run.is_bad) for run in Runs(data, lambda: NOW).before] == [
        (True, 1, True),
        (True, None, False),
    ]

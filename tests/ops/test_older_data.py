"""What older versions wrote is read: after an update the kiosk shows the same, and staff's choices hold.

One folder a version, written by that version itself; none is ever changed.
"""

from __future__ import annotations

import shutil
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from kiosk.core.content.last_reading import LastReading, Originals, load
from kiosk.core.content.model import Evidence, Kind
from kiosk.core.settings import read_machine
from kiosk.core.staff.guesses import Guesses
from kiosk.core.staff.pin import is_hash
from kiosk.ops.import_order import Memories
from kiosk.ops.insights_files import InsightsFolder
from kiosk.ops.live_content import LiveContent
from kiosk.ops.runs import Runs

VERSIONS = sorted((Path(__file__).parents[1] / "samples_of_data").iterdir())
NOW = datetime(2026, 4, 1, tzinfo=UTC)


@pytest.fixture(params=VERSIONS, ids=lambda folder: str(folder.name))
def data(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    return Path(shutil.copytree(request.param, tmp_path / "data"))


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

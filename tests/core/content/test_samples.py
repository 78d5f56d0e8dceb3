"""Each folder of tests/samples is a content folder with one fault; its expected.txt is what is said of it."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from kiosk.core.content.folder import Reading, read_content
from kiosk.core.content.model import BlockStyle, Evidence, Kind
from kiosk.core.content.report import exit_code
from kiosk.core.content.snapshot_file import packed, unpacked

SAMPLES = Path(__file__).parents[2] / "samples"
NAMES = sorted(folder.name for folder in SAMPLES.iterdir() if folder.is_dir())


def reading_of(name: str) -> Reading:
    return read_content(SAMPLES / name / "content", today=date(2026, 1, 15))


def test_there_is_a_sample_for_every_fault() -> None:
    assert len(NAMES) >= 160


@pytest.mark.parametrize("name", NAMES)
def test_each_sample_is_reported_in_these_words(name: str) -> None:
    found = [f"{problem.severity}: {problem}" for problem in reading_of(name).problems]

    expected = (SAMPLES / name / "expected.txt").read_text(encoding="utf-8").splitlines()
    assert found == expected
    assert bool(expected) == (name != "healthy")


@pytest.mark.parametrize("name", NAMES)
def test_each_problem_says_the_one_thing_to_do(name: str) -> None:
    assert [problem for problem in reading_of(name).problems if not problem.mend.strip()] == []


@pytest.mark.parametrize("name", NAMES)
def test_a_fault_leaves_what_is_right_in_the_catalog(name: str) -> None:
    reading = reading_of(name)

    assert reading.catalog.topics
    assert all(topic.slides for topic in reading.catalog.topics)
    assert exit_code(reading.problems, strict=False) == any(
        problem.severity == "not shown" for problem in reading.problems
    )


@pytest.mark.parametrize("name", NAMES)
def test_a_catalog_survives_its_snapshot(name: str) -> None:
    catalog = reading_of(name).catalog
    _, data = packed(catalog, "/content", datetime(2026, 1, 15, tzinfo=UTC))

    assert unpacked(data, "0001").catalog == catalog


@pytest.mark.parametrize("name", NAMES)
def test_the_line_of_a_problem_is_in_its_file(name: str) -> None:
    for problem in reading_of(name).problems:
        if problem.is_of_slide:
            assert problem.line <= 3
        elif problem.line:
            file = SAMPLES / name / "content" / problem.file
            assert problem.line <= len(file.read_bytes().splitlines())


def test_where_no_drafts_are_shown_the_catalog_has_no_unreviewed_translation() -> None:
    """standards.md LNG-02: the snapshot that patients see does not hold it."""
    hidden, shown = reading_of("translation-unreviewed-not-shown"), reading_of("translation-unreviewed")
    assert [slide.words.keys() for slide in hidden.catalog.topics[0].slides] == [{"en"}]
    assert [slide.words.keys() for slide in shown.catalog.topics[0].slides] == [{"en", "fr"}]


def test_the_healthy_sample_is_read_in_full() -> None:
    catalog = reading_of("healthy").catalog
    clinic = catalog.clinic
    sciatica, team = catalog.topics

    assert (clinic.name, clinic.languages, clinic.emergency) == ("Riverside Clinic", ("en", "es"), "112")
    assert (clinic.idle_limit, clinic.still_there, clinic.attract_seconds) == (0, 45, 10)
    assert (clinic.show_drafts, clinic.review_grace_days, clinic.native_digits) == (False, 30, True)
    assert clinic.leaflet_url == "https://example.org/leaflet"
    assert clinic.logo is not None
    assert catalog.help_page is not None
    assert set(catalog.help_page.words) == {"en", "es"}
    assert catalog.help_page.words["es"].message == "Llame al {emergency} ahora."
    assert catalog.help_page.image is not None
    assert catalog.help_page.image.is_drawing

    assert sciatica.titles == {"en": "Massage and sciatica", "es": "El masaje y la ciática"}
    assert sciatica.purposes["es"] == "Lo que el masaje puede hacer"
    assert sciatica.weekdays == (0, 1)
    assert (sciatica.show_from, sciatica.show_until) == (date(2026, 1, 1), date(2026, 12, 31))
    assert sciatica.is_reviewed
    assert sciatica.translations["es"].reviewed_by == "C. Enfermera"
    assert sciatica.sources[0].year == 2023
    assert [slide.key for slide in sciatica.slides] == [
        "01-easier-movement",
        "02 what-next",
        "04 Our garden",
        "05-beside",
        "06-limits",
        "07-risks",
        "08-today",
        "09-remember",
    ]
    assert team.titles == {"en": "Our team"}
    assert [slide.words["en"].title for slide in team.slides] == ["Our room", "Meet Anna"]
    assert all(slide.is_picture_only for slide in team.slides)


def test_the_healthy_slide_has_all_its_parts() -> None:
    slide = reading_of("healthy").catalog.topics[0].slides[0]
    english, spanish = slide.words["en"], slide.words["es"]

    assert (slide.kind, slide.evidence, slide.sources) == (Kind.BENEFIT, Evidence.LITTLE, ("who-2023",))
    assert slide.image is not None
    assert slide.image.name.endswith(".jpg")
    assert english.title == "Easier movement"
    assert english.alt == "A woman bends to tie her shoe"
    assert english.caption == "Small movements come first"
    assert [(block.style, block.number, block.text) for block in english.body] == [
        (BlockStyle.PARAGRAPH, 0, "You may move with less stiffness for a while."),
        (BlockStyle.HEADING, 0, "At home"),
        (BlockStyle.NUMBER, 1, "Stand up."),
        (BlockStyle.NUMBER, 2, "Sit down."),
        (BlockStyle.BULLET, 0, "Rest."),
        (BlockStyle.BULLET, 0, "Not for long."),
    ]
    assert [run.text for run in english.body[0].runs if run.strong] == ["less stiffness"]
    assert english.message == "Move a little, often."
    assert len(english.questions) == len(spanish.questions) == 2
    assert [block.text for block in english.more] == ["Longer text."]
    assert spanish.title == "Moverse mejor"
    assert spanish.alt == "Una mujer se ata el zapato"
    assert not spanish.more

"""New content comes in when it is whole, and what was good stays. Numbers are those of reliability.md, section 7."""

from __future__ import annotations

import os
import shutil
from datetime import timedelta
from pathlib import Path

import pytest
from msgspec.structs import replace

from kiosk.core.content.folder import read_content
from kiosk.core.content.last_reading import Originals, Refused, load
from kiosk.core.content.snapshot import KEPT
from kiosk.core.content.standing import FolderState, Standing
from kiosk.core.language import translator
from kiosk.core.session.events import DayCame, StandingArrived
from kiosk.ops.import_order import Outcome, Told
from kiosk.ops.import_process import Ended
from kiosk.ops.live_content import BUILT_IN
from tests.catalogs import A_DAY
from tests.core.content.deck_builder import TITLE_ONLY, Builder, picture, put
from tests.ops.receptionist import NOON, SVG, Receptionist, put_topic
from tests.sounds import a_wav


@pytest.fixture
def desk(tmp_path: Path) -> Receptionist:
    """A kiosk that shows one slide, "Knees"."""
    found = Receptionist(tmp_path)
    put_topic(found.root)
    found.wait()
    found.events.clear()
    assert found.shown == ["Knees"]
    return found


def standing_of(desk: Receptionist) -> Standing:
    assert desk.intake.standing
    return desk.intake.standing


def test_a_changed_slide_is_shown_within_ten_seconds(desk: Receptionist) -> None:
    """product.md, swapping 3."""
    put_topic(desk.root, title="Better knees")
    desk.wait(8)
    assert desk.arrived == [["Better knees"]]
    desk.wait(60)
    assert len(desk.arrived) == 1


def test_a_slow_copy_with_pauses_is_shown_once_and_whole(desk: Receptionist) -> None:
    """Fault 29: a slide before its picture, in pieces of two seconds."""
    whole = "# Hips\n\n![A hip](pictures/hip.svg)\n\nThey turn.\n"
    for end in range(5, len(whole), 5):
        (desk.root / "knees" / "02-hips.md").write_text(whole[:end])
        desk.wait(2)
    (desk.root / "knees" / "02-hips.md").write_text(whole)
    desk.wait(4)
    (desk.root / "knees" / "pictures" / "hip.svg").write_text(SVG)
    desk.wait(8)
    assert desk.arrived == [["Knees", "Hips"]]
    assert desk.content.catalog
    assert desk.content.catalog.topics[0].slides[1].image


def test_a_picture_that_never_comes_holds_nothing_up_for_long(desk: Receptionist) -> None:
    (desk.root / "knees" / "02-hips.md").write_text("# Hips\n\n![A hip](hip.svg)\n\nThey turn.\n")
    desk.wait(4)
    assert 'the picture "hip.svg" is not in this folder' in desk.report
    assert desk.arrived == []
    desk.wait(6)
    assert desk.arrived == [["Knees", "Hips"]]


@pytest.mark.parametrize(
    "name",
    [".syncthing.02-hips.md.tmp", "02-hips.md.partial", ".02-hips.md.Ab3dE9", "~syncthing~02-hips.md.tmp"],
)
def test_a_file_that_is_being_copied_is_waited_for(desk: Receptionist, name: str) -> None:
    """Faults 32 and 34."""
    put_topic(desk.root, title="Better knees")
    (desk.root / "knees" / name).write_text("# Hi")
    desk.wait(20)
    assert desk.arrived == []
    (desk.root / "knees" / name).write_text("# Hips\n\nThey turn.\n")
    os.replace(desk.root / "knees" / name, desk.root / "knees" / "02-hips.md")  # noqa: PTH105
    desk.wait(8)
    assert desk.arrived == [["Better knees", "Hips"]]


def test_a_copy_that_broke_off_is_waited_for_a_minute_only(desk: Receptionist) -> None:
    put_topic(desk.root, title="Better knees")
    (desk.root / "knees" / "02-hips.md.partial").write_text("# Hi")
    desk.wait(70)
    assert desk.arrived == [["Better knees"]]


def test_a_folder_on_the_network_is_waited_for_ten_seconds(
    desk: Receptionist, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kiosk.ops.looker.is_on_network", lambda _: True)
    desk.wait(2)
    put_topic(desk.root, title="Better knees")
    desk.wait(10)
    assert desk.arrived == []
    desk.wait(4)
    assert desk.arrived == [["Better knees"]]


def test_a_folder_that_never_keeps_still_is_reported_and_what_is_shown_stays(desk: Receptionist) -> None:
    """Fault 35."""
    for number in range(310):
        put_topic(desk.root, title=f"Knees {number}")
        desk.wait(2)
    assert desk.shown == ["Knees"]
    assert any("changing for ten minutes" in problem for problem in desk.problems())
    desk.wait(8)
    assert desk.shown == ["Knees 309"]
    assert not any("changing for ten" in told or "own folder" in told for told in desk.problems())


def test_a_folder_that_changes_while_it_is_read_is_read_again(desk: Receptionist) -> None:
    put_topic(desk.root, title="Half")

    def edit(told: Told) -> None:
        if told.file == "knees/01-slide.md" and told.is_read:
            put_topic(desk.root, title="Whole and longer")

    desk.importer.meanwhile = edit
    desk.wait(4)
    desk.importer.meanwhile = lambda _: None
    assert desk.arrived == []
    desk.wait()
    assert desk.arrived == [["Whole and longer"]]


@pytest.mark.parametrize("loss", ["topics", "all", "root", "bytes"])
def test_an_empty_or_vanished_folder_is_not_everything_deleted(desk: Receptionist, loss: str) -> None:
    """Fault 28. It comes back by itself."""
    away = desk.root.with_name("away")
    (desk.root / "clinic.toml").write_text('name = "Riverside"\n')
    desk.wait()
    desk.events.clear()
    if loss == "bytes":
        for path in desk.root.rglob("*.md"):
            path.write_bytes(b"")
    else:
        shutil.copytree(desk.root, away)
        shutil.rmtree(desk.root / "knees" if loss == "topics" else desk.root)
        if loss == "all":
            desk.root.mkdir()
    desk.wait(40)
    assert (desk.arrived, desk.shown) == ([], ["Knees"])
    state = {"topics": FolderState.EMPTY, "all": FolderState.EMPTY, "root": FolderState.GONE}
    assert standing_of(desk).folder is state.get(loss, FolderState.ANSWERS)
    desk.start()
    assert desk.shown == ["Knees"]
    shutil.rmtree(desk.root, ignore_errors=True)
    if away.exists():
        away.rename(desk.root)
    put_topic(desk.root, title="Back again")
    desk.wait()
    assert desk.shown == ["Back again"]


def test_a_broken_topic_keeps_its_last_good_version_and_holds_nobody_back(desk: Receptionist) -> None:
    """Contract: any single bad deck; the report says so."""
    put_topic(desk.root, "hips", "Hips")
    desk.wait()
    (desk.root / "knees" / "01-slide.md").write_bytes(b"\0" * 500)
    shutil.rmtree(desk.root / "knees" / "pictures")
    put_topic(desk.root, "hips", "Better hips")
    desk.wait()
    assert desk.shown == ["Better hips", "Knees"]
    assert "knees: this folder holds no slide that can be shown. Its last good version stays" in desk.report
    shutil.rmtree(desk.root / "knees")
    desk.wait()
    assert desk.shown == ["Better hips"]


def test_a_topic_whose_slides_are_all_hidden_is_not_broken(desk: Receptionist) -> None:
    put_topic(desk.root, "hips", "Hips")
    desk.wait()
    slide = desk.root / "knees" / "01-slide.md"
    slide.write_text("+++\nhidden = true\n+++\n" + slide.read_text())
    desk.wait()
    assert desk.shown == ["Hips"]


@pytest.fixture
def with_deck(desk: Receptionist) -> Receptionist:
    builder = Builder()
    slide = builder.slide("Hips", layout=TITLE_ONLY)
    builder.picture(slide, picture(), "A hip")
    put(desk.root, "hips.pptx", builder.saved())
    desk.wait()
    assert desk.shown == ["Hips", "Knees"]
    return desk


@pytest.mark.parametrize("part", [0.1, 0.5, 0.99])
def test_a_half_copied_presentation_is_waited_for_and_keeps_its_last_good_version(
    with_deck: Receptionist, part: float
) -> None:
    whole = (with_deck.root / "hips.pptx").read_bytes()
    put_topic(with_deck.root, title="Better knees")
    put(with_deck.root, "hips.pptx", whole[: int(len(whole) * part)])
    with_deck.wait(4)
    assert with_deck.shown == ["Hips", "Knees"], "its end may still arrive"
    with_deck.wait(10)
    assert with_deck.shown == ["Hips", "Better knees"]
    assert (
        "hips.pptx: this presentation is cut off: its end is missing. Its last good version stays on the screen."
        in with_deck.report
    )
    put(with_deck.root, "hips.pptx", whole)
    with_deck.wait()
    assert "cut off" not in with_deck.report


def test_the_pictures_of_a_presentation_are_prepared_once(
    with_deck: Receptionist, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kiosk.core.content.pictures.prepare_picture", None)
    put_topic(with_deck.root, title="Better knees")
    with_deck.wait()
    (with_deck.root / "hips.pptx").touch()
    with_deck.wait()
    assert with_deck.shown == ["Hips", "Better knees"]
    assert with_deck.content.catalog
    assert with_deck.content.catalog.topics[0].slides[0].image


def test_a_long_presentation_says_again_and_again_that_it_is_being_read(desk: Receptionist) -> None:
    """After 20 s without a word the importer is ended; a presentation of 200 photographs takes longer."""
    told: list[str] = []
    desk.importer.meanwhile = lambda word: told.append(word.file)
    builder = Builder()
    for number in range(5):
        builder.picture(builder.slide(f"Hip {number}", layout=TITLE_ONLY), picture(), "A hip")
    put(desk.root, "hips.pptx", builder.saved())
    desk.wait()
    assert told.count("hips.pptx") >= 12  # reading it, each slide, each picture


def test_a_translated_presentation_is_reported_when_its_original_changed(with_deck: Receptionist) -> None:
    """standards.md LNG-03."""
    spanish = Builder()
    spanish.slide("Caderas", "Giran en todas las direcciones.")
    put(with_deck.root, "hips.es.pptx", spanish.saved())
    with_deck.wait()
    assert "after this translation" not in with_deck.report
    original = Builder()
    original.slide("Better hips", "They turn.")
    put(with_deck.root, "hips.pptx", original.saved())
    with_deck.wait()
    assert (
        'hips.es.pptx: the original, "hips.pptx", changed on 2026-03-02, after this translation. It is still shown. '
        "Compare the two and correct it. If it is right as it is, save it again." in with_deck.report
    )


def test_a_start_opens_the_copy_without_reading_a_slide_or_the_folder(
    desk: Receptionist, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.rmtree(desk.root)
    monkeypatch.setattr("kiosk.core.content.kept_slides._decoder", None)
    desk.start()
    assert desk.first
    assert len(desk.first.topics[0].slides) == 1


def test_an_unchanged_folder_is_not_read_again_after_a_start(desk: Receptionist) -> None:
    desk.start()
    desk.wait()
    assert desk.importer.orders == []
    assert standing_of(desk).read_at


def test_a_picture_is_prepared_once(desk: Receptionist, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kiosk.core.content.pictures.prepare_picture", None)
    put_topic(desk.root, title="Better knees")
    (desk.root / "knees" / "pictures" / "1.svg").rename(desk.root / "knees" / "pictures" / "2.svg")
    slide = desk.root / "knees" / "01-slide.md"
    slide.write_text(slide.read_text().replace("1.svg", "2.svg"))
    desk.wait()
    assert desk.shown == ["Better knees"]


def test_before_any_content_was_good_the_built_in_topic_is_shown(tmp_path: Path) -> None:
    from kiosk.ops.builtin import write_builtin  # noqa: PLC0415

    put_topic(tmp_path / "ours", title="Built in")
    assert write_builtin(tmp_path / "ours", tmp_path / "builtin") == 0
    desk = Receptionist(tmp_path / "clinic", tmp_path / "builtin")
    assert desk.shown == ["Built in"]
    desk.wait()
    assert standing_of(desk).live
    assert (standing_of(desk).live or standing_of(desk)).name == BUILT_IN  # type: ignore[union-attr]
    image = desk.content.catalog.topics[0].slides[0].image  # type: ignore[union-attr]
    assert any((folder / image.name).exists() for folder in desk.content.picture_folders)  # type: ignore[union-attr]
    put_topic(desk.root, title="Ours")
    desk.wait()
    assert desk.shown == ["Ours"]


def test_data_of_the_format_before_does_not_break_the_start(tmp_path: Path) -> None:
    (tmp_path / "data" / "pictures").mkdir(parents=True)
    (tmp_path / "data" / "pictures" / "old.png").write_bytes(b"old")
    (tmp_path / "data" / "catalog.json").write_text('{"root": "/content", "format": 1}')
    desk = Receptionist(tmp_path)
    put_topic(desk.root)
    desk.wait()
    assert desk.shown == ["Knees"]
    assert not (tmp_path / "data" / "catalog.json").exists()
    assert {path.suffix for path in (tmp_path / "data" / "pictures").iterdir()} == {".svg"}


def test_three_copies_are_kept_and_older_ones_go_with_their_pictures(desk: Receptionist) -> None:
    for number in range(6):
        put_topic(desk.root, title=f"Knees {number}")
        (desk.root / "knees" / "pictures" / "1.svg").write_text(SVG.replace("123", f"00{number}"))
        desk.wait()
        desk.events.clear()
    kept = standing_of(desk).kept
    assert len(kept) == KEPT == 3
    assert [copy.at for copy in kept] == sorted((copy.at for copy in kept), reverse=True)
    assert len(list((desk.data / "pictures").iterdir())) == 3


def test_pictures_that_somebody_still_shows_stay(desk: Receptionist) -> None:
    """Fault 27: a patient's catalog is three swaps old."""
    patients = desk.content.catalog
    assert patients
    image = patients.topics[0].slides[0].image
    assert image
    for number in range(6):
        put_topic(desk.root, title=f"Knees {number}")
        (desk.root / "knees" / "pictures" / "1.svg").write_text(SVG.replace("123", f"00{number}"))
        desk.wait()
        desk.events.clear()
    assert (desk.data / "pictures" / image.name).exists()
    del patients
    (desk.root / "knees" / "pictures" / "1.svg").write_text(SVG)
    desk.wait()
    assert not (desk.data / "pictures" / image.name).exists()


def test_staff_go_back_and_stay_there_until_they_say_otherwise(desk: Receptionist) -> None:
    first = standing_of(desk).live
    assert first
    put_topic(desk.root, title="Worse knees")
    desk.wait()
    desk.content.go_back(first.name)
    desk.intake.step()
    assert desk.shown == ["Knees"]
    put_topic(desk.root, title="Worst knees")
    desk.wait()
    standing = standing_of(desk)
    assert standing.is_held
    assert standing.live == first
    assert standing.waiting
    assert "Staff went back to this copy" in desk.report
    desk.start()
    assert desk.shown == ["Knees"]
    desk.wait()
    desk.content.follow()
    desk.intake.step()
    assert desk.shown == ["Worst knees"]
    assert not standing_of(desk).is_held


def test_what_waits_can_be_seen_before_and_shown_now(desk: Receptionist) -> None:
    desk.content.go_back((standing_of(desk).live or Standing("")).name)  # type: ignore[union-attr]
    put_topic(desk.root, title="Next knees")
    desk.wait()
    waiting = standing_of(desk).waiting
    assert waiting
    assert desk.content.preview(waiting.name).topics[0].slides[0].words["en"].title == "Next knees"
    assert desk.shown == ["Knees"]
    desk.intake.show_now()
    desk.intake.step()
    assert desk.shown == ["Next knees"]


def test_show_now_reads_a_folder_that_does_not_keep_still(desk: Receptionist) -> None:
    put_topic(desk.root, title="Now")
    desk.looker.look()
    desk.intake.show_now()
    desk.intake.step()
    desk.intake.step()
    assert desk.shown == ["Now"]


def test_a_paused_topic_stays_paused_over_restarts_and_new_content(desk: Receptionist) -> None:
    put_topic(desk.root, "hips", "Hips")
    desk.wait()
    desk.content.pause("knees", is_paused=True)
    desk.intake.step()
    assert desk.arrived[-1] == ["Hips"]
    put_topic(desk.root, "knees", "New knees")
    desk.wait()
    desk.start()
    assert desk.shown == ["Hips"]
    desk.content.pause("knees", is_paused=False)
    assert desk.shown == ["Hips", "New knees"]


def test_a_damaged_picture_brings_back_the_copy_before(desk: Receptionist) -> None:
    """Fault 44: a flipped bit in a picture, found after the start; the next import mends it."""
    (desk.root / "knees" / "pictures" / "1.svg").write_text(SVG.replace("123", "456"))
    put_topic(desk.root, "hips", "Hips")
    desk.wait()
    before = desk.pictures
    (desk.root / "knees" / "pictures" / "1.svg").write_text(SVG.replace("123", "789"))
    desk.wait()
    new = (desk.pictures - before).pop()
    path = desk.data / "pictures" / new
    path.write_bytes(path.read_bytes().replace(b"7", b"6", 1))
    desk.start()
    assert new in desk.pictures
    desk.intake.step()
    assert desk.pictures == before
    assert desk.arrived == [["Hips", "Knees"]]
    desk.wait()
    assert path.exists()
    assert new in desk.pictures


def test_a_file_that_stops_the_importer_is_not_read_again_until_it_changes(desk: Receptionist) -> None:
    put_topic(desk.root, title="Better knees")
    (desk.root / "knees" / "02-bomb.svg").write_text(SVG)
    desk.importer.instead = Ended(None, "knees/02-bomb.svg")
    desk.wait(6)
    assert list(load(desk.data / "import" / "refused.msgpack", Refused).files) == ["knees/02-bomb.svg"]
    desk.importer.instead = None
    desk.wait()
    assert desk.shown == ["Better knees"]
    assert "02-bomb.svg: this file stopped the kiosk's reader." in desk.report
    (desk.root / "knees" / "02-bomb.svg").write_text(SVG + "\n")
    desk.wait()
    assert desk.shown == ["Better knees", "Bomb"]


@pytest.mark.parametrize("outcome", [Outcome.SILENT, Outcome.NOT_WRITTEN, Outcome.BUSY, None])
def test_an_import_that_fails_is_tried_again_at_growing_intervals(
    desk: Receptionist, outcome: Outcome | None
) -> None:
    """Fault 37: no retry storm; fault 36: the state says so."""
    put_topic(desk.root, title="Better knees")
    desk.importer.instead = Ended(outcome)
    desk.wait(600)
    assert 3 < len(desk.importer.orders) < 10
    assert (standing_of(desk).folder is FolderState.SILENT) == (outcome is Outcome.SILENT)
    is_told = any("cannot write into its own folder" in problem for problem in desk.problems())
    assert is_told == (outcome is Outcome.NOT_WRITTEN)
    desk.importer.instead = None
    desk.wait(310)
    assert desk.shown == ["Better knees"]
    assert not any("changing for ten" in told or "own folder" in told for told in desk.problems())


def test_a_folder_that_does_not_answer_is_told(desk: Receptionist) -> None:
    """Fault 36."""
    desk.looker._began = desk.seconds
    desk.seconds += 300
    desk.intake.step()
    assert standing_of(desk).folder is FolderState.SILENT
    assert isinstance(desk.events[-1], StandingArrived)
    desk.wait(2)
    assert standing_of(desk).folder is FolderState.ANSWERS


def test_a_data_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    """Fault 38: as far as it can be without one."""
    (tmp_path / "data").write_text("a file where the folder should be")
    desk = Receptionist(tmp_path)
    put_topic(desk.root)
    desk.wait()
    assert desk.shown == []
    assert any("cannot write into its own folder" in problem for problem in desk.problems())


def test_a_new_day_is_told_once_and_the_advice_is_that_days(desk: Receptionist) -> None:
    (desk.root / "knees" / "topic.toml").write_text("[review]\nreview_by = 2026-03-02\n")
    desk.wait()
    assert not any("was to be reviewed again" in problem for problem in desk.problems())
    desk.day = A_DAY + timedelta(1)
    desk.wait()
    assert [event for event in desk.events if isinstance(event, DayCame)] == [DayCame(A_DAY + timedelta(1))]
    assert any("was to be reviewed again" in problem for problem in desk.problems())


def test_the_standing_says_what_is_live_since_when_and_from_where(desk: Receptionist) -> None:
    standing = standing_of(desk)
    assert standing.root == str(desk.root)
    assert standing.live
    assert (standing.live.topics, standing.live.slides) == (1, 1)
    assert standing.live_since
    assert NOON < standing.live_since < desk.now()
    since = standing.live_since
    desk.seconds += 5000
    desk.start()
    desk.intake.step()
    assert standing_of(desk).live_since == since


def test_a_manifest_is_waited_for_until_it_is_true_and_then_nothing_is(desk: Receptionist) -> None:
    import hashlib  # noqa: PLC0415

    put_topic(desk.root, title="Listed")
    names = ["knees/01-slide.md", "knees/pictures/1.svg"]
    lines = [f"{hashlib.sha256((desk.root / name).read_bytes()).hexdigest()}  {name}\n" for name in names]
    (desk.root / "knees" / "01-slide.md").write_text("# List")
    (desk.root / "manifest.sha256").write_text("".join(lines))
    desk.wait(40)
    assert desk.arrived == []
    assert "knees/01-slide.md: this file is not as manifest.sha256 says." in desk.report
    put_topic(desk.root, title="Listed")
    (desk.root / "knees" / "03-old.md").write_text("# Old\n\nStill there.\n")
    desk.wait(2)
    assert desk.arrived == [["Listed"]]
    assert "knees/03-old.md: this file is not named in manifest.sha256." in desk.report


TRANSLATION = "knees/01-slide.es.md"
CHANGED = f'{TRANSLATION}: the original, "01-slide.md", changed on 2026-03-02, after this translation.'


@pytest.fixture
def translated(desk: Receptionist) -> Receptionist:
    (desk.root / TRANSLATION).write_text("# Rodillas\n\nSe doblan.\n")
    desk.wait()
    assert "after this translation" not in desk.report
    return desk


def _change_the_original(desk: Receptionist, text: str = "\nMore.\n") -> None:
    original = desk.root / "knees" / "01-slide.md"
    original.write_text(original.read_text() + text)
    desk.wait()


def test_it_is_known_what_an_original_was_when_its_translation_last_changed(
    translated: Receptionist,
) -> None:
    """Issue 9, part 5."""
    path = translated.data / "import" / "originals.msgpack"
    first = load(path, Originals).files[TRANSLATION]
    assert first.changed is None
    _change_the_original(translated)
    assert load(path, Originals).files == {TRANSLATION: replace(first, changed=A_DAY)}
    (translated.root / TRANSLATION).write_text("# Rodillas\n\nSe doblan. Más.\n")
    translated.wait()
    last = load(path, Originals).files[TRANSLATION]
    assert (last.file, last.changed) == ("knees/01-slide.md", None)
    assert last.original != first.original


def test_a_translation_is_reported_with_the_day_from_when_its_original_changed_until_it_changes_too(
    translated: Receptionist,
) -> None:
    """Issue 9, part 5; standards.md LNG-03."""
    _change_the_original(translated)
    assert CHANGED in translated.report
    translated.day += timedelta(days=40)
    _change_the_original(translated)
    assert CHANGED in translated.report, "the day of the first change"
    (translated.root / TRANSLATION).write_text("# Rodillas\n\nSe doblan. Más.\n")
    translated.wait()
    assert "after this translation" not in translated.report


def test_an_original_that_is_as_it_was_again_is_reported_no_more(translated: Receptionist) -> None:
    before = (translated.root / "knees" / "01-slide.md").read_text()
    _change_the_original(translated)
    (translated.root / "knees" / "01-slide.md").write_text(before)
    translated.wait()
    assert "after this translation" not in translated.report


def test_neither_a_new_time_nor_a_restart_says_that_an_original_changed(translated: Receptionist) -> None:
    """By hash, never by file time: a copy of the folder has new times."""
    for name in ("01-slide.md", "01-slide.es.md"):
        os.utime(translated.root / "knees" / name, (1, 1))
    translated.wait()
    assert "after this translation" not in translated.report
    _change_the_original(translated)
    translated.start()
    translated.wait()
    assert CHANGED in translated.report


def test_a_translation_that_was_away_is_judged_as_before_when_it_is_back(translated: Receptionist) -> None:
    text = (translated.root / TRANSLATION).read_text()
    (translated.root / TRANSLATION).unlink()
    translated.wait(40)
    _change_the_original(translated)
    assert "after this translation" not in translated.report
    (translated.root / TRANSLATION).write_text(text)
    translated.wait()
    assert CHANGED in translated.report


def test_of_a_translation_that_is_gone_nothing_is_said(translated: Receptionist) -> None:
    _change_the_original(translated)
    assert CHANGED in translated.report
    (translated.root / TRANSLATION).unlink()
    translated.wait(40)
    assert "after this translation" not in translated.report


def test_the_help_pages_translation_grows_old_like_any_other(desk: Receptionist) -> None:
    put_topic(desk.root)
    page = desk.root / "get-help-now.md"
    page.write_text("# Get help now\n\n- You are numb.\n\nCall {emergency}.\n")
    (desk.root / "get-help-now.es.md").write_text("# Pida ayuda ya\n\n- No siente.\n\nLlame: {emergency}.\n")
    desk.wait()
    page.write_text("# Get help now\n\n- You are numb.\n- You have a fever.\n\nCall {emergency}.\n")
    desk.wait()
    changed = 'the original, "get-help-now.md", changed on 2026-03-02, after this translation.'
    assert f"get-help-now.es.md: {changed}" in desk.report


def test_check_alone_does_not_judge_how_old_a_translation_is(translated: Receptionist) -> None:
    _change_the_original(translated)
    found = read_content(translated.root, today=A_DAY).problems
    assert not [problem for problem in found if "after this translation" in problem.found]


def test_a_further_language_arrives_with_the_content(desk: Receptionist) -> None:
    """Issue 9, part 4: no build."""
    put_topic(desk.root)
    head = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n\n'
    (desk.root / "clinic.toml").write_text('languages = ["en", "fr"]\n')
    (desk.root / "interface.fr.po").write_text(f'{head}msgid "Next"\nmsgstr "Suivant"\n')
    desk.wait()
    assert translator("fr", desk.content.catalog)("Next") == "Suivant"
    desk.start()
    assert translator("fr", desk.first)("Next") == "Suivant", "from the copy, before anything is read"
    (desk.root / "interface.fr.po").write_text(f'{head}msgid "Next"\nmsgstr "Page suivante"\n')
    desk.wait()
    assert translator("fr", desk.content.catalog)("Next") == "Page suivante"


def test_a_recording_whose_text_has_changed_since_is_reported_until_it_is_recorded_again(
    desk: Receptionist,
) -> None:
    """Issue 8, part 1; standards.md SPK-13."""
    sound, text = desk.root / "knees" / "audio" / "01-slide.en.wav", desk.root / "knees" / "01-slide.md"
    sound.parent.mkdir()
    sound.write_bytes(a_wav(0.2))
    desk.wait()
    assert "recorded" not in desk.report
    text.write_text(text.read_text() + "\nMore.\n")
    desk.wait()
    assert (
        'knees/audio/01-slide.en.wav: the text of "01-slide.md" has changed since this was recorded.'
        in desk.report
    )
    sound.write_bytes(a_wav(0.3))
    desk.wait()
    assert "recorded" not in desk.report


def test_the_report_is_not_written_again_when_nothing_has_changed(desk: Receptionist) -> None:
    path = desk.root / "CONTENT-REPORT.txt"
    before = path.stat().st_mtime_ns
    desk.start()
    desk.wait(60)
    assert path.stat().st_mtime_ns == before


def test_a_folder_that_cannot_be_written_gets_no_report(tmp_path: Path) -> None:
    desk = Receptionist(tmp_path)
    (desk.root / "CONTENT-REPORT.txt").mkdir()
    put_topic(desk.root)
    desk.wait()
    assert desk.shown == ["Knees"]

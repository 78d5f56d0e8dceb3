"""docs/staff.md is true: its words are on the keys, its pictures are the screens, and its steps do what it promises."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import polib
import pytest
from msgspec import Struct

from assets.guide.paper import write_pdf
from assets.guide.practice import DECK, PHOTO, TOPIC, misspelt, practised
from assets.guide.screenshots import FOLDER, PICTURES, draw_all
from assets.guide.text import ROOT, Chapter, Guide, Passage, Snippet, Step, guide_of, read_guide
from kiosk.core.content.files import REPORT
from kiosk.core.content.folder import read_content
from kiosk.core.content.model import Catalog, Slide, Topic
from kiosk.core.content.standing import FolderState
from kiosk.core.session.staff import CLEANING_SECONDS, DESK_SECONDS
from kiosk.core.views.cleaning import BACK_NOW_SECONDS
from tests.catalogs import A_DAY
from tests.likeness import look_alike
from tests.ops.receptionist import Receptionist
from tests.ui.test_leaflet import boxes, flat, info, said, text_of

LOCALE = ROOT / "assets" / "locale"
HALF_A_MINUTE = 30.0
LARGEST, MOST_PAGES, MARGIN = 60_000, 8, 40
SIGNS = {"![", "#", ">", "es", "ar", "[translation.es]", "reviewed_by", FOLDER}
"""What stands in files and on a picture; the steps that write them show that the reader takes them."""


@pytest.fixture(scope="module")
def guide() -> Guide:
    return read_guide()


@pytest.fixture(scope="module")
def paper(guide: Guide, tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("paper") / "staff.pdf"
    write_pdf(guide, file)
    return file


class Seen(Struct, frozen=True):
    """What the kiosk shows and the report says half a minute after a chapter was done."""

    catalog: Catalog
    problems: tuple[str, ...]
    report: str

    def topic(self, key: str = TOPIC) -> Topic:
        return next(topic for topic in self.catalog.topics if topic.key == key)

    def slide(self, key: str) -> Slide:
        return next(slide for slide in self.topic().slides if slide.key == key)


def look(desk: Receptionist) -> Seen:
    desk.wait(HALF_A_MINUTE)
    assert desk.content.catalog
    return Seen(desk.content.catalog, tuple(desk.problems()), desk.report.replace("\r\n", "\n"))


class Walk(Struct, frozen=True):
    """A clinic that has done the whole guide: `seen` after each chapter, by its title; and what was tried there."""

    root: Path
    seen: dict[str, Seen]
    pulled: FolderState
    misspelt: Seen
    gone_back: Seen
    went_on: Seen


@pytest.fixture(scope="module")
def walk(guide: Guide, tmp_path_factory: pytest.TempPathFactory) -> Walk:
    """Does all of it once, on the shipped content."""
    folder = tmp_path_factory.mktemp("clinic")
    shutil.copytree(ROOT / "content", folder / "content", ignore=shutil.ignore_patterns(REPORT))
    desk = Receptionist(folder)
    seen, tried = {"": look(desk)}, {}
    for chapter in practised(guide, desk.root):
        seen[chapter.title] = look(desk)
        match chapter.title:
            case "Put it on a stick":
                away = desk.root.rename(desk.root.with_name("pulled"))
                desk.wait(HALF_A_MINUTE)
                assert desk.intake.standing
                pulled, shown = desk.intake.standing.folder, desk.content.catalog
                away.rename(desk.root)
                assert shown == seen[chapter.title].catalog
            case "Read the report":
                with misspelt(chapter.snippets[0], desk.root):
                    tried["misspelt"] = look(desk)
            case "Go back to the earlier content":
                desk.content.go_back(desk.content.kept[-1].name)
                tried["gone_back"] = look(desk)
                desk.content.follow()
                tried["went_on"] = look(desk)
            case _:
                pass
    return Walk(desk.root, seen, pulled, **tried)


def test_every_word_in_bold_is_a_word_of_the_program(guide: Guide) -> None:
    """The program's own, in English or in the language of who is asked to touch it."""
    texts = {entry.msgid for entry in polib.pofile(str(LOCALE / "kiosk.pot"))}
    spanish = {entry.msgstr for entry in polib.pofile(str(LOCALE / "es" / "LC_MESSAGES" / "kiosk.po"))}
    assert len(guide.keys) > 15
    assert [key for key in guide.keys if key not in texts | spanish] == []


def test_its_seconds_are_those_of_the_program(guide: Guide) -> None:
    text = " ".join(passage.text for passage in passages(guide))
    assert f"counts down from {CLEANING_SECONDS} seconds" in text
    assert f"comes after {BACK_NOW_SECONDS} seconds" in text
    assert DESK_SECONDS == 120
    assert "after two minutes without a touch" in text


def test_every_file_that_it_names_is_there_when_its_steps_are_done(guide: Guide, walk: Walk) -> None:
    there = {"content", *(path.name for path in walk.root.rglob("*"))}
    wrong = {snippet.about[2] for snippet in snippets(guide) if snippet.does == "report"}
    assert set(guide.names) - SIGNS - there == wrong
    assert {DECK, Path(PHOTO).name} <= set(guide.names)


def test_each_picture_is_what_its_command_draws(guide: Guide, tmp_path: Path) -> None:
    drawn = draw_all(guide, ROOT / "content", tmp_path / "work", tmp_path / "drawn")
    named = [shot.file for chapter in guide.chapters for shot in chapter.screenshots]
    assert [f"images/{file.name}" for file in drawn] == named
    assert {file.name for file in PICTURES.glob("staff-*")} == {file.name for file in drawn}
    other = [file.name for file in drawn if not look_alike(file, PICTURES / file.name)]
    assert other == [], "run: python3 dev.py guide"
    assert max(file.stat().st_size for file in PICTURES.glob("staff-*")) < LARGEST


def test_a_sentence_is_changed_and_its_translations_are_named(walk: Walk) -> None:
    seen = walk.seen["Change a sentence"]
    words = seen.slide("12-what-you-can-do-today").words["en"]
    assert words.body[2].text == "Ask Ana at the desk if massage is safe for you."
    assert any(
        each.startswith(f"{TOPIC}/12-what-you-can-do-today.es.md: the original") for each in seen.problems
    )


def test_a_picture_is_changed_with_the_words_below_it(walk: Walk) -> None:
    before, after = (walk.seen[title].slide("12-what-you-can-do-today") for title in ("", "Change a picture"))
    assert after.image != before.image
    assert after.words["en"].caption == "Ask us at the front desk"


def test_the_new_slide_is_the_fifteenth(walk: Walk) -> None:
    slides = walk.seen["Add a slide"].topic().slides
    words = slides[-1].words["en"]
    assert (len(slides), words.title, words.message) == (15, "Find us", "Ring the bell if nobody is there.")
    assert slides[-1].image


def test_the_presentation_is_a_second_topic(walk: Walk) -> None:
    seen = walk.seen["A topic from PowerPoint"]
    assert [topic.key for topic in seen.catalog.topics] == [TOPIC, "Back school"]
    slides = seen.topic("Back school").slides
    assert [slide.words["en"].title for slide in slides] == ["Back school", "How to join"]
    assert all(slide.image for slide in slides)


def test_the_new_slide_is_in_spanish_too(walk: Walk) -> None:
    assert walk.seen["Translate a slide"].slide("15-find-us").words["es"].title == "Dónde estamos"


def test_a_pulled_stick_changes_nothing_on_the_screen(walk: Walk) -> None:
    assert walk.pulled is FolderState.GONE
    assert walk.seen["Read the report"].catalog == walk.seen["Put it on a stick"].catalog


def test_the_report_says_what_the_guide_quotes_until_it_is_mended(guide: Guide, walk: Walk) -> None:
    (quoted,) = (snippet.text for snippet in snippets(guide) if snippet.does == "report")
    assert f"\n{quoted}\n" in walk.misspelt.report
    assert "NOT SHOWN" not in walk.went_on.report


def test_nothing_that_the_guide_lets_them_write_is_wrong(walk: Walk) -> None:
    for seen in walk.seen.values():
        assert not [each for each in seen.problems if "15-find-us.txt" in each or PHOTO in each]
        assert "NOT SHOWN" not in seen.report


def test_staff_go_back_and_on_again(walk: Walk) -> None:
    """What *Go back* and *Show new files* do."""
    newest = walk.seen["Clean the screen"].catalog
    assert walk.gone_back.catalog in [seen.catalog for seen in walk.seen.values() if seen.catalog != newest]
    assert "new content waits until they let it follow again" in walk.gone_back.report
    assert walk.went_on.catalog == newest


def test_a_name_below_translation_ends_the_draft(walk: Walk, tmp_path: Path) -> None:
    """In the topic's settings, as the step says it."""
    draft = 'has reviewed the translation into "es"'
    assert any(draft in each for each in walk.went_on.problems)
    head, mark, tail = (
        (walk.root / TOPIC / "topic.toml").read_text(encoding="utf-8").partition("[translation.es]")
    )
    named = tail.replace('reviewed_by = ""', 'reviewed_by = "Maria Lopez"', 1)
    topic = tmp_path / TOPIC
    topic.mkdir()
    (topic / "topic.toml").write_text(head + mark + named, encoding="utf-8")
    for name in ("15-find-us.txt", "15-find-us.es.txt"):
        shutil.copy(walk.root / TOPIC / name, topic)
    problems = [str(each) for each in read_content(tmp_path, today=A_DAY).problems]
    assert problems
    assert not any(draft in each for each in problems)


def test_in_print_it_is_a_few_pages_with_a_title_and_the_fonts_of_the_project(
    paper: Path, guide: Guide
) -> None:
    found = info(paper)
    assert found["Title"] == guide.title
    assert "(A4)" in found["Page size"]
    assert int(found["Pages"]) <= MOST_PAGES
    fonts = said("pdffonts", paper).splitlines()[2:]
    assert fonts
    assert all("AtkinsonHyperlegible" in font for font in fonts)


def test_in_print_all_its_words_can_be_copied(paper: Path, guide: Guide) -> None:
    text = bare(text_of(paper))
    words = [passage.text for passage in passages(guide)]
    words += [snippet.text for snippet in snippets(guide)]
    words += [chapter.title for chapter in guide.chapters]
    assert [each for each in words if bare(each) not in text] == []
    pages = int(info(paper)["Pages"])
    assert all(f"Page {number} of {pages}" in text_of(paper) for number in range(1, pages + 1))


def test_in_print_each_picture_is_on_the_page_of_its_step(paper: Path, guide: Guide) -> None:
    count = sum(len(chapter.screenshots) for chapter in guide.chapters)
    pages = [bare(page) for page in said("pdftotext", "-raw", paper, "-").split("\f")]
    placed = 0
    for chapter in guide.chapters:
        for step, caption in captions(chapter):
            first = next(piece for piece in step.pieces if isinstance(piece, Passage))
            assert any(bare(caption) in page and bare(first.text) in page for page in pages), caption
            placed += 1
    assert placed == count == len(said("pdfimages", "-list", paper).splitlines()[2:])


def test_in_print_no_word_leaves_the_margins(paper: Path) -> None:
    words = boxes(paper)
    assert len(words) > 800
    out = [
        box for box in words if box[0] < MARGIN - 1 or box[2] > box[4] - MARGIN + 1 or box[3] > box[5] - 30
    ]
    assert out == []


def test_in_print_the_list_of_chapters_names_their_pages(paper: Path, guide: Guide) -> None:
    pages = [bare(page) for page in said("pdftotext", "-raw", paper, "-").split("\f")]
    for chapter in guide.chapters:
        begins = next(piece for piece in chapter.steps[0].pieces if isinstance(piece, Passage))
        number = next(number for number, page in enumerate(pages, 1) if bare(begins.text) in page)
        assert bare(f"{chapter.title}{number}") in pages[0]


@pytest.mark.parametrize("text", ["# A\n\n- a list\n", "# A\n\n<b>\n", "# A\n\n---\n"])
def test_what_the_guide_does_not_know_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="the guide knows no"):
        guide_of(text)


def test_a_line_that_the_content_has_no_more_is_refused() -> None:
    lost = guide_of(
        f"# A\n\n## B\n\n1. Find:\n\n   ```md find {TOPIC}/13-remember.md\n   No such line.\n   ```\n"
    )
    with pytest.raises(ValueError, match=r"13-remember\.md does not have once: No such line\."):
        next(practised(lost, ROOT / "content"))


def passages(guide: Guide) -> list[Passage]:
    pieces = [piece for chapter in guide.chapters for step in chapter.steps for piece in step.pieces]
    return [*guide.lead, *(piece for piece in pieces if isinstance(piece, Passage))]


def snippets(guide: Guide) -> list[Snippet]:
    return [snippet for chapter in guide.chapters for snippet in chapter.snippets]


def captions(chapter: Chapter) -> Iterator[tuple[Step, str]]:
    for step in chapter.steps:
        for shot in Chapter(chapter.title, (step,)).screenshots:
            yield step, f"Step {step.number}. {shot.caption}"


def bare(text: str) -> str:
    """Without spaces, for lines end anywhere."""
    return flat(text).replace(" ", "")

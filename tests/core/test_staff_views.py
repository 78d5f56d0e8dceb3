"""What the desk says, in every case that the content can be in."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from msgspec.structs import replace

from kiosk.core.bidi import without_marks
from kiosk.core.content.model import Catalog
from kiosk.core.content.problems import Problem, Severity
from kiosk.core.content.standing import FolderState, Kept, Standing
from kiosk.core.language import translator
from kiosk.core.session.events import GoBackPressed, PausePressed, PreviewPressed, ResumePressed
from kiosk.core.session.screens import Desk, DeskPage
from kiosk.core.session.session import Session
from kiosk.core.staff.health import Notice
from kiosk.core.views.desk import DeskView, breakable, desk_view
from kiosk.core.views.rail import KeyName
from tests.catalogs import A_DAY, catalog, topic

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
NEW, OLD = Kept("new", NOON, 2, 20), Kept("old", NOON, 1, 10)
STANDING = Standing("D:\\kiosk-content", live=NEW, live_since=NOON, kept=(NEW, OLD), read_at=NOON)


def view(
    standing: Standing | None = STANDING, page: DeskPage = DeskPage.CONTENT, content: Catalog | None = None
) -> DeskView:
    screen = Desk(page, standing=standing)
    session = replace(Session.at_start(content or catalog(), A_DAY), screen=screen)
    return desk_view(session, screen, translator("en"))


def words(shown: DeskView) -> str:
    found = []
    for panel in shown.panels:
        found += [panel.title.text, panel.lead, panel.notice, *(key.label for key in panel.tools)]
        for row in panel.rows:
            found += [row.title.text, row.beside, *row.lines]
    return without_marks("\n".join(found)).replace("\u200b", "")


@pytest.mark.parametrize(
    ("folder", "said"),
    [
        (FolderState.GONE, "The content folder is not there.\n\nWhat is on screen stays there. Is the stick"),
        (FolderState.EMPTY, "The content folder is empty."),
        (FolderState.SILENT, "The content folder does not answer."),
    ],
)
def test_a_folder_that_is_away_empty_or_silent_is_said_first_with_what_to_do(
    folder: FolderState, said: str
) -> None:
    shown = words(view(replace(STANDING, folder=folder)))
    assert said in shown
    assert "Nothing is wrong" not in shown


def test_what_is_not_shown_stands_before_warnings_and_advice() -> None:
    problems = tuple(
        Problem(f"{severity}.md", 2, severity, "it is so.", "It stays.", "Do this.") for severity in Severity
    )
    rows = view(replace(STANDING, problems=problems)).panels[0].rows
    assert [without_marks(row.beside) for row in rows] == [
        "not shown.md, line 2",
        "warning.md, line 2",
        "advice.md, line 2",
    ]
    assert rows[0].lines == ("It is so. It stays.", "Do this.")


def test_of_a_presentation_the_slide_is_named() -> None:
    problem = Problem("Back school.pptx", 4, Severity.NOT_SHOWN, "it is so.", "It stays.", "Do this.")
    assert "Back school.pptx, slide 4" in without_marks(words(view(replace(STANDING, problems=(problem,)))))
    assert str(problem) == "Back school.pptx, slide 4: it is so. It stays. Do this."


def test_all_well_is_said_too() -> None:
    assert "Nothing is wrong" in words(view())


def test_a_kept_copy_that_is_on_screen_offers_no_way_back_to_itself() -> None:
    keys = [row.key.event for row in view().panels[1].rows if row.key]
    assert keys == [GoBackPressed("old")]
    held = replace(STANDING, live=OLD, waiting=NEW, is_held=True)
    assert [row.key for row in view(held).panels[1].rows if row.key] == []


def test_what_waits_can_be_seen_and_shown_and_after_going_back_followed() -> None:
    waiting = replace(STANDING, waiting=Kept("next", NOON, 3, 30))
    names = [key.name for key in view(waiting).panels[0].tools]
    assert names == [KeyName.PREVIEW, KeyName.SHOW_NOW]
    assert view(waiting).panels[0].tools[0].event == PreviewPressed("next")
    held = [key.name for key in view(replace(waiting, is_held=True)).panels[0].tools]
    assert held == [KeyName.PREVIEW, KeyName.FOLLOW]
    assert [key.name for key in view(replace(STANDING, is_held=True)).panels[0].tools] == [KeyName.FOLLOW]
    assert [key.name for key in view().panels[0].tools] == [KeyName.READ_NOW]
    assert view(replace(STANDING, folder=FolderState.GONE)).panels[0].tools == ()


def test_a_paused_topic_can_be_shown_again_also_when_the_content_is_without_it() -> None:
    paused = replace(STANDING, paused=("knees", "gone"))
    content = catalog(topic("backs"), topic("knees"), topic("hips", hidden=True))
    rows = view(paused, DeskPage.TOPICS, content).panels[0].rows
    assert [row.key.event for row in rows if row.key] == [
        PausePressed("backs"),
        ResumePressed("knees"),
        PausePressed("hips"),
        ResumePressed("gone"),
    ]
    assert [row.lines[0].partition(".")[0] for row in rows] == [
        "On screen",
        "Paused by staff",
        "Not shown now: hidden, outside its dates, or a draft",
        "Paused by staff",
    ]


def test_before_the_importer_has_spoken_the_desk_says_that_nothing_is_known() -> None:
    assert "Nothing is known of it yet." in words(view(None))


@pytest.mark.parametrize("notice", Notice)
def test_every_notice_has_its_sentence(notice: Notice) -> None:
    screen = Desk(standing=STANDING, notice=notice)
    session = replace(Session.at_start(catalog(), A_DAY), screen=screen)
    assert desk_view(session, screen, translator("en")).panels[0].notice.endswith(".")


def test_long_names_may_go_on_in_the_next_line_and_read_the_same() -> None:
    long = "/media/USB-STICK/a-very-long-folder-name/0123456789abcdef0123456789abcdef.md"
    assert breakable(long).replace("\u200b", "") == long
    assert max(map(len, breakable(long).split("\u200b"))) <= 9
    assert breakable("An ordinary sentence stays.") == "An ordinary sentence stays."

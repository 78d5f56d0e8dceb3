"""The staff desk: what is on screen, what is in the folder, what is wrong and what to do, in plain words."""

from __future__ import annotations

import re
from datetime import datetime
from enum import StrEnum

from msgspec import Struct

from kiosk import __version__
from kiosk.core.bidi import LEFT_TO_RIGHT_ISOLATE, POP_ISOLATE, isolated
from kiosk.core.content.model import Image, Topic
from kiosk.core.content.problems import Problem, Severity
from kiosk.core.content.showing import title_of
from kiosk.core.content.standing import FolderState, Kept, Standing
from kiosk.core.language import Translate
from kiosk.core.session.events import (
    CalibratePressed,
    CleaningAsked,
    ClosePressed,
    DeskPageChosen,
    Event,
    ExitPressed,
    FollowPressed,
    GoBackPressed,
    PartPressed,
    PausePressed,
    PreviewPressed,
    ResumePressed,
    ShowNowPressed,
    SoundTestPressed,
)
from kiosk.core.session.screens import Desk, DeskPage
from kiosk.core.session.session import Session
from kiosk.core.session.staff import DESK_SECONDS
from kiosk.core.staff.health import Finding, Notice, State
from kiosk.core.views.charts import Chart
from kiosk.core.views.rail import Key, KeyName, Rail, part_label

ZERO_WIDTH_SPACE = "\u200b"
_LONG = re.compile(r"\S{16,}")


def breakable(text: str) -> str:
    """The same to the eye, but long names of files and folders may go on in the next line."""
    return _LONG.sub(lambda name: re.sub(r"([/\\._-]|[^/\\._-]{8})", rf"\1{ZERO_WIDTH_SPACE}", name[0]), text)


class Mark(StrEnum):
    """The sign before a row; the drawing layer has an icon for each."""

    NOT_SHOWN = "not shown"
    WARNING = "warning"
    ADVICE = "advice"
    GOOD = "good"
    FOLDER = "folder"
    KEPT = "kept"


class Said(Struct, frozen=True):
    """A text in which `{when}` stands for the moment `at` (UTC)."""

    text: str
    at: datetime | None = None


class Card(Struct, frozen=True):
    """A topic as a small picture and its name."""

    title: str
    image: Image | None


class Row(Struct, frozen=True):
    """One thing: a mark or a small picture, what it is, lines that say more, and what can be done about it.

    `language` is that of the lines, where it is not the clinic's.
    """

    title: Said
    mark: Mark | None = None
    image: Image | None = None
    beside: str = ""
    lines: tuple[str, ...] = ()
    key: Key | None = None
    language: str = ""


class Panel(Struct, frozen=True):
    """`tools` are large keys side by side; `cards` follow, `rows`, `charts`. `is_wide`: it has the most to read."""

    title: Said
    lead: str = ""
    notice: str = ""
    tools: tuple[Key, ...] = ()
    cards: tuple[Card, ...] = ()
    rows: tuple[Row, ...] = ()
    charts: tuple[Chart, ...] = ()
    is_wide: bool = False


class DeskView(Struct, frozen=True):
    """`closes` holds `{minutes}` and `{seconds}`: the time until the desk closes, counted from `seconds`."""

    title: str
    clinic: str
    closes: str
    seconds: int
    panels: tuple[Panel, ...]
    part: int
    part_label: str
    part_key: Key
    rail: Rail


def desk_view(session: Session, screen: Desk, _: Translate) -> DeskView:
    return DeskView(
        title=_("Staff desk"),
        clinic=session.catalog.clinic.name,
        closes=_("Closes in {minutes} min {seconds} s"),
        seconds=DESK_SECONDS,
        panels=_panels(session, screen, _),
        part=screen.part,
        part_label=part_label(session, screen.part, _),
        part_key=Key(KeyName.MORE_TEXT, _("More"), PartPressed()),
        rail=Rail(
            leading=(
                _tab(KeyName.DESK_CONTENT, _("Content"), DeskPage.CONTENT, screen),
                _tab(KeyName.DESK_TOPICS, _("Topics"), DeskPage.TOPICS, screen),
                _tab(KeyName.DESK_USAGE, _("Usage"), DeskPage.USAGE, screen),
                _tab(KeyName.DESK_MACHINE, _("Machine"), DeskPage.MACHINE, screen),
            ),
            go=Key(KeyName.CLOSE_BACK, _("Back to the kiosk"), ClosePressed()),
        ),
    )


def _tab(name: KeyName, label: str, page: DeskPage, screen: Desk) -> Key:
    here = DeskPage.MACHINE if screen.page is DeskPage.EXIT else screen.page
    return Key(name, label, DeskPageChosen(page), is_open=here is page)


def _panels(session: Session, screen: Desk, _: Translate) -> tuple[Panel, ...]:
    match screen.page:
        case DeskPage.CONTENT:
            return _folder(screen, _), _on_screen(session, screen, _)
        case DeskPage.TOPICS:
            return (_topics(session, screen, _),)
        case DeskPage.USAGE:
            from kiosk.core.views.usage import usage_panels  # noqa: PLC0415 - it builds these panels itself

            return usage_panels(session, screen.usage, _)
        case DeskPage.MACHINE:
            return _machine(screen, _), _health(screen, _)
        case DeskPage.EXIT:
            return (_exit(_),)


def _folder(screen: Desk, _: Translate) -> Panel:
    standing = screen.standing
    if standing is None:
        return Panel(Said(_("The content folder")), _("Nothing is known of it yet."), is_wide=True)
    problems = sorted(standing.problems, key=lambda problem: _ORDER.index(problem.severity))
    state = _of_folder(standing, _)
    rows = tuple(_problem(problem, _) for problem in problems)
    if state:
        rows = (state, *rows)
    elif not problems:
        rows = (Row(Said(_("Nothing is wrong")), Mark.GOOD, lines=(_("All that is in it can be shown."),)),)
    tools: tuple[Key, ...] = ()
    if standing.waiting:
        title = Said(_("New content, seen {when}"), standing.waiting.at)
        lead = _("It goes on screen when nobody is using the kiosk.")
        tools = (
            Key(KeyName.PREVIEW, _("Preview"), PreviewPressed(standing.waiting.name)),
            Key(KeyName.SHOW_NOW, _("Show it now"), ShowNowPressed()),
        )
    else:
        title = (
            Said(_("The folder, read {when}"), standing.read_at)
            if standing.read_at
            else Said(_("The folder"))
        )
        lead = _problem_count(standing, _)
        if standing.folder is FolderState.ANSWERS:
            tools = (Key(KeyName.READ_NOW, _("Read it now"), ShowNowPressed()),)
    if standing.is_held:
        lead = _("You went back, so new files wait until you say otherwise.")
        tools = (
            *(tools[:1] if standing.waiting else ()),
            Key(KeyName.FOLLOW, _("Show new files"), FollowPressed()),
        )
    return Panel(title, lead, _notice(screen, _), tools=tools, rows=rows, is_wide=True)


_ORDER = (Severity.NOT_SHOWN, Severity.WARNING, Severity.ADVICE)
_MARKS = {
    Severity.NOT_SHOWN: Mark.NOT_SHOWN,
    Severity.WARNING: Mark.WARNING,
    Severity.ADVICE: Mark.ADVICE,
}


def _problem(problem: Problem, _: Translate) -> Row:
    titles = {
        Severity.NOT_SHOWN: _("Will not be shown"),
        Severity.WARNING: _("Shown, but look at it"),
        Severity.ADVICE: _("Advice"),
    }
    place = isolated(problem.file)
    if problem.line and problem.is_of_slide:
        place = _("{file}, slide {number}", file=place, number=problem.line)
    elif problem.line:
        place = _("{file}, line {line}", file=place, line=problem.line)
    found = problem.found[:1].upper() + problem.found[1:]
    lines = tuple(line for line in (f"{found} {problem.shown}".strip(), problem.mend) if line)
    lines = tuple(breakable(line) for line in lines)
    mark = _MARKS[problem.severity]
    # The reader of the content writes its problems in English.
    return Row(Said(titles[problem.severity]), mark, beside=breakable(place), lines=lines, language="en")


def _problem_count(standing: Standing, _: Translate) -> str:
    if not standing.problems:
        return ""
    missing = sum(problem.severity is Severity.NOT_SHOWN for problem in standing.problems)
    if missing:
        return _.plural(
            "{count} thing is not shown. What to do stands beside it.",
            "{count} things are not shown. What to do stands beside each.",
            missing,
        )
    return _("Everything is shown. Some of it could be better.")


def _of_folder(standing: Standing, _: Translate) -> Row | None:
    match standing.folder:
        case FolderState.ANSWERS:
            return None
        case FolderState.GONE:
            title, mend = _("The content folder is not there."), _("Is the stick or the share connected?")
        case FolderState.EMPTY:
            title, mend = _("The content folder is empty."), _("Is it the right one?")
        case FolderState.SILENT:
            title, mend = _("The content folder does not answer."), _("Is the network there? Ask IT.")
    stays = _("What is on screen stays there.")
    return Row(Said(title), Mark.WARNING, lines=(f"{stays} {mend}",))


def _on_screen(session: Session, screen: Desk, _: Translate) -> Panel:
    standing, language = screen.standing, session.preferences.language
    slides = sum(len(topic.slides) for topic in session.topics)
    lead = _counted(len(session.topics), slides, _)
    title = Said(_("On screen now"))
    rows: list[Row] = []
    if standing:
        if standing.live_since:
            title = Said(_("On screen since {when}"), standing.live_since)
        path = LEFT_TO_RIGHT_ISOLATE + breakable(standing.root) + POP_ISOLATE
        rows.append(Row(Said(_("From this folder")), Mark.FOLDER, lines=(path,)))
        ahead = {kept.name for kept in (standing.live, standing.waiting) if kept}
        rows += [_kept(kept, _) for kept in standing.kept if kept.name not in ahead]
    cards = tuple(Card(title_of(topic, language), _image_of(topic)) for topic in session.topics)
    if not cards:
        lead = _("Nothing: patients read that the information is being updated.")
    return Panel(title, lead, cards=cards, rows=tuple(rows))


def _kept(kept: Kept, _: Translate) -> Row:
    lines = (_counted(kept.topics, kept.slides, _),)
    return Row(
        Said("{when}", kept.at),
        Mark.KEPT,
        lines=lines,
        key=Key(KeyName.GO_BACK, _("Go back"), GoBackPressed(kept.name)),
    )


def _counted(topics: int, slides: int, _: Translate) -> str:
    first = _.plural("{count} topic", "{count} topics", topics)
    second = _.plural("{count} page", "{count} pages", slides)
    return f"{first}, {second}"


def _topics(session: Session, screen: Desk, _: Translate) -> Panel:
    """Every topic of the content, and those that staff have paused, though the content may be without them."""
    language = session.preferences.language
    paused = screen.standing.paused if screen.standing else ()
    shown = {topic.key for topic in session.topics}
    topics = {topic.key: topic for topic in session.catalog.topics}
    rows = []
    for key in (*topics, *(key for key in paused if key not in topics)):
        topic = topics.get(key)
        name = title_of(topic, language) if topic else key
        pages = _.plural("{count} page", "{count} pages", len(topic.slides)) if topic else ""
        if key in paused:
            state, event, word = _("Paused by staff"), ResumePressed(key), _("Show again")
            button = Key(KeyName.RESUME, word, event, spoken=f"{word}: {name}")
        else:
            state = (
                _("On screen") if key in shown else _("Not shown now: hidden, outside its dates, or a draft")
            )
            button = Key(KeyName.PAUSE, _("Pause"), PausePressed(key), spoken=f"{_('Pause')}: {name}")
        line = ". ".join(part for part in (state, pages) if part)
        rows.append(
            Row(Said(name), image=_image_of(topic) if topic else None, lines=(f"{line}.",), key=button)
        )
    lead = _("A paused topic is hidden from patients until you show it again.")
    return Panel(Said(_("Topics")), lead, _notice(screen, _), rows=tuple(rows))


def _image_of(topic: Topic) -> Image | None:
    return next((slide.image for slide in topic.slides if slide.image), None)


def _machine(screen: Desk, _: Translate) -> Panel:
    tools: tuple[tuple[KeyName, str, Event], ...] = (
        (KeyName.CLEANING, _("Cleaning"), CleaningAsked()),
        (KeyName.SOUND_TEST, _("Test the sound"), SoundTestPressed()),
        (KeyName.CALIBRATE, _("True size"), CalibratePressed()),
        (KeyName.EXIT, _("End the kiosk"), DeskPageChosen(DeskPage.EXIT)),
    )
    keys = tuple(Key(name, label, event) for name, label, event in tools)
    lead = _("Kiosk {version}", version=isolated(__version__))
    return Panel(Said(_("This machine")), lead, _notice(screen, _), tools=keys)


def _health(screen: Desk, _: Translate) -> Panel:
    if not screen.findings:
        return Panel(Said(_("Health")), _("Looking…"), is_wide=True)
    order = (State.WRONG, State.LOOK, State.GOOD)
    findings = sorted(screen.findings, key=lambda finding: order.index(finding.state))
    wrong = sum(finding.state is State.WRONG for finding in findings)
    lead = _("Something does not work.") if wrong else _("It works.")
    return Panel(Said(_("Health")), lead, rows=tuple(_finding(each) for each in findings), is_wide=True)


def _finding(finding: Finding) -> Row:
    marks = {State.GOOD: Mark.GOOD, State.LOOK: Mark.ADVICE, State.WRONG: Mark.NOT_SHOWN}
    lines = tuple(breakable(line) for line in (finding.found, finding.mend) if line)
    return Row(Said(finding.what), marks[finding.state], lines=lines)


def _exit(_: Translate) -> Panel:
    return Panel(
        Said(_("End the kiosk?")),
        _("Patients see nothing more until somebody starts it again."),
        tools=(
            Key(KeyName.CLOSE, _("Let it run"), DeskPageChosen(DeskPage.MACHINE)),
            Key(KeyName.EXIT, _("End it now"), ExitPressed()),
        ),
    )


def _notice(screen: Desk, _: Translate) -> str:
    match screen.notice:
        case None:
            return ""
        case Notice.DONE:
            return _("Done.")
        case Notice.FAILED:
            return _("That did not work. Try it again, or ask IT for the log.")
        case Notice.NOTHING_YET:
            return _("Nothing has changed so far. What is new appears here by itself.")
        case Notice.SCALE_KEPT:
            return _("The size is kept.")
        case Notice.SCALE_NOT_KEPT:
            return _("The size counts until the next start: the settings file cannot be written.")
        case Notice.SOUND:
            return _("A chime has sounded. If you heard nothing, turn the volume up.")
        case Notice.NO_SOUND:
            return _("This machine makes no sound: no loudspeaker was found.")
        case Notice.NOTHING_TO_PREVIEW:
            return _("There is nothing in it that patients may see today.")

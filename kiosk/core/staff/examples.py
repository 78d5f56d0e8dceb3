"""Staff's screens with something on each, for `kiosk render` and for the tests of every size."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

from msgspec.structs import replace

from kiosk.core.content.problems import Problem, Severity
from kiosk.core.content.standing import FolderState, Kept, Standing
from kiosk.core.insights.usage import WEEKS, Usage, Week
from kiosk.core.insights.visit import name_of_question, name_of_slide
from kiosk.core.session.face import Face
from kiosk.core.session.screens import (
    Attract,
    Calibration,
    Cleaning,
    Desk,
    DeskPage,
    Gate,
    GateState,
    Preview,
    Screen,
    SlideOpen,
)
from kiosk.core.session.session import Session
from kiosk.core.staff.health import Finding, Notice, State


def staff_screens(session: Session) -> Iterator[tuple[str, Session]]:
    """Each of them, with a name for its file."""
    for name, screen in _screens(session):
        yield name, replace(session, screen=screen, parts=1)


def _screens(session: Session) -> Iterator[tuple[str, Screen]]:
    below = Attract()
    yield "staff-gate", Gate(below, "27", GateState.REFUSED, tries_left=3)
    yield "staff-gate-waiting", Gate(below, "", GateState.WAITING, wait=480)
    yield "staff-gate-without-pin", Gate(below, state=GateState.NO_PIN)
    yield "cleaning", Cleaning(below, last=_NOON)
    standing = _standing(session)
    desk = Desk(standing=standing)
    yield "staff-desk", desk
    yield "staff-desk-all-well", Desk(standing=_all_well(standing))
    yield "staff-desk-went-back", Desk(standing=_went_back(standing), notice=Notice.DONE)
    yield "staff-desk-topics", replace(desk, page=DeskPage.TOPICS)
    for name, usage in (("", _usage(session)), ("-off", Usage()), ("-few", Usage(is_on=True, is_lost=True))):
        yield f"staff-desk-usage{name}", replace(desk, page=DeskPage.USAGE, usage=usage)
    machine = Desk(DeskPage.MACHINE, standing=standing, findings=_FINDINGS, notice=Notice.SOUND)
    yield "staff-desk-machine", machine
    yield "staff-desk-exit", replace(machine, page=DeskPage.EXIT, notice=None)
    yield "calibration", Calibration(machine, 4.2, 8.0)
    if session.topics:
        place = SlideOpen(session.topics[0].key, 0)
        yield "staff-preview", Preview(desk, session.catalog, place)


_NOON = datetime(2026, 1, 5, 12, 0, tzinfo=UTC)


def _standing(session: Session) -> Standing:
    now, topics = _NOON, len(session.topics)
    slides = sum(len(topic.slides) for topic in session.topics)
    return Standing(
        r"D:\kiosk-content",
        live=Kept("c", now - timedelta(hours=5), topics, slides),
        live_since=now - timedelta(hours=5),
        waiting=Kept("d", now - timedelta(minutes=3), topics + 1, slides + 4),
        kept=(
            Kept("c", now - timedelta(hours=5), topics, slides),
            Kept("b", now - timedelta(days=3), topics, slides - 1),
            Kept("a", now - timedelta(days=40), topics, slides - 8),
        ),
        paused=("back-exercises",),
        problems=_PROBLEMS,
        read_at=now - timedelta(minutes=3),
    )


def _all_well(standing: Standing) -> Standing:
    return replace(standing, waiting=None, problems=())


def _went_back(standing: Standing) -> Standing:
    long = "/media/reception/USB-STICK-2026/Waiting room screens/kiosk-content-for-the-new-building"
    return replace(standing, root=long, is_held=True, folder=FolderState.GONE)


def _usage(session: Session) -> Usage:
    sessions = (20, 25, 40, 35, 45, 45, 60, 15)
    monday, topic = date(2025, 11, 17), session.topics[0] if session.topics else None
    languages = zip(session.catalog.clinic.languages, (190, 70, 20), strict=False)
    usage = Usage(
        is_on=True,
        weeks=tuple(Week(monday + timedelta(weeks=week), sessions[week]) for week in range(WEEKS)),
        sessions=sum(sessions),
        helped=5,
        languages=dict(languages),
        faces={Face.YES.value: 45, Face.A_LITTLE.value: 15},
    )
    if topic is None:
        return usage
    stops = zip(range(len(topic.slides)), (35, 10, 15, 120, 0, 10), strict=False)
    return replace(
        usage,
        topics={topic.key: 280},
        stopped={name_of_slide(topic, slide): count for slide, count in stops},
        finished={topic.key: 50},
        questions={
            name_of_question(topic, slide, 0): 60 - 15 * slide for slide in range(min(3, len(topic.slides)))
        },
    )


_PROBLEMS = (
    Problem(
        "asthma/02-inhaler.md",
        3,
        Severity.NOT_SHOWN,
        'the picture "inhaller.png" is not in this folder.',
        "The slide is shown without it.",
        'Did you mean "inhaler.png"?',
    ),
    Problem(
        "sciatica-massage/03-blood-flow.md",
        0,
        Severity.ADVICE,
        "this slide has 57 words.",
        "40 or fewer are easier to read.",
        'Move some text below a line "---".',
    ),
    Problem(
        "sciatica-massage/topic.toml",
        14,
        Severity.WARNING,
        "no clinician has reviewed this topic.",
        "Each page says that it is a draft.",
        "Write who has reviewed it after reviewed_by.",
    ),
    Problem(
        "a-topic-with-a-very-long-name-of-its-folder/01-what-the-physiotherapist-will-ask-you.es-419.md",
        112,
        Severity.WARNING,
        'the picture "pictures/what-the-physiotherapist-will-ask-you-at-your-first-visit.jpeg" is damaged.',
        "The slide is shown without it.",
        "Open it in a picture program and save it again.",
    ),
)
_FINDINGS = (
    Finding("Program", State.GOOD, "Kiosk 0.1.0, Python 3.11.7, Qt for Python 6.11.3."),
    Finding(
        "True size",
        State.LOOK,
        "Not set: keys and letters are sized as on a screen of 21.5 inches.",
        "At the staff desk, under Machine, choose True size and hold a bank card against the screen.",
    ),
    Finding(
        "The kiosk's own folder",
        State.WRONG,
        "/home/kiosk/.local/share/kiosk cannot be written: Read-only file system. New content is not kept.",
        "Allow the kiosk's user to write there.",
    ),
    Finding(
        "Listen",
        State.LOOK,
        "It is hidden, because nothing can be read aloud: no voice is installed.",
        "The kiosk tries again every five minutes. Ask IT to see to the voices of this machine.",
    ),
    Finding("Disk", State.GOOD, "84,436 MB are free."),
    Finding("Printer", State.GOOD, "None is set, so there is no Print key."),
)

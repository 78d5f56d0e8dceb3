"""`kiosk render`: every screen as a PNG and a contact sheet, with no display too."""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections.abc import Iterator
from html import escape
from pathlib import Path

from msgspec.structs import replace

from kiosk.core.content.folder import NotAContentFolder, read_content
from kiosk.core.content.model import Topic
from kiosk.core.content.snapshot import SnapshotStore
from kiosk.core.session.events import EvidencePressed, FaceChosen
from kiosk.core.session.face import Face
from kiosk.core.session.preferences import Preferences, TextSize, Theme
from kiosk.core.session.questions import MOST_QUESTIONS, VisitQuestion, offers_questions, questions_offered
from kiosk.core.session.screens import (
    Attract,
    EasierOpen,
    Finish,
    HelpOpen,
    Home,
    MoreOpen,
    Overview,
    PictureOpen,
    QuestionsOpen,
    Screen,
    SlideOpen,
    StillThere,
    TakeBack,
)
from kiosk.core.session.session import Session
from kiosk.core.staff.examples import staff_screens
from kiosk.ops.clocks import clinic_day
from kiosk.ops.places import content_folder


def render(options: argparse.Namespace) -> int:
    """Draw every screen into `options.out`; 2 where there is no content folder."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    today = clinic_day()
    with tempfile.TemporaryDirectory(prefix="kiosk-render-") as data:
        store = SnapshotStore(Path(data))
        try:
            reading = read_content(options.folder or content_folder(), today=today, keep=store.keep)
        except NotAContentFolder as reason:
            sys.stderr.write(f"{reason}\n")
            return 2
        preferences = Preferences(
            options.lang or reading.catalog.clinic.languages[0],
            TextSize(options.text),
            Theme(options.theme),
            calm_motion=True,
        )
        session = replace(Session.at_start(reading.catalog, today), preferences=preferences)
        _draw(session, store, options.size, options.out)
    return 0


def every_screen(session: Session) -> Iterator[tuple[str, Session]]:
    """Each screen that a patient or staff can reach, with a name for its file."""
    place = None
    for topic in session.topics:
        place = place or SlideOpen(topic.key, min(1, len(topic.slides) - 1))
        for index, slide in enumerate(topic.slides):
            opened = _at(session, SlideOpen(topic.key, index))
            yield f"{topic.key}-{index + 1:02}-slide", opened
            if slide.words[topic.language].more:
                yield f"{topic.key}-{index + 1:02}-more", _at(session, MoreOpen(topic.key, index))
            if slide.has_grounds:
                yield f"{topic.key}-{index + 1:02}-evidence", opened.after(EvidencePressed())
        yield f"{topic.key}-overview", _at(session, Overview(topic.key, min(4, len(topic.slides) - 1)))
        yield f"{topic.key}-finish", _at(session, Finish(topic.key))
        yield from _with_faces(session, topic)
        if offers_questions(topic):
            yield from _with_questions(session, topic)
    yield "attract", _at(session, Attract())
    if place:
        back = Attract(take_back=TakeBack(place, session.preferences))
        yield "attract-take-me-back", _at(session, back)
        yield "still-there", _at(session, StillThere(below=place))
        yield "make-it-easier", _at(session, EasierOpen(below=place))
        yield "picture", _at(session, PictureOpen(place.topic, place.slide))
    yield "get-help-now", _at(session, HelpOpen(below=place or Attract()))
    yield "being-updated", replace(_at(session, Attract()), catalog=replace(session.catalog, topics=()))
    if len(session.topics) > 1:
        yield "home", _at(session, Home())
    yield from staff_screens(session)


def _with_faces(session: Session, topic: Topic) -> Iterator[tuple[str, Session]]:
    """Finish where insights are on, before the answer and after it."""
    finish = replace(_at(session, Finish(topic.key)), asks_face=True)
    yield f"{topic.key}-finish-faces", finish
    yield f"{topic.key}-finish-answered", finish.after(FaceChosen(Face.YES))


def _with_questions(session: Session, topic: Topic) -> Iterator[tuple[str, Session]]:
    """Finish with a few questions and with as many as there may be, and the sheets where they are ticked."""
    finish = Finish(topic.key)
    offered = [
        VisitQuestion(topic.key, place, index)
        for place, slide in enumerate(topic.slides)
        for index in range(questions_offered(slide, topic))
    ]
    few, all_of_them = tuple(offered[:3]), tuple(offered[-MOST_QUESTIONS:])
    first = SlideOpen(topic.key, offered[0].slide)
    yield f"{topic.key}-questions", replace(_at(session, QuestionsOpen(below=first)), questions=few[:2])
    full = QuestionsOpen(below=first, is_full=len(offered) > MOST_QUESTIONS)
    yield f"{topic.key}-questions-full", replace(_at(session, full), questions=all_of_them)
    yield f"{topic.key}-questions-all", replace(_at(session, QuestionsOpen(below=finish)), questions=few)
    yield f"{topic.key}-finish-few", replace(_at(session, finish), questions=few)
    yield f"{topic.key}-finish-full", replace(_at(session, finish), questions=all_of_them)


def _at(session: Session, screen: Screen) -> Session:
    return replace(session, screen=screen, parts=1)


def _draw(session: Session, store: SnapshotStore, size: tuple[int, int], out: Path) -> None:
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415, TID251 - after the platform was chosen

    from kiosk.ui.fonts import load_fonts  # noqa: PLC0415
    from kiosk.ui.picture_of_screen import draw_screen  # noqa: PLC0415
    from kiosk.ui.pictures import Pictures  # noqa: PLC0415
    from kiosk.ui.window import KioskWindow  # noqa: PLC0415

    application = QApplication.instance() or QApplication(sys.argv[:1])
    load_fonts()
    out.mkdir(parents=True, exist_ok=True)
    window = KioskWindow(Pictures(store.pictures), clock=lambda: 0.0)  # countdowns stand
    window.resize(*size)
    window.show()
    names: list[str] = []
    screens = list(every_screen(session))
    for done, (name, shown) in enumerate(screens, 1):
        for part, picture in enumerate(draw_screen(window, shown), 1):
            file = f"{name}.png" if part == 1 else f"{name}-part-{part}.png"
            picture.save(str(out / file))
            names.append(file)
        _show_progress(done, len(screens))
    window.hide()
    application.processEvents()
    (out / "index.html").write_text(_contact_sheet(names, size), encoding="utf-8")


def _show_progress(done: int, count: int) -> None:
    if not sys.stderr.isatty():
        return
    bar = "#" * (done * 40 // count)
    sys.stderr.write(f"\r[{bar:<40}] {done} of {count}{chr(10) if done == count else ''}")


def _contact_sheet(names: list[str], size: tuple[int, int]) -> str:
    figures = "\n".join(
        f'<figure><a href="{escape(name)}"><img src="{escape(name)}" alt="{escape(name)}" '
        f'width="{size[0]}" height="{size[1]}" loading="lazy"></a>'
        f"<figcaption>{escape(name)}</figcaption></figure>"
        for name in names
    )
    return f"""<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>Every screen, {size[0]}x{size[1]}</title>
<style>
body {{ margin: 2rem; background: #e8e8e8; font: 1rem sans-serif; display: grid; gap: 1.5rem;
       grid-template-columns: repeat(auto-fill, minmax(22rem, 1fr)); }}
figure {{ margin: 0; }} img {{ width: 100%; height: auto; display: block; }}
figcaption {{ padding: .4rem 0; }}
</style>
{figures}
</html>
"""

"""From what happens to one session to what it adds to its day, in memory alone.

- A session counts once a slide was shown: a touch on the cover that comes to nothing does not.
- *Get help now* counts wherever it was opened, also straight from the cover.
- One in which staff opened their desk does not count, nor one that an error ended, nor what a preview shows.
- One that was taken back is one session, not two.
- It is known only when it is over, and then whole: what is open, read or ticked now is written nowhere.
"""

from __future__ import annotations

from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from kiosk.core.content.model import Topic
from kiosk.core.insights.counts import Tally, Thing, What
from kiosk.core.session.events import Event, HelpPressed, QuestionPressed, SomethingFailed, TakeMeBackPressed
from kiosk.core.session.face import Face
from kiosk.core.session.questions import VisitQuestion
from kiosk.core.session.screens import Attract, Desk, Finish, HelpOpen, SlideOpen
from kiosk.core.session.session import Session


class Visit(Struct, frozen=True):
    """What there is to count so far. `place` is where the patient was last in a topic; `is_void`: nothing counts.

    `questions` are those that are ticked: their topics, slides and numbers.
    """

    topics: frozenset[str] = frozenset()
    place: Thing | None = None
    questions: frozenset[str] = frozenset()
    language: str = ""
    face: Face | None = None
    has_helped: bool = False
    is_void: bool = False

    def tally(self, day: date) -> Tally | None:
        things: set[Thing] = set()
        if self.place:
            things |= {Thing(What.SESSION), Thing(What.LANGUAGE, self.language), self.place}
            things |= {Thing(What.TOPIC, topic) for topic in self.topics}
            things |= {Thing(What.QUESTION, question) for question in self.questions}
        if self.face:
            things.add(Thing(What.FACE, self.face.value))
        if self.has_helped:
            things.add(Thing(What.HELP))
        return Tally(day, frozenset(things)) if things and not self.is_void else None


def counted(visit: Visit, before: Session, event: Event, after: Session) -> tuple[Visit, Tally | None]:
    """Follow the session; return what it adds, once it is over or another one has begun."""
    if isinstance(event, SomethingFailed) or isinstance(after.screen, Desk):
        visit = replace(visit, is_void=True)
    is_another = after.is_begun and not before.is_begun and not isinstance(event, TakeMeBackPressed)
    tally = None
    if is_another or not (after.is_begun or _may_come_back(after)):
        visit, tally = Visit(), visit.tally(before.day)
    return (_seen(visit, event, after) if after.is_begun else visit), tally


def _may_come_back(session: Session) -> bool:
    return isinstance(session.screen, Attract) and session.screen.take_back is not None


def _seen(visit: Visit, event: Event, session: Session) -> Visit:
    visit = replace(visit, language=session.preferences.language, face=session.face or visit.face)
    if isinstance(event, QuestionPressed):
        return replace(visit, questions=frozenset(_name(each, session) for each in session.questions))
    match session.screen:
        case SlideOpen(key, slide):
            place = Thing(What.STOPPED, name_of_slide(session.topic(key), slide))
            return replace(visit, place=place, topics=visit.topics | {key})
        case Finish(key):
            return replace(visit, place=Thing(What.FINISHED, key), topics=visit.topics | {key})
        case HelpOpen() if isinstance(event, HelpPressed):
            return replace(visit, has_helped=True)
        case _:
            return visit


def _name(question: VisitQuestion, session: Session) -> str:
    return name_of_question(session.topic(question.topic), question.slide, question.index)


def name_of_slide(topic: Topic, slide: int) -> str:
    """`back-pain/04-risks`: it stays that slide's when others are put before it."""
    return f"{topic.key}/{topic.slides[slide].key}"


def name_of_question(topic: Topic, slide: int, index: int) -> str:
    """`back-pain/04-risks/2` is the second question of the slide."""
    return f"{name_of_slide(topic, slide)}/{index + 1}"

"""The machine: one session, from the first touch to Attract.

The rules, in the order in which they stand below:

- Content never changes under a patient: a catalog that arrives during a session waits until it ends, and so does
  the day that midnight brings, on which another topic may be shown.
- Nothing of a patient outlives the session. Only one that ended by itself can be taken back, for 15 s, and
  never by the next catalog or on the next day.
- Nobody is thrown out unasked: an idle limit leads to *Still there?*, only a second one ends the session.
- On *Still there?* every sign of life means "I am still here", except *Get help now*.
- The theme that the system wishes for is every new session's; a patient who is there keeps theirs.
- *Get help now* opens over everything and closes to where it was opened; so does *Make it easier*, but for Attract
  and *Still there?*.
- *How sure are we?* closes to the part of the slide, or the *Tell me more*, where it was opened; *Questions to ask*
  to the slide or to Finish.
- Questions are ticked in the order of the touches, never more than eight; none is ever taken back.
- A leaflet is printed once for each time that Finish is reached: a shaking hand makes no pile of paper.
- Staff's screens are rows of their own (`staff.py`): the gate and the cleaning mode close to where they were opened,
  the desk to Attract.
- *Next* and *Back* walk parts, then slides, then Finish; *Back* from the first slide leaves the topic.
- After an error that nobody caught the session ends, on every screen: its page may be half drawn.
- An event that has no row changes nothing.
"""

from __future__ import annotations

from datetime import date
from typing import TypeVar, cast

from msgspec import Struct, field
from msgspec.structs import replace

from kiosk.core.content.model import Catalog, Topic
from kiosk.core.content.showing import topics_on, words_of
from kiosk.core.session.events import (
    BackPressed,
    Begun,
    CalmMotionToggled,
    CameAsStaff,
    CatalogArrived,
    CleaningAsked,
    ClosePressed,
    ContrastToggled,
    ControlsLowToggled,
    DayCame,
    EasierPressed,
    Event,
    EvidencePressed,
    FaceChosen,
    FinishPressed,
    GateAsked,
    HelpPressed,
    HomePressed,
    LanguageChosen,
    MorePressed,
    NextPressed,
    OverviewPressed,
    PartPressed,
    PartsCounted,
    PicturePressed,
    PrintAnswered,
    PrintPressed,
    QuestionPressed,
    QuestionsPressed,
    SlideChosen,
    SomethingFailed,
    StandingArrived,
    StartOverPressed,
    TakeMeBackPressed,
    TextSizeChosen,
    ThemeWished,
    TopicChosen,
    WentIdle,
)
from kiosk.core.session.face import Face
from kiosk.core.session.hearing import Hearing
from kiosk.core.session.listening import after_listening
from kiosk.core.session.preferences import Preferences, TextSize, Theme
from kiosk.core.session.printing import Printing
from kiosk.core.session.questions import VisitQuestion, asked_in, is_offered, offers_questions, toggled
from kiosk.core.session.reading_time import (
    evidence_seconds,
    finish_seconds,
    questions_seconds,
    reading_seconds,
)
from kiosk.core.session.screens import (
    LAST_PART,
    Attract,
    Calibration,
    Cleaning,
    Desk,
    EasierOpen,
    EvidenceOpen,
    Finish,
    Gate,
    HelpOpen,
    Home,
    MoreOpen,
    Overview,
    PictureOpen,
    Place,
    Preview,
    QuestionsOpen,
    Screen,
    SlideOpen,
    StaffScreen,
    StillThere,
    TakeBack,
)
from kiosk.core.session.staff import CLEANING_SECONDS, DESK_SECONDS, GATE_SECONDS, after_for_staff

TAKE_BACK_SECONDS = 15
UPDATED_SECONDS = 10
ATTRACT_SECONDS = 60
"""Where the clinic has no idle limit: whoever listened to Attract has left."""
HELP_SECONDS = 180
"""Get help now is never closed on someone sooner."""


PlaceT = TypeVar("PlaceT", bound=Place | HelpOpen)


class Session(Struct, frozen=True):
    """`parts` is what the page on show was cut into; `waiting` and `new_day` are for the next session.

    `questions` are those for the visit, in the order in which they were ticked.
    `voices` are the languages that the machine can speak, `usual_theme` is the one that its system wishes for,
    `has_printer` whether it can print; `asks_face` whether Finish asks if it helped; they are not the patient's
    and stay. `face` is the answer.
    """

    catalog: Catalog
    day: date
    screen: Screen = field(default_factory=Attract)
    preferences: Preferences = field(default_factory=Preferences)
    parts: int = 1
    waiting: Catalog | None = None
    new_day: date | None = None
    hearing: Hearing = field(default_factory=Hearing)
    voices: tuple[str, ...] = ()
    usual_theme: Theme = Theme.LIGHT
    asks_face: bool = False
    face: Face | None = None
    has_printer: bool = False
    questions: tuple[VisitQuestion, ...] = ()
    printing: Printing = Printing.NOT_ASKED

    @classmethod
    def at_start(
        cls, catalog: Catalog, day: date, theme: Theme = Theme.LIGHT, *, has_printer: bool = False
    ) -> Session:
        preferences = Preferences(language=catalog.clinic.languages[0], theme=theme)
        return cls(catalog, day, preferences=preferences, usual_theme=theme, has_printer=has_printer)

    @property
    def topics(self) -> tuple[Topic, ...]:
        """The topics that may be shown today; empty: *Being updated*."""
        return topics_on(self.catalog, self.day)

    @property
    def is_begun(self) -> bool:
        """Whether a patient is in a session."""
        match self.screen:
            case Gate(below) | Cleaning(below):
                return replace(self, screen=below).is_begun
            case Attract() | Desk() | Preview() | Calibration():
                return False
            case _:
                return True

    def topic(self, key: str) -> Topic:
        return next(topic for topic in self.topics if topic.key == key)

    @property
    def idle_seconds(self) -> float | None:  # noqa: C901, PLR0912 - a row a screen
        """How long the screen may go untouched before `WentIdle`; None: for ever."""
        limit = self.catalog.clinic.idle_limit
        match self.screen:
            case Attract(take_back=TakeBack()):
                return TAKE_BACK_SECONDS
            case Attract(is_updated=True):
                return UPDATED_SECONDS
            case Attract():
                is_heard = self.hearing != Hearing() and not self.hearing.is_speaking
                return (limit or ATTRACT_SECONDS) if is_heard else None
            case Gate():
                return GATE_SECONDS
            case Desk() | Preview() | Calibration():
                return DESK_SECONDS
            case Cleaning():
                return CLEANING_SECONDS
            case _ if limit == 0:
                return None
            case StillThere():
                return self.catalog.clinic.still_there
            case _ if self.hearing.is_speaking:
                return None
            case HelpOpen():
                return max(limit, HELP_SECONDS)
            case SlideOpen(topic=key, slide=slide) | MoreOpen(topic=key, slide=slide):
                topic = self.topic(key)
                words = words_of(topic.slides[slide], topic, self.preferences.language)
                return max(limit, reading_seconds(words, is_more=isinstance(self.screen, MoreOpen)))
            case EvidenceOpen(below=below):
                topic = self.topic(below.topic)
                return max(limit, evidence_seconds(topic.slides[below.slide], topic))
            case QuestionsOpen(below=below):
                slides = self.topic(below.topic).slides
                listed = slides[below.slide : below.slide + 1] if isinstance(below, SlideOpen) else slides
                return max(
                    limit, questions_seconds(listed, self.topic(below.topic), self.preferences.language)
                )
            case Finish(topic=key):
                language = self.preferences.language
                asked = (each.text for each in asked_in(self.questions, self.topics, language))
                return max(limit, finish_seconds(self.topic(key), language, asked))
            case EasierOpen(below=below):
                return replace(self, screen=below).idle_seconds
            case Home() | Overview() | PictureOpen():
                return limit

    def after(self, event: Event) -> Session:
        """Return the session as it is once this has happened."""
        after = after_listening(self, event, self._moved)
        return replace(after, asks_face=True) if self.asks_face and not after.asks_face else after

    def _moved(self, event: Event) -> Session:  # noqa: C901, PLR0912, PLR0915 - the whole machine, a row a move
        if isinstance(event, ThemeWished):
            return self._wished(event.theme)
        if isinstance(event, SomethingFailed):
            return self.ended()
        if isinstance(event, PrintAnswered):
            return self._printed(event)
        if isinstance(self.screen, StaffScreen):
            return after_for_staff(self, event)
        match self.screen, event:
            case Attract(), CatalogArrived(catalog) if not self.hearing.is_on:
                return replace(self._anew(catalog, self.day), screen=Attract(is_updated=True))
            case _, CatalogArrived(catalog):
                return replace(self, waiting=catalog)
            case _, StandingArrived():
                return self
            case Attract(), DayCame(day):
                return self if day == self.day else self._anew(self.catalog, day)
            case _, DayCame(day):
                return replace(self, new_day=day)
            case _, PartsCounted(parts):
                return self._cut_into(parts)

            case Attract(take_back=TakeBack(place, preferences)), TakeMeBackPressed():
                return self.at(place, preferences=preferences)
            case Attract(), HelpPressed():
                return self.at(HelpOpen(below=Attract()))
            case Attract(), Begun(language) if self.topics:
                return self._begin(language)
            case Attract(take_back=take_back, is_updated=is_updated), WentIdle():
                return self.at(Attract()) if take_back or is_updated else self.ended()
            case Attract(), CameAsStaff():
                return self.at(Desk())
            case Attract(), GateAsked():
                return self.at(Gate(below=Attract()))
            case Attract(), CleaningAsked():
                return self.at(Cleaning(below=Attract()))

            case StillThere(below), WentIdle():
                return self._ended_by_itself(below)
            case StillThere(HelpOpen() as below), HelpPressed():
                return self.at(below)
            case StillThere(below), HelpPressed() if not isinstance(below, HelpOpen):
                return self.at(HelpOpen(below=below))
            case StillThere(below), GateAsked():
                return self.at(Gate(below=below))
            case StillThere(below), CleaningAsked() if not isinstance(below, HelpOpen):
                return self.at(Cleaning(below=below))
            case StillThere(below), _:
                return self.at(below)

            case place, WentIdle() if not isinstance(place, Attract | StillThere):
                return self.at(StillThere(below=place))
            case EasierOpen(HelpOpen() as below), HelpPressed():
                return self.at(below)
            case place, HelpPressed() if not isinstance(place, Attract | StillThere | HelpOpen):
                return self.at(HelpOpen(below=place))
            case place, GateAsked() if not isinstance(place, Attract | StillThere):
                return self.at(Gate(below=place))
            case place, CleaningAsked() if not isinstance(place, Attract | StillThere | HelpOpen):
                return self.at(Cleaning(below=place))
            case _, StartOverPressed():
                return self.ended()
            case _, HomePressed() if len(self.topics) < 2:
                return self.ended()
            case place, HomePressed() if not isinstance(place, Attract | Home):
                return self.at(Home())

            case EasierOpen(below), ClosePressed() | EasierPressed() | BackPressed() | NextPressed():
                return self.at(below)
            case HelpOpen(EasierOpen() as below), EasierPressed():
                return self.at(below)
            case HelpOpen(Attract()), EasierPressed():
                return self
            case place, EasierPressed() if not isinstance(place, Attract | EasierOpen | StillThere):
                return self.at(EasierOpen(below=place))
            case EasierOpen(), TextSizeChosen(size):
                return self._prefer(text_size=size)
            case EasierOpen() as place, LanguageChosen(language) if language in self.catalog.clinic.languages:
                return self._in_language(place, language)
            case EasierOpen(), ContrastToggled():
                is_light = self.preferences.theme is Theme.LIGHT
                return self._prefer(theme=Theme.CONTRAST if is_light else Theme.LIGHT)
            case EasierOpen(), CalmMotionToggled():
                return self._prefer(calm_motion=not self.preferences.calm_motion)
            case EasierOpen(), ControlsLowToggled():
                return self._prefer(controls_low=not self.preferences.controls_low)

            case HelpOpen(below), ClosePressed() | HelpPressed() | BackPressed():
                return self.ended() if isinstance(below, Attract) else self.at(below)
            case (
                (MoreOpen() | Overview() | PictureOpen()) as place,
                ClosePressed() | BackPressed() | NextPressed(),
            ):
                return self.at(SlideOpen(place.topic, place.slide))
            case EvidenceOpen(below) | QuestionsOpen(below), ClosePressed() | BackPressed() | NextPressed():
                return self.at(below)
            case SlideOpen(key, slide) as place, QuestionsPressed() if offers_questions(
                self.topic(key), slide
            ):
                return self.at(QuestionsOpen(below=place))
            case Finish(key) as place, QuestionsPressed() if offers_questions(self.topic(key)):
                return self.at(QuestionsOpen(below=place))
            case QuestionsOpen() as place, QuestionPressed(question) if is_offered(question, self.topics):
                chosen = toggled(self.questions, question)
                is_full = chosen == self.questions
                return replace(self, questions=chosen, screen=replace(place, is_full=is_full))
            case Overview(key), FinishPressed():
                return self.at(Finish(key))
            case screen, PartPressed() if not isinstance(screen, Attract | SlideOpen | StillThere):
                return replace(self, screen=replace(screen, part=screen.part % self.parts + 1))

            case Home(), TopicChosen(key) if any(topic.key == key for topic in self.topics):
                return self.at(SlideOpen(key, 0))
            case Home(), BackPressed() | ClosePressed():
                return self.ended()

            case SlideOpen(part=part) as place, NextPressed() if part < self.parts:
                return self.at(replace(place, part=part + 1))
            case SlideOpen(key, slide), NextPressed() if slide + 1 < len(self.topic(key).slides):
                return self.at(SlideOpen(key, slide + 1))
            case SlideOpen(key), NextPressed():
                return self.at(Finish(key))
            case SlideOpen(part=part) as place, BackPressed() | ClosePressed() if part > 1:
                return self.at(replace(place, part=part - 1))
            case SlideOpen(key, slide), BackPressed() | ClosePressed() if slide > 0:
                return self.at(SlideOpen(key, slide - 1, LAST_PART))
            case SlideOpen(), BackPressed() | ClosePressed():
                return self.at(Home()) if len(self.topics) > 1 else self.ended()
            case SlideOpen(key, slide), OverviewPressed():
                return self.at(Overview(key, slide))
            case SlideOpen(key, slide), MorePressed() if self._has_more(key, slide):
                return self.at(MoreOpen(key, slide))
            case (SlideOpen() | MoreOpen()) as place, EvidencePressed() if self._has_grounds(place):
                return self.at(EvidenceOpen(below=place))
            case SlideOpen(key, slide), PicturePressed() if self.topic(key).slides[slide].image:
                return self.at(PictureOpen(key, slide))
            case (SlideOpen(key) | Overview(key) | MoreOpen(key), SlideChosen(slide)):
                return self.at(SlideOpen(key, slide)) if self._has_slide(key, slide) else self
            case Finish(), FaceChosen(face) if self.asks_face and not self.face:
                return replace(self, face=face)
            case Finish(), PrintPressed() if self.has_printer and self.printing in {
                Printing.NOT_ASKED,
                Printing.FAILED,
            }:
                return replace(self, printing=Printing.SENT)
            case Finish(key), BackPressed() | ClosePressed():
                return self.at(SlideOpen(key, len(self.topic(key).slides) - 1, LAST_PART))
            case _:
                return self

    def at(self, screen: Screen, preferences: Preferences | None = None) -> Session:
        """The same session on another screen."""
        session = replace(self, screen=screen, parts=1, preferences=preferences or self.preferences)
        if isinstance(screen, Home | SlideOpen) and self.printing is not Printing.SENT:
            return replace(session, printing=Printing.NOT_ASKED)
        return session

    def _prefer(self, **chosen: TextSize | Theme | bool | str) -> Session:
        return replace(self, preferences=replace(self.preferences, **chosen))

    def _in_language(self, place: EasierOpen, language: str) -> Session:
        """The same place in another language: its first part, for the words are cut anew."""
        spoken = self._prefer(language=language)
        return replace(spoken, screen=replace(place, below=spoken._begun_again(place.below)))  # noqa: SLF001 - itself

    def _begun_again(self, place: PlaceT) -> PlaceT:
        """From its first part; without *Tell me more* where the translation has none."""
        match place:
            case MoreOpen(key, slide) if not self._has_more(key, slide):
                return cast("PlaceT", SlideOpen(key, slide))
            case EvidenceOpen(below) | HelpOpen(below) if not isinstance(below, Attract):
                return replace(place, below=self._begun_again(below), part=1)
            case _:
                return replace(place, part=1)

    def _wished(self, theme: Theme) -> Session:
        if theme is self.usual_theme:
            return self
        session = self._prefer(theme=theme) if isinstance(self.screen, Attract) else self
        return replace(session, usual_theme=theme)

    def _begin(self, language: str) -> Session:
        offered = self.catalog.clinic.languages
        spoken = language if language in offered else offered[0]
        only = self.topics[0].key if len(self.topics) == 1 else ""
        first = SlideOpen(only, 0) if only else Home()
        return self.at(first, preferences=Preferences(language=spoken, theme=self.usual_theme))

    def on_part(self, part: int) -> Session:
        """The same screen, turned to this part; one without parts stays as it is."""
        match self.screen:
            case Preview(place=place) as preview:
                return replace(self, screen=replace(preview, place=replace(place, part=part)))
            case Attract() | StillThere() | Gate() | Calibration() | Cleaning():
                return self
            case screen:
                return replace(self, screen=replace(screen, part=part))

    def ended(self) -> Session:
        """Attract, with the newest content and nothing of who was here."""
        return self._anew(self.waiting or self.catalog, self.new_day or self.day)

    def _anew(self, catalog: Catalog, day: date) -> Session:
        return Session.at_start(catalog, day, self.usual_theme, has_printer=self.has_printer)

    def _printed(self, event: PrintAnswered) -> Session:
        """The answer counts for who asked; it comes too late for who has left, and is no sign of life."""
        if self.printing is not Printing.SENT:
            return self
        return replace(self, printing=Printing.PRINTED if event.is_printed else Printing.FAILED)

    def _ended_by_itself(self, below: Place | HelpOpen) -> Session:
        place = below.below if isinstance(below, HelpOpen) else below
        if self.waiting or self.new_day or isinstance(place, Attract):
            return self.ended()
        return replace(self.ended(), screen=Attract(take_back=TakeBack(place, self.preferences)))

    def _cut_into(self, parts: int) -> Session:
        match self.screen:
            case Attract() | StillThere() | Gate() | Desk() | Preview() | Calibration() | Cleaning():
                return self
            case screen if self.parts == parts and screen.part <= parts:
                return self
            case screen:
                return replace(self, parts=parts, screen=replace(screen, part=min(screen.part, parts)))

    def _has_slide(self, key: str, slide: int) -> bool:
        return 0 <= slide < len(self.topic(key).slides)

    def _has_grounds(self, place: SlideOpen | MoreOpen) -> bool:
        return self.topic(place.topic).slides[place.slide].has_grounds

    def _has_more(self, key: str, slide: int) -> bool:
        topic = self.topic(key)
        return bool(words_of(topic.slides[slide], topic, self.preferences.language).more)

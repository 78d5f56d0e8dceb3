"""The keys that stand in the same place on every screen, and the strip of steps above them."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct
from msgspec.structs import replace

from kiosk.core.bidi import isolated
from kiosk.core.language import Translate
from kiosk.core.session.events import (
    BackPressed,
    EasierPressed,
    Event,
    HelpPressed,
    HomePressed,
    NextPressed,
    OverviewPressed,
    SlideChosen,
)
from kiosk.core.session.session import Session

NO_BREAK_SPACE = "\u00a0"


class KeyName(StrEnum):
    """What a key is for; the drawing layer has an icon for each."""

    HELP = "help"
    HOME = "home"
    START_OVER = "start over"
    BACK = "back"
    NEXT = "next"
    CLOSE = "close"
    BEGIN = "begin"
    TAKE_BACK = "take back"
    STAY = "stay"
    MORE = "more"
    MORE_TEXT = "more text"
    EVIDENCE = "evidence"
    CLOSE_BACK = "close back"
    EASIER = "easier"
    TOPIC = "topic"
    SLIDE = "slide"
    LINK = "link"
    PICTURE = "picture"
    QUESTIONS = "questions"
    QUESTION = "question"
    FINISH = "finish"
    PRINT = "print"
    TEXT_SIZE = "text size"
    CONTRAST = "contrast"
    CALM = "calm"
    LOW = "low"
    DONE = "done"
    STEPS = "steps"
    DIGIT = "digit"
    ERASE = "erase"
    ENTER = "enter"
    DESK_CONTENT = "desk content"
    DESK_TOPICS = "desk topics"
    DESK_USAGE = "desk usage"
    DESK_MACHINE = "desk machine"
    SHOW_NOW = "show now"
    READ_NOW = "read now"
    PREVIEW = "preview"
    GO_BACK = "go back"
    FOLLOW = "follow"
    PAUSE = "pause"
    RESUME = "resume"
    CLEANING = "cleaning"
    SOUND_TEST = "sound test"
    CALIBRATE = "calibrate"
    EXIT = "exit"
    SMALLER = "smaller"
    LARGER = "larger"
    LISTEN = "listen"
    STOP = "stop"
    YES = "yes"
    NO = "no"
    LOUDER = "louder"
    PACE = "pace"
    LANGUAGE = "language"
    HELPED = "helped"
    HELPED_A_LITTLE = "helped a little"
    HELPED_NOT = "helped not"


class Key(Struct, frozen=True):
    """A target: what it says, what it says to a screen reader, and what has happened when it was pressed.

    `count` above 0 stands on it in the place of its icon.
    """

    name: KeyName
    label: str
    event: Event
    spoken: str = ""
    is_open: bool = False
    language: str = ""
    count: int = 0

    @property
    def accessible_name(self) -> str:
        return self.spoken or self.label


class Steps(Struct, frozen=True):
    """`current` counts from 1; `keys` are the slides in order.

    `pill` opens the overview; where there is no strip, `key` does.
    """

    current: int
    pill: Key
    key: Key
    keys: tuple[Key, ...]
    opens_overview: bool


class Question(Struct, frozen=True):
    """Asked over the foot of the page; the page stays as it is."""

    title: str
    how: str
    yes: Key
    no: Key


class Rail(Struct, frozen=True):
    """`leading` keys keep their places; `back` and `go` stand at the trailing end. One `go` key a screen.

    `listen` stands before the others; where this machine speaks another language only, its place stays empty.
    """

    leading: tuple[Key, ...]
    back: Key | None = None
    go: Key | None = None
    steps: Steps | None = None
    listen: Key | None = None
    keeps_listen: bool = False
    question: Question | None = None


def help_key(_: Translate, *, is_open: bool = False) -> Key:
    return Key(KeyName.HELP, _("Get help now"), HelpPressed(), is_open=is_open)


def easier_key(_: Translate, *, is_open: bool = False) -> Key:
    return Key(KeyName.EASIER, _("Make it easier"), EasierPressed(), is_open=is_open)


def home_key(session: Session, _: Translate) -> Key:
    if len(session.topics) > 1:
        return Key(KeyName.HOME, _("Home"), HomePressed())
    return Key(KeyName.START_OVER, _("Start over"), HomePressed())


def back_key(_: Translate, spoken: str = "") -> Key:
    return Key(KeyName.BACK, _("Back"), BackPressed(), spoken=spoken)


def next_key(_: Translate, spoken: str = "") -> Key:
    return Key(KeyName.NEXT, _("Next"), NextPressed(), spoken=spoken)


def steps(titles: tuple[str, ...], current: int, part: int, parts: int, _: Translate) -> Steps:
    """Return the strip for a slide; `current` and `part` count from 1."""
    count = len(titles)
    place = _("{number} of {count}", number=current, count=count)
    if parts > 1:
        place = _(
            "{number} of {count}, part {part} of {parts}", number=current, count=count, part=part, parts=parts
        )
    keys = tuple(
        Key(
            KeyName.STEPS,
            "",
            SlideChosen(index),
            spoken=_("Page {number}: {title}", number=index + 1, title=title),
        )
        for index, title in enumerate(titles)
    )
    pill = Key(KeyName.STEPS, isolated(place), OverviewPressed(), spoken=place)
    key = pill if parts > 1 else replace(pill, label=pill.label.replace(" ", NO_BREAK_SPACE))
    return Steps(current, pill, key, keys, opens_overview=False)


def part_label(session: Session, part: int, _: Translate) -> str:
    """Where one is on a page in parts."""
    return _("Part {part} of {parts}", part=part, parts=session.parts)

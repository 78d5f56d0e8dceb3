"""What a content folder says, validated: plain frozen data that the screens can trust.

A catalog is immutable and complete: whatever it names can be shown. It is written to and read from JSON by
msgspec, so every field is a plain type, a tuple, a dict with string keys, or another class of this file.
Language tags are BCP 47 as the clinic wrote them (`en`, `es`, `pt-BR`).
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from enum import StrEnum

from msgspec import Struct, field


class Kind(StrEnum):
    INTRO = "intro"
    BENEFIT = "benefit"
    LIMITS = "limits"
    RISK = "risk"
    ACTION = "action"
    SUMMARY = "summary"
    CHECK = "check"


class Evidence(StrEnum):
    """How good the studies are; shown as a word and a shape."""

    GOOD = "good"
    SOME = "some"
    LITTLE = "little"
    NONE_YET = "none-yet"


class BlockStyle(StrEnum):
    PARAGRAPH = "paragraph"
    HEADING = "heading"
    BULLET = "bullet"
    NUMBER = "number"


class Run(Struct, frozen=True):
    """A stretch of text in one weight."""

    text: str
    strong: bool = False


class Block(Struct, frozen=True):
    """One paragraph, subheading or list item. `number` counts the items of a numbered list from its start."""

    runs: tuple[Run, ...]
    style: BlockStyle = BlockStyle.PARAGRAPH
    number: int = 0

    @property
    def text(self) -> str:
        return "".join(run.text for run in self.runs)


class Image(Struct, frozen=True):
    """A checked picture file. `name` is its name in the picture store: the SHA-256 of its bytes and a suffix.

    `width` and `height` are pixels of the upright picture, for SVG the units of its view box.
    """

    name: str
    width: int
    height: int

    @property
    def is_drawing(self) -> bool:
        return self.name.endswith(".svg")


class Cue(Struct, frozen=True):
    """What a recording says from one moment to another, in seconds."""

    begins: float
    ends: float
    text: str


class Recording(Struct, frozen=True):
    """A checked WAV file that says a slide's body. `name` is its name in the picture store, `seconds` its length.

    `cues` follow one another; without any, nobody knows which sentence is being said.
    """

    name: str
    seconds: float
    cues: tuple[Cue, ...] = ()


class SlideWords(Struct, frozen=True):
    """One slide in one language. `alt` and `caption` speak of the slide's picture."""

    title: str
    body: tuple[Block, ...] = ()
    message: str = ""
    questions: tuple[str, ...] = ()
    more: tuple[Block, ...] = ()
    alt: str = ""
    caption: str = ""
    recording: Recording | None = None


class Slide(Struct, frozen=True):
    """`key` is the file's name without language and ending; `words` holds at least the topic's language."""

    key: str
    words: dict[str, SlideWords]
    image: Image | None = None
    kind: Kind | None = None
    evidence: Evidence | None = None
    sources: tuple[str, ...] = ()
    is_picture_only: bool = False

    @property
    def has_grounds(self) -> bool:
        """Whether it says how good the evidence is, or where it comes from."""
        return self.evidence is not None or bool(self.sources)


class Source(Struct, frozen=True):
    id: str
    text: str
    year: int | None = None
    url: str = ""


class Review(Struct, frozen=True):
    reviewed_by: str = ""
    reviewed_on: date | None = None
    review_by: date | None = None


class Translation(Struct, frozen=True):
    translated_by: str = ""
    reviewed_by: str = ""


class Topic(Struct, frozen=True):
    """`key` is the folder's name. `weekdays` counts from Monday 0; empty: every day. Slides are never empty."""

    key: str
    language: str
    titles: dict[str, str]
    slides: Sequence[Slide]
    purposes: dict[str, str] = field(default_factory=dict)
    sources: tuple[Source, ...] = ()
    review: Review = field(default_factory=Review)
    translations: dict[str, Translation] = field(default_factory=dict)
    hidden: bool = False
    show_from: date | None = None
    show_until: date | None = None
    weekdays: tuple[int, ...] = ()

    @property
    def is_reviewed(self) -> bool:
        return bool(self.review.reviewed_by and self.review.reviewed_on)


class HelpPage(Struct, frozen=True):
    """The clinic's own `get-help-now.md`; its words may hold `{emergency}`."""

    words: dict[str, SlideWords]
    image: Image | None = None


class Clinic(Struct, frozen=True):
    """`clinic.toml`, validated. Times are seconds; `idle_limit` 0 is off. `languages` is never empty."""

    name: str = ""
    logo: Image | None = None
    languages: tuple[str, ...] = ("en",)
    emergency: str = ""
    idle_limit: int = 60
    still_there: int = 30
    attract_seconds: int = 8
    show_drafts: bool = True
    review_grace_days: int = 60
    native_digits: bool = False
    leaflet_url: str = ""


class Interface(Struct, frozen=True):
    """The program's words in a language, as a clinic's `interface.<tag>.po` has them, by the English ones.

    `rule` says which of the `plurals` a count takes, in gettext's notation; its result is a form for every count.
    """

    texts: dict[str, str] = {}
    plurals: dict[str, tuple[str, ...]] = {}
    rule: str = "0"


class Catalog(Struct, frozen=True):
    """Everything that can be shown. `topics` are in the clinic's order, hidden ones among them.

    `interfaces` has the clinic's own words of the program by their language.
    """

    clinic: Clinic = field(default_factory=Clinic)
    topics: tuple[Topic, ...] = ()
    help_page: HelpPage | None = None
    interfaces: dict[str, Interface] = {}

"""What is written on one slide in one language, and where: all that a rule of the review looks at."""

from __future__ import annotations

import re
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING
from unicodedata import category

from msgspec import Struct

from kiosk.core.content.model import BlockStyle
from kiosk.core.content.problems import Problem, Severity

if TYPE_CHECKING:
    from kiosk.core.content.model import Evidence, Image, Kind, SlideWords
    from kiosk.core.content.slide_text import SlideText

_WORD = re.compile(r"\w+(?:['’\-.,]\w+)*")  # noqa: RUF001 - both apostrophes
_LETTER = re.compile(r"[^\W\d_]")
# A sentence ends at its mark and a space, in Chinese and Japanese at the mark; after these short forms it goes on.
_END = re.compile(
    r"(?<=[.!?…:؟۔।])(?<!\b[DMS]r\.)(?<!\bM[sx]\.)(?<!\bMrs\.)(?<!\bProf\.)(?<!\be\.g\.)(?<!\bi\.e\.)(?<!\bvs\.)"  # noqa: RUF001
    r"(?<!\b[DS]ra\.)(?<!\bUd\.)(?<!\bUds\.)(?<!\bp\.)(?<!\bej\.)(?<!\bد\.)"
    r"[\"'”’»)\]]*\s+|(?<=[。！？])\s*"  # noqa: RUF001 - closing quotes, full stops of other scripts
)


def count_of_words(text: str) -> int:
    """Signs over, under and beside letters are parts of their words: Arabic writes vowels with them, Hindi too."""
    if not text.isascii():
        text = "".join(sign for sign in text if not category(sign).startswith("M"))
    return len(_WORD.findall(text))


def sentences_in(text: str) -> list[str]:
    """What holds no letter is no sentence."""
    return [part for part in _END.split(text) if _LETTER.search(part)]


def is_english(language: str) -> bool:
    """Whether the rules of English apply, as to `en` and `en-GB`."""
    return language.partition("-")[0].lower() == "en"


class Part(StrEnum):
    """Where on a slide something stands; the values are the keys of `SlideText.lines`."""

    TITLE = "title"
    BODY = "body"
    MESSAGE = "message"
    QUESTIONS = "questions"
    MORE = "more"
    PICTURE = "picture"


class Passage(Struct, frozen=True):
    """A title, paragraph, list item, question, key message or caption. `line` counts from 1, 0 is unknown.

    Each list item ends a sentence, or a list would count as one long sentence (standards LIT-01).
    """

    part: Part
    line: int
    text: str
    style: BlockStyle = BlockStyle.PARAGRAPH
    sentences: tuple[str, ...] = ()


class Written(Struct, frozen=True, dict=True):
    """`text` is the file as it was read, `words` what is shown of it.

    Picture and facts of a translation are those of its original.
    """

    file: str
    language: str
    words: SlideWords
    text: SlideText
    image: Image | None = None
    kind: Kind | None = None
    evidence: Evidence | None = None
    has_sources: bool = False
    is_original: bool = True

    @property
    def is_english(self) -> bool:
        return is_english(self.language)

    @property
    def is_of_deck(self) -> bool:
        """Whether it is from a presentation: what to do is done in PowerPoint."""
        return self.file.lower().endswith(".pptx")

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """In the order of the slide, without the picture's alternative text."""
        words = self.words
        found = [self._passage(Part.TITLE, words.title)]
        found += self._blocks(Part.BODY)
        found.append(self._passage(Part.MESSAGE, words.message))
        lines = self.text.block_lines.get(Part.QUESTIONS, ())
        found += [
            Passage(Part.QUESTIONS, line, text, sentences=tuple(sentences_in(text)))
            for line, text in zip(lines, words.questions, strict=False)
        ]
        found += self._blocks(Part.MORE)
        found.append(self._passage(Part.PICTURE, words.caption))
        return tuple(passage for passage in found if passage.text)

    @cached_property
    def running_text(self) -> tuple[Passage, ...]:
        """What is read as sentences: no title, subheading or caption."""
        unread = {Part.TITLE, Part.PICTURE}
        return tuple(
            passage
            for passage in self.passages
            if passage.part not in unread and passage.style is not BlockStyle.HEADING
        )

    @cached_property
    def lowered(self) -> str:
        """All passages in small letters, one a line: whether a word is there at all is asked here first."""
        return "\n".join(passage.text for passage in self.passages).lower()

    def line(self, part: Part) -> int:
        return self.text.lines.get(part, 0)

    def note(
        self, line: int, found: str, why: str, mend: str, severity: Severity = Severity.ADVICE
    ) -> Problem:
        return Problem(self.file, line, severity, found, why, mend)

    def _passage(self, part: Part, text: str) -> Passage:
        return Passage(part, self.line(part), text, sentences=tuple(sentences_in(text)))

    def _blocks(self, part: Part) -> list[Passage]:
        blocks = self.words.body if part is Part.BODY else self.words.more
        return [
            Passage(part, line, block.text, block.style, tuple(sentences_in(block.text)))
            for line, block in zip(self.text.block_lines.get(part, ()), blocks, strict=False)
        ]

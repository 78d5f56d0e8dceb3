"""One slide of a presentation as one of ours, and what of it could not be carried over."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kiosk.core.content.deck.pictures import PUT_A_PICTURE, Shown, pictures_on
from kiosk.core.content.deck.shapes import Box, Laid, laid_out
from kiosk.core.content.deck.texts import blocks_of, plain_text, styles_of, text_body
from kiosk.core.content.model import Block, SlideWords
from kiosk.core.content.problems import Problem, Severity
from kiosk.core.content.review.length import TITLE_WORDS
from kiosk.core.content.review.written import Part, count_of_words
from kiosk.core.content.slide_text import MOST_BLOCKS, SlideText, capped

if TYPE_CHECKING:
    from pptx.slide import Slide

_MARKS_OF_DRAWING = 5
_WORDS_OF_MARK = 8
"""A slide with so many lines, arrows and forms, and no more words than this for each of them, is a drawing."""
_MOVING = "entr", "exit", "emph", "path"


@dataclass(frozen=True, slots=True)
class DeckSlide:
    """`pictures` begin with the one to show; the alternative text is that one's."""

    number: int
    words: SlideWords
    pictures: list[Shown]
    problems: list[Problem]

    @property
    def has_words(self) -> bool:
        return bool(self.words.title or self.words.body or self.words.more)

    @property
    def text(self) -> SlideText:
        """As of a slide file; each line in it is the slide's number."""
        blocks = {part: [self.number] * MOST_BLOCKS for part in ("body", "more")}
        return SlideText(self.words, lines={part.value: self.number for part in Part}, block_lines=blocks)


def read_deck_slide(slide: Slide, number: int, file: str, size: Box, *, is_right_to_left: bool) -> DeckSlide:
    """`size` is that of all slides. Raises whatever a damaged slide makes python-pptx raise."""
    laying = laid_out(slide, is_right_to_left=is_right_to_left)
    title, body = _title_and_body(laying.shapes, slide)
    pictures = pictures_on(laying.shapes, size)
    words = SlideWords(title, body, more=_notes(slide), alt=pictures[0].alt if pictures else "")
    problems = list(_losses(laying.shapes, laying.lost, words, pictures, file, number))
    problems += _animations(slide, file, number)
    words = capped(words, file, {part.value: number for part in Part}, problems)
    return DeckSlide(number, words, pictures, problems)


def _title_and_body(shapes: list[Laid], slide: Slide) -> tuple[str, tuple[Block, ...]]:
    """Where nothing is marked as the title, a short first text is taken for it."""
    title, body = "", list[Block]()
    for laid in shapes:
        text = text_body(laid.shape)
        if text is None:
            continue
        if laid.is_title and not title:
            title = plain_text(text)
        else:
            body += blocks_of(text, styles_of(laid.shape, slide))
    if not title and body and count_of_words(body[0].text) <= TITLE_WORDS:
        title = body.pop(0).text
    return title, tuple(body)


def _notes(slide: Slide) -> tuple[Block, ...]:
    if not slide.has_notes_slide:
        return ()
    frame = slide.notes_slide.notes_text_frame
    return blocks_of(frame._txBody) if frame is not None else ()  # noqa: SLF001 - python-pptx reads no marks of lists


def _losses(
    shapes: list[Laid],
    lost: tuple[str, ...],
    words: SlideWords,
    pictures: list[Shown],
    file: str,
    number: int,
) -> Iterator[Problem]:
    is_left = bool(words.title or words.body or words.more or pictures)
    shown = "The slide is shown without it." if is_left else "The slide is not shown."

    def note(found: str, mend: str) -> Problem:
        return Problem(file, number, Severity.NOT_SHOWN, found, shown, mend)

    for what in lost:
        yield note(f"the {what} is not carried over.", _MENDS.get(what, PUT_A_PICTURE))
    marks = sum(laid.is_mark for laid in shapes)
    count = sum(count_of_words(block.text) for block in words.body)
    if marks >= _MARKS_OF_DRAWING and count <= marks * _WORDS_OF_MARK:
        mend = (
            "Export the slide as PNG (File, Save As, PNG, Just This One) and put that in the drawing's place."
        )
        yield note("the drawing is not carried over.", mend)
    elif not is_left and not lost:
        mend = "Give it a title and text or a picture, or hide it."
        yield Problem(
            file, number, Severity.NOT_SHOWN, "this slide holds nothing to show.", "It is left out.", mend
        )
    speaking = sum(not picture.is_decorative for picture in pictures)
    if speaking > 1:
        found = f"this slide has {speaking} pictures."
        mend = "Make a slide of its own for each picture."
        yield Problem(file, number, Severity.NOT_SHOWN, found, "Only the largest is shown.", mend)


_MENDS = {
    "video": "Tell in words what it shows.",
    "sound": "Write down what is said.",
    "table": "Write a list, or put a picture of the table in its place.",
}


def _animations(slide: Slide, file: str, number: int) -> Iterator[Problem]:
    if any(each in _MOVING for each in slide.element.xpath("p:timing//p:cTn/@presetClass")):
        shown, mend = "Everything is there at once.", "Look whether the slide can be understood so."
        yield Problem(file, number, Severity.ADVICE, "the animations are not carried over.", shown, mend)

"""Advice of a careful reader: length, reading grade, alt text, and whether a clinician has looked at it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kiosk.core.content.problems import Problem, Severity
from kiosk.core.content.reading_grade import grade, sentences_in

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from kiosk.core.content.model import Slide, SlideWords, Topic

ADVISED_WORDS, MOST_WORDS = 50, 80
_TITLE_WORDS, _MESSAGE_WORDS = 8, 12
_ADVISED_GRADE, _HIGHEST_GRADE = 6, 8
_GRADED_WORDS = 30  # fewer tell nothing of a topic
_WORD = re.compile(r"\w+(?:['’\-.,]\w+)*")  # noqa: RUF001 - both apostrophes


def count_of_words(text: str) -> int:
    return len(_WORD.findall(text))


def review_words(file: str, words: SlideWords, lines: Mapping[str, int]) -> Iterable[Problem]:
    """Of one slide in one language. `lines` tells where "title", "message" and "body" stand."""

    def note(part: str, severity: Severity, found: str, mend: str) -> Problem:
        return Problem(file, lines.get(part, 0), severity, found, "", mend)

    on_slide = count_of_words(words.message) + sum(count_of_words(block.text) for block in words.body)
    if on_slide >= ADVISED_WORDS:
        severity = Severity.ADVICE if on_slide < MOST_WORDS else Severity.WARNING
        found = f"this slide has {on_slide} words."
        yield note("body", severity, found, "Keep it near 40 and put the rest below a line of three dashes.")
    title = count_of_words(words.title)
    if title > _TITLE_WORDS:
        yield note("title", Severity.ADVICE, f"the title has {title} words.", f"Keep it to {_TITLE_WORDS}.")
    message = count_of_words(words.message)
    if message > _MESSAGE_WORDS:
        found = f"the key message has {message} words."
        yield note(
            "message", Severity.ADVICE, found, f"Keep it to {_MESSAGE_WORDS}, or it cannot be read from afar."
        )


def missing_alt_text(file: str, line: int) -> Problem:
    return Problem(
        file,
        line,
        Severity.WARNING,
        "the picture has no text that says what it shows.",
        "Who cannot see it learns nothing of it.",
        "Write it between the square brackets: ![what it shows](name.png).",
    )


def review_topic(topic: Topic, file: str, lines: Mapping[str, int], today: date) -> Iterable[Problem]:
    """`file` is its `topic.toml` if there is one, else its folder."""
    review = topic.review
    if not topic.is_reviewed and not all(slide.is_picture_only for slide in topic.slides):
        yield Problem(
            file,
            lines.get("review", 0),
            Severity.ADVICE,
            "no clinician has reviewed this topic.",
            "Its slides say that they are a draft.",
            "Let one read every slide, then fill in reviewed_by and reviewed_on.",
        )
    if review.review_by and review.review_by < today:
        yield Problem(
            file,
            lines.get("review_by", 0),
            Severity.WARNING,
            f"this topic was to be reviewed again by {review.review_by.isoformat()}.",
            "It is shown for a time of grace only.",
            "Let a clinician read it again, then write the new dates.",
        )
    for language in sorted({tag for slide in topic.slides for tag in slide.words}):
        if language.partition("-")[0] == "en":
            yield from _graded(topic.slides, language, file)


def _graded(slides: Iterable[Slide], language: str, file: str) -> Iterable[Problem]:
    sentences = [
        sentence
        for slide in slides
        if language in slide.words
        for sentence in _sentences(slide.words[language])
    ]
    result = round(grade(sentences), 1)
    if result <= _ADVISED_GRADE or sum(map(count_of_words, sentences)) < _GRADED_WORDS:
        return
    yield Problem(
        file,
        0,
        Severity.ADVICE if result <= _HIGHEST_GRADE else Severity.WARNING,
        f"the texts of this topic ask for {result:g} years of school.",
        "",
        f"Aim at {_ADVISED_GRADE}: write shorter sentences and everyday words.",
    )


def _sentences(words: SlideWords) -> Iterable[str]:
    for text in (
        *(block.text for block in words.body),
        words.message,
        *words.questions,
        *(block.text for block in words.more),
    ):
        yield from sentences_in(text)

"""How long a patient may need for a slide."""

from __future__ import annotations

from collections.abc import Iterable

from kiosk.core.content.model import Slide, SlideWords, Topic
from kiosk.core.content.showing import summary_of, words_of

WORDS_A_MINUTE = 130
"""The speed of a slow reader, on purpose: whoever reads little must not be hurried."""
LONGEST_SECONDS = 180
WORDS_OF_EVIDENCE = 70
"""What *How sure are we?* says beside its sources and a reviewer's name, in English, at most: a test counts it."""
WORDS_OF_FINISH = 60
"""What Finish says beside the questions and what to remember, in English, at most: a test counts it."""


def reading_seconds(words: SlideWords, *, is_more: bool = False) -> float:
    """Twice the reading time of what is on the screen, in seconds, at most 180."""
    blocks = words.more if is_more else words.body
    text = " ".join((words.title, *(block.text for block in blocks), "" if is_more else words.message))
    return _seconds(len(text.split()))


def evidence_seconds(slide: Slide, topic: Topic) -> float:
    """The same of what *How sure are we?* says of this slide."""
    sources = (source for source in topic.sources if source.id in slide.sources)
    texts = (topic.review.reviewed_by, *(f"{source.text} {source.year} {source.url}" for source in sources))
    return _seconds(WORDS_OF_EVIDENCE + sum(len(text.split()) for text in texts))


def questions_seconds(slides: Iterable[Slide], topic: Topic, language: str) -> float:
    """The same of the questions that these slides offer."""
    texts = (text for slide in slides for text in words_of(slide, topic, language).questions)
    return _seconds(sum(len(text.split()) for text in texts))


def finish_seconds(topic: Topic, language: str, asked: Iterable[str]) -> float:
    """The same of Finish, with the questions that were ticked."""
    texts = (*asked, *summary_of(topic, language)[0])
    return _seconds(WORDS_OF_FINISH + sum(len(text.split()) for text in texts))


def _seconds(words: int) -> float:
    return min(2 * 60 * words / WORDS_A_MINUTE, LONGEST_SECONDS)

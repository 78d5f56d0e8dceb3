"""Questions for the visit: which of those that slides offer the patient has ticked.

They are kept as places, not as words, so they follow the patient's language. They live in the session alone: nothing
writes them down, and *That was me, take me back* does not bring them back.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec import Struct

from kiosk.core.content.model import Slide, Topic
from kiosk.core.content.showing import question_of

MOST_QUESTIONS = 8
"""As many as a visit has time for, and as a list and a code can hold."""


class VisitQuestion(Struct, frozen=True):
    """The question at `index` of a slide; both count from 0."""

    topic: str
    slide: int
    index: int


def questions_offered(slide: Slide, topic: Topic) -> int:
    """How many a slide has: the original's, of which a translation has the same ones in the same order."""
    return len(slide.words[topic.language].questions)


class Asked(Struct, frozen=True):
    """A question in words; `language` is that of the words. `origin` is where it stands."""

    text: str
    language: str
    origin: VisitQuestion


def offers_questions(topic: Topic, slide: int | None = None) -> bool:
    """Whether this slide, or without one any of the topic, has a question."""
    slides = topic.slides if slide is None else (topic.slides[slide],)
    return any(questions_offered(each, topic) for each in slides)


def is_offered(question: VisitQuestion, topics: Iterable[Topic]) -> bool:
    topic = next((topic for topic in topics if topic.key == question.topic), None)
    if topic is None or not 0 <= question.slide < len(topic.slides):
        return False
    return 0 <= question.index < questions_offered(topic.slides[question.slide], topic)


def asked_in(questions: Iterable[VisitQuestion], topics: Sequence[Topic], language: str) -> tuple[Asked, ...]:
    """The questions in this language, or where a slide has no words in it in its topic's own."""
    by_key = {topic.key: topic for topic in topics}
    found = []
    for each in questions:
        topic = by_key[each.topic]
        text, spoken = question_of(topic.slides[each.slide], topic, language, each.index)
        found.append(Asked(text, spoken, each))
    return tuple(found)


def toggled(chosen: tuple[VisitQuestion, ...], question: VisitQuestion) -> tuple[VisitQuestion, ...]:
    """The list with the question at its end, or without it; one that is full stays as it is."""
    if question in chosen:
        return tuple(each for each in chosen if each != question)
    return (*chosen, question) if len(chosen) < MOST_QUESTIONS else chosen

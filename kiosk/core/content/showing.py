"""What of a catalog is shown: which topics on a day, which words in a language."""

from __future__ import annotations

from datetime import date, timedelta

from kiosk.core.content.model import Catalog, Clinic, Kind, Slide, SlideWords, Topic

MESSAGES = 3
"""Of the key messages, where a topic has no summary: as many as are kept in mind."""


def topics_on(catalog: Catalog, day: date) -> tuple[Topic, ...]:
    """The topics that patients may see on this day, in the clinic's order."""
    return tuple(topic for topic in catalog.topics if _is_shown(topic, catalog.clinic, day))


def days_overdue(topic: Topic, day: date) -> int:
    """Days since its review was due: 0 on `review_by` itself, before it, and where there is no such date."""
    due = topic.review.review_by
    return max(0, (day - due).days) if due else 0


def is_past_grace(topic: Topic, clinic: Clinic, day: date) -> bool:
    """Whether the topic's review is so long overdue that it is not shown until it was read again."""
    return days_overdue(topic, day) > clinic.review_grace_days


def last_day(topic: Topic, clinic: Clinic) -> date | None:
    """The last day of the grace; None where no review is due, or the calendar has no such day."""
    due, grace = topic.review.review_by, timedelta(days=clinic.review_grace_days)
    return due + grace if due and date.max - due >= grace else None


def words_of(slide: Slide, topic: Topic, language: str) -> SlideWords:
    """The slide's words in this language, or in the topic's own where it has no translation."""
    return slide.words.get(language) or slide.words[topic.language]


def is_translation_reviewed(topic: Topic, language: str) -> bool:
    """Whether a person is named who has read the topic in this language; it is the original's own in its own."""
    named = topic.translations.get(language)
    return language == topic.language or bool(named and named.reviewed_by)


def question_of(slide: Slide, topic: Topic, language: str, index: int) -> tuple[str, str]:
    """A question's text and the language that it is in: the topic's own where the translation lacks it."""
    translated = slide.words[language].questions if language in slide.words else ()
    if index < len(translated):
        return translated[index], language
    return slide.words[topic.language].questions[index], topic.language


def summary_of(topic: Topic, language: str) -> tuple[tuple[str, ...], str]:
    """What to remember, and its language: the body of the summary, or without one the first key messages."""
    for slide in topic.slides:
        if slide.kind is Kind.SUMMARY:
            texts = tuple(block.text for block in words_of(slide, topic, language).body)
            return texts, language if language in slide.words else topic.language
    messages = [words_of(slide, topic, language).message for slide in topic.slides]
    is_told = any(language in slide.words for slide in topic.slides)
    return tuple(message for message in messages if message)[
        :MESSAGES
    ], language if is_told else topic.language


def title_of(topic: Topic, language: str) -> str:
    return topic.titles.get(language) or topic.titles[topic.language]


def _is_shown(topic: Topic, clinic: Clinic, day: date) -> bool:
    if topic.hidden or is_past_grace(topic, clinic, day):
        return False
    if topic.show_from and day < topic.show_from:
        return False
    if topic.show_until and day > topic.show_until:
        return False
    if topic.weekdays and day.weekday() not in topic.weekdays:
        return False
    return clinic.show_drafts or topic.is_reviewed

"""Which topics of a catalog may be shown on a day."""

from __future__ import annotations

from datetime import date, timedelta

from kiosk.core.content.model import Catalog, Clinic, Slide, SlideWords, Topic


def topics_on(catalog: Catalog, day: date) -> tuple[Topic, ...]:
    """The topics that patients may see on this day, in the clinic's order."""
    return tuple(topic for topic in catalog.topics if _is_shown(topic, catalog.clinic, day))


def is_past_grace(topic: Topic, clinic: Clinic, day: date) -> bool:
    """Whether the topic's review is so long overdue that it says that it is being updated."""
    due = topic.review.review_by
    return due is not None and day > due + timedelta(days=clinic.review_grace_days)


def words_of(slide: Slide, topic: Topic, language: str) -> SlideWords:
    """The slide's words in this language, or in the topic's own where it has no translation."""
    return slide.words.get(language) or slide.words[topic.language]


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

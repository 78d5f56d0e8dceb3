"""A topic made of its settings and its slides, and looked at as a whole."""

from __future__ import annotations

from collections.abc import Iterable

from kiosk.core.content.bench import Bench
from kiosk.core.content.model import Slide, Topic
from kiosk.core.content.names import title_from
from kiosk.core.content.review.slide import Noticed
from kiosk.core.content.review.topic import review_topic
from kiosk.core.content.topic_text import TopicText
from kiosk.core.content.withheld import withheld


def whole_topic(
    topic: str,
    language: str,
    text: TopicText,
    slides: tuple[Slide, ...],
    noticed: Iterable[Noticed],
    about: str,
    bench: Bench,
    *,
    title: str = "",
    deck: str = "",
) -> Topic:
    """`about` is the file that problems of the whole topic name.

    `title` stands where the settings have none, `deck` is the name of the presentation that the slides are from.
    """
    titles = _in_languages(text.titles, language)
    if language not in titles:
        titles = {language: title or title_from(topic) or topic, **titles}
    made = Topic(
        topic,
        language,
        titles,
        slides,
        _in_languages(text.purposes, language),
        text.sources,
        text.review,
        text.translations,
        text.is_hidden,
        text.show_from,
        text.show_until,
        text.weekdays,
    )
    bench.problems += review_topic(
        made, noticed, about, text.lines, today=bench.today, clinic=bench.clinic, deck=deck
    )
    bench.problems += withheld(made, about, text.lines, bench.clinic, bench.today)
    return made


def _in_languages(texts: dict[str, str], language: str) -> dict[str, str]:
    """A plain text stands under ""; it is in the topic's language."""
    return {tag or language: value for tag, value in texts.items()}

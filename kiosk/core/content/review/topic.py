"""All rules that look at a topic as a whole."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from kiosk.core.content.review.balance import balance
from kiosk.core.content.review.dates import review_dates
from kiosk.core.content.review.medical_words import unexplained
from kiosk.core.content.review.pictures import pictures_alone
from kiosk.core.content.review.reading_grade import Measure, grade_topic
from kiosk.core.content.review.translations import missing_translations
from kiosk.core.content.review.wording import passive_voice
from kiosk.core.content.review.written import is_english
from kiosk.core.content.showing import title_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from kiosk.core.content.model import Clinic, Topic
    from kiosk.core.content.problems import Problem
    from kiosk.core.content.review.slide import Noticed


def review_topic(
    topic: Topic,
    noticed: Iterable[Noticed],
    file: str,
    lines: Mapping[str, int],
    *,
    today: date,
    clinic: Clinic,
    deck: str = "",
) -> Iterable[Problem]:
    """`noticed` in the order of the slides; `file` is its `topic.toml` if there is one, else its folder.

    `lines` are those of the settings; `deck` is the name of the presentation that the slides are from.
    """
    yield from review_dates(topic, file, lines, clinic, today)
    if not deck:  # a presentation cannot say what kind a slide is
        yield from balance(file, topic.slides)
    yield from pictures_alone(file, topic.slides, is_deck=bool(deck))
    yield from missing_translations(topic, file, lines, clinic.languages, deck)
    by_language: defaultdict[str, list[Noticed]] = defaultdict(list)
    for each in noticed:
        by_language[each.language].append(each)
    for language in sorted(filter(is_english, by_language)):
        slides = by_language[language]
        length = sum((each.length for each in slides), Measure())
        yield from grade_topic(file, length)
        yield from unexplained(((each.file, each.medical) for each in slides), title_of(topic, language))
        yield from passive_voice(((each.file, each.passive) for each in slides), length.sentences)

"""Slides and topics for the tests of the review, as their files would be read."""

from __future__ import annotations

from datetime import date
from typing import Any

from kiosk.core.content.model import Clinic, Image, Review, Slide, Topic
from kiosk.core.content.problems import Problem
from kiosk.core.content.review.slide import review_slide
from kiosk.core.content.review.topic import review_topic
from kiosk.core.content.review.written import Written
from kiosk.core.content.slide_text import read_slide

TODAY = date(2026, 1, 15)
REVIEWED = Review("A. Nurse, RN", date(2025, 6, 1), date(2027, 6, 1))
PHOTO = Image("0" * 64 + ".jpg", 1920, 1080)


def written(text: str, language: str = "en", **facts: Any) -> Written:
    """`text` is the Markdown of a slide; `facts` are those of Written."""
    read = read_slide(text.encode(), "t/01-a.md")
    assert read.words
    return Written("t/01-a.md", language, read.words, read, **facts)


def on_slide(text: str) -> str:
    return f"# A title\n\n{text}\n"


def found(problems: Any) -> list[str]:
    return [problem.found for problem in problems]


def reviewed(topic: Topic, *slides: Written, offered: tuple[str, ...] = ()) -> list[Problem]:
    """What is said of the topic as a whole, with these slides in their order."""
    noticed = [review_slide(each)[1] for each in slides]
    return list(
        review_topic(topic, noticed, "t/topic.toml", {}, today=TODAY, clinic=Clinic(languages=offered))
    )


def topic_of(*slides: Slide, **facts: Any) -> Topic:
    return Topic("t", "en", {"en": "T"}, slides, **({"review": REVIEWED} | facts))

"""Who has read a topic, and when it is to be read again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.core.content.problems import Problem, Severity
from kiosk.core.content.showing import days_overdue, last_day

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from kiosk.core.content.model import Clinic, Topic


def beside(file: str) -> str:
    """Where the review of a presentation is written that has no settings yet; `file` is what the problem names."""
    return f' under [review] in "{file[:-5]}.toml" beside it' if file.lower().endswith(".pptx") else ""


def review_dates(
    topic: Topic, file: str, lines: Mapping[str, int], clinic: Clinic, today: date
) -> Iterable[Problem]:
    """Standards LIT-16, PIF TICK: who, when, and again in one or two years. Pictures alone need nobody.

    Of a topic that is not shown for one of these reasons nothing is said here: `withheld` says it.
    """
    due = topic.review.review_by
    has_words = not all(slide.is_picture_only for slide in topic.slides)
    if not topic.is_reviewed and has_words and clinic.show_drafts:
        yield Problem(
            file,
            lines.get("review", 0),
            Severity.ADVICE,
            "no clinician has reviewed this topic.",
            "Its slides say that they are a draft.",
            f"Let one read every slide, then fill in reviewed_by and reviewed_on{beside(file)}.",
        )
    if topic.is_reviewed and has_words and not due:
        yield Problem(
            file,
            lines.get("review", 0),
            Severity.ADVICE,
            "this topic has no date for its next review.",
            "What was right grows old, and nobody notices.",
            "Write a day one or two years from now in review_by.",
        )
    if 0 < days_overdue(topic, today) <= clinic.review_grace_days:
        yield Problem(
            file,
            lines.get("review_by", 0),
            Severity.WARNING,
            f"this topic was to be reviewed again by {due}.",
            f"It is shown until {last_day(topic, clinic)}.",
            "Let a clinician read it again, then write the new dates.",
        )

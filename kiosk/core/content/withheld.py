"""Topics whose files are sound and that patients do not see, because nobody has reviewed them (in time)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.core.content.problems import Problem, Severity
from kiosk.core.content.showing import is_past_grace, last_day

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from kiosk.core.content.model import Clinic, Topic


def withheld(
    topic: Topic, file: str, lines: Mapping[str, int], clinic: Clinic, today: date
) -> Iterable[Problem]:
    """`file` is its `topic.toml` if there is one, else its folder; `lines` are those of its settings."""
    if not topic.is_reviewed and not clinic.show_drafts:
        yield Problem(
            file,
            lines.get("review", 0),
            Severity.NOT_SHOWN,
            "no clinician has reviewed this topic.",
            "It is not shown, because clinic.toml says show_drafts = false.",
            "Let one read every slide, then fill in reviewed_by and reviewed_on.",
        )
    if is_past_grace(topic, clinic, today):
        yield Problem(
            file,
            lines.get("review_by", 0),
            Severity.NOT_SHOWN,
            f"this topic was to be reviewed again by {topic.review.review_by}.",
            f"It was shown until {last_day(topic, clinic)}, and is not any more.",
            "Let a clinician read it again, then write the new dates.",
        )

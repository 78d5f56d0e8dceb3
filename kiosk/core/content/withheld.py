"""What is sound and yet not shown, because nobody has reviewed it (in time): topics, and their translations."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from msgspec.structs import replace

from kiosk.core.content.problems import Problem, Severity
from kiosk.core.content.review.dates import beside
from kiosk.core.content.showing import is_past_grace, is_translation_reviewed, last_day

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from kiosk.core.content.model import Clinic, Topic

ValueT = TypeVar("ValueT")


def only_reviewed(topic: Topic, clinic: Clinic) -> Topic:
    """The topic as the clinic shows it: where it shows no drafts, without translations that nobody has reviewed.

    Standards LNG-02: what only a machine has translated is not published.
    """
    if clinic.show_drafts:
        return topic

    def reviewed(texts: Mapping[str, ValueT]) -> dict[str, ValueT]:
        return {tag: text for tag, text in texts.items() if is_translation_reviewed(topic, tag)}

    slides = tuple(replace(slide, words=reviewed(slide.words)) for slide in topic.slides)
    return replace(topic, slides=slides, titles=reviewed(topic.titles), purposes=reviewed(topic.purposes))


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
            f"Let one read every slide, then fill in reviewed_by and reviewed_on{beside(file)}.",
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
    yield from _unreviewed_translations(topic, file, lines, clinic)


def _unreviewed_translations(
    topic: Topic, file: str, lines: Mapping[str, int], clinic: Clinic
) -> Iterable[Problem]:
    """Standards LNG-02. Pictures alone have only their titles."""
    texts = (slide for slide in topic.slides if not slide.is_picture_only)
    for language in sorted({tag for slide in texts for tag in slide.words}):
        if not is_translation_reviewed(topic, language):
            yield Problem(
                file,
                lines.get("translation", 0),
                Severity.ADVICE if clinic.show_drafts else Severity.NOT_SHOWN,
                f'no person has reviewed the translation into "{language}".',
                "Its slides say that they are a draft."
                if clinic.show_drafts
                else f'It is shown in "{topic.language}", because clinic.toml says show_drafts = false.',
                f"Let one who knows both languages read it, then fill in reviewed_by under [translation.{language}].",
            )

"""`topic.toml`: what is said of a topic as a whole."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date

from kiosk.core.content.model import Review, Source, Translation
from kiosk.core.content.names import language_tag
from kiosk.core.content.problems import Problem, Severity
from kiosk.core.content.settings_text import open_settings
from kiosk.core.content.table import Table

_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


@dataclass(frozen=True, slots=True)
class TopicText:
    """As the file says it: `language` is empty where it says nothing, plain titles stand under ""."""

    language: str = ""
    titles: dict[str, str] = field(default_factory=dict)
    purposes: dict[str, str] = field(default_factory=dict)
    sources: tuple[Source, ...] = ()
    review: Review = field(default_factory=Review)
    translations: dict[str, Translation] = field(default_factory=dict)
    is_hidden: bool = False
    show_from: date | None = None
    show_until: date | None = None
    weekdays: tuple[int, ...] = ()
    lines: dict[str, int] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()


def read_topic_text(data: bytes, file: str) -> TopicText:
    problems: list[Problem] = []
    table = open_settings(data, file, problems)
    if table is None:
        return TopicText(problems=tuple(problems))
    language = table.text("language", longest=40)
    show_from, show_until = table.day("show_from"), table.day("show_until")
    if show_from and show_until and show_from > show_until:
        mend = "Let show_from be the earlier day."
        table.note(
            "show_until", "the topic ends before it begins.", "It is never shown.", mend, Severity.NOT_SHOWN
        )
    text = TopicText(
        language=_language(table, language),
        titles=table.by_language("title", ""),
        purposes=table.by_language("purpose", ""),
        sources=_sources(table),
        review=_review(table.table("review")),
        translations=_translations(table.table("translation")),
        is_hidden=table.yes(
            "hidden", default=False, when_wrong=True, wrongly_shown="The topic is not shown."
        ),
        show_from=show_from,
        show_until=show_until,
        weekdays=_weekdays(table),
        lines={key: table.line(key) for key in ("title", "review", "show_from", "translation")}
        | {"review_by": table.table("review").line("review_by")},
    )
    table.report_unknown()
    return replace(text, problems=tuple(problems))


def _language(table: Table, text: str) -> str:
    if text and not language_tag(text):
        mend = 'Write a short tag, as in "en" or "pt-BR".'
        table.note("language", f'"{text}" is no language.', "The clinic's first language is used.", mend)
    return language_tag(text)


def _sources(table: Table) -> tuple[Source, ...]:
    sources: dict[str, Source] = {}
    for entry in table.tables("source"):
        source = Source(
            entry.text("id", longest=80),
            entry.text("text", longest=500),
            entry.whole("year", 0, 1800, 2200) or None,
            entry.text("url", longest=500),
        )
        entry.report_unknown()
        if not source.id or not source.text:
            key = "text" if source.id else "id"
            mend = f'Add a line {key} = "…".'
            entry.note("", f"this source has no {key}.", "It is left out.", mend)
        elif source.id in sources:
            entry.note(
                "id", f'the source "{source.id}" is there twice.', "The first one is used.", "Keep one."
            )
        else:
            sources[source.id] = source
    return tuple(sources.values())


def _review(table: Table) -> Review:
    review = Review(table.text("reviewed_by"), table.day("reviewed_on"), table.day("review_by"))
    table.report_unknown()
    if review.reviewed_by and not review.reviewed_on:
        mend = "Write the day of the review in reviewed_on, as in 2026-01-31."
        table.note("reviewed_by", "the review has no date.", "The topic is shown as a draft.", mend)
    if review.reviewed_on and not review.reviewed_by:
        mend = "Write the reviewer's name and role in reviewed_by."
        table.note("reviewed_on", "the review has no name.", "The topic is shown as a draft.", mend)
    return review


def _translations(table: Table) -> dict[str, Translation]:
    translations: dict[str, Translation] = {}
    for key in table.keys():  # noqa: SIM118 - a Table is no mapping
        tag = table.language(key)
        entry = table.table(key)
        translation = Translation(entry.text("translated_by"), entry.text("reviewed_by"))
        entry.report_unknown()
        if tag:
            translations[tag] = translation
    return translations


def _weekdays(table: Table) -> tuple[int, ...]:
    days: set[int] = set()
    for name in table.texts("weekdays"):
        short = name.strip().casefold()[:3]
        if short in _DAYS:
            days.add(_DAYS.index(short))
        else:
            table.note("weekdays", f'"{name}" is no day.', "It is left out.", f"Write: {', '.join(_DAYS)}.")
    return tuple(sorted(days))

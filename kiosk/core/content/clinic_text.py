"""`clinic.toml`: the clinic's name, languages, times and the order of its topics."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from kiosk.core.content.model import Clinic
from kiosk.core.content.names import language_tag
from kiosk.core.content.problems import Problem, Severity
from kiosk.core.content.settings_text import open_settings
from kiosk.core.content.table import Table

CLINIC_FILE = "clinic.toml"


@dataclass(frozen=True, slots=True)
class ClinicText:
    """`clinic.languages` is empty and `logo` only named: the folder decides on both."""

    clinic: Clinic = field(default_factory=lambda: Clinic(languages=()))
    logo: str = ""
    topics: tuple[str, ...] = ()
    lines: dict[str, int] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()


def read_clinic_text(data: bytes, file: str = CLINIC_FILE) -> ClinicText:
    problems: list[Problem] = []
    table = open_settings(data, file, problems)
    if table is None:
        return ClinicText(problems=tuple(problems))
    clinic = Clinic(
        name=table.text("name", longest=80),
        languages=_languages(table),
        emergency=_emergency(table),
        idle_limit=_idle_limit(table),
        still_there=table.whole("still_there", 30, 20, 120),
        attract_seconds=table.whole("attract_seconds", 8, 5, 60),
        show_drafts=table.yes("show_drafts", default=True),
        review_grace_days=table.whole("review_grace_days", 60, 0, 3650),
        native_digits=table.choice("digits", ("latin", "native")) == "native",
        leaflet_url=_leaflet_url(table),
    )
    logo, topics = table.text("logo"), table.texts("topics")
    table.report_unknown()
    lines = {key: table.line(key) for key in ("logo", "topics", "languages")}
    return ClinicText(clinic, logo, topics, lines, tuple(problems))


def _idle_limit(table: Table) -> int:
    return table.whole("idle_limit", 60, 20, 1200, zero_is_off=True)


def _languages(table: Table) -> tuple[str, ...]:
    tags: dict[str, None] = {}
    for name in table.texts("languages"):
        tag = language_tag(name.strip())
        if tag:
            tags[tag] = None
        else:
            mend = 'Write short tags, as in ["en", "es"].'
            table.note("languages", f'"{name[:40]}" is no language.', "It is left out.", mend)
    return tuple(tags)


def _emergency(table: Table) -> str:
    number = table.text("emergency", longest=40)
    if number and not re.search(r"\d", number):
        mend = 'Write the number to call, as in "112".'
        table.note("emergency", "the emergency number holds no digit.", "It is shown as it is.", mend)
    return number


def _leaflet_url(table: Table) -> str:
    url = table.text("leaflet_url", longest=500)
    if url and not re.match(r"https?://\S+$", url):
        mend = 'Write the whole address, as in "https://example.org/leaflet".'
        table.note(
            "leaflet_url", "this is no web address.", "No second code is shown.", mend, Severity.NOT_SHOWN
        )
        return ""
    return url

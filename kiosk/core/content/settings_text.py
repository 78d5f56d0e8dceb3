"""The bytes of a TOML file as a table of settings."""

from __future__ import annotations

from kiosk.core.content.problems import Problem, Severity
from kiosk.core.content.table import Table
from kiosk.core.content.text import decode
from kiosk.core.content.toml_text import parse_toml


def open_settings(data: bytes, file: str, problems: list[Problem]) -> Table | None:
    """What is wrong goes to `problems`; None if the bytes are no text."""
    decoded = decode(data)
    if decoded is None:
        mend = 'Save it again as plain text, with the encoding "UTF-8".'
        found = "this is no plain text."
        problems.append(Problem(file, 0, Severity.WARNING, found, "None of these settings is used.", mend))
        return None
    toml = parse_toml(decoded.text, file)
    problems += toml.problems
    return Table(toml, file, problems)

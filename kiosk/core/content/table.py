"""A typed look into one TOML table: takes what fits, notes a problem for what does not."""

from __future__ import annotations

import math
from datetime import date, datetime
from typing import TYPE_CHECKING, TypeVar

from kiosk.core.content.names import did_you_mean, language_tag, printable
from kiosk.core.content.problems import Problem, Severity
from kiosk.core.content.text import cleaned

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kiosk.core.content.toml_lines import KeyPath
    from kiosk.core.content.toml_text import TomlText

Value = TypeVar("Value")


class Table:
    """Every question adds its key to those that are known; `report_unknown` then names the others."""

    def __init__(self, toml: TomlText, file: str, notes: list[Problem], path: KeyPath = ()) -> None:
        self._toml = toml
        self._file = file
        self._notes = notes
        self._path = path
        self._known: dict[str, None] = {}
        self._values: Mapping[str, object] = _at(toml.values, path)

    def __contains__(self, key: str) -> bool:
        return key in self._values

    def line(self, key: str = "") -> int:
        return self._toml.line((*self._path, key) if key else self._path)

    def note(
        self, key: str, found: str, shown: str = "", mend: str = "", severity: Severity = Severity.WARNING
    ) -> None:
        self._notes.append(Problem(self._file, self.line(key), severity, found, shown, mend))

    def text(self, key: str, default: str = "", *, longest: int = 300) -> str:
        match self._asked(key):
            case None:
                return default
            case str() as text:
                return self._cut(key, text, longest)
            case int() as number if not isinstance(number, bool) and abs(number) < 10**15:
                mend = f'Put it in quotes: {key} = "{number}".'
                self.note(key, f'"{key}" has no quotes.', f'"{number}" is used.', mend, Severity.ADVICE)
                return str(number)
            case _:
                return self._misfit(key, 'text in quotes, as in "text"', default)

    def number(
        self, key: str, default: float, low: float, high: float, *, zero_is_off: bool = False
    ) -> float:
        value = self._asked(key)
        if value is None:
            return default
        # math.isfinite raises OverflowError for an int of 400 digits.
        if (
            isinstance(value, bool)
            or not isinstance(value, int | float)
            or (isinstance(value, float) and not math.isfinite(value))
        ):
            return self._misfit(key, "a number without quotes", default)
        if low <= value <= high or (zero_is_off and value == 0):
            return float(value)
        nearest = low if value < low else high
        off = ", or 0 to turn it off" if zero_is_off else ""
        self.note(
            key,
            f'"{key}" is {_short(value)}, which is too {"small" if value < low else "large"}.',
            f"{nearest:g} is used.",
            f"Write a number from {low:g} to {high:g}{off}.",
        )
        return nearest

    def whole(self, key: str, default: int, low: int, high: int, *, zero_is_off: bool = False) -> int:
        return round(self.number(key, default, low, high, zero_is_off=zero_is_off))

    def yes(
        self, key: str, *, default: bool, when_wrong: bool | None = None, wrongly_shown: str = ""
    ) -> bool:
        """`when_wrong` and its sentence are for keys whose doubtful value must not do harm."""
        value = self._asked(key)
        if value is None or isinstance(value, bool):
            return default if value is None else value
        used = default if when_wrong is None else when_wrong
        self.note(
            key,
            f'"{key}" must be true or false.',
            wrongly_shown or f"{str(used).lower()} is used.",
            "Write true or false, in small letters and without quotes.",
            Severity.NOT_SHOWN if wrongly_shown else Severity.WARNING,
        )
        return used

    def day(self, key: str) -> date | None:
        match self._asked(key):
            case None | "":
                return None
            case datetime() as moment:
                return moment.date()
            case date() as day:
                return day
            case str() as text if (day_in := _day_in(text)) is not None:
                return day_in
            case _:
                self._misfit(key, "a date, as in 2026-01-31", "")
                return None

    def texts(self, key: str) -> tuple[str, ...]:
        value = self._asked(key)
        if value is None:
            return ()
        if isinstance(value, str):
            mend = f'Put it in square brackets: {key} = ["{printable(value)[:40]}"].'
            self.note(key, f'"{key}" is a list.', "It is read as a list of one.", mend, Severity.ADVICE)
            value = [value]
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            return self._misfit(key, f'a list, as in {key} = ["one", "two"]', ())
        return tuple(dict.fromkeys(self._cut(key, item, 200) for item in value))

    def choice(self, key: str, names: tuple[str, ...]) -> str:
        value = self._asked(key)
        if value is None or value == "":
            return ""
        word = value.strip().casefold() if isinstance(value, str) else ""
        if word in names:
            return word
        hint = did_you_mean(word, names) or f"Write one of: {', '.join(names)}."
        self.note(key, f'"{key}" cannot be {_short(value)}.', "It is left out.", hint)
        return ""

    def by_language(self, key: str, language: str) -> dict[str, str]:
        """Text for each language; plain text is in the given one."""
        value = self._asked(key)
        if value is None:
            return {}
        if isinstance(value, str):
            return {language: self._cut(key, value, 300)} if value.strip() else {}
        if not isinstance(value, dict):
            return self._misfit(key, 'text in quotes, as in "text"', {})
        table = self.table(key)
        texts = {tag: table.text(name) for name in value if (tag := table.language(name))}
        return {tag: text for tag, text in texts.items() if text}

    def language(self, name: str) -> str:
        """The key as a language tag; what is none is reported."""
        tag = language_tag(name)
        if not tag:
            mend = 'Write a short tag, as in "en" or "pt-BR".'
            self.note(name, f'"{printable(name)[:40]}" is no language.', "It is left out.", mend)
        return tag

    def table(self, key: str) -> Table:
        value = self._asked(key)
        if value is not None and not isinstance(value, dict):
            mend = f"Write [{key}] on a line of its own and the settings below it."
            self.note(key, f'"{key}" must be a group of settings.', "It is left out.", mend)
        return Table(self._toml, self._file, self._notes, (*self._path, key))

    def tables(self, key: str) -> list[Table]:
        value = self._asked(key)
        if value is None:
            return []
        if not isinstance(value, list) or not all(isinstance(item, dict) for item in value):
            mend = f"Write [[{key}]] with two brackets on a line of its own before each."
            self.note(key, f'"{key}" must be a list of groups.', "It is left out.", mend)
            return []
        return [
            Table(self._toml, self._file, self._notes, (*self._path, key, index))
            for index in range(len(value))
        ]

    def keys(self) -> tuple[str, ...]:
        return tuple(self._values)

    def report_unknown(self) -> None:
        for key in self._values:
            if key not in self._known:
                hint = did_you_mean(key, self._known) or f"Known are: {', '.join(self._known)}."
                name = printable(key)[:60]
                self.note(key, f'"{name}" is not a setting of this file.', "It is left out.", hint)

    def _asked(self, key: str) -> object | None:
        self._known[key] = None
        return self._values.get(key)

    def _cut(self, key: str, text: str, longest: int) -> str:
        plain = " ".join(cleaned(text).split())
        if len(plain) > longest:
            shown = f"Only the first {longest} characters are used."
            self.note(key, f'"{key}" is {len(plain)} characters long.', shown, "Make it shorter.")
        return plain[:longest]

    def _misfit(self, key: str, wanted: str, default: Value) -> Value:
        self.note(key, f'the value of "{key}" does not fit.', _used(default), f"Write {wanted}.")
        return default


def _at(values: Mapping[str, object], path: KeyPath) -> Mapping[str, object]:
    place: object = values
    for step in path:
        if isinstance(place, dict) and isinstance(step, str):
            place = place.get(step)
        elif isinstance(place, list) and isinstance(step, int):
            place = place[step]
    return place if isinstance(place, dict) else {}


def _used(default: object) -> str:
    if default in ("", (), {}):
        return "It is left out."
    return f'"{default}" is used.' if isinstance(default, str) else f"{default:g} is used."


def _short(value: object) -> str:
    """A value as a sentence can show it; the text of an int over 4,300 digits raises ValueError."""
    if isinstance(value, int) and not isinstance(value, bool) and abs(value) > 10**15:
        return "a huge number"
    text = f'"{value}"' if isinstance(value, str) else str(value).lower()
    return printable(text)[:60]


def _day_in(text: str) -> date | None:
    try:
        return date.fromisoformat(text.strip())
    except ValueError:
        return None

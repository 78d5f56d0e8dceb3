"""Dates and times as a language writes them, by Qt's own tables: nothing to ship or to keep up to date."""

from __future__ import annotations

from datetime import date, datetime

from PySide6.QtCore import QDate, QDateTime, QLocale

from kiosk.core.digits import LATIN, digits_of, in_digits
from kiosk.core.language import is_right_to_left


def date_in_words(day: date, language: str, *, native_digits: bool) -> str:
    """Return the day with its month in words; as 2026-03-31 in a language that Qt does not know.

    Its digits are those of all numbers on the screen, whichever Qt takes for the language.
    """
    locale = QLocale(language)
    if locale.language() == QLocale.Language.C:
        return day.isoformat()
    text = locale.toString(QDate(day.year, day.month, day.day), QLocale.FormatType.LongFormat)
    return in_digits(text, digits_of(language, is_native=native_digits))


def moment(at: datetime, now: datetime, language: str, *, is_short: bool = False) -> str:
    """The time alone for today, else the day, with the time unless it is short. Digits are 0 to 9.

    Both need a time zone; `now` gives the one that is shown.
    """
    local = at.astimezone(now.tzinfo)
    shown = QDateTime(local.year, local.month, local.day, local.hour, local.minute, local.second)
    day = "ddd d MMM" if local.year == now.year else "d MMM yyyy"
    comma = "\u060c" if is_right_to_left(language) else ","
    form = "HH:mm" if local.date() == now.date() else day if is_short else f"{day}{comma} HH:mm"
    return in_digits(QLocale(language).toString(shown, form), LATIN)


def short_date(day: date, language: str) -> str:
    """Day and month. Digits are 0 to 9."""
    return in_digits(QLocale(language).toString(QDate(day.year, day.month, day.day), "d MMM"), LATIN)

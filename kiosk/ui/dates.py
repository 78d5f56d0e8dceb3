"""Dates as a language writes them, by Qt's own tables: nothing more to load, to ship or to keep up to date."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, QLocale


def date_in_words(day: date, language: str, *, native_digits: bool) -> str:
    """Return the day with its month in words; as 2026-03-31 in a language that Qt does not know.

    Without `native_digits` its digits are 0 to 9, also where the language usually writes others.
    """
    locale = QLocale(language)
    if locale.language() == QLocale.Language.C:
        return day.isoformat()
    text = locale.toString(QDate(day.year, day.month, day.day), QLocale.FormatType.LongFormat)
    if native_digits:
        return text
    return "".join(str(int(sign)) if sign.isdecimal() else sign for sign in text)

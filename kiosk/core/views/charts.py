"""Plain bars with a sentence that says what they mean."""

from __future__ import annotations

from datetime import date

from msgspec import Struct


class Bar(Struct, frozen=True):
    """`share` is its length, 1 that of the longest. `{day}` in `label` stands for `day`; `language` is the label's."""

    label: str
    amount: str
    share: float
    day: date | None = None
    language: str = ""


class Chart(Struct, frozen=True):
    title: str
    meaning: str
    bars: tuple[Bar, ...] = ()
    note: str = ""

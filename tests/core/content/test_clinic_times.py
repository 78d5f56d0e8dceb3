"""The times that a clinic may set."""

from __future__ import annotations

import pytest

from kiosk.core.content.clinic_text import read_clinic_text


@pytest.mark.parametrize(
    ("written", "kept"),
    [("20", 20), ("60", 60), ("1200", 1200), ("0", 0), ("19", 20), ("1201", 1200), ("-5", 20)],
)
def test_the_idle_limit_reaches_from_20_seconds_to_20_minutes_or_is_off(written: str, kept: int) -> None:
    """standards.md TIM-03: more than ten times the shortest, and off."""
    assert read_clinic_text(f"idle_limit = {written}".encode()).clinic.idle_limit == kept


@pytest.mark.parametrize(("written", "kept"), [("20", 20), ("5", 20), ("120", 120)])
def test_nobody_has_less_than_20_seconds_to_say_that_they_are_still_there(written: str, kept: int) -> None:
    """standards.md TIM-01 (WCAG 2.2.1)."""
    assert read_clinic_text(f"still_there = {written}".encode()).clinic.still_there == kept

"""Days and times as the desk writes them."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest

from kiosk.ui.dates import moment

HERE = timezone(timedelta(hours=2))
NOW = datetime(2026, 3, 2, 14, 0, tzinfo=HERE)


@pytest.mark.parametrize(
    ("at", "language", "said"),
    [
        (datetime(2026, 3, 2, 7, 5, tzinfo=UTC), "en", "09:05"),
        (datetime(2026, 3, 1, 22, 30, tzinfo=UTC), "en", "00:30"),
        (datetime(2026, 3, 1, 7, 5, tzinfo=UTC), "en", "Sun 1 Mar, 09:05"),
        (datetime(2026, 3, 1, 7, 5, tzinfo=UTC), "es", "dom 1 mar, 09:05"),
        (datetime(2025, 12, 31, 7, 5, tzinfo=UTC), "en", "31 Dec 2025, 09:05"),
        (datetime(2026, 3, 2, 7, 5, tzinfo=UTC), "ar", "09:05"),
    ],
)
def test_a_moment_is_told_in_the_clinics_time_and_language(at: datetime, language: str, said: str) -> None:
    assert moment(at, NOW, language) == said


def test_a_short_moment_leaves_out_the_time_of_another_day() -> None:
    assert moment(NOW - timedelta(days=1), NOW, "en", is_short=True) == "Sun 1 Mar"
    assert moment(NOW, NOW, "en", is_short=True) == "14:00"

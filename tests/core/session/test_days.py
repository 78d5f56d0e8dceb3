"""Topics that have days: over midnight and summer time, by a clock that the test sets; nobody is cut off."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.core.content.model import Catalog
from kiosk.core.session.events import Begun, DayCame, StartOverPressed, WentIdle
from kiosk.core.session.screens import Attract, SlideOpen, StillThere
from kiosk.core.session.session import Session
from kiosk.ops.clocks import day_of
from tests.catalogs import catalog, topic

EVERY_DAY = topic("backs")
MONDAYS = topic("mondays", weekdays=(0,))
MARCH = topic("march", show_from=date(2026, 3, 29), show_until=date(2026, 3, 29))
ALL: Catalog = catalog(EVERY_DAY, MONDAYS, MARCH)

# zone, a moment (UTC), the clinic's day then
MOMENTS = [
    ("Europe/Berlin", "2026-03-28T22:59:59", date(2026, 3, 28)),
    ("Europe/Berlin", "2026-03-28T23:00:00", date(2026, 3, 29)),  # this day has 23 hours
    ("Europe/Berlin", "2026-03-29T21:59:59", date(2026, 3, 29)),
    ("Europe/Berlin", "2026-03-29T22:00:00", date(2026, 3, 30)),
    ("Europe/Berlin", "2026-10-24T22:00:00", date(2026, 10, 25)),  # and this one 25
    ("Europe/Berlin", "2026-10-25T22:59:59", date(2026, 10, 25)),
    ("Europe/Berlin", "2026-10-25T23:00:00", date(2026, 10, 26)),
    ("America/Sao_Paulo", "2018-11-04T02:59:59", date(2018, 11, 3)),
    ("America/Sao_Paulo", "2018-11-04T03:00:00", date(2018, 11, 4)),  # it began at one o'clock
    ("America/Havana", "2026-11-01T04:30:00", date(2026, 11, 1)),
    ("America/Havana", "2026-11-01T05:30:00", date(2026, 11, 1)),  # midnight to one, a second time
    ("Pacific/Apia", "2011-12-30T09:59:59", date(2011, 12, 29)),
    ("Pacific/Apia", "2011-12-30T10:00:00", date(2011, 12, 31)),  # a day that never was
    ("Asia/Kathmandu", "2026-03-28T18:15:00", date(2026, 3, 29)),
]


@pytest.fixture
def zone(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """This machine, set to another time zone."""
    if sys.platform == "win32":
        pytest.skip("a process cannot be set to another zone there")
    monkeypatch.setenv("TZ", request.param)
    time.tzset()
    yield request.param
    monkeypatch.undo()
    time.tzset()


@pytest.mark.parametrize(("zone", "moment", "day"), MOMENTS, indirect=["zone"])
def test_the_day_is_that_of_the_clinics_clock(zone: str, moment: str, day: date) -> None:
    assert day_of(datetime.fromisoformat(f"{moment}+00:00")) == day


@pytest.mark.parametrize("zone", ["Europe/Berlin", "America/Havana", "Asia/Kathmandu"], indirect=True)
def test_each_day_of_a_year_comes_once_and_shows_its_topics(zone: str) -> None:
    """Every quarter of an hour the kiosk looks at the clock, as it does every second."""
    moment = datetime(2026, 1, 1, 12, tzinfo=UTC)
    session = Session.at_start(ALL, day_of(moment))
    days = [session.day]
    for _ in range(4 * 24 * 366):
        moment += timedelta(minutes=15)
        after = session.after(DayCame(day_of(moment)))
        if after is not session:
            days.append(after.day)
        session = after
        local = moment.astimezone(ZoneInfo(zone)).date()
        expected = ["backs", *["mondays"] * (local.weekday() == 0), *["march"] * (local == date(2026, 3, 29))]
        assert [shown.key for shown in session.topics] == expected
    assert days == [date(2026, 1, 1) + timedelta(number) for number in range(len(days))]
    assert len(days) == 367


SUNDAY, MONDAY = date(2026, 3, 29), date(2026, 3, 30)


def test_a_session_over_midnight_keeps_its_topic_to_its_end() -> None:
    session = Session.at_start(catalog(MARCH), SUNDAY).after(Begun("en"))
    assert session.screen == SlideOpen("march", 0)
    session = session.after(DayCame(MONDAY))
    assert session.screen == SlideOpen("march", 0)
    assert [shown.key for shown in session.topics] == ["march"]
    ended = session.after(StartOverPressed())
    assert (ended.day, ended.topics) == (MONDAY, ())


@given(st.lists(st.integers(-400, 400), max_size=6))
def test_no_day_that_comes_cuts_a_session(offsets: list[int]) -> None:
    """Also days that a clock jumps to, forward and back (fault 45)."""
    session = Session.at_start(ALL, MONDAY).after(Begun("en"))
    screen, topics = session.screen, session.topics
    for offset in offsets:
        session = session.after(DayCame(MONDAY + timedelta(offset)))
        assert (session.screen, session.topics) == (screen, topics)
    asked = session.after(WentIdle())
    assert isinstance(asked.screen, StillThere)
    ended = asked.after(WentIdle())
    assert isinstance(ended.screen, Attract)
    assert ended.day == (MONDAY + timedelta(offsets[-1]) if offsets else MONDAY)

"""Errors that nobody caught: logged once, back to Attract, and an end after too many (fault 50)."""

from __future__ import annotations

import sys
import threading

import pytest

from kiosk.core.session.events import Begun, CameAsStaff, HelpPressed, NextPressed, SomethingFailed
from kiosk.core.session.screens import Attract, Desk
from kiosk.core.session.session import Session
from kiosk.ops.errors import MOST, WITHIN_SECONDS, Errors
from tests.catalogs import A_DAY, catalog


class Told:
    """What an `Errors` said, by a clock that the test moves."""

    def __init__(self) -> None:
        self.now = 0.0
        self.said: list[str] = []
        self.errors = Errors(
            lambda: self.now, lambda: self.said.append("failed"), lambda: self.said.append("over")
        )

    def take(self, error: BaseException) -> None:
        try:
            raise error  # noqa: TRY301 - so that it has a trace
        except BaseException as caught:  # noqa: BLE001 - as Python's hook gets it
            self.errors.take(type(caught), caught, caught.__traceback__)


@pytest.fixture
def told() -> Told:
    return Told()


def test_an_error_is_logged_once_and_told_each_time(told: Told, caplog: pytest.LogCaptureFixture) -> None:
    for _ in range(3):
        told.take(ValueError("x"))
    assert told.said == ["failed"] * 3
    assert len([record for record in caplog.records if record.exc_info]) == 1


def test_errors_of_two_kinds_are_both_logged(told: Told, caplog: pytest.LogCaptureFixture) -> None:
    told.take(ValueError("x"))
    told.take(KeyError("x"))
    assert len(caplog.records) == 2


def test_too_many_in_a_short_time_end_it(told: Told) -> None:
    for _ in range(MOST):
        told.take(ValueError("x"))
    assert told.said == ["failed"] * (MOST - 1) + ["over"]


def test_as_many_over_a_longer_time_do_not(told: Told) -> None:
    for _ in range(10 * MOST):
        told.now += WITHIN_SECONDS / (MOST - 2)
        told.take(ValueError("x"))
    assert told.said == ["failed"] * 10 * MOST


def test_the_log_has_where_it_arose_and_not_what_was_worked_on(told: Told) -> None:
    """PRV-04: an error's words may hold a topic."""
    from kiosk.ops.log import Spare  # noqa: PLC0415

    try:
        try:
            dict[str, int]()["sciatica-massage"]
        except KeyError as error:
            raise OSError(28, "No space left on device", "/content/sciatica-massage/01.md") from error
    except OSError:
        said = Spare().formatException(sys.exc_info())
    assert said.splitlines()[1] == "KeyError"
    assert said.splitlines()[-1] == "OSError: No space left on device"
    assert "test_errors.py" in said
    assert "sciatica" not in said


def test_errors_of_threads_are_taken_too(told: Told, monkeypatch: pytest.MonkeyPatch) -> None:
    for place, name in ((sys, "excepthook"), (sys, "unraisablehook"), (threading, "excepthook")):
        monkeypatch.setattr(place, name, getattr(place, name))
    told.errors.catch_all()
    worker = threading.Thread(target=lambda: 1 // 0)
    worker.start()
    worker.join()
    assert told.said == ["failed"]


def test_ctrl_c_is_no_error(
    told: Told, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(sys, "__excepthook__", lambda *_: None)
    told.take(KeyboardInterrupt())
    assert (told.said, caplog.records) == ([], [])


@pytest.mark.parametrize(
    "before", [[Begun("en")], [Begun("en"), NextPressed(), HelpPressed()], [CameAsStaff()]]
)
def test_any_screen_goes_back_to_attract(
    before: list[Begun | NextPressed | HelpPressed | CameAsStaff],
) -> None:
    session = Session.at_start(catalog(), A_DAY)
    for event in before:
        session = session.after(event)
    assert not isinstance(session.screen, Attract)
    after = session.after(SomethingFailed())
    assert after == Session.at_start(catalog(), A_DAY)
    assert not isinstance(after.screen, Desk)


def test_attract_itself_is_drawn_again() -> None:
    session = Session.at_start(catalog(), A_DAY)
    assert session.after(SomethingFailed()).screen is not session.screen

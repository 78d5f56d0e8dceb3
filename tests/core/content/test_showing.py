"""Which topics are shown on which day: product.md, `review_by`, `review_grace_days` and `show_drafts`."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from msgspec.structs import replace

from kiosk.core.content.model import Clinic, Review, Topic, Translation
from kiosk.core.content.problems import Severity
from kiosk.core.content.review.dates import review_dates
from kiosk.core.content.showing import days_overdue, is_past_grace, last_day, title_of, topics_on
from kiosk.core.content.withheld import only_reviewed, withheld
from tests.catalogs import A_DAY, catalog, topic, words

DUE = date(2026, 3, 31)

DAYS: list[tuple[date, int, date, bool, bool]] = [
    # review_by, grace, the day, whether staff are warned, whether patients see it
    (DUE, 60, date(2026, 3, 30), False, True),  # the day before
    (DUE, 60, date(2026, 3, 31), False, True),  # the day itself
    (DUE, 60, date(2026, 4, 1), True, True),  # the first day of the grace
    (DUE, 60, date(2026, 5, 30), True, True),  # its last day
    (DUE, 60, date(2026, 5, 31), True, False),  # the day after
    (DUE, 0, date(2026, 3, 31), False, True),  # no grace: to the day itself
    (DUE, 0, date(2026, 4, 1), True, False),
    (DUE, 1, date(2026, 4, 1), True, True),
    (DUE, 1, date(2026, 4, 2), True, False),
    (date(2028, 2, 29), 0, date(2028, 2, 29), False, True),  # due on a leap day
    (date(2028, 2, 29), 0, date(2028, 3, 1), True, False),
    (date(2028, 2, 28), 1, date(2028, 2, 29), True, True),  # the grace ends on one
    (date(2028, 2, 28), 1, date(2028, 3, 1), True, False),
    (date(2027, 2, 28), 1, date(2027, 3, 1), True, True),  # and in a year without one
    (date(2027, 12, 31), 60, date(2028, 2, 29), True, True),  # over the end of a year
    (date(2027, 12, 31), 60, date(2028, 3, 1), True, False),
    (date.max, 60, A_DAY, False, True),  # 9999-12-31: no day is counted past the end of days
    (date.min, 3650, A_DAY, True, False),
]


@pytest.mark.parametrize(("due", "grace", "day", "is_warned", "is_shown"), DAYS)
def test_staff_are_warned_from_the_day_after_and_patients_see_it_to_the_last_day_of_the_grace(
    due: date, grace: int, day: date, *, is_warned: bool, is_shown: bool
) -> None:
    """standards.md LIT-16."""
    reviewed = topic(review=Review("A nurse", due, review_by=due))
    clinic = Clinic(review_grace_days=grace)
    assert topics_on(catalog(reviewed, clinic=clinic), day) == ((reviewed,) if is_shown else ())
    assert is_past_grace(reviewed, clinic, day) is not is_shown
    said = [
        *review_dates(reviewed, "backs", {}, clinic, day),
        *withheld(reviewed, "backs", {}, clinic, day),
    ]
    found = [problem.severity for problem in said]
    expected = [Severity.WARNING if is_shown else Severity.NOT_SHOWN] if is_warned else []
    assert found == expected


@pytest.mark.parametrize(
    ("day", "overdue"),
    [(DUE - timedelta(1), 0), (DUE, 0), (DUE + timedelta(1), 1), (DUE + timedelta(61), 61)],
)
def test_a_review_is_overdue_from_the_day_after(day: date, overdue: int) -> None:
    assert days_overdue(topic(review=Review(review_by=DUE)), day) == overdue


def test_a_topic_without_a_review_date_is_never_overdue() -> None:
    assert days_overdue(topic(), date.max) == 0
    assert topics_on(catalog(), date.max)


DRAFTS: list[tuple[Review, bool, bool]] = [
    # the review, show_drafts, whether patients see it
    (Review(), True, True),
    (Review(), False, False),
    (Review("A nurse"), False, False),  # no date
    (Review(reviewed_on=A_DAY), False, False),  # no name
    (Review("A nurse", A_DAY), False, True),
    (Review("A nurse", A_DAY), True, True),
]


@pytest.mark.parametrize(("review", "show_drafts", "is_shown"), DRAFTS)
def test_a_draft_is_shown_only_where_the_clinic_shows_drafts(
    review: Review, *, show_drafts: bool, is_shown: bool
) -> None:
    clinic = Clinic(show_drafts=show_drafts)
    found = topics_on(catalog(topic(review=review), clinic=clinic), A_DAY)
    assert bool(found) is is_shown
    said = list(withheld(topic(review=review), "backs", {}, clinic, A_DAY))
    assert bool(said) is not is_shown


def test_pictures_alone_are_drafts_too_and_staff_are_told_why_they_do_not_appear() -> None:
    photo = topic(count=1)
    photo = replace(photo, slides=(replace(photo.slides[0], is_picture_only=True),))
    strict = Clinic(show_drafts=False)
    assert topics_on(catalog(photo, clinic=strict), A_DAY) == ()
    assert [problem.severity for problem in withheld(photo, "team", {}, strict, A_DAY)] == [
        Severity.NOT_SHOWN
    ]
    assert not list(review_dates(photo, "team", {}, Clinic(), A_DAY))


def test_the_last_day_of_the_grace_is_the_last_on_which_patients_see_it() -> None:
    due, clinic = topic(review=Review("A nurse", DUE, review_by=DUE)), Clinic(review_grace_days=60)
    last = last_day(due, clinic)
    assert last == date(2026, 5, 30)
    assert topics_on(catalog(due, clinic=clinic), last)
    assert not topics_on(catalog(due, clinic=clinic), last + timedelta(1))
    assert last_day(topic(), clinic) is None
    assert last_day(topic(review=Review(review_by=date.max)), clinic) is None


def test_one_topic_past_its_grace_does_not_hold_back_the_others() -> None:
    past = topic("knees", review=Review("A nurse", DUE, review_by=DUE))
    shown = topics_on(catalog(topic(), past), DUE + timedelta(61))
    assert [each.key for each in shown] == ["backs"]


def _with_spanish(translator: str) -> Topic:
    slides = tuple(replace(slide, words={**slide.words, "es": words("Uno")}) for slide in topic().slides)
    translations = {"es": Translation("A machine", translator)}
    found = topic(slides=slides, purposes={"es": "Para qué"}, translations=translations)
    return replace(found, titles={"en": "Backs", "es": "Espalda"})


@pytest.mark.parametrize(
    ("show_drafts", "translator", "languages"),
    [(True, "", {"en", "es"}), (False, "", {"en"}), (False, "A. Traductor", {"en", "es"})],
)
def test_where_no_drafts_are_shown_a_translation_that_nobody_has_reviewed_is_not_shown(
    *, show_drafts: bool, translator: str, languages: set[str]
) -> None:
    """standards.md LNG-02: what only a machine has translated is not published."""
    shown = only_reviewed(_with_spanish(translator), Clinic(show_drafts=show_drafts))
    assert shown.titles.keys() == languages
    assert all(slide.words.keys() == languages for slide in shown.slides)
    assert title_of(shown, "es") == ("Espalda" if "es" in languages else "Backs")

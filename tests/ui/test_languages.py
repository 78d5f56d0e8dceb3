"""Choosing a language by touch, and what is then drawn: the words, the digits, the dates."""

from __future__ import annotations

from datetime import date

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kiosk.core.content.model import Block, BlockStyle, Catalog, Clinic, Run
from kiosk.core.digits import LATIN
from kiosk.core.session.preferences import Preferences
from kiosk.core.session.screens import EasierOpen, SlideOpen
from kiosk.core.views.rail import KeyName
from kiosk.ui.dates import date_in_words
from kiosk.ui.theme import Role, Style
from kiosk.ui.typeset import Typeset
from kiosk.ui.widgets.target import Target
from tests.ui.conftest import StartKiosk
from tests.ui.hands import press, screen, target, touch, words_on

TOPIC = "sciatica-massage"
ARABIC = Style.of(QSize(1920, 1080), Preferences("ar"), native_digits=True)


def in_three(catalog: Catalog, **clinic: object) -> Catalog:
    return replace(catalog, clinic=replace(catalog.clinic, languages=("en", "es", "ar"), **clinic))


def test_the_language_is_changed_by_its_own_key_and_the_place_stays(
    start_kiosk: StartKiosk, qtbot: QtBot, shipped: Catalog
) -> None:
    """Issue 9, part 4; standards.md OPR-14."""
    kiosk = start_kiosk(in_three(shipped))
    touch(qtbot, kiosk, KeyName.BEGIN, "Touch to begin")
    touch(qtbot, kiosk, KeyName.NEXT)
    touch(qtbot, kiosk, KeyName.EASIER)
    touch(qtbot, kiosk, KeyName.LANGUAGE, "العربية")
    assert isinstance(screen(kiosk), EasierOpen)
    assert "تسهيل العرض" in words_on(kiosk)
    assert target(kiosk, KeyName.LANGUAGE, "العربية").isChecked()
    assert not target(kiosk, KeyName.LANGUAGE, "English").isChecked()
    assert kiosk.window.page.layoutDirection() is Qt.LayoutDirection.RightToLeft
    touch(qtbot, kiosk, KeyName.LANGUAGE, "Español")
    assert kiosk.window.page.layoutDirection() is Qt.LayoutDirection.LeftToRight
    touch(qtbot, kiosk, KeyName.DONE)
    assert screen(kiosk) == SlideOpen(TOPIC, 1)
    assert target(kiosk, KeyName.NEXT).text() == "Siguiente"


def test_nothing_changes_when_the_focus_only_comes_to_a_language(
    start_kiosk: StartKiosk, qtbot: QtBot, shipped: Catalog
) -> None:
    """standards.md OPR-14; WCAG 3.2.1."""
    kiosk = start_kiosk(in_three(shipped))
    touch(qtbot, kiosk, KeyName.BEGIN, "Touch to begin")
    touch(qtbot, kiosk, KeyName.EASIER)
    before = kiosk.session
    met = set()
    for _ in range(20):
        press(qtbot, kiosk, Qt.Key.Key_Tab)
        focused = QApplication.focusWidget()
        met.add(focused.text() if isinstance(focused, Target) else "")
        assert kiosk.session == before
    assert {"English", "Español", "العربية"} <= met
    while not isinstance(found := QApplication.focusWidget(), Target) or found.text() != "Español":
        press(qtbot, kiosk, Qt.Key.Key_Tab)
    press(qtbot, kiosk, Qt.Key.Key_Return)
    assert kiosk.session.preferences.language == "es"


def test_the_next_person_begins_in_the_clinics_first_language(
    start_kiosk: StartKiosk, qtbot: QtBot, shipped: Catalog
) -> None:
    kiosk = start_kiosk(in_three(shipped))
    touch(qtbot, kiosk, KeyName.BEGIN, "Toque para empezar")
    assert target(kiosk, KeyName.HELP).text() == "Pida ayuda ya"
    for _ in range(2):
        kiosk.idle.timeout.emit()
    assert target(kiosk, KeyName.HELP).text() == "Get help now"
    assert target(kiosk, KeyName.TAKE_BACK).text() == "That was me, take me back"


def test_one_language_offers_no_choice(start_kiosk: StartKiosk, qtbot: QtBot, shipped: Catalog) -> None:
    kiosk = start_kiosk(replace(shipped, clinic=Clinic()))
    touch(qtbot, kiosk, KeyName.BEGIN)
    touch(qtbot, kiosk, KeyName.EASIER)
    with pytest.raises(LookupError):
        target(kiosk, KeyName.LANGUAGE)


def test_drawn_numbers_have_the_clinics_digits(
    start_kiosk: StartKiosk, qtbot: QtBot, shipped: Catalog
) -> None:
    """Issue 9, part 1: ١٢ for 12."""
    kiosk = start_kiosk(in_three(shipped, native_digits=True))
    touch(qtbot, kiosk, KeyName.BEGIN, "المس للبدء")
    touch(qtbot, kiosk, KeyName.NEXT)
    assert target(kiosk, KeyName.STEPS, "من").accessibleName() == "٢ من ١٤"
    kiosk.idle.timeout.emit()
    assert "٣٠" in words_on(kiosk)


@pytest.mark.parametrize(("number", "written"), [(0, "٠"), (7, "٧"), (12, "١٢")])  # noqa: RUF001 - Arabic digits
def test_a_page_writes_a_number_as_the_clinic_wants_it(number: int, written: str) -> None:
    assert ARABIC.number(number) == written
    assert Style.of(QSize(1920, 1080), Preferences("ar")).number(number) == str(number)


def test_the_numbers_of_a_list_are_the_clinics_too() -> None:
    item = Block((Run("كلمة"),), BlockStyle.NUMBER, 12)
    assert Typeset(ARABIC, Role.BODY, item).spoken == "١٢. كلمة"


@pytest.mark.parametrize(
    ("language", "native_digits", "written"),
    [
        ("en", False, "Tuesday, March 31, 2026"),
        ("es", False, "martes, 31 de marzo de 2026"),
        ("ar", False, "الثلاثاء، 31 مارس 2026"),
        ("ar", True, "الثلاثاء، ٣١ مارس ٢٠٢٦"),
        ("ar-AE", True, "الثلاثاء، ٣١ مارس ٢٠٢٦"),
        ("ar-AE", False, "الثلاثاء، 31 مارس 2026"),
        ("tlh", True, "2026-03-31"),
    ],
)
def test_a_date_is_written_by_qts_tables_in_the_clinics_digits(
    language: str, written: str, *, native_digits: bool
) -> None:
    """QLocale writes 12 in "ar" as ١٢, in "ar_AE" as 12: the clinic decides, not the table."""
    assert date_in_words(date(2026, 3, 31), language, native_digits=native_digits) == written
    assert ARABIC.digits != LATIN

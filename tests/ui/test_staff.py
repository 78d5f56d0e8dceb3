"""The gate, the desk, the cleaning mode and the calibration, by touch and by keys."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QPointingDevice
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kiosk.app import Kiosk
from kiosk.core.content.model import Catalog, Clinic
from kiosk.core.session.events import CameAsStaff, CatalogArrived, StandingArrived
from kiosk.core.session.screens import (
    Attract,
    Calibration,
    Cleaning,
    Desk,
    DeskPage,
    Gate,
    GateState,
    HelpOpen,
    Preview,
    SlideOpen,
)
from kiosk.core.settings import Machine, read_machine
from kiosk.core.staff import pin as pins
from kiosk.core.staff.health import Finding, Notice, State
from kiosk.core.views.rail import KeyName
from kiosk.ops.errands import Errands
from kiosk.ui.pages.calibration import CardFrame
from kiosk.ui.pages.cleaning import CleaningPage
from kiosk.ui.pages.gate import GatePage
from kiosk.ui.widgets.marks import Note
from kiosk.ui.widgets.target import Target
from tests.contents import NEW, STANDING, FakeContents
from tests.ui.conftest import StartKiosk
from tests.ui.hands import has, later, press, screen, target, touch, words_on

TOPIC = "sciatica-massage"
PIN = "277913"
DIGITS = {digit: getattr(Qt.Key, f"Key_{digit}") for digit in "0123456789"}
FINDINGS = (Finding("Disk", State.GOOD, "Much is free."),)


@pytest.fixture(scope="module")
def glass() -> QPointingDevice:
    return QTest.createTouchDevice()


@pytest.fixture(scope="module")
def kept() -> str:
    return pins.hash_of(PIN)


@pytest.fixture
def contents() -> FakeContents:
    return FakeContents()


class Lobby:
    """A kiosk with its services; `ended` is set when it was asked to end."""

    def __init__(self, kiosk: Kiosk, contents: FakeContents, folder: Path, pin: str) -> None:
        self.kiosk, self.settings, self.data = kiosk, folder / "machine.toml", folder / "data"
        self.ended = False
        self.errands = Errands(
            settings=self.settings,
            data=self.data,
            pin=pin,
            ruler=kiosk.window,
            contents=contents,
            look=lambda _language: FINDINGS,
            ring=kiosk.ring,
            answer=kiosk.heard.emit,
            end=self.end,
            clock=kiosk.window._clock,
            rest=lambda _seconds: None,
        )
        kiosk.run_errand = self.errands.run

    def end(self) -> None:
        self.ended = True


OpenLobby = Callable[..., Lobby]


@pytest.fixture
def open_lobby(start_kiosk: StartKiosk, contents: FakeContents, tmp_path: Path, kept: str) -> OpenLobby:
    def open_it(pin: str = kept, catalog: Catalog | None = None) -> Lobby:
        (tmp_path / "machine.toml").write_text(f'pin = "{pin}"\n# of IT\n')
        kiosk = start_kiosk(catalog, machine=Machine(pin=pin))
        return Lobby(kiosk, contents, tmp_path, pin)

    return open_it


@pytest.fixture
def lobby(open_lobby: OpenLobby) -> Lobby:
    return open_lobby()


def gate(kiosk: Kiosk) -> Gate:
    found = screen(kiosk)
    assert isinstance(found, Gate)
    return found


def desk(kiosk: Kiosk) -> Desk:
    found = screen(kiosk)
    assert isinstance(found, Desk)
    return found


def open_gate(qtbot: QtBot, kiosk: Kiosk) -> None:
    later(kiosk)
    modifiers = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(kiosk.window, Qt.Key.Key_S, modifiers)
    qtbot.waitUntil(lambda: gate(kiosk).tries_left > 0 or gate(kiosk).state is not GateState.READY)


def type_pin(qtbot: QtBot, kiosk: Kiosk, pin: str) -> None:
    """Type it as fast as a hand can, and wait for the answer."""
    for digit in pin:
        qtbot.keyClick(kiosk.window, DIGITS[digit])
    press(qtbot, kiosk, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: getattr(screen(kiosk), "state", None) is not GateState.CHECKING)


def open_desk(qtbot: QtBot, lobby: Lobby) -> None:
    lobby.kiosk.happen(CameAsStaff())
    qtbot.waitUntil(lambda: desk(lobby.kiosk).standing is not None)


def card_width(kiosk: Kiosk) -> int:
    """How wide the outline of the bank card is, in pixels."""
    (frame,) = kiosk.window.page.findChildren(CardFrame)
    return frame.width()


def all_words(kiosk: Kiosk) -> str:
    notes = [note.text() for note in kiosk.window.page.findChildren(Note)]
    return "\n".join((words_on(kiosk), *notes)).replace("\u200b", "")


def test_the_gate_opens_by_touch_with_the_pin_also_with_a_digit_twice(
    lobby: Lobby, qtbot: QtBot, glass: QPointingDevice
) -> None:
    kiosk = lobby.kiosk
    open_gate(qtbot, kiosk)
    for digit in PIN:
        hit = target(kiosk, KeyName.DIGIT, digit)
        place = hit.mapTo(kiosk.window, hit.face.center().toPoint())
        later(kiosk, 0.15)
        QTest.touchEvent(kiosk.window, glass).press(0, place, kiosk.window).commit()
        QTest.touchEvent(kiosk.window, glass).release(0, place, kiosk.window).commit()
    assert gate(kiosk).typed == PIN
    touch(qtbot, kiosk, KeyName.ENTER)
    qtbot.waitUntil(lambda: isinstance(screen(kiosk), Desk))
    qtbot.waitUntil(lambda: desk(kiosk).standing == STANDING)
    assert "/srv/kiosk-content" in all_words(kiosk)


def test_the_gate_opens_by_keys_and_erase_takes_a_digit_back(lobby: Lobby, qtbot: QtBot) -> None:
    open_gate(qtbot, lobby.kiosk)
    press(qtbot, lobby.kiosk, DIGITS["9"], Qt.Key.Key_Backspace)
    type_pin(qtbot, lobby.kiosk, PIN)
    assert isinstance(screen(lobby.kiosk), Desk)


def test_the_pin_pad_has_keys_of_25_mm_and_speaks_no_digit(lobby: Lobby, qtbot: QtBot) -> None:
    """standards.md OPR-01; the field tells a screen reader how many digits there are."""
    open_gate(qtbot, lobby.kiosk)
    for digit in "0123456789":
        key = target(lobby.kiosk, KeyName.DIGIT, digit)
        assert min(key.face.width(), key.face.height()) >= 100
    press(qtbot, lobby.kiosk, DIGITS["4"])
    assert "4" not in words_on(lobby.kiosk)


def test_a_wrong_pin_says_how_many_tries_are_left_and_five_bring_a_wait(lobby: Lobby, qtbot: QtBot) -> None:
    kiosk = lobby.kiosk
    open_gate(qtbot, kiosk)
    for left in (4, 3, 2, 1):
        type_pin(qtbot, kiosk, "111222")
        assert f"That PIN did not match. {left} tr" in words_on(kiosk)
    type_pin(qtbot, kiosk, "111222")
    assert "Too many wrong PINs. Please wait 30 seconds." in words_on(kiosk)
    assert not has(kiosk, KeyName.DIGIT)
    type_pin(qtbot, kiosk, PIN)
    assert gate(kiosk).state is GateState.WAITING
    page = kiosk.window.page
    assert isinstance(page, GatePage)
    later(kiosk, 12)
    assert page._wait is not None
    page._wait.step()
    left = page._wait.left
    assert left < 20
    assert f"Please wait {left} seconds." in words_on(kiosk)
    later(kiosk, 30)
    page._wait.step()
    type_pin(qtbot, kiosk, PIN)
    assert isinstance(screen(kiosk), Desk)


def test_a_wait_goes_on_when_the_gate_is_closed_and_opened_again(lobby: Lobby, qtbot: QtBot) -> None:
    open_gate(qtbot, lobby.kiosk)
    for _ in range(5):
        type_pin(qtbot, lobby.kiosk, "111222")
    press(qtbot, lobby.kiosk, Qt.Key.Key_Escape)
    assert screen(lobby.kiosk) == Attract()
    later(lobby.kiosk, 10)
    open_gate(qtbot, lobby.kiosk)
    assert gate(lobby.kiosk).state is GateState.WAITING
    assert gate(lobby.kiosk).wait < 20


def test_without_a_pin_the_gate_says_so_and_nothing_opens(open_lobby: OpenLobby, qtbot: QtBot) -> None:
    lobby = open_lobby(pin="")
    open_gate(qtbot, lobby.kiosk)
    assert "No staff PIN is set. IT sets one with the command: kiosk pin" in words_on(lobby.kiosk)
    assert not has(lobby.kiosk, KeyName.DIGIT)
    touch(qtbot, lobby.kiosk, KeyName.CLOSE_BACK)
    assert screen(lobby.kiosk) == Attract()


def test_a_pin_that_it_has_just_set_counts_at_once(open_lobby: OpenLobby, qtbot: QtBot, kept: str) -> None:
    lobby = open_lobby(pin="")
    lobby.settings.write_text(f'pin = "{kept}"\n')
    open_gate(qtbot, lobby.kiosk)
    type_pin(qtbot, lobby.kiosk, PIN)
    assert isinstance(screen(lobby.kiosk), Desk)


def test_a_patient_who_came_to_the_gate_by_accident_is_back_with_one_key(lobby: Lobby, qtbot: QtBot) -> None:
    kiosk = lobby.kiosk
    touch(qtbot, kiosk, KeyName.BEGIN)
    touch(qtbot, kiosk, KeyName.NEXT)
    open_gate(qtbot, kiosk)
    touch(qtbot, kiosk, KeyName.CLOSE_BACK)
    assert screen(kiosk) == SlideOpen(TOPIC, 1)
    open_gate(qtbot, kiosk)
    kiosk.idle.timeout.emit()
    assert screen(kiosk) == SlideOpen(TOPIC, 1)
    open_gate(qtbot, kiosk)
    touch(qtbot, kiosk, KeyName.HELP)
    assert screen(kiosk) == HelpOpen(below=SlideOpen(TOPIC, 1))


@pytest.mark.parametrize("keys", [(KeyName.HELP,), (KeyName.EASIER,), (KeyName.STEPS,), (KeyName.MORE,)])
def test_the_gate_opens_over_whatever_is_open(lobby: Lobby, qtbot: QtBot, keys: tuple[KeyName, ...]) -> None:
    """wishes.md 5.4."""
    touch(qtbot, lobby.kiosk, KeyName.BEGIN)
    for key in keys:
        touch(qtbot, lobby.kiosk, key)
    before = screen(lobby.kiosk)
    open_gate(qtbot, lobby.kiosk)
    press(qtbot, lobby.kiosk, Qt.Key.Key_Escape)
    assert screen(lobby.kiosk) == before


def test_the_gate_opens_where_nothing_can_be_shown(open_lobby: OpenLobby, qtbot: QtBot) -> None:
    """wishes.md 5.4: with broken content."""
    lobby = open_lobby(catalog=Catalog())
    open_gate(qtbot, lobby.kiosk)
    type_pin(qtbot, lobby.kiosk, PIN)
    assert "patients read that the information is being updated" in words_on(lobby.kiosk)


def test_the_gate_counts_down_to_its_end_and_every_key_begins_again(lobby: Lobby, qtbot: QtBot) -> None:
    open_gate(qtbot, lobby.kiosk)
    page = lobby.kiosk.window.page
    assert isinstance(page, GatePage)
    later(lobby.kiosk, 12)
    page._closes.step()
    assert "by itself in 18 seconds" in words_on(lobby.kiosk)
    qtbot.keyClick(lobby.kiosk.window, Qt.Key.Key_A)
    assert "by itself in 30 seconds" in words_on(lobby.kiosk)
    assert lobby.kiosk.idle.interval() == 30_000


def test_the_pin_is_checked_apart_from_the_screen(
    lobby: Lobby, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Scrypt takes 90 ms: no frame may wait for it."""
    threads: list[threading.Thread] = []
    real = pins.fits

    def noted(pin: str, kept: str) -> bool:
        threads.append(threading.current_thread())
        return real(pin, kept)

    monkeypatch.setattr(pins, "fits", noted)
    open_gate(qtbot, lobby.kiosk)
    type_pin(qtbot, lobby.kiosk, PIN)
    assert threads != []
    assert threading.main_thread() not in threads


def test_the_desk_says_what_is_on_screen_since_when_from_where_and_what_is_wrong(
    lobby: Lobby, qtbot: QtBot
) -> None:
    open_desk(qtbot, lobby)
    words = all_words(lobby.kiosk)
    for said in (
        "On screen since",
        "/srv/kiosk-content",
        "Will not be shown  asthma/02.md, line 3",
        "It is empty. It is left out.",
        "Write something.",
        "1 topic, 13 pages",
        "Closes in 2 min 00 s",
    ):
        assert said in words


def test_what_staff_press_reaches_the_content(lobby: Lobby, contents: FakeContents, qtbot: QtBot) -> None:
    kiosk = lobby.kiosk
    open_desk(qtbot, lobby)
    touch(qtbot, kiosk, KeyName.GO_BACK)
    qtbot.waitUntil(lambda: has(kiosk, KeyName.FOLLOW))
    assert "new files wait until you say otherwise" in words_on(kiosk)
    touch(qtbot, kiosk, KeyName.FOLLOW)
    qtbot.waitUntil(lambda: has(kiosk, KeyName.SHOW_NOW))
    touch(qtbot, kiosk, KeyName.SHOW_NOW)
    qtbot.waitUntil(lambda: not has(kiosk, KeyName.SHOW_NOW) and "Done." in words_on(kiosk))
    touch(qtbot, kiosk, KeyName.DESK_TOPICS)
    touch(qtbot, kiosk, KeyName.PAUSE)
    qtbot.waitUntil(lambda: has(kiosk, KeyName.RESUME))
    assert "Paused by staff" in words_on(kiosk)
    touch(qtbot, kiosk, KeyName.RESUME)
    qtbot.waitUntil(lambda: has(kiosk, KeyName.PAUSE))
    assert contents.asked == [
        "go back to kept-1",
        "follow",
        "show now",
        f"pause {TOPIC}",
        f"resume {TOPIC}",
    ]


def test_what_fails_is_said_and_the_kiosk_goes_on(
    lobby: Lobby, contents: FakeContents, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    open_desk(qtbot, lobby)
    contents.fails = True
    touch(qtbot, lobby.kiosk, KeyName.SHOW_NOW)
    qtbot.waitUntil(lambda: desk(lobby.kiosk).notice is Notice.FAILED)
    assert "That did not work." in words_on(lobby.kiosk)
    assert "No space left" in caplog.text


def test_what_is_asked_for_in_vain_says_that_nothing_has_changed_so_far(
    lobby: Lobby, contents: FakeContents, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The content does it on a thread of its own, and may be long about it."""
    monkeypatch.setattr(contents, "show_now", lambda: None)
    open_desk(qtbot, lobby)
    touch(qtbot, lobby.kiosk, KeyName.SHOW_NOW)
    qtbot.waitUntil(lambda: "Nothing has changed so far." in words_on(lobby.kiosk))


def test_a_preview_is_walked_like_a_session_and_closes_to_the_desk(lobby: Lobby, qtbot: QtBot) -> None:
    kiosk = lobby.kiosk
    open_desk(qtbot, lobby)
    touch(qtbot, kiosk, KeyName.PREVIEW)
    qtbot.waitUntil(lambda: isinstance(screen(kiosk), Preview))
    assert "Slide 1" in words_on(kiosk)
    touch(qtbot, kiosk, KeyName.NEXT)
    assert "Slide 2" in words_on(kiosk)
    assert not has(kiosk, KeyName.START_OVER)
    touch(qtbot, kiosk, KeyName.CLOSE)
    assert isinstance(screen(kiosk), Desk)
    assert kiosk.session.catalog.topics[0].key == TOPIC


def test_every_key_of_the_desk_is_reached_and_pressed_by_keys_alone(lobby: Lobby, qtbot: QtBot) -> None:
    open_desk(qtbot, lobby)
    kiosk = lobby.kiosk
    for name, page in ((KeyName.DESK_TOPICS, DeskPage.TOPICS), (KeyName.DESK_MACHINE, DeskPage.MACHINE)):
        for _ in range(20):
            press(qtbot, kiosk, Qt.Key.Key_Tab)
            focused = kiosk.window.focusWidget()
            if isinstance(focused, Target) and focused.key.name is name:
                break
        press(qtbot, kiosk, Qt.Key.Key_Return)
        assert desk(kiosk).page is page
    qtbot.waitUntil(lambda: "Much is free." in words_on(kiosk))
    press(qtbot, kiosk, Qt.Key.Key_Escape)
    assert screen(kiosk) == Attract()


def test_the_desk_closes_by_itself_after_two_minutes(lobby: Lobby, qtbot: QtBot) -> None:
    open_desk(qtbot, lobby)
    assert lobby.kiosk.idle.interval() == 120_000
    lobby.kiosk.idle.timeout.emit()
    assert screen(lobby.kiosk) == Attract()


def test_files_that_change_neither_keep_the_desk_open_nor_its_countdown_from_going_on(
    lobby: Lobby, qtbot: QtBot
) -> None:
    open_desk(qtbot, lobby)
    press(qtbot, lobby.kiosk, Qt.Key.Key_A)
    lobby.kiosk.idle.start(77_000)  # whoever sets it again would take two minutes
    later(lobby.kiosk, 43)
    lobby.kiosk.happen(StandingArrived(replace(STANDING, is_held=True)))
    lobby.kiosk.happen(CatalogArrived(NEW))
    assert "Closes in 1 min 17 s" in all_words(lobby.kiosk)
    assert lobby.kiosk.idle.interval() == 77_000
    press(qtbot, lobby.kiosk, Qt.Key.Key_A)
    assert "Closes in 2 min 00 s" in all_words(lobby.kiosk)
    assert lobby.kiosk.idle.interval() == 120_000


def test_the_kiosk_ends_only_after_a_second_key(lobby: Lobby, qtbot: QtBot) -> None:
    open_desk(qtbot, lobby)
    touch(qtbot, lobby.kiosk, KeyName.DESK_MACHINE)
    touch(qtbot, lobby.kiosk, KeyName.EXIT)
    assert not lobby.ended
    assert "Patients see nothing more" in words_on(lobby.kiosk)
    touch(qtbot, lobby.kiosk, KeyName.EXIT)
    assert lobby.ended


def test_the_sound_test_says_where_there_is_no_sound(lobby: Lobby, qtbot: QtBot) -> None:
    open_desk(qtbot, lobby)
    touch(qtbot, lobby.kiosk, KeyName.DESK_MACHINE)
    touch(qtbot, lobby.kiosk, KeyName.SOUND_TEST)
    qtbot.waitUntil(lambda: "This machine makes no sound" in words_on(lobby.kiosk))


def test_calibration_makes_the_card_fit_draws_by_it_at_once_and_keeps_it(lobby: Lobby, qtbot: QtBot) -> None:
    """The outline is 85.60 mm wide in the scale that is kept: ISO/IEC 7810 ID-1."""
    kiosk = lobby.kiosk
    open_desk(qtbot, lobby)
    touch(qtbot, kiosk, KeyName.DESK_MACHINE)
    touch(qtbot, kiosk, KeyName.CALIBRATE)
    qtbot.waitUntil(lambda: isinstance(screen(kiosk), Calibration))
    width = card_width(kiosk)
    assert width == pytest.approx(85.6 * 4.03, abs=1)
    touch(qtbot, kiosk, KeyName.SMALLER, "Much")
    press(qtbot, kiosk, Qt.Key.Key_Left, Qt.Key.Key_Left, Qt.Key.Key_Right)
    assert card_width(kiosk) == width - 13
    touch(qtbot, kiosk, KeyName.DONE)
    qtbot.waitUntil(lambda: "The size is kept." in words_on(kiosk))
    wanted = (width - 13) / 85.6
    assert kiosk.window.px_per_mm == pytest.approx(wanted)
    assert kiosk.window.shown.style.unit == pytest.approx(wanted / 4.03)
    machine, problems = read_machine(lobby.settings)
    assert machine.px_per_mm == pytest.approx(wanted, abs=1e-3)
    assert problems == ()
    assert "# of IT" in lobby.settings.read_text()


def test_right_to_left_neither_turns_the_digits_nor_the_card(
    open_lobby: OpenLobby, shipped: Catalog, qtbot: QtBot
) -> None:
    lobby = open_lobby(catalog=replace(shipped, clinic=Clinic(languages=("ar",))))
    kiosk = lobby.kiosk
    open_gate(qtbot, kiosk)
    one, three = (target(kiosk, KeyName.DIGIT, digit).mapTo(kiosk.window, QPoint(0, 0)) for digit in "13")
    assert one.x() < three.x() < kiosk.window.width() // 2  # the pad itself stands at the other side
    press(qtbot, kiosk, Qt.Key.Key_Escape)
    open_desk(qtbot, lobby)
    touch(qtbot, kiosk, KeyName.DESK_MACHINE)
    touch(qtbot, kiosk, KeyName.CALIBRATE)
    qtbot.waitUntil(lambda: isinstance(screen(kiosk), Calibration))
    (frame,) = kiosk.window.page.findChildren(CardFrame)
    assert frame.x() < kiosk.window.width() // 4


def test_a_size_that_cannot_be_kept_counts_until_the_next_start(lobby: Lobby, qtbot: QtBot) -> None:
    kiosk = lobby.kiosk
    open_desk(qtbot, lobby)
    lobby.settings.unlink()
    lobby.settings.mkdir()
    touch(qtbot, kiosk, KeyName.DESK_MACHINE)
    touch(qtbot, kiosk, KeyName.CALIBRATE)
    qtbot.waitUntil(lambda: isinstance(screen(kiosk), Calibration))
    touch(qtbot, kiosk, KeyName.LARGER)
    touch(qtbot, kiosk, KeyName.DONE)
    qtbot.waitUntil(lambda: "until the next start" in words_on(kiosk))


def test_cleaning_lets_no_touch_and_no_key_through_and_ends_after_thirty_seconds(
    lobby: Lobby, qtbot: QtBot, glass: QPointingDevice
) -> None:
    kiosk = lobby.kiosk
    touch(qtbot, kiosk, KeyName.BEGIN)
    press(qtbot, kiosk, Qt.Key.Key_F3)
    assert screen(kiosk) == Cleaning(below=SlideOpen(TOPIC, 0))
    assert kiosk.idle.interval() == 30_000
    kiosk.idle.start(1_000_000)  # a touch that counted as a sign of life would set it again
    for place in (QPoint(60, 60), QPoint(1700, 1000), QPoint(900, 500), QPoint(1900, 20)):
        for _ in range(6):
            later(kiosk, 0.1)
            QTest.touchEvent(kiosk.window, glass).press(0, place, kiosk.window).commit()
            QTest.touchEvent(kiosk.window, glass).release(0, place, kiosk.window).commit()
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Right, Qt.Key.Key_F1, Qt.Key.Key_Home):
        press(qtbot, kiosk, key)
    modifiers = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(kiosk.window, Qt.Key.Key_S, modifiers)
    assert isinstance(screen(kiosk), Cleaning)
    assert kiosk.idle.interval() == 1_000_000
    kiosk.idle.timeout.emit()
    assert screen(kiosk) == SlideOpen(TOPIC, 0)


@pytest.mark.parametrize("by_key", [False, True])
def test_back_now_is_there_after_five_seconds(lobby: Lobby, qtbot: QtBot, *, by_key: bool) -> None:
    kiosk = lobby.kiosk
    press(qtbot, kiosk, Qt.Key.Key_F3)
    page = kiosk.window.page
    assert isinstance(page, CleaningPage)
    later(kiosk, 4.5)
    page._countdown.step()
    assert not has(kiosk, KeyName.CLOSE_BACK)
    later(kiosk, 1)
    page._countdown.step()
    if by_key:
        press(qtbot, kiosk, Qt.Key.Key_Return)
    else:
        touch(qtbot, kiosk, KeyName.CLOSE_BACK)
    assert screen(kiosk) == Attract()


def test_cleaning_says_when_the_screen_was_cleaned_before(lobby: Lobby, qtbot: QtBot) -> None:
    kiosk = lobby.kiosk
    press(qtbot, kiosk, Qt.Key.Key_F3)
    assert "Last cleaned" not in all_words(kiosk)
    kiosk.idle.timeout.emit()
    qtbot.waitUntil((lobby.data / "staff" / "last-cleaned").exists)
    press(qtbot, kiosk, Qt.Key.Key_F3)
    qtbot.waitUntil(lambda: "Last cleaned" in all_words(kiosk))

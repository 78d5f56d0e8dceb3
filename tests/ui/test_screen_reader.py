"""What a screen reader finds on every screen, hears of and can press (standards.md 1.6; OPR-06, -10, -11, -13)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import TypeVar

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QCoreApplication, QEvent, QRect, QSize, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from kiosk.app import Kiosk
from kiosk.core.content.model import Catalog
from kiosk.core.content.snapshot import SnapshotStore
from kiosk.core.session.events import ListenPressed, StayPressed, VoicesFound
from kiosk.core.session.preferences import Preferences, TextSize
from kiosk.core.session.screens import Attract, Cleaning, Gate, SlideOpen, StillThere
from kiosk.core.speech.sentence import speakable
from kiosk.core.views.announcement import Announcement
from kiosk.core.views.gate import GateView
from kiosk.core.views.picture import PictureView
from kiosk.core.views.rail import KeyName
from kiosk.core.views.slide import SlideView
from kiosk.core.views.view import view_of
from kiosk.ui.fonts import load_fonts
from kiosk.ui.pictures import Pictures
from kiosk.ui.screen_reader import ZERO_WIDTH_SPACE, ScreenReader
from kiosk.ui.widgets.marks import Ring
from kiosk.ui.widgets.picture import PictureLabel
from kiosk.ui.widgets.target import Area, Target
from kiosk.ui.window import KioskWindow
from tests.ui.conftest import StartKiosk
from tests.ui.eyes import Role, Seen, leaves_on, named, seen_on
from tests.ui.fitting import clear_away, on_each_part, screens
from tests.ui.hands import press, screen, target, touch

SMALL = (QSize(1024, 600), Preferences("en", TextSize.LARGE))
LOOKS = [
    pytest.param((QSize(1920, 1080), Preferences("en")), id="wide"),
    pytest.param((QSize(1080, 1920), Preferences("ar", TextSize.LARGEST)), id="upright, right to left"),
    pytest.param(SMALL, id="small", marks=pytest.mark.long),
]
WidgetT = TypeVar("WidgetT", bound=QWidget)
MORE_OF_THE_SAME = re.compile("massage-(0[5-9]|1[0-3])-")
"""Slides that have nothing on them that the others have not."""
TEXTS = {Role.StaticText, Role.Heading}
RIM = 32
"""Pixels by which a text's box reaches over its lines, so that no sign of Arabic is cut off; no ink is there."""
KEYS = {Role.Button, Role.CheckBox, Role.RadioButton}


@pytest.fixture(scope="module", params=LOOKS)
def faults(
    request: pytest.FixtureRequest, qapp: object, shipped: Catalog, store: SnapshotStore
) -> Iterator[dict[str, list[str]]]:
    """What each check found on all parts of all screens; the walk through them is the longest of it."""
    load_fonts()
    size, preferences = request.param
    window = KioskWindow(Pictures(store.pictures), clock=lambda: 0.0)
    window.resize(size)
    window.open_to_screen_readers()
    window.show()
    QApplication.processEvents()
    assert window.windowHandle().isExposed()
    press = Presses(window)
    checks: tuple[Callable[[KioskWindow], Iterator[str]], ...] = (
        not_found_once,
        without_title_or_name,
        called_otherwise,
        read_in_another_order,
        press,
        traps,
    )
    found: dict[str, list[str]] = {_name_of(check): [] for check in checks}
    walked = 0
    for name, session in screens(shipped, preferences):
        if MORE_OF_THE_SAME.search(name):
            continue
        for part, here in enumerate(on_each_part(window, session), 1):
            window.show_drawn(window.draw(view_of(here), here))
            walked += 1
            for check in checks:
                found[_name_of(check)] += [f"{name}, part {part}: {fault}" for fault in check(window)]
            window.setFocus()  # who has pressed a key would keep it on the next part
            clear_away()
    assert walked > 70
    yield found
    window.may_close = True
    window.close()
    window.deleteLater()
    clear_away()


def _name_of(check: object) -> str:
    name: str = getattr(check, "__name__", type(check).__name__)
    return name


def not_found_once(window: KioskWindow) -> Iterator[str]:
    found = leaves_on(window)
    texts = sorted(seen.name for seen in found if seen.role in TEXTS)
    keys = sorted(seen.name for seen in found if seen.role in KEYS)
    pictures = sorted(seen.name for seen in found if seen.role == Role.Graphic)
    for what, there, expected in (
        ("texts", [text for text in texts if text not in _drawn_by_hand(window)], _words(window)),
        ("keys", keys, sorted(_clean(key.accessibleName()) for key in _targets(window))),
        ("pictures", pictures, sorted(filter(None, (each.accessibleName() for each in _pictures(window))))),
    ):
        if there != expected:
            yield f"{what} {there} instead of {expected}"
    inside = window.rect().adjusted(0, -RIM, 0, RIM)
    for seen in found:
        if not seen.name:
            yield f"{seen.role.name} without a name"
        if seen.state.invisible:
            yield f"{seen.name} is hidden"
        if not inside.contains(seen.box):
            yield f"{seen.name} at {seen.box}"


def without_title_or_name(window: KioskWindow) -> Iterator[str]:
    if not window.windowTitle():
        yield "no title"
    yield from (
        "a focus without a name" for seen in seen_on(window) if seen.state.focusable and not seen.name
    )
    headings = [seen for seen in seen_on(window) if seen.role == Role.Heading]
    if isinstance(window.shown.view, PictureView) or _is_picture_only(window):
        return
    if not headings and part_of(window) > 1:
        return  # where the title flows with the text, it stands on the first part
    if not headings:
        yield "no heading"
    elif not headings[0].state.focused:
        yield "the heading has not the focus"


def part_of(window: KioskWindow) -> int:
    part: int = getattr(window.shown.view, "part", 1)
    return part


def called_otherwise(window: KioskWindow) -> Iterator[str]:
    for key in _targets(window):
        if _clean(key.text()).casefold() not in _clean(key.accessibleName()).casefold():
            yield f'"{key.text()}" is called "{key.accessibleName()}"'


def read_in_another_order(window: KioskWindow) -> Iterator[str]:
    found = [seen for seen in leaves_on(window) if not isinstance(seen.node.object(), PictureLabel)]
    yield from _out_of_order(found)
    rail = window.shown.rail.y()
    tops = [seen.box.y() >= rail for seen in found]
    if tops != sorted(tops):
        yield "the rail before the page"
    keys = [seen.node.object() for seen in found if isinstance(seen.node.object(), Target)]
    if keys != window.targets():
        yield "the focus goes another way"


class Presses:
    """Presses each key from outside."""

    def __init__(self, window: KioskWindow) -> None:
        self._happened: list[object] = []
        self._touched: list[str] = []
        window.happened.connect(self._happened.append)
        window.touched.connect(lambda: self._touched.append("touched"))

    def __call__(self, window: KioskWindow) -> Iterator[str]:
        for seen in leaves_on(window):
            key = seen.node.object()
            if not isinstance(key, Target):
                continue
            self._happened.clear()
            self._touched.clear()
            if seen.node.actionInterface().actionNames() != ["Press", "SetFocus"]:
                yield f"{seen.name} cannot be pressed"
            seen.press()
            if self._happened != [key.key.event]:
                yield f"{seen.name}: {self._happened} happened"
            if self._touched != ([] if window.page.is_deaf else ["touched"]):
                yield f"{seen.name}: {self._touched}"
            if not key.hasFocus():
                yield f"{seen.name} has not the focus"


def traps(window: KioskWindow) -> Iterator[str]:
    count = len(window.targets())
    for by in (1, -1):
        window.focus.move(by)
        first = window.focusWidget()
        walked = [window.focus.move(by) for _ in range(2 * count)]
        if len(set(walked)) != count or window.focusWidget() is not first:
            yield f"{len(set(walked))} of {count} targets, step {by}"


def test_whatever_informs_or_acts_is_found_once_with_its_words(faults: dict[str, list[str]]) -> None:
    """standards.md API-01: and nothing that is hidden, decoration, or of the page before."""
    assert faults["not_found_once"] == []


def test_every_screen_has_a_title_and_no_focus_without_a_name(faults: dict[str, list[str]]) -> None:
    """standards.md API-01 and API-02; a picture over the whole page has its name in the window alone."""
    assert faults["without_title_or_name"] == []


def test_names_begin_with_or_hold_what_is_written_on_the_key(faults: dict[str, list[str]]) -> None:
    """standards.md OPR-10 (WCAG 2.5.3)."""
    assert faults["called_otherwise"] == []


def test_the_tree_is_read_as_the_eye_reads_and_the_focus_goes_the_same_way(
    faults: dict[str, list[str]],
) -> None:
    """standards.md OPR-06 (WCAG 2.4.3): page before rail, nothing before what stands over it or begins before it."""
    assert faults["read_in_another_order"] == []


def test_each_key_of_each_screen_can_be_pressed_from_outside(faults: dict[str, list[str]]) -> None:
    """standards.md API-03: it happens once, and counts as a sign of life, except where the screen is wiped."""
    assert faults["Presses"] == []


def test_the_focus_comes_round_on_every_screen_without_a_trap(faults: dict[str, list[str]]) -> None:
    """standards.md OPR-06: twice as many steps as there are targets lead back to the first, in either direction."""
    assert faults["traps"] == []


@pytest.mark.parametrize("size", [QSize(1920, 1080), QSize(1024, 600)])
def test_a_slide_has_these_roles(start_kiosk: StartKiosk, qtbot: QtBot, size: QSize) -> None:
    kiosk = start_kiosk(size=size)
    begin(qtbot, kiosk, slides=2)
    window = kiosk.window
    assert window.windowTitle() == "Pain relief, 2 of 14"
    assert QAccessible.queryAccessibleInterface(window).role() == Role.Window
    found = {(seen.role, seen.name) for seen in leaves_on(window)}
    assert {
        (Role.Heading, "Pain relief"),
        (Role.Button, "2 of 14"),
        (Role.Button, "Page 3: Blood flow"),
        (Role.Button, "Tell me more"),
        (Role.Button, "Next"),
    } <= found
    assert named(window, "A woman lies on her front", Role.Graphic).name.endswith("as if the pain grew less.")
    assert named(window, "After massage, back pain may ease", Role.StaticText).name.endswith("leg pain.")


def test_subheadings_are_headings_too(start_kiosk: StartKiosk, qtbot: QtBot) -> None:
    kiosk = start_kiosk()
    begin(qtbot, kiosk, slides=2)
    touch(qtbot, kiosk, KeyName.EVIDENCE)
    assert headings(kiosk) == ["How sure are we?", "Where this comes from"]
    touch(qtbot, kiosk, KeyName.EASIER)
    assert headings(kiosk) == ["Make it easier", "Text size", "Seeing", "Reaching", "Language"]
    touch(qtbot, kiosk, KeyName.HELP)
    assert headings(kiosk) == ["Get help now"]


def test_switches_and_choices_say_how_they_are_set_before_they_are_pressed(
    start_kiosk: StartKiosk, qtbot: QtBot
) -> None:
    """standards.md OPR-11 (EN 301 549, 5.6.1)."""
    kiosk = start_kiosk()
    begin(qtbot, kiosk)
    assert named(kiosk.window, "Make it easier").state.collapsed
    touch(qtbot, kiosk, KeyName.EASIER)
    assert named(kiosk.window, "Make it easier").state.expanded
    switch = named(kiosk.window, "High contrast: Off", Role.CheckBox)
    assert switch.state.checkable
    assert not switch.state.checked
    switch.press()
    assert named(kiosk.window, "High contrast: On", Role.CheckBox).state.checked
    sizes = [seen for seen in seen_on(kiosk.window) if seen.role == Role.RadioButton]
    assert [bool(seen.state.checked) for seen in sizes] == [True, False, False]


@pytest.mark.parametrize("language", ["en", "ar"])
def test_the_pin_is_never_told_and_its_pad_runs_from_the_left_in_every_script(
    start_kiosk: StartKiosk, language: str
) -> None:
    kiosk = start_kiosk()
    gate = Gate(below=Attract(), typed="907")
    kiosk.session = replace(kiosk.session, screen=gate, preferences=Preferences(language))
    kiosk.show()
    told = [seen.name for seen in leaves_on(kiosk.window) if seen.role in TEXTS]
    view = kiosk.window.shown.view
    assert isinstance(view, GateView)
    assert "3" in view.spoken
    assert view.spoken in told
    assert not any("907" in text for text in told)
    pad = [seen.name for seen in leaves_on(kiosk.window) if seen.role == Role.Button][:11]
    assert pad[:9] == list("123456789")
    assert pad[10] == "0"


def test_the_countdown_is_one_text_that_goes_with_the_time(start_kiosk: StartKiosk, qtbot: QtBot) -> None:
    kiosk = start_kiosk()
    begin(qtbot, kiosk)
    kiosk.idle.timeout.emit()
    assert isinstance(screen(kiosk), StillThere)
    ring = named(kiosk.window, "30 seconds", Role.StaticText)
    kiosk.window._clock.now += 4  # type: ignore[attr-defined]
    kiosk.window.page.step()  # type: ignore[attr-defined]
    assert ring.node.text(QAccessible.Text.Name) == "26 seconds"
    assert ring.node.childCount() == 0


def test_a_key_of_the_page_before_presses_nothing(start_kiosk: StartKiosk, qtbot: QtBot) -> None:
    kiosk = start_kiosk()
    begin(qtbot, kiosk)
    old = named(kiosk.window, "Next")
    touch(qtbot, kiosk, KeyName.NEXT)
    old.press()
    assert screen(kiosk) == SlideOpen("sciatica-massage", 1)


def test_pressing_from_outside_goes_from_attract_to_finish_and_back(start_kiosk: StartKiosk) -> None:
    """standards.md API-03. Two presses need no pause between them: they are no shaking hand."""
    kiosk = start_kiosk()
    named(kiosk.window, "Touch to begin").press()
    for number in range(1, 15):
        assert kiosk.window.windowTitle().endswith(f"{number} of 14")
        named(kiosk.window, "Next").press()
    assert kiosk.window.windowTitle() == "Remember"
    named(kiosk.window, "Start over").press()
    assert screen(kiosk) == Attract()


def test_a_wiped_screen_can_be_left_from_outside_and_is_not_kept_awake(
    start_kiosk: StartKiosk, qtbot: QtBot
) -> None:
    kiosk = start_kiosk()
    kiosk.session = replace(kiosk.session, screen=Cleaning(below=Attract()))
    kiosk.show()
    with pytest.raises(LookupError):
        named(kiosk.window, "Back now")
    kiosk.window._clock.now += 6  # type: ignore[attr-defined]
    kiosk.window.page._countdown.step()  # type: ignore[attr-defined]
    with qtbot.assertNotEmitted(kiosk.window.touched):
        named(kiosk.window, "Back now").press()
    assert screen(kiosk) == Attract()


def test_exploring_by_place_finds_what_lies_there(start_kiosk: StartKiosk, qtbot: QtBot) -> None:
    kiosk = start_kiosk()
    begin(qtbot, kiosk)
    key = target(kiosk, KeyName.NEXT)
    place = key.mapToGlobal(key.rect().center())
    found = QAccessible.queryAccessibleInterface(kiosk.window)
    while found.childCount():
        found = found.childAt(place.x(), place.y())
    assert found.object() is key


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> list[Announcement]:
    """Return what is announced from now on."""
    heard: list[Announcement] = []
    say = ScreenReader.say

    def hear(reader: ScreenReader, announcement: Announcement) -> None:
        heard.append(announcement)
        say(reader, announcement)

    monkeypatch.setattr(ScreenReader, "say", hear)
    return heard


def test_a_new_screen_is_announced_and_its_title_has_the_focus(
    start_kiosk: StartKiosk, qtbot: QtBot, told: list[Announcement]
) -> None:
    """standards.md API-02 and OPR-13."""
    kiosk = start_kiosk()
    begin(qtbot, kiosk, slides=2)
    assert [each.text for each in told] == ["What is sciatica?, 1 of 14", "Pain relief, 2 of 14"]
    assert not any(each.is_urgent for each in told)
    assert _focused(kiosk).text() == "Pain relief"
    assert not kiosk.window.focus.ring.isVisible()
    touch(qtbot, kiosk, KeyName.EVIDENCE)
    assert _focused(kiosk).text() == "How sure are we?"


def test_who_uses_keys_keeps_the_focus_on_next_and_hears_the_new_title(
    start_kiosk: StartKiosk, qtbot: QtBot, told: list[Announcement]
) -> None:
    kiosk = start_kiosk()
    begin(qtbot, kiosk)
    while kiosk.window.focusWidget() is not target(kiosk, KeyName.NEXT):
        press(qtbot, kiosk, Qt.Key.Key_Tab)
    press(qtbot, kiosk, Qt.Key.Key_Return)
    assert kiosk.window.focusWidget() is target(kiosk, KeyName.NEXT)
    assert told[-1] == Announcement("Pain relief, 2 of 14")


def test_a_switch_is_announced_and_keeps_the_focus_of_who_pressed_it_from_outside(
    start_kiosk: StartKiosk, qtbot: QtBot, told: list[Announcement]
) -> None:
    kiosk = start_kiosk()
    begin(qtbot, kiosk)
    touch(qtbot, kiosk, KeyName.EASIER)
    named(kiosk.window, "High contrast", Role.CheckBox).press()
    assert told[-1] == Announcement("High contrast: On")
    assert kiosk.window.focusWidget() is target(kiosk, KeyName.CONTRAST)
    assert not kiosk.window.focus.ring.isVisible()


def test_still_there_is_announced_over_everything_and_only_once(
    start_kiosk: StartKiosk, qtbot: QtBot, told: list[Announcement]
) -> None:
    kiosk = start_kiosk()
    begin(qtbot, kiosk)
    kiosk.idle.timeout.emit()
    kiosk.show()
    kiosk.happen(StayPressed())
    assert told[-2:] == [
        Announcement(
            "Still there? Touch anywhere to stay on this page. You have 30 seconds.", is_urgent=True
        ),
        Announcement("What is sciatica?, 1 of 14"),
    ]


def test_the_question_before_anything_is_read_aloud_is_announced_over_everything(
    start_kiosk: StartKiosk, qtbot: QtBot, told: list[Announcement]
) -> None:
    kiosk = start_kiosk()
    begin(qtbot, kiosk)
    kiosk.happen(VoicesFound(("en",)))
    kiosk.happen(ListenPressed())
    assert told[-1].text.startswith("Read aloud on the speaker? For yes, press the select key")
    assert told[-1].is_urgent
    named(kiosk.window, "No").press()
    assert not kiosk.session.hearing.is_on


def test_what_a_page_loses_is_not_kept(start_kiosk: StartKiosk, qtbot: QtBot) -> None:
    """A kiosk runs for months: the nodes of a page go with it."""
    kiosk = start_kiosk()
    begin(qtbot, kiosk)
    counts = []
    reader = kiosk.window.screen_reader
    assert reader
    for _ in range(5):
        for name in (KeyName.NEXT, KeyName.BACK):
            seen_on(kiosk.window)
            touch(qtbot, kiosk, name)
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        counts.append(len(reader._nodes))
    assert counts[2] == counts[3] == counts[4] > 1


def begin(qtbot: QtBot, kiosk: Kiosk, slides: int = 1) -> None:
    touch(qtbot, kiosk, KeyName.BEGIN)
    for _ in range(slides - 1):
        touch(qtbot, kiosk, KeyName.NEXT)


def headings(kiosk: Kiosk) -> list[str]:
    return [seen.name for seen in leaves_on(kiosk.window) if seen.role == Role.Heading]


def _focused(kiosk: Kiosk) -> QLabel:
    found = kiosk.window.focusWidget()
    assert isinstance(found, QLabel)
    return found


def _clean(text: str) -> str:
    return speakable(text.replace(ZERO_WIDTH_SPACE, ""))


def _shown(window: KioskWindow, kind: type[WidgetT]) -> list[WidgetT]:
    return [
        each
        for part in (window.page, window.shown.rail)
        for each in part.findChildren(kind)
        if each.isVisibleTo(window)
    ]


def _targets(window: KioskWindow) -> list[Target]:
    """What can be hit, without the whole page as a target where a key of the page does the same."""
    areas = {each for each in _shown(window, Area) if each.focusPolicy() == Qt.FocusPolicy.NoFocus}
    return [each for each in _shown(window, Target) if each.isEnabled() and each not in areas]


def _pictures(window: KioskWindow) -> list[PictureLabel]:
    return _shown(window, PictureLabel)


def _words(window: KioskWindow) -> list[str]:
    """What labels say, the number in a ring excepted, which is one text with its unit."""
    labels = [each for each in _shown(window, QLabel) if not isinstance(each, PictureLabel)]
    in_ring = [each for each in labels if isinstance(each.parent(), Ring)]
    return sorted(_clean(each.text()) for each in labels if each not in in_ring and each.text())


def _drawn_by_hand(window: KioskWindow) -> set[str]:
    """Names of what is no label: a ring, a frame, a field, the number of a card."""
    named_ones = [each for each in _shown(window, QWidget) if each.accessibleName()]
    return {each.accessibleName() for each in named_ones if not isinstance(each, Target | PictureLabel)}


def _is_picture_only(window: KioskWindow) -> bool:
    return isinstance(window.shown.view, SlideView) and window.shown.view.is_picture_only


def _out_of_order(found: list[Seen]) -> Iterator[str]:
    for number, later in enumerate(found):
        # Of where it stands, not its own: digits of a PIN pad run from the left in every script.
        around = later.node.object().parent()
        assert isinstance(around, QWidget)
        is_rtl = around.layoutDirection() == Qt.LayoutDirection.RightToLeft
        for earlier in found[:number]:
            if _comes_before(later.box, earlier.box, is_rtl=is_rtl):
                yield f"{earlier.name[:30]} {earlier.box.getRect()} before {later.name[:30]} {later.box.getRect()}"


def _comes_before(one: QRect, other: QRect, *, is_rtl: bool) -> bool:
    """Whether the eye meets one first for certain: it stands over the other, or level with it and begins earlier."""
    shares_column = min(one.right(), other.right()) >= max(one.x(), other.x())
    is_level = abs(one.center().y() - other.center().y()) < min(one.height(), other.height()) // 4
    begins_earlier = one.x() > other.right() if is_rtl else one.right() < other.x()
    return (shares_column and one.bottom() < other.y()) or (is_level and begins_earlier)

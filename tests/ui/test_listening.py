"""Listening on the shipped content, by touch and by keys."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path
from time import perf_counter

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from kiosk.app import Kiosk
from kiosk.core.content.model import Catalog, Cue, Recording
from kiosk.core.session.events import CameAsStaff, CleaningAsked, DeskPageChosen, ListenHeld
from kiosk.core.session.screens import (
    Attract,
    DeskPage,
    EasierOpen,
    HelpOpen,
    Screen,
    SlideOpen,
    StaffScreen,
    StillThere,
)
from kiosk.core.settings import Machine
from kiosk.core.speech.messages import Absent, Play, Ready, Say
from kiosk.core.speech.sentence import sentences_in
from kiosk.core.views.rail import KeyName
from kiosk.ops.contents import Contents
from kiosk.ops.render import every_screen
from kiosk.ops.start import _errands
from kiosk.ui.marking import SpokenFrame
from kiosk.ui.theme import CONTRAST, LIGHT
from kiosk.ui.widgets.picture import PictureLabel
from kiosk.ui.widgets.prose import Prose
from kiosk.ui.widgets.target import Target
from tests.ui.conftest import StartKiosk
from tests.ui.ears import Ears, listen
from tests.ui.hands import has, later, press, screen, target, touch, words_on

TOPIC = "sciatica-massage"
EMPTY = QPoint(960, 400)
"""Between picture and text, where nothing is."""


def agree(qtbot: QtBot, kiosk: Kiosk, ears: Ears) -> None:
    """Begin, press *Listen*, and say yes."""
    touch(qtbot, kiosk, KeyName.BEGIN)
    touch(qtbot, kiosk, KeyName.LISTEN)
    ears.hear_all()
    touch(qtbot, kiosk, KeyName.YES)


def asks(kiosk: Kiosk) -> bool:
    return kiosk.session.hearing.is_asking


def marked(kiosk: Kiosk) -> str:
    """The words that are marked as being said."""
    found = []
    for prose in kiosk.window.page.findChildren(Prose):
        start, end = prose._spoken
        found.append(prose.typeset.block.text[start:end])
    return " ".join(filter(None, found))


def test_nothing_is_said_before_somebody_asks(start_kiosk: StartKiosk, qtbot: QtBot) -> None:
    """standards.md SPK-07: not at Attract, not in a session, not on Still there?."""
    kiosk = start_kiosk()
    ears = listen(kiosk)
    for _ in range(20):
        kiosk.window.page.show_next()  # type: ignore[attr-defined]
    touch(qtbot, kiosk, KeyName.BEGIN)
    touch(qtbot, kiosk, KeyName.NEXT)
    kiosk.idle.timeout.emit()
    kiosk.idle.timeout.emit()
    assert ears.sent == []


def test_the_question_comes_before_the_topic_and_leaves_the_page_to_be_read(
    start_kiosk: StartKiosk, qtbot: QtBot
) -> None:
    """standards.md SPK-14; SPK-13: it is seen as well as heard."""
    kiosk = start_kiosk()
    ears = listen(kiosk)
    touch(qtbot, kiosk, KeyName.BEGIN)
    touch(qtbot, kiosk, KeyName.LISTEN)
    assert ears.hear_all()[0] == "Read aloud on the speaker?"
    assert "sciatica" not in " ".join(ears.heard).lower()
    assert screen(kiosk) == SlideOpen(TOPIC, 0)
    assert "Read aloud on the speaker?" in {label.text() for label in kiosk.window.page.findChildren(QLabel)}
    touch(qtbot, kiosk, KeyName.NO)
    assert not has(kiosk, KeyName.YES)
    assert ears.now is None
    touch(qtbot, kiosk, KeyName.NEXT)
    assert ears.now is None


def test_the_sentence_that_is_said_is_marked_and_the_next_one_follows(
    start_kiosk: StartKiosk, qtbot: QtBot
) -> None:
    """standards.md SPK-05."""
    kiosk = start_kiosk()
    ears = listen(kiosk)
    agree(qtbot, kiosk, ears)
    seen = []
    while ears.now:
        seen.append(marked(kiosk))
        ears.hear()
    words = [text for text in seen if text]
    assert words[:3] == [
        "What is sciatica?",
        "Sciatica is nerve pain that runs down your leg.",
        "Massage may ease back pain for a while, but cannot cure sciatica.",
    ]
    assert marked(kiosk) == ""


def colours_at(kiosk: Kiosk, text: str) -> set[str]:
    """All colours of the label with this text."""
    (label,) = [prose for prose in kiosk.window.page.findChildren(Prose) if text in prose.text()]
    image = label.grab().toImage()
    return {
        QColor(image.pixel(x, y)).name() for x in range(image.width()) for y in range(0, image.height(), 2)
    }


@pytest.mark.parametrize("is_contrast", [False, True])
def test_a_spoken_sentence_has_a_sun_ground_and_a_line_under_it(
    start_kiosk: StartKiosk, qtbot: QtBot, *, is_contrast: bool
) -> None:
    """Never colour alone: WCAG 1.4.1; TOKENS.md, mock 20."""
    kiosk = start_kiosk()
    ears = listen(kiosk)
    agree(qtbot, kiosk, ears)
    if is_contrast:
        touch(qtbot, kiosk, KeyName.EASIER)
        touch(qtbot, kiosk, KeyName.CONTRAST)
        touch(qtbot, kiosk, KeyName.DONE)
    palette = CONTRAST if is_contrast else LIGHT
    text = "Sciatica is nerve pain"
    while text not in marked(kiosk):
        ears.hear()
    found = colours_at(kiosk, text)
    assert {palette.spoken.name(), palette.on_spoken.name()} <= found
    assert palette.ink.name() not in found or palette.ink == palette.on_spoken
    (label,) = [prose for prose in kiosk.window.page.findChildren(Prose) if text in prose.text()]
    image = label.grab().toImage()
    foot = [QColor(image.pixel(x, label.typeset.line_height - 2)).name() for x in range(image.width())]
    assert foot.count(palette.on_spoken.name()) > label.width() * 0.5


def test_any_touch_interrupts_at_once_and_listen_goes_on_with_that_sentence(
    start_kiosk: StartKiosk, qtbot: QtBot
) -> None:
    """standards.md SPK-03: within 200 ms; SPK-04: the sentence is repeated."""
    kiosk = start_kiosk()
    ears = listen(kiosk)
    agree(qtbot, kiosk, ears)
    ears.hear(4)
    sentence = ears.heard[-1]
    later(kiosk, 3)
    began = perf_counter()
    qtbot.mousePress(kiosk.window.page, Qt.MouseButton.LeftButton, pos=EMPTY)
    assert ears.now is None
    assert perf_counter() - began < 0.2
    qtbot.mouseRelease(kiosk.window.page, Qt.MouseButton.LeftButton, pos=EMPTY)
    assert has(kiosk, KeyName.LISTEN)
    assert kiosk.idle.isActive()
    touch(qtbot, kiosk, KeyName.LISTEN)
    assert ears.heard[-1] == sentence
    assert marked(kiosk)
    assert not kiosk.idle.isActive()


def test_stop_is_silence_also_on_the_next_page_until_listen_is_pressed(
    start_kiosk: StartKiosk, qtbot: QtBot
) -> None:
    kiosk = start_kiosk()
    ears = listen(kiosk)
    agree(qtbot, kiosk, ears)
    touch(qtbot, kiosk, KeyName.STOP)
    touch(qtbot, kiosk, KeyName.NEXT)
    assert ears.now is None
    touch(qtbot, kiosk, KeyName.LISTEN)
    assert "Pain relief" in ears.hear_all()


def test_a_new_page_is_read_and_the_old_one_is_not_finished(start_kiosk: StartKiosk, qtbot: QtBot) -> None:
    kiosk = start_kiosk()
    ears = listen(kiosk)
    agree(qtbot, kiosk, ears)
    ears.hear(2)
    touch(qtbot, kiosk, KeyName.NEXT)
    heard = ears.hear_all()
    assert heard[2:4] == ["Pain relief", "Page 2 of 14."]


def test_the_idle_clock_waits_for_the_end_and_then_runs(start_kiosk: StartKiosk, qtbot: QtBot) -> None:
    """standards.md SPK-10."""
    kiosk = start_kiosk()
    ears = listen(kiosk)
    agree(qtbot, kiosk, ears)
    for _ in range(5):
        assert not kiosk.idle.isActive()
        ears.hear()
    ears.hear_all()
    assert kiosk.idle.isActive()
    assert has(kiosk, KeyName.LISTEN)


def test_where_the_focus_comes_to_is_said_and_the_page_stays_silent(
    start_kiosk: StartKiosk, qtbot: QtBot
) -> None:
    kiosk = start_kiosk()
    ears = listen(kiosk)
    agree(qtbot, kiosk, ears)
    press(qtbot, kiosk, Qt.Key.Key_Up)
    assert ears.hear_all() == ["Next. Right key."]
    press(qtbot, kiosk, Qt.Key.Key_Up)
    assert ears.hear_all() == ["Back. Left key."]
    touch(qtbot, kiosk, KeyName.LISTEN)
    touch(qtbot, kiosk, KeyName.STOP)
    press(qtbot, kiosk, Qt.Key.Key_Up)
    assert ears.now is None


def test_after_a_yes_by_key_select_stops_and_goes_on(start_kiosk: StartKiosk, qtbot: QtBot) -> None:
    """standards.md SPK-04 by the six keys."""
    kiosk = start_kiosk()
    ears = listen(kiosk)
    press(qtbot, kiosk, Qt.Key.Key_Return, Qt.Key.Key_Return)
    ears.hear(3)
    sentence = ears.heard[-1]
    later(kiosk, 3)
    press(qtbot, kiosk, Qt.Key.Key_Return)
    assert ears.now is None
    assert screen(kiosk) == SlideOpen(TOPIC, 0)
    press(qtbot, kiosk, Qt.Key.Key_Return)
    assert ears.heard[-1] == sentence
    press(qtbot, kiosk, Qt.Key.Key_Right, Qt.Key.Key_Return)
    assert ears.now is None
    assert screen(kiosk) == SlideOpen(TOPIC, 1)


FIRST_KEYS = [
    (Qt.Key.Key_Right, SlideOpen(TOPIC, 0)),
    (Qt.Key.Key_Left, Attract()),
    (Qt.Key.Key_Up, Attract()),
    (Qt.Key.Key_Down, Attract()),
    (Qt.Key.Key_Return, SlideOpen(TOPIC, 0)),
    (Qt.Key.Key_F1, HelpOpen(below=Attract())),
]


@pytest.mark.parametrize(("key", "there"), FIRST_KEYS)
def test_the_first_of_the_six_keys_on_attract_acts_and_asks(
    start_kiosk: StartKiosk, qtbot: QtBot, key: Qt.Key, there: object
) -> None:
    """standards.md SPK-06 (a)."""
    kiosk = start_kiosk()
    ears = listen(kiosk)
    press(qtbot, kiosk, key)
    assert screen(kiosk) == there
    assert ears.hear_all()[0] == "Read aloud on the speaker?"
    press(qtbot, kiosk, Qt.Key.Key_Return)
    assert screen(kiosk) == there
    assert kiosk.session.hearing.is_on
    assert ears.now is not None


def test_any_other_key_says_no_and_does_what_it_is_for(start_kiosk: StartKiosk, qtbot: QtBot) -> None:
    kiosk = start_kiosk()
    ears = listen(kiosk)
    press(qtbot, kiosk, Qt.Key.Key_Right, Qt.Key.Key_Right)
    assert screen(kiosk) == SlideOpen(TOPIC, 1)
    assert not asks(kiosk)
    assert ears.now is None
    press(qtbot, kiosk, Qt.Key.Key_F2)
    assert asks(kiosk)
    press(qtbot, kiosk, Qt.Key.Key_Down)  # which moves the focus, and is no event of the session
    assert not asks(kiosk)


def test_by_the_corner_alone_one_starts_pauses_and_repeats(start_kiosk: StartKiosk, qtbot: QtBot) -> None:
    """standards.md SPK-06 (c): a hold of the corner is `ListenHeld`; a touch pauses, the next hold repeats."""
    kiosk = start_kiosk()
    ears = listen(kiosk)

    def hold() -> None:
        later(kiosk, 3)
        qtbot.mousePress(kiosk.window, Qt.MouseButton.LeftButton, pos=QPoint(4, 1075))
        kiosk.happen(ListenHeld())
        qtbot.mouseRelease(kiosk.window, Qt.MouseButton.LeftButton, pos=QPoint(4, 1075))

    hold()
    assert ears.hear_all()[0] == "Read aloud on the speaker?"
    hold()
    ears.hear()
    sentence = ears.heard[-1]
    assert ears.now is not None
    hold()
    assert ears.heard[-1] == sentence
    assert ears.now is not None
    later(kiosk, 3)
    qtbot.mouseClick(kiosk.window, Qt.MouseButton.LeftButton, pos=QPoint(4, 1075))
    assert ears.now is None


def test_a_choice_says_only_what_it_has_changed(start_kiosk: StartKiosk, qtbot: QtBot) -> None:
    """standards.md OPR-11; SPK-08: the new loudness is heard."""
    kiosk = start_kiosk()
    ears = listen(kiosk)
    agree(qtbot, kiosk, ears)
    touch(qtbot, kiosk, KeyName.EASIER)
    ears.hear_all()
    touch(qtbot, kiosk, KeyName.CONTRAST)
    assert ears.hear_all() == ["High contrast: On."]
    touch(qtbot, kiosk, KeyName.LOUDER)
    assert ears.hear_all() == ["Volume 3 of 4. Louder."]
    assert isinstance(ears.sent[-1], Say)
    assert ears.sent[-1].gain == 0.5
    touch(qtbot, kiosk, KeyName.PACE)
    assert isinstance(ears.sent[-1], Say)
    assert ears.sent[-1].speed == 0.5


def test_a_speaker_that_is_lost_hides_listen_and_nothing_else_changes(
    start_kiosk: StartKiosk, qtbot: QtBot
) -> None:
    """standards.md SPK-15; issue 8, part 1: the reason is there for staff."""
    kiosk = start_kiosk()
    ears = listen(kiosk)
    agree(qtbot, kiosk, ears)
    ears.lost.emit("the speaker gave no answer")
    assert not has(kiosk, KeyName.LISTEN)
    assert not has(kiosk, KeyName.STOP)
    assert marked(kiosk) == ""
    assert screen(kiosk) == SlideOpen(TOPIC, 0)
    assert kiosk.idle.isActive()
    assert kiosk.listening
    assert kiosk.listening.answer == Absent("the speaker gave no answer")
    assert kiosk.listening.retry.isActive()
    kiosk.listening.retry.timeout.emit()
    assert isinstance(kiosk.listening.answer, Ready)
    assert has(kiosk, KeyName.LISTEN)
    kiosk.listening.end()


def test_the_desk_tells_staff_why_listen_is_hidden(
    start_kiosk: StartKiosk, qtbot: QtBot, tmp_path: Path
) -> None:
    """Issue 8, part 1: staff see why."""
    kiosk = start_kiosk()
    ears = listen(kiosk)
    ears.lost.emit("no voice is installed")
    options = Namespace(settings=tmp_path / "machine.toml", data=tmp_path)
    kiosk.run_errand = _errands(options, Machine(), kiosk, Contents(tmp_path, tmp_path))
    kiosk.happen(CameAsStaff())
    kiosk.happen(DeskPageChosen(DeskPage.MACHINE))
    said = "nothing can be read aloud: no voice is installed."
    qtbot.waitUntil(lambda: any(said in words_of_part(kiosk, part) for part in (1, 2, 3)))
    assert kiosk.listening
    kiosk.listening.end()


def words_of_part(kiosk: Kiosk, part: int) -> str:
    kiosk.session = kiosk.session.on_part(min(part, kiosk.session.parts))
    kiosk.show()
    return words_on(kiosk)


def test_without_a_voice_nothing_of_listening_is_there(start_kiosk: StartKiosk, qtbot: QtBot) -> None:
    kiosk = start_kiosk()
    assert not has(kiosk, KeyName.LISTEN)
    touch(qtbot, kiosk, KeyName.BEGIN)
    press(qtbot, kiosk, Qt.Key.Key_F2, Qt.Key.Key_Right)
    touch(qtbot, kiosk, KeyName.EASIER)
    assert not has(kiosk, KeyName.LOUDER)
    assert isinstance(screen(kiosk), EasierOpen)


def test_still_there_is_read_and_its_countdown_runs(start_kiosk: StartKiosk, qtbot: QtBot) -> None:
    """standards.md TIM-02."""
    kiosk = start_kiosk()
    ears = listen(kiosk)
    agree(qtbot, kiosk, ears)
    ears.hear_all()
    kiosk.idle.timeout.emit()
    assert isinstance(screen(kiosk), StillThere)
    assert kiosk.idle.isActive()
    assert ears.hear_all()[0] == "Still there?"
    kiosk.idle.timeout.emit()
    assert ears.now is None
    assert not kiosk.session.hearing.is_on


def with_recording(catalog: Catalog, cues: tuple[Cue, ...]) -> Catalog:
    topic = catalog.topics[0]
    first = topic.slides[0]
    words = replace(first.words["en"], recording=Recording("hash.wav", 9.0, cues))
    slides = (replace(first, words={**first.words, "en": words}), *topic.slides[1:])
    return replace(catalog, topics=(replace(topic, slides=slides), *catalog.topics[1:]))


def test_a_recording_is_played_instead_of_the_body_and_marks_its_sentences(
    start_kiosk: StartKiosk, shipped: Catalog, qtbot: QtBot
) -> None:
    """standards.md SPK-17."""
    spoken = "Sciatica is nerve pain that runs down your leg."
    kiosk = start_kiosk(
        with_recording(shipped, (Cue(0.0, 4.0, spoken), Cue(4.0, 9.0, "Read Ask before you start first.")))
    )
    ears = listen(kiosk)
    agree(qtbot, kiosk, ears)
    while not isinstance(ears.now, Play):
        ears.hear()
    assert (ears.now.file, ears.now.begins, ears.now.ends) == ("hash.wav", 0.0, 4.0)
    assert marked(kiosk) == spoken
    ears.hear()
    assert marked(kiosk) == "Read Ask before you start first."
    ears.hear()
    assert isinstance(ears.now, Say)


def test_a_recording_without_marks_marks_the_whole_text(
    start_kiosk: StartKiosk, shipped: Catalog, qtbot: QtBot
) -> None:
    kiosk = start_kiosk(with_recording(shipped, ()))
    ears = listen(kiosk)
    agree(qtbot, kiosk, ears)
    while not isinstance(ears.now, Play):
        ears.hear()
    assert "Sciatica is nerve pain" in marked(kiosk)
    assert "Read Ask before you start first." in marked(kiosk)
    assert "What is sciatica?" not in marked(kiosk)


def test_a_picture_and_a_key_that_are_spoken_of_have_a_frame(start_kiosk: StartKiosk, qtbot: QtBot) -> None:
    kiosk = start_kiosk()
    ears = listen(kiosk)
    agree(qtbot, kiosk, ears)
    frame = kiosk.window.findChild(SpokenFrame)
    assert frame is not None
    while "A man with a short beard" not in ears.heard[-1]:
        ears.hear()
    picture = kiosk.window.page.findChild(PictureLabel)
    assert picture is not None
    assert frame.isVisible()
    assert frame.geometry().contains(picture.geometry().center())
    while "Next" not in ears.heard[-1]:
        ears.hear()
    key = target(kiosk, KeyName.NEXT)
    assert frame.geometry().contains(key.mapTo(kiosk.window, key.rect().center()))
    ears.hear_all()
    assert not frame.isVisible()


def visible_texts(kiosk: Kiosk) -> set[str]:
    """Every word that can be seen on page and rail, and every picture's description."""
    found = set()
    for part in (kiosk.window.shown.page, kiosk.window.shown.rail):
        for label in part.findChildren(QLabel):
            if label.isVisibleTo(part):
                found.add(label.accessibleName() if isinstance(label, PictureLabel) else label.text())
        for key in part.findChildren(Target):
            if key.isVisibleTo(part) and key.key.name is not KeyName.STEPS:
                found.add(key.text())
    return {plain(sentence) for text in found for sentence in sentences_in(text) if plain(sentence)}


def plain(text: str) -> str:
    return "".join(letter for letter in text.lower() if letter.isalnum())


@pytest.mark.parametrize("text_size", [100, 200])
def test_every_word_on_every_screen_is_said(
    start_kiosk: StartKiosk, shipped: Catalog, text_size: int
) -> None:
    """standards.md SPK-02: what is visible less what is spoken is nothing, part after part."""
    kiosk = start_kiosk()
    ears = listen(kiosk, ("en-GB", "es", "ar"))
    at_size = replace(kiosk.session.preferences, text_size=text_size)
    hearing = replace(kiosk.session.hearing, is_on=True, is_agreed=True, is_speaking=True)
    walked = 0
    heard: dict[Screen, str] = {}  # on a screen that stays, only what is new is said
    for name, session in every_screen(replace(kiosk.session, preferences=at_size)):
        if isinstance(session.screen, StaffScreen):
            continue
        part, parts = 1, 1
        said, seen = heard.get(session.screen, ""), set()
        while part <= parts:
            there = replace(session.screen, part=part) if hasattr(session.screen, "part") else session.screen
            kiosk.session = replace(session, screen=there, hearing=hearing)
            kiosk.show()
            parts = kiosk.session.parts
            assert kiosk.listening
            kiosk.listening.follow(replace(session, screen=Attract()), ListenHeld(), kiosk.session)
            seen |= visible_texts(kiosk)
            said += plain(" ".join(ears.hear_all()))
            part += 1
        posters = {plain(text) for text in seen if isinstance(session.screen, Attract)}
        missing = {text for text in seen - posters if text not in said}
        assert missing == set(), name
        heard[session.screen] = said
        walked += 1
    assert walked > 30


def test_a_sentence_that_goes_on_in_the_next_part_is_said_once_and_whole(
    start_kiosk: StartKiosk, qtbot: QtBot
) -> None:
    kiosk = start_kiosk(size=QSize(1024, 600))
    ears = listen(kiosk)
    agree(qtbot, kiosk, ears)
    touch(qtbot, kiosk, KeyName.EASIER)
    touch(qtbot, kiosk, KeyName.TEXT_SIZE, "Largest")
    touch(qtbot, kiosk, KeyName.DONE)
    body = "Massage may ease back pain for a while, but cannot cure sciatica."
    count = 0
    for _ in range(12):
        if screen(kiosk) != SlideOpen(TOPIC, 0, getattr(screen(kiosk), "part", 1)):
            break
        count += ears.hear_all().count(body)
        touch(qtbot, kiosk, KeyName.NEXT)
    assert count == 1


def test_two_seconds_in_the_lower_left_corner_begin_and_go_on_and_do_not_press_the_key_there(
    start_kiosk: StartKiosk, qtbot: QtBot
) -> None:
    """standards.md SPK-06 (c), on the glass: product.md, three places."""
    kiosk = start_kiosk()
    ears = listen(kiosk)
    touch(qtbot, kiosk, KeyName.BEGIN)
    key = target(kiosk, KeyName.LISTEN)
    corner = key.mapTo(kiosk.window, QPoint(8, key.height() - 20))

    def hold(seconds: float) -> None:
        later(kiosk)
        qtbot.mousePress(kiosk.window, Qt.MouseButton.LeftButton, pos=corner)
        for _ in range(10):
            later(kiosk, seconds / 10)
            kiosk.window.corners.step()
        qtbot.mouseRelease(kiosk.window, Qt.MouseButton.LeftButton, pos=corner)

    hold(2.1)
    assert asks(kiosk)
    hold(2.1)
    assert not asks(kiosk)
    ears.hear(3)
    sentence = ears.heard[-1]
    later(kiosk, 3)
    hold(2.1)
    assert ears.heard[-1] == sentence
    assert kiosk.session.hearing.is_speaking
    hold(1.0)  # a press of the key that lies there
    assert not kiosk.session.hearing.is_on


def test_staffs_screens_are_never_read_to_the_lobby(start_kiosk: StartKiosk, qtbot: QtBot) -> None:
    kiosk = start_kiosk()
    ears = listen(kiosk)
    agree(qtbot, kiosk, ears)
    kiosk.happen(CleaningAsked())
    assert ears.now is None
    assert not has(kiosk, KeyName.LISTEN)
    kiosk.idle.timeout.emit()
    assert screen(kiosk) == SlideOpen(TOPIC, 0)
    assert ears.now is not None

"""A run through the whole program with six keys and two ears: nothing here looks at the screen."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from kiosk.app import Kiosk
from kiosk.core.content.model import Catalog
from kiosk.core.session.screens import (
    Attract,
    EasierOpen,
    EvidenceOpen,
    Finish,
    HelpOpen,
    Home,
    MoreOpen,
    Overview,
    PictureOpen,
    QuestionsOpen,
    Screen,
    SlideOpen,
    StillThere,
)
from tests.catalogs import catalog, topic
from tests.ui.conftest import StartKiosk
from tests.ui.ears import Ears, listen
from tests.ui.hands import press

NEXT, BACK, UP, DOWN = Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_Up, Qt.Key.Key_Down
SELECT, HELP = Qt.Key.Key_Return, Qt.Key.Key_F1
MOST_KEYS = 60


class Person:
    """Somebody who presses keys and listens. `been` is kept by the test, not by the person."""

    def __init__(self, qtbot: QtBot, kiosk: Kiosk) -> None:
        self._qtbot, self._kiosk = qtbot, kiosk
        self.ears: Ears = listen(kiosk)
        self.been: dict[type[Screen], str] = {}

    def press(self, key: Qt.Key) -> str:
        """Press the key, listen to the end, and return what was heard."""
        before = len(self.ears.heard)
        press(self._qtbot, self._kiosk, key)
        self.ears.hear_all()
        heard = " ".join(self.ears.heard[before:])
        self.been.setdefault(type(self._kiosk.session.screen), "")
        self.been[type(self._kiosk.session.screen)] += heard
        return heard

    def choose(self, name: str) -> str:
        """Go down until the key of this name is heard, and select it; return what is heard then."""
        for _ in range(MOST_KEYS):
            if self.press(DOWN).startswith(name):
                return self.press(SELECT)
        raise AssertionError(f"{name} was never heard of")


@pytest.fixture
def person(start_kiosk: StartKiosk, qtbot: QtBot) -> Person:
    return Person(qtbot, start_kiosk())


def test_six_keys_and_two_ears_reach_every_screen_and_every_function(person: Person) -> None:
    """standards.md SPK-01 (EN 301 549, 5.1.3.1 and 5.1.6.1; Section 508, 402.1)."""
    assert person.press(NEXT).startswith("Read aloud on the speaker?")
    first = person.press(SELECT)
    for explained in (
        "What is sciatica?",
        "Page 1 of 14.",
        "A man with a short beard",
        "Tell me more.",
        "All pages.",
        "Get help now. Help key.",
        "Make it easier.",
        "Start over.",
        "Back. Left key.",
        "Next. Right key.",
    ):
        assert explained in first

    assert "The sciatic nerve starts" in person.choose("Tell me more")
    assert "Page 1 of 14." in person.choose("Close")
    assert "A man with a short beard" in person.choose("Picture")
    person.press(BACK)
    assert "Touch a picture to go there" in person.choose("1 of 14")
    assert "Page 4 of 14." in person.choose("Page 4")

    assert "How sure are we?" in person.choose("No good studies yet")
    assert "Page 4 of 14." in person.choose("Close")
    asked = person.choose("Questions to ask")
    assert "Are tight muscles part of my pain? Not chosen." in asked
    assert person.choose("Are tight muscles").startswith("Are tight muscles part of my pain? Chosen.")
    assert "Questions to ask. 1 on your list." in person.choose("Done")

    assert "Text size Normal, chosen." in person.choose("Make it easier")
    assert person.choose("High contrast").startswith("High contrast: On.")
    assert person.choose("Calm motion").startswith("Calm motion: On.")
    assert person.choose("Volume").startswith("Volume 3 of 4.")
    assert person.choose("Speed").startswith("Speed: Slow.")
    assert person.choose("Text size Large").startswith("Text size Normal. Text size Large, chosen.")
    assert "Page 4 of 14" in person.choose("Done")

    assert "Do not wait for your turn." in person.press(HELP)
    assert "Page 4 of 14" in person.press(HELP)

    for _ in range(MOST_KEYS):
        finish = person.press(NEXT)
        if finish.startswith("My questions"):
            break
    finish += person.choose("More") + person.choose("More")
    for told in (
        "Show this to your clinician. Are tight muscles part of my pain?",
        "Scan this with your phone's camera. It needs no network.",
        "It holds your questions and what to remember. Or take a photo of this list.",
    ):
        assert told in finish
    while "Add more questions" not in person.choose("More"):
        pass
    person.choose("Add more questions")
    while "Are tight muscles part of my pain? Chosen." not in person.choose("More questions"):
        pass
    assert "Or take a photo of this list." in person.choose("Done")
    assert "Start over. Select key." in person.press(BACK) + person.press(NEXT)
    person._kiosk.idle.timeout.emit()
    assert "I am still here. Select key." in " ".join(person.ears.hear_all())
    assert person.press(SELECT).startswith("My questions")
    person.choose("Start over")
    assert person._kiosk.session.screen == Attract()
    assert person.ears.now is None

    reached = {
        SlideOpen,
        MoreOpen,
        PictureOpen,
        QuestionsOpen,
        Overview,
        EvidenceOpen,
        EasierOpen,
        HelpOpen,
        Finish,
        Attract,
    }
    assert reached <= person.been.keys()
    assert all(heard for screen, heard in person.been.items() if screen is not Attract)


def test_whoever_lets_a_page_go_idle_hears_that_they_are_asked(person: Person) -> None:
    """standards.md TIM-02."""
    person.press(NEXT)
    person.press(SELECT)
    person._kiosk.idle.timeout.emit()
    assert isinstance(person._kiosk.session.screen, StillThere)
    assert "You have 30 seconds." in " ".join(person.ears.hear_all())


def test_topics_and_languages_are_chosen_by_ear(start_kiosk: StartKiosk, qtbot: QtBot) -> None:
    """standards.md SPK-01: choose language, choose topic."""
    content: Catalog = catalog(topic("backs"), topic("knees", 2))
    person = Person(qtbot, start_kiosk(content))
    person.press(DOWN)
    assert "Touch to begin. Select key." in person.press(SELECT)
    assert "What would you like to know?" in person.choose("Touch to begin")
    assert isinstance(person._kiosk.session.screen, Home)
    assert "Page 1 of 2." in person.choose("Knees")


def test_where_nothing_can_be_shown_that_is_heard_and_help_is_a_key_away(
    start_kiosk: StartKiosk, qtbot: QtBot
) -> None:
    """standards.md SPK-01, CLI-01: *Being updated* is a state too."""
    person = Person(qtbot, start_kiosk(Catalog()))
    assert person.press(DOWN).startswith("Read aloud on the speaker?")
    assert "This information is being updated. Please ask at reception." in person.press(SELECT)
    assert "Do not wait for your turn." in person.press(HELP)

"""Who listens in a test: a speaker without a process, whose sentences end when the test says so."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from kiosk.app import Kiosk
from kiosk.core.speech.messages import Began, Ended, Hush, Play, Ready, Say, ToSpeaker
from kiosk.ui.listening import Listening


class Ears(QObject):
    """`heard` are the words of all sentences that began; `now` is the one that is being said."""

    said = Signal(object)
    lost = Signal(str)

    def __init__(self, languages: tuple[str, ...] = ("en-GB", "es")) -> None:
        super().__init__()
        self._languages = languages
        self.sent: list[ToSpeaker] = []
        self.heard: list[str] = []
        self.now: Say | Play | None = None
        self.hushes = 0

    def start(self) -> None:
        self.said.emit(Ready("ears", self._languages))

    def send(self, message: ToSpeaker) -> None:
        self.sent.append(message)
        if isinstance(message, Say | Play):
            self.now = message
            self.heard.append(message.text if isinstance(message, Say) else message.file)
        elif isinstance(message, Hush):
            self.now = None
            self.hushes += 1

    def rest(self) -> None:
        self.now = None

    def hear(self, sentences: int = 1) -> None:
        """Let so many sentences be said to their end."""
        for _ in range(sentences):
            if self.now is None:
                return
            number, self.now = self.now.number, None
            self.said.emit(Began(number))
            self.said.emit(Ended(number))

    def hear_all(self) -> list[str]:
        """Let everything be said; return what that was."""
        begin = len(self.heard) - bool(self.now)
        for _ in range(500):
            if self.now is None:
                return self.heard[begin:]
            self.hear()
        raise AssertionError("it never falls silent")


def listen(kiosk: Kiosk, languages: tuple[str, ...] = ("en-GB", "es")) -> Ears:
    """Give the kiosk a voice."""
    ears = Ears(languages)
    kiosk.listening = Listening(
        kiosk.window, ears, kiosk.happen, kiosk.window._clock, file_of=lambda name: name
    )
    kiosk.listening.look()
    return ears

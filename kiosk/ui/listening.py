"""Has a screen's sentences said one after another, and marks the one that is being said.

It follows the session: what is to be heard is decided there. Here is only which sentence comes next.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from functools import partial
from typing import Protocol

from PySide6.QtCore import QObject, QTimer, SignalInstance

from kiosk.core.session.events import Event, FellSilent, ListenHeld, ListenPressed, VoicesFound
from kiosk.core.session.hearing import Pace
from kiosk.core.session.listening import has_voice
from kiosk.core.session.session import Session
from kiosk.core.speech.messages import Absent, Began, Ended, Failed, Hush, Play, Ready, Say, ToSpeaker
from kiosk.core.speech.reading import Reading
from kiosk.core.speech.script import said_of_key, script_of
from kiosk.core.speech.sentence import Sentence
from kiosk.core.views.rail import Key
from kiosk.ui.dates import date_in_words
from kiosk.ui.marking import Marking
from kiosk.ui.window import KioskWindow

_log = logging.getLogger(__name__)
RETRY_SECONDS = 300
"""After a speaker was lost, nobody is kept waiting for it; this much later it is tried again."""


class Speaker(Protocol):
    """What sentences are handed to: `ui/speaker.py`, or a test's."""

    said: SignalInstance
    lost: SignalInstance

    def start(self) -> None: ...
    def send(self, message: ToSpeaker) -> None: ...
    def rest(self) -> None: ...


class Listening(QObject):
    """`answer` is what the speaker said of itself last, for staff: that it can speak, or why it cannot."""

    def __init__(
        self,
        window: KioskWindow,
        speaker: Speaker,
        happen: Callable[[Event], None],
        clock: Callable[[], float],
        file_of: Callable[[str], str] = str,
    ) -> None:
        super().__init__()
        self._window, self._speaker, self._happen, self._clock = window, speaker, happen, clock
        self._file_of = file_of
        self._marking = Marking(window)
        self._session: Session | None = None
        self._reading = Reading()
        self._screen: object = None
        self._number = 0
        self._is_saying = False
        self._is_aside = False
        self.answer: Ready | Absent | None = None
        self.retry = QTimer(self)
        self.retry.setSingleShot(True)
        self.retry.setInterval(RETRY_SECONDS * 1000)
        self.retry.timeout.connect(speaker.start)
        speaker.said.connect(self._hear)
        speaker.lost.connect(self._lose)

    def look(self) -> None:
        """Find out what this machine can speak; answered by `VoicesFound`."""
        self._speaker.start()

    def follow(self, before: Session, event: Event, after: Session) -> None:
        """Say what is due now that this has happened and is shown."""
        self._session = after
        hearing = after.hearing
        if not hearing.is_speaking:
            if before.hearing.is_speaking or before.screen is not after.screen:
                self._hush(is_aside_too=not isinstance(event, FellSilent))
            return
        self._renew(after)
        is_again = isinstance(event, ListenPressed | ListenHeld) or not before.hearing.is_speaking
        if is_again or not self._is_saying:
            self._reading.go_back(self._clock())
            self._say_current()

    def redrawn(self) -> None:
        """Mark the sentence on a page that was drawn anew."""
        if self._is_saying and not self._is_aside:
            self._mark(self._reading.current)

    def hush(self) -> None:
        """Somebody touched the glass, or pressed a key."""
        self._hush()

    def lift(self) -> None:
        """Tell the session, once nobody presses anything any more, that an interruption was one."""
        if self._session and self._session.hearing.is_speaking and (self._is_aside or not self._is_saying):
            self._happen(FellSilent())

    def tell_focus(self, key: Key) -> None:
        """Say the key that the focus has come to."""
        if self._session and self._session.hearing.is_on:
            self._hush()
            self._is_aside = True
            self._say(said_of_key(key, self._session.preferences.language, self._session.catalog))

    def end(self) -> None:
        self.retry.stop()
        self._speaker.rest()

    def _renew(self, after: Session) -> None:
        """Take the sentences of another screen; of the same screen only what is new on it, if anything is."""
        language = after.preferences.language
        written = partial(date_in_words, language=language, native_digits=after.catalog.clinic.native_digits)
        script = self._shown(script_of(self._window.shown.view, language, written, after.catalog))
        place = (after.screen, after.hearing.is_asking, after.preferences.language)
        if place != self._screen:
            self._screen, self._script = place, script
            self._reading = Reading(script)
            self._is_saying = False
            return
        known = {sentence.text for sentence in self._script}
        fresh = [sentence for sentence in script if sentence.text not in known and not sentence.is_of_listen]
        self._script = script
        if fresh:
            self._reading = Reading(fresh)
            self._is_saying = False

    def _shown(self, script: tuple[Sentence, ...]) -> list[Sentence]:
        """What stands on the part of the page that is shown, and can be said."""
        voices = self._session.voices if self._session else ()
        return [
            sentence
            for sentence in script
            if (sentence.clip or has_voice(voices, sentence.language)) and self._marking.is_shown(sentence)
        ]

    def _say_current(self) -> None:
        sentence = self._reading.begin(self._clock())
        self._is_aside = False
        if sentence is None:
            self._fall_silent()
            return
        self._say(sentence)
        self._mark(sentence)

    def _say(self, sentence: Sentence) -> None:
        if self._session is None:
            return
        hearing = self._session.hearing
        self._number += 1
        self._is_saying = True
        clip = sentence.clip
        can_say = has_voice(self._session.voices, sentence.language)
        if clip and (hearing.pace is Pace.NORMAL or not can_say):
            file = self._file_of(clip.name)
            self._speaker.send(Play(self._number, file, clip.begins, clip.ends, hearing.gain))
        else:
            speed = hearing.pace.speed
            self._speaker.send(Say(self._number, sentence.text, sentence.language, hearing.gain, speed))

    def _hear(self, answer: object) -> None:
        match answer:
            case Ready(engine, languages):
                _log.info("Listen: %s speaks %d languages.", engine, len(languages))
                self.answer = answer
                self._happen(VoicesFound(languages))
            case Ended(number) | Failed(number) if number == self._number and self._is_saying:
                if isinstance(answer, Failed):
                    _log.warning("A sentence was not said: %s.", answer.reason)
                self._is_saying = False
                if not self._is_aside:
                    self._reading.go_on()
                    self._say_current()
            case Began() | _:
                pass

    def _lose(self, reason: str) -> None:
        self.answer = Absent(reason)
        self._is_saying = False
        self._mark(None)
        self.retry.start()
        self._happen(VoicesFound())

    def _fall_silent(self) -> None:
        self._is_saying = False
        self._mark(None)
        self._happen(FellSilent())

    def _hush(self, *, is_aside_too: bool = True) -> None:
        self._mark(None)
        if self._is_saying and (is_aside_too or not self._is_aside):
            self._is_saying = False
            self._number += 1
            self._speaker.send(Hush())

    def _mark(self, sentence: Sentence | None) -> None:
        self._marking.mark(sentence)

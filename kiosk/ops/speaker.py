"""`kiosk speak`: the speaker's own process. It has the engine, which may hang, and no window.

It reads messages from its input and answers on its output (`core/speech/messages.py`), both pipes from the kiosk; there
is no socket. Everything is done and answered on the thread that has the engine: while that hangs, nothing is answered,
and the kiosk ends this process. A kiosk that is gone ends it too, for its input is then at its end.
"""

from __future__ import annotations

import os
import sys
import threading
import time
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal  # noqa: TID251 - has a Qt of its own

from kiosk.core.speech.messages import (
    Absent,
    Began,
    Ended,
    Failed,
    FromSpeaker,
    Hush,
    Ping,
    Play,
    Pong,
    Ready,
    Say,
    ToSpeaker,
    line_of,
    to_speaker,
)
from kiosk.ops.voice import Reports, Voice

if TYPE_CHECKING:
    from kiosk.ops.recording import Recordings

GOODBYE_SECONDS = 2.0
_TRIAL = 0
"""The number of the first sentence, which nobody hears and nobody asked for."""


class Speaker(QObject):
    """Does what the messages say. `make` makes the voice and may raise; `tell` writes an answer."""

    heard = Signal(bytes)
    """A line from the kiosk, from the thread that reads; empty: the kiosk is gone."""

    def __init__(self, make: Callable[[Reports], Voice], tell: Callable[[FromSpeaker], None]) -> None:
        super().__init__()
        self._tell = tell
        self._make = make
        self._voice: Voice | None = None
        self._recordings: Recordings | None = None
        self._is_ready = False
        self._waiting: Say | Play | None = None
        self.heard.connect(self._hear, Qt.ConnectionType.QueuedConnection)

    def begin(self) -> None:
        """Find a voice, and try it without a sound: a voice that is "ready" need not come (SPK-15)."""
        self._voice = self._make(Reports(self._began, self._ended, self._failed))
        self._voice.say(_TRIAL, "a", self._voice.languages[0], 0.0, 1.0)

    def close(self) -> None:
        """Leave no file behind."""
        if self._recordings:
            self._recordings.close()

    def _hear(self, line: bytes) -> None:
        if not line:
            QCoreApplication.exit(0)
            return
        message = to_speaker(line)
        if message and self._voice:
            self._do(message, self._voice)

    def _do(self, message: ToSpeaker, voice: Voice) -> None:
        match message:
            case Say() | Play() if not self._is_ready:
                self._waiting = message
            case Say(number, text, language, gain, speed):
                self._quiet_recordings()
                voice.say(number, text, language, gain, speed)
            case Play():
                voice.hush()
                self._player().play(message)
            case Hush() if not self._is_ready:
                self._waiting = None
            case Hush():
                voice.hush()
                self._quiet_recordings()
            case Ping(number):
                self._tell(Pong(number))

    def _player(self) -> Recordings:
        from kiosk.ops.recording import Recordings  # noqa: PLC0415 - 16 MB, at the first recording

        if self._recordings is None:
            self._recordings = Recordings(Reports(self._began, self._ended, self._failed))
        return self._recordings

    def _quiet_recordings(self) -> None:
        if self._recordings:
            self._recordings.hush()

    def _began(self, number: int) -> None:
        if number != _TRIAL:
            self._tell(Began(number))

    def _ended(self, number: int) -> None:
        if number != _TRIAL:
            self._tell(Ended(number))
        elif not self._is_ready and self._voice:
            self._is_ready = True
            self._tell(Ready(self._voice.name, self._voice.languages))
            if self._waiting:
                self._do(self._waiting, self._voice)

    def _failed(self, number: int, reason: str) -> None:
        if number != _TRIAL:
            self._tell(Failed(number, reason))
        else:
            self._tell(Absent(reason))


def speak(make: Callable[[Reports], Voice] | None = None) -> int:
    """Run until the kiosk closes the pipe. `make` is for tests; else the machine's own voice is taken."""
    application = QCoreApplication(sys.argv[:1])
    out = os.dup(1)
    os.dup2(2, 1)  # what libraries write to the output goes to the log instead

    def tell(message: FromSpeaker) -> None:
        try:
            os.write(out, line_of(message))
        except OSError:  # the kiosk is gone
            os._exit(0)

    speaker = Speaker(make or _system_voice, tell)
    speaker.heard.emit(b"\n")  # the first call of a signal belongs on this thread: see `ui/pictures.py`
    threading.Thread(target=_listen, args=(speaker,), daemon=True, name="kiosk").start()
    try:
        speaker.begin()
    except Exception as reason:  # noqa: BLE001 - a library that is missing, a service that is not there: staff read it
        tell(Absent(str(reason) or type(reason).__name__))
        os._exit(0)
    application.exec()
    speaker.close()
    os._exit(0)  # an engine that hangs is not waited for


def _system_voice(reports: Reports) -> Voice:
    from kiosk.ops.system_voice import SystemVoice  # noqa: PLC0415 - where its libraries are missing, this fails

    return SystemVoice(reports)


def _listen(speaker: Speaker) -> None:
    with os.fdopen(os.dup(0), "rb") as lines:
        for line in lines:
            speaker.heard.emit(line)
    speaker.heard.emit(b"")
    time.sleep(GOODBYE_SECONDS)
    os._exit(0)  # the engine hangs, and nobody is there to end it

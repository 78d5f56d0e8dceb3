"""The kiosk's end of the speaker's process: starts it, talks to it, and ends it when it does not answer.

Nothing here waits. A speaker that leaves a request or a ping unanswered for 3 s is killed: the engine of a system can
hang for ever, and take its process with it.
"""

from __future__ import annotations

import logging
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QProcess, QProcessEnvironment, QTimer, Signal

from kiosk.core.speech.messages import (
    ANSWER_SECONDS,
    NO_ANSWER,
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
    from_speaker,
    line_of,
)

_log = logging.getLogger(__name__)
PING_SECONDS = 2.0
RESTING_SECONDS = 60.0
"""Between two pings while nobody listens. It goes on running: it takes more than a second to know its voices."""
LONGEST_SECONDS = 300
"""For one sentence or one recording: what goes on longer hangs."""


def speak_command() -> list[str]:
    """How this program calls itself: the executable of a bundle, or Python from source."""
    if getattr(sys, "frozen", False):
        return [sys.executable, "speak"]
    return [sys.executable, "-m", "kiosk", "speak"]


class SpeakerProcess(QObject):
    """`said`: an answer of the speaker but for pongs; `lost`: it cannot speak, or no longer, with the reason."""

    said = Signal(object)
    lost = Signal(str)

    def __init__(self, command: Sequence[str] = (), parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._command = list(command) or speak_command()
        self._process: QProcess | None = None
        self._lines = b""
        self._number = self._pings = 0
        self._start, self._begin, self._pong = (
            _timer(self, ANSWER_SECONDS, self._gave_no_answer, is_single=True) for _ in range(3)
        )
        self._longest = _timer(self, LONGEST_SECONDS, self._gave_no_answer, is_single=True)
        self._pulse = _timer(self, PING_SECONDS, self._send_ping)

    @property
    def is_running(self) -> bool:
        return self._process is not None

    def start(self) -> None:
        """Have it ready: it answers with `Ready` or `Absent`, or is lost."""
        if self._process:
            return
        process = QProcess(self)
        process.setProcessEnvironment(_environment())
        process.setProcessChannelMode(QProcess.ProcessChannelMode.ForwardedErrorChannel)
        if not getattr(sys, "frozen", False):
            process.setWorkingDirectory(str(Path(__file__).parents[2]))
        process.readyReadStandardOutput.connect(self._read)
        process.finished.connect(self._finished)
        process.errorOccurred.connect(self._finished)
        self._process, self._lines = process, b""
        self._start.start()
        self._pulse.start(_milliseconds(RESTING_SECONDS))
        process.start(self._command[0], self._command[1:])

    def send(self, message: ToSpeaker) -> None:
        """Say, play or hush; starts the process where there is none."""
        self.start()
        if isinstance(message, Say | Play):
            self._number = message.number
            self._begin.start()
            self._longest.start()
            self._pulse.start(_milliseconds(PING_SECONDS))
        elif isinstance(message, Hush):
            self._begin.stop()
            self._longest.stop()
            self._pulse.start(_milliseconds(RESTING_SECONDS))
        if self._process:
            self._process.write(line_of(message))

    def rest(self) -> None:
        """End the process; the next message starts another."""
        process, self._process = self._process, None
        for timer in (self._start, self._begin, self._pong, self._longest, self._pulse):
            timer.stop()
        if process:
            process.readyReadStandardOutput.disconnect(self._read)
            process.finished.disconnect(self._finished)
            process.errorOccurred.disconnect(self._finished)
            process.kill()
            process.waitForFinished(500)
            process.deleteLater()

    def _read(self) -> None:
        if self._process is None:
            return
        *lines, self._lines = (self._lines + self._process.readAllStandardOutput().data()).split(b"\n")
        for line in lines:
            message = from_speaker(line)
            if message:
                self._take(message)

    def _take(self, message: FromSpeaker) -> None:
        match message:
            case Ready():
                self._start.stop()
            case Began(number) if number == self._number:
                self._begin.stop()
            case Ended(number) | Failed(number) if number == self._number:
                self._begin.stop()
                self._longest.stop()
                self._pulse.start(_milliseconds(RESTING_SECONDS))
            case Pong(number):
                if number == self._pings:
                    self._pong.stop()
                return
            case Absent(reason):
                self._lose(reason)
                return
            case _:
                return
        self.said.emit(message)

    def _send_ping(self) -> None:
        if self._process and not self._pong.isActive():
            self._pings += 1
            self._pong.start()
            self._process.write(line_of(Ping(self._pings)))

    def _gave_no_answer(self) -> None:
        self._lose(NO_ANSWER)

    def _finished(self) -> None:
        self._lose("the speaker ended by itself")

    def _lose(self, reason: str) -> None:
        _log.warning("Listen is hidden: %s.", reason)
        self.rest()
        self.lost.emit(reason)


def _timer(parent: QObject, seconds: float, act: object, *, is_single: bool = False) -> QTimer:
    timer = QTimer(parent)
    timer.setSingleShot(is_single)
    timer.setInterval(_milliseconds(seconds))
    timer.timeout.connect(act)
    return timer


def _milliseconds(seconds: float) -> int:
    return round(seconds * 1000)


def _environment() -> QProcessEnvironment:
    """The kiosk's own, but without its window: the speaker needs no display."""
    environment = QProcessEnvironment.systemEnvironment()
    environment.insert("QT_LOGGING_RULES", os.environ.get("QT_LOGGING_RULES", "qt.multimedia.*=false"))
    return environment

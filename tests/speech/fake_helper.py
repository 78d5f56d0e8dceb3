"""A speaker's process with a voice that makes no sound: `python tests/speech/fake_helper.py [FAULT]`.

It begins each sentence at once and ends it after a little while. FAULT: `deaf` never answers, `mute` never begins a
sentence, `hangs` stops answering at the first sentence, `dies` ends there, `absent` has no voice.
"""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from PySide6.QtCore import QTimer

from kiosk.ops.speaker import speak
from kiosk.ops.voice import NoVoice, Reports

FAULT = sys.argv[1] if len(sys.argv) > 1 else ""


class FakeVoice:
    name: str = "fake"
    languages: tuple[str, ...] = ("en-US", "es-ES")

    def __init__(self, reports: Reports) -> None:
        if FAULT == "absent":
            raise NoVoice("there is no voice in this test")
        if FAULT == "deaf":
            time.sleep(3600)
        self._reports = reports
        self._number = -1

    def say(self, number: int, text: str, language: str, gain: float, speed: float) -> None:  # noqa: ARG002 - a Voice
        self._number = number
        if number and FAULT == "hangs":
            time.sleep(3600)
        if number and FAULT == "dies":
            os._exit(7)
        if number and FAULT == "mute":
            return
        self._reports.began(number)
        QTimer.singleShot(int(os.environ.get("MS", "20")), lambda: self._end(number))

    def hush(self) -> None:
        self._number = -1

    def _end(self, number: int) -> None:
        if number == self._number:
            self._reports.ended(number)


if __name__ == "__main__":
    sys.exit(speak(FakeVoice))

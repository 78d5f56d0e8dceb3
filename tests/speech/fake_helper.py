"""A speaker's process with a voice that makes no sound: `python tests/speech/fake_helper.py [FAULT]`.

It begins each sentence at once and ends it soon. FAULT: `deaf` hangs before it is ready, `mute` never begins a
sentence, `hangs` answers nothing more from the first sentence on, `dies` ends there, `absent` has no voice, `endless`
begins and never ends, `chatty` writes lines that are no messages.
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
            time.sleep(60)
        if FAULT == "chatty":
            os.write(1, b'a library says hello\n{"type":"no such"}\n')
        self._reports = reports
        self._number = -1

    def say(self, number: int, text: str, language: str, gain: float, speed: float) -> None:  # noqa: ARG002 - a Voice
        self._number = number
        if number and FAULT == "hangs":
            time.sleep(60)
        if number and FAULT == "dies":
            os._exit(7)
        if number and FAULT == "mute":
            return
        self._reports.began(number)
        if not number or FAULT != "endless":
            QTimer.singleShot(20, lambda: self._end(number))

    def hush(self) -> None:
        self._number = -1

    def _end(self, number: int) -> None:
        if number == self._number:
            self._reports.ended(number)


if __name__ == "__main__":
    sys.exit(speak(FakeVoice))

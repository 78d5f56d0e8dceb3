"""Frames of twenty page turns on this display, from inside: how long each took to follow the one before."""

from __future__ import annotations

import json
import sys
import tempfile
from datetime import date
from pathlib import Path
from time import perf_counter

from PySide6.QtCore import QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication

from kiosk.app import Kiosk
from kiosk.core.content.folder import read_content
from kiosk.core.content.snapshot import SnapshotStore
from kiosk.core.session.events import BackPressed, Begun, NextPressed
from kiosk.ui.fonts import load_fonts
from kiosk.ui.pictures import Pictures
from kiosk.ui.turn import Turn
from kiosk.ui.whole_screen import WholeScreen
from kiosk.ui.window import KioskWindow

TURNS = 20
PAUSE_MILLISECONDS = 1500


class Recorder:
    """Notes when each frame of a turn was painted."""

    def __init__(self) -> None:
        self.gaps: list[float] = []
        self._last: float | None = None
        paint = Turn.paintEvent

        def paint_and_note(turn: Turn, event: QPaintEvent) -> None:
            paint(turn, event)
            now = perf_counter()
            if self._last is not None:
                self.gaps.append((now - self._last) * 1000)
            self._last = now

        Turn.paintEvent = paint_and_note  # type: ignore[method-assign]

    def begin(self) -> None:
        self._last = None


def main(content: Path) -> None:
    application = QApplication(sys.argv)
    load_fonts()
    store = SnapshotStore(Path(tempfile.mkdtemp(prefix="turns-")))
    catalog = read_content(content, today=date(2026, 1, 1), keep=store.keep).catalog
    recorder = Recorder()
    window = KioskWindow(Pictures(store.pictures))
    window.may_close = True
    kiosk = Kiosk(window, catalog, date(2026, 1, 1))
    WholeScreen(window).cover()
    done = 0

    def turn() -> None:
        nonlocal done
        if done > TURNS:
            application.quit()
            return
        recorder.begin()
        kiosk.happen(Begun() if done == 0 else BackPressed() if done % 7 == 6 else NextPressed())
        done += 1

    clock = QTimer()
    clock.setInterval(PAUSE_MILLISECONDS)
    clock.timeout.connect(turn)
    clock.start()
    application.exec()
    json.dump({"frames": len(recorder.gaps), "gaps_ms": sorted(recorder.gaps)}, sys.stdout)


if __name__ == "__main__":
    main(Path(sys.argv[1]))

"""How smoothly the window runs on this display while 1,000 slides with photographs are imported, from inside."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from time import perf_counter

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication

from kiosk.app import Kiosk
from kiosk.core.session.events import BackPressed, Begun, CatalogArrived, Event, NextPressed
from kiosk.ops.clocks import Clocks
from kiosk.ops.contents import Contents
from kiosk.ui.fonts import load_fonts
from kiosk.ui.pictures import Pictures
from kiosk.ui.whole_screen import WholeScreen
from kiosk.ui.window import KioskWindow
from tests.benchmarks.turns import PAUSE_MILLISECONDS, Recorder

TICK_MILLISECONDS = 5
LONGEST_SECONDS = 300


def main(content: Path, data: Path, builtin: Path) -> None:
    """Turn a page every 1.5 s until the new content has arrived, and count what came late."""
    application = QApplication(sys.argv)
    load_fonts()
    recorder = Recorder()
    contents = Contents(content, data, builtin=builtin)
    window = KioskWindow(Pictures(*contents.picture_folders))
    window.may_close = True
    kiosk = Kiosk(window, contents.live, Clocks().today())
    WholeScreen(window).cover()
    stalls: list[float] = []
    seen = {"last": 0.0, "turned": 0.0, "done": 0}
    began = perf_counter()

    def tick() -> None:
        now = perf_counter()
        # A page that is drawn holds the tick up by itself; frames of its turn are counted by the recorder.
        if seen["last"] and now - seen["turned"] > 1.0:
            stalls.append((now - seen["last"]) * 1000)
        seen["last"] = now
        if now - began > LONGEST_SECONDS:
            application.exit(1)

    def turn() -> None:
        recorder.begin()
        done = int(seen["done"])
        kiosk.happen(Begun() if done == 0 else BackPressed() if done % 7 == 6 else NextPressed())
        seen["done"] += 1
        seen["turned"] = perf_counter()

    def hear(event: Event) -> None:
        if isinstance(event, CatalogArrived):
            application.quit()

    kiosk.heard.connect(hear, Qt.ConnectionType.QueuedConnection)
    clock, ticker = QTimer(), QTimer()
    clock.setInterval(PAUSE_MILLISECONDS)
    clock.timeout.connect(turn)
    ticker.setTimerType(Qt.TimerType.PreciseTimer)
    ticker.setInterval(TICK_MILLISECONDS)
    ticker.timeout.connect(tick)
    clock.start()
    ticker.start()
    QTimer.singleShot(500, lambda: contents.start(kiosk.heard.emit))
    code = application.exec()
    contents.end()
    found = {"gaps_ms": recorder.gaps, "stall_ms": max(stalls), "seconds": perf_counter() - began}
    json.dump({**found, "code": code}, sys.stdout)


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:4]))

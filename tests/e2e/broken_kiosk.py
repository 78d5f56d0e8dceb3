"""`kiosk run` with a fault put in: python broken_kiosk.py FAULT ARGUMENTS. Times are short, so that a test is.

With the fault "patient" there is none, and the watchdog asks as often but waits as long as ever.
"""

from __future__ import annotations

import ctypes
import sys
import threading
import time
from collections.abc import Callable

from PySide6.QtCore import QTimer

from kiosk import app, cli
from kiosk.ops import errors, status, watchdog
from kiosk.ops.contents import Contents
from kiosk.ui.pages.slide import SlidePage
from kiosk.ui.painting import guarded

SOON = 500  # milliseconds after the window is shown
STALL_SECONDS, HANGS_SECONDS = 1.5, 60


def freeze() -> None:
    while True:
        pass


def stall() -> None:
    time.sleep(STALL_SECONDS)


def hang_when_it_ends() -> None:
    Contents.end = lambda _: time.sleep(HANGS_SECONDS)  # type: ignore[method-assign, assignment]


def crash() -> None:
    ctypes.string_at(0)


def fail() -> None:
    raise RuntimeError("sciatica-massage")


def fail_on_a_thread() -> None:
    threading.Thread(target=fail).start()


def fail_to_paint_slides() -> None:
    SlidePage.paintEvent = guarded(lambda *_: fail())  # type: ignore[method-assign]
    print("slides cannot be painted", flush=True)  # noqa: T201 - the test waits for it


def fail_again_and_again() -> None:
    for _ in range(errors.MOST):
        QTimer.singleShot(0, fail)


def fail_to_start() -> None:
    app.Kiosk.show = lambda *_: fail()  # type: ignore[method-assign]


AT_ONCE: dict[str, Callable[[], None]] = {
    function.__name__: function for function in (fail_to_start, hang_when_it_ends)
}
LATER: dict[str, Callable[[], None]] = {
    function.__name__: function
    for function in (
        freeze,
        stall,
        crash,
        fail,
        fail_on_a_thread,
        fail_to_paint_slides,
        fail_again_and_again,
    )
}


def main(fault: str, *arguments: str) -> int:
    watchdog.ASK_MILLISECONDS = 100
    if fault != "patient":
        watchdog.FROZEN_SECONDS = 2.0
    status.EVERY_SECONDS = 1
    started = watchdog.Watchdog.start

    def start(dog: watchdog.Watchdog) -> None:
        started(dog)
        if fault in LATER:
            QTimer.singleShot(SOON, LATER[fault])

    watchdog.Watchdog.start = start  # type: ignore[method-assign, assignment]
    if fault in AT_ONCE:
        AT_ONCE[fault]()
    return cli.main(list(arguments))


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))

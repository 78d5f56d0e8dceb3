"""Starts `kiosk print` and waits for it on a thread: neither Qt's drawing nor a printer holds up the screen."""

from __future__ import annotations

import logging
import subprocess
import sys
import threading
from collections.abc import Callable, Sequence
from pathlib import Path

import msgspec

from kiosk.core.session.errands import PrintHandout
from kiosk.core.session.events import Event, PrintAnswered
from kiosk.core.views.handout import HandoutQuestion, handout_of
from kiosk.ops.print_job import PrintOrder

_log = logging.getLogger(__name__)
LONGEST_SECONDS = 90.0


def print_apart(
    errand: PrintHandout,
    printer: str,
    folders: Sequence[Path],
    answer: Callable[[Event], None],
    command: Sequence[str] = (),
) -> threading.Thread:
    """Answer, from another thread, whether the leaflet is being printed."""
    asked = tuple(HandoutQuestion(each.text, each.language) for each in errand.questions)
    handout = handout_of(errand.catalog, errand.topic, errand.language, asked, is_large=errand.is_large)
    order = msgspec.json.encode(PrintOrder(handout, printer, tuple(map(str, folders))))
    thread = threading.Thread(
        target=lambda: answer(PrintAnswered(_is_printed(command or print_command(), order))),
        name="print",
        daemon=True,
    )
    thread.start()
    return thread


def print_command() -> list[str]:
    """How this program calls itself: the executable of a bundle, or Python from source."""
    if getattr(sys, "frozen", False):
        return [sys.executable, "print"]
    return [sys.executable, "-m", "kiosk", "print"]


def _is_printed(command: Sequence[str], order: bytes, seconds: float = LONGEST_SECONDS) -> bool:
    """What was asked goes over a pipe and is in no list of processes; one that does not end is killed."""
    try:
        done = subprocess.run(  # noqa: S603 - this program itself
            command,
            input=order,
            stdout=subprocess.DEVNULL,
            stderr=None if sys.stderr else subprocess.DEVNULL,
            timeout=seconds,
            check=False,
            cwd=None if getattr(sys, "frozen", False) else Path(__file__).parents[2],
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except (OSError, subprocess.SubprocessError):
        _log.warning("The process that prints could not be started, or did not end in %.0f s.", seconds)
        return False
    if done.returncode:
        _log.warning("The printer did not take a leaflet: look at its paper, its cover, its cable.")
    return done.returncode == 0

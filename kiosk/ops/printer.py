"""The machine's printer: CUPS on Linux and macOS, by its own commands; on Windows what Qt knows of it.

A leaflet that cannot be printed at once is taken back from the queue: it must not come out for somebody else.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Callable, Sequence
from enum import Enum, auto
from time import sleep

SECONDS = 15.0
"""For one command; a print server that does not answer is as good as none."""
LOOKS, REST_SECONDS = 20, 1.0
_TROUBLE = re.compile(
    r"jam|media-(?:empty|needed)|offline|(?:cover|door|interlock)-open|(?:toner|marker-supply|input-tray)-\S*"
    r"(?:empty|missing)|paused|shutdown|stopped|timed-out|spool-area-full"
)
"""Reasons of a printer's state (RFC 8011, 5.4.12) with which no paper comes out."""


class PrinterState(Enum):
    READY = auto()
    STOPPED = auto()
    ABSENT = auto()


class NotPrinted(Exception):  # noqa: N818 - it says what is so
    """The printer is absent, stopped, out of paper, jammed, or does not answer."""


def printer_state(name: str) -> PrinterState:
    if sys.platform == "win32":
        return _windows_state(name)
    try:
        said = _said(["lpstat", "-l", "-p", name])
    except NotPrinted:
        return PrinterState.ABSENT
    return PrinterState.STOPPED if _has_trouble(said) else PrinterState.READY


def paper_of(name: str) -> str:
    """The paper that the printer has by itself: "Letter", or else "A4"."""
    try:
        options = _said(["lpoptions", "-p", name, "-l"])
    except NotPrinted:
        return "A4"
    return "Letter" if re.search(r"^PageSize/.*\*Letter\b", options, re.MULTILINE) else "A4"


def print_pdf(name: str, pdf: bytes, rest: Callable[[float], None] = sleep) -> None:
    """Return once it is printed, or the printer is at it. Raises NotPrinted; nothing is left in the queue then.

    The job's title names no topic: other people can read the queue.
    """
    if printer_state(name) is not PrinterState.READY:
        raise NotPrinted
    answer = _said(["lp", "-d", name, "-t", "Leaflet", "-o", "sides=two-sided-long-edge"], pdf)
    found = re.search(r"(\S+-\d+)", answer)
    if found is None:
        raise NotPrinted
    job = found[1]
    try:
        _wait_for(name, job, rest)
    except NotPrinted:
        _said(["cancel", job])
        raise


def _wait_for(name: str, job: str, rest: Callable[[float], None]) -> None:
    said = ""
    for _ in range(LOOKS):
        if job not in _said(["lpstat", "-W", "not-completed", "-o", name]).split():
            return
        said = _said(["lpstat", "-l", "-p", name])
        if _has_trouble(said):
            raise NotPrinted
        rest(REST_SECONDS)
    if f"now printing {job}" not in said or "connecting-to-device" in said:
        raise NotPrinted


def _has_trouble(said: str) -> bool:
    """Of what `lpstat -l -p` says: its first line, and the line of alerts."""
    alerts = re.search(r"^\s*Alerts:(.*)$", said, re.MULTILINE)
    return " disabled since " in said or bool(alerts and _TROUBLE.search(alerts[1]))


def _said(command: Sequence[str], given: bytes = b"") -> str:
    """What one of CUPS's commands says, in English. Raises NotPrinted where it fails, is missing or does not end."""
    try:
        done = subprocess.run(  # noqa: S603 - names of ours; the printer's is IT's
            command,
            input=given,
            capture_output=True,
            timeout=SECONDS,
            check=True,
            env={**os.environ, "LC_ALL": "C"},
        )
    except (OSError, subprocess.SubprocessError) as reason:
        raise NotPrinted from reason
    return done.stdout.decode(errors="replace")


def _windows_state(name: str) -> PrinterState:
    from PySide6.QtGui import QGuiApplication  # noqa: PLC0415, TID251 - Windows has no commands for this
    from PySide6.QtPrintSupport import QPrinter, QPrinterInfo  # noqa: PLC0415, TID251

    application = QGuiApplication.instance() or QGuiApplication([])
    info = QPrinterInfo.printerInfo(name)
    is_at_fault = info.state() in {QPrinter.PrinterState.Error, QPrinter.PrinterState.Aborted}
    del application
    if info.isNull():
        return PrinterState.ABSENT
    return PrinterState.STOPPED if is_at_fault else PrinterState.READY

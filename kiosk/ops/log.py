"""The log: a few small files, a message a minute at most, and nothing in it that tells who was here.

A patient must not be found by a line: no topic and no slide stands beside a time (standards.md PRV-04). Errors are
written as their kind and the places in the program, without the words and values that they carry.
"""

from __future__ import annotations

import logging
import os
import traceback
from collections.abc import Callable
from pathlib import Path
from time import monotonic
from types import TracebackType
from typing import TypeAlias

LARGEST, KEPT = 256_000, 4
"""Bytes of one file, and how many full ones stay beside it."""
AGAIN_SECONDS = 60.0
FORMAT = "%(asctime)s %(levelname)s %(name)s: %(message)s"
FILE = "kiosk.log"
_Caught: TypeAlias = tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]


class Spare(logging.Formatter):
    """Says where an error arose, and nothing of what was worked on; and how often `Seldom` held it back."""

    def formatMessage(self, record: logging.LogRecord) -> str:  # noqa: N802 - logging's name
        held = getattr(record, "held", 0)
        return super().formatMessage(record) + (f" (and {held} times before this)" if held else "")

    def formatException(self, ei: _Caught) -> str:  # noqa: N802 - logging's name
        lines: list[str] = []
        error, seen = ei[1], set[int]()
        while error is not None and id(error) not in seen:
            seen.add(id(error))
            places = (
                f"  {_short(frame.filename)}:{frame.lineno} in {frame.name}"
                for frame in traceback.extract_tb(error.__traceback__)
            )
            lines[:0] = [*places, f"{type(error).__name__}{_reason(error)}"]
            error = error.__cause__ or error.__context__
        return "\n".join(lines)


def _reason(error: BaseException) -> str:
    """What the system said, without the file's name."""
    return f": {error.strerror}" if isinstance(error, OSError) and error.strerror else ""


def _short(filename: str) -> str:
    return "/".join(Path(filename).parts[-3:])


class Seldom(logging.Filter):
    """Lets the same message through once a minute, with the number of times that it was held back as `held`.

    The message itself stays as it is: the next handler's filter has to know it again.
    """

    def __init__(self, clock: Callable[[], float] = monotonic) -> None:
        super().__init__()
        self._clock = clock
        self._last: dict[tuple[str, str, str], tuple[float, int]] = {}

    def filter(self, record: logging.LogRecord) -> bool:
        key, now = (record.name, str(record.msg), _place(record)), self._clock()
        at, held = self._last.get(key, (-AGAIN_SECONDS, 0))
        if now - at < AGAIN_SECONDS:
            self._last[key] = at, held + 1
            return False
        if len(self._last) > 200:  # whatever makes up so many messages, it must not fill the memory
            self._last.clear()
        self._last[key] = now, 0
        record.held = held
        return True


def _place(record: logging.LogRecord) -> str:
    """Where its error was raised: another error is another message."""
    trace = record.exc_info[2] if record.exc_info else None
    while trace and trace.tb_next:
        trace = trace.tb_next
    return f"{trace.tb_frame.f_code.co_filename}:{trace.tb_lineno}" if trace else ""


class Held(logging.Handler):
    """Keeps what is said before the log file is open: loading what writes it would make the start longer."""

    def __init__(self) -> None:
        super().__init__()
        self.records: list[logging.LogRecord] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.records.append(record)


def begin_log() -> Held:
    """To the terminal, or where a supervisor reads it."""
    logging.raiseExceptions = False  # a log that cannot be written is no reason for anything
    held, screen = Held(), logging.StreamHandler()
    for handler in (screen, held):
        handler.setFormatter(Spare(FORMAT))
        handler.addFilter(Seldom())
        logging.getLogger().addHandler(handler)
    logging.getLogger().setLevel(logging.INFO)
    return held


def open_log_file(folder: Path, held: Held) -> None:
    """Write to `kiosk.log` in this folder from now on, also what was held. Where it cannot be made, there is none."""
    from logging.handlers import RotatingFileHandler  # noqa: PLC0415 - after the first screen

    root = logging.getLogger()
    root.removeHandler(held)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        file = RotatingFileHandler(folder / FILE, maxBytes=LARGEST, backupCount=KEPT, encoding="utf-8")
    except OSError as reason:
        logging.getLogger(__name__).warning("No log can be written: %s.", reason.strerror or os.strerror(5))
        return
    file.setFormatter(Spare(FORMAT))
    file.addFilter(Seldom())
    root.addHandler(file)
    for record in held.records:
        file.emit(record)
    held.records.clear()

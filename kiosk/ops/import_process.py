"""Starts the importer as a process, watches how it gets on, and ends it at its limit. Nothing here waits."""

from __future__ import annotations

import contextlib
import logging
import queue
import subprocess
import sys
import threading
from collections.abc import Callable, Sequence
from pathlib import Path
from time import monotonic
from typing import IO

import msgspec
from msgspec import Struct

from kiosk.ops.import_order import Order, Outcome, Told

_log = logging.getLogger(__name__)
FILE_SECONDS = 20.0
"""For one file: a photograph of 300 megapixels takes 4 s on a slow machine that has other things to do."""


class Ended(Struct, frozen=True):
    """How an import ended. Without an outcome it crashed, or was ended, over `file`; empty: over the folder."""

    outcome: Outcome | None
    file: str = ""


def import_command() -> list[str]:
    """How this program calls itself: the executable of a bundle, or Python from source."""
    if getattr(sys, "frozen", False):
        return [sys.executable, "import"]
    return [sys.executable, "-m", "kiosk", "import"]


class ImportProcess:
    """One at a time. `clock` is in seconds and never goes back."""

    def __init__(
        self,
        command: Sequence[str] = (),
        clock: Callable[[], float] = monotonic,
        woken: Callable[[], None] = lambda: None,
    ) -> None:
        self._command, self._clock, self._woken = list(command), clock, woken
        self._process: subprocess.Popen[bytes] | None = None
        self._lines: queue.SimpleQueue[bytes] = queue.SimpleQueue()
        self._heard = 0.0
        self._file, self._is_read = "", False
        self._outcome: Outcome | None = None
        self._is_ended = True
        self._listener = threading.Thread()

    @property
    def is_running(self) -> bool:
        """Whether there is a process still, also one that was ended and hangs in a dead share."""
        return self._process is not None and self._process.poll() is None

    def start(self, order: Order) -> None:
        """Raises OSError where no process can be started."""
        self._lines = queue.SimpleQueue()
        self._file, self._is_read, self._outcome = "", False, None
        self._heard, self._is_ended = self._clock(), False
        flags = getattr(subprocess, "CREATE_NO_WINDOW", 0)
        self._process = subprocess.Popen(  # noqa: S603 - this program itself
            [*(self._command or import_command()), msgspec.json.encode(order).decode()],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=None if sys.stderr else subprocess.DEVNULL,
            cwd=None if getattr(sys, "frozen", False) else Path(__file__).parents[2],
            creationflags=flags,
        )
        out = self._process.stdout
        self._listener = threading.Thread(
            target=self._listen, args=(out, self._lines), daemon=True, name="import"
        )
        self._listener.start()

    def poll(self) -> Ended | None:
        """How it ended, once; None while it runs."""
        if self._process is None or self._is_ended:
            return None
        self._hear()
        if self._process.poll() is None:
            if self._clock() - self._heard < FILE_SECONDS:
                return None
            _log.warning("The importer is ended: it was at one file for %.0f s.", FILE_SECONDS)
            self._process.kill()
        else:
            self._listener.join(1)
            self._hear()
        self._is_ended = True
        return Ended(self._outcome, self._file if self._is_read else "")

    def end(self) -> None:
        """End it now, whatever it is at. One that hangs in a dead share is not waited for."""
        if self._process is None:
            return
        self._process.kill()
        self._is_ended = True
        with contextlib.suppress(subprocess.TimeoutExpired):
            self._process.wait(1)

    def _listen(self, out: IO[bytes] | None, lines: queue.SimpleQueue[bytes]) -> None:
        if out is None:
            return
        with out:
            for line in out:
                lines.put(line)
        self._woken()

    def _hear(self) -> None:
        while not self._lines.empty():
            try:
                told = msgspec.json.decode(self._lines.get(), type=Told)
            except msgspec.MsgspecError:
                continue
            self._heard = self._clock()
            self._file, self._is_read, self._outcome = told.file, told.is_read, told.outcome

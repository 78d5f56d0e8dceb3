"""Remembers how each start went, in `runs.json` of the data folder, and keeps the trace of one that froze or crashed.

Both can be lost without harm: a damaged file is begun anew, and where nothing can be written there is no safe mode.
"""

from __future__ import annotations

import logging
import os
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import BinaryIO

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from kiosk.core.restarts import KEPT, Run, is_safe_mode_due

_log = logging.getLogger(__name__)
_LONGEST_TRACE = 20_000  # bytes


class _Kept(Struct, frozen=True):
    runs: tuple[Run, ...] = ()


class Runs:
    """`before` are the runs before this one, oldest first; `is_safe` whether this one leaves the content out."""

    def __init__(self, data: Path, now: Callable[[], datetime]) -> None:
        self._file, self._trace_file = data / "runs.json", data / "trace.txt"
        self.last_trace = self._read_trace()
        self.before = self._load()
        began = now()
        self.is_safe = is_safe_mode_due(self.before, began)
        self._run = Run(began)
        self._save()

    @property
    def has_frozen_at_start(self) -> bool:
        """Whether the run before this one was ended by its watchdog, or crashed, before it had shown anything."""
        return bool(self.before) and self.before[-1].has_trace and not self.before[-1].has_painted

    def note_painted(self) -> None:
        """Somebody could see a screen."""
        self._run = replace(self._run, has_painted=True)
        self._save()

    def note_end(self, code: int) -> None:
        self._run = replace(self._run, code=code)
        self._save()

    def open_trace(self) -> BinaryIO | None:
        """An empty file for `faulthandler`, which writes to it when the process can do nothing else any more."""
        with suppress(OSError):
            return self._trace_file.open("wb", buffering=0)
        with suppress(OSError):
            return Path(os.devnull).open("wb", buffering=0)
        return None

    def _load(self) -> tuple[Run, ...]:
        try:
            runs = msgspec.json.decode(self._file.read_bytes(), type=_Kept).runs[-KEPT:]
        except (OSError, msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
            return ()
        if runs and self.last_trace:
            return (*runs[:-1], replace(runs[-1], has_trace=True))
        return runs

    def _save(self) -> None:
        """Not flushed to the disk: a power cut may lose it, and does not count."""
        temporary = self._file.with_suffix(".tmp")
        try:
            temporary.write_bytes(msgspec.json.encode(_Kept((*self.before, self._run))))
            temporary.replace(self._file)
        except OSError:
            _log.warning("How this start goes cannot be remembered: %s cannot be written.", self._file.parent)

    def _read_trace(self) -> str:
        try:
            with self._trace_file.open("rb") as file:
                return file.read(_LONGEST_TRACE).decode(errors="replace")
        except OSError:
            return ""

"""A file system on which the n-th operation goes wrong: it fails, or the power goes at it."""

from __future__ import annotations

import builtins
import errno
import io
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest

_OPERATIONS = (
    "open",
    "fsync",
    "replace",
    "rename",
    "unlink",
    "mkdir",
    "listdir",
    "scandir",
    "stat",
    "lstat",
    "statvfs",
)


class PowerGone(BaseException):
    """Nothing that is done after it has an effect."""


class FaultyFiles:
    """`n` counts from 1. With `is_fatal` each later operation fails too, as after a power cut or a SIGKILL."""

    def __init__(self, n: int, *, is_fatal: bool) -> None:
        self._left, self._is_fatal = n, is_fatal
        self.was_hit = False

    @contextmanager
    def installed(self) -> Iterator[None]:
        with pytest.MonkeyPatch.context() as patch:
            for name in _OPERATIONS:
                patch.setattr(os, name, self._faulty(getattr(os, name)))
            open_file = io.open
            patch.setattr(io, "open", self._opening(open_file))
            patch.setattr(builtins, "open", self._opening(open_file))
            yield

    def happen(self) -> None:
        """Count an operation. Raises OSError or PowerGone where it is the one, or after it."""
        self._left -= 1
        if self._left == 0 or (self._left < 0 and self._is_fatal):
            self.was_hit = True
            if self._is_fatal:
                raise PowerGone
            raise OSError(errno.EIO, "a fault on purpose")

    def _faulty(self, operation: Callable[..., Any]) -> Callable[..., Any]:
        def run(*args: Any, **options: Any) -> Any:
            self.happen()
            return operation(*args, **options)

        return run

    def _opening(self, open_file: Callable[..., Any]) -> Callable[..., Any]:
        def run(file: Any, mode: str = "r", *args: Any, **options: Any) -> Any:
            self.happen()
            opened = open_file(file, mode, *args, **options)
            return _FaultyFile(opened, self) if "w" in mode else opened

        return run


class _FaultyFile:
    """A file whose writing may stop half way."""

    def __init__(self, file: Any, faults: FaultyFiles) -> None:
        self._file, self._faults = file, faults

    def __enter__(self) -> Any:
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()

    def __getattr__(self, name: str) -> Any:
        return getattr(self._file, name)

    def write(self, data: bytes) -> int:
        try:
            self._faults.happen()
        except BaseException:
            self._file.write(data[: len(data) // 2])
            raise
        written: int = self._file.write(data)
        return written

"""Whether this machine can show anything, asked before Qt would abort."""

from __future__ import annotations

import builtins
import os
import socket
import sys
from collections.abc import Mapping

NO_DISPLAY = 3


def bad_pair(python: tuple[int, ...], pyside: tuple[int, ...]) -> str:
    """Say why this Python and this PySide6 must not run together; empty: they may.

    PySide6 6.12.0 drops a reference to None at each call that returns it; before Python 3.12 the count reaches
    zero and the program aborts. Measured on 3.10 and 3.11; 6.11.3 and Python 3.12 on are sound.
    """
    if python[:2] < (3, 12) and pyside[:2] == (6, 12):
        return (
            f"PySide6 {'.'.join(map(str, pyside[:3]))} aborts on Python {python[0]}.{python[1]}: "
            "install PySide6 6.11.3, or use Python 3.12 or later."
        )
    return ""


def import_as_python_does() -> None:
    """Undo PySide6's own `import`, which reads the source of every module for `from __feature__ import …`.

    Nothing here asks for those features, and the reading takes 10 ms of the start. Found in PySide6 6.11.3
    (`shibokensupport/feature.py`); where a later one has no such import, nothing is done.
    """
    original = getattr(builtins, "__orig_import__", None)
    if original is not None:
        builtins.__import__ = original


def has_display(environ: Mapping[str, str] = os.environ, platform: str = sys.platform) -> bool:
    """Whether Qt will find a screen; it ends the program itself where there is none."""
    if platform in {"win32", "darwin"} or environ.get("QT_QPA_PLATFORM"):
        return True
    return bool(environ.get("WAYLAND_DISPLAY")) or _answers(environ.get("DISPLAY", ""))


def _answers(display: str) -> bool:
    """Whether an X server listens there. A display on another machine is taken at its word."""
    host, _, number = display.rpartition(":")
    number = number.partition(".")[0]
    if not number.isdecimal():
        return False
    if host not in {"", "unix"}:
        return True
    path = f"/tmp/.X11-unix/X{number}"  # noqa: S108 - where X servers listen
    for address in (f"\0{path}", path):
        with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as probe:
            if probe.connect_ex(address) == 0:
                return True
    return False

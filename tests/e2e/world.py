"""A kiosk in a world of its own, under the eyes of strace."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from tests.e2e.machine import Program

SHIPPED = Path(__file__).parents[2] / "content"


def may_trace() -> bool:
    """Some containers forbid it."""
    strace = shutil.which("strace")
    command = [strace or "strace", "-f", "-o", os.devnull, "true"]
    return bool(strace) and subprocess.run(command, capture_output=True, check=False).returncode == 0  # noqa: S603


_LEFT_BY_A_RUN = shutil.ignore_patterns("CONTENT-REPORT.txt")
"""Where the kiosk was run from this folder, its report would pass for that of the run which is watched."""


class Home:
    """A user's whole world: home, temporary files, content and data lie in `folder`, what the tests note beside it.

    `calls` are the system calls that are traced, as strace names them.
    """

    def __init__(self, folder: Path, *, insights: bool = False, calls: str = "socket,execve") -> None:
        self._calls = calls
        self.folder, self.trace, self.log = folder / "world", folder / "trace.txt", folder / "log.txt"
        for name in ("home", "tmp", "run"):
            (self.folder / name).mkdir(parents=True)
        (self.folder / "run").chmod(0o700)
        self.content = Path(shutil.copytree(SHIPPED, self.folder / "content", ignore=_LEFT_BY_A_RUN))
        settings = f"repeat_guard = 0.0\ninsights = {str(insights).lower()}\n"
        (self.folder / "machine.toml").write_text(settings)

    @property
    def program(self) -> Program:
        environ = {
            name: value for name, value in os.environ.items() if not name.startswith(("XDG_", "DBUS_"))
        }
        for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
            environ.pop(name, None)
        world = {"HOME": "home", "TMPDIR": "tmp", "XDG_RUNTIME_DIR": "run"}
        environ |= {name: str(self.folder / place) for name, place in world.items()}
        # -D: the kiosk has the number of the process that was started, so its window is found.
        strace = ("strace", "-D", "-f", "-e", f"trace={self._calls}", "-o", str(self.trace))
        return Program((*strace, sys.executable, "-m", "kiosk"), environ)

    @property
    def places(self) -> tuple[str, ...]:
        named = {"content": "content", "data": "data", "settings": "machine.toml"}
        return tuple(
            word for name, place in named.items() for word in (f"--{name}", str(self.folder / place))
        )

    def has_come_to_rest(self) -> bool:
        """The content is published and the speaker has been asked: what a start writes is written."""
        has_spoken = '"speak"' in self.trace.read_text()
        return has_spoken and all(
            (self.folder / name).exists()
            for name in ("content/CONTENT-REPORT.txt", "data/newest.json", "data/logs")
        )

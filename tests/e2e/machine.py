"""A virtual screen with the kiosk on it as a process, seen and touched from outside only."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, Self

NO_SPEECH = "unix_socket:/dev/null/none"
"""An address without a service, so that none is started, which would outlive the test."""
PATIENCE = 30.0
"""Seconds after which a test gives up waiting for what should have happened."""
SLOW_MACHINE = 4.0
"""How much longer a machine may take that runs other tests at the same time."""


def wait_until(is_so: Callable[[], bool], what: str) -> None:
    """Return as soon as it is so. Raises AssertionError when patience runs out."""
    end = time.monotonic() + PATIENCE
    while not is_so():
        if time.monotonic() > end:
            raise AssertionError(f"waited {PATIENCE:.0f} s in vain for: {what}")
        time.sleep(0.02)


class VirtualScreen:
    """An X server of its own, without a window manager."""

    def __init__(self, size: str = "1280x720") -> None:
        read, write = os.pipe()
        # Without -noreset it starts again when its last client leaves, and refuses the next one meanwhile.
        self._server = subprocess.Popen(  # noqa: S603
            [*self.server(size), "-displayfd", str(write), "-nolisten", "tcp", "-noreset"],
            pass_fds=(write,),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        os.close(write)
        with os.fdopen(read, "rb") as number:
            self.display = f":{int(number.readline())}"

    def server(self, size: str) -> list[str]:
        return ["Xvfb", "-screen", "0", f"{size}x24"]

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._server.terminate()
        self._server.wait(10)

    @property
    def environ(self) -> Mapping[str, str]:
        return {**os.environ, "DISPLAY": self.display}

    def xdotool(self, *words: str) -> str:
        """Run xdotool on this screen; return what it printed, empty where it found nothing."""
        command = ["xdotool", *words]
        done = subprocess.run(command, env=self.environ, capture_output=True, text=True, check=False)  # noqa: S603
        return done.stdout.strip()

    def click(self, x: int, y: int) -> None:
        self.xdotool("mousemove", str(x), str(y), "click", "1")

    def key(self, name: str) -> None:
        self.xdotool("key", name)


class ChangingScreen(VirtualScreen):
    """An X server whose screens are turned, unplugged and added while it runs; at first there is one."""

    OUTPUT = "VNC-0"

    def __init__(self, folder: Path, size: str = "1280x720") -> None:
        self._socket = folder / "vnc.sock"  # instead of a network
        super().__init__(size)
        self.add_mode("upright", 720, 1280)

    def server(self, size: str) -> list[str]:
        """Return the command; it serves nobody but the test."""
        listen = ["-rfbport", "-1", "-rfbunixpath", str(self._socket)]
        return ["Xtigervnc", "-geometry", size, "-depth", "24", "-SecurityTypes", "None", *listen]

    def xrandr(self, *words: str) -> None:
        subprocess.run(["xrandr", *words], env=self.environ, check=True)  # noqa: S603, S607

    def add_mode(self, name: str, width: int, height: int) -> None:
        """Let the output have this size too; what a signal would need besides is made up."""
        across = [str(width + more) for more in (0, 8, 16, 24)]
        down = [str(height + more) for more in (0, 2, 4, 6)]
        self.xrandr("--newmode", name, "60", *across, *down)
        self.xrandr("--addmode", self.OUTPUT, name)

    def set_mode(self, mode: str) -> None:
        self.xrandr("--output", self.OUTPUT, "--mode", mode)

    def unplug(self) -> None:
        self.xrandr("--output", self.OUTPUT, "--off")

    def put_screens(self, first: tuple[str, str], *others: tuple[str, str]) -> None:
        """Have these screens, of a name and a place as `1024x768+1280+0`. The first is the primary one."""
        for name in self._names():
            self.xrandr("--delmonitor", name)
        self.add_screen(f"*{first[0]}", first[1], self.OUTPUT)
        for name, place in others:
            self.add_screen(name, place)

    def add_screen(self, name: str, place: str, output: str = "none") -> None:
        width, height, x, y = place.replace("+", "x").split("x")
        self.xrandr("--setmonitor", name, f"{width}/300x{height}/200+{x}+{y}", output)

    def _names(self) -> list[str]:
        """Return the screens that were put there, as ` 1: *B 1024/300x768/200+1280+0 ` tells them."""
        command = ["xrandr", "--listmonitors"]
        done = subprocess.run(command, env=self.environ, capture_output=True, text=True, check=True)  # noqa: S603
        names = [line.split()[1].strip("*+") for line in done.stdout.splitlines()[1:]]
        return [name for name in names if name != self.OUTPUT]


def _environ_without_a_screen() -> Mapping[str, str]:
    screens = {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}
    return {name: value for name, value in os.environ.items() if name not in screens}


@dataclass(frozen=True)
class Program:
    """How the kiosk is called: from source, unless it is a bundle. `user` is a number, for a test that root runs."""

    command: tuple[str, ...] = (sys.executable, "-m", "kiosk")
    environ: Mapping[str, str] = field(default_factory=_environ_without_a_screen)
    user: int | None = None

    def start(self, *arguments: str, log: BinaryIO, **environ: str) -> subprocess.Popen[bytes]:
        return subprocess.Popen(  # noqa: S603
            [*self.command, *arguments],
            env={"SPEECHD_ADDRESS": NO_SPEECH, **self.environ, **environ},
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            user=self.user,
            group=self.user,
            extra_groups=None if self.user is None else [],
        )


FROM_SOURCE = Program()


class RunningKiosk:
    """`kiosk run` on a virtual screen; `title` names the screen that it shows."""

    def __init__(
        self, screen: VirtualScreen, *arguments: str, log: Path, program: Program = FROM_SOURCE
    ) -> None:
        self._screen, self._log = screen, log.open("wb")
        self.process = program.start("run", *arguments, log=self._log, DISPLAY=screen.display)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.process.kill()
        self.process.wait(10)
        self._log.close()

    @property
    def windows(self) -> dict[str, tuple[str, int, int, int, int]]:
        """What it shows: by its number the name of each window, where it lies, and how large it is."""
        found = {}
        for window in self._screen.xdotool("search", "--onlyvisible", "--pid", str(self.process.pid)).split():
            name = self._screen.xdotool("getwindowname", window)
            told = self._screen.xdotool("getwindowgeometry", "--shell", window)
            where = dict(line.split("=") for line in told.splitlines())
            if name and where:
                x, y, width, height = (int(where[word]) for word in ("X", "Y", "WIDTH", "HEIGHT"))
                found[window] = (name, x, y, width, height)
        return found

    @property
    def title(self) -> str:
        for window in self._screen.xdotool("search", "--onlyvisible", "--pid", str(self.process.pid)).split():
            name = self._screen.xdotool("getwindowname", window)
            if name:
                return name
        return ""

    @property
    def geometry(self) -> str:
        window = self._screen.xdotool("search", "--onlyvisible", "--pid", str(self.process.pid)).split()[0]
        return self._screen.xdotool("getwindowgeometry", "--shell", window)

    def wait_for(self, title: str) -> None:
        wait_until(lambda: title in self.title, f'a screen named "{title}"')


def imports_of(pid: int) -> list[int]:
    """The processes that it has started to read content."""
    children: list[str] = []
    for of_a_thread in Path(f"/proc/{pid}/task").glob("*/children"):
        with suppress(OSError):  # that thread has just ended
            children += of_a_thread.read_text().split()
    found = []
    for child in children:
        with suppress(OSError):  # it has just ended
            if b"\0import\0" in Path(f"/proc/{child}/cmdline").read_bytes():
                found.append(int(child))
    return found

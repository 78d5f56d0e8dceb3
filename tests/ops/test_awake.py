"""The screen is left on while the kiosk runs, and nobody's settings are changed for longer."""

from __future__ import annotations

import ctypes
import ctypes.util
import logging
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from kiosk.ops.awake import stay_awake
from tests.e2e.machine import RunningKiosk, VirtualScreen, wait_until

CONTENT = Path(__file__).parents[2] / "content"
on_linux = pytest.mark.skipif(sys.platform != "linux", reason="X11 and D-Bus are of Linux")


class FakeKernel:
    """What Windows would be told."""

    def __init__(self) -> None:
        self.told: list[int] = []
        self.SetThreadExecutionState = FakeCall(self.told)


class FakeCall:
    def __init__(self, told: list[int]) -> None:
        self._told = told

    def __call__(self, state: int) -> int:
        self._told.append(state)
        return 0


def test_windows_is_told_to_keep_screen_and_system_on_until_further_notice(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    kernel = FakeKernel()
    monkeypatch.setattr(ctypes, "CDLL", {"kernel32": kernel}.__getitem__)
    stay_awake("win32", {})
    assert kernel.told == [0x80000003]


def test_macos_is_told_by_its_own_program_which_waits_for_our_end(monkeypatch: pytest.MonkeyPatch) -> None:
    started: list[list[str]] = []
    monkeypatch.setattr(
        os, "posix_spawn", lambda _path, command, _environ: started.append(command), raising=False
    )
    stay_awake("darwin", {})
    assert started == [["/usr/bin/caffeinate", "-d", "-i", "-w", str(os.getpid())]]


@pytest.mark.parametrize("platform", ["win32", "darwin", "linux"])
def test_a_system_that_cannot_be_asked_is_no_error(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture, platform: str
) -> None:
    def fail(*_: object) -> None:
        raise OSError("there is none")

    monkeypatch.setattr(ctypes, "CDLL", fail)
    monkeypatch.setattr(os, "posix_spawn", fail, raising=False)
    caplog.set_level(logging.WARNING)
    stay_awake(platform, {"DISPLAY": ":1"})
    assert "could not be asked to leave the screen on" in caplog.text


def test_nobody_is_asked_where_nobody_is(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """No X11 and no session bus, as in the units for weston and cage; a bus by the network is none."""
    monkeypatch.setattr(ctypes, "CDLL", pytest.fail)
    monkeypatch.setitem(sys.modules, "PySide6.QtDBus", None)
    for environ in ({}, {"DBUS_SESSION_BUS_ADDRESS": "tcp:host=localhost,port=1"}):
        stay_awake("linux", environ)
    assert caplog.records == []


class _SaverInfo(ctypes.Structure):
    """XScreenSaverInfo(3)."""

    _fields_ = (
        ("window", ctypes.c_ulong),
        ("state", ctypes.c_int),
        ("kind", ctypes.c_int),
        ("until", ctypes.c_ulong),
        ("idle", ctypes.c_ulong),
        ("mask", ctypes.c_ulong),
    )


class Saver:
    """The screen saver of an X server, as a screen locker sees it."""

    def __init__(self, display: bytes) -> None:
        self._x11, self._saver = ctypes.CDLL("libX11.so.6"), ctypes.CDLL("libXss.so.1")
        self._x11.XOpenDisplay.restype = ctypes.c_void_p
        self._x11.XDefaultRootWindow.argtypes = self._x11.XCloseDisplay.argtypes = (ctypes.c_void_p,)
        self._x11.XDefaultRootWindow.restype = ctypes.c_ulong
        self._saver.XScreenSaverQueryInfo.argtypes = (ctypes.c_void_p, ctypes.c_ulong, ctypes.c_void_p)
        self._display = self._x11.XOpenDisplay(display)

    def look(self) -> tuple[bool, int]:
        """Whether the screen is dark, and for how many milliseconds nobody has touched anything."""
        info = _SaverInfo()
        root = self._x11.XDefaultRootWindow(self._display)
        assert self._saver.XScreenSaverQueryInfo(self._display, root, ctypes.byref(info))
        return info.state == 1, info.idle

    def close(self) -> None:
        self._x11.XCloseDisplay(self._display)


@contextmanager
def saver_of(screen: VirtualScreen) -> Iterator[Saver]:
    saver = Saver(screen.display.encode())
    yield saver
    saver.close()


@on_linux
def test_an_x_server_stays_lit_while_it_runs_and_gets_dark_again_when_it_was_killed(tmp_path: Path) -> None:
    arguments = ("--content", str(CONTENT), "--data", str(tmp_path / "data"))
    with VirtualScreen() as screen, saver_of(screen) as saver:
        subprocess.run(["xset", "s", "1", "1"], env=screen.environ, check=True)  # noqa: S607 - after a second
        with RunningKiosk(screen, *arguments, log=tmp_path / "log.txt") as kiosk:
            kiosk.wait_for("Kiosk")

            def is_lit_for_long() -> bool:
                is_dark, idle = saver.look()
                if is_dark:  # the kiosk has just started, and has not asked yet
                    screen.xdotool("mousemove_relative", "1", "0")
                return not is_dark and idle > 2500

            wait_until(is_lit_for_long, "a screen that nobody touches and that stays lit")
        wait_until(lambda: saver.look()[0], "a dark screen")


DESKTOP = """
import subprocess, sys
from jeepney import DBusAddress, HeaderFields, MessageType, new_method_call, new_method_return
from jeepney.bus_messages import message_bus
from jeepney.io.blocking import open_dbus_connection
bus = open_dbus_connection("SESSION")
names = ["org.freedesktop.ScreenSaver", "org.freedesktop.PowerManagement"]
for name in names:
    bus.send_and_get_reply(message_bus.RequestName(name))
program = '''
import sys
from PySide6.QtCore import QCoreApplication, QTimer
from kiosk.ops.awake import stay_awake
application = QCoreApplication(sys.argv)
stay_awake("linux", {"DBUS_SESSION_BUS_ADDRESS": "unix:"})
sys.stdin.read()
'''
kiosk = subprocess.Popen([sys.executable, "-c", program], stdin=subprocess.PIPE)
while names:
    call = bus.receive(timeout=20)
    fields = call.header.fields
    if call.header.message_type is MessageType.method_call and fields[HeaderFields.member] == "Inhibit":
        print(fields[HeaderFields.path], fields[HeaderFields.interface], *call.body, sep=" | ")
        bus.send(new_method_return(call, "u", (7,)))
        names.pop()
kiosk.communicate(b"")
"""


@on_linux
def test_a_desktops_own_saver_and_power_manager_are_asked_as_by_a_player_of_films() -> None:
    environ = {key: value for key, value in os.environ.items() if key != "DBUS_SESSION_BUS_ADDRESS"}
    command = ["dbus-run-session", "--", sys.executable, "-c", DESKTOP]
    root = Path(__file__).parents[2]
    done = subprocess.run(  # noqa: S603
        command, cwd=root, env=environ, capture_output=True, text=True, check=False, timeout=60
    )
    assert [line.split(" | ") for line in done.stdout.splitlines()] == [
        [path, interface, "Kiosk", "It is a public screen"]
        for path, interface in (
            ("/org/freedesktop/ScreenSaver", "org.freedesktop.ScreenSaver"),
            ("/org/freedesktop/PowerManagement/Inhibit", "org.freedesktop.PowerManagement.Inhibit"),
        )
    ], done.stderr

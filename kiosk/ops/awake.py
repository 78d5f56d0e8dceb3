"""Asks the system to leave its screen on. IT's settings come first (docs/install.md); this is for what was forgotten.

Each wish ends together with this process, whichever way that ends, so nothing is ever left changed. A system that
cannot be asked, or does not listen, is no error.
"""

from __future__ import annotations

import ctypes
import logging
import os
import sys
from collections.abc import Mapping

_log = logging.getLogger(__name__)
_CONTINUOUS, _SYSTEM_REQUIRED, _DISPLAY_REQUIRED = 0x80000000, 0x1, 0x2  # SetThreadExecutionState
_SUSPEND = 5  # ScreenSaverSuspend of MIT-SCREEN-SAVER 1.1
_SLEEPERS = (
    ("org.freedesktop.ScreenSaver", "/org/freedesktop/ScreenSaver", "org.freedesktop.ScreenSaver"),
    (
        "org.freedesktop.PowerManagement",
        "/org/freedesktop/PowerManagement/Inhibit",
        "org.freedesktop.PowerManagement.Inhibit",
    ),
)


def stay_awake(platform: str = sys.platform, environ: Mapping[str, str] = os.environ) -> None:
    """Ask once. Windows remembers it for the thread that asks, which has to be one that stays."""
    wishes = {"win32": [_ask_windows], "darwin": [_ask_macos]}.get(platform, [])
    if platform == "linux":
        wishes = [_ask_x11] * bool(environ.get("DISPLAY"))
        wishes += [_ask_session] * environ.get("DBUS_SESSION_BUS_ADDRESS", "").startswith("unix:")
    for wish in wishes:
        try:
            wish()
        except Exception:  # noqa: BLE001 - whatever it is, the kiosk goes on
            _log.warning("The system could not be asked to leave the screen on.", exc_info=True)


def _ask_windows() -> None:
    ask = ctypes.CDLL("kernel32").SetThreadExecutionState
    ask.argtypes, ask.restype = (ctypes.c_uint32,), ctypes.c_uint32
    ask(_CONTINUOUS | _SYSTEM_REQUIRED | _DISPLAY_REQUIRED)


def _ask_macos() -> None:
    """By the system's own program, which ends with the process that it is told to wait for."""
    command = ["/usr/bin/caffeinate", "-d", "-i", "-w", str(os.getpid())]
    os.posix_spawn(command[0], command, os.environ)


class _Extension(ctypes.Structure):
    _fields_ = (("name", ctypes.c_char_p), ("global_id", ctypes.c_int))


class _Request(ctypes.Structure):
    _fields_ = (
        ("count", ctypes.c_size_t),
        ("extension", ctypes.POINTER(_Extension)),
        ("opcode", ctypes.c_uint8),
        ("is_void", ctypes.c_uint8),
    )


class _Part(ctypes.Structure):
    _fields_ = (("base", ctypes.c_void_p), ("length", ctypes.c_size_t))


def _ask_x11() -> None:
    """Suspend the server's saver and power saving for as long as a connection of ours is open.

    By libxcb alone, which is there wherever Qt can draw on X11; the libraries of that extension may not be.
    """
    xcb = ctypes.CDLL("libxcb.so.1")
    xcb.xcb_connect.restype = ctypes.c_void_p
    xcb.xcb_connect.argtypes = (ctypes.c_char_p, ctypes.c_void_p)
    xcb.xcb_send_request.argtypes = (ctypes.c_void_p, ctypes.c_int, ctypes.c_void_p, ctypes.c_void_p)
    xcb.xcb_flush.argtypes = (ctypes.c_void_p,)
    connection = xcb.xcb_connect(None, None)
    extension = _Extension(b"MIT-SCREEN-SAVER", 0)
    body = (ctypes.c_uint8 * 8)(0, 0, 0, 0, 1)  # libxcb fills in the head; 1: suspend
    parts = (_Part * 3)()  # the first two are libxcb's own
    parts[2] = _Part(ctypes.addressof(body), len(body))
    request = _Request(1, ctypes.pointer(extension), _SUSPEND, 1)
    first = ctypes.byref(parts, 2 * ctypes.sizeof(_Part))
    xcb.xcb_send_request(connection, 0, first, ctypes.byref(request))
    xcb.xcb_flush(connection)


def _ask_session() -> None:
    """Ask a desktop's own saver and power manager, as players of films do. Nobody waits for an answer."""
    from PySide6.QtDBus import QDBusConnection, QDBusMessage  # noqa: PLC0415, TID251 - on a desktop only

    bus = QDBusConnection.sessionBus()
    for service, path, interface in _SLEEPERS:
        call = QDBusMessage.createMethodCall(service, path, interface, "Inhibit")
        call.setAutoStartService(False)
        call.setArguments(["Kiosk", "It is a public screen"])
        bus.send(call)

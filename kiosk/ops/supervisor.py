"""Tells systemd that the kiosk is ready and alive (sd_notify(3)); other systems have nobody to tell."""

from __future__ import annotations

import os
import socket
from contextlib import suppress


def notify(state: str) -> None:
    """Send `READY=1`, `WATCHDOG=1` or `STOPPING=1` to the supervisor that started this process, if one did."""
    address = os.environ.get("NOTIFY_SOCKET", "")
    if not address.startswith(("/", "@")) or not hasattr(socket, "AF_UNIX"):
        return
    with (
        suppress(OSError),  # it may be gone; the kiosk goes on
        socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM | getattr(socket, "SOCK_CLOEXEC", 0)) as out,
    ):
        out.setblocking(False)  # noqa: FBT003 - the standard library's own
        out.sendto(state.encode(), address.replace("@", "\0", 1) if address.startswith("@") else address)

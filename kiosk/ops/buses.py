"""Message buses that would hold Qt's start up: they take a connection, and then never say a word.

Qt connects to the session's bus, and for screen readers to another, before it shows anything, and waits without end for
the first answer. A daemon that is stopped or stuck is asked here before, and left out. One that is stuck later, or
whose address only another one tells, freezes the start: then the next start does without any.
"""

from __future__ import annotations

import logging
import os
import sys
from collections.abc import Iterator, Mapping, MutableMapping

_log = logging.getLogger(__name__)
SILENT_SECONDS = 1.0
"""A sound bus answers within a millisecond; one that systemd starts at the first connection takes longer."""
SESSION, SCREEN_READERS = "DBUS_SESSION_BUS_ADDRESS", "AT_SPI_BUS_ADDRESS"
NOWHERE = "disabled:"
"""An address that fails at once. Without any, the usual one of the session would be tried."""
_HELLO = b"\0AUTH\r\n"
"""The first line of the protocol; a bus answers with the ways of telling who one is."""


def leave_out_silent_buses(
    environ: MutableMapping[str, str] = os.environ,
    seconds: float = SILENT_SECONDS,
    *,
    has_frozen: bool = False,
) -> None:
    """Change the addresses for this process and those it starts; all of them after a start that has frozen.

    Takes `seconds` at most for each bus.
    """
    if not sys.platform.startswith("linux"):
        return  # Qt draws there without one
    if has_frozen:
        _log.warning("The start before this one froze: this one does without message buses.")
        environ.update(dict.fromkeys((SESSION, SCREEN_READERS), NOWHERE))
        return
    for variable in (SESSION, SCREEN_READERS):
        if any(_is_silent(name, seconds) for name in _sockets(variable, environ)):
            _log.warning("The message bus of %s does not answer: the kiosk does without.", variable)
            environ[variable] = NOWHERE


def _sockets(variable: str, environ: Mapping[str, str]) -> Iterator[str]:
    """What would be connected to. Addresses of another kind than a socket here are taken at their word."""
    usual = environ.get("XDG_RUNTIME_DIR", "") + "/bus"
    addresses = environ.get(variable, "")
    if not addresses and variable == SESSION:
        yield usual
    for address in addresses.split(";"):
        kind, _, rest = address.partition(":")
        keys = dict(pair.split("=", 1) for pair in rest.split(",") if "=" in pair)
        if kind != "unix":
            continue
        if "path" in keys:
            yield _plain(keys["path"])
        elif "abstract" in keys:
            yield "\0" + _plain(keys["abstract"])
        elif keys.get("runtime") == "yes":
            yield usual


def _plain(value: str) -> str:
    if "%" not in value:
        return value
    from urllib.parse import unquote  # noqa: PLC0415 - seldom, and it makes the start longer

    return unquote(value)


def _is_silent(name: str, seconds: float) -> bool:
    if not name.startswith("\0") and not os.path.exists(name):  # noqa: PTH110 - pathlib would be built for it
        return False
    import socket  # noqa: PLC0415 - not for a machine without a bus: it makes the start longer

    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as probe:
        probe.settimeout(seconds)
        try:
            probe.connect(name)
            probe.sendall(_HELLO)
            probe.recv(1)
        except (TimeoutError, BlockingIOError):  # the latter: as many as it may have wait there already
            return True
        except OSError:  # nobody is there, which Qt is told as soon
            return False
    return False

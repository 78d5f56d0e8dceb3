"""A screen reader's ears and hands on Linux: the accessibility bus, read and used as Orca does, without Orca."""

from __future__ import annotations

import os
import subprocess
import tempfile
from collections import deque
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from types import TracebackType
from typing import Any, Self

from jeepney import DBusAddress, HeaderFields, MatchRule, Message, MessageType, new_method_call
from jeepney.bus_messages import message_bus
from jeepney.io.blocking import DBusConnection, open_dbus_connection

ANSWER_SECONDS = 10.0
"""Within which a program has to answer a question; a busy machine is slow."""
_ACCESSIBLE, _ACTION = "org.a11y.atspi.Accessible", "org.a11y.atspi.Action"
_EVENTS = "org.a11y.atspi.Event.Object"
_REGISTRY = "org.a11y.atspi.Registry"
_ROOT = "/org/a11y/atspi/accessible/root"
_STATES = {4: "checked", 11: "focusable", 12: "focused", 25: "showing", 41: "checkable"}
"""Bits of AtspiStateType."""


class NoAnswerError(Exception):
    """What was asked is gone, as pages are that were turned, or does not know the question."""


class SessionBus:
    """A session bus of its own; the accessibility bus is started through it when somebody asks."""

    def __init__(self, display: str) -> None:
        self._home = tempfile.TemporaryDirectory(prefix="bus-")
        read, write = os.pipe()
        # The rooms for sockets must have short names.
        self._environ = {**os.environ, "DISPLAY": display, "XDG_RUNTIME_DIR": self._home.name}
        self._environ.pop("AT_SPI_BUS_ADDRESS", None)
        self._daemon = subprocess.Popen(  # noqa: S603
            ["dbus-daemon", "--session", "--nofork", "--nopidfile", f"--print-address={write}"],  # noqa: S607
            pass_fds=(write,),
            env=self._environ,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        os.close(write)
        with os.fdopen(read) as line:
            self.address = line.readline().strip()

    @property
    def environ(self) -> Mapping[str, str]:
        """What a program needs to find it."""
        return {"DBUS_SESSION_BUS_ADDRESS": self.address, "XDG_RUNTIME_DIR": self._home.name}

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._daemon.terminate()
        self._daemon.wait(10)
        self._home.cleanup()


@dataclass(frozen=True)
class Node:
    """An object on the accessibility bus. Everything about it is asked anew."""

    reader: Reader = field(repr=False)
    owner: str
    path: str

    @property
    def name(self) -> str:
        return str(self._property("Name"))

    @property
    def role(self) -> str:
        return str(self._call(_ACCESSIBLE, "GetRoleName"))

    @property
    def states(self) -> set[str]:
        low, high = self._call(_ACCESSIBLE, "GetState")
        bits = low | high << 32
        return {name for bit, name in _STATES.items() if bits >> bit & 1}

    @property
    def children(self) -> list[Node]:
        return [Node(self.reader, *found) for found in self._call(_ACCESSIBLE, "GetChildren")]

    def press(self) -> None:
        actions = [action[0] for action in self._call(_ACTION, "GetActions")]
        self._call(_ACTION, "DoAction", "i", (actions.index("Press"),))

    def below(self) -> Iterator[Node]:
        """Everything in it, in the order of the tree."""
        for child in self.children:
            yield child
            yield from child.below()

    def _call(self, interface: str, method: str, signature: str = "", body: tuple[Any, ...] = ()) -> Any:
        return self.reader.ask(self.owner, self.path, interface, method, signature, body)

    def _property(self, name: str) -> Any:
        properties = "org.freedesktop.DBus.Properties"
        return self.reader.ask(self.owner, self.path, properties, "Get", "ss", (_ACCESSIBLE, name))[1]


class Reader:
    """A connection to the accessibility bus of a session."""

    def __init__(self, session: str) -> None:
        with open_dbus_connection(session) as bus:
            where = DBusAddress("/org/a11y/bus", "org.a11y.Bus", "org.a11y.Bus")
            reply = bus.send_and_get_reply(new_method_call(where, "GetAddress"), timeout=ANSWER_SECONDS)
        self._bus: DBusConnection = open_dbus_connection(reply.body[0])
        rule = MatchRule(type="signal", interface=_EVENTS)
        self._bus.send_and_get_reply(message_bus.AddMatch(rule), timeout=ANSWER_SECONDS)
        self._signals: deque[Message] = deque()
        self._bus.filter(rule, queue=self._signals)
        for event in ("object:announcement", "object:state-changed:focused"):
            self._register(event)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._bus.close()

    def ask(
        self,
        owner: str,
        path: str,
        interface: str,
        method: str,
        signature: str = "",
        body: tuple[Any, ...] = (),
    ) -> Any:
        """Return the first value of the answer. Raises NoAnswerError."""
        message = new_method_call(DBusAddress(path, owner, interface), method, signature or None, body)
        reply = self._bus.send_and_get_reply(message, timeout=ANSWER_SECONDS)
        if reply.header.message_type is MessageType.error:
            raise NoAnswerError(f"{method} of {path}: {reply.body}")
        return reply.body[0] if reply.body else None

    def windows(self) -> list[Node]:
        """The windows of all programs that can be read."""
        return [window for program in Node(self, _REGISTRY, _ROOT).children for window in program.children]

    def heard(self) -> list[str]:
        """What has been announced since this was asked last."""
        self.windows()  # signals come in while an answer is waited for
        signals = list(self._signals)
        self._signals.clear()
        # The signal's detail, two numbers, and then the text as a variant.
        return [
            each.body[3][1] for each in signals if each.header.fields[HeaderFields.member] == "Announcement"
        ]

    def _register(self, event: str) -> None:
        self.ask(_REGISTRY, "/org/a11y/atspi/registry", _REGISTRY, "RegisterEvent", "sass", (event, [], ""))

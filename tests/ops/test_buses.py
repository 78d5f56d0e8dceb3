"""A message bus that takes connections and never answers is left out before Qt waits for it without end."""

from __future__ import annotations

import os
import socket
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.ops.buses import NOWHERE, SCREEN_READERS, SESSION, leave_out_silent_buses

SHORT = 0.05
"""Seconds that are waited for an answer which never comes."""
pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="Qt asks no bus elsewhere")


class Bus:
    """Takes connections at once, and answers none until it is told to. `address` is as D-Bus writes it."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.socket = folder, socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        self.socket.bind(str(folder / "bus"))
        self.socket.listen(1)
        self.address = f"unix:path={folder / 'bus'},guid=0123456789abcdef0123456789abcdef"
        self.heard = b""

    def answer(self) -> None:
        """As a daemon does that is not told how its client wants to be known."""
        client, _ = self.socket.accept()
        with client:
            self.heard = client.recv(100)
            client.sendall(b"REJECTED EXTERNAL\r\n")


@pytest.fixture
def bus(tmp_path: Path) -> Iterator[Bus]:
    found = Bus(tmp_path)
    yield found
    found.socket.close()


def left(environ: dict[str, str], seconds: float = SHORT) -> dict[str, str]:
    leave_out_silent_buses(environ, seconds)
    return environ


@pytest.mark.parametrize("variable", [SESSION, SCREEN_READERS])
def test_a_bus_that_never_answers_is_left_out(
    bus: Bus, variable: str, caplog: pytest.LogCaptureFixture
) -> None:
    assert left({variable: bus.address}) == {variable: NOWHERE}
    assert f"The message bus of {variable} does not answer" in caplog.text


def test_a_bus_that_answers_is_kept(bus: Bus) -> None:
    daemon = threading.Thread(target=bus.answer)
    daemon.start()
    assert left({SESSION: bus.address}, seconds=10) == {SESSION: bus.address}
    daemon.join()
    assert bus.heard == b"\0AUTH\r\n"


def test_after_a_start_that_froze_all_are_left_out(caplog: pytest.LogCaptureFixture) -> None:
    environ = {SESSION: "unix:path=/nowhere", "HOME": "/"}
    leave_out_silent_buses(environ, has_frozen=True)
    assert environ == {SESSION: NOWHERE, SCREEN_READERS: NOWHERE, "HOME": "/"}
    assert "this one does without message buses" in caplog.text


def test_the_usual_one_of_the_session_is_asked_where_none_is_named(bus: Bus) -> None:
    environ = {"XDG_RUNTIME_DIR": str(bus.folder)}
    assert left(environ) == {"XDG_RUNTIME_DIR": str(bus.folder), SESSION: NOWHERE}


def test_one_with_as_many_waiting_as_it_may_have_is_left_out(bus: Bus) -> None:
    """A client of a stuck daemon would wait even for its connection."""
    waiting: list[socket.socket] = []
    is_full = False
    while not is_full:
        waiting.append(socket.socket(socket.AF_UNIX, socket.SOCK_STREAM))
        waiting[-1].setblocking(False)
        is_full = waiting[-1].connect_ex(str(bus.folder / "bus")) != 0
    assert left({SESSION: bus.address}) == {SESSION: NOWHERE}
    for each in waiting:
        each.close()


def test_a_name_in_the_abstract_and_one_with_a_space_are_understood(tmp_path: Path) -> None:
    name = f"kiosk test {os.getpid()}"
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as silent:
        silent.bind(f"\0{name}")
        silent.listen(1)
        address = f"unix:abstract={name.replace(' ', '%20')}"
        assert left({SESSION: address}) == {SESSION: NOWHERE}


@pytest.mark.parametrize(
    "address",
    [
        "unix:path=/nowhere/at/all",
        f"unix:path=/{'long' * 100}",
        "unix:runtime=yes",
        "unix:",
        "tcp:host=localhost,port=1",
        "autolaunch:",
        "disabled:",
        "nonsense",
    ],
)
def test_an_address_where_nobody_is_or_that_only_qt_knows_is_left_as_it_is(address: str) -> None:
    assert left({SESSION: address}) == {SESSION: address}

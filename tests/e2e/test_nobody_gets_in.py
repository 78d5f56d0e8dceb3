"""Sockets, processes and files of a session, as two witnesses see them: Python's audit hook and strace.

That no socket of a network is even made is in `test_privacy.py`. Here: with whom the kiosk speaks on this machine,
that it listens to nobody, what it starts, and that nobody else can read what it keeps, whatever the umask was.
"""

from __future__ import annotations

import json
import re
import signal
import socket
import stat
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.e2e.at_spi import SessionBus
from tests.e2e.machine import Program, RunningKiosk, VirtualScreen, wait_until
from tests.e2e.world import Home, may_trace

pytestmark = [
    pytest.mark.skipif(sys.platform != "linux", reason="Xvfb, xdotool and strace are Linux programs"),
    pytest.mark.skipif(not may_trace(), reason="this machine lets nobody trace a process"),
]

WITNESS = """
import json, os, sys
_out = open({path!r}, "a", buffering=1)
_events = ("socket.", "subprocess.", "os.exec", "os.posix_spawn", "os.spawn", "os.system", "os.startfile", "pty.")
def _hear(event, arguments):
    if event.startswith(_events):
        _out.write(json.dumps([event, sys.orig_argv, [str(each) for each in arguments]]) + "\\n")
sys.addaudithook(_hear)
"""
"""`sitecustomize` of every Python process of the session."""
CALLS = "connect,bind,listen,accept,accept4,execve"
_PEER = re.compile(r'connect\(\d+, \{sa_family=AF_UNIX, sun_path=@?"([^"]*)"')
_NAME_SERVICE = re.compile(r"/(?:var/)?run/nscd/socket")
"""The C library asks it for the name of a user; it answers from this machine."""


@dataclass(frozen=True)
class Seen:
    """Where the kiosk's friends are; and what was seen.

    `peers` are the addresses of AF_UNIX that were called, `others` all other calls on sockets, `programs` what was
    started, `events` what Python did: event, command line of the process, arguments.
    """

    home: Home
    display: str
    bus: str
    bus_folder: str
    speech: str
    supervisor: str
    peers: frozenset[str]
    others: tuple[str, ...]
    programs: tuple[str, ...]
    events: tuple[tuple[str, list[str], list[str]], ...]


@contextmanager
def service_at(path: Path) -> Iterator[None]:
    """Something that hangs up on whoever calls, in place of the service of speech."""
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(str(path))
        listening.listen()
        answering = threading.Thread(target=_hang_up, args=(listening,), daemon=True)
        answering.start()
        yield
        listening.shutdown(socket.SHUT_RDWR)
        answering.join(5)


def _hang_up(listening: socket.socket) -> None:
    while True:
        try:
            listening.accept()[0].close()
        except OSError:
            return


@pytest.fixture(scope="module")
def seen(tmp_path_factory: pytest.TempPathFactory) -> Seen:
    """One session by keys, with umask 0: begin, turn pages, listen, help, and home."""
    folder = tmp_path_factory.mktemp("in")
    home, heard = Home(folder, calls=CALLS), folder / "heard.txt"
    (folder / "witness").mkdir()
    (folder / "witness" / "sitecustomize.py").write_text(WITNESS.format(path=str(heard)))
    speech, supervisor = folder / "speech", folder / "notify"
    with VirtualScreen() as screen, SessionBus(screen.display) as bus, service_at(speech):
        with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as notified:
            notified.bind(str(supervisor))
            environ = {
                **home.program.environ,
                **bus.environ,
                "PYTHONPATH": str(folder / "witness"),
                "SPEECHD_ADDRESS": f"unix_socket:{speech}",
                "NOTIFY_SOCKET": str(supervisor),
            }
            program = Program(("sh", "-c", 'umask 0; exec "$0" "$@"', *home.program.command), environ)
            with RunningKiosk(screen, *home.places, log=home.log, program=program) as kiosk:
                kiosk.wait_for("Kiosk")
                wait_until(home.has_come_to_rest, "the kiosk to be at rest")
                wait_until(lambda: str(speech) in home.trace.read_text(), "a call to the service of speech")
                for key in ("Return", "Right", "Right", "F2", "F1", "Escape", "Left", "Home"):
                    screen.key(key)
                kiosk.process.send_signal(signal.SIGTERM)
                kiosk.process.wait(10)
        places = {
            "display": f"/tmp/.X11-unix/X{screen.display[1:]}",  # noqa: S108 - where X has it
            "bus": re.sub(r"^unix:(?:path|abstract)=|,.*", "", bus.address),
            "bus_folder": bus.environ["XDG_RUNTIME_DIR"] + "/",
            "speech": str(speech),
            "supervisor": str(supervisor),
        }
    lines = home.trace.read_text().splitlines()
    calls = [line.partition(" ")[2].strip() for line in lines]
    return Seen(
        home,
        **places,
        peers=frozenset(found[1] for call in calls if (found := _PEER.match(call))),
        others=tuple(
            call
            for call in calls
            if re.match(r"(?:connect|bind|listen|accept)", call) and not _PEER.match(call)
        ),
        programs=tuple(found[1] for call in calls if (found := re.match(r'execve\("([^"]+)".* = 0$', call))),
        events=tuple(json.loads(line) for line in heard.read_text().splitlines()),
    )


def test_it_calls_nobody_but_the_display_the_bus_and_the_service_of_speech(seen: Seen) -> None:
    known = {seen.display, seen.bus, seen.speech}
    others = {peer for peer in seen.peers - known if not _NAME_SERVICE.fullmatch(peer)}
    assert {peer for peer in others if not peer.startswith(seen.bus_folder)} == set()
    assert known <= seen.peers, "each of them is seen"
    assert seen.others == (), "no call to another kind of address, and no ear: bind, listen or accept"


def test_no_python_code_opens_a_network_looks_up_a_name_or_listens(seen: Seen) -> None:
    """As Python itself sees it, in each of the kiosk's processes that is Python."""
    kinds = {event for event, _, _ in seen.events if event.startswith("socket.")}
    assert kinds == {"socket.__new__", "socket.connect", "socket.sendto"}
    families = {details[1] for event, _, details in seen.events if event == "socket.__new__"}
    assert families == {str(int(socket.AF_UNIX))}
    peers = {details[1].lstrip("\0") for event, _, details in seen.events if event == "socket.connect"}
    assert peers == {seen.display, seen.bus}, "the bus is asked whether it answers"
    told = {details[1] for event, _, details in seen.events if event == "socket.sendto"}
    assert told == {seen.supervisor}


def test_it_starts_nothing_but_itself(seen: Seen) -> None:
    assert set(seen.programs) == {sys.executable}
    assert len(seen.programs) == 3, "the kiosk, the importer and the speaker"
    others = [(event, details) for event, _, details in seen.events if not event.startswith("socket.")]
    assert [event for event, _ in others] == ["subprocess.Popen"]
    assert "'-m', 'kiosk', 'import'" in others[0][1][1]


def test_what_it_keeps_is_for_its_user_alone_whatever_the_umask(seen: Seen) -> None:
    data = seen.home.folder / "data"
    modes = {path: stat.S_IMODE(path.stat().st_mode) for path in (data, *data.rglob("*"))}
    assert {path.name for path in modes} > {"data", "runs.json", "kiosk.log", "newest.json"}
    assert {path for path, mode in modes.items() if mode != (0o700 if path.is_dir() else 0o600)} == set()


def test_staff_who_are_another_user_can_read_the_report(seen: Seen) -> None:
    report = seen.home.folder / "content" / "CONTENT-REPORT.txt"
    assert stat.S_IMODE(report.stat().st_mode) == 0o644

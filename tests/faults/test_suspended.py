"""Processes that stand still: the kiosk's own, and the importer's in a dead share (faults 36, 45 and 48)."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.e2e.machine import (
    FROM_SOURCE,
    PATIENCE,
    Program,
    RunningKiosk,
    VirtualScreen,
    imports_of,
    wait_until,
)

ROOT = Path(__file__).parents[2]
BROKEN = ROOT / "tests" / "e2e" / "broken_kiosk.py"
TERMINATED = 128 + signal.SIGTERM
BEAT = b"WATCHDOG=1"
SHORT, LONG = 0.5, 3.0
"""Seconds: less than the 15 after which a kiosk ends a frozen window; more than the 2 of a broken one."""
pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="Xvfb and xdotool are Linux programs")


@pytest.fixture(scope="module")
def screen() -> Iterator[VirtualScreen]:
    with VirtualScreen() as found:
        yield found


class Supervisor:
    """Hears what systemd would hear."""

    def __init__(self, folder: Path) -> None:
        self.address = str(folder / "notify")
        self._socket = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        self._socket.bind(self.address)

    def wait_for(self, word: bytes) -> None:
        self._socket.settimeout(PATIENCE)
        while self._socket.recv(100) != word:
            pass

    def heard(self) -> list[bytes]:
        """What has come since the last question."""
        self._socket.setblocking(False)
        found = []
        while True:
            try:
                found.append(self._socket.recv(100))
            except BlockingIOError:
                return found

    def close(self) -> None:
        self._socket.close()


@pytest.fixture
def supervisor(tmp_path: Path) -> Iterator[Supervisor]:
    found = Supervisor(tmp_path)
    yield found
    found.close()


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return Path(shutil.copytree(ROOT / "content", tmp_path / "content"))


def arguments(folder: Path) -> tuple[str, ...]:
    (folder / "machine.toml").write_text("repeat_guard = 0.0\n")
    places = ("--content", str(folder / "content"), "--data", str(folder / "data"))
    return (*places, "--settings", str(folder / "machine.toml"))


def watched(supervisor: Supervisor, fault: str) -> Program:
    """A kiosk whose watchdog asks often."""
    environ = {**FROM_SOURCE.environ, "PYTHONPATH": str(ROOT), "NOTIFY_SOCKET": supervisor.address}
    return Program((sys.executable, str(BROKEN), fault), environ)


def stand_still(kiosk: RunningKiosk, supervisor: Supervisor, seconds: float) -> None:
    """Stop the kiosk for so long, in which its supervisor hears nothing; then let it go on."""
    kiosk.process.send_signal(signal.SIGSTOP)
    os.waitid(os.P_PID, kiosk.process.pid, os.WSTOPPED | os.WNOWAIT)
    supervisor.heard()
    time.sleep(seconds)
    assert supervisor.heard() == []
    kiosk.process.send_signal(signal.SIGCONT)


def test_a_kiosk_that_was_stopped_for_a_moment_goes_on_where_it_was(
    content: Path, tmp_path: Path, screen: VirtualScreen, supervisor: Supervisor
) -> None:
    """Fault 45. While it stands still nobody is told that it is alive, and afterwards no timer makes up for it."""
    program = watched(supervisor, "patient")
    with RunningKiosk(screen, *arguments(tmp_path), log=tmp_path / "log.txt", program=program) as kiosk:
        supervisor.wait_for(BEAT)
        screen.click(640, 200)
        kiosk.wait_for("1 of 14")
        stand_still(kiosk, supervisor, SHORT)
        supervisor.wait_for(BEAT)
        assert "1 of 14" in kiosk.title
        screen.key("Right")
        kiosk.wait_for("2 of 14")


@pytest.mark.long
def test_a_kiosk_that_was_stopped_for_long_ends_and_the_next_one_is_sound(
    content: Path, tmp_path: Path, screen: VirtualScreen, supervisor: Supervisor
) -> None:
    """Fault 48: as after a window that froze, with a code for its supervisor to start it again."""
    program = watched(supervisor, "none")
    next_one = watched(supervisor, "patient")
    with RunningKiosk(screen, *arguments(tmp_path), log=tmp_path / "log.txt", program=program) as kiosk:
        supervisor.wait_for(BEAT)
        stand_still(kiosk, supervisor, LONG)
        assert kiosk.process.wait(PATIENCE) == 1
    with RunningKiosk(screen, *arguments(tmp_path), log=tmp_path / "log.txt", program=next_one) as kiosk:
        supervisor.wait_for(BEAT)
        screen.click(640, 200)
        kiosk.wait_for("1 of 14")


def stopped_import(kiosk: RunningKiosk) -> int:
    """Find the importer and stop it, as a share does that no longer answers; return its number."""
    found: list[int] = []

    def is_stopped() -> bool:
        for importer in imports_of(kiosk.process.pid):
            os.kill(importer, signal.SIGSTOP)
            found.append(importer)
        return bool(found)

    wait_until(is_stopped, "an importer")
    return found[0]


def is_there(pid: int) -> bool:
    try:
        return "State:\tZ" not in Path(f"/proc/{pid}/status").read_text()
    except FileNotFoundError:
        return False


def test_an_import_that_hangs_neither_holds_a_patient_nor_the_end_up(
    content: Path, tmp_path: Path, screen: VirtualScreen
) -> None:
    """Fault 36: a share that stopped answering in the middle of a file."""
    with RunningKiosk(screen, *arguments(tmp_path), log=tmp_path / "log.txt") as kiosk:
        kiosk.wait_for("Kiosk")
        importer = stopped_import(kiosk)
        screen.click(640, 200)
        for number in (1, 2, 3, 4):
            kiosk.wait_for(f"{number} of 14")
            screen.key("Right")
        kiosk.wait_for("5 of 14")
        kiosk.process.terminate()
        assert kiosk.process.wait(PATIENCE) == TERMINATED
    wait_until(lambda: not is_there(importer), "the end of the importer")


@pytest.mark.long
def test_an_import_that_hangs_is_ended_and_the_content_comes_all_the_same(
    content: Path, tmp_path: Path, screen: VirtualScreen
) -> None:
    """Fault 36, with the real limit of 20 s for a file."""
    slide = content / "sciatica-massage" / "01-what-is-sciatica.md"
    slide.write_text(slide.read_text().replace("# What is sciatica?", "# Our sciatica"))
    log = tmp_path / "log.txt"
    with RunningKiosk(screen, *arguments(tmp_path), log=log) as kiosk:
        kiosk.wait_for("Kiosk")
        importer = stopped_import(kiosk)
        wait_until(lambda: "The importer is ended" in log.read_text(), "the end at the limit")
        wait_until(lambda: not is_there(importer), "the end of the importer")
        wait_until(lambda: "New content goes live" in log.read_text(), "the content")
        screen.click(640, 200)
        kiosk.wait_for("Our sciatica, 1 of 14")

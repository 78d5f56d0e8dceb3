"""Whatever happens to it, the kiosk comes back by itself: faults 46 to 50 and 56 of reliability.md, as a process."""

from __future__ import annotations

import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

import pytest
from msgspec import json

from kiosk import __version__
from kiosk.core.restarts import Run
from kiosk.ops.runtime import NO_DISPLAY
from kiosk.ops.stalls import TICK_MILLISECONDS
from kiosk.ops.status import Status
from tests.e2e.broken_kiosk import STALL_SECONDS
from tests.e2e.machine import (
    FROM_SOURCE,
    PATIENCE,
    SLOW_MACHINE,
    Program,
    RunningKiosk,
    VirtualScreen,
    wait_until,
)

ROOT = Path(__file__).parents[2]
SHIPPED = ROOT / "content"
BROKEN = Path(__file__).with_name("broken_kiosk.py")
ENDS_SECONDS = 1.0
SEEN_OF_A_STALL = STALL_SECONDS - TICK_MILLISECONDS / 1000
pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="Xvfb and xdotool are Linux programs")


@pytest.fixture(scope="module")
def screen() -> Iterator[VirtualScreen]:
    with VirtualScreen() as found:
        yield found


class Machine:
    """A folder for content, data and log, and a screen, on which kiosks are started one after another."""

    def __init__(self, folder: Path, screen: VirtualScreen) -> None:
        self.folder, self.screen = folder, screen
        self.data, self.content = folder / "data", folder / "content"
        shutil.copytree(SHIPPED, self.content, ignore=shutil.ignore_patterns("CONTENT-REPORT.txt"))
        (folder / "machine.toml").write_text("repeat_guard = 0.0\n")

    def start(self, fault: str = "", **environ: str) -> RunningKiosk:
        places = ("--content", str(self.content), "--data", str(self.data))
        settings = ("--settings", str(self.folder / "machine.toml"))
        command = (sys.executable, str(BROKEN), fault) if fault else FROM_SOURCE.command
        paths = {"PYTHONPATH": str(ROOT), **environ}
        program = Program(command, {**FROM_SOURCE.environ, **paths})
        return RunningKiosk(self.screen, *places, *settings, log=self.folder / "said.txt", program=program)

    @property
    def log(self) -> str:
        file = self.data / "logs" / "kiosk.log"
        return file.read_text() if file.exists() else ""

    @property
    def runs(self) -> list[dict[str, object]]:
        found: list[dict[str, object]] = json.decode((self.data / "runs.json").read_bytes())["runs"]
        return found

    def has_painted(self, number: int = 1) -> bool:
        """Whether the start of this number has been seen."""
        return (self.data / "runs.json").exists() and (
            len(self.runs) >= number and bool(self.runs[number - 1]["has_painted"])
        )


@pytest.fixture
def machine(tmp_path: Path, screen: VirtualScreen) -> Machine:
    return Machine(tmp_path, screen)


def test_a_frozen_window_is_ended_with_code_1_and_its_trace_is_in_the_log(machine: Machine) -> None:
    """Fault 48."""
    with machine.start("freeze") as frozen:
        assert frozen.process.wait(PATIENCE) == 1
    with machine.start() as next_one:
        next_one.wait_for("Kiosk")
        wait_until(lambda: "froze or crashed" in machine.log, "the trace in the log")
        assert re.search(r'File ".*broken_kiosk\.py", line \d+ in freeze', machine.log)


def test_a_crash_leaves_its_trace_and_the_next_start_is_sound(machine: Machine) -> None:
    """Fault 47: a null pointer."""
    with machine.start("crash") as crashed:
        assert crashed.process.wait(PATIENCE) == -signal.SIGSEGV
    with machine.start() as next_one:
        next_one.wait_for("Kiosk")
        wait_until(lambda: "Segmentation fault" in machine.log, "the trace in the log")
        assert machine.runs[0]["has_painted"]


@pytest.mark.parametrize("fault", ["fail", "fail_on_a_thread"])
def test_an_error_that_nobody_caught_leads_back_to_attract(machine: Machine, fault: str) -> None:
    """Fault 50; in the log stands where, and no topic (PRV-04)."""
    with machine.start(fault) as kiosk:
        kiosk.wait_for("Kiosk")
        machine.screen.click(640, 200)
        wait_until(lambda: "Something failed" in machine.log, "the error")
        kiosk.wait_for("Kiosk")
        machine.screen.click(640, 200)
        kiosk.wait_for("1 of 14")  # and it goes on
        assert "RuntimeError\n" in machine.log
        assert "sciatica" not in machine.log


def test_a_slide_that_cannot_be_painted_does_not_keep_the_patient(machine: Machine) -> None:
    with machine.start("fail_to_paint_slides") as kiosk:
        kiosk.wait_for("Kiosk")
        wait_until(lambda: "cannot be painted" in (machine.folder / "said.txt").read_text(), "the fault")
        machine.screen.click(640, 200)
        wait_until(lambda: "Something failed" in machine.log, "a slide that fails")
        kiosk.wait_for("Kiosk")
        assert kiosk.process.poll() is None


def test_too_many_errors_end_it_with_code_1(machine: Machine) -> None:
    with machine.start("fail_again_and_again") as kiosk:
        assert kiosk.process.wait(PATIENCE) == 1
    assert machine.runs[0]["code"] == 1
    assert "the kiosk ends" in machine.log


def test_three_bad_starts_lead_to_the_built_in_topic_and_never_to_staying_dead(machine: Machine) -> None:
    """Fault 49: a start that fails each time; what is wrong is in the log, and the fourth start shows something."""
    slide = machine.content / "sciatica-massage" / "01-what-is-sciatica.md"
    slide.write_text(slide.read_text().replace("# What is sciatica?", "# Our sciatica"))
    with machine.start() as kiosk:
        wait_until((machine.content / "CONTENT-REPORT.txt").exists, "the clinic's own content")
        kiosk.process.terminate()
        kiosk.process.wait(PATIENCE)
    for _ in range(3):
        with machine.start("fail_to_start") as broken:
            assert broken.process.wait(PATIENCE) == 1
    assert "5 errors in 0 seconds: the kiosk ends" in machine.log
    starts = ((5, "What is sciatica?, 1 of 14"), (6, "Our sciatica, 1 of 14"))
    for number, expected in starts:
        with machine.start() as kiosk:
            kiosk.wait_for("Kiosk")
            wait_until(partial(machine.has_painted, number), "the first paint")
            machine.screen.click(640, 200)
            kiosk.wait_for(expected)


def test_kills_after_attract_never_lead_to_safe_mode(machine: Machine) -> None:
    """Fault 47, SIGKILL: each time the next start shows Attract, and nothing has to be repaired."""
    for number in range(1, 7):
        with machine.start() as kiosk:
            kiosk.wait_for("Kiosk")
            wait_until(partial(machine.has_painted, number), "a paint")
            kiosk.process.kill()
            kiosk.process.wait(PATIENCE)
    assert "built-in" not in machine.log


@pytest.mark.parametrize("fault", ["", "hang_when_it_ends"])
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT, signal.SIGHUP])
def test_it_ends_within_a_second_when_it_is_told_to_also_while_something_hangs(
    machine: Machine, number: signal.Signals, fault: str
) -> None:
    """Fault 46. An import hangs in a pipe that nobody writes to; and, for the fault, so does what ends it."""
    os.mkfifo(machine.content / "sciatica-massage" / "15-pipe.md")
    with machine.start(fault) as kiosk:
        kiosk.wait_for("Kiosk")
        wait_until(machine.has_painted, "the first paint")
        kiosk.process.send_signal(number)
        assert kiosk.process.wait(ENDS_SECONDS * SLOW_MACHINE) == 128 + number
    assert machine.runs[0]["code"] == 128 + number


def test_it_ends_within_a_second_with_the_desktop_that_it_is_on_and_is_started_again(tmp_path: Path) -> None:
    """A session that ends takes its display away. It is nobody's fault, and no reason for safe mode."""
    with VirtualScreen() as screen:
        machine = Machine(tmp_path, screen)
        kiosk = machine.start()
        wait_until(machine.has_painted, "the first paint")
    with kiosk:
        assert kiosk.process.wait(ENDS_SECONDS * SLOW_MACHINE) == NO_DISPLAY
    assert not json.decode(json.encode(machine.runs[0]), type=Run).is_bad


def test_a_lock_of_a_kiosk_that_was_killed_is_ignored_and_a_living_ones_is_not(machine: Machine) -> None:
    """Fault 56."""
    with machine.start() as kiosk:
        kiosk.wait_for("Kiosk")
        with machine.start() as second:
            assert second.process.wait(PATIENCE) == 4
        assert kiosk.process.poll() is None
        kiosk.process.kill()
        kiosk.process.wait(PATIENCE)
    assert (machine.data / "kiosk.lock").exists()
    with machine.start() as again:
        again.wait_for("Kiosk")


def test_a_lock_that_belongs_to_somebody_else_is_no_reason_to_stay_dark(machine: Machine) -> None:
    """Fault 56: the lock can be neither taken nor removed, as where another user made it; here it is a folder."""
    (machine.data / "kiosk.lock").mkdir(parents=True)
    with machine.start() as kiosk:
        kiosk.wait_for("Kiosk")


def test_a_message_bus_that_never_answers_does_not_keep_it_dark(machine: Machine, tmp_path: Path) -> None:
    """As that of a desktop whose daemon is stuck: Qt would wait for it before the first screen, without end."""
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as stuck:
        stuck.bind(str(tmp_path / "bus"))
        stuck.listen(5)
        address = f"unix:path={tmp_path / 'bus'}"
        with machine.start(DBUS_SESSION_BUS_ADDRESS=address, AT_SPI_BUS_ADDRESS=address) as kiosk:
            kiosk.wait_for("Kiosk")
            wait_until(machine.has_painted, "the first paint")


def test_a_bus_that_froze_the_start_before_is_not_asked_again(machine: Machine, tmp_path: Path) -> None:
    """It answers at first and then no more, so that it is taken for a sound one; Qt would wait for it without end."""
    machine.data.mkdir()
    frozen = Run(datetime.now(UTC) - timedelta(minutes=1))
    (machine.data / "runs.json").write_bytes(json.encode({"runs": [frozen]}))
    (machine.data / "trace.txt").write_text("Timeout (0:01:00)!")
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as stuck:
        stuck.bind(str(tmp_path / "bus"))
        stuck.listen(5)
        answers = threading.Thread(target=answer_once, args=(stuck,))
        answers.start()
        with machine.start(DBUS_SESSION_BUS_ADDRESS=f"unix:path={tmp_path / 'bus'}") as kiosk:
            kiosk.wait_for("Kiosk")
            wait_until(partial(machine.has_painted, 2), "the first paint")
        stuck.shutdown(socket.SHUT_RDWR)
        answers.join()


def answer_once(bus: socket.socket) -> None:
    with suppress(OSError):  # nobody has come
        client, _ = bus.accept()
        client.recv(100)
        client.sendall(b"REJECTED EXTERNAL\r\n")
        client.close()


def test_systemd_hears_that_it_is_ready_alive_and_stopping(machine: Machine, tmp_path: Path) -> None:
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as systemd:
        systemd.bind(str(tmp_path / "notify"))
        systemd.settimeout(PATIENCE)
        with machine.start("none", NOTIFY_SOCKET=str(tmp_path / "notify")) as kiosk:
            assert systemd.recv(100) == b"READY=1"
            assert [systemd.recv(100) for _ in range(3)] == [b"WATCHDOG=1"] * 3
            kiosk.process.terminate()
            said = b""
            while said != b"STOPPING=1":
                said = systemd.recv(100)
            kiosk.process.wait(PATIENCE)


def test_its_status_tells_what_somebody_far_away_needs_to_know(machine: Machine) -> None:
    """Issue 12, part 5. It was killed a minute ago, and this time it stands still for a moment."""
    now = datetime.now(UTC)
    before = Run(now - timedelta(minutes=1), has_painted=True)
    machine.data.mkdir()
    (machine.data / "runs.json").write_bytes(json.encode({"runs": [before]}))
    seen: list[Status] = []
    with machine.start("stall"):

        def has_told_all() -> bool:
            file = machine.data / "status.json"
            seen.extend([json.decode(file.read_bytes(), type=Status)] if file.exists() else [])
            return bool(seen and longest(seen) >= SEEN_OF_A_STALL and seen[-1].content.last_import)

        wait_until(has_told_all, "a status with the stall and the first import")
    status = seen[-1]
    assert status.version == __version__
    assert (status.restarts_24h, status.bad_ends_24h, status.is_safe_mode) == (1, 0, False)
    assert (status.content.folder, status.content.not_shown) == ("answers", 0)
    assert status.content.name
    assert status.content.age_days == pytest.approx(0, abs=0.01)
    assert now < status.started < status.written
    assert status.memory_mb
    assert status.memory_mb > 50
    assert status.free_disk_mb


def longest(statuses: list[Status]) -> float:
    """The longest stall of all of them, in seconds."""
    return max(status.longest_stall_ms for status in statuses) / 1000


def test_the_bad_pair_of_python_and_pyside_is_refused_in_one_line(tmp_path: Path) -> None:
    """architecture.md, traps: it would abort after some thousand calls."""
    program = (
        "import sys, PySide6; PySide6.__version_info__ = (6, 12, 0, '', ''); PySide6.__version__ = '6.12.0'\n"
        "sys.version_info = (3, 11, 7); from kiosk.cli import main; sys.exit(main(['run']))"
    )
    done = subprocess.run(  # noqa: S603
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 1
    assert done.stderr.count("\n") == 1
    assert "install PySide6 6.11.3" in done.stderr

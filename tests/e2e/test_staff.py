"""Staff as a process on a screen: IT sets a PIN, a receptionist opens the desk and ends the kiosk."""

from __future__ import annotations

import os
import pty
import select
import stat
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.core.settings import read_machine
from tests.e2e.machine import PATIENCE, RunningKiosk, VirtualScreen, wait_until

SHIPPED = Path(__file__).parents[2] / "content"
PIN = "275913"
pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="Xvfb and xdotool are Linux programs")


@pytest.fixture(scope="module")
def screen() -> Iterator[VirtualScreen]:
    with VirtualScreen() as found:
        yield found


@pytest.fixture
def settings(tmp_path: Path) -> Path:
    file = tmp_path / "machine.toml"
    file.write_text("repeat_guard = 0.0 # a test presses faster than a hand can\n")
    return file


def set_pin(settings: Path, *typed: str) -> tuple[int, str]:
    """Type at `kiosk pin` as at a terminal; return its exit code and what it showed."""
    command = [sys.executable, "-m", "kiosk", "pin", "--settings", str(settings)]
    try:
        process, terminal = pty.fork()
    except OSError:  # a container without /dev/pts
        text = "".join(f"{each}\n" for each in typed)
        piped = subprocess.run(command, input=text, capture_output=True, text=True, check=False)  # noqa: S603
        return piped.returncode, piped.stdout + piped.stderr
    if process == 0:
        os.execv(sys.executable, command)  # noqa: S606
    shown, waiting = b"", list(typed)
    while select.select([terminal], [], [], PATIENCE)[0]:
        try:
            piece = os.read(terminal, 1024)
        except OSError:  # Linux says so when the other end is closed
            break
        if not piece:
            break
        shown += piece
        if piece.rstrip().endswith((b"digits:", b"again:")) and waiting:
            os.write(terminal, f"{waiting.pop(0)}\n".encode())
    os.close(terminal)
    return os.waitstatus_to_exitcode(os.waitpid(process, 0)[1]), shown.decode()


def arguments(settings: Path, data: Path) -> tuple[str, ...]:
    return ("--content", str(SHIPPED), "--data", str(data), "--settings", str(settings))


def type_pin(screen: VirtualScreen, pin: str) -> None:
    screen.xdotool("key", *pin, "Return")


def test_a_pin_is_set_the_gate_opens_with_five_taps_and_staff_end_the_kiosk_with_code_0(
    screen: VirtualScreen, settings: Path, tmp_path: Path
) -> None:
    """product.md: `run` exits 0 only when staff asked for it."""
    code, shown = set_pin(settings, PIN, PIN)
    assert code == 0, shown
    assert PIN not in shown
    assert PIN not in settings.read_text()
    assert stat.S_IMODE(settings.stat().st_mode) == 0o600
    assert read_machine(settings)[0].repeat_guard == 0.0
    with RunningKiosk(screen, *arguments(settings, tmp_path / "data"), log=tmp_path / "log.txt") as kiosk:
        kiosk.wait_for("Kiosk")
        screen.key("ctrl+q")
        for _ in range(5):
            screen.click(20, 20)
        kiosk.wait_for("Staff only")
        type_pin(screen, "111222")
        wait_until(lambda: "A wrong PIN" in (tmp_path / "log.txt").read_text(), "an answer")
        type_pin(screen, PIN)
        kiosk.wait_for("Staff desk")
        screen.key("F5")  # no key of the kiosk
        screen.click(424, 660)  # Machine
        screen.click(1067, 325)  # End the kiosk
        screen.click(899, 213)  # End it now
        assert kiosk.process.wait(10) == 0, (tmp_path / "log.txt").read_text()
    log = (tmp_path / "log.txt").read_text()
    assert "A wrong PIN was typed" in log
    assert "111222" not in log
    assert "Traceback" not in log
    assert (tmp_path / "data" / "staff" / "pin-guesses.json").read_text() == '{"wrong":0}'


def test_started_with_staff_the_desk_opens_without_a_pin(
    screen: VirtualScreen, settings: Path, tmp_path: Path
) -> None:
    places = arguments(settings, tmp_path / "data")
    with RunningKiosk(screen, *places, "--staff", log=tmp_path / "log.txt") as kiosk:
        kiosk.wait_for("Staff desk")


@pytest.mark.parametrize(
    ("typed", "reason"), [(("123456",), "follow each other"), ((PIN, "275914"), "do not agree")]
)
def test_a_pin_that_will_not_do_leaves_the_settings_as_they_were(
    settings: Path, typed: tuple[str, ...], reason: str
) -> None:
    before = settings.read_bytes()
    code, shown = set_pin(settings, *typed)
    assert code == 1
    assert reason in shown
    assert settings.read_bytes() == before

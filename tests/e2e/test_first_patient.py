"""The main job as a process on a screen: a patient reads while a receptionist edits."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.e2e.machine import RunningKiosk, VirtualScreen, wait_until

SHIPPED = Path(__file__).parents[2] / "content"
pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="Xvfb and xdotool are Linux programs")


@pytest.fixture(scope="module")
def screen() -> Iterator[VirtualScreen]:
    with VirtualScreen() as found:
        yield found


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return Path(shutil.copytree(SHIPPED, tmp_path / "content"))


@pytest.fixture
def kiosk(screen: VirtualScreen, content: Path, tmp_path: Path) -> Iterator[RunningKiosk]:
    settings = tmp_path / "machine.toml"
    settings.write_text("repeat_guard = 0.0\n")  # a test presses faster than a hand can
    arguments = ("--content", str(content), "--data", str(tmp_path / "data"), "--settings", str(settings))
    with RunningKiosk(screen, *arguments, log=tmp_path / "log.txt") as running:
        running.wait_for("Kiosk")
        wait_until((content / "CONTENT-REPORT.txt").exists, "the first import")
        yield running


def news(folder: Path) -> int:
    """How often the kiosk has said in its log that it handed new content to the session."""
    return (folder / "log.txt").read_text().count("New content goes live")


def test_a_patient_reaches_finish_while_a_receptionist_edits_a_slide(
    kiosk: RunningKiosk, screen: VirtualScreen, content: Path, tmp_path: Path
) -> None:
    screen.click(640, 200)
    kiosk.wait_for("What is sciatica?, 1 of 14")
    before = news(tmp_path)
    slide = content / "sciatica-massage" / "02-pain-relief.md"
    slide.write_text(slide.read_text().replace("# Pain relief", "# Relief for a while"))
    wait_until(lambda: news(tmp_path) > before, "new content")
    screen.key("Right")
    kiosk.wait_for("Pain relief, 2 of 14")
    for number in range(3, 15):
        screen.click(1160, 660)
        kiosk.wait_for(f"{number} of 14")
    screen.key("Right")
    kiosk.wait_for("Remember")
    screen.click(1160, 660)
    kiosk.wait_for("Kiosk")
    screen.key("Return")
    kiosk.wait_for("1 of 14")
    screen.key("Right")
    kiosk.wait_for("Relief for a while, 2 of 14")


def test_slide_3_is_replaced_while_a_patient_reads_slide_3(
    kiosk: RunningKiosk, screen: VirtualScreen, content: Path, tmp_path: Path
) -> None:
    """Fault 27: text, picture and name are others; the patient sees the old slide to the end of the session."""
    screen.click(640, 200)
    for number in (2, 3):
        kiosk.wait_for(f"{number - 1} of 14")
        screen.key("Right")
    kiosk.wait_for("Blood flow, 3 of 14")
    before = news(tmp_path)
    topic = content / "sciatica-massage"
    text = (topic / "03-blood-flow.md").read_text().replace("# Blood flow", "# Warm muscles")
    (topic / "03-blood-flow.md").write_text(text)
    shutil.copy(topic / "pictures" / "better-sleep.svg", topic / "pictures" / "blood-flow.svg")
    wait_until(lambda: news(tmp_path) > before, "new content")
    screen.key("Left")
    kiosk.wait_for("2 of 14")
    screen.key("Right")
    kiosk.wait_for("Blood flow, 3 of 14")
    screen.key("Home")
    kiosk.wait_for("Kiosk")
    screen.click(640, 200)
    for number in (2, 3):
        kiosk.wait_for(f"{number - 1} of 14")
        screen.key("Right")
    kiosk.wait_for("Warm muscles, 3 of 14")


def test_a_killed_importer_costs_nothing_on_the_screen(
    kiosk: RunningKiosk, screen: VirtualScreen, content: Path
) -> None:
    """Fault 42 from outside: the kiosk's own process of the importer is killed, and new content comes all the same."""
    slide = content / "sciatica-massage" / "01-what-is-sciatica.md"
    slide.write_text(slide.read_text().replace("# What is sciatica?", "# Sciatica"))
    killed: list[int] = []

    def is_killed() -> bool:
        children = Path(f"/proc/{kiosk.process.pid}/task").glob("*/children")
        for child in " ".join(path.read_text() for path in children).split():
            os.kill(int(child), signal.SIGKILL)
            killed.append(int(child))
        return bool(killed)

    wait_until(is_killed, "an importer to kill")
    screen.click(640, 200)
    kiosk.wait_for("1 of 14")
    screen.key("Home")
    wait_until(lambda: _first_slide(kiosk, screen) == "Sciatica, 1 of 14", "the new slide")


def _first_slide(kiosk: RunningKiosk, screen: VirtualScreen) -> str:
    """Begin a session, read the name of its first screen, and end it."""
    kiosk.wait_for("Kiosk")
    screen.click(640, 200)
    kiosk.wait_for("1 of 14")
    found = kiosk.title
    screen.key("Home")
    return found


def test_a_folder_that_is_pulled_away_changes_nothing_on_the_screen(
    kiosk: RunningKiosk, screen: VirtualScreen, content: Path
) -> None:
    content.rename(content.with_name("pulled"))
    screen.click(640, 200)
    kiosk.wait_for("1 of 14")
    screen.key("Right")
    kiosk.wait_for("2 of 14")
    assert kiosk.process.poll() is None


def test_the_window_fills_the_screen_without_a_window_manager(kiosk: RunningKiosk) -> None:
    assert "WIDTH=1280\nHEIGHT=720" in kiosk.geometry
    assert "X=0\nY=0" in kiosk.geometry


def test_it_ends_at_sigterm_with_the_signals_code(kiosk: RunningKiosk) -> None:
    kiosk.process.send_signal(signal.SIGTERM)
    assert kiosk.process.wait(10) == 128 + signal.SIGTERM


def test_a_second_kiosk_on_the_same_data_says_that_one_is_running(
    kiosk: RunningKiosk, screen: VirtualScreen, tmp_path: Path
) -> None:
    command = [sys.executable, "-m", "kiosk", "run", "--data", str(tmp_path / "data")]
    done = subprocess.run(  # noqa: S603
        command, env={"DISPLAY": screen.display, "PATH": "/usr/bin:/bin", "HOME": str(tmp_path)}, check=False
    )
    assert done.returncode == 4
    assert kiosk.process.poll() is None


def test_ctrl_q_ends_it_while_no_pin_is_set(kiosk: RunningKiosk, screen: VirtualScreen) -> None:
    screen.key("ctrl+q")
    assert kiosk.process.wait(10) == 0

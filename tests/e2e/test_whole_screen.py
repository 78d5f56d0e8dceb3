"""Screens that are turned, resized, unplugged and added while a patient reads (fault 51), and what lies beside them."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.e2e.machine import FROM_SOURCE, SLOW_MACHINE, ChangingScreen, Program, RunningKiosk, wait_until

CONTENT = Path(__file__).parents[2] / "content"
REFIT_SECONDS = 1.0
READING = "Pain relief, 2 of 14"
pytestmark = pytest.mark.skipif(
    sys.platform != "linux", reason="Xtigervnc, xrandr and xdotool are Linux programs"
)

Start = Callable[..., RunningKiosk]


@pytest.fixture
def screen(tmp_path: Path) -> Iterator[ChangingScreen]:
    with ChangingScreen(tmp_path) as found:
        yield found


@pytest.fixture
def start(screen: ChangingScreen, tmp_path: Path) -> Iterator[Start]:
    started: list[RunningKiosk] = []

    def start(**environ: str) -> RunningKiosk:
        settings = tmp_path / "machine.toml"
        settings.write_text("repeat_guard = 0.0\n")
        arguments = ("--content", str(CONTENT), "--data", str(tmp_path / "data"), "--settings", str(settings))
        program = Program(environ={**FROM_SOURCE.environ, **environ})
        kiosk = RunningKiosk(screen, *arguments, log=tmp_path / "log.txt", program=program)
        started.append(kiosk)
        kiosk.wait_for("Kiosk")
        return kiosk

    yield start
    for kiosk in started:
        kiosk.__exit__(None, None, None)


@pytest.fixture
def reading(start: Start, screen: ChangingScreen) -> RunningKiosk:
    """A patient is at slide 2."""
    kiosk = start()
    screen.click(640, 200)
    kiosk.wait_for("1 of 14")
    screen.key("Right")
    kiosk.wait_for(READING)
    return kiosk


def soon(kiosk: RunningKiosk, *windows: tuple[str, str]) -> None:
    """Return once it shows these windows and no other, by name and place, which has to be within a second."""
    began = time.monotonic()

    def shown() -> list[tuple[str, str]]:
        found = kiosk.windows.values()
        return sorted((name, f"{width}x{height}+{x}+{y}") for name, x, y, width, height in found)

    wait_until(lambda: shown() == sorted(windows), f"{windows}")
    assert time.monotonic() - began < REFIT_SECONDS * SLOW_MACHINE


def test_it_fits_every_size_and_both_ways_up_and_the_patient_reads_on(
    reading: RunningKiosk, screen: ChangingScreen
) -> None:
    for mode, size in (
        ("1920x1080", "1920x1080"),
        ("upright", "720x1280"),
        ("800x600", "800x600"),
        ("1280x720", "1280x720"),
    ):
        screen.set_mode(mode)
        soon(reading, (READING, f"{size}+0+0"))
    screen.click(1160, 660)
    reading.wait_for("Blood flow, 3 of 14")


def test_it_survives_a_screen_that_is_unplugged_and_plugged_in_again(
    reading: RunningKiosk, screen: ChangingScreen
) -> None:
    for mode, size in (("1280x720", "1280x720"), ("upright", "720x1280")):
        screen.unplug()
        screen.key("Left")
        reading.wait_for("1 of 14")  # it goes on without
        screen.key("Right")
        screen.set_mode(mode)
        soon(reading, (READING, f"{size}+0+0"))
    assert reading.process.poll() is None


def test_it_waits_for_a_screen_where_there_is_none_at_its_start(start: Start, screen: ChangingScreen) -> None:
    screen.unplug()
    kiosk = start()
    soon(kiosk, ("Kiosk", "640x480+0+0"))
    screen.set_mode("1920x1080")
    soon(kiosk, ("Kiosk", "1920x1080+0+0"))


@pytest.mark.parametrize("factor", ["1.25", "1.5", "1.75", "2"])
def test_it_covers_every_pixel_where_the_system_draws_larger(
    start: Start, screen: ChangingScreen, factor: str
) -> None:
    """A pixel more is seen by nobody, a pixel less shows a line of the desktop."""
    kiosk = start(QT_SCALE_FACTOR=factor)
    for mode, least in (("upright", (720, 1280)), ("1360x768", (1360, 768)), ("1280x720", (1280, 720))):
        screen.set_mode(mode)

        def covers(least: tuple[int, int] = least) -> bool:
            ((_, x, y, *size),) = kiosk.windows.values()
            spare = [now - wanted for now, wanted in zip(size, least, strict=True)]
            return (x, y) == (0, 0) and min(spare) >= 0 and max(spare) <= 2

        wait_until(covers, f"a window over all of {least}")


def test_a_second_screen_is_covered_and_neither_takes_the_keys_nor_the_kiosk(
    reading: RunningKiosk, screen: ChangingScreen
) -> None:
    screen.xrandr("--fb", "2304x768")
    screen.put_screens(("A", "1280x720+0+0"))
    for key, place in (("Right", "3 of 14"), ("Left", "2 of 14")):  # that change is over
        screen.key(key)
        reading.wait_for(place)
    screen.add_screen("B", "1024x768+1280+0")
    soon(reading, (READING, "1280x720+0+0"), ("Kiosk", "1024x768+1280+0"))
    screen.click(1800, 300)  # on B
    screen.key("Right")
    reading.wait_for("Blood flow, 3 of 14")
    screen.key("Left")
    screen.put_screens(("A", "1280x720+0+0"))
    soon(reading, (READING, "1280x720+0+0"))


def test_it_is_always_on_the_primary_screen(reading: RunningKiosk, screen: ChangingScreen) -> None:
    screen.xrandr("--fb", "2304x768")
    screen.put_screens(("B", "1024x768+1280+0"), ("A", "1280x720+0+0"))
    soon(reading, (READING, "1024x768+1280+0"), ("Kiosk", "1280x720+0+0"))
    screen.put_screens(("A", "1280x720+0+0"))
    soon(reading, (READING, "1280x720+0+0"))


def test_no_curtain_is_drawn_over_a_screen_that_shows_the_same_picture(
    reading: RunningKiosk, screen: ChangingScreen
) -> None:
    screen.xrandr("--fb", "2304x768")
    screen.put_screens(("A", "1280x720+0+0"), ("twin", "1280x720+0+0"), ("B", "1024x768+1280+0"))
    soon(reading, (READING, "1280x720+0+0"), ("Kiosk", "1024x768+1280+0"))


@pytest.fixture
def managed(screen: ChangingScreen) -> Iterator[None]:
    """A desktop with a window manager, as openbox comes: it has keys to close, minimise and move windows."""
    manager = subprocess.Popen(["openbox"], env=screen.environ, stderr=subprocess.DEVNULL)  # noqa: S607
    wait_until(lambda: manager_is_there(screen), "the window manager")
    yield
    manager.terminate()
    manager.wait(10)


def manager_is_there(screen: ChangingScreen) -> bool:
    """Whether it answers: without one, xdotool can tell no desktop."""
    return screen.xdotool("get_num_desktops").isdecimal()


OTHER = """
from PySide6.QtWidgets import QApplication, QWidget
application = QApplication([])
other = QWidget()
other.setWindowTitle("Another program")
other.resize(500, 400)
other.show()
other.activateWindow()
application.exec()
"""


def obeys(screen: ChangingScreen, kiosk: RunningKiosk) -> None:
    """Return once it has taken a key, of which two are as good as one; what a window manager still holds is lost."""

    def is_at_the_gate() -> bool:
        screen.key("ctrl+shift+s")
        return "Staff only" in kiosk.title

    wait_until(is_at_the_gate, "the gate")


@pytest.mark.parametrize(
    "key", ["alt+F4", "ctrl+w", "ctrl+Escape", "alt+Tab", "F11", "Print", "Menu", "shift+F10", "super+Up"]
)
def test_no_key_of_a_desktop_takes_it_away(
    screen: ChangingScreen, managed: None, reading: RunningKiosk, key: str
) -> None:
    """No PIN is set: Ctrl+Q alone ends it."""
    screen.key(key)
    obeys(screen, reading)
    soon(reading, ("Staff only", "1280x720+0+0"))
    screen.key("ctrl+q")
    assert reading.process.wait(10) == 0


@pytest.mark.parametrize(
    "trick", [("windowminimize",), ("windowmove", "100", "50"), ("windowsize", "500", "400")]
)
def test_a_window_manager_neither_minimises_nor_moves_it(
    screen: ChangingScreen, managed: None, reading: RunningKiosk, trick: tuple[str, ...]
) -> None:
    (window,) = reading.windows
    screen.xdotool(trick[0], window, *trick[1:])
    soon(reading, (READING, "1280x720+0+0"))
    obeys(screen, reading)


def test_another_programs_window_neither_covers_it_nor_takes_its_keys(
    screen: ChangingScreen, managed: None, reading: RunningKiosk
) -> None:
    other = subprocess.Popen([sys.executable, "-c", OTHER], env={**screen.environ, "QT_QPA_PLATFORM": "xcb"})  # noqa: S603
    try:
        wait_until(lambda: bool(screen.xdotool("search", "--name", "Another program")), "the other window")
        for window in screen.xdotool("search", "--name", "Another program").split():
            screen.xdotool("windowactivate", window)
        wait_until(lambda: READING in screen.xdotool("getactivewindow", "getwindowname"), "the keys")
        screen.key("Right")
        reading.wait_for("Blood flow, 3 of 14")
        screen.click(1160, 660)
        reading.wait_for("Looser muscles, 4 of 14")
    finally:
        other.kill()
        other.wait(10)

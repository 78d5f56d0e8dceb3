"""A screen reader's way through the whole program, over the system's accessibility bus (API-01 to API-03)."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.e2e.machine import Program, RunningKiosk, VirtualScreen, wait_until

if sys.platform == "linux":
    from tests.e2e.at_spi import NoAnswerError, Reader, SessionBus
elif TYPE_CHECKING:
    from tests.e2e.at_spi import Reader

SHIPPED = Path(__file__).parents[2] / "content"
SLIDES = 14
pytestmark = pytest.mark.skipif(
    sys.platform != "linux", reason="AT-SPI is how Linux tells screen readers of the screen"
)
Page = dict[str, list[str]]
"""The names on a page by their roles, each role's in the order of the tree."""


@pytest.fixture
def kiosk(tmp_path: Path) -> Iterator[tuple[RunningKiosk, Reader]]:
    settings = tmp_path / "machine.toml"
    settings.write_text("")
    arguments = ("--content", str(SHIPPED), "--data", str(tmp_path / "data"), "--settings", str(settings))
    with VirtualScreen() as screen, SessionBus(screen.display) as bus:
        names = {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM", "QT_LINUX_ACCESSIBILITY_ALWAYS_ON"}
        environ = {name: value for name, value in os.environ.items() if name not in names}
        program = Program(environ={**environ, **bus.environ})
        log = tmp_path / "log.txt"
        with (
            RunningKiosk(screen, *arguments, log=log, program=program) as running,
            Reader(bus.address) as reader,
        ):
            yield running, reader


def page_named(reader: Reader, name: str) -> Page:
    """What a screen reader finds once the window is called so. A page that is turned meanwhile is read again."""
    found: Page = {}

    def is_read() -> bool:
        found.clear()
        try:
            (window,) = reader.windows()
            if window.role != "frame" or name not in window.name:
                return False
            for node in window.below():
                found.setdefault(node.role, []).append(node.name)
                for state in node.states & {"focused"}:
                    found.setdefault(state, []).append(node.name)
        except (NoAnswerError, ValueError):
            return False
        return True

    wait_until(is_read, f'a window named "{name}" that can be read')
    return found


def press(reader: Reader, name: str) -> None:
    (window,) = reader.windows()
    next(node for node in window.below() if node.name == name and node.role == "push button").press()


BEGIN = ["Touch to begin", "Toque para empezar", "المس للبدء"]


def test_a_screen_reader_walks_from_attract_to_finish_and_presses_next_itself(
    kiosk: tuple[RunningKiosk, Reader],
) -> None:
    running, reader = kiosk
    attract = page_named(reader, "Kiosk")
    assert attract["push button"] == ["Get help now", *BEGIN]
    assert len(attract["graphic"]) == 1
    reader.heard()
    press(reader, "Touch to begin")
    for number in range(1, SLIDES + 1):
        place = f"{number} of {SLIDES}"
        page = page_named(reader, place)
        (title,) = page["heading"]
        assert reader.heard() == [f"{title}, {place}"]
        assert page["focused"] == [title]
        (picture,) = page["graphic"]
        assert len(picture) > len(title)
        assert f"Picture: {picture}" in page["push button"]
        assert len(page["label"]) > 2
        steps = [name for name in page["push button"] if name.startswith("Page ")]
        assert len(steps) == SLIDES - 1
        assert page["push button"][-5:] == ["Get help now", "Make it easier", "Start over", "Back", "Next"]
        assert place in page["push button"]
        press(reader, "Next")
    finish = page_named(reader, "Remember")
    assert finish["heading"] == ["Remember"]
    assert reader.heard() == ["Remember"]
    press(reader, "Start over")
    assert page_named(reader, "Kiosk")["push button"] == ["Get help now", *BEGIN]
    running.process.send_signal(signal.SIGTERM)
    assert running.process.wait(10) == 128 + signal.SIGTERM

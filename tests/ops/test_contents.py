"""The window's side, with its thread: commands return at once, whatever the content folder does."""

from __future__ import annotations

import queue
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.core.content.fingerprint import Fingerprint
from kiosk.core.content.standing import FolderState, Standing
from kiosk.core.session.events import CatalogArrived, Event, StandingArrived
from kiosk.ops.clocks import Clocks
from kiosk.ops.contents import Contents
from tests.e2e.machine import PATIENCE
from tests.ops.receptionist import Receptionist, put_topic, titles


class Window:
    """Gets the events, and waits for one."""

    def __init__(self, root: Path, data: Path) -> None:
        self.seconds = 0.0
        self._events: queue.SimpleQueue[Event] = queue.SimpleQueue()
        self.contents = Contents(root, data, clocks=Clocks(monotonic=lambda: self.seconds))

    def start(self) -> None:
        self.contents.start(self._events.put)

    def wait_for_titles(self) -> list[str]:
        while True:
            event = self._events.get(timeout=PATIENCE)
            if isinstance(event, CatalogArrived):
                return titles(event.catalog)

    def wait_for_standing(self) -> Standing:
        while True:
            event = self._events.get(timeout=PATIENCE)
            if isinstance(event, StandingArrived):
                return event.standing


@pytest.fixture
def window(tmp_path: Path) -> Iterator[Window]:
    """On a kiosk that has shown two topics."""
    desk = Receptionist(tmp_path)
    put_topic(desk.root)
    put_topic(desk.root, "hips", "Hips")
    desk.wait()
    found = Window(desk.root, desk.data)
    yield found
    found.contents.end()
    for thread in threading.enumerate():
        if thread.name == "contents":
            thread.join(PATIENCE)


def test_the_last_copy_is_there_before_anything_is_started(window: Window) -> None:
    assert titles(window.contents.live) == ["Hips", "Knees"]
    standing = window.contents.standing()
    assert standing.live
    assert (standing.live.topics, standing.folder) == (2, FolderState.ANSWERS)


def test_new_content_comes_by_a_process_of_its_own(window: Window, tmp_path: Path) -> None:
    put_topic(tmp_path / "content", title="Better knees")
    window.start()
    window.contents.show_now()
    assert window.wait_for_titles() == ["Hips", "Better knees"]


def test_staff_are_obeyed_while_the_folder_hangs(window: Window, monkeypatch: pytest.MonkeyPatch) -> None:
    """Fault 36: stat() that blocks; it is told, and the end does not wait for it either."""
    hung, release = threading.Event(), threading.Event()

    def hang(_: Path) -> Fingerprint:
        hung.set()
        release.wait(PATIENCE)
        return Fingerprint()

    monkeypatch.setattr("kiosk.ops.looker.fingerprint", hang)
    window.start()
    assert hung.wait(PATIENCE)
    window.seconds = 60
    window.contents.pause("knees")
    assert window.wait_for_titles() == ["Hips"]
    while window.wait_for_standing().folder is not FolderState.SILENT:
        pass
    assert window.contents.standing().paused == ("knees",)
    window.contents.resume("knees")
    assert window.wait_for_titles() == ["Hips", "Knees"]
    window.contents.end()
    release.set()


def test_a_preview_is_there_at_once(window: Window) -> None:
    live = window.contents.standing().live
    assert live
    assert titles(window.contents.preview(live.name)) == ["Hips", "Knees"]


def test_a_copy_that_is_not_there_leaves_what_is_shown(window: Window) -> None:
    window.start()
    window.contents.go_back("0099-0123456789abcdef")
    window.contents.pause("hips")
    assert window.wait_for_titles() == ["Knees"]

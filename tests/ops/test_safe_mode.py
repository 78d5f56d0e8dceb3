"""Safe mode: the built-in topic for ten minutes, or until staff ask for the clinic's own content."""

from __future__ import annotations

import queue
import threading
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from kiosk.core.content.folder import read_content
from kiosk.core.content.snapshot import SnapshotStore
from kiosk.core.restarts import SAFE_SECONDS
from kiosk.core.session.events import CatalogArrived, Event
from kiosk.ops.clocks import Clocks
from kiosk.ops.contents import Contents
from tests.catalogs import A_DAY
from tests.e2e.machine import PATIENCE
from tests.ops.receptionist import Receptionist, put_topic, titles


class Window:
    def __init__(self, folder: Path) -> None:
        desk = Receptionist(folder)
        put_topic(desk.root)
        desk.wait()
        put_topic(folder / "built-in", title="Built in")
        built_in = SnapshotStore(folder / "builtin")
        catalog = read_content(folder / "built-in", today=A_DAY, keep=built_in.keep).catalog
        built_in.publish(catalog, "", datetime(2026, 1, 1, tzinfo=UTC))
        self.seconds = 0.0
        self.events: queue.SimpleQueue[Event] = queue.SimpleQueue()
        clocks = Clocks(monotonic=lambda: self.seconds)
        self.contents = Contents(
            desk.root, desk.data, builtin=folder / "builtin", clocks=clocks, is_safe=True
        )

    def wait_for_titles(self) -> list[str]:
        while True:
            event = self.events.get(timeout=PATIENCE)
            if isinstance(event, CatalogArrived):
                return titles(event.catalog)


@pytest.fixture
def window(tmp_path: Path) -> Iterator[Window]:
    found = Window(tmp_path)
    yield found
    found.contents.end()
    for thread in threading.enumerate():
        if thread.name == "contents":
            thread.join(PATIENCE)


def test_it_starts_with_the_built_in_topic_and_staff_are_told(window: Window) -> None:
    assert titles(window.contents.live) == ["Built in"]
    (problem,) = window.contents.standing().problems
    assert "failed three times within five minutes" in str(problem)


def test_after_ten_minutes_the_clinics_content_is_back(window: Window) -> None:
    window.contents.start(window.events.put)
    window.contents.resume("x")  # an order is no reason to leave it
    window.seconds = SAFE_SECONDS - 1
    window.contents.resume("x")
    assert titles(window.contents.live) == ["Built in"]
    window.seconds = SAFE_SECONDS
    window.contents.resume("x")
    assert window.wait_for_titles() == ["Knees"]
    assert "failed three times" not in str(window.contents.standing().problems)


def test_staff_leave_it_with_show_now(window: Window) -> None:
    window.contents.start(window.events.put)
    window.contents.show_now()
    assert window.wait_for_titles() == ["Knees"]

"""The watchdog, in this process: it is fed by what is really painted, and by nothing else."""

from __future__ import annotations

import faulthandler
import os
import socket
from pathlib import Path
from typing import IO, Any

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kiosk.app import Kiosk
from kiosk.ops.supervisor import notify
from kiosk.ops.watchdog import FROZEN_SECONDS, START_SECONDS, Watchdog
from kiosk.ui.pictures import Pictures
from kiosk.ui.window import KioskWindow
from tests.catalogs import A_DAY, catalog


class Hound:
    """A watchdog over a real window, whose bite is only written down."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.armed: list[float] = []
        self.alive = 0

        def later(seconds: float, *, exit: bool, file: IO[bytes]) -> None:  # noqa: A002 - faulthandler's name
            assert exit
            assert file is self.trace
            self.armed.append(seconds)

        monkeypatch.setattr(faulthandler, "dump_traceback_later", later)
        monkeypatch.setattr(faulthandler, "enable", lambda _: None)
        self.trace = (folder / "trace.txt").open("wb", buffering=0)
        self.window = KioskWindow(Pictures(folder))
        self.window.resize(1280, 720)
        self.kiosk = Kiosk(self.window, catalog(), A_DAY)
        self.window.show()
        QApplication.processEvents()
        self.dog = Watchdog(self.window, self.trace, self.note_alive)

    def note_alive(self) -> None:
        self.alive += 1

    def ask(self) -> None:
        self.dog._timer.timeout.emit()

    def let_paint(self) -> None:
        QApplication.sendPostedEvents(None, QEvent.Type.UpdateRequest)
        QApplication.processEvents()


@pytest.fixture
def hound(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot) -> Any:
    found = Hound(tmp_path, monkeypatch)
    qtbot.addWidget(found.window)
    found.dog.start()
    found.let_paint()
    yield found
    found.dog.end()
    found.trace.close()


def test_it_waits_longer_for_the_first_paint(hound: Hound) -> None:
    assert hound.armed[:2] == [START_SECONDS, FROZEN_SECONDS]


def test_a_still_screen_is_painted_and_feeds_it(hound: Hound) -> None:
    before = hound.alive
    hound.ask()
    assert hound.alive == before
    hound.let_paint()
    assert hound.alive == before + 1
    assert hound.armed[-1] == FROZEN_SECONDS


def test_a_window_that_does_not_paint_does_not_feed_it(hound: Hound) -> None:
    before = len(hound.armed)
    hound.window.setUpdatesEnabled(False)
    for _ in range(5):
        hound.ask()
        hound.let_paint()
    assert len(hound.armed) == before
    hound.window.setUpdatesEnabled(True)


def test_a_screen_that_is_off_is_not_frozen(hound: Hound) -> None:
    hound.window.hide()
    before = len(hound.armed)
    hound.ask()
    assert len(hound.armed) == before + 1


@pytest.mark.skipif(not hasattr(socket, "AF_UNIX"), reason="systemd is a Linux program")
@pytest.mark.parametrize("kind", ["file", "abstract"])
def test_systemd_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str) -> None:
    address = str(tmp_path / "notify") if kind == "file" else f"@kiosk-{os.getpid()}"
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as systemd:
        systemd.bind(address.replace("@", "\0"))
        monkeypatch.setenv("NOTIFY_SOCKET", address)
        notify("WATCHDOG=1")
        assert systemd.recv(100) == b"WATCHDOG=1"


@pytest.mark.parametrize("address", ["", "/nowhere/at/all", "vsock:2:1234"])
def test_where_nobody_listens_nothing_happens(monkeypatch: pytest.MonkeyPatch, address: str) -> None:
    monkeypatch.setenv("NOTIFY_SOCKET", address)
    notify("READY=1")

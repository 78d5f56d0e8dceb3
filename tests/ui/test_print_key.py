"""The Print key on Finish, pressed by hand, and the leaflet that a process of its own prints."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QSize
from pytestqt.qtbot import QtBot

from kiosk.app import Kiosk
from kiosk.core.content.model import Catalog
from kiosk.core.content.snapshot import SnapshotStore
from kiosk.core.session.errands import Errand, PrintHandout
from kiosk.core.session.events import Event, PartPressed, PrintAnswered
from kiosk.core.session.preferences import TextSize
from kiosk.core.session.printing import Printing
from kiosk.core.session.questions import Asked, VisitQuestion
from kiosk.core.session.screens import Finish
from kiosk.core.views.rail import KeyName
from kiosk.ops.print_process import print_apart
from tests.ui.conftest import StartKiosk
from tests.ui.hands import has, target, touch, words_on

TOPIC = "sciatica-massage"
SIZES = [QSize(1920, 1080), QSize(1080, 1920), QSize(1024, 600)]


def at_finish(
    kiosk: Kiosk,
    text: TextSize = TextSize.NORMAL,
    printing: Printing = Printing.NOT_ASKED,
    *,
    has_printer: bool = True,
) -> None:
    """Finish on the part where the key is, or on its last one."""
    preferences = replace(kiosk.session.preferences, text_size=text)
    kiosk.session = replace(
        kiosk.session,
        has_printer=has_printer,
        screen=Finish(TOPIC),
        preferences=preferences,
        printing=printing,
    )
    kiosk.show()
    for _ in range(kiosk.session.parts - 1):
        if has(kiosk, KeyName.PRINT):
            return
        kiosk.happen(PartPressed())


def test_a_touch_prints_once_and_says_how_it_goes(start_kiosk: StartKiosk, qtbot: QtBot) -> None:
    kiosk = start_kiosk()
    asked: list[Errand] = []
    kiosk.run_errand = asked.append
    at_finish(kiosk)
    touch(qtbot, kiosk, KeyName.PRINT)
    assert [type(errand) for errand in asked] == [PrintHandout]
    assert not has(kiosk, KeyName.PRINT)
    assert "One moment. It is on its way to the printer." in words_on(kiosk)
    kiosk.happen(PrintAnswered(is_printed=False))
    assert "The printer does not answer. Please ask at reception." in words_on(kiosk)
    assert has(kiosk, KeyName.PRINT)


def test_without_a_printer_there_is_no_key(start_kiosk: StartKiosk) -> None:
    kiosk = start_kiosk()
    at_finish(kiosk)
    assert has(kiosk, KeyName.PRINT)
    at_finish(kiosk, has_printer=False)
    assert not has(kiosk, KeyName.PRINT)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("text", TextSize)
@pytest.mark.parametrize("printing", [Printing.NOT_ASKED, Printing.FAILED])
def test_the_key_stands_on_the_page_and_covers_nothing(
    start_kiosk: StartKiosk, size: QSize, text: TextSize, printing: Printing
) -> None:
    kiosk = start_kiosk(size=size)
    at_finish(kiosk, text, printing)
    key, page = target(kiosk, KeyName.PRINT), kiosk.window.page
    assert page.rect().contains(key.geometry())
    beside = [child for child in page.children() if child is not key and hasattr(child, "geometry")]
    assert [child for child in beside if child.geometry().intersects(key.geometry())] == []


@pytest.fixture
def errand(shipped: Catalog) -> PrintHandout:
    asked = (Asked("Is it safe for me?", "en", VisitQuestion("sciatica-massage", 0, 0)),)
    return PrintHandout(shipped, shipped.topics[0], "en", False, asked)


def printed_with(
    errand: PrintHandout, store: SnapshotStore, folder: Path, monkeypatch: pytest.MonkeyPatch, *, code: int
) -> list[Event]:
    """Print through commands on PATH that keep what `lp` gets, with a folder of its own for what is temporary."""
    programs, temporary = folder / "bin", folder / "tmp"
    programs.mkdir()
    temporary.mkdir()
    scripts = {
        "lp": f"cat > {folder}/leaflet.pdf; echo 'request id is Lobby-1 (0 file(s))'; exit {code}",
        "lpstat": '[ "$1" = -W ] || printf "printer Lobby is idle.\\n\\tAlerts: none\\n"',
        "lpoptions": "echo 'PageSize/Media Size: A4 *Letter'",
    }
    for name, script in scripts.items():
        (programs / name).write_text(f"#!/bin/sh\n{script}\n")
        (programs / name).chmod(0o755)
    monkeypatch.setenv("PATH", f"{programs}:{os.environ['PATH']}")
    monkeypatch.setenv("TMPDIR", str(temporary))
    answers: list[Event] = []
    print_apart(errand, "Lobby", [store.pictures], answers.append).join(60)
    assert list(temporary.iterdir()) == []
    return answers


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no lp")
def test_the_process_hands_over_the_whole_leaflet_on_the_printers_paper_and_leaves_no_file_prv_03(
    errand: PrintHandout, store: SnapshotStore, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert printed_with(errand, store, tmp_path, monkeypatch, code=0) == [PrintAnswered(is_printed=True)]
    command = ["pdftotext", str(tmp_path / "leaflet.pdf"), "-"]
    text = subprocess.run(command, capture_output=True, check=True, text=True).stdout  # noqa: S603 - poppler
    assert "Is it safe for me?" in text
    assert "You cannot pee," in text
    command = ["pdfinfo", str(tmp_path / "leaflet.pdf")]
    assert "(letter)" in subprocess.run(command, capture_output=True, check=True, text=True).stdout  # noqa: S603


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no lp")
def test_a_spooler_that_refuses_is_told_and_leaves_no_file_either_prv_03(
    errand: PrintHandout, store: SnapshotStore, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert printed_with(errand, store, tmp_path, monkeypatch, code=1) == [PrintAnswered(is_printed=False)]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no lp")
def test_a_picture_that_is_gone_costs_no_patient_the_leaflet(
    errand: PrintHandout, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    gone = SnapshotStore(tmp_path / "gone")
    assert printed_with(errand, gone, tmp_path, monkeypatch, code=0) == [PrintAnswered(is_printed=True)]

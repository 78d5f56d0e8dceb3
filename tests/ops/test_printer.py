"""The printer: what CUPS says of it in words, and what comes of a leaflet in a queue that is stuck."""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.core.language import translator
from kiosk.core.settings import Machine
from kiosk.core.staff.health import State
from kiosk.ops import print_process
from kiosk.ops.doctor import _printer
from kiosk.ops.printer import NotPrinted, PrinterState, paper_of, print_pdf, printer_state
from tests.ops.cups import QUEUE, Cups

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no CUPS")
PDF = b"%PDF-1.4 a leaflet"
IDLE = "printer Lobby is idle.  enabled since today\n\tAlerts: {alerts}\n"


class FakeCups:
    """Commands on PATH that say what a test wants, and note what they were asked."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def answers(self, command: str, said: str = "", *, code: int = 0) -> None:
        file = self._folder / command
        script = (
            f'#!/bin/sh\necho "{command} $*" >> {self._folder}/asked\ncat <<END\n{said}\nEND\nexit {code}\n'
        )
        file.write_text(script)
        file.chmod(0o755)

    def says_of_printer(self, state: str, jobs: str = "") -> None:
        """`lpstat` of the printer, and of the jobs in its queue."""
        self.answers("lpstat")
        file = self._folder / "lpstat"
        file.write_text(
            f'#!/bin/sh\nif [ "$1" = -W ]; then cat <<END\n{jobs}\nEND\nelse cat <<END\n{state}\nEND\nfi\n'
        )

    @property
    def asked(self) -> list[str]:
        return (self._folder / "asked").read_text().splitlines()


@pytest.fixture
def fake(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> FakeCups:
    monkeypatch.setenv("PATH", f"{tmp_path}:{os.environ['PATH']}")
    made = FakeCups(tmp_path)
    for command in ("lp", "cancel", "lpstat", "lpoptions"):
        made.answers(command)
    made.answers("lp", "request id is Lobby-7 (0 file(s))")
    return made


@pytest.mark.parametrize(
    ("said", "state"),
    [
        (IDLE.format(alerts="none"), PrinterState.READY),
        ("printer Lobby disabled since today -\n\tPaused\n", PrinterState.STOPPED),
        (IDLE.format(alerts="media-jam-error"), PrinterState.STOPPED),
        (IDLE.format(alerts="media-empty-error media-needed"), PrinterState.STOPPED),
        (IDLE.format(alerts="offline-report"), PrinterState.STOPPED),
        (IDLE.format(alerts="cover-open"), PrinterState.STOPPED),
        (IDLE.format(alerts="toner-low-report media-low-warning"), PrinterState.READY),
    ],
)
def test_what_cups_says_of_a_printer_is_understood(fake: FakeCups, said: str, state: PrinterState) -> None:
    fake.says_of_printer(said)
    assert printer_state("Lobby") is state


def test_a_printer_that_cups_does_not_know_is_absent_and_so_is_cups_itself(
    fake: FakeCups, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    fake.answers("lpstat", code=1)
    assert printer_state("Lobby") is PrinterState.ABSENT
    monkeypatch.setenv("PATH", str(tmp_path / "nothing"))
    assert printer_state("Lobby") is PrinterState.ABSENT


@pytest.mark.parametrize(
    ("said", "paper"),
    [
        ("PageSize/Media Size: A4 *Letter Legal", "Letter"),
        ("PageSize/Media Size: *A4 Letter", "A4"),
        ("Duplex/Two: *None", "A4"),
        ("PageSize/Media Size: Letter *LetterSmall", "A4"),
    ],
)
def test_the_paper_is_a4_unless_the_printer_says_otherwise(fake: FakeCups, said: str, paper: str) -> None:
    fake.answers("lpoptions", said)
    assert paper_of("Lobby") == paper


def test_a_leaflet_that_has_left_the_queue_is_printed_and_its_title_tells_nothing(fake: FakeCups) -> None:
    fake.says_of_printer(IDLE.format(alerts="none"))
    rests: list[float] = []
    print_pdf("Lobby", PDF, rest=rests.append)
    assert rests == []
    assert fake.asked == ["lp -d Lobby -t Leaflet -o sides=two-sided-long-edge"]


@pytest.mark.parametrize("alerts", ["media-jam-error", "media-empty-error"])
def test_nothing_is_sent_to_a_printer_that_is_stuck(fake: FakeCups, alerts: str) -> None:
    fake.says_of_printer(IDLE.format(alerts=alerts))
    with pytest.raises(NotPrinted):
        print_pdf("Lobby", PDF)
    assert not (Path(os.environ["PATH"].partition(":")[0]) / "asked").exists()


@pytest.mark.parametrize(
    ("state", "is_printed"),
    [
        ("printer Lobby now printing Lobby-7.  enabled since today\n\tAlerts: none", True),
        ("printer Lobby now printing Lobby-7.  enabled since today\n\tAlerts: connecting-to-device", False),
        ("printer Lobby now printing Lobby-6.  enabled since today\n\tAlerts: none", False),
        (IDLE.format(alerts="none"), False),
    ],
)
def test_what_stays_in_the_queue_counts_only_if_it_is_coming_out_and_else_is_taken_back(
    fake: FakeCups, state: str, *, is_printed: bool
) -> None:
    fake.says_of_printer(state, jobs="Lobby-7 root 1024 today")
    rests: list[float] = []
    if is_printed:
        print_pdf("Lobby", PDF, rest=rests.append)
    else:
        with pytest.raises(NotPrinted):
            print_pdf("Lobby", PDF, rest=rests.append)
    assert len(rests) == 20
    assert ("cancel Lobby-7" in fake.asked) is not is_printed


def test_a_queue_that_refuses_is_not_printed(fake: FakeCups) -> None:
    fake.says_of_printer(IDLE.format(alerts="none"))
    fake.answers("lp", code=1)
    with pytest.raises(NotPrinted):
        print_pdf("Lobby", PDF)


@pytest.mark.parametrize(
    ("said", "state", "words"),
    [
        (IDLE.format(alerts="none"), State.GOOD, '"Lobby" was found.'),
        (IDLE.format(alerts="media-jam"), State.LOOK, "does not print now. Look at the printer: paper"),
    ],
)
def test_the_doctor_says_how_the_printer_is(fake: FakeCups, said: str, state: State, words: str) -> None:
    fake.says_of_printer(said)
    finding = _printer(Machine(printer="Lobby"), translator("en"))
    assert finding.state is state
    assert words in str(finding)


@pytest.mark.parametrize(
    ("command", "is_printed"),
    [
        (["true"], True),
        (["false"], False),
        (["/nowhere/kiosk"], False),
        (["sh", "-c", "kill -9 $$"], False),
        (["sh", "-c", "exec sleep 60"], False),
    ],
)
def test_a_process_that_fails_crashes_or_hangs_did_not_print(command: list[str], *, is_printed: bool) -> None:
    assert print_process._is_printed(command, b"{}", seconds=0.5) is is_printed


@pytest.fixture
def cups(monkeypatch: pytest.MonkeyPatch) -> Iterator[Cups]:
    if not Path("/usr/sbin/cupsd").exists() or not shutil.which("lp"):
        pytest.skip("CUPS is not installed here")
    with tempfile.TemporaryDirectory(prefix="cups-") as folder:  # pytest's own are closed to CUPS's user
        made = Cups(Path(folder))
        made.start()
        monkeypatch.setenv("CUPS_SERVER", str(made.socket))
        yield made
        made.stop()


def test_a_real_cups_gets_the_leaflet_as_it_is(cups: Cups) -> None:
    print_pdf(QUEUE, PDF)
    assert cups.printed.read_bytes() == PDF
    assert printer_state("Nobody") is PrinterState.ABSENT


def test_a_real_jam_is_noticed_and_the_leaflet_does_not_come_out_later(cups: Cups) -> None:
    cups.jam.touch()
    with pytest.raises(NotPrinted):
        print_pdf(QUEUE, PDF)
    assert printer_state(QUEUE) is PrinterState.STOPPED
    assert cups.command("lpstat", "-W", "not-completed", "-o") == ""
    cups.jam.unlink()
    assert not cups.printed.exists()

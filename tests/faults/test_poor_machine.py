"""The kiosk as a process on a machine that lacks something: it shows the clinic's content all the same."""

from __future__ import annotations

import os
import re
import shutil
import signal
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import ExitStack, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest

from kiosk.ops.guard import Guard
from kiosk.ops.import_order import Order, Outcome
from kiosk.ops.importer import Importer
from kiosk.ops.stalls import Stalls
from kiosk.ops.start import _end_in_time
from tests.catalogs import A_DAY
from tests.e2e.machine import FROM_SOURCE, PATIENCE, Program, RunningKiosk, VirtualScreen, wait_until
from tests.faults.poor_machine import group_of_processes, small_disk

ROOT = Path(__file__).parents[2]
TERMINATED = 128 + signal.SIGTERM
FEW_DESCRIPTORS = 64
ALL, SOME = 14, 4
"""Slides that are gone through."""
LITTLE_MEMORY = 300_000_000
FEW_THREADS = 16
"""With processes: the kiosk, its importer and its speaker at once."""
pytestmark = pytest.mark.skipif(
    sys.platform != "linux", reason="Xvfb, xdotool and prlimit are Linux programs"
)


class ScreenWithoutGraphicsCard(VirtualScreen):
    """An X server that cannot do OpenGL."""

    def server(self, size: str) -> list[str]:
        return [*super().server(size), "-extension", "GLX"]


@pytest.fixture(scope="module")
def screen() -> Iterator[VirtualScreen]:
    with VirtualScreen() as found:
        yield found


@dataclass
class Clinic:
    """A content folder, and the data of a kiosk that has read it."""

    folder: Path
    content: Path

    @property
    def data(self) -> Path:
        return self.folder / "data"

    def arguments(self, data: Path | None = None) -> tuple[str, ...]:
        places = ("--content", str(self.content), "--data", str(data or self.data))
        return (*places, "--settings", str(self.folder / "machine.toml"))


@pytest.fixture(scope="module")
def imported() -> Iterator[Clinic]:
    """Imported once, in a folder that anybody may enter."""
    with tempfile.TemporaryDirectory(prefix="kiosk-poor-") as name:
        folder = Path(name)
        folder.chmod(0o755)
        content = folder / "content"
        shutil.copytree(ROOT / "content", content, ignore=shutil.ignore_patterns("CONTENT-REPORT.txt"))
        slide = content / "sciatica-massage" / "01-what-is-sciatica.md"
        slide.write_text(slide.read_text().replace("# What is sciatica?", "# Our sciatica"))
        (folder / "machine.toml").write_text("repeat_guard = 0.0\n")
        order = Order(str(content), str(folder / "data"), datetime.now(UTC), A_DAY)
        assert Importer(order, lambda _: None).run() is Outcome.PUBLISHED
        yield Clinic(folder, content)


@pytest.fixture
def clinic(imported: Clinic) -> Iterator[Clinic]:
    """Each test has data of its own."""
    with tempfile.TemporaryDirectory(prefix="kiosk-poor-") as name:
        folder = Path(name)
        folder.chmod(0o755)
        shutil.copytree(imported.data, folder / "data")
        shutil.copy(imported.folder / "machine.toml", folder)
        yield Clinic(folder, imported.content)


def walk(kiosk: RunningKiosk, screen: VirtualScreen, first: str = "Our sciatica, 1 of 14") -> None:
    """Go to the second slide and end: with the code of SIGTERM and without an error."""
    kiosk.wait_for("Kiosk")
    screen.click(640, 200)
    kiosk.wait_for(first)
    screen.key("Right")
    kiosk.wait_for("2 of 14")
    kiosk.process.terminate()
    assert kiosk.process.wait(PATIENCE) == TERMINATED


def without(*names: str) -> dict[str, str]:
    environ = {"PYTHONPATH": str(ROOT), **FROM_SOURCE.environ}
    return {name: value for name, value in environ.items() if name not in names}


def descriptors(kiosk: RunningKiosk) -> list[str]:
    """What it has open."""
    found = []
    for path in Path(f"/proc/{kiosk.process.pid}/fd").iterdir():
        with suppress(OSError):  # closed meanwhile
            found.append(str(path.readlink()))
    return found


@pytest.mark.parametrize(
    "lack", ["room", pytest.param("names", marks=pytest.mark.long), "the right to write"]
)
def test_it_starts_where_nothing_can_be_written(clinic: Clinic, screen: VirtualScreen, lack: str) -> None:
    """Faults 38, 39 and 41: log, lock, counts and status have no place; the last copy of the content is shown."""
    log = clinic.folder / "said.txt"
    with small_disk(clinic.folder / "disk", "6m", 200) as disk:
        data = disk.folder / "data"
        shutil.copytree(clinic.data, data)
        match lack:
            case "room":
                disk.fill_up()
            case "names":
                disk.use_up_names()
            case _:
                disk.set_read_only(is_read_only=True)
        with RunningKiosk(screen, *clinic.arguments(data), log=log) as kiosk:
            walk(kiosk, screen)
    assert "Traceback" not in log.read_text()
    assert "Something failed" not in log.read_text()


def test_without_home_locale_temporary_folder_or_fonts_it_starts(
    clinic: Clinic, screen: VirtualScreen
) -> None:
    """Faults 57 and 58: nothing is set but the display; no font of the system is found; folders are missing."""
    nowhere = str(clinic.folder / "nowhere")
    (clinic.folder / "fonts.conf").write_text(f"<fontconfig><dir>{nowhere}</dir></fontconfig>")
    environ = {
        "PATH": os.environ["PATH"],
        "PYTHONPATH": str(ROOT),
        "LANG": "C",
        "LC_ALL": "C",
        "FONTCONFIG_FILE": str(clinic.folder / "fonts.conf"),
        "TMPDIR": nowhere,
        "XDG_CACHE_HOME": nowhere,
        "XDG_CONFIG_HOME": nowhere,
        "XDG_DATA_HOME": nowhere,
    }
    log = clinic.folder / "said.txt"
    with RunningKiosk(screen, *clinic.arguments(), log=log, program=Program(environ=environ)) as kiosk:
        walk(kiosk, screen)
    assert "Traceback" not in log.read_text()
    assert "Something failed" not in log.read_text()


def poor(clinic: Clinic, lacks: str, stack: ExitStack) -> Program:
    """The kiosk on a machine that lacks this, or everything."""
    command, environ, limits = list(FROM_SOURCE.command), without(), {}
    if lacks in {"descriptors", "everything"}:
        command[:0] = ["prlimit", f"--nofile={FEW_DESCRIPTORS}", "--"]
    if lacks in {"a temporary folder", "everything"}:
        disk = stack.enter_context(small_disk(clinic.folder / "tmp"))
        disk.fill_up()
        environ["TMPDIR"] = str(disk.folder)
    if lacks in {"memory", "everything"}:
        limits["memory"] = LITTLE_MEMORY
    if lacks in {"threads", "everything"}:
        limits["pids"] = FEW_THREADS
    groups = stack.enter_context(group_of_processes(f"kiosk-test-{os.getpid()}", limits)) if limits else []
    enter = "".join(f'echo $$ > "{group}"; ' for group in groups)
    return Program(("sh", "-c", f'{enter}exec "$@"', "sh", *command), environ)


@pytest.mark.parametrize(
    "lacks",
    [
        "everything",
        *(
            pytest.param(one, marks=pytest.mark.long)
            for one in ("descriptors", "a temporary folder", "memory", "threads")
        ),
    ],
)
def test_on_a_poor_machine_it_imports_and_shows_slides(
    clinic: Clinic, screen: VirtualScreen, lacks: str
) -> None:
    """Faults 58 and 59: 64 descriptors, a full TMPDIR that runs no program, 300 MB, 16 threads and processes.

    Where inotify has no instance left nothing is missed: none is asked for, the folder is looked at again and again.
    """
    shutil.rmtree(clinic.data)
    log = clinic.folder / "said.txt"
    with ExitStack() as stack:
        program = poor(clinic, lacks, stack)
        kiosk = stack.enter_context(RunningKiosk(screen, *clinic.arguments(), log=log, program=program))
        kiosk.wait_for("Kiosk")
        wait_until(lambda: "New content goes live" in log.read_text(), f"an import without {lacks}")
        screen.click(640, 200)
        for number in range(1, ALL if lacks == "memory" else SOME):
            kiosk.wait_for(f"{number} of 14")
            screen.key("Right")
        used = descriptors(kiosk)
        assert 10 < len(used) < FEW_DESCRIPTORS
        assert [place for place in used if re.search("inotify|fanotify", place)] == []
        kiosk.process.terminate()
        assert kiosk.process.wait(PATIENCE) == TERMINATED
    assert "Traceback" not in log.read_text()
    assert "is ended" not in log.read_text()


def test_no_graphics_card_is_needed(clinic: Clinic) -> None:
    """Fault 52: the picture is painted by the processor, so that no driver can be lost."""
    with (
        ScreenWithoutGraphicsCard() as screen,
        RunningKiosk(screen, *clinic.arguments(), log=clinic.folder / "said.txt") as kiosk,
    ):
        walk(kiosk, screen)


def test_where_no_thread_can_be_started_the_status_waits_and_the_end_comes(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Fault 58: five errors within five minutes would end the kiosk, and the status is written every minute."""

    def refuse(_: threading.Thread) -> None:
        raise RuntimeError("can't start new thread")

    monkeypatch.setattr(threading.Thread, "start", refuse)
    guard = Guard.__new__(Guard)
    guard._stalls = Stalls(lambda: 0.0)
    guard._write_status()
    _end_in_time(TERMINATED)

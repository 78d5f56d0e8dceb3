"""The kiosk in the compositors of docs/install.md, by the files of assets/deploy/linux, without a screen (issue 12)."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import sysconfig
import tempfile
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

import pytest

from kiosk.ops.runs import Runs
from tests.e2e.machine import FROM_SOURCE, Program, wait_until

ROOT = Path(__file__).parents[2]
DEPLOY = ROOT / "assets" / "deploy" / "linux"
NOBODY = 65534
TERMINATED = 128 + signal.SIGTERM


def needs(*programs: str) -> pytest.MarkDecorator:
    missing = [program for program in programs if shutil.which(program) is None]
    return pytest.mark.skipif(
        bool(missing), reason=f"not installed, and too large to be: {', '.join(missing)}"
    )


pytestmark = pytest.mark.long


@pytest.fixture
def user() -> int | None:
    """Become nobody where root runs the tests: cage refuses root, and so does what must never need it."""
    return NOBODY if os.geteuid() == 0 else None


@pytest.fixture
def home(user: int | None) -> Iterator[Path]:
    """A home, and a folder of the session, which belong to that user alone."""
    with tempfile.TemporaryDirectory(prefix="kiosk-compositor-") as name:
        folder = Path(name)
        if user is not None:
            os.chown(folder, user, user)
        folder.chmod(0o700)
        yield folder


@pytest.fixture
def program(home: Path, user: int | None) -> Program:
    """Return the kiosk from source, on Wayland; for another user with the system's Python, if root's own is private."""
    environ = {
        **FROM_SOURCE.environ,
        "HOME": str(home),
        "XDG_RUNTIME_DIR": str(home),
        "QT_QPA_PLATFORM": "wayland",
        "PYTHONPATH": os.pathsep.join((str(ROOT), sysconfig.get_path("purelib"))),
    }
    for python in (sys.executable, f"/usr/bin/python{sys.version_info.major}.{sys.version_info.minor}"):
        found = Program((python, "-m", "kiosk"), environ, user)
        with suppress(OSError), (home / "version.txt").open("wb") as log:
            if found.start("--version", log=log).wait(30) == 0:
                return found
    pytest.skip("this checkout or its Python can be read by root alone")


def arguments(home: Path) -> list[str]:
    return ["run", "--content", str(ROOT / "content"), "--data", str(home / "data")]


def has_painted(home: Path) -> bool:
    """Whether somebody could have seen its first screen: the kiosk notes it in `runs.json`."""
    runs = home / "data" / "runs.json"
    return runs.exists() and b'"has_painted":true' in runs.read_bytes()


def kiosk_pid(home: Path) -> int:
    """Who holds the lock of the data folder, as QLockFile writes it."""
    return int((home / "data" / "kiosk.lock").read_text().splitlines()[0])


@pytest.fixture
def weston(home: Path, user: int | None) -> Iterator[subprocess.Popen[bytes]]:
    socket = home / "wayland"
    command = [
        "weston",
        f"--config={DEPLOY / 'weston.ini'}",
        "--backend=headless-backend.so",
        "--width=1280",
        "--height=720",
        f"--socket={socket.name}",
    ]
    log = (home / "weston.txt").open("wb")
    with log:
        server = subprocess.Popen(  # noqa: S603
            command,
            env={"PATH": os.environ["PATH"], "XDG_RUNTIME_DIR": str(home), "HOME": str(home)},
            stdout=log,
            stderr=log,
            user=user,
            group=user,
            extra_groups=None if user is None else [],
        )
        wait_until(socket.exists, "weston")
        yield server
        server.kill()
        server.wait(10)


@pytest.fixture
def in_weston(
    weston: subprocess.Popen[bytes], home: Path, program: Program
) -> Iterator[subprocess.Popen[bytes]]:
    with (home / "kiosk.txt").open("wb") as log:
        process = program.start(*arguments(home), log=log, WAYLAND_DISPLAY="wayland")
        wait_until(lambda: has_painted(home), "a painted screen in weston")
        yield process
        process.kill()
        process.wait(10)


@needs("weston")
def test_it_paints_in_weston_and_ends_with_its_own_code(
    in_weston: subprocess.Popen[bytes], home: Path
) -> None:
    in_weston.send_signal(signal.SIGTERM)
    assert in_weston.wait(10) == TERMINATED
    assert "Traceback" not in (home / "kiosk.txt").read_text()


@needs("weston")
def test_it_ends_with_a_code_to_be_started_again_when_weston_does(
    weston: subprocess.Popen[bytes], in_weston: subprocess.Popen[bytes], home: Path
) -> None:
    """And that is no bad end, of which three lead to safe mode."""
    weston.kill()
    assert in_weston.wait(20) not in {0, 4}
    (run,) = Runs(home / "data", lambda: datetime.now(UTC)).before
    assert not run.is_bad


@pytest.fixture
def start_in_cage(home: Path, program: Program) -> Iterator[Callable[[], subprocess.Popen[bytes]]]:
    started: list[subprocess.Popen[bytes]] = []
    headless = {"WLR_BACKENDS": "headless", "WLR_LIBINPUT_NO_DEVICES": "1", "WLR_RENDERER": "pixman"}
    cage = Program((str(DEPLOY / "run-in-cage"), *program.command), program.environ, program.user)
    with (home / "kiosk.txt").open("wb") as log:

        def start() -> subprocess.Popen[bytes]:
            started.append(cage.start(*arguments(home), log=log, RUNTIME_DIRECTORY=str(home), **headless))
            wait_until(lambda: has_painted(home), "a painted screen in cage")
            return started[0]

        yield start
        for process in started:
            process.terminate()  # it ends cage, which ends the kiosk
            process.wait(20)


@needs("cage", "Xwayland")
def test_it_paints_in_cage_which_ends_with_its_code(
    start_in_cage: Callable[[], subprocess.Popen[bytes]], home: Path
) -> None:
    process = start_in_cage()
    os.kill(kiosk_pid(home), signal.SIGTERM)
    assert process.wait(20) == TERMINATED
    assert list(home.glob("exit-code.*")) == []


@needs("cage", "Xwayland")
def test_cage_ends_when_its_service_is_stopped(
    start_in_cage: Callable[[], subprocess.Popen[bytes]], home: Path
) -> None:
    process, kiosk = start_in_cage(), kiosk_pid(home)
    process.terminate()
    process.wait(20)
    wait_until(lambda: not Path(f"/proc/{kiosk}").exists(), "the end of the kiosk")

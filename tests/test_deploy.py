"""What IT installs: units that systemd accepts, an update that switches by one rename, files that can be read."""

from __future__ import annotations

import configparser
import os
import plistlib
import re
import shutil
import subprocess
import sys
import tarfile
import tomllib
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from kiosk.ops.watchdog import FROZEN_SECONDS, START_SECONDS

DEPLOY = Path(__file__).parents[1] / "assets" / "deploy"
LINUX = DEPLOY / "linux"
UNITS = sorted(LINUX.glob("*.service"))
on_linux = pytest.mark.skipif(sys.platform != "linux", reason="systemd and its scripts are for Linux")

PROGRAM = """#!/bin/sh
case "$1" in
--version) echo "kiosk {version} (abc1234)" ;;
--self-test) echo "tested in $3" >>"$KIOSK_TESTED"; exit {code} ;;
esac
"""


class Server:
    """A machine on which `kiosk-update` is run; what it would find in /opt and /var lies in a folder."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.root = folder, folder / "opt"
        self.tested = folder / "tested.txt"

    def archive(self, version: str, *, code: int = 0) -> Path:
        """A bundle that says that it is this version, and whose own test ends with this code."""
        kiosk = self.folder / "made" / "kiosk"
        shutil.rmtree(kiosk, ignore_errors=True)
        kiosk.mkdir(parents=True)
        (kiosk / "kiosk").write_text(PROGRAM.format(version=version, code=code))
        (kiosk / "kiosk").chmod(0o755)
        (kiosk / "link").symlink_to("kiosk")
        file = self.folder / f"kiosk-{version}.tar.xz"
        with tarfile.open(file, "w:xz") as made:
            made.add(kiosk, "kiosk")
        return file

    def update(self, *arguments: object) -> tuple[int, str]:
        environ = {
            "PATH": os.environ["PATH"],
            "KIOSK_ROOT": str(self.root),
            "KIOSK_USER": "",
            "KIOSK_DATA": "/var/lib/kiosk",
            "KIOSK_TESTED": str(self.tested),
        }
        command = [str(LINUX / "kiosk-update"), *map(str, arguments)]
        done = subprocess.run(command, env=environ, capture_output=True, text=True, check=False)  # noqa: S603
        return done.returncode, done.stderr

    @property
    def current(self) -> str:
        link = self.root / "current"
        assert (link / "kiosk").is_file() or not link.is_symlink()
        return link.readlink().name if link.is_symlink() else ""

    @property
    def versions(self) -> list[str]:
        return sorted(path.name for path in (self.root / "versions").iterdir())


@pytest.fixture
def server(tmp_path: Path) -> Server:
    return Server(tmp_path)


@on_linux
def test_an_update_is_tested_by_itself_then_switched_to(server: Server) -> None:
    assert server.update(server.archive("1.0"))[0] == 0
    assert server.current == "1.0-abc1234"
    assert server.tested.read_text() == "tested in /var/lib/kiosk\n"
    assert server.update(server.archive("1.1"))[0] == 0
    assert server.current == "1.1-abc1234"
    assert (server.root / "current" / "link").is_symlink()  # a bundle is full of them


@on_linux
def test_going_back_is_the_same_and_can_be_undone(server: Server) -> None:
    server.update(server.archive("1.0"))
    assert server.update("--back") == (1, "kiosk-update: there is no version before this one\n")
    server.update(server.archive("1.1"))
    for expected in ("1.0-abc1234", "1.1-abc1234", "1.0-abc1234"):
        assert server.update("--back")[0] == 0
        assert server.current == expected


@on_linux
def test_what_fails_its_own_test_changes_nothing(server: Server) -> None:
    server.update(server.archive("1.0"))
    code, said = server.update(server.archive("1.1", code=1))
    assert code == 1
    assert "failed its own test; nothing has changed" in said
    assert (server.current, server.versions) == ("1.0-abc1234", ["1.0-abc1234"])


@on_linux
@pytest.mark.parametrize("kind", ["cut off", "no archive", "not there", "empty"])
def test_an_archive_that_is_none_changes_nothing(server: Server, kind: str) -> None:
    server.update(server.archive("1.0"))
    archive = server.archive("1.1")
    match kind:
        case "cut off":
            archive.write_bytes(archive.read_bytes()[:-200])
        case "no archive":
            archive.write_bytes(b"hello")
        case "empty":
            with tarfile.open(archive, "w:xz"):
                pass
        case _:
            archive.unlink()
    assert server.update(archive)[0] == 1
    assert (server.current, server.versions) == ("1.0-abc1234", ["1.0-abc1234"])


@on_linux
def test_the_last_three_versions_stay(server: Server) -> None:
    for number in range(6):
        server.update(server.archive(f"1.{number}"))
    assert server.versions == ["1.3-abc1234", "1.4-abc1234", "1.5-abc1234"]
    server.update("--back")
    assert server.current == "1.4-abc1234"


@on_linux
@pytest.mark.parametrize("step", ["tar", "chmod", "setpriv", "mv", "ln", "rm", "find"])
def test_an_update_that_is_cut_off_leaves_one_that_runs(server: Server, step: str) -> None:
    """The power goes at each of its steps: the old version is there, or the new one."""
    server.update(server.archive("1.0"))
    archive = server.archive("1.1")
    fake = server.folder / "bin"
    fake.mkdir()
    (fake / step).write_text("#!/bin/sh\nkill -9 $PPID\n")
    (fake / step).chmod(0o755)
    before = os.environ["PATH"]
    os.environ["PATH"] = f"{fake}:{before}"
    try:
        server.update(archive)
    finally:
        os.environ["PATH"] = before
    assert server.current in {"1.0-abc1234", "1.1-abc1234"}
    assert server.update(archive)[0] == 0
    assert server.current == "1.1-abc1234"
    assert server.versions == ["1.0-abc1234", "1.1-abc1234"]


@on_linux
@pytest.mark.parametrize("unit", UNITS, ids=lambda unit: str(unit.name))
def test_systemd_accepts_the_unit(tmp_path: Path, unit: Path) -> None:
    program = tmp_path / "program"
    program.write_text("#!/bin/sh\n")
    program.chmod(0o755)
    names = [unit.name, "kiosk-display.service"]
    for name, file in zip(names, [unit, LINUX / "kiosk-x11.service"], strict=True):
        text = re.sub(r"^(ExecStart=)\S+", rf"\g<1>{program}", file.read_text(), flags=re.MULTILINE)
        (tmp_path / name).write_text(text)
    done = subprocess.run(  # noqa: S603
        ["systemd-analyze", "verify", "--man=no", str(tmp_path / unit.name)],  # noqa: S607
        env={**os.environ, "SYSTEMD_UNIT_PATH": f"{tmp_path}:"},
        capture_output=True,
        text=True,
        check=False,
    )
    ours = [line for line in done.stderr.splitlines() if str(tmp_path) in line or line.startswith("kiosk")]
    assert (ours, done.returncode) == ([], 0)


@pytest.mark.parametrize("unit", ["kiosk.service", "kiosk-cage.service"])
def test_the_kiosk_is_started_again_but_after_0_and_4_and_never_stays_dead(unit: str) -> None:
    text = (LINUX / unit).read_text()
    for line in (
        "Type=notify",
        "Restart=always",
        "RestartPreventExitStatus=0 4",
        "RestartSec=200ms",
        "StartLimitIntervalSec=0",
        "LimitCORE=0",
    ):
        assert f"\n{line}\n" in text
    watch = re.search(r"WatchdogSec=(\d+)", text)
    start = re.search(r"TimeoutStartSec=(\d+)", text)
    assert watch
    assert start
    assert int(watch[1]) > FROZEN_SECONDS  # ours ends it first, and leaves a trace
    assert int(start[1]) > START_SECONDS


CAGE = """#!/bin/sh
shift 2
"$@" &
program=$!
trap 'kill -TERM "$program"' TERM
wait "$program"
exit 0
"""


@on_linux
@pytest.mark.parametrize("code", [0, 1, 4])
def test_in_cage_the_kiosks_own_exit_code_counts(tmp_path: Path, code: int) -> None:
    """Cage 0.1.4 ends with 0 whatever its program did."""
    (tmp_path / "cage").write_text(CAGE)
    (tmp_path / "cage").chmod(0o755)
    environ = {"PATH": f"{tmp_path}:{os.environ['PATH']}", "RUNTIME_DIRECTORY": str(tmp_path)}
    command = [str(LINUX / "run-in-cage"), "/bin/sh", "-c", f"exit {code}"]
    done = subprocess.run(command, env=environ, check=False)  # noqa: S603
    assert done.returncode == code
    assert {path.name for path in tmp_path.iterdir()} == {"cage"}


def test_the_files_for_other_systems_can_be_read() -> None:
    """They were never run there: this shows that they are what they say, and agree with our exit codes."""
    agent = plistlib.loads((DEPLOY / "macos" / "org.kiosk.kiosk.plist").read_bytes())
    assert agent["KeepAlive"] == {"SuccessfulExit": False}
    launcher = ET.parse(DEPLOY / "windows" / "shell-launcher.xml")  # noqa: S314 - our own file
    codes = {
        (each.get("ReturnCode"), each.get("Action")) for each in launcher.iter() if each.get("ReturnCode")
    }
    assert codes == {("0", "DoNothing"), ("4", "DoNothing")}
    weston = configparser.ConfigParser()
    weston.read(LINUX / "weston.ini")
    assert weston["core"]["idle-time"] == "0"


def test_a_unit_names_only_options_that_the_kiosk_has() -> None:
    from kiosk.cli import main  # noqa: PLC0415

    texts = [path.read_text(encoding="utf-8") for path in DEPLOY.rglob("*") if path.is_file()]
    options = {
        option for text in texts for option in re.findall(r"kiosk(?:\.exe)? run ((?:--\w+ \S+ ?)+)", text)
    }
    assert len(options) >= 2
    for line in options:
        with pytest.raises(SystemExit) as ended:
            main(["run", *line.split(), "--help"])
        assert ended.value.code == 0


def test_the_version_of_the_project_is_that_of_the_program() -> None:
    from kiosk import __version__  # noqa: PLC0415

    project = tomllib.loads((DEPLOY.parents[1] / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert project["version"] == __version__

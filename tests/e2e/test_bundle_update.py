"""A bundle that lost or changed a file, and the update from one to another (issue 12, parts 1, 2 and 4)."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tarfile
import tempfile
from dataclasses import replace
from pathlib import Path

import pytest

from kiosk import __version__
from tests.e2e.bundle import DEV_PY, Bundle, open_folders
from tests.e2e.machine import RunningKiosk, VirtualScreen

OLDER_DATA = Path(__file__).parents[1] / "samples_of_data" / "0.1.0"
pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="Xvfb and xdotool are Linux programs")


def test_qt_can_be_replaced(copy: Bundle) -> None:
    """LGPL-3.0, 4d: the file of that name is what is loaded; here one that is no library, then Qt's own again."""
    library = copy.folder / "_internal" / "PySide6" / "Qt" / "lib" / "libQt6Svg.so.6"
    own = library.rename(library.with_name("own"))
    library.write_bytes(b"no library")
    code, said = copy.run("--self-test")
    assert (code, "libQt6Svg.so.6" in said) == (1, True)
    own.replace(library)
    assert copy.run("--self-test")[0] == 0


def test_a_bundle_that_lost_files_fails_its_own_test(copy: Bundle) -> None:
    """As after a copy that was cut off; an update is refused then. The kiosk itself would run without these two."""
    lost = ("PySide6/Qt/plugins/texttospeech/libqtexttospeech_speechd.so", "assets/builtin/newest.json")
    for name in lost:
        (copy.folder / "_internal" / name).unlink()
    code, said = copy.run("--self-test")
    assert code == 1, said
    found = dict(line.split(": ", 1) for line in said.splitlines() if ": " in line)
    assert re.fullmatch(rf"FAILED: 2 of \d+ are missing: {re.escape(', '.join(lost))}", found["files"])
    assert found["read aloud"] == "FAILED: Qt finds no engine"


class Installed:
    """A machine on which `kiosk-update` has put the program; a kiosk there has data of an older version, and a PIN."""

    def __init__(self, bundle: Bundle, folder: Path) -> None:
        self.home, self.folder = bundle.home, folder
        self.data = Path(shutil.copytree(OLDER_DATA, bundle.home / "data"))
        for path in (self.data, *self.data.rglob("*")):
            path.chmod(0o777)
        self.program = replace(bundle.program, command=(str(folder / "current" / "kiosk"),))

    def update(self, *arguments: object) -> str:
        """Return the version that runs from now on."""
        script = DEV_PY.parent / "assets" / "deploy" / "linux" / "kiosk-update"
        places = {"KIOSK_ROOT": str(self.folder), "KIOSK_USER": "", "KIOSK_DATA": str(self.data)}
        done = subprocess.run(  # noqa: S603
            [str(script), *map(str, arguments)],
            env={**os.environ, **places},
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        return (self.folder / "current").readlink().name

    def shows_what_was_kept(self) -> None:
        """The copy of a content folder that is not there, and Ctrl+Q, which ends it where no PIN is set."""
        places = ("--content", "/content", "--data", str(self.data))
        settings = ("--settings", str(self.data / "machine.toml"))
        log = self.home / "log.txt"
        with (
            VirtualScreen() as screen,
            RunningKiosk(screen, *places, *settings, log=log, program=self.program) as kiosk,
        ):
            kiosk.wait_for("Kiosk")
            screen.key("ctrl+q")
            screen.click(640, 200)
            kiosk.wait_for("Knees bend, 1 of 1")


def packed(folder: Path, commit: str, place: Path) -> Path:
    """An archive of this bundle as if it had been built from that commit; packed in haste."""
    kiosk = place / commit / "kiosk"
    shutil.copytree(folder, kiosk, symlinks=True, copy_function=os.link)
    open_folders(kiosk)
    told = kiosk / "_internal" / "assets" / "commit.txt"
    told.unlink(missing_ok=True)
    told.write_text(commit, encoding="ascii")
    archive = place / f"{commit}.tar.xz"
    with tarfile.open(archive, "w:xz", preset=0) as made:
        made.add(kiosk, "kiosk")
    return archive


@pytest.mark.long
def test_an_update_and_going_back_keep_content_pin_and_copies(bundle: Bundle) -> None:
    """Issue 12, part 4, with the real program; tests/test_deploy.py cuts the power at each step."""
    with tempfile.TemporaryDirectory(prefix="kiosk-installed-") as name:
        place = Path(name)
        place.chmod(0o755)
        installed = Installed(bundle, place / "opt")
        kept = {path.name for path in (installed.data / "snapshots").iterdir()}
        settings = (installed.data / "machine.toml").read_bytes()
        for step, version in (
            (packed(bundle.folder, "abc0001", place), f"{__version__}-abc0001"),
            (packed(bundle.folder, "abc0002", place), f"{__version__}-abc0002"),
            ("--back", f"{__version__}-abc0001"),
        ):
            assert installed.update(step) == version
            installed.shows_what_was_kept()
            assert {path.name for path in (installed.data / "snapshots").iterdir()} == kept
            assert (installed.data / "machine.toml").read_bytes() == settings

"""The bundle, built once for all tests that try it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tests.e2e.bundle import DEV_PY, NOBODY, Bundle, fingerprint, open_folders
from tests.e2e.machine import Program


@pytest.fixture(scope="session")
def folder() -> Iterator[Path]:
    """Build as a developer does, then move the bundle away from where it was built."""
    with tempfile.TemporaryDirectory(prefix="kiosk-bundle-") as name:
        place = Path(name)
        place.chmod(0o755)
        build = [sys.executable, str(DEV_PY), "build", "--out", str(place)]
        done = subprocess.run(build, capture_output=True, text=True, check=False, timeout=600)  # noqa: S603
        assert done.returncode == 0, done.stderr
        assert done.stdout.startswith(f"{place / 'kiosk'} (")
        found = (place / "kiosk").rename(place / "Klinik é bundle")
        for path in (found, *found.rglob("*")):
            if not path.is_symlink():
                path.chmod(path.stat().st_mode & ~0o222)
        yield found


@pytest.fixture
def bundle(folder: Path) -> Iterator[Bundle]:
    """Give each test an empty home; root becomes nobody, for whom alone read-only files are read-only."""
    before = fingerprint(folder)
    with tempfile.TemporaryDirectory(prefix="kiosk home ") as home:
        user = NOBODY if os.geteuid() == 0 else None
        if user is not None:
            os.chown(home, user, user)
        environ = {"HOME": home, "PATH": home}
        yield Bundle(folder, Path(home), Program((str(folder / "kiosk"),), environ, user))
    assert fingerprint(folder) == before


@pytest.fixture
def copy(bundle: Bundle) -> Iterator[Bundle]:
    """The same files by links, so that some can be taken away or put in their place."""
    with tempfile.TemporaryDirectory(prefix="kiosk-copy-") as name:
        Path(name).chmod(0o755)
        folder = Path(name) / "kiosk"
        shutil.copytree(bundle.folder, folder, symlinks=True, copy_function=os.link)
        open_folders(folder)
        program = replace(bundle.program, command=(str(folder / "kiosk"),))
        yield replace(bundle, folder=folder, program=program)

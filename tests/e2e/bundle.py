"""A bundle as a test gets it: read-only, for a user with an empty home, who has no Python."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

from tests.e2e.machine import Program

DEV_PY = Path(__file__).parents[2] / "dev.py"
NOBODY = 65534


@dataclass(frozen=True)
class Bundle:
    """`folder` holds the executable and cannot be written; `home` is empty at first and can."""

    folder: Path
    home: Path
    program: Program

    def run(self, *arguments: str) -> tuple[int, str]:
        """Run a command to its end; return its exit code and all that it said."""
        log = self.home / "log.txt"
        with log.open("wb") as file, self.program.start(*arguments, log=file) as process:
            try:
                code = process.wait(180)
            finally:
                process.kill()
        return code, log.read_text(encoding="utf-8")


def fingerprint(folder: Path) -> dict[str, str]:
    return {
        str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else ""
        for path in folder.rglob("*")
    }


def open_folders(folder: Path) -> None:
    """Let files be taken out of a copy of a bundle, and put into it."""
    for path in (folder, *folder.rglob("*")):
        if path.is_dir() and not path.is_symlink():
            path.chmod(0o755)

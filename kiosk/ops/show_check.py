"""`Check my content`, which lies beside the program: a double click says what is wrong, in the system's text editor."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path


def show_text(text: str, folder: Path, open_file: Callable[[Path], None] | None = None) -> bool:
    """Write the text into this folder of the kiosk's own, for Notepad too, and open it; False where that fails."""
    from kiosk.core.content.snapshot import write_whole  # noqa: PLC0415 - `run` starts without it

    path = folder / "Check my content.txt"
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        write_whole(path, text.replace("\n", "\r\n").encode("utf-8-sig"))
        (open_file or _open_as_a_double_click_would)(path)
    except OSError:
        return False
    return True


def _open_as_a_double_click_would(path: Path) -> None:
    """Raises OSError where this system has no way to open a text."""
    if sys.platform == "win32":
        os.startfile(path)  # noqa: S606 - a text that was written a moment ago
        return
    opener = "open" if sys.platform == "darwin" else "xdg-open"
    subprocess.run([opener, str(path)], check=False, timeout=20)  # noqa: S603 - a text that was written a moment ago

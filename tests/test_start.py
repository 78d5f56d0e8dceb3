"""What is loaded before the first screen is painted: every module costs time, so each has a reason."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]

PACKAGES = {
    "PySide6": "draws",
    "shiboken6": "PySide6's own",
    "shibokensupport": "PySide6's own",
    "signature_bootstrap": "PySide6's own",
    "__feature__": "PySide6's own",
    "msgspec": "reads the kiosk's copy of the content, and every screen and event is one of its structs",
    "platformdirs": "knows where this system keeps settings and data",
    "typing_extensions": "taken by msgspec where it is installed; the bundle leaves it out",
    "_distutils_hack": "of the virtual environment",
    "sitecustomize": "of the system's Python",
}
QT = {"QtCore", "QtGui", "QtWidgets", "QtSvg"}
PAGES = {"of_view", "page", "attract"}

PROGRAM = """
import builtins, sys
from PySide6.QtWidgets import QApplication
def painted(self):
    self.processEvents()
    print(*sys.modules, builtins.__import__.__name__, sep="\\n")
    return 0
QApplication.exec = painted
from kiosk.cli import main
main(["run", "--windowed", "1920x1080", *sys.argv[1:]])
"""


def _loaded(data: Path) -> list[str]:
    settings = data / "machine.toml"
    settings.write_text("repeat_guard = 0.3\n")
    command = [
        sys.executable,
        "-c",
        PROGRAM,
        "--content",
        "content",
        "--data",
        str(data),
        "--settings",
        str(settings),
    ]
    done = subprocess.run(  # noqa: S603
        command,
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout.split()


def test_a_start_from_the_last_copy_loads_what_the_cover_needs_and_no_more(tmp_path: Path) -> None:
    _loaded(tmp_path)  # makes the copy
    names = _loaded(tmp_path)
    ours = {name.removeprefix("kiosk.") for name in names if name.startswith("kiosk")}
    others = {name.partition(".")[0] for name in names} - {"kiosk", "__main__"}
    assert others - sys.stdlib_module_names <= PACKAGES.keys() | {"__lazy_import__"}
    assert {name.split(".")[1] for name in names if name.startswith("PySide6.Qt")} == QT
    assert {name.removeprefix("ui.pages.") for name in ours if name.startswith("ui.pages.")} == PAGES
    assert not ours & {
        "core.content.folder",
        "core.content.files",
        "core.content.toml_lines",
        "ui.chime_player",
    }
    assert not {
        "difflib",
        "dataclasses",
        "json",
        "multiprocessing",
        "PIL",
        "markdown_it",
        "pptx",
        "lxml",
    } & set(names)


def test_no_module_is_read_for_features_of_pyside_that_nobody_asks_for(tmp_path: Path) -> None:
    assert "__feature_import__" not in _loaded(tmp_path)

"""`kiosk --self-test` passes here, and names what is missing where something is."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QLibraryInfo
from PySide6.QtWidgets import QApplication

from kiosk.cli import main
from kiosk.ops import self_test as tested
from kiosk.ops.qt_plugins import Tried, try_plugins
from tests.e2e.machine import PATIENCE

ROOT = Path(__file__).parents[2]
SAMPLE = Path(__file__).with_name("cut_off_bundle")


def test_all_parts_of_this_program_work_and_only_its_own_folder_is_written(tmp_path: Path) -> None:
    """As a process without a display, as an update calls it."""
    home = tmp_path / "home"
    home.mkdir()
    environ = {
        **{name: value for name, value in os.environ.items() if name not in {"DISPLAY", "QT_QPA_PLATFORM"}},
        "HOME": str(home),
    }
    command = [sys.executable, "-m", "kiosk", "--self-test", "--data", str(tmp_path / "data")]
    done = subprocess.run(  # noqa: S603
        command, env=environ, cwd=ROOT, capture_output=True, text=True, timeout=2 * PATIENCE, check=False
    )
    assert done.stdout.endswith("All parts work.\n"), done.stdout + done.stderr
    assert (done.returncode, done.stderr) == (0, "")
    assert list((tmp_path / "data").iterdir()) == []


def fails() -> None:
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


FAULTS: list[tuple[str, str, object, str]] = [
    ("kiosk.ui.fonts.load_fonts", "fonts and icons", lambda: False, "a typeface is missing"),
    ("kiosk.ui.icons.icons", "fonts and icons", lambda: None, "the icons are missing"),
    (
        "kiosk.ops.self_test.builtin_folder",
        "built-in topic",
        lambda: Path("nowhere"),
        "it is missing or damaged",
    ),
    (
        "kiosk.ops.self_test.builtin_folder",
        "first screen",
        lambda: Path("nowhere"),
        "there is no topic to show",
    ),
    (
        "kiosk.ops.import_process.import_command",
        "importer",
        lambda: ["false"],
        "it ended with code 1 and no copy",
    ),
    (
        "kiosk.core.content.snapshot.write_whole",
        "data folder",
        lambda *_: fails(),
        "cannot be written: No space",
    ),
    ("kiosk.core.content.snapshot.write_whole", "data folder", lambda *_: None, "No such file"),
    ("kiosk.ops.self_test.bad_pair", "program", lambda *_: "it would abort.", "it would abort."),
    ("kiosk.ops.self_test.program_folder", "files", lambda: SAMPLE, "1 of 2 are missing: assets/gone.txt"),
    ("kiosk.ops.qt_plugins.try_plugins", "plugins", lambda _: Tried(set(), []), "there is none for pictures"),
    (
        "kiosk.ops.qt_plugins.try_plugins",
        "plugins",
        lambda kind: Tried({"qjpeg", "qoffscreen"}, ["no libxcb"] if kind == "platforms" else []),
        "no libxcb",
    ),
    (
        "kiosk.ops.qt_plugins.try_plugins",
        "plugins",
        lambda kind: Tried({"qjpeg", "qxcb"}, ["no libwebp"] if kind == "imageformats" else []),
        "no libwebp",
    ),
]


@pytest.mark.parametrize(("place", "part", "fault", "said"), FAULTS)
def test_what_does_not_work_is_named_and_the_rest_is_tried(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    qapp: QApplication,
    place: str,
    part: str,
    fault: Callable[..., object],
    said: str,
) -> None:
    monkeypatch.setattr(place, fault)
    parts = dict(tested._tests(tmp_path / "data"))
    monkeypatch.setattr(tested, "_tests", lambda _: ((part, parts[part]), ("another", lambda: "fine")))
    assert main(["--self-test", "--data", str(tmp_path / "data")]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith(f"{part}: FAILED: ")
    assert said in lines[0]
    assert lines[1:] == ["another: fine", "1 of its parts do not work."]


IN_A_BUNDLE: list[tuple[str, str, Callable[..., object], str]] = [
    ("files", "program_folder", lambda: Path("nowhere"), "the list of them is missing"),
    ("read aloud", "qt_plugins.try_plugins", lambda _: Tried(set(), []), "Qt finds no engine"),
    ("read aloud", "qt_plugins.try_plugins", lambda _: Tried(set(), ["no libspeechd"]), "no libspeechd"),
]


@pytest.mark.parametrize(("part", "place", "fault", "said"), IN_A_BUNDLE)
def test_what_a_bundle_brings_may_be_missing_in_a_checkout_alone(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    part: str,
    place: str,
    fault: Callable[..., object],
    said: str,
) -> None:
    monkeypatch.setattr(f"kiosk.ops.{place}" if "." in place else f"kiosk.ops.self_test.{place}", fault)
    test = dict(tested._tests(tmp_path))[part]
    assert test()
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    with pytest.raises(tested.Failed, match=said):
        test()


def test_a_plugin_that_cannot_be_loaded_is_told_with_what_it_lacks(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qapp: QApplication
) -> None:
    suffix = {"win32": ".dll", "darwin": ".dylib"}.get(sys.platform, ".so")
    (tmp_path / "platforms").mkdir()
    for name in ("libqxcb", "libqvnc"):  # the second is none of the kiosk's
        (tmp_path / "platforms" / f"{name}{suffix}").write_bytes(b"no library")
    monkeypatch.setattr(QLibraryInfo, "path", lambda _: str(tmp_path))
    tried = try_plugins("platforms")
    assert tried.good == set()
    (reason,) = tried.reasons
    assert "libqxcb" in reason


def test_an_option_that_it_does_not_know_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--self-test", "--now"]) == 2
    assert "--data DIR" in capsys.readouterr().err

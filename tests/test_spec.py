"""`build_spec.spec` as each system would read it, with PyInstaller's own steps left out.

Only Linux was ever built. For Windows and macOS this shows that their branches can be read, and what they ask for.
"""

from __future__ import annotations

import importlib
import os
import plistlib
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any

import pytest

from kiosk import __version__
from kiosk.ops.qt_plugins import PLUGINS

ROOT = Path(__file__).parents[1]
SPEC = ROOT / "build_spec.spec"


class Build:
    """What the spec asked PyInstaller for on one system, and what it put beside the program."""

    def __init__(self, folder: Path) -> None:
        self.beside = folder / "dist" / "kiosk"
        self.asked: dict[str, dict[str, Any]] = {}
        self.names: dict[str, Any] = {
            "SPECPATH": str(ROOT),
            "DISTPATH": str(folder / "dist"),
            "workpath": str(folder),
            "Analysis": self.step(
                "Analysis",
                datas=[("a.txt", "/a.txt", "DATA"), ("translations/a.qm", "/a.qm", "DATA")],
                binaries=[("PySide6/a.so", "/PySide6/a.so", "BINARY")],
                scripts=[("pyi_rth_inspect", "", ""), ("__main__", "", "")],
                pure=[],
            ),
            "PYZ": self.step("PYZ"),
            "EXE": self.step("EXE"),
            "COLLECT": self.step("COLLECT", made=self.beside / "_internal"),
            "BUNDLE": self.step("BUNDLE", made=folder / "dist" / "kiosk.app"),
        }

    def step(self, name: str, made: Path | None = None, **result: object) -> Callable[..., SimpleNamespace]:
        def ask(*given: object, **asked: object) -> SimpleNamespace:
            self.asked[name] = {**asked, "given": given}
            if made:
                made.mkdir(parents=True)
            return SimpleNamespace(**result)

        return ask


@pytest.fixture
def build_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], Build]:
    qt = importlib.import_module("PyInstaller.utils.hooks.qt").pyside6_library_info
    monkeypatch.setattr(qt, "collect_plugins", qt.collect_plugins)  # the spec puts its own there
    monkeypatch.setattr("assets.packaging.notices.write", lambda *_: None)
    # What writes into programs, on Windows alone.
    monkeypatch.setitem(sys.modules, "pefile", ModuleType("pefile"))
    monkeypatch.setattr("PyInstaller.compat.win32api", ModuleType("win32api"), raising=False)
    monkeypatch.setattr(sys, "path", list(sys.path))

    def build(platform: str) -> Build:
        found = Build(tmp_path)
        with monkeypatch.context() as there:
            there.setattr(sys, "platform", platform)
            exec(compile(SPEC.read_text(encoding="utf-8"), SPEC, "exec"), found.names)  # noqa: S102 - our own
        return found

    return build


SYSTEMS = ("linux", "win32", "darwin")


@pytest.mark.parametrize("platform", SYSTEMS)
def test_on_every_system_it_is_one_folder_that_nothing_packs(
    build_on: Callable[[str], Build], platform: str
) -> None:
    build = build_on(platform)
    program, folder = build.asked["EXE"], build.asked["COLLECT"]
    is_linux = platform == "linux"
    assert program["exclude_binaries"]
    assert (program["upx"], folder["upx"]) == (False, False)
    assert (program["strip"], folder["strip"]) == (is_linux, is_linux)
    assert ("BUNDLE" in build.asked) is (platform == "darwin")


@pytest.mark.parametrize("platform", SYSTEMS)
def test_what_is_unused_is_left_out_and_the_rest_is_listed(
    build_on: Callable[[str], Build], platform: str, tmp_path: Path
) -> None:
    build = build_on(platform)
    _, _, datas = build.asked["COLLECT"]["given"]
    assert [name for name, _, _ in datas] == ["a.txt", "assets/files.txt"]
    assert (tmp_path / "files.txt").read_text().splitlines() == ["PySide6/a.so", "a.txt"]
    assert [name for name, _, _ in build.asked["EXE"]["given"][1]] == ["__main__"]
    assert ("PySide6.QtPrintSupport" in build.asked["Analysis"]["excludes"]) is (platform != "win32")


def test_only_the_plugins_of_the_list_are_taken(build_on: Callable[[str], Build]) -> None:
    build = build_on("linux")
    chosen = build.names["chosen_plugins"]
    offered = {
        "platforms": ["platforms/libqxcb.so", "platforms/libqvnc.so", "platforms/qwindows.dll"],
        "imageformats": ["imageformats/libqtiff.so", "imageformats/libqsvg.dylib"],
        "sqldrivers": ["sqldrivers/libqsqlite.so"],
    }

    def taken(kind: str) -> list[str]:
        return [file for file, _ in chosen(kind, lambda kind: [(file, kind) for file in offered[kind]])]

    assert taken("platforms") == ["platforms/libqxcb.so", "platforms/qwindows.dll"]
    assert taken("imageformats") == ["imageformats/libqsvg.dylib"]
    assert taken("sqldrivers") == []
    assert not any("mock" in name for names in PLUGINS.values() for name in names)


def test_windows_gets_an_icon_its_version_and_a_double_click(build_on: Callable[[str], Build]) -> None:
    build = build_on("win32")
    program = build.asked["EXE"]
    assert Path(program["icon"]).is_file()
    assert (program["console"], program["hide_console"]) == (True, "hide-early")
    details = program["version"].toRaw().decode("utf-16-le", errors="replace")
    for text in ("ProductVersion", __version__, "kiosk.exe", "MIT licence"):
        assert text in details
    assert "kiosk.exe" in (build.beside / "Check my content.cmd").read_text()


def test_macos_gets_an_application_beside_its_content(build_on: Callable[[str], Build]) -> None:
    build = build_on("darwin")
    application = build.asked["BUNDLE"]
    assert (application["version"], application["name"]) == (__version__, "kiosk.app")
    assert Path(application["icon"]).is_file()
    assert application["info_plist"]["NSHighResolutionCapable"]
    assert plistlib.loads(Path(build.asked["EXE"]["entitlements_file"]).read_bytes())
    assert {path.name for path in build.beside.iterdir()} == {"kiosk.app", "Check my content.command"}
    assert os.access(build.beside / "Check my content.command", os.X_OK)

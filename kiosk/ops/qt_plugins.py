"""What of Qt's plugins the kiosk uses, on any system: the bundle takes these, and its self-test tries them."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

# QSoundEffect needs none of `multimedia`, widgets no OpenGL.
PLUGINS = {
    "iconengines": {"qsvgicon"},
    "imageformats": {"qgif", "qjpeg", "qsvg", "qwebp"},
    "platforminputcontexts": {"composeplatforminputcontextplugin"},
    "platforms": {"qcocoa", "qminimal", "qoffscreen", "qwayland", "qwindows", "qxcb"},
    "styles": {"qmacstyle", "qmodernwindowsstyle"},
    "texttospeech": {
        f"qtexttospeech_{name}" for name in ("sapi", "speechd", "speechdarwin", "winrt")
    },  # never "mock"
    "wayland-decoration-client": {"bradient"},
    "wayland-shell-integration": {"fullscreen-shell-v1", "xdg-shell"},
}
SCREENS = {"qcocoa", "qwayland", "qwindows", "qxcb"}
"""Those of `platforms` that show something."""


class Tried(NamedTuple):
    """The plugins of a kind that could be loaded, and for each of the others a sentence that says why not."""

    good: set[str]
    reasons: list[str]


def name_of(file: Path) -> str:
    return file.stem.removeprefix("lib")


def is_used(kind: str, file: Path) -> bool:
    return name_of(file) in PLUGINS.get(kind, ())


def try_plugins(kind: str) -> Tried:
    """Load those that are here, so that what they need of the system is found missing before somebody waits."""
    from PySide6.QtCore import QLibraryInfo, QPluginLoader  # noqa: PLC0415, TID251 - not for the build

    tried = Tried(set(), [])
    folder = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.PluginsPath)) / kind
    for file in sorted(folder.glob("*")):
        if not is_used(kind, file):
            continue
        loader = QPluginLoader(str(file))
        if loader.load():
            tried.good.add(name_of(file))
        else:
            tried.reasons.append(loader.errorString())
    return tried

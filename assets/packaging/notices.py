"""THIRD-PARTY.md of a bundle: whose work is in it, under which licence, and how Qt's libraries are replaced.

Written by the build from the files that PyInstaller really took. A file of nobody, or work without a licence, ends it.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import sysconfig
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.metadata import Distribution, distributions
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[2]
HERE = Path(__file__).parent
TEXTS = HERE / "licenses"
LGPL = (TEXTS / "LGPL-3.0.txt", TEXTS / "GPL-3.0.txt")
TEXTS_THAT_WHEELS_LACK = {
    "PySide6_Essentials": (*LGPL, TEXTS / "ICU.txt"),
    "PySide6_Addons": LGPL,
    "shiboken6": LGPL,
    "QtAwesome": (TEXTS / "Phosphor.txt",),
}
KIOSK, PYTHON = "kiosk", "Python"
_LICENCE_FILE = re.compile(r"(licen[cs]e|copying|notice|authors)", re.IGNORECASE)
_SYSTEM = """
## Libraries of the system it was built on

| library | from | version |
|---|---|---|
{libraries}
"""


class NoLicence(Exception):  # noqa: N818 - says what, in a sentence
    pass


class Package(NamedTuple):
    """Of the system: its name, its version, and the text with its licence."""

    name: str
    version: str
    text: Path


def write(bundle: Path, entries: Iterable[tuple[str, str, str]]) -> None:
    """Write THIRD-PARTY.md and licenses/ into the folder, for what PyInstaller took as (name, source, kind)."""
    whose, libraries = owners(entries)
    licenses = bundle / "licenses"
    shutil.rmtree(licenses, ignore_errors=True)
    _copy(_python_licence(), licenses / PYTHON)
    rows = [f"| {PYTHON} | {sys.version.split()[0]} | PSF-2.0 |"]
    for name in sorted(whose, key=str.lower):
        found = whose[name]
        rows.append(f"| {name} | {found.version} | {licence_of(found)} |")
        for text in texts_of(found):
            _copy(text, licenses / name)
    for package in set(libraries.values()):
        _copy(package.text, licenses / package.name)
    lines = [f"| {file} | {found.name} | {found.version} |" for file, found in sorted(libraries.items())]
    version = whose["PySide6_Essentials"].version
    on_windows = sys.platform == "win32"
    form = (HERE / "third-party.md").read_text(encoding="utf-8")
    written = form.format(
        qt=version,
        series=version.rpartition(".")[0],
        libraries="_internal/PySide6" if on_windows else "_internal/PySide6/Qt/lib",
        plugins="_internal/PySide6/plugins" if on_windows else "_internal/PySide6/Qt/plugins",
        packages="\n".join(rows),
    )
    written += _SYSTEM.format(libraries="\n".join(lines)) if lines else ""
    (bundle / "THIRD-PARTY.md").write_text(written, encoding="utf-8")


def owners(entries: Iterable[tuple[str, str, str]]) -> tuple[dict[str, Distribution], dict[str, Package]]:
    """Whose each file is: the distributions by name, and the libraries of the system. Raises NoLicence."""
    of_file = _files_of_distributions()
    whose = {"pyinstaller": Distribution.from_name("pyinstaller")}  # its start of the program is in each
    libraries: dict[str, Package] = {}
    for name, source, kind in entries:
        if kind == "SYMLINK" or source in {"", "-", None}:
            continue
        file = os.path.realpath(source)
        if found := of_file.get(file):
            whose[found.name] = found
        elif not (Path(file).is_relative_to(ROOT) or _is_of_python(Path(file))):
            libraries[Path(name).name] = package_of(Path(file).name)
    return whose, libraries


def licence_of(found: Distribution) -> str:
    """In a word or two, as it says itself. Raises NoLicence."""
    said = found.metadata
    own = [text for field in ("License-Expression", "License") for text in said.get_all(field) or []]
    kinds = [
        kind.rpartition(" :: ")[2]
        for kind in said.get_all("Classifier") or []
        if kind.startswith("License :: ")
    ]
    licence = next((text for text in own if text), ", ".join(kinds))
    if not licence or licence == "UNKNOWN":
        raise NoLicence(f"{found.name} {found.version} does not say under which licence it is")
    return " ".join(licence.splitlines()[0].split())


def texts_of(found: Distribution) -> list[Path]:
    """The files with its licence. Raises NoLicence."""
    own = [
        Path(str(file.locate()))
        for file in found.files or []
        if ".dist-info" in file.parts[0] and _LICENCE_FILE.match(file.name)
    ]
    texts = [*own, *TEXTS_THAT_WHEELS_LACK.get(found.name, ())]
    if not texts:
        raise NoLicence(f"{found.name} {found.version} brings no text of its licence")
    return texts


def _copy(text: Path, folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(text, folder / text.name)


def _files_of_distributions() -> Mapping[str, Distribution]:
    return {
        os.path.realpath(str(file.locate())): found
        for found in distributions()
        if found.name != KIOSK
        for file in found.files or []
    }


def _is_of_python(file: Path) -> bool:
    places = [Path(os.path.realpath(sysconfig.get_path(name))) for name in ("stdlib", "platstdlib")]
    if Path(sys.base_prefix) != Path("/usr"):  # there all other libraries lie as well
        places.append(Path(os.path.realpath(sys.base_prefix)))
    return file.name.startswith("libpython") or any(file.is_relative_to(place) for place in places)


def _python_licence() -> Path:
    stdlib = Path(sysconfig.get_path("stdlib"))
    doc = Path(f"/usr/share/doc/python{sys.version_info[0]}.{sys.version_info[1]}/copyright")
    for text in (stdlib / "LICENSE.txt", Path(sys.base_prefix) / "LICENSE.txt", doc):
        if text.is_file():
            return text
    raise NoLicence("this Python brings no text of its licence")


@cache
def package_of(library: str) -> Package:
    """Whose a library of this system is. Raises NoLicence."""
    if not shutil.which("dpkg-query"):
        raise NoLicence(f"{library} is a library of this system: build where dpkg can say whose it is")
    found = _dpkg("--search", f"*/{library}").partition(":")[0]
    text = Path("/usr/share/doc") / found / "copyright"
    if not found or not text.is_file():
        raise NoLicence(f"nobody knows whose {library} is")
    return Package(found, _dpkg("--show", "--showformat=${Version}", found), text)


def _dpkg(*words: str) -> str:
    return subprocess.run(["dpkg-query", *words], capture_output=True, text=True, check=False).stdout.strip()  # noqa: S603, S607

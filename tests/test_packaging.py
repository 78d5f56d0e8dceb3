"""What the build writes beside the program: whose work is in it, what it costs, an archive that is always the same."""

from __future__ import annotations

import os
import shutil
import sys
import tarfile
from importlib.metadata import Distribution
from pathlib import Path

import pytest
from PIL import Image

from assets.packaging import closure, notices
from assets.packaging.archive import pack
from assets.packaging.icon import FOLDER, MACOS, WINDOWS, write
from assets.packaging.sizes import part_of, sizes, table
from tests.likeness import look_alike

on_debian = pytest.mark.skipif(not shutil.which("dpkg-query"), reason="only dpkg says whose a library is")
A_TIME = 1_800_000_000


def made_distribution(folder: Path, metadata: str, *texts: str) -> Distribution:
    """A package that was never installed, with these texts beside its metadata."""
    place = folder / "thing-1.dist-info"
    place.mkdir()
    (place / "METADATA").write_text(f"Metadata-Version: 2.4\nName: thing\nVersion: 1\n{metadata}\n")
    for text in texts:
        (place / text).write_text("You may.")
    (place / "RECORD").write_text("".join(f"thing-1.dist-info/{name},,\n" for name in ("METADATA", *texts)))
    return Distribution.at(place)


def entry_of(module: object) -> tuple[str, str, str]:
    file = getattr(module, "__file__", "")
    return ("any name", str(file), "PYMODULE")


# --- whose work is in it ---


@pytest.mark.parametrize(
    ("metadata", "licence"),
    [
        ("License-Expression: MIT", "MIT"),
        ("License: BSD\nClassifier: License :: OSI Approved :: MIT License", "BSD"),
        ("Classifier: License :: OSI Approved :: MIT License", "MIT License"),
    ],
)
def test_a_licence_is_called_as_its_package_calls_it(tmp_path: Path, metadata: str, licence: str) -> None:
    assert notices.licence_of(made_distribution(tmp_path, metadata)) == licence


@pytest.mark.parametrize("metadata", ["", "License: UNKNOWN", "Classifier: Typing :: Typed"])
def test_work_without_a_licence_ends_the_build(tmp_path: Path, metadata: str) -> None:
    with pytest.raises(notices.NoLicence, match="thing 1 does not say under which licence it is"):
        notices.licence_of(made_distribution(tmp_path, metadata))


def test_a_licence_without_its_text_ends_the_build(tmp_path: Path) -> None:
    with pytest.raises(notices.NoLicence, match="thing 1 brings no text of its licence"):
        notices.texts_of(made_distribution(tmp_path, "License-Expression: MIT"))


def test_the_text_of_a_licence_lies_beside_the_metadata(tmp_path: Path) -> None:
    found = made_distribution(tmp_path, "License-Expression: MIT", "LICENSE", "NOTICE.txt", "readme.txt")
    assert [text.name for text in notices.texts_of(found)] == ["LICENSE", "NOTICE.txt"]


def test_each_file_is_traced_to_the_package_that_brought_it() -> None:
    import msgspec  # noqa: PLC0415 - three that are whose they are
    from PySide6 import QtCore  # noqa: PLC0415

    from kiosk import cli  # noqa: PLC0415

    entries = [entry_of(each) for each in (msgspec, QtCore, os, cli)]
    whose, libraries = notices.owners(
        [*entries, ("a link", "../nowhere.so", "SYMLINK"), ("no file", "-", "PYMODULE")]
    )
    assert set(whose) == {"msgspec", "PySide6_Essentials", "pyinstaller"}
    assert libraries == {}


@on_debian
def test_a_library_of_the_system_is_traced_to_its_package() -> None:
    found = notices.package_of("libc.so.6")
    assert found.name.startswith("libc6")
    assert found.version[0].isdigit()
    assert "LGPL" in found.text.read_text(encoding="utf-8")


@on_debian
def test_a_file_of_nobody_ends_the_build(tmp_path: Path) -> None:
    (tmp_path / "libnobody.so.1").touch()
    with pytest.raises(notices.NoLicence, match=r"nobody knows whose libnobody\.so\.1 is"):
        notices.owners([("libnobody.so.1", str(tmp_path / "libnobody.so.1"), "BINARY")])


# --- which libraries ---


def test_a_library_goes_in_when_something_in_there_needs_it(monkeypatch: pytest.MonkeyPatch) -> None:
    needs = {
        "QtCore": ["libused.so.1", "libstdc++.so.6"],
        "libused.so.1": ["libdeep.so.2"],
        "libunused.so.1": ["libonly-for-unused.so.1"],
    }
    names = [*needs, "libdeep.so.2", "libonly-for-unused.so.1", "libstdc++.so.6", "libpython3.11.so.1.0"]
    entries = [(f"PySide6/{name}" if name == "QtCore" else name, name, "BINARY") for name in names]
    links = [("libunused.so", "libunused.so.1", "SYMLINK")]
    monkeypatch.setattr(closure, "_names_in", lambda file: needs.get(file, []))
    kept = {name for name, _, _ in closure.needed([*entries, *links])}
    assert kept == {"PySide6/QtCore", "libused.so.1", "libdeep.so.2", "libpython3.11.so.1.0"}


# --- the archive ---


@pytest.fixture
def bundle(tmp_path: Path) -> Path:
    folder = tmp_path / "kiosk"
    (folder / "_internal" / "PySide6").mkdir(parents=True)
    (folder / "content" / "topic").mkdir(parents=True)
    for name, text in (
        ("kiosk", "program"),
        ("_internal/PySide6/libQt6Core.so.6", "Qt" * 100),
        ("LICENSE", "MIT"),
    ):
        (folder / name).write_text(text)
    (folder / "content" / "topic" / "1.md").write_text("# One")
    (folder / "kiosk").chmod(0o700)
    (folder / "Check my content").symlink_to("kiosk")
    if sys.platform != "win32" and os.geteuid() == 0:  # all others own what they write, and it is not root's
        os.chown(folder / "LICENSE", 1000, 1000)
    return folder


def test_an_archive_keeps_links_and_what_can_be_run_and_belongs_to_root(bundle: Path, tmp_path: Path) -> None:
    pack(bundle, tmp_path / "kiosk.tar.xz", A_TIME)
    with tarfile.open(tmp_path / "kiosk.tar.xz") as packed:
        found = {entry.name: entry for entry in packed}
    assert [*found] == sorted(found)
    assert found["kiosk/Check my content"].linkname == "kiosk"
    assert found["kiosk/kiosk"].mode == 0o755
    assert found["kiosk/LICENSE"].mode == 0o644
    assert {(entry.uid, entry.gid, entry.uname, entry.mtime) for entry in found.values()} == {
        (0, 0, "root", A_TIME)
    }


def test_the_same_files_make_the_same_archive(bundle: Path, tmp_path: Path) -> None:
    pack(bundle, tmp_path / "first.tar.xz", A_TIME)
    copy = tmp_path / "elsewhere" / "kiosk"
    shutil.copytree(bundle, copy, symlinks=True)
    (copy / "LICENSE").chmod(0o600)
    os.utime(copy / "kiosk", (1, 1))
    pack(copy, tmp_path / "second.tar.xz", A_TIME)
    assert (tmp_path / "first.tar.xz").read_bytes() == (tmp_path / "second.tar.xz").read_bytes()


# --- what it costs ---


@pytest.mark.parametrize(
    ("name", "part"),
    [
        ("_internal/PySide6/Qt/lib/libicudata.so.73", "ICU: Qt's knowledge of languages"),
        ("_internal/PySide6/Qt/lib/libQt6Multimedia.so.6", "Qt for speech and sound"),
        ("_internal/PySide6/QtWidgets.abi3.so", "Qt: Core, Gui, Widgets, Svg and what they need"),
        ("_internal/lxml/etree.cpython-311-x86_64-linux-gnu.so", "lxml: reads presentations"),
        ("_internal/pillow.libs/libjpeg-6dc8d115.so.62", "Pillow: reads pictures"),
        ("_internal/msgspec/_core.cpython-311-x86_64-linux-gnu.so", "Python and its modules"),
        ("_internal/libpython3.11.so.1.0", "Python and its modules"),
        ("_internal/libpulse.so.0", "libraries of the system"),
        ("_internal/assets/builtin/pictures/a.svg", "content, as it ships"),
        ("THIRD-PARTY.md", "documents and licences"),
        ("kiosk", "Python and its modules"),
        ("_internal/what-is-this", "all else"),
    ],
)
def test_each_file_counts_for_one_part(name: str, part: str) -> None:
    assert part_of(name) == part


def test_a_link_costs_nothing_and_the_parts_add_up(bundle: Path) -> None:
    found = sizes(bundle)
    assert {part: disk for part, (disk, _) in found.items()} == {
        "content, as it ships": 5,
        "documents and licences": 3,
        "Qt: Core, Gui, Widgets, Svg and what they need": 200,
        "Python and its modules": 7,
    }
    assert table({"this": (2_000_000, 500_000), "that": (3_000_000, 400_000)}).splitlines()[2:] == [
        "| that | 3.0 | 0.4 |",
        "| this | 2.0 | 0.5 |",
        "| together | 5.0 | 0.9 |",
    ]


# --- the icon ---


def test_the_icons_are_what_the_drawing_shows(qapp: object, tmp_path: Path) -> None:
    write(tmp_path)
    assert look_alike(tmp_path / "kiosk.png", FOLDER / "kiosk.png"), "run: python -m assets.packaging.icon"
    with Image.open(FOLDER / "kiosk.ico") as icon:
        assert icon.info["sizes"] == {(side, side) for side in WINDOWS}
    with Image.open(FOLDER / "kiosk.icns") as icon:
        assert {width * scale for width, _, scale in icon.info["sizes"]} >= set(MACOS)


def test_the_icon_reads_at_16_pixels() -> None:
    """A sun on teal, its edge on a whole pixel."""
    with Image.open(FOLDER / "kiosk.ico") as icon:
        icon.size = (16, 16)  # type: ignore[misc]  # so Pillow chooses one of the icons in the file
        small = icon.convert("RGB")
    assert [small.getpixel((8, y)) for y in (2, 8, 9, 10, 13)] == [
        (0, 74, 76),
        (255, 213, 121),
        (255, 213, 121),
        (243, 231, 211),
        (0, 92, 94),
    ]


def test_macos_may_load_what_was_replaced_and_nothing_more_is_asked_for() -> None:
    """The licence of Qt asks for the first; Python's ctypes for the second."""
    import plistlib  # noqa: PLC0415 - here alone

    file = Path(notices.ROOT) / "assets" / "deploy" / "macos" / "entitlements.plist"
    assert {
        name.rpartition(".")[2] for name, is_on in plistlib.loads(file.read_bytes()).items() if is_on
    } == {
        "disable-library-validation",
        "allow-unsigned-executable-memory",
    }
    assert sys.version_info >= (3, 11)

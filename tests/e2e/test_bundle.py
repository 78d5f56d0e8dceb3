"""The bundle as a clinic gets it: moved to a path with a space and an é, read-only, on a machine without Python."""

from __future__ import annotations

import os
import random
import re
import shutil
import signal
import statistics
import subprocess
import sys
import time
from dataclasses import replace
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

from kiosk import __version__
from kiosk.core.speech.messages import Absent, from_speaker
from tests.e2e.bundle import DEV_PY, Bundle
from tests.e2e.machine import FROM_SOURCE, RunningKiosk, VirtualScreen, imports_of, wait_until
from tests.likeness import look_alike

DECKS = Path(__file__).parents[1] / "core" / "content" / "decks"
FRENCH = Path(__file__).parents[1] / "french" / "content"
OF_THE_C_LIBRARY = {
    *("ld-linux-x86-64.so.2", "libc.so.6", "libdl.so.2", "libm.so.6"),
    *("libpthread.so.0", "libresolv.so.2", "librt.so.1"),
}
TERMINATED = 128 + signal.SIGTERM
pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="Xvfb and xdotool are Linux programs")


def wait_until_it_listens(process: subprocess.Popen[bytes]) -> None:
    """Return when it would end by itself at SIGTERM, which it can from just before its event loop."""
    status = Path(f"/proc/{process.pid}/status")

    def catches_sigterm() -> bool:
        assert process.poll() is None, "it ended by itself"
        caught = re.search(r"^SigCgt:\s*(\w+)", status.read_text(), re.MULTILINE)
        return bool(caught and int(caught[1], 16) >> (signal.SIGTERM - 1) & 1)

    wait_until(catches_sigterm, "a kiosk that takes SIGTERM")


def holds(data: Path, text: str) -> bool:
    """Whether the kiosk's own copy of the content has this text."""
    return any(text.encode() in path.read_bytes() for path in (data / "snapshots").glob("*.snapshot"))


def test_it_knows_its_version_and_the_commit_it_was_built_from(bundle: Bundle) -> None:
    code, said = bundle.run("--version")
    git = subprocess.run(
        ["git", "rev-parse", "--short", "HEAD"],  # noqa: S607
        cwd=DEV_PY.parent,
        capture_output=True,
        text=True,
        check=False,
    )
    commit = f" ({git.stdout.strip()})" if git.returncode == 0 else ""
    assert (code, said) == (0, f"kiosk {__version__}{commit}\n")


def test_it_tests_itself_and_finds_all_its_parts(bundle: Bundle) -> None:
    """What an update asks before it switches, as nobody, in an empty home."""
    code, said = bundle.run("--self-test")
    found = dict(line.split(": ", 1) for line in said.splitlines() if ": " in line)
    assert (code, said.splitlines()[-1]) == (0, "All parts work."), said
    assert re.fullmatch(r"all \d{3,4} are here", found["files"])
    assert found["plugins"] == "qgif, qjpeg, qminimal, qoffscreen, qsvg, qwayland, qwebp, qxcb"
    assert found["pictures"] == "PNG, JPEG, WEBP, GIF, SVG"
    assert found["fonts and icons"] == "here"
    assert found["importer"] == "reads, checks and copies"
    assert found["read aloud"] == "by speechd"
    assert found["data folder"].startswith(str(bundle.home))


def test_it_needs_no_library_that_is_neither_in_it_nor_on_every_system(bundle: Bundle) -> None:
    """And holds none that nothing in it needs. docs/install.md names the packages of the others."""
    names, needs = libraries_of(bundle.folder)
    asked = {name for wanted in needs.values() for name in wanted}
    assert asked - names - OF_THE_C_LIBRARY == {
        *("libgcc_s.so.1", "libstdc++.so.6"),
        *("libEGL.so.1", "libGL.so.1", "libwayland-client.so.0", "libwayland-cursor.so.0", "libxcb.so.1"),
    }
    drawn_in = {
        name for name in names if re.match(r"lib(?!python).*\.so", name) and name in top_of(bundle.folder)
    }
    assert drawn_in - asked == set()
    text = (bundle.folder / "docs" / "install.md").read_text(encoding="utf-8")
    for package in ("libegl1", "libgl1", "libwayland-client0", "libwayland-cursor0", "libxcb1"):
        assert package in text


def libraries_of(folder: Path) -> tuple[set[str], dict[str, list[str]]]:
    """The names of all files, links too, and what each file asks the system's loader for."""
    names, needs = set(), {}
    for path in folder.rglob("*"):
        if path.is_dir():
            continue
        names.add(path.name)
        if path.is_symlink() or path.read_bytes()[:4] != b"\x7fELF":
            continue
        dump = subprocess.run(["objdump", "-p", str(path)], capture_output=True, text=True, check=True)  # noqa: S603, S607
        needs[str(path)] = re.findall(r"NEEDED\s+(\S+)", dump.stdout)
    return names, needs


def top_of(folder: Path) -> set[str]:
    """The libraries that PyInstaller found on this system: files of the top folder, no links to a package's own."""
    return {
        path.name for path in (folder / "_internal").iterdir() if path.is_file() and not path.is_symlink()
    }


def test_it_says_whose_work_is_in_it(bundle: Bundle) -> None:
    """Every library and every package, each with its licence; and how Qt is replaced."""
    text = (bundle.folder / "THIRD-PARTY.md").read_text(encoding="utf-8")
    for library in top_of(bundle.folder):
        if ".so" in library and not library.startswith("libpython"):
            assert f"| {library} |" in text
    packages = packages_distributions()
    for package in modules_of(bundle.folder) & packages.keys():
        for name in packages[package]:
            assert f"| {name} |" in text
            assert any((bundle.folder / "licenses" / name).iterdir())
    for font in ("fontpkg-atkinson-hyperlegible", "fontpkg-noto-sans", "fontpkg-noto-sans-arabic"):
        assert f"| {font} |" in text
        assert "SIL OPEN FONT LICENSE" in (bundle.folder / "licenses" / font / "LICENSE").read_text().upper()
    assert "GNU LESSER GENERAL PUBLIC LICENSE" in (bundle.folder / QT_LICENCE).read_text()
    assert "Phosphor Icons" in (bundle.folder / "licenses" / "QtAwesome" / "Phosphor.txt").read_text()
    (place,) = re.findall(r"Qt's libraries in `(.+)`, its\n", text)
    assert (bundle.folder / place / "libQt6Core.so.6").is_file()


QT_LICENCE = "licenses/PySide6_Essentials/LGPL-3.0.txt"


def modules_of(folder: Path) -> set[str]:
    """The top names of all that Python can import in there."""
    from PyInstaller.archive.readers import CArchiveReader  # noqa: PLC0415 - a part of the build

    packed = CArchiveReader(str(folder / "kiosk")).open_embedded_archive("PYZ.pyz").toc
    folders = {path.name for path in (folder / "_internal").iterdir() if path.is_dir()}
    return {name.partition(".")[0] for name in packed} - {"kiosk"} | folders


def test_what_it_weighs(bundle: Bundle) -> None:
    """Issue 12: 190 MB or less with speech and Office import; docs/packaging.md says what each part costs."""
    files = [path for path in bundle.folder.rglob("*") if path.is_file() and not path.is_symlink()]
    assert 100e6 < sum(path.stat().st_size for path in files) < 165e6
    large = {
        path.name for path in files if path.stat().st_size > 1e6 and path.suffix in {".ttf", ".pptx", ".qm"}
    }
    assert large == {"NotoSans[wdth,wght].ttf", "phosphor-1.3.0.ttf"}


def test_staff_and_it_find_what_they_need_beside_it(bundle: Bundle) -> None:
    assert {path.name for path in bundle.folder.iterdir()} == {
        *("kiosk", "Check my content", "content", "_internal"),
        *("LICENSE", "THIRD-PARTY.md", "docs", "licenses"),
    }
    documents = {path.name for path in (bundle.folder / "docs").iterdir()}
    assert {"staff.pdf", "install.md", "content.md", "messages.md", "accessibility.md"} <= documents
    assert not documents & {"architecture.md", "packaging.md", "staff.md", "images"}
    scripts = bundle.folder / "_internal" / "assets" / "deploy" / "linux"
    for name in ("kiosk-update", "run-in-cage"):
        assert os.access(scripts / name, os.X_OK)


def test_check_finds_the_content_beside_the_executable(bundle: Bundle) -> None:
    code, said = bundle.run("check")
    assert code == 0, said
    assert "1 topic, 14 slides (en, es, ar): 0 not shown" in said


def test_a_double_click_on_check_my_content_opens_a_text_that_says_what_is_wrong(bundle: Bundle) -> None:
    opener = bundle.home / "xdg-open"
    opener.write_text('#!/bin/sh\n/bin/cat "$1" > "$HOME/opened.txt"\n')
    opener.chmod(0o755)
    program = replace(bundle.program, command=(str(bundle.folder / "Check my content"),))
    code, said = replace(bundle, program=program).run()
    assert (code, said) == (0, "")
    opened = (bundle.home / "opened.txt").read_bytes().decode("utf-8-sig")
    assert str(bundle.folder / "content") in opened
    assert "1 topic, 14 slides (en, es, ar): 0 not shown" in opened


def test_the_same_executable_is_the_speaker(bundle: Bundle) -> None:
    """The engine is in the bundle: it looked for a service, and told that there is none here."""
    code, said = bundle.run("speak")
    answers = [answer for line in said.splitlines() if (answer := from_speaker(line.encode()))]
    assert code == 0
    assert [type(answer) for answer in answers] == [Absent]
    assert "does not answer" in said


def test_every_screen_is_drawn_as_from_source_without_a_display(bundle: Bundle) -> None:
    """The same fonts, icons and pictures: the same to the eye."""
    size = ("--size", "960x540")
    code, said = bundle.run("render", *size, "--out", str(bundle.home / "frozen"))
    assert code == 0, said
    assert "could not be loaded" not in said
    source = replace(bundle, program=replace(FROM_SOURCE, environ=bundle.program.environ))
    code, said = source.run(
        "render", str(bundle.folder / "content"), *size, "--out", str(bundle.home / "source")
    )
    assert code == 0, said
    frozen, drawn = (
        {path.name: path for path in (bundle.home / name).glob("*.png")} for name in ("frozen", "source")
    )
    assert {"attract.png", "get-help-now.png", "sciatica-massage-14-slide.png"} < set(frozen)
    assert set(frozen) == set(drawn)
    assert [name for name in frozen if not look_alike(frozen[name], drawn[name])] == []
    assert len((bundle.home / "frozen" / "attract.png").read_bytes()) > 10_000  # a blank one has 3,000


def test_it_starts_twice_offscreen_and_ends_at_sigterm(bundle: Bundle) -> None:
    data, log = bundle.home / "data", bundle.home / "log.txt"
    for _ in range(2):
        with log.open("wb") as file:
            process = bundle.program.start("run", "--data", str(data), log=file, QT_QPA_PLATFORM="offscreen")
            try:
                wait_until_it_listens(process)
                wait_until(lambda: holds(data, "Pain relief"), "the copy that its importer makes")
                process.terminate()
                assert process.wait(10) == TERMINATED, log.read_text()
            finally:
                process.kill()
                process.wait(10)
        assert "Traceback" not in log.read_text()


def test_it_speaks_three_languages_and_takes_a_fourth(bundle: Bundle) -> None:
    """Issue 9, parts 1 and 4: the catalogues are compiled by the build, a clinic's own by the bundle."""
    folder = bundle.folder / "_internal" / "assets" / "locale"
    assert {path.parents[1].name for path in folder.rglob("kiosk.mo")} == {"ar", "es"}
    french = bundle.home / "french"
    shutil.copytree(FRENCH, french)
    for path in (french, *french.rglob("*")):
        path.chmod(0o777)
    code, said = bundle.run("check", str(french))
    assert (code, "(en, fr)" in said, "interface.fr.po" in said) == (0, True, False)
    (french / "interface.fr.po").write_text('msgid "Open file"\nmsgstr "Ouvrir"\n')
    assert "none of these words is one of the kiosk's." in bundle.run("check", str(french))[1]


def test_it_reads_presentations(bundle: Bundle) -> None:
    """Issue 11, part 1: python-pptx and lxml are in the bundle as far as reading needs them."""
    content = bundle.home / "decks"
    content.mkdir(mode=0o777)
    for name in ("lists", "objects", "pictures"):
        shutil.copy(DECKS / f"{name}.pptx", content)
    code, said = bundle.run("check", str(content))
    assert code == 1  # a chart, a table and an EMF picture are not shown
    assert "objects.pptx, slide 2: the chart is not carried over." in said
    assert "3 topics, 9 slides (en): 3 not shown" in said
    assert not (bundle.folder / "_internal" / "pptx").exists()


def test_new_content_is_imported_by_the_same_executable(bundle: Bundle) -> None:
    content, data, log = bundle.home / "content", bundle.home / "data", bundle.home / "log.txt"
    shutil.copytree(bundle.folder / "content", content)
    for path in (content, *content.rglob("*")):
        path.chmod(0o777)
    slide = content / "sciatica-massage" / "01-what-is-sciatica.md"
    slide.write_text(slide.read_text().replace("# What is sciatica?", "# Sciatica"))
    with VirtualScreen() as screen:
        arguments = ("--content", str(content), "--data", str(data))
        with RunningKiosk(screen, *arguments, log=log, program=bundle.program) as kiosk:
            kiosk.wait_for("Kiosk")  # the built-in topic
            wait_until(lambda: "New content goes live" in log.read_text(), "the clinic's own content")
            screen.click(640, 200)
            kiosk.wait_for("Sciatica, 1 of 14")
    assert "1 topic, 14 slides" in (content / "CONTENT-REPORT.txt").read_text(encoding="utf-8-sig")


@pytest.mark.parametrize("times", [10, pytest.param(200, marks=pytest.mark.long)])
def test_it_is_killed_again_and_again_and_each_next_start_shows_attract_within_3_seconds(
    bundle: Bundle, times: int
) -> None:
    """Fault 42: SIGKILL at any moment, also while new content is imported; nothing has to be repaired."""
    content, data, log = bundle.home / "content", bundle.home / "data", bundle.home / "log.txt"
    shutil.copytree(bundle.folder / "content", content)
    for path in (content, *content.rglob("*")):
        path.chmod(0o777)
    slide = content / "sciatica-massage" / "01-what-is-sciatica.md"
    text = slide.read_text()
    arguments = ("--content", str(content), "--data", str(data))
    seconds: list[float] = []
    chance = random.Random(times)  # noqa: S311 - moments, no secrets
    with VirtualScreen() as screen:
        for number in range(times):
            slide.write_text(text.replace("# What is sciatica?", f"# Sciatica {number}"))
            began = time.monotonic()
            with RunningKiosk(screen, *arguments, log=log, program=bundle.program) as kiosk:
                kiosk.wait_for("Kiosk")
                seconds.append(time.monotonic() - began)
                if number % 2:  # the others are killed on the cover
                    wait_until(lambda: imports_of(kiosk.process.pid) != [], "an import")
                time.sleep(chance.uniform(0, 0.3))
                kiosk.process.kill()
                kiosk.process.wait(10)
            assert "Traceback" not in log.read_text()
        with RunningKiosk(screen, *arguments, log=log, program=bundle.program) as kiosk:
            kiosk.wait_for("Kiosk")
            wait_until(
                lambda: holds(data, f"Sciatica {times - 1}"), "what was being imported when it was killed"
            )
    assert statistics.median(seconds) < 3  # a machine that runs other tests may be late once or twice


def test_a_session_begins_on_a_real_screen_at_each_of_two_starts(bundle: Bundle) -> None:
    log = bundle.home / "log.txt"
    with VirtualScreen() as screen:
        for _ in range(2):
            with RunningKiosk(screen, log=log, program=bundle.program) as kiosk:
                kiosk.wait_for("Kiosk")
                screen.click(640, 200)
                kiosk.wait_for("1 of 14")
                kiosk.process.terminate()
                assert kiosk.process.wait(10) == TERMINATED
            assert "Traceback" not in log.read_text()
    assert (bundle.home / ".local" / "share" / "kiosk").is_dir()

"""What `kiosk doctor` says of a machine: each sentence tells what to do."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections import namedtuple
from pathlib import Path

import pytest

from kiosk.core.language import translator
from kiosk.core.staff.health import Finding, State
from kiosk.core.staff.pin import hash_of
from kiosk.ops import doctor
from kiosk.ops.doctor import Machinery, as_text, health_of

EN = translator("en")
SHIPPED = Path(__file__).parents[2] / "content"


@pytest.fixture
def settings(tmp_path: Path) -> Path:
    file = tmp_path / "machine.toml"
    file.write_text("")
    return file


def look(settings: Path, screen: tuple[int, int] | None = None) -> dict[str, Finding]:
    found = health_of(Machinery(settings, settings.parent / "data", screen), EN)
    return {finding.what: finding for finding in found}


@pytest.mark.parametrize(
    ("text", "what", "state", "said"),
    [
        ("", "Staff PIN", State.LOOK, "Ctrl+Q on a keyboard ends the kiosk. Set one with: kiosk pin"),
        (f'pin = "{hash_of("275913", b"salt of sixteen.")}"', "Staff PIN", State.GOOD, "It is set."),
        ('pin = "hello"', "Staff PIN", State.WRONG, "nobody can open the staff desk. Set it again"),
        ('pin = "275913"', "Staff PIN", State.LOOK, "None is set"),
        ('prnter = "x"', "Settings file", State.LOOK, 'Did you mean "printer"?'),
        ("", "Settings file", State.GOOD, "is understood."),
        (
            'printer = "None such"',
            "Printer",
            State.WRONG,
            "this machine has no printer of that name. Set it up",
        ),
        ("", "Printer", State.GOOD, "no Print key"),
        ("", "True size", State.LOOK, "hold a bank card against the screen."),
        ("px_per_mm = 4.03", "True size", State.GOOD, "47.6 cm wide and 26.8 cm high."),
        ("px_per_mm = 4.03", "True size", State.GOOD, "Keys are 28 mm high and capital letters 7.3 mm."),
        (
            "px_per_mm = 5.56",
            "True size",
            State.LOOK,
            "It is small: keys are 20 mm high, capital letters 5.3 mm",
        ),
        ("px_per_mm = 8.66", "True size", State.LOOK, "its keys are 19 mm high"),
        ("px_per_mm = 2.0", "True size", State.GOOD, "write viewing_distance_mm into machine.toml."),
        (
            "px_per_mm = 4.03\nviewing_distance_mm = 2000",
            "True size",
            State.LOOK,
            "from 200 cm, 24.4 mm are needed. This screen has no room for that",
        ),
        ("", "The kiosk's own folder", State.GOOD, "can be written."),
    ],
)
def test_each_thing_is_said_in_words_with_what_to_do(
    settings: Path, text: str, what: str, state: State, said: str
) -> None:
    settings.write_text(f"{text}\n")
    finding = look(settings, (1920, 1080))[what]
    assert finding.state is state
    assert said in str(finding)


def test_a_folder_that_cannot_be_written_does_not_work(settings: Path) -> None:
    (settings.parent / "data").write_text("a file, not a folder")
    finding = look(settings)["The kiosk's own folder"]
    assert finding.state is State.WRONG
    assert "Allow the kiosk's user to write there." in str(finding)


def test_a_disk_that_is_nearly_full_is_worth_a_look(settings: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    usage = namedtuple("usage", "total used free")  # noqa: PYI024 - as shutil has it
    monkeypatch.setattr(shutil, "disk_usage", lambda _: usage(0, 0, 12_000_000))
    assert "12 MB are free. New content may not fit: make room." in str(look(settings)["Disk"])


def test_a_type_that_is_missing_does_not_work(settings: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doctor, "find_spec", lambda _: None)
    assert look(settings)["Type and icons"].state is State.WRONG


def test_what_does_not_work_stands_first() -> None:
    said = as_text((Finding("A", State.GOOD, "Is well."), Finding("B", State.WRONG, "Is not.", "Mend it.")))
    assert said == "Does not work (1)\n  B: Is not. Mend it.\n\nGood (1)\n  A: Is well.\n"


def run(content: Path, folder: Path) -> tuple[int, str, str]:
    """`kiosk doctor` on a machine without a display."""
    environ = {key: value for key, value in os.environ.items() if "DISPLAY" not in key and "QT" not in key}
    places = ("--settings", str(folder / "machine.toml"), "--data", str(folder / "data"))
    done = subprocess.run(  # noqa: S603
        [sys.executable, "-m", "kiosk", "doctor", "--content", str(content), *places],
        env=environ,
        capture_output=True,
        text=True,
        check=False,
    )
    return done.returncode, done.stdout, done.stderr


def test_a_sound_machine_is_0_also_without_a_display_and_says_how_the_content_stands(tmp_path: Path) -> None:
    code, said, errors = run(SHIPPED, tmp_path)
    assert (code, errors) == (0, "")
    assert "has 1 topic and 14 pages." in said
    assert "Display: There is none here. Start the kiosk from the machine's own screen." in said
    assert "Last good copy: There is none of this folder yet." in said
    assert "Sound: " in said
    assert "Listen: " in said


@pytest.mark.parametrize("is_there", [False, True])
def test_a_content_folder_with_nothing_to_show_is_1(tmp_path: Path, *, is_there: bool) -> None:
    content = tmp_path / "content"
    if is_there:
        (content / "asthma").mkdir(parents=True)
        (content / "asthma" / "notes.pdf").write_bytes(b"")
    code, said, _ = run(content, tmp_path)
    assert code == 1
    assert said.startswith("Does not work (1)\n  Content folder: ")

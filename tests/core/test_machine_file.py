"""A setting is written, the rest of IT's file stays as it was."""

from __future__ import annotations

import os
import stat
import sys
from pathlib import Path

import pytest

from kiosk.core.machine_file import SettingNotWritten, write_setting
from kiosk.core.settings import read_machine

PIN = "scrypt$32768$8$1$c2FsdA==$aGFzaA=="


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "machine.toml"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", f'pin = "{PIN}"\n'),
        ("# ours\n", f'# ours\npin = "{PIN}"\n'),
        ("# ours", f'# ours\npin = "{PIN}"\n'),
        ('printer = "Lobby"\n', f'printer = "Lobby"\npin = "{PIN}"\n'),
        (
            'pin = "" # set by kiosk pin\nrepeat_guard = 0.2\n',
            f'pin = "{PIN}" # set by kiosk pin\nrepeat_guard = 0.2\n',
        ),
        ('pin = "a # b"  # c\n', f'pin = "{PIN}"  # c\n'),
        ('[keys]\nnext = "A"\n', f'pin = "{PIN}"\n\n[keys]\nnext = "A"\n'),
        ('[keys]\npin = "x"\n', f'pin = "{PIN}"\n\n[keys]\npin = "x"\n'),
        ('printer = x y\npin = ""\n', f'printer = x y\npin = "{PIN}"\n'),
    ],
)
def test_one_line_changes_and_remarks_and_even_faults_stay(file: Path, before: str, after: str) -> None:
    file.write_text(before)
    write_setting(file, "pin", PIN)
    assert file.read_text() == after
    assert read_machine(file)[0].pin == PIN


def test_windows_line_ends_stay(file: Path) -> None:
    file.write_bytes(b'\xef\xbb\xbfprinter = "Lobby"\r\n')
    write_setting(file, "px_per_mm", 4.25)
    assert file.read_bytes() == b'printer = "Lobby"\r\npx_per_mm = 4.25\r\n'


def test_a_new_file_and_its_folder_are_made(tmp_path: Path) -> None:
    file = tmp_path / "kiosk" / "machine.toml"
    write_setting(file, "pin", PIN)
    assert read_machine(file)[0].pin == PIN


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such modes")
def test_the_file_becomes_readable_by_its_owner_alone(file: Path) -> None:
    file.write_text("")
    file.chmod(0o644)
    write_setting(file, "pin", PIN)
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such modes")
def test_a_new_file_is_readable_by_its_owner_alone_also_where_nothing_is_masked(tmp_path: Path) -> None:
    """No moment between making and closing it: the mode is that with which it is opened."""
    before = os.umask(0)
    try:
        write_setting(tmp_path / "machine.toml", "pin", PIN)
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "machine.toml").stat().st_mode) == 0o600


@pytest.mark.parametrize("before", [b"\0\1\2" * 100, b'printer = """\n' + b"x = 1\n" * 20])
def test_a_file_that_cannot_be_understood_stays_as_it_is(file: Path, before: bytes) -> None:
    file.write_bytes(before)
    with pytest.raises(SettingNotWritten):
        write_setting(file, "pin", PIN)
    assert file.read_bytes() == before


def test_a_full_disk_leaves_the_old_file_and_no_other(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_: int) -> None:
        raise OSError(28, "No space left on device")

    file.write_text("repeat_guard = 0.2\n")
    monkeypatch.setattr("kiosk.core.machine_file.os.fsync", refuse)
    with pytest.raises(SettingNotWritten, match="No space left"):
        write_setting(file, "pin", PIN)
    assert file.read_text() == "repeat_guard = 0.2\n"
    assert list(file.parent.iterdir()) == [file]

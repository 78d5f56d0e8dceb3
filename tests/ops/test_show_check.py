"""Check my content: a double click for staff."""

from __future__ import annotations

from pathlib import Path

import pytest

from kiosk import cli
from kiosk.ops import places, show_check
from kiosk.ops.show_check import show_text

SAMPLES = Path(__file__).parents[1] / "samples"


def test_the_text_is_written_for_notepad_and_opened(tmp_path: Path) -> None:
    opened: list[bytes] = []
    assert show_text("one é\ntwo\n", tmp_path / "new", lambda path: opened.append(path.read_bytes()))
    assert opened == [b"\xef\xbb\xbfone \xc3\xa9\r\ntwo\r\n"]


def test_where_nothing_can_open_it_the_text_goes_where_it_always_goes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def no_way(_path: Path) -> None:
        raise FileNotFoundError

    monkeypatch.setattr(show_check, "_open_as_a_double_click_would", no_way)
    monkeypatch.setattr(places, "data_folder", lambda: tmp_path)
    shown = cli.main(["check", "--show", str(SAMPLES / "slide-empty")])
    said = capsys.readouterr().out
    assert cli.main(["check", str(SAMPLES / "slide-empty")]) == shown
    assert said == capsys.readouterr().out != ""


def test_called_by_its_other_name_the_program_checks_and_shows(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    opened: list[str] = []
    monkeypatch.setattr(
        show_check, "_open_as_a_double_click_would", lambda path: opened.append(path.read_text("utf-8-sig"))
    )
    monkeypatch.setattr(places, "data_folder", lambda: tmp_path)
    shipped = Path(__file__).parents[2] / "content"
    monkeypatch.setattr("sys.argv", ["/somewhere/Check my content", str(shipped)])
    assert cli.main() == 0
    assert str(shipped) in opened[0]
    assert "0 not shown" in opened[0]
    assert capsys.readouterr().out == ""

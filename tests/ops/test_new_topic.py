"""`kiosk new-topic`: what it makes passes `check`, no patient sees it yet, and nothing of the clinic's is touched."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import pytest

from kiosk.cli import main
from kiosk.core.content.folder import read_content
from kiosk.core.content.model import Kind, Topic
from kiosk.core.content.problems import Severity
from kiosk.core.content.showing import topics_on
from kiosk.ops.new_topic import SKELETON

DAY = date(2026, 3, 2)


def topic_in(folder: Path) -> Topic:
    (found,) = read_content(folder, today=DAY).catalog.topics
    return found


@pytest.mark.parametrize(
    ("name", "folder", "title"),
    [
        ("Neck pain", "neck-pain", "Neck pain"),
        ("knee-surgery", "knee-surgery", "Knee surgery"),
        ('Our "new" team', "our-new-team", 'Our "new" team'),
        ("../../etc", "etc", "Etc"),
        ("Rückenschmerzen", "rückenschmerzen", "Rückenschmerzen"),
        ("ألم الظهر", "ألم-الظهر", "ألم الظهر"),
    ],
)
def test_it_passes_check_and_has_the_name_that_was_given(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str, folder: str, title: str
) -> None:
    assert main(["new-topic", name, str(tmp_path)]) == 0
    assert str(tmp_path / folder) in capsys.readouterr().out
    assert main(["check", str(tmp_path), "--strict"]) == 0
    assert topic_in(tmp_path).titles["en"] == title


def test_it_has_a_slide_of_each_kind_and_is_hidden(tmp_path: Path) -> None:
    main(["new-topic", "Neck pain", str(tmp_path)])
    reading = read_content(tmp_path, today=DAY)
    (found,) = reading.catalog.topics
    assert {slide.kind for slide in found.slides} == set(Kind)
    assert topics_on(reading.catalog, DAY) == ()
    settings = tmp_path / "neck-pain" / "topic.toml"
    settings.write_text(settings.read_text().replace("hidden = true", "hidden = false"))
    again = read_content(tmp_path, today=DAY)
    assert len(topics_on(again.catalog, DAY)) == 1
    assert {problem.severity for problem in again.problems} == {Severity.ADVICE}  # nobody has reviewed it


def test_what_is_there_already_stays_as_it_was(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "neck-pain").mkdir()
    (tmp_path / "neck-pain" / "01-mine.md").write_text("# Mine\n")
    assert main(["new-topic", "Neck pain", str(tmp_path)]) == 1
    assert (
        f"There is a folder {tmp_path / 'neck-pain'} already. No topic was made." in capsys.readouterr().err
    )
    assert [file.name for file in (tmp_path / "neck-pain").iterdir()] == ["01-mine.md"]


@pytest.mark.parametrize("name", ["", "...", "/"])
def test_a_name_without_a_letter_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    assert main(["new-topic", name, str(tmp_path)]) == 1
    assert 'such as "Neck pain"' in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_not_there_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["new-topic", "Neck pain", str(tmp_path / "nowhere")]) == 1
    assert f"There is no folder {tmp_path / 'nowhere'}. No topic was made." in capsys.readouterr().err


@pytest.mark.parametrize("number", range(1, len(list(SKELETON.iterdir())) + 1))
def test_a_disk_that_is_full_leaves_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], number: int
) -> None:
    """Fault 39: at each of its files."""
    written, write = [], Path.write_text

    def full(path: Path, text: str, **how: str) -> int:
        written.append(path)
        if len(written) == number:
            raise OSError(28, os.strerror(28), str(path))
        return write(path, text, **how)

    monkeypatch.setattr(Path, "write_text", full)
    assert main(["new-topic", "Neck pain", str(tmp_path)]) == 1
    assert "No space left" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []

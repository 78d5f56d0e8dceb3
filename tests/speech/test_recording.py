"""Recordings, in the speaker's process."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from kiosk.core.speech.messages import Play
from kiosk.ops.voice import Reports
from tests.sounds import a_wav

if TYPE_CHECKING:
    from kiosk.ops.recording import Recordings

recording = pytest.importorskip("kiosk.ops.recording", reason="libpulse0 is missing", exc_type=ImportError)


class Output:
    """A machine with a loudspeaker."""

    @staticmethod
    def defaultAudioOutput() -> Output:
        return Output()

    def isNull(self) -> bool:
        return False


@pytest.fixture
def failed() -> list[int]:
    return []


@pytest.fixture
def recordings(monkeypatch: pytest.MonkeyPatch, failed: list[int]) -> Recordings:
    monkeypatch.setattr(recording, "QMediaDevices", Output)
    reports = Reports(lambda _: None, lambda _: None, lambda number, _: failed.append(number))
    found: Recordings = recording.Recordings(reports)
    return found


@pytest.fixture
def play(tmp_path: Path) -> Play:
    (tmp_path / "voice.wav").write_bytes(a_wav(1.0))
    return Play(7, str(tmp_path / "voice.wav"), 0.0, None, 1.0)


def test_without_a_temporary_folder_it_is_told_and_the_speaker_goes_on(
    recordings: Recordings,
    failed: list[int],
    play: Play,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Fault 58."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "nowhere"))
    recordings.play(play)
    recordings.play(play)
    assert failed == [7, 7]
    recordings.close()


def test_a_speaker_that_ends_leaves_no_folder(
    recordings: Recordings, play: Play, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    recordings._place(play).write_bytes(b"a stretch")
    recordings.close()
    assert [path.name for path in tmp_path.iterdir()] == ["voice.wav"]


@pytest.mark.parametrize("kind", ["gone", "no sound"])
def test_why_it_cannot_be_played_is_told_without_its_name(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, kind: str
) -> None:
    """PRV-04: it goes to the log, and the file is that of one slide."""
    file = tmp_path / "sciatica.wav"
    if kind == "no sound":
        file.write_bytes(b"no sound")
    monkeypatch.setattr(recording, "QMediaDevices", Output)
    told: list[str] = []
    player = recording.Recordings(
        Reports(lambda _: None, lambda _: None, lambda _, reason: told.append(reason))
    )
    player.play(Play(1, str(file), 0.0, 1.0, 1.0))
    player.close()
    (reason,) = told
    assert reason.startswith("the recording cannot be played: ")
    assert reason.endswith("No such file or directory" if kind == "gone" else "can play.")
    assert "sciatica" not in reason

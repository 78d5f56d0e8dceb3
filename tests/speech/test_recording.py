"""A recorded voice whose stretch has no place to be written, and what is left when the speaker ends."""

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

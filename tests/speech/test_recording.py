"""Recordings, in the speaker's process."""

from __future__ import annotations

from pathlib import Path

import pytest

from kiosk.core.speech.messages import Play
from kiosk.ops.voice import Reports

pytest.importorskip("PySide6.QtMultimedia", exc_type=ImportError)

from kiosk.ops import recording


class Output:
    """A machine's audio output, where it has one."""

    @classmethod
    def defaultAudioOutput(cls) -> Output:
        return cls()

    def isNull(self) -> bool:
        return False


@pytest.mark.parametrize("kind", ["gone", "no sound"])
def test_why_it_cannot_be_played_is_told_without_its_name(
    qapp: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    """PRV-04: it goes to the log, and the file is that of one slide."""
    file = tmp_path / "sciatica.wav"
    if kind == "no sound":
        file.write_bytes(b"no sound")
    monkeypatch.setattr(recording, "QMediaDevices", Output)
    told: list[str] = []
    reports = Reports(lambda _: None, lambda _: None, lambda _, reason: told.append(reason))
    player = recording.Recordings(reports)
    player.play(Play(1, str(file), 0.0, 1.0, 1.0))
    player.close()
    (reason,) = told
    assert reason.startswith("the recording cannot be played: ")
    assert reason.endswith("No such file or directory" if kind == "gone" else "can play.")
    assert "sciatica" not in reason

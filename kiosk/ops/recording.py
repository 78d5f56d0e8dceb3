"""Plays a stretch of a recorded WAV file. Loaded in the speaker's process only.

QSoundEffect needs no plugin and converts to what the device takes, but plays whole files: the stretch is written to a
file of its own. So a recorded sentence is said, stopped and repeated like any other.
"""

from __future__ import annotations

import tempfile
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QObject, QUrl  # noqa: TID251 - the speaker's own process
from PySide6.QtMultimedia import QMediaDevices, QSoundEffect  # noqa: TID251

from kiosk.core.content.wav import RecordingRefused, stretch_of
from kiosk.core.speech.messages import Play
from kiosk.ops.voice import Reports


class Recordings(QObject):
    def __init__(self, reports: Reports) -> None:
        super().__init__()
        self._reports = reports
        self._folder: tempfile.TemporaryDirectory[str] | None = None
        self._effect: QSoundEffect | None = None
        self._play: Play | None = None

    def play(self, play: Play) -> None:
        self.hush()
        if QMediaDevices.defaultAudioOutput().isNull():
            self._reports.failed(play.number, "this machine has no audio output")
            return
        try:
            stretch = self._place(play)
            stretch.write_bytes(stretch_of(Path(play.file).read_bytes(), play.begins, play.ends))
        except OSError as error:  # its words name the file, and so the slide; they go to the log
            self._reports.failed(play.number, f"the recording cannot be played: {error.strerror}")
            return
        except RecordingRefused as reason:
            self._reports.failed(play.number, f"the recording cannot be played: {reason}")
            return
        self._play = play
        self._effect = QSoundEffect(self)
        self._effect.playingChanged.connect(self._changed)
        self._effect.statusChanged.connect(self._loaded)
        self._effect.setVolume(play.gain)
        self._effect.setSource(QUrl.fromLocalFile(str(stretch)))
        self._effect.play()

    def hush(self) -> None:
        effect, play = self._effect, self._play
        self._effect = self._play = None
        if effect:
            effect.stop()
            effect.deleteLater()
        if play:
            with suppress(OSError):
                self._place(play).unlink()

    def close(self) -> None:
        """Leave nothing behind."""
        self.hush()
        if self._folder:
            self._folder.cleanup()

    def _place(self, play: Play) -> Path:
        """Where its stretch is written. Raises OSError where the system has no folder for what passes."""
        if self._folder is None:
            self._folder = tempfile.TemporaryDirectory(prefix="kiosk-audio-", ignore_cleanup_errors=True)
        return Path(self._folder.name) / f"{play.number}.wav"

    def _changed(self) -> None:
        if self._play is None or self._effect is None:
            return
        number = self._play.number
        if self._effect.isPlaying():
            self._reports.began(number)
        else:
            self.hush()
            self._reports.ended(number)

    def _loaded(self) -> None:
        if self._play and self._effect and self._effect.status() == QSoundEffect.Status.Error:
            number = self._play.number
            self.hush()
            self._reports.failed(number, "the recording cannot be played")

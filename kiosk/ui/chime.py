"""The chime of *Still there?*. A machine without sound, or without its libraries, shows the page all the same."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtMultimedia import QSoundEffect

_log = logging.getLogger(__name__)
SOUND = Path(__file__).parents[2] / "assets" / "sounds" / "chime.wav"


class Chime:
    """Rings on demand; QtMultimedia is imported at the first time."""

    def __init__(self) -> None:
        self._effect: QSoundEffect | None = None
        self._is_silent = False

    def ring(self) -> bool:
        """Start the sound; return whether this machine can make one."""
        if self._effect is None and not self._is_silent:
            self._effect = self._load()
            self._is_silent = self._effect is None
        if self._effect is None:
            return False
        self._effect.play()
        return True

    def _load(self) -> QSoundEffect | None:
        try:
            from PySide6.QtCore import QUrl  # noqa: PLC0415
            from PySide6.QtMultimedia import QMediaDevices, QSoundEffect  # noqa: PLC0415 - 16 MB, at the first ring
        except ImportError as reason:
            _log.warning("There is no sound: %s", reason)
            return None
        if QMediaDevices.defaultAudioOutput().isNull():
            _log.warning("There is no sound: this machine has no audio output.")
            return None
        effect = QSoundEffect()
        effect.setSource(QUrl.fromLocalFile(str(SOUND)))
        return effect

"""The chime of *Still there?* needs no sound device to exist."""

from __future__ import annotations

import sys

import pytest
from pytestqt.qtbot import QtBot

from kiosk.core.views.rail import KeyName
from kiosk.ui.chime import SOUND, Chime
from kiosk.ui.pages.still_there import StillTherePage
from tests.ui.conftest import StartKiosk
from tests.ui.hands import touch


def test_still_there_rings_once_and_is_seen_as_well(
    start_kiosk: StartKiosk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """standards.md TIM-02, SPK-13."""
    rung: list[Chime] = []

    def ring(chime: Chime) -> bool:
        rung.append(chime)
        return True

    monkeypatch.setattr(Chime, "ring", ring)
    kiosk = start_kiosk()
    touch(qtbot, kiosk, KeyName.BEGIN)
    assert rung == []
    kiosk.idle.timeout.emit()
    assert len(rung) == 1
    assert isinstance(kiosk.window.page, StillTherePage)


def test_a_machine_without_sound_libraries_stays_silent(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setitem(sys.modules, "PySide6.QtMultimedia", None)
    chime = Chime()
    assert not chime.ring()
    assert not chime.ring()
    assert caplog.text.count("There is no sound") == 1


@pytest.mark.qt_log_ignore("PulseAudioService", "multimedia")
def test_ringing_needs_no_sound_device_to_exist(qapp: object) -> None:
    chime = Chime()
    assert chime.ring() is chime.ring()


def test_the_sound_ships_and_is_short() -> None:
    import wave  # noqa: PLC0415

    with wave.open(str(SOUND)) as sound:
        assert 0.5 < sound.getnframes() / sound.getframerate() < 3

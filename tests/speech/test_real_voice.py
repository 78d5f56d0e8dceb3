"""One run with the real speech-dispatcher and espeak-ng, into a sound card that is a file."""

from __future__ import annotations

import math
import shutil
import struct
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from kiosk.core.session.hearing import GAINS, Pace
from kiosk.core.speech.messages import Began, Ended, FromSpeaker, Ready, Say
from kiosk.ui.speaker import SpeakerProcess, speak_command

MODULES = [Path("/usr/lib/speech-dispatcher-modules"), Path("/usr/libexec/speech-dispatcher-modules")]
MODULE = next((folder / "sd_espeak-ng" for folder in MODULES if (folder / "sd_espeak-ng").exists()), None)
DAEMON = shutil.which("speech-dispatcher")
ENOUGH = 30_000  # milliseconds

pytestmark = pytest.mark.skipif(
    sys.platform != "linux" or DAEMON is None or MODULE is None,
    reason="speech-dispatcher or its espeak-ng is not installed: apt-get install speech-dispatcher-espeak-ng",
)

CONFIGURATION = """
LogLevel 0
AudioOutputMethod "alsa"
AddModule "espeak-ng" "sd_espeak-ng" "espeak-ng.conf"
DefaultModule "espeak-ng"
"""
SOUND_CARD = """
pcm.!default {{ type file slave.pcm "nothing" file "{file}" format "raw" }}
pcm.nothing {{ type null }}
ctl.!default {{ type null }}
"""


class SoundCard:
    """Keeps what is played: 16-bit samples."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._heard = 0

    def since(self) -> tuple[int, float]:
        """Samples since the last question, and how loud they are: the root of their mean square."""
        data = self._file.read_bytes()[self._heard :] if self._file.exists() else b""
        data = data[: len(data) // 2 * 2]
        self._heard += len(data)
        samples = struct.unpack(f"<{len(data) // 2}h", data)
        return len(samples), math.sqrt(sum(each * each for each in samples) / max(1, len(samples)))


@pytest.fixture
def sound_card(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[SoundCard]:
    """A speech service of our own; it plays into a file."""
    assert DAEMON
    assert MODULE
    place, played = tmp_path / "speechd.sock", tmp_path / "played.raw"
    (tmp_path / "speechd.conf").write_text(CONFIGURATION)
    (tmp_path / "asound.conf").write_text(SOUND_CARD.format(file=played))
    monkeypatch.setenv("ALSA_CONFIG_PATH", str(tmp_path / "asound.conf"))
    monkeypatch.setenv("SPEECHD_ADDRESS", f"unix_socket:{place}")
    (tmp_path / "modules").mkdir()
    known = Path("/etc/speech-dispatcher/modules/espeak-ng.conf")
    shutil.copy(known, tmp_path / "modules" / "espeak-ng.conf")
    command = [DAEMON, "-s", "-C", str(tmp_path), "-c", "unix_socket", "-S", str(place), "-t", "0"]
    command += ["-L", str(tmp_path), "-P", str(tmp_path / "pid"), "-m", str(MODULE.parent)]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as daemon:  # noqa: S603
        yield SoundCard(played)
        daemon.terminate()


def test_the_real_voice_is_heard_in_four_steps_and_three_speeds(
    sound_card: SoundCard, qtbot: QtBot, tmp_path: Path
) -> None:
    """Issue 8, part 7; standards.md SPK-08 (18 dB, one step of 12 dB), SPK-15 and SPK-16, measured on the sound."""
    qtbot.waitUntil((tmp_path / "speechd.sock").exists, timeout=ENOUGH)
    process = SpeakerProcess(speak_command())
    answers: list[FromSpeaker] = []
    process.said.connect(answers.append)
    numbers = iter(range(1, 100))

    def heard(gain: float, speed: float, language: str = "en") -> tuple[int, float]:
        number = next(numbers)
        text = "Massage may ease back pain for a short time."
        process.send(Say(number, text, language, gain, speed))
        qtbot.waitUntil(lambda: answers[-2:] == [Began(number), Ended(number)], timeout=ENOUGH)
        return sound_card.since()

    # The limit of 3 s is of `test_process.py`; here a machine that has other things to do is waited for.
    for limit in (process._start, process._begin, process._pong):
        limit.setInterval(ENOUGH)
    try:
        process.start()
        qtbot.waitUntil(lambda: bool(answers), timeout=ENOUGH)
        assert isinstance(answers[0], Ready)
        assert answers[0].engine == "speechd"
        assert {"en", "es", "ar"} <= {tag.partition("-")[0] for tag in answers[0].languages}
        assert sound_card.since()[1] < 1  # the trial makes no sound
        loud = [heard(gain, 1.0)[1] for gain in GAINS]
        decibels = [20 * math.log10(each / loud[0]) for each in loud]
        assert decibels == sorted(decibels)
        assert decibels[-1] >= 17.5  # 18.1 asked for; what a voice makes of it is a little less or more
        assert any(step >= 12 for step in decibels[1:-1])
        lengths = {pace: heard(1.0, pace.speed)[0] for pace in Pace}
        assert lengths[Pace.SLOW] > 1.7 * lengths[Pace.NORMAL]
        assert lengths[Pace.NORMAL] > 1.7 * lengths[Pace.FAST]
        assert heard(1.0, 1.0, "es")[0] != heard(1.0, 1.0, "en")[0]
    finally:
        process.rest()

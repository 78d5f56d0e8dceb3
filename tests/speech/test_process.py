"""The speaker's process and the kiosk's end of it. Voices are fake, processes and pipes are real."""

from __future__ import annotations

import socket
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from importlib.util import find_spec
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from kiosk.core.speech.messages import ANSWER_SECONDS, Began, Ended, FromSpeaker, Hush, Ready, Say
from kiosk.ui.speaker import PING_SECONDS, SpeakerProcess, speak_command

HELPER = Path(__file__).with_name("fake_helper.py")
ENOUGH = 20_000  # milliseconds, on a machine that has other things to do
SENTENCE = Say(1, "Move a little.", "en", 0.25, 0.9)

Start = Callable[..., SpeakerProcess]


@pytest.fixture
def start(qtbot: QtBot) -> Iterator[Start]:
    """Return a function that makes the kiosk's end of a fake speaker with a fault."""
    made: list[SpeakerProcess] = []

    def make(fault: str = "", command: list[str] | None = None) -> SpeakerProcess:
        made.append(SpeakerProcess(command or [sys.executable, str(HELPER), fault]))
        return made[-1]

    yield make
    for process in made:
        process.rest()


def ready(qtbot: QtBot, process: SpeakerProcess) -> Ready:
    with qtbot.waitSignal(process.said, timeout=ENOUGH) as said:
        process.start()
    answer = said.args[0]
    assert isinstance(answer, Ready)
    return answer


def test_a_speaker_says_its_languages_first_and_then_each_sentence(start: Start, qtbot: QtBot) -> None:
    process = start()
    assert ready(qtbot, process).languages == ("en-US", "es-ES")
    heard: list[FromSpeaker] = []
    process.said.connect(heard.append)
    process.send(SENTENCE)
    qtbot.waitUntil(lambda: heard == [Began(1), Ended(1)], timeout=ENOUGH)


def test_a_sentence_that_comes_before_the_voice_is_ready_is_said_then(start: Start, qtbot: QtBot) -> None:
    process = start()
    heard: list[FromSpeaker] = []
    process.said.connect(heard.append)
    process.send(SENTENCE)
    qtbot.waitUntil(lambda: heard[1:] == [Began(1), Ended(1)], timeout=ENOUGH)


def test_lines_that_are_no_messages_are_passed_over(start: Start, qtbot: QtBot) -> None:
    assert ready(qtbot, start("chatty")).engine == "fake"


def test_a_machine_without_a_voice_says_why(start: Start, qtbot: QtBot) -> None:
    """standards.md SPK-15: staff are told."""
    process = start("absent")
    with qtbot.waitSignal(process.lost, timeout=ENOUGH) as lost:
        process.start()
    assert lost.args == ["there is no voice in this test"]
    assert not process.is_running


def test_a_speaker_that_ends_by_itself_is_lost(start: Start, qtbot: QtBot) -> None:
    process = start("dies")
    ready(qtbot, process)
    with qtbot.waitSignal(process.lost, timeout=ENOUGH):
        process.send(SENTENCE)


def test_a_program_that_cannot_be_started_is_lost(start: Start, qtbot: QtBot) -> None:
    process = start(command=["/no/such/program"])
    with qtbot.waitSignal(process.lost, timeout=ENOUGH):
        process.start()


UNANSWERED = [("deaf", "_start"), ("mute", "_begin"), ("hangs", "_begin"), ("hangs", "_pong")]


@pytest.mark.parametrize(("fault", "wait"), UNANSWERED)
def test_a_request_or_a_ping_that_stays_unanswered_for_3_s_ends_the_speaker(
    start: Start, qtbot: QtBot, fault: str, wait: str
) -> None:
    """Issue 8, part 1. The time is not waited for: the timer that measures it is looked at, then let run out."""
    process = start(fault)
    if fault == "deaf":
        process.start()
    else:
        ready(qtbot, process)
        process.send(SENTENCE)
    if wait == "_pong":
        process._pulse.timeout.emit()
    timer = getattr(process, wait)
    assert timer.isActive()
    assert timer.isSingleShot()
    assert timer.interval() == ANSWER_SECONDS * 1000 == 3000
    helper = process._process
    assert helper is not None
    with qtbot.waitSignal(process.lost, timeout=ENOUGH) as lost:
        timer.timeout.emit()
    assert "no answer for 3 seconds" in lost.args[0]
    assert helper.state() == helper.ProcessState.NotRunning
    assert not process.is_running


def test_an_answer_stops_the_clock_and_pings_go_on_while_a_sentence_is_said(
    start: Start, qtbot: QtBot
) -> None:
    process = start("endless")
    ready(qtbot, process)
    assert not process._start.isActive()
    with qtbot.waitSignal(process.said, timeout=ENOUGH):
        process.send(SENTENCE)
    assert not process._begin.isActive()
    assert process._longest.isActive()
    assert process._pulse.interval() == PING_SECONDS * 1000
    process._pulse.timeout.emit()
    assert process._pong.isActive()
    qtbot.waitUntil(lambda: not process._pong.isActive(), timeout=ENOUGH)
    assert process.is_running
    process.send(Hush())
    assert not process._longest.isActive()


def test_after_a_speaker_was_lost_another_can_be_started(start: Start, qtbot: QtBot) -> None:
    process = start()
    ready(qtbot, process)
    process._start.timeout.emit()
    assert not process.is_running
    ready(qtbot, process)


def test_a_kiosk_that_is_gone_ends_its_speaker(start: Start, qtbot: QtBot) -> None:
    process = start()
    ready(qtbot, process)
    helper = process._process
    assert helper is not None
    with qtbot.waitSignal(process.lost, timeout=ENOUGH) as lost:
        helper.closeWriteChannel()
    assert lost.args == ["the speaker ended by itself"]


def test_a_speaker_whose_engine_hangs_ends_with_its_kiosk_too() -> None:
    command = [sys.executable, str(HELPER), "deaf"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL) as helper:  # noqa: S603
        assert helper.stdin
        helper.stdin.close()
        assert helper.wait(30) == 0


@pytest.fixture
def deaf_service(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[list[socket.socket]]:
    """A speech service that accepts whoever calls and never says a word."""
    place = str(tmp_path / "speechd.sock")
    callers: list[socket.socket] = []
    with socket.socket(socket.AF_UNIX) as service:
        service.bind(place)
        service.listen()

        def accept() -> None:
            try:
                while True:
                    callers.append(service.accept()[0])
            except OSError:
                return

        threading.Thread(target=accept, daemon=True).start()
        monkeypatch.setenv("SPEECHD_ADDRESS", f"unix_socket:{place}")
        yield callers
        service.shutdown(socket.SHUT_RDWR)
    for caller in callers:
        caller.close()


@pytest.mark.skipif(sys.platform != "linux", reason="speech-dispatcher is of Linux")
def test_a_service_that_accepts_and_never_answers_is_given_up_after_3_s(
    start: Start, qtbot: QtBot, deaf_service: list[socket.socket]
) -> None:
    """Issue 8, part 1: Qt's constructor blocks for ever then. The real engine, the real 3 s."""
    process = start(command=speak_command())
    with qtbot.waitSignal(process.lost, timeout=ENOUGH) as lost:
        process.start()
    if not deaf_service:
        pytest.skip(f"this machine has no libspeechd2: {lost.args[0]}")
    assert "no answer for 3 seconds" in lost.args[0]
    assert not process.is_running


BLOCKED = """
import sys
sys.modules["PySide6.QtTextToSpeech"] = None
sys.path.insert(0, {root!r})
from kiosk.cli import main
main(["speak"])
"""


def test_without_the_libraries_of_speech_the_speaker_says_so(start: Start, qtbot: QtBot) -> None:
    """Without libpulse0 the import of QtTextToSpeech itself fails."""
    assert find_spec("PySide6.QtTextToSpeech")
    code = BLOCKED.format(root=str(Path(__file__).parents[2]))
    process = start(command=[sys.executable, "-c", code])
    with qtbot.waitSignal(process.lost, timeout=ENOUGH) as lost:
        process.start()
    assert "QtTextToSpeech" in lost.args[0]


def test_the_kiosk_itself_never_loads_the_engine() -> None:
    """The speaker's process does; the self-test loads the plugin alone."""
    root = Path(__file__).parents[2] / "kiosk"
    loading = {
        path.name for path in root.rglob("*.py") if "import QTextToSpeech" in path.read_text(encoding="utf-8")
    }
    assert loading == {"system_voice.py"}

"""The voices of this machine, by Qt: the one file that imports QtTextToSpeech. Loaded in the speaker's process only.

Linux: speech-dispatcher (`speechd`). Windows (`winrt`, then `sapi`) and macOS (`darwin`): the system's own voices;
written from Qt's documentation and not tried on those systems. Qt's `mock`, which is silent, is never taken.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QLocale, QObject  # noqa: TID251 - the speaker's own process
from PySide6.QtTextToSpeech import QTextToSpeech  # noqa: TID251

from kiosk.ops.voice import NoVoice, Reports

_ENGINES = ("speechd", "winrt", "sapi", "darwin")
_State = QTextToSpeech.State


class SystemVoice(QObject):
    """Raises NoVoice where this machine has none."""

    def __init__(self, reports: Reports) -> None:
        super().__init__()
        self._reports = reports
        self.name = _engine(QTextToSpeech.availableEngines())
        self._voice = QTextToSpeech(self.name)
        if self._voice.state() == _State.Error:
            raise NoVoice(f"the speech service of this machine does not answer: {self._voice.errorString()}")
        spoken = (each for each in self._voice.availableLocales() if each.language() != QLocale.Language.C)
        self._locales = {locale.bcp47Name(): locale for locale in spoken}
        self.languages = tuple(sorted(self._locales))
        if not self.languages:
            raise NoVoice("no voice is installed")
        self._number: int | None = None
        self._next: Callable[[], None] | None = None
        self._voice.stateChanged.connect(self._changed)

    def say(self, number: int, text: str, language: str, gain: float, speed: float) -> None:
        tag = best_voice(language, self.languages)
        if tag is None:
            self._reports.failed(number, f"there is no voice for {language}")
            return

        def begin() -> None:
            if self._voice.locale() != self._locales[tag]:
                self._voice.setLocale(self._locales[tag])
            self._voice.setVolume(gain)
            self._voice.setRate(rate_of(speed, self.name))
            self._number = number
            self._voice.say(text)

        self.hush()
        if self._voice.state() == _State.Ready:
            begin()
        else:
            self._next = begin  # the engine says when it has really stopped

    def hush(self) -> None:
        self._number = self._next = None
        if self._voice.state() in {_State.Speaking, _State.Paused, _State.Synthesizing}:
            self._voice.stop(QTextToSpeech.BoundaryHint.Immediate)

    def _changed(self, state: QTextToSpeech.State) -> None:
        number = self._number
        if state == _State.Speaking and number is not None:
            self._reports.began(number)
        elif state == _State.Ready:
            self._number = None
            if number is not None:
                self._reports.ended(number)
            elif self._next:
                begin, self._next = self._next, None
                begin()
        elif state == _State.Error and number is not None:
            self._number = None
            self._reports.failed(number, self._voice.errorString())


def _engine(found: Sequence[str]) -> str:
    for name in _ENGINES:
        if name in found:
            return name
    raise NoVoice("Qt finds no speech engine: on Debian and Ubuntu install libspeechd2 and speech-dispatcher")


def best_voice(language: str, tags: Sequence[str]) -> str | None:
    """The tag of the voice for a language: the same country, else any of that language, never another language."""
    wanted = QLocale(language)
    if wanted.language() == QLocale.Language.C:
        return None
    same = [tag for tag in tags if QLocale(tag).language() == wanted.language()]
    same = [tag for tag in same if QLocale(tag).script() == wanted.script()] or same
    exact = [tag for tag in same if tag.lower() == language.lower()]
    return next(
        iter([*exact, *[tag for tag in same if QLocale(tag).territory() == wanted.territory()], *same]), None
    )


def rate_of(speed: float, engine: str) -> float:
    """Qt's rate, -1 to 1 with 0 for the voice's own speed.

    espeak-ng by way of speech-dispatcher goes from 80 to 449 words a minute, with 170 in the middle; Windows from half
    to six times the speed, macOS is taken to go from half to double.
    """
    slowest, fastest = {"speechd": (80 / 170, 449 / 170), "winrt": (0.5, 6.0)}.get(engine, (0.5, 2.0))
    rate = (speed - 1) / (1 - slowest) if speed < 1 else (speed - 1) / (fastest - 1)
    return max(-1.0, min(1.0, rate))

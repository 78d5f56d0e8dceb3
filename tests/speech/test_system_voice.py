"""Which voice of the machine speaks a language, and how fast."""

from __future__ import annotations

import pytest

from kiosk.core.session.hearing import Pace

system_voice = pytest.importorskip(
    "kiosk.ops.system_voice", reason="libpulse0 is missing", exc_type=ImportError
)

TAGS = ("af", "ar", "de", "en-GB", "en", "es", "es-419", "pt-BR", "zh-Hant-TW", "zh")
VOICES = [
    ("en", "en"),
    ("en-GB", "en-GB"),
    ("en-AU", "en-GB"),
    ("es-MX", "es"),
    ("ar", "ar"),
    ("pt", "pt-BR"),
    ("zh-Hant", "zh-Hant-TW"),
    ("fr", None),
    ("en-x-long", "en"),
    ("nonsense", None),
]


@pytest.mark.parametrize(("language", "tag"), VOICES)
def test_a_voice_of_the_language_is_taken_or_none(language: str, tag: str | None) -> None:
    """standards.md SPK-11."""
    assert system_voice.best_voice(language, TAGS) == tag


def test_the_silent_engine_of_qt_is_never_taken() -> None:
    assert system_voice._engine(["mock", "speechd"]) == "speechd"
    with pytest.raises(system_voice.NoVoice):
        system_voice._engine(["mock"])


@pytest.mark.parametrize("engine", ["speechd", "winrt", "sapi", "darwin"])
def test_each_pace_is_a_rate_of_its_own_on_every_engine(engine: str) -> None:
    """standards.md SPK-16."""
    rates = [system_voice.rate_of(pace.speed, engine) for pace in (Pace.SLOW, Pace.NORMAL, Pace.FAST)]
    assert -1 <= rates[0] < rates[1] < 0 < rates[2] <= 1
    assert system_voice.rate_of(1.0, engine) == 0

"""Recordings for tests: silence."""

from __future__ import annotations

import io
import wave


def a_wav(seconds: float, *, rate: int = 8000, width: int = 2, channels: int = 1) -> bytes:
    whole = io.BytesIO()
    with wave.open(whole, "wb") as sound:
        sound.setnchannels(channels)
        sound.setsampwidth(width)
        sound.setframerate(rate)
        sound.writeframes(b"\0" * round(seconds * rate) * width * channels)
    return whole.getvalue()

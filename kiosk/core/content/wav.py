"""WAV files, by their header and their bytes: how long one is, and a stretch of it."""

from __future__ import annotations

import io
import struct
import wave

LONGEST_SECONDS = 180
_FAULTS = (wave.Error, EOFError, OSError, ArithmeticError, ValueError, RuntimeError, struct.error)
"""What Python's reader raises on bytes that are no sound: the RuntimeError was found by a test."""
AS_WAV = "Save it as WAV: PCM, 16 bit, mono or stereo."


class RecordingRefused(Exception):  # noqa: N818 - carries the two sentences of a problem
    def __init__(self, found: str, mend: str = AS_WAV) -> None:
        super().__init__(found)
        self.found, self.mend = found, mend


def length_of(data: bytes) -> float:
    """Seconds of a WAV file that the kiosk can play. Raises RecordingRefused, nothing else."""
    try:
        with wave.open(io.BytesIO(data)) as sound:
            width, channels, rate = sound.getsampwidth(), sound.getnchannels(), sound.getframerate()
            count: int = sound.getnframes()
            is_whole = len(sound.readframes(count)) == count * width * channels
    except _FAULTS as fault:
        raise RecordingRefused("this is no WAV file that the kiosk can play.") from fault
    if width not in {1, 2} or channels not in {1, 2} or not 8_000 <= rate <= 96_000:
        raise RecordingRefused(
            f"this recording has {8 * width} bits a sample, {channels} channels, {rate} Hz."
        )
    if not count or not is_whole:
        raise RecordingRefused("this recording is cut off.", "Copy it here again.")
    if count / rate > LONGEST_SECONDS:
        found = f"this recording is {count / rate:.0f} s long, more than {LONGEST_SECONDS}."
        raise RecordingRefused(found, "Read the slide's text alone, or make two slides of it.")
    return float(count / rate)


def stretch_of(data: bytes, begins: float, ends: float | None) -> bytes:
    """A WAV file of what is heard from one moment to another, in seconds. Raises RecordingRefused, nothing else."""
    whole = io.BytesIO()
    try:
        with wave.open(io.BytesIO(data)) as sound, wave.open(whole, "wb") as stretch:
            rate, count = sound.getframerate(), sound.getnframes()
            first = min(count, max(0, round(begins * rate)))
            last = count if ends is None else min(count, max(first, round(ends * rate)))
            sound.setpos(first)
            stretch.setnchannels(sound.getnchannels())
            stretch.setsampwidth(sound.getsampwidth())
            stretch.setframerate(rate)
            stretch.writeframes(sound.readframes(last - first))
    except _FAULTS as fault:
        raise RecordingRefused("this is no WAV file that the kiosk can play.") from fault
    return whole.getvalue()

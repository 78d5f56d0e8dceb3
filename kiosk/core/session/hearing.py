"""How a patient listens. A new session hears nothing, whatever the one before had set."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct

GAINS = (0.125, 0.25, 0.5, 1.0)
"""The steps of loudness: -18.1, -12.0, -6.0 and 0 dB, so 18 dB apart with one 12 dB over the lowest (SPK-08)."""
USUAL_VOLUME = 1
"""What IT sets to 65 dBA at the head: two steps louder are left, one softer (SPK-09)."""


class Pace(StrEnum):
    NORMAL = "normal"
    SLOW = "slow"
    FAST = "fast"

    @property
    def speed(self) -> float:
        """Times the voice's own; the normal one is calmer than conversation (SPK-16: half to double)."""
        return {Pace.NORMAL: 0.9, Pace.SLOW: 0.5, Pace.FAST: 2.0}[self]


class Hearing(Struct, frozen=True):
    """`is_on`: pages are read as they come; `is_speaking`: sound is due now. `volume` counts the `GAINS` from 0.

    `was_asked`: a first key has asked already whether to read aloud; `is_asking`: the question stands.
    """

    is_on: bool = False
    is_speaking: bool = False
    is_asking: bool = False
    is_agreed: bool = False
    was_asked: bool = False
    volume: int = USUAL_VOLUME
    pace: Pace = Pace.NORMAL

    @property
    def gain(self) -> float:
        return GAINS[self.volume]

"""What this machine has and lacks, for the desk and for `kiosk doctor`."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct


class State(StrEnum):
    GOOD = "good"
    LOOK = "look"
    WRONG = "wrong"


class Finding(Struct, frozen=True):
    """`what` was looked at, `found` says how it is, `mend` what to do; both are whole sentences."""

    what: str
    state: State
    found: str
    mend: str = ""

    def __str__(self) -> str:
        return " ".join(part for part in (f"{self.what}: {self.found}", self.mend) if part)


class Notice(StrEnum):
    """What came of something that staff asked for; the desk says it in words."""

    DONE = "done"
    FAILED = "failed"
    NOTHING_YET = "nothing yet"
    SCALE_KEPT = "scale kept"
    SCALE_NOT_KEPT = "scale not kept"
    SOUND = "sound"
    NO_SOUND = "no sound"
    NOTHING_TO_PREVIEW = "nothing to preview"

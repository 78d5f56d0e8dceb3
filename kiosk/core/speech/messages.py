"""What the kiosk and the speaker's process say to each other: one JSON object a line, over the pipe between them.

Each `Say`, `Play` and `Ping` carries a number; the answer carries the same one. `Hush` has no answer.
"""

from __future__ import annotations

from typing import TypeAlias

import msgspec
from msgspec import Struct

ANSWER_SECONDS = 3.0
"""A speaker that leaves anything unanswered for longer is ended: an engine can hang for ever."""
NO_ANSWER = f"the speaker gave no answer for {ANSWER_SECONDS:.0f} seconds and was ended"


class Say(Struct, frozen=True, tag="say"):
    """`gain` is linear, 0 to 1; `speed` times the voice's own. Answered by `Began`, then `Ended`."""

    number: int
    text: str
    language: str
    gain: float
    speed: float


class Play(Struct, frozen=True, tag="play"):
    """A stretch of a WAV file, in seconds; `ends` None: to its end. Answered by `Began`, then `Ended`."""

    number: int
    file: str
    begins: float
    ends: float | None
    gain: float


class Hush(Struct, frozen=True, tag="hush"):
    """Be silent at once; what was being said is not answered any more."""


class Ping(Struct, frozen=True, tag="ping"):
    number: int


class Ready(Struct, frozen=True, tag="ready"):
    """The first word of a speaker that has been heard to begin and to end: the languages that it has voices for."""

    engine: str
    languages: tuple[str, ...]


class Absent(Struct, frozen=True, tag="absent"):
    """The first and last word of one that cannot speak here, with the reason for staff."""

    reason: str


class Began(Struct, frozen=True, tag="began"):
    """The sound has begun: not that it was asked for, which is no proof (SPK-15)."""

    number: int


class Ended(Struct, frozen=True, tag="ended"):
    number: int


class Failed(Struct, frozen=True, tag="failed"):
    """This one could not be said; the next one may."""

    number: int
    reason: str


class Pong(Struct, frozen=True, tag="pong"):
    number: int


ToSpeaker: TypeAlias = Say | Play | Hush | Ping
FromSpeaker: TypeAlias = Ready | Absent | Began | Ended | Failed | Pong

_TO: msgspec.json.Decoder[ToSpeaker] = msgspec.json.Decoder(ToSpeaker)
_FROM: msgspec.json.Decoder[FromSpeaker] = msgspec.json.Decoder(FromSpeaker)


def line_of(message: ToSpeaker | FromSpeaker) -> bytes:
    return msgspec.json.encode(message) + b"\n"


def to_speaker(line: bytes) -> ToSpeaker | None:
    """None for a line that is no message."""
    try:
        return _TO.decode(line)
    except (msgspec.MsgspecError, UnicodeDecodeError):
        return None


def from_speaker(line: bytes) -> FromSpeaker | None:
    """None for a line that is no message: a library of the system may write what it likes there."""
    try:
        return _FROM.decode(line)
    except (msgspec.MsgspecError, UnicodeDecodeError):
        return None

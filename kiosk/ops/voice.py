"""What the speaker's process needs of a voice, without any library that may be missing."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol


class NoVoice(Exception):  # noqa: N818 - says why, for staff
    pass


class Voice(Protocol):
    """What says sentences. It reports by the three functions it was given, with the number of the sentence."""

    name: str
    languages: tuple[str, ...]

    def say(self, number: int, text: str, language: str, gain: float, speed: float) -> None: ...
    def hush(self) -> None: ...


class Reports:
    """Whom a voice tells. `began` and `ended` take the number of the sentence, `failed` a reason too."""

    def __init__(
        self,
        began: Callable[[int], None],
        ended: Callable[[int], None],
        failed: Callable[[int, str], None],
    ) -> None:
        self.began, self.ended, self.failed = began, ended, failed

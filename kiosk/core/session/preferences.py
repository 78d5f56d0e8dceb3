"""What a patient may set for the length of one session."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum, StrEnum


class TextSize(IntEnum):
    """Per cent of the size that TOKENS.md gives."""

    NORMAL = 100
    LARGE = 150
    LARGEST = 200


class Theme(StrEnum):
    LIGHT = "light"
    CONTRAST = "contrast"


@dataclass(frozen=True, slots=True)
class Preferences:
    language: str = "en"
    text_size: TextSize = TextSize.NORMAL
    theme: Theme = Theme.LIGHT
    calm_motion: bool = False

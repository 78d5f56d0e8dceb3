"""What a patient may set for the length of one session."""

from __future__ import annotations

from enum import IntEnum, StrEnum

from msgspec import Struct


class TextSize(IntEnum):
    """Per cent of the size that TOKENS.md gives."""

    NORMAL = 100
    LARGE = 150
    LARGEST = 200


class Theme(StrEnum):
    LIGHT = "light"
    CONTRAST = "contrast"


class Preferences(Struct, frozen=True):
    language: str = "en"
    text_size: TextSize = TextSize.NORMAL
    theme: Theme = Theme.LIGHT
    calm_motion: bool = False
    controls_low: bool = False
    """Whether all that is touched lies in the lower part of the screen, for who cannot reach higher."""

"""What a patient says to "Did this help you?"."""

from __future__ import annotations

from enum import StrEnum


class Face(StrEnum):
    YES = "yes"
    A_LITTLE = "a little"
    NO = "no"

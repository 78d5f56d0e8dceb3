"""Where the leaflet is that a patient wants on paper."""

from __future__ import annotations

from enum import StrEnum


class Printing(StrEnum):
    """`SENT`: the printer has not answered yet."""

    NOT_ASKED = "not asked"
    SENT = "sent"
    PRINTED = "printed"
    FAILED = "failed"

"""What is wrong in which file, what the screen shows instead, and the one thing to do."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct


class Severity(StrEnum):
    """From a hint to something that patients will not see."""

    ADVICE = "advice"
    WARNING = "warning"
    NOT_SHOWN = "not shown"


class Problem(Struct, frozen=True):
    """`file` is relative to the content folder, with slashes; `line` counts from 1, 0: the file as a whole.

    In a presentation it is the slide's number.

    `found`, `shown` and `mend` are whole sentences without the file's name; `found` begins in lower case because
    the file's name stands before it. `shown` of advice says why it matters.
    """

    file: str
    line: int
    severity: Severity
    found: str
    shown: str
    mend: str

    @property
    def place(self) -> str:
        return (
            f"{self.file}, {'slide' if self.is_of_slide else 'line'} {self.line}" if self.line else self.file
        )

    @property
    def is_of_slide(self) -> bool:
        return self.file.lower().endswith(".pptx")

    def __str__(self) -> str:
        return " ".join(part for part in (f"{self.place}: {self.found}", self.shown, self.mend) if part)

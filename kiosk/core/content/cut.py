"""What a presentation shows of a picture: its edges cut away, mirrored, turned."""

from __future__ import annotations

from msgspec import Struct


class Cut(Struct, frozen=True):
    """The sides are thousandths of the picture that are cut away; `turns` are quarters clockwise, after the mirroring.

    `shape` is the width of what is shown, before it is turned, in thousandths of its height.
    """

    left: int = 0
    top: int = 0
    right: int = 0
    bottom: int = 0
    is_mirrored: bool = False
    is_upside_down: bool = False
    turns: int = 0
    shape: int = 0

    @property
    def changes_nothing(self) -> bool:
        return not (
            self.left
            or self.top
            or self.right
            or self.bottom
            or self.is_mirrored
            or self.is_upside_down
            or self.turns
        )

    @property
    def mark(self) -> str:
        """Short and without a dot: part of the name by which a prepared picture is remembered."""
        sides = f"{self.left}-{self.top}-{self.right}-{self.bottom}-{self.shape}"
        return f"{sides}-{self.turns}{'m' * self.is_mirrored}{'u' * self.is_upside_down}"

"""True size: how large a millimetre is on this screen, and what the pages are drawn with.

Pages are drawn in units, as on a screen of 21.5 inches. A unit keeps its millimetres on every screen that has room
for 1080 of them; on a smaller one the pages close up, but keys and letters stop at their least millimetres, so the
words go on on more parts. One rule for all sizes: there is no step between two layouts for a screen to fall into.
"""

from __future__ import annotations

from msgspec import Struct

PX_PER_MM = 4.03
"""Of the screen that the measures are drawn for; 20 mm are 81 units, 25 mm 101."""
LEAST_UNITS = 1080
"""Of a screen's shorter side: what the pages need for all their words and keys as they are drawn."""
SMALL_MM = 200
"""A calibrated screen whose shorter side is less has no strip of steps; the doctor calls it small."""
SMALLEST_MM = 130
"""Of the shorter side (10 inches): on less, 20 mm a key leave no room for words, and all gets smaller."""
KEY_UNITS, BODY_UNITS, CAPITAL_EM = 112, 44, 0.668
"""Height of a key, and of body text with its capital: 28 mm, and 7.3 mm, which is 0.7 degrees at 600 mm."""
LABEL_UNITS = 45
"""The smallest type at 200 %."""
LEAST_KEY_MM, LEAST_GAP_MM = 20.0, 3.0
LEAST_CAPITALS = (4.8, 6.0, 7.34)
"""Millimetres at 100, 150 and 200 % text, of all words (standards.md VIS-02 and, in the largest text, VIS-01)."""
LEAST_BODY = (4.8, 7.3, 9.6)
"""The same, of what is read in sentences: it grows with what the patient chooses on every screen."""
VISUAL_ANGLE = 0.01222
"""Height of a capital in its distance: 0.7 degrees (VIS-01)."""
LARGEST_SHARE = 0.058
"""Of the shorter side, for the least capital in the largest text: with more, a page holds no sentence."""
USUAL_DISTANCE_MM = 600


class TrueSize(Struct, frozen=True):
    """`unit` and `px_per_mm` are in pixels. `farther` is the viewing distance in usual ones, 1 or more."""

    shorter: int
    unit: float
    px_per_mm: float
    is_calibrated: bool
    measured: float
    """Pixels of a millimetre; more than `px_per_mm` on a screen that is too small even for the least sizes."""
    farther: float = 1.0

    @classmethod
    def of(cls, shorter: int, px_per_mm: float = 0.0, distance_mm: int = USUAL_DISTANCE_MM) -> TrueSize:
        """`shorter` is the screen's shorter side in pixels; `px_per_mm` 0: a screen of the usual size is assumed.

        Who stands farther off gets larger pages, as large as their words still fit.
        """
        most = shorter / LEAST_UNITS
        farther = max(1.0, distance_mm / USUAL_DISTANCE_MM)
        true = min(px_per_mm or most * PX_PER_MM, shorter / SMALLEST_MM)
        unit = min(true * farther / PX_PER_MM, most)
        return cls(shorter, unit, true, bool(px_per_mm), px_per_mm or true, farther)

    @property
    def is_small(self) -> bool:
        return self.is_calibrated and self.shorter < SMALL_MM * self.px_per_mm

    @property
    def key_mm(self) -> float:
        """How high a key is, in the millimetres that were measured."""
        return max(KEY_UNITS * self.unit, LEAST_KEY_MM * self.px_per_mm) / self.measured

    @property
    def capital_mm(self) -> float:
        """How high a capital of body text is."""
        drawn = BODY_UNITS * CAPITAL_EM * self.unit
        return max(drawn, self.least_capital(0, is_body=True)) / self.measured

    @property
    def largest_mm(self) -> float:
        """How high a capital is at least once a patient has chosen the largest text."""
        return max(LABEL_UNITS * CAPITAL_EM * self.unit, self.least_capital(2, is_body=False)) / self.measured

    def least_capital(self, step: int, *, is_body: bool) -> float:
        """Pixels of a capital at 100, 150 or 200 % text (`step` 0, 1, 2), whatever the page would like."""
        least = (LEAST_BODY if is_body else LEAST_CAPITALS)[step] * self.px_per_mm
        if step == len(LEAST_CAPITALS) - 1:
            far = VISUAL_ANGLE * USUAL_DISTANCE_MM * self.farther * self.px_per_mm
            least = max(least, min(far, LARGEST_SHARE * self.shorter))
        return least

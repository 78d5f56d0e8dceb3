"""How a figure changes with time, whatever single samples say."""

from __future__ import annotations

import math
import statistics
from collections.abc import Sequence
from itertools import combinations

from msgspec import Struct

_Z = 1.96
"""Of the normal distribution: 95 of 100 lie within."""


class Trend(Struct, frozen=True):
    """Change in one unit of time: the estimate, and between which it lies with a confidence of 95 %."""

    slope: float
    low: float
    high: float


def trend(times: Sequence[float], figures: Sequence[float]) -> Trend:
    """Theil and Sen's slope: the median of the slopes between all pairs, which a third of wild samples do not move.

    The interval is Sen's (1968), from the variance of Kendall's S. It takes samples for independent; the verdict asks
    for more than that (`verdict.py`). Raises ValueError where no two samples differ in time.
    """
    slopes = sorted(
        (second[1] - first[1]) / (second[0] - first[0])
        for first, second in combinations(zip(times, figures, strict=True), 2)
        if second[0] != first[0]
    )
    if not slopes:
        raise ValueError("two samples at least, at different times")
    count, n = len(times), len(slopes)
    spread = _Z * math.sqrt(count * (count - 1) * (2 * count + 5) / 18)
    low = max(0, math.floor((n - spread) / 2))
    high = min(n - 1, math.ceil((n + spread) / 2))
    return Trend(statistics.median(slopes), slopes[low], slopes[high])

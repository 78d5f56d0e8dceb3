"""What may grow, how fast, and why so fast; and what is said of a soak."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec import Struct

from tests.soak.trend import Trend, trend

LEAST_SAMPLES = 8


class Measure(Struct, frozen=True):
    """`a_day` is what it may grow in a simulated day, `noise` what it changes by chance within a run.

    `is_lost`: it is a leak if it falls, and none if it grows.
    """

    name: str
    a_day: float
    noise: float
    is_lost: bool = False


MEMORY = (
    # A kiosk of 100 MB that is started anew once in three months stays below 200 MB. For hours these two also grow by
    # pages of libraries that are touched for the first time, and by free room between blocks.
    Measure("memory (RSS), MB", 1.0, 12.0),
    Measure("memory (PSS), MB", 1.0, 12.0),
    # What malloc has handed out, and what Python has: they tell a leak from all that. Pictures come and go.
    Measure("malloc, MB", 1.0, 5.0),
    # A block is 64 bytes or so. The content of the day before is kept as long as somebody may go back to it.
    Measure("Python blocks", 15_000.0, 60_000.0),
)
HANDLES = (
    # The usual limit is 1024 descriptors: at this rate they last five years. Some are open for the length of an import.
    Measure("file descriptors", 0.5, 4.0),
    # One is alive for the length of an errand, of a status, of an import.
    Measure("threads", 0.5, 3.0),
    Measure("child processes", 0.5, 2.0),
)
OBJECTS = (
    # A page has up to 60 widgets; the content on Attract decides how many there are when nobody is there.
    Measure("timers", 1.0, 4.0),
    Measure("widgets", 2.0, 25.0),
    # A thousand small objects are about 0.1 MB. A topic more or less in the content is some hundreds.
    Measure("Python objects", 1000.0, 10_000.0),
    # A binding that gives back one too many does so at each call, hundreds of thousands of times in a run; where the
    # last one is given back, the program aborts (PySide6 6.12.0 on Python 3.11). One too few costs nothing, for nobody
    # frees what these are: 6.11.3 keeps one reference to None of each object that Qt deletes.
    Measure("references to None", 1000.0, 6000.0, is_lost=True),
    Measure("references to True", 1000.0, 1000.0, is_lost=True),
)
DISK = (
    # One of five files of 256 kB a day: the log tells of five days at least. It is also held to its cap.
    Measure("log, kB", 256.0, 100.0),
    # Three copies of the content are kept, and their pictures.
    Measure("data folder, MB", 1.0, 4.0),
)
MEASURES = (*MEMORY, *HANDLES, *OBJECTS, *DISK)


class Finding(Struct, frozen=True):
    """`allowed` is what it may change in a simulated day, given how long the run was."""

    measure: Measure
    first: float
    last: float
    trend: Trend
    allowed: float

    @property
    def is_leak(self) -> bool:
        """Whether it changes faster than it may, and surely in that direction."""
        if self.measure.is_lost:
            return self.trend.slope < -self.allowed and self.trend.high < 0
        return self.trend.slope > self.allowed and self.trend.low > 0


def finding(measure: Measure, days: Sequence[float], figures: Sequence[float]) -> Finding:
    """Judge the samples of one measure, taken at these simulated days.

    A short run cannot tell a slow leak from chance: as much as the measure's noise may come together in it. A run of
    a week in simulated time is held to the daily measure alone. Raises ValueError where there are too few samples.
    """
    if len(days) < LEAST_SAMPLES:
        raise ValueError(f"{len(days)} samples say nothing: it takes {LEAST_SAMPLES}")
    allowed = max(measure.a_day, measure.noise / (days[-1] - days[0]))
    return Finding(measure, figures[0], figures[-1], trend(days, figures), allowed)


def findings(days: Sequence[float], samples: Sequence[Mapping[str, float]]) -> list[Finding]:
    """Judge all that was measured. Raises ValueError where there are too few samples."""
    return [finding(each, days, [sample[each.name] for sample in samples]) for each in MEASURES]


def table(found: Sequence[Finding]) -> str:
    """A line for each: what it was and is, its slope with the interval of 95 %, and what is allowed."""
    head = (
        f"{'':5} {'':20} {'first':>9} {'last':>9}   {'a simulated day':>15}   {'95 % between':<25}   allowed"
    )
    return "\n".join([head, *map(_line, found)])


def _line(found: Finding) -> str:
    word, between = "LEAK" if found.is_leak else "ok", f"{found.trend.low:+.2f} and {found.trend.high:+.2f}"
    sign = "-" if found.measure.is_lost else "+"
    return (
        f"{word:5} {found.measure.name:20} {found.first:9.1f} {found.last:9.1f}   {found.trend.slope:+15.2f}"
        f"   {between:<25}   {sign}{found.allowed:.1f}"
    )

"""How long the bundle takes to its settled first screen, against the same from source.

`python -m tests.benchmarks.bundle dist/kiosk`; `python3 dev.py bench` asks as well where dist/kiosk has been built.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
from pathlib import Path

from tests.benchmarks.screen import WatchedScreen
from tests.benchmarks.starting import ROOT, make_copy, say, start_of

STARTS = 9
GOAL = 1.15
"""Issue 12."""


def start_against_source(bundle: Path) -> None:
    with tempfile.TemporaryDirectory(prefix="bench-") as folder, WatchedScreen(1920, 1080) as screen:
        make_copy(Path(folder))
        places = ["--content", str(ROOT / "content"), "--data", str(Path(folder) / "data-shipped")]
        source = [sys.executable, "-m", "kiosk", "run", *places]
        frozen = [str(bundle / "kiosk"), "run", *places]
        for command in (source, frozen):  # warms the disk for both
            start_of(screen, command)
        pairs = [(start_of(screen, source), start_of(screen, frozen)) for _ in range(STARTS)]
    from_source, ours = (statistics.median(each) for each in zip(*pairs, strict=True))
    say("start of the bundle, against from source", ours / from_source, GOAL, f"{ours * 1e3:.0f} ms")


if __name__ == "__main__":
    start_against_source(Path(sys.argv[1]).absolute())

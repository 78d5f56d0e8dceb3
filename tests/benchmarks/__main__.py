"""`python3 dev.py bench`: how fast the kiosk is beside a bare PySide6 window, in one run on this machine.

Prints ratios; times alone compare with nothing. Linux only: it needs Xvfb, xdotool and openbox.
"""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from kiosk.core.content.folder import read_content
from tests.benchmarks.screen import WatchedScreen, cpu_seconds, pss_mb

ROOT = Path(__file__).parents[2]
STARTS, TURNS, IDLE_SECONDS = 5, 14, 60
FRAME_MS = 33.4


def main() -> None:
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        kiosk = _kiosk(Path(folder))
        bare = [sys.executable, str(ROOT / "tests" / "benchmarks" / "bare_window.py")]
        with WatchedScreen(1920, 1080) as screen:
            _start_of(screen, kiosk)  # makes the kiosk's copy, and warms the disk for both
            _start_of(screen, bare)
            starts = [(_start_of(screen, bare), _start_of(screen, kiosk)) for _ in range(STARTS)]
            floor = _turns(screen, bare, lambda _pid: None)
            figures: dict[str, float] = {}
            ours = _turns(screen, kiosk, lambda pid: figures.update(_resting(pid)))
        bare_start, kiosk_start = (statistics.median(each) for each in zip(*starts, strict=True))
        _say("start to settled first screen", kiosk_start / bare_start, 1.5, f"{kiosk_start * 1e3:.0f} ms")
        _say(
            "key to first changed pixel", _median(ours) / _median(floor), 1.3, f"{_median(ours) * 1e3:.1f} ms"
        )
        _say("key to first changed pixel, p95, frames", _p95(ours) * 60, 2.0, f"{_p95(ours) * 1e3:.1f} ms")
        for size in ((1920, 1080), (3840, 2160)):
            slow, frames = _slow_frames(*size)
            _say(f"frames over 33 ms in 20 turns at {size[0]}x{size[1]}", slow, 0, f"of {frames}")
        _say("PSS after all slides at 1920x1080, MB", figures["pss"], 120, "")
        _say(f"idle CPU on a still slide over {IDLE_SECONDS} s, %", figures["idle"], 0.2, "")
        _say("check: a slide of 10,000 against one of 1,000", _check_ratio(Path(folder)), 1.3, "")


def _say(what: str, figure: float, goal: float, note: str) -> None:
    verdict = "ok  " if figure <= goal else "OVER"
    sys.stdout.write(f"{verdict} {what}: {figure:.2f} (goal {goal:g} or less) {note}\n")
    sys.stdout.flush()


def _kiosk(folder: Path) -> list[str]:
    settings = folder / "machine.toml"
    settings.write_text("repeat_guard = 0.0\n")
    places = ["--content", str(ROOT / "content"), "--data", str(folder / "data"), "--settings", str(settings)]
    return [sys.executable, "-m", "kiosk", "run", *places]


def _start_of(screen: WatchedScreen, command: Sequence[str]) -> float:
    """Seconds from the start of the program to the last change of its first screen."""
    empty = screen.rows()
    began = time.perf_counter()
    process = subprocess.Popen(command, env=screen.environ, cwd=ROOT, stderr=subprocess.DEVNULL)  # noqa: S603
    try:
        return screen.wait_until_still(0.8, lambda rows: rows != empty) - began
    finally:
        _end(screen, process, empty)


def _turns(screen: WatchedScreen, command: Sequence[str], rest: Callable[[int], None]) -> list[float]:
    """Seconds from a key to the first changed pixel, for each of some turns; then `rest` looks at the process."""
    empty = screen.rows()
    process = subprocess.Popen(command, env=screen.environ, cwd=ROOT, stderr=subprocess.DEVNULL)  # noqa: S603
    found = []
    try:
        screen.wait_until_still(1.0, lambda rows: rows != empty)
        screen.key("Right")
        for _ in range(TURNS):
            screen.wait_until_still(1.2)
            before = screen.rows()
            pressed = time.perf_counter()
            screen.key("Right")
            found.append(screen.wait_for_change(before) - pressed)
        screen.wait_until_still(1.0)
        screen.key("Left")
        screen.wait_until_still(2.0)
        rest(process.pid)
    finally:
        _end(screen, process, empty)
    return found


def _resting(pid: int) -> dict[str, float]:
    memory, before = pss_mb(pid), cpu_seconds(pid)
    time.sleep(IDLE_SECONDS)
    return {"pss": memory, "idle": (cpu_seconds(pid) - before) / IDLE_SECONDS * 100}


def _end(screen: WatchedScreen, process: subprocess.Popen[bytes], empty: bytes) -> None:
    process.kill()
    process.wait(10)
    end = time.perf_counter() + 5
    while screen.rows() != empty and time.perf_counter() < end:
        time.sleep(0.05)


def _slow_frames(width: int, height: int) -> tuple[int, int]:
    """Frames that came more than 33 ms after the one before, and how many there were."""
    command = [sys.executable, "-m", "tests.benchmarks.turns", str(ROOT / "content")]
    with WatchedScreen(width, height) as screen:
        done = subprocess.run(  # noqa: S603
            command,
            env=screen.environ,
            cwd=ROOT,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            check=True,
        )
    gaps = json.loads(done.stdout)["gaps_ms"]
    return sum(gap > FRAME_MS for gap in gaps), len(gaps)


def _check_ratio(folder: Path) -> float:
    """Cost of reading a slide among 10,000, over that among 1,000; the best of three each."""
    costs = []
    for count in (1000, 10_000):
        topic = folder / f"many-{count}" / "topic"
        topic.mkdir(parents=True)
        for number in range(count):
            text = f"# Slide {number}\n\nSome people feel better for a short time.\n\n> It may help for a while.\n"
            (topic / f"{number:04}-slide.md").write_text(text)
        costs.append(min(_reading_seconds(topic.parent) for _ in range(3)) / count)
    return costs[1] / costs[0]


def _reading_seconds(folder: Path) -> float:
    began = time.perf_counter()
    read_content(folder, today=date(2026, 1, 1))
    return time.perf_counter() - began


def _median(seconds: Sequence[float]) -> float:
    return statistics.median(seconds)


def _p95(seconds: Sequence[float]) -> float:
    return statistics.quantiles(seconds, n=20)[-1]


if __name__ == "__main__":
    main()

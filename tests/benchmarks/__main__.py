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
from datetime import UTC, date, datetime
from pathlib import Path

from kiosk.core.content.folder import read_content
from kiosk.ops.builtin import write_builtin
from kiosk.ops.import_order import Order, Outcome
from kiosk.ops.importer import Importer
from tests.benchmarks.bundle import start_against_source
from tests.benchmarks.large_folders import put_photos, put_slides
from tests.benchmarks.screen import WatchedScreen, cpu_seconds, pss_mb
from tests.benchmarks.starting import ROOT, end, make_copy, say, start_of

STARTS, TURNS, IDLE_SECONDS = 5, 14, 60
FRAME_MS = 33.4


def main() -> None:
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        kiosk = _kiosk(Path(folder))
        bare = [sys.executable, str(ROOT / "tests" / "benchmarks" / "bare_window.py")]
        with WatchedScreen(1920, 1080) as screen:
            make_copy(Path(folder))
            start_of(screen, kiosk)  # warms the disk for both
            start_of(screen, bare)
            starts = [(start_of(screen, bare), start_of(screen, kiosk)) for _ in range(STARTS)]
            floor = _turns(screen, bare, lambda _pid: None)
            figures: dict[str, float] = {}
            ours = _turns(screen, kiosk, lambda pid: figures.update(_resting(pid)))
        bare_start, kiosk_start = (statistics.median(each) for each in zip(*starts, strict=True))
        say("start to settled first screen", kiosk_start / bare_start, 1.5, f"{kiosk_start * 1e3:.0f} ms")
        say(
            "key to first changed pixel", _median(ours) / _median(floor), 1.3, f"{_median(ours) * 1e3:.1f} ms"
        )
        say("key to first changed pixel, p95, frames", _p95(ours) * 60, 2.0, f"{_p95(ours) * 1e3:.1f} ms")
        for size in ((1920, 1080), (3840, 2160)):
            slow, frames = _slow_frames(*size)
            say(f"frames over 33 ms in 20 turns at {size[0]}x{size[1]}", slow, 0, f"of {frames}")
        say("PSS after all slides at 1920x1080, MB", figures["pss"], 120, "")
        say(f"idle CPU on a still slide over {IDLE_SECONDS} s, %", figures["idle"], 0.2, "")
        ratio, seconds = _start_with_many_slides(Path(folder))
        say("start with 10,000 slides, against the shipped topic", ratio, 1.2, f"{seconds * 1e3:.0f} ms")
        built = ROOT / "dist" / "kiosk"
        if (built / "_internal").is_dir():
            start_against_source(built)
        stall, slow, frames = _stalls_of_an_import(Path(folder))
        say("longest stall while 1,000 slides with photos are imported, ms", stall, FRAME_MS, "")
        say("frames over 33 ms in page turns meanwhile", slow, 0, f"of {frames}")
        say("check: a slide of 10,000 against one of 1,000", _check_ratio(Path(folder)), 1.3, "")


def _kiosk(folder: Path, content: Path = ROOT / "content", name: str = "shipped") -> list[str]:
    settings = folder / "machine.toml"
    settings.write_text("repeat_guard = 0.0\n")
    data = folder / f"data-{name}"
    places = ["--content", str(content), "--data", str(data), "--settings", str(settings)]
    # msgspec takes typing_extensions where it is installed, as python-pptx does; the bundle leaves it out.
    program = (
        "import sys; sys.modules['typing_extensions'] = None; from kiosk.cli import main; sys.exit(main())"
    )
    return [sys.executable, "-c", program, "run", *places]


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
        end(screen, process, empty)
    return found


def _resting(pid: int) -> dict[str, float]:
    memory, before = pss_mb(pid), cpu_seconds(pid)
    time.sleep(IDLE_SECONDS)
    return {"pss": memory, "idle": (cpu_seconds(pid) - before) / IDLE_SECONDS * 100}


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


def _start_with_many_slides(folder: Path) -> tuple[float, float]:
    """How much longer it takes to the first screen with 10,000 slides, and how long, in seconds."""
    many = folder / "many"
    put_slides(many, ROOT / "content", 10_000, topics=20)
    commands = [_kiosk(folder, ROOT / "content", "few"), _kiosk(folder, many, "many")]
    for content, name in ((ROOT / "content", "few"), (many, "many")):
        order = Order(str(content), str(folder / f"data-{name}"), datetime.now(UTC), date(2026, 1, 1))
        assert Importer(order, lambda _: None).run() is Outcome.PUBLISHED
    with WatchedScreen(1920, 1080) as screen:
        for command in commands:
            start_of(screen, command)
        pairs = [tuple(start_of(screen, command) for command in commands) for _ in range(STARTS)]
    few, many_slides = (statistics.median(each) for each in zip(*pairs, strict=True))
    return many_slides / few, many_slides


def _stalls_of_an_import(folder: Path) -> tuple[float, int, int]:
    """The longest wait of the event loop in ms, frames of page turns that came late, and how many there were."""
    put_photos(folder / "photos", 1000)
    write_builtin(ROOT / "content", folder / "builtin")
    places = [str(folder / name) for name in ("photos", "data-photos", "builtin")]
    with WatchedScreen(1920, 1080) as screen:
        done = subprocess.run(  # noqa: S603
            [sys.executable, "-m", "tests.benchmarks.importing", *places],
            env=screen.environ,
            cwd=ROOT,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            check=True,
        )
    found = json.loads(done.stdout)
    assert found["code"] == 0, "the import did not come to an end"
    return found["stall_ms"], sum(gap > FRAME_MS for gap in found["gaps_ms"]), len(found["gaps_ms"])


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

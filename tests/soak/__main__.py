"""`python3 dev.py soak --minutes N`: does anything grow, day after day? Linux only.

A kiosk with a real importer, a real process that speaks with a fake voice, and simulated days of 14.4 minutes is
touched, listened to and fed without a rest. Exit code 0: nothing grows faster than it may, nothing was logged as an
error. 1: something does, or was. 128 + n: ended by signal n. All samples, the verdict and the kiosk's log stay in
build/soak.
"""

from __future__ import annotations

import argparse
import os
import random
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TextIO

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from kiosk.ops.log import FILE, KEPT, LARGEST
from tests.soak.measures import log_bytes
from tests.soak.run import Plan, Record, soak
from tests.soak.verdict import MEASURES, findings, table

OUT = Path(__file__).parents[2] / "build" / "soak"
LEAST_WARM_UP, SHARE_OF_WARM_UP = 15.0, 0.2
SAMPLES = 180
"""In a whole run; in a short one no more than one a second."""


def main(arguments: Sequence[str], meanwhile: Callable[[], None] = lambda: None) -> int:
    """Soak, print what came of it, and return the exit code."""
    parser = argparse.ArgumentParser(prog="dev.py soak")
    parser.add_argument("--minutes", type=float, default=10.0, help="real ones; 14.4 are a simulated day")
    parser.add_argument("--seed", type=int, help="does again what an earlier run did, as far as processes do")
    parser.add_argument("--out", type=Path, default=OUT, help="where samples, verdict and log go")
    options = parser.parse_args(arguments)
    seed = random.SystemRandom().randrange(1_000_000) if options.seed is None else options.seed
    plan = plan_of(options.minutes * 60, seed)
    out: Path = options.out
    out.mkdir(parents=True, exist_ok=True)
    for old in out.glob(f"{FILE}*"):
        old.unlink()
    with (out / "verdict.txt").open("w") as verdict, (out / "samples.csv").open("w") as samples:
        say = _Both(verdict)
        say(f"seed {seed}, {plan.seconds / 60:g} minutes, of which {plan.warm_up / 60:.2g} to warm up")
        samples.write(",".join(["simulated days", *(f'"{each.name}"' for each in MEASURES)]) + "\n")

        def note(days: float, sample: dict[str, float]) -> None:
            samples.write(
                ",".join([f"{days:.4f}", *(f"{sample[each.name]:.2f}" for each in MEASURES)]) + "\n"
            )
            samples.flush()

        record = soak(plan, out, note, meanwhile)
        code = report(record, log_bytes(out), say)
    return record.code or code


def plan_of(seconds: float, seed: int) -> Plan:
    warm_up = max(LEAST_WARM_UP, seconds * SHARE_OF_WARM_UP)
    return Plan(seconds, warm_up, max(1.0, seconds / SAMPLES), seed)


def report(record: Record, log_size: int, say: Callable[[str], None]) -> int:
    """Say what was found; return 1 where something is wrong."""
    for what, count in sorted(record.done.items()):
        say(f"{count:8} {what}")
    try:
        found = findings(record.days, record.samples)
    except ValueError as reason:
        say(f"No verdict: {reason}.")
        return 1
    say(f"{len(record.days)} samples in {record.days[-1] - record.days[0]:.2f} simulated days")
    say(table(found))
    wrong = [f"{each.measure.name}" for each in found if each.is_leak]
    if log_size > LARGEST * (KEPT + 1):
        wrong.append(f"the log has {log_size} bytes")
    if record.errors:
        wrong.append(f"{record.errors} errors were logged")
    say("Nothing leaks." if not wrong else f"NOT SOUND: {'; '.join(wrong)}.")
    return 1 if wrong else 0


class _Both:
    """Says it here and in the file."""

    def __init__(self, file: TextIO) -> None:
        self._file = file

    def __call__(self, text: str) -> None:
        for out in (sys.stdout, self._file):
            out.write(text + "\n")
            out.flush()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

"""The soak itself: short ones, a healthy one and those with a leak put in."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.soak.verdict import MEASURES

ROOT = Path(__file__).parents[2]
MINUTES = "0.6"
LONGEST = 300  # seconds, on a machine that has other things to do


def soak(out: Path, *command: str) -> tuple[int, str]:
    """The exit code, and what it printed."""
    options = ["--minutes", MINUTES, "--seed", "1", "--out", str(out)]
    done = subprocess.run(  # noqa: S603 - this Python
        [sys.executable, "-m", *command, *options],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
        timeout=LONGEST,
        check=False,
    )
    return done.returncode, done.stdout


def counts(said: str) -> dict[str, int]:
    """How often each thing was done."""
    return {what: int(number) for number, what in re.findall(r"^ *(\d+) (\D+)$", said, re.MULTILINE)}


@pytest.mark.long
def test_a_short_soak_is_lived_through_and_its_figures_are_kept(tmp_path: Path) -> None:
    """Memory is not judged: half a minute does not fill every cache of the first hours."""
    _, said = soak(tmp_path, "tests.soak")
    assert said.startswith("seed 1, 0.6 minutes")
    done = counts(said)
    for what in ("touches and keys", "sessions begun", "sentences said", "new content went live"):
        assert done[what] > 0, said
    judged = [row for row in said.splitlines() if row.startswith(("ok ", "LEAK "))]
    assert len(judged) == len(MEASURES)
    leaks = [row for row in judged if row.startswith("LEAK") and "memory" not in row]
    assert leaks == []
    assert "errors were logged" not in said
    assert (tmp_path / "verdict.txt").read_text() == said
    assert len((tmp_path / "samples.csv").read_text().splitlines()) > 8
    assert "New content goes live" in (tmp_path / "kiosk.log").read_text()


@pytest.mark.long
@pytest.mark.parametrize(
    ("kind", "found"),
    [
        ("widget", "widgets"),
        ("timer", "timers"),
        ("descriptor", "file descriptors"),
        ("thread", "threads"),
        ("zombie", "child processes"),
        ("growing_list", "Python objects"),
        ("growing_list", "Python blocks"),
        ("memory", "malloc, MB"),
        ("log", "log, kB"),
        ("error", "1 errors were logged"),
        pytest.param(
            "none",
            "references to None",
            marks=pytest.mark.skipif(sys.version_info >= (3, 12), reason="None is not counted from 3.12 on"),
        ),
    ],
)
def test_a_leak_that_was_put_in_is_found(tmp_path: Path, kind: str, found: str) -> None:
    code, said = soak(tmp_path, "tests.soak.planted", kind)
    verdict = said.splitlines()[-1]
    assert code == 1, said
    assert verdict.startswith("NOT SOUND: ")
    assert found in verdict, said

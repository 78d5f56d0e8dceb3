"""`kiosk insights --csv`, as a program reads it: also while the kiosk runs, and without a display."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pytest

from kiosk.cli import main
from kiosk.core.insights.counts import Tally, Thing, What
from kiosk.ops.clocks import clinic_day
from kiosk.ops.insights_files import InsightsFolder

PROGRAM = """
import sys
from kiosk.cli import main
code = main(["insights", "--csv", "--data", sys.argv[1]])
assert not [name for name in sys.modules if name.startswith("PySide6")]
sys.exit(code)
"""


def counted(data: Path, sessions: int) -> str:
    """Yesterday's sessions, all in a language of odd letters; return yesterday."""
    day = clinic_day() - timedelta(days=1)
    thing = Thing(What.TOPIC, "Rücken, Knie")
    InsightsFolder(data).add([Tally(day, frozenset({Thing(What.SESSION), thing}))] * sessions, day)
    return day.isoformat()


def run(data: Path) -> subprocess.CompletedProcess[bytes]:
    environ = {
        name: value for name, value in os.environ.items() if name not in {"DISPLAY", "QT_QPA_PLATFORM"}
    }
    command = [sys.executable, "-c", PROGRAM, str(data)]
    return subprocess.run(command, capture_output=True, check=False, env=environ)  # noqa: S603


def test_it_prints_csv_with_lf_without_a_display_or_qt(tmp_path: Path) -> None:
    day = counted(tmp_path, 7)
    done = run(tmp_path)
    rows = f'day,what,which,count\n{day},sessions,,5\n{day},topic opened,"Rücken, Knie",5\n'
    assert (done.stdout, done.stderr, done.returncode) == (rows.encode(), b"", 0)


def test_a_month_that_cannot_be_read_is_named_and_left_as_it_is(tmp_path: Path) -> None:
    counted(tmp_path, 4)
    damaged = tmp_path / "insights" / "2020-01.json"
    damaged.write_bytes(b"{")
    done = run(tmp_path)
    assert done.stdout.decode().splitlines()[1].endswith(",sessions,,fewer than 5")
    assert done.stderr == b"kiosk: 2020-01.json cannot be read; its counts are left out.\n"
    assert done.returncode == 1
    assert damaged.read_bytes() == b"{"


def test_where_nothing_was_ever_counted_there_is_the_head_alone(tmp_path: Path) -> None:
    done = run(tmp_path / "nothing")
    assert (done.stdout, done.returncode) == (b"day,what,which,count\n", 0)
    assert list(tmp_path.iterdir()) == []


def test_it_asks_for_a_form(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["insights"])
    assert "--csv" in capsys.readouterr().err

"""The counts on the disk: whole files or none, damage set aside, a full disk survived, nothing finer than a day."""

from __future__ import annotations

import contextlib
import errno
import logging
import os
import stat
import sys
from datetime import date, timedelta
from pathlib import Path

import msgspec
import pytest

from kiosk.core.content.snapshot import write_whole
from kiosk.core.insights.counts import Tally, Thing, What
from kiosk.core.session.events import Begun, Event, HomePressed, NextPressed
from kiosk.core.session.session import Session
from kiosk.ops import insights, insights_files
from kiosk.ops.insights import Counting
from kiosk.ops.insights_files import InsightsFolder
from tests.catalogs import A_DAY, catalog
from tests.faults.faulty_files import FaultyFiles, PowerGone

MARCH = "2026-03.json"
SPANISH = frozenset({Thing(What.SESSION), Thing(What.LANGUAGE, "es")})
ONE = Tally(A_DAY, SPANISH)
FAR_TOO_MANY = 200


@pytest.fixture
def folder(tmp_path: Path) -> InsightsFolder:
    return InsightsFolder(tmp_path)


class Machine:
    """A kiosk's session that is counted; it is `today` until a test says otherwise."""

    def __init__(self, data: Path) -> None:
        self.today, self.is_safe = A_DAY, False
        self.session = Session.at_start(catalog(), A_DAY)
        self.counting = Counting(data, lambda: self.today, is_safe=lambda: self.is_safe)

    def happen(self, *events: Event) -> None:
        for event in events:
            before, self.session = self.session, self.session.after(event)
            self.counting.follow(before, event, self.session)

    def have_sessions(self, count: int) -> None:
        for _ in range(count):
            self.happen(Begun(), NextPressed(), HomePressed())


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    return Machine(tmp_path)


def sessions(folder: InsightsFolder) -> int:
    return sum(counts["sessions"][""] for counts in folder.days()[0].values())


def test_sessions_are_written_together_and_never_while_somebody_is_there(
    machine: Machine, tmp_path: Path
) -> None:
    machine.have_sessions(3)
    machine.happen(Begun(), NextPressed())
    assert list(tmp_path.iterdir()) == []
    machine.counting.write()
    kept = msgspec.json.decode((tmp_path / "insights" / MARCH).read_bytes())
    stopped = {"stopped at": {"backs/02-slide": 3}}
    counted = {"language": {"en": 3}, "sessions": {"": 3}, "topic opened": {"backs": 3}}
    assert kept == {"days": {"2026-03-02": {**counted, **stopped}}}


def test_a_file_is_written_at_the_hour_whether_anybody_was_here_or_not(
    machine: Machine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """PRV-03: so its time tells nothing of a patient."""
    written: list[str] = []

    def noted(path: Path, data: bytes) -> None:
        written.append(path.name)
        write_whole(path, data)

    monkeypatch.setattr(insights_files, "write_whole", noted)
    machine.counting.write()
    machine.have_sessions(1)
    machine.counting.write()
    machine.counting.write()
    assert written == [MARCH] * 3
    assert sessions(InsightsFolder(tmp_path)) == 1


def test_the_last_sessions_are_written_at_the_end(machine: Machine, tmp_path: Path) -> None:
    machine.counting.start()
    machine.have_sessions(2)
    machine.counting.end()
    assert sessions(InsightsFolder(tmp_path)) == 2


def test_a_session_in_the_safe_mode_does_not_count(machine: Machine, tmp_path: Path) -> None:
    machine.is_safe = True
    machine.happen(Begun())
    machine.is_safe = False
    machine.happen(NextPressed(), HomePressed())
    machine.have_sessions(1)
    machine.counting.write()
    assert sessions(InsightsFolder(tmp_path)) == 1


def test_sessions_before_and_after_midnight_of_a_month_go_to_their_own_files(folder: InsightsFolder) -> None:
    last, first = date(2026, 2, 28), date(2026, 3, 1)
    folder.add([Tally(last, SPANISH), Tally(first, SPANISH), Tally(first, SPANISH)], first)
    assert sorted(file.name for file in folder.path.iterdir()) == ["2026-02.json", MARCH]
    assert {day: counts["sessions"][""] for day, counts in folder.days()[0].items()} == {last: 1, first: 2}


def test_days_older_than_thirteen_months_are_deleted_as_the_days_pass(
    machine: Machine, tmp_path: Path
) -> None:
    names = []
    for month in range(20):
        machine.today = date(2026 + (2 + month) // 12, (2 + month) % 12 + 1, 15)
        machine.counting.write()
        names = sorted(file.name for file in (tmp_path / "insights").iterdir())
        assert len(names) == min(13, month + 1)
    assert (names[0], names[-1]) == ("2026-10.json", "2027-10.json")


def test_a_clock_that_went_back_deletes_nothing(machine: Machine, folder: InsightsFolder) -> None:
    folder.add([ONE], A_DAY)
    machine.today = date(1970, 1, 1)
    machine.counting.write()
    assert sessions(folder) == 1


def test_only_the_kiosks_own_files_are_ever_deleted(folder: InsightsFolder) -> None:
    folder.add([ONE], A_DAY)
    for name in ("notes.txt", "2020-01.json", "2020-01.json.damaged", "2020-13.json", ".2026-03.json.77.tmp"):
        (folder.path / name).write_text("{}")
    folder.delete_old(A_DAY)
    assert {file.name for file in folder.path.iterdir()} == {MARCH, "2020-13.json", "notes.txt"}


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\x00" * 4096,
        b'{"days": {"2026-03-02": {"sessions": {"": 3}',
        b'{"days": {"2026-03-02": {"sessions": {"": -3}}}}',
        b'{"days": {"2026-04-02": {"sessions": {"": 3}}}}',
        b'{"days": {"2026-03-02": {"sessions": 3}}}',
        b'{"days": ["2026-03-02"]}',
        b'{"days": {"\xff": {}}}',
        b"[" * 100_000,
    ],
)
def test_a_damaged_month_is_set_aside_and_begins_anew(
    folder: InsightsFolder, data: bytes, caplog: pytest.LogCaptureFixture
) -> None:
    folder.path.mkdir()
    (folder.path / MARCH).write_bytes(data)
    assert folder.days() == ({}, [MARCH])
    with caplog.at_level(logging.WARNING):
        folder.add([ONE], A_DAY)
        folder.add([ONE], A_DAY)
    assert (folder.path / f"{MARCH}.damaged").read_bytes() == data
    assert sessions(folder) == 2
    assert [record.getMessage() for record in caplog.records] == [
        "The counts of 2026-03 were damaged; they are set aside and begin anew."
    ]


def test_a_month_that_a_later_version_wrote_is_read_and_kept(folder: InsightsFolder) -> None:
    folder.path.mkdir()
    later = b'{"more": 1, "days": {"2026-03-02": {"sessions": {"": 3}, "prints": {"": 2}}}}'
    (folder.path / MARCH).write_bytes(later)
    folder.add([ONE], A_DAY)
    assert folder.days()[0][A_DAY] == {"sessions": {"": 4}, "prints": {"": 2}, "language": {"es": 1}}


@pytest.mark.parametrize("is_fatal", [False, True], ids=["fails", "is the last"])
def test_every_operation_of_a_writing_may_go_wrong(tmp_path: Path, *, is_fatal: bool) -> None:
    """Then the old counts are there or the new ones, staff are told of a loss, and the next hour is written."""
    for n in range(1, FAR_TOO_MANY):
        data = tmp_path / str(n)
        InsightsFolder(data).add([ONE] * 3, A_DAY)
        machine = Machine(data)
        machine.have_sessions(4)
        faults = FaultyFiles(n, is_fatal=is_fatal)
        with faults.installed(), contextlib.suppress(PowerGone):
            machine.counting.write()
        found = sessions(InsightsFolder(data))
        assert found in (3, 7), f"operation {n}"
        if not is_fatal and found == 3:
            assert machine.counting.usage().is_lost, f"operation {n}"
        again = Machine(data)
        again.have_sessions(1)
        again.counting.write()
        assert sessions(InsightsFolder(data)) == found + 1
        assert [file.name for file in (data / "insights").iterdir()] == [MARCH], f"operation {n}"
        assert not again.counting.usage().is_lost
        if not faults.was_hit:
            break
    assert 5 < n < FAR_TOO_MANY - 1


def test_a_full_disk_loses_the_counts_tells_staff_and_does_not_fill_the_memory(
    machine: Machine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def full(_path: Path, _data: bytes) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    machine.have_sessions(6)
    with monkeypatch.context() as patch:
        patch.setattr(insights_files, "write_whole", full)
        machine.counting.write()
    assert machine.counting.usage().is_lost
    assert caplog.messages == ["The counts cannot be written: No space left on device."]
    machine.have_sessions(1)
    machine.counting.write()
    assert sessions(InsightsFolder(tmp_path)) == 1
    assert not machine.counting.usage().is_lost


def test_a_file_in_the_place_of_the_folder_is_survived(machine: Machine, tmp_path: Path) -> None:
    (tmp_path / "insights").write_text("a file")
    machine.have_sessions(1)
    machine.counting.write()
    assert machine.counting.usage().is_lost
    assert machine.counting.usage().sessions == 0


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps rights in another way")
def test_nobody_but_the_kiosks_user_can_look_into_the_folder(folder: InsightsFolder) -> None:
    folder.add([ONE], A_DAY)
    assert stat.S_IMODE(folder.path.stat().st_mode) & 0o077 == 0


def test_what_the_desk_is_told_leaves_today_out_until_tomorrow(machine: Machine) -> None:
    machine.have_sessions(12)
    machine.counting.write()
    assert machine.counting.usage().sessions == 0
    machine.today += timedelta(days=1)
    assert machine.counting.usage().sessions == 10


def test_the_thread_writes_at_once_and_then_every_hour(
    machine: Machine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    waits: list[float | None] = []
    machine.have_sessions(1)

    def wait(seconds: float | None = None) -> bool:
        waits.append(seconds)
        machine.have_sessions(1)
        return len(waits) == 3

    monkeypatch.setattr(machine.counting._is_over, "wait", wait)
    machine.counting._run()
    assert waits == [insights.EVERY_SECONDS] * 3 == [3600.0] * 3
    assert sessions(InsightsFolder(tmp_path)) == 4


def test_no_file_time_is_that_of_a_session(machine: Machine, tmp_path: Path) -> None:
    """A session that ends writes nothing; only the hour does."""
    machine.counting.write()
    file = tmp_path / "insights" / MARCH
    os.utime(file, (1, 1))
    machine.have_sessions(5)
    assert file.stat().st_mtime == 1

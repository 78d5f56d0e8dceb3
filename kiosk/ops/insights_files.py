"""The counts on the disk: `insights/2026-03.json` in the data folder, one small file a month."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from datetime import date
from pathlib import Path

import msgspec
from msgspec import Struct

from kiosk.core.content.snapshot import write_whole
from kiosk.core.insights.counts import Days, Tally, added, is_over_age, month_of

_MONTH = re.compile(r"(\d{4}-(?:0[1-9]|1[0-2]))\.json")
_LARGEST = 4_000_000  # bytes: a hundred times what a busy month takes
_log = logging.getLogger(__name__)


class _Month(Struct, frozen=True):
    days: Days = {}


class MonthDamaged(Exception):  # noqa: N818 - as SnapshotDamaged: what happened
    """What lies there is no month's counts."""


class InsightsFolder:
    def __init__(self, data: Path) -> None:
        self.path = data / "insights"

    def add(self, tallies: Iterable[Tally], today: date) -> None:
        """Write what came, this month's file in any case: that it is new must not say that somebody was here.

        Raises OSError; what could not be written is not written later either.
        """
        by_month: dict[str, list[Tally]] = {month_of(today): []}
        for tally in tallies:
            by_month.setdefault(month_of(tally.day), []).append(tally)
        self.path.mkdir(mode=0o700, parents=True, exist_ok=True)
        for month, those in by_month.items():
            days = added(self._kept(month), those)
            data = msgspec.json.format(msgspec.json.encode(_Month(days)))
            write_whole(self.path / f"{month}.json", data + b"\n")

    def delete_old(self, today: date) -> None:
        """Delete months that have been kept long enough, damaged ones too, and what a power cut left half written."""
        with suppress(OSError):
            for file in sorted(self.path.iterdir()):
                month = _MONTH.fullmatch(file.name.removesuffix(".damaged"))
                is_old = month is not None and is_over_age(month[1], today)
                if is_old or (file.name.startswith(".") and file.name.endswith(".tmp")):
                    with suppress(OSError):
                        file.unlink()

    def days(self) -> tuple[Days, list[str]]:
        """All days that are kept, and the names of files that cannot be read."""
        found: Days = {}
        faulty = []
        for file in self._months():
            try:
                found.update(_read(file))
            except (OSError, MonthDamaged):
                faulty.append(file.name)
        return found, faulty

    def _months(self) -> Iterator[Path]:
        try:
            names = sorted(file.name for file in self.path.iterdir())
        except OSError:
            return
        yield from (self.path / name for name in names if _MONTH.fullmatch(name))

    def _kept(self, month: str) -> Days:
        """The month so far. A damaged file is set aside, and the month begins anew."""
        file = self.path / f"{month}.json"
        try:
            return _read(file)
        except FileNotFoundError:
            return {}
        except MonthDamaged:
            file.replace(file.with_name(f"{file.name}.damaged"))
            _log.warning("The counts of %s were damaged; they are set aside and begin anew.", month)
            return {}


def _read(file: Path) -> Days:
    """Raises OSError and MonthDamaged."""
    with file.open("rb") as opened:
        data = opened.read(_LARGEST + 1)
    try:
        days = msgspec.json.decode(data, type=_Month).days
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as fault:
        raise MonthDamaged(file.name) from fault
    if any(f"{month_of(day)}.json" != file.name for day in days):
        raise MonthDamaged(file.name)
    return days

"""`status.json`: how the kiosk is, for whoever looks after many. It names no topic and nobody (PRV-04)."""

from __future__ import annotations

import logging
import os
import shutil
import sys
from datetime import datetime
from pathlib import Path

import msgspec
from msgspec import Struct

from kiosk.core.content.problems import Severity
from kiosk.core.content.snapshot import write_whole
from kiosk.core.content.standing import Standing

EVERY_SECONDS = 60
_log = logging.getLogger(__name__)


class ContentStatus(Struct, frozen=True):
    """`name` is that of the copy on the screen; `age_days` since it was published. Counts are of the last reading."""

    name: str
    live_since: datetime | None
    age_days: float | None
    folder: str
    last_import: datetime | None
    not_shown: int
    warnings: int


class Status(Struct, frozen=True):
    """Times are UTC. `longest_stall_ms` is since the last writing; None: this system does not tell."""

    version: str
    written: datetime
    started: datetime
    content: ContentStatus
    restarts_24h: int
    bad_ends_24h: int
    is_safe_mode: bool
    memory_mb: float | None
    longest_stall_ms: int
    free_disk_mb: int | None


def content_status(standing: Standing, now: datetime) -> ContentStatus:
    live = standing.live
    severities = [problem.severity for problem in standing.problems]
    return ContentStatus(
        name=live.name if live else "",
        live_since=standing.live_since,
        age_days=round((now - live.at).total_seconds() / 86_400, 2) if live else None,
        folder=standing.folder.value,
        last_import=standing.read_at,
        not_shown=severities.count(Severity.NOT_SHOWN),
        warnings=severities.count(Severity.WARNING),
    )


def write_status(folder: Path, status: Status) -> None:
    """Whole or not at all; a full disk leaves the last one."""
    try:
        write_whole(folder / "status.json", msgspec.json.format(msgspec.json.encode(status)))
    except OSError as reason:
        _log.warning("The status cannot be written: %s.", reason.strerror)


def memory_mb() -> float | None:
    """What the process holds in memory now (RSS)."""
    if sys.platform != "linux":
        return None
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return round(pages * os.sysconf("SC_PAGESIZE") / 1e6, 1)


def free_disk_mb(folder: Path) -> int | None:
    try:
        return shutil.disk_usage(folder).free // 1_000_000
    except OSError:
        return None

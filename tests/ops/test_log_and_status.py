"""What the kiosk writes about itself: small, capped, whole, and without a topic."""

from __future__ import annotations

import errno
import logging
import os
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import msgspec
import pytest

from kiosk.core.content.problems import Problem, Severity
from kiosk.core.content.standing import Kept, Standing
from kiosk.ops import log
from kiosk.ops.log import FILE, KEPT, LARGEST, Held, begin_log, open_log_file
from kiosk.ops.status import Status, content_status, free_disk_mb, memory_mb, write_status

NOW = datetime(2026, 3, 2, 12, tzinfo=UTC)


@pytest.fixture
def root_logger() -> Iterator[logging.Logger]:
    logger = logging.getLogger()
    before, level, raises = list(logger.handlers), logger.level, logging.raiseExceptions
    yield logger
    for handler in list(logger.handlers):
        if handler not in before:
            logger.removeHandler(handler)
            handler.close()
    logger.setLevel(level)
    logging.raiseExceptions = raises


def test_what_was_said_before_the_file_is_open_stands_in_it(
    tmp_path: Path, root_logger: logging.Logger
) -> None:
    held = begin_log()
    logging.getLogger("kiosk.x").warning("Before %d.", 1)
    open_log_file(tmp_path / "logs", held)
    logging.getLogger("kiosk.x").warning("After %d.", 2)
    said = (tmp_path / "logs" / FILE).read_text()
    assert [line.split(": ", 1)[1] for line in said.splitlines()] == ["Before 1.", "After 2."]


def test_the_files_are_small_and_few(
    tmp_path: Path, root_logger: logging.Logger, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(log, "LARGEST", 2_000)
    open_log_file(tmp_path, Held())
    root_logger.setLevel(logging.INFO)
    for number in range(1000):
        logging.getLogger("kiosk.x").warning(f"Message {number}.")  # noqa: G004 - each of them another
    files = list(tmp_path.iterdir())
    assert len(files) == KEPT + 1
    assert all(file.stat().st_size <= 2_000 for file in files)
    assert LARGEST * (KEPT + 1) < 2_000_000


@pytest.mark.parametrize("kind", ["a file in its way", "a full disk"])
def test_a_log_that_cannot_be_written_stops_nothing(
    tmp_path: Path, root_logger: logging.Logger, monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    """Faults 38 and 39."""
    held = begin_log()
    if kind == "a full disk":
        open_log_file(tmp_path / "logs", held)

        def full(*_: object) -> None:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

        file = root_logger.handlers[-1]
        assert isinstance(file, logging.StreamHandler)
        monkeypatch.setattr(file, "stream", type("Full", (), {"write": full, "flush": full, "close": full})())
    else:
        (tmp_path / "logs").write_bytes(b"")
        open_log_file(tmp_path / "logs", held)
    logging.getLogger("kiosk.x").warning("Something.")


def standing() -> Standing:
    live = Kept("0007-abc", NOW - timedelta(days=3), 1, 14)
    problems = (
        Problem("sciatica-massage/01.md", 3, Severity.NOT_SHOWN, "the picture is not there.", "", ""),
        Problem("sciatica-massage/topic.toml", 0, Severity.WARNING, "this key is not known.", "", ""),
    )
    return Standing("/content", live=live, live_since=NOW, problems=problems, read_at=NOW)


def test_the_status_says_how_the_content_stands_and_names_no_topic(tmp_path: Path) -> None:
    """PRV-04."""
    status = Status(
        version="1",
        written=NOW,
        started=NOW,
        content=content_status(standing(), NOW),
        restarts_24h=2,
        bad_ends_24h=1,
        is_safe_mode=False,
        memory_mb=memory_mb(),
        longest_stall_ms=12,
        free_disk_mb=free_disk_mb(tmp_path),
    )
    write_status(tmp_path, status)
    text = (tmp_path / "status.json").read_text()
    found = msgspec.json.decode(text)
    content = found["content"]
    assert (content["age_days"], content["not_shown"], content["warnings"]) == (3, 1, 1)
    assert (content["name"], content["folder"]) == ("0007-abc", "answers")
    assert "sciatica" not in text
    assert list(tmp_path.iterdir()) == [tmp_path / "status.json"]


def test_a_status_that_cannot_be_written_leaves_the_last_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "status.json").write_text("the last one")
    monkeypatch.setattr(os, "fsync", lambda _: (_ for _ in ()).throw(OSError(errno.ENOSPC, "No space")))
    status = Status("1", NOW, NOW, content_status(standing(), NOW), 0, 0, False, None, 0, None)
    write_status(tmp_path, status)
    assert (tmp_path / "status.json").read_text() == "the last one"
    assert "The status cannot be written" in caplog.text
    assert list(tmp_path.iterdir()) == [tmp_path / "status.json"]

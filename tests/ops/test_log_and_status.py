"""What the kiosk writes about itself: small, capped, whole, and without a topic."""

from __future__ import annotations

import errno
import logging
import os
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import msgspec
import pytest

from kiosk.core.content.problems import Problem, Severity
from kiosk.core.content.standing import Kept, Standing
from kiosk.ops import log
from kiosk.ops.log import AGAIN_SECONDS, FILE, KEPT, LARGEST, Held, Seldom, Spare, begin_log, open_log_file
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


def lines_of(handlers: list[logging.Handler], texts: list[str]) -> list[list[str]]:
    """What each of these handlers says of messages that come one after another, as `logging` asks them."""
    said: list[list[str]] = [[] for _ in handlers]
    for text in texts:
        record = logging.LogRecord("kiosk", logging.WARNING, "x.py", 1, text, (), None)
        for handler, lines in zip(handlers, said, strict=True):
            if handler.filter(record):
                lines.append(handler.format(record))
    return said


def handler_with(clock: Callable[[], float]) -> logging.Handler:
    handler = logging.StreamHandler()
    handler.setFormatter(Spare("%(message)s"))
    handler.addFilter(Seldom(clock))
    return handler


def test_a_message_is_logged_once_a_minute_and_says_how_often_it_came() -> None:
    now = [0.0]
    handlers = [handler_with(lambda: now[0])]
    assert lines_of(handlers, ["full", "full", "other", "full"]) == [["full", "other"]]
    now[0] += AGAIN_SECONDS
    assert lines_of(handlers, ["full", "full"]) == [["full (and 2 times before this)"]]
    now[0] += AGAIN_SECONDS
    assert lines_of(handlers, ["full"]) == [["full (and 1 times before this)"]]


def test_the_terminal_and_the_file_hold_the_same_messages_back() -> None:
    """What one of them adds must not make another message of it for the next."""
    now = [0.0]
    handlers = [handler_with(lambda: now[0]) for _ in range(2)]
    said: list[list[str]] = [[], []]
    for _ in range(10 * round(AGAIN_SECONDS)):
        for lines, new in zip(said, lines_of(handlers, ["full"]), strict=True):
            lines.extend(new)
        now[0] += 1
    assert said == [["full", *["full (and 59 times before this)"] * 9]] * 2


def test_messages_without_end_do_not_fill_the_memory() -> None:
    seldom = Seldom(lambda: 0.0)
    for number in range(1000):
        seldom.filter(logging.LogRecord("kiosk", logging.WARNING, "x.py", 1, str(number), (), None))
    assert len(seldom._last) <= 201


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

"""What the log may hold: no topic and no slide stands beside a time (standards.md PRV-04).

A message is a constant text; each value in it is listed here, with why it cannot tell what a patient saw. Whoever logs
another value has to think of that, and of this list.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

KIOSK = Path(__file__).parents[2] / "kiosk"
LEVELS = {"debug", "info", "warning", "error", "exception", "critical", "log"}
HARMLESS = {
    "ops/buses.py": {"variable": "the name of one of two variables of the environment"},
    "ops/errors.py": {
        "MOST": "a constant",
        "self._times[-1] - self._times[0]": "seconds",
    },
    "ops/errands.py": {"reason": "SettingNotWritten: about machine.toml, when staff calibrate"},
    "ops/guard.py": {"self._runs.last_trace": "faulthandler's: places in the program, without values"},
    "ops/import_process.py": {"FILE_SECONDS": "a constant"},
    "ops/insights.py": {"reason.strerror": "the system's words, without the file"},
    "ops/insights_files.py": {"month": "no finer than that"},
    "ops/intake.py": {
        "self._content.snapshot and self._content.snapshot.name": "a number and a digest of all the content",
    },
    "ops/live_content.py": {"damaged": "a digest, when the copy is looked through, whoever is there"},
    "ops/log.py": {"reason.strerror or os.strerror(5)": "the system's words, without the file"},
    "ops/print_process.py": {"seconds": "a limit"},
    "ops/runs.py": {"self._file.parent": "the data folder"},
    "ops/start.py": {"problem": "of machine.toml, at the start"},
    "ops/status.py": {"reason.strerror": "the system's words, without the file"},
    "ui/chime.py": {"reason": "a library that is missing"},
    "ui/fonts.py": {"', '.join(failed)": "packages of fonts, at the start"},
    "ui/listening.py": {
        "engine": "the voice's name",
        "len(languages)": "a number",
        "answer.reason": "why a voice or a recording failed: test_listening and test_recording hold it to no names",
    },
    "ui/speaker.py": {"reason": "why the voice is not there, for staff"},
}


def logged(source: str) -> Iterator[tuple[ast.expr, list[ast.expr]]]:
    """Each message that is logged, and the values that go into it."""
    for node in ast.walk(ast.parse(source)):
        match node:
            case ast.Call(func=ast.Attribute(value=logger, attr=level), args=[message, *values]) if (
                level in LEVELS and ast.unparse(logger).startswith(("_log", "logging.getLogger"))
            ):
                yield message, values


def is_constant(message: ast.expr) -> bool:
    """A choice between two texts is one, too."""
    match message:
        case ast.Constant():
            return True
        case ast.IfExp(body=one, orelse=other):
            return is_constant(one) and is_constant(other)
        case _:
            return False


def test_every_message_is_a_constant_and_every_value_in_it_is_known_to_be_harmless() -> None:
    found: dict[str, set[str]] = {}
    for file in sorted(KIOSK.rglob("*.py")):
        for message, values in logged(file.read_text(encoding="utf-8")):
            assert is_constant(message), f"{file}:{message.lineno}"
            found.setdefault(file.relative_to(KIOSK).as_posix(), set()).update(map(ast.unparse, values))
    assert {file: values for file, values in found.items() if values} == {
        file: set(values) for file, values in HARMLESS.items() if values
    }


def test_a_value_that_nobody_knows_would_be_seen() -> None:
    source = '_log.warning("At %s.", slide.key)\nlogging.getLogger(__name__).info(f"{topic}")\nlog(1)\n'
    (_, values), (text, none) = logged(source)
    assert [ast.unparse(value) for value in values] == ["slide.key"]
    assert none == []
    assert not is_constant(text)

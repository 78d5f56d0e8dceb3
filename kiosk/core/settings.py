"""`machine.toml`, which IT owns: settings of this machine. The clinic's are in `content/clinic_text.py`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec import Struct, field

from kiosk.core.content.problems import Problem, Severity

if TYPE_CHECKING:
    from pathlib import Path

    from kiosk.core.content.table import Table

_LARGEST = 200_000  # bytes
_HASH = re.compile(r"scrypt(?:\$\d+){3}(?:\$[A-Za-z0-9+/]+=*){2}")


class Keys(Struct, frozen=True):
    """Names of keys as Qt writes them, such as "Right", "Return" and "F1"."""

    next: str = "Right"
    back: str = "Left"
    up: str = "Up"
    down: str = "Down"
    select: str = "Return"
    help: str = "F1"


class Machine(Struct, frozen=True):
    """Empty texts: not set. `px_per_mm` 0.0 is not calibrated; `repeat_guard` is in seconds."""

    content: str = ""
    pin: str = ""
    px_per_mm: float = 0.0
    viewing_distance_mm: int = 600
    repeat_guard: float = 0.4
    keys: Keys = field(default_factory=Keys)
    printer: str = ""
    insights: bool = False
    log_folder: str = ""


def read_machine(path: Path | None) -> tuple[Machine, tuple[Problem, ...]]:
    """A missing file means the defaults and is no problem. Problems name the file without its folder."""
    if path is None:
        return Machine(), ()
    try:
        if not path.exists():
            return Machine(), ()
        if not path.is_file():
            return Machine(), (_unreadable(path.name, "this is no file."),)
        with path.open("rb") as opened:
            data = opened.read(_LARGEST + 1)
    except (OSError, ValueError):
        return Machine(), (_unreadable(path.name, "this file cannot be opened."),)
    return read_machine_text(data, path.name)


def _unreadable(name: str, found: str) -> Problem:
    mend = "Ask IT to allow the kiosk to read it."
    return Problem(name, 0, Severity.WARNING, found, "The usual settings are used.", mend)


def read_machine_text(data: bytes, file: str) -> tuple[Machine, tuple[Problem, ...]]:
    # Most machines have no machine.toml: only one that has needs the TOML reader at its start.
    from kiosk.core.content.settings_text import open_settings  # noqa: PLC0415

    problems: list[Problem] = []
    table = open_settings(data, file, problems)
    if table is None:
        return Machine(), tuple(problems)
    machine = Machine(
        content=table.text("content", longest=1000),
        pin=_pin(table),
        px_per_mm=table.number("px_per_mm", 0.0, 1.0, 40.0, zero_is_off=True),
        viewing_distance_mm=table.whole("viewing_distance_mm", 600, 200, 5000),
        repeat_guard=table.number("repeat_guard", 0.4, 0.0, 0.5),
        keys=_keys(table.table("keys")),
        printer=table.text("printer"),
        insights=table.yes("insights", default=False),
        log_folder=table.text("log_folder", longest=1000),
    )
    table.report_unknown()
    return machine, tuple(problems)


def _pin(table: Table) -> str:
    pin = table.text("pin", longest=500)
    if re.fullmatch(r"\d{1,20}", pin):
        shown = "No PIN is set."
        table.note("pin", "the PIN stands here readable for everyone.", shown, "Set it with: kiosk pin")
        return ""
    if pin and not _HASH.fullmatch(pin):
        # Kept all the same: a damaged PIN must not open what a sound one closes.
        found = "this is no PIN that the kiosk has written."
        table.note("pin", found, "Nobody can open the staff desk.", "Set it again with: kiosk pin")
    return pin


def _keys(table: Table) -> Keys:
    usual = Keys()
    keys = Keys(
        next=table.text("next", longest=40) or usual.next,
        back=table.text("back", longest=40) or usual.back,
        up=table.text("up", longest=40) or usual.up,
        down=table.text("down", longest=40) or usual.down,
        select=table.text("select", longest=40) or usual.select,
        help=table.text("help", longest=40) or usual.help,
    )
    table.report_unknown()
    names = [keys.next, keys.back, keys.up, keys.down, keys.select, keys.help]
    for name in sorted({name for name in names if names.count(name) > 1}):
        table.note(
            "", f'the key "{name}" is given to two things.', "Only one of them works.", "Choose another key."
        )
    return keys

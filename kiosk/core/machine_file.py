"""One setting of machine.toml, written without touching the other lines.

A library that writes TOML (tomlkit) refuses a file with one wrong line. IT's file may have one, and still a PIN
must be set in it: so the line is found by our own reader, and what was written is read again before it counts.
"""

from __future__ import annotations

import contextlib
import os
import re
from pathlib import Path

from kiosk.core.content.text import decode
from kiosk.core.content.toml_lines import key_lines
from kiosk.core.content.toml_text import parse_toml

OWNER_ONLY = 0o600
_REMARK = re.compile(r"""^[^=]*=\s*(?:"(?:\\.|[^"\\])*"|'[^']*'|[^#"']*?)(\s*#.*)?$""")


class SettingNotWritten(Exception):  # noqa: N818 - it says what is so
    """The file is as it was; the text says why."""


def write_setting(file: Path, key: str, value: str | float) -> None:
    """Set a key outside of any table, in one step; the file becomes readable by its owner alone.

    Raises SettingNotWritten.
    """
    try:
        file = file.resolve()  # a link stays one
        data = file.read_bytes() if file.exists() else b""
        decoded = decode(data)
        if decoded is None:
            raise SettingNotWritten(f"{file} is no plain text.")
        text = with_setting(decoded.text, key, value)
        if parse_toml(text, file.name).values.get(key) != value:
            raise SettingNotWritten(f"{file} cannot be understood. Mend it first: kiosk doctor")
        newline = "\r\n" if b"\r\n" in data else "\n"
        file.parent.mkdir(parents=True, exist_ok=True)
        _replace(file, text.replace("\n", newline).encode())
    except OSError as reason:
        raise SettingNotWritten(f"{file} cannot be written: {reason.strerror or reason}.") from reason


def with_setting(text: str, key: str, value: str | float) -> str:
    """Return the text with this setting; a remark behind the old value stays."""
    lines = text.split("\n")
    new = f'{key} = "{value}"' if isinstance(value, str) else f"{key} = {value}"
    places = list(key_lines(lines))
    for path, index in places:
        if path == (key,):
            remark = _REMARK.match(lines[index])
            lines[index] = new + (remark[1] or "" if remark else "")
            return "\n".join(lines)
    first_table = next((index for _, index in places if lines[index].lstrip().startswith("[")), None)
    if first_table is not None:
        lines[first_table:first_table] = [new, ""]
    elif lines[-1]:
        lines += [new, ""]
    else:
        lines[-1:] = [new, ""]
    return "\n".join(lines)


def _replace(file: Path, content: bytes) -> None:
    """Like `write_whole`, and never readable for others, nor taken from an owner who is not the one who writes."""
    temporary = file.with_name(f".{file.name}.{os.getpid()}.tmp")
    try:
        with os.fdopen(os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, OWNER_ONLY), "wb") as opened:
            opened.write(content)
            opened.flush()
            os.fsync(opened.fileno())
        if file.exists() and hasattr(os, "chown"):
            owner = file.stat()
            with contextlib.suppress(PermissionError):
                os.chown(temporary, owner.st_uid, owner.st_gid)
        temporary.replace(file)
    finally:
        temporary.unlink(missing_ok=True)

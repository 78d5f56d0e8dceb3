"""`kiosk pin`: asks for the staff PIN twice and keeps its hash in machine.toml."""

from __future__ import annotations

import argparse
import getpass
import sys
from collections.abc import Callable

from kiosk.core.language import translator
from kiosk.core.machine_file import SettingNotWritten, write_setting
from kiosk.core.staff.pin import hash_of, refusal
from kiosk.ops.places import settings_file


def set_pin(options: argparse.Namespace, ask: Callable[[str], str] = getpass.getpass) -> int:
    """Return 0 once the PIN is set, 1 where it is not; nothing is written then."""
    _, file = translator("en"), options.settings or settings_file()
    try:
        pin = ask("The new staff PIN, at least 6 digits: ").strip()
        reason = refusal(pin, _)
        if not reason and ask("The same PIN again: ").strip() != pin:
            reason = "The two do not agree."
    except (EOFError, KeyboardInterrupt):
        reason = "Nothing was typed."
    if reason:
        sys.stderr.write(f"{reason} No PIN was set. Try again: kiosk pin\n")
        return 1
    try:
        write_setting(file, "pin", hash_of(pin))
    except SettingNotWritten as fault:
        sys.stderr.write(f"{fault} No PIN was set.\n")
        return 1
    sys.stdout.write(
        f"The PIN is set in {file}.\n"
        "To open the staff desk, touch the upper left corner of the screen five times within 3 seconds.\n"
    )
    return 0

"""Where things are: the content folder, this machine's settings, the kiosk's own data."""

from __future__ import annotations

import sys
from pathlib import Path


def is_bundle() -> bool:
    """Whether this is the program as a clinic gets it, not a checkout."""
    return bool(getattr(sys, "frozen", False))


def content_folder() -> Path:
    """`content/` beside the executable (macOS: beside the `.app`); from source the repository's."""
    if not is_bundle():
        return program_folder() / "content"
    folder = Path(sys.executable).parent
    if sys.platform == "darwin" and folder.parts[-2:] == ("Contents", "MacOS"):
        folder = folder.parents[2]
    return folder / "content"


def program_folder() -> Path:
    """Where `kiosk/` and `assets/` lie, in a bundle with all that they need."""
    return Path(__file__).parents[2]


def builtin_folder() -> Path:
    """The snapshot that is a part of the program; made by `dev.py`, so a bare checkout has none."""
    return program_folder() / "assets" / "builtin"


def icon_file() -> Path:
    """The program's own icon, for a window; Windows and macOS take theirs from the program."""
    return program_folder() / "assets" / "icon" / "kiosk.png"


def settings_file() -> Path:
    from platformdirs import user_config_path  # noqa: PLC0415 - not where the command line names the file

    return user_config_path("kiosk", appauthor=False) / "machine.toml"


def data_folder() -> Path:
    from platformdirs import user_data_path  # noqa: PLC0415 - as above

    return user_data_path("kiosk", appauthor=False)

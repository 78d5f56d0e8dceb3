"""The typeface, from its package. A machine without it shows the slides in the system's own."""

from __future__ import annotations

import logging
from importlib.util import find_spec
from pathlib import Path

from PySide6.QtGui import QFontDatabase

_log = logging.getLogger(__name__)
_FILES = ("AtkinsonHyperlegible-Regular.ttf", "AtkinsonHyperlegible-Bold.ttf")


def load_fonts() -> bool:
    """Return whether every file was loaded; what was not is in the log."""
    spec = find_spec("fontpkg_atkinson_hyperlegible")
    folders = [Path(place) / "files" for place in (spec.submodule_search_locations or [])] if spec else []
    loaded = [
        QFontDatabase.addApplicationFont(str(folder / name)) >= 0 for folder in folders for name in _FILES
    ]
    if not loaded or not all(loaded):
        _log.warning("The typeface Atkinson Hyperlegible could not be loaded; the system's own is used.")
        return False
    return True

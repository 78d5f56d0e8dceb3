"""The typefaces, from their packages. A machine without them shows the slides in the system's own.

Loading all takes half a millisecond: of a font that draws nothing, Qt reads the head alone.
"""

from __future__ import annotations

import logging
from importlib.util import find_spec
from pathlib import Path

from PySide6.QtGui import QFontDatabase

_log = logging.getLogger(__name__)
_FILES = {
    "fontpkg_atkinson_hyperlegible": ("AtkinsonHyperlegible-Regular.ttf", "AtkinsonHyperlegible-Bold.ttf"),
    "fontpkg_noto_sans": ("NotoSans[wdth,wght].ttf",),
    "fontpkg_noto_sans_arabic": ("NotoSansArabic[wdth,wght].ttf",),
}


def font_files() -> list[Path]:
    """Where the files of the typefaces should be; those of a package that is missing, under its mere name."""
    found = []
    for package, names in _FILES.items():
        spec = find_spec(package)
        places = list(spec.submodule_search_locations or []) if spec else []
        found += [Path(places[0] if places else package) / "files" / name for name in names]
    return found


def load_fonts() -> bool:
    """Return whether every file was loaded; what was not is in the log."""
    failed = [file.name for file in font_files() if QFontDatabase.addApplicationFont(str(file)) < 0]
    if failed:
        _log.warning("No font from %s: the system's own is used in its place.", ", ".join(failed))
    return not failed

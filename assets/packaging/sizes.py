"""What each part of a bundle costs, as a table: `python -m assets.packaging.sizes FOLDER`.

Packed is each part by itself, so that the parts together come to a little more than the archive.
"""

from __future__ import annotations

import lzma
import re
import sys
from pathlib import Path

from assets.packaging.archive import FILTERS

PARTS = (
    ("content, as it ships", r"content/|_internal/assets/builtin/"),
    ("words, sounds, unit files, pictures of the program", r"_internal/assets/"),
    ("documents and licences", r"docs/|licenses/|[A-Z-]+(\.md)?$"),
    ("fonts and icons", r"_internal/(fontpkg_|qtawesome/)"),
    ("Pillow: reads pictures", r"_internal/(PIL/|pillow\.libs/|libImaging)"),
    ("lxml: reads presentations", r"_internal/(lxml/|pptx/)"),
    ("ICU: Qt's knowledge of languages", r"_internal/PySide6/Qt/lib/libicu"),
    (
        "Qt for speech and sound",
        r"_internal/PySide6/.*(Multimedia|TextToSpeech|texttospeech)|_internal/libspeechd",
    ),
    ("Qt: Core, Gui, Widgets, Svg and what they need", r"_internal/(PySide6/|shiboken6/)"),
    (
        "Python and its modules",
        r"kiosk(\.exe)?$|_internal/(lib-dynload/|python3[\d.]+/|libpython|base_library)|.*/msgspec/",
    ),
    ("libraries of the system", r"_internal/lib"),
    ("all else", r""),
)


def part_of(name: str) -> str:
    return next(part for part, pattern in PARTS if re.match(pattern, name))


def sizes(folder: Path) -> dict[str, tuple[int, int]]:
    """Bytes on the disk and packed, by part."""
    files: dict[str, list[Path]] = {part: [] for part, _ in PARTS}
    for path in sorted(folder.rglob("*")):
        if path.is_file() and not path.is_symlink():
            files[part_of(path.relative_to(folder).as_posix())].append(path)
    return {part: _measured(paths) for part, paths in files.items() if paths}


def _measured(paths: list[Path]) -> tuple[int, int]:
    packer = lzma.LZMACompressor(filters=FILTERS)
    packed = sum(len(packer.compress(path.read_bytes())) for path in paths) + len(packer.flush())
    return sum(path.stat().st_size for path in paths), packed


def table(found: dict[str, tuple[int, int]]) -> str:
    rows = sorted(found.items(), key=lambda row: -row[1][0])
    disk, packed = (sum(each) for each in zip(*found.values(), strict=True))
    rows.append(("together", (disk, packed)))
    lines = [f"| {part} | {disk / 1e6:.1f} | {packed / 1e6:.1f} |" for part, (disk, packed) in rows]
    return "\n".join(("| part | MB | packed |", "|---|--:|--:|", *lines))


if __name__ == "__main__":
    print(table(sizes(Path(sys.argv[1]))))

"""Writes every picture to its place: python -m assets.drawings.write [NAME ...], from the project's folder.

Each drawing passes the kiosk's own allow-list and this project's limits first; nothing is written if one does not.
"""

import os
import sys
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtGui import QGuiApplication

from assets.drawings.scenes import names, scene_svg
from kiosk.core.content.drawing import drawing_size

ROOT = Path(__file__).resolve().parents[2]
PICTURES = ROOT / "content" / "sciatica-massage" / "pictures"
ELSEWHERE = {
    "get-help-now": ROOT / "content" / "get-help-now.svg",
    "being-updated": ROOT / "assets" / "being-updated.svg",
}
LARGEST, MOST_ELEMENTS = 80_000, 2_000


def place(name: str) -> Path:
    return ELSEWHERE.get(name, PICTURES / f"{name}.svg")


def checked(name: str) -> bytes:
    """The drawing as it goes to disk. Raises PictureRefused or ValueError."""
    data = scene_svg(name).encode()
    if drawing_size(data) != (1000, 800):
        raise ValueError(f"{name}: not 1000 x 800")
    elements = data.count(b"<") - data.count(b"</")
    if len(data) > LARGEST or elements > MOST_ELEMENTS:
        raise ValueError(f"{name}: {len(data)} bytes, {elements} elements; at most {LARGEST} and {MOST_ELEMENTS}")
    return data


def _main(wanted: list[str]) -> None:
    app = QGuiApplication([])
    drawings = {name: checked(name) for name in wanted or names()}
    for name, data in drawings.items():
        target = place(name)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)
        print(f"{target.relative_to(ROOT)}  {len(data) / 1000:.1f} KB")
    app.quit()


if __name__ == "__main__":
    _main(sys.argv[1:])

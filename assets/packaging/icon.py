"""Make of assets/icon/kiosk.svg what Linux, Windows and macOS want: python -m assets.packaging.icon."""

from __future__ import annotations

import io
import os
from pathlib import Path

from PIL import Image
from PySide6.QtCore import QBuffer, QIODevice, Qt
from PySide6.QtGui import QImage, QImageWriter, QPainter
from PySide6.QtSvg import QSvgRenderer

FOLDER = Path(__file__).parents[1] / "icon"
WINDOWS = (16, 20, 24, 32, 40, 48, 64, 256)
MACOS = (32, 64, 128, 256, 512, 1024)
LINUX = 256


def drawn(side: int) -> Image.Image:
    """The drawing as a square of this many pixels, drawn anew and not made smaller, so that it stays sharp."""
    paper = QImage(side, side, QImage.Format.Format_ARGB32)
    paper.fill(Qt.GlobalColor.transparent)
    painter = QPainter(paper)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    QSvgRenderer(str(FOLDER / "kiosk.svg")).render(painter)
    painter.end()
    saved = QBuffer()
    saved.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(saved, b"png").write(paper)
    return Image.open(io.BytesIO(saved.data().data()))


def write(folder: Path) -> None:
    drawn(LINUX).save(folder / "kiosk.png", optimize=True)
    *smaller, largest = map(drawn, WINDOWS)
    sizes = [(side, side) for side in WINDOWS]
    largest.save(folder / "kiosk.ico", append_images=smaller, sizes=sizes)
    *smaller, largest = map(drawn, MACOS)
    largest.save(folder / "kiosk.icns", append_images=smaller)


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    write(FOLDER)

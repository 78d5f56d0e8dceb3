"""Draws pictures the way the kiosk does, to look at.

python -m assets.drawings.render ...

render NAME [FOLDER]             NAME.png at 1000x800 and NAME_small.png at 250x200
render NAME X Y W H ZOOM [FOLDER]  NAME_zoom.png, a close-up
render sheet [FOLDER]            sheet.png: every scene, large, small, and small on the dark theme
NAME is a scene or a .svg file. FOLDER is /tmp/drawings unless told.
"""

import os
import sys
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QByteArray, QRectF
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from assets.drawings.scenes import names, scene_svg

LIGHT, DARK = "#FFFFFF", "#101B2E"
Box = tuple[float, float, float, float]


def picture(text: str, w: int, h: int, back: str = LIGHT, box: Box = (0, 0, 1000, 800)) -> QImage:
    """The part `box` of a drawing on w x h pixels."""
    renderer = QSvgRenderer(QByteArray(text.encode()))
    if not renderer.isValid():
        raise ValueError("Qt cannot read this drawing")
    image = QImage(w, h, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(QColor(back))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    x, y, wide, _ = box
    zoom = w / wide
    renderer.render(painter, QRectF(-x * zoom, -y * zoom, 1000 * zoom, 800 * zoom))
    painter.end()
    return image


def sheet(drawings: list[str], w: int = 500, across: int = 4) -> QImage:
    """All drawings side by side, each also small on the light and on the dark theme."""
    h, small = w * 4 // 5, w // 2
    rows = -(-len(drawings) // across)
    image = QImage(w * min(across, len(drawings)), (h + small) * rows, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(QColor(LIGHT))
    painter = QPainter(image)
    for i, text in enumerate(drawings):
        x, y = i % across * w, i // across * (h + small)
        painter.drawImage(x, y, picture(text, w, h))
        painter.drawImage(x, y + h, picture(text, small, small * 4 // 5))
        painter.fillRect(x + small, y + h, small, small, QColor(DARK))
        painter.drawImage(x + small, y + h, picture(text, small, small * 4 // 5, DARK))
    painter.end()
    return image


def _main(arguments: list[str]) -> None:
    app = QGuiApplication([])
    name, *rest = arguments
    folder = Path(rest.pop() if rest and not rest[-1].replace(".", "").isdigit() else "/tmp/drawings")
    folder.mkdir(parents=True, exist_ok=True)
    if name == "sheet":
        sheet([scene_svg(scene) for scene in names()]).save(str(folder / "sheet.png"))
        return
    text = Path(name).read_text("utf-8") if name.endswith(".svg") else scene_svg(name)
    stem = Path(name).stem
    if rest:
        x, y, w, h, zoom = map(float, rest)
        picture(text, round(w * zoom), round(h * zoom), box=(x, y, w, h)).save(str(folder / f"{stem}_zoom.png"))
    else:
        picture(text, 1000, 800).save(str(folder / f"{stem}.png"))
        picture(text, 250, 200).save(str(folder / f"{stem}_small.png"))
    app.quit()


if __name__ == "__main__":
    _main(sys.argv[1:])

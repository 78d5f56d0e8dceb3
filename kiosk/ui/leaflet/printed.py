"""A leaflet as a PDF, or straight on a printer of Windows."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF
from PySide6.QtGui import QPagedPaintDevice, QPageSize, QPainter, QPdfWriter

from kiosk.core.views.handout import Handout
from kiosk.ui.leaflet.design import FileOf, Leaflet
from kiosk.ui.leaflet.paper import MARGIN, Canvas, Paper, Press

RESOLUTION = 1200
PAGES, SCALES = 2, (1.0, 0.96, 0.92)
"""The ordinary leaflet is one sheet: for that its type may go down to 11 points. What is longer is set as usual."""
_SIZES = {Paper.A4: QPageSize.PageSizeId.A4, Paper.LETTER: QPageSize.PageSizeId.Letter}


def as_pdf(handout: Handout, file_of: FileOf, paper: Paper) -> bytes:
    """Its words can be searched and copied; Qt writes no tags for screen readers."""
    kept = QBuffer()
    kept.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(kept)
    writer.setResolution(RESOLUTION)
    writer.setTitle(handout.title)
    writer.setAuthor(handout.clinic)
    writer.setCreator("kiosk")
    writer.setPageSize(QPageSize(_SIZES[paper]))
    writer.setPageMargins(QMarginsF(0, 0, 0, 0))
    draw(handout, file_of, writer)
    return bytes(kept.data().data())


def draw(handout: Handout, file_of: FileOf, device: QPagedPaintDevice) -> None:
    """Draw every page. Raises OSError where the device takes none."""
    unit = device.logicalDpiX() / 72
    margin = MARGIN * unit
    wide, high = device.width() - 2 * margin, device.height() - 2 * margin
    for scale in SCALES:
        press = Press(wide, high, unit, handout.language, handout.is_large, scale)
        leaflet = Leaflet(press, handout, file_of)
        if handout.is_large or len(leaflet.pages) <= PAGES:
            break
    else:
        press = Press(wide, high, unit, handout.language, handout.is_large)
        leaflet = Leaflet(press, handout, file_of)
    painter = QPainter()
    if not painter.begin(device):
        raise OSError
    try:
        for number in range(len(leaflet.pages)):
            if number:
                device.newPage()
            painter.resetTransform()
            painter.translate(margin, margin)
            leaflet.paint(Canvas(painter, press), number)
    finally:
        painter.end()

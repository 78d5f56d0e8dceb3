"""`kiosk print`: the process that draws one leaflet and hands it to the printer. The kiosk starts it and waits apart.

Nothing is written to the disk here: the order comes over standard input, and the PDF goes to the spooler the same way.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

import msgspec
from msgspec import Struct

from kiosk.core.content.model import Image
from kiosk.core.views.handout import Handout
from kiosk.ops.handout import drawn, file_in
from kiosk.ops.printer import NotPrinted, PrinterState, paper_of, print_pdf, printer_state

NOT_PRINTED = 1


class PrintOrder(Struct, frozen=True):
    """`folders` are where pictures lie."""

    handout: Handout
    printer: str
    folders: tuple[str, ...]

    @property
    def places(self) -> list[Path]:
        return [Path(folder) for folder in self.folders]


def print_job() -> int:
    """Return 0 once the printer has it."""
    order = msgspec.json.decode(sys.stdin.buffer.read(), type=PrintOrder)
    try:
        if sys.platform == "win32":
            _print_on_windows(order)
        else:
            print_pdf(order.printer, drawn(order.handout, order.places, paper_of(order.printer)))
    except (NotPrinted, OSError):
        return NOT_PRINTED
    return 0


def _print_on_windows(order: PrintOrder) -> None:
    """Straight on the printer: Windows has no command that prints a PDF. Not yet run; written from Qt's documents."""
    os.environ["QT_QPA_PLATFORM"] = "windows"
    from PySide6.QtCore import QMarginsF  # noqa: PLC0415, TID251 - after the platform was chosen
    from PySide6.QtGui import QGuiApplication, QPageSize  # noqa: PLC0415, TID251
    from PySide6.QtPrintSupport import QPrinter, QPrinterInfo  # noqa: PLC0415, TID251

    from kiosk.ui.fonts import load_fonts  # noqa: PLC0415
    from kiosk.ui.leaflet.printed import draw  # noqa: PLC0415

    application = QGuiApplication.instance() or QGuiApplication(sys.argv[:1])
    load_fonts()
    if printer_state(order.printer) is not PrinterState.READY:
        raise NotPrinted
    info = QPrinterInfo.printerInfo(order.printer)
    printer = QPrinter(info, QPrinter.PrinterMode.HighResolution)
    is_letter = info.defaultPageSize().id() == QPageSize.PageSizeId.Letter
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.Letter if is_letter else QPageSize.PageSizeId.A4))
    printer.setFullPage(True)
    printer.setPageMargins(QMarginsF(0, 0, 0, 0))
    printer.setDocName("Leaflet")

    def file_of(image: Image) -> Path:
        return file_in(order.places, image)

    draw(order.handout, file_of, printer)
    del application

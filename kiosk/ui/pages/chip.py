"""The evidence chip as a piece of a page's column."""

from __future__ import annotations

from PySide6.QtCore import QRect

from kiosk.core.views.slide import EvidenceMark
from kiosk.ui.flow import BoxPiece
from kiosk.ui.pages.page import Page
from kiosk.ui.widgets.evidence import EvidenceChip, chip_height, chip_rim


def chip_width(page: Page, mark: EvidenceMark) -> int:
    """Pixels that the chip needs."""
    chip = EvidenceChip(page, page.style_, mark)
    width = chip.width_needed()
    chip.setParent(None)
    return width


def chip_piece(page: Page, mark: EvidenceMark, gap: int) -> BoxPiece:
    """`gap` is the space above what can be seen of it, in pixels."""

    def build(x: int, y: int, width: int) -> None:
        chip = EvidenceChip(page, page.style_, mark)
        wide = chip.fit(width)
        page.add_target(chip, QRect(x, y, wide, chip_height(page.style_)))

    return BoxPiece(chip_height(page.style_), gap - chip_rim(page.style_), build)

"""The floor: a bare PySide6 window with one label that a key changes."""

from __future__ import annotations

import sys

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLabel


class BareWindow(QLabel):
    def __init__(self) -> None:
        super().__init__("Page 0")
        self._number = 0
        font = self.font()
        font.setPixelSize(200)
        self.setFont(font)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setWindowFlag(Qt.WindowType.FramelessWindowHint)

    def keyPressEvent(self, _event: QKeyEvent) -> None:
        self._number += 1
        self.setText(f"Page {self._number}")


application = QApplication(sys.argv)
window = BareWindow()
window.setGeometry(application.primaryScreen().geometry())
window.showFullScreen()
sys.exit(application.exec())

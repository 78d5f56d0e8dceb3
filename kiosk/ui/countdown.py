"""Whole seconds that are left, told once a second while the page that shows them is seen."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget


class Countdown:
    """`clock` gives seconds; `show` is called with what is left, at the start and whenever it is another number."""

    def __init__(
        self, page: QWidget, seconds: int, clock: Callable[[], float], show: Callable[[int], None]
    ) -> None:
        self._seconds, self._clock, self._show = seconds, clock, show
        self._began = clock()
        self.left = seconds
        self.timer = QTimer(page)
        self.timer.setInterval(200)
        self.timer.timeout.connect(self.step)

    def start(self, passed: float = 0.0) -> None:
        """Count on from where so many seconds have passed."""
        self._began = self._clock() - passed
        self.step()
        self.timer.start()

    def stop(self) -> None:
        self.timer.stop()

    @property
    def passed(self) -> float:
        """Seconds since the beginning."""
        return self._clock() - self._began

    def step(self) -> None:
        """Show the time that is left now."""
        left = max(0, round(self._seconds - self.passed + 0.49))
        if left != self.left:
            self.left = left
            self._show(left)

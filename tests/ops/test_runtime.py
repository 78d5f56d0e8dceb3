"""What is asked before Qt starts."""

from __future__ import annotations

import sys

import pytest

from kiosk.ops.runtime import bad_pair, has_display


@pytest.mark.parametrize(
    ("python", "pyside", "is_bad"),
    [
        ((3, 11, 2), (6, 12, 0), True),
        ((3, 10, 4), (6, 12, 1), True),
        ((3, 12, 0), (6, 12, 0), False),
        ((3, 11, 2), (6, 11, 3), False),
    ],
)
def test_the_pair_that_aborts_is_refused(
    python: tuple[int, ...], pyside: tuple[int, ...], *, is_bad: bool
) -> None:
    assert bool(bad_pair(python, pyside)) is is_bad


def test_five_hundred_calls_lose_no_reference(qapp: object) -> None:
    """PySide6 6.12.0 on Python 3.11 loses one to None a call, one to True an `emit()`."""
    from PySide6.QtCore import QObject, Signal  # noqa: PLC0415
    from PySide6.QtWidgets import QWidget  # noqa: PLC0415

    class Bell(QObject):
        rang = Signal()

    widget, bell = QWidget(), Bell()
    before = sys.getrefcount(None), sys.getrefcount(True)
    for _ in range(500):
        widget.update()
        bell.rang.emit()
    lost = before[0] - sys.getrefcount(None), before[1] - sys.getrefcount(True)
    assert max(lost) < 50


@pytest.mark.parametrize(
    ("environ", "platform", "has"),
    [
        ({}, "linux", False),
        ({"DISPLAY": ":4321"}, "linux", False),
        ({"DISPLAY": "nonsense"}, "linux", False),
        ({"DISPLAY": "far-away:0"}, "linux", True),
        ({"WAYLAND_DISPLAY": "wayland-0"}, "linux", True),
        ({"QT_QPA_PLATFORM": "offscreen"}, "linux", True),
        ({}, "win32", True),
    ],
)
def test_a_display_is_found_before_qt_would_abort(
    environ: dict[str, str], platform: str, *, has: bool
) -> None:
    assert has_display(environ, platform) is has

"""What guards a paint event against an error in it."""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import wraps
from typing import Any


def guarded(paint: Callable[[Any, Any], None]) -> Callable[[Any, Any], None]:
    """A `paintEvent` whose error goes to `sys.excepthook` at once, with its painter closed.

    Where Python asks for a picture of a page, PySide keeps the error for later and crashes in the next widget that is
    painted; a painter that outlives its event in a traceback crashes too (6.11.3, both seen).
    """

    @wraps(paint)
    def painted(widget: Any, event: Any) -> None:  # noqa: ANN401 - each widget, and each event of Qt
        try:
            paint(widget, event)
        except Exception:  # noqa: BLE001 - whatever it is, it is told
            sys.excepthook(*sys.exc_info())

    return painted

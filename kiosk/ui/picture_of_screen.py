"""A session's screen as pictures, one a part."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtGui import QPixmap

from kiosk.core.session.events import PartsCounted
from kiosk.core.session.session import Session
from kiosk.core.views.view import view_of
from kiosk.ui.window import KioskWindow


def draw_screen(window: KioskWindow, session: Session) -> Iterator[QPixmap]:
    """Yield a picture of each part of the screen, at the window's size."""
    drawn = window.draw(view_of(session), session)
    parts = drawn.page.parts
    drawn.discard()
    counted = session.after(PartsCounted(parts))
    for part in range(1, parts + 1):
        here = counted.on_part(part)
        window.show_drawn(window.draw(view_of(here), here))
        yield window.grab()

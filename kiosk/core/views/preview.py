"""A preview: the screen as a patient will see it, with a key that closes it where *Home* or *Start over* stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from kiosk.core.language import Translate
from kiosk.core.session.events import PreviewClosed
from kiosk.core.views.rail import Key, KeyName

if TYPE_CHECKING:
    from kiosk.core.views.view import View

_ENDS = frozenset({KeyName.HOME, KeyName.START_OVER})


def in_preview(view: View, _: Translate) -> View:
    rail = view.rail
    close = Key(KeyName.CLOSE, _("Close preview"), PreviewClosed())
    leading = tuple(key for key in rail.leading if key.name not in _ENDS)
    return replace(view, rail=replace(rail, leading=(*leading, close)))

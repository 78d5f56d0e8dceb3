"""Cleaning: the screen can be wiped, nothing acts."""

from __future__ import annotations

from datetime import datetime

from msgspec import Struct

from kiosk.core.language import Translate
from kiosk.core.session.events import ClosePressed
from kiosk.core.session.screens import Cleaning
from kiosk.core.session.staff import CLEANING_SECONDS
from kiosk.core.views.rail import Key, KeyName, Rail

BACK_NOW_SECONDS = 5


class CleaningView(Struct, frozen=True):
    """`back` is there after `back_after` seconds. `last` holds `{when}`, which is `last_at`; None: not known."""

    title: str
    text: str
    unit: str
    seconds: int
    back: Key
    back_after: int
    last: str
    last_at: datetime | None
    rail: Rail


def cleaning_view(screen: Cleaning, _: Translate) -> CleaningView:
    return CleaningView(
        title=_("Cleaning"),
        text=_("You can wipe the screen now. It does not react until time is up."),
        unit=_("seconds"),
        seconds=CLEANING_SECONDS,
        back=Key(KeyName.CLOSE_BACK, _("Back now"), ClosePressed()),
        back_after=BACK_NOW_SECONDS,
        last=_("Last cleaned: {when}"),
        last_at=screen.last,
        rail=Rail(leading=()),
    )

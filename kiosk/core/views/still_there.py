"""Still there?: the whole screen is the "I am still here" button."""

from __future__ import annotations

from msgspec import Struct

from kiosk.core.language import Translate
from kiosk.core.session.events import StayPressed
from kiosk.core.session.session import Session
from kiosk.core.views.rail import Key, KeyName, Rail, help_key


class StillThereView(Struct, frozen=True):
    """`seconds` is the whole countdown; it runs from the moment the page is shown."""

    title: str
    lead: str
    note: str
    unit: str
    seconds: int
    stay: Key
    rail: Rail


def still_there_view(session: Session, _: Translate) -> StillThereView:
    return StillThereView(
        title=_("Still there?"),
        lead=_("Touch anywhere to stay on this page."),
        note=_("If not, this starts over for the next person. Nothing about you is kept."),
        unit=_("seconds"),
        seconds=session.catalog.clinic.still_there,
        stay=Key(KeyName.STAY, _("I am still here"), StayPressed()),
        rail=Rail(leading=(help_key(_),)),
    )

"""Overview: all slides of the topic as a grid of small pictures with titles."""

from __future__ import annotations

from msgspec import Struct

from kiosk.core.content.model import Image
from kiosk.core.content.showing import title_of, words_of
from kiosk.core.language import Translate
from kiosk.core.session.events import ClosePressed, FinishPressed, PartPressed, SlideChosen
from kiosk.core.session.screens import Overview
from kiosk.core.session.session import Session
from kiosk.core.views.rail import Key, KeyName, Rail, easier_key, help_key, home_key, part_label


class SlideTile(Struct, frozen=True):
    """`number` counts from 1; `is_seen`: it lies before the slide that the overview was opened from."""

    key: Key
    number: int
    image: Image | None
    is_seen: bool
    is_here: bool


class OverviewView(Struct, frozen=True):
    title: str
    hint: str
    here: str
    tiles: tuple[SlideTile, ...]
    finish: Key
    part: int
    part_label: str
    part_key: Key
    rail: Rail


def overview_view(session: Session, screen: Overview, _: Translate) -> OverviewView:
    topic = session.topic(screen.topic)
    language = session.preferences.language
    here = _("You are here")
    tiles = []
    for index, slide in enumerate(topic.slides):
        title = words_of(slide, topic, language).title
        spoken = _("Page {number}: {title}", number=index + 1, title=title)
        if index == screen.slide:
            spoken = f"{spoken}. {here}"
        key = Key(KeyName.SLIDE, title, SlideChosen(index), spoken=spoken)
        tiles.append(SlideTile(key, index + 1, slide.image, index < screen.slide, index == screen.slide))
    return OverviewView(
        title=title_of(topic, language),
        hint=_("Touch a picture to go there"),
        here=here,
        tiles=tuple(tiles),
        finish=Key(KeyName.FINISH, _("Finish"), FinishPressed()),
        part=screen.part,
        part_label=part_label(session, screen.part, _),
        part_key=Key(KeyName.MORE_TEXT, _("More pages"), PartPressed()),
        rail=Rail(
            leading=(help_key(_), easier_key(_), home_key(session, _)),
            go=Key(
                KeyName.CLOSE_BACK,
                _("Back to page {number}", number=screen.slide + 1),
                ClosePressed(),
            ),
        ),
    )

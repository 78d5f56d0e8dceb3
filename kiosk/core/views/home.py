"""Home: the topics as large tiles."""

from __future__ import annotations

from msgspec import Struct

from kiosk.core.content.model import Image, Topic
from kiosk.core.content.showing import title_of
from kiosk.core.language import Translate
from kiosk.core.session.events import PartPressed, StartOverPressed, TopicChosen
from kiosk.core.session.screens import Home
from kiosk.core.session.session import Session
from kiosk.core.views.rail import Key, KeyName, Rail, easier_key, help_key, part_label


class TopicTile(Struct, frozen=True):
    key: Key
    pages: str
    image: Image | None


class HomeView(Struct, frozen=True):
    """`part` is the page of tiles on show; the page knows how many tiles fit."""

    title: str
    tiles: tuple[TopicTile, ...]
    part: int
    part_label: str
    part_key: Key
    rail: Rail


def home_view(session: Session, screen: Home, _: Translate) -> HomeView:
    language = session.preferences.language
    return HomeView(
        title=_("What would you like to know?"),
        tiles=tuple(_tile(topic, language, _) for topic in session.topics),
        part=screen.part,
        part_label=part_label(session, screen.part, _),
        part_key=Key(KeyName.MORE_TEXT, _("More topics"), PartPressed()),
        rail=Rail(
            leading=(help_key(_), easier_key(_)),
            back=Key(KeyName.START_OVER, _("Start over"), StartOverPressed()),
        ),
    )


def _tile(topic: Topic, language: str, _: Translate) -> TopicTile:
    count = len(topic.slides)
    image = next((slide.image for slide in topic.slides if slide.image), None)
    pages = _.plural("{count} page", "{count} pages", count)
    return TopicTile(Key(KeyName.TOPIC, title_of(topic, language), TopicChosen(topic.key)), pages, image)

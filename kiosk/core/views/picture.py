"""The slide's picture over the whole page, for who sees little."""

from __future__ import annotations

from msgspec import Struct

from kiosk.core.content.model import Image
from kiosk.core.content.showing import words_of
from kiosk.core.language import Translate
from kiosk.core.session.events import ClosePressed
from kiosk.core.session.screens import PictureOpen
from kiosk.core.session.session import Session
from kiosk.core.views.rail import Key, KeyName, Rail, easier_key, help_key, home_key


class PictureView(Struct, frozen=True):
    title: str
    image: Image | None
    alt: str
    rail: Rail


def picture_view(session: Session, screen: PictureOpen, _: Translate) -> PictureView:
    topic = session.topic(screen.topic)
    slide = topic.slides[screen.slide]
    words = words_of(slide, topic, session.preferences.language)
    return PictureView(
        title=words.title,
        image=slide.image,
        alt=words.alt,
        rail=Rail(
            leading=(help_key(_), easier_key(_), home_key(session, _)),
            go=Key(KeyName.CLOSE, _("Close"), ClosePressed()),
        ),
    )

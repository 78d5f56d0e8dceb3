"""*Listen* on every screen's rail, and the question before anything is read."""

from __future__ import annotations

from typing import TypeVar

from msgspec.structs import replace

from kiosk.core.language import Translate, translator
from kiosk.core.session.events import AloudAgreed, AloudDeclined, ListenPressed
from kiosk.core.session.listening import can_listen
from kiosk.core.session.screens import StaffScreen
from kiosk.core.session.session import Session
from kiosk.core.views.rail import Key, KeyName, Question, Rail

ViewT = TypeVar("ViewT")


def with_listening(view: ViewT, session: Session) -> ViewT:
    """Return the view with *Listen*, or *Stop* while it speaks; without it where nothing can speak."""
    rail = getattr(view, "rail", None)
    if not session.voices or not isinstance(rail, Rail) or isinstance(session.screen, StaffScreen):
        return view
    _ = translator(session.preferences.language, session.catalog)
    question = _question(_) if session.hearing.is_asking else None
    listen = _listen_key(session, _) if can_listen(session) else None
    spoken = replace(rail, listen=listen, keeps_listen=True, question=question)
    return replace(view, rail=spoken)  # type: ignore[type-var]


def _listen_key(session: Session, _: Translate) -> Key:
    if session.hearing.is_on and session.hearing.is_speaking:
        return Key(KeyName.STOP, _("Stop"), ListenPressed(), spoken=_("Stop reading aloud"), is_open=True)
    return Key(KeyName.LISTEN, _("Listen"), ListenPressed())


def _question(_: Translate) -> Question:
    return Question(
        title=_("Read aloud on the speaker?"),
        how=_("For yes, press the select key, or hold the lower left corner of the screen again."),
        yes=Key(KeyName.YES, _("Yes"), AloudAgreed()),
        no=Key(KeyName.NO, _("No"), AloudDeclined()),
    )

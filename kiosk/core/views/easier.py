"""Make it easier: one panel, everything on it reversible, all of it gone for the next person."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct

from kiosk.core.language import Translate, translator
from kiosk.core.own_names import own_name
from kiosk.core.session.events import (
    CalmMotionToggled,
    ClosePressed,
    ContrastToggled,
    ControlsLowToggled,
    LanguageChosen,
    ListenToggled,
    LouderPressed,
    PaceChanged,
    PartPressed,
    TextSizeChosen,
)
from kiosk.core.session.hearing import GAINS, Pace
from kiosk.core.session.listening import can_listen
from kiosk.core.session.preferences import TextSize, Theme
from kiosk.core.session.screens import EasierOpen
from kiosk.core.session.session import Session
from kiosk.core.views.rail import Key, KeyName, Rail, easier_key, help_key, home_key, part_label

LANGUAGES_IN_A_ROW = 3


class Section(StrEnum):
    """What a row of choices is about; the drawing layer has an icon for each."""

    TEXT = "text"
    SEE = "see"
    HEAR = "hear"
    REACH = "reach"
    LANGUAGE = "language"


class Choice(Struct, frozen=True):
    """`state` is On or Off for what can be switched, empty for one of several; `sample` is a per cent of text."""

    key: Key
    state: str = ""
    sample: int = 0


class Group(Struct, frozen=True):
    section: Section
    title: str
    choices: tuple[Choice, ...]


class EasierView(Struct, frozen=True):
    title: str
    note: str
    groups: tuple[Group, ...]
    part: int
    part_label: str
    part_key: Key
    rail: Rail


def easier_view(session: Session, screen: EasierOpen, _: Translate) -> EasierView:
    return EasierView(
        title=_("Make it easier"),
        note=_("All goes back to normal for the next person."),
        groups=(
            _text_sizes(session, _),
            _seeing(session, _),
            *_hearing(session, _),
            _reaching(session, _),
            *_languages(session, _),
        ),
        part=screen.part,
        part_label=part_label(session, screen.part, _),
        part_key=Key(KeyName.MORE_TEXT, _("More choices"), PartPressed()),
        rail=Rail(
            leading=(help_key(_), easier_key(_, is_open=True), home_key(session, _)),
            go=Key(KeyName.DONE, _("Done"), ClosePressed()),
        ),
    )


def _text_sizes(session: Session, _: Translate) -> Group:
    names = {TextSize.NORMAL: _("Normal"), TextSize.LARGE: _("Large"), TextSize.LARGEST: _("Largest")}
    chosen = session.preferences.text_size
    choices = []
    for size, name in names.items():
        spoken = _("Text size {name}", name=name)
        if size is chosen:
            spoken = _("Text size {name}, chosen", name=name)
        key = Key(
            KeyName.TEXT_SIZE,
            name,
            TextSizeChosen(size),
            spoken=spoken,
            is_open=size is chosen,
        )
        choices.append(Choice(key, sample=size))
    return Group(Section.TEXT, _("Text size"), tuple(choices))


def _seeing(session: Session, _: Translate) -> Group:
    preferences = session.preferences
    has_contrast = preferences.theme is Theme.CONTRAST
    choices = (
        _switch(KeyName.CONTRAST, _("High contrast"), ContrastToggled(), _, is_on=has_contrast),
        _switch(KeyName.CALM, _("Calm motion"), CalmMotionToggled(), _, is_on=preferences.calm_motion),
    )
    return Group(Section.SEE, _("Seeing"), choices)


def _hearing(session: Session, _: Translate) -> tuple[Group, ...]:
    if not can_listen(session):
        return ()
    hearing = session.hearing
    is_loudest = hearing.volume == len(GAINS) - 1
    louder = _("Quieter") if is_loudest else _("Louder")
    step = _("{number} of {count}", number=hearing.volume + 1, count=len(GAINS))
    paces = {Pace.NORMAL: _("Normal"), Pace.SLOW: _("Slow"), Pace.FAST: _("Fast")}
    pace = paces[hearing.pace]
    spoken = _("Volume {step}. {key}", step=step, key=louder)
    choices = (
        _switch(KeyName.LISTEN, _("Listen"), ListenToggled(), _, is_on=hearing.is_on),
        Choice(Key(KeyName.LOUDER, louder, LouderPressed(), spoken=spoken), step),
        Choice(Key(KeyName.PACE, _("Speed"), PaceChanged(), spoken=_("Speed: {pace}", pace=pace)), pace),
    )
    return (Group(Section.HEAR, _("Hearing"), choices),)


def _reaching(session: Session, _: Translate) -> Group:
    is_low = session.preferences.controls_low
    switch = _switch(KeyName.LOW, _("Controls low"), ControlsLowToggled(), _, is_on=is_low)
    return Group(Section.REACH, _("Reaching"), (switch,))


def _switch(
    name: KeyName,
    label: str,
    event: ContrastToggled | CalmMotionToggled | ControlsLowToggled | ListenToggled,
    _: Translate,
    *,
    is_on: bool,
) -> Choice:
    state = _("On") if is_on else _("Off")
    return Choice(Key(name, label, event, spoken=f"{label}: {state}", is_open=is_on), state)


def _languages(session: Session, _: Translate) -> tuple[Group, ...]:
    """Each by its own name, as who speaks it calls it; none where there is nothing to choose."""
    offered = session.catalog.clinic.languages
    if len(offered) < 2:
        return ()
    choices = [_language(language, session) for language in offered]
    rows = [
        choices[start : start + LANGUAGES_IN_A_ROW] for start in range(0, len(choices), LANGUAGES_IN_A_ROW)
    ]
    return tuple(Group(Section.LANGUAGE, _("Language"), tuple(row)) for row in rows)


def _language(language: str, session: Session) -> Choice:
    _ = translator(language, session.catalog)
    is_chosen = language == session.preferences.language
    name = own_name(language, session.catalog.clinic.languages)
    spoken = _("{language}, chosen", language=name) if is_chosen else name
    event = LanguageChosen(language)
    return Choice(Key(KeyName.LANGUAGE, name, event, spoken=spoken, is_open=is_chosen, language=language))

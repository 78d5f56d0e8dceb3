"""The machine's rows for listening; they stand before all others and leave the screen as it is.

- Nothing is said before somebody asked for it, and nothing that names the topic before somebody agreed (SPK-07, 14).
- The question stands over the page, not in its way: whatever else is pressed means no, and acts.
- While listening is on, whatever is new on the screen is read.
- The voices are the machine's: they outlive every session. How one listened does not.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from kiosk.core.session.events import (
    AloudAgreed,
    AloudDeclined,
    Event,
    FellSilent,
    KeysUsed,
    ListenHeld,
    ListenPressed,
    ListenToggled,
    LouderPressed,
    News,
    PaceChanged,
    PartsCounted,
    VoicesFound,
)
from kiosk.core.session.hearing import GAINS, Hearing, Pace
from kiosk.core.session.screens import EasierOpen, StaffScreen

if TYPE_CHECKING:
    from collections.abc import Callable

    from kiosk.core.session.session import Session


def after_listening(session: Session, event: Event, move: Callable[[Event], Session]) -> Session:  # noqa: PLR0912 - a row a move
    """Return the session after the event; `move` are the rows of the screens."""
    hearing = session.hearing
    match event:
        case VoicesFound(languages):
            return _with_voices(session, languages)
        case FellSilent():
            return _hearing(session, replace(hearing, is_speaking=False))
        case ListenPressed() | ListenHeld() | ListenToggled() | AloudAgreed() | KeysUsed() if not can_listen(
            session
        ):
            return session
        case AloudAgreed() | ListenPressed() | ListenHeld() | ListenToggled() if hearing.is_asking:
            return _hearing(session, _on(hearing))
        case AloudDeclined():
            return _hearing(session, replace(hearing, is_asking=False, is_speaking=hearing.is_on))
        case ListenPressed() if hearing.is_on and hearing.is_speaking:
            return _hearing(session, _off(hearing))
        case ListenToggled() if hearing.is_on:
            return _hearing(session, _off(hearing))
        case ListenHeld() if hearing.is_agreed:
            return replace(
                session, hearing=_on(hearing)
            )  # also where it is on: what was interrupted is said again
        case ListenPressed() | ListenHeld() | ListenToggled():
            return _hearing(session, _on(hearing) if hearing.is_agreed else _asking(hearing))
        case KeysUsed():
            return session if hearing.was_asked or hearing.is_agreed else _hearing(session, _asking(hearing))
        case LouderPressed() if isinstance(session.screen, EasierOpen):
            louder = replace(hearing, volume=(hearing.volume + 1) % len(GAINS))
            return _hearing(session, replace(louder, is_speaking=hearing.is_on))
        case PaceChanged() if isinstance(session.screen, EasierOpen):
            paces = list(Pace)
            pace = paces[(paces.index(hearing.pace) + 1) % len(paces)]
            return _hearing(session, replace(hearing, pace=pace, is_speaking=hearing.is_on))
        case _:
            return _moved(session, event, move(event))


def can_listen(session: Session) -> bool:
    """Whether this machine has a voice for the patient's language; staff's screens are never read to a lobby."""
    return not isinstance(session.screen, StaffScreen) and has_voice(
        session.voices, session.preferences.language
    )


def has_voice(voices: tuple[str, ...], language: str) -> bool:
    """Whether one of these voices speaks the language, in whichever country's way; never another language."""
    wanted = language.lower().partition("-")[0]
    return any(voice.lower().partition("-")[0] == wanted for voice in voices)


def _moved(before: Session, event: Event, after: Session) -> Session:
    if before.voices and not after.voices:
        after = replace(after, voices=before.voices)
    if isinstance(event, News | PartsCounted):
        return after
    hearing = after.hearing
    if hearing.is_on and not has_voice(after.voices, after.preferences.language):
        return _hearing(after, _off(hearing))
    if hearing.is_asking or isinstance(after.screen, StaffScreen):
        return _hearing(after, replace(hearing, is_asking=False, is_speaking=False))
    is_new = after.screen is not before.screen or after.preferences is not before.preferences
    return (
        _hearing(after, replace(after.hearing, is_speaking=True)) if after.hearing.is_on and is_new else after
    )


def _hearing(session: Session, hearing: Hearing) -> Session:
    return session if hearing == session.hearing else replace(session, hearing=hearing)


def _on(hearing: Hearing) -> Hearing:
    return replace(hearing, is_on=True, is_speaking=True, is_asking=False, is_agreed=True)


def _off(hearing: Hearing) -> Hearing:
    return replace(hearing, is_on=False, is_speaking=False, is_asking=False)


def _asking(hearing: Hearing) -> Hearing:
    return replace(hearing, is_asking=True, was_asked=True, is_speaking=True)


def _with_voices(session: Session, languages: tuple[str, ...]) -> Session:
    if languages == session.voices:
        return session
    session = replace(session, voices=languages)
    is_still = has_voice(languages, session.preferences.language)
    return session if is_still else _hearing(session, Hearing())

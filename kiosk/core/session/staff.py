"""The machine's rows for staff: gate, desk, preview, calibration, cleaning mode.

- The gate closes to where it was opened, and so does the cleaning mode: a patient's place is never lost.
- Only a right PIN leads from the gate to the desk, and only through a service: nothing here knows the PIN.
- While the desk is open no patient is in a session, so new content is live at once. Leaving it is a reset.
- What a service has to do is said by `errand_of` (`errands.py`); its answer comes back as an event.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from kiosk.core.session.events import (
    BackPressed,
    Begun,
    CatalogArrived,
    CleanedBefore,
    CleaningAsked,
    ClosePressed,
    DayCame,
    DeskPageChosen,
    DigitPressed,
    EdgeMoved,
    ErasePressed,
    Event,
    GuessesCounted,
    HealthArrived,
    HelpPressed,
    NextPressed,
    Noted,
    PartPressed,
    PartsCounted,
    PinChecked,
    PinEntered,
    PreviewArrived,
    PreviewClosed,
    ScaleChosen,
    ScaleTold,
    StandingArrived,
    UsageArrived,
    WaitEnded,
    WentIdle,
)
from kiosk.core.session.screens import (
    Attract,
    Calibration,
    Cleaning,
    Desk,
    DeskPage,
    Gate,
    GateState,
    HelpOpen,
    Place,
    Preview,
)
from kiosk.core.staff.health import Notice

if TYPE_CHECKING:
    from kiosk.core.session.session import Session

GATE_SECONDS, DESK_SECONDS, CLEANING_SECONDS = 30, 120, 30
LEAST_DIGITS, MOST_DIGITS = 6, 12
CARD_WIDTH_MM, CARD_HEIGHT_MM = 85.60, 53.98
"""A bank card: ISO/IEC 7810 ID-1."""
LEAST_PX_PER_MM = 1.0


def after_for_staff(session: Session, event: Event) -> Session:  # noqa: PLR0912 - a row a move
    """Return the session once this has happened on one of staff's screens."""
    match session.screen, event:
        case ((Desk() | Preview() | Calibration()), CatalogArrived(catalog)):
            return replace(session, catalog=catalog, waiting=None)
        case _, CatalogArrived(catalog):
            return replace(session, waiting=catalog)
        case ((Desk() | Calibration()), DayCame(day)):
            return replace(session, day=day, new_day=None)
        case _, DayCame(day):
            return replace(session, new_day=day)
        case Gate() as gate, _:
            return _after_at_gate(session, gate, event)
        case Cleaning(below), WentIdle() | ClosePressed():
            return _closed_to(session, below)
        case Cleaning() as cleaning, CleanedBefore(at):
            return session.at(replace(cleaning, last=at))
        case ((Desk() | Preview() | Calibration()), WentIdle()):
            return session.ended()
        case Desk() as desk, _:
            return _after_at_desk(session, desk, event)
        case Preview(desk) as preview, StandingArrived(standing):
            return replace(session, screen=replace(preview, desk=replace(desk, standing=standing)))
        case Preview(desk), PreviewClosed():
            return replace(session.at(desk), questions=())
        case Preview() as preview, _:
            return _after_in_preview(session, preview, event)
        case Calibration() as calibration, _:
            return _after_at_calibration(session, calibration, event)
        case _:
            return session


def _after_at_gate(session: Session, gate: Gate, event: Event) -> Session:  # noqa: PLR0912 - a row a move
    match gate.state, event:
        case _, ClosePressed() | BackPressed() | WentIdle():
            return _closed_to(session, gate.below)
        case _, HelpPressed():
            below = gate.below
            return session.at(below if isinstance(below, HelpOpen) else HelpOpen(below=below))
        case _, GuessesCounted(has_pin=False):
            return session.at(replace(gate, state=GateState.NO_PIN))
        case _, GuessesCounted(_, tries_left, wait):
            state = GateState.WAITING if wait else GateState.READY
            return session.at(replace(gate, state=state, tries_left=tries_left, wait=wait))
        case GateState.WAITING, WaitEnded():
            return session.at(replace(gate, state=GateState.READY, wait=0))
        case ((GateState.WAITING | GateState.NO_PIN), _):
            return session
        case GateState.CHECKING, PinChecked(is_right=True):
            # Whoever reads large text reads it here too; the words are those of the clinic.
            language = session.catalog.clinic.languages[0]
            desk = session.at(Desk(), replace(session.preferences, language=language))
            return replace(desk, questions=())
        case GateState.CHECKING, PinChecked(_, tries_left, wait):
            state = GateState.WAITING if wait else GateState.REFUSED
            return session.at(Gate(gate.below, "", state, tries_left, wait))
        case GateState.CHECKING, _:
            return session
        case _, DigitPressed(digit) if len(gate.typed) < MOST_DIGITS:
            return session.at(replace(gate, typed=gate.typed + digit, state=GateState.READY))
        case _, ErasePressed() if gate.typed:
            return session.at(replace(gate, typed=gate.typed[:-1], state=GateState.READY))
        case _, PinEntered():
            state = GateState.CHECKING if len(gate.typed) >= LEAST_DIGITS else GateState.TOO_SHORT
            return session.at(replace(gate, state=state))
        case _:
            return session


def _after_at_desk(session: Session, desk: Desk, event: Event) -> Session:  # noqa: PLR0912 - a row a move
    match event:
        case ClosePressed() if desk.page is DeskPage.EXIT:
            return session.at(replace(desk, page=DeskPage.MACHINE, part=1))
        case ClosePressed():
            return session.ended()
        case DeskPageChosen(page):
            return session.at(replace(desk, page=page, part=1, notice=None))
        case PartPressed():
            return replace(session, screen=replace(desk, part=desk.part % session.parts + 1))
        case PartsCounted(parts) if session.parts != parts or desk.part > parts:
            return replace(session, parts=parts, screen=replace(desk, part=min(desk.part, parts)))
        case StandingArrived(standing):
            return replace(session, screen=replace(desk, standing=standing))
        case HealthArrived(findings):
            return replace(session, screen=replace(desk, findings=findings))
        case UsageArrived(usage):
            return replace(session, screen=replace(desk, usage=usage))
        case Noted(notice):
            return replace(session, screen=replace(desk, notice=notice))
        case CleaningAsked():
            return session.at(Cleaning(below=desk))
        case ScaleTold(px_per_mm, most):
            px_per_mm = max(LEAST_PX_PER_MM, min(px_per_mm, most))
            return session.at(Calibration(replace(desk, notice=None), px_per_mm, most))
        case PreviewArrived(catalog):
            begun = type(session).at_start(catalog, session.day).after(Begun())
            if isinstance(begun.screen, Place):
                return session.at(Preview(replace(desk, notice=None), catalog, begun.screen))
            return replace(session, screen=replace(desk, notice=Notice.NOTHING_TO_PREVIEW))
        case _:
            return session


def _after_in_preview(session: Session, preview: Preview, event: Event) -> Session:
    """Let a patient's session go on in the other catalog; where it would end, the desk comes back."""
    before = session_in_preview(session, preview)
    after = before.after(event)
    place = after.screen
    if isinstance(place, Attract):
        return replace(session.at(preview.desk), questions=())
    if after is before or not isinstance(place, Place | HelpOpen):
        return session
    shown = replace(preview, place=place)
    return replace(
        session,
        screen=shown,
        preferences=after.preferences,
        parts=after.parts,
        questions=after.questions,
    )


def session_in_preview(session: Session, preview: Preview) -> Session:
    """The patient's session that the preview shows."""
    return type(session)(
        preview.catalog,
        session.day,
        preview.place,
        session.preferences,
        parts=session.parts,
        questions=session.questions,
    )


def _after_at_calibration(session: Session, calibration: Calibration, event: Event) -> Session:
    match event:
        case EdgeMoved(by):
            return _with_edge(session, calibration, by)
        case NextPressed():
            return _with_edge(session, calibration, 1)
        case BackPressed():
            return _with_edge(session, calibration, -1)
        case ScaleChosen() | ClosePressed():
            return session.at(calibration.desk)
        case StandingArrived(standing):
            desk = replace(calibration.desk, standing=standing)
            return replace(session, screen=replace(calibration, desk=desk))
        case _:
            return session


def _with_edge(session: Session, calibration: Calibration, by: int) -> Session:
    """Move the outline's edge by whole pixels: those can be seen."""
    width = round(calibration.px_per_mm * CARD_WIDTH_MM) + by
    px_per_mm = max(LEAST_PX_PER_MM, min(width / CARD_WIDTH_MM, calibration.most))
    return session.at(replace(calibration, px_per_mm=px_per_mm))


def _closed_to(session: Session, below: Place | HelpOpen | Attract | Desk) -> Session:
    return session.ended() if isinstance(below, Attract) else session.at(below)

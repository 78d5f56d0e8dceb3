"""The staff gate: a PIN pad, and one clear key back for whoever came here by accident."""

from __future__ import annotations

from msgspec import Struct

from kiosk.core.language import Translate
from kiosk.core.session.events import ClosePressed, DigitPressed, ErasePressed, PinEntered
from kiosk.core.session.screens import Gate, GateState
from kiosk.core.session.staff import GATE_SECONDS, LEAST_DIGITS
from kiosk.core.views.rail import Key, KeyName, Rail, help_key


class GateView(Struct, frozen=True):
    """`lead` and `warning` may hold `{seconds}`: those until it closes, and those of the wait.

    `digits` are nine from the top left on and then the lowest; empty: nothing can be typed now.
    """

    title: str
    lead: str
    warning: str
    typed: int
    spoken: str
    seconds: int
    wait: int
    unit: str
    digits: tuple[Key, ...]
    erase: Key
    enter: Key
    rail: Rail


def gate_view(screen: Gate, _: Translate) -> GateView:
    is_open = screen.state not in {GateState.WAITING, GateState.NO_PIN}
    lead = _("Type the staff PIN. This page closes by itself in {seconds} seconds.")
    if not is_open:
        lead = _("This page closes by itself in {seconds} seconds.")
    return GateView(
        title=_("Staff only"),
        lead=lead,
        warning=_warning(screen, _),
        typed=len(screen.typed),
        spoken=_.plural("{count} digit typed", "{count} digits typed", len(screen.typed)),
        seconds=GATE_SECONDS,
        wait=screen.wait,
        unit=_("seconds"),
        digits=tuple(Key(KeyName.DIGIT, digit, DigitPressed(digit)) for digit in "1234567890")
        if is_open
        else (),
        erase=Key(KeyName.ERASE, _("Erase"), ErasePressed()),
        enter=Key(KeyName.ENTER, _("OK"), PinEntered()),
        rail=Rail(
            leading=(help_key(_),),
            go=Key(KeyName.CLOSE_BACK, _("Back to the kiosk"), ClosePressed()),
        ),
    )


def _warning(screen: Gate, _: Translate) -> str:
    match screen.state:
        case GateState.NO_PIN:
            return _("No staff PIN is set. IT sets one with the command: kiosk pin")
        case GateState.WAITING:
            return _("Too many wrong PINs. Please wait {seconds} seconds.")
        case GateState.TOO_SHORT:
            return _("A staff PIN has at least {least} digits.", least=LEAST_DIGITS)
        case GateState.REFUSED:
            return _.plural(
                "That PIN did not match. {count} try left.",
                "That PIN did not match. {count} tries left.",
                screen.tries_left,
            )
        case GateState.READY | GateState.CHECKING:
            return ""

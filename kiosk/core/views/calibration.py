"""Calibration: the outline of a bank card, made as large as the card that is held against it."""

from __future__ import annotations

from msgspec import Struct

from kiosk.core.language import Translate
from kiosk.core.session.events import ClosePressed, EdgeMoved, ScaleChosen
from kiosk.core.session.screens import Calibration
from kiosk.core.session.staff import CARD_HEIGHT_MM, CARD_WIDTH_MM
from kiosk.core.views.rail import Key, KeyName, Rail

FAR = 12
"""Pixels that the coarse keys move the edge; the fine ones move it by one."""


class CalibrationView(Struct, frozen=True):
    """`width` and `height` are the outline's, in pixels. `keys` are two of smaller and larger."""

    title: str
    steps: tuple[str, ...]
    width: float
    height: float
    measure: str
    keys: tuple[Key, ...]
    rail: Rail


def calibration_view(screen: Calibration, _: Translate) -> CalibrationView:
    return CalibrationView(
        title=_("True size"),
        steps=(
            _("Hold a bank card flat against the glass, with its corner in the marked corner of the frame."),
            _("Press the keys until the frame is just as large as the card."),
        ),
        width=screen.px_per_mm * CARD_WIDTH_MM,
        height=screen.px_per_mm * CARD_HEIGHT_MM,
        measure=f"{CARD_WIDTH_MM:.1f} × {CARD_HEIGHT_MM:.1f} mm",  # noqa: RUF001 - a multiplication sign
        keys=(
            Key(KeyName.SMALLER, _("Smaller"), EdgeMoved(-1)),
            Key(KeyName.LARGER, _("Larger"), EdgeMoved(1)),
            Key(KeyName.SMALLER, _("Much smaller"), EdgeMoved(-FAR)),
            Key(KeyName.LARGER, _("Much larger"), EdgeMoved(FAR)),
        ),
        rail=Rail(
            leading=(),
            back=Key(KeyName.CLOSE, _("Cancel"), ClosePressed()),
            go=Key(KeyName.DONE, _("Keep this size"), ScaleChosen()),
        ),
    )

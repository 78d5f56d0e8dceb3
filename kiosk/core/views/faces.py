"""Did this help you? Asked on Finish while insights are on; one touch answers it, and then it is gone."""

from __future__ import annotations

from msgspec import Struct

from kiosk.core.language import Translate
from kiosk.core.session.events import FaceChosen
from kiosk.core.session.face import Face
from kiosk.core.session.session import Session
from kiosk.core.views.rail import Key, KeyName


class FacesView(Struct, frozen=True):
    """Without `keys` it is the thanks for an answer."""

    title: str
    keys: tuple[Key, ...] = ()


def faces_view(session: Session, _: Translate) -> FacesView | None:
    if not session.asks_face:
        return None
    if session.face:
        return FacesView(_("Thank you for your answer."))
    title = _("Did this help you?")
    faces = (
        (KeyName.HELPED, _("Yes"), Face.YES),
        (KeyName.HELPED_A_LITTLE, _("A little"), Face.A_LITTLE),
        (KeyName.HELPED_NOT, _("No"), Face.NO),
    )
    keys = (Key(name, label, FaceChosen(face), spoken=f"{title} {label}") for name, label, face in faces)
    return FacesView(title, tuple(keys))

"""What a screen reader is told when the screen has changed, and what the window is called (API-02, OPR-13)."""

from __future__ import annotations

from msgspec import Struct

from kiosk.core.language import Translate
from kiosk.core.speech.sentence import speakable
from kiosk.core.views.attract import AttractView
from kiosk.core.views.easier import EasierView
from kiosk.core.views.finish import FinishView
from kiosk.core.views.questions import QuestionsView
from kiosk.core.views.rail import Key, Rail
from kiosk.core.views.still_there import StillThereView
from kiosk.core.views.view import View


class Announcement(Struct, frozen=True):
    """`is_urgent`: over whatever is being said, because it will not wait."""

    text: str
    is_urgent: bool = False


def name_of(view: View) -> str:
    """Title and place: what the window is called."""
    title = getattr(view, "title", "") or "Kiosk"
    rail: Rail = view.rail
    return f"{title}, {rail.steps.pill.accessible_name}" if rail.steps else title


def is_another(before: View | None, after: View) -> bool:
    """Whether this is another screen, or another part of it, and not the same one with a key that has changed."""
    return (
        type(before) is not type(after)
        or name_of(before) != name_of(after)
        or getattr(before, "part", 1) != getattr(after, "part", 1)
    )


def announcement(before: View | None, after: View, _: Translate) -> Announcement | None:
    """Return what has changed in one or two sentences; None where nothing has that could be heard of."""
    question = after.rail.question
    if question and (before is None or before.rail.question is None):
        return Announcement(f"{question.title} {question.how}", is_urgent=True)
    if isinstance(after, StillThereView):
        if isinstance(before, StillThereView):
            return None
        left = _.plural("You have {count} second.", "You have {count} seconds.", after.seconds)
        return Announcement(f"{after.title} {after.lead} {left}", is_urgent=True)
    if is_another(before, after):
        return Announcement(_of_screen(after))
    news = [text for text in _states(after, _) if text not in _states(before, _)]
    return Announcement(". ".join(news)) if news else None


def _of_screen(view: View) -> str:
    if isinstance(view, AttractView):
        return ". ".join(speakable(key.accessible_name) for key in view.begin)
    place = getattr(view, "part_label", "") if getattr(view, "part", 1) > 1 else ""
    return ", ".join(text for text in (name_of(view), place) if text)


def _states(view: View | None, _: Translate) -> list[str]:
    """What may change on a screen that stays: how a key is set, how many digits are typed, what staff are told."""
    keys: list[Key] = []
    if isinstance(view, EasierView):
        keys = [choice.key for group in view.groups for choice in group.choices]
    if isinstance(view, QuestionsView):
        keys = [row for group in view.groups for row in group.rows]
    panels = getattr(view, "panels", ())
    warning = getattr(view, "warning", "").replace("{seconds}", _.number(getattr(view, "wait", 0)))
    notices = [getattr(view, "spoken", ""), warning, *(panel.notice for panel in panels)]
    if isinstance(view, FinishView) and view.faces and not view.faces.keys:
        notices.append(view.faces.title)
    return [key.accessible_name for key in keys] + [notice for notice in notices if notice]

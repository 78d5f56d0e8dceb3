"""Does what staff ask for, and answers with events. Slow things are done apart, so that the screen never waits."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from time import monotonic, sleep
from typing import Protocol

from kiosk.core.content.model import Catalog
from kiosk.core.content.standing import Standing
from kiosk.core.insights.usage import Usage
from kiosk.core.machine_file import SettingNotWritten, write_setting
from kiosk.core.session.errands import (
    CheckPin,
    CountGuesses,
    Errand,
    KeepScale,
    NoteCleaned,
    TellCleaned,
    TellHealth,
    TellStanding,
    TellUsage,
)
from kiosk.core.session.events import (
    CalibratePressed,
    CleanedBefore,
    Event,
    ExitPressed,
    FollowPressed,
    GoBackPressed,
    GuessesCounted,
    HealthArrived,
    Noted,
    PausePressed,
    PinChecked,
    PreviewArrived,
    PreviewPressed,
    ResumePressed,
    ScaleTold,
    ShowNowPressed,
    SoundTestPressed,
    StandingArrived,
    UsageArrived,
)
from kiosk.core.session.staff import CARD_WIDTH_MM
from kiosk.core.settings import read_machine
from kiosk.core.staff.guesses import Guesses
from kiosk.core.staff.health import Finding, Notice

_LOOKS, _REST_SECONDS = 30, 0.1
_log = logging.getLogger(__name__)
_LARGEST_LYING, _LARGEST_UPRIGHT = 0.46, 0.8
"""Of the screen's width that a bank card's outline may take; the keys stand beside it, or below."""


class Contents(Protocol):
    """The content, for staff. Commands may return before they are done; `standing` tells when they are."""

    def standing(self) -> Standing: ...
    def show_now(self) -> None: ...
    def go_back(self, name: str) -> None: ...
    def follow(self) -> None: ...
    def pause(self, topic: str) -> None: ...
    def resume(self, topic: str) -> None: ...
    def preview(self, name: str) -> Catalog: ...


class Ruler(Protocol):
    """The window, as far as its true size goes."""

    @property
    def px_per_mm(self) -> float: ...
    def width(self) -> int: ...
    def height(self) -> int: ...
    def set_scale(self, px_per_mm: float) -> None: ...


class Errands:
    """`settings` is machine.toml, `began` when the kiosk started, by the clock.

    `answer` may be called from any thread, the others are called on the GUI's.
    """

    def __init__(
        self,
        *,
        settings: Path,
        data: Path,
        pin: str,
        ruler: Ruler,
        contents: Contents | None,
        look: Callable[[str], tuple[Finding, ...]],
        ring: Callable[[], bool],
        answer: Callable[[Event], None],
        end: Callable[[], None],
        clock: Callable[[], float] = monotonic,
        rest: Callable[[float], None] = sleep,
        usage: Callable[[], Usage] = Usage,
        began: float | None = None,
    ) -> None:
        self._settings, self._pin, self._ruler, self._contents = settings, pin, ruler, contents
        self._rest, self._usage = rest, usage
        self._look, self._ring, self._answer, self._end = look, ring, answer, end
        self._guesses = Guesses(data / "staff" / "pin-guesses.json", clock, began)
        self._cleaned = data / "staff" / "last-cleaned"
        self._one_at_a_time = threading.Lock()

    def run(self, errand: Errand) -> None:
        """Do it, or begin to; called on the GUI's thread."""
        match errand:
            case ExitPressed():
                self._end()
            case SoundTestPressed():
                self._answer(Noted(Notice.SOUND if self._ring() else Notice.NO_SOUND))
            case CalibratePressed():
                share = _LARGEST_LYING if self._ruler.width() > self._ruler.height() else _LARGEST_UPRIGHT
                most = share * self._ruler.width() / CARD_WIDTH_MM
                self._answer(ScaleTold(self._ruler.px_per_mm, most))
            case KeepScale(px_per_mm):
                self._ruler.set_scale(px_per_mm)
                self._apart(lambda: self._keep_scale(px_per_mm))
            case _:
                self._apart(lambda: self._do(errand))

    def _apart(self, work: Callable[[], None]) -> None:
        threading.Thread(target=self._guarded, args=(work,), name="errand", daemon=True).start()

    def _guarded(self, work: Callable[[], None]) -> None:
        with self._one_at_a_time:
            try:
                work()
            except Exception:  # noqa: BLE001 - the desk says that it failed, the kiosk goes on
                _log.exception("What staff asked for failed.")
                self._answer(Noted(Notice.FAILED))

    def _do(self, errand: Errand) -> None:
        match errand:
            case CountGuesses():
                guesses = self._guesses
                self._answer(GuessesCounted(bool(self._kept_pin()), guesses.tries_left, _whole(guesses.wait)))
            case CheckPin(pin):
                self._check(pin)
            case TellHealth(language):
                self._answer(HealthArrived(self._look(language)))
            case TellUsage():
                self._answer(UsageArrived(self._usage()))
            case TellCleaned():
                if self._cleaned.exists():
                    at = datetime.fromtimestamp(self._cleaned.stat().st_mtime, UTC)
                    self._answer(CleanedBefore(at))
            case NoteCleaned():
                self._cleaned.parent.mkdir(parents=True, exist_ok=True)
                self._cleaned.touch()
            case _:
                if self._contents:
                    self._ask_contents(self._contents, errand)

    def _ask_contents(self, contents: Contents, errand: Errand) -> None:
        before = contents.standing()
        match errand:
            case PreviewPressed(name):
                self._answer(PreviewArrived(contents.preview(name)))
                return
            case ShowNowPressed():
                contents.show_now()
            case GoBackPressed(name):
                contents.go_back(name)
            case FollowPressed():
                contents.follow()
            case PausePressed(topic):
                contents.pause(topic)
            case ResumePressed(topic):
                contents.resume(topic)
            case _:
                pass
        if not isinstance(errand, TellStanding):
            self._answer(Noted(self._outcome(contents, before)))
        self._answer(StandingArrived(contents.standing()))

    def _outcome(self, contents: Contents, before: Standing) -> Notice:
        """Wait a moment for something to change: what was asked for is done on another thread."""
        for _ in range(_LOOKS):
            if contents.standing() != before:
                return Notice.DONE
            self._rest(_REST_SECONDS)
        return Notice.NOTHING_YET

    def _check(self, pin: str) -> None:
        from kiosk.core.staff.pin import fits  # noqa: PLC0415 - hashing is for the gate alone

        is_right = self._guesses.begin() and fits(pin, self._kept_pin())
        if is_right:
            self._guesses.forget()
        self._answer(PinChecked(is_right, self._guesses.tries_left, _whole(self._guesses.wait)))
        _log.warning("The staff desk was opened." if is_right else "A wrong PIN was typed at the staff gate.")

    def _kept_pin(self) -> str:
        """The PIN as machine.toml has it now: one that IT has just set counts at once."""
        self._pin = read_machine(self._settings)[0].pin or self._pin
        return self._pin

    def _keep_scale(self, px_per_mm: float) -> None:
        try:
            write_setting(self._settings, "px_per_mm", round(px_per_mm, 4))
        except SettingNotWritten as reason:
            _log.warning("%s", reason)
            self._answer(Noted(Notice.SCALE_NOT_KEPT))
        else:
            self._answer(Noted(Notice.SCALE_KEPT))


def _whole(seconds: float) -> int:
    """Whole seconds, never fewer than there are."""
    return -int(-seconds // 1)

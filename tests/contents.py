"""The content as staff see it, without an importer behind it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from msgspec.structs import replace

from kiosk.core.content.model import Catalog
from kiosk.core.content.problems import Problem, Severity
from kiosk.core.content.standing import Kept, Standing
from tests.catalogs import catalog, topic

NEW = catalog(topic("hips", 2))
_NOW = datetime.now(UTC)
KEPT = Kept("kept-1", _NOW - timedelta(days=3), 1, 13)
STANDING = Standing(
    "/srv/kiosk-content",
    live=Kept("live", _NOW, 1, 14),
    live_since=_NOW,
    waiting=Kept("new", _NOW, 1, 2),
    kept=(Kept("live", _NOW, 1, 14), KEPT),
    problems=(
        Problem("asthma/02.md", 3, Severity.NOT_SHOWN, "it is empty.", "It is left out.", "Write something."),
    ),
    read_at=_NOW,
)


class FakeContents:
    """Remembers what it was asked for; `fails` raises at each of them."""

    def __init__(self, standing: Standing = STANDING) -> None:
        self.now = standing
        self.asked: list[str] = []
        self.fails = False

    def standing(self) -> Standing:
        return self.now

    def show_now(self) -> None:
        self._note("show now")
        self.now = replace(self.now, live=self.now.waiting, waiting=None)

    def go_back(self, name: str) -> None:
        self._note(f"go back to {name}")
        self.now = replace(self.now, is_held=True)

    def follow(self) -> None:
        self._note("follow")
        self.now = replace(self.now, is_held=False)

    def pause(self, topic: str) -> None:
        self._note(f"pause {topic}")
        self.now = replace(self.now, paused=(*self.now.paused, topic))

    def resume(self, topic: str) -> None:
        self._note(f"resume {topic}")
        self.now = replace(self.now, paused=tuple(key for key in self.now.paused if key != topic))

    def preview(self, name: str) -> Catalog:
        self._note(f"preview {name}")
        return NEW

    def _note(self, what: str) -> None:
        if self.fails:
            raise OSError(28, "No space left on device")
        self.asked.append(what)

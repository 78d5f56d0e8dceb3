"""A kiosk's content without threads, processes or waiting: time passes when a test says so."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from kiosk.core.content.model import Catalog
from kiosk.core.session.events import CatalogArrived, Event
from kiosk.ops.clocks import Clocks
from kiosk.ops.import_order import Order, Outcome, Told
from kiosk.ops.import_process import Ended, ImportProcess
from kiosk.ops.importer import Importer
from kiosk.ops.intake import Intake
from kiosk.ops.live_content import LiveContent
from kiosk.ops.looker import Looker
from tests.catalogs import A_DAY

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 8"><rect width="10" height="8" fill="#123"/></svg>'
NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)


def put_topic(root: Path, name: str = "knees", title: str = "Knees", slides: int = 1) -> None:
    """A topic whose slides have this title and a drawing each."""
    (root / name / "pictures").mkdir(parents=True, exist_ok=True)
    for number in range(1, slides + 1):
        (root / name / "pictures" / f"{number}.svg").write_text(SVG.replace("123", f"{number:03}"))
        text = f"# {title}\n\n![A knee](pictures/{number}.svg)\n\nThey bend.\n"
        (root / name / f"{number:02}-slide.md").write_text(text)


def titles(catalog: Catalog | None) -> list[str]:
    """The title of each slide."""
    return [slide.words["en"].title for topic in (catalog or Catalog()).topics for slide in topic.slides]


class ImportHere(ImportProcess):
    """The importer in this process: it is done when it has started. `meanwhile` is called for each word it says."""

    def __init__(self) -> None:
        super().__init__(["none"])
        self.orders: list[Order] = []
        self.meanwhile: Callable[[Told], None] = lambda _: None
        self.instead: Ended | None = None
        self._came_to: Ended | None = None

    @property
    def is_running(self) -> bool:
        return False

    def start(self, order: Order) -> None:
        self.orders.append(order)
        self._came_to = self.instead or Ended(Importer(order, self.meanwhile).run())

    def poll(self) -> Ended | None:
        came_to, self._came_to = self._came_to, None
        return came_to

    @property
    def outcome(self) -> Outcome | None:
        return self._came_to.outcome if self._came_to else None


class Receptionist:
    """Has a content folder and a kiosk that shows it; `wait` lets seconds pass."""

    def __init__(self, folder: Path, builtin: Path | None = None) -> None:
        self.root, self.data = folder / "content", folder / "data"
        self.seconds = 1000.0
        self.day: date = A_DAY
        self.events: list[Event] = []
        self._builtin = builtin
        self.root.mkdir(parents=True, exist_ok=True)
        self.start()

    def start(self) -> None:
        """Start the kiosk, also again."""
        clocks = Clocks(lambda: self.day, self.now, lambda: self.seconds)
        self.importer = ImportHere()
        self.looker = Looker(self.root, clock=clocks.monotonic)
        self.content = LiveContent(str(self.root), self.data, self._builtin, clocks.now)
        self.first = self.content.catalog
        self.events.clear()
        self.intake = Intake(self.content, self.events.append, clocks, self.importer, self.looker)

    def now(self) -> datetime:
        return NOON + timedelta(seconds=self.seconds)

    def wait(self, seconds: float = 12.0) -> None:
        """Look every two seconds, as the looker does."""
        end = self.seconds + seconds
        while self.seconds < end:
            self.seconds += 2.0
            self.looker.look()
            self.intake.step()
            self.intake.step()

    @property
    def shown(self) -> list[str]:
        return titles(self.content.catalog)

    @property
    def pictures(self) -> set[str]:
        """Those of the live snapshot."""
        return set(self.content.snapshot.pictures) if self.content.snapshot else set()

    @property
    def arrived(self) -> list[list[str]]:
        return [titles(event.catalog) for event in self.events if isinstance(event, CatalogArrived)]

    @property
    def report(self) -> str:
        self.looker.look()  # writes it
        return (self.root / "CONTENT-REPORT.txt").read_text(encoding="utf-8-sig")

    def problems(self) -> Iterable[str]:
        standing = self.intake.standing
        return [str(problem) for problem in standing.problems] if standing else []

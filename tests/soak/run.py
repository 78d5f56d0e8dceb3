"""A kiosk that lives a hundred times as fast as others, in hands that never rest; and what it weighs meanwhile."""

from __future__ import annotations

import logging
import shutil
import sys
from argparse import Namespace
from collections import Counter
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from time import monotonic

from msgspec import Struct
from PySide6.QtCore import QObject, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from kiosk.app import Kiosk, Signals
from kiosk.core.session.errands import Errand
from kiosk.core.session.events import Begun, CatalogArrived, Event, ExitPressed, WentIdle
from kiosk.core.settings import Machine
from kiosk.core.speech.messages import Ended
from kiosk.core.views.view import view_of
from kiosk.ops.builtin import write_builtin
from kiosk.ops.contents import Contents
from kiosk.ops.guard import Guard
from kiosk.ops.insights import Counting
from kiosk.ops.log import Held, Seldom
from kiosk.ops.memory import keep_little_free_memory
from kiosk.ops.render import every_screen
from kiosk.ops.runs import Runs
from kiosk.ops.start import _errands
from kiosk.ui.chime import Chime
from kiosk.ui.fonts import load_fonts
from kiosk.ui.listening import Listening
from kiosk.ui.pictures import Pictures
from kiosk.ui.speaker import SpeakerProcess
from kiosk.ui.window import KioskWindow
from tests.soak.clinic import SHIPPED, Clinic
from tests.soak.hands import Hands
from tests.soak.hundredfold import SPEED, FastClock, hurry
from tests.soak.measures import figures
from tests.soak.verdict import LEAST_SAMPLES
from tests.ui.monkey import Pauses

VOICE = Path(__file__).parents[1] / "speech" / "fake_helper.py"
SIZE = (1280, 720)
SETTLE_SECONDS = 30.0
"""Of the kiosk's clock: then nothing turns, prints or is thrown away any more."""


class Plan(Struct, frozen=True):
    """Seconds are real ones; what happens in the first `warm_up` of all `seconds` fills caches, and is not judged."""

    seconds: float
    warm_up: float
    sample_every: float
    seed: int


class Record(Struct, frozen=True):
    """Samples after the warm-up, at these simulated days; what was done in all; how many errors were logged."""

    days: list[float]
    samples: list[dict[str, float]]
    done: Counter[str]
    errors: int
    code: int


class Soak(QObject):
    """`noted` is called with each sample, also with those of the warm-up; `meanwhile` after each thing that is done."""

    def __init__(
        self,
        plan: Plan,
        folder: Path,
        logs: Path,
        noted: Callable[[float, dict[str, float]], None],
        meanwhile: Callable[[], None],
    ) -> None:
        super().__init__()
        self._plan, self._logs, self._data = plan, logs, folder / "data"
        self._noted, self._meanwhile = noted, meanwhile
        self._clock, self._began = FastClock(), monotonic()
        self._done: Counter[str] = Counter()
        self._days: list[float] = []
        self._samples: list[dict[str, float]] = []
        self._errors = _Errors()
        logging.getLogger().addHandler(self._errors)
        self._clinic = Clinic(folder / "content", f"clinic {plan.seed}")
        self._build(folder)
        self._hands = Hands(
            self._kiosk,
            QTest.createTouchDevice(),
            f"hands {plan.seed}",
            contents=self._contents,
            lose_voice=self._lose_voice,
            change_content=self._clinic.change,
        )
        self._life = self._live()
        self._step = QTimer(self)
        self._step.setSingleShot(True)
        self._step.timeout.connect(self._go_on)

    def run(self, application: QApplication) -> Record:
        """Live through the plan."""
        self._guard.connect_end(application.exit)
        signals = Signals(application.exit)
        self._contents.start(self._hear)
        self._kiosk.window.open_to_screen_readers()
        self._guard.start()
        for handler in logging.getLogger().handlers:
            for each in handler.filters:
                if isinstance(each, Seldom):
                    each._clock = self._clock.seconds  # a message a minute is one in 0.6 s
        self._counting.start()
        self._listening.look()
        self._see_every_screen()
        self._began = monotonic()
        self._step.start(0)
        code = application.exec()
        self._end(code)
        signals.close()
        self._done["changes of the content"] = self._clinic.changes
        return Record(self._days, self._samples, self._done, self._errors.count, code)

    def _build(self, folder: Path) -> None:
        """Put the kiosk together as `ops/start.py` does."""
        machine = Machine(insights=True)
        settings, builtin = folder / "machine.toml", folder / "builtin"
        write_builtin(SHIPPED, builtin)
        self._data.mkdir()
        runs = Runs(self._data, lambda: datetime.now(UTC))
        self._contents = Contents(
            folder / "content", self._data, builtin=builtin, clocks=self._clock.clocks()
        )
        self._pictures = Pictures(*self._contents.picture_folders)
        window = KioskWindow(self._pictures, machine, self._clock.seconds)
        window.may_close = False
        window.resize(*SIZE)
        kiosk = self._kiosk = Kiosk(window, self._contents.live, self._clock.today(), asks_face=True)
        held = Held()
        logging.getLogger().addHandler(held)
        logging.getLogger().setLevel(logging.INFO)
        self._guard = Guard(kiosk, runs, self._data, self._logs, held, self._contents.standing)
        options = Namespace(settings=settings, data=self._data)
        errands = _errands(options, machine, kiosk, self._contents)
        kiosk.run_errand = lambda errand: _run_unless_the_end(errand, errands)
        self._counting = kiosk.counting = Counting(self._data, self._clock.today, is_safe=lambda: False)
        self._speaker = SpeakerProcess([sys.executable, str(VOICE)], parent=kiosk)
        self._listening = kiosk.listening = Listening(
            window,
            self._speaker,
            kiosk.happen,
            self._clock.seconds,
            lambda name: str(self._pictures.file(name)),
        )
        self._speaker.said.connect(self._count_said)
        window.touched.connect(lambda: self._count("touches and keys"))
        window.happened.connect(self._count_session)
        window.show()
        keep_little_free_memory()

    def _see_every_screen(self) -> None:
        """What a first time loads is there before anything is judged."""
        for _, session in every_screen(self._kiosk.session):
            drawn = self._kiosk.window.draw(view_of(session), session)
            drawn.page.grab()
            drawn.discard()

    def _go_on(self) -> None:
        try:
            pause = next(self._life)
        except Exception:
            logging.getLogger(__name__).exception("The hands failed.")
            QApplication.exit(1)
            return
        is_over = monotonic() - self._began > self._plan.seconds
        if is_over and len(self._samples) >= LEAST_SAMPLES:  # a busy machine takes longer to have enough
            QApplication.exit(0)
        else:
            self._step.start(round(pause * 1000 / SPEED))

    def _live(self) -> Pauses:
        due = self._plan.sample_every
        while True:
            yield from self._hands.play()
            self._meanwhile()
            if monotonic() - self._began > due:
                due += self._plan.sample_every
                yield from self._sample()

    def _sample(self) -> Pauses:
        """Weigh it when nobody is there."""
        for _ in range(3):
            self._kiosk.happen(WentIdle())
        self._kiosk.window.resize(*SIZE)
        self._kiosk.window.set_scale(0.0)
        yield SETTLE_SECONDS
        days, sample = self._clock.days(), figures(self._logs, self._data)
        self._noted(days, sample)
        if monotonic() - self._began > self._plan.warm_up:
            self._days.append(days)
            self._samples.append(sample)

    def _hear(self, event: Event) -> None:
        """From the thread of the content."""
        if isinstance(event, CatalogArrived):
            self._count("new content went live")
        self._kiosk.heard.emit(event)

    def _count(self, what: str) -> None:
        self._done[what] += 1

    def _count_said(self, answer: object) -> None:
        if isinstance(answer, Ended):
            self._count("sentences said")

    def _count_session(self, event: Event) -> None:
        if isinstance(event, Begun):
            self._count("sessions begun")

    def _lose_voice(self) -> None:
        process = self._speaker._process
        if process:
            self._count("voices lost")
            process.kill()

    def _end(self, code: int) -> None:
        self._step.stop()
        self._contents.end()
        self._counting.end()
        self._listening.end()
        self._guard.end(code)
        self._pictures.finish()
        self._kiosk.idle.stop()
        self._kiosk.window.hide()


class _Errors(logging.Handler):
    """Counts what was logged as an error."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.count = 0

    def emit(self, _record: logging.LogRecord) -> None:
        self.count += 1


def soak(
    plan: Plan,
    logs: Path,
    noted: Callable[[float, dict[str, float]], None],
    meanwhile: Callable[[], None] = lambda: None,
) -> Record:
    """Run the whole of it in this process, with the kiosk's log in this folder.

    Beside it lies `world`, with its content and its data. Where the watchdog ends the process that stays, with the
    trace of where it froze.
    """
    hurry()
    Chime.ring = _not_ring  # type: ignore[method-assign, assignment]
    application = QApplication(sys.argv[:1])
    application.setQuitOnLastWindowClosed(False)
    load_fonts()
    world = logs / "world"
    shutil.rmtree(world, ignore_errors=True)
    world.mkdir()
    record = Soak(plan, world, logs, noted, meanwhile).run(application)
    shutil.rmtree(world, ignore_errors=True)
    return record


def _not_ring(_chime: Chime) -> bool:
    """It would ring every second."""
    return False


def _run_unless_the_end(errand: Errand, run: Callable[[Errand], None]) -> None:
    if not isinstance(errand, ExitPressed):
        run(errand)

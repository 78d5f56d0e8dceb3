"""`kiosk run`: from the command line to a running kiosk, and the exit code at its end."""

from __future__ import annotations

import argparse
import gc
import logging
import os
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING

from kiosk.core.language import translator
from kiosk.core.restarts import TOO_MANY_ERRORS
from kiosk.core.session.errands import PrintHandout
from kiosk.core.session.events import CameAsStaff
from kiosk.core.settings import Machine, read_machine
from kiosk.ops.buses import leave_out_silent_buses
from kiosk.ops.clocks import clinic_day
from kiosk.ops.contents import Contents
from kiosk.ops.log import Held, begin_log, open_log_file
from kiosk.ops.memory import keep_little_free_memory
from kiosk.ops.places import builtin_folder, content_folder, data_folder, icon_file, settings_file
from kiosk.ops.runs import Runs
from kiosk.ops.runtime import NO_DISPLAY, bad_pair, has_display, import_as_python_does

if TYPE_CHECKING:
    from PySide6.QtCore import QLockFile  # noqa: TID251 - the drawing part

    from kiosk.app import Kiosk
    from kiosk.core.session.errands import Errand
    from kiosk.core.staff.health import Finding
    from kiosk.ops.errands import Errands
    from kiosk.ui.pictures import Pictures

OWNER_ALONE = 0o077
"""The umask: what the kiosk and its own processes keep, nobody else may read or change."""
ALREADY_RUNNING = 4
SESSION_OVER = 128 + 15
"""The exit code when the desktop's session ends: as after SIGTERM."""
LAST_SECONDS = 0.8
FIRST_LOOK_MILLISECONDS = 200
"""After the window is shown: its first screen is painted before anything looks at the content folder."""
FIRST_WORD_MILLISECONDS = 1500
"""After the window is shown: then the kiosk asks what it can read aloud."""
_log = logging.getLogger(__name__)


def run(options: argparse.Namespace) -> int:
    """Run until it is ended; return the exit code of product.md."""
    os.umask(OWNER_ALONE)
    # Loading makes objects that stay: looking for garbage among them costs 20 ms of the start.
    gc.disable()
    import PySide6  # noqa: PLC0415, TID251 - the version only

    import_as_python_does()
    reason = bad_pair(sys.version_info[:3], PySide6.__version_info__[:3])
    if reason:
        sys.stderr.write(f"kiosk: {reason}\n")
        return 1
    if not has_display():
        sys.stderr.write(
            "kiosk: there is no display to show it on; `kiosk render --out DIR` draws every screen.\n"
        )
        return NO_DISPLAY
    held = begin_log()
    machine, problems = read_machine(options.settings or settings_file())
    for problem in problems:
        _log.warning("%s", problem)
    data = options.data or data_folder()
    logs = Path(machine.log_folder) if machine.log_folder else data / "logs"
    try:
        return _show(options, machine, data, logs, held)
    except Exception:  # noqa: BLE001 - whatever it was, the log says where
        open_log_file(logs, held)
        _log.exception("The kiosk could not start.")
        return TOO_MANY_ERRORS


def _show(options: argparse.Namespace, machine: Machine, data: Path, logs: Path, held: Held) -> int:
    from PySide6.QtCore import QTimer  # noqa: PLC0415, TID251 - the drawing part
    from PySide6.QtGui import QIcon  # noqa: PLC0415, TID251
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415, TID251

    from kiosk.app import Kiosk, Signals  # noqa: PLC0415
    from kiosk.ops.guard import Guard  # noqa: PLC0415
    from kiosk.ui.fonts import load_fonts  # noqa: PLC0415
    from kiosk.ui.pictures import Pictures  # noqa: PLC0415
    from kiosk.ui.system_wish import follow_system_wish, wished_theme  # noqa: PLC0415
    from kiosk.ui.window import KioskWindow  # noqa: PLC0415

    lock = _lock(data)
    if not lock.tryLock(0) and lock.getLockInfo()[0]:  # without it nobody holds it: it cannot be made or read
        sys.stderr.write("kiosk: it is already running.\n")
        return ALREADY_RUNNING
    runs = Runs(data, lambda: datetime.now(UTC))
    # Qt tells a screen reader of a window only where a desktop says that there is one; a kiosk has no desktop.
    os.environ.setdefault("QT_LINUX_ACCESSIBILITY_ALWAYS_ON", "1")
    leave_out_silent_buses(has_frozen=runs.has_frozen_at_start)
    application = QApplication(sys.argv[:1])
    application.setQuitOnLastWindowClosed(False)
    load_fonts()
    root = options.content or (Path(machine.content) if machine.content else content_folder())
    contents = Contents(root.absolute(), data, builtin=builtin_folder(), is_safe=runs.is_safe)
    pictures = Pictures(*contents.picture_folders)
    window = KioskWindow(pictures, machine)
    kiosk = Kiosk(
        window,
        contents.live,
        clinic_day(),
        first_language=options.lang or "",
        theme=wished_theme(),
        asks_face=machine.insights,
        has_printer=bool(machine.printer),
    )
    follow_system_wish(kiosk.happen)
    kiosk.run_errand = _errands(options, machine, kiosk, contents)
    guard = Guard(kiosk, runs, data, logs, held, contents.standing)
    guard.connect_end(application.exit)
    window.closed.connect(application.quit)
    application.commitDataRequest.connect(lambda _: application.exit(SESSION_OVER))
    signals = Signals(application.exit)
    if options.windowed:
        window.resize(*options.windowed)
        window.show()
    else:
        from kiosk.ui.whole_screen import WholeScreen  # noqa: PLC0415

        WholeScreen(window).cover()
        QTimer.singleShot(FIRST_WORD_MILLISECONDS, _stay_awake)
    if options.staff:
        kiosk.happen(CameAsStaff())
    for begin in (
        keep_little_free_memory,  # before most threads
        lambda: contents.start(kiosk.heard.emit),
        window.open_to_screen_readers,
        guard.start,
        lambda: _begin_counting(kiosk, machine, data, contents),
        lambda: application.setWindowIcon(QIcon(str(icon_file()))),
    ):
        QTimer.singleShot(FIRST_LOOK_MILLISECONDS, begin)
    QTimer.singleShot(FIRST_WORD_MILLISECONDS, lambda: _begin_listening(kiosk, pictures))
    gc.freeze()
    gc.enable()
    code = guard.meaning_of(application.exec())
    _end_in_time(code)
    guard.end(code)
    _end_services(kiosk, contents)
    pictures.finish()
    signals.close()
    return code


def _errands(
    options: argparse.Namespace, machine: Machine, kiosk: Kiosk, contents: Contents
) -> Callable[[Errand], None]:
    """Who does what staff and patients ask for; made when they first do."""
    settings, began = options.settings or settings_file(), monotonic()
    data = options.data or data_folder()

    @cache
    def made() -> Errands:
        from PySide6.QtCore import QCoreApplication  # noqa: PLC0415, TID251

        from kiosk.core.insights.usage import Usage  # noqa: PLC0415
        from kiosk.ops.doctor import Machinery, health_of  # noqa: PLC0415
        from kiosk.ops.errands import Errands  # noqa: PLC0415
        from kiosk.ops.reading_aloud import finding_of  # noqa: PLC0415

        def look(language: str) -> tuple[Finding, ...]:
            catalog = kiosk.session.catalog
            words, offered = translator(language, catalog), catalog.clinic.languages
            spoken = kiosk.listening.answer if kiosk.listening else None
            return (*health_of(machinery, words), finding_of(spoken, offered, words))

        machinery = Machinery(settings, data, screen=(kiosk.window.width(), kiosk.window.height()))
        return Errands(
            settings=settings,
            data=data,
            pin=machine.pin,
            ruler=kiosk.window,
            contents=contents,
            look=look,
            ring=kiosk.ring,
            answer=kiosk.heard.emit,
            end=lambda: QCoreApplication.exit(0),
            began=began,
            usage=lambda: kiosk.counting.usage() if kiosk.counting else Usage(),
        )

    def run_it(errand: Errand) -> None:
        if isinstance(errand, PrintHandout):
            from kiosk.ops.print_process import print_apart  # noqa: PLC0415 - where there is a printer

            print_apart(errand, machine.printer, contents.picture_folders, kiosk.heard.emit)
        else:
            made().run(errand)

    return run_it


def _begin_counting(kiosk: Kiosk, machine: Machine, data: Path, contents: Contents) -> None:
    """Count from now on where IT has turned it on; where it is off again, what is left still goes in time."""
    if machine.insights:
        from kiosk.ops.insights import Counting  # noqa: PLC0415 - most kiosks do without

        kiosk.counting = Counting(data, clinic_day, is_safe=lambda: contents.is_safe)
        kiosk.counting.start()
    elif (data / "insights").is_dir():
        from kiosk.ops.insights_files import InsightsFolder  # noqa: PLC0415 - as above

        InsightsFolder(data).delete_old(clinic_day())


def _stay_awake() -> None:
    from kiosk.ops.awake import stay_awake  # noqa: PLC0415 - after the first screen

    stay_awake()


def _begin_listening(kiosk: Kiosk, pictures: Pictures) -> None:
    """Find out whether this machine can read aloud, and do so from then on."""
    from kiosk.ui.listening import Listening  # noqa: PLC0415 - after the first screen
    from kiosk.ui.speaker import SpeakerProcess  # noqa: PLC0415

    speaker = SpeakerProcess(parent=kiosk)
    kiosk.listening = Listening(
        kiosk.window, speaker, kiosk.happen, monotonic, file_of=lambda name: str(pictures.file(name))
    )
    kiosk.listening.look()


def _end_services(kiosk: Kiosk, contents: Contents) -> None:
    contents.end()
    if kiosk.counting:
        kiosk.counting.end()
    if kiosk.listening:
        kiosk.listening.end()


def _end_in_time(code: int) -> None:
    """Whatever hangs from now on, a share or a thread, the process is gone within a second."""
    late = threading.Timer(LAST_SECONDS, os._exit, (code,))
    late.daemon = True
    with suppress(RuntimeError):  # the system gives no thread more
        late.start()


def _lock(data: Path) -> QLockFile:
    """Return the lock of this data folder; one of a process that is gone counts for nothing."""
    from PySide6.QtCore import QLockFile  # noqa: PLC0415, TID251

    try:
        data.mkdir(parents=True, exist_ok=True)
    except OSError:
        _log.exception("The data folder cannot be made; nothing is kept for the next start.")
    lock = QLockFile(str(data / "kiosk.lock"))
    lock.setStaleLockTime(0)
    return lock

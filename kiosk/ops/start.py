"""`kiosk run`: from the command line to a running kiosk, and the exit code at its end."""

from __future__ import annotations

import argparse
import gc
import logging
import sys
from collections.abc import Callable
from datetime import date, datetime
from functools import cache
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING

from kiosk.core.language import translator
from kiosk.core.session.errands import PrintHandout
from kiosk.core.session.events import CameAsStaff
from kiosk.core.settings import Machine, read_machine
from kiosk.ops.contents import Contents
from kiosk.ops.memory import return_large_blocks
from kiosk.ops.places import builtin_folder, content_folder, data_folder, settings_file
from kiosk.ops.runtime import NO_DISPLAY, bad_pair, has_display, import_as_python_does

if TYPE_CHECKING:
    from kiosk.app import Kiosk
    from kiosk.core.session.errands import Errand
    from kiosk.ops.errands import Errands
    from kiosk.ui.pictures import Pictures

ALREADY_RUNNING = 4
FIRST_LOOK_MILLISECONDS = 200
"""After the window is shown: its first screen is painted before anything looks at the content folder."""
FIRST_WORD_MILLISECONDS = 1500
"""After the window is shown: then the kiosk asks what it can read aloud."""
_log = logging.getLogger(__name__)


def run(options: argparse.Namespace) -> int:
    """Run until it is ended; return the exit code of product.md."""
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
    logging.basicConfig(format="%(asctime)s %(levelname)s %(name)s: %(message)s", level=logging.INFO)
    machine, problems = read_machine(options.settings or settings_file())
    for problem in problems:
        _log.warning("%s", problem)
    return _show(options, machine)


def _show(options: argparse.Namespace, machine: Machine) -> int:
    from PySide6.QtCore import QLockFile, QTimer  # noqa: PLC0415, TID251 - the drawing part
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415, TID251

    from kiosk.app import Kiosk, Signals  # noqa: PLC0415
    from kiosk.ui.fonts import load_fonts  # noqa: PLC0415
    from kiosk.ui.pictures import Pictures  # noqa: PLC0415
    from kiosk.ui.window import KioskWindow  # noqa: PLC0415

    data = options.data or data_folder()
    lock = _lock(data)
    if isinstance(lock, QLockFile) and not lock.tryLock(0):
        sys.stderr.write("kiosk: it is already running.\n")
        return ALREADY_RUNNING
    application = QApplication(sys.argv[:1])
    application.setQuitOnLastWindowClosed(False)
    load_fonts()
    root = options.content or (Path(machine.content) if machine.content else content_folder())
    contents = Contents(root.absolute(), data, builtin=builtin_folder())
    pictures = Pictures(*contents.picture_folders)
    window = KioskWindow(pictures, machine)
    kiosk = Kiosk(
        window,
        contents.live,
        _today(),
        first_language=options.lang or "",
        has_printer=bool(machine.printer),
    )
    kiosk.run_errand = _errands(options, machine, kiosk, contents)
    window.closed.connect(application.quit)
    signals = Signals(application.exit)
    if options.windowed:
        window.resize(*options.windowed)
        window.show()
    else:
        window.cover_the_screen()
    if options.staff:
        kiosk.happen(CameAsStaff())
    QTimer.singleShot(FIRST_LOOK_MILLISECONDS, lambda: contents.start(kiosk.heard.emit))
    QTimer.singleShot(FIRST_LOOK_MILLISECONDS, return_large_blocks)
    QTimer.singleShot(FIRST_WORD_MILLISECONDS, lambda: _begin_listening(kiosk, pictures))
    gc.freeze()
    gc.enable()
    code = application.exec()
    contents.end()
    if kiosk.listening:
        kiosk.listening.end()
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

        from kiosk.ops.doctor import Machinery, health_of  # noqa: PLC0415
        from kiosk.ops.errands import Errands  # noqa: PLC0415

        machinery = Machinery(settings, data, screen=(kiosk.window.width(), kiosk.window.height()))
        return Errands(
            settings=settings,
            data=data,
            pin=machine.pin,
            ruler=kiosk.window,
            contents=contents,
            look=lambda language: health_of(machinery, translator(language)),
            ring=kiosk.ring,
            answer=kiosk.heard.emit,
            end=lambda: QCoreApplication.exit(0),
            began=began,
        )

    def run_it(errand: Errand) -> None:
        if isinstance(errand, PrintHandout):
            from kiosk.ops.print_process import print_apart  # noqa: PLC0415 - where there is a printer

            print_apart(errand, machine.printer, contents.picture_folders, kiosk.heard.emit)
        else:
            made().run(errand)

    return run_it


def _begin_listening(kiosk: Kiosk, pictures: Pictures) -> None:
    """Find out whether this machine can read aloud, and do so from then on."""
    from kiosk.ui.listening import Listening  # noqa: PLC0415 - after the first screen
    from kiosk.ui.speaker import SpeakerProcess  # noqa: PLC0415

    speaker = SpeakerProcess(parent=kiosk)
    kiosk.listening = Listening(
        kiosk.window, speaker, kiosk.happen, monotonic, file_of=lambda name: str(pictures.file(name))
    )
    kiosk.listening.look()


def _lock(data: Path) -> object:
    """Return the lock of this data folder, or None where the folder cannot be written."""
    from PySide6.QtCore import QLockFile  # noqa: PLC0415, TID251

    try:
        data.mkdir(parents=True, exist_ok=True)
    except OSError:
        _log.exception("The data folder cannot be made; nothing is kept for the next start.")
        return None
    lock = QLockFile(str(data / "kiosk.lock"))
    lock.setStaleLockTime(0)
    return lock


def _today() -> date:
    return datetime.now().astimezone().date()

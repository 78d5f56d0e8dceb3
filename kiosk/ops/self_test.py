"""`kiosk --self-test`: the program tests that all its parts are here and work together, before it is shown to patients.

It needs no display and changes nothing but its own data folder, in which it writes and replaces one file. An update is
switched to only after this has passed (docs/install.md).
"""

from __future__ import annotations

import io
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

import msgspec

from kiosk.ops.places import builtin_folder, data_folder, is_bundle, program_folder
from kiosk.ops.runtime import bad_pair

SECONDS = 60
_SVG = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 8"><rect width="10" height="8" fill="#123456"/></svg>'
_SLIDE = "# One slide\n\n![A square](square.png)\n\nIt has some words.\n"


class Failed(Exception):  # noqa: N818 - says what, in a sentence
    pass


def self_test(data: Path | None = None) -> int:
    """Print a line a part; return 0 where all of them work, else 1."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    os.environ.setdefault("QT_LOGGING_RULES", "qt.multimedia.*=false")
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415, TID251 - after the platform was chosen

    application = QApplication.instance() or QApplication([])
    failures = 0
    for what, test in _tests(data or data_folder()):
        try:
            said = test()
        except Exception as reason:  # noqa: BLE001 - whatever fails is told, and the others are tried too
            failures += 1
            said = f"FAILED: {reason}" if isinstance(reason, Failed) else f"FAILED: {reason!r}"
        sys.stdout.write(f"{what}: {said}\n")
    del application
    sys.stdout.write("All parts work.\n" if not failures else f"{failures} of its parts do not work.\n")
    return int(failures > 0)


def _tests(data: Path) -> tuple[tuple[str, Callable[[], str]], ...]:
    return (
        ("program", _program),
        ("files", _files),
        ("plugins", _plugins),
        ("pictures", _pictures),
        ("fonts and icons", _fonts),
        ("built-in topic", _built_in),
        ("first screen", _first_screen),
        ("importer", _importer),
        ("read aloud", _speech),
        ("data folder", lambda: _data(data)),
    )


def _program() -> str:
    import PySide6  # noqa: PLC0415, TID251 - the version only

    reason = bad_pair(sys.version_info[:3], PySide6.__version_info__[:3])
    if reason:
        raise Failed(reason)
    return f"Python {sys.version_info[0]}.{sys.version_info[1]}, Qt for Python {PySide6.__version__}"


def _files() -> str:
    """A copy that was cut off or a virus scanner may have taken some; the build wrote down which there were."""
    root = program_folder()
    listed = root / "assets" / "files.txt"
    if not listed.is_file():
        if is_bundle():
            raise Failed("the list of them is missing")
        return "of a checkout"
    names = listed.read_text(encoding="utf-8").splitlines()
    missing = [name for name in names if not (root / name).exists()]
    if missing:
        raise Failed(f"{len(missing)} of {len(names)} are missing: {', '.join(missing[:3])}")
    return f"all {len(names)} are here"


def _plugins() -> str:
    """Those of Qt. Of the ways to a screen one is enough: a machine with X11 may lack what Wayland needs."""
    from kiosk.ops.qt_plugins import SCREENS, try_plugins  # noqa: PLC0415

    pictures, screens = try_plugins("imageformats"), try_plugins("platforms")
    if pictures.reasons or not pictures.good:
        raise Failed("; ".join(pictures.reasons) or "there is none for pictures")
    if not screens.good & SCREENS:
        raise Failed("; ".join(screens.reasons) or "there is none for a screen")
    return ", ".join((*sorted(pictures.good | screens.good), *screens.reasons))


def _pictures() -> str:
    """One of each kind: what Pillow prepares of it, Qt must open."""
    from PIL import Image  # noqa: PLC0415 - as in all of these: each part is loaded when it is tried
    from PySide6.QtCore import QByteArray  # noqa: PLC0415, TID251
    from PySide6.QtGui import QImage  # noqa: PLC0415, TID251
    from PySide6.QtSvg import QSvgRenderer  # noqa: PLC0415, TID251

    from kiosk.core.content.pictures import prepare_picture  # noqa: PLC0415

    kinds = ("PNG", "JPEG", "WEBP", "GIF")
    for kind in kinds:
        saved = io.BytesIO()
        Image.new("RGB", (40, 30), "#205080").save(saved, kind)
        prepared = prepare_picture(saved.getvalue(), f"a.{kind.lower()}")
        shown = QImage.fromData(prepared.data)
        if shown.isNull() or shown.pixelColor(20, 15).blue() < 100:
            raise Failed(f"a {kind} picture cannot be shown")
    drawing = prepare_picture(_SVG, "a.svg")
    if not QSvgRenderer(QByteArray(drawing.data)).isValid():
        raise Failed("an SVG drawing cannot be shown")
    return ", ".join((*kinds, "SVG"))


def _fonts() -> str:
    from kiosk.ui.fonts import load_fonts  # noqa: PLC0415
    from kiosk.ui.icons import icons  # noqa: PLC0415

    if not load_fonts():
        raise Failed("a typeface is missing")
    if not icons():
        raise Failed("the icons are missing")
    return "here"


def _built_in() -> str:
    from kiosk.core.content.snapshot import SnapshotStore  # noqa: PLC0415

    store = SnapshotStore(builtin_folder())
    found = store.newest("")
    if found is None or any(store.damaged_pictures(found)):
        raise Failed("it is missing or damaged")
    return f"{found.kept.slides} slides"


def _first_screen() -> str:
    from kiosk.core.content.snapshot import SnapshotStore  # noqa: PLC0415
    from kiosk.core.session.session import Session  # noqa: PLC0415
    from kiosk.ui.picture_of_screen import draw_screen  # noqa: PLC0415
    from kiosk.ui.pictures import Pictures  # noqa: PLC0415
    from kiosk.ui.window import KioskWindow  # noqa: PLC0415

    store = SnapshotStore(builtin_folder())
    found = store.newest("")
    if found is None:
        raise Failed("there is no topic to show")
    window = KioskWindow(Pictures(store.pictures), clock=lambda: 0.0)
    window.resize(960, 540)
    window.show()
    (drawn, *_) = draw_screen(window, Session.at_start(found.catalog, date(2026, 1, 1)))
    window.hide()
    colours = {drawn.toImage().pixel(x, y) for x in range(0, 960, 8) for y in range(0, 540, 8)}
    if len(colours) < 20:
        raise Failed("it is empty")
    return f"drawn, {len(colours)} colours"


def _importer() -> str:
    """The process that reads content, on a folder with one slide."""
    from PIL import Image  # noqa: PLC0415

    from kiosk.core.content.snapshot import SnapshotStore  # noqa: PLC0415
    from kiosk.ops.import_order import Order  # noqa: PLC0415
    from kiosk.ops.import_process import import_command  # noqa: PLC0415

    with tempfile.TemporaryDirectory(prefix="kiosk-self-test-") as name:
        content, copies = Path(name) / "content", Path(name) / "data"
        (content / "topic").mkdir(parents=True)
        (content / "topic" / "01-one.md").write_text(_SLIDE, encoding="utf-8")
        Image.new("RGB", (400, 300), "#205080").save(content / "topic" / "square.png")
        order = Order(str(content), str(copies), datetime.now(UTC), date(2026, 1, 1))
        command = [*import_command(), msgspec.json.encode(order).decode()]
        done = subprocess.run(command, capture_output=True, timeout=SECONDS, check=False)  # noqa: S603
        found = SnapshotStore(copies).newest(str(content))
        if done.returncode or found is None or found.kept.slides != 1:
            raise Failed(f"it ended with code {done.returncode} and no copy")
    return "reads, checks and copies"


def _speech() -> str:
    """The engine must be in the program; whether this machine has a voice is the doctor's to tell."""
    from kiosk.ops.qt_plugins import try_plugins  # noqa: PLC0415

    reason = "Qt finds no engine"
    try:
        import PySide6.QtTextToSpeech  # noqa: F401, PLC0415, TID251
    except ImportError as missing:
        reason = str(missing)
    else:
        engines = try_plugins("texttospeech")
        if engines.good:
            return f"by {', '.join(name.rpartition('_')[2] for name in sorted(engines.good))}"
        reason = "; ".join(engines.reasons) or reason
    if is_bundle():  # which brings all that it needs
        raise Failed(reason)
    return f"not on this machine: {reason}"


def _data(data: Path) -> str:
    from kiosk.core.content.snapshot import write_whole  # noqa: PLC0415

    file = data / "self-test"
    try:
        data.mkdir(mode=0o700, parents=True, exist_ok=True)
        for text in (b"one", b"two"):
            write_whole(file, text)
            if file.read_bytes() != text:
                raise Failed(f"{data} does not keep what is written")
    except OSError as reason:
        raise Failed(f"{data} cannot be written: {reason.strerror}") from reason
    finally:
        file.unlink(missing_ok=True)
    return f"{data} can be written"

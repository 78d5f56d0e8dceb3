"""Pictures drawn ahead of the finger, on a thread that never sets PySide up."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from PIL import Image as Pillow
from PySide6.QtCore import QSize
from pytestqt.qtbot import QtBot

from kiosk.core.content.model import Image
from kiosk.ui.pictures import Pictures

ROOT = Path(__file__).parents[2]
SVG = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 8"><rect width="10" height="8" fill="#1C8A85"/></svg>'
DRAWING, PHOTO = Image("a.svg", 10, 8), Image("b.png", 10, 8)

PROGRAM = """
import builtins, enum, sys, threading
from pathlib import Path
from PySide6.QtCore import QSize
from PySide6.QtGui import QGuiApplication
from kiosk.core.content.model import Image
from kiosk.ui import pictures
application = QGuiApplication([])
folder = pictures.Pictures(Path(sys.argv[1]))
pictures._call_first_on_this_thread(is_drawing=False)
folder._ready.emit()
made, worker = [], []
def watched(function):
    def call(*given, **named):
        if threading.current_thread() in worker:
            made.append(str(given[:2]))
        return function(*given, **named)
    return call
enum.EnumType._create_ = watched(enum.EnumType._create_)
python_imports, watched_import = builtins.__import__, watched(builtins.__import__)
def imports(name, *given, **named):
    is_qt = name.startswith(("PySide6", "shiboken"))
    return (watched_import if is_qt else python_imports)(name, *given, **named)
builtins.__import__ = imports
def draw():
    worker.append(threading.current_thread())
    for image in (Image("a.svg", 10, 8), Image("b.png", 10, 8)):
        key = pictures._key(image, QSize(300, 200), 1.0)
        folder._draw_apart(key, image)
thread = threading.Thread(target=draw)
thread.start()
thread.join()
drawn = [(image.width(), image.isNull()) for _, image in folder._drawn]
print(drawn, made)
"""


def test_the_worker_sets_nothing_of_pyside_up(tmp_path: Path) -> None:
    """Or it can wait for ever for the GUI thread, which waits for it."""
    (tmp_path / "a.svg").write_bytes(SVG)
    Pillow.new("RGB", (10, 8), "#1C8A85").save(tmp_path / "b.png")
    command = [sys.executable, "-c", PROGRAM, str(tmp_path), "-platform", "offscreen"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True, timeout=60)  # noqa: S603
    assert done.stdout.strip() == "[(250, False), (250, False)] []"


def test_what_is_being_prepared_is_waited_for_and_not_drawn_twice(qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "a.svg").write_bytes(SVG)
    pictures = Pictures(tmp_path)
    pictures.prepare(DRAWING, QSize(300, 200), 1.0)
    pictures._worker.waitForDone()
    (tmp_path / "a.svg").unlink()
    drawn = pictures.pixmap(DRAWING, QSize(300, 200), 1.0).toImage()
    assert drawn.pixelColor(120, 90).name() == "#1c8a85"
    pictures.finish()


def test_a_picture_that_is_gone_is_empty_and_stops_nothing(qtbot: QtBot, tmp_path: Path) -> None:
    pictures = Pictures(tmp_path)
    for image in (DRAWING, PHOTO):
        assert pictures.pixmap(image, QSize(300, 200), 1.0).toImage().pixelColor(120, 90).alpha() == 0

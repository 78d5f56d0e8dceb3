"""`kiosk handout`: a topic as a leaflet, with no display too."""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from kiosk.core.content.folder import NotAContentFolder, read_content
from kiosk.core.content.model import Image
from kiosk.core.content.snapshot import SnapshotStore, write_whole
from kiosk.core.views.handout import Handout, handout_of
from kiosk.ops.places import content_folder

NOT_A_FOLDER = 2


def handout(options: argparse.Namespace) -> int:
    """Write the leaflet to `options.out`; 1 where it cannot be written, 2 where there is no such content or topic."""
    root = options.folder or content_folder()
    with tempfile.TemporaryDirectory(prefix="kiosk-handout-") as data:
        store = SnapshotStore(Path(data))
        try:
            catalog = read_content(root, today=datetime.now().astimezone().date(), keep=store.keep).catalog
        except NotAContentFolder as reason:
            return _failed(str(reason), NOT_A_FOLDER)
        topic = next((topic for topic in catalog.topics if topic.key == options.topic), None)
        if topic is None:
            names = ", ".join(topic.key for topic in catalog.topics) or "none"
            found = f'kiosk: there is no topic "{options.topic}" in {root}. Its topics: {names}.'
            return _failed(found, NOT_A_FOLDER)
        language = options.lang or catalog.clinic.languages[0]
        if not any(language in slide.words for slide in topic.slides):
            found = f"kiosk: nothing of this topic is in {language}; it is written in {topic.language}."
            sys.stderr.write(f"{found}\n")
        made = handout_of(catalog, topic, language, is_large=options.large_print)
        try:
            write_whole(options.out, drawn(made, [store.pictures], options.paper))
        except OSError as reason:
            return _failed(f"kiosk: {options.out} cannot be written: {reason.strerror or reason}.", 1)
    return 0


def drawn(handout: Handout, folders: Sequence[Path], paper: str) -> bytes:
    """The leaflet as a PDF; its pictures are in the first folder that has them."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from PySide6.QtGui import QGuiApplication  # noqa: PLC0415, TID251 - after the platform was chosen

    from kiosk.ui.fonts import load_fonts  # noqa: PLC0415
    from kiosk.ui.leaflet.paper import Paper  # noqa: PLC0415
    from kiosk.ui.leaflet.printed import as_pdf  # noqa: PLC0415

    application = QGuiApplication.instance() or QGuiApplication(sys.argv[:1])
    load_fonts()

    made = as_pdf(handout, lambda image: file_in(folders, image), Paper(paper))
    del application
    return made


def file_in(folders: Sequence[Path], image: Image) -> Path:
    """The picture's file, in the first folder that has it."""
    places = [folder / image.name for folder in folders]
    return next((place for place in places if place.exists()), places[-1])


def _failed(text: str, code: int) -> int:
    sys.stderr.write(f"{text}\n")
    return code

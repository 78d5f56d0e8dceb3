"""Makes the snapshot that is a part of the program: what is shown before any content was ever good."""

from __future__ import annotations

import shutil
from datetime import UTC, datetime
from pathlib import Path

from kiosk.core.content.folder import read_content
from kiosk.core.content.snapshot import SnapshotStore
from kiosk.ops.places import builtin_folder, content_folder


def make_builtin() -> int:
    """The command, for the build and `dev.py`."""
    return write_builtin(content_folder(), builtin_folder())


def write_builtin(content: Path, out: Path) -> int:
    """1 where the content has no topic."""
    new = out.with_name(f"{out.name}.new")
    shutil.rmtree(new, ignore_errors=True)
    store = SnapshotStore(new)
    now = datetime.now(UTC)
    catalog = read_content(content, today=now.date(), keep=store.keep).catalog
    if not catalog.topics:
        return 1
    # Without the folder's path: it is that of the machine that built the program.
    store.publish(catalog, "", now)
    shutil.rmtree(out, ignore_errors=True)
    new.rename(out)
    return 0

"""`kiosk new-topic`: a folder with a slide of each kind, to be written over, and hidden until it is."""

from __future__ import annotations

import argparse
import json
import re
import shutil
import sys
from pathlib import Path

from kiosk.core.content.names import title_from
from kiosk.ops.places import content_folder

SKELETON = Path(__file__).parents[2] / "assets" / "new-topic"
_NOT_IN_A_NAME = re.compile(r"[\W_]+")


def new_topic(options: argparse.Namespace) -> int:
    """Return 0 once the folder is there, 1 where it cannot be made; nothing is left behind then."""
    root = options.folder or content_folder()
    try:
        folder = make_topic(root, options.name)
    except (OSError, ValueError) as reason:
        sys.stderr.write(f"{_said(reason)} No topic was made.\n")
        return 1
    sys.stdout.write(
        f"{folder} is made, with {len(list(folder.glob('*.md')))} slides to write over.\n"
        'It is hidden until "hidden = true" in its topic.toml becomes "hidden = false".\n'
    )
    return 0


def make_topic(root: Path, name: str) -> Path:
    """Make the topic in this content folder and return its folder. Raises OSError or ValueError with a sentence."""
    key = _NOT_IN_A_NAME.sub("-", name.casefold()).strip("-")
    if not key:
        raise ValueError(
            f'The name "{name}" has no letter: write what the topic is about, such as "Neck pain".'
        )
    if not root.is_dir():
        raise ValueError(f"There is no folder {root}.")
    folder = root / key
    if folder.exists():
        raise ValueError(f"There is a folder {folder} already.")
    title = name.strip() if " " in name.strip() else title_from(key) or key
    # Its name begins with a dot until it is whole: the kiosk takes no half of it.
    draft = root / f".{key}"
    draft.mkdir()
    try:
        for file in sorted(SKELETON.iterdir()):
            text = file.read_text(encoding="utf-8")
            written = text.replace('"{title}"', json.dumps(title, ensure_ascii=False))
            (draft / file.name).write_text(written, encoding="utf-8")
        draft.rename(folder)
    except OSError:
        shutil.rmtree(draft, ignore_errors=True)
        raise
    return folder


def _said(reason: OSError | ValueError) -> str:
    if isinstance(reason, OSError):
        return f"It cannot be written: {reason.filename}: {reason.strerror}."
    return str(reason)

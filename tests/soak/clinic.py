"""A clinic that cannot leave its content folder alone."""

from __future__ import annotations

import random
import shutil
from pathlib import Path

from kiosk.core.content.files import REPORT
from tests.benchmarks.large_folders import put_photos
from tests.ops.receptionist import SVG, put_topic

SHIPPED = Path(__file__).parents[2] / "content"
TOPICS, PHOTOS = 3, 4
"""Beside the one that ships: the content changes, and never grows."""


class Clinic:
    """Owns the content folder `root`; the same seed does the same to it."""

    def __init__(self, root: Path, seed: int | str) -> None:
        self._root, self._random = root, random.Random(seed)  # noqa: S311 - a clinic keeps no secrets
        shutil.copytree(SHIPPED, root, ignore=shutil.ignore_patterns(REPORT))
        put_photos(root, PHOTOS)
        self._slides = {path: path.read_bytes() for path in sorted(root.rglob("[0-9]*.md"))}
        self.changes = 0

    def change(self) -> None:
        """Do one thing to it that staff do."""
        self.changes += 1
        self._random.choice((self._put, self._remove, self._write, self._damage, self._swap))()

    def _folder(self) -> Path:
        return self._root / f"topic-{self._random.randrange(TOPICS)}"

    def _put(self) -> None:
        folder = self._folder()
        put_topic(self._root, folder.name, f"Number {self._random.randrange(100)}", slides=2)
        colour = f"{self._random.randrange(1000):03}"
        (folder / "pictures" / "1.svg").write_text(SVG.replace("123", colour))

    def _remove(self) -> None:
        shutil.rmtree(self._folder(), ignore_errors=True)

    def _write(self) -> None:
        """Change a slide of the topic that ships, or change it back."""
        path, text = self._random.choice(list(self._slides.items()))
        more = f"\n\nOnce more: {self._random.randrange(10)}.\n".encode()
        path.write_bytes(text + more if path.read_bytes() == text else text)

    def _damage(self) -> None:
        put_topic(self._root, "damaged")
        (self._root / "damaged" / "pictures" / "1.svg").write_bytes(self._random.randbytes(2000))

    def _swap(self) -> None:
        """Put a whole topic in another's place."""
        folder, aside = self._folder(), self._root.parent / "aside"
        put_topic(aside, folder.name, f"Swapped {self._random.randrange(100)}", slides=3)
        shutil.rmtree(folder, ignore_errors=True)
        (aside / folder.name).rename(folder)

"""Finds the picture that a slide names and prepares each file once, however many slides show it."""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from kiosk.core.content.files import (
    OTHER_PICTURE_ENDINGS,
    PICTURE_ENDINGS,
    PICTURE_LIMIT,
    File,
    Listing,
    Unreadable,
)
from kiosk.core.content.names import did_you_mean, nfc, printable
from kiosk.core.content.picture_kind import PictureRefused

if TYPE_CHECKING:
    from collections.abc import Callable

    from kiosk.core.content.cut import Cut
    from kiosk.core.content.model import Image
    from kiosk.core.content.picture_memory import PictureMemory

_ELSEWHERE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:|/|~")
_MOST_CANDIDATES = 300  # to compare a misspelt name with; each takes a tenth of a millisecond


@dataclass(frozen=True, slots=True)
class Missing:
    """Why a picture is not shown; the sentences go into the problem of the slide that names it."""

    found: str
    mend: str


class PictureShelf:
    """`memory` knows the pictures of earlier readings, which are not prepared again."""

    def __init__(
        self,
        listing: Listing,
        keep: Callable[[str, bytes], None] | None,
        memory: PictureMemory | None = None,
    ) -> None:
        self._listing = listing
        self._memory = memory
        self._keep = keep
        self._prepared: dict[str, Image | Missing] = {}
        self._kept: set[str] = set()
        self._by_folder: dict[str, list[str]] = {}
        for name, file in listing.files.items():
            if file.ending in PICTURE_ENDINGS | OTHER_PICTURE_ENDINGS:
                self._by_folder.setdefault(posixpath.dirname(name), []).append(file.base)

    def find(self, folder: str, source: str) -> File | Missing:
        """`folder` is that of the slide, `source` a relative name with slashes, already unquoted."""
        shown = printable(source)
        if not source.strip():
            return Missing("the picture has no name.", "Write its name between the round brackets.")
        path = posixpath.normpath(posixpath.join(folder, nfc(source)))
        if _ELSEWHERE.match(source) or path.startswith(".."):
            mend = "Copy the picture into this folder and write its name alone."
            return Missing(f'the picture "{shown}" is not inside the content folder.', mend)
        exact = self._listing.files.get(path) or self._listing.files.get(
            self._listing.by_folded.get(path.casefold(), "")
        )
        if exact:
            return exact
        inner = self._by_folder.get(posixpath.dirname(path), [])[:_MOST_CANDIDATES]
        base = posixpath.basename(path)
        # Windows hides endings: one that is not seen is not written, or written once more into the name.
        alike = [name for name in inner if posixpath.splitext(name)[0].casefold() == base.casefold()]
        if len(alike) == 1:
            return self._listing.files[posixpath.join(posixpath.dirname(path), alike[0])]
        below = [
            posixpath.join(posixpath.relpath(place, folder or "."), base)
            for place in (f"{folder}/pictures", f"{folder}/images", folder)
            if base in self._by_folder.get(place, ())
        ]
        hint = f'Did you mean "{below[0]}"?' if below else did_you_mean(base, inner)
        return Missing(
            f'the picture "{shown}" is not in this folder.', hint or "Copy it here, or correct its name."
        )

    def image(
        self, file: File, read: Callable[[], bytes] | None = None, cut: Cut | None = None
    ) -> Image | Missing:
        """`read` gives the bytes of what is no file of its own, `cut` what is to be seen of it; its name tells both."""
        if file.name not in self._prepared:
            own = partial(self._listing.read, file, PICTURE_LIMIT)
            self._prepared[file.name] = self._prepare(file, read or own, cut)
        return self._prepared[file.name]

    def _prepare(self, file: File, read: Callable[[], bytes], cut: Cut | None) -> Image | Missing:
        from kiosk.core.content.pictures import prepare_picture  # noqa: PLC0415 - loads Pillow

        known = self._memory.recall(file) if self._memory else None
        if known:
            return known
        try:
            data = read()
            known = self._memory.recall_bytes(file, data) if self._memory else None
            if known:
                return known
            prepared = prepare_picture(data, file.name, cut)
        except (Unreadable, PictureRefused) as refusal:
            return Missing(refusal.found, refusal.mend)
        except MemoryError:
            return Missing("this picture is too large for this machine.", "Make it smaller.")
        self.keep(prepared.image.name, prepared.data)
        if self._memory:
            self._memory.learn(file, data, prepared.image)
        return prepared.image

    def keep(self, name: str, data: bytes) -> None:
        """Hand the file to whoever keeps the kiosk's own copy, once."""
        if self._keep and name not in self._kept:
            self._kept.add(name)
            self._keep(name, data)

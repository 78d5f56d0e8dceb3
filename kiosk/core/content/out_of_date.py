"""Translations and recordings whose original has changed since: told by hashes, for a copied file has a new time.

Only the importer knows; `check` alone sees the folder as it is now (standards LNG-03, SPK-13).
"""

from __future__ import annotations

import posixpath
from collections.abc import Collection

from kiosk.core.content.last_reading import Original, Originals
from kiosk.core.content.problems import Problem, Severity


def out_of_date(originals: Originals, here: Collection[str]) -> tuple[Problem, ...]:
    """`here` are the names of the translations and recordings that were read now."""
    return tuple(
        _recording(name, known) if name.endswith(".wav") else _translation(name, known)
        for name, known in originals.files.items()
        if known.changed and name in here
    )


def _translation(name: str, known: Original) -> Problem:
    return Problem(
        name,
        0,
        Severity.WARNING,
        f'the original, "{posixpath.basename(known.file)}", changed on {known.changed}, after this translation.',
        "It is still shown.",
        "Compare the two and correct it. If it is right as it is, save it again."
        if name.lower().endswith(".pptx")
        else "Compare the two and correct it. If it is right as it is, add an empty line at its end.",
    )


def _recording(name: str, known: Original) -> Problem:
    return Problem(
        name,
        0,
        Severity.WARNING,
        f'the text of "{posixpath.basename(known.file)}" has changed since this was recorded.',
        "It is still played.",
        "Record it again, or delete it: then the synthetic voice reads the slide.",
    )

"""Interface words in the patient's language, and the direction that its script runs."""

from __future__ import annotations

import gettext
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import TypeAlias

Translate: TypeAlias = Callable[[str], str]

LOCALE_FOLDER = Path(__file__).parents[2] / "assets" / "locale"
_RIGHT_TO_LEFT = frozenset({"ar", "dv", "fa", "he", "ks", "ku-arab", "ps", "sd", "ug", "ur", "yi"})


def translator(language: str) -> Translate:
    """`_` for this language: the compiled catalogue in assets/locale, or English where there is none."""
    return _catalogue(language).gettext


def plural(language: str, one: str, many: str, count: int) -> str:
    """Return the form for this count with `{count}` filled in; the forms are the English ones."""
    return _catalogue(language).ngettext(one, many, count).format(count=count)


@cache
def _catalogue(language: str) -> gettext.NullTranslations:
    names = [language.replace("-", "_"), language.partition("-")[0]]
    return gettext.translation("kiosk", LOCALE_FOLDER, names, fallback=True)


def is_right_to_left(language: str) -> bool:
    tag = language.lower()
    return tag in _RIGHT_TO_LEFT or tag.partition("-")[0] in _RIGHT_TO_LEFT

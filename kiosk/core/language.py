"""The program's words in the patient's language, its numbers, and the direction that its script runs."""

from __future__ import annotations

import gettext
import re
from collections.abc import Iterator
from copy import copy
from functools import cache
from pathlib import Path

from kiosk.core.content.model import Catalog, Interface
from kiosk.core.digits import LATIN, digits_of, in_digits

LOCALE_FOLDER = Path(__file__).parents[2] / "assets" / "locale"
_RIGHT_TO_LEFT = frozenset({"ar", "dv", "fa", "he", "ks", "ku-arab", "ps", "sd", "ug", "ur", "yi"})
_PLACE = re.compile(r"\{(\w+)\}")


class Translate:
    """`_` of one language: `_("Next")`, `_("Page {number}", number=3)`.

    Numbers that are filled in get the clinic's digits; texts stay as they are. `language` is that of the words: where
    nobody has translated them into the patient's, it is another one.
    """

    def __init__(self, words: gettext.NullTranslations, language: str, digits: str = LATIN) -> None:
        self._words, self.language, self._digits = words, language, digits

    def __call__(self, text: str, /, **filled: object) -> str:
        return self._with(self._words.gettext(text), filled)

    def plural(self, one: str, many: str, count: int, /, **filled: object) -> str:
        """The form for this count, which stands in `{count}`; `one` and `many` are the English ones."""
        return self._with(self._words.ngettext(one, many, count), {"count": count, **filled})

    def number(self, number: int) -> str:
        """In the clinic's digits."""
        return in_digits(number, self._digits)

    def _with(self, text: str, filled: dict[str, object]) -> str:
        if not filled:
            return text

        def value(place: re.Match[str]) -> str:
            found = filled.get(place[1], place[0])
            return self.number(found) if isinstance(found, int) else str(found)

        return _PLACE.sub(value, text)


def translator(language: str, catalog: Catalog | None = None) -> Translate:
    """`_` for this language: the clinic's own words, then the program's.

    Without either it is in the clinic's first language, and at last in English, in which the words are written.
    """
    catalog = catalog or Catalog()
    first = catalog.clinic.languages[0]
    own = [] if _is_english(language) else [*_words_in(first, catalog)]
    mine = [*_words_in(language, catalog)]
    spoken = language if mine or _is_english(language) else first if own else "en"
    words, *others = map(copy, [*mine, *own, gettext.NullTranslations()])
    for other in others:
        words.add_fallback(other)
    return Translate(words, spoken, digits_of(language, is_native=catalog.clinic.native_digits))


def _words_in(language: str, catalog: Catalog) -> Iterator[gettext.NullTranslations]:
    names = _from_near_to_far(language)
    for name in names:
        if name in catalog.interfaces:
            yield _OfClinic(catalog.interfaces[name])
    shipped = _shipped(tuple(names))
    if shipped:
        yield shipped


def _from_near_to_far(language: str) -> list[str]:
    """`zh-Hant-TW`, `zh-Hant`, `zh`."""
    parts = language.split("-")
    return ["-".join(parts[:count]) for count in range(len(parts), 0, -1)]


@cache
def _shipped(names: tuple[str, ...]) -> gettext.NullTranslations | None:
    try:
        return gettext.translation("kiosk", LOCALE_FOLDER, [name.replace("-", "_") for name in names])
    except OSError:  # none, or none that can be read
        return None


class _OfClinic(gettext.NullTranslations):
    """A clinic's own interface.<tag>.po, as the importer has published it."""

    def __init__(self, interface: Interface) -> None:
        super().__init__()
        self._interface = interface

    def gettext(self, message: str) -> str:
        return self._interface.texts.get(message) or super().gettext(message)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        forms = self._interface.plurals.get(msgid1)
        return forms[plural_rule(self._interface.rule)(n)] if forms else super().ngettext(msgid1, msgid2, n)


# C's own notation for which form a count takes; gettext turns it into a function after checking each of its signs.
plural_rule = cache(gettext.c2py)


def _is_english(language: str) -> bool:
    return language.lower().partition("-")[0] == "en"


def is_right_to_left(language: str) -> bool:
    tag = language.lower()
    return tag in _RIGHT_TO_LEFT or tag.partition("-")[0] in _RIGHT_TO_LEFT

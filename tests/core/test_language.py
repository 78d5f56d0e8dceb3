"""Which words stand for a language: the clinic's, the program's, those of another language, and the names of all."""

from __future__ import annotations

import pytest
from babel import Locale, UnknownLocaleError
from hypothesis import given
from hypothesis import strategies as st

from kiosk.core.content.model import Catalog, Clinic, Interface
from kiosk.core.content.names import LANGUAGES
from kiosk.core.digits import LATIN, digits_of, in_digits
from kiosk.core.language import translator
from kiosk.core.own_names import _NAMES, own_name

FRENCH = Interface({"Next": "Suivant"}, {"{count} page": ("{count} page", "{count} pages")}, "n > 1")
OWN_WORDS = Interface({"Next": "Adelante"})


def catalog(*languages: str, **interfaces: Interface) -> Catalog:
    return Catalog(Clinic(languages=languages), interfaces=interfaces)


@pytest.mark.parametrize(
    ("language", "content", "words", "spoken"),
    [
        ("es", catalog("en", "es"), "Siguiente", "es"),
        ("es-MX", catalog("en", "es-MX"), "Siguiente", "es-MX"),
        ("en-GB", catalog("es", "en-GB"), "Next", "en-GB"),
        ("fr", catalog("en", "fr"), "Next", "en"),
        ("fr", catalog("es", "fr"), "Siguiente", "es"),
        ("fr", catalog("vi", "fr"), "Next", "en"),
        ("fr", catalog("es", "fr", fr=FRENCH), "Suivant", "fr"),
        ("fr-CA", catalog("es", "fr-CA", fr=FRENCH), "Suivant", "fr-CA"),
        ("es", catalog("en", "es", es=OWN_WORDS), "Adelante", "es"),
        ("en", catalog("en", en=Interface({"Next": "Go on"})), "Go on", "en"),
    ],
)
def test_words_come_from_the_nearest_language(
    language: str, content: Catalog, words: str, spoken: str
) -> None:
    """Issue 9, part 4: the clinic's own, the program's, the clinic's first language, English."""
    _ = translator(language, content)
    assert (_("Next"), _.language) == (words, spoken)


def test_a_text_that_the_clinic_left_out_comes_from_the_next_in_line() -> None:
    of_clinic = translator("es", catalog("en", "es", es=OWN_WORDS))
    assert of_clinic("Back") == "Atrás"
    french = translator("fr", catalog("ar", "fr", fr=FRENCH))
    assert french("Back") == "رجوع"
    assert french.plural("{count} topic", "{count} topics", 2) == "موضوعان"


@pytest.mark.parametrize(("count", "words"), [(0, "0 page"), (1, "1 page"), (2, "2 pages")])
def test_a_clinics_plurals_follow_the_rule_of_its_file(count: int, words: str) -> None:
    assert (
        translator("fr", catalog("en", "fr", fr=FRENCH)).plural("{count} page", "{count} pages", count)
        == words
    )


def test_one_clinics_words_are_not_seen_in_anothers() -> None:
    assert translator("es", catalog("es", es=OWN_WORDS))("Next") == "Adelante"
    assert translator("es", catalog("es"))("Next") == "Siguiente"


# The names of CLDR. Chinese numerals are no row of ten digits, and Javanese is written in Latin script.
ZEROS = {"latn": "0", "hanidec": "0", "java": "0", "arab": "\u0660", "arabext": "\u06f0", "deva": "\u0966"}
ZEROS |= {"beng": "\u09e6", "guru": "\u0a66", "gujr": "\u0ae6", "orya": "\u0b66", "tamldec": "\u0be6"}
ZEROS |= {"telu": "\u0c66", "knda": "\u0ce6", "mlym": "\u0d66", "thai": "\u0e50", "laoo": "\u0ed0"}
ZEROS |= {"tibt": "\u0f20", "mymr": "\u1040", "khmr": "\u17e0"}


def babels(tag: str) -> Locale | None:
    try:
        return Locale.parse(tag, sep="-")
    except (UnknownLocaleError, ValueError):
        return None


@pytest.mark.parametrize("tag", sorted(LANGUAGES))
def test_a_languages_own_digits_are_those_of_cldr(tag: str) -> None:
    locale = babels(tag)
    if locale is None:
        return
    native = locale.other_numbering_systems.get("native", "latn")
    assert ZEROS[native] == digits_of(tag, is_native=True)[0]


@given(st.integers(), st.sampled_from(["ar", "fa", "hi", "es", "xx"]))
def test_a_number_in_any_digits_is_the_same_number(number: int, language: str) -> None:
    digits = digits_of(language, is_native=True)
    assert int(in_digits(number, digits)) == number
    assert in_digits(in_digits(number, digits), LATIN) == str(number)


# CLDR's name of these is shorter than people's own, or it has none.
BETTER_KNOWN = {"id", "ms", "jv", "ku", "ny", "om", "tw", "nan", "hmn", "sm", "swc", "prs", "ay", "ch", "rhg"}


@pytest.mark.parametrize("tag", sorted(_NAMES.keys() - BETTER_KNOWN - {"zh-hans", "zh-hant"}))
def test_a_languages_own_name_is_that_of_cldr(tag: str) -> None:
    locale = babels(tag)
    assert locale
    name = locale.languages.get(tag) or locale.get_language_name(locale)
    assert name
    assert own_name(tag).casefold() == name.casefold()


@pytest.mark.parametrize(
    ("language", "offered", "name"),
    [
        ("es", ("en", "es"), "Español"),
        ("pt-BR", ("en", "pt-BR"), "Português"),
        ("pt-BR", ("pt-PT", "pt-BR"), "Português (pt-BR)"),
        ("zh-Hant-TW", ("en", "zh-Hant-TW"), "繁體中文"),
        ("tlh", ("en", "tlh"), "tlh"),
    ],
)
def test_a_language_is_called_so_that_it_is_told_from_the_others(
    language: str, offered: tuple[str, ...], name: str
) -> None:
    """standards.md LNG-01."""
    assert own_name(language, offered) == name

"""The program's words in all its languages: nothing is missing, nothing is left over, nothing is lost in between."""

from __future__ import annotations

import ast
import re
from collections import Counter
from pathlib import Path

import polib
import pytest

from assets.locale.catalogues import TEMPLATE, catalogues, renewed, template
from kiosk.core.content.model import Catalog, Clinic
from kiosk.core.language import translator

ROOT = Path(__file__).parents[2]
LANGUAGES = {path.parents[1].name: path for path in catalogues()}
COUNTS = (0, 1, 2, 3, 11, 100)
PLACE = re.compile(r"\{.*?\}")


def words_of(language: str) -> polib.POFile:
    return polib.pofile(str(LANGUAGES[language]))


def forms(entry: polib.POEntry) -> list[str]:
    return [*entry.msgstr_plural.values()] if entry.msgid_plural else [entry.msgstr]


def test_the_kiosk_speaks_three_languages() -> None:
    assert LANGUAGES.keys() == {"es", "ar"}


def test_the_template_is_what_the_code_says() -> None:
    """Mend with `python3 dev.py messages`."""
    assert TEMPLATE.read_text(encoding="utf-8") == str(template())


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_catalogue_has_the_texts_of_the_code_and_no_others(language: str) -> None:
    """standards.md LNG-06. Mend with `python3 dev.py messages`."""
    path = LANGUAGES[language]
    assert path.read_text(encoding="utf-8") == str(renewed(words_of(language), template()))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_is_translated_and_none_is_fuzzy_or_obsolete(language: str) -> None:
    """standards.md LNG-06."""
    words = words_of(language)
    assert [entry.msgid for entry in words if not all(forms(entry))] == []
    assert [entry.msgid for entry in words.fuzzy_entries()] == []
    assert [entry.msgid for entry in words.obsolete_entries()] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_form_has_the_placeholders_of_its_english(language: str) -> None:
    """Only a form that stands for one count may leave that count out."""
    for entry in words_of(language):
        wanted = Counter(PLACE.findall(entry.msgid_plural or entry.msgid))
        for number, form in enumerate(forms(entry)):
            found = Counter(PLACE.findall(form))
            is_of_one_count = bool(entry.msgid_plural) and _counts_of(words_of(language), number) == 1
            assert found == wanted or (is_of_one_count and found == wanted - Counter(["{count}"])), (
                entry.msgid
            )


def _counts_of(words: polib.POFile, form: int) -> int:
    """How many of the first 300 counts take this form."""
    rule = re.search(r"plural=(.*);", words.metadata["Plural-Forms"])
    assert rule
    from gettext import c2py  # noqa: PLC0415

    which = c2py(rule[1])
    return sum(which(count) == form for count in range(300))


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("en", ["0 pages", "1 page", "2 pages", "3 pages", "11 pages", "100 pages"]),
        ("es", ["0 páginas", "1 página", "2 páginas", "3 páginas", "11 páginas", "100 páginas"]),
        ("ar", ["لا صفحات", "صفحة واحدة", "صفحتان", "3 صفحات", "11 صفحة", "100 صفحة"]),
    ],
)
def test_what_is_counted_takes_the_form_of_its_count(language: str, expected: list[str]) -> None:
    _ = translator(language)
    assert [_.plural("{count} page", "{count} pages", count) for count in COUNTS] == expected


def test_numbers_are_in_the_clinics_digits_and_what_is_dialled_never_changes() -> None:
    native = translator("ar", Catalog(Clinic(languages=("ar",), native_digits=True)))
    assert native("Part {part} of {parts}", part=1, parts=12) == "الجزء ١ من ١٢"  # noqa: RUF001 - Arabic digits
    assert native.plural("{count} page", "{count} pages", 14) == "١٤ صفحة"
    assert (
        native("Not in the clinic? Call {emergency}.", emergency="112")
        == "لست في العيادة؟ يجب الاتصال على 112."
    )
    latin = translator("ar", Catalog(Clinic(languages=("ar",))))
    assert latin("Part {part} of {parts}", part=1, parts=12) == "الجزء 1 من 12"
    spanish = translator("es", Catalog(Clinic(languages=("es",), native_digits=True)))
    assert spanish("Part {part} of {parts}", part=1, parts=12) == "Parte 1 de 12"


def test_what_is_filled_in_is_never_filled_in_itself() -> None:
    _ = translator("en")
    assert _("Page {number}: {title}", number=3, title="{number}") == "Page 3: {number}"
    assert _("Last cleaned: {when}", other="x") == "Last cleaned: {when}"


SAYING = [
    *(ROOT / "kiosk" / "core").rglob("*.py"),
    *(ROOT / "kiosk" / "ui" / "pages").glob("*.py"),
    *(ROOT / "kiosk" / "ui" / "widgets").glob("*.py"),
]


def hand_written_numbers(source: str) -> list[int]:
    """The lines that fill texts in, or write numbers, without asking for the clinic's digits."""
    return [
        node.lineno
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Call)
        and (
            (isinstance(node.func, ast.Attribute) and node.func.attr == "format")
            or (isinstance(node.func, ast.Name) and node.func.id == "str" and "path" not in ast.unparse(node))
        )
    ]


@pytest.mark.parametrize("path", SAYING, ids=lambda path: path.relative_to(ROOT / "kiosk").as_posix())
def test_no_text_that_patients_see_gets_its_numbers_by_hand(path: Path) -> None:
    """`_("Page {number}", number=3)` and `style.number(3)` know the clinic's digits."""
    is_for_staff = path.is_relative_to(ROOT / "kiosk" / "core" / "content") or path.name in {
        "digits.py",
        "language.py",
        "machine_file.py",
        "pin.py",
    }
    if not is_for_staff:
        assert hand_written_numbers(path.read_text(encoding="utf-8")) == []


def test_a_number_written_by_hand_is_noticed() -> None:
    assert hand_written_numbers('a = _("{n} pages").format(n=3)\nb = str(page)\nc = str(self._path)\n') == [
        1,
        2,
    ]

"""A clinic's interface.<tag>.po: what is used of it, and that no bytes of it can hurt."""

from __future__ import annotations

from pathlib import Path

import polib
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assets.locale.catalogues import TEMPLATE
from kiosk.core.content import interface_text
from kiosk.core.content.folder import Reading, read_content
from kiosk.core.content.interface_text import _COUNTS
from kiosk.core.content.model import Interface
from kiosk.core.language import plural_rule, translator
from tests.catalogs import A_DAY

HEAD = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n"Plural-Forms: {rule};\\n"\n\n'
FRENCH_RULE = "nplurals=2; plural=(n > 1)"
PAGES = 'msgid "{count} page"\nmsgid_plural "{count} pages"\nmsgstr[0] "{count} page"\nmsgstr[1] "{count} pages"\n\n'
KNOWN = {entry.msgid: entry for entry in polib.pofile(str(TEMPLATE))}


def read(root: Path, data: bytes | str, name: str = "interface.fr.po") -> Reading:
    root.mkdir(exist_ok=True)
    (root / "backs").mkdir(exist_ok=True)
    (root / "backs" / "01-a.md").write_text("# Move\n\nA little.\n")
    (root / "clinic.toml").write_text('languages = ["en", "fr"]\n')
    (root / name).write_bytes(data if isinstance(data, bytes) else data.encode())
    return read_content(root, today=A_DAY)


def interface(root: Path, body: str, rule: str = FRENCH_RULE) -> Interface:
    return read(root, HEAD.format(rule=rule) + body).catalog.interfaces.get("fr", Interface())


def entry(text: str, translation: str, flags: str = "") -> str:
    return f'{flags}msgid "{text}"\nmsgstr "{translation}"\n\n'


@pytest.mark.parametrize(
    ("text", "translation", "is_used"),
    [
        ("Next", "Suivant", True),
        ("Next", "", False),
        ("Next", "  ", False),
        ("Page {number}: {title}", "{title}, page {number}", True),
        ("Page {number}: {title}", "Page {number}", False),
        ("Page {number}: {title}", "Page {number} {number} : {title}", False),
        ("Page {number}: {title}", "Page {number} : {title} {place}", False),
        ("Next", "Suivant {number}", False),
        ("Next", "x" * 60, True),
        ("Next", "x" * 61, False),
    ],
)
def test_a_translation_is_used_where_it_fits_the_program(
    tmp_path: Path, text: str, translation: str, *, is_used: bool
) -> None:
    """Placeholders in parity, keys that hold it."""
    found = interface(tmp_path, entry("Back", "Retour") + entry(text, translation))
    assert found.texts.get(text) == (translation if is_used else None)
    assert found.texts["Back"] == "Retour"


def test_what_is_fuzzy_obsolete_or_of_another_context_is_not_used(tmp_path: Path) -> None:
    body = (
        entry("Next", "A", "#, fuzzy\n")
        + '#~ msgid "Home"\n#~ msgstr "B"\n\n'
        + entry("Yes", "C", 'msgctxt "x"\n')
    )
    assert interface(tmp_path, body + entry("Back", "Retour")).texts == {"Back": "Retour"}


def test_line_ends_in_a_translation_become_spaces(tmp_path: Path) -> None:
    assert interface(tmp_path, entry("Next", "Page\\n\\tsuivante")).texts == {"Next": "Page suivante"}


@pytest.mark.parametrize(
    "rule",
    [
        "",
        "nplurals=0; plural=0",
        "nplurals=7; plural=n",
        "nplurals=2; plural=n",
        "nplurals=2; plural=1/n",
        "nplurals=2; plural=1/(n-200)",
        "nplurals=1; plural=-1",
        "nplurals=2; plural=",
        "nplurals=2; plural=(n",
        "nplurals=2; plural=n ** 99",
        "nplurals=2; plural=__import__('os')",
        "nplurals=2; plural=" + "(" * 300 + "n" + ")" * 300,
        "nplurals=2; plural=" + "n*" * 2000 + "n",
    ],
)
def test_a_rule_of_plurals_that_has_no_form_for_a_count_is_not_used(tmp_path: Path, rule: str) -> None:
    found = interface(tmp_path, entry("Next", "Suivant") + PAGES, rule)
    assert (found.texts, found.plurals) == ({"Next": "Suivant"}, {})


@pytest.mark.parametrize(
    "rule",
    [
        "nplurals=1; plural=0",
        FRENCH_RULE,
        "nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2)",
        "nplurals=6; plural=n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : n%100>=11 ? 4 : 5",
    ],
)
def test_the_rules_that_languages_have_are_used(tmp_path: Path, rule: str) -> None:
    forms = int(rule.removeprefix("nplurals=")[0])
    body = 'msgid "{count} page"\nmsgid_plural "{count} pages"\n'
    body += "".join(f'msgstr[{form}] "{form}: {{count}}"\n' for form in range(forms))
    found = interface(tmp_path, body, rule)
    which = plural_rule(found.rule)
    content = read(tmp_path, HEAD.format(rule=rule) + body).catalog
    for count in _COUNTS:
        said = translator("fr", content).plural("{count} page", "{count} pages", count)
        assert said == f"{which(count)}: {count}"


def test_a_plural_with_a_form_missing_is_not_used(tmp_path: Path) -> None:
    body = 'msgid "{count} page"\nmsgid_plural "{count} pages"\nmsgstr[0] "{count} page"\n'
    assert interface(tmp_path, entry("Next", "Suivant") + body).plurals == {}


def test_a_file_that_is_the_name_of_another_file_is_not_that_file(tmp_path: Path) -> None:
    """Because polib opens a text that is a path."""
    secret = tmp_path / "secret.po"
    secret.write_text(HEAD.format(rule=FRENCH_RULE) + entry("Next", "Secret"))
    reading = read(tmp_path / "content", str(secret))
    assert reading.catalog.interfaces == {}


def test_a_program_without_its_list_of_words_uses_no_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(interface_text, "TEMPLATE", tmp_path / "gone.pot")
    assert read(tmp_path, HEAD.format(rule=FRENCH_RULE) + entry("Next", "Suivant")).catalog.interfaces == {}


def test_a_large_file_is_refused(tmp_path: Path) -> None:
    reading = read(tmp_path, HEAD.format(rule=FRENCH_RULE) + entry("Next", "Suivant") + "#" * 1_000_000)
    assert [problem.found for problem in reading.problems if problem.file.endswith(".po")] == [
        "this file is larger than 1 MB."
    ]


LINES = st.sampled_from(
    [
        *(
            "msgid ",
            "msgid_plural ",
            "msgstr ",
            "msgstr[0] ",
            "msgstr[9] ",
            'msgctxt "a"\n',
            "#, fuzzy\n",
            "#~ ",
        ),
        *(
            '"Next"\n',
            '"{count} page"\n',
            '"{number} of {count}"\n',
            '"\n',
            '""\n',
            '"\\"\n',
            '"\\\\n"\n',
            "\n",
            "\r",
        ),
        *('"Plural-Forms: nplurals=2; plural=n%0;\\n"\n', '"Content-Type: text/plain; charset=utf-7\\n"\n'),
        *("\x00", "\u202e", "é", "[99999999999]", "#| msgid", "domain"),
    ]
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60, deadline=None)
@given(
    st.one_of(
        st.binary(max_size=200),
        st.lists(LINES, max_size=30).map("".join).map(str.encode),
        st.lists(LINES, max_size=30).map(
            lambda lines: (HEAD.format(rule=FRENCH_RULE) + "".join(lines)).encode()
        ),
    )
)
def test_whatever_the_bytes_only_sound_words_are_published(tmp_path: Path, data: bytes) -> None:
    reading = read(tmp_path, data)
    for problem in reading.problems:
        assert problem.line <= data.count(b"\n") + data.count(b"\r") + 1
    for found in reading.catalog.interfaces.values():
        assert found.texts.keys() | found.plurals.keys() <= KNOWN.keys()
        for one, forms in found.plurals.items():
            assert all(0 <= plural_rule(found.rule)(count) < len(forms) for count in _COUNTS), one

"""The program's words in all its languages: finds them in the code, and makes of each .po what the program reads.

python -m assets.locale.catalogues extract   the .pot and every .po, from the code; needs Babel
python -m assets.locale.catalogues compile   a .mo beside each .po
"""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path

import polib

HERE = Path(__file__).parent
KIOSK = HERE.parents[1] / "kiosk"
TEMPLATE = HERE / "kiosk.pot"
OF_A_CLINIC = KIOSK.parent / "tests" / "french" / "content" / "interface.fr.po"
"""What a clinic may add to a fourth language; the tests show the kiosk in it."""
WIDTH = 110
KEYWORDS = {"_": None, "words": None, "plural": (1, 2)}
"""What stands before a text in the code: `_("Next")`, `words` where `_` is taken, `_.plural("page", "pages", 2)`."""


def catalogues() -> list[Path]:
    return sorted(HERE.glob("*/LC_MESSAGES/kiosk.po"))


def template() -> polib.POFile:
    """What the code says now, file by file; without dates and lines, so that it changes only when a text does."""
    from babel.messages.extract import extract_from_file  # noqa: PLC0415 - to compile needs no Babel

    found = polib.POFile(wrapwidth=WIDTH)
    found.metadata = _head("")
    entries: dict[str, polib.POEntry] = {}
    for path in sorted(KIOSK.rglob("*.py")):
        place = (path.relative_to(KIOSK.parent).as_posix(), "")
        for _, message, _, _ in extract_from_file("python", path, KEYWORDS):
            one, many = message if isinstance(message, tuple) else (message, "")
            entry = entries.setdefault(one, polib.POEntry(msgid=one, msgid_plural=many))
            entry.occurrences += [place] * (place not in entry.occurrences)
            entry.flags = ["python-brace-format"] * ("{" in one)
    found.extend(entries.values())
    return found


def renewed(old: polib.POFile, words: Iterable[polib.POEntry]) -> polib.POFile:
    """The catalogue with exactly these texts: new ones empty, without those that the program has no more."""
    new = polib.POFile(wrapwidth=WIDTH)
    new.metadata, new.header = old.metadata, old.header
    known = {(entry.msgid, entry.msgid_plural): entry for entry in old if not entry.obsolete}
    for word in words:
        entry = polib.POEntry(msgid=word.msgid, msgid_plural=word.msgid_plural, occurrences=word.occurrences)
        before = known.get((word.msgid, word.msgid_plural))
        forms = range(int(old.metadata["Plural-Forms"].partition("nplurals=")[2].partition(";")[0]))
        if word.msgid_plural:
            entry.msgstr_plural = before.msgstr_plural if before else dict.fromkeys(forms, "")
        entry.msgstr = before.msgstr if before else ""
        entry.tcomment = before.tcomment if before else ""
        entry.flags = [*word.flags, *(["fuzzy"] if before and before.fuzzy else [])]
        new.append(entry)
    return new


def extract() -> None:
    words = template()
    words.save(str(TEMPLATE), newline="\n")
    for path in (*catalogues(), OF_A_CLINIC):
        catalogue = renewed(polib.pofile(str(path)), words)
        catalogue.save(str(path), newline="\n")
        left = len(catalogue.untranslated_entries()) + len(catalogue.fuzzy_entries())
        print(f"{path.relative_to(HERE.parents[1])}: {left} of {len(catalogue)} texts are to be translated")


def compile_all() -> None:
    for path in catalogues():
        polib.pofile(str(path)).save_as_mofile(str(path.with_suffix(".mo")))


def _head(language: str) -> dict[str, str]:
    return {
        "Project-Id-Version": "kiosk",
        "Language": language,
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
    }


if __name__ == "__main__":
    {"extract": extract, "compile": compile_all}[sys.argv[1]]()

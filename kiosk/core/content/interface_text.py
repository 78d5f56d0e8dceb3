"""A clinic's own words of the program: `interface.fr.po`, as translators' tools write it.

What does not fit the program is left out word by word: a translation that lost a placeholder must not be shown, and
one that is missing is shown in another language.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kiosk.core.content.files import TEXT_LIMIT, File, Unreadable
from kiosk.core.content.model import Interface
from kiosk.core.content.names import is_language, language_tag
from kiosk.core.content.problems import Severity
from kiosk.core.content.text import decode
from kiosk.core.language import LOCALE_FOLDER, plural_rule

if TYPE_CHECKING:
    from collections.abc import Iterable

    from polib import POEntry, POFile

    from kiosk.core.content.bench import Bench

TEMPLATE = LOCALE_FOLDER / "kiosk.pot"
_NAME = re.compile(r"interface(?:\.(?P<tag>[^.]*))?\.po", re.IGNORECASE)
_UNUSED = "It is not used."
_PLACE = re.compile(r"\{\w+\}")
_COUNT = "{count}"
_RULE = re.compile(r"\s*nplurals\s*=\s*([1-6])\s*;\s*plural\s*=\s*([^;]{1,900});?\s*")
_LINE = re.compile(
    r'\s*(?:#.*|(?:(?:msgctxt|msgid|msgid_plural|msgstr(?:\[\d\])?)\s*)?"(?:[^"\\]|\\.)*"\s*|)'
)
_COUNTS = (*range(201), 1_000, 1_000_000)
"""What a plural rule is tried with; no rule of any language looks further than at the last three digits."""
_LONGEST = 5
"""Times as long as the English text, or 60 characters: our own limit."""


def read_interfaces(bench: Bench) -> dict[str, Interface]:
    """By their language; what is wrong goes to the bench's problems."""
    found: dict[str, Interface] = {}
    for file in bench.listing.files.values():
        name = None if "/" in file.name else _NAME.fullmatch(file.base)
        if name is None:
            continue
        tag = language_tag(name["tag"] or "")
        if not tag or not (is_language(tag) or tag in bench.clinic.languages):
            bench.not_shown(
                file.name, "its name holds no language.", 'Rename it, as in "interface.fr.po".', _UNUSED
            )
            continue
        interface = _Reader(file, bench).read()
        if interface:
            found[tag] = interface
    return found


def report_not_offered(interfaces: Iterable[str], offered: Iterable[str], bench: Bench) -> None:
    for tag in sorted(set(interfaces) - set(offered)):
        bench.note(
            f"interface.{tag}.po",
            0,
            Severity.ADVICE,
            f'nobody can choose "{tag}".',
            "These words are not seen.",
            f'Add "{tag}" to languages in clinic.toml.',
        )


@dataclass(slots=True)
class _Reader:
    file: File
    bench: Bench
    texts: dict[str, str] = field(default_factory=dict)
    plurals: dict[str, tuple[str, ...]] = field(default_factory=dict)
    left_out: set[str] = field(default_factory=set)

    def read(self) -> Interface | None:
        """None where nothing of it can be used; then a problem says so."""
        parsed = self._parsed()
        if parsed is None:
            return None
        known = _known()
        forms, rule = self._rule(parsed)
        for entry in parsed:
            if entry.msgid in known and not entry.obsolete and not entry.msgctxt:
                self._take(entry, known[entry.msgid], forms)
        self._report_unknown([entry for entry in parsed if entry.msgid not in known and not entry.obsolete])
        if not self.texts and not self.plurals:
            self._not_used("none of these words is one of the kiosk's.", "Begin with a copy of kiosk.pot.")
            return None
        if known.keys() - self.texts.keys() - self.plurals.keys() - self.left_out:
            self._report_missing()
        return Interface(self.texts, self.plurals, rule)

    def _parsed(self) -> POFile | None:
        try:
            decoded = decode(self.bench.listing.read(self.file, TEXT_LIMIT))
        except Unreadable as refusal:
            self._not_used(refusal.found, refusal.mend)
            return None
        if decoded is None or decoded.foreign_line:
            self._not_used("this file is not saved as UTF-8.", 'Save it again with the encoding "UTF-8".')
            return None
        line = _odd_line(decoded.text)
        try:
            parsed = None if line else _parse(decoded.text)
        except Exception:  # noqa: BLE001 - polib promises nothing of lines in the wrong order
            parsed = None
        if parsed is None:
            found = "this is no PO file, or it is damaged."
            mend = "Open it in the translator's program and save it again."
            self.bench.note(self.file.name, line, Severity.NOT_SHOWN, found, _UNUSED, mend)
        return parsed

    def _rule(self, parsed: POFile) -> tuple[int, str]:
        """How many forms a plural has, and which one a count takes; 0 where that cannot be known."""
        written = _RULE.fullmatch(parsed.metadata.get("Plural-Forms", ""))
        if written and _is_sound(written[2], int(written[1])):
            return int(written[1]), written[2]
        if any(entry.msgid_plural for entry in parsed):
            self.bench.note(
                self.file.name,
                0,
                Severity.WARNING,
                "its line Plural-Forms is missing or wrong.",
                "Counted words are shown in the clinic's first language.",
                "Let the translator's program write that line.",
            )
        return 0, "0"

    def _take(self, entry: POEntry, known: POEntry, forms: int) -> None:
        if entry.msgid in self.texts or entry.msgid in self.plurals:
            self._leave_out(entry, "is there twice", "The first one is used.", "Keep one of them.")
        elif known.msgid_plural:
            found = [_in_one_line(entry.msgstr_plural.get(number, "")) for number in range(forms)]
            if found and all(found) and self._fits(entry, known, found):
                self.plurals[entry.msgid] = tuple(found)
        else:
            text = _in_one_line(entry.msgstr)
            if text and self._fits(entry, known, [text]):
                self.texts[entry.msgid] = text

    def _fits(self, entry: POEntry, known: POEntry, found: list[str]) -> bool:
        shown = "It is shown in the clinic's first language."
        if entry.fuzzy:
            mend = "Let who translates check it, and take the mark away."
            self._leave_out(entry, "is marked as fuzzy", shown, mend, Severity.ADVICE)
        elif any(len(text) > max(60, _LONGEST * len(known.msgid)) for text in found):
            self._leave_out(entry, "is too long", shown, "Find a shorter one: keys are small.")
        elif not all(_has_same_places(text, known) for text in found):
            places = " ".join(dict.fromkeys(_PLACE.findall(known.msgid_plural or known.msgid))) or "none"
            mend = f"Keep what stands between braces as it is: {places}."
            self._leave_out(entry, "has other words in braces", shown, mend)
        else:
            return True
        return False

    def _leave_out(
        self, entry: POEntry, fault: str, shown: str, mend: str, severity: Severity = Severity.WARNING
    ) -> None:
        self.left_out.add(entry.msgid)
        found = f'the translation of "{_short(entry.msgid)}" {fault}.'
        self.bench.note(self.file.name, entry.linenum, severity, found, shown, mend)

    def _report_unknown(self, entries: list[POEntry]) -> None:
        if entries:
            found = (
                f'{len(entries)} of these words are not the kiosk\'s, such as "{_short(entries[0].msgid)}".'
            )
            mend = "Compare the file with kiosk.pot of this version."
            line = entries[0].linenum
            self.bench.note(self.file.name, line, Severity.ADVICE, found, "They are not used.", mend)

    def _report_missing(self) -> None:
        found = "some of the kiosk's words are not translated."
        shown = "They are shown in the clinic's first language."
        mend = "Bring the file up to kiosk.pot of this version, and let who translates fill them in."
        self.bench.note(self.file.name, 0, Severity.ADVICE, found, shown, mend)

    def _not_used(self, found: str, mend: str) -> None:
        self.bench.not_shown(self.file.name, found, mend, _UNUSED)


def _odd_line(text: str) -> int:
    """The first line that no PO file has; 0 where there is none.

    Of such lines polib would make odd words, and it opens a text that is the name of a file.
    """
    lines = enumerate(text.split("\n"), 1)
    return next((number for number, line in lines if not _LINE.fullmatch(line)), 0)


def _parse(text: str) -> POFile:
    import polib  # noqa: PLC0415 - only where there is such a file

    return polib.pofile(text)


def _known() -> dict[str, POEntry]:
    """What the program says; nothing where its own list cannot be read."""
    try:
        return {entry.msgid: entry for entry in _parse(TEMPLATE.read_text(encoding="utf-8"))}
    except OSError:
        return {}


def _is_sound(rule: str, forms: int) -> bool:
    try:
        form = plural_rule(rule)
        return all(0 <= form(count) < forms for count in _COUNTS)
    except (ValueError, ArithmeticError, RecursionError):
        return False


def _in_one_line(text: str) -> str:
    return re.sub(r"[\r\n\t]+", " ", text).strip()


def _has_same_places(text: str, known: POEntry) -> bool:
    """A form of a plural may leave the count out: "one page"."""
    has, wanted = Counter(_PLACE.findall(text)), Counter(_PLACE.findall(known.msgid_plural or known.msgid))
    if known.msgid_plural and _COUNT not in has:
        del wanted[_COUNT]
    return has == wanted


def _short(text: str) -> str:
    text = _in_one_line(text)
    return text if len(text) <= 60 else text[:59].rstrip() + "…"

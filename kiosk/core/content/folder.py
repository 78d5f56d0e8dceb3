"""The whole content folder as a catalog of what can be shown, with everything that is wrong in it."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from msgspec.structs import replace

from kiosk.core.content.bench import Bench, slide_stem
from kiosk.core.content.clinic_text import CLINIC_FILE, ClinicText, read_clinic_text
from kiosk.core.content.deck_files import AS_PPTX, DeckFiles, find_decks, read_deck_topic
from kiosk.core.content.files import (
    DECK_ENDING,
    OTHER_DECK_ENDINGS,
    TEXT_LIMIT,
    File,
    Listing,
    NotAContentFolder,
    Unreadable,
    list_files,
)
from kiosk.core.content.help_page import HELP_STEM, read_help_page
from kiosk.core.content.interface_text import read_interfaces, report_not_offered
from kiosk.core.content.model import Catalog, Clinic, HelpPage, Image, Topic
from kiosk.core.content.names import closest, did_you_mean, natural_key, nfc
from kiosk.core.content.picture_shelf import Missing, PictureShelf
from kiosk.core.content.problems import Problem, Severity
from kiosk.core.content.topic_folder import read_topic
from kiosk.core.content.topic_text import TopicText, read_topic_text
from kiosk.core.content.withheld import only_reviewed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from datetime import date
    from pathlib import Path

__all__ = ["NotAContentFolder", "Reading", "read_content"]

_NO_TOPICS = frozenset({"pictures", "images", "audio"})  # shared by the topics, unless `topics` names them
_LAST_RESORT = "en"
_MOST_GUESSES = 20
"""Misspelt topics for which the right one is looked for: each costs a look at every folder."""


@dataclass(frozen=True, slots=True)
class Reading:
    """`translated` has the name of each translation's file and that of its original."""

    catalog: Catalog
    problems: tuple[Problem, ...]
    translated: dict[str, str] = field(default_factory=dict)


def read_content(root: Path, *, today: date, keep: Callable[[str, bytes], None] | None = None) -> Reading:
    """`keep` gets each prepared picture once, as `Image.name`. Raises NotAContentFolder, nothing else."""
    listing = list_files(root)
    return read_listing(listing, PictureShelf(listing, keep), today=today)


def read_listing(
    listing: Listing,
    shelf: PictureShelf,
    *,
    today: date,
    last_good: Callable[[str], Topic | None] = lambda _: None,
) -> Reading:
    """Read what was listed. `last_good` gives the version of a topic that stays where the new one is broken."""
    bench = Bench(listing, shelf, today, _LAST_RESORT, listing.problems, last_good=last_good)
    clinic_text = _clinic_text(bench)
    bench.clinic = clinic_text.clinic
    decks = find_decks(bench)
    names = _topic_names(clinic_text, decks, bench)
    texts = {name: _topic_text(_settings_of(name, decks), bench) for name in names}
    bench.default_language = _default_language(clinic_text.clinic, texts.values())
    by_folder = _by_folder(listing)
    read = (
        read_deck_topic(name, decks[name], texts[name], bench)
        if name in decks
        else read_topic(name, by_folder[name], texts[name], bench)
        for name in names
    )
    topics = tuple(only_reviewed(topic, bench.clinic) for topic in read if topic)
    help_page = read_help_page(bench)
    interfaces = read_interfaces(bench)
    _look_at_root(bench)
    languages = clinic_text.clinic.languages or _languages_found(topics, help_page, bench.default_language)
    clinic = replace(clinic_text.clinic, languages=languages, logo=_logo(clinic_text, bench))
    report_not_offered(interfaces, languages, bench)
    problems = sorted(bench.problems, key=lambda problem: (natural_key(problem.file), problem.line))
    return Reading(Catalog(clinic, topics, help_page, interfaces), tuple(problems), bench.translated)


def _by_folder(listing: Listing) -> defaultdict[str, list[File]]:
    by_folder: defaultdict[str, list[File]] = defaultdict(list)
    for file in listing.files.values():
        folder, slash, _ = file.name.partition("/")
        if slash:
            by_folder[folder].append(file)
    return by_folder


def _settings_bytes(name: str, bench: Bench) -> bytes | None:
    file = bench.listing.files.get(bench.listing.by_folded.get(name.casefold(), ""))
    if file is None or file.size == 0:
        return None
    try:
        return bench.listing.read(file, TEXT_LIMIT)
    except Unreadable as refusal:
        shown = "None of its settings is used."
        bench.note(file.name, 0, Severity.WARNING, refusal.found, shown, refusal.mend)
        return None


def _clinic_text(bench: Bench) -> ClinicText:
    data = _settings_bytes(CLINIC_FILE, bench)
    text = ClinicText() if data is None else read_clinic_text(data)
    bench.problems += text.problems
    return text


def _settings_of(topic: str, decks: Mapping[str, DeckFiles]) -> str:
    """The name of its settings, which need not be there."""
    return decks[topic].settings if topic in decks else f"{topic}/topic.toml"


def _topic_text(name: str, bench: Bench) -> TopicText:
    data = _settings_bytes(name, bench)
    text = TopicText() if data is None else read_topic_text(data, name)
    bench.problems += text.problems
    return text


def _default_language(clinic: Clinic, texts: Iterable[TopicText]) -> str:
    if clinic.languages:
        return clinic.languages[0]
    return next((text.language for text in texts if text.language), _LAST_RESORT)


def _topic_names(clinic_text: ClinicText, decks: Mapping[str, DeckFiles], bench: Bench) -> list[str]:
    """The folders and presentations in the clinic's order, then the others by name."""
    folders = {folder.rstrip("/") for folder in bench.listing.folders} | decks.keys()
    by_folded = {folder.casefold(): folder for folder in folders}
    named: dict[str, None] = {}
    unknown = 0
    for wanted in clinic_text.topics:
        name = nfc(wanted).strip(" /\\").casefold()
        folder = by_folded.get(name) or by_folded.get(name.removesuffix(DECK_ENDING))
        if folder:
            named[folder] = None
        else:
            unknown += 1
            near = closest(wanted, folders) if unknown <= _MOST_GUESSES else ""
            _report_unknown_topic(wanted, near, clinic_text.lines.get("topics", 0), bench)
    others = (folders - named.keys()) - {
        each for each in folders - decks.keys() if each.lower() in _NO_TOPICS
    }
    return [*named, *sorted(others, key=natural_key)]


def _report_unknown_topic(wanted: str, near: str, line: int, bench: Bench) -> None:
    bench.note(
        CLINIC_FILE,
        line,
        Severity.WARNING if near else Severity.NOT_SHOWN,
        f'there is no folder or presentation "{wanted}" for this topic.',
        "It is left out of the order.",
        f'Did you mean "{near}"?' if near else "Correct the name, or take it out of the list.",
    )


def _languages_found(topics: tuple[Topic, ...], help_page: HelpPage | None, default: str) -> tuple[str, ...]:
    """The default first, then those of most slides."""
    found = Counter(tag for topic in topics for slide in topic.slides for tag in slide.words)
    if help_page:
        found.update(help_page.words.keys())
    first = default if default in found or not topics else topics[0].language
    others = sorted(found.keys() - {first}, key=lambda tag: (-found[tag], tag))
    return (first, *others)


def _logo(clinic_text: ClinicText, bench: Bench) -> Image | None:
    if not clinic_text.logo:
        return None
    found = bench.shelf.find("", clinic_text.logo.replace("\\", "/"))
    image = bench.shelf.image(found) if isinstance(found, File) else found
    if isinstance(image, Missing):
        what = image.found.replace("the picture", "the logo", 1).replace("this picture", "the logo", 1)
        shown = "No logo is shown."
        line = clinic_text.lines.get("logo", 0)
        bench.note(CLINIC_FILE, line, Severity.NOT_SHOWN, what, shown, image.mend)
        return None
    return image


def _look_at_root(bench: Bench) -> None:
    """Presentations and texts that lie beside the topics."""
    for file in bench.listing.files.values():
        if "/" in file.name:
            continue
        if file.ending in OTHER_DECK_ENDINGS:
            bench.not_shown(file.name, f"the kiosk cannot show {file.ending} files.", AS_PPTX)
        elif file.ending in {".md", ".txt"} and slide_stem(file).partition(".")[0].lower() != HELP_STEM:
            stem = file.base.lower().removesuffix(".txt")
            mend = (
                f'Rename it to "{CLINIC_FILE}".'
                if stem == CLINIC_FILE
                else "Move it into the folder of a topic."
            )
            hint = did_you_mean(slide_stem(file), [HELP_STEM])
            bench.note(
                file.name, 0, Severity.ADVICE, "this text is in no topic.", "It is not shown.", hint or mend
            )

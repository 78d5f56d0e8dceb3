"""The files of a topic folder by what they are for."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from kiosk.core.content.bench import Bench, slide_stem
from kiosk.core.content.files import DECK_ENDING, DOCUMENT_ENDINGS, PICTURE_ENDINGS, SLIDE_ENDINGS, File
from kiosk.core.content.names import SlideName, number_of, slide_name
from kiosk.core.content.picture_shelf import Missing
from kiosk.core.content.problems import Severity


@dataclass(slots=True)
class TopicFiles:
    originals: dict[str, File] = field(default_factory=dict)
    translations: dict[str, dict[str, File]] = field(default_factory=dict)
    pictures: list[File] = field(default_factory=list)


def sort_files(files: list[File], language: str, tags: set[str], bench: Bench) -> TopicFiles:
    kinds = TopicFiles()
    for file in files:
        if file.ending in PICTURE_ENDINGS:
            kinds.pictures.append(file)
        elif file.ending in SLIDE_ENDINGS:
            _sort_text(file, slide_name(slide_stem(file), tags), language, kinds, bench)
        elif file.ending == DECK_ENDING:
            found = "a presentation is a topic of its own."
            mend = "Move it out of this folder, beside it."
            bench.note(file.name, 0, Severity.WARNING, found, "It is not shown.", mend)
        elif file.ending in DOCUMENT_ENDINGS and number_of(file.base) is not None:
            mend = "Save its pages as pictures, or its text as a .txt file."
            bench.not_shown(file.name, f"the kiosk cannot show {file.ending} files.", mend)
        elif number_of(file.base) is not None and file.ending not in {".toml", ".po"}:
            _refuse_picture(file, bench)
    return kinds


def _refuse_picture(file: File, bench: Bench) -> None:
    refused = bench.shelf.image(file)
    if isinstance(refused, Missing):
        bench.not_shown(file.name, refused.found, refused.mend)
    else:
        bench.not_shown(file.name, f"the ending {file.ending} is not known.", "Save it as JPEG or PNG.")


def _sort_text(file: File, name: SlideName, language: str, kinds: TopicFiles, bench: Bench) -> None:
    if number_of(file.base) is None:
        _advise_stray(file, bench)
    elif name.odd_ending:
        mend = f'Rename it, as in "{name.key}.es{file.ending}", or move it elsewhere if it is an old copy.'
        bench.not_shown(file.name, f'".{name.odd_ending}" in its name is no language.', mend)
    else:
        is_original = name.language in {"", language}
        place = kinds.originals if is_original else kinds.translations.setdefault(name.key, {})
        own = name.key if is_original else name.language
        if own in place:
            found = f'"{place[own].base}" is the same slide.'
            bench.not_shown(file.name, found, "Delete one of the two, or give it another number.")
        else:
            place[own] = file


def _advise_stray(file: File, bench: Bench) -> None:
    settings = re.match(r"topic\.toml", file.base, re.IGNORECASE)
    mend = (
        'Rename it to "topic.toml".'
        if settings
        else f'To make it a slide, begin its name with a number, as in "05 {file.base}".'
    )
    bench.note(file.name, 0, Severity.ADVICE, "this text is no slide.", "It is not shown.", mend)

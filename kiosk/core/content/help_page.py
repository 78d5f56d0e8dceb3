"""The clinic's own `get-help-now.md` and its translations. Whatever is wrong, the built-in page stays."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec.structs import replace

from kiosk.core.content.bench import Bench, picture_of, read_slide_file, slide_stem
from kiosk.core.content.files import PICTURE_ENDINGS, SLIDE_ENDINGS, File
from kiosk.core.content.model import HelpPage, Image, SlideWords
from kiosk.core.content.names import slide_name
from kiosk.core.content.picture_shelf import Missing
from kiosk.core.content.problems import Severity
from kiosk.core.content.review.slide import review_help
from kiosk.core.content.review.written import Written

if TYPE_CHECKING:
    from kiosk.core.content.slide_text import SlideText

HELP_STEM = "get-help-now"
_BUILT_IN = "The built-in page is shown."


def read_help_page(bench: Bench) -> HelpPage | None:
    """None where the clinic has no page, or none that can be shown."""
    files = _files(bench)
    words: dict[str, SlideWords] = {}
    image: Image | None = None
    for language in sorted(files, key=lambda tag: tag != bench.default_language):
        file = files[language]
        before = len(bench.problems)
        text = read_slide_file(file, bench)
        if text is None or text.words is None or not (text.words.body or text.words.message):
            _say_built_in(bench, file, before)
            if language == bench.default_language:
                return None
            continue
        own = picture_of(text, file, bench)
        image = image or own
        bench.problems += review_help(Written(file.name, language, text.words, text, own))
        words[language] = text.words
        if language != bench.default_language and bench.default_language in files:
            bench.translated[file.name] = files[bench.default_language].name
        _check_braces(text, file, bench)
    if not words:
        return None
    if bench.default_language not in words:
        file = next(iter(files.values()))
        found = f'there is no "{HELP_STEM}.md" in the clinic\'s first language.'
        bench.not_shown(file.name, found, "Write it, as this file's original.", _BUILT_IN)
        return None
    return HelpPage(words, image or _beside(bench))


def _files(bench: Bench) -> dict[str, File]:
    files: dict[str, File] = {}
    for file in bench.listing.files.values():
        if "/" in file.name or file.ending not in SLIDE_ENDINGS:
            continue
        stem = slide_stem(file).lower()
        if stem.partition(".")[0] != HELP_STEM:
            continue
        name = slide_name(stem)
        if name.key != HELP_STEM or name.odd_ending:
            bench.not_shown(
                file.name, "its name holds no language.", f'Rename it, as in "{HELP_STEM}.es.md".'
            )
            continue
        language = name.language or bench.default_language
        if language in files:
            bench.not_shown(
                file.name, f'"{files[language].base}" is the same page.', "Delete one of the two."
            )
        else:
            files[language] = file
    return files


def _say_built_in(bench: Bench, file: File, before: int) -> None:
    """The problems of this file that hide it say what is shown instead."""
    hiding = [
        number
        for number in range(before, len(bench.problems))
        if bench.problems[number].severity is Severity.NOT_SHOWN and not bench.problems[number].line
    ]
    for number in hiding:
        bench.problems[number] = replace(bench.problems[number], shown=_BUILT_IN)
    if not hiding:
        bench.not_shown(file.name, "this page has no text.", "Write the urgent signs into it.", _BUILT_IN)


def _check_braces(text: SlideText, file: File, bench: Bench) -> None:
    words = text.words
    if words is None:
        return
    whole = "\n".join([words.title, words.message, *(block.text for block in (*words.body, *words.more))])
    if "{emergency}" not in whole:
        mend = "Write {emergency} where the number is to stand."
        bench.note(file.name, 0, Severity.WARNING, "this page does not name the emergency number.", "", mend)
    for odd in sorted(set(re.findall(r"\{\w{1,40}\}", whole)) - {"{emergency}"}):
        mend = "Did you mean {emergency}?"
        bench.note(
            file.name, 0, Severity.WARNING, f"nothing is filled in for {odd}.", "It is shown as it is.", mend
        )


def _beside(bench: Bench) -> Image | None:
    for file in bench.listing.files.values():
        if "/" not in file.name and file.stem.lower() == HELP_STEM and file.ending in PICTURE_ENDINGS:
            image = bench.shelf.image(file)
            if not isinstance(image, Missing):
                return image
            bench.not_shown(file.name, image.found, image.mend, "The page is shown without it.")
    return None

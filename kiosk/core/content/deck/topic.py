"""A presentation as a topic, with others that lie beside it as its translations."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec.structs import replace

from kiosk.core.content.bench import Bench
from kiosk.core.content.deck.deck import Deck, open_deck
from kiosk.core.content.deck.package import DeckRefused
from kiosk.core.content.deck.pictures import Shown, prepared
from kiosk.core.content.deck.slide import DeckSlide
from kiosk.core.content.files import File
from kiosk.core.content.model import Image, Slide, SlideWords, Topic
from kiosk.core.content.problems import Severity
from kiosk.core.content.report import counted
from kiosk.core.content.review.length import TITLE_WORDS
from kiosk.core.content.review.slide import Noticed, review_slide
from kiosk.core.content.review.written import Written, count_of_words
from kiosk.core.content.topic_text import TopicText
from kiosk.core.content.topic_whole import whole_topic


def read_deck(
    key: str, file: File, translations: Mapping[str, File], text: TopicText, settings: str, bench: Bench
) -> Topic | None:
    """Where no slide can be shown a problem says so, and the last good version is given, or None.

    `translations` are by language; `settings` is the name of the file that `text` is from, empty without one.
    """
    try:
        deck = open_deck(file, text.language, bench)
    except DeckRefused as refusal:
        return _kept(key, file, refusal.found, refusal.mend, bench)
    reader = _Reader(file, deck, bench)
    reader.read_translations(translations)
    slides = tuple(reader.slides())
    if not slides and deck.hidden == deck.count > 0:
        found, mend = "all slides of this topic are hidden.", "To show it, unhide a slide in PowerPoint."
        bench.note(file.name, 0, Severity.ADVICE, found, "It is not shown.", mend)
        return None
    if not slides:
        mend = "Give its slides a title and text, or a picture."
        return _kept(key, file, "this presentation holds no slide that can be shown.", mend, bench)
    about = settings or file.name
    return whole_topic(
        key, deck.language, text, slides, reader.noticed, about, bench, title=deck.title, deck=file.stem
    )


def _kept(key: str, file: File, found: str, mend: str, bench: Bench) -> Topic | None:
    kept = bench.last_good(key)
    bench.not_shown(
        file.name, found, mend, "Its last good version stays on the screen." if kept else "It is not shown."
    )
    return kept


class _Reader:
    def __init__(self, file: File, deck: Deck, bench: Bench) -> None:
        self.noticed: list[Noticed] = []
        self._file, self._deck, self._bench = file, deck, bench
        self._translated: dict[str, tuple[File, Deck]] = {}

    def read_translations(self, files: Mapping[str, File]) -> None:
        for language, file in sorted(files.items()):
            if language == self._deck.language:
                found = f'"{self._file.base}" is in the same language.'
                self._bench.not_shown(file.name, found, "Delete one of the two, or correct its name.")
                continue
            try:
                deck = open_deck(file, language, self._bench)
            except DeckRefused as refusal:
                shown = "The slides are shown in the other language."
                self._bench.not_shown(file.name, refusal.found, refusal.mend, shown)
                continue
            self._bench.translated[file.name] = self._file.name
            if deck.count != self._deck.count:
                self._bench.not_shown(
                    file.name,
                    f'it has {counted(deck.count, "slide")}, "{self._file.base}" has {self._deck.count}.',
                    "Give it the same slides in the same order.",
                    "None of it is shown, for nobody can tell which slide is which.",
                )
                continue
            self._translated[language] = file, deck

    def slides(self) -> Iterator[Slide]:
        for read in self._deck.slides.values():
            self._bench.listing.go_on(self._file)
            self._bench.problems += read.problems
            image, shown = self._picture(read)
            if not (image or read.has_words):
                continue
            words = _named(read, shown.alt if shown else "")
            if read.has_words and not words.title:
                found, mend = "this slide has no title.", "Give it a title in PowerPoint."
                self._bench.note(self._file.name, read.number, Severity.WARNING, found, "", mend)
            # Nobody needs to be told what decoration shows.
            looked_at = None if shown and shown.is_decorative else image
            written = Written(self._file.name, self._deck.language, words, read.text, looked_at)
            spoken = self._in_all_languages(written, read.number)
            yield Slide(str(read.number), spoken, image, is_picture_only=not read.has_words)

    def _picture(self, read: DeckSlide) -> tuple[Image | None, Shown | None]:
        """The largest that can be shown."""
        for place, shown in enumerate(read.pictures, 1):
            image = prepared(shown, self._file, self._deck.package, self._bench.shelf)
            if isinstance(image, Image):
                return image, shown
            if place < len(read.pictures):
                instead = "The next largest is shown."
            else:
                instead = "The slide is shown without it." if read.has_words else "The slide is not shown."
            self._bench.note(
                self._file.name, read.number, Severity.NOT_SHOWN, image.found, instead, image.mend
            )
        return None, None

    def _in_all_languages(self, original: Written, number: int) -> dict[str, SlideWords]:
        self._review(original)
        spoken = {self._deck.language: original.words}
        for language, (file, deck) in self._translated.items():
            other = deck.slides.get(number)
            is_alone = not self._deck.slides[number].has_words
            if other is None or not (other.has_words or (is_alone and other.words.alt)):
                continue
            words = _named(other, other.words.alt)
            if other.has_words and not words.title:
                found, shown = "this translation has no title.", "The original's is shown."
                mend = "Give it a title in PowerPoint."
                self._bench.note(file.name, number, Severity.WARNING, found, shown, mend)
                words = replace(words, title=original.words.title)
            spoken[language] = words
            self._review(
                replace(
                    original,
                    file=file.name,
                    language=language,
                    words=words,
                    text=other.text,
                    is_original=False,
                )
            )
        return spoken

    def _review(self, written: Written) -> None:
        problems, noticed = review_slide(written)
        self._bench.problems += problems
        self.noticed.append(noticed)


def _named(read: DeckSlide, alt: str) -> SlideWords:
    """Its words; a picture alone is called by what it shows, where that is short."""
    words = replace(read.words, alt=alt)
    is_name = not read.has_words and count_of_words(alt) <= TITLE_WORDS
    return replace(words, title=alt) if is_name else words

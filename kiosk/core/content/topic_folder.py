"""One folder as one topic: its slides in their order, their translations and their pictures."""

from __future__ import annotations

import dataclasses
import posixpath
from collections import defaultdict
from collections.abc import Iterable

from msgspec.structs import replace

from kiosk.core.content.bench import Bench, picture_of, read_slide_file
from kiosk.core.content.files import File
from kiosk.core.content.model import Image, Slide, SlideWords, Topic
from kiosk.core.content.names import closest, did_you_mean, is_camera_name, natural_key, number_of, title_from
from kiosk.core.content.picture_shelf import Missing
from kiosk.core.content.problems import Severity
from kiosk.core.content.recordings import with_recordings
from kiosk.core.content.review.slide import Noticed, review_slide
from kiosk.core.content.review.written import Written
from kiosk.core.content.slide_text import SlideText
from kiosk.core.content.topic_files import TopicFiles, sort_files
from kiosk.core.content.topic_text import TopicText
from kiosk.core.content.topic_whole import whole_topic


def read_topic(key: str, files: Iterable[File], text: TopicText, bench: Bench) -> Topic | None:
    """Where no slide can be shown a problem says so, and the last good version is given, or None."""
    language = text.language or bench.default_language
    files = sorted(files, key=lambda file: natural_key(file.base))
    inner = [file for file in files if file.name.count("/") == 1]
    kinds = sort_files(inner, language, {*text.titles, *text.translations}, bench)
    reader = _TopicReader(key, language, text, bench)
    slides = reader.slides(kinds)
    if not slides:
        if reader.hidden:
            found, mend = (
                "all slides of this topic are hidden.",
                "To show it, take hidden = true out of a slide.",
            )
            bench.note(key, 0, Severity.ADVICE, found, "It is not shown.", mend)
            return None
        kept = bench.last_good(key)
        shown = "Its last good version stays on the screen." if kept else "It is not shown."
        mend = "Put pictures into it, or text files whose names begin with a number."
        bench.not_shown(key, "this folder holds no slide that can be shown.", mend, shown)
        return kept
    slides = with_recordings(slides, key, language, files, bench)
    settings = f"{key}/topic.toml"
    about = settings if settings in bench.listing.files else key
    noticed = (each for slide in slides for each in reader.noticed.get(slide.key, ()))
    return whole_topic(key, language, text, slides, noticed, about, bench)


class _TopicReader:
    def __init__(self, key: str, language: str, text: TopicText, bench: Bench) -> None:
        self.hidden: set[str] = set()
        self.noticed: defaultdict[str, list[Noticed]] = defaultdict(list)
        self._key = key
        self._language = language
        self._source_ids = {source.id: None for source in text.sources}
        self._bench = bench
        self._used: set[str] = set()
        self._untitled: list[str] = []

    def slides(self, kinds: TopicFiles) -> tuple[Slide, ...]:
        beside = {file.stem: file for file in reversed(kinds.pictures)}
        found: list[tuple[File, Slide]] = []
        gone: set[str] = set()
        for key, file in kinds.originals.items():
            translations = kinds.translations.get(key, {}).values()
            self._bench.translated |= {translation.name: file.name for translation in translations}
            slide = self._text_slide(key, file, kinds.translations.get(key, {}), beside.get(key))
            if slide:
                found.append((file, slide))
            else:
                gone.add(key)
        for file in self._picture_files(kinds):
            slide = self._picture_slide(file, kinds.translations.get(file.stem, {}))
            if slide:
                found.append((file, slide))
        found.sort(key=lambda pair: natural_key(pair[0].base))
        self._report_orphans(kinds, {slide.key for _, slide in found} | gone)
        self._report_untitled()
        self._report_numbers([file for file, _ in found if kinds.originals])
        return tuple(slide for _, slide in found)

    def _picture_files(self, kinds: TopicFiles) -> Iterable[File]:
        """Slides of their own: all in a topic without texts, else the numbered ones that no slide shows."""
        keys: dict[str, File] = {}
        for file in kinds.pictures:
            is_slide = not kinds.originals or (
                number_of(file.base) is not None
                and file.stem not in kinds.originals
                and file.name not in self._used
            )
            if is_slide and file.stem in keys:
                found = f'"{keys[file.stem].base}" has the same name.'
                self._bench.not_shown(file.name, found, "Give one of the two another name.")
            elif is_slide:
                keys[file.stem] = file
        return keys.values()

    def _text_slide(
        self, key: str, file: File, translations: dict[str, File], beside: File | None
    ) -> Slide | None:
        text = read_slide_file(file, self._bench)
        if text is None or text.words is None:
            return None
        if text.picture:
            named = self._bench.shelf.find(posixpath.dirname(file.name), text.picture.source)
            self._used.add(named.name if isinstance(named, File) else "")
        if text.facts.is_hidden:
            self.hidden.add(key)
            return None
        words = text.words if text.words.title else replace(text.words, title=title_from(key))
        if not words.title:
            mend = "Begin its text with # and a title."
            self._bench.note(file.name, 0, Severity.WARNING, "this slide has no title.", "", mend)
        image = picture_of(text, file, self._bench)
        if text.picture is None and beside:
            image = self._beside(beside)
        facts = text.facts
        written = Written(
            file.name, self._language, words, text, image, facts.kind, facts.evidence, bool(facts.sources)
        )
        self._review(key, written)
        spoken = self._in_all_languages(key, written, translations)
        return Slide(key, spoken, image, facts.kind, facts.evidence, self._known_sources(text, file))

    def _review(self, key: str, written: Written) -> None:
        problems, noticed = review_slide(written)
        self._bench.problems += problems
        self.noticed[key].append(noticed)

    def _in_all_languages(
        self, key: str, original: Written, translations: dict[str, File]
    ) -> dict[str, SlideWords]:
        spoken = {self._language: original.words}
        for language, file in sorted(translations.items()):
            text = self._translated(file, original.words)
            if text and text.words:
                spoken[language] = text.words
                translated = replace(
                    original,
                    file=file.name,
                    language=language,
                    words=text.words,
                    text=text,
                    is_original=False,
                )
                self._review(key, translated)
        return spoken

    def _beside(self, beside: File) -> Image | None:
        self._used.add(beside.name)
        image = self._bench.shelf.image(beside)
        if isinstance(image, Missing):
            shown = "The slide is shown without it."
            self._bench.not_shown(beside.name, image.found, image.mend, shown)
            return None
        return image

    def _known_sources(self, text: SlideText, file: File) -> tuple[str, ...]:
        for source in text.facts.sources:
            if source not in self._source_ids:
                self._bench.note(
                    file.name,
                    text.facts.sources_line,
                    Severity.WARNING,
                    f'the source "{source}" is not in topic.toml.',
                    "It is left out.",
                    did_you_mean(source, self._source_ids) or "Add it to topic.toml as a [[source]].",
                )
        return tuple(source for source in text.facts.sources if source in self._source_ids)

    def _translated(self, file: File, original: SlideWords) -> SlideText | None:
        """Its words have the title of the original where they have none."""
        text = read_slide_file(file, self._bench)
        if text is None or text.words is None:
            return None
        words = text.words
        note = self._bench.note
        if text.facts.are_given:
            mend = "Remove the +++ block."
            found = "a translation takes its facts from the original."
            note(file.name, 1, Severity.ADVICE, found, "These are left out.", mend)
        if not words.title:
            words = replace(words, title=original.title)
            mend = "Begin its text with # and the title."
            note(
                file.name,
                0,
                Severity.WARNING,
                "this translation has no title.",
                "The original's is shown.",
                mend,
            )
        if len(words.questions) != len(original.questions):
            note(
                file.name,
                text.lines.get("questions", 0),
                Severity.WARNING,
                f"the questions do not match: {len(words.questions)} here, {len(original.questions)} in the original.",
                "What a patient ticked may be another question in the other language.",
                "Translate every question, in the same order.",
            )
        return dataclasses.replace(text, words=words)

    def _picture_slide(self, file: File, translations: dict[str, File]) -> Slide | None:
        image = self._bench.shelf.image(file)
        if isinstance(image, Missing):
            self._bench.not_shown(file.name, image.found, image.mend)
            return None
        title = title_from(file.stem)
        if is_camera_name(file.stem):
            self._untitled.append(file.base)
        words = SlideWords(title=title, alt=title)
        written = Written(file.name, self._language, words, SlideText(words), image)
        spoken = self._in_all_languages(file.stem, written, translations)
        return Slide(file.stem, spoken, image, is_picture_only=True)

    def _report_untitled(self) -> None:
        if self._untitled:
            first = self._untitled[0]
            count = len(self._untitled)
            found = (
                f'{count} pictures have no title, such as "{first}".'
                if count > 1
                else f'"{first}" is no title.'
            )
            shown = (
                "Who cannot see them learns nothing of them."
                if count > 1
                else "Who cannot see it learns nothing."
            )
            mend = 'Rename them, as in "01 Our treatment room.jpg".'
            self._bench.note(self._key, 0, Severity.ADVICE, found, shown, mend)

    def _report_orphans(self, kinds: TopicFiles, keys: set[str]) -> None:
        for key, files in kinds.translations.items():
            if key in keys:
                continue
            near = closest(key, list(keys)[:300])
            for file in files.values():
                mend = f'Did you mean "{near}"?' if near else "Add the slide that it translates."
                found = f'there is no slide "{key}" that this could translate.'
                self._bench.not_shown(file.name, found, mend)

    def _report_numbers(self, files: list[File]) -> None:
        seen: dict[int, File] = {}
        for file in files:
            number = number_of(file.base)
            if number is None:
                continue
            if number in seen:
                found = f'"{seen[number].base}" has the same number.'
                shown = "Both are shown, in the order of their names."
                self._bench.note(
                    file.name, 0, Severity.WARNING, found, shown, "Give one of them another number."
                )
            seen.setdefault(number, file)

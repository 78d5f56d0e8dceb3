"""Recorded voices beside the slides: `audio/02-pain-relief.en.wav`, and what is said when in a `.vtt` of that name.

A recording is kept like a picture, under the hash of its bytes. It says the slide's body; where its marks show that it
says other words than the slide, staff are told.
"""

from __future__ import annotations

import hashlib
import posixpath
import re
from collections.abc import Iterable

from msgspec.structs import replace

from kiosk.core.content.bench import Bench, slide_stem
from kiosk.core.content.captions import CaptionsRefused, read_captions
from kiosk.core.content.files import (
    CAPTION_ENDING,
    SLIDE_ENDINGS,
    SOUND_ENDINGS,
    TEXT_LIMIT,
    File,
    Unreadable,
)
from kiosk.core.content.model import Cue, Recording, Slide, SlideWords
from kiosk.core.content.names import did_you_mean, slide_name
from kiosk.core.content.problems import Severity
from kiosk.core.content.text import decode
from kiosk.core.content.wav import AS_WAV, RecordingRefused, length_of

FOLDER = "audio"
SOUND_LIMIT = 40_000_000
"""Bytes: three minutes of stereo at 48 kHz and 16 bits."""
_UNPLAYED = "It is not played."
_INSTEAD = "The synthetic voice reads this slide."


def with_recordings(
    slides: tuple[Slide, ...], topic: str, language: str, files: Iterable[File], bench: Bench
) -> tuple[Slide, ...]:
    """Return the slides with the recordings of this topic's `audio` folder; `language` is the topic's."""
    sounds = [file for file in files if posixpath.dirname(file.name).lower() == f"{topic}/{FOLDER}".lower()]
    if not sounds:
        return slides
    reader = _Reader(slides, language, list(files), bench)
    for file in sounds:
        if file.ending in SOUND_ENDINGS:
            reader.take(file)
        elif file.ending == CAPTION_ENDING:
            reader.take_captions(file)
    return tuple(reader.slides.values())


class _Reader:
    def __init__(self, slides: Iterable[Slide], language: str, files: list[File], bench: Bench) -> None:
        self.slides = {slide.key: slide for slide in slides}
        self._language, self._files, self._bench = language, files, bench
        self._captions = {file.stem.casefold(): file for file in files if file.ending == CAPTION_ENDING}
        self._recorded = {file.stem.casefold() for file in files if file.ending == ".wav"}

    def take(self, file: File) -> None:
        name = slide_name(file.stem)
        language = name.language or self._language
        slide = self.slides.get(name.key)
        if file.ending != ".wav":
            self._refuse(file, f"the kiosk cannot play {file.ending} files.", AS_WAV)
        elif slide is None:
            hint = did_you_mean(name.key, self.slides) or "Give it the name of its slide."
            self._refuse(file, f'there is no slide "{name.key}" that this could say.', hint, _UNPLAYED)
        elif language not in slide.words:
            mend = "Add the translation, or delete the recording."
            self._refuse(file, f'the slide "{name.key}" has no words in "{language}".', mend, _UNPLAYED)
        elif slide.words[language].recording:
            self._refuse(
                file, "there is another recording of this slide.", "Delete one of the two.", _UNPLAYED
            )
        else:
            recording = self._read(file, slide.words[language])
            if recording:
                for text in self._texts_of(name.key, language):
                    self._bench.translated[file.name] = text.name
                words = {**slide.words, language: replace(slide.words[language], recording=recording)}
                self.slides[name.key] = replace(slide, words=words)

    def take_captions(self, file: File) -> None:
        if file.stem.casefold() not in self._recorded:
            found, mend = "there is no recording that these marks belong to.", f'Add "{file.stem}.wav".'
            self._bench.note(file.name, 0, Severity.ADVICE, found, "They are not used.", mend)

    def _texts_of(self, key: str, language: str) -> list[File]:
        """The file with the slide's words in this language; a slide of a picture alone has none."""
        names = {key, f"{key}.{language}"} if language == self._language else {f"{key}.{language}"}
        return [file for file in self._files if file.ending in SLIDE_ENDINGS and slide_stem(file) in names][
            :1
        ]

    def _refuse(self, file: File, found: str, mend: str, shown: str = _INSTEAD) -> None:
        self._bench.note(file.name, 0, Severity.WARNING, found, shown, mend)

    def _read(self, file: File, words: SlideWords) -> Recording | None:
        try:
            data = self._bench.listing.read(file, SOUND_LIMIT)
            seconds = length_of(data)
        except (Unreadable, RecordingRefused) as refusal:
            self._refuse(file, refusal.found, refusal.mend)
            return None
        name = f"{hashlib.sha256(data).hexdigest()}.wav"
        self._bench.shelf.keep(name, data)
        return Recording(name, seconds, self._cues(file, seconds, words))

    def _cues(self, file: File, seconds: float, words: SlideWords) -> tuple[Cue, ...]:
        captions = self._captions.get(file.stem.casefold())
        if captions is None:
            return ()
        shown = "The whole text is marked while it is read."
        try:
            text = decode(self._bench.listing.read(captions, TEXT_LIMIT))
            cues = read_captions(text.text if text else "", seconds)
        except CaptionsRefused as refusal:
            self._bench.note(
                captions.name, refusal.line, Severity.WARNING, refusal.found, shown, refusal.mend
            )
            return ()
        except Unreadable as refusal:
            self._bench.note(captions.name, 0, Severity.WARNING, refusal.found, shown, refusal.mend)
            return ()
        said, written = _plain(" ".join(cue.text for cue in cues)), _plain(body_of(words))
        if cues and written not in said:
            found = "the recording says other words than the slide."
            mend = "Record the slide again, or correct the marks."
            self._bench.note(captions.name, 0, Severity.WARNING, found, "The recording is played.", mend)
        return cues


def body_of(words: SlideWords) -> str:
    """What a recording is to say."""
    return " ".join(block.text for block in words.body)


def _plain(text: str) -> str:
    """The words alone, for a comparison."""
    return " ".join(re.findall(r"\w+", text.casefold()))

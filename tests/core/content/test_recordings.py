"""Recorded voices and their marks; what is wrong in them is told by the samples `recording-*` and `captions-*`."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.core.content.captions import CaptionsRefused, read_captions
from kiosk.core.content.folder import read_content
from kiosk.core.content.model import Cue
from kiosk.core.content.snapshot import picture_names
from kiosk.core.content.wav import LONGEST_SECONDS, RecordingRefused, length_of, stretch_of
from tests.sounds import a_wav

HEALTHY = Path(__file__).parents[2] / "samples" / "healthy" / "content"


def test_a_recording_is_kept_by_its_hash_and_named_by_the_catalog() -> None:
    kept: dict[str, bytes] = {}
    catalog = read_content(HEALTHY, today=date(2026, 1, 15), keep=kept.__setitem__).catalog
    (recording,) = [
        words.recording
        for topic in catalog.topics
        for slide in topic.slides
        for words in slide.words.values()
        if words.recording
    ]
    assert length_of(kept[recording.name]) == pytest.approx(recording.seconds)
    assert recording.name in picture_names(catalog)


def test_the_length_of_a_recording_is_measured() -> None:
    assert length_of(a_wav(2.5, rate=44100, channels=2)) == pytest.approx(2.5)


def test_a_stretch_of_a_recording_is_as_long_as_it_was_marked() -> None:
    whole = a_wav(3.0)
    assert length_of(stretch_of(whole, 0.5, 2.0)) == pytest.approx(1.5)
    assert length_of(stretch_of(whole, 2.0, None)) == pytest.approx(1.0)
    assert length_of(stretch_of(whole, 2.5, 99.0)) == pytest.approx(0.5)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"RIFF",
        a_wav(0),
        a_wav(1)[:-100],
        a_wav(1, width=3),
        a_wav(LONGEST_SECONDS + 1, rate=8000, width=1),
    ],
)
def test_what_cannot_be_played_is_refused(data: bytes) -> None:
    with pytest.raises(RecordingRefused):
        length_of(data)


@given(st.binary(max_size=200), st.integers(0, 60))
def test_no_bytes_of_a_recording_break_the_reader(data: bytes, cut: int) -> None:
    whole = a_wav(0.01)
    for each in (data, whole[:cut] + data + whole[cut:]):
        try:
            assert length_of(each) > 0
        except RecordingRefused as refusal:
            assert refusal.found  # noqa: PT017 - either is right


CAPTIONS = """WEBVTT - a title

NOTE this is not said

1
00:00.500 --> 00:02.000 align:start
<v Anna>Massage may
help <b>you</b>.

00:00:02.000 --> 00:00:09.000
For a while.
"""


def test_captions_are_read_without_notes_and_tags_and_end_with_the_recording() -> None:
    assert read_captions(CAPTIONS, 4.0) == (
        Cue(0.5, 2.0, "Massage may help you."),
        Cue(2.0, 4.0, "For a while."),
    )


@given(st.text(max_size=300))
def test_no_text_breaks_the_reader_of_captions(text: str) -> None:
    for each in (text, f"WEBVTT\n\n{text}", f"WEBVTT\n\n00:00.000 --> 00:01.000\n{text}"):
        try:
            cues = read_captions(each, 10.0)
        except CaptionsRefused as refusal:
            assert refusal.line >= 1  # noqa: PT017 - either is right
        else:
            assert all(0 <= cue.begins < cue.ends <= 10 for cue in cues)

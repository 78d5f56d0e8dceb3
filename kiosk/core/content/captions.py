"""The marks of a recording, as WebVTT: which words are said from when to when (https://www.w3.org/TR/webvtt1)."""

from __future__ import annotations

import re

from kiosk.core.content.model import Cue

_TIME = r"(?:(\d{1,4}):)?([0-5]\d):([0-5]\d)[.,](\d{3})"
_TIMING = re.compile(rf"\s*{_TIME}\s+-->\s+{_TIME}(?:\s.*)?")
_TAG = re.compile(r"<[^<>]*>")
_MOST = 500


class CaptionsRefused(Exception):  # noqa: N818 - carries the line and the two sentences of a problem
    def __init__(self, line: int, found: str, mend: str) -> None:
        super().__init__(found)
        self.line, self.found, self.mend = line, found, mend


def read_captions(text: str, seconds: float) -> tuple[Cue, ...]:
    """The cues of a .vtt file for a recording of this length. Raises CaptionsRefused, nothing else.

    Notes, styles and what stands behind the times are left out, tags are taken off. Cues follow one another and lie
    within the recording; one that runs a little over its end is cut there.
    """
    lines = text.split("\n")
    if not lines[0].lstrip("\ufeff").startswith("WEBVTT"):
        raise CaptionsRefused(1, "this is no WebVTT file.", "Write WEBVTT alone into its first line.")
    cues: list[Cue] = []
    number = 1
    while number < len(lines):
        timing = _TIMING.fullmatch(lines[number])
        number += 1
        if timing is None:
            if "-->" in lines[number - 1]:
                mend = "Write it as in 00:01.000 --> 00:04.500."
                raise CaptionsRefused(number, "this time cannot be read.", mend)
            continue
        line = number
        words = []
        while number < len(lines) and lines[number].strip():
            words.append(_TAG.sub("", lines[number]).strip())
            number += 1
        cue = _cue(timing, " ".join(filter(None, words)), line, cues[-1].ends if cues else 0.0, seconds)
        if cue.text:
            cues.append(cue)
        if len(cues) > _MOST:
            raise CaptionsRefused(line, f"there are more than {_MOST} marks.", "Mark whole sentences.")
    return tuple(cues)


def _cue(timing: re.Match[str], text: str, line: int, after: float, seconds: float) -> Cue:
    begins, ends = _seconds(timing.groups()[:4]), _seconds(timing.groups()[4:])
    if ends <= begins:
        raise CaptionsRefused(line, "this mark ends before it begins.", "Exchange its two times.")
    if begins < after:
        raise CaptionsRefused(
            line, "this mark begins before the one above ends.", "Put the marks in their order."
        )
    if begins >= seconds:
        found = f"this mark begins after the end of the recording, which is {seconds:.1f} s long."
        raise CaptionsRefused(line, found, "Correct its times, or save the recording again.")
    return Cue(begins, min(ends, seconds), text)


def _seconds(parts: tuple[str | None, ...]) -> float:
    hours, minutes, whole, thousandths = (int(part or 0) for part in parts)
    return hours * 3600 + minutes * 60 + whole + thousandths / 1000

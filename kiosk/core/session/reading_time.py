"""How long a patient may need for a slide."""

from __future__ import annotations

from kiosk.core.content.model import SlideWords

WORDS_A_MINUTE = 130
"""The speed of a slow reader, on purpose: whoever reads little must not be hurried."""
LONGEST_SECONDS = 180


def reading_seconds(words: SlideWords, *, is_more: bool = False) -> float:
    """Twice the reading time of what is on the screen, in seconds, at most 180."""
    blocks = words.more if is_more else words.body
    text = " ".join((words.title, *(block.text for block in blocks), "" if is_more else words.message))
    return min(2 * 60 * len(text.split()) / WORDS_A_MINUTE, LONGEST_SECONDS)

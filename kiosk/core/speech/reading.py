"""Where a reading is: which sentence is said now, which comes next, and where it goes on after a pause."""

from __future__ import annotations

from collections.abc import Sequence

from kiosk.core.speech.sentence import Sentence

JUST_BEGUN_SECONDS = 1.5
"""Interrupted sooner, a sentence was hardly the one that was not understood: the one before is meant."""


class Reading:
    """One screen's sentences. Times are seconds of one clock that never goes back."""

    def __init__(self, sentences: Sequence[Sentence] = ()) -> None:
        self.sentences = tuple(sentences)
        self._place = 0
        self._began = 0.0
        self._is_begun = False

    @property
    def current(self) -> Sentence | None:
        """None: all has been said."""
        return self.sentences[self._place] if self._place < len(self.sentences) else None

    def begin(self, now: float) -> Sentence | None:
        """Take the current sentence to say it."""
        self._began, self._is_begun = now, True
        return self.current

    def go_on(self) -> None:
        """The current sentence has been said."""
        self._place += 1
        self._is_begun = False

    def go_back(self, now: float) -> None:
        """After a pause: begin with the sentence that was interrupted, so that it is heard again, whole.

        One that had only just begun is taken with the one before; where all has been said, with the first.
        """
        if self.current is None:
            self._place = 0
        elif self._is_begun and now - self._began < JUST_BEGUN_SECONDS and self._place:
            self._place -= 1
        self._is_begun = False

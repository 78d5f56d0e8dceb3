"""In which of the clinic's languages a presentation is written, as far as it says so itself."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from kiosk.core.content.names import is_language, language_tag
from kiosk.core.language import is_right_to_left

_CLEARLY = 0.8


def language_of(letters: Counter[str], offered: Sequence[str], *, runs_right_to_left: bool) -> str:
    """`letters` by the tag that their program gave them; `offered` empty: any. Empty: it does not say, or not clearly.

    A text that runs the other way than its tag says was typed on a machine of another language.
    """
    by_tag: Counter[str] = Counter()
    for tag, count in letters.items():
        known = _offered(language_tag(tag), offered)
        by_tag[known if known and is_right_to_left(known) == runs_right_to_left else ""] += count
    language, most = max(by_tag.items(), key=lambda item: item[1], default=("", 0))
    if language and most >= _CLEARLY * by_tag.total():
        return language
    turned = [tag for tag in offered if is_right_to_left(tag)]
    return turned[0] if runs_right_to_left and len(turned) == 1 else ""


def _offered(tag: str, offered: Sequence[str]) -> str:
    """The clinic's word for it: `es` for `es-MX`."""
    first = tag.partition("-")[0]
    if not offered:
        return first if is_language(first) else ""
    near = [each for each in offered if each.partition("-")[0] == first]
    return tag if tag in offered else next(iter(near), "")

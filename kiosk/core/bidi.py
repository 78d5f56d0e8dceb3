"""Two directions in one line: what is put into a sentence stands apart from it, whichever way its script runs.

Unicode's marks of direction keep it so. They can be seen nowhere; voices and screen readers get texts without them.
"""

from __future__ import annotations

import re

FIRST_STRONG_ISOLATE, LEFT_TO_RIGHT_ISOLATE, POP_ISOLATE = "\u2068", "\u2066", "\u2069"
_MARKS = str.maketrans("", "", "\u2066\u2067\u2068\u2069\u200e\u200f")
_RIGHT_TO_LEFT = re.compile(
    r"[\u05d0-\u05f2\u0620-\u064a\u066e-\u06d5\u06fa-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]"
)
_LETTER = re.compile(r"[^\W\d_]")
_NUMBERS = re.compile(
    r"[\u2066-\u2068][^\u2069]*\u2069|(?<![\w.,])[+(]?\d[\d()/.\u2011\u00a0 -]*\d(?![\w.,]*\d)"
)
_LEAST_DIGITS = 6
_YEARS = re.compile(r"(?:19|20)\d\d *[-\u2011] *(?:19|20)\d\d")


def isolated(text: str) -> str:
    return f"{FIRST_STRONG_ISOLATE}{text}{POP_ISOLATE}"


def without_marks(text: str) -> str:
    return text.translate(_MARKS)


def runs_right_to_left(text: str, *, otherwise: bool) -> bool:
    """Whether most of its letters do; `otherwise` where it has none, or as many of both."""
    of_right_to_left = len(_RIGHT_TO_LEFT.findall(text))
    if not of_right_to_left and not otherwise:
        return False
    others = len(_LETTER.findall(text)) - of_right_to_left
    return otherwise if of_right_to_left == others else of_right_to_left > others


def with_numbers_apart(text: str) -> str:
    """Telephone numbers and days keep their order in a text that runs right to left: "+1 555 0100", "2026-03-31"."""
    return _NUMBERS.sub(_apart, text)


def _apart(number: re.Match[str]) -> str:
    if number[0].endswith(POP_ISOLATE):  # stands apart already
        return number[0]
    is_long = sum(map(str.isdecimal, number[0])) >= _LEAST_DIGITS
    is_grouped = not number[0].isdecimal()
    if not is_long or not is_grouped or _YEARS.fullmatch(number[0]):
        return number[0]
    return f"{LEFT_TO_RIGHT_ISOLATE}{number[0]}{POP_ISOLATE}"

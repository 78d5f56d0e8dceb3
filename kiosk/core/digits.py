"""Numbers in a language's own digits, where the clinic wants them: ١٢ for 12 in Arabic.

What people dial or type (phone numbers, PINs) never comes here: it is text, not a number.
"""

from __future__ import annotations

LATIN = "0123456789"

# The zero of each language's own digits, as CLDR names them ("native"); the nine others follow it.
_ZEROS = {
    "ar": 0x0660,
    "as": 0x09E6,
    "bn": 0x09E6,
    "bo": 0x0F20,
    "ckb": 0x0660,
    "dv": 0x0660,
    "dz": 0x0F20,
    "fa": 0x06F0,
    "gu": 0x0AE6,
    "hi": 0x0966,
    "km": 0x17E0,
    "kn": 0x0CE6,
    "ks": 0x06F0,
    "lo": 0x0ED0,
    "ml": 0x0D66,
    "mr": 0x0966,
    "my": 0x1040,
    "ne": 0x0966,
    "or": 0x0B66,
    "pa": 0x0A66,
    "prs": 0x06F0,
    "ps": 0x06F0,
    "sa": 0x0966,
    "sd": 0x0660,
    "ta": 0x0BE6,
    "te": 0x0C66,
    "th": 0x0E50,
    "ug": 0x06F0,
    "ur": 0x06F0,
}


def digits_of(language: str, *, is_native: bool) -> str:
    """The ten digits, from nought on: 0 to 9 unless the clinic wants the language's own and it has some."""
    zero = _ZEROS.get(language.lower().partition("-")[0], 0) if is_native else 0
    return "".join(map(chr, range(zero, zero + 10))) if zero else LATIN


def in_digits(text: str | int, digits: str) -> str:
    """The text or number with its digits, of whichever script, replaced by these."""
    return "".join(digits[int(sign)] if sign.isdecimal() else sign for sign in str(text))

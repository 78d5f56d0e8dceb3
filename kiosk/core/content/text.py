"""The bytes of a text file, whatever program wrote them, as clean text with LF between the lines."""

from __future__ import annotations

import codecs
import re
import unicodedata

from msgspec import Struct

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

# Vertical tab is PowerPoint's line break, form feed Word's page break; 2028 and 2029 come from the web.
_SPACES = (0x0B, 0x0C, 0x85, 0x2028, 0x2029)
# Overrides of direction can make a text read as another one. LRM, RLM, ZWJ and ZWNJ stay: Arabic, Persian and
# Hindi need them.
_REMOVED = (
    *(code for code in range(0x20) if chr(code) not in "\t\n"),
    *range(0x7F, 0xA0),
    *range(0x202A, 0x202F),
    *range(0x2066, 0x206A),
    *(0x00AD, 0x200B, 0x2060, 0xFEFF, 0xFFFC),
)
_TABLE: dict[int, str | None] = {**dict.fromkeys(_REMOVED), **dict.fromkeys(_SPACES, " ")}
# What an emoji or a letter may need once, and nothing needs three times in a row.
_INVISIBLE = "\u115f\u1160\u200c-\u200f\u2061-\u2064\u206a-\u206f\u3164\ufe00-\ufe0f"
_INVISIBLE_FLOOD = re.compile(f"([{_INVISIBLE}])[{_INVISIBLE}]{{2,}}")
# Latin, Hebrew, Arabic and Thai signs over and under one letter.
_STACKED = (
    "\u0300-\u036f\u0591-\u05bd\u0610-\u061a\u064b-\u065f\u0e31\u0e34-\u0e3a\u0e47-\u0e4e"
    "\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"
)
_STACKED_FLOOD = re.compile(f"([{_STACKED}]{{4}})[{_STACKED}]+")


class Decoded(Struct, frozen=True):
    """`foreign_line` is the first line that is not UTF-8 and was read as Windows-1252, 0 if there is none."""

    text: str
    foreign_line: int = 0


def decode(data: bytes) -> Decoded | None:
    """None if the bytes are no text."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            data = data[len(mark) :]
            if encoding == "utf-8":
                break
            return _checked(data.decode(encoding, "replace"))
    try:
        return _checked(data.decode("utf-8"))
    except UnicodeDecodeError as fault:
        before = data[: fault.start].replace(b"\r\n", b"\n").replace(b"\r", b"\n")
        return _checked(data.decode("cp1252", "replace"), before.count(b"\n") + 1)


def _checked(raw: str, foreign_line: int = 0) -> Decoded | None:
    strange = sum(raw.count(sign) for sign in "\0\x01\x02\x03\x04\x05\x06\x07\x08\ufffd")
    if strange > 8 and strange * 50 > len(raw):
        return None
    return Decoded(cleaned(raw), foreign_line)


def cleaned(raw: str) -> str:
    """The same lines without characters that cannot be seen or that turn the direction of others."""
    text = raw.replace("\r\n", "\n").replace("\r", "\n").translate(_TABLE)
    if text.isascii():
        return text
    text = unicodedata.normalize("NFC", text)
    return _STACKED_FLOOD.sub(r"\1", _INVISIBLE_FLOOD.sub(r"\1", text))

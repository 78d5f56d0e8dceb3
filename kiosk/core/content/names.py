"""File names: their order, number, language and title, and what was probably meant by a wrong one."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Container, Iterable

# ISO 639-1, the two-letter codes of 2024, and those three-letter codes that clinics ask for most.
LANGUAGES = frozenset(
    """
    aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv
    cy da de dv dz ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr
    ht hu hy hz ia id ie ig ii ik io is it iu ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw
    ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn no nr nv
    ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr
    ss st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi
    yo za zh zu ckb chr cmn fil haw hmn kea kmr nan prs rhg swc yue
    """.split()  # noqa: SIM905 - two hundred quoted words cannot be read
)

_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8}){0,3}")
# Nobody numbers beyond four digits; cameras write dates (20240131_101500.jpg).
_NUMBER = re.compile(r"([0-9]{1,4})(?![0-9])[\s._)\-–—]*")  # noqa: RUF001 - Word makes dashes of them
_CAMERA = (
    r"(?:screen ?shot|bildschirmfoto|captura de pantalla|whatsapp (?:image|video)|signal-).*"
    r"|(?:img|image|imagen|bild|foto|photo|picture|pic|dsc[a-z]?|dcim|pxl|mvi|gopr|vid|scan|slide|folie"
    r"|diapositiv[ae]|untitled|unbenannt)[\s_.\-(]*(?:e?[0-9][\s_.\-()0-9]*)?(?:wa[0-9]+)?"
    r"(?:[._ -]?(?:mp|hdr|pano|portrait|edited))?"
    r"|[pe]?[0-9][0-9\s_.\-()]*"
    r"|[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f-]{8,}"
    r"|"
)


def nfc(name: str) -> str:
    """One form of each name to compare: macOS and some shares write é as two characters."""
    return name if name.isascii() else unicodedata.normalize("NFC", name)


def natural_key(name: str) -> tuple[tuple[tuple[int, int, str], ...], str]:
    """Sort key that puts "Slide2" before "Slide10"."""
    parts = re.split(r"([0-9]+)", name.casefold())
    return tuple((0, int(part), "") if part.isdecimal() else (1, 0, part) for part in parts if part), name


def number_of(name: str) -> int | None:
    found = _NUMBER.match(name)
    return int(found[1]) if found else None


def without_number(stem: str) -> str:
    found = _NUMBER.match(stem)
    return stem[found.end() :] if found else stem


def is_camera_name(stem: str) -> bool:
    """Whether a camera or an office program made the name up: "IMG_2034", "Slide2", "Screenshot 2024-…"."""
    return any(_is_made_up(name.strip()) for name in (stem, without_number(stem)))


def title_from(stem: str) -> str:
    """The title that a file name gives: "01-what-is-it" becomes "What is it"; empty for a camera's name."""
    if is_camera_name(stem):
        return ""
    title = without_number(stem).strip()
    if " " not in title:
        title = re.sub(r"[-_]+", " ", title)
    title = title.strip(" -_.")
    return title[:1].upper() + title[1:]


def language_tag(text: str) -> str:
    """The tag in its usual letters ("pt_br" becomes "pt-BR"), or empty if it cannot be one."""
    if not _LANGUAGE.fullmatch(text):
        return ""
    first, *rest = re.split(r"[-_]", text)
    letters = {2: str.upper, 4: str.title}
    return "-".join([first.lower(), *(letters.get(len(part), str.lower)(part) for part in rest)])


def is_language(tag: str) -> bool:
    return tag.partition("-")[0] in LANGUAGES


class SlideName(Struct, frozen=True):
    """`language` is empty where the file has none; `odd_ending` looks like one and is not."""

    key: str
    language: str = ""
    odd_ending: str = ""


def slide_name(stem: str, extra_languages: Container[str] = ()) -> SlideName:
    key, dot, ending = stem.rpartition(".")
    tag = language_tag(ending)
    if not dot or not tag or not without_number(key).strip():
        return SlideName(stem)
    if is_language(tag) or tag in extra_languages:
        return SlideName(key, tag)
    return SlideName(key, odd_ending=ending) if "-" not in tag else SlideName(stem)


def _is_made_up(name: str) -> bool:
    # Compiled when the first name is asked about (re keeps it): reading settings loads this module too.
    return re.fullmatch(_CAMERA, name, re.IGNORECASE) is not None


def closest(word: str, candidates: Iterable[str]) -> str:
    """The candidate most like the word, whatever the case of its letters; empty if none is near."""
    import difflib  # noqa: PLC0415 - only where a name is wrong

    by_folded = {candidate.casefold(): candidate for candidate in candidates}
    near = difflib.get_close_matches(word.casefold(), by_folded, n=1, cutoff=0.7)
    return by_folded[near[0]] if near else ""


def did_you_mean(word: str, candidates: Iterable[str]) -> str:
    near = closest(word, candidates)
    return f'Did you mean "{near}"?' if near else ""


def printable(name: str) -> str:
    """A name as a report can show it: no control characters, no bytes that are no text."""
    plain = name.encode("utf-8", "replace").decode("utf-8")
    shown = "".join(letter if letter.isprintable() else "?" for letter in plain)
    return shown if len(shown) <= 200 else shown[:200] + "…"

"""docs/staff.md as data: chapters with steps, their pictures, what one sees, and what one writes.

A fence says after its language what becomes of it: `find FILE`, `write FILE` (in the place of what was found),
`file FILE` (a new one), or `report FILE RIGHT WRONG` (what the report says where a slide has one word for the other).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from markdown_it import MarkdownIt
from markdown_it.token import Token
from msgspec import Struct

from kiosk.core.content.model import Run

ROOT = Path(__file__).resolve().parents[2]
GUIDE = ROOT / "docs" / "staff.md"


class Passage(Struct, frozen=True):
    """`is_seen`: what one sees when the step worked."""

    runs: tuple[Run, ...]
    is_seen: bool = False

    @property
    def text(self) -> str:
        return "".join(run.text for run in self.runs)


class Screenshot(Struct, frozen=True):
    """`file` is relative to docs/."""

    file: str
    alt: str
    caption: str


class Snippet(Struct, frozen=True):
    """`does` is the first word after the language, `about` those after it."""

    does: str
    about: tuple[str, ...]
    text: str


Piece = Passage | Screenshot | Snippet


class Step(Struct, frozen=True):
    """`number` 0: it stands between the steps and has one passage."""

    number: int
    pieces: tuple[Piece, ...]


class Chapter(Struct, frozen=True):
    title: str
    steps: tuple[Step, ...]

    @property
    def snippets(self) -> tuple[Snippet, ...]:
        return tuple(piece for step in self.steps for piece in step.pieces if isinstance(piece, Snippet))

    @property
    def screenshots(self) -> tuple[Screenshot, ...]:
        return tuple(piece for step in self.steps for piece in step.pieces if isinstance(piece, Screenshot))


class Guide(Struct, frozen=True):
    """`keys` are the words in bold, `names` those in the letters of code, each once and in order."""

    title: str
    lead: tuple[Passage, ...]
    chapters: tuple[Chapter, ...]
    keys: tuple[str, ...]
    names: tuple[str, ...]


def guide_of(text: str) -> Guide:
    """Raises ValueError where it holds more than headings, steps, quotes, pictures and fences."""
    tokens = MarkdownIt("commonmark").parse(text)
    starts = [place for place, token in enumerate(tokens) if token.type == "heading_open"]
    parts = [tokens[start:end] for start, end in zip(starts, [*starts[1:], len(tokens)], strict=True)]
    inlines = [child for token in tokens for child in token.children or ()]
    bold = (
        "".join(each.content for each in inlines[place + 1 : _end_of_bold(inlines, place)])
        for place, child in enumerate(inlines)
        if child.type == "strong_open"
    )
    head = list(_steps(parts[0][3:]))
    return Guide(
        title=parts[0][1].content,
        lead=tuple(piece for step in head for piece in step.pieces if isinstance(piece, Passage)),
        chapters=tuple(Chapter(part[1].content, tuple(_steps(part[3:]))) for part in parts[1:]),
        keys=tuple(dict.fromkeys(bold)),
        names=tuple(dict.fromkeys(each.content for each in inlines if each.type == "code_inline")),
    )


def read_guide() -> Guide:
    return guide_of(GUIDE.read_text(encoding="utf-8"))


def _end_of_bold(inlines: Sequence[Token], start: int) -> int:
    return next(place for place in range(start, len(inlines)) if inlines[place].type == "strong_close")


def _steps(tokens: Sequence[Token]) -> Iterator[Step]:
    number, is_seen = 0, False
    pieces: list[Piece] = []
    for token in tokens:
        match token.type:
            case "list_item_open":
                number, pieces = int(token.info), []
            case "list_item_close":
                yield Step(number, tuple(pieces))
                number = 0
            case "blockquote_open" | "blockquote_close":
                is_seen = token.type == "blockquote_open"
            case "inline":
                piece = _piece(token.children or [], is_seen=is_seen)
                if number:
                    pieces.append(piece)
                else:
                    yield Step(0, (piece,))
            case "fence":
                does, *about = token.info.split()[1:]
                pieces.append(Snippet(does, tuple(about), token.content.rstrip("\n")))
            case "paragraph_open" | "paragraph_close" | "ordered_list_open" | "ordered_list_close":
                pass
            case other:
                raise ValueError(f"line {token.map[0] + 1 if token.map else '?'}: the guide knows no {other}")


def _piece(inlines: Sequence[Token], *, is_seen: bool) -> Piece:
    if inlines[0].type == "image":
        image = inlines[0]
        return Screenshot(str(image.attrs["src"]), image.content, str(image.attrs["title"]))
    runs: list[Run] = []
    is_bold = False
    for inline in inlines:
        match inline.type:
            case "strong_open" | "strong_close":
                is_bold = inline.type == "strong_open"
            case "code_inline":
                runs.append(Run(inline.content, strong=True))
            case "softbreak":
                runs.append(Run(" "))
            case _:
                runs.append(Run(inline.content, strong=is_bold))
    return Passage(tuple(run for run in runs if run.text), is_seen)

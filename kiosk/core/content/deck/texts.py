"""The texts of a presentation as blocks: lists by the marks that the slide, its layout or its master gives them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.oxml.ns import qn

from kiosk.core.content.model import Block, BlockStyle, Run
from kiosk.core.content.text import cleaned

if TYPE_CHECKING:
    from pptx.oxml.xmlchemy import BaseOxmlElement
    from pptx.shapes.base import BaseShape
    from pptx.slide import Slide

_MARKS = {
    qn("a:buNone"): BlockStyle.PARAGRAPH,
    qn("a:buChar"): BlockStyle.BULLET,
    qn("a:buBlip"): BlockStyle.BULLET,
    qn("a:buAutoNum"): BlockStyle.NUMBER,
}
_TYPED_DOTS = "•▪◦‣●"
_COUNTED_FIELDS = ("slidenum", "datetime")
_TITLES = {PP_PLACEHOLDER.TITLE, PP_PLACEHOLDER.CENTER_TITLE}
_ON = {"1", "true"}


def text_body(shape: BaseShape) -> BaseOxmlElement | None:
    found: list[BaseOxmlElement] = shape.element.xpath("p:txBody")
    return found[0] if found else None


def plain_text(body: BaseOxmlElement) -> str:
    """As one line."""
    return " ".join(" ".join(block.text for block in blocks_of(body)).split())


def blocks_of(body: BaseOxmlElement, styles: Sequence[BaseOxmlElement] = ()) -> tuple[Block, ...]:
    """`styles` are lists of styles by level, the nearest first; the text's own is not among them."""
    counters: dict[int, int] = {}
    styles = [*body.findall(qn("a:lstStyle")), *styles]
    return tuple(
        block for paragraph in body.findall(qn("a:p")) for block in _blocks(paragraph, styles, counters)
    )


def styles_of(shape: BaseShape, slide: Slide) -> list[BaseOxmlElement]:
    """What a placeholder takes from its layout, and that from its master."""
    if not shape.is_placeholder:
        return []
    layout = slide.slide_layout
    given = [layout.placeholders.get(shape.placeholder_format.idx)]
    kind = shape.placeholder_format.type
    is_title = kind in _TITLES
    given.append(
        layout.slide_master.placeholders.get(PP_PLACEHOLDER.TITLE if is_title else PP_PLACEHOLDER.BODY)
    )
    lists = [
        style for each in given if each is not None for style in each.element.xpath("p:txBody/a:lstStyle")
    ]
    name = "titleStyle" if is_title else "bodyStyle"
    return [*lists, *layout.slide_master.element.xpath(f"p:txStyles/p:{name}")]


def letters_by_language(bodies: Iterable[BaseOxmlElement]) -> Counter[str]:
    """How many letters of the texts are in each language, as their writer's program has noted it."""
    letters: Counter[str] = Counter()
    for body in bodies:
        for run in body.iter(qn("a:r")):
            language = next((str(each.get("lang", "")) for each in run.findall(qn("a:rPr"))), "")
            letters[language] += len(_text_in(run).strip())
    return letters


def runs_right_to_left(bodies: Iterable[BaseOxmlElement]) -> bool:
    """Whether more letters stand in paragraphs that run so than in others."""
    balance = 0
    for body in bodies:
        for paragraph in body.findall(qn("a:p")):
            is_so = any(each.get("rtl") in _ON for each in paragraph.findall(qn("a:pPr")))
            letters = sum(len(_text_in(run)) for run in paragraph.findall(qn("a:r")))
            balance += letters if is_so else -letters
    return balance > 0


def _blocks(
    paragraph: BaseOxmlElement, styles: Sequence[BaseOxmlElement], counters: dict[int, int]
) -> Iterator[Block]:
    """One for each line of the paragraph; the first has its mark."""
    own = paragraph.find(qn("a:pPr"))
    level = min(8, max(0, int(own.get("lvl", 0)))) if own is not None else 0
    lines = [runs for pieces in _lines(paragraph) if (runs := _joined(pieces))]
    if not lines:
        return
    style, start = _mark(own, styles, level)
    if style is not BlockStyle.NUMBER:
        counters.pop(level, None)
    for deeper in [each for each in counters if each > level]:
        del counters[deeper]
    if style is BlockStyle.NUMBER:
        counters[level] = counters.get(level, start - 1) + 1
    first, *others = lines
    if first[0].text[0] in _TYPED_DOTS:
        style, first = BlockStyle.BULLET, _joined([Run(first[0].text[1:], first[0].strong), *first[1:]])
    if first:
        yield Block(first, style, counters[level] if style is BlockStyle.NUMBER else 0)
    yield from (Block(runs) for runs in others)


def _mark(
    own: BaseOxmlElement | None, styles: Sequence[BaseOxmlElement], level: int
) -> tuple[BlockStyle, int]:
    """How the paragraph is marked, and the number that a list begins with."""
    inherited = (each for style in styles for each in style.findall(qn(f"a:lvl{level + 1}pPr")))
    for properties in ([own] if own is not None else []) + list(inherited):
        for mark in properties:
            if mark.tag in _MARKS:
                return _MARKS[mark.tag], int(mark.get("startAt", 1))
    return BlockStyle.PARAGRAPH, 1


def _lines(paragraph: BaseOxmlElement) -> list[list[Run]]:
    lines: list[list[Run]] = [[]]
    for piece in paragraph:
        if piece.tag == qn("a:br"):
            lines.append([])
        elif piece.tag == qn("a:r") or (
            piece.tag == qn("a:fld") and not str(piece.get("type", "")).startswith(_COUNTED_FIELDS)
        ):
            strong = any(each.get("b") in _ON for each in piece.findall(qn("a:rPr")))
            first, *others = cleaned(_text_in(piece)).replace("\t", " ").split("\n")
            lines[-1].append(Run(first, strong))
            lines += [[Run(other, strong)] for other in others]
    return lines


def _text_in(run: BaseOxmlElement) -> str:
    return "".join(each.text or "" for each in run.findall(qn("a:t")))


def _joined(pieces: Sequence[Run]) -> tuple[Run, ...]:
    """Neighbours of one weight as one run, without double, outer and empty ones."""
    runs: list[Run] = []
    for piece in pieces:
        text = " ".join(f"|{piece.text}|".split())[1:-1]
        if runs and (runs[-1].strong == piece.strong or not text.strip()):
            runs[-1] = Run(runs[-1].text + text, runs[-1].strong)
        elif text:
            runs.append(Run(text, piece.strong))
    if runs:
        runs[0] = Run(runs[0].text.lstrip(), runs[0].strong)
        runs[-1] = Run(runs[-1].text.rstrip(), runs[-1].strong)
    return tuple(run for run in runs if run.text)

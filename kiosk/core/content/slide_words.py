"""Markdown, as far as a slide knows it, as blocks. Links, HTML, tables and code become plain words."""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING

from kiosk.core.content.model import Block, BlockStyle, Run, SlideWords
from kiosk.core.content.problems import Problem, Severity

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

    from kiosk.core.content.slide_marks import PictureMark

_QUESTION = re.compile(r"\[[ xX\u00a0]?\]\s*")
_HTML = re.compile(r"</?[A-Za-z][A-Za-z0-9]*(?:\s[^<>]*)?/?>")
_TITLE_WITHOUT_SPACE = re.compile(r"^#{1,6}(?=[^#\s\d])")


@functools.cache
def _markdown() -> MarkdownIt:
    from markdown_it import MarkdownIt  # noqa: PLC0415 - 4 MB that only the reader of content pays for

    markdown = MarkdownIt("commonmark", {"html": False})
    # `reference` would swallow lines such as "[1]: see below"; `code` would take indented text for a program.
    markdown.disable(["lheading", "reference", "code", "html_block", "html_inline", "image"])
    return markdown.enable("table")


class SlidePage:
    """Collects what the marks of one file say."""

    def __init__(self, file: str, problems: list[Problem]) -> None:
        self.lines: dict[str, int] = {}
        self.block_lines: dict[str, list[int]] = {"body": [], "more": [], "questions": []}
        self._file = file
        self._problems = problems
        self._title: str | None = None
        self._message: list[str] = []
        self._questions: list[str] = []
        self._body: list[Block] = []
        self._more: list[Block] = []
        self._is_more = False
        self._told: set[str] = set()

    def words(self, picture: PictureMark | None) -> SlideWords:
        return SlideWords(
            title=self._title or "",
            body=tuple(self._body),
            message=" ".join(self._message),
            questions=tuple(self._questions),
            more=tuple(self._more),
            alt=picture.alt if picture else "",
            caption=picture.caption if picture else "",
        )

    def read(self, lines: list[str], start: int, *, is_more: bool = False) -> None:
        """`start` is the index in the file of the first of the lines."""
        self._is_more = is_more
        if not is_more:
            first = next((number for number, line in enumerate(lines) if line.strip()), -1)
            if first >= 0:
                lines[first] = _TITLE_WITHOUT_SPACE.sub(lambda mark: mark[0] + " ", lines[first])
        _Walk(self, start).over(_markdown().parse("\n".join(lines)))

    def advise(
        self, line: int, found: str, shown: str, mend: str, severity: Severity = Severity.ADVICE
    ) -> None:
        """Each piece of advice once a file."""
        if found not in self._told:
            self._told.add(found)
            self._problems.append(Problem(self._file, line, severity, found, shown, mend))

    def heading(self, line: int, runs: tuple[Run, ...]) -> None:
        if self._title is None and not self._is_more:
            self._title = _plain(runs)
            self.lines["title"] = line
        else:
            self.block(line, Block(runs, BlockStyle.HEADING))

    def quote(self, line: int, pieces: list[tuple[Run, ...]]) -> None:
        if not self._message and not self._is_more:
            self._message = [_plain(runs) for runs in pieces]
            self.lines["message"] = line
            return
        found = (
            "a key message stands below the dividing line."
            if self._is_more
            else "there is a second key message."
        )
        self.advise(line, found, "It is shown as plain text.", "Keep one line with > on the slide.")
        for runs in pieces:
            self.block(line, Block(runs))

    def question(self, line: int, text: str) -> None:
        self.lines.setdefault("questions", line)
        self.block_lines["questions"].append(line)
        self._questions.append(text)

    def block(self, line: int, block: Block) -> None:
        part = "more" if self._is_more else "body"
        self.lines.setdefault(part, line)
        self.block_lines[part].append(line)
        (self._more if self._is_more else self._body).append(block)
        if _HTML.search(block.text):
            self.advise(line, "this text holds HTML.", "It is shown as it is written.", "Write plain text.")


class _Walk:
    """One pass over the tokens of markdown-it, with the marks that are open."""

    def __init__(self, page: SlidePage, start: int) -> None:
        self._page = page
        self._start = start
        self._line = 0
        self._quotes = 0
        self._quote: list[tuple[Run, ...]] = []
        self._quote_line = 0
        self._lists: list[int | None] = []  # the number of the current item, None in a list without numbers
        self._is_item_new = False
        self._is_heading = False
        self._row: list[str] | None = None

    def over(self, tokens: list[Token]) -> None:
        for token in tokens:
            if token.map:
                self._line = self._start + token.map[0] + 1
            self._take(token)

    def _take(self, token: Token) -> None:
        match token.type:
            case "inline":
                self._inline(token)
            case "heading_open" | "heading_close":
                self._is_heading = token.nesting == 1
            case "blockquote_open":
                self._quotes += 1
                if self._quotes == 1:
                    self._quote, self._quote_line = [], self._line
            case "blockquote_close":
                self._quotes -= 1
                if self._quotes == 0 and self._quote:
                    self._page.quote(self._quote_line, self._quote)
            case "tr_open":
                self._row = []
            case "tr_close":
                self._end_row()
            case "fence":
                for line in token.content.split("\n"):
                    self._add((Run(line.strip()),))
            case _:
                self._take_list(token)

    def _take_list(self, token: Token) -> None:
        match token.type:
            case "bullet_list_open":
                self._lists.append(None)
            case "ordered_list_open":
                self._lists.append(int(token.attrGet("start") or 1) - 1)
            case "bullet_list_close" | "ordered_list_close":
                self._lists.pop()
            case "list_item_open":
                self._is_item_new = True
                number = self._lists[-1]
                self._lists[-1] = None if number is None else number + 1
            case _:
                pass  # what only wraps, such as paragraphs and tables

    def _end_row(self) -> None:
        row = " | ".join(cell for cell in self._row or () if cell)
        self._row = None
        self._add((Run(row),))
        mend = "Write a list, or save the table as a picture."
        self._page.advise(self._line, "this text holds a table.", "It is shown as plain lines.", mend)

    def _inline(self, token: Token) -> None:
        for runs in _runs(token, self._page, self._line):
            if self._row is not None:
                self._row.append(_plain(runs))
            elif self._is_heading and not self._quotes:
                self._page.heading(self._line, runs)
            else:
                self._add(runs)

    def _add(self, runs: tuple[Run, ...]) -> None:
        if not _plain(runs):
            return
        is_new, self._is_item_new = self._is_item_new, False
        question = _QUESTION.match(_plain(runs) + " ") if self._lists and is_new else None
        if question:
            if text := _plain(runs)[question.end() :].strip():
                self._page.question(self._line, text)
        elif self._quotes:
            self._quote.append(runs)
        elif self._lists and is_new:
            number = self._lists[-1]
            style = BlockStyle.BULLET if number is None else BlockStyle.NUMBER
            self._page.block(self._line, Block(runs, style, number or 0))
        else:
            self._page.block(self._line, Block(runs))


def _plain(runs: tuple[Run, ...]) -> str:
    return "".join(run.text for run in runs).strip()


def _runs(token: Token, page: SlidePage, line: int) -> list[tuple[Run, ...]]:
    """The text of one token, a tuple of runs for each line that ends in a hard break."""
    lines: list[list[Run]] = [[]]
    strong = 0
    links: list[tuple[str, int]] = []
    for child in token.children or ():
        match child.type:
            case "text" | "code_inline" | "text_special":
                lines[-1].append(Run(child.content, strong > 0))
            case "softbreak":
                lines[-1].append(Run(" ", strong > 0))
            case "hardbreak":
                lines.append([])
            case "strong_open" | "strong_close":
                strong += child.nesting
            case "link_open":
                links.append((str(child.attrGet("href") or ""), len(lines[-1])))
            case "link_close":
                address, since = links.pop()
                _write_out(address, lines[-1], since)
                mend = "Write what patients should know instead."
                page.advise(
                    line, "this text holds a link.", "Patients see its text and cannot open it.", mend
                )
            case _:
                pass  # emphasis is shown as plain text
    return [joined for pieces in lines if (joined := _joined(pieces))]


def _write_out(address: str, pieces: list[Run], since: int) -> None:
    """An address on the web is shown after its words, unless these are the address."""
    words = "".join(run.text for run in pieces[since:])
    bare = re.sub(r"^(?:https?://|mailto:|tel:)", "", address).rstrip("/")
    if bare != address.rstrip("/") and bare not in words:
        pieces.append(Run(f" ({bare})"))


def _joined(pieces: list[Run]) -> tuple[Run, ...]:
    """Neighbours of one weight as one run, without empty ones and outer spaces."""
    runs: list[Run] = []
    for piece in pieces:
        if runs and runs[-1].strong == piece.strong:
            runs[-1] = Run(runs[-1].text + piece.text, piece.strong)
        elif piece.text:
            runs.append(piece)
    if runs:
        runs[0] = Run(runs[0].text.lstrip(), runs[0].strong)
        runs[-1] = Run(runs[-1].text.rstrip(), runs[-1].strong)
    return tuple(run for run in runs if run.text)

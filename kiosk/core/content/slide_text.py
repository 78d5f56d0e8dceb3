"""One slide file: its words, facts and picture mark, and what is wrong with them."""

from __future__ import annotations

from dataclasses import dataclass, field

from msgspec.structs import replace

from kiosk.core.content.model import Block, Evidence, Kind, SlideWords
from kiosk.core.content.problems import Problem, Severity
from kiosk.core.content.slide_marks import PictureMark, take_apart
from kiosk.core.content.slide_words import SlidePage
from kiosk.core.content.table import Table
from kiosk.core.content.text import decode
from kiosk.core.content.toml_text import parse_toml

_LONGEST_TEXT = 60_000  # characters; a slide holds 40 words
_LONGEST = {"title": 200, "message": 500, "alt": 500, "caption": 300}
_BODY, _MORE = 4_000, 20_000  # characters
MOST_BLOCKS, _MOST_QUESTIONS = 200, 20
_LONGEST_QUESTION = 300


@dataclass(frozen=True, slots=True)
class SlideFacts:
    kind: Kind | None = None
    evidence: Evidence | None = None
    sources: tuple[str, ...] = ()
    sources_line: int = 0
    is_hidden: bool = False
    are_given: bool = False


@dataclass(frozen=True, slots=True)
class SlideText:
    """`words` is None if nothing of the file can be shown. `lines` tells where "title", "message" … stand.

    `block_lines` has the line of each block of "body" and "more" and of each of the "questions".
    """

    words: SlideWords | None
    facts: SlideFacts = field(default_factory=SlideFacts)
    picture: PictureMark | None = None
    lines: dict[str, int] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
    block_lines: dict[str, list[int]] = field(default_factory=dict)


def read_slide(data: bytes, file: str) -> SlideText:
    """The title is empty where the file has no heading."""
    problems: list[Problem] = []

    def note(line: int, found: str, shown: str, mend: str, severity: Severity = Severity.WARNING) -> None:
        problems.append(Problem(file, line, severity, found, shown, mend))

    decoded = decode(data)
    if decoded is None:
        mend = 'Save it again as plain text, with the encoding "UTF-8".'
        note(0, "this is no plain text.", "It is not shown.", mend, Severity.NOT_SHOWN)
        return SlideText(None, problems=tuple(problems))
    if decoded.foreign_line:
        mend = 'Save it with the encoding "UTF-8".'
        found = "this file is in the old Windows encoding."
        shown = "Letters such as é may be shown wrongly."
        note(decoded.foreign_line, found, shown, mend, Severity.ADVICE)
    text = decoded.text
    if len(text) > _LONGEST_TEXT:
        note(
            1,
            f"this file is {len(text):,} characters long.",
            "Its end is not shown.",
            "Make several slides of it.",
        )
        text = text[:_LONGEST_TEXT]
    return _read(text, file, problems)


def _read(text: str, file: str, problems: list[Problem]) -> SlideText:
    parts = take_apart(text, file)
    problems += parts.problems
    facts = _facts(parts.facts, file, problems)
    page = SlidePage(file, problems)
    page.read(parts.face, 0)
    page.read(parts.more, parts.more_starts, is_more=True)
    picture = parts.pictures[0] if parts.pictures else None
    for further in parts.pictures[1:2]:
        problems.append(_further_picture(file, further, len(parts.pictures)))
    if picture:
        page.lines["picture"] = picture.line
    words = capped(page.words(picture), file, page.lines, problems)
    if words == SlideWords(title="") and not picture:
        shown = "It is not shown."
        problems.append(
            Problem(
                file,
                0,
                Severity.NOT_SHOWN,
                "this file holds no text.",
                shown,
                "Write the slide's text into it.",
            )
        )
        return SlideText(None, facts, problems=tuple(problems))
    return SlideText(words, facts, picture, page.lines, tuple(problems), page.block_lines)


def _further_picture(file: str, mark: PictureMark, count: int) -> Problem:
    return Problem(
        file,
        mark.line,
        Severity.NOT_SHOWN,
        f"this slide has {count} pictures.",
        "Only the first is shown.",
        "Make a slide of its own for each picture.",
    )


def _facts(toml: str, file: str, problems: list[Problem]) -> SlideFacts:
    if not toml.strip():
        return SlideFacts()
    parsed = parse_toml(toml, file)
    problems += parsed.problems
    table = Table(parsed, file, problems)
    kind = table.choice("kind", tuple(Kind))
    evidence = table.choice("evidence", tuple(Evidence))
    facts = SlideFacts(
        Kind(kind) if kind else None,
        Evidence(evidence) if evidence else None,
        table.texts("sources"),
        table.line("sources"),
        table.yes("hidden", default=False, when_wrong=True, wrongly_shown="The slide is not shown."),
        are_given=True,
    )
    table.report_unknown()
    return facts


def capped(words: SlideWords, file: str, lines: dict[str, int], problems: list[Problem]) -> SlideWords:
    """The same words, each part cut to what a screen can bear; `lines` as in SlideText."""

    def note(part: str, found: str, shown: str, mend: str) -> None:
        problems.append(Problem(file, lines.get(part, 0), Severity.WARNING, found, shown, mend))

    for part, longest in _LONGEST.items():
        value = str(getattr(words, part))
        if len(value) > longest:
            name = {"message": "key message", "alt": "picture's text"}.get(part, part)
            shown = f"Only the first {longest} are shown."
            note(part, f"the {name} is {len(value):,} characters long.", shown, "Make it shorter.")
            words = _with(words, part, value[:longest].rstrip())
    for part, longest in (("body", _BODY), ("more", _MORE)):
        value = getattr(words, part)
        kept = _first_blocks(value, longest)
        if kept != value:
            shown = f"Only the first {len(kept)} paragraphs are shown."
            note(part, "the text is far too long for a slide.", shown, "Make several slides of it.")
            words = _with(words, part, kept)
    questions = tuple(question[:_LONGEST_QUESTION] for question in words.questions[:_MOST_QUESTIONS])
    if questions != words.questions:
        shown = f"At most {_MOST_QUESTIONS} of {_LONGEST_QUESTION} characters are shown."
        note("questions", "there are too many questions, or one is too long.", shown, "Keep the best three.")
        words = replace(words, questions=questions)
    return words


def _with(words: SlideWords, part: str, value: object) -> SlideWords:
    return replace(words, **{part: value})


def _first_blocks(blocks: tuple[Block, ...], longest: int) -> tuple[Block, ...]:
    kept: list[Block] = []
    left = longest
    for block in blocks[:MOST_BLOCKS]:
        if len(block.text) > left:
            if not kept:
                kept.append(replace(block, runs=(replace(block.runs[0], text=block.runs[0].text[:left]),)))
            break
        left -= len(block.text)
        kept.append(block)
    return tuple(kept)

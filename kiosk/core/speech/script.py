"""What a screen says when it is read aloud: everything that stands on it, in the order of the page (SPK-02, SPK-05).

Title and place, the text, how good the evidence is, the picture, then the keys with their state and how to reach
them. Words of the clinic are in the language of the slide, words of the program in the patient's.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from typing import cast

from kiosk.core.content.model import Block, BlockStyle, Catalog, Recording
from kiosk.core.language import Translate, is_right_to_left, translator
from kiosk.core.speech.sentence import About, Clip, Sentence, sentences_in, speakable
from kiosk.core.views.attract import AttractView, UpdatingView
from kiosk.core.views.easier import EasierView
from kiosk.core.views.evidence import EvidenceView
from kiosk.core.views.finish import FinishView
from kiosk.core.views.help import HelpView
from kiosk.core.views.home import HomeView
from kiosk.core.views.more import MoreView
from kiosk.core.views.overview import OverviewView
from kiosk.core.views.picture import PictureView
from kiosk.core.views.questions import QuestionsView
from kiosk.core.views.rail import Key, KeyName, Rail
from kiosk.core.views.slide import SlideView
from kiosk.core.views.still_there import StillThereView
from kiosk.core.views.view import PatientView, View


def script_of(
    view: View, language: str, written: Callable[[date], str] = str, catalog: Catalog | None = None
) -> tuple[Sentence, ...]:
    """All sentences of the view; `language` is the patient's. While the question stands, the question alone.

    `written` is a date as the page writes it: the languages' own ways are known there. `catalog` has the clinic's.
    """
    writer = _Writer(language, written, catalog)
    if view.rail.question:
        writer.question(view.rail)
    else:
        _write(writer, cast("PatientView", view))  # staff's screens are never read
        writer.rail(view.rail)
    return tuple(writer.sentences)


def said_of_key(key: Key, language: str, catalog: Catalog | None = None) -> Sentence:
    """What is said when the focus comes to a key."""
    writer = _Writer(language, catalog=catalog)
    writer.key(key)
    return writer.sentences[-1] if writer.sentences else Sentence("", language)


def _write(to: _Writer, view: PatientView) -> None:  # noqa: C901, PLR0912, PLR0915 - a row a screen
    match view:
        case AttractView():
            _write_attract(to, view)
        case UpdatingView():
            to.texts(view.notice, view.title, view.text)
            to.picture(view.alt)
        case HomeView():
            to.texts(view.title)
            for tile in view.tiles:
                to.key(tile.key, tile.pages)
            to.part(view)
        case SlideView():
            _write_slide(to, view)
        case OverviewView():
            to.texts(view.title, view.hint)
            to.keys(tile.key for tile in view.tiles)
            to.key(view.finish)
            to.part(view)
        case MoreView():
            to.texts(view.draft)
            to.texts(view.title, language=view.language)
            to.blocks(view.text, view.language)
            to.keys([view.evidence.key] if view.evidence else [])
            to.picture(view.alt, view.language)
            to.keys(view.links)
            to.part(view)
        case EvidenceView():
            _write_evidence(to, view)
        case PictureView():
            to.texts(view.title)
            to.picture(view.alt or view.title)
        case EasierView():
            to.texts(view.title, view.note)
            for group in view.groups:
                to.texts(group.title)
                to.keys(choice.key for choice in group.choices)
            to.part(view)
        case HelpView():
            to.texts(view.title, view.lead)
            to.texts(*("".join(run.text for run in sign.runs) for sign in view.signs))
            to.blocks(view.more, to.language)
            for step in view.calls:
                to.texts(step.where, step.what)
            to.texts(view.urge)
            to.picture(view.alt)
            to.part(view)
        case QuestionsView():
            _write_questions(to, view)
        case FinishView():
            _write_finish(to, view)
        case StillThereView():
            to.texts(view.title, view.lead, view.note)
            to.say(to.words.plural("You have {count} second.", "You have {count} seconds.", view.seconds))
            to.key(view.stay, is_select=True)


def _write_attract(to: _Writer, view: AttractView) -> None:
    """The posters change by themselves: the topics are named, not the poster that happens to be there."""
    to.texts(view.notice, view.clinic)
    for topic in dict.fromkeys(poster.topic for poster in view.posters):
        to.texts(topic, language=to.patients)
    for key in view.begin:
        to.key(key, is_select=key is view.begin[0])
    if view.take_back:
        to.key(view.take_back)


def _write_slide(to: _Writer, view: SlideView) -> None:
    to.texts(view.draft)
    to.texts(view.topic, language=to.patients)
    to.texts(view.title, language=view.language)
    if view.rail.steps:
        to.say(to.words("Page {place}.", place=speakable(view.rail.steps.pill.label)))
    to.texts(view.note)
    if view.recording and view.body:
        to.recording(view.recording, view.body, view.language)
    else:
        to.blocks(view.body, view.language)
    to.keys([view.evidence.key] if view.evidence else [])
    to.texts(view.message, language=view.language)
    if view.image:
        to.picture(view.alt, view.language)
    to.texts(view.caption, language=view.language)
    to.keys(view.tools)


def _write_questions(to: _Writer, view: QuestionsView) -> None:
    to.texts(view.title, view.notice if view.is_full else "", view.lead)
    for group in view.groups:
        to.texts(group.title, language=group.language)
        to.keys(group.rows)
    to.texts(view.count)
    to.part(view)


def _write_finish(to: _Writer, view: FinishView) -> None:
    """Of the sentences on what the code holds only the one that stands on the page will be said."""
    to.texts(view.title, view.lead)
    for line in view.questions:
        to.texts(line.text, language=line.language)
        to.texts(line.beneath, language=line.beneath_language)
    to.texts(view.summary_title if view.questions else "")
    to.texts(*view.sentences, language=view.language)
    to.texts(view.draft)
    if view.code:
        code = view.code
        to.texts(code.title, code.how, code.holds_all, code.holds_questions, code.holds_summary)
        to.texts(*code.holds_first, code.photo)
    to.keys(view.tools)
    if view.faces:
        to.texts("" if view.faces.keys else view.faces.title)
        to.keys(view.faces.keys)
    if view.leaflet:
        to.texts(view.leaflet.title, view.leaflet.how)
    to.part(view)


def _write_evidence(to: _Writer, view: EvidenceView) -> None:
    to.texts(view.about, view.title, view.mark.label if view.mark else "", *view.meaning, view.sources_title)
    to.blocks(view.sources, view.sources_language)
    day = to.written(view.reviewed_on) if view.reviewed_on else ""
    to.texts(view.review.replace("{date}", day))
    to.part(view)


class _Writer:
    """Collects sentences. `words` translates what the program adds; `language` is that of these words."""

    def __init__(
        self, language: str, written: Callable[[date], str] = str, catalog: Catalog | None = None
    ) -> None:
        self._catalog, self.written, self.patients = catalog, written, language
        self.words = translator(language, catalog)
        self.language = self.words.language
        self.sentences: list[Sentence] = []

    def say(
        self, text: str, about: About = About.NOTHING, language: str = "", key: Key | None = None
    ) -> None:
        said = speakable(text)
        if said:
            self.sentences.append(Sentence(said, language or self.language, about, key))

    def texts(self, *texts: str, language: str = "") -> None:
        for text in texts:
            for sentence in sentences_in(text):
                self.say(sentence, About.TEXT, language)

    def blocks(self, blocks: Iterable[Block], language: str) -> None:
        for block in blocks:
            number = f"{block.number}. " if block.style is BlockStyle.NUMBER else ""
            first, *rest = sentences_in(block.text) or [""]
            self.say(number + first, About.TEXT, language)
            if number and self.sentences:
                last = self.sentences[-1]
                self.sentences[-1] = Sentence(last.text, last.language, About.TEXT, shown=speakable(first))
            self.texts(*rest, language=language)

    def recording(self, recording: Recording, body: Iterable[Block], language: str) -> None:
        """A recorded voice instead of the synthetic one: sentence by sentence where its marks are known (SPK-17)."""
        text = speakable(" ".join(block.text for block in body))
        if not recording.cues:
            self.sentences.append(Sentence(text, language, About.BODY, clip=Clip(recording.name)))
            return
        ends = [*(cue.begins for cue in recording.cues[1:]), None]
        for cue, end in zip(recording.cues, ends, strict=True):
            said = speakable(cue.text)
            about = About.TEXT if said in text else About.NOTHING
            self.sentences.append(Sentence(said, language, about, clip=Clip(recording.name, cue.begins, end)))

    def picture(self, alt: str, language: str = "") -> None:
        """What can be seen, as one sentence after another; all of them are about the picture."""
        for sentence in sentences_in(alt):
            self.say(sentence, About.PICTURE, language)

    def key(self, key: Key, more: str = "", language: str = "", *, is_select: bool = False) -> None:
        """A key with its state, and how it is reached on a pad of six keys; the others by the up and down keys."""
        language = language or key.language
        words = translator(language, self._catalog) if language else self.words
        how = _how(key, words, is_mirrored=is_right_to_left(self.patients)) or (
            words("Select key") if is_select else ""
        )
        name, label = speakable(key.accessible_name), speakable(key.label)
        seen = "" if label.casefold() in name.casefold() else label
        said = ". ".join(part for part in (seen, name, more, how) if part)
        self.say(said if said.endswith((".", "?")) else f"{said}.", About.KEY, language, key)

    def keys(self, keys: Iterable[Key]) -> None:
        for key in keys:
            self.key(key)

    def part(
        self,
        view: HomeView
        | OverviewView
        | MoreView
        | EvidenceView
        | QuestionsView
        | EasierView
        | HelpView
        | FinishView,
    ) -> None:
        """Where one is on a page in parts, and the key that turns on; said where they stand on the page."""
        self.texts(view.part_label)
        self.key(view.part_key)

    def question(self, rail: Rail) -> None:
        if rail.question:
            self.texts(rail.question.title)
            self.say(rail.question.how)

    def rail(self, rail: Rail) -> None:
        if rail.steps:
            self.key(rail.steps.pill, self.words("All pages"))
        for key in (rail.listen, *rail.leading, rail.back):
            if key:
                self.key(key)
        if rail.go:
            self.key(rail.go, is_select=True)


def _how(key: Key, _: Translate, *, is_mirrored: bool) -> str:
    """The keys that have one of the six for themselves; onward is where the patient's script runs to."""
    match key.name:
        case KeyName.NEXT:
            return _("Left key") if is_mirrored else _("Right key")
        case KeyName.BACK:
            return _("Right key") if is_mirrored else _("Left key")
        case KeyName.HELP:
            return _("Help key")
        case _:
            return ""

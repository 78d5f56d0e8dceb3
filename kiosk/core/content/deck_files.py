"""The presentations that lie beside the topics' folders: each is a topic, or the translation of one."""

from __future__ import annotations

from dataclasses import dataclass, field

from kiosk.core.content.bench import Bench
from kiosk.core.content.clinic_text import CLINIC_FILE
from kiosk.core.content.files import DECK_ENDING, File
from kiosk.core.content.model import Topic
from kiosk.core.content.names import slide_name
from kiosk.core.content.topic_text import TopicText

AS_PPTX = 'Open it in PowerPoint and save it as "PowerPoint Presentation (.pptx)".'


@dataclass(slots=True)
class DeckFiles:
    """`settings` is the name that a `topic.toml` of this presentation has; it need not be there."""

    file: File
    settings: str
    translations: dict[str, File] = field(default_factory=dict)


def find_decks(bench: Bench) -> dict[str, DeckFiles]:
    """By the topic's name, which is the file's without its ending."""
    files = [
        file for file in bench.listing.files.values() if file.ending == DECK_ENDING and "/" not in file.name
    ]
    stems = {file.stem.casefold() for file in files}
    folders = {folder.rstrip("/").casefold() for folder in bench.listing.folders}
    decks: dict[str, DeckFiles] = {}
    translations: list[tuple[str, str, File]] = []
    for file in files:
        name = slide_name(file.stem)
        if name.language and name.key.casefold() in stems:
            translations.append((name.key.casefold(), name.language, file))
        elif file.stem.casefold() in folders:
            found = f'there is a folder "{file.stem}" too.'
            bench.not_shown(file.name, found, "Give one of the two another name.")
        elif file.stem.casefold() in {stem.casefold() for stem in decks}:
            bench.not_shown(
                file.name, "there is another presentation of this name.", "Rename or delete one of them."
            )
        else:
            settings = f"{file.stem}.toml"
            decks[file.stem] = DeckFiles(file, "" if settings.casefold() == CLINIC_FILE else settings)
    by_folded = {stem.casefold(): deck for stem, deck in decks.items()}
    for key, language, file in translations:
        if key in by_folded:
            by_folded[key].translations[language] = file
    return decks


def read_deck_topic(key: str, deck: DeckFiles, text: TopicText, bench: Bench) -> Topic | None:
    from kiosk.core.content.deck.topic import read_deck  # noqa: PLC0415 - python-pptx takes 0.2 s to load

    settings = bench.listing.by_folded.get(deck.settings.casefold(), "")
    return read_deck(key, deck.file, deck.translations, text, settings, bench)

"""Choosing a language: its keys, what stays and what goes back, and screens in a language nobody has prepared."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import msgspec
import polib
import pytest
from msgspec.structs import replace

from assets.locale.catalogues import TEMPLATE
from kiosk.core.content.folder import read_content
from kiosk.core.content.model import Catalog, Clinic, HelpPage, Review, Translation
from kiosk.core.session.events import (
    Begun,
    ClosePressed,
    ContrastToggled,
    EasierPressed,
    LanguageChosen,
    MorePressed,
    PartsCounted,
    StartOverPressed,
    TextSizeChosen,
    VoicesFound,
)
from kiosk.core.session.hearing import Hearing
from kiosk.core.session.preferences import Preferences, TextSize, Theme
from kiosk.core.session.screens import Attract, EasierOpen, EvidenceOpen, HelpOpen, MoreOpen, SlideOpen
from kiosk.core.session.session import Session
from kiosk.core.speech.script import said_of_key, script_of
from kiosk.core.views.attract import AttractView
from kiosk.core.views.easier import EasierView, Group, Section
from kiosk.core.views.help import HelpView
from kiosk.core.views.slide import SlideView
from kiosk.core.views.view import view_of
from kiosk.ops.render import every_screen
from tests.catalogs import A_DAY, catalog, topic, words

FRENCH = Path(__file__).parents[2] / "french" / "content"
THREE = catalog(clinic=Clinic(languages=("en", "es", "ar")))
PLACES = [
    SlideOpen("backs", 1, 2),
    MoreOpen("backs", 0, 2),
    EvidenceOpen(SlideOpen("backs", 0, 2), 2),
    HelpOpen(SlideOpen("backs", 0, 2), 2),
]


def at(screen: Any, content: Catalog = THREE, language: str = "en") -> Session:
    start = Session.at_start(content, A_DAY)
    return replace(start, screen=screen, preferences=Preferences(language=language))


def languages_on(session: Session) -> list[Group]:
    view = view_of(session)
    assert isinstance(view, EasierView)
    return [group for group in view.groups if group.section is Section.LANGUAGE]


def texts_in(value: object) -> Iterator[str]:
    match value:
        case str():
            yield value
        case dict():
            for each in value.values():
                yield from texts_in(each)
        case list():
            for each in value:
                yield from texts_in(each)
        case _:
            pass


def shown_on(session: Session) -> set[str]:
    return set(texts_in(msgspec.to_builtins(view_of(session))))


def test_each_language_is_offered_by_its_own_name_in_its_own_script() -> None:
    """standards.md LNG-01: no flags; the one that is on is marked and said."""
    (group,) = languages_on(at(EasierOpen(SlideOpen("backs", 0)), language="es"))
    assert group.title == "Idioma"
    assert [choice.key.label for choice in group.choices] == ["English", "Español", "العربية"]
    assert [choice.key.is_open for choice in group.choices] == [False, True, False]
    assert [choice.key.language for choice in group.choices] == ["en", "es", "ar"]
    assert group.choices[1].key.accessible_name == "Español, elegido"


def test_nothing_is_offered_where_there_is_nothing_to_choose() -> None:
    assert languages_on(at(EasierOpen(SlideOpen("backs", 0)), catalog())) == []


def test_many_languages_stand_in_rows() -> None:
    tags = ("en", "es", "ar", "fr", "vi", "zh", "so")
    rows = languages_on(at(EasierOpen(SlideOpen("backs", 0)), catalog(clinic=Clinic(languages=tags))))
    assert [len(row.choices) for row in rows] == [3, 3, 1]
    assert [choice.key.event for row in rows for choice in row.choices] == [
        LanguageChosen(tag) for tag in tags
    ]


def test_a_languages_key_is_said_in_its_own_voice() -> None:
    """standards.md LNG-01: reachable without sight."""
    session = at(EasierOpen(SlideOpen("backs", 0)), language="es")
    said = {each.text: each.language for each in script_of(view_of(session), "es", catalog=THREE)}
    assert said["English."] == "en"
    assert said["Español, elegido."] == "es"
    assert said["العربية."] == "ar"
    (group,) = languages_on(session)
    assert said_of_key(group.choices[2].key, "es", THREE).language == "ar"


@pytest.mark.parametrize("place", PLACES, ids=lambda place: type(place).__name__)
def test_switching_keeps_the_place_at_its_first_part(place: Any) -> None:
    """Issue 9, part 4; standards.md OPR-14: the language changes by its own key."""
    session = at(EasierOpen(place, 2)).after(LanguageChosen("ar"))
    assert session.preferences.language == "ar"
    assert isinstance(session.screen, EasierOpen)
    back = session.after(ClosePressed()).screen
    assert type(back) is type(place)
    assert getattr(back, "part", 0) == 1
    assert getattr(getattr(back, "below", back), "part", 0) == 1
    assert getattr(back, "slide", 0) == getattr(place, "slide", 0)


def test_switching_keeps_the_panels_part_with_the_keys_of_the_languages() -> None:
    session = at(EasierOpen(SlideOpen("backs", 0), 2)).after(LanguageChosen("es"))
    assert session.screen == EasierOpen(SlideOpen("backs", 0), 2)
    assert session.after(PartsCounted(1)).screen == EasierOpen(SlideOpen("backs", 0), 1)


def test_where_a_translation_has_no_longer_text_its_slide_is_shown() -> None:
    slides = tuple(replace(slide, words={**slide.words, "es": words("Uno")}) for slide in topic().slides)
    content = replace(THREE, topics=(topic(slides=slides),))
    session = at(SlideOpen("backs", 0), content).after(MorePressed()).after(EasierPressed())
    assert session.after(LanguageChosen("es")).after(ClosePressed()).screen == SlideOpen("backs", 0)
    evidence = at(EasierOpen(EvidenceOpen(MoreOpen("backs", 0))), content).after(LanguageChosen("es"))
    assert evidence.after(ClosePressed()).screen == EvidenceOpen(SlideOpen("backs", 0))


def test_switching_keeps_what_else_was_chosen_and_the_reset_takes_it_all_back() -> None:
    """standards.md OPR-14; product.md, Reset."""
    session = at(EasierOpen(SlideOpen("backs", 1)))
    for event in (TextSizeChosen(TextSize.LARGE), ContrastToggled(), LanguageChosen("es")):
        session = session.after(event)
    assert session.preferences == Preferences("es", TextSize.LARGE, Theme.CONTRAST)
    assert session.after(StartOverPressed()).preferences == Preferences("en")


def test_only_a_language_that_is_offered_can_be_chosen_and_only_on_the_panel() -> None:
    panel, slide = at(EasierOpen(SlideOpen("backs", 0))), at(SlideOpen("backs", 0))
    assert panel.after(LanguageChosen("fr")) is panel
    assert slide.after(LanguageChosen("es")) is slide


def test_a_language_without_a_voice_ends_the_reading() -> None:
    """The screen must not wait for a voice that will never come to its end."""
    session = at(EasierOpen(SlideOpen("backs", 0))).after(VoicesFound(("en",)))
    session = replace(session, hearing=Hearing(is_on=True, is_speaking=True, is_agreed=True))
    assert session.idle_seconds is None
    switched = session.after(LanguageChosen("ar"))
    assert not switched.hearing.is_on
    assert switched.idle_seconds is not None
    assert session.after(LanguageChosen("en")).hearing.is_on


def test_arabic_goes_on_with_the_left_key() -> None:
    """standards.md LNG-04: the keys are mirrored with the script."""
    view = view_of(at(SlideOpen("backs", 0), language="ar"))
    said = [sentence.text for sentence in script_of(view, "ar", catalog=THREE)]
    assert "التالي. المفتاح الأيسر." in said
    assert "رجوع. المفتاح الأيمن." in said


def test_a_language_that_nobody_has_translated_the_program_into_is_begun_by_its_name() -> None:
    content = catalog(clinic=Clinic(languages=("es", "ht", "en")))
    view = view_of(Session.at_start(content, A_DAY))
    assert isinstance(view, AttractView)
    assert [key.label for key in view.begin] == ["Toque para empezar", "Kreyòl Ayisyen", "Touch to begin"]


def test_more_than_three_languages_are_begun_by_their_names() -> None:
    """Four keys are too narrow for words; who cannot see them hears both."""
    content = catalog(clinic=Clinic(languages=("en", "es", "ar", "ht")))
    view = view_of(Session.at_start(content, A_DAY))
    assert isinstance(view, AttractView)
    assert [key.label for key in view.begin] == ["English", "Español", "العربية", "Kreyòl Ayisyen"]
    said = {each.text: each.language for each in script_of(view, "en", catalog=content)}
    assert said["Español. Toque para empezar."] == "es"
    assert said["Kreyòl Ayisyen."] == "ht"


def test_content_in_such_a_language_stands_among_words_of_the_clinics_first() -> None:
    """Issue 9, part 4."""
    slides = tuple(
        replace(slide, words={"es": words("Uno"), "ht": words("Youn")}) for slide in topic().slides
    )
    clinic = Clinic(languages=("es", "ht"))
    content = Catalog(clinic, (replace(topic(slides=slides), language="es", titles={"es": "Dos"}),))
    session = Session.at_start(content, A_DAY).after(Begun("ht"))
    view = view_of(session)
    assert isinstance(view, SlideView)
    assert (view.title, view.language, view.note) == ("Youn", "ht", "")
    assert view.rail.go
    assert view.rail.go.label == "Siguiente"
    said = {each.text: each.language for each in script_of(view, "ht", catalog=content)}
    assert (said["Youn"], said["Siguiente. Tecla derecha."]) == ("ht", "es")


def test_help_in_such_a_language_is_the_clinics_own_page_in_its_first() -> None:
    page = HelpPage({"es": words("Ayuda de esta clínica")})
    content = replace(catalog(clinic=Clinic(languages=("es", "ht"))), help_page=page)
    view = view_of(at(HelpOpen(Attract()), content, "ht"))
    assert isinstance(view, HelpView)
    assert view.title == "Ayuda de esta clínica"
    arabic = view_of(at(HelpOpen(Attract()), content, "ar"))
    assert isinstance(arabic, HelpView)
    assert arabic.title == "اطلب المساعدة الآن"


@pytest.mark.parametrize(
    ("reviewed_by", "translator", "language", "note"),
    [
        ("A. Nurse", "", "en", ""),
        ("A. Nurse", "B. Traductor", "es", ""),
        ("A. Nurse", "", "es", "Borrador: traducción aún sin revisar"),
        ("", "B. Traductor", "es", "Borrador: aún sin revisar por un profesional de la salud"),
        ("", "", "es", "Borrador: aún sin revisar por un profesional de la salud ni un traductor"),
        ("", "", "ar", "مسودة، لم يراجعها مختص صحي بعد"),
        ("", "", "en", "Draft, not yet reviewed by a clinician"),
    ],
)
def test_a_translation_that_no_person_has_reviewed_says_that_it_is_a_draft(
    reviewed_by: str, translator: str, language: str, note: str
) -> None:
    """standards.md LNG-02. In Arabic the slide is not translated: what is shown is the original."""
    slides = tuple(replace(slide, words={**slide.words, "es": words("Uno")}) for slide in topic().slides)
    review = Review(reviewed_by, A_DAY if reviewed_by else None)
    translations = {"es": Translation(reviewed_by=translator)}
    content = replace(THREE, topics=(topic(slides=slides, review=review, translations=translations),))
    view = view_of(at(SlideOpen("backs", 0), content, language))
    assert isinstance(view, SlideView)
    assert view.draft == note


def test_french_that_a_clinic_added_stands_on_every_screen() -> None:
    """Issue 9, part 4: a fourth language, a real one, by adding files alone."""
    content = read_content(FRENCH, today=A_DAY).catalog
    start = Session.at_start(content, A_DAY)
    cover = view_of(start)
    assert isinstance(cover, AttractView)
    assert [key.label for key in cover.begin] == ["Touch to begin", "Touchez pour commencer"]
    view = view_of(start.after(Begun("fr")))
    assert isinstance(view, SlideView)
    assert (view.topic, view.title, view.draft) == (
        "Votre dos",
        "Bougez un peu",
        "Brouillon, pas encore relu par un soignant ni un traducteur",
    )
    assert view.rail.go
    assert view.rail.go.label == "Suivant"


def made_up(text: str) -> str:
    """Each letter turned to its other case, so that what is not translated shows."""
    return re.sub(
        r"\{\w+\}|[^{]+", lambda part: part[0] if part[0][0] == "{" else f"⟦{part[0].swapcase()}⟧", text
    )


def test_a_language_that_does_not_exist_stands_on_every_screen(tmp_path: Path) -> None:
    """Issue 9, part 4: a fourth language by adding files alone; with three plural forms."""
    (tmp_path / "clinic.toml").write_text('languages = ["en", "tlh"]\n')
    (tmp_path / "backs").mkdir()
    (tmp_path / "backs" / "topic.toml").write_text('[title]\nen = "Backs"\ntlh = "BACKS"\n')
    (tmp_path / "backs" / "01-move.md").write_text("# Move\n\nA little.\n\n> Move.\n\n---\n\nMore.\n")
    (tmp_path / "backs" / "01-move.tlh.md").write_text("# MOVE\n\nA LITTLE.\n\n> MOVE.\n\n---\n\nMORE.\n")
    words_of_it = polib.pofile(str(TEMPLATE))
    words_of_it.metadata["Plural-Forms"] = "nplurals=3; plural=(n==1 ? 0 : n%10==0 ? 1 : 2);"
    for entry in words_of_it:
        entry.msgstr = "" if entry.msgid_plural else made_up(entry.msgid)
        if entry.msgid_plural:
            entry.msgstr_plural = {form: f"{form}{made_up(entry.msgid_plural)}" for form in range(3)}
    words_of_it.save(str(tmp_path / "interface.tlh.po"))

    reading = read_content(tmp_path, today=date(2026, 3, 2))
    assert not [problem for problem in reading.problems if problem.file.endswith(".po")]
    session = replace(Session.at_start(reading.catalog, A_DAY), preferences=Preferences(language="tlh"))
    english = {entry.msgid for entry in words_of_it if len(entry.msgid) > 3}
    for name, shown in every_screen(session):
        if not name.startswith(("staff", "being")):
            assert not shown_on(shown) & english, name

"""Get help now, where the clinic has no page of its own."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace

from kiosk.core.content.folder import read_content
from kiosk.core.session.events import HelpPressed
from kiosk.core.session.session import Session
from kiosk.core.views.help import HelpView
from kiosk.core.views.view import view_of
from tests.catalogs import A_DAY

SHIPPED = Path(__file__).parents[3] / "content"


@pytest.mark.parametrize("language", ["en", "es", "ar"])
def test_the_page_that_is_built_in_says_what_the_shipped_page_says(language: str) -> None:
    """CLI-02 and CLI-03 hold for both: the shipped page is the one that is checked against standards.md 4.3.

    In the same words its signs keep their drawings.
    """
    shipped = read_content(SHIPPED, today=A_DAY).catalog
    pages = []
    for catalog in (shipped, replace(shipped, help_page=None)):
        session = Session.at_start(catalog, A_DAY)
        session = replace(session, preferences=replace(session.preferences, language=language))
        view = view_of(session.after(HelpPressed()))
        assert isinstance(view, HelpView)
        assert all(sign.sign for sign in view.signs)
        pages.append(replace(view, image=None, alt=""))
    assert pages[0] == pages[1]


def test_the_last_part_offers_the_first_signs_again() -> None:
    session = Session.at_start(read_content(SHIPPED, today=A_DAY).catalog, A_DAY).after(HelpPressed())
    session = replace(session, parts=3)
    labels = []
    for part in (1, 2, 3):
        view = view_of(replace(session, screen=replace(session.screen, part=part)))
        assert isinstance(view, HelpView)
        labels.append(view.part_key.label)
    assert labels == ["More signs", "More signs", "First signs"]

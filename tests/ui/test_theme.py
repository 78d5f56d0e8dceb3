"""Contrast of every pair of colours that stands on a screen: WCAG's formula."""

from __future__ import annotations

import pytest

from kiosk.ui.theme import CONTRAST, LIGHT, Palette
from tests.ui.pixels import contrast, of_colour

TEXT = [
    ("ink", ("paper", "surface", "rail", "mint", "lemon", "peach", "pressed")),
    ("ink2", ("paper", "surface", "rail", "mint", "lemon", "peach")),
    ("on_cover", ("cover",)),
    ("on_teal", ("teal",)),
    ("on_red", ("red_face",)),
    ("on_pill", ("pill",)),
]
MARKS = [
    ("teal", ("paper", "surface", "rail", "mint", "pressed")),
    ("tealmark", ("rail", "paper")),
    ("line", ("rail", "surface", "paper", "mint")),
    ("red", ("surface", "paper", "rail", "peach")),
    ("focus", ("paper", "rail", "surface", "lemon", "peach", "mint")),
    ("lip", ("rail",)),
]


def pairs(table: list[tuple[str, tuple[str, ...]]]) -> list[tuple[str, str]]:
    return [(over, under) for over, unders in table for under in unders]


@pytest.mark.parametrize("palette", [LIGHT, CONTRAST], ids=["light", "contrast"])
@pytest.mark.parametrize(("over", "under"), pairs(TEXT))
def test_text_has_a_contrast_of_seven_to_one(palette: Palette, over: str, under: str) -> None:
    """standards.md VIS-04."""
    assert contrast(of_colour(getattr(palette, over)), of_colour(getattr(palette, under))) >= 7


@pytest.mark.parametrize("palette", [LIGHT, CONTRAST], ids=["light", "contrast"])
@pytest.mark.parametrize(("over", "under"), pairs(MARKS))
def test_marks_have_a_contrast_of_three_to_one(palette: Palette, over: str, under: str) -> None:
    """standards.md VIS-05."""
    assert contrast(of_colour(getattr(palette, over)), of_colour(getattr(palette, under))) >= 3

"""Contrast of every pair of colours that stands on a screen: WCAG's formula."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor

from kiosk.ui.theme import CONTRAST, LIGHT, Palette

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


def luminance(colour: QColor) -> float:
    """WCAG 2.2, relative luminance."""
    parts = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (colour.redF(), colour.greenF(), colour.blueF())
    )
    red, green, blue = parts
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: QColor, other: QColor) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def pairs(table: list[tuple[str, tuple[str, ...]]]) -> list[tuple[str, str]]:
    return [(over, under) for over, unders in table for under in unders]


@pytest.mark.parametrize("palette", [LIGHT, CONTRAST], ids=["light", "contrast"])
@pytest.mark.parametrize(("over", "under"), pairs(TEXT))
def test_text_has_a_contrast_of_seven_to_one(palette: Palette, over: str, under: str) -> None:
    """standards.md VIS-04."""
    assert contrast(getattr(palette, over), getattr(palette, under)) >= 7


@pytest.mark.parametrize("palette", [LIGHT, CONTRAST], ids=["light", "contrast"])
@pytest.mark.parametrize(("over", "under"), pairs(MARKS))
def test_marks_have_a_contrast_of_three_to_one(palette: Palette, over: str, under: str) -> None:
    """standards.md VIS-05."""
    assert contrast(getattr(palette, over), getattr(palette, under)) >= 3

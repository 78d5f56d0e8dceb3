"""Alternative text, caption and size of pictures."""

from __future__ import annotations

import pytest

from kiosk.core.content.model import Image, Slide, SlideWords
from kiosk.core.content.problems import Severity
from kiosk.core.content.review.pictures import alt_text, caption, pictures_alone, too_small
from tests.core.content.review.drafts import PHOTO, found, written

DRAWING = Image("0" * 64 + ".svg", 100, 80)


@pytest.mark.parametrize("alt", ["A woman bends", "Inhaler", "Knee X-ray", "Schritt 2", "膝", "ركبة"])
def test_a_text_that_says_something_passes(alt: str) -> None:
    assert found(alt_text(written(f"# A\n\n![{alt}](a.png)\n\nGo.\n", image=PHOTO))) == []


@pytest.mark.parametrize("alt", ["", " "])
def test_no_text_is_a_warning(alt: str) -> None:
    """WCAG 1.1.1."""
    (problem,) = alt_text(written(f"# A\n\n![{alt}](a.png)\n\nGo.\n", image=PHOTO))
    assert (problem.severity, problem.line) == (Severity.WARNING, 3)
    assert "no text" in problem.found


@pytest.mark.parametrize(
    "alt", ["inhaler.png", "IMG_2034", "knee-stretch-02", "Photo.JPEG", "Screenshot 2024-01-01"]
)
def test_a_file_name_is_no_text(alt: str) -> None:
    (problem,) = alt_text(written(f"# A\n\n![{alt}](a.png)\n\nGo.\n", image=PHOTO))
    assert (problem.severity, problem.line) == (Severity.WARNING, 3)
    assert problem.found == f'the picture\'s text "{alt}" is only a file name.'


def test_a_slide_without_a_picture_needs_neither_text_nor_caption() -> None:
    slide = written("# A\n\n![](a.png)\n\nGo.\n")
    assert [*alt_text(slide), *caption(slide), *too_small(slide)] == []


def test_a_picture_has_a_caption_in_every_language() -> None:
    """Standards LIT-13, PEMAT item 17."""
    assert found(caption(written('# A\n\n![Ein Knie](a.png "So geht es")\n', "de", image=PHOTO))) == []
    (problem,) = caption(written("# A\n\n![Ein Knie](a.png)\n", "de", image=PHOTO))
    assert (problem.line, problem.severity) == (3, Severity.ADVICE)


@pytest.mark.parametrize(
    ("width", "height", "is_small"),
    [
        (980, 100, False),
        (979, 783, True),
        (100, 784, False),
        (4000, 3000, False),
        (640, 480, True),
        (1, 1, True),
    ],
)
def test_a_picture_is_at_most_enlarged_twice_on_the_largest_screen(
    width: int,
    height: int,
    is_small: bool,  # noqa: FBT001
) -> None:
    """TOKENS.md: the slot is 980x784 of 1920x1080, so 1960x1568 of 3840x2160."""
    slide = written("# A\n\n![A](a.png)\n", image=Image("0.jpg", width, height))

    assert bool(found(too_small(slide))) == is_small
    assert found(too_small(written("# A\n\n![A](a.png)\n", image=DRAWING))) == []


def alone(key: str, name: str, width: int = 1920, height: int = 1080) -> Slide:
    return Slide(key, {"en": SlideWords(key)}, Image(name, width, height), is_picture_only=True)


@pytest.mark.parametrize(
    ("slides", "said"),
    [
        ([alone("01 Room", "a.jpg")], []),
        ([alone("01 Hours", "a.png")], ['1 slide is a picture alone: "01 Hours".']),
        ([alone("Slide2", "a.jpg")], ['1 slide is a picture alone: "Slide2".']),
        ([alone("Folie 3", "a.jpg"), alone("x", "a.jpg")], ['1 slide is a picture alone: "Folie 3".']),
        (
            [alone("01 Hours", "a.png"), alone("02 Team", "b.svg")],
            ['2 slides are pictures alone, such as "01 Hours".'],
        ),
        ([alone("01 Room", "a.jpg", 640, 480)], ['1 slide is a small picture: "01 Room".']),
        ([alone("01 Room", "a.jpg", 1920, 10)], []),
        ([Slide("01", {"en": SlideWords("A")}, Image("a.png", 1, 1))], []),
    ],
)
def test_pages_that_may_hold_words_and_small_photographs_are_named_once_a_topic(
    slides: list[Slide], said: list[str]
) -> None:
    assert found(pictures_alone("t", slides)) == said

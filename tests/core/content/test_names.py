import pytest

from kiosk.core.content.names import (
    SlideName,
    did_you_mean,
    language_tag,
    natural_key,
    slide_name,
    title_from,
)


@pytest.mark.parametrize(
    ("stem", "title"),
    [
        ("01-what-is-sciatica", "What is sciatica"),
        ("02 Meet the team", "Meet the team"),
        ("3_pain_relief", "Pain relief"),
        ("04. Follow-up care", "Follow-up care"),
        ("07) Éclair", "Éclair"),
        ("my-photos", "My photos"),
        ("Pictures of us", "Pictures of us"),
        ("Imagine", "Imagine"),
        ("Slide rules", "Slide rules"),
    ],
)
def test_a_file_name_gives_a_title(stem: str, title: str) -> None:
    assert title_from(stem) == title


@pytest.mark.parametrize(
    "stem",
    [
        *(
            "IMG_2034",
            "IMG-20240131-WA0003",
            "IMG_E2034",
            "Slide2",
            "DSC0001",
            "DSC_0001",
            "DSCN1234",
            "Picture 3",
        ),
        *(
            "Screenshot 2024-01-31 at 10.15.00",
            "Screenshot_20240131-101500_Chrome",
            "image1",
            "Image (2)",
            "Folie7",
        ),
        *(
            "20240131_101500",
            "PXL_20240131_101500123",
            "Untitled",
            "01 IMG_2034",
            "WhatsApp Image 2024-01-31",
            "03",
        ),
        *("P1010001", "Diapositiva3", "0b1c2d3e-1a2b-3c4d-5e6f-0123456789ab"),
    ],
)
def test_names_that_cameras_and_office_programs_give_are_no_titles(stem: str) -> None:
    assert title_from(stem) == ""


def test_numbers_in_names_count_as_numbers() -> None:
    names = ["Slide10", "slide2", "Slide1", "1", "02", "a"]

    assert sorted(names, key=natural_key) == ["1", "02", "a", "Slide1", "slide2", "Slide10"]


@pytest.mark.parametrize(
    ("stem", "name"),
    [
        ("01-a", SlideName("01-a")),
        ("01-a.es", SlideName("01-a", "es")),
        ("01-a.PT_br", SlideName("01-a", "pt-BR")),
        ("01-a.zh-hant-tw", SlideName("01-a", "zh-Hant-TW")),
        ("01-a.old", SlideName("01-a", odd_ending="old")),
        ("01 Dr. Smith", SlideName("01 Dr. Smith")),
        ("01 version 1.2", SlideName("01 version 1.2")),
        ("01.es", SlideName("01.es")),
    ],
)
def test_a_slides_name_tells_its_language(stem: str, name: SlideName) -> None:
    assert slide_name(stem) == name


def test_the_clinics_own_tags_are_languages() -> None:
    assert slide_name("01-a.qaa", {"qaa"}) == SlideName("01-a", "qaa")


@pytest.mark.parametrize("text", ["", "english", "e", "e n", "12", "en-", "*"])
def test_what_is_no_tag_is_no_language(text: str) -> None:
    assert language_tag(text) == ""


def test_a_near_name_is_offered_whatever_its_capitals() -> None:
    assert did_you_mean("INHALLER.png", ["inhaler.png", "a.png"]) == 'Did you mean "inhaler.png"?'
    assert did_you_mean("xyz", ["inhaler.png"]) == ""

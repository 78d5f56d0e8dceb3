"""What *How sure are we?* says."""

from __future__ import annotations

from datetime import date

import pytest
from msgspec.structs import replace

from kiosk.core.content.model import BlockStyle, Clinic, Evidence, Review, Source, Topic
from kiosk.core.content.review.reading_grade import grade
from kiosk.core.content.review.written import sentences_in
from kiosk.core.session.reading_time import WORDS_OF_EVIDENCE
from kiosk.core.session.screens import EvidenceOpen, MoreOpen, SlideOpen
from kiosk.core.session.session import Session
from kiosk.core.views.evidence import EvidenceView
from kiosk.core.views.more import MoreView
from kiosk.core.views.slide import SlideView
from kiosk.core.views.view import View, view_of
from tests.catalogs import A_DAY, catalog, slide, topic

NICE = Source("nice", "NICE guideline NG59: sciatica", 2016, "https://www.nice.org.uk/guidance/ng59")
NHS = Source("nhs", "NHS: sciatica")
REVIEWED = Review("Ana Ruiz, physiotherapist", date(2026, 3, 1))


def sourced(
    evidence: Evidence | None, *sources: Source, more: str = "", review: Review | None = None
) -> Topic:
    ids = tuple(source.id for source in sources)
    shown = replace(slide(1, more=more), evidence=evidence, sources=ids)
    return replace(topic(), slides=(shown,), sources=sources, review=review or Review())


def seen(screen: EvidenceOpen | SlideOpen | MoreOpen, shown: Topic, clinic: Clinic | None = None) -> View:
    return view_of(replace(Session.at_start(catalog(shown, clinic=clinic), A_DAY), screen=screen))


def sheet(shown: Topic, clinic: Clinic | None = None) -> EvidenceView:
    view = seen(EvidenceOpen(below=SlideOpen("backs", 0)), shown, clinic)
    assert isinstance(view, EvidenceView)
    return view


def chip(shown: Topic) -> tuple[str, str] | None:
    """What the slide's chip shows and says."""
    view = seen(SlideOpen("backs", 0), shown)
    assert isinstance(view, SlideView)
    return (view.evidence.label, view.evidence.key.spoken) if view.evidence else None


def chip_of_more(shown: Topic) -> str | None:
    view = seen(MoreOpen("backs", 0), shown)
    assert isinstance(view, MoreView)
    return view.evidence.label if view.evidence else None


@pytest.mark.parametrize(
    ("evidence", "label", "bars"),
    [
        (Evidence.GOOD, "Good evidence", 3),
        (Evidence.SOME, "Some evidence", 2),
        (Evidence.LITTLE, "Little evidence", 1),
        (Evidence.NONE_YET, "No good studies yet", 0),
    ],
)
def test_each_word_is_explained_by_what_it_says_and_what_it_does_not_say(
    evidence: Evidence, label: str, bars: int
) -> None:
    view = sheet(sourced(evidence, NICE))
    says, does_not_say = view.meaning
    assert (view.title, view.about) == ("How sure are we?", "Slide 1")
    assert view.mark is not None
    assert (view.mark.label, view.mark.bars) == (label, bars)
    assert not says.startswith("That does not mean")
    assert does_not_say.startswith("That does not mean")


def test_no_two_words_are_explained_alike() -> None:
    meanings = [sheet(sourced(evidence)).meaning for evidence in Evidence]
    assert len({text for meaning in meanings for text in meaning}) == 2 * len(Evidence)


@pytest.mark.parametrize("evidence", Evidence)
def test_the_meaning_is_plain(evidence: Evidence) -> None:
    """standards.md LIT-01, LIT-03: grade 6, no sentence over 20 words, no word of statisticians."""
    view = sheet(sourced(evidence))
    sentences = [sentence for text in view.meaning for sentence in sentences_in(text)]
    assert grade(sentences) <= 6
    assert max(len(sentence.split()) for sentence in sentences) <= 20
    words = " ".join(view.meaning).lower()
    for jargon in ("trial", "certainty", "quality", "significant", "placebo", "outcome", "data"):
        assert jargon not in words


@pytest.mark.parametrize("evidence", [*Evidence, None])
@pytest.mark.parametrize("review", [Review(), Review("A", A_DAY)])
def test_the_idle_limit_counts_every_word_of_the_kiosks_own(
    evidence: Evidence | None, review: Review
) -> None:
    """`WORDS_OF_EVIDENCE` stands in the machine, which cannot see the words; a date has at most six."""
    view = sheet(sourced(evidence, NHS, review=review))
    label = view.mark.label if view.mark else ""
    said = [view.about, view.title, label, *view.meaning, view.sources_title, view.review, view.part_label]
    count = len(" ".join(said).split()) + 6
    assert count <= WORDS_OF_EVIDENCE


def test_a_source_is_told_with_its_year_and_an_address_that_can_be_copied_by_hand() -> None:
    """Nothing is a link: a kiosk has nowhere to go."""
    long = Source("long", "A study", 2020, "https://doi.org/10.1002/14651858.CD001929.pub3/full")
    view = sheet(sourced(Evidence.LITTLE, NICE, NHS, long))
    assert [block.text for block in view.sources] == [
        "NICE guideline NG59: sciatica,\u00a02016\nnice.org.uk/guidance/ng59",
        "NHS: sciatica",
        "A study,\u00a02020",
    ]
    assert {block.style for block in view.sources} == {BlockStyle.BULLET}
    assert view.sources_title == "Where this comes from"


def test_only_the_sources_of_this_slide_are_told_in_its_order() -> None:
    shown = sourced(Evidence.LITTLE, NICE, NHS)
    shown = replace(shown, slides=(replace(shown.slides[0], sources=("nhs", "no such source")),))
    assert [block.text for block in sheet(shown).sources] == ["NHS: sciatica"]


def test_a_slide_without_sources_says_so_and_one_without_studies_does_not_come_from_them() -> None:
    view = sheet(sourced(Evidence.NONE_YET))
    assert [block.text for block in view.sources] == ["We have no source to show for this."]
    assert view.sources_title == "What we looked at"


def test_a_draft_says_that_it_is_one() -> None:
    for review in (Review(), Review("Ana Ruiz"), Review(reviewed_on=A_DAY)):
        view = sheet(sourced(Evidence.LITTLE, review=review))
        assert view.review == "Draft, not yet reviewed by a clinician"
        assert view.reviewed_on is None


def test_a_reviewed_topic_tells_who_and_when_on_the_sheet_and_nothing_over_its_slides() -> None:
    shown = sourced(Evidence.LITTLE, more="Longer text.", review=REVIEWED)
    view = sheet(shown)
    assert view.review == "Last checked on \u2068{date}\u2069 by \u2068Ana Ruiz, physiotherapist\u2069."
    assert view.reviewed_on == date(2026, 3, 1)
    for screen in (SlideOpen("backs", 0), MoreOpen("backs", 0)):
        over = seen(screen, shown)
        assert isinstance(over, SlideView | MoreView)
        assert over.draft == ""


def test_a_name_with_braces_is_only_a_name() -> None:
    view = sheet(sourced(Evidence.LITTLE, review=Review("{0} {name}", A_DAY)))
    assert "\u2068{0} {name}\u2069" in view.review


def test_the_digits_of_the_date_are_those_that_the_clinic_chose() -> None:
    shown = sourced(Evidence.LITTLE, review=REVIEWED)
    assert sheet(shown, Clinic(native_digits=True)).native_digits
    assert not sheet(shown).native_digits


CHIPS: list[tuple[Evidence | None, tuple[Source, ...], str, str | None, str | None]] = [
    # evidence, sources, more, the chip of the slide, that of its Tell me more
    (Evidence.LITTLE, (NICE,), "", "Little evidence", "Little evidence"),
    (Evidence.LITTLE, (), "More.", "Little evidence", "Little evidence"),
    (None, (NICE,), "More.", None, "Sources"),
    (None, (NICE,), "", "Sources", "Sources"),
    (None, (), "More.", None, None),
]


@pytest.mark.parametrize(("evidence", "sources", "more", "on_slide", "on_more"), CHIPS)
def test_sources_alone_are_told_on_tell_me_more_or_else_on_the_slide(
    evidence: Evidence | None,
    sources: tuple[Source, ...],
    more: str,
    on_slide: str | None,
    on_more: str | None,
) -> None:
    """Whoever asks where it comes from is on *Tell me more*; nothing that is named is out of reach."""
    shown = sourced(evidence, *sources, more=more)
    found = chip(shown)
    assert (found[0] if found else None) == on_slide
    assert chip_of_more(shown) == on_more


def test_the_sheet_of_sources_alone_has_no_word_to_explain() -> None:
    view = sheet(sourced(None, NICE))
    assert (view.title, view.mark, view.meaning, view.sources_title) == (
        "Where this comes from",
        None,
        (),
        "",
    )


def test_a_screen_reader_hears_what_the_chip_is_for() -> None:
    assert chip(sourced(Evidence.LITTLE)) == ("Little evidence", "Little evidence. How sure are we?")
    assert chip(sourced(None, NHS)) == ("Sources", "Sources: where this comes from")  # standards.md OPR-10

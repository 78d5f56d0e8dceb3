"""Where pages of a leaflet end, and that frames keep their distance."""

from __future__ import annotations

import pytest

from kiosk.ui.leaflet.stack import Atom, Frame, Stack, pages_of

FRAME = Frame(1, pad=10)


def heights(pages: list[Stack]) -> list[float]:
    return [page.height for page in pages]


def test_a_gap_above_counts_but_at_the_top_of_a_page() -> None:
    atoms = [Atom(40, gap=7) for _ in range(5)]
    assert heights(pages_of(atoms, 100, 100)) == [87, 87, 40]


def test_what_belongs_together_goes_to_the_next_page_together_unless_no_page_could_hold_it() -> None:
    title = Atom(10, keeps_next=True)
    assert heights(pages_of([Atom(85), title, Atom(20)], 100, 100)) == [85, 30]
    long = [Atom(60, keeps_next=True), Atom(60, keeps_next=True), Atom(60)]
    assert heights(pages_of(long, 100, 100)) == [60, 60, 60]


@pytest.mark.parametrize(("gap", "height"), [(0, 20 + 2 * 10 + 10 + 20), (25, 20 + 2 * 10 + 25 + 20)])
def test_what_follows_a_frame_stands_off_it(gap: float, height: float) -> None:
    stack = Stack(100, [Atom(20, frame=FRAME), Atom(20, gap=gap)])
    assert stack.height == height


def test_a_frame_that_is_longer_than_a_page_is_closed_on_each() -> None:
    pages = pages_of([Atom(30, frame=FRAME) for _ in range(4)], 100, 100)
    assert heights(pages) == [10 + 60 + 10] * 2

"""The PIN and its hash (reliability.md section 4, "Staff exit")."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.core.language import translator
from kiosk.core.staff.pin import fits, hash_of, is_hash, refusal

EN = translator("en")


@pytest.mark.parametrize(
    ("pin", "reason"),
    [
        ("", "digits alone"),
        ("12a456", "digits alone"),
        ("١٢٣٤٥٦", "digits alone"),
        ("27591", "too short"),
        ("2759136048275", "too long"),
        ("000000", "three different"),
        ("121212", "three different"),
        ("123456", "follow each other"),
        ("987654", "follow each other"),
        ("567890", "follow each other"),
        ("275275", "repeated"),
    ],
)
def test_a_pin_that_is_easy_to_guess_is_refused_with_a_reason(pin: str, reason: str) -> None:
    assert reason in refusal(pin, EN)


@pytest.mark.parametrize("pin", ["275913", "102938", "112358", "275913604827"])
def test_a_good_pin_is_taken(pin: str) -> None:
    assert refusal(pin, EN) == ""


def test_a_hash_fits_its_pin_alone_and_never_holds_it() -> None:
    kept = hash_of("275913")
    assert fits("275913", kept)
    assert not fits("275914", kept)
    assert "275913" not in kept
    assert kept != hash_of("275913")  # another salt


@pytest.mark.parametrize(
    "kept",
    [
        "",
        "275913",
        "scrypt$32768$8$1$c2FsdA==",
        "scrypt$32768$8$1$c2FsdA==$aGFzaA==",
        "scrypt$3$8$1$c2FsdA==$" + "A" * 43 + "=",
        "scrypt$1073741824$8$1$c2FsdA==$" + "A" * 43 + "=",
        "scrypt$131072$16$1$c2FsdA==$" + "A" * 43 + "=",
        "scrypt$32768$999999$1$c2FsdA==$" + "A" * 43 + "=",
        "scrypt$32768$8$1$$" + "A" * 43 + "=",
        "md5$32768$8$1$c2FsdA==$" + "A" * 43 + "=",
    ],
)
def test_no_pin_fits_a_damaged_hash_and_none_costs_more_than_its_share_of_memory(kept: str) -> None:
    assert not is_hash(kept)
    assert not fits("275913", kept)


@given(st.text(max_size=80))
def test_any_text_in_the_place_of_a_hash_is_no_error(kept: str) -> None:
    assert not fits("275913", kept)

"""The search for removed claims finds each of them, and lets each denial pass."""

from __future__ import annotations

import re

import pytest

from tests.claims import CLAIMS, denied_or_absent

MADE = [
    ("flushes out toxins", "Massage flushes out toxins."),
    ("flushes out toxins", "A detox for your back."),
    ("keeps it from coming back", "Massage prevents new pain."),
    ("keeps it from coming back", "Less pain is coming back with regular massage."),
    ("takes pressure off the nerve", "It takes pressure off the nerve."),
    ("takes pressure off the nerve", "Massage decompresses the nerve."),
    ("puts the disc back", "Strong hands put the disc back."),
    ("lowers inflammation", "Massage lowers inflammation."),
    ("lowers inflammation", "It brings down swelling in the nerve."),
    ("treats the cause", "It works on the root cause."),
    ("treats the cause", "Massage treats the nerve itself."),
    ("is better than drugs", "It is safer than pills."),
    ("lets you stop a medicine", "Soon you can stop your medicine."),
    ("improves circulation", "Massage improves circulation."),
    ("has no side effects", "Side effects are unknown to it."),
    ("gives lasting relief", "Regular massage gives lasting relief."),
    ("cures or heals", "Massage cures sciatica."),
    ("is recommended", "The NICE guide recommends massage."),
    ("helps, without a hedge", "Massage eases back pain."),
]
DENIED = [
    "Massage does not remove toxins.",
    "Massage has not been shown to stop this.",
    "It does not move a disc or take pressure off the nerve.",
    "Massage has not been shown to bring down swelling around the nerve.",
    "It does not fix the cause of sciatica.",
    "It is never a reason to stop a medicine.",
    "It cannot cure sciatica.",
    "We do not know if massage helps sciatica.",
    "Massage may ease back pain for a short time.",
    "That is not free of risk.",
]


@pytest.mark.parametrize(("claim", "sentence"), MADE)
def test_a_removed_claim_is_found(claim: str, sentence: str) -> None:
    assert re.search(CLAIMS[claim], sentence, re.IGNORECASE)
    assert not denied_or_absent(sentence)


def test_every_claim_has_an_example() -> None:
    assert {claim for claim, _ in MADE} == set(CLAIMS)


@pytest.mark.parametrize("sentence", DENIED)
def test_a_denial_or_a_hedge_passes(sentence: str) -> None:
    assert denied_or_absent(sentence)


def test_a_denial_after_the_claim_does_not_help() -> None:
    assert not denied_or_absent("Massage removes toxins, no doubt.")

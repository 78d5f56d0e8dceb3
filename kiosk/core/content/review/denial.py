"""Whether a sentence says something, or says that it is not so."""

from __future__ import annotations

import re

_WINDOW = 8
"""Words before a claim in which a denial counts: our own limit."""

_NEAR = 200  # characters: what is looked at of a sentence that is endless on purpose

_DENIAL = re.compile(
    r"\b(?:not(?!\s+(?:only|just|merely))|no|never|cannot|nor|neither|nothing|nobody|none|without|unlikely|hardly"
    r"|myth|false|doubt\w*|if|whether|before|unless)\b|n['’]t\b",  # noqa: RUF001 - both apostrophes
    re.IGNORECASE,
)
_DENIED_AFTER = re.compile(
    r"\b(?:myth|false|untrue|wrong|unproven|not\s+(?:true|proven|shown|known))\b", re.IGNORECASE
)
# What stands before these belongs to another statement: "It is not new, and it removes toxins".
_TURN = re.compile(
    r"[;:\u2013\u2014]|\b(?:but|yet)\b|(?:,\s*(?:and\s+)?|\band\s+)(?=(?:it|you|we|they|this|these)\b)",
    re.IGNORECASE,
)
# After "does not" only a verb without s goes on denying: "does not last and removes toxins".
_NEXT_VERB = re.compile(r",|\band\b", re.IGNORECASE)
_INFLECTED = re.compile(r"\w+s\b")
_ASKED = re.compile(r"[?？][\s\"'”’»)\]]*$")  # noqa: RUF001 - closing quotes, full width


def is_denied(sentence: str, start: int, end: int) -> bool:
    """Whether what stands from `start` to `end` is asked, denied or doubted by its sentence."""
    if _ASKED.search(sentence[-10:]):
        return True
    before = _TURN.split(sentence[max(0, start - _NEAR) : start])[-1]
    if _INFLECTED.match(sentence, start):
        before = _NEXT_VERB.split(before)[-1]
    near = " ".join(before.split()[-_WINDOW:])
    return bool(_DENIAL.search(near) or _DENIED_AFTER.search(sentence[end : end + _NEAR]))

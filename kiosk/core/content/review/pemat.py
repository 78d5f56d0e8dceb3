"""What this review can see of PEMAT-P, the Patient Education Materials Assessment Tool for printed materials.

Agency for Healthcare Research and Quality; the numbers are those of the shared list of 26, of which 13 and 14 are
for sound and film (standards, section 2). A program finds faults and never a score: two people give that.
"""

from __future__ import annotations

SEEN = {
    3: "everyday language: reading grade",
    4: "medical words explained",
    5: "active voice",
    6: "numbers: percentages",
    8: "short sections: words, sentences and lists",
    9: "headings: every slide has a title",
    11: "a summary",
    17: "captions",
    19: "tables: there are none",
    20: "something to do",
}
"""Items of which faults are found, and by which sign."""

LEFT_TO_PEOPLE = (1, 2, 7, 10, 12, 15, 16, 18, 21, 22, 23, 24, 25, 26)


def in_one_line() -> str:
    return (
        f"PEMAT-P, a checklist for patient texts: this review looks for faults in its items {_listed(SEEN)}. "
        f"Only people can judge {_listed(LEFT_TO_PEOPLE)}, and how well the others are done."
    )


def _listed(numbers: object) -> str:
    *first, last = map(str, numbers)  # type: ignore[call-overload]
    return f"{', '.join(first)} and {last}"

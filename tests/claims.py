"""What a patient must not be promised of massage: standards.md 4.5, as expressions. A denial is no promise.

Stricter than the review that every clinic gets, and apart from it: our own topic may not so much as touch these.
"""

from __future__ import annotations

import re

CLAIMS = {
    "flushes out toxins": r"toxin|detox",
    "keeps it from coming back": r"\bprevent|\bcoming back\b|\bstops? (?:this|flare|new pain)|\bno more pain",
    "takes pressure off the nerve": r"pressure off|compress|\bfree[sd]? the nerve|\b(?:un)?pinch",
    "puts the disc back": r"\b(?:moves?|puts?|push(?:es)?|slips?) (?:a|the|your) disc",
    "lowers inflammation": r"inflam|\b(?:bring|lower|reduc|calm)\w* (?:down )?(?:swelling|swollen)",
    "treats the cause": r"\b(?:root|underlying) cause|\b(?:fix|treat|address)(?:e?s)? the (?:cause|nerve)|\bunlike\b",
    "is better than drugs": r"\b(?:better|safer) than\b|\binstead of\b",
    "lets you stop a medicine": r"\b(?:stop|skip|drop) (?:\w+ ){0,2}(?:medicine|pill|drug|to have)",
    "improves circulation": r"circulation|endorphin|oxygen|nutrient",
    "has no side effects": r"side effect|\bharmless|\b(?:risk-free|free of risk)|\b(?:quite|fully|always) safe",
    "gives lasting relief": r"\blasting relief|\brelief (?:that )?lasts|\blong-term|\bpermanent|\bfor good\b",
    "cures or heals": r"\bcur(?:e|es|ed|ing)\b|\bheal(?:s|ed|ing)?\b|\bguarantee|\bpromise",
    "is recommended": r"\brecommend",
    "helps, without a hedge": r"\bmassage (?:eases|reduces|relieves|helps|lowers|improves|stops|loosens|warms|works)\b",
}
_CLAIM = re.compile("|".join(CLAIMS.values()), re.IGNORECASE)
_DENIAL = re.compile(r"\b(?:not|no|cannot|never|none|nothing|if|whether)\b(?:\W+\w+){0,9}\W*$", re.IGNORECASE)


def denied_or_absent(sentence: str) -> bool:
    """Whether each claim in it, if any, is denied or left open by a word at most nine words before it."""
    return all(_DENIAL.search(sentence[: claim.start()]) for claim in _CLAIM.finditer(sentence))

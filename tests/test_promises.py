"""docs/security.md and docs/reliability.md promise nothing that no test proves."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.proofs import LINK, ROOT, missing_tests, rows_in

SECURITY, RELIABILITY = (ROOT / "docs" / f"{name}.md" for name in ("security", "reliability"))
THREATS = [(threat, proof) for threat, _against, _how_far, proof in rows_in(SECURITY, 4)]
PROMISES = rows_in(RELIABILITY, 3)


@pytest.mark.parametrize("page", [SECURITY, RELIABILITY], ids=lambda page: page.stem)
def test_each_test_that_is_named_exists(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    assert len(set(LINK.findall(text))) > 40
    assert missing_tests(text) == []


def test_a_test_that_is_gone_would_be_noticed() -> None:
    named = "`test_promises.py::test_that_nobody_wrote` `test_promises.py` `ui/test_of_nothing.py`"
    assert missing_tests(named) == ["test_promises.py::test_that_nobody_wrote", "ui/test_of_nothing.py::"]


@pytest.mark.parametrize(("threat", "proof"), THREATS, ids=[threat for threat, _ in THREATS])
def test_what_stands_against_a_threat_has_its_tests(threat: str, proof: str) -> None:
    assert LINK.findall(proof)
    assert LINK.sub("", proof).strip() == "", "beside tests nothing else stands there"


@pytest.mark.parametrize(("promise", "proof", "seen"), PROMISES, ids=[promise for promise, _, _ in PROMISES])
def test_a_promise_has_its_tests_and_what_was_seen(promise: str, proof: str, seen: str) -> None:
    assert LINK.findall(proof)
    assert LINK.sub("", proof).strip() == "", "beside tests nothing else stands there"
    assert any(sign.isdigit() for sign in seen)


def test_who_is_meant_and_what_is_not_protected_is_told() -> None:
    text = SECURITY.read_text(encoding="utf-8")
    for who in (
        "patient",
        "passes by",
        "content folder",
        "stick",
        "network folder",
        "network",
        "thief",
        "install.md",
    ):
        assert who in text
    assert len(THREATS) >= 25
    assert len(PROMISES) >= 40


def test_both_pages_are_named_in_the_readme() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert all(f"(docs/{page.name})" in readme for page in (SECURITY, RELIABILITY))

"""The soak's clinic changes its content without an end, and the content stays as large as it was."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

from kiosk.core.content.fingerprint import fingerprint
from tests.soak.clinic import PHOTOS, TOPICS, Clinic


def topics(root: Path) -> set[str]:
    return {path.name for path in root.iterdir() if path.is_dir()}


def test_it_does_something_nearly_every_time_and_nothing_piles_up(tmp_path: Path) -> None:
    clinic = Clinic(tmp_path / "content", "a seed")
    states = [fingerprint(tmp_path / "content")]
    for _ in range(40):
        clinic.change()
        states.append(fingerprint(tmp_path / "content"))
    changed = sum(before != after for before, after in pairwise(states))
    assert changed > 25
    assert clinic.changes == 40
    most = {"sciatica-massage", "photos", "damaged", *(f"topic-{number}" for number in range(TOPICS))}
    assert topics(tmp_path / "content") <= most
    assert len(list((tmp_path / "content" / "photos").glob("*.jpg"))) == PHOTOS


def test_the_same_seed_does_the_same(tmp_path: Path) -> None:
    ends = []
    for name in ("one", "two"):
        clinic = Clinic(tmp_path / name / "content", "a seed")
        for _ in range(10):
            clinic.change()
        root = tmp_path / name / "content"
        files = (
            path for path in root.rglob("*") if path.is_file() and path.suffix != ".jpg"
        )  # noise is chance
        ends.append({path.relative_to(root): path.read_bytes() for path in files})
    assert ends[0] == ends[1]

"""Hostile content by a fuzzer that follows the branches of the readers. Run by hand; atheris is no dependency.

    python3 -m pip install atheris
    python3 -m tests.core.content.coverage_fuzz slide -max_total_time=300

The first word is the kind of file (`hostile_content.PLACES`); what follows is libFuzzer's.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["kiosk.core", "polib", "markdown_it", "tomllib"]):
    from tests.core.content.hostile_content import PLACES, Trial, seeds


def main() -> None:
    kind, *options = sys.argv[1:]
    if kind not in PLACES:
        raise SystemExit(f"The first word is one of: {', '.join(PLACES)}.")
    with tempfile.TemporaryDirectory(prefix="kiosk-fuzz-") as name:
        corpus, trial = Path(name) / "corpus", Trial(Path(name))
        corpus.mkdir()
        for number, seed in enumerate(seeds()[kind]):
            (corpus / f"{number:04}").write_bytes(seed)
        atheris.Setup([sys.argv[0], *options, str(corpus)], lambda data: trial.survive(kind, data))
        atheris.Fuzz()


if __name__ == "__main__":
    main()

"""Makes what is made of docs/staff.md.

python -m assets.guide pictures       its pictures anew, in docs/images
python -m assets.guide pdf FILE.pdf   the guide for print
"""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from assets.guide.paper import write_pdf
from assets.guide.screenshots import PICTURES, draw_all
from assets.guide.text import ROOT, read_guide


def main(arguments: list[str]) -> int:
    """Return 2 where it is not clear what is wanted."""
    match arguments:
        case ["pictures"]:
            with tempfile.TemporaryDirectory(prefix="kiosk-guide-") as folder:
                for file in draw_all(read_guide(), ROOT / "content", Path(folder), PICTURES):
                    print(f"{file.relative_to(ROOT)}  {file.stat().st_size / 1000:.0f} KB")
        case ["pdf", file]:
            write_pdf(read_guide(), Path(file))
        case _:
            sys.stderr.write(f"{__doc__}\n")
            return 2
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

"""`kiosk insights --csv`: the counts as they may be shown. It changes nothing, also while the kiosk runs."""

from __future__ import annotations

import sys
from pathlib import Path

from kiosk.core.insights.usage import as_csv
from kiosk.ops.clocks import clinic_day
from kiosk.ops.insights_files import InsightsFolder
from kiosk.ops.places import data_folder


def show_insights(data: Path | None) -> int:
    """Return 1 where a month cannot be read; the others are printed all the same."""
    days, faulty = InsightsFolder(data or data_folder()).days()
    # As bytes: on Windows a text would get another end of line, and not every letter of a folder's name.
    sys.stdout.buffer.write(as_csv(days, clinic_day()).encode())
    sys.stdout.buffer.flush()
    for name in faulty:
        sys.stderr.write(f"kiosk: {name} cannot be read; its counts are left out.\n")
    return int(bool(faulty))

"""Where the folder lies, and what the looker leaves in it."""

from __future__ import annotations

from pathlib import Path

import pytest

from kiosk.ops.looker import Looker, kind_of_place

MOUNTS = """\
21 1 254:0 / / rw,relatime - ext4 /dev/root rw
40 21 0:45 / /mnt/kiosk\\040share rw,relatime shared:20 - cifs //server/share rw
41 21 0:46 / /mnt/kiosk rw - nfs4 server:/kiosk rw
42 41 8:1 / /mnt/kiosk/stick rw - vfat /dev/sda1 rw
"""


@pytest.mark.parametrize(
    ("place", "kind"),
    [
        ("/home/clinic/content", "ext4"),
        ("/mnt/kiosk share/content", "cifs"),
        ("/mnt/kiosk", "nfs4"),
        ("/mnt/kiosk/content", "nfs4"),
        ("/mnt/kiosk2/content", "ext4"),
        ("/mnt/kiosk/stick/content", "vfat"),
    ],
)
def test_the_kind_of_file_system_is_that_of_the_nearest_mount(place: str, kind: str) -> None:
    assert kind_of_place(place, MOUNTS) == kind


def test_the_report_is_read_by_notepad(tmp_path: Path) -> None:
    """UTF-8 with its mark, without which Windows takes é for two letters."""
    looker = Looker(tmp_path)
    looker.write_report("Café\r\n")
    looker.look()
    assert (tmp_path / "CONTENT-REPORT.txt").read_bytes() == b"\xef\xbb\xbfCaf\xc3\xa9\r\n"


def test_the_report_is_no_change_of_the_content(tmp_path: Path) -> None:
    looker = Looker(tmp_path)
    looker.look()
    before = looker.take()
    looker.write_report("Anything")
    looker.look()
    looker.look()
    after = looker.take()
    assert before
    assert after
    assert after.fingerprint == before.fingerprint

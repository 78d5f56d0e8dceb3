"""Looks at the content folder every two seconds, and writes the report into it; nothing else of the window does.

A dead share blocks whoever asks it for minutes: here that is a thread for which nobody waits.
"""

from __future__ import annotations

import logging
import queue
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from time import monotonic

from msgspec import Struct

from kiosk.core.content.files import REPORT
from kiosk.core.content.fingerprint import Fingerprint, fingerprint
from kiosk.core.content.snapshot import write_whole

_log = logging.getLogger(__name__)
LOOK_SECONDS = 2.0
FOR_ALL_TO_READ = 0o644
"""The report lies among the files of staff, who are another user than the kiosk."""
_NETWORK_KINDS = frozenset(
    {
        "9p",
        "afs",
        "afpfs",
        "ceph",
        "cifs",
        "davfs",
        "fuse.davfs2",
        "fuse.rclone",
        "fuse.sshfs",
        "glusterfs",
        "ncpfs",
    }
    | {"nfs", "nfs4", "prl_fs", "smb3", "smbfs", "vboxsf", "vmhgfs", "fuse.vmhgfs-fuse", "webdav"}
)


class Look(Struct, frozen=True):
    """What the folder looked like at `at`, in seconds of the looker's clock."""

    fingerprint: Fingerprint
    is_network: bool
    at: float


class Looker:
    """`found` is called after each look, from the looker's own thread."""

    def __init__(
        self, root: Path, found: Callable[[], None] = lambda: None, clock: Callable[[], float] = monotonic
    ) -> None:
        self._root, self._found, self._clock = root, found, clock
        self._reports: queue.SimpleQueue[str] = queue.SimpleQueue()
        self._looks: queue.SimpleQueue[Look] = queue.SimpleQueue()
        self._wake, self._is_over = threading.Event(), False
        self._began: float | None = None

    def start(self) -> None:
        threading.Thread(target=self._run, name="content-looker", daemon=True).start()

    def end(self) -> None:
        self._is_over = True
        self._wake.set()

    def look_now(self) -> None:
        self._wake.set()

    def write_report(self, text: str) -> None:
        """Put the report beside the content at the next occasion, where that folder can be written."""
        self._reports.put(text)
        self._wake.set()

    def take(self) -> Look | None:
        """The newest look that was not taken before."""
        look = None
        while not self._looks.empty():
            look = self._looks.get()
        return look

    def silent_seconds(self) -> float:
        """How long the look that is under way has been waiting for the folder."""
        began = self._began
        return 0.0 if began is None else self._clock() - began

    def look(self) -> None:
        """One look, on the calling thread."""
        self._began = self._clock()
        seen = fingerprint(self._root)
        is_network = seen.is_there and is_on_network(self._root)
        text = None
        while not self._reports.empty():
            text = self._reports.get()
        if text is not None and seen.is_there:
            self._write(text)
        self._looks.put(Look(seen, is_network, self._clock()))
        self._began = None

    def _run(self) -> None:
        while not self._is_over:
            try:
                self.look()
            except Exception:  # noqa: BLE001 - the next look may go well
                _log.exception("Looking at the content folder failed; it is tried again.")
                self._began = None
            self._found()
            self._wake.wait(LOOK_SECONDS)
            self._wake.clear()

    def _write(self, text: str) -> None:
        path, data = self._root / REPORT, text.encode("utf-8-sig")
        try:
            if not path.is_file() or path.read_bytes() != data:
                write_whole(path, data, FOR_ALL_TO_READ)
        except OSError:
            _log.info("The content folder cannot be written; the report is left out.")


def is_on_network(root: Path) -> bool:
    """Whether the folder lies on another machine, as far as this system tells."""
    place = str(root.resolve())
    if sys.platform == "win32":
        import ctypes  # noqa: PLC0415

        return (
            place.startswith("\\\\") or ctypes.windll.kernel32.GetDriveTypeW(root.anchor) == 4
        )  # DRIVE_REMOTE
    if sys.platform == "darwin":
        return place.startswith("/Volumes/")  # sticks too: they are slow enough
    try:
        mounts = Path("/proc/self/mountinfo").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return False
    return kind_of_place(place, mounts) in _NETWORK_KINDS


def kind_of_place(place: str, mounts: str) -> str:
    """The kind of file system that holds the place, from the text of /proc/self/mountinfo."""
    best, kind = "", ""
    for line in mounts.splitlines():
        mounted, _, told = line.partition(" - ")
        point = mounted.split(" ")[4].replace("\\040", " ")
        if (place + "/").startswith(point.rstrip("/") + "/") and len(point) >= len(best):
            best, kind = point, told.split(" ")[0]
    return kind

"""A CUPS of its own: in one folder, reached by a socket in it, by nobody else.

Its printer is a backend of ours that keeps what it gets, or says that its paper is jammed for as long as there is a
file of that name.
"""

from __future__ import annotations

import os
import subprocess
import time
from pathlib import Path

QUEUE = "Lobby"
_BACKEND = """#!/bin/sh
[ $# = 0 ] && exit 0
if [ -e {folder}/jam ]; then
    echo "STATE: +media-jam-error" >&2
    while [ -e {folder}/jam ]; do sleep 0.1; done
    exit 1
fi
cat "${{6:--}}" > {printed}
"""


class Cups:
    """Runs from `start` to `stop`; what is printed lies in `printed`."""

    def __init__(self, folder: Path) -> None:
        self._folder, self.socket, self.printed = (
            folder,
            folder / "cups.sock",
            folder / "tray" / "printed.pdf",
        )
        self.jam = folder / "jam"
        self._backend = folder / "bin" / "backend" / "tray"
        folder.chmod(0o755)
        for name in ("spool/tmp", "cache", "state", "root", "tray", "bin/backend"):
            (folder / name).mkdir(parents=True)
        for name in ("daemon", "filter"):
            (folder / "bin" / name).symlink_to(Path("/usr/lib/cups") / name)
        self.printed.parent.chmod(0o777)  # CUPS gives its backends away to a user of its own
        self._backend.write_text(_BACKEND.format(folder=folder, printed=self.printed))
        self._backend.chmod(0o755)
        (folder / "cupsd.conf").write_text(
            f"Listen {self.socket}\nWebInterface No\nBrowsing No\nDefaultAuthType None\nJobRetryInterval 1\n"
            "<Location />\nOrder allow,deny\nAllow all\n</Location>\n<Policy default>\n<Limit All>\n"
            "Order deny,allow\n</Limit>\n</Policy>\n"
        )
        (folder / "cups-files.conf").write_text(
            f"ServerBin {folder / 'bin'}\nServerRoot {folder / 'root'}\nRequestRoot {folder / 'spool'}\n"
            f"TempDir {folder / 'spool/tmp'}\n"
            f"CacheDir {folder / 'cache'}\nStateDir {folder / 'state'}\nAccessLog {folder / 'access'}\n"
            f"ErrorLog {folder / 'errors'}\nPageLog {folder / 'pages'}\n"
        )

    def start(self) -> None:
        self._server = subprocess.Popen(  # noqa: S603 - Debian's own
            [
                "/usr/sbin/cupsd",
                "-f",
                "-c",
                self._folder / "cupsd.conf",
                "-s",
                self._folder / "cups-files.conf",
            ]
        )
        command = ["/usr/sbin/lpadmin", "-h", str(self.socket), "-p", QUEUE, "-E", "-v", "tray:/"]
        ends = time.monotonic() + 20
        while subprocess.run(command, capture_output=True, check=False).returncode:  # noqa: S603 - as above
            assert time.monotonic() < ends, (self._folder / "errors").read_text()
            assert self._server.poll() is None

    def command(self, *words: str) -> str:
        done = subprocess.run(  # noqa: S603 - as above
            words, capture_output=True, check=True, text=True, env=self.environment
        )
        return done.stdout

    @property
    def environment(self) -> dict[str, str]:
        return {**os.environ, "CUPS_SERVER": str(self.socket), "LC_ALL": "C"}

    def stop(self) -> None:
        self._server.terminate()
        self._server.wait(10)

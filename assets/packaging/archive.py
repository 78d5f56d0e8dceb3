"""Pack a bundle, byte for byte the same from the same files.

`python -m assets.packaging.archive FOLDER ARCHIVE.tar.xz`. Links stay links, for a bundle is full of them. Names are
sorted, everything belongs to root and has the time of the commit.
"""

from __future__ import annotations

import lzma
import subprocess
import sys
import tarfile
from pathlib import Path

ROOT = Path(__file__).parents[2]
FILTERS = [{"id": lzma.FILTER_X86}, {"id": lzma.FILTER_LZMA2, "preset": 9, "dict_size": 1 << 26}]
BEGINNING_OF_ZIP = 315532800
"""The first of January 1980: what stands in for the time of a commit where there is no git."""


def time_of_commit() -> int:
    command = ["git", "log", "-1", "--format=%ct"]
    try:
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)  # noqa: S603
        return int(done.stdout)
    except (OSError, ValueError, subprocess.CalledProcessError):
        return BEGINNING_OF_ZIP


def pack(folder: Path, archive: Path, moment: int) -> None:
    def as_always(entry: tarfile.TarInfo) -> tarfile.TarInfo:
        entry.uid = entry.gid = 0
        entry.uname = entry.gname = "root"
        entry.mtime = moment
        entry.mode = 0o755 if entry.isdir() or entry.mode & 0o100 else 0o644
        return entry

    unfinished = archive.with_name(f"{archive.name}.new")
    with (
        lzma.open(unfinished, "wb", filters=FILTERS) as packed,
        tarfile.open(fileobj=packed, mode="w", format=tarfile.PAX_FORMAT) as made,
    ):
        for path in [folder, *sorted(folder.rglob("*"))]:
            name = path.relative_to(folder.parent).as_posix()
            made.add(path, name, recursive=False, filter=as_always)
    unfinished.replace(archive)


if __name__ == "__main__":
    pack(Path(sys.argv[1]), Path(sys.argv[2]), time_of_commit())

"""The safe view of a content folder: which files count, and their bytes under a limit.

Only an allow-list of endings counts. Nothing is opened that is not an ordinary file inside the folder.
"""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from kiosk.core.content.litter import is_arriving, is_conflict, is_litter, is_stamped_as_arriving
from kiosk.core.content.names import nfc, printable
from kiosk.core.content.problems import Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

REPORT = "CONTENT-REPORT.txt"
MANIFEST = "manifest.sha256"

SLIDE_ENDINGS = frozenset({".md", ".txt"})
PICTURE_ENDINGS = frozenset({".png", ".jpg", ".jpeg", ".webp", ".gif", ".svg"})
# Listed so that a problem can say what to do with them.
OTHER_PICTURE_ENDINGS = frozenset(
    {
        ".heic",
        ".heif",
        ".avif",
        ".bmp",
        ".tif",
        ".tiff",
        ".svgz",
        ".jfif",
        ".psd",
        ".ai",
        ".eps",
        ".emf",
        ".wmf",
    }
)
DECK_ENDING = ".pptx"
OTHER_DECK_ENDINGS = frozenset(
    {".ppt", ".pps", ".pot", ".pptm", ".ppsx", ".ppsm", ".potx", ".potm", ".odp", ".fodp", ".key"}
)
DOCUMENT_ENDINGS = frozenset(
    {".doc", ".docx", ".odt", ".rtf", ".pdf", ".pages", ".htm", ".html", DECK_ENDING, *OTHER_DECK_ENDINGS}
)
SOUND_ENDINGS = frozenset({".wav", ".mp3", ".ogg", ".m4a", ".flac"})
CAPTION_ENDING = ".vtt"
COUNTED_ENDINGS = (
    SLIDE_ENDINGS
    | PICTURE_ENDINGS
    | OTHER_PICTURE_ENDINGS
    | DOCUMENT_ENDINGS
    | SOUND_ENDINGS
    | frozenset({".toml", ".po", CAPTION_ENDING})
)

TEXT_LIMIT = 1_000_000  # bytes
PICTURE_LIMIT = 60_000_000  # bytes
_DEEPEST = 5
_MOST_FILES = 100_000

# Names that a Windows machine cannot hold.
_NOT_PORTABLE = re.compile(
    r'(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\..*)?|.*[. ]|.*[<>:"|?*\\].*', re.IGNORECASE
)
_JUNCTION = 0xA0000003  # IO_REPARSE_TAG_MOUNT_POINT; Path.is_junction comes with Python 3.12


class NotAContentFolder(Exception):  # noqa: N818 - says what is the matter, in a sentence for the person who asked
    pass


class Unreadable(Exception):  # noqa: N818 - carries the two sentences of a problem
    def __init__(self, found: str, mend: str) -> None:
        super().__init__(found)
        self.found = found
        self.mend = mend


@dataclass(frozen=True, slots=True)
class File:
    """`name` is relative, with slashes and in NFC; `path` is where the system has it."""

    name: str
    path: str
    size: int
    mtime_ns: int

    @property
    def base(self) -> str:
        return self.name.rpartition("/")[2]

    @property
    def stem(self) -> str:
        return PurePosixPath(self.name).stem

    @property
    def ending(self) -> str:
        return PurePosixPath(self.name).suffix.lower()


@dataclass(slots=True)
class Listing:
    """`folders` are the names of the topic folders; `by_folded` finds a file in any case of letters.

    `arriving` are files that a copying program has not finished: name, bytes, time. `read` is how a file is read;
    `go_on` is told again and again which file is being worked at, where that takes long.
    """

    files: dict[str, File] = field(default_factory=dict)
    folders: list[str] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    by_folded: dict[str, str] = field(default_factory=dict)
    arriving: list[tuple[str, int, int]] = field(default_factory=list)
    manifest: File | None = None
    is_full: bool = False
    read: Callable[[File, int], bytes] = field(default_factory=lambda: read_file)
    go_on: Callable[[File], None] = lambda _: None

    def add(self, file: File) -> None:
        folded = file.name.casefold()
        twin = self.by_folded.get(folded)
        if file.name in self.files:
            found = "two files have this name; they differ only in how an accent is written."
            self.report(file.name, found, "The second one is not shown.", "Delete one of them.")
            return
        if twin:
            self.problems.append(_case_twins(file.name, twin))
        self.by_folded.setdefault(folded, file.name)
        self.files[file.name] = file

    def report(
        self, name: str, found: str, shown: str, mend: str, severity: Severity = Severity.NOT_SHOWN
    ) -> None:
        self.problems.append(Problem(printable(name), 0, severity, found, shown, mend))


def _case_twins(name: str, twin: str) -> Problem:
    return Problem(
        name,
        0,
        Severity.WARNING,
        f'its name differs from "{twin.rpartition("/")[2]}" only in capital letters.',
        "On a Windows machine only one of them would be left.",
        "Give one of them another name.",
    )


def list_files(root: Path) -> Listing:
    """Every file that counts, in the order of their names. Raises NotAContentFolder."""
    real_root = os.path.realpath(root)
    try:
        with os.scandir(real_root):
            pass
    except OSError as fault:
        raise NotAContentFolder(_why_no_folder(root, fault)) from fault
    listing = Listing()
    waiting = [("", real_root, 0)]
    while waiting and not listing.is_full:
        folder, path, depth = waiting.pop()
        inner = sorted(_look_into(listing, real_root, folder, path, depth), reverse=True)
        if depth == 0:
            listing.folders = [name for name, _, _ in reversed(inner)]
        waiting.extend(inner)
    return listing


def _why_no_folder(root: Path, fault: OSError) -> str:
    if isinstance(fault, FileNotFoundError):
        return f'There is no folder "{printable(str(root))}".'
    if isinstance(fault, NotADirectoryError):
        return f'"{printable(str(root))}" is a file, not a folder.'
    return f'The folder "{printable(str(root))}" cannot be read. Ask IT to allow it.'


def _look_into(
    listing: Listing, real_root: str, folder: str, path: str, depth: int
) -> Iterator[tuple[str, str, int]]:
    """Adds the files of one folder and yields the folders in it."""
    try:
        with os.scandir(path) as found:
            entries = sorted(found, key=lambda entry: entry.name)
    except OSError:
        mend = "Ask IT to allow the kiosk to read it."
        listing.report(folder, "this folder cannot be opened.", "Nothing of it is shown.", mend)
        return
    for entry in entries:
        name = folder + nfc(entry.name)
        if is_litter(entry.name):
            if is_arriving(entry.name):
                _add_arriving(listing, entry, name)
            continue
        if _is_badly_named(listing, entry.name, name):
            continue
        status, place = _status(listing, real_root, entry, name)
        if status is None:
            continue
        if stat.S_ISDIR(status.st_mode):
            if depth >= _DEEPEST:
                mend = "Move it up."
                listing.report(
                    name, "this folder lies too deep inside other folders.", "Nothing of it is shown.", mend
                )
            else:
                yield name + "/", place, depth + 1
        elif name == MANIFEST and stat.S_ISREG(status.st_mode):
            listing.manifest = File(name, place, status.st_size, status.st_mtime_ns)
        elif PurePosixPath(name).suffix.lower() in COUNTED_ENDINGS:
            _add(listing, name, place, status)
        if listing.is_full:
            return


def _add(listing: Listing, name: str, place: str, status: os.stat_result) -> None:
    if not stat.S_ISREG(status.st_mode):
        listing.report(name, "this is no ordinary file.", "It is not shown.", "Delete it.")
    elif is_conflict(name):
        mend = "Compare it with the original, then delete it."
        found = "two people changed this file at once; this is the copy of one of them."
        listing.report(name, found, "The copy is not shown.", mend, Severity.ADVICE)
    elif len(listing.files) >= _MOST_FILES:
        listing.is_full = True
        found = f"this folder holds more than {_MOST_FILES:,} files."
        listing.report(name, found, "The rest is not shown.", "Move what the kiosk does not need elsewhere.")
    else:
        if is_stamped_as_arriving(status.st_mtime_ns):
            listing.arriving.append((name, status.st_size, status.st_mtime_ns))
        listing.add(File(name, place, status.st_size, status.st_mtime_ns))


def _add_arriving(listing: Listing, entry: os.DirEntry[str], name: str) -> None:
    try:
        status = entry.stat(follow_symlinks=False)
    except OSError:
        return
    listing.arriving.append((name, status.st_size, status.st_mtime_ns))


def _is_badly_named(listing: Listing, raw: str, name: str) -> bool:
    """Whether the name cannot be used at all; names that only Windows refuses are reported and used."""
    if not raw.isprintable() or any("\ud800" <= letter <= "\udfff" for letter in raw):
        mend = "Give it a name of ordinary letters."
        listing.report(name, "its name holds signs that cannot be shown.", "It is not shown.", mend)
        return True
    if _NOT_PORTABLE.fullmatch(raw):
        found = "Windows machines cannot hold a file of this name."
        mend = "Give it a name of ordinary letters, with no space or dot at the end."
        listing.report(name, found, "It is shown here.", mend, Severity.WARNING)
    return False


def _status(
    listing: Listing, real_root: str, entry: os.DirEntry[str], name: str
) -> tuple[os.stat_result | None, str]:
    """The state of the entry or of what it links to, and its true place; None if it must not be read."""
    try:
        status = entry.stat(follow_symlinks=False)
        if getattr(status, "st_reparse_tag", 0) == _JUNCTION:
            _report_link(listing, name)
            return None, entry.path
        if not stat.S_ISLNK(status.st_mode):
            return status, entry.path
        place = os.path.realpath(entry.path)
        status = os.lstat(place)
    except OSError:
        if PurePosixPath(name).suffix.lower() in COUNTED_ENDINGS or entry.is_symlink():
            listing.report(name, "this file cannot be opened.", "It is not shown.", "Copy it here again.")
        return None, entry.path
    if not place.startswith(real_root.rstrip(os.sep) + os.sep) or not stat.S_ISREG(status.st_mode):
        _report_link(listing, name)
        return None, place
    return status, place


def _report_link(listing: Listing, name: str) -> None:
    mend = "Copy what it leads to into its place."
    listing.report(name, "this is a link that leads elsewhere.", "It is not followed.", mend)


def read_file(file: File, limit: int) -> bytes:
    """All bytes of the file. Raises Unreadable, with the sentences of the problem."""
    if file.size > limit:
        raise Unreadable(f"this file is larger than {limit // 1_000_000} MB.", "Make it smaller.")
    if file.size == 0:
        raise Unreadable("this file is empty.", "Copy it here again.")
    # What was an ordinary file when listed may be a pipe by now: never wait for one, never follow a link.
    flags = (
        os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
    )
    try:
        with open(os.open(file.path, flags), "rb") as opened:  # noqa: PTH123 - a descriptor, not a path
            if not stat.S_ISREG(os.fstat(opened.fileno()).st_mode):
                raise Unreadable("this is no ordinary file.", "Delete it.")
            data = opened.read(limit + 1)
    except OSError as fault:
        raise Unreadable(
            "this file cannot be opened.", "Copy it here again, or ask IT to allow it."
        ) from fault
    if len(data) > limit:
        raise Unreadable(f"this file is larger than {limit // 1_000_000} MB.", "Make it smaller.")
    return data

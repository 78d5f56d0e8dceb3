"""Texts, names, links and pictures that want to do harm (faults 5, 7, 9, 12, 13, 20, 21, 23, 24, 26)."""

from __future__ import annotations

import gzip
import io
import os
import socket
import subprocess
import sys
import time
import zlib
from datetime import date
from pathlib import Path

import pytest
from PIL import Image

from kiosk.core.content.clinic_text import read_clinic_text
from kiosk.core.content.files import list_files
from kiosk.core.content.folder import Reading, read_content
from kiosk.core.content.picture_kind import PictureRefused
from kiosk.core.content.pictures import prepare_picture
from kiosk.core.content.slide_text import read_slide
from kiosk.core.settings import read_machine_text
from tests.core.content.test_pictures import png_chunk
from tests.faults.poor_machine import peak_megabytes

TODAY = date(2026, 1, 15)
OTHERS = "known to no clinic"
linux_only = pytest.mark.skipif(sys.platform != "linux", reason="hard links and devices as Linux has them")


def read(root: Path) -> Reading:
    return read_content(root, today=TODAY)


def put_slide(root: Path, text: str) -> None:
    (root / "t").mkdir(parents=True, exist_ok=True)
    (root / "t" / "01-a.md").write_text(text, encoding="utf-8")


@pytest.mark.parametrize(
    "sign",
    ["\u200b", "\u200d", "\u202e", "\u2066", "\u200f", "\u3164", "\ufe0f", "\u0301", "\u064e", "\u0e49"],
)
def test_a_flood_of_signs_that_cannot_be_seen_leaves_the_words(sign: str) -> None:
    """Fault 5."""
    flood = sign * 50_000
    begun = time.process_time()
    words = read_slide(f"# Heat{flood} helps\n\nA warm{flood} pack.\n".encode(), "a.md").words
    assert time.process_time() - begun < 1
    assert words
    assert len(words.title) <= len("Heat helps") + 4
    assert "".join(letter for letter in words.title if letter.isascii()) == "Heat helps"
    assert len(words.body[0].text) <= len("A warm pack.") + 4


@pytest.mark.parametrize("value", ["nan", "inf", "-inf", "1e400", "1" + "0" * 400, "0x" + "f" * 400, "-0.0"])
def test_no_number_that_is_none_gets_into_the_settings(value: str) -> None:
    """Fault 7."""
    keys = ["idle_limit", "still_there", "attract_seconds", "review_grace_days"]
    clinic = read_clinic_text("".join(f"{key} = {value}\n" for key in keys).encode()).clinic
    assert clinic.idle_limit == 0 or 20 <= clinic.idle_limit <= 1200
    assert 20 <= clinic.still_there <= 120
    assert 5 <= clinic.attract_seconds <= 60
    assert 0 <= clinic.review_grace_days <= 3650
    keys = ["px_per_mm", "viewing_distance_mm", "repeat_guard"]
    machine, _ = read_machine_text("".join(f"{key} = {value}\n" for key in keys).encode(), "machine.toml")
    assert machine.px_per_mm == 0 or 1 <= machine.px_per_mm <= 40
    assert 200 <= machine.viewing_distance_mm <= 5000
    assert 0 <= machine.repeat_guard <= 0.5


WAYS_OUT = [
    "../../secret.png",
    "..\\..\\secret.png",
    "%2e%2e/%2e%2e/secret.png",
    "%252e%252e/secret.png",
    "....//....//secret.png",
    "C:\\secret.png",
    "\\\\server\\share\\secret.png",
    "//server/share/secret.png",
    "file:///{secret}",
    "{secret}",
    "http://example.org/secret.png",
    "https://example.org/secret.png",
    "data:image/png;base64,iVBORw0KGgo=",
    "a.png:stream",
    "a.png::$DATA",
    "a.png\0.jpg",
    "~/secret.png",
    "$HOME/secret.png",
    "pictures/../../../secret.png",
]


@pytest.mark.parametrize("source", WAYS_OUT)
def test_no_picture_leads_out_of_its_folder_or_into_a_network(
    tmp_path: Path, source: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Fault 9: nothing outside is opened; a socket would end the test."""
    secret = tmp_path / "secret.png"
    Image.new("RGB", (40, 30)).save(secret)
    root = tmp_path / "clinic" / "content"
    put_slide(root, f"# A\n\n![x]({source.format(secret=secret)})\n\nText.\n")
    read(root)  # what is loaded at first use is no part of it
    opened: list[str] = []
    open_file = os.open

    def note(path: str, *args: int, **options: int) -> int:
        opened.append(str(path))
        return open_file(path, *args, **options)

    monkeypatch.setattr(os, "open", note)
    monkeypatch.setattr(socket, "socket", None)
    reading = read(root)
    (slide,) = reading.catalog.topics[0].slides
    assert slide.image is None
    assert [path for path in opened if not path.startswith(str(root))] == []
    assert any("not shown" in str(problem.severity) for problem in reading.problems)


@linux_only
def test_a_second_name_of_a_file_elsewhere_gives_no_more_than_its_pixels(tmp_path: Path) -> None:
    """Fault 12: a hard link cannot be told from a file; a text under a picture's name stays a picture that is none."""
    (tmp_path / "secret.txt").write_text(OTHERS)
    Image.new("RGB", (400, 300), "red").save(tmp_path / "photo.png")
    root = tmp_path / "content"
    put_slide(root, "# A\n\n![x](secret.png)\n\nText.\n")
    (root / "t" / "secret.png").hardlink_to(tmp_path / "secret.txt")
    (root / "t" / "02-b.png").hardlink_to(tmp_path / "photo.png")
    reading = read(root)
    assert [bool(slide.image) for slide in reading.catalog.topics[0].slides] == [False, True]
    assert 'the picture "secret.png" is no picture.' in " ".join(map(str, reading.problems))
    assert OTHERS not in " ".join(map(str, reading.problems))


@linux_only
def test_folders_and_devices_named_like_files_are_never_opened(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Fault 13."""
    put_slide(tmp_path, "# A\n\n![x](a.png)\n\nText.\n")
    for name in ("t/a.png", "t/02-b.md", "t/topic.toml", "clinic.toml", "get-help-now.md", "deck.pptx"):
        (tmp_path / name).mkdir()
    if os.geteuid() == 0:
        os.mknod(tmp_path / "t" / "03-zero.png", 0o020644, os.makedev(1, 5))
    reading = read(tmp_path)
    assert [slide.key for slide in reading.catalog.topics[0].slides] == ["01-a"]
    assert not reading.catalog.topics[0].slides[0].image
    if os.geteuid() == 0:
        assert "t/03-zero.png: this is no ordinary file." in " ".join(map(str, reading.problems))


MEASURED = """
import sys
from pathlib import Path
from time import process_time
from kiosk.core.content.picture_kind import PictureRefused
from kiosk.core.content.pictures import prepare_picture
from tests.faults.poor_machine import peak_megabytes
prepare_picture(Path(sys.argv[1]).read_bytes(), "first.png")
data = Path(sys.argv[2]).read_bytes()
before, begun = peak_megabytes(), process_time()
try:
    prepare_picture(data, sys.argv[2])
    found = "shown"
except PictureRefused:
    found = "refused"
print(found, peak_megabytes() - before, process_time() - begun)
"""


def cost_of(folder: Path, data: bytes, name: str) -> tuple[str, float, float]:
    """What became of the picture, in a process of its own; the megabytes and the seconds that it took."""
    Image.new("RGB", (40, 30)).save(folder / "first.png")
    (folder / name).write_bytes(data)
    command = [sys.executable, "-c", MEASURED, str(folder / "first.png"), str(folder / name)]
    done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=Path(__file__).parents[2])  # noqa: S603
    found, megabytes, seconds = done.stdout.split()
    return found, float(megabytes), float(seconds)


def whole_png(width: int, height: int, bits: int) -> bytes:
    """A sound picture, all black: of 200 KB or less, and as large as it says."""
    packer = zlib.compressobj(1)
    row = b"\0" * (width * bits // 8 + 1)
    packed = b"".join(packer.compress(row * 100) for _ in range(height // 100)) + packer.flush()
    head = width.to_bytes(4, "big") + height.to_bytes(4, "big") + bytes([bits, 0, 0, 0, 0])
    return (
        b"\x89PNG\r\n\x1a\n" + png_chunk(b"IHDR", head) + png_chunk(b"IDAT", packed) + png_chunk(b"IEND", b"")
    )


@linux_only
@pytest.mark.parametrize(
    ("width", "height", "bits"),
    [(30_000, 30_000, 1), pytest.param(20_000, 10_000, 8, marks=pytest.mark.long)],
)
def test_a_huge_picture_is_refused_at_once_and_without_memory(
    tmp_path: Path, width: int, height: int, bits: int
) -> None:
    """Fault 20."""
    found, megabytes, seconds = cost_of(tmp_path, whole_png(width, height, bits), "a.png")
    assert found == "refused"
    assert megabytes < 20
    assert seconds < 0.1


@linux_only
@pytest.mark.long
def test_a_photo_of_two_hundred_megapixels_is_shown_in_little_memory(tmp_path: Path) -> None:
    """Fault 21."""
    file = io.BytesIO()
    Image.new("RGB", (20_000, 10_000), (90, 120, 60)).save(file, "JPEG", quality=60)
    found, megabytes, seconds = cost_of(tmp_path, file.getvalue(), "a.jpg")
    print(f"{megabytes:.0f} MB, {seconds:.1f} s")  # noqa: T201 - for the table of faults
    assert found == "shown"
    assert megabytes < 130


@linux_only
@pytest.mark.parametrize(
    "kind", ["GIF", *(pytest.param(kind, marks=pytest.mark.long) for kind in ("PNG", "WEBP"))]
)
def test_of_a_thousand_frames_one_is_decoded(tmp_path: Path, kind: str) -> None:
    """Fault 23."""
    frames = [Image.new("L", (200, 150), number % 250) for number in range(1, 1000)]
    file = io.BytesIO()
    Image.new("L", (200, 150), 0).save(file, kind, save_all=True, append_images=frames)
    found, megabytes, seconds = cost_of(tmp_path, file.getvalue(), "a.gif")
    assert found == "shown"
    assert megabytes < 30
    assert seconds < 0.3


BOMB = (
    '<svg xmlns="http://www.w3.org/2000/svg" xmlns:x="http://www.w3.org/1999/xlink" viewBox="0 0 9 9">'
    '<g id="a0"><rect width="1" height="1"/></g>'
    + "".join(f'<g id="a{n}">' + f'<use x:href="#a{n - 1}"/>' * 10 + "</g>" for n in range(1, 9))
    + "</svg>"
)


@linux_only
def test_a_drawing_that_would_hang_its_painter_is_refused_before_it_is_drawn(tmp_path: Path) -> None:
    """Fault 24: nested uses, a pipe behind an image, and a packed drawing of 500 MB."""
    os.mkfifo(tmp_path / "pipe")
    piped = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><image href="{tmp_path}/pipe"/></svg>'
    packed = gzip.compress(b"<svg" + b" " * 50_000_000, 1)
    begun = time.process_time()
    for data, name in ((BOMB.encode(), "a.svg"), (piped.encode(), "b.svg"), (packed, "c.svgz")):
        with pytest.raises(PictureRefused):
            prepare_picture(data, name)
    assert time.process_time() - begun < 0.5


@linux_only
def test_files_of_twenty_gigabytes_are_not_read(tmp_path: Path) -> None:
    """Fault 26: holes, so that this disk holds them; each kind of file has its limit."""
    put_slide(tmp_path, "# A\n\n![x](large.png)\n\nText.\n")
    for name in ("t/large.png", "t/02-b.md", "clinic.toml", "deck.pptx", "t/03-c.jpg"):
        with (tmp_path / name).open("wb") as file:
            file.truncate(4_000_000_000)
    before = peak_megabytes(begins_now=True)
    begun = time.process_time()
    reading = read(tmp_path)
    assert time.process_time() - begun < 1
    assert peak_megabytes() - before < 20
    assert [slide.key for slide in reading.catalog.topics[0].slides] == ["01-a"]
    assert sum("is larger than" in str(problem) for problem in reading.problems) == 5
    assert sum(file.size for file in list_files(tmp_path).files.values()) > 20e9

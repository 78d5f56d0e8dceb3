"""Content folders that are larger than any clinic's."""

from __future__ import annotations

import io
import shutil
from pathlib import Path

from PIL import Image

PHOTOS = 20


def put_slides(root: Path, shipped: Path, count: int, *, topics: int) -> None:
    """So many slides with the shipped topic's words and drawings, in so many topics."""
    texts = sorted((shipped / "sciatica-massage").glob("??-*.md"))
    for topic in range(topics):
        folder = root / f"topic-{topic:03}"
        shutil.copytree(shipped / "sciatica-massage" / "pictures", folder / "pictures")
        for number in range(count // topics):
            text = texts[number % len(texts)]
            (folder / f"{number:04}{text.stem[2:]}.md").write_bytes(text.read_bytes())


def put_photos(root: Path, count: int) -> None:
    """One topic of so many slides, each with a photograph of 2 megapixels that no other slide has."""
    folder = root / "photos"
    folder.mkdir(parents=True)
    photos = [_photo(number) for number in range(PHOTOS)]
    for number in range(count):
        # What follows the end of a JPEG is not looked at, but it is another file.
        (folder / f"{number:04}.jpg").write_bytes(photos[number % PHOTOS] + number.to_bytes(4, "big"))
        (folder / f"{number:04}-photo.md").write_text(
            f"# Photo {number}\n\n![A photo]({number:04}.jpg)\n\nWords.\n"
        )


def _photo(number: int) -> bytes:
    file = io.BytesIO()
    noise = Image.effect_noise((400, 250), 40 + number)
    noise.resize((1800, 1125)).convert("RGB").save(file, "JPEG", quality=88)
    return file.getvalue()

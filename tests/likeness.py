"""Whether two pictures look the same: machines round differently, so the same drawing is not the same bytes."""

from __future__ import annotations

from pathlib import Path

from PIL import Image, ImageChops

SEEN = 12
"""A difference of a colour channel, of 255, that an eye may see on an edge."""
MOST_SHARE = 0.002


def look_alike(one: Path, other: Path) -> bool:
    """Same size, and at most two pixels in a thousand differ to the eye."""
    first, second = (Image.open(picture).convert("RGB") for picture in (one, other))
    if first.size != second.size:
        return False
    red, green, blue = ImageChops.difference(first, second).split()
    most = ImageChops.lighter(ImageChops.lighter(red, green), blue)
    seen = most.point(lambda value: 255 if value > SEEN else 0)
    return seen.histogram()[255] <= MOST_SHARE * first.width * first.height

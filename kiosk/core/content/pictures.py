"""Prepares a picture file for the screen: verified, upright, sRGB, opaque, and no larger than a screen.

Pillow decodes here, in `kiosk check` and in the import alike; Qt opens only what is written here and drawings
of the allow-list.
"""

from __future__ import annotations

import contextlib
import functools
import hashlib
import io
import re
from dataclasses import dataclass
from math import log
from typing import TYPE_CHECKING

from kiosk.core.content.drawing import drawing_size
from kiosk.core.content.model import Image
from kiosk.core.content.picture_kind import SUFFIXES, PictureKind, PictureRefused, is_whole, kind_of

if TYPE_CHECKING:
    from types import ModuleType

    from PIL.Image import Image as Raster

    from kiosk.core.content.cut import Cut

LONGEST_SIDE = 3840  # pixels, the widest screen
PAPER = (0xFC, 0xF7, 0xEE)  # the page's colour, TOKENS.md
_MOST_PIXELS = 50_000_000
_MOST_PIXELS_OF_PHOTO = 300_000_000
_LONGEST_SOURCE_SIDE = 20_000
_MOST_COLOURS_OF_DRAWING = 30_000
_LARGEST_PROFILE = 4_000_000  # bytes

_SAVE_AGAIN = "Save it again as PNG or JPEG, or copy it here again."


@dataclass(frozen=True, slots=True)
class Prepared:
    """`data` is what the kiosk stores under `image.name`."""

    image: Image
    data: bytes


def prepare_picture(data: bytes, name: str, cut: Cut | None = None) -> Prepared:
    """With a `cut` as a presentation shows it; drawings stay whole.

    Raises PictureRefused with the sentences of the problem, and nothing else.
    """
    kind = kind_of(data, name)
    if kind is PictureKind.DRAWING:
        return _stored(data, ".svg", drawing_size(data))
    if not is_whole(data, kind):
        raise PictureRefused("this picture is cut off: its end is missing.", "Copy it here again.")
    try:
        return _prepared_raster(data, kind, cut)
    except (PictureRefused, MemoryError):
        raise
    except Exception as fault:  # Pillow's decoders raise whatever a hostile file makes them raise
        raise PictureRefused("this picture is damaged.", _SAVE_AGAIN) from fault


def _stored(data: bytes, suffix: str, size: tuple[int, int]) -> Prepared:
    return Prepared(Image(hashlib.sha256(data).hexdigest() + suffix, *size), data)


@functools.cache
def _pillow() -> ModuleType:
    from PIL import Image as pillow  # noqa: N813, PLC0415 - only the reader of content pays for Pillow

    # Pillow's own limit warns and lets a large photo through neither; the limits of this file are stricter.
    pillow.MAX_IMAGE_PIXELS = None
    return pillow


def _prepared_raster(data: bytes, kind: PictureKind, cut: Cut | None) -> Prepared:
    if kind is PictureKind.PNG:
        with _pillow().open(io.BytesIO(data), formats=[kind]) as unchecked:
            _refuse_too_large(unchecked, kind)
            unchecked.verify()  # the check sums; the object cannot be used afterwards
    with _pillow().open(io.BytesIO(data), formats=[kind]) as opened:
        _refuse_too_large(opened, kind)
        if kind is PictureKind.JPEG:
            # Decodes at 1/2, 1/4 or 1/8; both sides must be asked for in proportion, the nearer one decides.
            scale = min(1.0, LONGEST_SIDE / max(opened.size))
            opened.draft(None, tuple(max(1, int(side * scale)) for side in opened.size))
        opened.load()
        plain = _in_plain_mode(opened)
        seen = _upright(_scaled(plain)) if cut is None else _scaled(_cut_out(plain, cut))
        picture = _on_paper(_in_srgb(seen))
    picture.info.clear()  # Pillow would write the old profile, and where the photo was taken, into the new file
    out = io.BytesIO()
    if kind is PictureKind.JPEG or _is_photo(picture):
        picture.save(out, "JPEG", quality=90, subsampling=0 if kind is PictureKind.PNG else 2)
        return _stored(out.getvalue(), ".jpg", picture.size)
    picture.save(out, "PNG", compress_level=4)
    return _stored(out.getvalue(), ".png", picture.size)


def _refuse_too_large(picture: Raster, kind: PictureKind) -> None:
    width, height = picture.size
    pixels = width * height
    mend = "Make it smaller, for example 1920 pixels wide."
    if kind is not PictureKind.JPEG:
        if pixels > _MOST_PIXELS or max(width, height) > _LONGEST_SOURCE_SIDE:
            raise PictureRefused(f"this picture is too large, {width:,} by {height:,} pixels.", mend)
        return
    # A progressive photo is held whole while decoding, at six bytes a pixel, whatever the scale.
    is_held_whole = bool(picture.info.get("progressive")) and pixels > _MOST_PIXELS
    if pixels > _MOST_PIXELS_OF_PHOTO or is_held_whole:
        raise PictureRefused(f"this photo is too large, {width:,} by {height:,} pixels.", mend)


def _in_plain_mode(picture: Raster) -> Raster:
    """The same in L, RGB, RGBA or CMYK."""
    if picture.mode.startswith("I") or picture.mode == "F":
        # Pillow's own conversion clips 16 bits to white.
        return picture.convert("I").point(lambda value: value * (1 / 257) + 0).convert("L")
    if picture.mode in {"PA", "LA", "RGBa", "La"} or "transparency" in picture.info:
        return picture.convert("RGBA")
    if picture.mode in {"L", "RGB", "RGBA", "CMYK"}:
        return picture
    return picture.convert("L" if picture.mode == "1" else "RGB")


def _scaled(picture: Raster) -> Raster:
    picture.thumbnail((LONGEST_SIDE, LONGEST_SIDE), reducing_gap=3.0)
    return picture


def _upright(picture: Raster) -> Raster:
    from PIL import ImageOps  # noqa: PLC0415 - see _pillow

    with contextlib.suppress(Exception):  # EXIF of cameras is full of surprises; the picture itself is whole
        ImageOps.exif_transpose(picture, in_place=True)
    return picture


def _cut_out(picture: Raster, cut: Cut) -> Raster:
    """PowerPoint turns photographs itself and passes over their own note of it, unless their frame shows otherwise."""
    if "exif" in picture.info:
        as_noted = _upright(picture.copy())
        if abs(log(_shape(as_noted, cut))) < abs(log(_shape(picture, cut))):
            picture = as_noted
    profile = picture.info.get("icc_profile")
    width, height = picture.size
    sides = (cut.left * width, cut.top * height, (1000 - cut.right) * width, (1000 - cut.bottom) * height)
    left, top, right, bottom = (side // 1000 for side in sides)
    picture = picture.crop((left, top, max(left + 1, right), max(top + 1, bottom)))
    transpose = _pillow().Transpose
    ways = (
        *([transpose.FLIP_LEFT_RIGHT] if cut.is_mirrored else ()),
        *([transpose.FLIP_TOP_BOTTOM] if cut.is_upside_down else ()),
        *([transpose.ROTATE_270] * cut.turns),
    )
    for way in ways:
        picture = picture.transpose(way)
    picture.info["icc_profile"] = profile
    return picture


def _shape(picture: Raster, cut: Cut) -> float:
    """How many times as wide it would be as its frame; 1: it fits."""
    width, height = picture.size
    across, down = width * (1000 - cut.left - cut.right), height * (1000 - cut.top - cut.bottom)
    return max(1, across) / max(1, down) / (max(1, cut.shape) / 1000)


def _in_srgb(picture: Raster) -> Raster:
    profile = picture.info.get("icc_profile")
    if not isinstance(profile, bytes) or not 128 < len(profile) < _LARGEST_PROFILE:
        return picture
    alpha = picture.getchannel("A") if picture.mode == "RGBA" else None
    colours = picture.convert("RGB") if alpha else picture
    try:
        from PIL import ImageCms  # noqa: PLC0415 - see _pillow; some builds of Pillow lack it

        source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        target = ImageCms.createProfile("sRGB")
        converted = ImageCms.profileToProfile(colours, source, target, outputMode="RGB")
    except Exception:  # noqa: BLE001 - a wrong profile is no reason to hide the picture
        return picture
    if converted is None:
        return picture
    if alpha:
        converted.putalpha(alpha)
    return converted


def _on_paper(picture: Raster) -> Raster:
    if picture.mode != "RGBA":
        return picture if picture.mode == "RGB" else picture.convert("RGB")
    paper: Raster = _pillow().new("RGB", picture.size, PAPER)
    paper.paste(picture, mask=picture.getchannel("A"))
    return paper


def _is_photo(picture: Raster) -> bool:
    """Whether it has so many colours that PNG would be many times larger than JPEG."""
    return picture.getcolors(_MOST_COLOURS_OF_DRAWING) is None


def is_stored_name(name: str) -> bool:
    return re.fullmatch(rf"[0-9a-f]{{64}}\.(?:{'|'.join(SUFFIXES)})", name) is not None

import hashlib
import io
import zlib
from pathlib import Path

import pytest
from PIL import Image, ImageCms

from kiosk.core.content.drawing import drawing_size
from kiosk.core.content.picture_kind import PictureRefused
from kiosk.core.content.pictures import PAPER, prepare_picture

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 8">{}</svg>'


def saved(picture: Image.Image, kind: str, **options: object) -> bytes:
    out = io.BytesIO()
    picture.save(out, kind, **options)
    return out.getvalue()


def shown(data: bytes, name: str = "a.png") -> Image.Image:
    prepared = prepare_picture(data, name)
    picture = Image.open(io.BytesIO(prepared.data))
    assert picture.size == (prepared.image.width, prepared.image.height)
    assert picture.mode == "RGB"
    return picture


def near(first: tuple[int, ...], second: tuple[int, ...]) -> bool:
    return all(abs(one - other) <= 6 for one, other in zip(first, second, strict=True))


def pixel(picture: Image.Image, place: tuple[int, int]) -> tuple[int, ...]:
    value = picture.getpixel(place)
    assert isinstance(value, tuple)
    return value


NOISE = Image.effect_noise((320, 240), 80).convert("RGB")
RED = Image.new("RGB", (40, 30), (200, 30, 40))


def png_chunk(name: bytes, data: bytes) -> bytes:
    return len(data).to_bytes(4, "big") + name + data + zlib.crc32(name + data).to_bytes(4, "big")


def png_of(width: int, height: int, bits: int, colours: int) -> bytes:
    head = width.to_bytes(4, "big") + height.to_bytes(4, "big") + bytes([bits, colours, 0, 0, 0])
    return (
        b"\x89PNG\r\n\x1a\n"
        + png_chunk(b"IHDR", head)
        + png_chunk(b"IDAT", zlib.compress(b"\0" * 100))
        + png_chunk(b"IEND", b"")
    )


MODES = {
    "PNG": ("1", "L", "P", "RGB", "RGBA", "LA"),
    "JPEG": ("1", "L", "RGB", "CMYK"),
    "WEBP": ("1", "L", "P", "RGB", "RGBA", "LA", "CMYK"),
    "GIF": ("1", "L", "P", "RGB", "RGBA", "LA"),
}


@pytest.mark.parametrize(("kind", "mode"), [(kind, mode) for kind in MODES for mode in MODES[kind]])
def test_every_mode_comes_out_in_its_colours(kind: str, mode: str) -> None:
    source = Image.new("RGB", (40, 30), "white").convert(mode)

    assert near(pixel(shown(saved(source, kind)), (20, 15)), (255, 255, 255))


def test_cmyk_keeps_its_colour() -> None:
    assert near(pixel(shown(saved(RED.convert("CMYK"), "JPEG")), (20, 15)), (200, 30, 40))


def test_sixteen_bits_of_grey_are_not_clipped_to_white() -> None:
    grey = Image.new("I;16", (10, 10), 0x8080)

    assert pixel(shown(saved(grey, "PNG")), (5, 5)) == (0x80, 0x80, 0x80)


@pytest.mark.parametrize(
    "source",
    [
        Image.new("RGBA", (10, 10), (0, 0, 0, 0)),
        Image.new("LA", (10, 10), (0, 0)),
    ],
)
def test_what_is_transparent_shows_the_paper(source: Image.Image) -> None:
    assert pixel(shown(saved(source, "PNG")), (5, 5)) == PAPER


def test_a_transparent_palette_shows_the_paper() -> None:
    source = Image.new("P", (10, 10), 0)
    source.putpalette([255, 0, 0] * 256)

    assert pixel(shown(saved(source, "GIF", transparency=0)), (5, 5)) == PAPER


@pytest.mark.parametrize("orientation", range(1, 9))
def test_every_orientation_of_a_camera_is_turned_upright(orientation: int) -> None:
    upright = Image.new("RGB", (64, 32), "white")
    upright.paste((255, 0, 0), (0, 0, 16, 16))
    back = {
        2: Image.Transpose.FLIP_LEFT_RIGHT,
        3: Image.Transpose.ROTATE_180,
        4: Image.Transpose.FLIP_TOP_BOTTOM,
        5: Image.Transpose.TRANSPOSE,
        6: Image.Transpose.ROTATE_90,
        7: Image.Transpose.TRANSVERSE,
        8: Image.Transpose.ROTATE_270,
    }
    taken = upright.transpose(back[orientation]) if orientation in back else upright
    exif = Image.Exif()
    exif[0x0112] = orientation
    picture = shown(saved(taken, "JPEG", exif=exif, quality=95))

    assert picture.size == (64, 32)
    assert near(pixel(picture, (4, 4)), (255, 0, 0))
    assert near(pixel(picture, (60, 28)), (255, 255, 255))


def test_colours_of_another_profile_are_converted() -> None:
    # A profile with red and green exchanged: nothing else shows as plainly that it was applied.
    profile = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    red, green = profile.find(b"rXYZ"), profile.find(b"gXYZ")
    profile[red : red + 4], profile[green : green + 4] = b"gXYZ", b"rXYZ"
    picture = shown(saved(RED, "PNG", icc_profile=bytes(profile)))

    assert pixel(picture, (20, 15))[0] < pixel(picture, (20, 15))[1]
    assert "icc_profile" not in picture.info


def test_a_broken_profile_does_not_hide_the_picture() -> None:
    assert near(pixel(shown(saved(RED, "PNG", icc_profile=b"x" * 500)), (20, 15)), (200, 30, 40))


@pytest.mark.parametrize("progressive", [False, True])
@pytest.mark.parametrize("part", [0.1, 0.5, 0.99])
def test_a_jpeg_that_is_cut_off_is_refused(part: float, *, progressive: bool) -> None:
    exif = Image.Exif()
    exif[0x010E] = "a preview has an end of its own \xff\xd9"
    data = saved(NOISE, "JPEG", exif=exif.tobytes() + b"\xff\xd9", progressive=progressive)

    with pytest.raises(PictureRefused, match="cut off"):
        prepare_picture(data[: int(len(data) * part)], "a.jpg")
    with pytest.raises(PictureRefused, match="cut off"):
        prepare_picture(data[:-2], "a.jpg")


def test_what_a_camera_writes_behind_a_jpeg_is_passed_over() -> None:
    assert shown(saved(NOISE, "JPEG") + b"MotionPhoto" * 1000).size == (320, 240)


@pytest.mark.parametrize("kind", ["PNG", "WEBP", "GIF"])
@pytest.mark.parametrize("part", [0.05, 0.5, 0.97])
def test_other_pictures_that_are_cut_off_are_refused(kind: str, part: float) -> None:
    data = saved(NOISE, kind)

    with pytest.raises(PictureRefused, match=r"cut off|damaged"):
        prepare_picture(data[: int(len(data) * part)], "a.png")


def test_a_png_with_one_wrong_bit_is_refused() -> None:
    data = bytearray(saved(NOISE, "PNG"))
    data[len(data) // 2] ^= 1

    with pytest.raises(PictureRefused, match="damaged"):
        prepare_picture(bytes(data), "a.png")


@pytest.mark.parametrize(
    ("width", "height", "bits", "colours"),
    [(20_000, 10_000, 8, 2), (30_000, 30_000, 1, 0), (65_535, 1, 8, 2)],
)
def test_huge_pictures_are_refused_before_they_are_decoded(
    width: int, height: int, bits: int, colours: int
) -> None:
    with pytest.raises(PictureRefused, match="too large"):
        prepare_picture(png_of(width, height, bits, colours), "a.png")


def test_no_word_of_the_camera_gets_into_the_stored_picture() -> None:
    exif = Image.Exif()
    exif[0x010F] = "Acme phone"
    stored = prepare_picture(saved(RED, "JPEG", exif=exif, comment=b"at home"), "a.jpg").data

    assert b"Acme" not in stored
    assert b"at home" not in stored


def test_a_huge_photo_is_decoded_at_a_smaller_scale() -> None:
    data = saved(Image.new("L", (9_000, 7_000), 90), "JPEG", quality=20)
    picture = shown(data, "a.jpg")

    assert picture.size == (3840, 2987)
    assert near(pixel(picture, (100, 100)), (90, 90, 90))


def test_pictures_are_scaled_to_a_screen_and_never_enlarged() -> None:
    assert shown(saved(Image.new("RGB", (5_000, 1_000)), "PNG")).size == (3840, 768)
    assert shown(saved(RED, "PNG")).size == (40, 30)


@pytest.mark.parametrize("kind", ["GIF", "WEBP", "PNG"])
def test_only_the_first_frame_of_an_animation_is_shown(kind: str) -> None:
    frames = [Image.new("RGB", (40, 30), "blue")] * 5
    data = saved(RED, kind, save_all=True, append_images=frames, lossless=True)

    assert near(pixel(shown(data), (20, 15)), (200, 30, 40))


def test_the_content_decides_and_not_the_name() -> None:
    assert shown(saved(RED, "PNG"), "a.jpg").format == "PNG"
    assert shown(saved(RED, "JPEG"), "a.png").format == "JPEG"


def test_photos_become_jpeg_and_drawings_stay_png() -> None:
    photo = Image.merge("RGB", [Image.effect_noise((400, 300), spread) for spread in (60, 80, 99)])

    assert prepare_picture(saved(photo, "PNG"), "a.png").image.name.endswith(".jpg")
    assert prepare_picture(saved(RED, "PNG"), "a.png").image.name.endswith(".png")


def test_the_name_is_the_hash_of_what_is_stored() -> None:
    prepared = prepare_picture(saved(RED, "PNG"), "a.png")

    assert prepared.image.name == hashlib.sha256(prepared.data).hexdigest() + ".png"


AS_JPEG = "Save it as JPEG; an iPhone does so under Settings, Camera, Formats, Most Compatible."


@pytest.mark.parametrize(
    ("data", "mend"),
    [
        (b"\0\0\0\x18ftypheic", AS_JPEG),
        (b"\0\0\0\x18ftypmif1", AS_JPEG),
        (b"\0\0\0\x18ftypavif", "Save it as PNG."),
        (b"BM1234", "Save it as PNG."),
        (b"II*\0", "Save it as PNG."),
        (b"\x1f\x8b\x08", "Save it as PNG."),
        (b"%PDF-1.7", "Save it as PNG."),
        (b"hello", "Save it as PNG."),
        (b"<html></html>", "Save it as PNG."),
        (b"", "Copy it here again."),
        (b"\0" * 1000, "Copy it here again."),
    ],
)
def test_every_other_format_is_refused_with_the_one_thing_to_do(data: bytes, mend: str) -> None:
    with pytest.raises(PictureRefused) as refused:
        prepare_picture(data, "a.png")

    assert refused.value.mend == mend


@pytest.mark.parametrize(
    "inside",
    [
        '<g transform="translate(1 2)"><path d="M0 0L1 1z" fill="none" stroke="#fff" stroke-width="1.5"/></g>',
        (
            '<defs><linearGradient id="a.b-c"><stop offset="50%" stop-color="rgb(1, 2, 3)"/></linearGradient></defs>'
            '<rect fill="url(#a.b-c)" width="1" height="1"/>'
        ),
        '<circle r="1"><animateTransform attributeName="transform" type="rotate" from="0" to="9" dur="4s"/></circle>',
        '<title id="t">T &amp; T</title><desc xml:lang="en">D</desc>',
        "<!-- a remark --><ellipse rx='1' ry='2' opacity='.5'/>",
    ],
)
def test_drawings_of_the_allow_list_pass_byte_for_byte(inside: str) -> None:
    data = SVG.format(inside).encode()
    prepared = prepare_picture(data, "a.svg")

    assert prepared.data == data
    assert prepared.image.is_drawing
    assert (prepared.image.width, prepared.image.height) == (10, 8)


@pytest.mark.parametrize(
    "inside",
    [
        *('<use href="#a"/>', '<image href="a.png"/>', "<script/>", "<style>*{}</style>", "<text>a</text>"),
        *(
            "<foreignObject/>",
            "<filter/>",
            "<mask/>",
            "<pattern/>",
            "<clipPath/>",
            "<marker/>",
            "<a/>",
            "<svg/>",
        ),
        *("<symbol/>", "<switch/>", "<set/>", "<animate/>", "<metadata/>", '<g xmlns="x"/>', '<g xmlns=""/>'),
        *('<g style="fill:red"/>', '<g class="a"/>', '<g onclick="a()"/>', '<g filter="url(#a)"/>'),
        *('<g clip-path="url(#a)"/>', '<g mask="url(#a)"/>', '<rect stroke-dasharray=".0001"/>'),
        *(
            '<g fill="url(http://a/b#c)"/>',
            '<g fill="url(a.svg#b)"/>',
            "<g fill=\"url('#a')\"/>",
            '<g fill="url(#a"/>',
        ),
        *(
            '<linearGradient href="#a"/>',
            '<linearGradient xmlns:x="http://www.w3.org/1999/xlink" x:href="#a"/>',
        ),
        *(
            '<path d="url(#a)"/>',
            '<path d="url(a)"/>',
            '<path d="M0 0L99999999 1"/>',
            '<path d="M0 0L1e9 1"/>',
            '<g transform="a:b"/>',
        ),
        *('<g><animateTransform attributeName="href"/></g>', "<g>" * 70 + "</g>" * 70, "<g/>" * 20_001),
        *("<?xml-stylesheet href='a.css'?>", "&nbsp;", "<g>", "\x00"),
        *('<g xmlns:i="http://www.inkscape.org/namespaces/inkscape" i:label="a"/>', '<i:g xmlns:i="x"/>'),
    ],
)
def test_whatever_is_not_on_the_allow_list_is_refused(inside: str) -> None:
    with pytest.raises(PictureRefused) as refused:
        prepare_picture(SVG.format(inside).encode(), "a.svg")

    assert "PNG" in refused.value.mend


@pytest.mark.parametrize(
    "data",
    [
        b'<!DOCTYPE svg><svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>',
        b'<!DOCTYPE svg [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]><svg xmlns="http://www.w3.org/2000/svg">&b;</svg>',
        b'<!DOCTYPE svg SYSTEM "file:///etc/passwd"><svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>',
        b'<svg viewBox="0 0 1 1"/>',
        b'<svg xmlns="http://www.w3.org/2000/svg"/>',
        b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 0 1"/>',
        b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1e9 1"/>',
        b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9999999 1"/>',
        b'<svg xmlns="http://www.w3.org/2000/svg" width="100%" height="100%"/>',
        b'<?xml version="1.0" encoding="utf-16"?><svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>',
        b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><title>\xe9</title></svg>',
        b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>' + b" " * 1_000_000,
    ],
)
def test_drawings_that_are_no_plain_drawing_are_refused(data: bytes) -> None:
    with pytest.raises(PictureRefused):
        prepare_picture(data, "a.svg")


def test_width_and_height_stand_in_for_a_view_box() -> None:
    data = b'<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg" width="120px" height="80.4"/>'

    assert drawing_size(data) == (120, 80)


def test_the_drawings_of_this_project_pass() -> None:
    drawings = sorted((Path(__file__).parents[3] / "content").rglob("*.svg"))

    assert drawings
    for drawing in drawings:
        assert prepare_picture(drawing.read_bytes(), drawing.name).image.is_drawing

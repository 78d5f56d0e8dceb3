"""Faces in three views, and the engine that draws whole heads from layers. Local units: crown to chin is 100.

Front looks at you; quarter and profile look to the left (flip: to the right). Features are few: two eyes, two
brows, the shaded side of the nose, a mouth, a little blush.
"""

from dataclasses import dataclass
from typing import NamedTuple

from assets.drawings.kit import SKIN, C, Points, Shape, Svg, curve, ell, mix, shade

FRONT: Points = [
    (-35, -8), (-34.5, 10), (-30, 28), (-19, 43), (-7, 49.5), (7, 49.5), (19, 43), (30, 28), (34.5, 10), (35, -8),
    (32.5, -27), (21, -43), (0, -50), (-21, -43), (-32.5, -27),
]  # fmt: skip
QUARTER: Points = [
    (-31.5, -26), (-33.5, -13), (-31.6, -3, .8), (-33.6, 6), (-33.4, 15), (-30, 28), (-24, 40), (-14.5, 48.4), (-4, 49.8),
    (9, 45), (21, 34), (28, 21), (33, 8), (41, -6), (42, -22), (32, -41), (8, -50), (-15, -46.5), (-26, -38),
]  # fmt: skip
PROFILE: Points = [
    (-24, -43), (-35, -32), (-39.5, -19), (-40, -10, .8), (-38, -4), (-42.5, 5), (-49.5, 14), (-48.5, 19), (-41, 21.8, .7),
    (-43, 26.6), (-40, 30.4, .5), (-42, 35), (-38, 38.4, .8), (-38.6, 44), (-34, 49.6), (-24, 50.4), (-6, 45), (9, 35),
    (17, 21), (30, 21), (41, 6), (45.5, -13), (39, -34), (19, -47.5), (-5, -50),
]  # fmt: skip

CHILD_PROFILE: Points = [
    (-24, -43), (-37, -32), (-42.5, -18), (-42, -6), (-39.5, 2.5, .8), (-42, 10), (-47, 16.5), (-46, 21), (-40, 23.4, .7),
    (-42, 27.6), (-39.4, 31, .5), (-41, 35), (-37.5, 38.4, .8), (-37.5, 43.5), (-32, 48.6), (-22, 49), (-6, 44), (9, 35),
    (17, 22), (30, 21), (41, 6), (46, -13), (39, -34), (19, -47.5), (-5, -50),
]  # fmt: skip


class Frame(NamedTuple):
    """Where a head stands: its middle, its turn in degrees, crown to chin in pixels."""

    x: float
    y: float
    h: float
    deg: float = 0
    flip: bool = False

    def put(self, s: Shape) -> Shape:
        k = self.h / 100
        return (s.scale(-1, 1) if self.flip else s).place(self.x, self.y, self.deg, k)

    def size(self, w: float) -> float:
        """A line width of the local drawing in pixels."""
        return round(w * self.h / 100, 1)

    def light(self, dx: float, dy: float) -> tuple[float, float]:
        """The way to the light for a crescent: always up and to the left, whatever the flip."""
        k = self.h / 100
        return dx * k, dy * k


@dataclass(frozen=True)
class Face:
    skin: str
    brow: str
    lash: bool = False
    wide: float = 1  # of the whole face
    jaw: float = 1  # of its lower half
    eye: float = 1
    low: float = 0  # how far the features sit below the middle (children)
    brow_w: float = 2.9
    nose: float = 1  # length of the nose in profile
    aged: bool = False  # lines at the eyes and the mouth
    beard: str = ""  # its colour: the mouth comes after the beard


@dataclass(frozen=True)
class Look:
    """What a face does. eyes: open, down, closed. mood: calm, smile, grin, talk, listening, discomfort.

    gaze moves the pupils (-1 to 1: left, right; up, down as seen); turn and dy move the features of a front face.
    """

    eyes: str = "open"
    mood: str = "smile"
    gaze: tuple[float, float] = (0, 0)
    turn: float = 0
    dy: float = 0


def ink_of(skin: str) -> str:
    return mix(SKIN[skin].deep, "#1D1A2B", 0.45)


def lip_of(skin: str) -> str:
    return mix(SKIN[skin].deep, "#8E2F2A", 0.4)


def _shaped(face: Face, pts: Points) -> Points:
    """The contour with this face's width and jaw."""
    out: list[tuple[float, ...]] = []
    for p in pts:
        wide = face.wide * (1 + (face.jaw - 1) * min(1, max(0, (p[1] + 10) / 35)))
        out.append((p[0] * wide, *p[1:]))
    return out


class _Pen:
    """Draws features through a frame, moved by (dx, dy)."""

    def __init__(self, svg: Svg, at: Frame, dx: float = 0, dy: float = 0) -> None:
        self.svg, self.at, self.dx, self.dy = svg, at, dx, dy

    def line(self, pts: Points, colour: str, w: float, opacity: float = 1) -> None:
        self.svg.line(self.at.put(curve(pts, False).move(self.dx, self.dy)), colour, self.at.size(w), opacity)

    def fill(self, s: Shape, colour: str, opacity: float = 1) -> Shape:
        s = self.at.put(s.move(self.dx, self.dy))
        self.svg.add(s, colour, opacity)
        return s


def _eye(pen: _Pen, face: Face, look: Look, x: float, k: int, wide: float = 1) -> None:
    """One eye at x; k: -1 where its outer end is to the left. wide < 1 foreshortens it."""
    ink, e = ink_of(face.skin), face.eye
    if look.eyes == "closed":
        pen.line([(x + k * 7.5 * wide * e, 3.5), (x, 8.6), (x - k * 7.5 * wide * e, 5)], ink, 2.9)
        if face.lash:
            pen.line([(x + k * 7 * wide, 4), (x + k * 10.5 * wide, 7)], ink, 2.2)
    elif look.eyes == "down":
        pen.line([(x + k * 8 * wide * e, 4), (x, 7.4), (x - k * 7.5 * wide * e, 5)], ink, 3.1)
        pen.line([(x + k * 6.5 * wide, 4.8), (x + k * 9.5 * wide, 7.6)], ink, 2.2)
        crease = [(x + k * 6 * wide, -1.5), (x - k * .5, -3.2), (x - k * 6.5 * wide, -1)]
        pen.line(crease, SKIN[face.skin].shade, 1.8)
    else:
        gx = (look.gaze[0] if not pen.at.flip else -look.gaze[0]) * 2.6
        gy = look.gaze[1] * 1.8
        pen.fill(ell(x + gx, 4.5 + gy, 3.8 * e * (wide + 1) / 2, 4.8 * e), ink)
        spark = -1.2 if not pen.at.flip else 1.2
        pen.fill(ell(x + gx + spark, 2.8 + gy, 1.1 * e), C.CREAM, 0.9)
        lid = [(x + k * 7.5 * wide * e, 1.5), (x, -2.8 * e), (x - k * 6.5 * wide * e, 1)]
        pen.line(lid, ink, 2.3)
        if face.lash and wide == 1:
            pen.line([(x + k * 7.2 * wide * e, 1.4), (x + k * 9.8 * wide * e, -1)], ink, 2)


def _brow(pen: _Pen, face: Face, look: Look, x: float, k: int, wide: float = 1) -> None:
    out, mid, end = (x + k * 9 * wide, -8.0), (x + k * 0.5, -11.5), (x - k * 8 * wide, -9.0)
    if look.mood == "discomfort":
        out, mid, end = (x + k * 9 * wide, -7.5), (x, -11.0), (x - k * 7.5 * wide, -13.0)
    elif look.mood in {"listening", "talk", "grin"}:
        out, mid, end = (x + k * 9 * wide, -9.5), (x + k * .5, -13.4), (x - k * 8 * wide, -10.6)
    pen.line([out, mid, end], face.brow, face.brow_w, 0.9)


def _mouth(pen: _Pen, face: Face, look: Look, x: float = 0, left: float = 1) -> None:
    """With left < 1 the left half is seen shorter (three-quarter)."""
    tones = SKIN[face.skin]
    lip, inside = lip_of(face.skin), mix(tones.deep, "#5A1A1E", 0.6)

    def at(dx: float, y: float) -> tuple[float, float]:
        return x + dx * (left if dx < 0 else 1), y

    if look.mood == "smile":
        pen.line([at(-10.5, 29.5), at(-4, 33.2), at(3, 33.6), at(10.5, 29.5)], lip, 2.9)
    elif look.mood == "discomfort":
        pen.line([at(-8.5, 33.2), at(-1, 31), at(8.5, 33.4)], lip, 2.7)
    elif look.mood == "listening":
        pen.line([at(-8, 30.6), at(-1, 32.4), at(8, 30)], lip, 2.7)
    elif look.mood == "talk":
        pen.fill(curve([at(-7.5, 30.4), at(0, 29.2), at(7.5, 30.2), at(5, 35.4), at(0, 37), at(-5, 35.6)]), inside)
        pen.line([at(-4, 36.4), at(0, 37.4), at(4, 36.2)], lip, 2)
        return
    elif look.mood == "grin":
        mouth = [(*at(-12, 28.4), .3), at(0, 30.6), (*at(12, 28.4), .3), at(8, 35), at(0, 38), at(-8, 35)]
        whole = pen.fill(curve(mouth), inside)
        teeth = curve([(*at(-12, 27), 0), (*at(12, 27), 0), at(9, 32.4), at(0, 34), at(-9, 32.4)])
        pen.svg.add(pen.at.put(teeth.move(pen.dx, pen.dy)) & whole, C.CREAM)
        return
    else:
        pen.line([at(-8, 31), at(0, 33), at(8, 30.6)], lip, 2.7)
    pen.line([at(-3.8, 38.4), at(3.6, 38.4)], tones.shade, 2.2)


def _blush(pen: _Pen, face: Face, x: float, y: float, rx: float) -> None:
    pen.fill(ell(x, y, rx, 6.5), SKIN[face.skin].blush, 0.35)


def face_front(
    svg: Svg, at: Frame, face: Face, look: Look, ears: tuple[bool, bool] = (True, True)
) -> Shape:
    """ears: left, right as seen."""
    tones = SKIN[face.skin]
    side = _Pen(svg, at, look.turn * 0.25, look.dy * 0.3)
    for k, on in ((-1, ears[0]), (1, ears[1])):
        if on:
            wide = face.wide * (1 + (face.jaw - 1) * 0.4)
            side.fill(ell(k * 35 * wide, 5, 6.5, 10, -k * 6), tones.base if k < 0 else tones.shade)
            inner = [(k * 37 * wide, 0), (k * 34.5 * wide, 4), (k * 36 * wide, 9)]
            side.line(inner, tones.shade if k < 0 else tones.deep, 2, 0.6)
    whole = at.put(curve(_shaped(face, FRONT)))
    svg.add(whole, tones.base)
    svg.add(shade(whole, *at.light(-8, -3)), tones.shade)
    pen = _Pen(svg, at, look.turn, look.dy + face.low)
    for k in (-1, 1):
        _blush(pen, face, k * 19 * face.wide, 21, 8.5)
    for k in (-1, 1):
        _eye(pen, face, look, k * 16 * face.wide, k)
        _brow(pen, face, look, k * 16 * face.wide, k)
        if face.aged:
            pen.line([(k * 22, 12), (k * 17.5, 13.2), (k * 13, 12.2)], tones.shade, 1.8)
            pen.line([(k * 12.5, 20), (k * 15.5, 25), (k * 15.5, 30)], tones.shade, 2)
    _front_nose(pen, face)
    if not face.beard:
        _mouth(_Pen(svg, at, look.turn, look.dy + face.low * 0.3), face, look)
    return whole


def _front_nose(pen: _Pen, face: Face) -> None:
    n = min(1, face.nose)
    top, tip = 19.6 - 18.6 * n, 19.6
    nose = [(2.2 * n, top), (5.6 * n, tip - 5.6 * n), (4.6 * n, tip - 1.2 * n), (-1 * n, tip), (-4 * n, tip - 1.6 * n)]
    pen.line([(x, y - (1 - n) * 6) for x, y in nose], SKIN[face.skin].deep, 2.3, 0.75)


def face_quarter(svg: Svg, at: Frame, face: Face, look: Look, *, ear: bool = True) -> Shape:
    """Turned by about 35 degrees to the left (flip: to the right)."""
    tones = SKIN[face.skin]
    whole = at.put(curve(_shaped(face, QUARTER)))
    svg.add(whole, tones.base)
    svg.add(shade(whole, *(at.light(-5, -4) if at.flip else at.light(-8, -3))), tones.shade)
    pen = _Pen(svg, at, look.turn, look.dy + face.low)
    _blush(pen, face, -25.5 * face.wide, 20.5, 5)
    _blush(pen, face, 9 * face.wide, 21, 8.5)
    far, near = -23.2 * face.wide, 2.5 * face.wide
    _eye(pen, face, look, far, -1, 0.68)
    _brow(pen, face, look, far + .5, -1, 0.68)
    _eye(pen, face, look, near, 1)
    _brow(pen, face, look, near, 1)
    if face.aged:
        pen.line([(near + 6, 12), (near + 1, 13.2), (near - 4, 12.2)], tones.shade, 1.8)
        pen.line([(near - 1, 20), (near + 2, 25), (near + 2, 30)], tones.shade, 2)
    n = min(face.nose, 1)
    nose = [(-14.5, 1), (-19.4, 12), (-20, 16.6), (-15.5, 19.6), (-10.5, 18)]
    pen.line([(-14 + (x + 14) * n, 19.6 - (19.6 - y) * n - (1 - n) * 6) for x, y in nose], tones.deep, 2.3, 0.75)
    if not face.beard:
        _mouth(_Pen(svg, at, look.turn, look.dy + face.low * 0.3), face, look, -13.5, 0.72)
    if ear:
        shell = at.put(ell(28 * face.wide, 7, 6.8, 10.5, 8))
        svg.add(shell, tones.base)
        svg.add(shade(shell, *at.light(-2.5, -1.5)), tones.shade)
        plain = _Pen(svg, at)
        w = face.wide
        plain.line([(25.5 * w, 2), (30 * w, 1), (30.5 * w, 7), (27 * w, 11)], tones.deep, 1.9, 0.6)
    return whole


def face_profile(
    svg: Svg, at: Frame, face: Face, look: Look, *, ear: bool = True, worry: float = 0
) -> Shape:
    """The worry raises the inner end of the brow: discomfort without drama."""
    tones = SKIN[face.skin]
    pts: list[tuple[float, ...]] = []
    child = face.low > 3
    for p in CHILD_PROFILE if child else PROFILE:
        x, y = p[0], p[1]
        if 0 < y < 21 and x < -41 and not child:
            x = -41 + (x + 41) * face.nose
        if y > 30:
            y = 30 + (y - 30) * (1 + (face.jaw - 1) * 0.25)
        pts.append((x, y, *p[2:]))
    whole = at.put(curve(pts))
    svg.add(whole, tones.base)
    svg.add(shade(whole, *(at.light(-3, -5) if at.flip else at.light(-9, -5))), tones.shade)
    pen = _Pen(svg, at, 0, face.low)
    pen.fill(ell(-22, 19, 8, 7), tones.blush, 0.35)
    ink, e = ink_of(face.skin), face.eye
    if look.eyes == "down":
        pen.line([(-36.5, 2), (-31, 4.4), (-24, 2)], ink, 3)
        pen.line([(-35, -3.6), (-30, -4.6), (-24, -2.4)], tones.shade, 1.8)
    elif look.eyes == "open":
        gy = look.gaze[1] * 1.8
        pen.fill(ell(-31.4, 1.4 + gy, 2.9 * e, 4.6 * e), ink)
        pen.fill(ell(-32, -.2 + gy, 0.9 * e), C.CREAM, 0.9)
        pen.line([(-36.5, -2), (-31, -5.4 * e), (-23.5, -1.2)], ink, 2.4)
        if face.lash:
            pen.line([(-36.3, -1.8), (-38.6, -3.6)], ink, 1.9)
    else:
        pen.line([(-36, 0), (-30, 3.6), (-23.5, 1)], ink, 2.8)
    if look.mood == "discomfort":
        worry = max(worry, 1.8)
    up = -1.6 if look.mood in {"listening", "talk", "grin"} else 0
    brow = [(-38.5, -10.5 - worry + up), (-32, -13.5 - worry * 0.5 + up), (-22, -11 + worry + up)]
    pen.line(brow, face.brow, face.brow_w + 0.4)
    nose = -41 - 2 * face.nose
    tip = 21.4 if child else 19.2
    _Pen(svg, at).line([(nose, tip), (nose + 2.6, tip - 1.6), (nose + 2.2, tip - 4.6)], tones.deep, 1.9, 0.7)
    if not face.beard:
        _profile_mouth(_Pen(svg, at), face, look)
    if face.aged:
        pen.line([(-21, 2), (-16.5, 0)], tones.shade, 1.8)
        pen.line([(-21, 4.4), (-16.5, 5.2)], tones.shade, 1.8)
        pen.line([(-33, 20), (-29, 24), (-28.4, 29)], tones.shade, 2)
    if ear:
        profile_ear(svg, at, face)
    return whole


def _profile_mouth(plain: _Pen, face: Face, look: Look) -> None:
    lip, tones = lip_of(face.skin), SKIN[face.skin]
    if look.mood in {"talk", "grin"}:
        plain.fill(curve([(-41.4, 29.6), (-36, 29.4), (-31, 27.8, .3), (-34, 33), (-40.6, 34)]), mix(tones.deep, "#5A1A1E", 0.6))
        if look.mood == "grin":
            plain.fill(curve([(-41, 29.2), (-36, 29.2), (-31.5, 28, .3), (-35, 31.2), (-40.4, 31.6)]), C.CREAM)
    else:
        ends = {"smile": (-30, 27.6), "discomfort": (-31.5, 32.6), "listening": (-30.8, 29.6)}
        plain.line([(-40.5, 30.4), (-36, 31), ends.get(look.mood, (-31, 30.6))], lip, 2.6)


def beard_mouth(svg: Svg, at: Frame, face: Face, look: Look, view: str) -> None:
    """The lips on a beard."""
    pen = _Pen(svg, at, look.turn, look.dy + face.low)
    lips, dark = mix(SKIN[face.skin].base, "#8E2F2A", 0.35), mix(SKIN[face.skin].deep, "#4E1F1A", 0.5)
    if view == "profile":
        up = {"smile": 29.2, "talk": 29.6, "grin": 29, "discomfort": 31.8}.get(look.mood, 30.8)
        mouth = [(-43.2, 27), (-38, 28), (-33.5, 30.6), (-37, 34), (-41.8, 35.8), (-42.6, 33), (-40.6, 30.6, 0.5)]
        pen.fill(curve(mouth), lips)
        pen.line([(-40.6, 30.8), (-37, 31.2), (-34, up)], dark, 1.8)
        return
    x, left = (0.0, 1.0) if view == "front" else (-14.0, 0.72)
    if look.mood in {"talk", "grin"}:
        _mouth(pen, face, look, x, left)
        return
    low = {"smile": 1.6, "discomfort": -1.6}.get(look.mood, 0.4)
    shape = [(x - 9.5 * left, 31 - low), (x - 3 * left, 29.4), (x, 30.2), (x + 3, 29.4), (x + 9.5, 31 - low)]
    pen.fill(curve([*shape, (x + 4.5, 35.4), (x - 4.5 * left, 35.4)]), lips)
    pen.line([(x - 8.5 * left, 31.2 - low), (x, 31.6 + low * 0.6), (x + 8.5, 31.2 - low)], dark, 1.9)


def profile_ear(svg: Svg, at: Frame, face: Face) -> None:
    tones = SKIN[face.skin]
    shell = at.put(curve([(6, -6), (13, -10), (20, -5), (20, 4), (15, 12), (9, 15), (7, 8)]))
    svg.add(shell, tones.base)
    svg.add(shade(shell, *at.light(-2.5, -1.5)), tones.shade)
    _Pen(svg, at).line([(10, -3), (15, -4.5), (16, 1), (12, 6)], tones.deep, 1.9, 0.6)


# ---------------------------------------------------------------- whole heads
@dataclass(frozen=True)
class Layer:
    """One shape or line of a head in local units."""

    colour: str
    pts: Points = ()
    shape: Shape | None = None
    w: float = 0  # a line of this width; 0 fills
    on: bool = False  # clipped to the last filled layer before it
    light: tuple[float, float] = (0, 0)  # the last filled layer again, pushed to the light and clipped
    hole: Points = ()  # cut out of the shape
    opacity: float = 1


@dataclass(frozen=True)
class View:
    """A head in one view: what lies behind the face, and what lies on it."""

    behind: tuple[Layer, ...] = ()
    over: tuple[Layer, ...] = ()
    ears: tuple[bool, bool] = (True, True)  # left, right as seen; quarter and profile have one, the second
    back: tuple[Layer, ...] = ()  # behind neck and body too: long hair


def fill(colour: str, *pts: tuple[float, ...]) -> Layer:
    return Layer(colour, pts)


def shine(colour: str, *pts: tuple[float, ...], opacity: float = 0.8) -> Layer:
    return Layer(colour, pts, on=True, opacity=opacity)


def oval(colour: str, cx: float, cy: float, rx: float, ry: float | None = None, deg: float = 0) -> Layer:
    return Layer(colour, shape=ell(cx, cy, rx, ry, deg))


def lit(colour: str, dx: float = -8, dy: float = -8, opacity: float = 0.6) -> Layer:
    """The light on the shape drawn just before."""
    return Layer(colour, light=(dx, dy), opacity=opacity)


def ringed(colour: str, outer: Points, hole: Points) -> Layer:
    return Layer(colour, outer, hole=hole)


def pen(colour: str, w: float, *pts: tuple[float, ...], opacity: float = 1) -> Layer:
    return Layer(colour, pts, w=w, opacity=opacity)


def draw_layers(svg: Svg, at: Frame, layers: tuple[Layer, ...], face: Shape | None = None) -> None:
    """face: what a first layer with `on` is clipped to."""
    last: Shape | None = face
    for layer in layers:
        if layer.w:
            svg.line(at.put(curve(layer.pts, False)), layer.colour, at.size(layer.w), layer.opacity)
        elif any(layer.light):
            if last is not None:
                svg.add(last & last.move(*at.light(*layer.light)), layer.colour, layer.opacity)
        else:
            s = curve(layer.pts) if layer.shape is None else layer.shape
            if layer.hole:
                s -= curve(layer.hole)
            s = at.put(s)
            if layer.on and last is not None:
                s &= last
            else:
                last = s
            svg.add(s, layer.colour, layer.opacity)
